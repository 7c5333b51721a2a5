package exporttest

import (
	"image/color"
	"strings"
	"testing"

	"edusmart/core/export/content"
	"edusmart/core/story"
)

// lesson is the text of a test story: each page a title and its sentences,
// each question with its right answer first and its explanation last.
type lesson struct {
	title     string
	pages     [][]string
	terms     [][2]string
	questions [][]string
}

// Languages are those that lessons are written in.
var Languages = []string{"en", "es", "ar", "he", "hi", "th", "zh"}

var lessons = map[string]lesson{
	"en": {"How a river finds the sea", [][]string{
		{"A small beginning", "High in the hills, rain sinks into the ground.", "It comes out again as a spring, no wider than your hand.", "“Is that a river?” Yes: 3 litres a minute!"},
		{"Growing", "Streams meet, and the river grows.", "It carries sand, stones and leaves."},
		{"The sea", "At last the land is flat, and the river is slow.", "It drops its sand and makes a delta."},
	}, [][2]string{{"spring", "The place where water comes out of the ground."}, {"delta", "Land that a river builds where it meets the sea."}}, [][]string{
		{"Where does a river begin?", "At a spring", "In the sea", "In a delta", "Water comes out of the ground at a spring."},
		{"What does a slow river do?", "It drops its sand.", "It flows uphill.", "Slow water cannot carry sand."},
	}},
	"es": {"Cómo llega un río al mar", [][]string{
		{"Un comienzo pequeño", "En lo alto de las montañas, la lluvia entra en la tierra.", "¿Y después? ¡Sale en un manantial!"},
		{"El río crece", "Los arroyos se juntan y el río crece.", "Lleva arena, piedras y hojas."},
	}, [][2]string{{"manantial", "Lugar donde el agua sale de la tierra."}}, [][]string{
		{"¿Dónde nace un río?", "En un manantial", "En el mar", "El agua sale de la tierra en un manantial."},
	}},
	"ar": {"كيف يصل النهر إلى البحر", [][]string{
		{"بداية صغيرة", "في أعالي الجبال يدخل المطر في الأرض.", "ثم يخرج من النبع (spring)، وعرضه 20 سنتيمترًا فقط."},
		{"النهر يكبر", "تلتقي الجداول فيكبر النهر.", "يحمل النهر الرمل والحجارة والأوراق."},
	}, [][2]string{{"النبع", "المكان الذي يخرج منه الماء من الأرض."}}, [][]string{
		{"أين يبدأ النهر؟", "عند النبع", "في البحر", "يخرج الماء من الأرض عند النبع."},
	}},
	"he": {"איך נהר מגיע לים", [][]string{
		{"התחלה קטנה", "גבוה בהרים הגשם נספג באדמה.", "המים יוצאים במעיין, רק 20 סנטימטרים רוחבו."},
		{"הנהר גדל", "נחלים נפגשים, והנהר גדל."},
	}, [][2]string{{"מעיין", "מקום שבו מים יוצאים מן האדמה."}}, [][]string{
		{"היכן מתחיל נהר?", "במעיין", "בים", "המים יוצאים מן האדמה במעיין."},
	}},
	"hi": {"नदी समुद्र तक कैसे पहुँचती है", [][]string{
		{"छोटी शुरुआत", "पहाड़ों पर बारिश का पानी ज़मीन में जाता है।", "फिर वह झरने से बाहर आता है।"},
		{"नदी बढ़ती है", "धाराएँ मिलती हैं और नदी बड़ी होती है।", "वह रेत, पत्थर और पत्ते ले जाती है।"},
	}, [][2]string{{"झरना", "जहाँ पानी ज़मीन से बाहर आता है।"}}, [][]string{
		{"नदी कहाँ से शुरू होती है?", "झरने से", "समुद्र से", "झरने पर पानी ज़मीन से बाहर आता है।"},
	}},
	"th": {"แม่น้ำไหลไปถึงทะเลได้อย่างไร", [][]string{
		{"จุดเริ่มต้นเล็ก ๆ", "บนภูเขาสูง น้ำฝนซึมลงไปในดิน", "แล้วไหลออกมาเป็นตาน้ำเล็ก ๆ"},
		{"แม่น้ำกว้างขึ้น", "ลำธารหลายสายไหลมารวมกัน แม่น้ำจึงกว้างขึ้น"},
	}, [][2]string{{"ตาน้ำ", "ที่ซึ่งน้ำไหลออกจากดิน"}}, [][]string{
		{"แม่น้ำเริ่มต้นที่ไหน", "ที่ตาน้ำ", "ในทะเล", "น้ำไหลออกจากดินที่ตาน้ำ"},
	}},
	"zh": {"河流怎样流到大海", [][]string{
		{"小小的开始", "在高高的山上，雨水渗进地里。", "后来，水从泉眼里流出来，只有20厘米宽。"},
		{"河流变大", "小溪汇合，河流变大了。", "它带着沙子、石头和树叶。"},
	}, [][2]string{{"泉眼", "水从地里流出来的地方。"}}, [][]string{
		{"河流从哪里开始？", "泉眼", "大海", "水从泉眼里流出来。"},
	}},
}

// Lesson gives a story in one of Languages, with all that a story can have and
// with gaps: the last page has no picture and no voice.
func Lesson(t testing.TB, language string) *Book {
	t.Helper()
	l := lessons[language]
	b := NewBook(l.title, language)
	b.Story.ID = "lesson-" + language
	for i, texts := range l.pages {
		p := b.Page(texts[0], 6, texts[1:]...)
		if i+1 == len(l.pages) {
			break
		}
		b.Draw(t, p, 320, 320, color.RGBA{R: uint8(60 + 70*i), G: 110, B: 160, A: 255}, texts[0]+": "+l.title)
		b.Speak(t, p, 24000)
	}
	b.Story.Pages[0].Stops = []story.Stop{{After: 0, Question: l.questions[0][0], Answer: "for the teacher alone"}}
	b.Story.Pages[0].Notes = "notes are for the teacher alone"
	for _, term := range l.terms {
		b.Story.Glossary = append(b.Story.Glossary, story.Term{Term: term[0], Definition: term[1]})
	}
	for i, q := range l.questions {
		options := append([]string{}, q[1:len(q)-1]...)
		answer := i % len(options)
		options[0], options[answer] = options[answer], options[0]
		b.Ask(q[0], q[len(q)-1], answer, options...)
	}
	return b
}

// Bilingual gives a lesson with a second language beside the first, which is
// not spoken.
func Bilingual(t testing.TB, language, also string) *Book {
	t.Helper()
	b := Lesson(t, language)
	b.Story.Also = also
	for i, texts := range lessons[also].pages {
		for k, text := range texts[1:] {
			if i < len(b.Story.Pages) && k < len(b.Story.Pages[i].Sentences) {
				b.Story.Pages[i].Sentences[k].Also = text
			}
		}
	}
	return b
}

// Spoken gives a lesson whose second language is spoken too.
func Spoken(t testing.TB, language, also string) *Book {
	t.Helper()
	b := Bilingual(t, language, also)
	for i := range b.Story.Pages {
		p := &b.Story.Pages[i]
		second := story.Page{Sentences: make([]story.Sentence, len(p.Sentences))}
		for k, s := range p.Sentences {
			second.Sentences[k].Text = s.Also
		}
		if b.Speak(t, &second, 22050); p.Narration != "" && len(second.Words) > 0 {
			p.Second = &story.Second{
				Narration: second.Narration, Seconds: second.Seconds, Words: second.Words, Voice: "tones", Part: second.Parts.Voice,
			}
		}
	}
	return b
}

// Hostile gives a story all of whose texts are hard on formats.
func Hostile(t testing.TB) *Book {
	t.Helper()
	b := Lesson(t, "en")
	script := "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\"> ]]> \u2028 \u2029 \x00\x0b"
	b.Story.Title, b.Story.Source.Name = script, script
	for i := range b.Story.Pages {
		p := &b.Story.Pages[i]
		p.Title, p.Alt = script, script+`" onload="document.title='broken'`
		p.Sentences, p.Words, p.Stops = nil, nil, []story.Stop{{Question: script}}
		for _, text := range Texts {
			p.Sentences = append(p.Sentences, story.Sentence{Text: text + " " + script})
		}
	}
	for name, text := range Texts {
		b.Ask(text, script, 1, name, script, strings.Repeat("long ", 200))
		b.Story.Glossary = append(b.Story.Glossary, story.Term{Term: script, Definition: text})
	}
	return b
}

// Gaps gives a story that has next to nothing.
func Gaps(t testing.TB) *content.Content {
	t.Helper()
	b := NewBook("", "")
	b.Page("", 0)
	b.Page("", 0, "", "One sentence.", " ")
	b.Story.Created = b.Story.Modified
	return b.Content(t)
}
