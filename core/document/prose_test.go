package document

import "testing"

func TestALabelIsCutOffACaption(t *testing.T) {
	for _, c := range []struct {
		caption, text  string
		labelled, sure bool
	}{
		{"Figure 3: The heart of a whale", "The heart of a whale", true, true},
		{"Fig. IV The heart of a whale", "The heart of a whale", true, true},
		{"Abb. 2 – Das Herz", "Das Herz", true, true},
		{"Illustrazione n° 12.1a) Il cuore", "Il cuore", true, true},
		{"شكل ١: قلب الحوت", "قلب الحوت", true, true},
		{"चित्र २: हृदय", "हृदय", true, true},
		{"图3：心脏", "心脏", true, true},
		{"Figure 3 shows the heart", "shows the heart", true, false},
		{"Figure it out: 3 hearts", "Figure it out: 3 hearts", false, false},
		{"Map in hand, they left in 1803.", "Map in hand, they left in 1803.", false, false},
		{"The heart of a whale", "The heart of a whale", false, false},
	} {
		if text, labelled, sure := cutLabel(c.caption); text != c.text || labelled != c.labelled || sure != c.sure {
			t.Errorf("%q: %q, %v, %v", c.caption, text, labelled, sure)
		}
	}
}
