// SPDX-License-Identifier: EUPL-1.2
//
// node run.mjs --pages DIR --assets DIR --packages NODE_MODULES --chromium PROGRAM --pictures DIR [--only TEXT]
//
// Looks at every sample page in Chromium: no violation found by axe, nothing beside the page, targets high enough, no
// complaint of the browser, the same without scripts. Leaves pictures of the everyday pages. Exit 1 with a list when
// something is wrong, or when the checks do not find the faults of a page made to fail.
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { launch, serve } from "./browser.mjs";
import { axe, measured, unfold, watch } from "./checks.mjs";
import { scriptChecks } from "./scripts.mjs";

const text = { type: "string" };
const { values: given } = parseArgs({
  options: { pages: text, assets: text, packages: text, chromium: text, pictures: text, only: text },
});

const sizes = {
  laptop: { width: 1280, height: 800 },
  tablet: { width: 834, height: 1112 },
  phone: { width: 390, height: 844 },
};

// Every check must complain about this one.
const broken = `<!doctype html><html><head><title>x</title></head><body><hr width="3000" style="color:red">
<a href="#">x</a><img src="/assets/missing.png"><script>window.pwned = 1</script></body></html>`;

// Screens of a kiosk, lying and standing, for the editor of pages.
const screen = (width, height) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#f7f3eb"/><rect width="${width}" height="48" fill="#14223b"/>
<text x="32" y="120" font-size="44" font-weight="700" fill="#14223b">Aangifte doen</text>
<rect y="${height - 104}" width="${width}" height="104" fill="#eae4d7"/></svg>`;
const screens = Object.fromEntries([1, 2, 3].map((number) => [`/look-${number}.svg`, screen(1280, 800)]));
screens["/look-tall.svg"] = screen(720, 1280);

const axeSource = readFileSync(join(given.packages, "axe-core/axe.min.js"), "utf8");
const pages = readdirSync(given.pages).filter((name) => name.endsWith(".html") && name.includes(given.only ?? ""));
const { server, root } = await serve(given.pages, given.assets, { "/broken.html": broken, ...screens });
const browser = await launch(given.packages, given.chromium);
mkdirSync(given.pictures, { recursive: true });
const complaints = [];

// One way to look at pages: a size, with or without scripts.
async function open(size, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport: sizes[size], javaScriptEnabled, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000); // on a machine that does much else at the same time
  return { page, seen: watch(page), close: () => context.close() };
}

// Contrast takes most of the time of axe, and the colours of a page do not change with what stands in it: each everyday
// page is measured once, and the menu that only a wide screen shows on one page more.
function measuresContrast(name, size) {
  return name.startsWith("everyday-") && (size === "phone" || name === "everyday-shift.html");
}

async function look(view, name, size, how) {
  view.seen.length = 0;
  await view.page.goto(`${root}/${name}`, { waitUntil: "load" });
  const found = [];
  if (how.scripts) {
    found.push(...(await measured(view.page)));
  }
  if (how.picture && name.startsWith("everyday-")) {
    const words = how.scripts ? size : `${size}-no-script`;
    const path = join(given.pictures, `${name.replace(".html", "").replace("everyday-", "")}-${words}.png`);
    await view.page.screenshot({ path, fullPage: true });
  }
  if (how.scripts) {
    if (how.unfolded) {
      await unfold(view.page);
      found.push(...(await measured(view.page, { pictured: true })));
    }
    if (how.axe) {
      found.push(...(await axe(view.page, axeSource, { contrast: measuresContrast(name, size) })));
    }
  }
  found.push(...view.seen);
  return found.map((complaint) => `${name} at ${size}${how.scripts ? "" : " without scripts"}: ${complaint}`);
}

async function lookAtAll(size, how, wanted = () => true) {
  const view = await open(size, how.scripts);
  for (const name of pages.filter(wanted)) {
    complaints.push(...(await look(view, name, size, how)));
  }
  await view.close();
}

async function faultsOfTheBrokenPage() {
  const view = await open("phone");
  const found = (await look(view, "broken.html", "phone", { scripts: true, axe: true })).join("\n");
  await view.close();
  const expected = ["scrolls sideways", "px to touch", "style or script inside", "axe image-alt", "Content Security Policy", "404"];
  return expected.filter((words) => !found.includes(words)).map((words) => `broken.html: nobody complained: ${words}`);
}

const everyday = (name) => name.startsWith("everyday-");
const others = (name) => !everyday(name);
complaints.push(...(await faultsOfTheBrokenPage()));
await Promise.all([
  lookAtAll("laptop", { scripts: true, picture: true, axe: true }, everyday)
    .then(() => lookAtAll("tablet", { scripts: true, picture: true, unfolded: true }))
    .then(() => lookAtAll("laptop", { scripts: true }, others)),
  lookAtAll("phone", { scripts: true, picture: true, unfolded: true, axe: true }, everyday)
    .then(() => lookAtAll("phone", { scripts: true, axe: true }, others))
    .then(() => lookAtAll("phone", { scripts: false, picture: true }, everyday))
    .then(async () => complaints.push(...(await scriptChecks(browser, root, axeSource)))),
]);
await browser.close();
server.close();

for (const complaint of complaints) {
  console.error(complaint);
}
console.log(`${pages.length} pages, ${complaints.length} complaints; pictures in ${given.pictures}`);
process.exit(complaints.length === 0 ? 0 : 1);
