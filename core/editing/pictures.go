package editing

import (
	"slices"

	"edusmart/core/model"
	"edusmart/core/story"
)

// SetAlt says anew what the picture of a page shows.
type SetAlt struct{ Page, Alt string }

func (c SetAlt) apply(w *work) (string, error) {
	at, err := w.onPage(c.Page, func(p *story.Page) error {
		p.Alt = oneLine(c.Alt)
		return nil
	})
	return "what the picture of page " + number(at) + " shows", err
}

// SetPrompt says anew what the picture of a page is to show. The picture stays
// until it is drawn again.
type SetPrompt struct{ Page, Prompt string }

func (c SetPrompt) apply(w *work) (string, error) {
	at, err := w.onPage(c.Page, func(p *story.Page) error {
		p.Prompt, p.Asked = oneLine(c.Prompt), ""
		return nil
	})
	return "what is drawn for page " + number(at), err
}

// SetPicture gives a page another picture; the one before is kept among its
// earlier ones. The picture is a PNG or JPEG that was decoded and encoded anew.
type SetPicture struct {
	Page    string
	Picture model.Picture
	Prompt  string // of a drawn one: what was asked for
	Key     string // of a drawn one: as story.Part.Key
}

func (c SetPicture) apply(w *work) (string, error) {
	ending := "png"
	if c.Picture.MIME == "image/jpeg" {
		ending = "jpg"
	}
	file, err := w.Library.PutAsset(w.story.ID, c.Picture.Data, ending)
	if err != nil {
		return "", err
	}
	at, err := w.onPage(c.Page, func(p *story.Page) error {
		if p.Picture == file {
			return errSame
		}
		if p.Picture != "" {
			addEarlier(p, picturesOf(p).Earlier)
		}
		alt := oneLine(c.Picture.Alt)
		if alt == "" && c.Picture.Source == Teacher {
			alt = p.Title
		}
		p.Picture, p.Fit, p.Alt = file, c.Picture.Fit, alt
		if c.Prompt != "" {
			p.Prompt = c.Prompt
		}
		p.Parts.Picture = story.Part{State: story.Ready, Source: c.Picture.Source, Key: c.Key}
		if c.Picture.Instead != "" {
			p.Parts.Picture.State, p.Parts.Picture.Reason = story.Fallback, c.Picture.Instead
		}
		return nil
	})
	return "the picture of page " + number(at), err
}

// EarlierPicture goes back to a picture that a page had before; the present one
// takes its place among the earlier ones.
type EarlierPicture struct {
	Page string
	At   int // index in story.Page.Earlier
}

func (c EarlierPicture) apply(w *work) (string, error) {
	at, err := w.onPage(c.Page, func(p *story.Page) error {
		if c.At < 0 || c.At >= len(p.Earlier) {
			return gone(nil)
		}
		back, now := p.Earlier[c.At], picturesOf(p).Earlier
		p.Earlier = slices.Delete(slices.Clone(p.Earlier), c.At, c.At+1)
		pictures{back, p.Earlier}.put(p)
		if now.Picture != "" {
			addEarlier(p, now)
		}
		return nil
	})
	return "the picture of page " + number(at), err
}

// addEarlier puts a picture first among those that a page had before, each
// once.
func addEarlier(p *story.Page, e story.Earlier) {
	all := slices.DeleteFunc(slices.Clone(p.Earlier), func(o story.Earlier) bool { return o.Picture == e.Picture })
	all = slices.Insert(all, 0, e)
	p.Earlier = all[:min(len(all), maxEarlier)]
}

// maxEarlier is how many pictures of a page are kept to go back to; what comes
// before is kept by the history only.
const maxEarlier = 24
