package document

import (
	"strings"
	"unicode"
)

// The words under which documents set questions, give their answers and list
// their sources, in the languages that schools use most. A line is compared
// whole, in small letters, without its number and its last mark.
var (
	exerciseHeadings = phraseSet(
		"exercise|exercises|question|questions|review|review questions|check your understanding|check your knowledge|check yourself|quiz|test yourself|test your knowledge|comprehension|comprehension questions|discussion|discussion questions|questions for discussion|let's discuss|let’s discuss|think about it|think and discuss|multiple choice|true or false|fill in the blank|fill in the blanks|short answer|short answers|practice|practice questions|practice problems|homework|worksheet questions",
		"ejercicio|ejercicios|pregunta|preguntas|cuestionario|actividades|comprueba lo aprendido|practica|repaso",
		"exercice|exercices|questionnaire|activités|je m'entraîne|je m’entraîne|vérifie tes connaissances",
		"übung|übungen|aufgabe|aufgaben|frage|fragen|teste dich|teste dein wissen",
		"esercizio|esercizi|domande|attività|verifica|verifiche",
		"exercício|exercícios|perguntas|questões|atividades|questionário",
		"vraag|vragen|oefening|oefeningen|opdrachten|toets",
		"pytania|ćwiczenia|zadania|sprawdź się|pytania i zadania",
		"вопросы|вопросы и задания|задания|упражнения|проверь себя|контрольные вопросы",
		"питання|запитання|запитання і завдання|завдання|вправи|перевір себе",
		"sorular|soru|alıştırmalar|alıştırma|etkinlikler|değerlendirme|değerlendirme soruları|çalışma soruları|kendimizi sınayalım",
		"soal|latihan|soal latihan|pertanyaan|latihan soal|uji pemahaman",
		"maswali|mazoezi|zoezi|jaribio|maswali ya zoezi",
		"câu hỏi|bài tập|luyện tập|câu hỏi và bài tập",
		"frågor|övningar|uppgifter|spørgsmål|øvelser|opgaver|oppgaver|spørsmål|kysymyksiä|tehtäviä|întrebări|exerciții|otázky|cvičení|úkoly|kérdések|feladatok|ερωτήσεις|ασκήσεις",
		"تمارين|التمارين|أسئلة|الأسئلة|تدريبات|أسئلة المراجعة|تمرین|پرسش\u200cها|پرسش|مشق|سوالات",
		"अभ्यास|प्रश्न|प्रश्नावली|अभ्यास प्रश्न|प्रश्न और अभ्यास|প্রশ্ন|অনুশীলনী|प्रश्नोत्तर",
		"练习|练习题|习题|思考题|问题|课后练习|练一练|想一想|練習|練習題|習題|思考題|問題|課後練習",
		"練習問題|もんだい|問い|れんしゅう|クイズ|確認問題|확인 문제|문제|연습 문제|연습문제|질문|퀴즈",
		"คำถาม|แบบฝึกหัด|แบบทดสอบ|שאלות|תרגילים",
	)

	answerHeadings = phraseSet(
		"answer|answers|answer key|key|solution|solutions|correct answers|answers to the exercises|answers to exercises",
		"respuesta|respuestas|solución|soluciones|clave|clave de respuestas|réponse|réponses|corrigé|corrigés|lösung|lösungen|antworten|lösungsschlüssel",
		"soluzione|soluzioni|risposta|risposte|resposta|respostas|gabarito|antwoorden|oplossingen|odpowiedzi|rozwiązania|klucz odpowiedzi",
		"ответ|ответы|ключ|відповіді|cevap|cevaplar|cevap anahtarı|yanıtlar|yanıt anahtarı|jawaban|kunci jawaban|majibu|đáp án|trả lời|svar|facit|fasit|vastaukset|răspunsuri|odpovědi|řešení|megoldások|απαντήσεις",
		"الإجابات|الأجوبة|الحلول|مفتاح الإجابة|مفتاح الإجابات|پاسخ\u200cها|پاسخ|جوابات|उत्तर|उत्तरमाला|उत्तर कुंजी|উত্তর",
		"答案|参考答案|參考答案|答え|こたえ|解答|正解|정답|답|답안|เฉลย|תשובות",
	)

	referenceHeadings = phraseSet(
		"references|bibliography|works cited|sources|further reading|bibliografía|referencias|fuentes|bibliographie|références|literatur|literaturverzeichnis|quellen|quellenverzeichnis|bibliografia|fonti|referências|fontes",
		"literatuur|bronnen|źródła|литература|список литературы|источники|література|джерела|kaynakça|kaynaklar|daftar pustaka|marejeo|tài liệu tham khảo|källor|kilder|lähteet|bibliografie|literatura|βιβλιογραφία",
		"المراجع|المصادر|منابع|संदर्भ|संदर्भ सूची|参考文献|參考文獻|참고 문헌|참고문헌|บรรณานุกรม",
	)
)

func phraseSet(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		for _, phrase := range strings.Split(list, "|") {
			set[phrase] = true
		}
	}
	return set
}

// longestPhrase bounds, in bytes, what is looked up: most paragraphs are
// longer and need no more than a look at their length.
const longestPhrase = 96

// says reports whether a heading, without its number and its last mark, is one
// of the phrases.
func says(heading string, phrases map[string]bool) bool {
	if len(heading) > longestPhrase {
		return false
	}
	heading = strings.TrimLeftFunc(heading, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) || r == '.' })
	return phrases[strings.ToLower(strings.TrimRight(heading, " :：.!"))]
}

// answersFollow reports whether a line opens with a word for answers and a
// colon: "Answers: 1 b, 2 c".
func answersFollow(line string) bool {
	at := strings.IndexAny(line, ":：")
	return at > 0 && at <= longestPhrase && answerHeadings[strings.ToLower(strings.TrimSpace(line[:at]))]
}
