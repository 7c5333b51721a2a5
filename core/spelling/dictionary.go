package spelling

import (
	"slices"
	"unicode/utf8"
)

// Dictionary is a dictionary that was read. It does not change and may be used
// by several goroutines.
type Dictionary struct {
	stems    map[string][][]flag // each with the flags of its entries
	suffixes map[string][]rule   // by what they add
	prefixes map[string][]rule
	longest  int // bytes of the longest suffix or prefix

	needAffix, forbidden, onlyInCompound flag
	compound, begin, middle, end         flag // 0: none
	compoundLeast                        int  // letters of a part

	try     []rune      // letters, the commonest first
	replace [][2]string // what is confused
}

// form is one way in which a word can be made: the flags of its stem and of the
// rules that made it.
type form struct {
	flags []flag
	bare  bool // no rule was used
}

func (f *form) with(x flag) bool { return x != 0 && slices.Contains(f.flags, x) }

// has reports whether a word is in the dictionary exactly as it stands, or is
// made of words that are.
func (d *Dictionary) has(word string) bool {
	return d.simple(word) || utf8.RuneCountInString(word) <= maxCompound && d.isCompound(word, 0)
}

// simple reports whether a word is in the dictionary exactly as it stands.
func (d *Dictionary) simple(word string) bool {
	if word == "" || len(word) > 200 {
		return false
	}
	for _, flags := range d.stems[word] {
		if d.forbidden != 0 && slices.Contains(flags, d.forbidden) {
			return false
		}
	}
	for _, f := range d.forms(word) {
		if !f.with(d.onlyInCompound) && !(f.bare && f.with(d.needAffix)) {
			return true
		}
	}
	return false
}

// forms gives the ways in which a word can be made of a stem and rules.
func (d *Dictionary) forms(word string) []form {
	var all []form
	for _, flags := range d.stems[word] {
		all = append(all, form{flags, true})
	}
	all = append(all, d.suffixed(word, 0, 0)...)
	d.eachPrefix(word, func(p *rule, stem string) {
		for _, flags := range d.stems[stem] {
			if slices.Contains(flags, p.flag) {
				all = append(all, form{slices.Concat(flags, p.then), false})
			}
		}
		if !p.cross {
			return
		}
		for _, f := range d.suffixed(stem, 0, p.flag) {
			all = append(all, form{slices.Concat(f.flags, p.then), false})
		}
	})
	return all
}

// suffixed gives the forms of a word that end in a suffix, or in two. inner, of
// the second, is the rule that must be allowed by it; prefix, where it is not
// 0, must be allowed by the stem or by the rule.
func (d *Dictionary) suffixed(word string, inner, prefix flag) []form {
	var all []form
	d.eachSuffix(word, func(s *rule, stem string) {
		if inner != 0 && !slices.Contains(s.then, inner) || prefix != 0 && !s.cross {
			return
		}
		for _, flags := range d.stems[stem] {
			if slices.Contains(flags, s.flag) && (prefix == 0 || slices.Contains(flags, prefix) || slices.Contains(s.then, prefix)) {
				all = append(all, form{slices.Concat(flags, s.then), false})
			}
		}
		if inner == 0 {
			for _, f := range d.suffixed(stem, s.flag, prefix) {
				all = append(all, form{slices.Concat(f.flags, s.then), false})
			}
		}
	})
	return all
}

func (d *Dictionary) eachSuffix(word string, each func(r *rule, stem string)) {
	for n := 0; n <= min(d.longest, len(word)); n++ {
		rules := d.suffixes[word[len(word)-n:]]
		for i := range rules {
			if stem, ok := rules[i].stemAt(word); ok {
				each(&rules[i], stem)
			}
		}
	}
}

func (d *Dictionary) eachPrefix(word string, each func(r *rule, stem string)) {
	for n := 0; n <= min(d.longest, len(word)); n++ {
		rules := d.prefixes[word[:n]]
		for i := range rules {
			if stem, ok := rules[i].stemAfter(word); ok {
				each(&rules[i], stem)
			}
		}
	}
}

// maxParts is how many words a compound may have, maxCompound how many letters.
const (
	maxParts    = 4
	maxCompound = 48
)

// isCompound reports whether a word is made of words that may stand together.
// parts counts those that have been found before it.
func (d *Dictionary) isCompound(word string, parts int) bool {
	if d.compound == 0 && d.begin == 0 || parts >= maxParts-1 {
		return false
	}
	for _, flags := range d.stems[word] {
		if d.forbidden != 0 && slices.Contains(flags, d.forbidden) {
			return false
		}
	}
	least := d.compoundLeast
	for at, letters := 0, 0; at < len(word); letters++ {
		if letters >= least && utf8.RuneCountInString(word[at:]) >= least &&
			d.mayStand(word[:at], parts > 0, true) &&
			(d.mayStand(word[at:], true, false) || d.isCompound(word[at:], parts+1)) {
			return true
		}
		_, n := utf8.DecodeRuneInString(word[at:])
		at += n
	}
	return false
}

// mayStand reports whether a word may be a part of a compound: behind others,
// before others.
func (d *Dictionary) mayStand(part string, behind, before bool) bool {
	place := d.middle
	switch {
	case !behind:
		place = d.begin
	case !before:
		place = d.end
	}
	for _, f := range d.forms(part) {
		if f.with(d.compound) || f.with(place) {
			return !f.with(d.forbidden)
		}
	}
	return false
}
