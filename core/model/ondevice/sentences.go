package ondevice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// span is a stretch of a text: bytes from to to.
type span struct{ from, to int }

// Limits of sentence splitting.
const (
	maxQuoted   = 320 // bytes of a quotation or bracket kept in one sentence
	thaiSegment = 35  // letters after which a space ends a segment of Thai
)

// sentenceSpans cuts text into sentences, without the spaces around them. The
// boundaries are those of Unicode (UAX #29), less those that are none:
// abbreviations, initials, ordinals, brackets and quotations that go on, and
// more where an ellipsis or, in Thai and its kin, a space ends a sentence.
func sentenceSpans(text string, t *tongue) []span {
	var raw []span
	rest, at, state := text, 0, -1
	for rest != "" {
		var s string
		s, rest, state = uniseg.FirstSentenceInString(rest, state)
		raw = appendCut(raw, text, span{at, at + len(s)})
		at += len(s)
	}
	return mergeSpans(raw, text, t)
}

// appendCut adds s, trimmed, cut further at ellipses and at Thai spaces.
func appendCut(out []span, text string, s span) []span {
	from, letters := s.from, 0
	var last rune
	for i, r := range text[s.from:s.to] {
		at := s.from + i
		if last != 0 && unicode.IsSpace(last) && i > 0 {
			before := strings.TrimRight(text[from:at], " \u00a0")
			if strings.HasSuffix(before, "…") && (unicode.IsUpper(r) || unicode.Is(unicode.Lo, r)) || letters >= thaiSegment ||
				unicode.IsDigit(r) && endsWithWord(before) {
				out = appendTrimmed(out, text, span{from, at})
				from, letters = at, 0
			}
		}
		if thaiLike(r) {
			letters++
		}
		last = r
	}
	return appendTrimmed(out, text, span{from, s.to})
}

func appendTrimmed(out []span, text string, s span) []span {
	if s = trimmed(text, s); s.from < s.to {
		return append(out, s)
	}
	return out
}

func trimmed(text string, s span) span {
	inner := text[s.from:s.to]
	left := len(inner) - len(strings.TrimLeftFunc(inner, unicode.IsSpace))
	inner = strings.TrimSpace(inner)
	return span{s.from + left, s.from + left + len(inner)}
}

func mergeSpans(raw []span, text string, t *tongue) []span {
	var out []span
	for _, s := range raw {
		if n := len(out); n > 0 && goesOn(text, out[n-1], s, t) {
			out[n-1].to = s.to
			continue
		}
		out = append(out, s)
	}
	return out
}

// goesOn reports whether the sentence of left goes on in right.
func goesOn(text string, left, right span, t *tongue) bool {
	a, b := text[left.from:left.to], text[right.from:right.to]
	if strings.Contains(text[left.to:right.from], "\n") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(b, openings))
	switch {
	case !strings.ContainsFunc(b, unicode.IsLetter) && len(b) < 12 && !isListMark(b):
		return true // a closing quote or a note's number
	case unicode.IsLower(first) && endsSentence(a):
		return true // “Stop!” he said.
	case len(a)+len(b) <= maxQuoted && (stillOpen(a, '(', ')', b) || stillOpen(a, '“', '”', b) || stillOpen(a, '«', '»', b)):
		return true
	case len(a)+len(b) <= maxQuoted && strings.Count(a, `"`)%2 == 1 && strings.Count(b, `"`)%2 == 1:
		return true
	}
	return endsAbbreviated(a, b, t)
}

const (
	openings = "“‘«\"'([¿¡—–- "
	closings = "”’»\"')]*"
)

func stillOpen(a string, open, closing rune, b string) bool {
	opened := strings.Count(a, string(open)) - strings.Count(a, string(closing))
	return opened > 0 && strings.ContainsRune(b, closing)
}

// endsAbbreviated reports whether the stop at the end of a belongs to an
// abbreviation, an initial or an ordinal, with b going on.
func endsAbbreviated(a, b string, t *tongue) bool {
	body, ok := strings.CutSuffix(a, ".")
	if !ok {
		return false
	}
	token := body[strings.LastIndexFunc(body, unicode.IsSpace)+1:]
	token = strings.TrimLeft(token, openings)
	first, _ := utf8.DecodeRuneInString(b)
	next := firstWord(b)
	starter := t.stop[next] || t.stop[next+"'"]
	lower := strings.ToLower(token)
	switch {
	case token == "":
		return false
	case t.abbrev[lower]:
		return true
	case t.numbered[lower] && (unicode.IsDigit(first) || !oneSmall(token)):
		return unicode.IsDigit(first)
	case token == body && isMarker(token):
		return true // "1." or "a." at the beginning
	case oneSmall(token):
		return true // "z. B.", "753 v. Chr."
	case isNumber(token):
		return t.ordinals && utf8.RuneCountInString(token) <= 2 && !starter
	case oneCapital(token) && afterInitial(body, token):
		return true // "z. B.": an abbreviation of two words
	case strings.Contains(token, "."), oneCapital(token):
		return !starter && !strings.HasSuffix(lower, "etc")
	}
	return false
}

// afterInitial reports whether a small letter with a stop stands before token,
// with which body ends.
func afterInitial(body, token string) bool {
	before, ok := strings.CutSuffix(strings.TrimSpace(strings.TrimSuffix(body, token)), ".")
	return ok && oneSmall(before[strings.LastIndexFunc(before, unicode.IsSpace)+1:])
}

func firstWord(s string) string {
	s = strings.TrimLeft(s, openings)
	if at := strings.IndexFunc(s, func(r rune) bool { return !wordRune(r) }); at >= 0 {
		s = s[:at]
	}
	return strings.ToLower(s)
}

func isNumber(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
}

// isListMark reports whether s is "2." and no more.
func isListMark(s string) bool {
	mark, ok := strings.CutSuffix(s, ".")
	return ok && isMarker(mark)
}

// endsWithWord reports whether text ends with a word of three letters or more
// and a full stop, which ends a sentence before a number too.
func endsWithWord(text string) bool {
	body, ok := strings.CutSuffix(text, ".")
	word := body[strings.LastIndexFunc(body, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })+1:]
	return ok && utf8.RuneCountInString(word) > 2
}

func isMarker(s string) bool {
	return utf8.RuneCountInString(s) <= 2 && isNumber(s) || len(s) == 1 && s[0] >= 'a' && s[0] <= 'h'
}

func oneSmall(s string) bool { return len(s) == 1 && s[0] >= 'a' && s[0] <= 'z' }

func oneCapital(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && unicode.IsUpper(r)
}

// stops are the marks that end a sentence in the scripts of the world.
const stops = ".!?…。！？｡؟۔।॥։።၊။។៕"

// endsSentence reports whether text ends as a whole sentence does.
func endsSentence(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, closings))
	return r != utf8.RuneError && strings.ContainsRune(stops, r)
}

// asks reports whether text is a question.
func asks(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, closings))
	return r == '?' || r == '؟' || r == '？'
}

// oneLine gives s with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
