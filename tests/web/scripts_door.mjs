// SPDX-License-Identifier: EUPL-1.2
//
// What the script of the tally at the door adds: no press is lost, and none counts twice.

const button = (reason) => `[data-door] [value=${reason}]`;
const number = (page, reason) => page.textContent(`${button(reason)} [data-count]`);
const queue = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("inloop-door") ?? "[]"));
const said = (page) => page.textContent("[data-door-state]");
const nothingWaits = (page) =>
  page.waitForFunction(() => JSON.parse(localStorage.getItem("inloop-door") ?? "[]").length === 0, null, { timeout: 5000 });

// Answers each post as `answer` says (a status, or a function of the number); null is a network that fails. Gives what
// arrived, as URLSearchParams with the path as `to`.
async function openDoor(page, root, answer) {
  const posts = [];
  await page.route(/\/door(\/undo)?$/, async (route) => {
    const fields = new URLSearchParams(route.request().postData());
    fields.to = new URL(route.request().url()).pathname;
    posts.push(fields);
    const status = typeof answer === "function" ? await answer(posts.length) : answer;
    await (status === null ? route.abort("internetdisconnected") : route.fulfill({ status }));
  });
  await page.goto(`${root}/everyday-door.html`);
  return posts;
}

// A network that somebody else switches.
function network(status) {
  const line = { status, answer: () => line.status };
  return line;
}

// The first answer comes when it is released.
function heldFirst(first) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  return { release: () => release(), answer: async (number) => (number === 1 ? (await held, first) : 204) };
}

async function arrived(posts, count, page) {
  for (let tries = 0; posts.length < count && tries < 100; ++tries) {
    await page.waitForTimeout(50);
  }
}

export const doorCases = {
  "a press counts at once and is sent": async (page, root) => {
    const posts = await openDoor(page, root, 204);
    await page.click(button("question"));
    const counted = `${await number(page, "question")} ${await page.textContent("[data-door-last]")}`;
    await nothingWaits(page);
    const [post] = posts;
    const right =
      post.to === "/door" && post.get("reason") === "question" && /^[0-9a-f]{32}$/.test(post.get("press")) &&
      Number(post.get("hour")) % 3600 === 0 && Math.abs(Date.now() / 1000 - Number(post.get("hour"))) <= 3600 &&
      post.get("quiet") === "yes" && post.get("csrf") === "0f8a6c3d9b";
    return counted === "5 Geteld: Een vraag, nu 5 vandaag." && right && posts.length === 1 && (await said(page)) === "";
  },
  "without network a press is kept, without the csrf, and sent later": async (page, root) => {
    const line = network(null);
    const posts = await openDoor(page, root, line.answer);
    await page.click(button("report"));
    await arrived(posts, 1, page);
    const [kept] = await queue(page);
    const words = await said(page);
    line.status = 204;
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await nothingWaits(page);
    const same = posts.every((post) => post.get("press") === kept.press) && posts.length === 2;
    return same && words === "1 nog niet verstuurd." && !("csrf" in kept) && (await number(page, "report")) === "5";
  },
  "what waits outlives the page, and goes with the next press": async (page, root) => {
    const line = network(null);
    const posts = await openDoor(page, root, line.answer);
    await page.click(button("other"));
    await arrived(posts, 1, page);
    await page.reload();
    const counted = await number(page, "other");
    line.status = 204;
    await page.click(button("curious"));
    await nothingWaits(page);
    const reasons = posts.slice(-2).map((post) => post.get("reason"));
    return counted === "5" && reasons.join() === "other,curious";
  },
  "what waits is tried again after half a minute": async (page, root) => {
    await page.clock.install();
    const line = network(null);
    const posts = await openDoor(page, root, line.answer);
    await page.click(button("other"));
    await arrived(posts, 1, page);
    line.status = 204;
    await page.clock.runFor(29_000);
    const early = posts.length;
    await page.clock.runFor(2_000);
    await nothingWaits(page);
    return early === 1 && posts.length === 2;
  },
  "a press while one is being sent is sent right after it": async (page, root) => {
    const first = heldFirst(204);
    const posts = await openDoor(page, root, first.answer);
    await page.click(button("curious"));
    await arrived(posts, 1, page);
    await page.click(button("question"));
    await page.click(button("question"));
    const waiting = await said(page);
    first.release();
    await nothingWaits(page);
    const different = new Set(posts.map((post) => post.get("press"))).size;
    return waiting === "3 nog niet verstuurd." && posts.length === 3 && different === 3;
  },
  "a press while a sending fails does not wait for the next half minute": async (page, root) => {
    const first = heldFirst(null);
    const posts = await openDoor(page, root, first.answer);
    await page.click(button("curious"));
    await arrived(posts, 1, page);
    await page.click(button("question"));
    first.release();
    await nothingWaits(page);
    return posts.map((post) => post.get("reason")).join() === "curious,curious,question";
  },
  "undo takes a press that never left off the list": async (page, root) => {
    const first = heldFirst(204);
    const posts = await openDoor(page, root, first.answer);
    await page.click(button("curious"));
    await arrived(posts, 1, page);
    await page.click(button("question"));
    await page.click("[data-door-undo-press]");
    first.release();
    await nothingWaits(page);
    await page.waitForTimeout(200);
    return posts.length === 1 && (await number(page, "question")) === "4" && (await number(page, "curious")) === "5";
  },
  "undo of a press that was sent takes it back there": async (page, root) => {
    const posts = await openDoor(page, root, 204);
    await page.click(button("question"));
    await nothingWaits(page);
    await page.click("[data-door-undo-press]");
    await arrived(posts, 2, page);
    await nothingWaits(page);
    const [press, undo] = posts;
    const back = undo.to === "/door/undo" && undo.get("press") === press.get("press") && undo.get("quiet") === "yes";
    return back && (await number(page, "question")) === "4" && !(await page.isVisible("[data-door-undo-press]"));
  },
  "undo while a press is on its way comes after it": async (page, root) => {
    const first = heldFirst(204);
    const posts = await openDoor(page, root, first.answer);
    await page.click(button("question"));
    await arrived(posts, 1, page);
    await page.click("[data-door-undo-press]");
    first.release();
    await arrived(posts, 2, page);
    await nothingWaits(page);
    return posts.map((post) => post.to).join() === "/door,/door/undo" && (await number(page, "question")) === "4";
  },
  "undo is there for a minute": async (page, root) => {
    await page.clock.install();
    await openDoor(page, root, 204);
    await page.click(button("question"));
    await page.clock.runFor(58_000);
    const before = await page.isVisible("[data-door-undo-press]");
    await page.clock.runFor(3_000);
    return before && !(await page.isVisible("[data-door-undo-press]"));
  },
  "a press that is too old goes, and that is said": async (page, root) => {
    await openDoor(page, root, 409);
    await page.click(button("question"));
    await nothingWaits(page);
    await page.waitForFunction(() => document.querySelector("[data-door-state]").textContent.includes("telt niet mee"));
    return (await number(page, "question")) === "4";
  },
  "who is logged out keeps the press and is told to log in": async (page, root) => {
    const line = network(403);
    await openDoor(page, root, line.answer);
    await page.click(button("question"));
    await page.waitForSelector("[data-door-login]", { state: "visible" });
    const kept = (await queue(page)).length;
    line.status = 204;
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await nothingWaits(page);
    await page.waitForSelector("[data-door-login]", { state: "hidden" });
    return kept === 1 && (await number(page, "question")) === "5";
  },
  "without scripts the buttons are a form": async (page, root) => {
    const context = await page.context().browser().newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${root}/everyday-door.html`);
    const sent = plain.waitForRequest((request) => request.method() === "POST");
    await plain.click(button("question"));
    const post = new URLSearchParams((await sent).postData());
    await context.close();
    return post.get("reason") === "question" && !post.has("quiet") && !post.has("press");
  },
};
