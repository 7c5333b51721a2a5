package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// column is what a label or the head of a column announces.
type column int

const (
	none column = iota
	nameColumn
	pupilColumn // a name, said to be a pupil's
	classColumn
	markColumn
	rollColumn
	ageColumn
	phoneColumn
	mailColumn
	addressColumn
	birthColumn
	bornColumn // "born": a birth too, but common in prose
	identityColumn
)

// labels are the words that announce personal data, folded by fold: lower
// case, without full stops, words joined by one space.
var labels = index(map[column]string{
	nameColumn: "name|names|full name|first name|last name|surname|family name|forename|given name|" +
		"nombre|nombres|apellido|apellidos|nombre y apellidos|nombre completo|" +
		"nom|noms|prénom|prénoms|nom et prénom|nom de famille|" +
		"vorname|nachname|familienname|vor- und nachname|vor und nachname|" +
		"nome|nomes|sobrenome|apelido|nome completo|" +
		"الاسم|الاسم الكامل|اسم|اللقب|नाम|पूरा नाम|उपनाम",
	pupilColumn: "pupil|pupils|pupil name|pupil's name|student|students|student name|student's name|name of pupil|name of student|learner|child|child's name|" +
		"alumno|alumna|alumnos|alumnado|estudiante|estudiantes|nombre del alumno|" +
		"élève|élèves|nom de l'élève|étudiant|" +
		"schüler|schülerin|schülerinnen|name des schülers|name des kindes|kind|" +
		"aluno|aluna|alunos|nome do aluno|estudante|" +
		"الطالب|الطالبة|اسم الطالب|اسم الطالبة|التلميذ|اسم التلميذ|" +
		"छात्र|छात्रा|विद्यार्थी|छात्र का नाम|विद्यार्थी का नाम",
	classColumn: "class|form|homeroom|year group|grade level|section|" +
		"clase|curso|grupo|classe|klasse|turma|ano|série|الصف|الفصل|الشعبة|कक्षा|वर्ग",
	markColumn: "grade|grades|mark|marks|score|scores|points|result|results|total|average|attendance|absent|absences|gpa|" +
		"nota|notas|calificación|calificaciones|puntuación|asistencia|" +
		"note|notes|moyenne|absence|" +
		"noten|zensur|punkte|fehlzeiten|" +
		"média|faltas|pontos|" +
		"الدرجة|الدرجات|العلامة|العلامات|المجموع|المعدل|الحضور|अंक|प्राप्तांक|ग्रेड|उपस्थिति",
	rollColumn: "roll|roll no|roll number|register no|reg no|admission no|admission number|" +
		"número de lista|nº de lista|número de aluno|رقم الجلوس|अनुक्रमांक|क्रमांक|रोल नंबर",
	ageColumn: "age|edad|âge|alter|idade|العمر|السن|आयु|उम्र|gender|sex|geschlecht|género|sexe|sexo|الجنس|लिंग",
	phoneColumn: "phone|phones|telephone|tel|mobile|mobile phone|cell|cell phone|cellphone|home phone|contact number|parent phone|parents' phone|parent's phone|phone of parent|emergency contact|whatsapp|fax|" +
		"teléfono|teléfonos|tfno|telf|móvil|celular|" +
		"téléphone|tél|portable|téléphone des parents|" +
		"telefon|handy|mobil|telefonnummer|handynummer|mobilnummer|notfallnummer|telefon der eltern|" +
		"telefone|tlm|telemóvel|contato|contacto|telefone dos pais|" +
		"هاتف|الهاتف|رقم الهاتف|تليفون|التليفون|جوال|الجوال|رقم الجوال|موبايل|الموبايل|محمول|هاتف ولي الأمر|" +
		"फ़ोन|फोन|फ़ोन नंबर|फोन नंबर|मोबाइल|मोबाइल नंबर|दूरभाष|संपर्क",
	mailColumn: "email|e-mail|mail|correo|correo electrónico|courriel|البريد|البريد الإلكتروني|ईमेल",
	addressColumn: "address|home address|postal address|street address|residence|" +
		"dirección|domicilio|adresse|domicile|anschrift|wohnort|endereço|morada|residência|" +
		"العنوان|عنوان السكن|عنوان المنزل|पता|घर का पता|निवास",
	birthColumn: "date of birth|dob|birth date|birthdate|birthday|" +
		"fecha de nacimiento|f nac|f nacimiento|nacimiento|" +
		"date de naissance|naissance|" +
		"geburtsdatum|geburtstag|" +
		"data de nascimento|dt nasc|nascimento|" +
		"تاريخ الميلاد|تاريخ الولادة|जन्म तिथि|जन्मतिथि|जन्म दिनांक|जन्म तारीख",
	bornColumn: "born|né|née|né e|geb|geboren|nacido|nacida|nascido|nascida|مواليد",
	identityColumn: "ssn|social security|social security number|social security no|id|id card|id number|id no|identity number|identity card|identity card no|national id|student id|pupil id|student number|pupil number|student no|passport|passport no|passport number|national insurance|national insurance number|ni number|nhs|nhs number|upn|insurance no|" +
		"dni|nie|nif|curp|rut|cédula|cédula de identidad|documento de identidad|número de identidad|pasaporte|número de matrícula|matrícula|nuss|" +
		"numéro de sécurité sociale|sécurité sociale|numéro d'étudiant|numéro étudiant|carte d'identité|passeport|ine|" +
		"personalausweis|personalausweisnummer|ausweisnummer|ausweis|reisepass|schülernummer|matrikelnummer|versicherungsnummer|sozialversicherungsnummer|steuer-id|" +
		"cpf|rg|cartão de cidadão|bilhete de identidade|passaporte|número do aluno|" +
		"رقم الهوية|الهوية|رقم البطاقة|الرقم القومي|الرقم الوطني|رقم الطالب|رقم الجواز|رقم جواز السفر|" +
		"आधार|आधार संख्या|आधार नंबर|आधार कार्ड|aadhaar|aadhaar no|aadhaar number|aadhar|पहचान संख्या|नामांकन संख्या",
})

// fillers stand between a label and what it announces.
var fillers = set("number|numbers|no|nr|num|n|nº|n°|№|número|numéro|numero|nummer|is|are|es|est|ist|é|home|work|private|privat|on|am|le|el|em|den|the|of|de|del|رقم|هو|في|नंबर|संख्या|सं|है")

// cues are the words by which a page calls itself a list of pupils.
var cues = []string{
	"class list", "class register", "class roster", "list of pupils", "list of students", "pupil list", "student list", "student roster",
	"attendance list", "attendance sheet", "attendance register", "mark sheet", "marksheet", "gradebook", "grade book", "report card",
	"lista de alumnos", "lista de estudiantes", "lista de clase", "lista de asistencia", "boletín de notas", "boletín de calificaciones",
	"liste des élèves", "liste d'élèves", "liste de classe", "feuille de présence", "liste d'appel", "bulletin de notes", "bulletin scolaire",
	"klassenliste", "schülerliste", "anwesenheitsliste", "klassenbuch", "notenliste", "notenspiegel",
	"lista de alunos", "lista de presença", "lista de chamada", "lista da turma", "boletim escolar", "pauta de notas",
	"قائمة الطلاب", "قائمة الطالبات", "قائمة التلاميذ", "كشف الطلاب", "أسماء الطلاب", "كشف الدرجات", "كشف الحضور", "سجل الحضور",
	"छात्र सूची", "छात्रों की सूची", "विद्यार्थियों की सूची", "उपस्थिति पंजिका", "उपस्थिति सूची", "अंक तालिका", "अंकतालिका",
}

// imprints are the words of the page on which a book says who made it.
var imprints = []string{
	"isbn", "all rights reserved", "published by", "copyright ©", "©", "first published", "printed in",
	"todos los derechos reservados", "depósito legal", "tous droits réservés", "dépôt légal", "achevé d'imprimer",
	"alle rechte vorbehalten", "impressum", "todos os direitos reservados", "جميع الحقوق محفوظة", "حقوق الطبع", "सर्वाधिकार सुरक्षित",
}

// organisations have addresses that are no person's.
var organisations = []string{
	"museum", "museo", "musée", "museu", "university", "universidad", "université", "universität", "universidade", "library", "bibliothe",
	"ltd", "inc.", "gmbh", "press", "publish", "verlag", "editorial", "éditions", "editora", "company", "corporation",
	"institut", "ministry", "ministerio", "ministère", "ministerium", "ministério", "embassy", "office", "society", "foundation",
	"school", "escuela", "colegio", "école", "collège", "lycée", "schule", "gymnasium", "escola", "hotel", "hospital", "theatre", "theater",
	"مدرسة", "متحف", "جامعة", "विद्यालय", "संग्रहालय", "विश्वविद्यालय",
}

func isCue(text string) bool { return containsAny(clip(text, 400), cues) }

func isImprint(text string) bool { return containsAny(clip(text, 4000), imprints) }

func containsAny(text string, words []string) bool {
	text = strings.ToLower(text)
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

func index(lists map[column]string) map[string]column {
	all := map[string]column{}
	for c, list := range lists {
		for _, w := range strings.Split(list, "|") {
			all[w] = c
		}
	}
	return all
}

func set(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Split(list, "|") {
		all[w] = true
	}
	return all
}

// isWordRune reports whether r belongs to a word as labels have them.
func isWordRune(r rune) bool {
	switch r {
	case '.', '\'', '’', '-', 'º', '°', '№':
		return true
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.M, r) || unicode.IsDigit(r)
}

// fold gives a word in the form of the labels.
func fold(word string) string {
	word = strings.ToLower(word)
	if strings.ContainsAny(word, ".’") {
		word = strings.NewReplacer("’", "'", ".", "").Replace(word)
	}
	return strings.Trim(word, "-'")
}

// lastWords gives the last words of a text, folded, the last one first.
func lastWords(text string, most int) []string {
	var words []string
	for len(words) < most {
		text = strings.TrimRightFunc(text, func(r rune) bool { return !isWordRune(r) })
		if text == "" {
			break
		}
		from := strings.LastIndexFunc(text, func(r rune) bool { return !isWordRune(r) })
		if from < 0 {
			from = 0
		} else {
			_, n := utf8.DecodeRuneInString(text[from:])
			from += n
		}
		if w := fold(text[from:]); w != "" {
			words = append(words, w)
		}
		text = text[:from]
	}
	return words
}

// labelAt gives the label that ends with words[0], the longest there is, and
// how many words it has.
func labelAt(words []string) (c column, n int) {
	const longest = 4
	joined := ""
	for i := range min(len(words), longest) {
		if i == 0 {
			joined = words[0]
		} else {
			joined = words[i] + " " + joined
		}
		if found, ok := labels[joined]; ok {
			c, n = found, i+1
		}
	}
	return c, n
}

// announced gives the label that stands before a value, over a few fillers.
func announced(words []string) (c column, before []string) {
	for i := 0; i <= 2 && i < len(words); i++ {
		if c, n := labelAt(words[i:]); c != none {
			return c, words[i+n:]
		}
		if !fillers[words[i]] {
			break
		}
	}
	return none, nil
}

// headOf gives what the head of a column announces.
func headOf(cell string) column {
	if len(cell) > 60 {
		return none
	}
	words := lastWords(cell, 6)
	if c, n := labelAt(words); c != none && n == len(words) {
		return c
	}
	for len(words) > 0 && fillers[words[0]] { // "Telephone no."
		words = words[1:]
	}
	if c, n := labelAt(words); n == len(words) {
		return c
	}
	for from := range words { // "Name / Nom", "Mother's phone"
		if c, _ := labelAt(words[from:]); c != none && c != markColumn && c != classColumn {
			return c
		}
	}
	return none
}
