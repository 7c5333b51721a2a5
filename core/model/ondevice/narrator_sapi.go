package ondevice

import (
	"bytes"
	"context"
	_ "embed" // the script
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"edusmart/core/model"
	"edusmart/core/speech"
)

const (
	// sapiProgram is Windows PowerShell, a part of every Windows; the newer
	// "pwsh" has no System.Speech.
	sapiProgram = "powershell.exe"
	// sapiNormal is what the voices of Windows speak at rate 0, in words a
	// minute; rates 10 and -10 are three times as fast and as slow.
	sapiNormal = 180
	sapiSteps  = 10
	// maxSapiMarks bounds the words of one utterance.
	maxSapiMarks = 100_000
)

// sapiScript asks System.Speech; its head says what it reads and prints.
//
//go:embed narrator_sapi.ps1
var sapiScript string

// sapiVoices speaks with the voices of Windows through PowerShell.
type sapiVoices struct{}

func (sapiVoices) voices(ctx context.Context) ([]systemVoice, error) {
	out, err := runSapi(ctx, "list\n")
	if err != nil {
		return nil, err
	}
	var voices []systemVoice
	err = eachSapiLine(out, func(kind string, fields []string) error {
		if kind != "voice" || len(fields) != 2 {
			return nil
		}
		name, err := fromBase64(fields[0])
		if err != nil {
			return err
		}
		voices = append(voices, systemVoice{
			VoiceInfo: model.VoiceInfo{ID: "windows:" + name, Name: sapiName(name), Language: canonicalTag(fields[1])},
			name:      name,
		})
		return nil
	})
	return voices, err
}

// sapiName shortens "Microsoft Zira Desktop" to "Zira".
func sapiName(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(name, "Microsoft "), " Desktop")
}

func (sapiVoices) speak(ctx context.Context, rate int, said []utterance) ([]voicedText, error) {
	var ask strings.Builder
	for _, u := range said {
		fmt.Fprintf(&ask, "speak %d %s %s\n", sapiRate(rate), toBase64(u.voice.name), toBase64(string(u.text)))
	}
	out, err := runSapi(ctx, ask.String())
	if err != nil {
		return nil, err
	}
	done, err := parseSapiSpeech(out, said)
	if err == nil && len(done) != len(said) {
		err = fmt.Errorf("%s ended after %d of %d texts", sapiProgram, len(done), len(said))
	}
	return done, err
}

// sapiRate turns words a minute into the steps of System.Speech.
func sapiRate(rate int) int {
	steps := math.Round(sapiSteps * math.Log(float64(rate)/sapiNormal) / math.Log(3))
	return int(min(max(steps, -sapiSteps), sapiSteps))
}

// runSapi runs the script on lines that ask. The script is a constant and the
// only thing on the command line.
func runSapi(ctx context.Context, ask string) ([]byte, error) {
	return runVoiceProgram(ctx, strings.NewReader(ask), sapiProgram, "-NoLogo", "-NoProfile", "-NonInteractive",
		"-InputFormat", "Text", "-OutputFormat", "Text", "-EncodedCommand", encodedCommand(sapiScript))
}

// encodedCommand writes a script as PowerShell takes it on the command line:
// UTF-16, little-endian, in Base64.
func encodedCommand(script string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(script)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return base64.StdEncoding.EncodeToString(b)
}

// eachSapiLine hands the lines of an answer to take. A line "error" ends it.
func eachSapiLine(out []byte, take func(kind string, fields []string) error) error {
	for line := range bytes.Lines(out) {
		fields := strings.Fields(string(line))
		if len(fields) == 0 {
			continue
		}
		if fields[0] == "error" {
			message := "System.Speech failed"
			if len(fields) == 2 {
				if told, err := fromBase64(fields[1]); err == nil {
					message = told
				}
			}
			return errors.New(message)
		}
		if err := take(fields[0], fields[1:]); err != nil {
			return err
		}
	}
	return nil
}

// parseSapiSpeech puts together what was spoken of each utterance.
func parseSapiSpeech(out []byte, said []utterance) ([]voicedText, error) {
	var done []voicedText
	var words []sapiWord
	var wave []byte
	err := eachSapiLine(out, func(kind string, fields []string) error {
		switch {
		case kind == "word" && len(fields) == 3 && len(words) < maxSapiMarks:
			w, err := parseSapiWord(fields)
			words = append(words, w)
			return err
		case kind == "wave" && len(fields) == 1:
			piece, err := base64.StdEncoding.DecodeString(fields[0])
			wave = append(wave, piece...)
			return err
		case kind == "done" && len(done) < len(said):
			pcm, rate, err := speech.DecodeWAV(bytes.NewReader(wave))
			if err != nil {
				return err
			}
			marks := sapiMarks(said[len(done)].text, words, rate)
			done = append(done, voicedText{pcm: pcm, rate: rate, marks: marks})
			words, wave = nil, nil
			return nil
		}
		return fmt.Errorf("%s answers %q with %d fields", sapiProgram, kind, len(fields))
	})
	return done, err
}

// sapiWord is a word as System.Speech tells of it.
type sapiWord struct {
	at   int // UTF-16 units from the start of the text
	ms   int
	text string
}

func parseSapiWord(fields []string) (sapiWord, error) {
	at, err1 := strconv.Atoi(fields[0])
	ms, err2 := strconv.Atoi(fields[1])
	text, err3 := fromBase64(fields[2])
	if ms < 0 {
		ms = 0
	}
	return sapiWord{at, ms, text}, errors.Join(err1, err2, err3)
}

// sapiMarks gives where the words stand in the text. A voice may count from
// another place than the text's start, such as that of the markup that it
// makes of it: a word that is not where it is said to be is looked for after
// the one before, and left out where it is not there either.
func sapiMarks(text []rune, words []sapiWord, rate int) []voiceMark {
	slices.SortStableFunc(words, func(a, b sapiWord) int { return a.ms - b.ms })
	runes := runeIndex(text)
	plain := string(text)
	var marks []voiceMark
	last := 0 // the byte after the last word
	for _, w := range words {
		at := -1
		if w.at >= 0 && w.at < len(runes) && strings.HasPrefix(plain[runes[w.at]:], w.text) {
			at = runes[w.at]
		} else if i := strings.Index(plain[last:], w.text); i >= 0 {
			at = last + i
		}
		if at < 0 || w.text == "" {
			continue // a number is told of once for each of its words, say
		}
		last = max(last, at+len(w.text))
		marks = append(marks, voiceMark{
			at: utf8.RuneCountInString(plain[:at]), sample: int(int64(w.ms) * int64(rate) / 1000),
		})
	}
	return marks
}

// runeIndex gives for every UTF-16 unit of a text the byte at which its
// character begins.
func runeIndex(text []rune) []int {
	index := make([]int, 0, len(text))
	at := 0
	for _, r := range text {
		for range utf16.RuneLen(r) {
			index = append(index, at)
		}
		at += utf8.RuneLen(r)
	}
	return index
}

func toBase64(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) }

func fromBase64(text string) (string, error) {
	b, err := base64.StdEncoding.DecodeString(text)
	return string(b), err
}
