package story_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"edusmart/core/story"
)

// fill gives every field that v holds a value of its own.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		if v.Type().PkgPath() == "time" {
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.String:
		v.SetString(string(rune('a' + *n%26)))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, n)
		fill(value, n)
		v.SetMapIndex(key, value)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Float64:
		v.SetFloat(float64(*n))
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("a story holds a " + v.Kind().String())
	}
}

// shared gives the way to the first memory that a and b have in common.
func shared(a, b reflect.Value, way string) string {
	switch a.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		if a.Pointer() == b.Pointer() {
			return way
		}
		if a.Kind() == reflect.Pointer {
			return shared(a.Elem(), b.Elem(), way)
		}
		if a.Kind() == reflect.Map {
			return "" // of numbers
		}
		for i := range a.Len() {
			if s := shared(a.Index(i), b.Index(i), way+"[]"); s != "" {
				return s
			}
		}
	case reflect.Struct:
		if a.Type().PkgPath() == "time" {
			return ""
		}
		for i := range a.NumField() {
			if s := shared(a.Field(i), b.Field(i), way+"."+a.Type().Field(i).Name); s != "" {
				return s
			}
		}
	}
	return ""
}

func TestACloneSharesNothing(t *testing.T) {
	var s story.Story
	n := 0
	fill(reflect.ValueOf(&s).Elem(), &n)
	c := s.Clone()
	if !reflect.DeepEqual(&s, c) {
		t.Error("the clone is another story")
	}
	if way := shared(reflect.ValueOf(&s).Elem(), reflect.ValueOf(c).Elem(), "Story"); way != "" {
		t.Errorf("the clone shares %s", way)
	}
}

func TestTheJSONFormKeepsEveryField(t *testing.T) {
	var s, back story.Story
	n := 0
	fill(reflect.ValueOf(&s).Elem(), &n)
	data, err := json.Marshal(&s)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(s, back) {
		t.Error("a field is lost on the way")
	}
}

// TestTurningToAnotherLevelAndBackChangesNothing fills a page with everything:
// what Level lacks would be lost.
func TestTurningToAnotherLevelAndBackChangesNothing(t *testing.T) {
	s := lesson()
	n := 0
	fill(reflect.ValueOf(&s.Pages[0]).Elem(), &n)
	s.Pages[0].ID = "page-01"
	s.Pages = append(s.Pages, story.Page{ID: "page-02", Title: "Known to one level only", Picture: asset(9, "png")})
	before := s.Clone()
	if !s.Turn(story.EasierLevel) {
		t.Fatal("there is no easier level")
	}
	p := &s.Pages[0]
	if s.Level != story.EasierLevel || s.Grade != 3 || p.Text() != "It flows." || p.Second.Narration != asset(7, "wav") || len(s.Levels) != 1 || s.Levels[0].Name != story.GradeLevel {
		t.Errorf("not turned: %+v", s)
	}
	if p.Picture != before.Pages[0].Picture || p.Notes != before.Pages[0].Notes || s.Pages[1].Title != "Known to one level only" {
		t.Error("what the levels share has changed")
	}
	if !s.Turn(story.GradeLevel) {
		t.Fatal("there is no way back")
	}
	// The level that was turned from knows every page now.
	if got := s.Levels[0].Pages; len(got) != 2 || !reflect.DeepEqual(got[0], before.Levels[0].Pages[0]) || got[1].ID != "page-02" {
		t.Errorf("the easier level is %+v", got)
	}
	s.Levels = before.Levels
	if !reflect.DeepEqual(s, before) {
		t.Errorf("%+v\nis not\n%+v", s, before)
	}
}

func TestTurningToNothingChangesNothing(t *testing.T) {
	s := lesson()
	before := s.Clone()
	if s.Turn("hardest") || !s.Turn(s.Level) || !reflect.DeepEqual(s, before) {
		t.Error("the story has changed")
	}
}

func TestTurningLeavesASnapshotAlone(t *testing.T) {
	s := lesson()
	snapshot := *s // shallow: the levels' slice is the same
	s.Turn(story.EasierLevel)
	if snapshot.Levels[0].Name != story.EasierLevel {
		t.Error("turning wrote into the levels of a copy")
	}
}
