package ui

import (
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// planned is a story of two pages of 30 and 60 s, with three stops and four
// questions.
func planned() *story.Story {
	return &story.Story{
		Pages: []story.Page{
			{Seconds: 30, Sentences: make([]story.Sentence, 3), Stops: []story.Stop{{After: 0}, {After: 2}}},
			{Seconds: 60, Sentences: make([]story.Sentence, 4), Stops: []story.Stop{{After: 3}}},
		},
		Quiz: make([]story.Question, 4),
	}
}

func TestALessonIsPlannedFromVoiceStopsAndQuiz(t *testing.T) {
	for _, tt := range []struct {
		name       string
		speed      float64
		echo, quiz bool
		want       time.Duration
	}{
		{"at the usual speed", 1, false, false, 90*time.Second + 3*time.Minute},
		{"with the quiz", 1, false, true, 90*time.Second + 3*time.Minute + 80*time.Second},
		{"slowly", 0.5, false, false, 180*time.Second + 3*time.Minute},
		{"fast", 2, false, false, 45*time.Second + 3*time.Minute},
		{"with the class's echo", 1, true, false, 180*time.Second + 3*time.Minute},
		{"with a speed that is none", 0, false, false, 90*time.Second + 3*time.Minute},
	} {
		if got := planLesson(planned(), tt.speed, tt.echo, tt.quiz).total(); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	if got := planLesson(nil, 1, false, true).total(); got != 0 {
		t.Errorf("no story takes %v", got)
	}
}

func TestThePlannedTimeOfAPlaceGrowsFromStartToEnd(t *testing.T) {
	p := planLesson(planned(), 0.5, false, true)
	for _, tt := range []struct {
		page, sentence int
		at, want       time.Duration
	}{
		{0, 0, 0, 0},
		{0, 0, 10 * time.Second, 20 * time.Second},
		{0, 1, 10 * time.Second, 80 * time.Second}, // the first stop is over
		{0, 2, 30 * time.Second, 2 * time.Minute},
		{1, 0, 0, 3 * time.Minute},
		{1, 3, 60 * time.Second, 5 * time.Minute},
		{2, 0, 0, 6 * time.Minute},
	} {
		if got := p.before(tt.page, tt.at, tt.sentence); got != tt.want {
			t.Errorf("page %d, sentence %d, %v: %v, want %v", tt.page, tt.sentence, tt.at, got, tt.want)
		}
	}
	if got, want := p.question(4), p.total(); got != want {
		t.Errorf("after the last question %v, the lesson %v", got, want)
	}
}

func TestThePaceIsSaidInAWordAndAColour(t *testing.T) {
	for _, tt := range []struct {
		late  time.Duration
		word  string
		token widget.Token
	}{
		{0, "On time", widget.Ok},
		{time.Minute, "On time", widget.Ok},
		{-time.Minute, "On time", widget.Ok},
		{61 * time.Second, "Behind by 1 min", widget.Amber},
		{100 * time.Second, "Behind by 2 min", widget.Amber},
		{-5 * time.Minute, "Ahead by 5 min", widget.Accent},
	} {
		if word, token := pace(10*time.Minute+tt.late, 10*time.Minute); word != tt.word || token != tt.token {
			t.Errorf("%v late: %q in %s", tt.late, word, token)
		}
	}
}

func TestTheClockShowsThePlanBeforeClassAndThePaceInIt(t *testing.T) {
	s, _ := openLesson(t, nil)
	s.lesson.end()
	s.goToStep(stepTeach)
	total := minutesSeconds(s.lesson.plan().total())
	mustSay(t, s.lesson.main.object, "Lesson", total, "Not started")
	at := ten
	s.lesson.now = func() time.Time { return at }
	s.lesson.begin(false)
	at = at.Add(5 * time.Minute)
	s.lesson.main.teach.column.tick() // as every second
	mustSay(t, s.lesson.main.object, "Lesson left", "Behind by 5 min", "5:00 of "+total, "14:15")
	if share := s.lesson.main.teach.column.ring.Share(); share <= 0 || share >= 1 {
		t.Errorf("the ring stands at %g", share)
	}
	s.Update(core.SettingsState{Settings: core.Settings{Room: 6, Speed: 1, Echo: true}})
	if longer := minutesSeconds(s.lesson.plan().total()); longer == total {
		t.Error("echo reading takes no longer")
	}
	s.goToStep(stepQuiz)
	s.room.count.at = 9
	if got, want := s.lesson.planned(), s.lesson.plan().total()-questionTime; got != want {
		t.Errorf("at the last question %v of the plan are over, want %v", got, want)
	}
}
