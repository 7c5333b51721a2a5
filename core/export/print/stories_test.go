package print

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"log"
	"os"
	"sync"
	"testing"
	"time"

	"edusmart/core/export/content"
	"edusmart/core/export/exporttest"
	"edusmart/core/story"
)

// lesson is the text of a test story in one language.
type lesson struct {
	language, title string
	pages           [][]string // the title, and the sentences
	terms           [][2]string
	questions       [][]string // question, right option, others; then the explanation
}

var lessons = []lesson{
	{"en", "How a volcano erupts", [][]string{
		{"Deep under the ground", "Far below our feet, the rock is so hot that it melts.", "Melted rock is called magma.", "It is lighter than the rock around it, so it slowly rises.", "On its way up it gathers in a large hollow, the magma chamber."},
		{"The way up", "Magma holds a lot of gas, just like the bubbles in a bottle of fizzy water.", "Near the top, the bubbles burst all at once.", "Ash and glowing rock shoot high into the sky.", "This is called an eruption.", "Some eruptions are quiet, and lava flows down the slope like thick honey.", "Others are so strong that the bang is heard 3,000 kilometres away."},
		{"After the fire", "When the lava cools down, it becomes hard, black rock.", "Ash makes the soil rich, and after some years plants grow again.", "That is why many people live near volcanoes, although it is dangerous."},
		{"Watching a volcano", "Scientists measure small earthquakes, gas and heat.", "If the numbers rise, they warn the villages in time.", "In 1991 such a warning saved thousands of lives near Mount Pinatubo."},
	}, [][2]string{{"magma", "Melted rock under the ground."}, {"lava", "Magma that has come out of the ground."}, {"eruption", "The moment when a volcano throws out ash, gas and lava."}}, [][]string{
		{"What is melted rock under the ground called?", "Magma", "Lava", "Ash", "Soil", "Under the ground it is magma; outside it is lava."},
		{"Why do many people live near volcanoes?", "Ash makes the soil rich.", "It is always warm there.", "There are no earthquakes.", "Plants grow well in soil with ash."},
		{"What do scientists measure?", "Small earthquakes, gas and heat", "The colour of the sky", "How many people live there", "When these numbers rise, they give a warning."},
	}},
	{"es", "Cómo entra en erupción un volcán", [][]string{
		{"En lo más hondo", "Muy por debajo de nuestros pies, la roca está tan caliente que se funde.", "La roca fundida se llama magma.", "¿Por qué sube? ¡Porque pesa menos que la roca de alrededor!"},
		{"Hacia arriba", "El magma lleva mucho gas, como una botella de agua con gas.", "Cerca de la cima, las burbujas estallan a la vez.", "Sale lava a 1.200 °C, ¡y mucha ceniza!"},
		{"Después del fuego", "Cuando la lava se enfría, se vuelve una roca dura y negra.", "La ceniza hace fértil el suelo, y a los pocos años vuelven las plantas."},
	}, [][2]string{{"magma", "Roca fundida bajo tierra."}, {"erupción", "Instante en que el volcán expulsa ceniza, gas y lava."}}, [][]string{
		{"¿Cómo se llama la roca fundida bajo tierra?", "Magma", "Lava", "Ceniza", "Bajo tierra es magma; fuera es lava."},
		{"¿Qué hace fértil el suelo?", "La ceniza", "El frío", "El gas", "Las plantas crecen bien en un suelo con ceniza."},
	}},
	{"vi", "Núi lửa phun trào như thế nào", [][]string{
		{"Sâu dưới lòng đất", "Rất sâu dưới chân chúng ta, đá nóng đến mức tan chảy.", "Đá nóng chảy được gọi là mắc-ma.", "Nó nhẹ hơn đá xung quanh nên từ từ dâng lên."},
		{"Đường lên", "Gần đỉnh núi, các bọt khí vỡ ra cùng một lúc.", "Tro và đá nóng đỏ bay vút lên bầu trời."},
	}, [][2]string{{"mắc-ma", "Đá nóng chảy dưới lòng đất."}}, [][]string{
		{"Đá nóng chảy dưới lòng đất được gọi là gì?", "Mắc-ma", "Dung nham", "Tro", "Dưới lòng đất là mắc-ma, ra ngoài là dung nham."},
	}},
	{"ru", "Как извергается вулкан", [][]string{
		{"Глубоко под землёй", "Глубоко под нашими ногами камень так горяч, что плавится.", "Расплавленный камень называется магмой.", "Она легче, чем камень вокруг, и медленно поднимается."},
		{"Путь наверх", "У вершины пузырьки газа лопаются все сразу.", "Пепел и раскалённые камни летят высоко в небо."},
	}, [][2]string{{"магма", "Расплавленный камень под землёй."}}, [][]string{
		{"Как называется расплавленный камень под землёй?", "Магма", "Лава", "Пепел", "Под землёй это магма, а снаружи лава."},
	}},
	{"el", "Πώς εκρήγνυται ένα ηφαίστειο", [][]string{
		{"Βαθιά κάτω από τη γη", "Πολύ κάτω από τα πόδια μας, ο βράχος είναι τόσο ζεστός που λιώνει.", "Ο λιωμένος βράχος λέγεται μάγμα."},
		{"Ο δρόμος προς τα πάνω", "Κοντά στην κορυφή, οι φυσαλίδες σκάνε όλες μαζί.", "Στάχτη και πυρωμένες πέτρες πετάγονται ψηλά στον ουρανό."},
	}, [][2]string{{"μάγμα", "Λιωμένος βράχος κάτω από τη γη."}}, [][]string{
		{"Πώς λέγεται ο λιωμένος βράχος κάτω από τη γη;", "Μάγμα", "Λάβα", "Στάχτη", "Κάτω από τη γη είναι μάγμα, έξω είναι λάβα."},
	}},
	{"ar", "كيف يثور البركان", [][]string{
		{"في أعماق الأرض", "في أعماق الأرض تكون الصخور ساخنة جدًا حتى إنها تنصهر.", "تسمى الصخور المنصهرة الصهارة (magma).", "وهي أخف من الصخور التي حولها، لذلك ترتفع ببطء.", "بلغ ارتفاع البركان 3776 مترًا (Mount Fuji) في اليابان."},
		{"الطريق إلى الأعلى", "قرب القمة تنفجر فقاعات الغاز كلها مرة واحدة.", "ينطلق الرماد والصخر المتوهج عاليًا في السماء.", "ثار آخر مرة عام 1707، وغطّى الرماد مدينة Tokyo."},
		{"بعد النار", "عندما تبرد الحمم تصبح صخرًا أسود صلبًا.", "يجعل الرماد التربة غنية، وبعد سنوات تنمو النباتات من جديد."},
	}, [][2]string{{"الصهارة", "صخر منصهر تحت الأرض."}, {"الحمم", "الصهارة التي خرجت من الأرض."}}, [][]string{
		{"ماذا تسمى الصخور المنصهرة تحت الأرض؟", "الصهارة", "الرماد", "التربة", "تحت الأرض تسمى صهارة، وفوقها تسمى حممًا."},
		{"في أي عام ثار البركان آخر مرة؟", "1707", "1944", "3776", "غطّى الرماد المدينة عام 1707."},
	}},
	{"he", "איך מתפרץ הר געש", [][]string{
		{"עמוק מתחת לאדמה", "עמוק מתחת לרגלינו הסלע כל כך חם שהוא נמס.", "סלע מותך נקרא מגמה (magma).", "בְּרֵאשִׁית הייתה האדמה חמה מאוד."},
		{"הדרך למעלה", "הר הגעש התפרץ בשנת 1944 ליד העיר Naples.", "האפר (50%) כיסה הכול!"},
	}, [][2]string{{"מגמה", "סלע מותך מתחת לאדמה."}}, [][]string{
		{"איך נקרא סלע מותך מתחת לאדמה?", "מגמה", "לבה", "אפר", "מתחת לאדמה זו מגמה, ובחוץ זו לבה."},
	}},
	{"hi", "ज्वालामुखी कैसे फटता है", [][]string{
		{"धरती के बहुत नीचे", "हमारे पैरों के बहुत नीचे चट्टान इतनी गर्म है कि वह पिघल जाती है।", "पिघली हुई चट्टान को मैग्मा कहते हैं।", "यह आसपास की चट्टान से हल्की होती है, इसलिए धीरे-धीरे ऊपर उठती है।"},
		{"ऊपर का रास्ता", "चोटी के पास गैस के बुलबुले एक साथ फूटते हैं।", "राख और दहकते पत्थर आकाश में बहुत ऊँचे उड़ते हैं।", "यह 1,200 °C तक गर्म होता है, और क्षेत्र में फैलता है।"},
	}, [][2]string{{"मैग्मा", "धरती के नीचे की पिघली हुई चट्टान।"}}, [][]string{
		{"धरती के नीचे की पिघली हुई चट्टान को क्या कहते हैं?", "मैग्मा", "लावा", "राख", "धरती के नीचे यह मैग्मा है, बाहर लावा।"},
	}},
	{"th", "ภูเขาไฟระเบิดได้อย่างไร", [][]string{
		{"ลึกลงไปใต้ดิน", "ลึกลงไปใต้เท้าของเรา หินร้อนมากจนหลอมละลาย", "หินที่หลอมละลายเรียกว่าหินหนืด", "หินหนืดเบากว่าหินรอบ ๆ จึงค่อย ๆ ลอยขึ้น"},
		{"ทางขึ้น", "ภูเขาไฟระเบิดเมื่อหินหนืดร้อนดันขึ้นมาจากใต้พื้นโลก", "เถ้าถ่านลอยสูงขึ้นไปบนท้องฟ้า", "น้ำตกและป่าไม้ถูกปกคลุมด้วยเถ้า"},
	}, [][2]string{{"หินหนืด", "หินที่หลอมละลายอยู่ใต้ดิน"}}, [][]string{
		{"หินที่หลอมละลายใต้ดินเรียกว่าอะไร", "หินหนืด", "ลาวา", "เถ้า", "ใต้ดินเรียกว่าหินหนืด บนดินเรียกว่าลาวา"},
	}},
	{"zh", "火山是怎样喷发的", [][]string{
		{"在地下深处", "在我们脚下很深的地方，岩石热得熔化了。", "熔化的岩石叫做岩浆。", "岩浆比周围的岩石轻，所以慢慢上升。"},
		{"向上的路", "火山喷发时，灰烬冲上高空。", "这叫做“喷发”，高达3千米。", "有的喷发很安静，熔岩像蜂蜜一样流下山坡。"},
	}, [][2]string{{"岩浆", "地下熔化的岩石。"}}, [][]string{
		{"地下熔化的岩石叫什么？", "岩浆", "熔岩", "火山灰", "在地下叫岩浆，流出来叫熔岩。"},
	}},
	{"ja", "火山はどうやって噴火するの", [][]string{
		{"地面の深いところ", "わたしたちの足もとのずっと下では、岩がとけるほど熱くなっています。", "とけた岩をマグマといいます。", "マグマはまわりの岩より軽いので、ゆっくり上がってきます。"},
		{"上へ", "頂上の近くで、ガスのあわがいっせいにはじけます。", "火山灰と赤く光る岩が空高くふき上がります。"},
	}, [][2]string{{"マグマ", "地面の下でとけた岩。"}}, [][]string{
		{"地面の下でとけた岩を何といいますか。", "マグマ", "溶岩", "火山灰", "地面の下ではマグマ、外に出ると溶岩です。"},
	}},
}

// otherLessons are shorter ones, in scripts that put letters together in other
// ways.
var otherLessons = []lesson{
	{"bn", "আগ্নেয়গিরি কীভাবে ফাটে", [][]string{{"মাটির গভীরে", "আমাদের পায়ের অনেক নিচে পাথর এত গরম যে তা গলে যায়।", "গলিত পাথরকে ম্যাগমা বলে।"}}, [][2]string{{"ম্যাগমা", "গলিত পাথর"}}, [][]string{{"ম্যাগমা কী?", "গলিত পাথর", "ছাই", "মাটির নিচে।"}}},
	{"ta", "எரிமலை", [][]string{{"ஆழத்தில்", "நமது கால்களுக்குக் கீழே பாறை மிகவும் சூடாக இருப்பதால் அது உருகுகிறது.", "கொண்டு கௌதம் ஒரு"}}, nil, nil},
	{"km", "ភ្នំភ្លើង", [][]string{{"ជ្រៅ", "ថ្មក្តៅខ្លាំងណាស់រហូតដល់វារលាយ។"}}, nil, nil},
	{"my", "မီးတောင်", [][]string{{"နက်", "ကျောက်တုံးများ အလွန်ပူသဖြင့် အရည်ပျော်သည်။"}}, nil, nil},
	{"am", "እሳተ ገሞራ", [][]string{{"ጥልቅ", "ድንጋዩ በጣም ሞቃት ስለሆነ ይቀልጣል።"}}, nil, nil},
	{"ko", "화산은 어떻게 폭발할까", [][]string{{"땅속 깊은 곳", "우리 발밑 깊은 곳에서는 바위가 너무 뜨거워서 녹습니다."}}, nil, nil},
	{"fa", "آتشفشان چگونه فوران می\u200cکند", [][]string{{"در ژرفای زمین", "سنگ\u200cها آن\u200cقدر داغ\u200cاند که آب می\u200cشوند.", "این کوه ۳۷۷۶ متر (Fuji) است، و ۲۰٪ آن برف دارد."}}, nil, nil},
	{"ur", "آتش فشاں", [][]string{{"زمین کی گہرائی", "چٹان اتنی گرم ہے کہ پگھل جاتی ہے۔", "اسے 1,200 °C تک گرمی ملتی ہے۔"}}, nil, nil},
	{"ka", "ვულკანი", [][]string{{"ღრმად", "ქვა იმდენად ცხელია, რომ დნება."}}, nil, nil},
	{"si", "ගිනි කන්ද", [][]string{{"ගැඹුරේ", "ගල් ඉතා උණුසුම් නිසා ඒවා දිය වේ. ශ්\u200dරී ක්\u200dරමය"}}, nil, nil},
	{"ml", "അഗ്നിപർവ്വതം", [][]string{{"ആഴത്തിൽ", "പാറ വളരെ ചൂടായതിനാൽ അത് ഉരുകുന്നു. കൊണ്ട് സ്ത്രീ"}}, nil, nil},
	{"te", "అగ్నిపర్వతం", [][]string{{"లోతులో", "రాయి చాలా వేడిగా ఉండటం వల్ల అది కరుగుతుంది. స్త్రీ"}}, nil, nil},
}

// story makes the lesson a story with pictures.
func (l lesson) story(t testing.TB, grade int) *content.Content {
	s := &story.Story{
		Format: 1, ID: "test-" + l.language, Title: l.title, Language: l.language, Grade: grade,
		Modified: time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC), Status: story.Done, Source: story.Source{Name: "volcano.pdf", Pages: 12},
	}
	files := map[string][]byte{}
	keep := func(data []byte, ending string) string {
		rel := fmt.Sprintf("assets/%x.%s", sha256.Sum256(data), ending)
		files[rel] = data
		return rel
	}
	for i, page := range l.pages {
		p := story.Page{ID: fmt.Sprintf("page-%d", i+1), Title: page[0], Fit: story.Crop, Alt: l.title + " " + page[0]}
		for k, text := range page[1:] {
			p.Sentences = append(p.Sentences, story.Sentence{Text: text, SourcePage: k + 1})
		}
		p.Picture = keep(testPicture(t, i), "png")
		p.Parts.Picture.State = story.Ready
		s.Pages = append(s.Pages, p)
	}
	for _, term := range l.terms {
		s.Glossary = append(s.Glossary, story.Term{Term: term[0], Definition: term[1], SourcePage: 2})
	}
	for i, q := range l.questions {
		options := append([]string{}, q[1:len(q)-1]...)
		answer := i % len(options)
		options[0], options[answer] = options[answer], options[0]
		s.Quiz = append(s.Quiz, story.Question{Question: q[0], Options: options, Answer: answer, Explanation: q[len(q)-1], SourcePage: 3 + i, Page: "page-1"})
	}
	return &content.Content{Story: s, Fonts: exporttest.Fonts(t), Asset: func(rel string) ([]byte, error) {
		if data, ok := files[rel]; ok {
			return data, nil
		}
		return nil, os.ErrNotExist
	}}
}

// testPicture is a picture as an illustrator makes it: square, with many
// colours.
func testPicture(t testing.TB, seed int) []byte {
	t.Helper()
	if data, ok := drawn.Load(seed); ok {
		return data.([]byte)
	}
	data := drawPicture(t, seed, 160)
	drawn.Store(seed, data)
	return data
}

var drawn sync.Map // by seed

func drawPicture(t testing.TB, seed, side int) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			c := color.RGBA{uint8(120 + 80*y/side), uint8(160 - 60*y/side), uint8(90 + 100*x/side), 255}
			dx, dy := (x-side/2)*512/side, (y-side*3/5)*512/side
			if d := dx*dx + dy*dy; d < (100+10*seed)*(100+10*seed) {
				c = color.RGBA{uint8(200 - d/400), 90, uint8(40 + 20*seed), 255}
			}
			picture.SetRGBA(x, y, c)
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// scratch is a folder for all tests.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "print"); err != nil {
		log.Fatal(err)
	}
	code := m.Run()
	_ = os.RemoveAll(scratch)
	os.Exit(code)
}
