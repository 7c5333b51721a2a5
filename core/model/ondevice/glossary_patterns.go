package ondevice

import (
	"regexp"
	"strings"
)

// definingPattern finds a definition in a sentence that holds cue. Its group
// "term" is what is defined. Its group "def" is what it is said to be; without
// one, the whole sentence says it.
type definingPattern struct {
	cue      string // lower-case; a sentence without it is not looked at
	re       *regexp.Regexp
	strength float64 // 0 to 1: how surely the pattern defines
}

// copula reports whether the pattern rests on no more than "is" or "are", which
// say much else besides what a thing is.
func (p definingPattern) copula() bool { return copulas[p.cue] }

var copulas = map[string]bool{" is ": true, " are ": true, " es ": true, " son ": true, " é ": true, " são ": true, " è ": true, " sono ": true, " est ": true, " sont ": true, " ist ": true, " sind ": true}

// word stands for the term in a pattern: up to four words.
const wordPattern = `(?P<term>[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*(?: [\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*){0,3}?)`

// pattern makes a definingPattern; TERM in expr stands for the term and DEF
// for the definition.
func pattern(strength float64, cue, expr string) definingPattern {
	expr = strings.ReplaceAll(expr, "TERM", wordPattern)
	expr = strings.ReplaceAll(expr, "DEF", `(?P<def>.{8,240}?)`)
	return definingPattern{cue, regexp.MustCompile(expr), strength}
}

const end = `(?:[.,;:।۔)]|$)`

func englishDefinitions() []definingPattern {
	return []definingPattern{
		pattern(1, " called ", `^DEF,? (?:is|are) (?:also |often |usually )?called (?:an? |the )?TERM`+end),
		pattern(0.9, " known as ", `^DEF,? (?:is|are) (?:also |often |usually )?known as (?:an? |the )?TERM`+end),
		pattern(1, " mean", `^(?:An? |The |The word |The term )?[“"]?TERM[”"]? means? DEF\.$`),
		pattern(1, " refers to ", `^(?:An? |The |The word |The term )?[“"]?TERM[”"]? refers to DEF\.$`),
		pattern(0.95, " is ", `^(?:An? |The )?TERM is (?P<def>(?:an?|the|any) .{8,240})\.$`),
		pattern(0.85, " are ", `^(?:The )?TERM are (?P<def>(?:the )?[^.]{4,60}? (?:that|which|who|made|of|in|with|where|found) .{3,180})\.$`),
		pattern(0.8, " called ", `(?:,| is| are|[a-z]) called (?:an? |the )?TERM`+end),
		pattern(0.7, " known as ", ` known as (?:an? |the )?TERM`+end),
		pattern(0.6, ", or ", `^[^,]{4,90}, or TERM, `),
	}
}

func spanishDefinitions() []definingPattern {
	return []definingPattern{
		pattern(1, "se ", `^Se (?:llama|denomina) TERM (?:a la|a los|a las|al|a un|a una|a) DEF\.$`),
		pattern(1, "se ", `^DEF,? se (?:llaman?|denominan?|conocen? como|conoce con el nombre de) (?:el |la |los |las |un |una )?TERM`+end),
		pattern(1, "nombre de", `^DEF,? reciben? el nombre de (?:el |la |los |las )?TERM`+end),
		pattern(1, " signific", `^(?:El |La |La palabra |El término )?[«“"]?TERM[»”"]? significan? DEF\.$`),
		pattern(0.95, " es ", `^(?:El |La |Un |Una )?TERM es (?P<def>(?:un|una|el|la|cualquier|todo|toda) .{8,240})\.$`),
		pattern(0.85, " son ", `^(?:El |La |Los |Las |Unos |Unas )?TERM son (?P<def>[^.]{4,70}? (?:que|de|en|con|donde|formad[oa]s) .{3,180})\.$`),
		pattern(0.8, "llamad", ` llamad[oa]s? (?:el |la |los |las )?TERM`+end),
		pattern(0.7, "conocid", ` conocid[oa]s? como (?:el |la |los |las )?TERM`+end),
	}
}

func portugueseDefinitions() []definingPattern {
	return []definingPattern{
		pattern(1, "cham", `^Chama-se TERM (?:a|ao|à|aos|às) DEF\.$`),
		pattern(1, "chama", `^DEF,? (?:chamam?-se|se chamam?|é chamad[oa]|são chamad[oa]s)(?: de)? (?:o |a |os |as )?TERM`+end),
		pattern(1, " signific", `^(?:O |A |A palavra |O termo )?[“"]?TERM[”"]? significam? DEF\.$`),
		pattern(0.95, " é ", `^(?:O |A |Um |Uma )?TERM é (?P<def>(?:um|uma|o|a|qualquer|todo|toda) .{8,240})\.$`),
		pattern(0.85, " são ", `^(?:Os |As )?TERM são (?P<def>[^.]{4,70}? (?:que|de|em|com|onde|formad[oa]s) .{3,180})\.$`),
		pattern(0.8, "chamad", ` chamad[oa]s?(?: de)? (?:o |a |os |as )?TERM`+end),
		pattern(0.7, "conhecid", ` conhecid[oa]s? como (?:o |a |os |as )?TERM`+end),
	}
}

func italianDefinitions() []definingPattern {
	return []definingPattern{
		pattern(1, "chiam", `^DEF,? si chiaman?o? (?:il |lo |la |i |gli |le )?TERM`+end),
		pattern(1, "chiam", `^DEF,? (?:è|sono) chiamat[oaie] (?:il |lo |la |i |gli |le )?TERM`+end),
		pattern(1, " signific", `^(?:Il |Lo |La |La parola )?[«“"]?TERM[»”"]? significa DEF\.$`),
		pattern(0.95, " è ", `^(?:Il |Lo |La |L'|L’|Un |Una |Un'|Un’)?TERM è (?P<def>(?:un|uno|una|il|lo|la|un'\p{L}+|un’\p{L}+|l'\p{L}+) .{8,240})\.$`),
		pattern(0.85, " sono ", `^(?:I |Gli |Le )?TERM sono (?P<def>[^.]{4,70}? (?:che|di|in|con|dove) .{3,180})\.$`),
		pattern(0.8, "chiamat", ` chiamat[oaie] (?:il |lo |la |i |gli |le )?TERM`+end),
	}
}

func frenchDefinitions() []definingPattern {
	return []definingPattern{
		pattern(1, "appell", `^DEF,? s['’]appelle(?:nt)? (?:le |la |les |l['’]|un |une )?TERM`+end),
		pattern(1, "appel", `^DEF,? (?:est|sont) appelée?s? (?:le |la |les |l['’]|un |une )?TERM`+end),
		pattern(1, " signifi", `^(?:Le |La |Les |L['’]|Le mot )?[«“"]?\s?TERM\s?[»”"]? signifie(?:nt)? DEF\.$`),
		pattern(0.95, " est ", `^(?:Le |La |L['’]|Un |Une )?TERM est (?P<def>(?:un|une|le|la|l['’]\p{L}+) .{8,240})\.$`),
		pattern(0.85, " sont ", `^(?:Les |Des )?TERM sont (?P<def>[^.]{4,70}? (?:qui|que|de|dans|avec|où) .{3,180})\.$`),
		pattern(0.8, "appelé", ` appelée?s? (?:le |la |les |l['’]|un |une )?TERM`+end),
		pattern(0.8, "on appelle", `^On appelle TERM (?P<def>(?:un|une|le|la|les|l['’]\p{L}+) .{8,240})\.$`),
	}
}

func germanDefinitions() []definingPattern {
	return []definingPattern{
		pattern(1, " heiß", `^DEF,? heiß(?:t|en) (?:auch )?(?:der |die |das |ein |eine )?TERM`+end),
		pattern(1, "nennt man", `^DEF,? nennt man (?:auch )?(?:den |die |das |einen |eine |ein )?TERM`+end),
		pattern(1, "genannt", `^DEF,? (?:wird|werden) (?:auch |als )?(?:der |die |das )?TERM genannt`+end),
		pattern(1, "bezeichnet", `^Als TERM bezeichnet man DEF\.$`),
		pattern(1, " bedeutet ", `^(?:Der |Die |Das |Das Wort |Der Begriff )?[„“"]?TERM[“”"]? bedeutet DEF\.$`),
		pattern(0.95, " ist ", `^(?:Der |Die |Das |Ein |Eine )?TERM ist (?P<def>(?:ein|eine|der|die|das) .{8,240})\.$`),
		pattern(0.85, " sind ", `^(?:Die )?TERM sind (?P<def>[^.]{4,80}?(?:,| aus| in| mit| von) .{3,180})\.$`),
	}
}

// arabicWords matches words with or without their vowel marks.
func arabicWords(words string) string {
	var b strings.Builder
	for _, r := range words {
		b.WriteRune(r)
		if r >= 'ء' && r <= 'ي' {
			b.WriteString(`[\x{064b}-\x{0652}]*`)
		}
	}
	return b.String()
}

func arabicDefinitions() []definingPattern {
	named := arabicWords(`(?:يسمى|تسمى|ويسمى|وتسمى|نسميه|نسميها|يطلق عليه اسم|يطلق عليها اسم|يطلق عليه|يطلق عليها|يعرف باسم|تعرف باسم)`)
	return []definingPattern{
		pattern(1, "", ` `+named+` TERM(?:[.،؛:)]|$)`),
		pattern(0.95, " هو ", `^TERM هو DEF\.$`),
		pattern(0.95, " هي ", `^TERM هي DEF\.$`),
		pattern(0.9, "", `^TERM `+arabicWords(`(?:يعني|تعني)`)+` DEF\.$`),
	}
}

func hindiDefinitions() []definingPattern {
	return []definingPattern{
		pattern(1, "कह", `^.{8,240} को TERM (?:कहते हैं|कहा जाता है|कहते है)[।.|]?$`),
		pattern(0.9, "कह", ` (?:जिसे|जिन्हें|इसे|इन्हें|उसे) TERM (?:कहते हैं|कहा जाता है|कहते है)`),
		pattern(1, "कहला", `^(?P<def>\S+ \S+ .{2,240}) TERM कहला(?:ता|ती|ते) (?:है|हैं)[।.|]?$`),
		pattern(1, " अर्थ ", `^TERM का अर्थ (?:है|होता है) DEF[।.|]?$`),
		pattern(1, " मतलब ", `^TERM का मतलब (?:है|होता है) DEF[।.|]?$`),
		pattern(0.9, " वह ", `^TERM (?P<def>वह .{8,240}? है,? .{3,160})[।.|]$`),
		pattern(0.85, " एक ", `^TERM (?P<def>एक .{6,200}?) (?:है|हैं|होता है|होती है)[।.|]?$`),
	}
}

// hanTerm stands for a term of Chinese: without the marks of a phrase.
const hanTerm = `[“「《"]?(?P<term>[^\P{Han}的了是在这那它他她们也都就被把从有很不]{2,8})[”」》"]?`

func chineseDefinitions() []definingPattern {
	han := func(strength float64, cue, expr string) definingPattern {
		return definingPattern{cue, regexp.MustCompile(strings.ReplaceAll(expr, "TERM", hanTerm)), strength}
	}
	return []definingPattern{
		han(1, "是指", `^TERM是指(?P<def>[^。；]{4,60})。$`),
		han(1, "指的是", `^TERM指的是(?P<def>[^。；]{4,60})。$`),
		han(1, "就是", `^所谓TERM，?就是(?P<def>[^。；]{4,60})。$`),
		han(1, "叫", `^(?P<def>[^，。；：]{3,40}?)都?(?:就)?(?:叫做|叫作|叫)TERM[。，]`),
		han(1, "称", `^(?P<def>[^，。；：]{3,40}?)都?(?:被)?(?:称为|称作|称之为)TERM[。，]`),
		han(0.95, "是", `^TERM是(?P<def>[^，。；]{2,40}的[^，。；的]{1,7}[^，。；的一])[，。]`),
		han(0.8, "叫", `，(?:叫做|叫作|被称为|称为)TERM。$`),
	}
}

func japaneseDefinitions() []definingPattern {
	const term = `(?P<term>[\p{Han}\p{Katakana}ー々]{2,12})`
	ja := func(strength float64, cue, expr string) definingPattern {
		return definingPattern{cue, regexp.MustCompile(strings.ReplaceAll(expr, "TERM", term)), strength}
	}
	return []definingPattern{
		ja(1, "とは", `^TERMとは、?(?P<def>[^。]{4,80}?)(?:のこと)?(?:です|である|だ|をいいます|を言います|をいう)。$`),
		ja(0.9, "と呼ばれ", `^(?P<def>[^、。]{4,40})(?:は|が)、?TERMと呼ばれ(?:ます|る|ている|ています)。$`),
		ja(0.9, "と呼", `^(?P<def>[^、。]{4,40})を、?TERMと(?:呼びます|呼ぶ|いいます|言います|いう)。$`),
	}
}

func thaiDefinitions() []definingPattern {
	const term = `(?P<term>[\p{Thai}]{3,20}?)`
	th := func(strength float64, cue, expr string) definingPattern {
		return definingPattern{cue, regexp.MustCompile(strings.ReplaceAll(expr, "TERM", term)), strength}
	}
	return []definingPattern{
		th(1, "คือ", `^TERM ?คือ ?(?P<def>[^.]{8,160})\.?$`),
		th(1, "หมายถึง", `^TERM ?หมายถึง ?(?P<def>[^.]{8,160})\.?$`),
		th(1, "เรียกว่า", `^(?P<def>[^.]{8,120}?) ?เรียกว่า ?(?P<term>[\p{Thai}]{3,20})(?:$|[. ])`),
	}
}
