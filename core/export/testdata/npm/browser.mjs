// What the tests that look at pages in a browser share.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const here = path.dirname(fileURLToPath(import.meta.url));

// Starts the system's Chromium, which plays sound without being clicked first
// and speaks to nobody.
export const browse = () => chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required", "--mute-audio"],
});

const types = { ".html": "text/html", ".js": "text/javascript", ".epub": "application/epub+zip" };

// Serves files on this machine: files gives a path for what is asked for.
export async function serve(files) {
  const server = http.createServer((request, answer) => {
    const file = files(new URL(request.url, "http://localhost").pathname);
    if (typeof file === "object") {
      answer.writeHead(200, { "content-type": "text/html" }).end(file.html);
    } else if (fs.existsSync(file)) {
      answer.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" });
      fs.createReadStream(file).pipe(answer);
    } else {
      answer.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
