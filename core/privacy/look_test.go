package privacy

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"edusmart/core/story"
)

const year = 2026

// page1 makes a document of one page: a text with " | " in it becomes a table,
// every other line a paragraph.
func page1(text string) *story.Document {
	d := &story.Document{Name: "a.pdf", Title: "a", Pages: 9}
	var table [][]string
	flush := func() {
		if table != nil {
			d.Blocks = append(d.Blocks, story.Block{Kind: story.Table, Page: 1, Cells: table})
			table = nil
		}
	}
	for line := range strings.SplitSeq(text, "\n") {
		if strings.Contains(line, " | ") {
			table = append(table, strings.Split(line, " | "))
			continue
		}
		flush()
		d.Blocks = append(d.Blocks, story.Block{Kind: story.Paragraph, Page: 1, Text: line})
	}
	flush()
	return d
}

func TestPersonalDataIsFound(t *testing.T) {
	tests := []struct {
		kind Kind
		text string
	}{
		// Lists of pupils
		{List, "Name | Class | Mark\nAnna Schmidt | 5b | 2\nBen Müller | 5b | 1\nCarla Weiß | 5a | 3\nDavid Koch | 5a | 2"},
		{List, "First name | Surname | Class\nAnna | Schmidt | 5b\nBen | Moore | 5b\nCarla | White | 5a\nDavid | Cook | 5a"},
		{List, "Pupil | Phone\nAnna | 0171 1234567\nBen | 0171 7654321"},
		{List, "Nombre | Apellidos | Curso | Nota\nMaría | López García | 3º A | 7,5\nJosé | Pérez Ruiz | 3º A | 8\nLucía | Gómez | 3º B | 6\nPablo | Díaz | 3º B | 9"},
		{List, "Alumno | Calificación\nMaría López | 7\nJosé Pérez | 8\nLucía Gómez | 6\nPablo Díaz | 9"},
		{List, "Nom | Prénom | Classe\nDupont | Marie | CM2\nMartin | Paul | CM2\nBernard | Zoé | CM1\nPetit | Luc | CM1"},
		{List, "Nome do aluno | Turma | Média\nJoão da Silva | 7A | 8,5\nMaria Souza | 7A | 9\nPedro Santos | 7B | 6\nAna Costa | 7B | 7"},
		{List, "الاسم | الصف | الدرجة\nسارة محمد علي | الصف الخامس | 90\nأحمد حسن | الصف الخامس | 85\nليلى خالد | الصف الرابع | 77\nيوسف إبراهيم | الصف الرابع | 91"},
		{List, "नाम | कक्षा | अंक\nराम कुमार | कक्षा 5 | 78\nसीता देवी | कक्षा 5 | 82\nअमित शर्मा | कक्षा 6 | 69\nनेहा गुप्ता | कक्षा 6 | 90"},
		{List, "Roll No | Student Name | Marks\n1 | Aarav | 45\n2 | Diya | 41\n3 | Kabir | 39\n4 | Meera | 44\n5 | Rohan | 38\n6 | Sara | 47\n7 | Tara | 40\n8 | Uma | 35\n9 | Vihaan | 33\n10 | Zoya | 48"},
		{List, "1. Anna Schmidt 5b\n2. Ben Müller 5b\n3. Carla Weiß 5a\n4. David Koch 5a"},
		{List, "Maria Lopez, Grade 4\nJohn Smith, Grade 4\nAisha Khan, Grade 4\nLi Wei, Grade 4"},
		{List, "Class list\nMaria Lopez\nJohn Smith\nAisha Khan\nTom O'Neill"},
		{List, "Klassenliste 7c\nSchmidt, Anna\nMüller, Ben\nWeiß, Carla\nKoch, David"},
		{List, "Attendance list, May\nMaria Lopez 12\nJohn Smith 14\nAisha Khan 15\nTom Reed 9"},
		{List, "قائمة الطلاب\nسارة محمد\nأحمد حسن\nليلى خالد\nيوسف إبراهيم"},
		{List, "छात्र सूची\nराम कुमार\nसीता देवी\nअमित शर्मा\nनेहा गुप्ता"},
		{List, "Name: Maria López Class: 5B Date: 3 May"},
		{List, "Student: John Smith\nClass: 7a\nTotal: 18 of 20"},
		// Telephone numbers
		{Phone, "You can reach Sara's mother at +49 171 2345678 in the evening."},
		{Phone, "Call my mum: (555) 123-4567."},
		{Phone, "Emergency contact 212-555-0187, ask for Ann."},
		{Phone, "Tel.: 030 1234567"},
		{Phone, "Teléfono: 612 345 678"},
		{Phone, "Móvil 612345678 (madre)"},
		{Phone, "Tél. : 06 12 34 56 78"},
		{Phone, "La mère de Paul répond au 06.12.34.56.78 le soir."},
		{Phone, "Handynummer der Eltern: 0171/2345678"},
		{Phone, "Telefone: (11) 91234-5678"},
		{Phone, "رقم الهاتف: ٠١٠١٢٣٤٥٦٧٨"},
		{Phone, "جوال: 0501234567"},
		{Phone, "मोबाइल नंबर: ९८७६५४३२१०"},
		{Phone, "Meera's father: 98765 43210"},
		{Phone, "Aarav 9876501234, Diya 9812345678"},
		{Phone, "Grandma lives in London, her number is 020 7946 0958."},
		{Phone, "0044 20 7946 0958"},
		// E-mail addresses
		{Mail, "Write to maria.lopez2014@gmail.com"},
		{Mail, "Eltern: schmidt-familie@t-online.de"},
		{Mail, "Correo: lucia_gomez@hotmail.es."},
		// Postal addresses
		{Address, "She lives at 12 Baker Street, London NW1 6XE."},
		{Address, "Address: 45 Elm Road"},
		{Address, "Home: 221 Maple Avenue, Springfield, IL 62704"},
		{Address, "Anna wohnt in der Hauptstraße 12, 10115 Berlin."},
		{Address, "Anschrift: Lindenweg 3"},
		{Address, "12 rue des Lilas, 75020 Paris"},
		{Address, "Domicilio: Calle Mayor 5, 28013 Madrid"},
		{Address, "Vive en C/ Toledo 12, 45001 Toledo"},
		{Address, "Rua das Flores, 123, 1200-195 Lisboa"},
		{Address, "العنوان: 12 شارع النيل"},
		{Address, "पता: मकान 12, गांधी मार्ग, जयपुर 302001"},
		{Address, "Flat 4, 12 Gandhi Nagar, Jaipur 302001"},
		// Dates of birth
		{Birth, "Date of birth: 12/03/2014"},
		{Birth, "DOB 2014-03-12"},
		{Birth, "D.O.B.: 12.03.14"},
		{Birth, "Sara, born on 12 March 2014, is allergic to nuts."},
		{Birth, "Anna Schmidt, geb. am 12.3.2014"},
		{Birth, "Geburtsdatum: 12. März 2014"},
		{Birth, "Fecha de nacimiento: 12 de marzo de 2014"},
		{Birth, "Marie Dupont, née le 12 mars 2014"},
		{Birth, "Élève né(e) le 12/03/2014"},
		{Birth, "Data de nascimento: 12/03/2014"},
		{Birth, "تاريخ الميلاد: ١٢/٣/٢٠١٤"},
		{Birth, "जन्म तिथि: १२ मार्च २०१४"},
		{Birth, "Born: March 12, 2014"},
		// Identity numbers
		{Identity, "Student ID: 2023-004512"},
		{Identity, "DNI: 12345678Z"},
		{Identity, "NIE: X1234567L"},
		{Identity, "Passport No. C01X00T47 and SSN 123-45-6789"},
		{Identity, "Numéro de sécurité sociale : 2 14 03 75 116 001"},
		{Identity, "Personalausweisnummer: L01X00T47, Schülernummer 445566"},
		{Identity, "CPF: 123.456.789-09"},
		{Identity, "رقم الهوية: 1023456789"},
		{Identity, "आधार संख्या: 2345 6789 0123"},
	}
	for _, test := range tests {
		f := look(page1(test.text), year)
		if !slices.Contains(f.Kinds, test.kind) {
			t.Errorf("no %s was found in %q: %+v", test.kind, test.text, f)
		}
		if f.Say == "" || !strings.HasPrefix(f.Say, "Page 1 ") {
			t.Errorf("of %q it says %q", test.text, f.Say)
		}
	}
	t.Logf("%d texts", len(tests))
}

func TestLessonsAreNotTakenForPersonalData(t *testing.T) {
	tests := []string{
		"",
		"Name: ______________ Date: ____________ Class: _______",
		"Nombre: ........ Fecha: ........ Curso: ........",
		"Name | Class | Mark\n ______ | ____ | ____\n ______ | ____ | ____\n ______ | ____ | ____\n ______ | ____ | ____",
		"Name: ____\nDate of birth: ____\nPhone: ____",
		"Napoleon Bonaparte was born on 15 August 1769 in Ajaccio and died on 5 May 1821.",
		"Marie Curie (born 7 November 1867) won the Nobel Prize in 1903 and 1911.",
		"South Sudan was born on 9 July 2011, after a referendum.",
		"La república nació el 14 de abril de 1931. Machado fue nacido en 1875.",
		"In 1950 there were 2 536 431 000 people; in 2022 there were 8,000,000,000.",
		"The Earth is 149 597 871 km from the Sun, and light takes 499 s.",
		"World War I (1914-1918) and World War II (1939-1945) cost 100 million lives.",
		"pp. 112-118, 230-245, 1012-1045",
		"ISBN 978-3-16-148410-0 and ISBN-10: 0-306-40615-2",
		"ISBN 0306406152",
		"It costs $1,234.56 or € 12 345 678,90 or £ 9876543210.",
		"π = 3.14159265358979 and e = 2.718281828459045",
		"The population grew by +1 000 000 from 1990 to 2000.",
		"The answer is +3.14159265 and the error is 0.123456789.",
		"Count: 0123456789, then 9876543210.",
		"01 02 03 04 05 06 07 08 09 10",
		"Binary: 0101 1010 0110 and 01010101",
		"The IP address: 192.168.10.254 and the mask 255.255.255.0",
		"Latitude 48.8566, longitude 2.3522, height 8848 m, 29032 ft",
		"Sherlock Holmes lives at 221B Baker Street. The Prime Minister lives at 10 Downing Street.",
		"In 1666 the fire began in Pudding Lane and burnt 13200 houses.",
		"Napoleon hielt 1806 Unter den Linden Einzug. Sie waren nie 12345 Meter entfernt.",
		"Im Jahr 1989 fiel die Mauer an der Bernauer Straße; 10000 Menschen kamen.",
		"It rained during 1914 and in Spring 1915; the string 12 has the key 10115 Berlin.",
		"Country | Capital | Population\nFrance | Paris | 68 000 000\nSpain | Madrid | 48 000 000\nItaly | Rome | 59 000 000\nPoland | Warsaw | 37 000 000",
		"Name | Symbol | Group\nHydrogen | H | 1\nHelium | He | 18\nLithium | Li | 1\nBeryllium | Be | 2\nBoron | B | 13\nCarbon | C | 14\nNitrogen | N | 15\nOxygen | O | 16\nFluorine | F | 17\nNeon | Ne | 18",
		"Name | Class\nAfrican Elephant | Mammalia\nBlue Whale | Mammalia\nBald Eagle | Aves\nNile Crocodile | Reptilia\nGreen Frog | Amphibia",
		"Name | Born | Died\nIsaac Newton | 1643 | 1727\nAlbert Einstein | 1879 | 1955\nMarie Curie | 1867 | 1934\nCharles Darwin | 1809 | 1882",
		"Name | Age\nTom | 9\nAna | 10\nBen | 8\nSara | 11",
		"Name | Score\nTom | 12\nAna | 15\nBen | 9",
		"Name | Height\nMount Everest | 8849\nMont Blanc | 4806\nMount Kenya | 5199\nMount Fuji | 3776",
		"Nombre | Superficie\nLago Titicaca | 8372\nLago Poopó | 1000\nLago Argentino | 1415\nLago Viedma | 1088",
		"George Washington, 1789-1797\nJohn Adams, 1797-1801\nThomas Jefferson, 1801-1809\nJames Madison, 1809-1817",
		"New Zealand 4\nSouth Africa 3\nUnited States 12\nGreat Britain 7\nCosta Rica 2",
		"Romeo Montague\nJuliet Capulet\nFriar Laurence\nCount Paris\nLady Capulet",
		"Tom has 5 apples, Ana has 7 and Ben has 12. How many have they together?",
		"Neil Armstrong, Buzz Aldrin and Michael Collins flew with Apollo 11 in July 1969.",
		"All rights reserved. First published 2019 by Teide Press, 12 Mill Lane, Oxford OX1 4BH. Tel. +44 1865 556767. rights.oxford@teide-books.co.uk ISBN 978-3-16-148410-0",
		"Write to info@museum.org or contact@city.gov.uk.",
		"An e-mail address looks like this: anna@example.com or name@mail.com.",
		"Follow @nasa and look at 3@5 and a@b.",
		"The museum is open from 09:00 to 17:30 on 24.12.2026 and 31.12.2026.",
		"Call 112 or 999 in an emergency. Dial 911.",
		"The first telephone call was made in 1876, and 1915-1927 followed.",
		"The cell divides 1048576 times. Each cell: 46 chromosomes.",
		"The class of 1985 read chapter 4 in grade 5. Grade: 5. Class: 3",
		"Lincoln's Gettysburg Address: 87 years ago, on 19 November 1863.",
		"Visit the British Museum, 12 Great Russell Street, London WC1B 3DG.",
		"Name: Frog Class: Amphibia Order: Anura",
		"Name: Moby Dick Author: Herman Melville Year: 1851",
		"ولد نجيب محفوظ في 11 ديسمبر 1911 وتوفي عام 2006.",
		"महात्मा गांधी का जन्म 2 अक्टूबर 1869 को हुआ। भारत की जनसंख्या 1400000000 है।",
		"Mozart, geb. am 27.1.1756 in Salzburg, schrieb 626 Werke.",
		"Victor Hugo, né le 26 février 1802, est mort le 22 mai 1885.",
		"Section 4.2.1.3 and chapter 12.3.2014 of the law; version 10.0.19045",
		"Student's t = 2.0301, p = 0.0123456, n = 10 000",
	}
	for _, text := range tests {
		if f := look(page1(text), year); !f.Empty() || f.Say != "" || f.Examples != nil {
			t.Errorf("%q was taken for %+v", text, f)
		}
	}
	t.Logf("%d texts", len(tests))
}

func TestWhatIsSaid(t *testing.T) {
	list := "Name | Phone\nMaria López | 0171 1234567\nJohn Smith | 0171 7654321"
	d := page1("A lesson.")
	add := func(page int, text string) {
		for _, b := range page1(text).Blocks {
			b.Page = page
			d.Blocks = append(d.Blocks, b)
		}
	}
	add(2, list)
	const way = " Leave such pages out, or make the story on this computer."
	check := func(want string) {
		t.Helper()
		if got := look(d, year).Say; got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	check("Page 2 looks like a list of pupils with telephone numbers." + way)
	add(5, "Mail: anna.schmidt@web.de")
	check("Pages 2 and 5 look like a list of pupils with telephone numbers and e-mail addresses." + way)
	d = page1("DOB: 12/03/2014")
	check("Page 1 seems to hold dates of birth." + way)
	add(3, "DOB: 12/03/2014")
	add(4, "DOB: 12/03/2014")
	add(6, "DOB: 12/03/2014")
	add(8, "DNI: 12345678Z")
	check("Pages 1, 3 and 3 others seem to hold dates of birth and identity numbers." + way)
	d = page1("DOB: 12/03/2014")
	d.Pages = 1
	check("This document seems to hold dates of birth. Take them out, or make the story on this computer.")
}

func TestExamplesAreMaskedAndFew(t *testing.T) {
	var text strings.Builder
	text.WriteString("Name | Class | E-mail | Phone\n")
	for i := range 30 {
		fmt.Fprintf(&text, "Sara Miller | 5b | sara.miller%d@gmail.com | +49 171 23456%02d\n", i, i)
	}
	f := look(page1(strings.TrimSpace(text.String())), year)
	if !slices.Equal(f.Kinds, []Kind{List, Phone, Mail}) || len(f.Examples) != 1+3+3 {
		t.Fatalf("the finding is %+v", f)
	}
	want := []string{"Sa••• M•••", "49•••", "sa•••"}
	for i, at := range []int{0, 1, 4} {
		if e := f.Examples[at]; e.Text != want[i] || e.Page != 1 {
			t.Errorf("example %d is %+v, want %q", at, e, want[i])
		}
	}
	for _, secret := range []string{"iller", "gmail", "171"} {
		if strings.Contains(fmt.Sprint(f), secret) {
			t.Errorf("%q is shown: %+v", secret, f)
		}
	}
}

func TestNoDocument(t *testing.T) {
	if f := Look(nil); !f.Empty() {
		t.Errorf("found %+v", f)
	}
	if f := Look(&story.Document{}); !f.Empty() {
		t.Errorf("found %+v", f)
	}
}
