package library_test

import (
	"testing"

	"edusmart/core/library"
)

func TestWordsAreFoundInAnyScriptHoweverTheyAreTyped(t *testing.T) {
	for _, tt := range []struct{ text, typed string }{
		{"The Glacier melts", "glac"},
		{"Élan vital à l'école", "ecole elan"},
		{"Die Straße über den Fluß", "strasse uber FLUSS"},
		{"Łódź i Kraków", "lodz krakow"},
		{"Ωκεανός", "ωκεανος"},
		{"ΟΔΟΣ", "οδός"},
		{"Ёлка и йод", "елка"},
		{"İstanbul'da ırmak", "istanbul irmak"},
		{"أَهْلًا وَسَهْلًا بِالطُّلَّابِ", "اهلا الطلاب"},
		{"مدرسة كبيرة على التل", "مدرسه كبيره علي"},
		{"ﻣﺪﺭﺳﺔ", "مدرسة"},
		{"کتاب فارسی", "كتاب فارسي"},
		{"الصفحة ٤٢", "42"},
		{"שָׁלוֹם יְלָדִים", "שלום ילדימ"},
		{"水循環はどのように働くか", "循環"},
		{"ｶﾞﾗｽの山", "ガラス"},
		{"ＡＢＣ１２３", "abc123"},
		{"น้ำตกสูงที่สุดในโลก", "สูง"},
		{"पानी का चक्र पृष्ठ ७", "चक्र 7"},
		{"한국의 강", "한국"},
		{"don’t stop", "don't"},
		{"naïve ﬁre", "naive fire"},
		{"well‑known", "well-known"},
	} {
		if library.NewQuery(tt.typed).Find(library.SearchText(tt.text, nil, "")) != library.InTitle {
			t.Errorf("%q is not found by %q: %q, %q", tt.text, tt.typed, library.Fold(tt.text), library.Fold(tt.typed))
		}
	}
	for _, tt := range []struct{ text, typed string }{
		{"The Glacier melts", "glacier frost"},
		{"पानी", "पाना"}, // another vowel sign is another word
		{"สูง", "สาง"},
	} {
		if library.NewQuery(tt.typed).Find(library.SearchText(tt.text, nil, "")) != library.Nowhere {
			t.Errorf("%q is found by %q", tt.text, tt.typed)
		}
	}
}

func TestTitlesGoBeforeTagsAndTagsBeforeTexts(t *testing.T) {
	q := library.NewQuery("river water")
	for want, search := range []string{
		library.InTitle: library.SearchText("River water", nil, ""),
		library.InTags:  library.SearchText("A river", []string{"Water"}, "nothing"),
		library.InText:  library.SearchText("A river", nil, "water flows"),
		library.Nowhere: library.SearchText("A river", []string{"fire"}, "nothing"),
	} {
		if got := q.Find(search); got != want {
			t.Errorf("%q is found in %d, want %d", search, got, want)
		}
	}
}
