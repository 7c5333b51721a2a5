// Decodes sound files in the browser and prints how many seconds of sound
// each has; what it cannot decode has -1.
import fs from "node:fs";
import path from "node:path";
import { browse, serve } from "./browser.mjs";

const folder = process.argv[2];
const server = await serve((name) => name === "/" ? { html: "" } : path.join(folder, path.basename(name)));
const browser = await browse();
try {
  const page = await browser.newPage();
  await page.goto(server.url);
  const lengths = {};
  for (const name of fs.readdirSync(folder)) {
    lengths[name] = await page.evaluate(async (name) => {
      const context = new OfflineAudioContext(1, 24000, 24000);
      return fetch("/" + name).then((r) => r.arrayBuffer()).then((b) => context.decodeAudioData(b)).then((d) => d.duration, () => -1);
    }, name);
  }
  console.log(JSON.stringify(lengths));
} finally {
  await browser.close();
  server.close();
}
