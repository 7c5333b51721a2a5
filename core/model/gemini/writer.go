package gemini

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"google.golang.org/genai"

	"edusmart/core/model"
	"edusmart/core/story"
)

// writer writes the text of a story with one model.
type writer struct {
	c     *Client
	model string
}

const opWrite = "write story"

// Write asks for the whole text in one streamed answer and yields a draft for
// each page as it completes, and the last with quiz and glossary. Pages that
// the brief has already stand first in every draft. An answer that breaks off
// after some pages is an error, and the drafts before it stand.
func (w *writer) Write(ctx context.Context, b model.Brief) iter.Seq2[model.Draft, error] {
	return func(yield func(model.Draft, error) bool) {
		s := newStory(w.model, b)
		contents, config, err := w.request(b, s)
		if err != nil {
			yield(model.Draft{}, err)
			return
		}
		k := w.c.begin(ctx, opWrite, story.Text, w.model)
		defer k.end()
		var last verdict
		var broken error
		err = k.stream(contents, config, func(resp *genai.GenerateContentResponse) bool {
			v := look(resp)
			last = last.with(v)
			if _, broken = s.reader.Write([]byte(v.text)); broken != nil {
				return false
			}
			return !s.fresh() || yield(s.draft(), nil)
		})
		switch {
		case errors.Is(err, errEnough) && broken == nil:
			return // the caller has stopped
		case err != nil && broken == nil && !s.reader.done:
			yield(model.Draft{}, err)
			return
		}
		s.unwrap()
		if err := s.verdict(k, last, broken); err != nil {
			if s.fresh() && !yield(s.draft(), nil) {
				return
			}
			yield(model.Draft{}, err)
			return
		}
		d := s.draft()
		d.Done, d.Tokens = true, k.tokens
		w.c.log.Debug("written", "model", w.model, "pages", len(d.Pages), "questions", len(d.Quiz), "rejected", s.rejected, "tokens", k.tokens)
		yield(d, nil)
	}
}

// with adds what a later piece of an answer says of it.
func (v verdict) with(next verdict) verdict {
	if next.blocked != "" {
		v.blocked = next.blocked
	}
	if next.reason != "" {
		v.reason = next.reason
	}
	if next.message != "" {
		v.message = next.message
	}
	return v
}

// request makes the prompt and the settings of the text.
func (w *writer) request(b model.Brief, s *storyText) ([]*genai.Content, *genai.GenerateContentConfig, error) {
	var parts []*genai.Part
	data := s.data(b)
	if b.Scan.Path != "" {
		blob, err := readScan(b.Scan)
		if err != nil {
			return nil, nil, err
		}
		parts = append(parts, &genai.Part{InlineData: blob})
	}
	if len(parts) == 0 && data.Text == "" {
		return nil, nil, model.Errorf(opWrite, model.Input, "There is no text here for a story. Choose more pages, or another document.", nil)
	}
	parts = append(parts, genai.NewPartFromText(prompt("writer_task", data)))
	config, err := w.c.textConfig(opWrite, w.model, prompt("writer_rules", data), storySchema())
	return []*genai.Content{{Role: genai.RoleUser, Parts: parts}}, config, err
}

// textConfig makes the settings of a text in JSON of a schema, written by
// rules. A model that takes no schema is told of it in words.
func (c *Client) textConfig(op, modelName, rules string, schema *genai.Schema) (*genai.GenerateContentConfig, error) {
	config := &genai.GenerateContentConfig{
		ResponseMIMEType: "application/json",
		MaxOutputTokens:  outputTokens(modelName),
		ThinkingConfig:   c.thinking(modelName),
		SafetySettings:   safety(),
	}
	if c.does(modelName, setSchema) {
		config.ResponseSchema = schema
	} else {
		config.ResponseMIMEType = ""
		shape, err := json.Marshal(schema)
		if err != nil {
			return nil, model.Errorf(op, model.Device, "The text cannot be asked for. Try again.", err)
		}
		rules += "\n\nTHE ANSWER\nOne JSON object and nothing else, of this schema:\n" + string(shape)
	}
	config.SystemInstruction = &genai.Content{Parts: []*genai.Part{genai.NewPartFromText(rules)}}
	return config, nil
}

// maxScan is the largest file that is sent, in bytes.
const maxScan = 20 << 20

// readScan reads a document of photographs.
func readScan(s model.Scan) (*genai.Blob, error) {
	switch s.MIME {
	case "application/pdf", "image/png", "image/jpeg":
	default:
		return nil, model.Errorf(opWrite, model.Input, "This kind of file cannot be read by Gemini. Use a PDF, PNG or JPEG file.", fmt.Errorf("MIME type %.60q", s.MIME))
	}
	f, err := os.Open(s.Path)
	if err != nil {
		return nil, model.Errorf(opWrite, model.Input, "The document cannot be read any more. Choose it again.", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxScan+1))
	switch {
	case err != nil:
		return nil, model.Errorf(opWrite, model.Input, "The document cannot be read any more. Choose it again.", err)
	case len(data) > maxScan:
		return nil, model.Errorf(opWrite, model.Input, "The file is larger than 20 MB. Choose a smaller one, or save the pages you need as a file of their own.", nil)
	case len(data) == 0:
		return nil, model.Errorf(opWrite, model.Input, "The document is empty. Choose another one.", nil)
	}
	return &genai.Blob{MIMEType: s.MIME, Data: data}, nil
}
