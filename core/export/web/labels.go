package web

import "strings"

// labels are the words of the player, in the language of the story.
type labels struct {
	play, previous, next, slower, faster, smaller, larger, mute, colours, full, keys string
	sentences, repeat, black, goOn                                                   string
	right, wrong, score, again                                                       string
}

// labelsFor gives the labels of a language, a BCP 47 tag; English where they
// are not known.
func labelsFor(language string) labels {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if primary == "iw" {
		primary = "he"
	}
	if l, ok := byLanguage[primary]; ok {
		return l
	}
	return byLanguage["en"]
}

var byLanguage = map[string]labels{
	"ar": {
		"تشغيل أو إيقاف", "الصفحة السابقة", "الصفحة التالية", "أبطأ", "أسرع", "خط أصغر", "خط أكبر", "الصوت", "الألوان", "ملء الشاشة", "المفاتيح",
		"الجملة السابقة، الجملة التالية", "أعد الجملة", "شاشة سوداء", "تابع", "صحيح", "غير صحيح", "النتيجة", "مرة أخرى",
	},
	"de": {
		"Abspielen oder anhalten", "Seite zurück", "Seite weiter", "Langsamer", "Schneller", "Kleinere Schrift", "Größere Schrift", "Ton", "Farben", "Vollbild", "Tasten",
		"Satz zurück, Satz weiter", "Satz noch einmal", "Schwarz", "Weiter", "Richtig", "Nicht richtig", "Punkte", "Noch einmal",
	},
	"en": {
		"Play or pause", "Page before", "Next page", "Slower", "Faster", "Smaller letters", "Larger letters", "Sound", "Colours", "Full screen", "Keys",
		"Sentence before, next sentence", "Say the sentence again", "Black", "Go on", "Right", "Not right", "Score", "Try again",
	},
	"es": {
		"Reproducir o pausar", "Página anterior", "Página siguiente", "Más lento", "Más rápido", "Letra más pequeña", "Letra más grande", "Sonido", "Colores", "Pantalla completa", "Teclas",
		"Frase anterior, frase siguiente", "Repetir la frase", "Pantalla negra", "Seguir", "Correcto", "No es correcto", "Puntos", "Otra vez",
	},
	"fr": {
		"Lire ou mettre en pause", "Page précédente", "Page suivante", "Plus lent", "Plus vite", "Lettres plus petites", "Lettres plus grandes", "Son", "Couleurs", "Plein écran", "Touches",
		"Phrase précédente, phrase suivante", "Répéter la phrase", "Écran noir", "Continuer", "Juste", "Pas juste", "Score", "Recommencer",
	},
	"he": {
		"ניגון או השהיה", "העמוד הקודם", "העמוד הבא", "לאט יותר", "מהר יותר", "אותיות קטנות יותר", "אותיות גדולות יותר", "צליל", "צבעים", "מסך מלא", "מקשים",
		"המשפט הקודם, המשפט הבא", "לחזור על המשפט", "מסך שחור", "להמשיך", "נכון", "לא נכון", "ניקוד", "שוב",
	},
	"hi": {
		"चलाएँ या रोकें", "पिछला पृष्ठ", "अगला पृष्ठ", "धीमा", "तेज़", "छोटे अक्षर", "बड़े अक्षर", "आवाज़", "रंग", "पूरी स्क्रीन", "कुंजियाँ",
		"पिछला वाक्य, अगला वाक्य", "वाक्य दोहराएँ", "काली स्क्रीन", "आगे", "सही", "सही नहीं", "अंक", "फिर से",
	},
	"it": {
		"Riproduci o metti in pausa", "Pagina precedente", "Pagina successiva", "Più lento", "Più veloce", "Lettere più piccole", "Lettere più grandi", "Audio", "Colori", "Schermo intero", "Tasti",
		"Frase precedente, frase successiva", "Ripeti la frase", "Schermo nero", "Avanti", "Giusto", "Non è giusto", "Punteggio", "Di nuovo",
	},
	"pt": {
		"Tocar ou pausar", "Página anterior", "Página seguinte", "Mais devagar", "Mais rápido", "Letras menores", "Letras maiores", "Som", "Cores", "Tela cheia", "Teclas",
		"Frase anterior, frase seguinte", "Repetir a frase", "Tela preta", "Continuar", "Certo", "Não está certo", "Pontos", "De novo",
	},
	"th": {
		"เล่นหรือหยุด", "หน้าก่อน", "หน้าถัดไป", "ช้าลง", "เร็วขึ้น", "ตัวอักษรเล็กลง", "ตัวอักษรใหญ่ขึ้น", "เสียง", "สี", "เต็มจอ", "ปุ่ม",
		"ประโยคก่อน ประโยคถัดไป", "พูดประโยคอีกครั้ง", "จอดำ", "ไปต่อ", "ถูกต้อง", "ไม่ถูกต้อง", "คะแนน", "อีกครั้ง",
	},
	"zh": {
		"播放或暂停", "上一页", "下一页", "慢一点", "快一点", "字小一点", "字大一点", "声音", "颜色", "全屏", "按键",
		"上一句，下一句", "再说一遍", "黑屏", "继续", "对", "不对", "得分", "再来一次",
	},
}
