package ondevice

// briefTongue is what the writer knows of a language whose grammar it leaves
// alone: how its schools mark answers and what the quiz says in it. Words are
// chosen by statistics there.
type briefTongue struct {
	tag      string
	yes, no  string
	keys     string
	skipped  string // headings of parts that are not narrated
	and      string
	evidence string // with %d for the page and %s for the sentence
	says     string // asks which sentence the text says
}

var briefTongues = []briefTongue{
	{"ru", "Верно|верно|правда|да|в", "Неверно|неправда|ложь|нет|н", "ответы|ответ|ключ", "вопросы|задания|упражнения|литература|источники|содержание|оглавление", "и", "На странице %d сказано: «%s»", "Какое из этих предложений есть в тексте?"},
	{"uk", "Правильно|правда|так", "Неправильно|неправда|ні", "відповіді|відповідь|ключ", "запитання|питання|завдання|вправи|література|джерела|зміст", "і", "На сторінці %d сказано: «%s»", "Яке з цих речень є в тексті?"},
	{"tr", "Doğru|d|evet", "Yanlış|y|hayır", "cevap anahtarı|cevaplar|cevap|yanıtlar|yanıt anahtarı", "sorular|alıştırmalar|etkinlikler|kaynakça|kaynaklar|içindekiler", "ve", "%d. sayfada yazıyor: “%s”", "Metinde bunlardan hangisi yazıyor?"},
	{"pl", "Prawda|p|tak", "Fałsz|f|nie|nieprawda", "odpowiedzi|odpowiedź|klucz odpowiedzi|rozwiązania", "pytania|ćwiczenia|zadania|bibliografia|źródła|spis treści", "i", "Na stronie %d czytamy: „%s”", "Które z tych zdań jest w tekście?"},
	{"nl", "Waar|juist|ja", "Niet waar|onwaar|onjuist|nee", "antwoorden|antwoord|oplossingen", "vragen|oefeningen|opdrachten|bronnen|literatuur|inhoud", "en", "Op bladzijde %d staat: “%s”", "Welke van deze zinnen staat in de tekst?"},
	{"id", "Benar|b|ya", "Salah|s|tidak", "kunci jawaban|jawaban", "soal|latihan|pertanyaan|daftar pustaka|daftar isi", "dan", "Halaman %d menyebutkan: “%s”", "Kalimat mana yang ada dalam teks?"},
	{"sw", "Kweli|ndiyo", "Si kweli|uongo|hapana|sikweli", "majibu|jibu", "maswali|mazoezi|zoezi|marejeo|yaliyomo", "na", "Ukurasa wa %d unasema: “%s”", "Ni sentensi ipi iliyo katika maandishi?"},
	{"vi", "Đúng|đ", "Sai|s", "đáp án|trả lời", "câu hỏi|bài tập|luyện tập|tài liệu tham khảo|mục lục", "và", "Trang %d viết: “%s”", "Câu nào có trong bài?"},
	{"ko", "맞음|참|예|o", "틀림|거짓|아니요|x", "정답|답|답안", "문제|연습 문제|질문|참고 문헌|차례|목차", "", "%d쪽: “%s”", "글에 나오는 문장은 무엇입니까?"},
	{"sv", "Sant|rätt|ja", "Falskt|fel|nej", "facit|svar", "frågor|övningar|uppgifter|källor|innehåll", "och", "På sidan %d står det: ”%s”", "Vilken mening står i texten?"},
	{"ro", "Adevărat|a|da", "Fals|f|nu", "răspunsuri|răspuns", "întrebări|exerciții|bibliografie|cuprins", "și", "Pagina %d spune: „%s”", "Care dintre aceste propoziții este în text?"},
	{"cs", "Pravda|ano", "Nepravda|lež|ne", "odpovědi|řešení", "otázky|cvičení|úkoly|literatura|obsah", "a", "Na straně %d stojí: „%s“", "Která z těchto vět je v textu?"},
}

// addBrief gives t what is known of its language besides its script.
func (t *tongue) addBrief() {
	for _, b := range briefTongues {
		if b.tag != t.tag {
			continue
		}
		t.yes, t.no, t.keys = phrases(b.yes), phrases(b.no), phrases(b.keys)
		t.skipped = phrases(skippedEnglish + "|" + b.skipped)
		t.and, t.evidence, t.says = b.and, b.evidence, b.says
	}
}
