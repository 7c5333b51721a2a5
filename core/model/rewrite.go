package model

import (
	"context"

	"edusmart/core/story"
)

// Rewriter puts the text of a story another way: at another reading level, or
// sentence by sentence into another language. It may be called from several
// goroutines at once. Errors wrap an *Error.
type Rewriter interface {
	Rewrite(ctx context.Context, r Rewriting) (Rewritten, error)
}

// Rewriting is what a Rewriter is asked. Where To is set, each sentence is
// translated and stays as it is; else the pages are written anew at Grade.
type Rewriting struct {
	Title    string
	Language string // BCP 47, of the pages
	Pages    []RewritePage
	To       string // BCP 47

	Grade  int // 0 to 12
	Harder bool
	// Terms are the key terms: those that a page has it keeps.
	Terms []string
	// Document reads what the story was made from, for who chooses among its
	// sentences. It may be nil, and fail.
	Document func(context.Context) (*story.Document, error)
}

// RewritePage is the text of one page.
type RewritePage struct {
	Title     string
	Sentences []story.Sentence
}

// Rewritten is what became of the pages: as many, in the same order.
type Rewritten struct {
	Pages  []RewritePage // of a translation: the same sentences, with Also
	Notice string        // one sentence for the teacher, such as what stayed as it was
	Source string        // "device" or "gemini:<model>"

	Instead string // as Draft.Instead
	Tokens  Tokens
}

const rewriteText = "rewrite text"

var rewriting = &craft[Rewriting, Rewritten]{
	role: story.Text, op: rewriteText,
	ask:     func(s Service, model string) ask[Rewriting, Rewritten] { return askRewriter(s.Rewriter(model)) },
	tokens:  func(r Rewritten) Tokens { return r.Tokens },
	last:    func(Rewritten) bool { return true },
	resume:  func(r Rewriting, _ Rewritten) Rewriting { return r },
	instead: func(r *Rewritten, why string) { r.Instead = why },
}

func askRewriter(w Rewriter) ask[Rewriting, Rewritten] {
	return func(ctx context.Context, r Rewriting, take func(Rewritten) error) error {
		out, err := w.Rewrite(ctx, r)
		if err != nil {
			return err
		}
		return take(out)
	}
}

type rewriter ask[Rewriting, Rewritten]

// Rewrite implements Rewriter.
func (w rewriter) Rewrite(ctx context.Context, r Rewriting) (Rewritten, error) {
	return one(ctx, ask[Rewriting, Rewritten](w), r)
}

// Rewriter gives who puts texts another way, as Desk.Writer does.
func (d *Desk) Rewriter(m story.Maker) Rewriter {
	if get := choose(d, rewriting, m, askRewriter(d.config.Device.Rewriter)); get != nil {
		return rewriter(get)
	}
	return d.config.Device.Rewriter
}
