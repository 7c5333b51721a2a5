package ui

import (
	"fmt"
	"time"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// What a lesson is planned with beside the narration.
const (
	stopTime     = 60 * time.Second // for a planned question
	questionTime = 20 * time.Second // for a question of the quiz
	// onTime is how far a lesson may be from its plan and still be on time.
	onTime = time.Minute
)

// lessonPlan is how long a lesson takes, known before class.
type lessonPlan struct {
	narration []time.Duration // of each page at the chosen speed, with the echo
	stops     [][]int         // after which sentences of each page the voice stops
	factor    float64         // planned time to a second of the voice
	questions int             // of the quiz, 0: it does not follow
}

// planLesson plans a story at a speed. Echo reading doubles the narration: the
// class says each sentence after the voice.
func planLesson(st *story.Story, speed float64, echo, quiz bool) lessonPlan {
	if !(speed > 0) {
		speed = 1
	}
	p := lessonPlan{factor: 1 / speed}
	if echo {
		p.factor *= 2
	}
	if st == nil {
		return p
	}
	for i := range st.Pages {
		page := &st.Pages[i]
		p.narration = append(p.narration, time.Duration(float64(seconds(page.Seconds))*p.factor))
		var after []int
		for _, stop := range page.Stops {
			after = append(after, stop.After)
		}
		p.stops = append(p.stops, after)
	}
	if quiz {
		p.questions = len(st.Quiz)
	}
	return p
}

// page is the planned time of a page with its stops.
func (p lessonPlan) page(i int) time.Duration {
	return p.narration[i] + time.Duration(len(p.stops[i]))*stopTime
}

// total is the planned time of the lesson.
func (p lessonPlan) total() time.Duration {
	t := time.Duration(p.questions) * questionTime
	for i := range p.narration {
		t += p.page(i)
	}
	return t
}

// voice, pauses and quiz are the parts of the total.
func (p lessonPlan) parts() (voice, pauses, quiz time.Duration) {
	for i := range p.narration {
		voice += p.narration[i]
		pauses += time.Duration(len(p.stops[i])) * stopTime
	}
	return voice, pauses, time.Duration(p.questions) * questionTime
}

// before is the planned time up to a place: a page, a position of its voice,
// and the sentence that is said there. Stops after earlier sentences are over.
func (p lessonPlan) before(page int, position time.Duration, sentence int) time.Duration {
	var t time.Duration
	for i := range min(page, len(p.narration)) {
		t += p.page(i)
	}
	if page >= len(p.narration) {
		return t
	}
	t += min(time.Duration(float64(position)*p.factor), p.narration[page])
	for _, after := range p.stops[page] {
		if after < sentence {
			t += stopTime
		}
	}
	return t
}

// question is the planned time up to a question of the quiz.
func (p lessonPlan) question(at int) time.Duration {
	return p.before(len(p.narration), 0, 0) + time.Duration(min(at, p.questions))*questionTime
}

// pace says how a lesson stands against its plan, in a word and its colour.
func pace(elapsed, planned time.Duration) (string, widget.Token) {
	late := elapsed - planned
	minutes := func(d time.Duration) string { return fmt.Sprintf("%d min", int((d+30*time.Second)/time.Minute)) }
	switch {
	case late > onTime:
		return "Behind by " + minutes(late), widget.Amber
	case late < -onTime:
		return "Ahead by " + minutes(-late), widget.Accent
	default:
		return "On time", widget.Ok
	}
}

// plan is the lesson's plan as the settings and the player stand.
func (l *lesson) plan() lessonPlan {
	s := l.screen
	speed := s.settings.Settings.Speed
	if s.loaded() && s.playback.Speed > 0 {
		speed = s.playback.Speed
	}
	return planLesson(s.state.Story, speed, s.settings.Settings.Echo, !l.noQuiz)
}

// planned is the planned time up to where the lesson stands now.
func (l *lesson) planned() time.Duration {
	s, p := l.screen, l.plan()
	if s.step == stepQuiz {
		return p.question(s.room.count.at)
	}
	return p.before(s.page, s.position(), s.currentSentence())
}

// elapsed is how long the lesson has lasted.
func (l *lesson) elapsed() time.Duration {
	if !l.running() {
		return 0
	}
	return l.now().Sub(l.started)
}

// minutesSeconds gives a time as "4:12".
func minutesSeconds(d time.Duration) string {
	s := int((max(0, d) + time.Second/2) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
