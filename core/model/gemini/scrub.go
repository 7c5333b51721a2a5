package gemini

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// redacted stands where the key stood.
const redacted = "[key]"

// maxDetail bounds the bytes of an error's details: some repeat the whole
// answer.
const maxDetail = 2000

// scrubber takes the key out of texts.
type scrubber struct{ replacer *strings.Replacer }

func newScrubber(key string) scrubber {
	quoted := strconv.Quote(key)
	forms := []string{key, url.QueryEscape(key), url.PathEscape(key), quoted[1 : len(quoted)-1]}
	var pairs []string
	for _, form := range forms {
		pairs = append(pairs, form, redacted)
	}
	return scrubber{strings.NewReplacer(pairs...)}
}

func (s scrubber) text(text string) string { return s.replacer.Replace(text) }

// err flattens err to its text without the key, so that nothing that is
// wrapped in it can give the key away, and no longer than a log bears.
func (s scrubber) err(err error) error {
	if err == nil {
		return nil
	}
	return errors.New(cutBytes(s.text(err.Error()), maxDetail))
}

// cutBytes cuts text to at most n bytes without cutting a letter in two.
func cutBytes(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
