//go:build linux

package ondevice

import (
	"errors"
	"fmt"
	"unsafe"

	"github.com/ebitengine/purego"
)

// The names and numbers of espeak-ng's speak_lib.h, revision 12.
const (
	espeakSynchronous = 2      // espeak_AUDIO_OUTPUT
	espeakDontExit    = 0x8000 // espeakINITIALIZE_DONT_EXIT
	espeakUTF8        = 1      // espeakCHARS_UTF8; no SSML, no phoneme codes
	espeakByCharacter = 1      // POS_CHARACTER
	espeakRate        = 1      // espeak_PARAMETER
	espeakPitch       = 3
	espeakRange       = 4
	espeakEventEnd    = 0 // espeakEVENT_LIST_TERMINATED
	espeakEventWord   = 1
	espeakBuffer      = 200 // milliseconds of sound a call
	maxListed         = 2000
)

// espeakEvent is espeak_EVENT.
type espeakEvent struct {
	kind     int32
	id       uint32
	position int32 // characters from the start of the text, from 1
	length   int32
	audio    int32 // milliseconds
	sample   int32
	user     uintptr
	value    [8]byte
}

// espeakVoiceRecord is the beginning of espeak_VOICE.
type espeakVoiceRecord struct {
	name, languages, file *byte
}

// espeakLibrary is libespeak-ng, loaded at run time. It belongs to one
// goroutine.
type espeakLibrary struct {
	rate int // samples a second

	setCallback func(callback uintptr)
	setVoice    func(name string) int32
	setParam    func(param, value, relative int32) int32
	synth       func(text *byte, size uint, position uint32, kind int32, end, flags uint32, id *uint32, user uintptr) int32
	listVoices  func(spec uintptr) **espeakVoiceRecord
	info        func(path **byte) *byte

	sink *frameSink
}

// loadEspeak loads and starts the library.
func loadEspeak() (*espeakLibrary, error) {
	var handle uintptr
	var err error
	for _, name := range []string{"libespeak-ng.so.1", "libespeak-ng.so"} {
		if handle, err = purego.Dlopen(name, purego.RTLD_NOW|purego.RTLD_GLOBAL); err == nil {
			break
		}
	}
	if err != nil {
		return nil, errors.Join(errNoLibrary, err)
	}
	l := &espeakLibrary{}
	var initialize func(output, buffer int32, path uintptr, options int32) int32
	for name, f := range map[string]any{
		"espeak_Initialize": &initialize, "espeak_SetSynthCallback": &l.setCallback,
		"espeak_SetVoiceByName": &l.setVoice, "espeak_SetParameter": &l.setParam,
		"espeak_Synth": &l.synth, "espeak_ListVoices": &l.listVoices, "espeak_Info": &l.info,
	} {
		symbol, err := purego.Dlsym(handle, name)
		if err != nil {
			return nil, errors.Join(errNoLibrary, err)
		}
		purego.RegisterFunc(f, symbol)
	}
	rate := initialize(espeakSynchronous, espeakBuffer, 0, espeakDontExit)
	if rate <= 0 {
		return nil, errors.Join(errNoLibrary, errors.New("espeak-ng finds no data"))
	}
	l.rate = int(rate)
	return l, nil
}

// listen sends the sound and the words of what is spoken to s.
func (l *espeakLibrary) listen(s *frameSink) {
	l.sink = s
	l.setCallback(purego.NewCallback(func(pcm *int16, n int32, event *espeakEvent) int32 {
		for ; event != nil && event.kind != espeakEventEnd; event = (*espeakEvent)(unsafe.Add(unsafe.Pointer(event), unsafe.Sizeof(*event))) {
			if event.kind == espeakEventWord {
				s.mark(int(event.position)-1, int(event.audio))
			}
		}
		if pcm != nil && n > 0 {
			s.samples(unsafe.Slice(pcm, n))
		}
		if s.err != nil {
			return 1 // stop
		}
		return 0
	}))
}

// speak speaks a text; it returns when the sink has all of it.
func (l *espeakLibrary) speak(rate int, t espeakText) error {
	if code := l.setVoice(t.Voice); code != 0 {
		return fmt.Errorf("voice %q: error %d", t.Voice, code)
	}
	for param, value := range map[int32]int{espeakRate: rate, espeakPitch: t.Pitch, espeakRange: t.Reach} {
		if code := l.setParam(param, int32(value), 0); code != 0 {
			return fmt.Errorf("parameter %d: error %d", param, code)
		}
	}
	text := append([]byte(t.Text), 0)
	var id uint32
	code := l.synth(unsafe.SliceData(text), uint(len(text)), 0, espeakByCharacter, 0, espeakUTF8, &id, 0)
	if code != 0 {
		return fmt.Errorf("speak: error %d", code)
	}
	return nil
}

// list gives the voices and which of our variants are installed.
func (l *espeakLibrary) list() espeakList {
	var list espeakList
	if records := l.listVoices(0); records != nil {
		for _, r := range unsafe.Slice(records, maxListed) {
			if r == nil {
				break
			}
			f := espeakFound{Name: textAt(r.name), File: textAt(r.file)}
			if r.languages != nil { // a byte of priority, then the language
				f.Tag = textAt((*byte)(unsafe.Add(unsafe.Pointer(r.languages), 1)))
			}
			list.Found = append(list.Found, f)
		}
	}
	var path *byte
	l.info(&path)
	list.Variants = installedVariants(textAt(path))
	return list
}

// textAt copies a C string of up to 1000 bytes.
func textAt(p *byte) string {
	if p == nil {
		return ""
	}
	var text []byte
	for len(text) < 1000 {
		b := *(*byte)(unsafe.Add(unsafe.Pointer(p), len(text)))
		if b == 0 {
			break
		}
		text = append(text, b)
	}
	return string(text)
}
