package library_test

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"edusmart/core/story"
)

// TestEveryFieldOfAStoryIsDescribed looks into FORMAT.md for the JSON name of
// every field that story.json can hold, and for those that it can leave out.
func TestEveryFieldOfAStoryIsDescribed(t *testing.T) {
	text, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}  // in backquotes
	absent := map[string]bool{} // and marked as one that may be left out
	for _, m := range regexp.MustCompile("`([a-z0-9_]+)`(\\?)?").FindAllStringSubmatch(string(text), -1) {
		named[m[1]] = true
		absent[m[1]] = absent[m[1]] || m[2] == "?"
	}
	var seen []reflect.Type
	var look func(of reflect.Type)
	look = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice:
			look(of.Elem())
			return
		case reflect.Struct:
		default:
			return
		}
		if of.PkgPath() != reflect.TypeFor[story.Story]().PkgPath() || slices.Contains(seen, of) {
			return
		}
		seen = append(seen, of)
		for f := range of.Fields() {
			name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !named[name] {
				t.Errorf("%s.%s is %q in story.json, of which nothing is said", of.Name(), f.Name, name)
			} else if (options != "") && !absent[name] {
				t.Errorf("%s.%s, %q, can be left out, which is not said", of.Name(), f.Name, name)
			}
			look(f.Type)
		}
	}
	look(reflect.TypeFor[story.Story]())
	if len(seen) < 12 {
		t.Errorf("only %d kinds of parts were looked at", len(seen))
	}
}
