package ondevice

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const silkText = `# 丝绸之路
丝绸之路是古代连接中国和欧洲的商路。丝绸之路全长大约七千公里。公元前138年，汉武帝派张骞出使西域。张骞第二次出使西域的时候带回了葡萄、石榴和苜蓿的种子。
商人们组成的队伍叫做商队。商队带着丝绸、瓷器和茶叶去西方。沙漠里的绿洲是商队休息的地方。绿洲是沙漠中有水和植物的地方。
敦煌的莫高窟有四百九十二个洞窟。洞窟里有许多壁画和佛像。壁画是画在墙壁上的画。佛教从印度沿着丝绸之路传到中国。
一个蚕茧的丝大约有一千米长。工人把丝织成丝绸。丝绸又轻又软，在罗马比黄金还贵。
造纸术是中国的四大发明。东汉的蔡伦在公元105年改进了造纸术。造纸术后来传到了欧洲。`

func TestAChineseTextHasItsWordsFound(t *testing.T) {
	c, err := newCorpus(t.Context(), documentOf("silk-zh", silkText), bandOf(5), counted{})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, all := range c.lexemes {
		for _, o := range all {
			if o.noun {
				found[o.lexeme.text] = true
			}
		}
	}
	for _, word := range []string{"丝绸之路", "西域", "商队", "绿洲", "洞窟", "壁画", "造纸术", "苜蓿", "瓷器", "沙漠"} {
		if !found[word] {
			t.Errorf("%s is not found among %d words", word, len(found))
		}
	}
	for _, part := range []string{"绸之", "纸术", "出使西", "带回", "沙漠里", "的绿洲", "商队休息"} {
		if found[part] {
			t.Errorf("%s is found", part)
		}
	}
}

func TestAChineseStoryHasQuizGlossaryAndTitles(t *testing.T) {
	d := write(t, documentOf("silk-zh", silkText), 5, 5)
	if len(d.Quiz) < 8 {
		t.Errorf("%d questions", len(d.Quiz))
	}
	checkQuiz(t, d)
	var terms []string
	for _, g := range d.Glossary {
		terms = append(terms, g.Term+"："+g.Definition)
	}
	for _, want := range []string{"商队：商人们组成的队伍", "绿洲：沙漠中有水和植物的地方"} {
		if !slices.Contains(terms, want) {
			t.Errorf("no %s in %q", want, terms)
		}
	}
	titles := map[string]bool{}
	for _, p := range d.Pages {
		if titles[p.Title] || p.Title == d.Title || utf8.RuneCountInString(p.Title) < 2 {
			t.Errorf("a page is called %q", p.Title)
		}
		titles[p.Title] = true
	}
}

func TestTheGlossaryReadsJapaneseAndThai(t *testing.T) {
	for tag, tt := range map[string]struct{ text, term, def string }{
		"ja": {"マグマとは、地下でとけた岩石のことです。マグマは上に動きます。山が割れて赤い石が出ます。", "マグマ", "地下でとけた岩石"},
		"th": {"ภูเขาไฟ คือ ช่องเปิดบนเปลือกโลกที่หินหนืดพุ่งขึ้นมา", "ภูเขาไฟ", "ช่องเปิดบนเปลือกโลกที่หินหนืดพุ่งขึ้นมา"},
	} {
		d := write(t, documentOf("terms-"+tag, tt.text), 5, 5)
		if len(d.Glossary) != 1 || d.Glossary[0].Term != tt.term || d.Glossary[0].Definition != tt.def {
			t.Errorf("%s: %+v", tag, d.Glossary)
		}
	}
}

// A page without a heading is named by what sets it apart from the others: no
// clause, no verb, no bare word where the language has an article for it.
func TestPagesWithoutHeadingsAreNamedByWhatTheyTell(t *testing.T) {
	const text = `# The honey bee
A hive is the home of a colony of bees. Most of the bees in a hive are workers.
The queen is the mother of the whole colony. The queen lays two thousand eggs a day.
A young worker cleans cells on her first days. A comb is a wall of six-sided cells. The comb holds honey.
Nectar is a sweet juice inside the flower. A bee visits about one hundred flowers on a single flight.
In winter the bees sit close together. A colony needs about 15 kilograms of honey to survive the winter.`
	d := write(t, documentOf("bees-en", text), 5, 5)
	for _, p := range d.Pages {
		words := strings.Fields(p.Title)
		if len(words) < 2 || len(words) > maxTitleWords || strings.Contains(p.Title, "cleans") || strings.Contains(p.Title, "(") {
			t.Errorf("a page is called %q", p.Title)
		}
	}
}

// TestAPageHasTwoSentences: a page is filled from its own part even where its
// first sentence is long for the class.
func TestAPageHasTwoSentences(t *testing.T) {
	for _, name := range lessons {
		for _, grade := range []int{0, 1, 3} {
			for i, p := range write(t, lesson(t, name), grade, 6).Pages {
				if len(p.Sentences) < 2 {
					t.Errorf("%s, grade %d, page %d: %q", name, grade, i+1, p.Sentences[0].Text)
				}
			}
		}
	}
}

func TestTitlesSayNothingThatNoTeacherWouldWrite(t *testing.T) {
	for _, c := range []struct{ name, text, never string }{
		{"letter-en", `# A letter from the ice
Yes, there are penguins here! Adélie penguins nest on an island near the station. They steal pebbles from the nests beside them.
The winter is dark and long. In October the ship brings letters. A drill brings up a tube of ice called an ice core.`, "Yes|October"},
		{"machines-en", `# Simple machines
## Science 3 · Lesson 12
A lever is a stiff bar that turns on a fixed point. A seesaw is a lever. The lever lifts heavy stones.
## Money
Critics say that officials should not decide matters that affect millions of jobs. Hyperinflation destroys the currency altogether.`, "Lesson 12|Affect|altogether"},
		{"rhein-de", `# Der Rhein
In Köln steht am Rhein der berühmte Dom. Der Bau des Kölner Doms begann im Jahr 1248. Die Türme des Doms sind hoch.
Der Rhein entspringt in den Alpen und mündet in die Nordsee. Der Bodensee ist der größte See Deutschlands.`, "Kölner und"},
		{"baikal-ru", `# Озеро Байкал
Байкал — самое глубокое озеро в мире. Оно находится на юге Восточной Сибири. Наибольшая глубина озера составляет 1642 метра.
## Вода Байкала
В озеро впадает много рек. Зимой озеро покрывается толстым льдом. Учёные следят за чистотой воды.`, "Юге"},
	} {
		for i, p := range write(t, documentOf(c.name, c.text), 5, 5).Pages {
			for _, never := range strings.Split(c.never, "|") {
				if strings.Contains(p.Title, never) {
					t.Errorf("page %d is called %q", i+1, p.Title)
				}
			}
		}
	}
}
