// Prints what a QTI 2.1 package asks, as qti-convert, the converter of a maker
// of QTI players, carries it over to QTI 3.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import JSZip from "jszip";
import { load } from "cheerio";
import saxon from "saxon-js";
import { convertPackageFile } from "@citolab/qti-convert/qti-convert-node";

globalThis.SaxonJS = saxon;
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "qti-"));
const target = path.join(dir, "three.zip");
const say = console.log;
console.log = console.info = () => {};
await convertPackageFile(process.argv[2], target);
const zip = await JSZip.loadAsync(fs.readFileSync(target));
fs.rmSync(dir, { recursive: true });
const read = async (name) => load(await zip.file(name).async("string"), { xml: true });
const text = ($, e) => {
  $(e).find("br").replaceWith("\n");
  return $(e).text();
};

const manifest = await read("imsmanifest.xml");
const resources = manifest("resource").map((_, e) => ({
  id: manifest(e).attr("identifier"),
  type: manifest(e).attr("type"),
  href: manifest(e).attr("href"),
  needs: manifest(e).find("dependency").map((_, d) => manifest(d).attr("identifierref")).get(),
})).get();
const test = await read(resources.find((r) => r.type.startsWith("imsqti_test")).href);
const items = [];
for (const ref of test("qti-assessment-item-ref").get()) {
  const $ = await read(test(ref).attr("href"));
  items.push({
    language: $("qti-assessment-item").attr("xml:lang"),
    question: text($, $("qti-prompt").first()),
    options: $("qti-simple-choice").map((_, e) => ({ id: $(e).attr("identifier"), text: text($, e) })).get(),
    most: $("qti-choice-interaction").attr("max-choices"),
    right: $("qti-correct-response qti-value").map((_, e) => $(e).text()).get(),
    feedback: text($, $("qti-modal-feedback").first()).trim(),
    conditions: $("qti-response-condition").length,
  });
}
say(JSON.stringify({ resources, items, title: test("qti-assessment-test").attr("title") }));
