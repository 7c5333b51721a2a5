package ondevice

import (
	"errors"
	"fmt"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// A spokenPage is a page on its way to sound: its sentences cut into
// utterances, and back.
type spokenPage struct {
	sentences []string
	words     [][]spokenWord // of each sentence
	said      []utterance
	parts     []saidPart // one for each utterance
	guessed   bool       // the voice told no times of a part
}

// A saidPart says which words an utterance holds.
type saidPart struct {
	sentence    int
	first, past int // words of the sentence
	lo          int // the first character of the cleaned sentence
}

// newSpokenPage cuts sentences into utterances. Each is spoken by itself, so
// that no voice can take two for one. Words of a script that the voice does
// not read are given to one that does.
func newSpokenPage(sentences []string, voice systemVoice, all []systemVoice) *spokenPage {
	p := &spokenPage{sentences: sentences, words: make([][]spokenWord, len(sentences))}
	for i, s := range sentences {
		text := readable(s)
		words := spokenWords(s, text)
		p.words[i] = words
		for first := 0; first < len(words); {
			by := voiceOf(words[first], voice, all)
			past := first + 1
			for past < len(words) && (words[past].weight == 0 || voiceOf(words[past], voice, all).ID == by.ID) {
				past++
			}
			p.add(i, first, past, by, text)
			first = past
		}
	}
	return p
}

// voiceOf gives the voice that reads a word on a page that voice reads.
func voiceOf(w spokenWord, voice systemVoice, all []systemVoice) systemVoice {
	if language := foreignLanguage(w.script, voice.Language, w.hi-w.lo); language != "" {
		if other, ok := bestVoice(all, language, ""); ok {
			return other
		}
	}
	return voice
}

// add adds the words first to past of a sentence as one utterance, with the
// punctuation around them, unless nothing of them is spoken.
func (p *spokenPage) add(sentence, first, past int, voice systemVoice, text readableText) {
	words := p.words[sentence]
	spoken := false
	for _, w := range words[first:past] {
		spoken = spoken || w.weight > 0
	}
	if !spoken {
		return
	}
	lo, hi := 0, len(text.runes)
	if first > 0 {
		lo = words[first].lo
	}
	if past < len(words) {
		hi = words[past].lo
	}
	p.said = append(p.said, utterance{voice: voice, text: text.runes[lo:hi]})
	p.parts = append(p.parts, saidPart{sentence: sentence, first: first, past: past, lo: lo})
}

// quiet is the level below which a sample is silence, on the scale of 16
// bits.
const quiet = 60

// join puts the spoken utterances together to the sound of the page, with the
// pauses of a reader, and gives every word its time.
func (p *spokenPage) join(heard []voicedText) (pcm []int16, rate int, words []story.Word, err error) {
	if len(heard) != len(p.said) || len(heard) == 0 {
		return nil, 0, nil, fmt.Errorf("%d utterances came back of %d", len(heard), len(p.said))
	}
	rate = heard[0].rate
	if rate < 8000 || rate > 48000 {
		return nil, 0, nil, fmt.Errorf("%d samples a second", rate)
	}
	times := make([][]speech.Span, len(p.sentences))
	for i := range times {
		times[i] = make([]speech.Span, len(p.words[i]))
		for j := range times[i] {
			times[i][j].Start = -1
		}
	}
	pcm = make([]int16, speech.Samples(leadIn, rate))
	for i, part := range p.parts {
		h := heard[i].at(rate)
		from, to := speech.Voiced(h.pcm, rate, quiet)
		margin := rate / 100
		from, to = max(0, from-margin), min(len(h.pcm), to+margin)
		if to <= from {
			return nil, 0, nil, errors.New("the voice gave silence")
		}
		if i > 0 {
			rest := sentenceRest
			if p.parts[i-1].sentence == part.sentence {
				rest = switchRest
			}
			pcm = append(pcm, make([]int16, speech.Samples(rest, rate))...)
		}
		offset := float64(len(pcm)-from) / float64(rate)
		own := p.words[part.sentence][part.first:part.past]
		for j, s := range p.wordTimes(part, own, h, from, to) {
			times[part.sentence][part.first+j] = speech.Span{Start: s.Start + offset, End: s.End + offset}
		}
		sound := h.pcm[from:to]
		speech.Fade(sound, margin/2, margin/2)
		pcm = append(pcm, sound...)
		if len(pcm) > maxSpokenSamples {
			return nil, 0, nil, errors.New("the page lasts more than an hour")
		}
	}
	pcm = append(pcm, make([]int16, speech.Samples(leadOut, rate))...)
	return pcm, rate, p.list(times), nil
}

// at gives the spoken text at another rate.
func (v voicedText) at(rate int) voicedText {
	if v.rate == rate {
		return v
	}
	out := voicedText{pcm: speech.Resample(v.pcm, v.rate, rate), rate: rate}
	for _, m := range v.marks {
		out.marks = append(out.marks, voiceMark{m.at, m.sample * rate / v.rate})
	}
	return out
}

// list gives the words in order. A word that is not spoken takes no time, at
// the end of the word before it.
func (p *spokenPage) list(times [][]speech.Span) []story.Word {
	var words []story.Word
	last := leadIn.Seconds()
	for i, sentence := range p.words {
		for j, w := range sentence {
			t := times[i][j]
			if t.Start < last {
				t.Start = last
			}
			t.End = max(t.End, t.Start)
			last = t.End
			words = append(words, story.Word{
				Text: p.sentences[i][w.from:w.to], Start: round3(t.Start), End: round3(t.End),
				Sentence: i, From: w.from, To: w.to,
			})
		}
	}
	return words
}

// round3 rounds seconds to milliseconds, for a file that people may read.
func round3(s float64) float64 { return float64(int(s*1000+0.5)) / 1000 }
