// Package microphone records speech through the recording programs of the
// system: parec (PulseAudio, PipeWire) or arecord (ALSA) on Linux, rec (SoX) or
// ffmpeg on macOS. They run as children and hand over raw samples; nothing is
// written to the disk.
//
// Called by core. May import model and speech.
package microphone

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"edusmart/core/model"
	"edusmart/core/speech"
)

// Rate is the rate of recordings, in samples a second, mono.
const Rate = 24000

// MaxLength bounds a recording.
const MaxLength = 15 * time.Minute

// meterStep is how long the stretch is whose loudness is told at once.
const meterStep = 50 * time.Millisecond

// program is one way to record.
type program struct {
	name string
	args []string
}

// programs are the ways to record on a system, the best first.
func programs(system string) []program {
	switch system {
	case "darwin":
		return []program{
			{"rec", []string{"-q", "-t", "raw", "-b", "16", "-e", "signed-integer", "-L", "-r", "24000", "-c", "1", "-"}},
			{"ffmpeg", []string{"-loglevel", "error", "-f", "avfoundation", "-i", ":default", "-f", "s16le", "-ar", "24000", "-ac", "1", "-"}},
		}
	case "windows":
		return nil
	}
	return []program{
		{"parec", []string{"--raw", "--format=s16le", "--rate=24000", "--channels=1", "--latency-msec=40"}},
		{"arecord", []string{"-q", "-t", "raw", "-f", "S16_LE", "-r", "24000", "-c", "1"}},
	}
}

// Help says in one sentence why nothing can be recorded on this computer; ""
// where a program for it is there.
func Help() string { return help(runtime.GOOS, exec.LookPath) }

func help(system string, look func(string) (string, error)) string {
	var names []string
	for _, p := range programs(system) {
		if _, err := look(p.name); err == nil {
			return ""
		}
		names = append(names, p.name)
	}
	if len(names) == 0 {
		return "Your own voice cannot be recorded on this system yet. The computer's voices and Gemini's are there as ever."
	}
	return "To record your own voice, install the program " + strings.Join(names, " or ") + "."
}

// Level is how loud a moment is.
type Level struct {
	At   time.Duration // since the beginning
	Peak float64       // 0 to 1, of full scale
}

// Record records until ctx ends, or for MaxLength, and gives what was heard.
// meter is told of the loudness some twenty times a second, on a goroutine of
// Record's. The error says in a sentence why nothing was heard.
func Record(ctx context.Context, meter func(Level)) ([]int16, error) {
	const op = "record voice"
	for _, p := range programs(runtime.GOOS) {
		path, err := exec.LookPath(p.name)
		if err != nil {
			continue
		}
		pcm, err := record(ctx, exec.CommandContext(ctx, path, p.args...), meter)
		if len(pcm) > 0 {
			return pcm, nil
		}
		return nil, model.Errorf(op, model.Device, "No microphone answers. Plug one in, or choose it in the system's sound settings.", err)
	}
	return nil, model.Errorf(op, model.Device, Help(), nil)
}

// record reads the samples of a running program.
func record(ctx context.Context, cmd *exec.Cmd, meter func(Level)) ([]int16, error) {
	var said bytes.Buffer
	cmd.Stderr = &said
	cmd.WaitDelay = time.Second
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	pcm := read(ctx, out, meter)
	if cmd.Process != nil {
		_ = cmd.Process.Kill() // it may have ended by itself
	}
	err = cmd.Wait()
	if ctx.Err() == nil && len(pcm) == 0 {
		return nil, errors.Join(err, fmt.Errorf("%.200s", said.String()))
	}
	return pcm, nil
}

// read takes samples until there are no more, or too many.
func read(ctx context.Context, from io.Reader, meter func(Level)) []int16 {
	step := speech.Samples(meterStep, Rate)
	most := speech.Samples(MaxLength, Rate)
	buf := make([]byte, 2*step)
	r := bufio.NewReaderSize(from, len(buf))
	var pcm []int16
	for len(pcm) < most && ctx.Err() == nil {
		n, err := io.ReadFull(r, buf)
		peak := 0
		for i := 0; i+1 < n; i += 2 {
			v := int16(binary.LittleEndian.Uint16(buf[i:]))
			pcm = append(pcm, v)
			peak = max(peak, int(v), -int(v))
		}
		if n > 1 {
			meter(Level{At: speech.Duration(len(pcm), Rate), Peak: float64(peak) / 32768})
		}
		if err != nil {
			break
		}
	}
	return pcm
}
