// SPDX-License-Identifier: EUPL-1.2
//
//   editor.mjs --act publish|undo --url URL --login FILE --packages DIR --chromium FILE --pictures DIR
//
// Volunteers at work in Debian's Chromium, on a log that serves. `publish`: the lead, Henk, lets Vera in, who changes a page, adds a
// picture, sees the preview change and puts the page on the screen. `undo`: she takes it back, counts people at the door on a phone and
// works without scripts; then an officer sees to four eyes, facts and news. Every page is looked at by axe. Leaves the preview as
// `preview-published.png`. Prints what is wrong and ends with 1.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { finish, launch } from "./browser.mjs";
import { fourEyes, letIn, newsAndFacts } from "./editor_officer.mjs";
import { withoutScripts } from "./editor_plain.mjs";
import { countAtTheDoor, publish, undo } from "./editor_volunteer.mjs";

const names = ["act", "url", "login", "packages", "chromium", "pictures"];
const { values: given } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });
const complaints = [];
const browser = await launch(given.packages, given.chromium);
const place = { ...given, browser, complaints };
// Who is logged in, from one act to the next: a one-time code works only once.
const kept = join(given.pictures, "editor-logged-in.json");

const acts = {
  publish: async () => {
    const { lead, vera } = await letIn(place);
    await publish(vera);
    writeFileSync(kept, JSON.stringify({ lead: await lead.state(), vera: await vera.state() }));
  },
  undo: async () => {
    const { lead, vera } = JSON.parse(readFileSync(kept, "utf8"));
    await undo(place, vera);
    await countAtTheDoor(place, vera);
    await withoutScripts(place, vera);
    await newsAndFacts(place, lead);
    await fourEyes(place, lead, vera);
  },
};

try {
  await acts[given.act]();
} catch (error) {
  complaints.push(error.stack);
}
await finish(browser, complaints);
