package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"edusmart/core"
)

// doctor says what this computer has for making and playing stories.
func doctor(ctx context.Context, args []string, env Env) (err error) {
	fs := flag.NewFlagSet("doctor", flag.ContinueOnError)
	dir := libraryFlag(fs)
	asJSON := fs.Bool("json", false, "as JSON")
	if _, err := parse(fs, args, env, 0, "no argument"); err != nil {
		return err
	}
	app, err := open(env, *dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.Close()) }()
	checks := app.Doctor(ctx)
	if *asJSON {
		return printJSON(env.Stdout, map[string]any{"checks": checks})
	}
	for _, c := range checks {
		mark := "ok  "
		switch c.State {
		case core.CheckMissing:
			mark = "--  "
		case core.CheckBad:
			mark = "BAD "
		}
		if _, err := fmt.Fprintf(env.Stdout, "%s%-12s %s\n", mark, c.Name, c.Say); err != nil {
			return err
		}
	}
	return nil
}
