package core

import (
	"context"
	"sync"
	"time"

	"edusmart/core/editing"
	"edusmart/core/generate"
	"edusmart/core/microphone"
	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// RecordingStage tells how far the recording of the teacher's voice is.
type RecordingStage string

// The stages of a recording.
const (
	NoRecording RecordingStage = ""
	Recording   RecordingStage = "recording"
	Recorded    RecordingStage = "recorded" // it can be heard and kept
	Keeping     RecordingStage = "keeping"  // its words are being found
)

// RecordingState is the recording of the teacher's own voice for a page.
type RecordingState struct {
	Stage  RecordingStage
	ID     string // of the story
	Page   string // its identity
	Length time.Duration
	Peak   float64 // loudness of this moment, 0 to 1
	Err    string  // one sentence: why nothing is recorded; "" else
}

func (RecordingState) topic() string { return "recording" }

// recording is what is being recorded. The zero value is ready.
type recording struct {
	mu     sync.Mutex
	state  RecordingState
	pcm    []int16
	cancel context.CancelFunc
}

// publishRecording changes the state and publishes it.
func (a *App) publishRecording(change func(r *recording)) {
	a.recording.mu.Lock()
	defer a.recording.mu.Unlock()
	change(&a.recording)
	a.hub.publish(a.recording.state)
}

// Record begins to record the teacher's voice for a page. What comes of it
// arrives as RecordingState.
func (a *App) Record(id, page string) {
	if help := microphone.Help(); help != "" {
		a.publishRecording(func(r *recording) { r.state = RecordingState{ID: id, Page: page, Err: help} })
		return
	}
	a.StopRecording()
	if a.player != nil {
		a.player.Pause()
	}
	ctx, cancel := context.WithCancel(a.ctx)
	a.publishRecording(func(r *recording) {
		r.state, r.pcm, r.cancel = RecordingState{Stage: Recording, ID: id, Page: page}, nil, cancel
	})
	a.wg.Go(func() {
		defer cancel()
		pcm, err := microphone.Record(ctx, func(l microphone.Level) {
			a.publishRecording(func(r *recording) {
				if r.state.Stage == Recording {
					r.state.Length, r.state.Peak = l.At, l.Peak
				}
			})
		})
		a.publishRecording(func(r *recording) {
			r.cancel = nil
			if r.state.Stage != Recording {
				return // it was dropped
			}
			r.state.Peak = 0
			if err != nil {
				r.state = RecordingState{ID: id, Page: page, Err: model.Sentence(err)}
				return
			}
			r.pcm, r.state.Stage, r.state.Length = pcm, Recorded, speech.Duration(len(pcm), microphone.Rate)
		})
	})
}

// StopRecording ends the recording; it can be heard and kept then.
func (a *App) StopRecording() {
	a.recording.mu.Lock()
	defer a.recording.mu.Unlock()
	if a.recording.cancel != nil {
		a.recording.cancel()
	}
}

// DropRecording forgets what was recorded.
func (a *App) DropRecording() {
	a.publishRecording(func(r *recording) {
		if r.cancel != nil {
			r.cancel()
		}
		r.state, r.pcm = RecordingState{}, nil
	})
}

// HearRecording plays what was recorded.
func (a *App) HearRecording() {
	a.recording.mu.Lock()
	pcm := a.recording.pcm
	a.recording.mu.Unlock()
	if a.player != nil && len(pcm) > 0 {
		a.sound(pcm, microphone.Rate, 1)
	}
}

// Silence around a recording that is kept, and the level below which it counts
// as silence (on the scale of 16 bits).
const (
	recordingEdge   = 250 * time.Millisecond
	recordingSilent = 300
)

// KeepRecording makes what was recorded the voice of its page. Its words are
// found by the sound of the computer's voice.
func (a *App) KeepRecording() {
	a.recording.mu.Lock()
	state, pcm := a.recording.state, a.recording.pcm
	a.recording.mu.Unlock()
	if state.Stage != Recorded {
		return
	}
	a.publishRecording(func(r *recording) { r.state.Stage = Keeping })
	a.wg.Go(func() {
		c, err := a.voiceOfTeacher(state, pcm)
		if err != nil {
			a.publishRecording(func(r *recording) { r.state.Stage, r.state.Err = Recorded, model.Sentence(err) })
			return
		}
		a.idle(state.ID)
		a.Edit(state.ID, c)
		a.publishRecording(func(r *recording) { r.state, r.pcm = RecordingState{}, nil })
	})
}

// voiceOfTeacher makes the change that gives a page its recording.
func (a *App) voiceOfTeacher(state RecordingState, pcm []int16) (editing.SetVoice, error) {
	c := editing.SetVoice{Page: state.Page}
	from, to := speech.Voiced(pcm, microphone.Rate, recordingSilent)
	edge := speech.Samples(recordingEdge, microphone.Rate)
	if to-from < edge {
		return c, model.Errorf("keep recording", model.Input, "Nothing can be heard in this recording. Speak louder, or closer to the microphone.", nil)
	}
	pcm = pcm[max(0, from-edge):min(len(pcm), to+edge)]
	s, err := a.library.Load(state.ID)
	if err != nil {
		return c, err
	}
	script := model.Script{Language: s.Language}
	for i := range s.Pages {
		if s.Pages[i].ID == state.Page {
			for _, sentence := range s.Pages[i].Sentences {
				script.Sentences = append(script.Sentences, sentence.Text)
			}
		}
	}
	c.Speech = model.Speech{PCM: pcm, Rate: microphone.Rate, Voice: editing.Teacher, Source: editing.Teacher}
	c.Words, c.Timing = generate.Align(a.ctx, a.makers.narrator, pcm, microphone.Rate, script)
	if c.Words == nil {
		c.Words, c.Timing = speech.Place(script.Sentences, pcm, microphone.Rate), story.Estimated
	}
	return c, nil
}
