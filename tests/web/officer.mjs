// SPDX-License-Identifier: EUPL-1.2
//
//   officer.mjs --url URL --login FILE --sees TEXT --answer TEXT --packages DIR --chromium FILE --pictures DIR
//
// An officer in Debian's Chromium, on a log that serves: logs in, finds one letter, reads it, answers it and logs out.
// Every page is looked at by axe. Prints what is wrong and ends with 1.
import { parseArgs } from "node:util";

import { finish, launch } from "./browser.mjs";
import { Person, readLogin } from "./person.mjs";

const names = ["url", "login", "sees", "answer", "packages", "chromium", "pictures"];
const { values: given } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });
const complaints = [];
const browser = await launch(given.packages, given.chromium);
const officer = await Person.arrive({ ...given, browser, complaints });
const { page } = officer;

await officer.logIn(readLogin(given.login));
await officer.look("shift");
officer.expect(!(await page.content()).includes(given.sees), "the review shows words of a letter");
await officer.press("a.row");
await officer.look("entry");
await officer.expectText(".message__text", given.sees);
await page.fill("#answer", given.answer);
await officer.press("button[value=send]");
officer.expect(page.url().includes("done=answered"), "the answer is not sent");
await officer.look("answered");
await officer.logOut();
await finish(browser, complaints);
