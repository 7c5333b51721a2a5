package core_test

import (
	"testing"

	"edusmart/core"
	"edusmart/core/export"
)

func TestFileNamesAreFitForEverySystem(t *testing.T) {
	for title, want := range map[string]string{
		"How a volcano erupts": "How a volcano erupts",
		`a/b\c:d*e?"<>|f`:      "a b c d e f",
		"..":                   "Story",
		"line\nbreak\tand tab": "line break and tab",
		"كيف يثور البركان؟":    "كيف يثور البركان؟",
	} {
		if got := core.FileName(title); got != want {
			t.Errorf("%q gives %q, want %q", title, got, want)
		}
	}
}

func TestEveryFormatHasItsPlaceAmongTheOthers(t *testing.T) {
	files := map[string]string{}
	for _, f := range core.Formats() {
		if f.Group == "" || f.Use == "" || f.Title == "" {
			t.Errorf("%s is not explained: %+v", f.Name, f)
		}
		if f.Name != core.StoryFormat {
			if _, ok := export.Find(f.Name); !ok {
				t.Errorf("%s cannot be written", f.Name)
			}
		}
		name := core.FileOf("Title", f.Name)
		if other := files[name]; other != "" {
			t.Errorf("%s and %s are both written as %s", f.Name, other, name)
		}
		files[name] = f.Name
	}
}
