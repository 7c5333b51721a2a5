package ondevice

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"edusmart/core/speech"
)

// espeakProgram is used where only the program is installed.
const espeakProgram = "espeak-ng"

// listByProgram lists the voices with espeak-ng's program.
func listByProgram(ctx context.Context) (espeakList, error) {
	var list espeakList
	out, err := runVoiceProgram(ctx, nil, espeakProgram, "--voices")
	if err != nil {
		return list, err
	}
	// Pty Language Age/Gender VoiceName File Other; a name holds no space.
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if len(fields) < 5 || fields[0] == "Pty" {
			continue
		}
		list.Found = append(list.Found, espeakFound{Tag: fields[1], Name: fields[3], File: fields[4]})
	}
	// "eSpeak NG text-to-speech: 1.51  Data at: /usr/lib/.../espeak-ng-data"
	version, err := runVoiceProgram(ctx, nil, espeakProgram, "--version")
	if err != nil {
		return list, err
	}
	if _, data, ok := strings.Cut(string(version), "Data at:"); ok {
		list.Variants = installedVariants(strings.TrimSpace(data))
	}
	return list, nil
}

// speakByProgram speaks with espeak-ng's program, one start a text; the times
// of the words are not told.
func speakByProgram(ctx context.Context, rate int, said []utterance) ([]voicedText, error) {
	var done []voicedText
	for _, u := range said {
		out, err := runVoiceProgram(ctx, strings.NewReader(string(u.text)), espeakProgram,
			"-v", u.voice.name,
			"-s", strconv.Itoa(rate), "-p", strconv.Itoa(u.voice.pitch), "-b", "1", "--stdin", "--stdout")
		if err != nil {
			return done, err
		}
		pcm, hz, err := speech.DecodeWAV(bytes.NewReader(out))
		if err != nil {
			return done, err
		}
		done = append(done, voicedText{pcm: pcm, rate: hz})
	}
	return done, nil
}
