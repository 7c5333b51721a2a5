package microphone

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestAMissingProgramIsNamedInASentence(t *testing.T) {
	none := func(string) (string, error) { return "", errors.New("not there") }
	for system, want := range map[string]string{"linux": "parec or arecord", "darwin": "rec or ffmpeg", "windows": "cannot be recorded on this system"} {
		if say := help(system, none); !strings.Contains(say, want) || !strings.HasSuffix(say, ".") {
			t.Errorf("%s: %q", system, say)
		}
	}
	if say := help("linux", func(name string) (string, error) {
		if name == "arecord" {
			return "/usr/bin/arecord", nil
		}
		return none(name)
	}); say != "" {
		t.Errorf("with one of the two: %q", say)
	}
}

func TestTheMeterFollowsTheSound(t *testing.T) {
	var raw bytes.Buffer
	for i := range Rate { // silence, then half of full scale, then a cut sample
		v := int16(0)
		if i >= Rate/2 {
			v = 16384
		}
		_ = binary.Write(&raw, binary.LittleEndian, v)
	}
	raw.WriteByte(7)
	var levels []Level
	pcm := read(t.Context(), &raw, func(l Level) { levels = append(levels, l) })
	if len(pcm) != Rate || pcm[Rate-1] != 16384 {
		t.Errorf("%d samples", len(pcm))
	}
	if len(levels) != 20 || levels[0].Peak != 0 || levels[19].Peak != 0.5 || levels[19].At != time.Second {
		t.Errorf("%+v", levels)
	}
}
