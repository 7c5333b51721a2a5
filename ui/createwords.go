package ui

import (
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"edusmart/core"
	"edusmart/core/document"
	"edusmart/core/story"
)

// languageName gives a language's English name, such as "Portuguese (Brazil)";
// "Language unknown" for "und" and for what is no tag.
func languageName(tag string) string {
	t, err := language.Parse(tag)
	if err != nil || t == language.Und {
		return "Language unknown"
	}
	if name := display.English.Tags().Name(t); name != "" {
		return name
	}
	return tag
}

// baseLanguage cuts a tag down to its language: "pt-BR" to "pt".
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// isRightToLeft reports whether a language is written from the right.
func isRightToLeft(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, _ := t.Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm":
		return true
	}
	return false
}

// counted gives a number with its noun: "1 page", "14 pages", "1,200 pages".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0 && s[at-1] != '-'; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// sizeWords gives a file's size to a figure that a teacher would say.
func sizeWords(bytes int64) string {
	switch {
	case bytes < 1000:
		return counted(int(bytes), "byte")
	case bytes < 1_000_000:
		return fmt.Sprintf("%d KB", (bytes+500)/1000)
	default:
		return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
	}
}

// fileLine says what a document is: "14 pages · 2.1 MB · English · 6 figures,
// 8 exercises found".
func fileLine(d core.DocumentState) string {
	parts := []string{counted(d.Info.Pages, "page")}
	if d.Size > 0 {
		parts = append(parts, sizeWords(d.Size))
	}
	parts = append(parts, languageName(d.Info.Language))
	var found []string
	if n := d.Info.Figures; n > 0 {
		found = append(found, counted(n, "figure"))
	}
	if n := d.Info.Exercises; n > 0 {
		found = append(found, counted(n, "exercise"))
	}
	if len(found) > 0 {
		parts = append(parts, strings.Join(found, ", ")+" found")
	}
	if n := d.Info.Unread; n > 0 {
		parts = append(parts, counted(n, "photographed page")+" not read")
	}
	return strings.Join(parts, " · ")
}

// chosenLine says what the chosen pages hold: "7 of 14 chosen, about 2,100
// words".
func chosenLine(info *document.Info, from, to int) string {
	chosen := fmt.Sprintf("%s of %s chosen", thousands(to-from+1), thousands(info.Pages))
	if info.Pages == 1 {
		chosen = "1 page"
	}
	words := wordsOn(info, from, to)
	if words == 0 {
		return chosen + ", no words found"
	}
	return chosen + ", about " + counted(roughly(words), "word")
}

// wordsOn counts the words of the pages from to to.
func wordsOn(info *document.Info, from, to int) int {
	words := 0
	for page := from; page <= to && page <= len(info.Words); page++ {
		words += info.Words[page-1]
	}
	return words
}

// roughly keeps two figures of a number: 2,137 is 2,100.
func roughly(n int) int {
	unit := 1
	for n/unit >= 100 {
		unit *= 10
	}
	return (n + unit/2) / unit * unit
}

// pageFieldError says what is wrong with the text of a page field; "" where it
// is a page. The last page must not come before the first.
func pageFieldError(text string, low, high int) string {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	switch {
	case err != nil:
		return fmt.Sprintf("Type a page number from %d to %d.", low, high)
	case n > high:
		return fmt.Sprintf("The document has %s. Choose up to %d.", counted(high, "page"), high)
	case n < 1:
		return "Pages count from 1."
	case n < low:
		return fmt.Sprintf("The stretch begins on page %d. Choose %d or more.", low, low)
	}
	return ""
}

// lessonMinutes estimates a lesson's length: every page has about three
// sentences, whose length grows with the grade by the rule of thumb of 8 words
// and half a word for each grade, read at 130 words a minute with a pause of
// two seconds; the ten questions of the quiz take half a minute each.
func lessonMinutes(pages, grade int, speed float64) int {
	if speed <= 0 {
		speed = 1
	}
	words := 3 * (8 + float64(grade)/2)
	page := words/130*60/speed + 2
	return int(math.Round((float64(pages)*page + 10*30) / 60))
}

// freeWords says how long the making takes where all of it is made on this
// computer.
func freeWords(pages, documentPages int) string {
	seconds := int(math.Ceil(0.3*float64(pages) + float64(documentPages)/40))
	switch {
	case seconds >= 90:
		return fmt.Sprintf("Free, about %d minutes", (seconds+30)/60)
	case seconds >= 10:
		return fmt.Sprintf("Free, about %d seconds", (seconds+5)/10*10)
	default:
		return "Free, a few seconds"
	}
}

// sentWords says in a sentence or two what leaves this computer, by who makes
// the parts.
func sentWords(text, picture, voice story.Maker, scanned bool) string {
	const nothing = " Set all three to “This computer” and nothing leaves it."
	switch {
	case text == story.Gemini && scanned:
		return "The chosen pages are sent as photographs, since they hold no words."
	case text == story.Gemini:
		return "Only the words of the chosen pages are sent." + nothing
	case picture == story.Gemini && voice == story.Gemini:
		return "Only the story’s own text is sent, and short descriptions of its pictures." + nothing
	case picture == story.Gemini:
		return "Only short descriptions of the story’s pictures are sent." + nothing
	case voice == story.Gemini:
		return "Only the story’s own text is sent." + nothing
	default:
		return "Nothing leaves this computer."
	}
}

// privateWords says what seems private in a document, and where.
func privateWords(d core.DocumentState) string {
	if len(d.PrivatePages) == 0 {
		return d.Private
	}
	if len(d.PrivatePages) == 1 {
		return fmt.Sprintf("%s Look at page %d.", d.Private, d.PrivatePages[0])
	}
	const most = 4
	pages, more := d.PrivatePages, ""
	if len(pages) > most {
		pages, more = pages[:most], " and others"
	}
	names := make([]string, len(pages))
	for i, p := range pages {
		names[i] = strconv.Itoa(p)
	}
	list := strings.Join(names, ", ")
	if more == "" {
		list = strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	}
	return d.Private + " Look at pages " + list + more + "."
}

// scannedTitle names what is wrong with a document of photographs.
func scannedTitle(d core.DocumentState) string {
	kind := "document"
	if strings.EqualFold(filepath.Ext(d.Name), ".pdf") {
		kind = "PDF"
	}
	return "This " + kind + " has no text in it"
}

// scannedWords says what can be done about it.
func scannedWords(d core.DocumentState, service core.ServiceState, cost float64) string {
	pages := "Its pages are photographs. "
	if d.Info != nil && d.Info.Pages == 1 {
		pages = "Its page is a photograph. "
	} else if d.Info != nil {
		pages = fmt.Sprintf("Its %s pages are photographs. ", thousands(d.Info.Pages))
	}
	them := "them"
	if d.Info != nil && d.Info.Pages == 1 {
		them = "it"
	}
	if d.Err != "" && !service.Ready() { // it says what would let this computer read them
		if service.Only {
			return d.Err
		}
		return d.Err + " With a Gemini key the AI service can read " + them + "."
	}
	switch {
	case service.Only:
		return pages + "This computer cannot read " + them + ", and “This computer only” is on. Choose a file with text."
	case !service.Key.Set:
		return pages + "With a Gemini key the AI service can read " + them + ". Or choose a file with text."
	case cost > 0:
		return pages + "The AI service can read " + them + ", about " + dollars(cost) + ", or choose a file with text."
	default:
		return pages + "The AI service can read " + them + ", or choose a file with text."
	}
}

// dayWords names a day as people do: "today", "yesterday", "on 12 November",
// with the year when it is another one.
func dayWords(day, now time.Time) string {
	day = day.In(now.Location())
	switch {
	case sameDay(day, now):
		return "today"
	case sameDay(day, now.AddDate(0, 0, -1)):
		return "yesterday"
	case day.Year() == now.Year():
		return "on " + day.Format("2 January")
	default:
		return "on " + day.Format("2 January 2006")
	}
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// sameWords tells of the stories made from this very file.
func sameWords(same []core.Card, now time.Time) string {
	if len(same) == 1 {
		return "You made a story from this file " + dayWords(same[0].Created, now) + "."
	}
	return fmt.Sprintf("You made %d stories from this file, the last %s.", len(same), dayWords(same[0].Created, now))
}

// gradeNames are the grades as they are chosen, from kindergarten to 12.
func gradeNames() []string {
	names := []string{"Kindergarten"}
	for g := 1; g <= 12; g++ {
		names = append(names, fmt.Sprintf("Grade %d", g))
	}
	return names
}

func gradeName(grade int) string {
	names := gradeNames()
	return names[min(max(0, grade), len(names)-1)]
}

// speedWords gives a speed as it is shown: "1.0 ×", "1.25 ×".
func speedWords(speed float64) string {
	s := strconv.FormatFloat(speed, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s + " ×"
}
