// SPDX-License-Identifier: EUPL-1.2
//
// Henk, who leads: lets a volunteer in, writes what was done with a question, looks after facts, and sees to four eyes.
import { Person, readLogin } from "./person.mjs";

// Both logged in.
export async function letIn(place) {
  const lead = await Person.arrive(place);
  await lead.logIn(readLogin(place.login));
  await lead.open("/people");
  await lead.page.fill("#new-name", "Vera");
  await lead.page.check("input[name=role][value=volunteer]");
  await lead.press("form[action='/people/add'] button[type=submit]");
  const words = await lead.page.locator(".words span").allTextContents();
  const secret = (await lead.page.textContent(".secret")).trim();
  const vera = await Person.arrive(place);
  await vera.logIn({ name: "Vera", passphrase: words.join(" "), secret });
  return { lead, vera };
}

const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

// A template is not a sentence before its dots are filled.
async function whatWasDone(lead) {
  const { page } = lead;
  await lead.open("/notices");
  await page.check("input[name=kind][value=done]");
  await page.fill("[name=nl]", "U vroeg om meer toezicht bij ... . Wij lopen er nu vaker.");
  await page.fill("[name=until]", day(6));
  await lead.press("form[action='/notices'] button[type=submit]");
  await lead.expectText(".notice--late", "Schrijf eerst iets op.");
  await page.fill("[name=nl]", "U vroeg om meer toezicht bij mevrouw Jansen. Wij lopen er nu vaker.");
  await lead.press("form[action='/notices'] button[type=submit]");
  await lead.expectText(".notice--late", /naam, nummer of adres/);
  await lead.look("editor-notice-names");
  await page.fill("[name=nl]", "U vroeg om meer toezicht bij het station. Wij lopen er nu vaker.");
  await lead.press("form[action='/notices'] button[type=submit]");
  await lead.expectText(".notice--done", "De regel is bewaard.");
  await lead.look("editor-notices");
}

export async function newsAndFacts(place, state) {
  const lead = await Person.arrive(place, { state });
  await whatWasDone(lead);
  await lead.open("/facts");
  await lead.look("editor-facts");
  await lead.page.click("#fact-municipality summary:has-text('Het klopt nog')");
  await lead.press("form[action$='/municipality/checked'] button");
  await lead.expectText(".notice--done", "Nagekeken. Dank u wel.");
  await lead.page.context().close();
}

// What Vera offers, Henk puts on the screen; his own words he does not.
export async function fourEyes(place, leadState, veraState) {
  const lead = await Person.arrive(place, { state: leadState });
  await lead.open("/pages");
  await lead.page.check("input[name=four_eyes]");
  await lead.press("form[action='/pages/rules'] button");
  await lead.expectText(".notice--done", "De afspraken zijn bewaard.");
  const vera = await Person.arrive(place, { state: veraState });
  await vera.open("/pages/when_nl");
  vera.expect((await vera.page.locator("button[value=publish]").count()) === 0, "a volunteer may publish despite four eyes");
  await vera.page.fill("#page-title", "Wanneer bent u er?");
  await vera.press("button[value=offer]");
  await vera.expectText(".notice--done", /^Een agent kijkt ernaar/);
  await vera.look("editor-offered");
  await lead.open("/pages");
  await lead.look("editor-waiting");
  await lead.press("a[href='/pages/when_nl']");
  await lead.look("editor-four-eyes");
  await lead.press("button[value=publish]");
  await lead.expectText(".notice--done", /^Dit gaat nu naar het scherm/);
  await lead.page.context().close();
  await vera.page.context().close();
}
