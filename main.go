// EduSmart makes narrated picture stories from a teacher's documents. This
// file is the composition root: it hands child processes their work, chooses
// between the command line and the window, builds core and ui, runs and
// closes them.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"edusmart/assets"
	"edusmart/core"
	"edusmart/core/cli"
	"edusmart/core/document"
	_ "edusmart/core/locale" // before the toolkit looks at the locale
	"edusmart/core/model"
	"edusmart/core/model/ondevice"
	"edusmart/ui"
)

func main() {
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	if len(args) > 0 {
		switch args[0] {
		case document.ChildCommand:
			return document.Child(args[1:])
		case ondevice.SpeakCommand:
			return ondevice.SpeakChild(args[1:])
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	config := core.Config{
		Home:       os.Getenv("EDUSMART_HOME"),
		Emoji:      ui.EmojiFont(),
		Reading:    ui.ReadingFont(),
		Sample:     assets.Sample,
		SampleName: assets.SampleName,
	}
	if len(args) > 0 && slices.Contains(append(cli.Commands(), "-h", "--help"), args[0]) {
		if args[0] == "-h" || args[0] == "--help" {
			args[0] = "help"
		}
		return cli.Run(ctx, args, cli.Env{Stdout: os.Stdout, Stderr: os.Stderr, Config: config})
	}
	if err := window(ctx, args, config); err != nil {
		fmt.Fprintln(os.Stderr, "edusmart:", model.Sentence(err))
		return cli.Failed
	}
	return cli.OK
}

// window shows the application until it is closed.
func window(ctx context.Context, args []string, config core.Config) error {
	if err := ui.CheckDisplay(); err != nil {
		return err
	}
	toolkit := ui.Start()
	log, closer, err := core.OpenLog(core.PlacesOf(config), os.Stderr)
	if err != nil {
		return err
	}
	defer closer.Close()
	config.Log = log
	app, err := core.Open(config)
	if err != nil {
		return err
	}
	o := ui.Options{}
	if len(args) > 0 {
		o.File = args[0]
	}
	toolkit.Run(ctx, app, o)
	return app.Close()
}
