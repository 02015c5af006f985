// SPDX-License-Identifier: EUPL-1.2
//
//   officer.mjs --url URL --name N --passphrase P --code C --sees TEXT --answer TEXT --packages DIR --chromium FILE --pictures DIR
//
// An officer's shift in Debian's Chromium, on a log that serves: logs in, finds one letter, reads it, answers it, looks at
// every other page and logs out. Every page is looked at by axe. Prints what is wrong and ends with 1.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";

const names = ["url", "name", "passphrase", "code", "sees", "answer", "packages", "chromium", "pictures"];
const { values: given } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });
const axe = readFileSync(createRequire(resolve(given.packages, "x.js")).resolve("axe-core/axe.min.js"), "utf8");
const complaints = [];

const browser = await launch(given.packages, given.chromium);
// The certificate is the log's own; scripts of ours come from outside the page, so the policy is not bypassed for it.
const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "nl-NL", viewport: { width: 1280, height: 800 } });
const page = await context.newPage();
page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(`console: ${message.text()}`));

function expect(fact, words) {
  if (!fact) {
    complaints.push(words);
  }
}

async function look(name) {
  await page.screenshot({ path: join(given.pictures, `log-${name}.png`), fullPage: true });
  const found = await page.evaluate(`(() => { const module = undefined; const exports = undefined; ${axe}; return window.axe.run(); })()`);
  for (const violation of found.violations) {
    complaints.push(`${name}: ${violation.id}: ${violation.nodes[0].html.slice(0, 120)}`);
  }
}

await page.goto(`${given.url}/login`);
await look("login");
await page.fill("#name", given.name);
await page.fill("#passphrase", given.passphrase);
await page.fill("#code", given.code);
await page.click("button[type=submit]");
await page.waitForURL(`${given.url}/`);
await look("shift");
expect(!(await page.content()).includes(given.sees), "the review shows words of a letter");

await page.click("a.row");
await look("entry");
expect((await page.textContent(".message__text")) === given.sees, `the entry shows ${await page.textContent(".message__text")}`);
await page.fill("#answer", given.answer);
await page.click("button[value=send]");
await page.waitForURL(/done=answered/);
await look("answered");

for (const name of ["entries?view=closed", "walk-in", "pattern", "roster", "people", "kiosks", "audit", "health"]) {
  await page.goto(`${given.url}/${name}`);
  await look(name.split("?")[0]);
}
await page.goto(`${given.url}/entries?view=closed&q=rolderstraat`);
expect((await page.locator("a.row").count()) === 1, "the search does not find the letter");
await page.goto(`${given.url}/`);
await page.locator("main .switch-form button").click();
expect(await page.locator("main [role=switch][aria-checked=true]").count(), "the officer is not present after the switch");
await page.click("summary");
await page.click("text=Uitloggen");
expect((await page.textContent("h1")) === "U bent uitgelogd", "not logged out");
await page.goto(`${given.url}/entries`);
expect(page.url().endsWith("/login"), "a page opens after logging out");
await browser.close();

for (const complaint of complaints) {
  console.error(complaint);
}
process.exit(complaints.length === 0 ? 0 : 1);
