// A thread whose every field is hostile: nothing runs, nothing is hidden.
import { test } from "node:test";
import { assert, open, reportOfPosts } from "./support.mjs";

const evil = "</script></style></title></textarea></template><script>window.hacked=1</script>\"'><img src=x onerror=\"window.hacked=2\">" +
  "<svg onload=window.hacked=3><iframe srcdoc=\"<script>parent.hacked=4</script>\"></iframe><a href=javascript:window.hacked=5>a</a>" +
  "\u202egnp.exe\u202c <!-- ]]> ${window.hacked=6} {{constructor.constructor('window.hacked=7')()}}";
const shown = evil.replace("\u202e", "⟦U+202E⟧").replace("\u202c", "⟦U+202C⟧");

const report = reportOfPosts(evil, [
  { author: evil, author_id: evil, key: evil, role: evil, permalink: "javascript:window.hacked=8", body: [{ text: evil }],
    links: [{ text: evil, url: "javascript:window.hacked=9" }, { text: "b", url: "https://a.example/\"onmouseover=\"window.hacked=10" }],
    attachments: [{ name: evil, url: "data:text/html,<script>window.hacked=11</script>" }], reactions: { [evil]: 3 },
    edit: { text: evil, by: evil, time: { printed: evil }, reason: evil }, acts: [{ kind: "removal", text: evil }], signature: evil },
  { author: "Bo", body: [{ quote: { author: evil, author_id: evil, source_key: evil, time: { printed: evil }, body: [{ text: evil }] } }, { text: "No." }] },
  { author: "Cy", body: [{ quote: { author: evil, body: [{ text: evil + " and much more that nobody wrote here" }] } }, { text: evil }] },
]);

test("Nothing of a hostile thread runs or loads", async () => {
  const { page, errors, requests, close } = await open(report);
  await page.mouse.wheel(0, 20000);
  await page.waitForTimeout(300);
  for (const link of await page.locator("main a").all()) await link.evaluate((a) => a.hash && a.click());
  await page.hover("#rows .row");
  await page.click(".cite");
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.deepEqual({ errors, requests }, { errors: [], requests: [] });
  const odd = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((element) =>
    ["SCRIPT", "IMG", "IFRAME", "STYLE", "TEMPLATE", "TEXTAREA"].includes(element.tagName) ||
    [...element.attributes].some((attribute) => attribute.name.startsWith("on"))).map((element) => element.outerHTML));
  assert.deepEqual(odd, []);
  const addresses = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((a) => new URL(a.getAttribute("href"), location).protocol));
  assert.deepEqual([...new Set(addresses)].sort(), ["file:", "https:"]);
  await close();
});

test("Nothing of a hostile thread is hidden, with scripts or without", async () => {
  for (const scripts of [true, false]) {
    const { page, close } = await open(report, { scripts });
    const text = await page.innerText("main");
    assert.equal(await page.innerText("h1"), shown);
    assert.ok(text.split(shown).length > 10, "in " + (text.split(shown).length - 1) + " places");
    assert.ok(text.includes("javascript:window.hacked=9") || text.includes(shown));
    assert.ok(!text.includes("\u202e"));
    await close();
  }
});
