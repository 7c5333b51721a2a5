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

// list prints the stories of the library.
func list(_ context.Context, args []string, env Env) (err error) {
	fs := flag.NewFlagSet("list", flag.ContinueOnError)
	dir := libraryFlag(fs)
	asJSON := fs.Bool("json", false, "one JSON object a line")
	if _, err := parse(fs, args, env, 0, "no argument"); err != nil {
		return err
	}
	app, err := open(env, *dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.Close()) }()
	cards, err := app.Cards()
	if err != nil {
		return err
	}
	if !*asJSON && len(cards) == 0 {
		_, err = fmt.Fprintln(env.Stdout, "No stories yet. Make one: edusmart create FILE")
		return err
	}
	for _, c := range cards {
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
	case c.Unfinished:
		state = "unfinished"
	case c.Missing != "":
		state = c.Missing
	}
	if asJSON {
		return printJSON(env.Stdout, map[string]any{
			"id": c.ID, "title": c.Title, "language": c.Language, "grade": c.Grade, "pages": c.Pages,
			"seconds": c.Seconds, "created": c.Created, "state": state, "dir": app.Dir(c.ID), "source_sha256": c.SourceSHA256,
		})
	}
	_, err := fmt.Fprintf(env.Stdout, "%-18s %2d pages %4.0f s  %-10s %s\n", c.ID, c.Pages, c.Seconds, state, c.Title)
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
	_, err = fmt.Fprintln(env.Stdout, path)
	return err
}

// importStory takes a story file into the library.
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
