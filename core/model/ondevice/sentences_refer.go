package ondevice

import (
	"slices"
	"strings"
)

// refersBack looks for words further on in a sentence that stand for somebody
// or something it does not name: possessives at its beginning, pronouns that
// can be no part of it, and verbs without a subject. The rules are those that
// need no grammar of the whole sentence; what they miss is read as upright.
func (t *tongue) refersBack(p *passage) lean {
	switch t.tag {
	case "en":
		return englishRefers(p)
	case "de":
		return germanRefers(p)
	case "es", "pt", "it", "fr":
		return romanceRefers(p)
	case "ar":
		return arabicRefers(p)
	}
	return upright
}

var (
	englishObjects     = newWordSet("it him them")
	englishPossessives = newWordSet("its his her their")
	englishClause      = newWordSet("and or but because when while if that which who where so until before after since although though")
	englishPlaces      = newWordSet("in of on at by for with from into under over between among through during")
)

// englishRefers finds "... live in it", where the one clause before it has
// nothing the pronoun could mean but its own subject, and "Long eyelashes keep
// the sand out of its eyes", whose subject is of another number.
func englishRefers(p *passage) lean {
	if englishPossessives[p.words[0].lower] {
		return onSubject
	}
	subject, many := -1, false
	for i, w := range p.words {
		lower := w.lower
		switch {
		case i > 0 && (englishClause[lower] || closed(p.text, p.words[i-1], w)):
			return upright
		case lower == "there" && i > 0 && i+1 < len(p.words) && !newThere[p.words[i+1].lower]:
			return onBefore
		case i > 1 && englishObjects[lower]:
			return onBefore // whose object it may be
		case i > 1 && englishPossessives[lower] && subject >= 0:
			if many != (lower == "their") {
				return onSubject
			}
			return upright
		case subject < 0 && p.ids[i] != function && !w.number && !afterPlace(p, i):
			subject, many = i, severalAt(p, i)
		}
	}
	return upright
}

// severalAt reports whether the run of content words from i names several: a
// plural in it, unless that is its last word and by its place the verb, as in
// "The fox cleans its ears".
func severalAt(p *passage, i int) bool {
	last := i
	for last+1 < len(p.words) && p.ids[last+1] != function && !closed(p.text, p.words[last], p.words[last+1]) {
		last++
	}
	for k := i; k < last; k++ {
		if plural(p.words[k].lower) {
			return true
		}
	}
	return plural(p.words[last].lower) && (last == i || last+1 < len(p.words) && finite[p.words[last+1].lower])
}

// afterPlace reports whether word i belongs to a preposition before it.
func afterPlace(p *passage, i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if englishPlaces[p.words[k].lower] {
			return true
		}
		if p.ids[k] == function && !articlesOnly[p.words[k].lower] {
			return false
		}
	}
	return false
}

var articlesOnly = newWordSet("the a an this these those its their")

var (
	germanPossessives = newWordSet("sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres")
	germanSubjects    = newWordSet("er ihn ihm ihnen")
	germanThen        = newWordSet("dann danach dabei dadurch dagegen deshalb daher dort davon dazu")
	germanClause      = newWordSet("wenn weil dass daß als ob und oder aber sondern bis während nachdem bevor")
)

// germanRefers looks at the first clause: a possessive among its first words,
// a pronoun behind the verb, "dann".
func germanRefers(p *passage) lean {
	for i, w := range p.words {
		switch {
		case i > 0 && strings.HasPrefix(p.text[p.words[i-1].to:], ","), germanClause[w.lower]:
			return upright
		case i < 3 && germanPossessives[w.lower] && !slices.ContainsFunc(p.words[:i], func(b piece) bool { return capitalised(p.text[b.from:b.to]) && b.from > 0 }):
			return onSubject
		case germanSubjects[w.lower]:
			return onSubject
		case i > 0 && germanThen[w.lower]:
			return onBefore
		}
	}
	return upright
}

var (
	romancePossessives = newWordSet("su sus son sa ses leur leurs seu sua seus suas suo sua suoi sue")
	romanceBare        = newWordSet(`es fue era son eran está están tiene tienen tenía vive viven come comen mide pesa puede pueden hace hacen usa usan sirve sirven nace nacen duerme pone ponen
		è era sono erano ha hanno vive vivono mangia mangiano può possono é foi eram são está estão tem têm tinha vive vivem come comem pode podem`)
	droppedSubjects = []string{"aban", "ían", "aron", "eron", "avam", "iam", "aram", "eram", "iram", "avano", "evano", "ivano", "arono", "irono"}
)

// romanceRefers finds a possessive at the beginning, and in the languages that
// leave the subject out a sentence that begins with its verb.
func romanceRefers(p *passage) lean {
	first := p.words[0].lower
	if romancePossessives[first] {
		return onSubject
	}
	if p.ids[0] != function && len(p.words) > 1 || romanceBare[first] {
		if romanceBare[first] && !strings.HasPrefix(p.text, "Son ") {
			return onSubject
		}
		for _, e := range droppedSubjects {
			if strings.HasSuffix(first, e) && len(first) > len(e)+2 {
				return onSubject
			}
		}
	}
	return upright
}

// arabicOwn are words with a pronoun at their end that measure or place what
// was named before.
var arabicOwn = newWordSet(`طوله طولها عرضه عرضها ارتفاعه ارتفاعها عمقه عمقها وزنه وزنها عدده عددها عددهم حجمه حجمها مساحته مساحتها لونه لونها اسمه اسمها عمره عمرها شكله شكلها
	فيه فيها منه منها به بها له لها لهم عليه عليها إليه إليها عنه عنها معه معها عندها بعضها معظمها كلها جميعها`)

const arabicReach = 3

func arabicRefers(p *passage) lean {
	for i, w := range p.words {
		if i >= arabicReach || i > 0 && arabicDefinite(w.lower) {
			break
		}
		if arabicOwn[w.lower] {
			return onSubject
		}
	}
	return upright
}
