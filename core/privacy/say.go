package privacy

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// conclude makes a finding of the examples.
func conclude(found []Example, pages int) Finding {
	var f Finding
	var where []int
	for _, kind := range kinds {
		n := 0
		for _, e := range found {
			if e.Kind != kind {
				continue
			}
			if n++; n <= maxExamples {
				f.Examples = append(f.Examples, e)
			}
			where = append(where, e.Page)
		}
		if n > 0 {
			f.Kinds = append(f.Kinds, kind)
		}
	}
	if len(f.Kinds) > 0 {
		slices.Sort(where)
		f.Say = say(f.Kinds, slices.Compact(where), pages)
	}
	return f
}

var names = map[Kind]string{
	Phone:    "telephone numbers",
	Mail:     "e-mail addresses",
	Address:  "postal addresses",
	Birth:    "dates of birth",
	Identity: "identity numbers",
}

func say(found []Kind, where []int, pages int) string {
	var things []string
	for _, kind := range found {
		if name := names[kind]; name != "" {
			things = append(things, name)
		}
	}
	many := len(where) > 1
	subject, advice := place(where), "Leave such pages out, or make the story on this computer."
	if pages <= 1 {
		subject, advice, many = "This document", "Take them out, or make the story on this computer.", false
	}
	if found[0] != List {
		return fmt.Sprintf("%s %s to hold %s. %s", subject, pick(many, "seem", "seems"), join(things), advice)
	}
	if len(things) > 0 {
		things[0] = "with " + things[0]
	}
	what := strings.TrimSpace("a list of pupils " + join(things))
	return fmt.Sprintf("%s %s like %s. %s", subject, pick(many, "look", "looks"), what, advice)
}

func pick(many bool, plural, singular string) string {
	if many {
		return plural
	}
	return singular
}

// place names at most three pages.
func place(where []int) string {
	const most = 3
	if len(where) == 1 {
		return fmt.Sprintf("Page %d", where[0])
	}
	var items []string
	for i, n := range where {
		if i == most-1 && len(where) > most {
			items = append(items, fmt.Sprintf("%d others", len(where)-i))
			break
		}
		items = append(items, fmt.Sprint(n))
	}
	return "Pages " + join(items)
}

func join(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

const masked = "•••"

// mask shows so much of a text that the teacher finds it again, and no more:
// two characters of its first word, one of each other.
func mask(kind Kind, text string) string {
	const words = 4
	fields := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '@' || r == '|' })
	if kind != List && len(fields) > 1 { // a number, an address: its beginning will do
		fields = fields[:1]
	}
	var out []string
	for i, field := range fields[:min(len(fields), words)] {
		keep := 1
		if i == 0 {
			keep = 2
		}
		out = append(out, firstRunes(field, keep)+masked)
	}
	return strings.Join(out, " ")
}

// firstRunes gives the first n characters with their marks.
func firstRunes(text string, n int) string {
	for at, r := range text {
		if unicode.Is(unicode.M, r) {
			continue
		}
		if n == 0 {
			return text[:at]
		}
		n--
	}
	if utf8.RuneCountInString(text) <= 2 {
		return ""
	}
	return text
}
