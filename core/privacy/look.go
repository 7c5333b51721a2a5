// Package privacy looks, on this computer, for what seems to be pupils'
// personal data in a document before the document leaves the computer: lists
// of pupils with classes or marks, telephone numbers, e-mail and postal
// addresses, dates of birth and identity numbers.
//
// It goes by form and by labels in English, Spanish, French, German,
// Portuguese, Arabic and Hindi. It would rather miss a name in a text than
// warn of a history lesson: names alone are no finding, nor are years,
// prices, measurements, ISBNs, the imprint of a book or a worksheet with empty
// fields. It is a reminder for the teacher, not a proof of absence.
//
// Called by core. May import story.
package privacy

import (
	"slices"
	"time"

	"edusmart/core/story"
)

// Kind says what was found.
type Kind string

// The kinds of personal data, in the order in which they are told.
const (
	List     Kind = "list"     // pupils with their classes, marks or other data
	Phone    Kind = "phone"    // telephone numbers
	Mail     Kind = "mail"     // e-mail addresses of persons
	Address  Kind = "address"  // postal addresses
	Birth    Kind = "birth"    // dates of birth of people who are of school age
	Identity Kind = "identity" // numbers of identity cards, insurances, pupils
)

var kinds = []Kind{List, Phone, Mail, Address, Birth, Identity}

// Example is one place where something was found.
type Example struct {
	Kind Kind
	Page int    // of the document, from 1
	Text string // masked, such as "Sa••• M•••"
}

// Finding is what a document seems to hold. The zero value is nothing.
type Finding struct {
	Kinds    []Kind    // each once, in the order of the constants
	Examples []Example // at most three of a kind
	Say      string    // one sentence for the teacher and a way on; empty: nothing was found
}

// Empty reports whether nothing was found.
func (f Finding) Empty() bool { return len(f.Kinds) == 0 }

const (
	maxText     = 16 << 20 // bytes of a document that are looked at
	maxBlock    = 256 << 10
	maxExamples = 3 // of a kind
)

// Look looks through a document, in time that grows with its length. Of a
// document with more than 16 MB of text it sees the beginning. doc may be nil.
func Look(doc *story.Document) Finding { return look(doc, time.Now().Year()) }

func look(doc *story.Document, year int) Finding {
	if doc == nil {
		return Finding{}
	}
	var found []Example
	left := maxText
	for from := 0; from < len(doc.Blocks) && left > 0; {
		to := from
		for to < len(doc.Blocks) && doc.Blocks[to].Page == doc.Blocks[from].Page && left > 0 {
			left -= blockSize(&doc.Blocks[to])
			to++
		}
		p := page{at: doc.Blocks[from].Page, year: year}
		p.look(doc.Blocks[from:to])
		found = append(found, p.found...)
		from = to
	}
	return conclude(found, doc.Pages)
}

func blockSize(b *story.Block) int {
	n := len(b.Text)
	for _, row := range b.Cells {
		for _, cell := range row {
			n += len(cell)
		}
	}
	return n + 1
}

// page looks at one page.
type page struct {
	at    int // of the document, from 1
	year  int // the present one
	found []Example
	weak  []string // numbers that are telephone numbers where there are several
	cue   bool     // the page calls itself a list of pupils
}

func (p *page) look(blocks []story.Block) {
	imprint := false
	for i := range blocks {
		text := clip(blocks[i].Text, maxBlock)
		p.cue = p.cue || isCue(text)
		imprint = imprint || isImprint(text)
	}
	for i := range blocks {
		p.block(&blocks[i])
	}
	p.lists(blocks)
	p.record(blocks)
	slices.Sort(p.weak)
	if p.weak = slices.Compact(p.weak); len(p.weak) > 1 {
		for _, number := range p.weak {
			p.add(Phone, number)
		}
	}
	if imprint && !p.has(List) {
		p.found = slices.DeleteFunc(p.found, func(e Example) bool {
			return e.Kind == Phone || e.Kind == Mail || e.Kind == Address
		})
	}
}

func (p *page) block(b *story.Block) {
	rows := b.Cells
	if len(rows) == 0 {
		if rows = splitTable(clip(b.Text, maxBlock)); rows == nil {
			p.text("", clip(b.Text, maxBlock))
			return
		}
	}
	p.table(rows)
}

// text looks at one stretch of text; label stands before it, as the head of
// its column does.
func (p *page) text(label, text string) {
	if label != "" {
		label = clip(label, 100) + ": "
	}
	text = label + text
	p.numbers(text, len(label))
	p.mails(text)
}

func (p *page) add(kind Kind, text string) {
	p.found = append(p.found, Example{Kind: kind, Page: p.at, Text: mask(kind, text)})
}

func (p *page) has(kind Kind) bool {
	return slices.ContainsFunc(p.found, func(e Example) bool { return e.Kind == kind })
}

// clip gives the beginning of a text, cut between characters.
func clip(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && text[most]&0xc0 == 0x80 {
		most--
	}
	return text[:most]
}
