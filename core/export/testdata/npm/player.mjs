// Plays a story's web page from a file, as a pupil would, and prints what
// happened: what was lit when, what the keys and the quiz did, and what the
// page asked of the network.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { browse } from "./browser.mjs";

const file = pathToFileURL(process.argv[2]).href;
const shots = process.env.EDUSMART_SHOTS;
const browser = await browse();
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const got = { errors: [], requests: [] };
  page.on("pageerror", (e) => got.errors.push(String(e)));
  page.on("console", (m) => m.type() === "error" && got.errors.push(m.text()));
  page.on("dialog", (d) => { got.errors.push("dialog " + d.message()); d.dismiss(); });
  page.on("request", (r) => r.url() !== file && !r.url().startsWith("data:") && got.requests.push(r.url()));
  await page.goto(file);
  const shot = async (name) => shots && page.screenshot({ path: path.join(shots, path.basename(process.argv[2]) + "-" + name + ".png") });
  const eval_ = (f, a) => page.evaluate(f, a);
  const number = () => eval_(() => [...document.querySelectorAll(".sheet")].findIndex((s) => s.classList.contains("here")) + 1);
  // Watches what is lit until it has changed a number of times, or the voice
  // stops for a question.
  const listen = (until) => eval_((until) => new Promise((done) => {
    const lit = [], began = performance.now();
    const look = () => {
      const sheet = document.querySelector(".sheet.here"), now = sheet.querySelector("[data-t].now");
      if (now && now !== lit.at(-1)?.now) {
        const s = now.closest(".sentence");
        lit.push({ now, text: now.textContent, start: Number(now.dataset.t) / 1000, at: sheet.querySelector("audio")?.currentTime ?? -1,
          sentence: s.classList.contains("now") ? s.textContent : "", colour: getComputedStyle(now).backgroundColor });
      }
      if (lit.length >= until || sheet.querySelector(".stop.asked") || performance.now() - began > 40000) done(lit.map(({ now, ...l }) => l));
      else requestAnimationFrame(look);
    };
    look();
  }), until);

  // The words lit when a frame falls just before the word after a question,
  // where the sound of a slow computer is seldom looked at.
  const brink = () => new Promise((done) => {
    const sheet = document.querySelector(".sheet.here"), audio = sheet.querySelector("audio");
    const after = Number(sheet.querySelector(".stop").dataset.after);
    const words = [...sheet.querySelectorAll("[data-t]")];
    const next = words.findIndex((w) => Number(w.closest(".sentence").dataset.n) > after);
    let at = Number(words[next].dataset.t) / 1000 - 0.2;
    words[0].click();
    Object.defineProperty(audio, "currentTime", { configurable: true, get: () => at, set: (t) => { at = t; } });
    at = Number(words[next].dataset.t) / 1000 - 0.003;
    let early = false;
    const look = () => {
      early ||= words[next].classList.contains("now");
      if (!sheet.querySelector(".stop.asked")) return requestAnimationFrame(look);
      delete audio.currentTime;
      done({ early, lit: sheet.querySelector(".now[data-t]") === words[next - 1] });
    };
    requestAnimationFrame(look);
  });

  got.title = await page.title();
  got.text = await page.evaluate(() => document.body.innerText);
  got.tags = await eval_(() => ({ scripts: document.scripts.length, images: document.images.length, handlers: document.querySelectorAll("[onerror],[onload],[onclick]").length }));
  await shot("first");

  await page.keyboard.press("Space");
  got.lit = await listen(100);
  got.stop = await eval_(() => document.querySelector(".stop.asked")?.textContent ?? "");
  got.paused = await eval_(() => document.querySelector(".sheet.here audio")?.paused ?? true);
  await shot("stop");
  if (got.stop) {
    await page.keyboard.press("Space");
    got.after = await listen(2);
    await page.keyboard.press("p");
    got.brink = await eval_(brink);
  }

  await page.keyboard.press("PageDown");
  got.next = await number();
  await shot("playing");
  await page.keyboard.press("p");
  const words = page.locator(".sheet.here [data-t]");
  const word = words.nth(Math.min(3, await words.count() - 1));
  got.clicked = { start: Number(await word.getAttribute("data-t")) / 1000 };
  await word.click();
  Object.assign(got.clicked, await eval_(() => { const a = document.querySelector(".sheet.here audio"); return { at: a?.currentTime ?? 0, paused: a?.paused ?? true }; }));
  await page.keyboard.press("p");
  for (let i = 0; i < 9; i++) await page.keyboard.press("+");
  const rate = () => eval_(() => { const a = document.querySelector(".sheet.here audio"); return { speed: a?.playbackRate ?? 0, pitch: a?.preservesPitch ?? false, label: document.querySelector(".speed").textContent }; });
  got.fast = await rate();
  for (let i = 0; i < 12; i++) await page.keyboard.press("-");
  got.slow = await rate();
  await page.keyboard.press("b");
  got.black = await eval_(() => getComputedStyle(document.querySelector(".black")).display + " " + getComputedStyle(document.querySelector(".black")).backgroundColor);
  await page.keyboard.press("PageDown");
  got.unblack = [await eval_(() => getComputedStyle(document.querySelector(".black")).display), await number()];
  got.keys = [];
  for (const key of ["PageUp", "ArrowRight", "ArrowLeft", "End", "Home", "PageDown", "Backspace"]) {
    await page.keyboard.press(key);
    got.keys.push(await number());
  }
  await page.keyboard.press("f");
  await page.waitForTimeout(300);
  got.full = await eval_(() => document.fullscreenElement !== null);
  await page.keyboard.press("f");

  await page.keyboard.press("q");
  await page.waitForTimeout(100);
  got.quiz = [];
  const questions = page.locator("fieldset");
  for (let i = 0; i < await questions.count() && i < 3; i++) {
    const q = questions.nth(i), answer = Number(await q.getAttribute("data-answer"));
    await q.locator(".option").nth(i === 0 ? answer : (answer + 1) % await q.locator(".option").count()).click();
    got.quiz.push({ verdict: await q.locator(".verdict").textContent(), why: await q.locator(".why").isVisible(), score: await page.locator(".score").textContent() });
  }
  await shot("quiz");
  for (const [name, theme] of [["dark", "dark"], ["contrast", "contrast"]]) {
    await page.keyboard.press("c");
    got[name] = await eval_(() => document.documentElement.dataset.theme + " " + getComputedStyle(document.body).backgroundColor);
    if (shots) { await page.keyboard.press("Home"); await shot(theme); await page.keyboard.press("q"); await shot("quiz-" + theme); }
  }
  if (shots) {
    await page.keyboard.press("c");
    await page.keyboard.press("Home");
    await page.setViewportSize({ width: 390, height: 780 });
    await shot("small");
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.pdf({ path: path.join(shots, path.basename(process.argv[2]) + ".pdf"), format: "A4", printBackground: true });
  }

  // A script that got into the page could not run, nor ask for anything.
  got.before = got.errors.length;
  got.reached = await eval_(async () => {
    const s = document.createElement("script");
    s.textContent = "window.ran = true";
    document.body.append(s);
    const fetched = await fetch("http://127.0.0.1:9/").then(() => true, () => false);
    return [window.ran === true, fetched];
  });
  got.refused = got.errors.splice(got.before).filter((e) => e.includes("Content Security Policy")).length;
  console.log(JSON.stringify(got));
} finally {
  await browser.close();
}
