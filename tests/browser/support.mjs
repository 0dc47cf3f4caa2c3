// What the tests share: the program makes a report, a browser opens it, and whatever it complains of or asks of the
// network is noted.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after } from "node:test";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

export const root = process.env.REJOINDER_ROOT;
const program = process.env.REJOINDER;
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const folder = mkdtempSync(join(tmpdir(), "rejoinder-browser-"));
let browser;
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A new folder for one test's files. */
export const newFolder = () => mkdtempSync(join(folder, "case-"));

/** Runs the program. */
export const run = (...args) => execFileSync(program, args, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });

/** The path of the one HTML report of these pages. */
export function reportOf(...paths) {
  const out = newFolder();
  run("analyze", ...paths, "--format", "html", "-o", out);
  return join(out, readdirSync(out).find((name) => name.endsWith(".html")));
}

/** The report of posts as `rejoinder extract` writes them; each needs body and may leave out what is null there. */
export function reportOfPosts(title, posts) {
  const file = join(newFolder(), "thread.jsonl");
  writeFileSync(file, posts.map((post, i) => JSON.stringify({ ...emptyPost, thread: { ...emptyPost.thread, title }, number_on_page: i + 1, ...post }) + "\n").join(""));
  return reportOf(file);
}

const emptyPost = {
  thread: { title: "", key: "1", url: null, forum: "Pets", engine: "Invision Community", profile: "invision", layout: null,
    locked: null, page: null, pages: null, captured: null, origin: "thread.html" },
  number_on_page: 1, kind: "post", key: null, parent_key: null, author: null, author_id: null, author_place: null, role: null,
  time: null, permalink: null, body: [], links: [], reactions: {}, attachments: [], signature: null, edit: null, acts: [],
  line: null, parent_line: null, flaws: [],
};

/** Opens a file. `open.errors` and `open.requests` are what it complained of and asked for, its own files apart. */
export async function open(file, { hash = "", scripts = true, width = 1280, height = 900, dark = false } = {}) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  const context = await browser.newContext({
    javaScriptEnabled: scripts, viewport: { width, height }, colorScheme: dark ? "dark" : "light",
    permissions: ["clipboard-read", "clipboard-write"], offline: false,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  const noted = { errors: [], requests: [] };
  const own = pathToFileURL(file).href.replace(/[^/]*$/, "");
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && noted.errors.push(message.text()));
  page.on("pageerror", (error) => noted.errors.push(String(error)));
  page.on("dialog", (dialog) => { noted.errors.push("dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => request.url().startsWith(own) || noted.requests.push(request.url()));
  await page.goto(pathToFileURL(file).href + hash);
  return { page, ...noted, close: () => context.close() };
}

/** Fails on what axe-core calls serious or critical. */
export async function assertAccessible(page, what) {
  // The page's own policy lets no script in; the browser's protocol does.
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const grave = found.violations.filter((one) => ["serious", "critical"].includes(one.impact));
  assert.deepEqual(grave.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`), [], what);
}

export { assert };
