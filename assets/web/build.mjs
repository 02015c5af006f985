// SPDX-License-Identifier: EUPL-1.2
//
// node build.mjs --packages NODE_MODULES --out FOLDER
//
// Makes what browsers load beside the pages: app.css, app.js, editor.css, editor.js, door.js, icons.svg, arrow.svg, mark.svg,
// fonts/ and licences.txt. The same input gives the same bytes: nothing here knows the time or the machine.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { packages: { type: "string" }, out: { type: "string" } } });
if (!values.packages || !values.out) {
  console.error("build.mjs: needs --packages NODE_MODULES --out FOLDER");
  process.exit(64);
}
const here = dirname(fileURLToPath(import.meta.url));

// Components of the NL Design System; our own style comes after them and gives them their tokens.
const componentStyles = [
  "@nl-design-system-candidate/button-css/dist/button.css",
  "@nl-design-system-candidate/data-badge-css/dist/data-badge.css",
  "@nl-design-system-candidate/link-css/dist/link.css",
  "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
  "@utrecht/select-css/dist/index.min.css",
  "@utrecht/textarea-css/dist/index.min.css",
  "@utrecht/textbox-css/dist/index.min.css",
];
const ownStyles = ["tokens", "base", "layout", "parts", "pages", "volunteers", "print"];

// Only the editor of pages loads this. What easymde.min.js has inside itself comes without its licences.
const editor = { style: "easymde/dist/easymde.min.css", script: "easymde/dist/easymde.min.js" };
const insideEditor = ["codemirror", "codemirror-spell-checker", "marked", "typo-js"];

// Scripts of Europe that fit in a few kilobytes; a browser fetches only what a page needs.
const fontSubsets = {
  latin: "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
  "latin-ext": "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
};

const filledIcons = [
  "add_photo_alternate", "arrow_back", "arrow_forward", "assignment", "block", "call_split", "check", "check_circle",
  "delete_outline", "edit", "event", "flag", "format_bold", "format_list_bulleted", "format_list_numbered", "forum", "groups",
  "help", "history", "image", "info", "link", "lock_open", "logout", "menu", "people_outline", "person_add",
  "phone", "print", "refresh", "schedule", "search", "send", "share", "timer", "title", "undo", "verified_user", "visibility",
  "visibility_off", "warning",
];
const outlinedIcons = { check_circle_outline: "check_circle", lock: "lock" };

function packageFile(path) {
  return readFileSync(join(values.packages, path), "utf8");
}

function fontFaces() {
  const faces = [];
  for (const [subset, range] of Object.entries(fontSubsets)) {
    for (const weight of [400, 700]) {
      const file = `noto-sans-${subset}-${weight}-normal.woff2`;
      copyFileSync(join(values.packages, "@fontsource/noto-sans/files", file), join(values.out, "fonts", file));
      faces.push(
        `@font-face{font-family:"Noto Sans";font-style:normal;font-display:swap;font-weight:${weight};` +
          `src:url("fonts/${file}") format("woff2");unicode-range:${range}}`,
      );
    }
  }
  return faces.join("\n");
}

function style() {
  const components = componentStyles.map((path) => packageFile(path).replace(/\/\*# sourceMappingURL=.*?\*\//g, "").trim());
  return joined(fontFaces(), ...components, ...ownStyles.map((name) => ownFile(`style/${name}.css`)));
}

function ownFile(path) {
  return readFileSync(join(here, path), "utf8").trim();
}

function joined(...parts) {
  return parts.map((part) => part.trim()).join("\n") + "\n";
}

function symbol(name, path) {
  const drawing = packageFile(path).match(/<svg[^>]*>(.*)<\/svg>/s);
  if (!drawing) {
    throw new Error(`${path}: not an SVG picture`);
  }
  return `<symbol id="${name}" viewBox="0 0 24 24">${drawing[1]}</symbol>`;
}

function icons() {
  const symbols = [
    ...filledIcons.map((name) => symbol(name, `@material-design-icons/svg/filled/${name}.svg`)),
    ...Object.entries(outlinedIcons).map(([name, file]) => symbol(name, `@material-design-icons/svg/outlined/${file}.svg`)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

// The mark of a list to choose from: a style cannot take a symbol out of icons.svg.
function arrow() {
  return packageFile("@material-design-icons/svg/filled/expand_more.svg").replace("<path", '<path fill="#3b4760"') + "\n";
}

function licences() {
  const wanted = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).dependencies;
  return [...Object.keys(wanted), ...insideEditor]
    .sort()
    .map((name) => {
      const about = JSON.parse(packageFile(`${name}/package.json`));
      const text = readdirSync(join(values.packages, name)).find((file) => /^licen[cs]e/i.test(file));
      const words = text ? packageFile(`${name}/${text}`).trim() : `By ${about.author}. The package comes without the text.`;
      return `${name} ${about.version}: ${about.license}\n\n${words}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}

mkdirSync(join(values.out, "fonts"), { recursive: true });
writeFileSync(join(values.out, "app.css"), style());
writeFileSync(join(values.out, "icons.svg"), icons());
writeFileSync(join(values.out, "arrow.svg"), arrow());
writeFileSync(join(values.out, "licences.txt"), licences());
writeFileSync(join(values.out, "editor.css"), joined(packageFile(editor.style), ownFile("style/editor.css")));
writeFileSync(join(values.out, "editor.js"), joined(packageFile(editor.script), ownFile("script/editor.js")));
for (const name of ["app.js", "door.js"]) {
  copyFileSync(join(here, "script", name), join(values.out, name));
}
copyFileSync(join(here, "mark.svg"), join(values.out, "mark.svg"));
