// SPDX-License-Identifier: EUPL-1.2
//
// The shift of the lead, with scripts.
import { Person, readLogin } from "./person.mjs";

export const note = "Ingrid, kun jij dinsdag kijken? Ik ben er dan niet.";

// Lets four people in, one of each other role. Gives their logins by role.
async function letIn(person) {
  const people = {};
  for (const [role, name] of Object.entries({ officer: "Ingrid", volunteer: "Vera", evaluator: "Els", privacy_officer: "Piet" })) {
    await person.open("/people");
    await person.page.fill("#new-name", name);
    await person.page.check(`input[name=role][value=${role}]`);
    await person.press("form[action='/people/add'] button[type=submit]");
    await person.expectText("h1", `${name} kan inloggen`);
    const words = await person.page.locator(".words span").allTextContents();
    people[role] = { name, passphrase: words.join(" "), secret: (await person.page.textContent(".secret")).trim() };
  }
  await person.look("person-new");
  await person.open("/people");
  await person.look("people");
  return people;
}

async function review(person, letters) {
  await person.open("/");
  await person.expectText("h1", "Sinds uw vorige dienst");
  person.expect((await person.page.locator("a.row").count()) === letters.length, "the review does not show both letters");
  const content = await person.page.content();
  person.expect(!letters.some((words) => content.includes(words)), "the review shows words of a letter");
  await person.look("shift");
}

// A telephone number in an answer is asked about first; without it the answer goes.
async function answer(person, letter) {
  await person.press("main a[data-next]");
  await person.expectText(".message__text", letter);
  await person.look("entry");
  await person.page.fill("#answer", "Bel mij op 06-12345678.");
  await person.press("button[value=send]");
  await person.expectText(".entry__answer .notice h3", "Kijk dit nog even na");
  await person.look("entry-warned");
  await person.page.fill("#answer", "Dank u wel. Ik ga er deze week kijken.");
  await person.press("button[value=send]");
  await person.expectText(".notice", /^Uw antwoord is verzegeld/);
  await person.look("entry-answered");
  return new URL(person.page.url()).pathname;
}

async function handOver(person, letter) {
  await person.open("/");
  await person.press("a.row");
  await person.expectText(".message__text", letter);
  await person.page.click("text=Draag over aan collega");
  await person.page.selectOption("#colleague", { label: "Ingrid" });
  await person.page.fill("#hand-over-note", note);
  await person.press("form[action$='/hand-over'] button");
  await person.expectText(".notice", "Overgedragen.");
  await person.expectText(".note .kept-lines", note);
  await person.look("entry-handed-over");
}

async function noteTalk(person) {
  await person.open("/walk-in");
  await person.look("walk-in");
  await person.page.fill("#text", "Een buurvrouw vroeg naar de verlichting in de steeg.");
  await person.page.selectOption("#subject", { index: 1 });
  await person.page.selectOption("#street", { index: 1 });
  await person.page.check("input[value=in_hand]");
  await person.press("main button[type=submit]");
  await person.expectText(".notice", "Het gesprek is bewaard.");
}

// Going back from a letter shows again what was found.
export async function search(person) {
  for (const [words, hits] of [["olifant", 0], ["steeg", 1]]) {
    await person.open("/entries");
    await person.page.fill("#search", words);
    await person.press(".search button");
    person.expect(!person.page.url().includes(words), "the words of a search stand in its address");
    person.expect((await person.page.locator("a.row").count()) === hits, `'${words}' is not found ${hits} times`);
    await person.look(`search-${hits}`);
  }
  await person.press("a.row");
  await person.page.goBack();
  person.expect((await person.page.inputValue("#search")) === "steeg", "going back does not show the search");
}

async function bePresent(person) {
  const here = () => person.page.locator("main [role=switch]").getAttribute("aria-checked");
  await person.open("/");
  for (const [now, words] of [["true", /^U staat op aanwezig/], ["false", "U staat op afwezig."]]) {
    await person.press("main .switch-form button");
    person.expect((await here()) === now, `the switch is not ${now}`);
    await person.expectText(".notice", words);
  }
  await person.press("main .switch-form button");
  await person.look("shift-present");
}

// Times are typed as people write them, and stand as 24 hours whatever the language of the browser is. Enter saves; what
// cannot be saved stays in the form.
async function setRoster(person) {
  await person.open("/roster");
  const times = person.page.locator(".shift input");
  await times.nth(0).fill("9:00");
  await times.nth(1).fill("1230");
  await Promise.all([person.page.waitForNavigation(), times.nth(1).press("Enter")]);
  await person.expectText(".notice", "Het rooster is bewaard.");
  person.expect((await times.nth(0).inputValue()) === "09:00", "9:00 is not 09:00");
  person.expect((await times.nth(1).inputValue()) === "12:30", "1230 is not 12:30");
  await person.look("roster");
  await times.nth(0).fill("13:00");
  await person.press("button[value=save]");
  await person.expectText(".shift .problem", /^Een dienst begint voor hij eindigt/);
  person.expect((await times.nth(0).inputValue()) === "13:00", "13:00 is gone from the form");
  await person.look("roster-wrong");
}

async function seeTheRest(person, entry) {
  const pages = { entries: "/entries", closed: "/entries?view=closed", pattern: "/pattern", kiosks: "/kiosks", audit: "/audit",
    health: "/health", print: `${entry}/print` };
  for (const [name, path] of Object.entries(pages)) {
    await person.open(path);
    await person.look(name);
  }
  await person.open("/kiosks");
  await person.press("form[action='/kiosks/pair'] button");
  await person.look("pairing");
  await person.page.setViewportSize({ width: 390, height: 844 });
  for (const [name, path] of Object.entries({ shift: "/", entry, roster: "/roster", audit: "/audit" })) {
    await person.open(path);
    await person.look(`${name}-phone`);
  }
  await person.page.locator("details.menu > summary").click();
  await person.look("menu-phone");
  await person.page.setViewportSize({ width: 1280, height: 800 });
}

async function endShift(person) {
  await person.open("/");
  await person.expectText(".shift-end button", /^Klaar: \d+ open$/);
  await person.press(".shift-end button");
  await person.expectText(".notice", "Uw dienst is klaar. Tot de volgende keer.");
  await person.look("shift-ended");
}

// Gives the logins of the others and the address of a letter.
export async function lead(place) {
  const person = await Person.arrive(place);
  await person.open("/login");
  await person.look("login");
  await person.logIn(readLogin(place.login));
  const people = await letIn(person);
  await review(person, place.letter);
  const entry = await answer(person, place.letter[0]);
  await handOver(person, place.letter[1]);
  await noteTalk(person);
  await search(person);
  await bePresent(person);
  await setRoster(person);
  await seeTheRest(person, entry);
  await endShift(person);
  await person.logOut();
  return { people, entry };
}
