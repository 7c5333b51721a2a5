package content

import "strings"

// Words are what a book says of its own, in the language of its story.
type Words struct {
	Cover, Contents, Glossary, Questions, Answers string
}

// WordsFor gives the words of a language, a BCP 47 tag; English where they are
// not known.
func WordsFor(language string) Words {
	if w, ok := words[Tongue(language)]; ok {
		return w
	}
	return words["en"]
}

// Tongue is what tables of words in many languages go by: the primary subtag
// of a BCP 47 tag, newer names for older ones, and "zh-hant" for traditional
// Chinese.
func Tongue(language string) string {
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
	return primary
}

var words = map[string]Words{
	"ar":      {"الغلاف", "المحتويات", "معاني الكلمات", "الأسئلة", "الإجابات"},
	"bg":      {"Корица", "Съдържание", "Речник", "Въпроси", "Отговори"},
	"bn":      {"প্রচ্ছদ", "সূচিপত্র", "শব্দার্থ", "প্রশ্ন", "উত্তর"},
	"ca":      {"Coberta", "Contingut", "Glossari", "Preguntes", "Respostes"},
	"cs":      {"Obálka", "Obsah", "Slovníček", "Otázky", "Odpovědi"},
	"da":      {"Omslag", "Indhold", "Ordliste", "Spørgsmål", "Svar"},
	"de":      {"Umschlag", "Inhalt", "Worterklärungen", "Fragen", "Lösungen"},
	"el":      {"Εξώφυλλο", "Περιεχόμενα", "Γλωσσάρι", "Ερωτήσεις", "Απαντήσεις"},
	"en":      {"Cover", "Contents", "Glossary", "Questions", "Answers"},
	"es":      {"Cubierta", "Contenido", "Glosario", "Preguntas", "Respuestas"},
	"fa":      {"جلد", "فهرست", "واژه\u200cنامه", "پرسش\u200cها", "پاسخ\u200cها"},
	"fi":      {"Kansi", "Sisällys", "Sanasto", "Kysymykset", "Vastaukset"},
	"fr":      {"Couverture", "Sommaire", "Lexique", "Questions", "Réponses"},
	"he":      {"כריכה", "תוכן העניינים", "מילון מונחים", "שאלות", "תשובות"},
	"hi":      {"आवरण", "विषय सूची", "शब्दावली", "प्रश्न", "उत्तर"},
	"hr":      {"Naslovnica", "Sadržaj", "Rječnik", "Pitanja", "Odgovori"},
	"hu":      {"Borító", "Tartalom", "Szójegyzék", "Kérdések", "Válaszok"},
	"id":      {"Sampul", "Daftar isi", "Glosarium", "Pertanyaan", "Jawaban"},
	"it":      {"Copertina", "Indice", "Glossario", "Domande", "Risposte"},
	"ja":      {"表紙", "もくじ", "用語集", "問題", "解答"},
	"ko":      {"표지", "차례", "낱말 풀이", "문제", "정답"},
	"ms":      {"Kulit buku", "Kandungan", "Glosari", "Soalan", "Jawapan"},
	"nb":      {"Omslag", "Innhold", "Ordliste", "Spørsmål", "Svar"},
	"nl":      {"Omslag", "Inhoud", "Woordenlijst", "Vragen", "Antwoorden"},
	"pl":      {"Okładka", "Spis treści", "Słowniczek", "Pytania", "Odpowiedzi"},
	"pt":      {"Capa", "Conteúdo", "Glossário", "Perguntas", "Respostas"},
	"ro":      {"Copertă", "Cuprins", "Glosar", "Întrebări", "Răspunsuri"},
	"ru":      {"Обложка", "Содержание", "Словарик", "Вопросы", "Ответы"},
	"sv":      {"Omslag", "Innehåll", "Ordlista", "Frågor", "Svar"},
	"sw":      {"Jalada", "Yaliyomo", "Faharasa ya maneno", "Maswali", "Majibu"},
	"th":      {"ปก", "สารบัญ", "คำศัพท์", "คำถาม", "เฉลย"},
	"tr":      {"Kapak", "İçindekiler", "Sözlükçe", "Sorular", "Cevaplar"},
	"uk":      {"Обкладинка", "Зміст", "Словничок", "Запитання", "Відповіді"},
	"ur":      {"سرورق", "فہرست", "فرہنگ", "سوالات", "جوابات"},
	"vi":      {"Bìa", "Mục lục", "Bảng từ", "Câu hỏi", "Đáp án"},
	"zh":      {"封面", "目录", "词汇表", "问题", "答案"},
	"zh-hant": {"封面", "目錄", "詞彙表", "問題", "答案"},
}
