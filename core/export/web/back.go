package web

import (
	"fmt"

	"edusmart/core/export/content"
)

// quiz writes the questions: each answers at once, with its explanation.
func (p *page) quiz() {
	if len(p.Story.Quiz) == 0 {
		return
	}
	p.put("<section class=\"sheet list quiz\" aria-label=\"%[1]s\">\n<div class=\"words\">\n<h2>%[1]s</h2>\n", content.XML(p.words.Questions))
	for i, q := range p.Story.Quiz {
		p.put("<fieldset data-answer=\"%d\"><legend>%d. %s</legend>\n", q.Answer, i+1, content.XML(content.OneLine(q.Question)))
		for _, o := range q.Options {
			p.put("<button type=\"button\" class=\"option\"><span>%s</span></button>\n", content.XML(content.OneLine(o)))
		}
		p.put("<p class=\"verdict\" role=\"status\" data-right=\"%s\" data-wrong=\"%s\"></p>\n", content.XML(p.labels.right), content.XML(p.labels.wrong))
		if why := content.OneLine(q.Explanation); why != "" {
			p.put("<p class=\"why\">%s</p>\n", content.XML(why))
		}
		p.put("</fieldset>\n")
	}
	p.put("<p class=\"score\" role=\"status\" data-label=\"%s\"></p>\n<button type=\"button\" class=\"again\">%s</button>\n</div>\n</section>\n",
		content.XML(p.labels.score), content.XML(p.labels.again))
}

func (p *page) glossary() {
	if len(p.Story.Glossary) == 0 {
		return
	}
	p.put("<section class=\"sheet list glossary\" aria-label=\"%[1]s\">\n<div class=\"words\">\n<h2>%[1]s</h2>\n<dl>\n", content.XML(p.words.Glossary))
	for _, t := range p.Story.Glossary {
		p.put("<dt>%s</dt><dd>%s</dd>\n", content.XML(content.OneLine(t.Term)), content.XML(content.OneLine(t.Definition)))
	}
	p.put("</dl>\n</div>\n</section>\n")
}

// answers are for paper only: on the screen each question has its own.
func (p *page) answers() {
	if len(p.Story.Quiz) == 0 {
		return
	}
	p.put("<section class=\"answers\" aria-hidden=\"true\">\n<h2>%s</h2>\n<ol>\n", content.XML(p.words.Answers))
	for _, q := range p.Story.Quiz {
		p.put("<li><b>%s</b> %s</li>\n", content.XML(content.OneLine(q.Options[q.Answer])), content.XML(content.OneLine(q.Explanation)))
	}
	p.put("</ol>\n</section>\n")
}

// icons are drawn in 24 x 24 with lines of 1.8, round at their ends.
var icons = map[string]string{
	"back":    `<path d="M15 5l-7 7 7 7"/>`,
	"forward": `<path d="M9 5l7 7-7 7"/>`,
	"play":    `<path class="solid playing" d="M8 5.5v13l11-6.5z"/><path class="solid pausing" d="M7 5h3.6v14H7zM13.4 5H17v14h-3.6z"/>`,
	"slower":  `<path d="M6 12h12"/>`,
	"faster":  `<path d="M6 12h12M12 6v12"/>`,
	"smaller": `<path d="M7 18l5-12 5 12M9 13.5h6"/>`,
	"larger":  `<path d="M4 20L12 3l8 17M7 14h10"/>`,
	"colours": `<circle cx="12" cy="12" r="8"/><path class="solid" d="M12 4a8 8 0 0 1 0 16z"/>`,
	"full":    `<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>`,
	"mute":    `<path d="M4 9.5h3.5L12 6v12l-4.5-3.5H4z"/><path class="sounding" d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/><path class="silent" d="M16 9.5l5 5M21 9.5l-5 5"/>`,
	"keys":    `<rect x="3" y="6" width="18" height="12" rx="2.5"/><path d="M7 10h.01M11 10h.01M15 10h.01M7.5 14h9"/>`,
}

// bar writes the controls, the keys that do the same, and the black screen.
func (p *page) bar() {
	l := p.labels
	p.put("<nav class=\"bar\">\n")
	for _, b := range []struct{ name, label, key string }{
		{"back", l.previous, "PageUp"}, {"play", l.play, "Space"}, {"forward", l.next, "PageDown"},
	} {
		p.button(b.name, b.label, b.key)
	}
	p.put("<span class=\"dots\"></span>\n<output class=\"where\" dir=\"ltr\"></output>\n<span class=\"group\">")
	p.button("slower", l.slower, "-")
	p.put("<output class=\"speed\" dir=\"ltr\"></output>")
	p.button("faster", l.faster, "+")
	p.put("</span>\n<span class=\"group\">")
	p.button("smaller", l.smaller, "")
	p.button("larger", l.larger, "")
	p.put("</span>\n<span class=\"group\">")
	p.button("mute", l.mute, "M")
	p.button("colours", l.colours, "C")
	p.button("full", l.full, "F")
	p.button("keys", l.keys, "?")
	p.put("</span>\n</nav>\n<dialog class=\"help\"><h2>%s</h2>\n<dl>\n", content.XML(l.keys))
	for _, k := range [][2]string{
		{"Space", l.play},
		{"PageDown", l.next},
		{"PageUp", l.previous},
		{"J L", l.sentences},
		{"R", l.repeat},
		{"+ −", l.faster + ", " + l.slower},
		{"B", l.black},
		{"F", l.full},
		{"M", l.mute},
		{"C", l.colours},
		{"Q", p.words.Questions},
	} {
		p.put("<dt><kbd>%s</kbd></dt><dd>%s</dd>\n", k[0], content.XML(k[1]))
	}
	p.put("</dl>\n</dialog>\n<div class=\"black\"></div>\n")
}

func (p *page) button(name, label, key string) {
	hint := label
	if key != "" {
		hint = fmt.Sprintf("%s (%s)", label, key)
	}
	p.put("<button type=\"button\" class=\"%s\" aria-label=\"%s\" title=\"%s\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">%s</svg></button>",
		name, content.XML(label), content.XML(hint), icons[name])
}
