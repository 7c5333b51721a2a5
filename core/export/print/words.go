package print

import "strings"

// words are what a handout says of its own, in the language of its story.
type words struct {
	name, class, date            string
	glossary, questions, answers string
	page                         string // of the story; %d is its number
	source                       string // of the document; %d is its page
}

// wordsFor gives the words of a language, a BCP 47 tag; English where they are
// not known.
func wordsFor(language string) words {
	tag := strings.ToLower(language)
	primary, rest, _ := strings.Cut(tag, "-")
	switch {
	case primary == "zh" && (strings.Contains(rest, "hant") || strings.Contains(rest, "tw") || strings.Contains(rest, "hk") || strings.Contains(rest, "mo")):
		primary = "zh-hant"
	case primary == "no" || primary == "nn":
		primary = "nb"
	case primary == "iw":
		primary = "he"
	case primary == "in":
		primary = "id"
	}
	if w, ok := byLanguage[primary]; ok {
		return w
	}
	return byLanguage["en"]
}

var byLanguage = map[string]words{
	"ar":      {"الاسم", "الصف", "التاريخ", "معاني الكلمات", "الأسئلة", "الإجابات", "الصفحة %d", "صفحة المصدر %d"},
	"bg":      {"Име", "Клас", "Дата", "Речник", "Въпроси", "Отговори", "Страница %d", "Източник, страница %d"},
	"bn":      {"নাম", "শ্রেণি", "তারিখ", "শব্দার্থ", "প্রশ্ন", "উত্তর", "পৃষ্ঠা %d", "উৎসের পৃষ্ঠা %d"},
	"ca":      {"Nom", "Classe", "Data", "Glossari", "Preguntes", "Respostes", "Pàgina %d", "Font, pàgina %d"},
	"cs":      {"Jméno", "Třída", "Datum", "Slovníček", "Otázky", "Odpovědi", "Strana %d", "Zdroj, strana %d"},
	"da":      {"Navn", "Klasse", "Dato", "Ordliste", "Spørgsmål", "Svar", "Side %d", "Kilde, side %d"},
	"de":      {"Name", "Klasse", "Datum", "Worterklärungen", "Fragen", "Lösungen", "Seite %d", "Quelle, Seite %d"},
	"el":      {"Όνομα", "Τάξη", "Ημερομηνία", "Γλωσσάρι", "Ερωτήσεις", "Απαντήσεις", "Σελίδα %d", "Πηγή, σελίδα %d"},
	"en":      {"Name", "Class", "Date", "Glossary", "Questions", "Answers", "Page %d", "Source, page %d"},
	"es":      {"Nombre", "Clase", "Fecha", "Glosario", "Preguntas", "Respuestas", "Página %d", "Fuente, página %d"},
	"fa":      {"نام", "کلاس", "تاریخ", "واژه\u200cنامه", "پرسش\u200cها", "پاسخ\u200cها", "صفحه %d", "صفحه منبع %d"},
	"fi":      {"Nimi", "Luokka", "Päivämäärä", "Sanasto", "Kysymykset", "Vastaukset", "Sivu %d", "Lähde, sivu %d"},
	"fr":      {"Nom", "Classe", "Date", "Lexique", "Questions", "Réponses", "Page %d", "Source, page %d"},
	"he":      {"שם", "כיתה", "תאריך", "מילון מונחים", "שאלות", "תשובות", "עמוד %d", "מקור, עמוד %d"},
	"hi":      {"नाम", "कक्षा", "दिनांक", "शब्दावली", "प्रश्न", "उत्तर", "पृष्ठ %d", "स्रोत, पृष्ठ %d"},
	"hr":      {"Ime", "Razred", "Datum", "Rječnik", "Pitanja", "Odgovori", "Stranica %d", "Izvor, stranica %d"},
	"hu":      {"Név", "Osztály", "Dátum", "Szójegyzék", "Kérdések", "Válaszok", "%d. oldal", "Forrás, %d. oldal"},
	"id":      {"Nama", "Kelas", "Tanggal", "Glosarium", "Pertanyaan", "Jawaban", "Halaman %d", "Sumber, halaman %d"},
	"it":      {"Nome", "Classe", "Data", "Glossario", "Domande", "Risposte", "Pagina %d", "Fonte, pagina %d"},
	"ja":      {"名前", "クラス", "日付", "用語集", "問題", "解答", "%dページ", "資料の%dページ"},
	"ko":      {"이름", "반", "날짜", "낱말 풀이", "문제", "정답", "%d쪽", "원문 %d쪽"},
	"ms":      {"Nama", "Kelas", "Tarikh", "Glosari", "Soalan", "Jawapan", "Halaman %d", "Sumber, halaman %d"},
	"nb":      {"Navn", "Klasse", "Dato", "Ordliste", "Spørsmål", "Svar", "Side %d", "Kilde, side %d"},
	"nl":      {"Naam", "Klas", "Datum", "Woordenlijst", "Vragen", "Antwoorden", "Pagina %d", "Bron, pagina %d"},
	"pl":      {"Imię i nazwisko", "Klasa", "Data", "Słowniczek", "Pytania", "Odpowiedzi", "Strona %d", "Źródło, strona %d"},
	"pt":      {"Nome", "Turma", "Data", "Glossário", "Perguntas", "Respostas", "Página %d", "Fonte, página %d"},
	"ro":      {"Nume", "Clasa", "Data", "Glosar", "Întrebări", "Răspunsuri", "Pagina %d", "Sursă, pagina %d"},
	"ru":      {"Имя", "Класс", "Дата", "Словарик", "Вопросы", "Ответы", "Страница %d", "Источник, страница %d"},
	"sv":      {"Namn", "Klass", "Datum", "Ordlista", "Frågor", "Svar", "Sida %d", "Källa, sida %d"},
	"sw":      {"Jina", "Darasa", "Tarehe", "Faharasa ya maneno", "Maswali", "Majibu", "Ukurasa %d", "Chanzo, ukurasa %d"},
	"th":      {"ชื่อ", "ชั้น", "วันที่", "คำศัพท์", "คำถาม", "เฉลย", "หน้า %d", "แหล่งที่มา หน้า %d"},
	"tr":      {"Ad", "Sınıf", "Tarih", "Sözlükçe", "Sorular", "Cevaplar", "Sayfa %d", "Kaynak, sayfa %d"},
	"uk":      {"Ім’я", "Клас", "Дата", "Словничок", "Запитання", "Відповіді", "Сторінка %d", "Джерело, сторінка %d"},
	"ur":      {"نام", "جماعت", "تاریخ", "فرہنگ", "سوالات", "جوابات", "صفحہ %d", "ماخذ کا صفحہ %d"},
	"vi":      {"Họ và tên", "Lớp", "Ngày", "Bảng từ", "Câu hỏi", "Đáp án", "Trang %d", "Nguồn, trang %d"},
	"zh":      {"姓名", "班级", "日期", "词汇表", "问题", "答案", "第 %d 页", "原文第 %d 页"},
	"zh-hant": {"姓名", "班級", "日期", "詞彙表", "問題", "答案", "第 %d 頁", "原文第 %d 頁"},
}
