// The HTML report of one thread in a real browser.
import { test } from "node:test";
import { join } from "node:path";
import { assert, assertAccessible, open, reportOf, root } from "./support.mjs";

const twin = reportOf(join(root, "fixtures/invision/thai-visa-text/page.txt"));

const inView = (page, selector) => page.locator(selector).evaluate((element) => {
  const box = element.getBoundingClientRect();
  return box.top < innerHeight && box.bottom > 0;
});
const shownRows = (page) => page.locator("#rows .row").evaluateAll((rows) => rows.map((row) => row.querySelector(".num").textContent));

test("A report complains of nothing and asks nothing of the network", async () => {
  const { page, errors, requests, close } = await open(twin);
  assert.equal(await page.locator("#timeline-chart svg .band, #timeline-chart svg .dot").count(), 9);
  assert.equal(await page.locator("#people-chart svg .node").count(), 2);
  assert.deepEqual({ errors, requests }, { errors: [], requests: [] });
  await close();
});

test("An address leads to a post, a ghost, a quote and a person", async () => {
  for (const id of ["p6", "g2", "p7q1", "u2"]) {
    const { page, close } = await open(twin, { hash: "#" + id });
    await page.waitForTimeout(100);
    assert.ok(await inView(page, "#" + id), id);
    await close();
  }
});

test("The tree filters by finding, by person, by confidence and by words, and its address keeps the filter", async () => {
  const { page, close } = await open(twin);
  assert.deepEqual(await shownRows(page), ["1", "g1", "2", "g2", "3", "4", "6", "7", "5"]);
  await page.selectOption("#f-finding", "moderation");
  assert.deepEqual(await shownRows(page), ["5"]);
  await page.selectOption("#f-finding", "");
  await page.selectOption("#f-person", { label: "Somchai Fan bkk" });
  // The line that it answers stays, so that its place is seen.
  assert.deepEqual(await shownRows(page), ["g2", "4"]);
  assert.match(page.url(), /#tree\/person=\d+$/);
  await page.selectOption("#f-person", "");
  await page.selectOption("#f-confidence", "95");
  assert.deepEqual(await shownRows(page), ["g2", "3", "4", "6", "7"]);
  await page.selectOption("#f-confidence", "0");
  await page.fill("#f-words", "MODEL LANDLORD");
  assert.deepEqual(await shownRows(page), ["g2", "4", "6"]);
  assert.equal(await page.textContent("#f-count"), "1 of 9 lines");
  const address = new URL(page.url()).hash;
  await close();
  const again = await open(twin, { hash: address });
  assert.deepEqual(await shownRows(again.page), ["g2", "4", "6"]);
  await again.page.click(".filters [type=reset]");
  await again.page.waitForFunction(() => document.querySelectorAll("#rows .row").length === 9);
  await again.close();
});

test("The tree folds and moves by keys, and shows the evidence on focus and on hover", async () => {
  const { page, close } = await open(twin);
  await page.focus("#rows .row[tabindex='0']");
  for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowDown");
  const focused = () => page.evaluate(() => document.activeElement.querySelector(".num").textContent);
  assert.equal(await focused(), "g2");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await shownRows(page), ["1", "g1", "2", "g2", "5"]);
  assert.equal(await page.locator("#rows .row:focus").getAttribute("aria-expanded"), "false");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "3");
  assert.match(await page.textContent("#tip"), /posts 4 and 7 quote the same words under the name Lungbert/);
  await page.hover("#rows .row:has-text('model landlord')");
  assert.match(await page.textContent("#tip"), /it quotes 39 words that stand in post 4/);
  await page.keyboard.press("Escape");
  assert.ok(await page.isHidden("#tip"));
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#p3$/);
  await close();
});

test("Tables sort by a column's head, numbers by size", async () => {
  const { page, close } = await open(twin);
  const names = () => page.locator("#people-table tbody th bdi").allTextContents();
  await page.click("#people-table thead button:has-text('replies received')");
  assert.equal((await names())[0], "Lungbert");
  await page.click("#people-table thead button:has-text('person')");
  assert.deepEqual(await names(), ["Lungbert", "mangosteenmike", "News Wire", "Somchai Fan bkk"]);
  await close();
});

test("A post's citation is copied", async () => {
  const { page, close } = await open(twin);
  await page.click("#p4 .cite");
  await page.waitForSelector(".toast");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^Somchai Fan bkk, “Thai Cabinet Weighs .*”, ASEAN NOW, post 4, .*#p4$/);
  await close();
});

test("Without scripts all posts, the tree and the evidence can be read", async () => {
  const { page, errors, close } = await open(twin, { scripts: false });
  const text = await page.innerText("main");
  for (const part of ["Removed a post that accused a member", "i wouldn't call Thailand a model landlord", "not on the page",
    "Three posts (3, 4 and 7), by up to three members, still quote a post by Lungbert", "between 3 h and 4 h after g2"]) {
    assert.ok(text.includes(part), part);
  }
  assert.equal(await page.locator("#rows .row:visible").count(), 9);
  await page.click("#p3 .why summary");
  assert.ok((await page.innerText("#p3 .why")).includes("posts 4 and 7 quote the same words"));
  assert.ok(await page.isHidden(".filters"));
  assert.deepEqual(errors, []);
  await close();
});

test("The whole tree is there for the printer, and the window comes back", async () => {
  const { page, close } = await open(twin, { height: 500 });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#rows .row:visible").count(), 9);
  assert.equal(await page.locator(".why:not([open])").count(), 0);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator(".why[open]").count(), 0);
  assert.ok(await page.locator("#rows.window").count());
  await close();
});

test("axe-core finds nothing serious, on a desk and on a phone, in light and in dark", async () => {
  for (const [width, dark] of [[1280, false], [1280, true], [390, false], [390, true]]) {
    const { page, close } = await open(twin, { width, dark });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(300);
    await assertAccessible(page, `${width} ${dark ? "dark" : "light"}`);
    await close();
  }
});

test("A phone's page is no wider than the phone", async () => {
  const { page, close } = await open(twin, { width: 390 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
  await close();
});
