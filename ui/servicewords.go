package ui

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"edusmart/core"
	"edusmart/core/model"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// roleNames are the three roles as the teacher reads them, in the order of
// partNames.
var roleNames = [3]string{"Text", "Pictures", "Voice"}

// roleName gives a role's name.
func roleName(part story.PartKind) string {
	if i := slices.Index(partNames[:], part); i >= 0 {
		return roleNames[i]
	}
	return string(part)
}

// dollars writes an amount of money: "$0.31". What is less than a cent and
// more than nothing is said to be so.
func dollars(amount float64) string {
	if amount > 0 && amount < 0.005 {
		return "under $0.01"
	}
	return "$" + groupedCents(amount)
}

func groupedCents(amount float64) string {
	cents := int(math.Round(amount * 100))
	return fmt.Sprintf("%s.%02d", thousands(cents/100), cents%100)
}

// price writes what a model costs, to a tenth of a cent where that matters.
func price(amount float64) string {
	if amount == 0 {
		return "—"
	}
	s := fmt.Sprintf("%.4f", amount)
	for strings.HasSuffix(s, "0") && len(s)-strings.Index(s, ".") > 3 {
		s = s[:len(s)-1]
	}
	return "$" + s
}

// shortTime writes a time in minutes and seconds: "12 s", "3 min 12 s",
// "2 h 5 min".
func shortTime(d time.Duration) string {
	d = d.Round(time.Second)
	hours, minutes, seconds := int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", seconds)
	case d < time.Hour && seconds == 0:
		return fmt.Sprintf("%d min", minutes)
	case d < time.Hour:
		return fmt.Sprintf("%d min %d s", minutes, seconds)
	case minutes == 0:
		return fmt.Sprintf("%d h", hours)
	default:
		return fmt.Sprintf("%d h %d min", hours, minutes)
	}
}

// leftWords says how much longer something takes, to ten seconds: "about 1 min
// 40 s left".
func leftWords(d time.Duration) string {
	switch {
	case d <= 0:
		return ""
	case d < 10*time.Second:
		return "less than 10 s left"
	case d < 10*time.Minute:
		return "about " + shortTime(d.Round(10*time.Second)) + " left"
	default:
		return "about " + shortTime(d.Round(time.Minute)) + " left"
	}
}

// costWords says what a story may cost and take: "About $0.31, 3 to 4
// minutes".
func costWords(e usage.Estimate) string {
	var parts []string
	low, high := dollars(e.Low), dollars(e.High)
	switch {
	case e.High <= 0:
	case low == high || e.Low <= 0:
		parts = append(parts, "About "+high)
	default:
		parts = append(parts, "About "+low+" to "+high)
	}
	if t := spanWords(e.LowTime, e.Time); t != "" {
		parts = append(parts, t)
	}
	if len(parts) == 0 {
		return "Made with Gemini"
	}
	said := strings.Join(parts, ", ")
	return strings.ToUpper(said[:1]) + said[1:]
}

// spanWords gives a stretch of time in words: "40 seconds", "3 to 4 minutes".
func spanWords(low, high time.Duration) string {
	if high <= 0 {
		return ""
	}
	if high < 90*time.Second {
		ten := (int(high.Seconds()) + 9) / 10 * 10
		return counted(ten, "second")
	}
	from, to := int(math.Round(low.Minutes())), int(math.Ceil(high.Minutes()))
	if from < 1 || from >= to {
		return counted(to, "minute")
	}
	return fmt.Sprintf("%d to %d minutes", from, to)
}

// spentWords says what this month has cost.
func spentWords(spent, limit float64) string {
	if limit <= 0 {
		return "Spent this month " + dollars(spent) + ", no cap is set"
	}
	return "Spent this month " + dollars(spent) + " of your " + dollars(limit) + " cap"
}

// capWords says in one sentence that a story may pass the month's cap; "" where
// it does not.
func capWords(e usage.Estimate) string {
	switch {
	case e.Cap <= 0 || e.SpentMonth+e.High <= e.Cap:
		return ""
	case e.SpentMonth >= e.Cap:
		return "Your cap of " + dollars(e.Cap) + " for this month is used up: parts are made on this computer."
	default:
		return "This may pass your cap of " + dollars(e.Cap) + " a month: what lies over it is made on this computer."
	}
}

// restLong is the longest rest that is counted down; a longer one is told by
// the time of day at which it ends.
const restLong = 10 * time.Minute

// untilWords says when something goes on: "in 21 s", "at 09:00", "on 3 May".
func untilWords(until, now time.Time) string {
	left := until.Sub(now)
	switch {
	case left <= restLong:
		return fmt.Sprintf("in %d s", max(0, int(math.Ceil(left.Seconds()))))
	case sameDay(until, now) || left < 24*time.Hour:
		return "at " + until.Format("15:04")
	default:
		return "on " + until.Format("2 January, 15:04")
	}
}

// whereWords says where the key is kept.
func whereWords(where string) string {
	switch where {
	case "keyring":
		return "Kept in this computer’s keyring. It is never written to a story or a log."
	case "file":
		return "Kept in a file that only you can read: this computer has no keyring. It is never written to a story or a log."
	case "environment":
		return "Taken from this computer’s environment. It is never written to a story or a log."
	}
	return "It is kept in this computer’s keyring, or, where there is none, in a file that only you can read."
}

// serviceLanguages are the languages that the service writes and speaks
// besides those of this computer's voices (its documentation of speech).
var serviceLanguages = []string{
	"ar", "bn", "de", "en", "es", "fr", "hi", "id", "it", "ja", "ko", "mr", "nl",
	"pl", "pt", "ro", "ru", "ta", "te", "th", "tr", "uk", "vi",
}

// serviceVoice is under which name a language's voice of the service is kept
// among the settings; "" for every language.
func serviceVoice(language string) string {
	if language == "" {
		return "gemini"
	}
	return "gemini:" + language
}

// serviceVoiceID gives the voice of the service that is chosen for a language:
// its own, the one for all, or the first.
func serviceVoiceID(voices []model.VoiceInfo, chosen map[string]string, language string) string {
	for _, name := range []string{serviceVoice(language), serviceVoice("")} {
		id := chosen[name]
		if slices.ContainsFunc(voices, func(v model.VoiceInfo) bool { return v.ID == id }) {
			return id
		}
	}
	if len(voices) == 0 {
		return ""
	}
	return voices[0].ID
}

// with gives a copy of a map in which a key has a value.
func with[K comparable, V any](m map[K]V, key K, value V) map[K]V {
	copied := make(map[K]V, len(m)+1)
	for k, v := range m {
		copied[k] = v
	}
	copied[key] = value
	return copied
}

// resting reports whether a role takes no calls at the moment.
func resting(r core.RoleState, now time.Time) bool { return r.Until.After(now) }
