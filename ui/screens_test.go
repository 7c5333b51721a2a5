package ui

import (
	"image"
	"testing"
)

func TestTheClassGetsTheLargestScreenThatIsNotTheTeachers(t *testing.T) {
	laptop, beam, small := image.Rect(0, 0, 1366, 768), image.Rect(1366, 0, 3286, 1080), image.Rect(-1024, 0, 0, 768)
	for _, tt := range []struct {
		name    string
		all     []image.Rectangle
		teacher image.Point
		want    image.Rectangle
	}{
		{"one screen", []image.Rectangle{laptop}, image.Pt(600, 300), image.Rectangle{}},
		{"no screen", nil, image.Pt(600, 300), image.Rectangle{}},
		{"two", []image.Rectangle{laptop, beam}, image.Pt(600, 300), beam},
		{"the teacher looks at the large one", []image.Rectangle{laptop, beam}, image.Pt(2000, 300), laptop},
		{"three", []image.Rectangle{small, laptop, beam}, image.Pt(600, 300), beam},
		{"mirrored", []image.Rectangle{laptop, image.Rect(0, 0, 1024, 768)}, image.Pt(600, 300), image.Rectangle{}},
		{"mirrored, and a third", []image.Rectangle{laptop, image.Rect(0, 0, 1024, 768), small}, image.Pt(600, 300), small},
		{"a window beside every screen", []image.Rectangle{laptop, beam}, image.Pt(-500, 9000), beam},
	} {
		got, ok := classScreen(tt.all, tt.teacher)
		if got != tt.want || ok != !tt.want.Empty() {
			t.Errorf("%s: %v, %t; want %v", tt.name, got, ok, tt.want)
		}
	}
}
