package video

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"edusmart/core/export/content"
	"edusmart/core/model"
)

// Limits on ffmpeg, which reads only what this program wrote.
const (
	mostMemory = 4 << 30 // bytes that it may write to
	mostFile   = 8 << 30 // bytes of a file
	// slowest is how long it may take: a minute, and so many times the length
	// of the film.
	slowest = 20
)

// find gives the place of ffmpeg, also where its installers put it without
// telling the search path.
func find() (string, error) {
	if path, err := exec.LookPath("ffmpeg"); err == nil {
		return path, nil
	}
	var more []string
	install := "sudo apt install ffmpeg"
	switch runtime.GOOS {
	case "windows":
		more = []string{filepath.Join(os.Getenv("ProgramFiles"), "ffmpeg", "bin", "ffmpeg.exe")}
		install = "winget install ffmpeg"
	case "darwin":
		more = []string{"/opt/homebrew/bin/ffmpeg", "/usr/local/bin/ffmpeg"}
		install = "brew install ffmpeg"
	}
	for _, path := range more {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, nil
		}
	}
	return "", model.Errorf(op, model.Device, "ffmpeg is not installed, and a video cannot be made without it. Install it ("+install+"), or choose the e-book or the web page, which read aloud too.", nil)
}

// arguments are what ffmpeg is called with.
func (f *film) arguments() []string {
	s := f.content.Story
	args := []string{
		"-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-progress", "pipe:1",
		"-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", fmt.Sprintf("%dx%d", width, height), "-framerate", strconv.Itoa(fps),
		"-color_range", "tv", "-colorspace", "bt709", "-i", "pipe:0",
		"-f", "s16le", "-ar", strconv.Itoa(rate), "-ac", "1", "-i", f.file(soundName),
		"-f", "ffmetadata", "-i", f.file(chaptersName),
	}
	if len(f.cues) > 0 {
		args = append(args, "-f", "srt", "-i", f.file(captionsName), "-map", "3:s", "-c:s", "mov_text", "-metadata:s:s:0", "language="+threeLetters(s.Language))
	}
	return append(args, "-map", "0:v", "-map", "1:a", "-map_metadata", "2", "-map_chapters", "2",
		"-c:v", "libx264", "-preset", "veryfast", "-tune", "stillimage", "-crf", "20", "-g", strconv.Itoa(5*fps), "-threads", strconv.Itoa(min(runtime.NumCPU(), 8)),
		"-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
		"-c:a", "aac", "-b:a", "96k", "-ar", "44100", "-metadata:s:a:0", "language="+threeLetters(s.Language), "-metadata:s:v:0", "language="+threeLetters(s.Language),
		"-movflags", "+faststart", "-f", "mp4", f.file(outputName))
}

// encode runs ffmpeg and gives it the pictures. It has ended when encode
// returns.
func (f *film) encode(parent context.Context, program string, progress content.Progress) error {
	ctx, cancel := context.WithTimeout(parent, time.Minute+slowest*f.length)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, f.arguments()...)
	cmd.Dir = f.dir
	cmd.WaitDelay = 2 * time.Second
	apart(cmd)
	said, done := &tail{}, &encoded{}
	cmd.Stdout, cmd.Stderr = done, said
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return failed(err, said)
	}
	err = limit(cmd.Process.Pid, uint64((time.Minute+slowest*f.length)/time.Second))
	if err == nil {
		of := int(f.length/time.Second) + 1
		err = f.show(ctx, in, func() { progress.Tell(min(done.seconds(), of-1), of) })
		if err == nil {
			err = in.Close()
		}
	}
	if err != nil && !errors.Is(err, os.ErrClosed) && !brokenPipe(err) {
		cancel()
	}
	_ = in.Close() // of a pipe that was closed: nothing to tell
	waited := cmd.Wait()
	switch {
	case parent.Err() != nil:
		return parent.Err()
	case ctx.Err() == context.DeadlineExceeded:
		return model.Errorf(op, model.Device, "ffmpeg took too long for the video. Close other programs, then try again.", errors.Join(err, waited))
	case waited != nil:
		return failed(errors.Join(waited, err), said)
	case err != nil:
		return err
	}
	progress.Tell(int(f.length/time.Second)+1, int(f.length/time.Second)+1)
	return nil
}

// failed tells of an ffmpeg that ended badly.
func failed(err error, said *tail) error {
	say := "ffmpeg could not make the video. Make room on the disk, or install a newer ffmpeg, then try again."
	if strings.Contains(said.String(), "Unknown encoder") {
		say = "The ffmpeg that is installed cannot make this kind of video (H.264). Install the full version of ffmpeg, then try again."
	}
	return model.Errorf(op, model.Device, say, fmt.Errorf("%w; it said: %s", err, said))
}

// encoded reads what ffmpeg says of its progress: lines of a name, "=" and a
// value.
type encoded struct {
	mu   sync.Mutex
	line []byte
	at   int // seconds
}

func (e *encoded) Write(p []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.line = append(e.line, p...)
	for {
		line, rest, whole := bytes.Cut(e.line, []byte("\n"))
		if !whole {
			break
		}
		if v, is := bytes.CutPrefix(line, []byte("out_time_us=")); is {
			if us, err := strconv.ParseInt(string(bytes.TrimSpace(v)), 10, 64); err == nil && us > 0 {
				e.at = int(us / 1_000_000)
			}
		}
		e.line = rest
	}
	if len(e.line) > 4096 {
		e.line = nil
	}
	return len(p), nil
}

func (e *encoded) seconds() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.at
}

// tail keeps the end of what is written to it.
type tail struct {
	mu   sync.Mutex
	text []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	if n := len(t.text); n > 2000 {
		t.text = append([]byte(nil), t.text[n-2000:]...)
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.text)
}
