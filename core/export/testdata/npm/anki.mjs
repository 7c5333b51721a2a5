// Prints the notes of an Anki text file: the lines of settings at its head,
// and the fields of each note as Papa Parse reads them, their HTML as cheerio
// does.
import fs from "node:fs";
import Papa from "papaparse";
import { load } from "cheerio";
const lines = fs.readFileSync(process.argv[2], "utf8").split("\n");
const head = {};
while (lines.length && lines[0].startsWith("#")) {
  const at = lines[0].indexOf(":");
  head[lines[0].slice(1, at)] = lines.shift().slice(at + 1);
}
const read = Papa.parse(lines.join("\n"), { delimiter: "\t", skipEmptyLines: true });
const notes = read.data.map((fields) =>
  fields.map((html) => {
    const $ = load(html, null, false);
    $("br").replaceWith("\n");
    const top = $("div").first();
    return { lang: top.attr("lang"), dir: top.attr("dir") ?? "", options: $("li").map((_, e) => $(e).text()).get(), bold: $("b").first().text(), text: top.text(), html };
  }),
);
console.log(JSON.stringify({ head, notes, errors: read.errors }));
