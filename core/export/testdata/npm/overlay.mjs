// Reads an e-book aloud in foliate-js, from its cover and from its third
// section on. Prints what was lit on the pages (the section's title, the
// element's id, text and colours, and the time in the sound that was playing),
// and the clips that were reached (whose text, from when to when, and the time).
import path from "node:path";
import { browse, here, serve } from "./browser.mjs";

const book = process.argv[2];
const host = { html: `<!DOCTYPE html><meta charset="utf-8"><style>html, body, foliate-view { margin: 0; display: block; width: 100vw; height: 100vh }</style>
<script type="importmap">{"imports": {"construct-style-sheets-polyfill": "data:text/javascript,"}}</script>
<script type="module">
import "/foliate-js/view.js";
let playing;
window.Audio = class extends Audio { constructor(url) { super(url); playing = this; } };
const view = document.createElement("foliate-view");
document.body.append(view);
await view.open("/book.epub");
await view.init({});
const active = "-epub-media-overlay-active";
const rgb = (el) => getComputedStyle(el).backgroundColor;
window.listen = async (section, until) => {
  await view.goTo(section);
  const lit = [], clips = [];
  view.mediaOverlay.addEventListener("highlight", ({ detail }) => clips.push({ ...detail, at: playing.currentTime }));
  let last = "";
  view.mediaOverlay.start(section);
  const started = performance.now();
  return new Promise((done) => {
    const look = () => {
      for (const { doc } of view.renderer.getContents())
        for (const el of doc?.getElementsByClassName(active) ?? []) {
          const at = (doc.querySelector("title")?.textContent ?? "") + "#" + el.id;
          if (at !== last) {
            last = at;
            const parent = el.parentElement;
            lit.push({ title: doc.querySelector("title")?.textContent, id: el.id, text: el.textContent, at: playing?.currentTime ?? 0,
              colour: rgb(el), around: rgb(parent) });
          }
        }
      if (lit.length >= until || performance.now() - started > 60000) { view.mediaOverlay.stop(); done({ lit, clips }); }
      else requestAnimationFrame(look);
    };
    look();
  });
};
window.ready = true;
</script>` };

const server = await serve((name) => name === "/" ? host : name === "/book.epub" ? book : path.join(here, "node_modules", path.normalize(name)));
const browser = await browse();
try {
  const errors = [];
  const from = async (section, until) => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    // foliate-js 1.0.1 takes the number of the first section, 0, for none.
    page.on("pageerror", (e) => section === 0 && String(e).includes("getContents(...).find") || errors.push(String(e)));
    await page.goto(server.url);
    await page.waitForFunction("window.ready", null, { timeout: 60000 });
    const lit = await page.evaluate(([s, u]) => window.listen(s, u), [section, until]);
    if (process.env.EDUSMART_SHOTS) await page.screenshot({ path: path.join(process.env.EDUSMART_SHOTS, path.basename(book) + "-" + section + ".png") });
    return lit;
  };
  const until = Number(process.argv[3] ?? 12);
  const [cover, page] = await Promise.all([from(0, 3), from(2, until)]);
  console.log(JSON.stringify({ cover, page, errors }));
} finally {
  await browser.close();
  server.close();
}
