package ondevice

import (
	"slices"
	"strings"
	"testing"

	"edusmart/core/model"
	"edusmart/core/story"
)

func textsOf(d model.Draft) []string {
	var out []string
	for _, p := range d.Pages {
		for _, s := range p.Sentences {
			out = append(out, s.Text)
		}
	}
	return out
}

func TestHeadingsSetInALineAndBylinesAreNotReadOut(t *testing.T) {
	for _, c := range []struct{ name, text, never, always string }{
		{"money-en", `# Inflation
Costs. Unexpected inflation moves wealth from lenders to borrowers, since loans are repaid in money that is worth less.
Monetary policy. Most central banks aim at an inflation rate of about two percent a year. A higher rate of interest slows spending.`, "Costs.|Monetary policy.", ""},
		{"reader-en", `# Animals
Birds fly. Fish swim in the sea. Cows eat grass.
Dogs bark. Cats sleep in the hay all day. Hens lay eggs.`, "", "Birds fly."},
		{"play-en", `# The map
(An attic full of dusty boxes. Rain is falling on the roof. Nina and Omar are looking for something.)
Nina and Omar climbed the ladder to the attic of their grandfather. Dust! There was a rusty trunk behind the chimney.
To find out what was in the trunk. They pulled the heavy trunk into the light of the window.`, "(An attic full of dusty boxes.|Nina and Omar are looking for something.)|Dust!|To find out what was in the trunk.", "There was a rusty trunk behind the chimney."},
		{"panda-zh", `# 大熊猫
三年级 科学
大熊猫是中国特有的动物，也是中国的国宝。它们生活在高山竹林里。大熊猫最爱吃竹子。`, "三年级 科学", "大熊猫最爱吃竹子。"},
	} {
		texts := textsOf(write(t, documentOf(c.name, c.text), 3, 5))
		for _, never := range strings.Split(c.never, "|") {
			if never != "" && slices.Contains(texts, never) {
				t.Errorf("%s reads out %q", c.name, never)
			}
		}
		if c.always != "" && !slices.Contains(texts, c.always) {
			t.Errorf("%s leaves out %q: %q", c.name, c.always, texts)
		}
	}
}

func TestTheTitleOfATalkIsNoSentenceOfIt(t *testing.T) {
	doc := documentOf("heart-en", `# The human heart
Biology, grade seven, by Ms. Keller.
# What is the heart?
- A muscle as big as your fist
- Lies in the chest between the lungs
- Beats about 100,000 times a day
# Blood vessels
- Arteries carry blood away from the heart
- Veins carry blood back to the heart`)
	doc.Format, doc.Pages = "pptx", 3
	for i := range doc.Blocks {
		doc.Blocks[i].Page = 1 + boolInt(i > 1) + boolInt(i > 5)
		if doc.Blocks[i].Kind == story.Paragraph {
			doc.Blocks[i].Page = 1
		}
	}
	doc.WordsOnPage = []int{9, 25, 17}
	for _, text := range textsOf(write(t, doc, 7, 5)) {
		if strings.Contains(text, "Keller") {
			t.Errorf("%q", text)
		}
	}
}

func TestYearsAndDaysAreOfferedBesideTheirLike(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"park-tr", `# Kapadokya
Göreme Millî Parkı 1985 yılında UNESCO Dünya Mirası Listesi’ne alındı. Sabah saatlerinde yüzlerce balon gökyüzüne yükselir.`},
		{"kili-sw", `# Mlima
Mwaka 1889 Hans Meyer alifika kileleni pamoja na Yohani Kinyala Lauwo. Misitu ya mlima ina miti mikubwa na wanyama wengi.`},
		{"roi-fr", `# La République
La République est proclamée le 22 septembre 1792 par les députés. Le roi est jugé et condamné au mois de janvier.`},
	} {
		for _, q := range write(t, documentOf(c.name, c.text), 6, 5).Quiz {
			for _, o := range q.Options {
				if v := atoi(o); isNumber(o) && (v > lastYear || v > 31 && v < firstYear) {
					t.Errorf("%s offers %q", q.Question, q.Options)
					break
				}
			}
		}
	}
}
