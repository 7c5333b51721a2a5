//go:build unix

package ondevice

import (
	"context"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core/model"
)

// standIn puts a program of that name first on the path. The real ones exist
// on macOS and Windows only; what is tested is how they are asked and how
// their answers are taken. It gives the folder, in which the script may write.
func standIn(t *testing.T, name, script string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\nDIR="+dir+"\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	return dir
}

// narratorOf gives the narrator of another system.
func narratorOf(system string) *Narrator {
	return &Narrator{rate: normalRate, system: newVoiceSystem(system, ""), looking: make(chan struct{}, 1)}
}

// sayScript lists one voice, notes how it is called and what it is to say, and
// speaks with espeak-ng.
const sayScript = `
if [ "$1" = "-v" ] && [ "$2" = "?" ]; then
  echo "Anna                de_DE    # Hallo"
  echo "Samantha            en_US    # Hello"
  exit 0
fi
echo "$@" >> $DIR/args
cat > $DIR/said
while [ $# -gt 0 ]; do
  case "$1" in -o) out="$2"; shift;; esac
  shift
done
espeak-ng -w "$out" -f $DIR/said
`

func TestSayIsGivenTextOnItsInputAndWritesAFile(t *testing.T) {
	dir := standIn(t, "say", sayScript)
	t.Setenv("TMPDIR", t.TempDir())
	heard, err := narratorOf("darwin").Narrate(t.Context(), model.Script{Sentences: []string{"-v Hello [[slnc 5000]] world."}, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if heard.Voice != "say:Samantha" || heard.Rate != 22050 || len(heard.PCM) < heard.Rate/2 || len(heard.Words) < 3 {
		t.Errorf("%s, %d samples, %v", heard.Voice, len(heard.PCM), heard.Words)
	}
	args, _ := os.ReadFile(filepath.Join(dir, "args"))
	if !strings.HasPrefix(string(args), "-v Samantha -o ") || !strings.HasSuffix(string(args), " --data-format=LEI16@22050 --file-format=WAVE -r 145 -f -\n") ||
		strings.Contains(string(args), "world") {
		t.Errorf("%s", args)
	}
	told, _ := os.ReadFile(filepath.Join(dir, "said"))
	if strings.ContainsAny(string(told), "[]") || !strings.Contains(string(told), "world") {
		t.Errorf("say is told %q", told)
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "edusmart-voice-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// powershellScript answers as narrator_sapi.ps1 does, with espeak-ng's sound.
const powershellScript = `
echo "$@" > $DIR/args
while read ask rate voice text; do
  case "$ask" in
  list) echo "voice $(printf 'Microsoft Zira Desktop' | base64 -w0) en-US";;
  speak)
    printf '%s' "$text" | base64 -d > $DIR/said
    espeak-ng -w $DIR/wave -f $DIR/said
    echo "word 0 120 $(printf Hello | base64 -w0)"
    echo "word 6 480 $(printf world | base64 -w0)"
    base64 -w 65536 $DIR/wave | sed 's/^/wave /';;
  esac
  echo done
done
`

func TestPowerShellIsGivenTheScriptAndTellsWhenWordsBegin(t *testing.T) {
	dir := standIn(t, "powershell.exe", powershellScript)
	heard, err := narratorOf("windows").Narrate(t.Context(), model.Script{Sentences: []string{"Hello world."}, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if heard.Voice != "windows:Microsoft Zira Desktop" || len(heard.Words) != 2 || len(heard.PCM) < heard.Rate/2 {
		t.Fatalf("%s, %v", heard.Voice, heard.Words)
	}
	// Between the two words lies what the voice told, 360 ms.
	if gap := heard.Words[1].Start - heard.Words[0].Start; gap < 0.2 || gap > 0.5 {
		t.Errorf("%.3f s from word to word", gap)
	}
	args, _ := os.ReadFile(filepath.Join(dir, "args"))
	fields := strings.Fields(string(args))
	if strings.Contains(string(args), "Hello") || fields[len(fields)-2] != "-EncodedCommand" {
		t.Errorf("%s", args)
	}
	script, err := base64.StdEncoding.DecodeString(fields[len(fields)-1])
	if err != nil || len(fields[len(fields)-1]) > 30_000 || !strings.Contains(strings.ReplaceAll(string(script), "\x00", ""), "System.Speech") {
		t.Errorf("the script: %d bytes, %v", len(script), err)
	}
}

func TestAVoiceThatGoesWrongIsASentenceAndNotASilence(t *testing.T) {
	const lists = `if [ "$2" = "?" ]; then echo "Samantha en_US # Hello"; exit 0; fi
while [ $# -gt 0 ]; do case "$1" in -o) out="$2";; esac; shift; done
`
	for name, script := range map[string]string{
		"it fails":            "echo 'cannot open' >&2; exit 3",
		"it writes nothing":   "exit 0",
		"it writes no sound":  `echo nonsense > "$out"`,
		"it writes too much":  `head -c 400000000 /dev/zero > "$out"`,
		"it never stops":      "exec yes",
		"it gives no samples": `printf 'RIFF\044\000\000\000WAVEfmt \020\000\000\000\001\000\001\000\042V\000\000D\254\000\000\002\000\020\000data\000\000\000\000' > "$out"`,
	} {
		t.Run(name, func(t *testing.T) {
			standIn(t, "say", lists+script)
			_, err := narratorOf("darwin").Narrate(t.Context(), model.Script{Sentences: []string{"Hello."}, Language: "en"})
			if model.KindOf(err) != model.Device || !strings.HasSuffix(model.Sentence(err), ".") {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestWindowsSaysWhatWentWrong(t *testing.T) {
	standIn(t, "powershell.exe", `echo "error $(printf 'No voice installed' | base64 -w0)"; exit 1`)
	_, err := narratorOf("windows").Voices(t.Context())
	if model.KindOf(err) != model.Device || !strings.Contains(model.Sentence(err), "Add a voice in Settings") {
		t.Errorf("%v", err)
	}
}

func TestAVoiceStopsWithItsContext(t *testing.T) {
	for system, program := range map[string]string{"darwin": "say", "windows": "powershell.exe"} {
		t.Run(system, func(t *testing.T) {
			standIn(t, program, "exec sleep 60")
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(100*time.Millisecond, cancel)
			begun := time.Now()
			_, err := narratorOf(system).Narrate(ctx, model.Script{Sentences: []string{"Hello."}, Language: "en"})
			if model.KindOf(err) != model.Canceled || time.Since(begun) > 2*time.Second {
				t.Errorf("after %v: %v", time.Since(begun), err)
			}
		})
	}
}

func TestAVoiceThatIsInstalledLaterIsFound(t *testing.T) {
	n := narratorOf("darwin")
	dir := standIn(t, "say", `cat $DIR/voices; exit 0`)
	if n.Available("en") {
		t.Error("a voice without a list")
	}
	if err := os.WriteFile(filepath.Join(dir, "voices"), []byte("Samantha en_US # Hello\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if !n.Available("en") {
		t.Error("the new voice is not found")
	}
}
