// The site over many threads in a real browser.
import { test } from "node:test";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, assertAccessible, newFolder, open, root, run } from "./support.mjs";

const folder = newFolder();
writeFileSync(join(folder, "run.toml"), `inputs = ["${join(root, "fixtures/invision")}", "${join(root, "fixtures/phpbb")}"]
[output]
folder = "site"
site = true
`);
run("run", join(folder, "run.toml"));
const site = (name) => join(folder, "site", name);

test("The index complains of nothing, asks nothing of the network, and leads to a thread", async () => {
  const { page, errors, requests, close } = await open(site("index.html"));
  const rows = await page.locator("#threads tbody tr").count();
  assert.ok(rows > 5);
  await page.click("#threads tbody tr:first-child a");
  await page.waitForSelector("#rows.window");
  assert.ok(page.url().includes("/threads/"));
  await page.click("nav a:has-text('All threads')");
  await page.waitForSelector("#threads");
  assert.deepEqual({ errors, requests }, { errors: [], requests: [] });
  await close();
});

test("The index sorts and searches, and puts most points first", async () => {
  const { page, close } = await open(site("index.html"));
  const column = (n) => page.locator(`#threads tbody tr:not([hidden]) :nth-child(${n})`).allTextContents();
  const points = (await column(2)).map(Number);
  assert.deepEqual(points, [...points].sort((a, b) => b - a));
  await page.click("#threads thead button:has-text('posts')");
  const posts = (await column(4)).map(Number);
  assert.deepEqual(posts, [...posts].sort((a, b) => b - a));
  await page.fill("[data-table=threads]", "annual stay levy");
  assert.ok((await page.locator("#threads tbody tr:visible").count()) >= 1);
  assert.match(page.url(), /#search=annual%20stay%20levy$/);
  const address = new URL(page.url()).hash;
  await close();
  const again = await open(site("index.html"), { hash: address });
  assert.equal(await again.page.inputValue("[data-table=threads]"), "annual stay levy");
  await again.close();
});

test("People lead to their threads", async () => {
  assert.ok(existsSync(site("people/1.html")));
  const { page, errors, requests, close } = await open(site("people.html"));
  await page.click("#everybody tbody tr:first-child a");
  await page.waitForSelector("#their-threads");
  await page.click("#their-threads tbody tr:first-child a");
  await page.waitForSelector("#people-table");
  assert.match(page.url(), /threads\/.*#u\d+$/);
  assert.deepEqual({ errors, requests: requests.filter((url) => !url.startsWith("file:")) }, { errors: [], requests: [] });
  await close();
});

test("Without scripts the index can be read, and axe-core finds nothing serious on it", async () => {
  const plain = await open(site("index.html"), { scripts: false });
  assert.ok((await plain.page.innerText("#threads")).includes("still quoted"));
  await plain.close();
  for (const name of ["index.html", "people.html", "people/1.html"]) {
    for (const dark of [false, true]) {
      const { page, close } = await open(site(name), { dark });
      await assertAccessible(page, name);
      await close();
    }
  }
});
