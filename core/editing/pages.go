package editing

import (
	"crypto/rand"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"edusmart/core/story"
)

// newID gives a page an identity that no other has.
func newID(*story.Story) string {
	var id [6]byte
	_, _ = rand.Read(id[:]) // never fails
	return "page-" + hex.EncodeToString(id[:])
}

// SetPageTitle gives a page another title.
type SetPageTitle struct{ Page, Title string }

func (c SetPageTitle) apply(w *work) (string, error) {
	at, err := w.page(c.Page)
	if err != nil {
		return "", err
	}
	title, err := titleText(c.Title)
	w.story.Pages[at].Title = title
	return "the title of page " + number(at), err
}

// maxTitle bounds titles, in bytes.
const maxTitle = 300

func titleText(text string) (string, error) {
	text = oneLine(text)
	if text == "" || len(text) > maxTitle {
		return "", bad("A title needs 1 to " + strconv.Itoa(maxTitle) + " letters.")
	}
	return text, nil
}

// SetTitle gives the story another title.
type SetTitle struct{ Title string }

func (c SetTitle) apply(w *work) (what string, err error) {
	w.story.Title, err = titleText(c.Title)
	return "the title of the story", err
}

// AddPage puts a page after another; After empty: before the first. It begins
// with one sentence and has no picture yet.
type AddPage struct {
	After string
	Title string
	Text  string
}

func (c AddPage) apply(w *work) (string, error) {
	s := w.story
	at := 0
	if c.After != "" {
		i, err := w.page(c.After)
		if err != nil {
			return "", err
		}
		at = i + 1
	}
	if len(s.Pages) >= story.MaxPages {
		return "", bad("A story has at most " + strconv.Itoa(story.MaxPages) + " pages.")
	}
	title, err := titleText(c.Title)
	if err != nil {
		return "", err
	}
	text, err := sentenceText(c.Text)
	if err != nil {
		return "", err
	}
	p := story.Page{ID: newID(s), Title: title}
	p.Parts.Text = story.Part{State: story.Ready, Source: Teacher}
	p.Parts.Picture = story.Part{State: story.Skipped, Reason: "There is no picture yet. Draw one, or use your own."}
	p.Parts.Voice = story.Part{State: story.Skipped, Reason: "The story has no voice."}
	for i := range s.Pages {
		if s.Pages[i].Narration != "" && s.Pages[i].Voice != Teacher {
			p.Voice, p.Parts.Voice = s.Pages[i].Voice, story.Part{State: story.Pending}
			break
		}
	}
	t := textOf(&p)
	if err := w.lower(&t, []spoken{{Sentence: story.Sentence{Text: text}}}); err != nil {
		return "", err
	}
	setText(&p, t)
	s.Pages = slices.Insert(s.Pages, at, p)
	return "add page " + number(at), nil
}

// MovePage moves a page to the place To, from 0.
type MovePage struct {
	Page string
	To   int
}

func (c MovePage) apply(w *work) (string, error) {
	at, err := w.page(c.Page)
	if err != nil {
		return "", err
	}
	s := w.story
	if c.To < 0 || c.To >= len(s.Pages) {
		return "", gone(nil)
	}
	p := s.Pages[at]
	s.Pages = slices.Insert(slices.Delete(s.Pages, at, at+1), c.To, p)
	return "move page " + number(at), nil
}

// DeletePage takes a page away, at every level of the story.
type DeletePage struct{ Page string }

func (c DeletePage) apply(w *work) (string, error) {
	at, err := w.page(c.Page)
	if err != nil {
		return "", err
	}
	s := w.story
	if len(s.Pages) == 1 {
		return "", bad("A story keeps at least one page. Delete the story instead.")
	}
	s.Pages = slices.Delete(s.Pages, at, at+1)
	for i := range s.Levels {
		s.Levels[i].Pages = slices.DeleteFunc(s.Levels[i].Pages, func(p story.LevelPage) bool { return p.ID == c.Page })
	}
	w.turnQuiz(c.Page, "")
	return "delete page " + number(at), nil
}

// SplitPage divides a page before the sentence at At. The new page shows the
// same picture until it gets another. Other levels of the story are divided at
// about the same place.
type SplitPage struct {
	Page string
	At   int
}

func (c SplitPage) apply(w *work) (string, error) {
	at, err := w.page(c.Page)
	if err != nil {
		return "", err
	}
	s := w.story
	p := &s.Pages[at]
	n := len(p.Sentences)
	if c.At <= 0 || c.At >= n {
		return "", bad("Choose the sentence with which the new page begins; it cannot be the first.")
	}
	if len(s.Pages) >= story.MaxPages {
		return "", bad("A story has at most " + strconv.Itoa(story.MaxPages) + " pages.")
	}
	second := *p
	second.ID, second.Notes, second.Earlier = newID(s), "", nil
	first, rest, err := w.splitText(textOf(p), c.At)
	if err != nil {
		return "", err
	}
	setText(p, first)
	setText(&second, rest)
	for i := range s.Levels {
		if err := w.splitLevel(&s.Levels[i], c.Page, second.ID, float64(c.At)/float64(n)); err != nil {
			return "", err
		}
	}
	s.Pages = slices.Insert(s.Pages, at+1, second)
	return "split page " + number(at), nil
}

// splitText divides the text of a page with its sound.
func (w *work) splitText(t story.LevelPage, at int) (first, rest story.LevelPage, err error) {
	list := w.lift(&t)
	first, rest = t, t
	first.Stops, rest.Stops = nil, nil
	for _, stop := range t.Stops {
		if stop.After < at {
			first.Stops = append(first.Stops, stop)
		} else {
			stop.After -= at
			rest.Stops = append(rest.Stops, stop)
		}
	}
	first.Passed, rest.Passed = false, false
	if err = w.lower(&first, list[:at:at]); err == nil {
		err = w.lower(&rest, list[at:])
	}
	return first, rest, err
}

// splitLevel divides a page of another level at that share of its sentences.
func (w *work) splitLevel(l *story.Level, page, second string, share float64) error {
	k := slices.IndexFunc(l.Pages, func(p story.LevelPage) bool { return p.ID == page })
	if k < 0 || len(l.Pages[k].Sentences) < 2 {
		return nil
	}
	n := len(l.Pages[k].Sentences)
	first, rest, err := w.splitText(l.Pages[k], min(max(int(share*float64(n)+0.5), 1), n-1))
	rest.ID = second
	l.Pages[k] = first
	l.Pages = slices.Insert(l.Pages, k+1, rest)
	return err
}

// JoinPage makes one page of a page and the next. The first one's picture
// stays; the other's is kept among its earlier ones.
type JoinPage struct{ Page string }

func (c JoinPage) apply(w *work) (string, error) {
	at, err := w.page(c.Page)
	if err != nil {
		return "", err
	}
	s := w.story
	if at+1 >= len(s.Pages) {
		return "", bad("There is no page after this one to join it with.")
	}
	p, next := &s.Pages[at], s.Pages[at+1]
	t, err := w.joinText(textOf(p), textOf(&next))
	if err != nil {
		return "", err
	}
	setText(p, t)
	p.Notes = strings.TrimSpace(p.Notes + "\n" + next.Notes)
	joinPictures(p, &next)
	for i := range s.Levels {
		if err := w.joinLevel(&s.Levels[i], c.Page, next.ID); err != nil {
			return "", err
		}
	}
	s.Pages = slices.Delete(s.Pages, at+1, at+2)
	w.turnQuiz(next.ID, c.Page)
	return "join pages " + number(at) + " and " + number(at+1), nil
}

// joinText makes one text of two, with its sound.
func (w *work) joinText(a, b story.LevelPage) (story.LevelPage, error) {
	n := len(a.Sentences)
	list := slices.Concat(w.lift(&a), w.lift(&b))
	for _, stop := range b.Stops {
		stop.After += n
		a.Stops = append(slices.Clip(a.Stops), stop)
	}
	a.Passed = false
	if a.Narration == "" && b.Narration != "" {
		a.Voice, a.Spoken = b.Voice, b.Spoken
	}
	err := w.lower(&a, list)
	return a, err
}

func (w *work) joinLevel(l *story.Level, page, next string) error {
	i := slices.IndexFunc(l.Pages, func(p story.LevelPage) bool { return p.ID == page })
	k := slices.IndexFunc(l.Pages, func(p story.LevelPage) bool { return p.ID == next })
	if i < 0 || k < 0 {
		return nil
	}
	t, err := w.joinText(l.Pages[i], l.Pages[k])
	l.Pages[i] = t
	l.Pages = slices.Delete(l.Pages, k, k+1)
	return err
}

func joinPictures(p, next *story.Page) {
	if p.Picture == "" {
		pictures{picturesOf(next).Earlier, p.Earlier}.put(p)
	} else if next.Picture != "" && next.Picture != p.Picture {
		addEarlier(p, picturesOf(next).Earlier)
	}
	for _, e := range next.Earlier {
		addEarlier(p, e)
	}
}
