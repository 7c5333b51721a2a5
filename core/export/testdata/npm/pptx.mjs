// Prints what is on the slides of a presentation, following its relations from
// the root as its standard says, and every relation or type that is missing.
import fs from "node:fs";
import path from "node:path";
import JSZip from "jszip";
import { load } from "cheerio";

const zip = await JSZip.loadAsync(fs.readFileSync(process.argv[2]));
const faults = [];
const read = async (name) => {
  const file = zip.file(name);
  if (!file) {
    faults.push(`no ${name}`);
    return load("", { xml: true });
  }
  return load(await file.async("string"), { xml: true });
};
const types = await read("[Content_Types].xml");
const typeOf = (name) =>
  types(`Override[PartName="/${name}"]`).attr("ContentType") ?? types(`Default[Extension="${name.split(".").pop()}"]`).attr("ContentType");
for (const name of Object.keys(zip.files)) {
  if (name !== "[Content_Types].xml" && !typeOf(name)) faults.push(`${name} has no type`);
}
for (const e of types("Override").get()) {
  if (!zip.file(types(e).attr("PartName").slice(1))) faults.push(`${types(e).attr("PartName")} is typed and not there`);
}
const relations = async (name) => {
  const $ = await read(path.posix.join(path.posix.dirname(name), "_rels", path.posix.basename(name) + ".rels"));
  const all = {};
  for (const e of $("Relationship").get()) {
    const target = path.posix.join(path.posix.dirname(name), $(e).attr("Target"));
    all[$(e).attr("Id")] = { type: $(e).attr("Type").split("/").pop(), target };
    if (!zip.file(target)) faults.push(`${name} names ${target}, which is not there`);
  }
  return all;
};
for (const name of Object.keys(zip.files).filter((n) => n.endsWith(".rels") && n !== "_rels/.rels")) {
  await relations(path.posix.join(path.posix.dirname(name), "..", path.posix.basename(name, ".rels")));
}
const root = await read("_rels/.rels");
const show = root('Relationship[Type$="/officeDocument"]').attr("Target");
const $show = await read(show);
const parts = await relations(show);
const paragraphs = ($, e) => $(e).find("a\\:p").map((_, p) => $(p).find("a\\:t").map((_, t) => $(t).text()).get().join("")).get().filter((t) => t);
const slides = [];
for (const e of $show("p\\:sldId").get()) {
  const name = parts[$show(e).attr("r:id")].target;
  const $ = await read(name);
  const own = await relations(name);
  const ids = $("p\\:cNvPr").map((_, s) => $(s).attr("id")).get();
  if (new Set(ids).size !== ids.length) faults.push(`${name} has a number twice`);
  for (const r of $("*").get().flatMap((n) => ["r:embed", "r:link"].map((a) => n.attribs?.[a]).filter((v) => v))) {
    if (!own[r]) faults.push(`${name} uses ${r}, which is not there`);
  }
  for (const s of $("p\\:spTgt").get()) {
    if (!ids.includes($(s).attr("spid"))) faults.push(`${name} plays ${$(s).attr("spid")}, which is not there`);
  }
  const notes = Object.values(own).find((r) => r.type === "notesSlide");
  const $notes = notes ? await read(notes.target) : $;
  const media = [];
  for (const r of Object.values(own).filter((r) => ["image", "audio", "media"].includes(r.type))) {
    const data = await zip.file(r.target).async("uint8array");
    media.push({ type: r.type, mime: typeOf(r.target), bytes: data.length, start: Buffer.from(data.slice(0, 4)).toString("latin1") });
  }
  slides.push({
    texts: $("p\\:sp").map((_, s) => ({ kind: $(s).find("p\\:ph").attr("type"), paragraphs: paragraphs($, s) })).get(),
    languages: $("a\\:rPr").map((_, r) => $(r).attr("lang")).get(),
    rtl: $("a\\:pPr").map((_, r) => $(r).attr("rtl") + $(r).attr("algn")).get(),
    alts: $("p\\:pic p\\:cNvPr").map((_, r) => $(r).attr("descr")).get(),
    notes: notes ? paragraphs($notes, $notes('p\\:ph[type="body"]').closest("p\\:sp")) : [],
    media,
  });
}
const size = $show("p\\:sldSz");
console.log(JSON.stringify({ faults, slides, width: Number(size.attr("cx")), height: Number(size.attr("cy")) }));
