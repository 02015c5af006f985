// SPDX-License-Identifier: EUPL-1.2
//
// Debian's Chromium through Playwright, and the pages over HTTP on loopback with the headers of the log.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize, resolve } from "node:path";

const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

// Serves pages at /NAME.html and assets at /assets/NAME; `extra` holds pages that are no files. Gives { server, root }.
export async function serve(pages, assets, extra = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = path.startsWith("/assets/") ? join(assets, path.slice("/assets/".length)) : join(pages, path);
    const headers = {
      "Content-Security-Policy": contentPolicy,
      "X-Content-Type-Options": "nosniff",
      "Content-Type": types[extname(path)] ?? "application/octet-stream",
    };
    if (extra[path] !== undefined) {
      response.writeHead(200, headers).end(extra[path]);
    } else if (existsSync(file) && statSync(file).isFile()) {
      response.writeHead(200, headers);
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, root: `http://127.0.0.1:${server.address().port}` };
}

// `packages` is the node_modules folder that holds playwright-core.
export function launch(packages, chromium) {
  const { chromium: playwright } = createRequire(resolve(packages, "x.js"))("playwright-core");
  return playwright.launch({
    executablePath: chromium,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none", "--lang=nl-NL"],
  });
}

// Says what is wrong, and ends the program with 1 when something is.
export async function finish(browser, complaints) {
  await browser.close();
  for (const complaint of complaints) {
    console.error(complaint);
  }
  process.exit(complaints.length === 0 ? 0 : 1);
}
