// SPDX-License-Identifier: EUPL-1.2
//
// What the scripts add to the pages.
import { doorCases } from "./scripts_door.mjs";
import { editorCases } from "./scripts_editor.mjs";

const cases = {
  ...editorCases,
  ...doorCases,
  "j and k walk the rows, o opens one": async (page, root) => {
    await page.goto(`${root}/everyday-shift.html`);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const first = await page.evaluate(() => document.activeElement === document.querySelector("[data-row]"));
    const opened = page.waitForRequest((request) => request.url().endsWith("/entries/42"));
    await page.keyboard.press("o");
    return first && Boolean(await opened);
  },
  "a goes to the answer, where letters are only letters": async (page, root) => {
    await page.goto(`${root}/everyday-entry.html`);
    await page.keyboard.press("a");
    await page.keyboard.type("j?");
    return page.evaluate(
      () => document.activeElement.value.endsWith("j?") && !document.querySelector("dialog").open,
    );
  },
  "? shows the keys, and they can be switched off": async (page, root) => {
    await page.goto(`${root}/everyday-shift.html`);
    await page.keyboard.press("?");
    await page.check("[data-keys-off]");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    const off = await page.evaluate(() => !document.querySelector("dialog").open);
    await page.evaluate(() => localStorage.clear());
    return off;
  },
  "a standard answer is added, nothing is lost": async (page, root) => {
    await page.goto(`${root}/everyday-entry.html`);
    const before = await page.inputValue("#answer");
    await page.selectOption("#standard", { index: 1 });
    const after = await page.inputValue("#answer");
    return after.startsWith(before) && after.endsWith("Ik ga er deze week kijken.");
  },
  "leaving with something typed asks first": async (page, root) => {
    await page.goto(`${root}/everyday-entry.html`);
    await page.fill("#note", "nog niet bewaard");
    let asked = false;
    page.once("dialog", (dialog) => ((asked = dialog.type() === "beforeunload"), dialog.accept()));
    await page.goto(`${root}/everyday-shift.html`);
    return asked;
  },
  "leaving without typing does not ask": async (page, root) => {
    await page.goto(`${root}/everyday-entry.html`);
    await page.click("h1");
    let asked = false;
    page.once("dialog", (dialog) => ((asked = true), dialog.accept()));
    await page.goto(`${root}/everyday-shift.html`);
    return !asked;
  },
};

// The names of the cases that fail; a case that the content policy stops fails too.
export async function scriptChecks(browser, root, axeSource) {
  const complaints = [];
  for (const [name, passes] of Object.entries(cases)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    let stopped = "";
    page.on("console", (message) => {
      stopped ||= message.text().includes("Content Security Policy") ? `: ${message.text()}` : "";
    });
    page.on("pageerror", (error) => (stopped ||= `: ${error.message}`));
    const good = await passes(page, root, axeSource).catch((error) => `: ${error.message}`);
    if (good !== true || stopped) {
      complaints.push(`script: ${name}${good === true ? stopped : good || ""}`);
    }
    await context.close();
  }
  return complaints;
}
