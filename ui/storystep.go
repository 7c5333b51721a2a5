package ui

// storyStep is what the teacher does with a story.
type storyStep int

// The steps, in the header's order.
const (
	stepMake storyStep = iota
	stepReview
	stepTeach
	stepQuiz
)

var stepNames = []string{"Make", "Review", "Teach", "Quiz"}

// goToStep shows a step. The page and the voice stay where they are; only the
// quiz has the voice rest.
func (s *storyScreen) goToStep(step storyStep) {
	if step == s.step || step != stepMake && s.pages() == 0 {
		return
	}
	if step == stepQuiz {
		if !s.lesson.hasQuiz() {
			return
		}
		if s.playing() {
			s.commands.Pause()
		}
	}
	s.review.leave()
	s.step = step
	s.header.endRename(false)
	if step == stepReview {
		s.review.enter()
	}
	s.show()
}

// quizzing reports whether the quiz is the one for a class.
func (s *storyScreen) quizzing() bool { return !s.pupil }

// askOne has the quiz answered by one pupil at the laptop, or by the class.
func (s *storyScreen) askOne(on bool) {
	s.pupil = on
	s.show()
}

// endQuiz leads from the quiz back to where the story is taught, or else
// shown.
func (s *storyScreen) endQuiz() {
	s.room.aside = false
	s.goToStep(s.afterQuiz())
}

// afterQuiz is the step that the quiz leads back to.
func (s *storyScreen) afterQuiz() storyStep {
	if s.lesson.running() {
		return stepTeach
	}
	return stepMake
}

// showStep shows the parts of the present step.
func (s *storyScreen) showStep() {
	visible(s.header.object, s.step != stepTeach)
	visible(s.review.object, s.step == stepReview)
	visible(s.room.object, s.step == stepQuiz && s.quizzing())
	visible(s.quiz.object, s.step == stepQuiz && !s.quizzing())
	visible(s.lesson.main.object, s.step == stepTeach || s.covered())
	s.nav.bare(s.visible && (s.step == stepTeach || s.covered()))
}

// covered reports whether the quiz, too, fills the window as the class sees
// it: the second window has the teacher's view, or there is none.
func (s *storyScreen) covered() bool {
	return s.step == stepQuiz && s.quizzing() && (s.lesson.alone || s.lesson.swapped)
}
