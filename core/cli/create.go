package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"edusmart/core"
	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// create makes a story without a window.
func create(ctx context.Context, args []string, env Env) (err error) {
	fs := flag.NewFlagSet("create", flag.ContinueOnError)
	library := libraryFlag(fs)
	grade := fs.Int("grade", 5, "the class, 0 (kindergarten) to 12")
	pages := fs.Int("pages", 8, "pages of the story, 5 to 10")
	tag := fs.String("language", "", "the document's language, such as \"es\"; empty: found out")
	span := fs.String("range", "", "the document's pages to use, such as \"3-9\"; empty: all")
	voice := fs.String("voice", "", "a voice as \"edusmart doctor\" lists them; empty: the best for the language")
	var makers [3]*string
	for i, role := range []string{"writer", "illustrator", "narrator"} {
		makers[i] = fs.String(role, "auto", "who makes this part: auto, gemini or device")
	}
	again := fs.Bool("again", false, "make a new story even if there is one of this document with these flags")
	asJSON := fs.Bool("json", false, "one JSON object a line on stdout")
	verbose := fs.Bool("v", false, "log to stderr")
	files, err := parse(fs, args, env, 1, "FILE")
	if err != nil {
		return err
	}
	o := story.Options{Grade: *grade, Pages: *pages, Language: *tag, Voice: *voice}
	if err := checkOptions(&o, *span, makers); err != nil {
		return err
	}
	app, err := open(env, *library, *verbose)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.Close()) }()

	var shown reporter = &plain{w: env.Stdout}
	if *asJSON {
		shown = &lines{w: env.Stdout}
	}
	var reportErr error
	warn := func(say string) { fmt.Fprintf(env.Stderr, "edusmart: note: %s\n", oneLine(say)) }
	s, err := app.CreateNow(ctx, core.Request{Path: files[0], Options: o, Again: *again, Warn: warn}, func(p generate.Progress) {
		reportErr = errors.Join(reportErr, shown.progress(p))
	})
	if err = errors.Join(err, reportErr); err != nil {
		return err
	}
	texts, pictures, voices := s.Gaps()
	gaps := texts + pictures + voices
	if err := shown.done(s, app.Dir(s.ID), gaps, app.Spent(s.ID)); err != nil {
		return err
	}
	if gaps > 0 {
		return errGaps
	}
	return nil
}

// checkOptions puts the flags into o or says what is wrong with them.
func checkOptions(o *story.Options, span string, makers [3]*string) error {
	switch {
	case o.Grade < core.MinGrade || o.Grade > core.MaxGrade:
		return errUse{fmt.Sprintf("--grade is 0 to 12, not %d", o.Grade)}
	case o.Pages < core.MinPages || o.Pages > core.MaxPages:
		return errUse{fmt.Sprintf("--pages is 5 to 10, not %d", o.Pages)}
	}
	if o.Language != "" {
		if _, err := language.Parse(o.Language); err != nil {
			return errUse{fmt.Sprintf("--language takes a tag such as \"es\" or \"pt-BR\", not %q", o.Language)}
		}
	}
	var err error
	if o.From, o.To, err = parseRange(span); err != nil {
		return err
	}
	for i, to := range []*story.Maker{&o.Writer, &o.Illustrator, &o.Narrator} {
		switch m := story.Maker(*makers[i]); m {
		case story.Auto, story.Gemini, story.Device:
			*to = m
		default:
			return errUse{fmt.Sprintf("a part is made by auto, gemini or device, not %q", m)}
		}
	}
	return nil
}

// parseRange reads "3-9", "3-" or "4".
func parseRange(s string) (from, to int, err error) {
	if s == "" {
		return 0, 0, nil
	}
	first, last, dashed := strings.Cut(s, "-")
	from, err = strconv.Atoi(strings.TrimSpace(first))
	if to = from; dashed && err == nil {
		if last = strings.TrimSpace(last); last == "" {
			to = 0
		} else {
			to, err = strconv.Atoi(last)
		}
	}
	if err != nil || from < 1 || to != 0 && to < from {
		return 0, 0, errUse{fmt.Sprintf("--range takes pages such as 3-9, not %q", s)}
	}
	return from, to, nil
}

// reporter tells of a story being made.
type reporter interface {
	progress(generate.Progress) error
	done(s *story.Story, dir string, gaps int, spent usage.StoryUse) error
}

// plain tells a person.
type plain struct {
	w    io.Writer
	last string
}

func (p *plain) progress(g generate.Progress) error {
	if a := g.Attempt; a != nil {
		if _, err := fmt.Fprintln(p.w, attemptLine(a)); err != nil {
			return err
		}
	}
	if g.Doing == p.last || g.Phase == generate.Broken || g.Phase == generate.Stopped {
		return nil // how it ended is told afterwards
	}
	p.last = g.Doing
	count := ""
	if g.Total > 0 {
		count = fmt.Sprintf(" (%d of %d parts)", g.Done, g.Total)
	}
	_, err := fmt.Fprintf(p.w, "%s%s\n", g.Doing, count)
	return err
}

func (p *plain) done(s *story.Story, dir string, gaps int, spent usage.StoryUse) error {
	gapped := ""
	if gaps > 0 {
		gapped = fmt.Sprintf(", with %d missing", gaps)
		if reason := firstReason(s); reason != "" {
			gapped += ": " + reason
		}
	}
	cost := ""
	if spent.Calls > 0 {
		cost = fmt.Sprintf(", $%.2f", spent.Cost)
	}
	_, err := fmt.Fprintf(p.w, "“%s” is ready: %d pages, %.0f s, %d questions%s%s\n%s\n", s.Title, len(s.Pages), s.Seconds(), len(s.Quiz), cost, gapped, dir)
	return err
}

// attemptLine tells a person what waits, why and how long.
func attemptLine(a *generate.Attempt) string {
	what := "The text"
	if a.Page >= 0 {
		what = fmt.Sprintf("Page %d, %s", a.Page+1, a.Part)
	}
	why := oneLine(model.Sentence(a.Err))
	if a.Next.IsZero() {
		return fmt.Sprintf("%s: gave up after attempt %d of %d. %s", what, a.N, a.Of, why)
	}
	return fmt.Sprintf("%s: attempt %d of %d in %.0f s. %s", what, a.N+1, a.Of, time.Until(a.Next).Seconds(), why)
}

func firstReason(s *story.Story) string {
	for _, p := range s.Pages {
		for _, part := range []story.Part{p.Parts.Text, p.Parts.Picture, p.Parts.Voice} {
			if part.Reason != "" {
				return part.Reason
			}
		}
	}
	return ""
}

// lines tells a script: one JSON object a line.
type lines struct {
	w     io.Writer
	stage generate.Phase
	told  map[partName]string
}

type partName struct {
	page int
	part story.PartKind
}

func (l *lines) progress(g generate.Progress) error {
	var errs error
	if stage := g.Phase; stage != l.stage && g.Err == nil {
		l.stage = stage
		errs = errors.Join(errs, printJSON(l.w, map[string]any{"event": "stage", "stage": stage}))
	}
	if a := g.Attempt; a != nil {
		errs = errors.Join(errs, printJSON(l.w, attemptEvent(a)))
	}
	if l.told == nil {
		l.told = map[partName]string{}
	}
	for i, row := range g.Rows {
		for _, c := range []struct {
			part story.PartKind
			cell generate.Cell
		}{{story.Text, row.Text}, {story.Picture, row.Picture}, {story.Voice, row.Voice}} {
			name := partName{i + 1, c.part}
			if !c.cell.State.Ended() || l.told[name] == string(c.cell.State) {
				continue
			}
			l.told[name] = string(c.cell.State)
			line := map[string]any{"event": "part", "page": name.page, "part": c.part, "state": c.cell.State, "source": c.cell.Source}
			if c.cell.Reason != "" {
				line["reason"] = c.cell.Reason
			}
			errs = errors.Join(errs, printJSON(l.w, line))
		}
	}
	return errs
}

// attemptEvent is the line of an attempt that failed, "attempt", or of a call
// that is held before it was sent, "hold". wait_s is 0 where it gave up.
func attemptEvent(a *generate.Attempt) map[string]any {
	line := map[string]any{
		"event": "attempt", "part": a.Part, "attempt": a.N, "of": a.Of,
		"kind": model.KindOf(a.Err), "wait_s": 0.0, "model": a.Model, "reason": model.Sentence(a.Err),
	}
	if a.N == 0 {
		line["event"] = "hold"
	}
	if a.Page >= 0 {
		line["page"] = a.Page + 1
	}
	if !a.Next.IsZero() {
		line["wait_s"] = max(0, math.Round(time.Until(a.Next).Seconds()*10)/10)
	}
	return line
}

func (l *lines) done(s *story.Story, dir string, gaps int, spent usage.StoryUse) error {
	return printJSON(l.w, map[string]any{
		"event": "done", "story": s.ID, "dir": dir, "pages": len(s.Pages), "gaps": gaps, "calls": spent.Calls, "cost_usd": spent.Cost,
	})
}
