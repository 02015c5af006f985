// SPDX-License-Identifier: EUPL-1.2
//
// What the script of the editor of pages adds.
import { axe, measured } from "./checks.mjs";

const lookAddress = /\/pages\/report-crime_nl\/look$/;
const body = (page) => page.inputValue("#page-body");
const write = async (page, text) => {
  await page.click(".CodeMirror-lines");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
};
const seen = (page) => page.textContent("#look");
const says = (page, text) => page.waitForFunction((text) => document.getElementById("look").textContent.includes(text), text);

async function open(page, root, name = "everyday-page-edit.html") {
  await page.goto(`${root}/${name}`);
  await page.waitForSelector(".CodeMirror-code[role=textbox]");
}

// Answers each question for the look as `answer` says; gives what was asked, as URLSearchParams.
async function answerLook(page, answer) {
  const asked = [];
  await page.route(lookAddress, async (route) => {
    asked.push(new URLSearchParams(route.request().postData()));
    await answer(route, asked.length);
  });
  return asked;
}

const html = (route, text) => route.fulfill({ contentType: "text/html", body: `<p>${text}</p>` });

// What a page is sent as, without leaving it.
async function nextPost(page, act) {
  const sent = new Promise((resolve) => {
    page.route(/\/pages\/report-crime_nl$/, (route) => {
      resolve(new URLSearchParams(route.request().postData()));
      return route.fulfill({ status: 204 });
    });
  });
  await act();
  return sent;
}

export const editorCases = {
  "a fact goes into a paragraph of its own": async (page, root) => {
    await open(page, root);
    const before = await body(page);
    await page.click("[data-tool=fact]");
    await page.click('dialog[open] [data-insert="{fact: address}"]');
    const [first, ...rest] = before.split("\n\n");
    return (await body(page)) === [first, "{fact: address}", ...rest].join("\n\n");
  },
  "a picture goes behind the last paragraph, and one step back takes it away": async (page, root) => {
    await open(page, root);
    const before = await body(page);
    await write(page, "Klaar");
    await page.click("[data-tool=picture]");
    await page.click("dialog[open] [data-insert$='(fiets.jpg)']");
    const with_picture = (await body(page)).endsWith("Klaar\n\n![Een rij huizen. Bij één huis staat de deur open.](fiets.jpg)");
    await page.click("[data-tool=undo]");
    return with_picture && (await body(page)) === `${before}Klaar`;
  },
  "the tools write what a kiosk reads": async (page, root) => {
    const made = {};
    for (const tool of ["heading", "bold", "list", "steps", "notice"]) {
      await open(page, root, "empty-page-edit.html");
      await write(page, "Fiets");
      await page.keyboard.press("Control+a");
      await page.click(`[data-tool=${tool}]`);
      made[tool] = await body(page);
    }
    const wanted = { heading: "## Fiets", bold: "**Fiets**", list: "- Fiets", steps: "1. Fiets", notice: "> Fiets" };
    return JSON.stringify(made) === JSON.stringify(wanted) || `: ${JSON.stringify(made)}`;
  },
  "the screen follows what is typed": async (page, root) => {
    await open(page, root);
    const asked = await answerLook(page, (route) => html(route, "Ververst"));
    await write(page, "Nieuw einde");
    await says(page, "Ververst");
    const [fields] = asked;
    const whole = ["csrf", "version", "title", "from", "until"].every((name) => fields.has(name)) && !fields.has("do");
    return whole && asked.length === 1 && fields.get("body").endsWith("Nieuw einde");
  },
  "only the newest answer counts": async (page, root) => {
    await open(page, root);
    let release;
    const held = new Promise((resolve) => (release = resolve));
    const asked = await answerLook(page, async (route, number) => {
      if (number === 1) {
        await held;
      }
      await html(route, `Antwoord ${number}`).catch(() => {}); // the browser gave up the first
    });
    await page.check("[name=letters]");
    while (asked.length < 1) {
      await page.waitForTimeout(20);
    }
    await page.check("[name=shape]");
    await says(page, "Antwoord 2");
    release();
    await page.waitForTimeout(300);
    return asked.length === 2 && (await seen(page)).includes("Antwoord 2");
  },
  "of the program's own answer only what differs is put there": async (page, root) => {
    await open(page, root);
    const parts = "#look .verdicts, #look .notice";
    await page.evaluate((parts) => document.querySelectorAll(parts).forEach((part) => (part.kept = true)), parts);
    const answer = await (await fetch(`${root}/everyday-page-look.part`)).text();
    await answerLook(page, (route) => route.fulfill({ contentType: "text/html", body: answer.replaceAll("Blad 1", "Blad 7") }));
    await page.click("[data-look-now]");
    await says(page, "Blad 7");
    const whole = (await page.textContent(".cm-hard")) === "te dezer plaatse" && (await page.locator("#look img").count()) === 3;
    return whole && page.evaluate((parts) => [...document.querySelectorAll(parts)].every((part) => part.kept), parts);
  },
  "without an answer the old screen stays, and that is said": async (page, root) => {
    await open(page, root);
    const old = await seen(page);
    await answerLook(page, (route, number) => (number === 1 ? route.fulfill({ status: 500, body: "<p>x</p>" }) : html(route, "Weer goed")));
    await page.click("[data-look-now]");
    await page.waitForFunction(() => document.querySelector("[data-look-failed]").textContent.includes("niet worden ververst"));
    const same = (await seen(page)) === old;
    await page.click("[data-look-now]");
    await says(page, "Weer goed");
    return same && (await page.textContent("[data-look-failed]")) === "";
  },
  "hard words are marked where they stand": async (page, root) => {
    await open(page, root);
    return (await page.textContent(".cm-hard")) === "te dezer plaatse";
  },
  "what is typed is what is saved": async (page, root) => {
    await open(page, root);
    await write(page, "Nieuw einde");
    const fields = await nextPost(page, () => page.click(".editor-head__send [value=save]"));
    return fields.get("do") === "save" && fields.get("body").endsWith("Nieuw einde");
  },
  "Enter in the title saves, and never publishes": async (page, root) => {
    await open(page, root);
    await page.focus("#page-title");
    const fields = await nextPost(page, () => page.keyboard.press("Enter"));
    return fields.getAll("do").join() === "save";
  },
  "leaving with something typed in the editor asks first": async (page, root) => {
    await open(page, root);
    await write(page, "nog niet bewaard");
    let asked = false;
    page.once("dialog", (dialog) => ((asked = dialog.type() === "beforeunload"), dialog.accept()));
    await page.goto(`${root}/everyday-pages.html`);
    return asked;
  },
  "another size of the screen is nothing to save": async (page, root) => {
    await open(page, root);
    await answerLook(page, (route) => html(route, "Groot"));
    await page.check("[name=letters]");
    await says(page, "Groot");
    let asked = false;
    page.once("dialog", (dialog) => ((asked = true), dialog.accept()));
    await page.goto(`${root}/everyday-pages.html`);
    return !asked;
  },
  "Tab leaves the text, and letters are only letters there": async (page, root) => {
    await open(page, root);
    await write(page, "j?");
    await page.keyboard.press("Tab");
    const outside = await page.evaluate(() => document.activeElement.closest(".CodeMirror") === null);
    await page.keyboard.press("Shift+Tab");
    const inside = await page.evaluate(() => document.activeElement.closest(".CodeMirror") !== null);
    const shut = await page.evaluate(() => document.querySelector("dialog[open]") === null);
    return outside && inside && shut && (await body(page)).endsWith("j?");
  },
  "the label leads to the text": async (page, root) => {
    await open(page, root);
    await page.click("#page-body-label");
    return page.evaluate(() => document.activeElement.matches(".CodeMirror-code[aria-labelledby=page-body-label]"));
  },
  "nothing is wrong with the list of facts when it is open": async (page, root, axeSource) => {
    await open(page, root);
    await write(page, "tekst");
    await page.click("[data-tool=fact]");
    const found = [...(await measured(page)), ...(await axe(page, axeSource, { contrast: true }))];
    return found.length === 0 || `: ${found.join("; ")}`;
  },
};
