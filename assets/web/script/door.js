// SPDX-License-Identifier: EUPL-1.2
//
// The tally at the door. A press counts at once and waits on this device until the program has it, so that a door without
// network counts too. Without this file the four buttons are a plain form.
(() => {
  "use strict";

  const place = "inloop-door"; // in localStorage
  const again = 30_000; // ms between two tries of what waits
  const patience = 10_000; // ms for one answer
  const undoTime = 60_000; // ms in which the last press can be taken back

  // What waits, oldest first: presses { press, reason, hour } and presses to take back { press, undo: true }. The list is read
  // anew each time, because the same page may be open twice.
  const queue = {
    memory: [], // where the browser keeps nothing
    read() {
      try {
        const list = JSON.parse(localStorage.getItem(place) ?? "[]");
        return Array.isArray(list) ? list.filter((item) => typeof item?.press === "string") : [];
      } catch {
        return this.memory;
      }
    },
    write(list) {
      this.memory = list;
      try {
        localStorage.setItem(place, JSON.stringify(list));
      } catch {
        // Then it lives as long as this page.
      }
    },
    add(item) {
      this.write([...this.read(), item]);
    },
    remove({ press, undo }) {
      this.write(this.read().filter((item) => item.press !== press || item.undo !== undo));
    },
    has({ press }) {
      return this.read().some((item) => item.press === press && !item.undo);
    },
  };

  const form = document.querySelector("[data-door]");
  const state = document.querySelector("[data-door-state]");
  const login = document.querySelector("[data-door-login]");
  const undoBar = document.querySelector("[data-door-undo]");
  const undoWords = document.querySelector("[data-door-last]");
  const tried = new Set(); // presses the program may have seen
  let last = null; // the press that may be taken back
  let undoTimer = 0;
  let tooOld = 0;

  const buttonOf = (reason) => [...form.querySelectorAll("button[name=reason]")].find((b) => b.value === reason);

  function count(reason, step) {
    const number = buttonOf(reason)?.querySelector("[data-count]");
    if (number) {
      number.textContent = String(Math.max(0, Number(number.textContent) + step));
    }
  }

  function show() {
    const waiting = queue.read().length;
    const words = [];
    if (waiting > 0) {
      words.push(`${waiting} nog niet verstuurd.`);
    }
    if (tooOld > 0) {
      words.push(`${tooOld} te oud of onbekend: telt niet mee.`);
    }
    state.textContent = words.join(" ");
  }

  function newPress() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function isToday({ hour }) {
    return new Date(hour * 1000).toDateString() === new Date().toDateString();
  }

  function press(button) {
    const hour = Math.floor(Date.now() / 3_600_000) * 3600;
    const item = { press: newPress(), reason: button.value, hour };
    queue.add(item);
    count(item.reason, 1);
    offerUndo(item, button.dataset.label);
    show();
    send();
  }

  function offerUndo(item, label) {
    document.querySelector("[data-door-server]").hidden = true;
    last = item;
    const now = buttonOf(item.reason).querySelector("[data-count]").textContent;
    undoWords.textContent = `Geteld: ${label}, nu ${now} vandaag.`;
    undoBar.hidden = false;
    clearTimeout(undoTimer);
    undoTimer = setTimeout(endUndo, undoTime);
  }

  function endUndo() {
    last = null;
    undoBar.hidden = true;
  }

  // A press that never left goes from the list; one that the program may have is taken back there.
  function undo() {
    if (last) {
      queue.remove(last);
      if (tried.has(last.press)) {
        queue.add({ press: last.press, undo: true });
      }
      count(last.reason, -1);
    }
    clearTimeout(undoTimer);
    endUndo();
    show();
    send();
  }

  async function post(item) {
    const fields = new URLSearchParams({ csrf: form.elements.csrf.value, press: item.press, quiet: "yes" });
    if (!item.undo) {
      fields.set("reason", item.reason);
      fields.set("hour", String(item.hour));
    }
    const answer = await fetch(item.undo ? "/door/undo" : "/door", {
      method: "POST",
      body: fields,
      credentials: "same-origin",
      redirect: "manual", // to the login: has status 0
      signal: AbortSignal.timeout(patience),
    });
    return answer.status;
  }

  // Whether the next one may be tried.
  function settle(item, status) {
    const loggedOut = status === 0 || status === 401 || status === 403;
    login.hidden = !loggedOut;
    if (loggedOut || status === 429 || status >= 500) {
      return false;
    }
    // Anything else than "done" is final: too old, or nothing that the program knows. A press that was taken back
    // meanwhile is not in the list any more, and its number is right already.
    if (status !== 204 && !item.undo && queue.has(item)) {
      ++tooOld;
      if (isToday(item)) {
        count(item.reason, -1);
      }
    }
    queue.remove(item);
    return true;
  }

  async function sendList() {
    for (let item = queue.read()[0]; item; item = queue.read()[0]) {
      tried.add(item.press);
      const status = await post(item).catch(() => 503);
      if (!settle(item, status)) {
        return;
      }
      show();
    }
  }

  // One loop at a time. Who asks while it runs is served by it: it looks again before it ends, also after a failure.
  let asked = false;
  let sending = false;
  async function send() {
    asked = true;
    if (sending) {
      return;
    }
    sending = true;
    try {
      while (asked) {
        asked = false;
        await sendList();
      }
    } finally {
      sending = false;
      show();
    }
  }

  function countWhatWaits() {
    for (const item of queue.read()) {
      tried.add(item.press); // perhaps, before this page was loaded
      if (!item.undo && isToday(item)) {
        count(item.reason, 1);
      }
    }
  }

  if (form) {
    countWhatWaits();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.submitter?.name === "reason") {
        press(event.submitter);
      }
    });
    document.querySelector("[data-door-undo-press]").addEventListener("click", undo);
    window.addEventListener("online", send);
    window.addEventListener("storage", show);
    setInterval(() => queue.read().length > 0 && send(), again);
    show();
    if (queue.read().length > 0) {
      send();
    }
  }
})();
