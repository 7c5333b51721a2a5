package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Limits of Tesseract, which gets what a stranger photographed.
const (
	tesseractMemory   = 1 << 30          // bytes it may write to
	tesseractSeconds  = 60               // of processor time
	tesseractPatience = 30 * time.Second // for a page
	tesseractBytes    = 8 << 20          // of its answer
)

var errTesseractSlow = errors.New("tesseract took too long")

// A tesseract is the program that reads photographs of pages, installed beside
// this one (https://tesseract-ocr.github.io, version 4 or newer). Every page
// is a process of its own that reads its picture from its standard input.
type tesseract struct {
	program string
	codes   []string // the languages that it has data for, in its own names
	script  bool     // it can tell the direction and the script of a page
}

// findTesseract looks for the program and asks what it can read; nil where it
// is not installed or has no language.
func findTesseract(ctx context.Context) *tesseract {
	program := tesseractPath()
	if program == "" {
		return nil
	}
	t := &tesseract{program: program}
	out, err := t.run(ctx, nil, "--list-langs")
	if err != nil {
		return nil
	}
	t.codes, t.script = parseCodes(string(out))
	if len(t.codes) == 0 {
		return nil
	}
	return t
}

// parseCodes reads the list of languages: a heading, then one a line. Data for
// whole scripts ("script/Latin") is left out: the languages do better.
func parseCodes(list string) (codes []string, script bool) {
	_, list, _ = strings.Cut(list, "\n")
	for code := range strings.FieldsSeq(list) {
		switch {
		case code == "osd":
			script = true
		case code == "equ", strings.ContainsAny(code, "/\\+"), len(codes) == maxCodes:
		default:
			codes = append(codes, code)
		}
	}
	return codes, script
}

const maxCodes = 300

// tesseractPath gives the program's place, also where its installer puts it
// without telling the search path; "" where it is not.
func tesseractPath() string {
	if path, err := exec.LookPath("tesseract"); err == nil {
		return path
	}
	var more []string
	switch runtime.GOOS {
	case "windows":
		more = []string{filepath.Join(os.Getenv("ProgramFiles"), "Tesseract-OCR", "tesseract.exe")}
	case "darwin":
		more = []string{"/opt/homebrew/bin/tesseract", "/usr/local/bin/tesseract"}
	}
	for _, path := range more {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path
		}
	}
	return ""
}

// installTesseract says how the program is installed here.
func installTesseract() string {
	switch runtime.GOOS {
	case "windows":
		return "Install Tesseract (winget install UB-Mannheim.TesseractOCR)"
	case "darwin":
		return "Install Tesseract (brew install tesseract)"
	}
	return "Install Tesseract (sudo apt install tesseract-ocr)"
}

// words has a page read in the languages named by codes.
func (t *tesseract) words(ctx context.Context, page *greyPage, codes []string) ([]ocrWord, error) {
	out, err := t.run(ctx, page, "-", "-", "-l", strings.Join(codes, "+"), "--dpi", strconv.Itoa(page.dpi), "tsv")
	if err != nil {
		return nil, err
	}
	return parseTSV(out), nil
}

// A sight is what is told of a page before its words are read.
type sight struct {
	turn   int    // quarter turns clockwise after which it stands upright, 0 to 3
	script string // Tesseract's name; "" where it is not sure
}

// look tells the direction and the script of a page. A page with too little
// print gives the zero sight.
func (t *tesseract) look(ctx context.Context, page *greyPage) (sight, error) {
	if !t.script {
		return sight{}, nil
	}
	out, err := t.run(ctx, page, "-", "-", "--psm", "0", "--dpi", strconv.Itoa(page.dpi))
	if err != nil {
		return sight{}, ctx.Err()
	}
	return parseSight(string(out)), nil
}

// Confidences from which a direction and a script are believed.
const (
	sureDirection = 2.0
	sureScript    = 2.0
)

// parseSight reads lines of a name, a colon and a value.
func parseSight(out string) sight {
	value := map[string]string{}
	for line := range strings.Lines(out) {
		if name, v, ok := strings.Cut(line, ":"); ok {
			value[strings.TrimSpace(name)] = strings.TrimSpace(v)
		}
	}
	number := func(name string) float64 {
		v, err := strconv.ParseFloat(value[name], 64)
		if err != nil {
			return 0
		}
		return v
	}
	s := sight{}
	if number("Orientation confidence") >= sureDirection {
		if degrees := number("Rotate"); degrees == 90 || degrees == 180 || degrees == 270 {
			s.turn = int(degrees) / 90
		}
	}
	if number("Script confidence") >= sureScript {
		s.script = value["Script"]
	}
	return s
}

// run runs the program once, within its limits, and gives what it writes. It
// is gone when run returns. page may be nil.
func (t *tesseract) run(parent context.Context, page *greyPage, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeoutCause(parent, tesseractPatience, errTesseractSlow)
	defer cancel()
	cmd := exec.CommandContext(ctx, t.program, args...)
	cmd.Env = tesseractEnvironment()
	cmd.WaitDelay = time.Second
	hideWindow(cmd)
	out, last := &bounded{most: tesseractBytes, over: cancel}, &tail{}
	cmd.Stdout, cmd.Stderr = out, last
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	// It has its limits before it has a byte of the picture.
	err = limitProcess(cmd.Process.Pid, tesseractMemory, tesseractSeconds)
	if err == nil && page != nil {
		err = page.writePGM(in)
	}
	if err != nil {
		cancel()
	}
	closeErr := in.Close()
	waitErr := cmd.Wait()
	switch {
	case parent.Err() != nil:
		return nil, parent.Err()
	case errors.Is(context.Cause(ctx), errTesseractSlow):
		return nil, errTesseractSlow
	case waitErr != nil || err != nil:
		return nil, fmt.Errorf("tesseract: %w; it said: %s", errors.Join(err, closeErr, waitErr), last)
	}
	return out.kept.Bytes(), nil
}

// tesseractEnvironment is what the program gets to know: where its data is,
// and that it has one core.
func tesseractEnvironment() []string {
	env := []string{"OMP_THREAD_LIMIT=1", "LC_ALL=C"}
	for _, name := range []string{"TESSDATA_PREFIX", "SYSTEMROOT", "PATH"} {
		if v := os.Getenv(name); v != "" {
			env = append(env, name+"="+v)
		}
	}
	return slices.Clip(env)
}

// bounded keeps what is written to it, up to most bytes; more is an error, of
// which over is told.
type bounded struct {
	kept bytes.Buffer
	most int
	over func()
}

var errTooMuch = errors.New("more output than a page can have")

func (b *bounded) Write(p []byte) (int, error) {
	if b.kept.Len()+len(p) > b.most {
		b.over()
		return 0, errTooMuch
	}
	return b.kept.Write(p)
}
