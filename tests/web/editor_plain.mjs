// SPDX-License-Identifier: EUPL-1.2
//
// The same work in a browser without scripts.
import { Person } from "./person.mjs";

export async function withoutScripts(place, state) {
  const vera = await Person.arrive(place, { scripts: false, state });
  const { page } = vera;
  await vera.open("/pages/privacy_nl");
  await page.fill("#page-body", "Zonder scripts geschreven, betreffende dit scherm.");
  await page.check("input[name=letters]");
  await vera.press("button[value=look]");
  vera.expect((await page.inputValue("#page-body")).startsWith("Zonder scripts"), "looking lost what was typed");
  vera.expect((await page.locator("#look img").count()) > 0, "no preview without scripts");
  await vera.expectText("#look", /Schrijf liever: over/);
  await vera.look("editor-look");
  await vera.press("main button[value=save]:not(.hidden)");
  await vera.expectText(".notice--done", /^Uw concept is bewaard/);
  await vera.open("/door");
  await vera.press("button[name=reason][value=curious]");
  await vera.expectText(".notice--done", "Geteld.");
  await vera.look("editor-door");
  await page.context().close();
}
