// SPDX-License-Identifier: EUPL-1.2
//
// The editor of pages: tools above the text, and the screen that follows what is typed. Without this file the same form
// works with its plain text field. EasyMDE stands before it in the same file (build.mjs).
(() => {
  "use strict";

  const pause = 400; // ms without a key before the screen follows
  const patience = 20_000; // ms: drawing a screen takes seconds on a small machine

  // Names of facts, as the kiosk reads them, look like one piece.
  const facts = {
    token(stream) {
      if (stream.match(/^\{[a-z]+: [^{}]+\}/)) {
        return "fact";
      }
      while (stream.next() && stream.peek() && stream.peek() !== "{");
      return null;
    },
  };

  // Only what a page of the kiosk knows has a key of its own; null takes a key of EasyMDE away.
  const shortcuts = Object.fromEntries(
    [
      "toggleItalic", "drawLink", "toggleHeadingSmaller", "toggleHeadingBigger", "toggleHeading1", "toggleHeading2",
      "toggleHeading3", "toggleHeading4", "toggleHeading5", "toggleHeading6", "drawImage", "toggleBlockquote",
      "toggleOrderedList", "toggleUnorderedList", "toggleCheckList", "toggleCodeBlock", "togglePreview",
      "toggleStrikethrough", "cleanBlock", "drawTable", "drawHorizontalRule", "toggleSideBySide", "toggleFullScreen",
    ].map((name) => [name, null]),
  );

  function openEditor(field) {
    const easy = new EasyMDE({
      element: field,
      autoDownloadFontAwesome: false,
      direction: field.dir,
      forceSync: true, // what is sent, and what leaving asks about, is the field itself
      indentWithTabs: false,
      inputStyle: "contenteditable", // which screen readers can read, and the browser's own spelling looks at
      minHeight: "360px",
      nativeSpellcheck: true,
      overlayMode: { mode: facts, combine: true },
      shortcuts,
      spellChecker: false,
      status: false,
      toolbar: false,
      unorderedListStyle: "-",
    });
    const text = easy.codemirror;
    // Tab leaves the text as it leaves any field.
    text.setOption("extraKeys", { ...text.getOption("extraKeys"), Tab: false, "Shift-Tab": false });
    makeReadable(text, field);
    return easy;
  }

  // What assistive technology hears: a text field with the label of the plain one.
  function makeReadable(text, field) {
    const input = text.getInputField();
    const attributes = {
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": field.labels[0].id,
      lang: field.lang,
    };
    for (const [name, value] of Object.entries(attributes)) {
      input.setAttribute(name, value);
    }
    text.getWrapperElement().closest(".EasyMDEContainer").removeAttribute("role"); // "application" silences reading
    field.labels[0].addEventListener("click", () => text.focus());
    // An address that leads to the plain field, which is hidden now, leads to this one.
    const arrive = () => location.hash === `#${field.id}` && text.focus();
    window.addEventListener("hashchange", arrive);
    arrive();
  }

  // In a paragraph of its own, behind the one where the cursor stands.
  function insertParagraph(text, words) {
    let line = text.getCursor("to").line;
    const blank = (number) => !text.getLine(number)?.trim();
    while (!blank(line) && !blank(line + 1)) {
      ++line;
    }
    const first = blank(line);
    const before = first ? (line > 0 && !blank(line - 1) ? "\n" : "") : "\n\n";
    const after = line + 1 < text.lineCount() && !blank(line + 1) ? "\n" : "";
    const end = { line, ch: text.getLine(line).length };
    text.replaceRange(before + words + after, first ? { line, ch: 0 } : end, end);
    text.setCursor({ line: line + before.length, ch: words.length });
    text.focus();
  }

  function chooseFrom(kind, text) {
    const dialog = document.querySelector(`dialog[data-choices="${kind}"]`);
    for (const choice of dialog.querySelectorAll("[data-insert]")) {
      choice.onclick = () => {
        dialog.close();
        insertParagraph(text, choice.dataset.insert);
      };
    }
    return () => dialog.showModal();
  }

  function wireTools(easy) {
    const text = easy.codemirror;
    const tools = {
      heading: () => EasyMDE.toggleHeading2(easy),
      bold: () => EasyMDE.toggleBold(easy),
      list: () => EasyMDE.toggleUnorderedList(easy),
      steps: () => EasyMDE.toggleOrderedList(easy),
      notice: () => EasyMDE.toggleBlockquote(easy),
      picture: chooseFrom("picture", text),
      fact: chooseFrom("fact", text),
      undo: () => EasyMDE.undo(easy),
    };
    const buttons = [...document.querySelectorAll("[data-tool]")];
    for (const button of buttons) {
      button.addEventListener("click", tools[button.dataset.tool]);
    }
    const states = { heading: "heading-2", bold: "bold", list: "unordered-list", steps: "ordered-list", notice: "quote" };
    text.on("cursorActivity", () => {
      const state = easy.getState();
      for (const button of buttons.filter((b) => states[b.dataset.tool])) {
        button.setAttribute("aria-pressed", String(Boolean(state[states[button.dataset.tool]])));
      }
    });
  }

  // Words that the program finds hard are marked where they stand, until the next answer.
  function markHardWords(text, look) {
    text.getAllMarks().forEach((mark) => mark.clear());
    const all = text.getValue().toLowerCase();
    for (const found of look.querySelectorAll("[data-hard]")) {
      const words = found.textContent.trim().toLowerCase();
      for (let at = all.indexOf(words); words && at >= 0; at = all.indexOf(words, at + words.length)) {
        const title = found.nextElementSibling?.textContent ?? "";
        const end = text.posFromIndex(at + words.length);
        text.markText(text.posFromIndex(at), end, { className: "cm-hard", attributes: { title } });
      }
    }
  }

  // Pictures are fetched before they take their place, so that the page does not jump.
  function loaded(parts) {
    const pictures = parts.flatMap((part) => [...part.querySelectorAll("img")]);
    return Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  }

  // A part that says the same stays, and so is not read out again.
  async function replaceParts(look, html, stillWanted) {
    const answer = new DOMParser().parseFromString(html, "text/html").body;
    const parts = [...answer.children].map((part) => document.importNode(part, true));
    const old = [...look.children];
    const fresh = parts.filter((part, i) => !old[i]?.isEqualNode(part));
    await loaded(fresh);
    if (!stillWanted()) {
      return false;
    }
    look.replaceChildren(...parts.map((part, i) => (fresh.includes(part) ? part : old[i])));
    return true;
  }

  class Look {
    constructor(form, text) {
      this.form = form;
      this.text = text;
      this.part = document.getElementById("look");
      this.failed = document.querySelector("[data-look-failed]");
      this.waiting = 0;
      this.asked = null; // the newest question; older ones are given up
    }

    soon() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.now(), pause);
    }

    async now() {
      clearTimeout(this.waiting);
      this.asked?.abort();
      const question = new AbortController();
      this.asked = question;
      const newest = () => this.asked === question;
      const late = setTimeout(() => question.abort(), patience);
      try {
        const html = await this.ask(question.signal);
        if (await replaceParts(this.part, html, newest)) {
          this.failed.textContent = "";
          markHardWords(this.text, this.part);
        }
      } catch {
        if (newest()) {
          this.failed.textContent = "Het voorbeeld kon niet worden ververst.";
        }
      } finally {
        clearTimeout(late);
      }
    }

    async ask(signal) {
      const answer = await fetch(`${this.form.getAttribute("action")}/look`, {
        method: "POST",
        body: new URLSearchParams(new FormData(this.form)), // no button, so no `do`
        credentials: "same-origin",
        redirect: "error", // to the login
        signal,
      });
      if (answer.status !== 200) {
        throw new Error(String(answer.status));
      }
      return answer.text();
    }
  }

  function follow(form, easy) {
    const text = easy.codemirror;
    const look = new Look(form, text);
    text.on("change", () => look.soon());
    form.addEventListener("input", (event) => event.target.matches("input") && look.soon());
    for (const option of form.querySelectorAll("[data-look-option]")) {
      option.addEventListener("change", () => look.now());
    }
    form.querySelector("[data-look-now]").addEventListener("click", (event) => {
      event.preventDefault();
      look.now();
    });
    markHardWords(text, look.part);
  }

  const form = document.querySelector("form[data-editor]");
  if (form) {
    const easy = openEditor(form.querySelector("[data-body]"));
    wireTools(easy);
    follow(form, easy);
  }
})();
