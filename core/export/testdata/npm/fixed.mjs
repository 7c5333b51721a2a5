// Opens the fixed pages of an unpacked e-book and prints those whose text
// does not fit its place, or on which anything is not there.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { browse } from "./browser.mjs";

const folder = process.argv[2];
const browser = await browse();
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const wrong = [];
  let pages = 0;
  for (const name of fs.readdirSync(folder).filter((n) => n.endsWith(".xhtml") && n !== "nav.xhtml")) {
    await page.goto(pathToFileURL(path.join(folder, name)).href);
    pages++;
    const bad = await page.evaluate(() => {
      const box = document.querySelector(".box"), bounds = box.getBoundingClientRect();
      const inside = [...box.querySelectorAll("*")].every((e) => { const r = e.getBoundingClientRect(); return r.top >= bounds.top - 1 && r.bottom <= bounds.bottom + 1; });
      const pictures = [...document.images].every((i) => i.complete && i.naturalWidth > 0);
      return [!inside && "the text is higher than its place", box.scrollWidth > box.clientWidth + 1 && "the text is wider than its place", !pictures && "a picture is missing"].filter(Boolean);
    });
    for (const b of bad) wrong.push(name + ": " + b);
    if (process.env.EDUSMART_SHOTS) await page.screenshot({ path: path.join(process.env.EDUSMART_SHOTS, path.basename(path.dirname(folder)) + "-" + name + ".png") });
  }
  console.log(JSON.stringify({ pages, wrong }));
} finally {
  await browser.close();
}
