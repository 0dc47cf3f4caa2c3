// A thread of 20,000 posts: what is not on the screen is not drawn.
import { test } from "node:test";
import { assert, open, reportOfPosts } from "./support.mjs";

const many = 20000;
const words = "river market ferry lantern harbour ticket garden orchard bridge winter summer copper pepper basket window letter".split(" ");
/** Some words that depend on the number only. */
const text = (seed, length) => {
  let state = (seed * 2654435761 + 1) >>> 0;
  return Array.from({ length }, () => words[(state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 28]).join(" ") + ` number ${seed}.`;
};
const posts = Array.from({ length: many }, (_, i) => {
  const source = i === 0 ? -1 : i % 5 === 0 ? Math.floor(i / 7) : i - 1 - (i % 3);
  const body = [{ text: text(i, 30 + (i % 40)) }];
  if (source >= 0 && i % 10 !== 0) body.unshift({ quote: { author: "Person " + (source % 300), source_key: String(source + 1), body: [{ text: text(source, 30 + (source % 40)) }] } });
  return { key: String(i + 1), author: "Person " + (i % 300), body };
});
const report = reportOfPosts("A long thread", posts);

test("A thread of 20,000 posts opens fast, draws little, and scrolls", async (context) => {
  const { page, errors, close } = await open(report);
  const opened = await page.evaluate(() => {
    const entry = performance.getEntriesByType("navigation")[0];
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return { paint: Math.round(paint?.startTime ?? 0), ready: Math.round(entry.domContentLoadedEventEnd) };
  });
  context.diagnostic(`first paint after ${opened.paint} ms, all ready after ${opened.ready} ms`);
  assert.ok(await page.locator("#rows .row").count() < 100);
  const frames = await page.evaluate(async () => {
    const box = document.querySelector("#rows");
    box.scrollIntoView();
    const times = [];
    let last = performance.now();
    for (let i = 0; i < 60; ++i) {
      box.scrollTop += 900;
      await new Promise((done) => requestAnimationFrame(done));
      times.push(performance.now() - last);
      last = performance.now();
    }
    times.sort((a, b) => a - b);
    return { median: Math.round(times[30]), worst: Math.round(times[59]) };
  });
  context.diagnostic(`scrolling the tree: a frame takes ${frames.median} ms, at worst ${frames.worst} ms`);
  assert.ok(await page.locator("#rows .row").count() < 100);
  await page.evaluate(() => { location.hash = "p19999"; });
  await page.waitForTimeout(500);
  assert.ok(await page.locator("#p19999").evaluate((e) => Math.abs(e.getBoundingClientRect().top) < innerHeight));
  await page.fill("#f-words", "number 12345.");
  assert.match(await page.textContent("#f-count"), /^[1-9]\d* of \d+ lines$/);
  assert.deepEqual(errors, []);
  await close();
});
