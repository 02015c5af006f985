// SPDX-License-Identifier: EUPL-1.2
//
// Who may read no letter: each sees what is his, and for all the rest that it is not.
import { Person } from "./person.mjs";

// The pages for people who are in, with where each role begins.
const mine = {
  volunteer: { first: "/pages", pages: ["/pages", "/pages/pilot_nl", "/facts", "/notices", "/door", "/pictures", "/health"] },
  evaluator: { first: "/health", pages: ["/health"] },
  privacy_officer: { first: "/audit", pages: ["/audit", "/health"] },
};

export async function others(place, people, entry) {
  const all = [
    "/audit", "/health", "/entries", entry, `${entry}/print`, "/walk-in", "/pattern", "/roster", "/people", "/kiosks", "/kiosks/pair",
    "/pages", "/pages/pilot_nl", "/pictures", "/facts", "/notices", "/door",
  ];
  for (const [role, { first, pages }] of Object.entries(mine)) {
    const person = await Person.arrive(place);
    await person.logIn(people[role]);
    person.expect(new URL(person.page.url()).pathname === first, `${role} does not begin at ${first}`);
    await person.look(`${role}-first`);
    const menu = await person.page.locator("header nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    person.expect(menu.every((path) => pages.includes(path)), `the menu of ${role} leads to ${menu}`);
    for (const path of all) {
      const status = (await person.open(path)).status();
      const allowed = pages.includes(path);
      person.expect(status === (allowed ? 200 : 403), `${role} gets ${status} for ${path}`);
      if (!allowed) {
        await person.expectText("h1", "Dit hoort niet bij uw rol");
        const content = await person.page.content();
        person.expect(!place.letter.some((words) => content.includes(words)), `${role} sees words of a letter`);
      }
    }
    await person.look(`${role}-not-allowed`);
    await person.logOut();
  }
}
