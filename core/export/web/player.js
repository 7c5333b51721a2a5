"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  root.classList.add("js");

  // A sheet is a page of the story, the quiz or the glossary.
  const sheets = all(".sheet").map((element) => {
    const spans = all("[data-t]", element);
    const sheet = {
      element, audio: one("audio", element), length: Number(element.dataset.length ?? 0) / 1000,
      clips: spans.map((span) => ({ span, sentence: span.closest(".sentence"), n: Number(span.closest(".sentence").dataset.n), at: Number(span.dataset.t) / 1000 })),
      told: !element.classList.contains("list"),
    };
    sheet.stops = all(".stop", element).map((element) => {
      const next = sheet.clips.find((clip) => clip.n > Number(element.dataset.after));
      return { element, at: next ? next.at : Infinity };
    });
    return sheet;
  });
  const pages = sheets.filter((sheet) => sheet.told);
  const bar = one(".bar"), black = one(".black"), help = one(".help");
  const near = 0.005; // a place that was sought is reached up to a sample early
  const speeds = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

  let here = 0, playing = false, speed = Number(root.dataset.speed), scale = 1, muted = false;
  let since = 0, from = 0; // of a page that nobody speaks: when it went on, and where
  let asked = new Set(), waiting = null, turning = 0;

  const sheet = () => sheets[here];
  const ends = (s) => s.audio ? s.audio.duration || s.length : s.length;
  const time = () => {
    const s = sheet();
    if (!s?.told) return 0;
    if (s.audio) return s.audio.currentTime;
    return Math.min(s.length, from + (playing ? (performance.now() - since) / 1000 * speed : 0));
  };

  function light(heard = time()) {
    const s = sheet();
    const t = heard + near;
    let now = null;
    if (t > near + 0.001 || playing) for (const clip of s.clips) if (clip.at <= t) now = clip;
    for (const clip of s.clips) {
      clip.span.classList.toggle("now", clip === now);
    }
    for (const sentence of all(".sentence", s.element)) {
      const is = sentence === now?.sentence;
      if (is && !sentence.classList.contains("now")) sentence.scrollIntoView({ block: "nearest" });
      sentence.classList.toggle("now", is);
    }
    show(t);
  }

  const clock = (t) => Math.floor(t / 60) + ":" + String(Math.floor(t % 60)).padStart(2, "0");
  function show(t) {
    const s = sheet();
    one(".where").textContent = s.told ? clock(t) + " / " + clock(ends(s)) : "";
    bar.classList.toggle("runs", playing);
    bar.classList.toggle("mute-on", muted);
    one(".speed").textContent = speed + "×";
  }

  function tick() {
    if (!playing) return;
    const s = sheet(), t = time();
    const stop = s.stops.find((stop) => !asked.has(stop) && t + near >= stop.at);
    if (stop) return ask(stop);
    light(t);
    if (!s.audio && t >= s.length) ended();
    requestAnimationFrame(tick);
  }

  function ask(stop) {
    if (stop.at !== Infinity) place(stop.at - 0.01); // what was said last stays lit
    pause();
    asked.add(stop);
    waiting = stop;
    stop.element.classList.add("asked");
    stop.element.scrollIntoView({ block: "nearest" });
    one("button", stop.element).focus();
  }

  function play() {
    const s = sheet();
    if (!s?.told) return go(0, true);
    clearTimeout(turning);
    waiting?.element.classList.remove("asked");
    waiting = null;
    if (time() >= ends(s) - 0.01) {
      if (!nextIsDue()) return;
      seek(0);
    }
    playing = true;
    if (s.audio) {
      s.audio.playbackRate = speed;
      s.audio.preservesPitch = true;
      s.audio.muted = muted;
      s.audio.play().catch(pause);
    } else {
      since = performance.now();
    }
    tick();
  }

  // After the questions at the end of a page, playing goes on to the next.
  function nextIsDue() {
    if (sheet().stops.some((stop) => asked.has(stop) && stop.at === Infinity) && here + 1 < sheets.length) {
      go(here + 1, true);
      return false;
    }
    return true;
  }

  function pause() {
    if (!sheet()) return;
    from = time();
    playing = false;
    clearTimeout(turning);
    sheet().audio?.pause();
    light();
  }

  function place(t) {
    if (sheet().audio) sheet().audio.currentTime = t;
    from = t;
    since = performance.now();
    light();
  }

  function seek(t) {
    for (const stop of sheet().stops) if (stop.at > t) asked.delete(stop);
    place(t);
  }

  function ended() {
    pause();
    const stop = sheet().stops.find((stop) => !asked.has(stop));
    if (stop) return ask(stop);
    if (here + 1 < sheets.length) turning = setTimeout(() => go(here + 1, sheets[here + 1].told), 600);
  }

  function go(to, run = playing) {
    if (to < 0 || to >= sheets.length) return;
    pause();
    sheet().element.classList.remove("here");
    waiting?.element.classList.remove("asked");
    waiting = null;
    asked = new Set();
    here = to;
    sheet().element.classList.add("here");
    all(".dots button").forEach((dot, i) => i === here ? dot.setAttribute("aria-current", "page") : dot.removeAttribute("aria-current"));
    if (sheet().told) {
      seek(0);
      if (run) play();
    }
    show(0);
  }

  // The sentence that is said, or that comes next by as many.
  function sentence(by) {
    const s = sheet(), t = time() + 0.01;
    const firsts = s.clips.filter((clip, i) => i === 0 || s.clips[i - 1].n !== clip.n);
    let at = firsts.findLastIndex((clip) => clip.at <= t);
    at = Math.max(0, at + by);
    if (at >= firsts.length) return go(here + 1);
    if (!firsts.length) return;
    seek(firsts[at].at);
    play();
  }

  function step(by) {
    let at = speeds.findIndex((s) => s >= speed);
    if (by < 0 || speeds[at] === speed) at += by;
    from = time();
    since = performance.now();
    speed = speeds[Math.min(Math.max(at, 0), speeds.length - 1)];
    if (sheet()?.audio) sheet().audio.playbackRate = speed;
    show(time());
  }

  function resize(by) {
    scale = Math.min(2, Math.max(0.6, scale + by));
    root.style.setProperty("--scale", scale.toFixed(1));
  }

  const themes = ["", "dark", "contrast", "light"];
  function recolour() {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "") + 1) % themes.length];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  }

  function mute() {
    muted = !muted;
    for (const s of pages) if (s.audio) s.audio.muted = muted;
    show(time());
  }

  const toggle = () => playing ? pause() : play();
  const actions = {
    back: () => go(here - 1), forward: () => go(here + 1), play: toggle, slower: () => step(-1), faster: () => step(1),
    smaller: () => resize(-0.1), larger: () => resize(0.1), mute, colours: recolour, full, keys: () => help.showModal(),
  };
  for (const [name, act] of Object.entries(actions)) {
    one(".bar ." + name).addEventListener("click", (event) => {
      if (event.detail > 0) event.currentTarget.blur(); // so that the space bar stays the player's
      act();
    });
  }

  // A text that is longer than its column is moved before the page is turned.
  function scrolled(by) {
    const column = one(".words", sheet().element), before = column.scrollTop;
    column.scrollBy({ top: by * column.clientHeight * 0.6 });
    return column.scrollTop !== before;
  }

  const start = getComputedStyle(root).direction === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const keys = {
    PageUp: actions.back, PageDown: actions.forward, [start[0]]: actions.back, [start[1]]: actions.forward, Backspace: actions.back, Enter: actions.forward,
    ArrowUp: () => scrolled(-1) || actions.back(), ArrowDown: () => scrolled(1) || actions.forward(),
    Home: () => go(0), End: () => go(pages.length - 1), " ": toggle, k: toggle, p: toggle,
    r: () => sentence(0), j: () => sentence(-1), l: () => sentence(1),
    "+": actions.faster, "=": actions.faster, "-": actions.slower, m: mute, c: recolour, f: full, F5: full,
    b: () => black.classList.add("shown"), ".": () => black.classList.add("shown"),
    q: () => go(sheet().told && sheets.length > pages.length ? pages.length : 0, false), "?": actions.keys, Escape: pause,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    if (black.classList.contains("shown")) {
      black.classList.remove("shown");
      event.preventDefault();
      return;
    }
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const pressed = event.target.closest?.("button") && (event.key === " " || event.key === "Enter");
    if (!act || pressed) return;
    event.preventDefault();
    act();
  });
  black.addEventListener("click", () => black.classList.remove("shown"));
  help.addEventListener("click", () => help.close());

  for (const s of pages) {
    s.audio?.addEventListener("ended", () => s === sheet() && playing && ended());
    for (const clip of s.clips) clip.span.addEventListener("click", () => { seek(clip.at); play(); });
    for (const stop of s.stops) one("button", stop.element).addEventListener("click", play);
  }
  sheets.forEach((s, i) => {
    const dot = document.createElement("button");
    dot.type = "button";
    dot.className = s.told ? "" : "more";
    dot.title = s.element.getAttribute("aria-label");
    dot.setAttribute("aria-label", dot.title);
    dot.addEventListener("click", (event) => { if (event.detail > 0) dot.blur(); go(i); });
    one(".dots").append(dot);
  });

  // The quiz: the first choice counts.
  const questions = all("fieldset");
  function score() {
    const right = questions.filter((q) => one(".verdict", q).dataset.was === "right").length;
    const line = one(".score");
    if (line) line.textContent = line.dataset.label + ": " + right + " / " + questions.length;
  }
  for (const q of questions) {
    const options = all(".option", q), verdict = one(".verdict", q);
    options.forEach((option, i) => option.addEventListener("click", () => {
      const answer = Number(q.dataset.answer), was = i === answer ? "right" : "wrong";
      option.classList.add(was);
      options[answer].classList.add("right");
      for (const o of options) o.disabled = true;
      verdict.dataset.was = was;
      verdict.classList.toggle("wrong", was === "wrong");
      verdict.textContent = verdict.dataset[was];
      q.classList.add("answered");
      score();
    }));
  }
  one(".again")?.addEventListener("click", () => {
    for (const q of questions) {
      q.classList.remove("answered");
      for (const o of all(".option", q)) { o.disabled = false; o.classList.remove("right", "wrong"); }
      const verdict = one(".verdict", q);
      verdict.textContent = "";
      delete verdict.dataset.was;
    }
    score();
    one(".words", one(".quiz")).scrollTop = 0;
  });
  score();

  if (sheets.length) go(0, false);
})();
