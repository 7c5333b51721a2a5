package document

import (
	"slices"
	"sync"
)

// A scanCache keeps the pages of the document whose photographs were read
// last, so that looking through a document and then reading it does not read
// them twice.
type scanCache struct {
	mu    sync.Mutex
	key   string
	texts []*pageText
}

// recognised is the only one: it is of the process, as the readers are.
var recognised scanCache

// of gives the pages that are kept of a document with so many; nil for those
// that are not.
func (c *scanCache) of(key string, pages int) []*pageText {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.key != key || len(c.texts) != pages {
		return make([]*pageText, pages)
	}
	return slices.Clone(c.texts)
}

// keep keeps texts, which nobody changes any more, with what is there already.
func (c *scanCache) keep(key string, texts []*pageText) {
	c.mu.Lock()
	defer c.mu.Unlock()
	texts = slices.Clone(texts)
	if c.key == key && len(c.texts) == len(texts) {
		for i, p := range c.texts {
			if texts[i] == nil {
				texts[i] = p
			}
		}
	}
	c.key, c.texts = key, texts
}
