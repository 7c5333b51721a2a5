// Prints the cues and the faults of a WebVTT file as webvtt-parser, the
// checker of its specification's editor, finds them.
import fs from "node:fs";
import webvtt from "webvtt-parser";
// Its own list of names lacks their semicolons.
const names = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&lrm;": "\u200e", "&rlm;": "\u200f", "&nbsp;": "\u00a0" };
const read = new webvtt.WebVTTParser(names).parse(fs.readFileSync(process.argv[2], "utf8"), "captions");
const text = (node) => (node.type === "text" ? node.value : (node.children ?? []).map(text).join(""));
console.log(JSON.stringify({
  errors: read.errors,
  cues: read.cues.map((c) => ({ start: c.startTime, end: c.endTime, text: text(c.tree) })),
}));
