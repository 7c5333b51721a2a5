package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"edusmart/core"
	"edusmart/core/generate"
	"edusmart/core/story"
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
		makers[i] = fs.String(role, "auto", "who makes this part: auto or device")
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
	s, err := app.CreateNow(ctx, core.Request{Path: files[0], Options: o, Again: *again}, func(p generate.Progress) {
		reportErr = errors.Join(reportErr, shown.progress(p))
	})
	if err = errors.Join(err, reportErr); err != nil {
		return err
	}
	texts, pictures, voices := s.Gaps()
	gaps := texts + pictures + voices
	if err := shown.done(s, app.Dir(s.ID), gaps); err != nil {
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
		case story.Auto:
		case story.Device:
			*to = m
		case story.Gemini:
			return errUse{"this build makes every part on this computer; use auto or device"}
		default:
			return errUse{fmt.Sprintf("a part is made by auto or device, not %q", m)}
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
	done(s *story.Story, dir string, gaps int) error
}

// plain tells a person.
type plain struct {
	w    io.Writer
	last string
}

func (p *plain) progress(g generate.Progress) error {
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

func (p *plain) done(s *story.Story, dir string, gaps int) error {
	gapped := ""
	if gaps > 0 {
		gapped = fmt.Sprintf(", with %d missing", gaps)
		if reason := firstReason(s); reason != "" {
			gapped += ": " + reason
		}
	}
	_, err := fmt.Fprintf(p.w, "“%s” is ready: %d pages, %.0f s, %d questions%s\n%s\n", s.Title, len(s.Pages), s.Seconds(), len(s.Quiz), gapped, dir)
	return err
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

func (l *lines) done(s *story.Story, dir string, gaps int) error {
	return printJSON(l.w, map[string]any{
		"event": "done", "story": s.ID, "dir": dir, "pages": len(s.Pages), "gaps": gaps, "calls": 0, "cost_usd": 0,
	})
}
