package widget

// Overflows reports whether the text is too long for the widget even at its
// smallest size, and so is cut off at the bottom.
func (t *StoryText) Overflows() bool {
	t.lay()
	return t.overflow
}

// Pending reports whether fonts are still being looked for.
func (t *StoryText) Pending() bool {
	t.shape()
	return t.shaped.Pending()
}

// LetterSize is the size at which the text is set now.
func (t *StoryText) LetterSize() float32 {
	t.lay()
	if t.lines == nil {
		return t.style.Smallest
	}
	return t.lines.letters()
}

// HeightFor is the height that the text needs at a width with the largest
// letters of its style.
func (t *StoryText) HeightFor(width float32) float32 {
	t.shape()
	return t.shaped.lay(width, t.style).high()
}

// WidthFor is how much of a width the text takes with the largest letters of
// its style: that of its longest line.
func (t *StoryText) WidthFor(width float32) float32 {
	t.shape()
	return t.shaped.lay(width, t.style).wide()
}
