// Package pulsetest lets tests hear what a program plays: it starts a private
// PulseAudio server with a sink that goes nowhere, gives the environment in
// which ALSA programs play into it, and records what arrives.
//
// Called by tests only; the program never imports it. Needs the programs
// pulseaudio, pactl and parec, and ALSA's PulseAudio plugin.
package pulsetest

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// Rate is the rate of the sink and of recordings, mono.
const Rate = 24000

// sinkName is the name of the sink.
const sinkName = "classroom"

// alsaConfig sends ALSA's default device to PulseAudio.
const alsaConfig = `pcm.!default { type pulse }
ctl.!default { type pulse }
`

// Server is a private sound server.
type Server struct {
	ctx    context.Context // of the test
	dir    string
	daemon *exec.Cmd
}

// Start starts a server that ends with the test, or fails the test.
func Start(t testing.TB) *Server {
	t.Helper()
	// Sockets' paths are short: t.TempDir can be too deep.
	dir, err := os.MkdirTemp("", "pulse")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{ctx: t.Context(), dir: dir}
	if err := os.WriteFile(s.alsa(), []byte(alsaConfig), 0o600); err != nil {
		t.Fatal(err)
	}
	s.daemon = s.command("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
		"--disallow-exit", "--log-level=error", "--realtime=no", "--high-priority=no",
		"-L", fmt.Sprintf("module-null-sink sink_name=%s rate=%d channels=1 format=s16le", sinkName, Rate),
		"-L", "module-native-protocol-unix auth-anonymous=1 socket="+s.socket())
	var log bytes.Buffer
	s.daemon.Stderr = &log
	if err := s.daemon.Start(); err != nil {
		t.Fatalf("pulseaudio: %v (install pulseaudio, pulseaudio-utils and libasound2-plugins)", err)
	}
	t.Cleanup(func() {
		s.Kill()
		os.RemoveAll(dir)
	})
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		out, err := s.command("pactl", "list", "short", "sinks").Output()
		if err == nil && strings.Contains(string(out), sinkName) {
			return s
		}
		if time.Since(begun) > 10*time.Second {
			t.Fatalf("pulseaudio does not answer: %v\n%s", err, log.String())
		}
	}
}

// Kill ends the server, as when a loudspeaker is unplugged. It may be called
// more than once.
func (s *Server) Kill() {
	if s.daemon.ProcessState == nil {
		_ = s.daemon.Process.Kill() // it may have ended by itself
		_ = s.daemon.Wait()         // killed: always an error
	}
}

// Env gives the environment variables with which a program plays into the
// sink.
func (s *Server) Env() []string {
	return []string{
		"PULSE_SERVER=unix:" + s.socket(),
		"PULSE_RUNTIME_PATH=" + s.dir,
		"PULSE_COOKIE=" + filepath.Join(s.dir, "cookie"),
		"ALSA_CONFIG_PATH=" + s.alsaWhole(),
		"PULSE_SINK=" + sinkName,
	}
}

// Setenv gives the test's own process that environment.
func (s *Server) Setenv(t *testing.T) {
	t.Helper()
	for _, e := range s.Env() {
		k, v, _ := strings.Cut(e, "=")
		t.Setenv(k, v)
	}
}

func (s *Server) socket() string { return filepath.Join(s.dir, "native") }
func (s *Server) alsa() string   { return filepath.Join(s.dir, "asound.conf") }

// alsaWhole names the system's ALSA configuration with ours after it: the
// files are read in turn.
func (s *Server) alsaWhole() string { return "/usr/share/alsa/alsa.conf:" + s.alsa() }

func (s *Server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(s.ctx, name, args...)
	cmd.Env = append(os.Environ(), "HOME="+s.dir, "XDG_RUNTIME_DIR="+s.dir,
		"PULSE_SERVER=unix:"+s.socket(), "PULSE_RUNTIME_PATH="+s.dir, "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent")
	return cmd
}

// Recording is what arrives at the sink from when it was begun.
type Recording struct {
	t    testing.TB
	cmd  *exec.Cmd
	pipe io.ReadCloser
	done chan struct{}

	mu   sync.Mutex
	data []byte
}

// Record begins to record. It returns once sound, be it silence, arrives.
func (s *Server) Record(t testing.TB) *Recording {
	t.Helper()
	r := &Recording{t: t, done: make(chan struct{})}
	r.cmd = s.command("parec", "--raw", "--latency-msec=10", "--device="+sinkName+".monitor",
		fmt.Sprintf("--rate=%d", Rate), "--channels=1", "--format=s16le")
	var err error
	if r.pipe, err = r.cmd.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go r.read()
	t.Cleanup(func() { r.Stop() })
	for begun := time.Now(); r.Seconds() == 0; time.Sleep(5 * time.Millisecond) {
		if time.Since(begun) > 10*time.Second {
			t.Fatal("parec records nothing")
		}
	}
	return r
}

func (r *Recording) read() {
	defer close(r.done)
	buf := make([]byte, 1<<14)
	for {
		n, err := r.pipe.Read(buf)
		r.mu.Lock()
		r.data = append(r.data, buf[:n]...)
		r.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Seconds is how much was recorded.
func (r *Recording) Seconds() float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return float64(len(r.data)/2) / Rate
}

// Samples gives what was recorded so far.
func (r *Recording) Samples() []int16 {
	r.mu.Lock()
	defer r.mu.Unlock()
	pcm := make([]int16, len(r.data)/2)
	for i := range pcm {
		pcm[i] = int16(binary.LittleEndian.Uint16(r.data[2*i:]))
	}
	return pcm
}

// Stop ends the recording and gives all of it. It may be called again.
func (r *Recording) Stop() []int16 {
	if r.cmd.ProcessState == nil {
		_ = r.cmd.Process.Kill() // it may have ended by itself
		<-r.done
		_ = r.cmd.Wait() // killed: always an error
	}
	return r.Samples()
}
