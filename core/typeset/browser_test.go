package typeset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// browserFile holds where a browser puts the words of the test's pages, with
// the same font files at the same size. It is recorded, since a browser is a
// large thing to ask of a machine that only runs the tests:
//
//	EDUSMART_CHROMIUM=chromium go test -count=1 -run Browser ./core/typeset
//
// writes it anew, from Range.getClientRects in a page of the browser's own
// line breaking and bidirectional order.
const browserFile = "testdata/browser.json"

const (
	browserSize  = 40
	browserWidth = 620 // of the paragraphs that are broken into lines
	// browserTolerance is how far a word may stand from where the browser has
	// it, in pixels: each of the two rounds its advances in its own way.
	browserTolerance = 1
)

// browserGolden is what was recorded.
type browserGolden struct {
	Browser string
	Fonts   map[string]string // the version of each font file, from its name table
	Pages   map[string]browserPage
}

// browserPage is where the words stand in one line and in lines.
type browserPage struct{ Line, Lines []browserWord }

// browserWord is a word, and its boxes from left to right, line by line.
type browserWord struct {
	Word  string
	Boxes []browserBox
}

type browserBox struct {
	Line        int
	Left, Right float64
}

func TestWordsStandWhereABrowserPutsThem(t *testing.T) {
	f := newTestFonts(t)
	if browser := os.Getenv("EDUSMART_CHROMIUM"); browser != "" {
		recordBrowser(t, f, browser)
	}
	data, err := os.ReadFile(browserFile)
	if err != nil {
		t.Fatal(err)
	}
	var golden browserGolden
	if err := json.Unmarshal(data, &golden); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("recorded in %s with %v", golden.Browser, golden.Fonts)
		}
	})
	for name, text := range browserPages() {
		page, ok := golden.Pages[name]
		if !ok {
			t.Errorf("%s has not been recorded", name)
			continue
		}
		p := settled(t, f, text, Spacing{})
		t.Run(name+" in one line", func(t *testing.T) {
			compareBrowser(t, p.Lay(browserLine, browserSize, LineHeight), text, page.Line)
		})
		if name == "thai" { // whose lines a browser breaks by a dictionary
			continue
		}
		t.Run(name+" in lines", func(t *testing.T) {
			compareBrowser(t, p.Lay(browserWidth, browserSize, LineHeight), text, page.Lines)
		})
	}
}

// browserLine is wider than any of the pages.
const browserLine = 6000

// browserPages are the pages with words in each of them: where a script has
// no spaces, what stands between two places that bear a line break.
func browserPages() map[string]Text {
	texts := map[string]Text{}
	for name, text := range pages {
		if name == "thai" || name == "chinese" {
			text.Words = findWords(text.Sentences)
		} else {
			text = byField(text)
		}
		texts[name] = text
	}
	texts["greek"] = byField(Text{Language: "el", Sentences: []string{"Το ηφαίστειο εκρήγνυται, όταν το μάγμα ανεβαίνει.", "Η στάχτη πετά ψηλά στον ουρανό."}})
	return texts
}

func compareBrowser(t *testing.T, l *Layout, text Text, want []browserWord) {
	t.Helper()
	if len(want) != len(text.Words) {
		t.Fatalf("%d words were recorded, the page has %d", len(want), len(text.Words))
	}
	worst := 0.0
	for i, w := range text.Words {
		var boxes []browserBox
		for _, r := range l.WordRects(i) {
			line := int((r.Top + r.Bottom) / 2 / l.Pitch)
			boxes = append(boxes, browserBox{line, float64(r.Left), float64(r.Right)})
		}
		got := joined(boxes)
		word := text.Sentences[w.Sentence][w.From:w.To]
		if word != want[i].Word || len(got) != len(want[i].Boxes) {
			t.Errorf("%q: %v, in the browser %q %v", word, got, want[i].Word, want[i].Boxes)
			continue
		}
		for k, b := range want[i].Boxes {
			off := max(math.Abs(got[k].Left-b.Left), math.Abs(got[k].Right-b.Right))
			worst = max(worst, off)
			if got[k].Line != b.Line || off > browserTolerance {
				t.Errorf("%q stands at %+v, in the browser at %+v", word, got[k], b)
			}
		}
	}
	t.Logf("at most %.2f pixels from where the browser has them", worst)
}

// joined puts boxes in order and together where they touch.
func joined(boxes []browserBox) []browserBox {
	for i := range boxes {
		boxes[i].Left, boxes[i].Right = math.Round(boxes[i].Left*100)/100, math.Round(boxes[i].Right*100)/100
	}
	slices.SortFunc(boxes, func(a, b browserBox) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return int(math.Copysign(1, a.Left-b.Left))
	})
	var out []browserBox
	for _, b := range boxes {
		if n := len(out); n > 0 && out[n-1].Line == b.Line && b.Left < out[n-1].Right+0.5 {
			out[n-1].Right = max(out[n-1].Right, b.Right)
		} else if b.Right-b.Left > 0.01 {
			out = append(out, b)
		}
	}
	return out
}

// recordBrowser has the browser set the pages and writes down where the words
// came to stand.
func recordBrowser(t *testing.T, f *Fonts, browser string) {
	t.Helper()
	version, err := exec.Command(browser, "--version").Output()
	if err != nil {
		t.Fatal(err)
	}
	golden := browserGolden{Browser: strings.TrimSpace(string(version)), Fonts: map[string]string{}, Pages: map[string]browserPage{}}
	dir := t.TempDir()
	reading := filepath.Join(dir, "reading.ttf")
	if err := os.WriteFile(reading, readingFont(t), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, text := range browserPages() {
		p := settled(t, f, text, Spacing{})
		faces := map[*Face]string{f.primary: reading}
		for _, r := range p.runs {
			if r.face != f.primary {
				faces[r.face] = f.system.FontLocation(r.face.face.Font).File
			}
		}
		for _, file := range faces {
			golden.Fonts[filepath.Base(file)] = fontVersion(t, file)
		}
		golden.Pages[name] = browserPage{
			Line:  askBrowser(t, browser, dir, browserHTML(p, text, faces, browserLine)),
			Lines: askBrowser(t, browser, dir, browserHTML(p, text, faces, browserWidth)),
		}
	}
	data, err := json.Marshal(golden)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(browserFile), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(browserFile, append(bytes.ReplaceAll(data, []byte(`{"Word"`), []byte("\n{\"Word\"")), '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

func fontVersion(t *testing.T, file string) string {
	t.Helper()
	out, err := exec.Command("fc-query", "--index=0", "--format=%{fullname} %{fontversion}", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// askBrowser opens a page in the browser and reads the boxes that it wrote.
func askBrowser(t *testing.T, browser, dir, page string) []browserWord {
	t.Helper()
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
		"--font-render-hinting=none", "--force-device-scale-factor=1", "--window-size=7000,900", "--virtual-time-budget=5000",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--dump-dom", "file://"+file).Output()
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?s)<pre id="out">(.*?)</pre>`).FindSubmatch(out)
	if found == nil {
		t.Fatalf("the browser wrote %s", out)
	}
	var words []browserWord
	if err := json.Unmarshal([]byte(html.UnescapeString(string(found[1]))), &words); err != nil {
		t.Fatalf("%v in %s", err, found[1])
	}
	for i := range words {
		words[i].Boxes = joined(words[i].Boxes)
	}
	return words
}

// browserHTML is a page that sets a text with given faces, each run in its
// own, and writes the boxes of its words into its element "out".
func browserHTML(p *Paragraph, text Text, faces map[*Face]string, width int) string {
	var b strings.Builder
	b.WriteString("<!doctype html><meta charset=utf-8><style>")
	names := map[*Face]string{}
	for _, face := range slices.SortedFunc(maps.Keys(faces), func(a, b *Face) int { return strings.Compare(faces[a], faces[b]) }) {
		name := fmt.Sprintf("face%d", len(names))
		source := fmt.Sprintf("url('file://%s')", faces[face])
		if strings.HasSuffix(faces[face], ".ttc") {
			source = "local('Noto Sans CJK SC')" // a browser opens no collection by its file
		}
		names[face] = name
		fmt.Fprintf(&b, "@font-face{font-family:%s;src:%s}", name, source)
	}
	direction := "ltr"
	if p.base == 1 {
		direction = "rtl"
	}
	// A browser sets Chinese marks that follow each other closer, as the
	// typesetter does not: that is switched off.
	fmt.Fprintf(&b, "body{margin:0}#t{position:absolute;left:0;top:0;width:%dpx;direction:%s;font-size:%dpx;line-height:%gpx;text-rendering:geometricPrecision;text-spacing-trim:space-all}</style>",
		width, direction, browserSize, browserSize*float64(p.pitch(LineHeight)))
	fmt.Fprintf(&b, "<div id=t lang=%s>", text.Language)
	for _, r := range p.runs {
		fmt.Fprintf(&b, "<span style='font-family:%s'>%s</span>", names[r.face], html.EscapeString(string(p.src.runes[r.from:r.to])))
	}
	b.WriteString("</div><pre id=out></pre><script>const words=[")
	for _, w := range text.Words {
		in := p.src.runesOf(w)
		at := len(utf16.Encode(p.src.runes[:in.from]))
		fmt.Fprintf(&b, "[%q,%d,%d],", text.Sentences[w.Sentence][w.From:w.To], at, at+len(utf16.Encode(p.src.runes[in.from:in.to])))
	}
	fmt.Fprintf(&b, "];const pitch=%g;", browserSize*float64(p.pitch(LineHeight)))
	b.WriteString(`
const nodes=[];for(const s of document.querySelectorAll("#t span"))nodes.push(s.firstChild);
function place(at,end){for(const n of nodes){if(at<n.length||end&&at==n.length)return [n,at];at-=n.length}}
document.fonts.ready.then(()=>{
 const out=words.map(([word,from,to])=>{
  const r=document.createRange();r.setStart(...place(from,false));r.setEnd(...place(to,true));
  return {Word:word,Boxes:[...r.getClientRects()].map(b=>({Line:Math.floor((b.top+b.bottom)/2/pitch),Left:b.left,Right:b.right}))}});
 document.getElementById("out").textContent=JSON.stringify(out)})
</script>`)
	return b.String()
}
