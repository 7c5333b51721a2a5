package speech

import (
	"strings"
	"time"

	"edusmart/core/reading"
)

// Reading times of a page that nobody speaks.
const (
	// settle is what a class needs to look at a new page before it reads.
	settle = 1500 * time.Millisecond
	// shortest is the least time that any page stays.
	shortest = 4 * time.Second
)

// fluency is how many English words a minute half of a grade's pupils read
// aloud by the end of the school year, kindergarten first (Hasbrouck and
// Tindal, "An update to compiled ORF norms", 2017, for grades 1 to 6; below
// and above by extending the curve). A class reads at the pace of its slower
// half, so what is read alone is not assumed to go faster.
var fluency = [...]float64{35, 60, 100, 112, 133, 146, 146, 150, 152, 154, 156, 158, 160}

// English adults read 228 words a minute in the comparison that pace is from.
const englishPace = 228

// pace is how many words a minute adults read the same texts with in other
// languages: long words, few a minute (Trauzettel-Klosinski and Dietz,
// "Standardized assessment of reading performance: the new international
// reading speed texts IReST", IOVS 53, 2012).
var pace = map[string]float64{
	"ar": 138, "de": 179, "en": englishPace, "es": 218, "fi": 161, "fr": 195,
	"he": 187, "it": 188, "nl": 202, "pl": 166, "pt": 181, "ru": 184,
	"sl": 180, "sv": 199, "tr": 166,
}

// otherPace stands for the languages that were not measured: the median.
const otherPace = 184

// Characters a minute where words are not divided by spaces. Chinese and
// Japanese are from the same study; Thai letters are taken at the rate of the
// letters of spaced languages, five and a half to a word.
const (
	chinesePace  = 255
	japanesePace = 357
	lettersPace  = otherPace * 5.5
)

// ReadingTime is how long a class of the grade (0 to 12) needs to read a text
// in a language (BCP 47; empty: unknown): what a silent page stays for. It is
// at least four seconds.
func ReadingTime(text, language string, grade int) time.Duration {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	perWord := pace[base]
	if perWord == 0 {
		perWord = otherPace
	}
	ideographs := float64(chinesePace)
	if base == "ja" {
		ideographs = japanesePace
	}
	c := reading.Count(text)
	adult := float64(c.Words)/perWord + float64(c.Ideographs)/ideographs + float64(c.Letters)/lettersPace
	slow := englishPace / fluency[min(max(grade, 0), len(fluency)-1)]
	t := settle + time.Duration(adult*slow*float64(time.Minute))
	return max(shortest, t).Round(10 * time.Millisecond)
}
