#!/bin/sh
# Makes the PDFs of this folder from its texts (one paragraph a line, the first
# the title) with programs that order, join and name glyphs in different ways.
# What it makes is committed, so that tests need none of them.
#
# Needs: LibreOffice (writer), Chromium, pango-view, WeasyPrint, wkhtmltopdf,
# Ghostscript, fonts-noto-core, fonts-noto-cjk. Give languages to make those alone.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

font() {
  case $1 in
  ar) echo "Noto Naskh Arabic" ;; fa) echo "Noto Sans Arabic" ;; ur) echo "Noto Naskh Arabic" ;;
  he) echo "Noto Serif Hebrew" ;; hi) echo "Noto Serif Devanagari" ;; bn) echo "Noto Sans Bengali" ;;
  ta) echo "Noto Sans Tamil" ;; th) echo "Noto Sans Thai" ;; zh) echo "Noto Sans CJK SC" ;; *) echo "Noto Serif" ;;
  esac
}

# page LANGUAGE CSS writes the text as HTML.
page() {
  dir=ltr
  case $1 in ar | fa | ur | he) dir=rtl ;; esac
  echo "<!DOCTYPE html><html lang=$1 dir=$dir><meta charset=utf-8><title></title><style>"
  echo "@page { size: A5; margin: 18mm } body { font: 12pt '$(font "$1")', 'Noto Serif'; text-align: justify } h1 { font-size: 18pt } $2</style><body>"
  sed -e '1s/.*/<h1>&<\/h1>/' -e '2,$s/.*/<p>&<\/p>/' "$1.txt"
}

# text LANGUAGE writes the text with Pango's markup.
text() {
  sed -e '1s/.*/<span size="18pt" weight="bold">&<\/span>/' -e 's/$/\n/' "$1.txt"
}

office() { soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$1" --outdir "$work" "$2" >/dev/null 2>&1; }
chrome() { chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer "--print-to-pdf=$2" "$1" >/dev/null 2>&1; }

for l in ${*:-ar fa ur he hi bn ta th zh en es}; do
  page "$l" "" >"$work/$l.html"
  office odt:writerweb8_writer "$work/$l.html"
  office pdf "$work/$l.odt"
  cp "$work/$l.pdf" "$l-writer.pdf"
  chrome "$work/$l.html" "$l-chromium.pdf"
  text "$l" >"$work/$l.txt"
  pango-view --no-display --markup "--font=$(font "$l") 12" "--language=$l" --width=380 --justify "--output=$l-cairo.pdf" "$work/$l.txt"
done

# These name the glyphs of some scripts wrongly, so that no reader could know:
# only what they do well is of use.
for l in ${*:-he ur zh}; do
  case $l in he | ur | zh) ;; *) continue ;; esac
  gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -o "$l-ghostscript.pdf" "$l-writer.pdf"
done
for l in ${*:-zh en es}; do
  case $l in zh | en | es) ;; *) continue ;; esac
  weasyprint -q "$work/$l.html" "$l-weasyprint.pdf" 2>/dev/null
done
for l in ${*:-he zh en es}; do
  case $l in he | zh | en | es) ;; *) continue ;; esac
  sed 's/text-align: justify//' "$work/$l.html" >"$work/$l-qt.html"
  QT_QPA_PLATFORM=offscreen wkhtmltopdf -q -s A5 "$work/$l-qt.html" "$l-qt.pdf" 2>/dev/null
done

# Nastaliq, whose words come down to the line from the right.
case " ${*:-ur} " in *" ur "*)
  page ur "body { font-family: 'Noto Nastaliq Urdu' }" >"$work/ur-nastaliq.html"
  office odt:writerweb8_writer "$work/ur-nastaliq.html"
  office pdf "$work/ur-nastaliq.odt"
  cp "$work/ur-nastaliq.pdf" ur-nastaliq-writer.pdf
  chrome "$work/ur-nastaliq.html" ur-nastaliq-chromium.pdf
  text ur >"$work/ur.txt"
  pango-view --no-display --markup "--font=Noto Nastaliq Urdu 12" --language=ur --width=380 "--output=ur-nastaliq-cairo.pdf" "$work/ur.txt"
  ;;
esac

# Two columns.
for l in ar hi en; do
  case " ${*:-ar hi en} " in *" $l "*) ;; *) continue ;; esac
  page "$l" "body { column-count: 2; column-gap: 6mm; font-size: 9pt; text-align: start } h1 { column-span: all }" >"$work/two.html"
  chrome "$work/two.html" "$l-columns-chromium.pdf"
done
