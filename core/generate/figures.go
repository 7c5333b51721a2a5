package generate

import (
	"strings"
	"unicode"

	"edusmart/core/story"
)

// A figure belongs to a page when it stands by the sentences the page was
// made from, or when its caption speaks of the same things.
const (
	nearBlocks      = 4   // blocks between a figure and the page's nearest sentence
	minFigureSide   = 200 // pixels; smaller ones are ornaments
	maxFigureAspect = 4.0 // longer ones are rules and banners
	captionWeight   = 3   // a shared caption word outweighs that many blocks
	minFigureScore  = -nearBlocks
)

// assignFigures gives pages the document's own figures, each at most once, in
// the order of pages. The choice for a page depends on the pages before it
// only, so that it stays when later pages arrive.
func assignFigures(doc *story.Document, pages []story.Page) map[int]*story.Figure {
	chosen := map[int]*story.Figure{}
	used := map[int]bool{}
	for i := range pages {
		best, bestScore := -1, 0
		for f := range doc.Figures {
			if used[f] || !presentable(&doc.Figures[f]) {
				continue
			}
			score, near := figureScore(&doc.Figures[f], &pages[i])
			if near && (best < 0 || score > bestScore) {
				best, bestScore = f, score
			}
		}
		if best >= 0 {
			used[best] = true
			chosen[i] = &doc.Figures[best]
		}
	}
	return chosen
}

func presentable(f *story.Figure) bool {
	long, short := float64(max(f.Width, f.Height)), float64(min(f.Width, f.Height))
	return short >= minFigureSide && long <= maxFigureAspect*short
}

// figureScore is higher the nearer f stands to the page's sentences and the
// more words its caption shares with them. near is false where it does not
// belong to the page.
func figureScore(f *story.Figure, p *story.Page) (score int, near bool) {
	distance := -1
	for _, s := range p.Sentences {
		if s.Place == nil || s.SourcePage != 0 && abs(s.SourcePage-f.Page) > 1 {
			continue
		}
		if d := abs(s.Place.Block - f.Block); distance < 0 || d < distance {
			distance = d
		}
	}
	shared := sharedWords(f.Caption+" "+f.Alt, p.Title+" "+p.Text())
	if distance < 0 || distance > nearBlocks && shared < 3 {
		return 0, false
	}
	score = captionWeight*shared - distance
	return score, score >= minFigureScore
}

// sharedWords counts the different longer words of a that stand in b.
func sharedWords(a, b string) int {
	in := map[string]bool{}
	for _, w := range longWords(b) {
		in[w] = true
	}
	n := 0
	for _, w := range longWords(a) {
		if in[w] {
			n++
			delete(in, w)
		}
	}
	return n
}

func longWords(s string) []string {
	fields := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r)
	})
	long := fields[:0]
	for _, w := range fields {
		if len([]rune(w)) >= 4 {
			long = append(long, w)
		}
	}
	return long
}

func abs(n int) int { return max(n, -n) }
