package gemini

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	_ "image/png" // what the models give
	"net/http"

	_ "golang.org/x/image/webp" // what they might give
	"google.golang.org/genai"

	"edusmart/core/model"
	"edusmart/core/story"
)

// illustrator draws the pictures of a story with one model.
type illustrator struct {
	c     *Client
	model string
}

const opDraw = "draw page"

// Limits on a picture.
const (
	minSide       = 64 // pixels
	maxSide       = 8192
	maxPixels     = 40_000_000
	maxPicture    = 20 << 20 // bytes, encoded
	largePicture  = 3 << 19  // bytes: a larger PNG is kept as JPEG
	jpegQuality   = 90       // 1 to 100
	maxReference  = 7 << 20  // bytes: a larger reference is left out
	mostRefusals  = 10_000   // scenes that are remembered
	mostSceneText = 4000     // letters of a page's text in a prompt
)

// Illustrate draws the page's picture, square. A scene with a figure of the
// document gets that, without a call. A scene that the service refuses is an
// error of kind Unusable the first time; asked again it is put more gently,
// and refused again it is Refused.
func (il *illustrator) Illustrate(ctx context.Context, s model.Scene) (model.Picture, error) {
	if p, ok := model.FigurePicture(ctx, s); ok {
		return p, nil
	}
	k := il.c.begin(ctx, opDraw, story.Picture, il.model)
	defer k.end()
	id := sceneID(il.model, s)
	soft := il.c.wasRefused(id)
	resp, err := k.generate(il.request(s, soft))
	if err != nil {
		return model.Picture{}, err
	}
	v := look(resp)
	if v.forbids() {
		e := k.verdict(v, "no picture")
		if !soft {
			il.c.noteRefused(id)
			e.Kind, e.Say = model.Unusable, "Gemini will not draw this page as it is told. It is asked more gently."
		}
		return model.Picture{}, e
	}
	p, why := pictureOf(v)
	if why != "" {
		return model.Picture{}, k.verdict(v, why)
	}
	p.Alt, p.Fit, p.Source, p.Tokens = s.Alt, story.Crop, source(il.model), k.tokens
	if p.Alt == "" {
		p.Alt = clean(s.PageTitle, mostAlt)
	}
	return p, nil
}

// request makes the prompt of a picture.
func (il *illustrator) request(s model.Scene, soft bool) ([]*genai.Content, *genai.GenerateContentConfig) {
	data := pictureData{
		Class: class(s.Grade), Page: s.Page + 1, Of: max(s.Of, s.Page+1),
		PageTitle: clean(s.PageTitle, mostTitle), Text: clean(s.Text, mostSceneText),
		Prompt: clean(s.Prompt, mostPrompt), Characters: clean(s.Characters, mostCharacters), Soft: soft,
	}
	var parts []*genai.Part
	if n := len(s.Reference); n > 0 && n <= maxReference {
		mime := s.ReferenceMIME
		if mime == "" {
			mime = http.DetectContentType(s.Reference)
		}
		data.Reference = true
		parts = append(parts, &genai.Part{InlineData: &genai.Blob{MIMEType: mime, Data: s.Reference}})
	}
	parts = append(parts, genai.NewPartFromText(prompt("picture", data)))
	config := &genai.GenerateContentConfig{
		ResponseModalities: []string{string(genai.ModalityImage)},
		SafetySettings:     safety(),
	}
	if il.c.does(il.model, setAspect) {
		config.ImageConfig = &genai.ImageConfig{AspectRatio: "1:1"}
	}
	return []*genai.Content{{Role: genai.RoleUser, Parts: parts}}, config
}

// sceneID hashes what is asked, so that a changed prompt is a new scene.
func sceneID(modelName string, s model.Scene) string {
	h := sha256.New()
	for _, f := range []string{modelName, s.StoryTitle, s.PageTitle, s.Text, s.Prompt, s.Characters} {
		fmt.Fprintf(h, "%d:%s", len(f), f)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

func (c *Client) wasRefused(id string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.refused[id]
}

// noteRefused remembers a scene. What is forgotten is only asked once more as
// it was.
func (c *Client) noteRefused(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.refused) >= mostRefusals {
		clear(c.refused)
	}
	c.refused[id] = true
}

// pictureOf takes the picture out of an answer: the last one, for models that
// show their drafts come to the best at the end. why says what is wrong with
// it.
func pictureOf(v verdict) (p model.Picture, why string) {
	if len(v.blobs) == 0 {
		if v.text != "" {
			return p, "text instead of a picture"
		}
		return p, "no picture"
	}
	data := v.blobs[len(v.blobs)-1].Data
	if len(data) > maxPicture {
		return p, fmt.Sprintf("a picture of %d bytes", len(data))
	}
	conf, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return p, fmt.Sprintf("the picture cannot be read: %v", err)
	}
	if min(conf.Width, conf.Height) < minSide || max(conf.Width, conf.Height) > maxSide || conf.Width*conf.Height > maxPixels {
		return p, fmt.Sprintf("a picture of %d by %d pixels", conf.Width, conf.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return p, fmt.Sprintf("the picture breaks off: %v", err)
	}
	p = model.Picture{Data: data, MIME: "image/" + format, Width: conf.Width, Height: conf.Height}
	if format == "jpeg" || format == "png" && len(data) <= largePicture {
		return p, ""
	}
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, onPaper(img), &jpeg.Options{Quality: jpegQuality}); err != nil {
		return p, fmt.Sprintf("the picture cannot be kept: %v", err)
	}
	p.Data, p.MIME = buf.Bytes(), "image/jpeg"
	return p, ""
}

// onPaper lays a picture on white, for JPEG knows nothing clear.
func onPaper(img image.Image) image.Image {
	if o, ok := img.(interface{ Opaque() bool }); ok && o.Opaque() {
		return img
	}
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, b.Min, draw.Over)
	return out
}
