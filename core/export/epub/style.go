package epub

import "fmt"

// activeClass is the class of what is lit; the name that readers without a
// look of their own for it expect.
const activeClass = "-epub-media-overlay-active"

// style is what both layouts have in common. Colours are those of the
// application: a light sentence, and the word in ink. Where a reader knows
// :has, the sentence of the lit word shows too.
const style = `.` + activeClass + ` { background-color: #1F4B82; color: #FFFFFF; border-radius: 0.16em; }
.sentence.` + activeClass + `, .pair.` + activeClass + `, .entry.` + activeClass + `, h1.` + activeClass + ` { background-color: #DDE8F6; color: #1B1916; }
.sentence:has(.` + activeClass + `) { background-color: #DDE8F6; color: #1B1916; border-radius: 0.16em; }
.sentence { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
figure { margin: 0; }
p { text-align: start; }
.pair { margin: 0 0 1em; }
.pair p { margin: 0; }
.pair .also { margin-top: 0.25em; font-size: 0.85em; }
.entry { margin: 0 0 1.2em; break-inside: avoid; page-break-inside: avoid; }
.entry p { margin: 0 0 0.3em; }
.question, dt { font-weight: bold; }
.right::before { content: "\2713\00A0"; }
.options { margin: 0; padding-inline-start: 1.6em; list-style-type: circle; }
.options li { margin: 0.2em 0; }
dl, dd { margin: 0; }
.stop { border-inline-start: 0.25em solid #1F4B82; padding-inline-start: 0.8em; }
`

const flowingStyle = `body { line-height: 1.5; }
h1 { font-size: 1.4em; line-height: 1.3; text-align: start; break-after: avoid; page-break-after: avoid; }
figure { text-align: center; break-inside: avoid; page-break-inside: avoid; }
img { max-width: 100%; max-height: 60vh; }
.stop { margin: 1em 0; }
.cover { text-align: center; }
.cover h1 { text-align: center; font-size: 1.8em; }
`

// fixedStyle is the page of 1366 x 768: as the application shows a story to a
// class.
var fixedStyle = fmt.Sprintf(`html, body { margin: 0; padding: 0; }
body { position: relative; width: %[1]dpx; height: %[2]dpx; overflow: hidden; background-color: #FFFDF7; color: #1B1916; font-family: "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans CJK SC", sans-serif; line-height: %[3]g; }
h1, p { margin: 0; }
h1 { font-size: 1em; }
.picture { position: absolute; top: 0; inset-inline-start: 0; width: %[4]dpx; height: %[2]dpx; }
.picture img { width: 100%%; height: 100%%; object-fit: cover; }
.picture.whole img { object-fit: contain; }
.box { position: absolute; top: %[5]dpx; bottom: %[5]dpx; inset-inline-end: %[5]dpx; display: flex; flex-direction: column; justify-content: center; }
.beside { width: %[6]dpx; }
.alone { width: %[7]dpx; }
.list .box { justify-content: flex-start; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%%); white-space: nowrap; }
.list h1 { font-size: %[8]dpx; margin-bottom: 12px; }
.cover h1 { line-height: 1.3; }
`, pageWidth, pageHeight, lineHeight, pictureWidth, margin, besideWidth, aloneWidth, headingSize)
