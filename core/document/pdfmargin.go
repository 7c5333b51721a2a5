package document

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"edusmart/core/lazyregexp"
)

// Running heads, feet and page numbers: print near the upper or lower edge
// that comes back on other pages at the same place, its digits aside, and
// lone numbers there.

// Parts of a page's height in which they are looked for.
const (
	marginZone = 0.13 // for print that comes back
	numberZone = 0.11 // for lone numbers
)

// dropMargins takes running heads, feet and page numbers out of the pages.
func dropMargins(pages []*pdfPage) {
	type key struct {
		text string
		top  bool
	}
	places := map[key][]sightingOfLine{}
	for _, p := range pages {
		for i := range p.lines {
			l := &p.lines[i]
			if top, ok := p.inMargin(l, marginZone); ok {
				k := key{marginText(l.text), top}
				places[k] = append(places[k], sightingOfLine{p.number, l.base / p.h})
			}
		}
	}
	for _, p := range pages {
		p.dropSplitHead()
		p.lines = slices.DeleteFunc(p.lines, func(l line) bool {
			if top, ok := p.inMargin(&l, marginZone); ok && l.size < 30 {
				if comesBack(places[key{marginText(l.text), top}], p.number, l.base/p.h, len(pages)) {
					return true
				}
			}
			_, ok := p.inMargin(&l, numberZone)
			return ok && isPageNumber(l.text) && p.standsAlone(&l)
		})
	}
}

// dropSplitHead takes out a running head that the page alone shows for one:
// two short pieces on the first baseline, one at each edge of the print, with
// white under them.
func (p *pdfPage) dropSplitHead() {
	const wide = 0.15 // of the page's width, between the pieces
	var head []int
	top := p.h
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case len(head) == 0 || l.base < top-0.3*l.size:
			head, top = []int{i}, l.base
		case abs(l.base-top) <= 0.3*l.size:
			head = append(head, i)
		}
	}
	if len(head) < 2 || len(head) > 3 || len(p.lines) < 8 {
		return
	}
	area := boundsOf(p.lines)
	slices.SortFunc(head, func(a, b int) int { return cmp.Compare(p.lines[a].x0, p.lines[b].x0) })
	left, right := &p.lines[head[0]], &p.lines[head[len(head)-1]]
	if _, ok := p.inMargin(left, marginZone); !ok || left.x0 > area.x0+left.size || right.x1 < area.x1-right.size || right.x0-left.x1 < wide*p.w {
		return
	}
	body := commonSize(p.lines)
	for _, i := range head {
		if l := &p.lines[i]; l.size > 1.05*body || l.n > 60 || ended(l.text) || strings.Contains(l.text, "__") {
			return
		}
	}
	for i := range p.lines {
		if l := &p.lines[i]; !slices.Contains(head, i) && l.y0-left.y1 < 0.8*left.size {
			return
		}
	}
	p.lines = slices.DeleteFunc(p.lines, func(l line) bool { return abs(l.base-top) <= 0.3*l.size })
}

// commonSize is the size of most of the print.
func commonSize(lines []line) (common float64) {
	chars := map[float64]int{}
	for i := range lines {
		chars[roundSize(lines[i].size)] += lines[i].n
	}
	for size, n := range chars {
		if n > chars[common] || n == chars[common] && size < common {
			common = size
		}
	}
	return common
}

// A sightingOfLine is a page and the part of its height at which a line stands.
type sightingOfLine struct {
	page  int
	place float64
}

// inMargin reports whether l lies within the part zone of p's height at the
// top or at the bottom.
func (p *pdfPage) inMargin(l *line, zone float64) (top, ok bool) {
	if l.y1 <= zone*p.h {
		return true, true
	}
	return false, l.y0 >= (1-zone)*p.h
}

// marginText is what stays the same of a running head from page to page.
func marginText(s string) string {
	var b strings.Builder
	digits := false
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsDigit(r):
			if !digits {
				b.WriteByte('#')
			}
			digits = true
			continue
		case unicode.IsSpace(r):
		default:
			b.WriteRune(r)
		}
		digits = false
	}
	return b.String()
}

// comesBack reports whether the line seen on page at place is also seen there
// on pages near by (a chapter's head stands on every other page of it), or in
// a short document on another page.
func comesBack(seen []sightingOfLine, page int, place float64, pages int) bool {
	const (
		reach     = 4
		tolerance = 0.012
	)
	others := map[int]bool{}
	for _, s := range seen {
		if s.page != page && abs(s.place-place) <= tolerance && abs(float64(s.page-page)) <= reach {
			others[s.page] = true
		}
	}
	if pages <= 3 {
		return len(others) >= 1
	}
	return len(others) >= 2
}

// standsAlone reports whether white lies between l and the print of the page:
// the last line of a list of numbers is no page number.
func (p *pdfPage) standsAlone(l *line) bool {
	for i := range p.lines {
		o := &p.lines[i]
		if *o == *l || isPageNumber(o.text) {
			continue
		}
		if gap := max(o.y0-l.y1, l.y0-o.y1); gap < 0.35*l.size && o.y0 != l.y0 && abs(o.base-l.base) > 0.3*l.size {
			return false
		}
	}
	return true
}

var pageNumber = lazyregexp.New(`(?i)^(?:[-–—|•·\[(]\s*)?(?:p(?:age|ágina|agina|p?\.)?|seite|s\.|strana|sayfa|صفحة|ص|पृष्ठ|page\s+no\.?)?\s*[\p{Nd}]{1,4}(?:\s*(?:/|of|de|von|di|sur|من|का)\s*[\p{Nd}]{1,4})?(?:\s*[-–—|•·\])])?$|^[ivxlc]{1,7}$`)

// isPageNumber reports whether s is a page's number and nothing else.
func isPageNumber(s string) bool { return len(s) <= 40 && pageNumber().MatchString(s) }
