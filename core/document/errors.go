package document

import (
	"context"
	"errors"

	"edusmart/core/model"
)

// opRead is the operation that this package's errors name.
const opRead = "read document"

// Limits on what is read. They are far above a lesson and far below what
// would hurt this computer.
const (
	maxBytes = 200 << 20 // of a file
	maxPages = 2000      // of a document
	// maxFigureBytes is what all figures of a document may take together.
	maxFigureBytes = 64 << 20
	// maxFigureSide is the longer side of a figure in pixels; minFigureSide
	// the shorter side below which a picture is an ornament.
	maxFigureSide = 2048
	minFigureSide = 96
	// maxText bounds the text of a document, in bytes; maxBlocks its blocks.
	maxText   = 48 << 20
	maxBlocks = 400_000
)

// bad makes an error of kind model.Input. say is one sentence or two for the
// teacher: what is wrong with the file and what to do; cause is for the log
// and may be nil.
func bad(say string, cause error) error {
	return model.Errorf(opRead, model.Input, say, cause)
}

// Sentences that several readers share.
const (
	sayDamaged    = "This file is damaged and cannot be read. Get it again from where it came from, or save it anew in the program that made it."
	sayEncrypted  = "This file is protected with a password. Save a copy without the password and choose that."
	sayLockedBook = "This book is protected by its shop and opens only in the shop's own program. Choose a copy without protection, or another document."
	sayTooLarge   = "This file is too large. The most is 200 MB; save the chapter you need as a file of its own."
	sayTooLong    = "This document is too long. The most is 2,000 pages; save the chapter you need as a file of its own."
	saySlow       = "This file takes too long to read. Save it anew in the program that made it, or save the pages you need as a file of its own."
	sayTooLittle  = "There is too little text for a story. Choose a document, or pages of it, with a few sentences at least."
	sayNoText     = "There is no text in this document. Choose a document with text in it."
)

// damaged says that the file cannot be made sense of.
func damaged(cause error) error { return bad(sayDamaged, cause) }

// encrypted says that the file needs a password.
func encrypted(cause error) error { return bad(sayEncrypted, cause) }

// asInput passes on cancellation and errors that already have a sentence, and
// calls everything else damage.
func asInput(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if _, ok := errors.AsType[*model.Error](err); ok {
		return err
	}
	return damaged(err)
}
