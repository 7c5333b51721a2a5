package print

import "edusmart/core/export/content"

// words are what a handout says of its own, in the language of its story:
// what every book says, and the labels of a sheet of paper.
type words struct {
	content.Words
	labels
}

type labels struct {
	name, class, date string
	page              string // of the story; %d is its number
	source            string // of the document; %d is its page
}

// wordsFor gives the words of a language, a BCP 47 tag; English where they are
// not known.
func wordsFor(language string) words {
	own, ok := byLanguage[content.Tongue(language)]
	if !ok {
		own = byLanguage["en"]
	}
	return words{content.WordsFor(language), own}
}

var byLanguage = map[string]labels{
	"ar":      {"الاسم", "الصف", "التاريخ", "الصفحة %d", "صفحة المصدر %d"},
	"bg":      {"Име", "Клас", "Дата", "Страница %d", "Източник, страница %d"},
	"bn":      {"নাম", "শ্রেণি", "তারিখ", "পৃষ্ঠা %d", "উৎসের পৃষ্ঠা %d"},
	"ca":      {"Nom", "Classe", "Data", "Pàgina %d", "Font, pàgina %d"},
	"cs":      {"Jméno", "Třída", "Datum", "Strana %d", "Zdroj, strana %d"},
	"da":      {"Navn", "Klasse", "Dato", "Side %d", "Kilde, side %d"},
	"de":      {"Name", "Klasse", "Datum", "Seite %d", "Quelle, Seite %d"},
	"el":      {"Όνομα", "Τάξη", "Ημερομηνία", "Σελίδα %d", "Πηγή, σελίδα %d"},
	"en":      {"Name", "Class", "Date", "Page %d", "Source, page %d"},
	"es":      {"Nombre", "Clase", "Fecha", "Página %d", "Fuente, página %d"},
	"fa":      {"نام", "کلاس", "تاریخ", "صفحه %d", "صفحه منبع %d"},
	"fi":      {"Nimi", "Luokka", "Päivämäärä", "Sivu %d", "Lähde, sivu %d"},
	"fr":      {"Nom", "Classe", "Date", "Page %d", "Source, page %d"},
	"he":      {"שם", "כיתה", "תאריך", "עמוד %d", "מקור, עמוד %d"},
	"hi":      {"नाम", "कक्षा", "दिनांक", "पृष्ठ %d", "स्रोत, पृष्ठ %d"},
	"hr":      {"Ime", "Razred", "Datum", "Stranica %d", "Izvor, stranica %d"},
	"hu":      {"Név", "Osztály", "Dátum", "%d. oldal", "Forrás, %d. oldal"},
	"id":      {"Nama", "Kelas", "Tanggal", "Halaman %d", "Sumber, halaman %d"},
	"it":      {"Nome", "Classe", "Data", "Pagina %d", "Fonte, pagina %d"},
	"ja":      {"名前", "クラス", "日付", "%dページ", "資料の%dページ"},
	"ko":      {"이름", "반", "날짜", "%d쪽", "원문 %d쪽"},
	"ms":      {"Nama", "Kelas", "Tarikh", "Halaman %d", "Sumber, halaman %d"},
	"nb":      {"Navn", "Klasse", "Dato", "Side %d", "Kilde, side %d"},
	"nl":      {"Naam", "Klas", "Datum", "Pagina %d", "Bron, pagina %d"},
	"pl":      {"Imię i nazwisko", "Klasa", "Data", "Strona %d", "Źródło, strona %d"},
	"pt":      {"Nome", "Turma", "Data", "Página %d", "Fonte, página %d"},
	"ro":      {"Nume", "Clasa", "Data", "Pagina %d", "Sursă, pagina %d"},
	"ru":      {"Имя", "Класс", "Дата", "Страница %d", "Источник, страница %d"},
	"sv":      {"Namn", "Klass", "Datum", "Sida %d", "Källa, sida %d"},
	"sw":      {"Jina", "Darasa", "Tarehe", "Ukurasa %d", "Chanzo, ukurasa %d"},
	"th":      {"ชื่อ", "ชั้น", "วันที่", "หน้า %d", "แหล่งที่มา หน้า %d"},
	"tr":      {"Ad", "Sınıf", "Tarih", "Sayfa %d", "Kaynak, sayfa %d"},
	"uk":      {"Ім’я", "Клас", "Дата", "Сторінка %d", "Джерело, сторінка %d"},
	"ur":      {"نام", "جماعت", "تاریخ", "صفحہ %d", "ماخذ کا صفحہ %d"},
	"vi":      {"Họ và tên", "Lớp", "Ngày", "Trang %d", "Nguồn, trang %d"},
	"zh":      {"姓名", "班级", "日期", "第 %d 页", "原文第 %d 页"},
	"zh-hant": {"姓名", "班級", "日期", "第 %d 頁", "原文第 %d 頁"},
}
