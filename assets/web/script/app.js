// SPDX-License-Identifier: EUPL-1.2
//
// Makes the pages of the log nicer. Every page works without it; nothing here decides anything.
"use strict";

document.documentElement.classList.add("js");

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Keys of one letter can be switched off for who uses speech to type (WCAG 2.1.4).
const keysOff = {
  get: () => localStorage.getItem("inloop-keys") === "off",
  set: (off) => (off ? localStorage.setItem("inloop-keys", "off") : localStorage.removeItem("inloop-keys")),
};

function isTyping(target) {
  const fields = "input:not([type=checkbox]):not([type=radio]), textarea, select, dialog, [contenteditable]";
  return target.closest(fields) !== null;
}

function stepRows(step) {
  const rows = all("[data-row]");
  const now = rows.indexOf(document.activeElement);
  const next = now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + step, 0), rows.length - 1);
  rows[next]?.focus();
}

const shortcuts = {
  j: () => stepRows(1),
  k: () => stepRows(-1),
  o: () => document.activeElement?.matches("[data-row]") && document.activeElement.click(),
  a: () => goToAnswer(document.querySelector("[data-answer]")),
  n: () => document.querySelector("[data-next]")?.click(),
  "/": () => document.querySelector("[data-search]")?.focus(),
  "?": () => showHelp(),
};

// Behind what is already there.
function goToAnswer(field) {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

function showHelp() {
  document.querySelector("[data-help-dialog]")?.showModal();
}

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const act = plain && !isTyping(event.target) && !keysOff.get() && shortcuts[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  const off = document.querySelector("[data-keys-off]");
  if (off) {
    off.checked = keysOff.get();
    off.addEventListener("change", () => keysOff.set(off.checked));
  }
  document.querySelector("[data-help]")?.addEventListener("click", showHelp);
}

// Leaving a page with something typed asks first; sending it does not.
function guardDrafts() {
  let sending = false;
  const typed = (form) => all("textarea, input:not([type=hidden], [type=radio], [data-look-option])", form).some(changed);
  const changed = (field) =>
    field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  document.addEventListener("submit", () => (sending = true));
  window.addEventListener("beforeunload", (event) => {
    if (!sending && all("form[data-draft]").some(typed)) {
      event.preventDefault();
    }
  });
  // A page that comes back from the browser's history may be left again.
  window.addEventListener("pageshow", () => (sending = false));
}

// A sentence to begin with is put behind what stands there, never over it.
function putSentences() {
  for (const button of all("[data-puts]")) {
    const field = document.getElementById(button.dataset.puts);
    button.addEventListener("click", () => {
      field.value = `${field.value} ${button.dataset.text}`.trim();
      field.focus();
    });
  }
}

// A standard answer is added to what stands there, never put over it.
function fillStandardAnswers() {
  for (const select of all("select[data-fills]")) {
    const field = document.getElementById(select.dataset.fills);
    select.addEventListener("change", () => {
      const text = select.selectedOptions[0]?.dataset.text;
      if (text) {
        field.value = field.value.trim() ? `${field.value.trimEnd()}\n\n${text}` : text;
        select.value = "";
        field.focus();
      }
    });
  }
}

function closeMenus() {
  const menu = document.querySelector("details.menu");
  document.addEventListener("click", (event) => {
    if (menu?.open && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu?.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

function wireSmallThings() {
  for (const button of all("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
  for (const box of all("[data-show]")) {
    const field = document.getElementById(box.dataset.show);
    box.addEventListener("change", () => (field.type = box.checked ? "text" : "password"));
  }
  for (const select of all("select[data-submits]")) {
    select.addEventListener("change", () => select.form.requestSubmit());
  }
  const waiting = document.querySelector("[data-reload]");
  if (waiting) {
    setTimeout(() => location.reload(), Number(waiting.dataset.reload) * 1000);
  }
}

listenToKeys();
guardDrafts();
fillStandardAnswers();
putSentences();
closeMenus();
wireSmallThings();
