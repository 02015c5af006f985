// SPDX-License-Identifier: EUPL-1.2
//
//   shift.mjs --url URL --login FILE --letter TEXT --letter TEXT --packages DIR --chromium FILE --pictures DIR
//
// A whole shift in Debian's Chromium, on a log that serves and has just these two letters. The lead, Henk, lets four others
// in, reads, answers, hands over, notes a talk, searches, sets the roster, looks at all pages and ends his shift. His
// colleague goes on without scripts. Whoever may read nothing sees what is his, and for the rest that it is not. Every page
// is looked at by axe. Prints what is wrong and ends with 1.
import { parseArgs } from "node:util";

import { finish, launch } from "./browser.mjs";
import { colleague } from "./shift_colleague.mjs";
import { lead } from "./shift_lead.mjs";
import { others } from "./shift_others.mjs";

const text = { type: "string" };
const { values: given } = parseArgs({
  options: { url: text, login: text, letter: { type: "string", multiple: true }, packages: text, chromium: text, pictures: text },
});
const complaints = [];
const browser = await launch(given.packages, given.chromium);
const place = { ...given, browser, complaints };

try {
  const { people, entry } = await lead(place);
  // One after the other: who logs in beside somebody at the same address waits a second.
  await colleague(place, people.officer);
  await others(place, people, entry);
} catch (error) {
  complaints.push(error.stack);
}
await finish(browser, complaints);
