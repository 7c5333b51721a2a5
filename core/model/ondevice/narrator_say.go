package ondevice

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"edusmart/core/model"
	"edusmart/core/speech"
)

const (
	// sayProgram speaks with the voices of macOS.
	sayProgram = "say"
	// sayFormat is 16-bit little-endian samples, 22,050 a second.
	sayFormat = "LEI16@22050"
	// maxSayVoices bounds the list of voices.
	maxSayVoices = 1000
)

// noveltyVoices are voices of macOS that sing, whisper or ring: no class can
// follow them.
const noveltyVoices = "|albert|bad news|bahh|bells|boing|bubbles|cellos|deranged|good news|hysterical|jester|organ|" +
	"pipe organ|princess|superstar|trinoids|whisper|wobble|zarvox|"

// roboticVoices come first in the alphabet but are synthetic ones of the
// 1980s and 1990s; every other voice of the language is better to listen to.
const roboticVoices = "|agnes|bruce|eddy|flo|fred|grandma|grandpa|junior|kathy|ralph|reed|rocko|sandy|shelley|vicki|victoria|"

// sayVoices speaks with macOS's `say`. It tells no times: words are placed by
// their syllables and the pauses of the sound.
type sayVoices struct{}

func (sayVoices) voices(ctx context.Context) ([]systemVoice, error) {
	out, err := runVoiceProgram(ctx, nil, sayProgram, "-v", "?")
	if err != nil {
		return nil, err
	}
	return parseSayVoices(string(out)), nil
}

// parseSayVoices reads what `say -v ?` prints: a line for each voice, its
// name, which may hold spaces, its language and a sentence after a "#":
//
//	Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy.
func parseSayVoices(list string) []systemVoice {
	var voices []systemVoice
	for line := range strings.Lines(list) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		at := strings.LastIndexAny(line, " \t")
		if at < 0 || len(voices) == maxSayVoices {
			continue
		}
		name, tag := strings.TrimSpace(line[:at]), canonicalTag(line[at+1:])
		rank, ok := sayRank(name)
		if !ok || tag == "" {
			continue
		}
		voices = append(voices, systemVoice{
			VoiceInfo: model.VoiceInfo{ID: "say:" + name, Name: sayName(name), Language: tag},
			name:      name, rank: rank,
		})
	}
	return voices
}

// sayRank orders the voices of a language: those that were downloaded for
// their quality first. It reports false for a voice that is not offered.
func sayRank(name string) (rank int, ok bool) {
	first, _, _ := strings.Cut(strings.ToLower(name), " (")
	switch key := "|" + first + "|"; {
	case strings.Contains(noveltyVoices, key):
		return 0, false
	case strings.HasSuffix(name, "(Premium)"):
		return 0, true
	case strings.HasSuffix(name, "(Enhanced)"):
		return 1, true
	case strings.Contains(roboticVoices, key):
		return 3, true
	}
	return 2, true
}

// sayName shortens "Eddy (German (Germany))" to "Eddy, German, Germany".
func sayName(name string) string {
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '(' || r == ')' })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

// speak starts `say` for every utterance. The text goes through its standard
// input, the sound through a file in a folder of its own, as `say` writes no
// WAV to a pipe.
func (sayVoices) speak(ctx context.Context, rate int, said []utterance) ([]voicedText, error) {
	dir, err := os.MkdirTemp("", "edusmart-voice-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	var done []voicedText
	for _, u := range said {
		file := filepath.Join(dir, "spoken.wav")
		_, err := runVoiceProgram(ctx, strings.NewReader(string(u.text)), sayProgram, "-v", u.voice.name,
			"-o", file, "--data-format="+sayFormat, "--file-format=WAVE", "-r", strconv.Itoa(rate), "-f", "-")
		if err != nil {
			return done, err
		}
		v, err := readSpoken(file)
		if err != nil {
			return done, fmt.Errorf("%s: %w", sayProgram, err)
		}
		done = append(done, v)
	}
	return done, nil
}

// readSpoken reads a file that a voice wrote, and removes it.
func readSpoken(file string) (voicedText, error) {
	info, err := os.Stat(file)
	if err != nil {
		return voicedText{}, err
	}
	if info.Size() > maxVoiceOutput {
		return voicedText{}, fmt.Errorf("a sound of %d bytes", info.Size())
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return voicedText{}, err
	}
	os.Remove(file)
	pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data))
	return voicedText{pcm: pcm, rate: rate}, err
}
