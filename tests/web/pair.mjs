// SPDX-License-Identifier: EUPL-1.2
//
//   pair.mjs --url URL --login FILE --packages DIR --chromium FILE --pictures DIR
//
// A lead in Debian's Chromium, on a log that serves, links a new kiosk. Prints a line "code …"; once a kiosk gave that code, a
// line "words …"; waits for a line from whoever compared them, says that they are the same, and prints "linked". Every page is
// looked at by axe. Prints what is wrong and ends with 1.
import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

import { finish, launch } from "./browser.mjs";
import { Person, readLogin } from "./person.mjs";

const kioskMinutes = 10; // as long as a code is in force
const names = ["url", "login", "packages", "chromium", "pictures"];
const { values: given } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });
const complaints = [];
const browser = await launch(given.packages, given.chromium);
const lead = await Person.arrive({ ...given, browser, complaints });
const { page } = lead;

await lead.logIn(readLogin(given.login));
await lead.open("/kiosks");
await lead.press("form[action='/kiosks/pair'] button");
await lead.look("pair-code");
console.log(`code ${(await page.locator(".pair-code span").allTextContents()).join("-")}`);
await page.waitForSelector(".words", { timeout: kioskMinutes * 60_000 });
await lead.look("pair-words");
console.log(`words ${(await page.locator(".words span").allTextContents()).join(" ")}`);
const answer = createInterface({ input: process.stdin });
answer.once("close", () => finish(browser, [...complaints, "nobody compared the words"]));
await once(answer, "line");
answer.removeAllListeners("close");
await lead.press("button[name=same][value=yes]");
lead.expect(page.url().endsWith("/kiosks?done=paired"), "the kiosk is not linked");
await lead.look("paired");
console.log("linked");
await lead.logOut();
await finish(browser, complaints);
