package usage

import (
	"math"
	"slices"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// EstimateInput is a story that is not made yet.
type EstimateInput struct {
	Words   int // of the chosen pages of the document
	Scanned int // chosen pages that are photographs, sent as they are
	Pages   int // of the story
	// The models that make each part; empty: this computer does, which costs
	// nothing and whose time is not counted.
	Text, Picture, Voice string
}

// span is a low and a high value.
type span struct{ low, high float64 }

func (s span) times(n float64) span { return span{s.low * n, s.high * n} }
func (s span) plus(o span) span     { return span{s.low + o.low, s.high + o.high} }

// What a story uses, as a range. A word is 1.3 tokens in English and up to 2.5
// in scripts that are not Latin; a photographed page is 258
// (ai.google.dev/gemini-api/docs/tokens); speech is 25 tokens a second. The
// rest follows from the prompts and from what is asked: two to four sentences
// a page, ten questions or more.
var (
	tokensOfWord    = span{1.3, 2.5}
	tokensOfScan    = span{258, 258}
	tokensOfPrompt  = span{1500, 4000}
	tokensOfQuiz    = span{1200, 4500} // the glossary, the characters and the thinking with it
	tokensOfPage    = span{150, 350}
	tokensOfScene   = span{300, 2200} // up to one reference picture among them
	tokensOfPicture = span{1290, 1290}
	tokensOfScript  = span{80, 300}
	tokensOfSpeech  = span{20 * 25, 50 * 25}
	billedAgain     = 1.1 // the high end: one answer in ten cannot be used and is paid again
	sideBySide      = span{4, 2}
	enoughAnswers   = 5
	assumedLatency  = map[story.PartKind][2]time.Duration{ // median and p95 until enough answers are measured
		story.Text:    {12 * time.Second, 30 * time.Second},
		story.Picture: {9 * time.Second, 20 * time.Second},
		story.Voice:   {7 * time.Second, 16 * time.Second},
	}
)

// Estimate tells what a story may cost and how long it may take: the costs
// from the prices, the times from the answers of the last two months where
// there are at least five, else from what such models usually take, and from
// the limits by the minute that the service has told.
func (l *Ledger) Estimate(o EstimateInput) Estimate {
	pages := float64(max(o.Pages, 0))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.catchUp()
	now := time.Now()
	e := Estimate{SpentMonth: l.spent(now), Cap: l.cap}
	var cost span
	var text, parts [2]time.Duration
	if o.Text != "" {
		in := tokensOfWord.times(float64(max(o.Words, 0))).plus(tokensOfScan.times(float64(max(o.Scanned, 0)))).plus(tokensOfPrompt)
		cost = cost.plus(l.price(story.Text, o.Text, in, tokensOfPage.times(pages).plus(tokensOfQuiz), 1))
		text = l.book.latency(story.Text, o.Text)
		e.Calls++
	}
	if o.Picture != "" {
		cost = cost.plus(l.price(story.Picture, o.Picture, tokensOfScene, tokensOfPicture, pages))
	}
	if o.Voice != "" {
		cost = cost.plus(l.price(story.Voice, o.Voice, tokensOfScript, tokensOfSpeech, pages))
	}
	limits := l.book.limits()
	for _, part := range []modelKey{{story.Picture, o.Picture}, {story.Voice, o.Voice}} {
		if part.name == "" {
			continue
		}
		e.Calls += int(pages)
		took := l.book.latency(part.role, part.name)
		held := paced(limits[quotaKey{modelKey: part, per: time.Minute}].most, int(pages))
		parts[0] = max(parts[0], rounds(took[0], pages, sideBySide.low), held)
		parts[1] = max(parts[1], rounds(took[1], pages, sideBySide.high), held+took[1])
	}
	e.Low, e.High = cost.low, cost.high*billedAgain
	e.LowTime, e.Time = text[0]+parts[0], text[1]+parts[1]
	return e
}

// price gives what n answers of a model cost.
func (l *Ledger) price(role story.PartKind, name string, in, out span, n float64) span {
	one := func(in, out float64) float64 {
		usd, _ := l.prices.Cost(model.Use{Role: role, Model: name, Tokens: model.Tokens{In: int(in), Out: int(out)}})
		return usd * n
	}
	return span{one(in.low, out.low), one(in.high, out.high)}
}

// latency gives the median and the 95th percentile of a model's answers.
func (b *book) latency(role story.PartKind, name string) [2]time.Duration {
	var answers []time.Duration
	for i := range b.held {
		if a := &b.held[i]; a.Role == role && a.Model == name && a.answered() {
			answers = append(answers, a.Latency)
		}
	}
	if len(answers) < enoughAnswers {
		return assumedLatency[role]
	}
	slices.Sort(answers)
	return [2]time.Duration{Percentile(answers, 50), Percentile(answers, 95)}
}

// rounds is how long n answers take, so many side by side.
func rounds(one time.Duration, n, lanes float64) time.Duration {
	return one * time.Duration(math.Ceil(n/lanes))
}

// paced is how long it takes to send n requests under a limit by the minute;
// 0: no limit is known.
func paced(limit, n int) time.Duration {
	if limit <= 0 || n <= 1 {
		return 0
	}
	return time.Duration(n-1) * time.Minute / time.Duration(limit)
}
