package document

import (
	"context"
	"errors"
	"os"

	"edusmart/core/story"
)

// The readers that are still to come. Whoever adds one takes its line away.

func readRTF(context.Context, *os.File, int64) (*story.Document, error) {
	return nil, errors.ErrUnsupported
}
