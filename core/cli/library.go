package cli

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"edusmart/core"
	"edusmart/core/model"
)

// wanted says which stories are listed.
type wanted struct {
	tag, language, search, sort string
	grade                       int // -1: every grade
	archived                    bool
}

func (w *wanted) flags(fs *flag.FlagSet) {
	fs.StringVar(&w.tag, "tag", "", "only stories with this tag")
	fs.StringVar(&w.language, "language", "", "only stories in this language")
	fs.StringVar(&w.search, "search", "", "only stories that hold these words in title, tags or text")
	fs.StringVar(&w.sort, "sort", "", "the order: title, created, grade or length; without it, last opened first")
	fs.IntVar(&w.grade, "grade", -1, "only stories of this grade, 0 to 12")
	fs.BoolVar(&w.archived, "archived", false, "the archived stories instead of the others")
}

// of gives the cards that are wanted, in their order.
func (w *wanted) of(cards []core.Card) []core.Card {
	cards = slices.DeleteFunc(cards, func(c core.Card) bool {
		return c.Archived != w.archived || w.grade >= 0 && c.Grade != w.grade ||
			w.tag != "" && !core.HasTag(c.Tags, w.tag) || w.language != "" && !core.InLanguage(c, w.language)
	})
	cards = core.Order(cards, w.sort)
	if w.search != "" {
		cards = core.Find(cards, w.search)
	}
	return cards
}

// list prints the stories of the library.
func list(_ context.Context, args []string, env Env) (err error) {
	fs := flag.NewFlagSet("list", flag.ContinueOnError)
	dir := libraryFlag(fs)
	asJSON := fs.Bool("json", false, "one JSON object a line")
	var w wanted
	w.flags(fs)
	if _, err := parse(fs, args, env, 0, "no argument"); err != nil {
		return err
	}
	if !slices.Contains([]string{"", "title", "created", "grade", "length"}, w.sort) {
		return errUse{fmt.Sprintf("stories are sorted by title, created, grade or length, not by %q", w.sort)}
	}
	app, err := open(env, *dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.Close()) }()
	all, err := app.Cards()
	if err != nil {
		return err
	}
	if !*asJSON && len(all) == 0 {
		_, err = fmt.Fprintln(env.Stdout, "No stories yet. Make one: edusmart create FILE")
		return err
	}
	for _, c := range w.of(all) {
		if err := printCard(env, app, c, *asJSON); err != nil {
			return err
		}
	}
	return nil
}

func printCard(env Env, app *core.App, c core.Card, asJSON bool) error {
	state := "ready"
	switch {
	case c.Damaged != "":
		state = "damaged"
	case c.Arriving:
		state = "arriving"
	case c.Unfinished:
		state = "unfinished"
	case c.Missing != "":
		state = c.Missing
	}
	if asJSON {
		return printJSON(env.Stdout, map[string]any{
			"id": c.ID, "title": c.Title, "language": c.Language, "also_language": c.Also, "grade": c.Grade, "pages": c.Pages,
			"seconds": c.Seconds, "created": c.Created, "state": state, "problem": c.Damaged, "dir": app.Dir(c.ID),
			"source_sha256": c.SourceSHA256, "tags": append([]string{}, c.Tags...), "archived": c.Archived,
			"passed": c.Passed, "version_of": c.VersionOf,
		})
	}
	tags := ""
	for _, t := range c.Tags {
		tags += "  #" + t
	}
	_, err := fmt.Fprintf(env.Stdout, "%-18s %2d pages %4.0f s  %-10s %s%s\n", c.ID, c.Pages, c.Seconds, state, c.Title, tags)
	return err
}

// find gives the id of the one story whose id begins with prefix.
func find(app *core.App, prefix string) (string, error) {
	cards, err := app.Cards()
	if err != nil {
		return "", err
	}
	var found []string
	for _, c := range cards {
		if c.ID == prefix {
			return prefix, nil
		}
		if strings.HasPrefix(c.ID, prefix) {
			found = append(found, c.ID)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	say := fmt.Sprintf("There is no story %q in the library. See \"edusmart list\".", prefix)
	if len(found) > 1 {
		say = fmt.Sprintf("%d stories begin with %q. Give more of the id.", len(found), prefix)
	}
	return "", model.Errorf("find story", model.Input, say, nil)
}

// show prints one story as it stands on disk.
func show(_ context.Context, args []string, env Env) (err error) {
	fs := flag.NewFlagSet("show", flag.ContinueOnError)
	dir := libraryFlag(fs)
	asJSON := fs.Bool("json", false, "as JSON")
	ids, err := parse(fs, args, env, 1, "STORY")
	if err != nil {
		return err
	}
	app, err := open(env, *dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.Close()) }()
	id, err := find(app, ids[0])
	if err != nil {
		return err
	}
	s, err := app.Load(id)
	if err != nil {
		return err
	}
	if *asJSON {
		enc := json.NewEncoder(env.Stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		return enc.Encode(s)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s, grade %d, from %s\n", s.Title, s.Language, s.Grade, s.Source.Name)
	for i, p := range s.Pages {
		fmt.Fprintf(&b, "\n%d  %s\n%s\n", i+1, p.Title, p.Text())
	}
	for i, q := range s.Quiz {
		fmt.Fprintf(&b, "\nQuestion %d: %s\n", i+1, q.Question)
		for j, o := range q.Options {
			mark := " "
			if j == q.Answer {
				mark = "*"
			}
			fmt.Fprintf(&b, " %s %c) %s\n", mark, 'a'+j, o)
		}
	}
	for _, t := range s.Glossary {
		fmt.Fprintf(&b, "\n%s: %s\n", t.Term, t.Definition)
	}
	_, err = fmt.Fprint(env.Stdout, b.String())
	return err
}

// formatNames are the formats that a story can be exported in.
func formatNames() []string {
	var names []string
	for _, f := range core.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func endingOf(format string) string {
	for _, f := range core.Formats() {
		if f.Name == format {
			return f.Ending
		}
	}
	return format
}

// export writes one story as a file.
func export(ctx context.Context, args []string, env Env) (err error) {
	fs := flag.NewFlagSet("export", flag.ContinueOnError)
	dir := libraryFlag(fs)
	format := fs.String("format", core.StoryFormat, "the format: "+strings.Join(formatNames(), ", "))
	out := fs.String("o", "", "the file to write")
	ids, err := parse(fs, args, env, 1, "STORY -o PATH")
	if err != nil {
		return err
	}
	if !slices.Contains(formatNames(), *format) {
		return errUse{fmt.Sprintf("there is no format %q; there are %s", *format, strings.Join(formatNames(), ", "))}
	}
	app, err := open(env, *dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.Close()) }()
	id, err := find(app, ids[0])
	if err != nil {
		return err
	}
	if *out == "" {
		*out = id + "." + endingOf(*format)
	}
	path, err := filepath.Abs(*out)
	if err != nil {
		return err
	}
	if err := app.ExportNow(ctx, id, *format, path, nil); err != nil {
		return err
	}
	s, err := app.Load(id)
	if err != nil {
		return err
	}
	if note := core.NoteOf(s, *format); note != "" {
		fmt.Fprintf(env.Stderr, "edusmart: %s\n", note)
	}
	_, err = fmt.Fprintln(env.Stdout, path)
	return err
}

// importStory takes a story file, or a zip file of the first EduSmart, into the
// library.
func importStory(ctx context.Context, args []string, env Env) (err error) {
	fs := flag.NewFlagSet("import", flag.ContinueOnError)
	dir := libraryFlag(fs)
	files, err := parse(fs, args, env, 1, "FILE")
	if err != nil {
		return err
	}
	app, err := open(env, *dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.Close()) }()
	id, _, err := app.ImportNow(ctx, files[0])
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(env.Stdout, id)
	return err
}
