// SPDX-License-Identifier: EUPL-1.2
//
// What is asked of every page. Each check gives a list of complaints, empty when all is well.

const leastTarget = 44; // px; WCAG 2.5.5

export function watch(page) {
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("Content Security Policy")) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    // Leaving a page ends what it was still loading, which is nobody's fault.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") {
      complaints.push(`not loaded: ${request.url()}`);
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) {
      complaints.push(`${response.status()}: ${response.url()}`);
    }
  });
  return complaints;
}

// Runs in the page: nothing may lie beside it, and what can be touched is high enough.
function measure({ least, pictured }) {
  const complaints = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > width + 1);
    const names = wide.slice(0, 3).map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class")}`);
    complaints.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${width} (${names.join(", ")})`);
  }
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".hidden, .nl-skip-link");
  for (const target of document.querySelectorAll("a[href], button, summary, select, textarea, input, label:has(input)")) {
    const inLabel = target.matches("input") && target.closest("label");
    if (target.type === "hidden" || inLabel || !shown(target)) {
      continue;
    }
    const { height, width: across } = target.getBoundingClientRect();
    if (height < least - 0.5 || across < least - 0.5) {
      complaints.push(`${Math.round(across)}x${Math.round(height)} px to touch: ${target.outerHTML.slice(0, 90)}`);
    }
  }
  if (window.pwned !== undefined || document.querySelector("img[onerror], [onfocus]") !== null) {
    complaints.push("a value became part of the page");
  }
  // Taking a picture leaves a style behind. The script of the editor hides the plain field and lays out its own lines through
  // element.style, which the content policy allows.
  const editor = ".CodeMirror, .CodeMirror *, textarea:has(+ .EasyMDEContainer)";
  const inside = document.querySelectorAll(`[style]:not(${editor}), style, script:not([src])`);
  if (!pictured && inside.length > 0) {
    complaints.push("style or script inside the page");
  }
  return complaints;
}

export function measured(page, { pictured = false } = {}) {
  return page.evaluate(measure, { least: leastTarget, pictured });
}

// Runs in the page: everything unfolded, as a visitor who opens each part in turn would see it.
export function unfold(page) {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll("details:not(.menu)")) {
      part.removeAttribute("name");
      part.open = true;
    }
  });
}

export async function axe(page, source, { contrast }) {
  await page.evaluate(source);
  const violations = await page.evaluate(async (contrast) => {
    const options = {
      preload: false,
      rules: { "color-contrast": { enabled: contrast } },
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    };
    return (await window.axe.run(document, options)).violations;
  }, contrast);
  return violations.map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.slice(0, 2).map((n) => n.html.slice(0, 120)).join(" | ")}`);
}
