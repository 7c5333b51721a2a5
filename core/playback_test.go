package core

import (
	"context"
	"slices"
	"testing"
	"time"

	"edusmart/core/player"
	"edusmart/core/story"
)

func TestSentencesAreHeardFromTheirFirstWordToTheirLast(t *testing.T) {
	three := []story.Sentence{{Text: "The sea."}, {Text: "…"}, {Text: "A very long river."}}
	words := []story.Word{
		{Sentence: 0, Start: 0.1, End: 0.4},
		{Sentence: 0, Start: 0.4, End: 0.9},
		{Sentence: 2, Start: 1.5, End: 1.6},
		{Sentence: 2, Start: 1.7, End: 3.2},
	}
	for _, c := range []struct {
		name string
		page story.Page
		want []player.Span
	}{
		{"by the words", story.Page{Sentences: three, Seconds: 4, Words: words}, []player.Span{{Start: 0.1, End: 0.9}, {}, {Start: 1.5, End: 3.2}}},
		// Two syllables, none and six.
		{
			"by the syllables",
			story.Page{Sentences: three, Seconds: 16},
			[]player.Span{{Start: 0, End: 4}, {Start: 4, End: 4}, {Start: 4, End: 16}},
		},
		{"nothing to say", story.Page{Sentences: three[1:2], Seconds: 4}, nil},
		{"no time yet", story.Page{Sentences: three}, nil},
		{"no text yet", story.Page{Seconds: 4}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sentenceSpans(&c.page); !slices.Equal(got, c.want) {
				t.Errorf("the sentences are heard %v, not %v", got, c.want)
			}
		})
	}
}

func TestTheVoiceStopsOncePerSentenceInOrder(t *testing.T) {
	p := story.Page{Stops: []story.Stop{{After: 3}, {After: 1}, {After: 3}}}
	if got := stopsOf(&p); !slices.Equal(got, []int{1, 3}) {
		t.Errorf("the voice stops after %v", got)
	}
}

// listener is a player that notes what it was told of reading together.
type listener struct {
	transport
	steps, echo bool
}

func (l *listener) SetSteps(on bool) { l.steps = on }
func (l *listener) SetEcho(on bool)  { l.echo = on }

func TestTheWaysOfReadingTogetherAreKeptAndGivenToThePlayer(t *testing.T) {
	home := t.TempDir()
	a, err := Open(Config{Home: home, Quiet: true})
	if err != nil {
		t.Fatal(err)
	}
	l := &listener{}
	a.player = l
	a.SetSteps(true)
	a.Change(func(s *Settings) { s.Echo = true })
	if !l.steps || !l.echo {
		t.Errorf("the player was told steps %v, echo %v", l.steps, l.echo)
	}
	a.SetEcho(false)
	if l.echo {
		t.Error("the player still leaves time for an echo")
	}
	a.player = nil
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(Config{Home: home})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if s := again.Settings(); !s.Steps || s.Echo {
		t.Errorf("kept were steps %v, echo %v", s.Steps, s.Echo)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	var last player.State
	again.player.Watch(ctx, func(s player.State) {
		if last = s; s.Steps && !s.Echo {
			cancel()
		}
	})
	if !last.Steps || last.Echo {
		t.Errorf("the player begins with %+v", last)
	}
}
