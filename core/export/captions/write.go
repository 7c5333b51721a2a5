package captions

import (
	"fmt"
	"io"
	"strings"
	"time"

	"edusmart/core/lazyregexp"
)

// WriteVTT writes cues as WebVTT (W3C).
func WriteVTT(w io.Writer, cues []Cue) error {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	for i, c := range cues {
		fmt.Fprintf(&b, "\n%d\n%s --> %s\n%s\n", i+1, stamp(c.Start, '.'), stamp(c.End, '.'), escape.Replace(printable(c.Text)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// tag is what players take for a command in SRT, which knows no escapes.
var tag = lazyregexp.New(`(<)([/A-Za-z])|(\{)([\\A-Za-z])|(--)(>)`)

// WriteSRT writes cues as SubRip. In what would be taken for a command stands
// a word joiner, which is not seen.
func WriteSRT(w io.Writer, cues []Cue) error {
	var b strings.Builder
	for i, c := range cues {
		text := tag().ReplaceAllString(printable(c.Text), "$1$3$5\u2060$2$4$6")
		fmt.Fprintf(&b, "%d\n%s --> %s\n%s\n\n", i+1, stamp(c.Start, ','), stamp(c.End, ','), text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// printable leaves control characters out, but for line ends.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0xfeff {
			return -1
		}
		return r
	}, text)
}

// stamp writes a time as hh:mm:ss and thousandths after the point.
func stamp(d time.Duration, point rune) string {
	ms := d.Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d%c%03d", ms/3_600_000, ms/60_000%60, ms/1000%60, point, ms%1000)
}
