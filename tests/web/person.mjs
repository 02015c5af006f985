// SPDX-License-Identifier: EUPL-1.2
//
// A person at the pages of a log that serves, in a browser of his own.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { axe, measured } from "./checks.mjs";

// The code that an app shows at this moment (RFC 6238, 6 digits, 30 seconds) for a secret in base32.
export function oneTimeCode(secret, now = Date.now()) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac("sha1", key).update(step).digest();
  const number = hash.readUInt32BE(hash[hash.length - 1] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

// What `inloop-log init --demo-login` left.
export function readLogin(file) {
  const [name, passphrase, uri] = readFileSync(file, "utf8").split("\n");
  return { name, passphrase, secret: new URL(uri).searchParams.get("secret") };
}

// All that people share: { browser, url, packages, pictures, complaints }. What is wrong goes to `complaints`, a list of words.
export class Person {
  // `state`: what state() gave, to go on being logged in.
  static async arrive(place, { scripts = true, state } = {}) {
    const context = await place.browser.newContext({
      storageState: state,
      ignoreHTTPSErrors: true, // the certificate is the log's own
      javaScriptEnabled: scripts,
      reducedMotion: "reduce",
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("console", (message) => {
      // Being refused is an answer, and being offline was asked for; the browser calls both an error of loading.
      const meant = /status of 40[39] |ERR_INTERNET_DISCONNECTED/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !meant) {
        place.complaints.push(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => place.complaints.push(`script: ${error.message}`));
    return new Person(place, page, scripts);
  }

  constructor(place, page, scripts) {
    this.place = place;
    this.page = page;
    this.scripts = scripts;
    this.axe = readFileSync(join(place.packages, "axe-core/axe.min.js"), "utf8");
  }

  expect(fact, words) {
    if (!fact) {
      this.place.complaints.push(`${words} (at ${this.page.url()})`);
    }
  }

  async expectText(selector, text) {
    const found = (await this.page.locator(selector).first().textContent()).trim();
    this.expect(text instanceof RegExp ? text.test(found) : found === text, `${selector} says '${found}', not '${text}'`);
  }

  // Opens a page of the log.
  async open(path) {
    return this.page.goto(`${this.place.url}${path}`);
  }

  // Looks at the page as it is: no violation, nothing beside it, a picture. Axe needs timers, which no page without scripts has.
  async look(name) {
    await this.page.screenshot({ path: join(this.place.pictures, `log-${name}${this.scripts ? "" : "-plain"}.png`), fullPage: true });
    const found = await measured(this.page, { pictured: true });
    if (this.scripts) {
      found.push(...(await axe(this.page, this.axe, { contrast: true })));
    }
    this.place.complaints.push(...found.map((complaint) => `${name}: ${complaint}`));
  }

  // Presses what sends a form or follows a link, and waits for the page behind it.
  async press(selector) {
    await Promise.all([this.page.waitForNavigation(), this.page.locator(selector).first().click()]);
  }

  async logIn({ name, passphrase, secret }) {
    await this.open("/login");
    await this.page.fill("#name", name);
    await this.page.fill("#passphrase", passphrase);
    await this.page.fill("#code", oneTimeCode(secret));
    await this.press("main button[type=submit]");
    this.expect(!this.page.url().endsWith("/login"), `${name} is not let in`);
  }

  state() {
    return this.page.context().storageState();
  }

  async logOut() {
    await this.page.locator("details.menu > summary").click();
    await this.press("form[action='/logout'] button");
    await this.expectText("h1", "U bent uitgelogd");
    await this.open("/entries");
    this.expect(this.page.url().endsWith("/login"), "a page opens after logging out");
    await this.page.context().close();
  }
}
