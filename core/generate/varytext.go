package generate

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// opVary is what the making of variants is called in errors.
const opVary = "make levels and languages"

// level makes the text of one level from that of the grade, unless it is there
// from the same request.
func (r *vary) level(ctx context.Context, wanted story.Level) error {
	s := r.Story
	if wanted.Name == "" || wanted.Name == story.GradeLevel {
		return model.Errorf(opVary, model.Input, "A level needs a name of its own.", nil)
	}
	r.start("Writing the " + wanted.Name + " text")
	base := s.Clone()
	base.Turn(story.GradeLevel)
	ask := r.rewriting(base)
	ask.Grade, ask.Harder = wanted.Grade, wanted.Name == story.HarderLevel
	key := rewriteKey(s.Options.Writer, ask)
	if has(s, wanted.Name, key) {
		return nil
	}
	out, err := r.Makers.Rewriter(s.Options.Writer).Rewrite(r.begin(ctx, story.Text, everyPage), ask)
	if err == nil {
		err = checkRewritten(ask, out)
	}
	if err != nil {
		return err
	}
	r.say(out.Notice)
	r.put(base, wanted, out, key)
	return r.commit()
}

// rewriting asks for a story's pages.
func (r *vary) rewriting(s *story.Story) model.Rewriting {
	ask := model.Rewriting{Title: s.Title, Language: s.Language, Grade: s.Grade, Document: r.Read}
	for i := range s.Pages {
		ask.Pages = append(ask.Pages, model.RewritePage{Title: s.Pages[i].Title, Sentences: s.Pages[i].Sentences})
	}
	for _, t := range s.Glossary {
		ask.Terms = append(ask.Terms, t.Term)
	}
	return ask
}

// rewriteKey hashes what is asked for.
func rewriteKey(by story.Maker, ask model.Rewriting) string {
	fields := append([]string{string(by), ask.Language, strconv.Itoa(ask.Grade), strconv.FormatBool(ask.Harder)}, ask.Terms...)
	for _, p := range ask.Pages {
		fields = append(fields, "page")
		for _, s := range p.Sentences {
			fields = append(fields, s.Text)
		}
	}
	return keyOf(fields...)
}

// has reports whether a story has a level from the request of a key.
func has(s *story.Story, name, key string) bool {
	if s.Level == name {
		return slices.ContainsFunc(s.Pages, func(p story.Page) bool { return p.Parts.Text.Key == key })
	}
	return slices.ContainsFunc(s.Levels, func(l story.Level) bool {
		return l.Name == name && slices.ContainsFunc(l.Pages, func(p story.LevelPage) bool { return p.Text.Key == key })
	})
}

// checkRewritten refuses what a story cannot hold, whoever made it.
func checkRewritten(ask model.Rewriting, out model.Rewritten) error {
	var err error
	if len(out.Pages) != len(ask.Pages) {
		err = fmt.Errorf("%d pages, not %d", len(out.Pages), len(ask.Pages))
	}
	for i, p := range out.Pages {
		n := len(p.Sentences)
		switch {
		case err != nil:
		case n > story.MaxSentences || n == 0 && len(ask.Pages[i].Sentences) > 0:
			err = fmt.Errorf("page %d has %d sentences", i+1, n)
		case ask.To != "" && n != len(ask.Pages[i].Sentences):
			err = fmt.Errorf("page %d has %d sentences, not %d", i+1, n, len(ask.Pages[i].Sentences))
		}
	}
	if err != nil {
		return model.Errorf(opVary, model.Unusable, "The text that came cannot be used. Try again.", err)
	}
	return nil
}

// put adds a level, or replaces the one of its name. Pages whose text has not
// changed keep their voice; the others' are made anew.
func (r *vary) put(base *story.Story, wanted story.Level, out model.Rewritten, key string) {
	s := r.Story
	if s.Level == "" {
		s.Level = story.GradeLevel
	}
	level := story.Level{Name: wanted.Name, Grade: wanted.Grade}
	for i, p := range out.Pages {
		was := &base.Pages[i]
		page := story.LevelPage{
			ID: was.ID, Title: p.Title, Sentences: p.Sentences,
			Text: story.Part{State: story.Ready, Source: out.Source, Key: key},
		}
		if out.Instead != "" {
			page.Text.State, page.Text.Reason = story.Fallback, out.Instead
		}
		for _, stop := range was.Stops {
			stop.After = min(stop.After, len(p.Sentences)-1)
			if stop.After >= 0 {
				page.Stops = append(page.Stops, stop)
			}
		}
		page.Seconds = speech.ReadingTime(textOf(p.Sentences), s.Language, wanted.Grade).Seconds()
		level.Pages = append(level.Pages, page)
	}
	shown := s.Level == wanted.Name
	if shown {
		s.Turn(story.GradeLevel)
	}
	s.Levels = slices.DeleteFunc(slices.Clone(s.Levels), func(l story.Level) bool { return l.Name == wanted.Name })
	s.Levels = append(s.Levels, level)
	if shown {
		s.Turn(wanted.Name)
	}
}

func textOf(sentences []story.Sentence) string {
	p := story.Page{Sentences: sentences}
	return p.Text()
}

// translate puts every sentence that lacks it into the second language: those
// of each level's text in one call.
func (r *vary) translate(ctx context.Context) error {
	s := r.Story
	texts := [][]*story.Sentence{{}}
	titles := []string{s.Title}
	for i := range s.Pages {
		texts[0] = append(texts[0], pointers(s.Pages[i].Sentences)...)
	}
	for i := range s.Levels {
		var all []*story.Sentence
		for k := range s.Levels[i].Pages {
			all = append(all, pointers(s.Levels[i].Pages[k].Sentences)...)
		}
		texts, titles = append(texts, all), append(titles, s.Title)
	}
	known := map[string]string{} // what one text has, another need not ask
	for _, text := range texts {
		for _, sentence := range text {
			if sentence.Also != "" {
				known[sentence.Text] = sentence.Also
			}
		}
	}
	for i, text := range texts {
		if err := r.translateText(ctx, titles[i], text, known); err != nil {
			return err
		}
	}
	return nil
}

func pointers(sentences []story.Sentence) []*story.Sentence {
	all := make([]*story.Sentence, len(sentences))
	for i := range sentences {
		all[i] = &sentences[i]
	}
	return all
}

// asksAtOnce is how many sentences are translated as one page of a request:
// as many as stand together.
const asksAtOnce = 8

// translateText asks for the sentences of one text that lack the second
// language.
func (r *vary) translateText(ctx context.Context, title string, text []*story.Sentence, known map[string]string) error {
	s := r.Story
	ask := model.Rewriting{Title: title, Language: s.Language, To: s.Also, Grade: s.Grade}
	var lacking []*story.Sentence
	for _, sentence := range text {
		if also := known[sentence.Text]; sentence.Also == "" && also != "" {
			sentence.Also = also
		}
		if sentence.Also == "" && sentence.Text != "" {
			lacking = append(lacking, sentence)
		}
	}
	for part := range slices.Chunk(lacking, asksAtOnce) {
		p := model.RewritePage{Title: title}
		for _, sentence := range part {
			p.Sentences = append(p.Sentences, *sentence)
		}
		ask.Pages = append(ask.Pages, p)
	}
	if len(lacking) == 0 {
		return nil
	}
	r.start("Writing the second language")
	r.total++
	out, err := r.Makers.Rewriter(s.Options.Writer).Rewrite(r.begin(ctx, story.Text, everyPage), ask)
	if err == nil {
		err = checkRewritten(ask, out)
	}
	if err != nil {
		return err
	}
	at := 0
	for _, p := range out.Pages {
		for _, sentence := range p.Sentences {
			lacking[at].Also = sentence.Also
			known[lacking[at].Text] = sentence.Also
			at++
		}
	}
	r.done++
	return r.commit()
}
