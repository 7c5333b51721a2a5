// Package cli is EduSmart's command line: create, list, show, export, import
// and doctor, over the same core as the window. Scripts depend on its output.
//
// Called by main. May import core and the packages below it.
package cli

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"edusmart/core"
	"edusmart/core/model"
)

// The exit statuses.
const (
	OK       = 0
	Failed   = 1 // one line on stderr says what happened and what to do
	WrongUse = 2
	WithGaps = 3 // the story is there; a picture or a voice is missing
)

// Env is what the command line is given from outside.
type Env struct {
	Stdout, Stderr io.Writer
	// Config is completed with what the flags say.
	Config core.Config
}

// Commands are the words that make the program a command line instead of a
// window.
func Commands() []string {
	return []string{"create", "list", "show", "export", "import", "doctor", "help"}
}

const usageText = `EduSmart makes a narrated picture story from a document.

  edusmart [FILE]                 open the window; with FILE, as if it had been dropped
  edusmart create [flags] FILE    make a story without a window
  edusmart list [flags]           the stories in the library (--json, --tag, --search and others)
  edusmart show STORY --json      one story as it stands on disk
  edusmart export STORY --format story -o PATH
  edusmart import FILE            take a story file into the library
  edusmart doctor [--json]        what this computer has for making stories

STORY is a story's id, or the beginning of one. "edusmart create -h" lists the flags.
`

// errUse is a wrong use of the command line.
type errUse struct{ say string }

func (e errUse) Error() string { return e.say }

// errGaps ends a create that left gaps.
var errGaps = errors.New("done with gaps")

// Run runs one command, args[0] being one of Commands, and gives the exit
// status.
func Run(ctx context.Context, args []string, env Env) int {
	commands := map[string]func(context.Context, []string, Env) error{
		"create": create, "list": list, "show": show, "export": export, "import": importStory, "doctor": doctor,
		"help": func(context.Context, []string, Env) error {
			_, err := io.WriteString(env.Stdout, usageText)
			return err
		},
	}
	command, ok := commands[args[0]]
	if !ok {
		fmt.Fprintf(env.Stderr, "edusmart: there is no command %q; see \"edusmart help\"\n", args[0])
		return WrongUse
	}
	err := command(ctx, args[1:], env)
	var use errUse
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
		return OK
	case errors.Is(err, errGaps):
		return WithGaps
	case errors.As(err, &use):
		fmt.Fprintf(env.Stderr, "edusmart: %s\n", use.say)
		return WrongUse
	}
	fmt.Fprintf(env.Stderr, "edusmart: %s\n", oneLine(model.Sentence(err)))
	return Failed
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// parse reads flags that may stand before and behind the arguments, and
// checks the number of arguments.
func parse(fs *flag.FlagSet, args []string, env Env, want int, names string) ([]string, error) {
	fs.SetOutput(env.Stderr)
	fs.Usage = func() {
		fmt.Fprintf(env.Stderr, "usage: edusmart %s [flags] %s\n", fs.Name(), names)
		fs.PrintDefaults()
	}
	var rest []string
	for {
		if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
			return nil, err
		} else if err != nil {
			return nil, errUse{oneLine(err.Error())}
		}
		if fs.NArg() == 0 {
			break
		}
		rest = append(rest, fs.Arg(0))
		args = fs.Args()[1:]
	}
	if len(rest) != want {
		return nil, errUse{fmt.Sprintf("%s takes %s; see \"edusmart help\"", fs.Name(), names)}
	}
	return rest, nil
}

// open builds the core without a player, with the log on stderr.
func open(env Env, library string, verbose bool) (*core.App, error) {
	c := env.Config
	c.Quiet = true
	if library != "" {
		c.Library = library
	}
	if verbose {
		c.Log = slog.New(slog.NewTextHandler(env.Stderr, nil))
	}
	return core.Open(c)
}

// libraryFlag adds --library to a command.
func libraryFlag(fs *flag.FlagSet) *string {
	return fs.String("library", "", "the folder of the stories")
}

// printJSON writes v as one line.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
