package ui

// aside reports whether a screen is one that is looked into from wherever one
// is: the settings, and the activity.
func (s *shell) aside(sc screen) bool { return s.settings.is(sc) || s.activity.is(sc) }

// leave notes where the teacher was when next is looked into.
func (s *shell) leave(next screen) {
	if s.aside(next) && !s.aside(s.current) {
		s.before = s.current
	}
}

// back leaves the present screen: for the one that the settings or the
// activity were opened from, else for the library.
func (s *shell) back() {
	if s.aside(s.current) && s.before != nil {
		s.goTo(s.before)
		return
	}
	s.goTo(s.library)
}
