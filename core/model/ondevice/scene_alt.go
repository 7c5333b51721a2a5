package ondevice

import (
	"strings"

	"edusmart/core/model"
)

// describe says in one sentence, in the story's language where the lexicon
// has it, what the picture shows.
func (p *plan) describe(s model.Scene) string {
	title := strings.TrimSpace(s.PageTitle)
	if title == "" {
		title = strings.TrimSpace(s.StoryTitle)
	}
	words := phrasesOf(p.lang)
	if p.heroName == nil || p.heroName.names[p.lang] == "" {
		if p.lang == "" || title == "" {
			// Without a word of the language, its own title says most.
			return title
		}
		return words.drawing + ": " + title + ", " + words.places[p.place.id] + words.stop
	}
	var b strings.Builder
	b.WriteString(words.drawing)
	b.WriteString(": ")
	b.WriteString(p.heroName.names[p.lang])
	for i, o := range p.othersNames {
		name := o.names[p.lang]
		if name == "" {
			continue
		}
		if i == len(p.othersNames)-1 {
			b.WriteString(words.and)
		} else {
			b.WriteString(words.comma)
		}
		b.WriteString(name)
	}
	if where := words.places[p.place.id]; where != "" && p.hero.scenic == nil {
		b.WriteString(words.comma + where)
	}
	if when := words.hours[p.hour]; when != "" && (p.told || p.place.medium == onGround || p.place.medium == onWater) {
		b.WriteString(words.comma + when)
	}
	return b.String() + words.stop
}

// altPhrases are the words of a description in one language.
type altPhrases struct {
	drawing, and, comma, stop string
	hours                     [hours]string
	places                    map[string]string
}

// placeOrder is the order of the place names below.
const placeOrder = "mountains sea underwater river forest jungle desert savanna ice town farm garden underground space sky body laboratory classroom kitchen home ancient oldtown factory island night abstract"

func newPhrases(drawing, and, comma, stop, hourNames, placeNames string) altPhrases {
	p := altPhrases{drawing: drawing, and: and, comma: comma, stop: stop, places: map[string]string{}}
	for i, h := range strings.Split(hourNames, "|") {
		p.hours[i] = h
	}
	names := strings.Split(placeNames, "|")
	for i, id := range strings.Fields(placeOrder) {
		p.places[id] = names[i]
	}
	return p
}

// phrasesOf gives the words of a lexicon's language, English for any other.
func phrasesOf(lang string) altPhrases {
	switch lang {
	case "es":
		return newPhrases("Dibujo", " y ", ", ", ".", "de día|por la mañana|al atardecer|al anochecer|de noche|con el cielo nublado",
			"en las montañas|en el mar|bajo el agua|junto a un río|en un bosque|en la selva|en el desierto|en la sabana|en el hielo|en una ciudad|en una granja|en un jardín|bajo tierra|en el espacio|en el cielo|sobre un fondo claro|en un laboratorio|en un aula|en una cocina|en una casa|en un lugar antiguo|en una ciudad antigua|junto a una fábrica|en una isla|de noche entre colinas|sobre un fondo tranquilo")
	case "fr":
		return newPhrases("Dessin", " et ", ", ", ".", "en plein jour|le matin|le soir|au crépuscule|la nuit|sous un ciel couvert",
			"à la montagne|en mer|sous l’eau|au bord d’une rivière|dans une forêt|dans la jungle|dans le désert|dans la savane|sur la glace|en ville|à la ferme|dans un jardin|sous la terre|dans l’espace|dans le ciel|sur un fond clair|dans un laboratoire|dans une salle de classe|dans une cuisine|dans une maison|dans un lieu antique|dans une ville ancienne|près d’une usine|sur une île|la nuit parmi les collines|sur un fond calme")
	case "de":
		return newPhrases("Zeichnung", " und ", ", ", ".", "am Tag|am Morgen|am Abend|in der Dämmerung|bei Nacht|unter bedecktem Himmel",
			"in den Bergen|auf dem Meer|unter Wasser|an einem Fluss|im Wald|im Regenwald|in der Wüste|in der Savanne|im Eis|in der Stadt|auf dem Bauernhof|im Garten|unter der Erde|im Weltraum|am Himmel|vor hellem Grund|im Labor|im Klassenzimmer|in der Küche|in einem Zimmer|an einem Ort des Altertums|in einer alten Stadt|bei einer Fabrik|auf einer Insel|nachts in den Hügeln|vor ruhigem Grund")
	case "pt":
		return newPhrases("Desenho", " e ", ", ", ".", "de dia|de manhã|ao entardecer|ao anoitecer|à noite|com o céu nublado",
			"nas montanhas|no mar|debaixo d’água|junto a um rio|numa floresta|na selva|no deserto|na savana|no gelo|numa cidade|numa fazenda|num jardim|debaixo da terra|no espaço|no céu|sobre um fundo claro|num laboratório|numa sala de aula|numa cozinha|numa casa|num lugar antigo|numa cidade antiga|junto a uma fábrica|numa ilha|à noite entre colinas|sobre um fundo calmo")
	case "ar":
		return newPhrases("رسم", " و", "، ", ".", "في النهار|في الصباح|في المساء|عند الغسق|في الليل|تحت سماء غائمة",
			"بين الجبال|في البحر|تحت الماء|بجانب نهر|في غابة|في الأدغال|في الصحراء|في السهول|على الجليد|في المدينة|في المزرعة|في حديقة|تحت الأرض|في الفضاء|في السماء|على خلفية فاتحة|في المختبر|في الصف|في المطبخ|في البيت|في مكان قديم|في مدينة قديمة|قرب مصنع|على جزيرة|ليلًا بين التلال|على خلفية هادئة")
	case "hi":
		return newPhrases("चित्र", " और ", ", ", "।", "दिन में|सुबह|शाम को|साँझ में|रात में|बादलों के नीचे",
			"पहाड़ों में|समुद्र में|पानी के नीचे|नदी के किनारे|वन में|घने जंगल में|रेगिस्तान में|घास के मैदान में|बर्फ़ पर|शहर में|खेत में|बगीचे में|ज़मीन के नीचे|अंतरिक्ष में|आकाश में|हल्की पृष्ठभूमि पर|प्रयोगशाला में|कक्षा में|रसोई में|घर में|प्राचीन स्थान पर|पुराने शहर में|कारखाने के पास|द्वीप पर|रात को पहाड़ियों के बीच|शांत पृष्ठभूमि पर")
	}
	return newPhrases("Drawing", " and ", ", ", ".", "by day|in the morning|in the evening|at dusk|at night|under a grey sky",
		"in the mountains|on the sea|under water|beside a river|in a forest|in the jungle|in the desert|on the savanna|on the ice|in a town|on a farm|in a garden|under the ground|in space|in the sky|on a light ground|in a laboratory|in a classroom|in a kitchen|in a room|in a place of long ago|in an old town|near a factory|on an island|at night among hills|on a calm ground")
}
