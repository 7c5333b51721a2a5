package ondevice

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The worksheet that the tests below share: its answers are verbs, a name,
// amounts and places.
const verbsSheet = `# The past simple
Regular verbs take the ending -ed in the past simple. Irregular verbs have special forms that you must learn by heart.
Last summer Anna visited her uncle in Norway. They took a train through the mountains and slept in a wooden cabin.
The Dutch doctor Jan Ingenhousz wrote about plants in 1779. The English chemist Joseph Priestley worked with mint.
The tower of the old church is 157 metres high. The bridge beside it was built of stone.
One morning Anna saw a moose beside a lake. A ranger took a photo of it with a camera.
# Exercises
!A.|Complete the sentences.
!1.|My grandmother ______ (bake) an apple pie.
!2.|We ______ (go) to the beach.
!3.|Tom ______ (buy) a new bicycle.
!4.|My parents ______ (meet) at school.
!B.|Choose the right answer.
!5.|She ______ her keys on the bus. A. lose B. lost C. losed
!6.|How high is the tower?
!7.|Who wrote about plants in 1779?
!8.|What did Anna see in the morning?
!|Answer key: 1 baked, 2 went, 3 bought, 4 met, 5 B, 6 157 metres, 7 Jan Ingenhousz, 8 a moose`

func TestWrongOptionsAreOfTheAnswersKind(t *testing.T) {
	d := write(t, documentOf("verbs-en", verbsSheet), 5, 5)
	for start, fits := range map[string]string{
		"My grandmother":     `^(baked|went|bought|met)$`,
		"Tom":                `^(baked|went|bought|met)$`,
		"She":                `^(lose|lost|losed)$`,
		"How high":           `^\d+ metres$`,
		"Who wrote about pl": `^[A-Z]`,
		"What did Anna see":  `^an? [a-z]+$`,
	} {
		q, ok := question(d.Quiz, start)
		if !ok {
			t.Errorf("%q is not asked", start)
			continue
		}
		for _, o := range q.Options {
			if !regexp.MustCompile(fits).MatchString(o) {
				t.Errorf("%q offers %q", q.Question, q.Options)
			}
		}
	}
	if q, _ := question(d.Quiz, "She"); len(q.Options) != 3 || q.Options[q.Answer] != "lost" {
		t.Errorf("%+v", q)
	}
}

func TestExercisesAreUsedInLanguagesWithoutAGrammar(t *testing.T) {
	for _, c := range []struct{ tag, text, statement, yes, no string }{
		{"ru", `# Озеро Байкал
Байкал — самое глубокое озеро в мире. Наибольшая глубина озера составляет 1642 метра. В озере живёт нерпа.
В озеро впадает более 300 рек, а вытекает только Ангара. Зимой озеро покрывается льдом.
# Вопросы
!1.|Какая река вытекает из озера? а) Лена б) Ангара в) Енисей
!2.|Какова наибольшая глубина озера?
!3.|Верно или неверно: Байкальская нерпа — это рыба.
!|Ответы: 1 б, 2 1642 метра, 3 неверно`, "Байкальская нерпа", "Верно", "Неверно"},
		{"tr", `# Kapadokya
Kapadokya ünlü bir bölgedir. Volkanlardan çıkan küller bölgeyi kalın bir tabaka hâlinde kapladı.
Derinkuyu Yeraltı Şehri yaklaşık 85 metre derinliğindedir. Sabah yüzlerce balon gökyüzüne yükselir.
# Sorular
!1.|Kapadokya nasıl bir bölgedir? A) ünlü B) küçük C) soğuk
!2.|Yeraltı Şehri kaç metre derinliğindedir?
!3.|Doğru mu yanlış mı: Küller bölgeyi kapladı.
!|Cevap anahtarı: 1. A 2. 85 metre 3. Doğru`, "Küller", "Doğru", "Yanlış"},
		{"zh", `# 大熊猫
大熊猫是中国特有的动物。它们生活在高山竹林里。大熊猫最爱吃竹子。
刚出生的大熊猫宝宝只有100克重。宝宝在妈妈身边生活一年半到两年。
# 练习
!1.|大熊猫最爱吃什么？ A. 苹果 B. 竹子 C. 鱼
!2.|刚出生的大熊猫宝宝有几克重？
!3.|判断：大熊猫生活在沙漠里。（ ）
!|答案：1. B 2. 100克 3. 错`, "大熊猫生活在沙漠里", "对", "错"},
	} {
		t.Run(c.tag, func(t *testing.T) {
			got := examined(t, documentOf("lesson-"+c.tag, c.text))
			if len(got) != 3 {
				t.Fatalf("%q", got)
			}
			at := slices.IndexFunc(got, func(q string) bool { return strings.HasPrefix(q, c.statement) })
			if at < 0 || !strings.Contains(got[at], "|"+c.yes) && !strings.Contains(got[at], "|*"+c.yes) || !strings.Contains(got[at], c.no) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestPlacesAreOfferedBesideAPlace(t *testing.T) {
	d := write(t, documentOf("camel-ar", `# الجمل
الجمل حيوان ثديي كبير يعيش في الصحراء. السنام كتلة من الدهن يخزن فيها الجمل الطاقة.
للجمل رموش طويلة تحمي عينيه من الرمال. الخف هو قدم الجمل العريضة اللينة التي لا تغوص في الرمال.
استأنس الإنسان الجمل في الجزيرة العربية منذ نحو 3000 سنة. كانت القوافل تحمل البخور والتوابل من اليمن إلى الشام.
# الأسئلة
!1.|أين يعيش الجمل؟
!2.|أكمل: السنام كتلة من ________.
!|الإجابات: 1. في الصحراء 2. الدهن`), 5, 5)
	q, ok := question(d.Quiz, "أين يعيش")
	if !ok || len(q.Options) < 3 {
		t.Fatalf("%+v", q)
	}
	for _, o := range q.Options {
		if !strings.HasPrefix(o, "في ") {
			t.Errorf("%q", q.Options)
		}
	}
}
