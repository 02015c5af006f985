// SPDX-License-Identifier: EUPL-1.2
//
// The shift of an officer whose browser runs no scripts: the forms do all of it.
import { Person } from "./person.mjs";
import { note, search } from "./shift_lead.mjs";

export async function colleague(place, login) {
  const person = await Person.arrive(place, { scripts: false });
  await person.logIn(login);
  await person.expectText("h1", "Sinds uw vorige dienst");
  await person.look("shift");
  await person.press("a.row");
  await person.expectText(".message__text", place.letter[1]);
  await person.expectText(".note .kept-lines", note);
  await person.look("entry");

  await person.page.selectOption("#standard", { index: 1 });
  await person.press("button[value=insert]");
  const inserted = await person.page.inputValue("#answer");
  person.expect(inserted.length > 0, "no standard answer is put in");
  await person.page.check(".entry__answer input[value=in_hand]");
  await person.press("button[value=send]");
  await person.expectText(".notice", /^Uw antwoord is verzegeld/);

  await person.page.click("text=Draag over aan collega");
  await person.page.selectOption("#colleague", { label: "Henk" });
  await person.page.fill("#hand-over-note", "Ik ben geweest. Jij kent de eigenaar.");
  await person.look("hand-over");
  await person.press("form[action$='/hand-over'] button");
  await person.expectText(".notice", "Overgedragen.");

  await search(person);
  await person.open("/");
  await person.press("main .switch-form button");
  person.expect((await person.page.locator("main [role=switch][aria-checked]").count()) === 1, "no switch of presence");
  await person.press(".shift-end button");
  await person.expectText(".notice", "Uw dienst is klaar. Tot de volgende keer.");
  await person.logOut();
}
