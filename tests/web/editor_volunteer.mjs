// SPDX-License-Identifier: EUPL-1.2
//
// Vera, a volunteer who never heard of Markdown: with scripts, at a laptop and on a phone.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { Person } from "./person.mjs";

export const opening = "Dit schreef Vera voor u. Loop gerust binnen.";
const pilot = "/pages/pilot_nl";
const phone = { width: 390, height: 844 };

// A photo as a phone makes it, drawn here: hills under a sky.
async function photo(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 900 });
    const draw = canvas.getContext("2d");
    const sky = draw.createLinearGradient(0, 0, 0, 900);
    sky.addColorStop(0, "#7fb2e5");
    sky.addColorStop(1, "#f7e3b5");
    draw.fillStyle = sky;
    draw.fillRect(0, 0, 1600, 900);
    draw.fillStyle = "#3b7a57";
    draw.beginPath();
    draw.ellipse(500, 900, 800, 300, 0, 0, 7);
    draw.fill();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

async function addPicture(vera) {
  const { page } = vera;
  await vera.open("/pictures");
  await page.setInputFiles("#file", { name: "script.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<script>alert(1)</script>") });
  await page.fill("#alt", "Heuvels bij Assen");
  await vera.press("form[action='/pictures'] button[type=submit]");
  await vera.expectText(".notice", /^Dit is geen foto/);
  await page.setInputFiles("#file", { name: "heuvels.jpg", mimeType: "image/jpeg", buffer: await photo(page) });
  vera.expect((await page.inputValue("#alt")) === "Heuvels bij Assen", "the words for a picture are gone after a wrong file");
  await vera.press("form[action='/pictures'] button[type=submit]");
  await vera.expectText(".notice", /^De foto is bewaard/);
  await vera.look("editor-pictures");
}

const lookOf = (page) => page.getAttribute("#look img", "src");

// Waits until the preview is another one than `before`, and gives its picture.
async function nextLook(page, before) {
  await page.waitForFunction((old) => {
    const image = document.querySelector("#look img");
    return image && image.getAttribute("src") !== old && image.complete && image.naturalWidth > 0;
  }, before);
  return page.evaluate(async () => {
    const answer = await fetch(document.querySelector("#look img").src);
    return [...new Uint8Array(await answer.arrayBuffer())];
  });
}

async function type(page, text) {
  await page.click(".CodeMirror");
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(text);
}

// Types below what she put on top.
async function insertPicture(page) {
  await page.click("[data-tool=picture]");
  await page.click("[data-choices=picture] .choice:has-text('Heuvels bij Assen')");
}

export async function publish(vera) {
  const { page } = vera;
  vera.expect(new URL(page.url()).pathname === "/pages", "a volunteer does not begin at the pages");
  await vera.look("editor-list");
  await addPicture(vera);
  await vera.open(pilot);
  await vera.look("editor-page");
  const first = await lookOf(page);
  const began = Date.now();
  await type(page, `${opening} \n\n`);
  await nextLook(page, first);
  const took = Date.now() - began;
  const second = await lookOf(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await insertPicture(page);
  const preview = await nextLook(page, second);
  console.log(`preview after ${took} ms, typing included`);
  await vera.look("editor-typed");
  await page.setViewportSize(phone);
  await vera.look("editor-typed-phone");
  await page.setViewportSize({ width: 1280, height: 800 });
  writeFileSync(join(vera.place.pictures, "preview-published.png"), Buffer.from(preview));
  await vera.press("button[value=publish]");
  await vera.expectText(".notice--done", /^Dit gaat nu naar het scherm/);
  await vera.look("editor-published");
}

export async function undo(place, state) {
  const vera = await Person.arrive(place, { state });
  await vera.open(pilot);
  await vera.page.click("details.undo > summary");
  await vera.press("[form=undo-form]");
  await vera.expectText(".notice--done", /^Teruggehaald/);
  vera.expect(!(await vera.page.inputValue("#page-body")).includes(opening), "the opening is still there after the undo");
  await vera.look("editor-undone");
  await vera.open("/notices");
  await vera.look("editor-notices-volunteer");
  await wrongNumber(vera);
  await vera.page.context().close();
}

// A number that is typed is refused with its line; nothing is lost.
async function wrongNumber(vera) {
  const { page } = vera;
  await vera.open(pilot);
  await type(page, "Bel 0592-123456.\n\n");
  await page.waitForSelector("#look .notice:has-text('telefoonnummer')");
  await vera.press("button[value=publish]");
  await vera.expectText(".notice--late", "Er klopt nog iets niet. Hieronder staat wat.");
  await vera.expectText("#look .found li", /^Regel 1: Er staat een telefoonnummer/);
  vera.expect((await page.inputValue("#page-body")).startsWith("Bel 0592-123456."), "what was typed is gone");
  await page.setViewportSize(phone);
  await vera.look("editor-refused-phone");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.click("summary:has-text('Gooi dit concept weg')");
  await vera.press("button[value=drop]");
  await vera.expectText(".notice--done", /^Het concept is weg/);
}

// On a phone, and without a network for a while.
export async function countAtTheDoor(place, state) {
  const vera = await Person.arrive(place, { state });
  const { page } = vera;
  await page.setViewportSize(phone);
  await vera.open("/door");
  const question = page.locator("button[name=reason][value=question]");
  await question.click();
  await page.context().setOffline(true);
  await question.click();
  await question.click();
  await page.waitForSelector("text=2 nog niet verstuurd");
  await vera.look("editor-door-phone");
  await page.context().setOffline(false);
  await page.waitForSelector("text=nog niet verstuurd", { state: "hidden" });
  await vera.open("/door");
  const counted = await question.innerText();
  vera.expect(/\b3\b/.test(counted), `three pressed, the door says '${counted}'`);
  await vera.page.context().close();
}
