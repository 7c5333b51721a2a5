#!/bin/sh
# Makes the documents of this folder, and the sample lesson, from the sources
# in src/ with the programs that teachers' documents come from. Run it after
# changing a source; what it makes is committed, so that tests need neither
# program. The sources' text and pictures are the project's own.
#
# Needs: pandoc, LibreOffice (writer, impress), pdfTeX (with lmodern), qpdf,
# fonts-noto-core, zip.
set -eu
cd "$(dirname "$0")"
out=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office() { soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$1" --outdir "$2" "$3" >/dev/null 2>&1; }

cd src
for l in en es ar hi; do
  lesson=lesson-$l
  deck=deck-$l
  pandoc "$lesson.md" -o "$out/$lesson.docx"
  pandoc "$lesson.md" -o "$out/$lesson.odt"
  pandoc "$lesson.md" -o "$out/$lesson.epub"
  pandoc -s "$lesson.md" -t rtf -o "$out/$lesson.rtf"
  pandoc -s --self-contained "$lesson.md" -t html5 -o "$out/$lesson.html"
  pandoc -s "$lesson.md" -t plain --columns 72 -o "$out/$lesson.txt"
  cp "$lesson.md" "$out/$lesson.md"
  # LibreOffice writes the same lesson in its own way.
  office pdf "$out" "$out/$lesson.docx"
  cp "$out/$lesson.odt" "$work/office-$l.odt"
  office docx "$out" "$work/office-$l.odt"
  cp "$out/$lesson.docx" "$work/office-$l.docx"
  office odt "$out" "$work/office-$l.docx"
  # Its RTF holds each picture as a metafile too, in hexadecimal digits: one
  # small picture is enough.
  sed -e 's/(bee.png)/(bee-small.png)/' -e '/^!\[.*(\(heart\|leaf\|river\).png)/d' "$lesson.md" >"$work/$lesson.md"
  pandoc --resource-path=. "$work/$lesson.md" -o "$work/office-$l.docx"
  office rtf "$out" "$work/office-$l.docx"
  pandoc "$deck.md" -o "$out/$deck.pptx"
  office odp "$out" "$out/$deck.pptx"
done
cp bee.png heart.png leaf.png river.png "$out/"

# Slides with what an office program puts around the text: slide numbers,
# dates, footers, groups.
cp shapes.fodp "$work/"
office odp "$out" "$work/shapes.fodp"
office pptx "$out" "$work/shapes.fodp"

# An article in two columns.
cp paper-en.tex chart.png "$work/"
(cd "$work" && pdflatex -interaction=batchmode paper-en.tex && pdflatex -interaction=batchmode paper-en.tex) >/dev/null
cp "$work/paper-en.pdf" "$out/"

# A document that asks for a password.
qpdf --encrypt secret owner 256 -- "$out/lesson-en.pdf" "$out/locked.pdf"

# Plain text in the encodings that are still met.
iconv -f UTF-8 -t UTF-16 "$out/lesson-hi.txt" >"$out/utf16-hi.txt"
iconv -f UTF-8 -t ISO-8859-1//TRANSLIT "$out/lesson-es.txt" >"$out/latin1-es.txt"

# The sample lesson that comes with the program.
cd ../../../../assets/samples
pandoc volcano.md -o volcano.docx
