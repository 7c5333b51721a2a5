package ondevice

func germanTongue() *tongue {
	return &tongue{
		tag: "de",
		stop: newWordSet(`der die das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder aber denn sondern doch wenn weil dass daß ob als wie wo wann warum wer wen wem was welche welcher welches wessen
			ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich mein meine dein sein seine seinen seiner seinem ihre ihren ihrer ihrem unser unsere euer dieser diese dieses diesen diesem jener jene jenes jeder jede jedes jeden alle allen aller alles viele vielen wenige einige mehrere andere anderen anderer beide beiden solche solcher man
			ist sind war waren sein gewesen bin bist wird werden wurde wurden worden hat haben hatte hatten habe kann können konnte konnten muss müssen musste soll sollen sollte will wollen wollte darf dürfen mag mögen möchte gibt gab macht machen machte geht gehen ging kommt kommen kam heißt heißen nennt
			in im ins an am ans auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter von vom vor während wegen zu zum zur zwischen ab außer
			nicht nichts nie niemals immer oft manchmal nur auch noch schon sehr so mehr weniger am meisten ganz fast etwa dann danach dort hier da heute gestern morgen jetzt damals später zuerst zuletzt daher deshalb darum dadurch damit dabei davon dazu außerdem jedoch trotzdem zwar eben zwei drei vier fünf sechs sieben acht neun zehn erste ersten zweite zweiten große großen`),
		determiners: newWordSet("der die das den dem des ein eine einen einem einer eines kein keine dieser diese dieses diesen jeder jede jedes sein seine ihr ihre unser unsere im am zum zur vom beim ins viele einige mehrere zwei drei vier fünf"),
		linkers:     newWordSet("der des"),
		after:       newWordSet("ist sind war wird werden der des und oder in im mit von aus zu die das hat haben kann"),
		pronouns:    newWordSet("er sie es ihnen ihn"),
		pointing:    newWordSet("dieser diese dieses diesen diesem jener jene jenes solche solcher das dies beide andere dort so"),
		generic:     newWordSet("teil teile art arten weise ding dinge beispiel beispiele typ mal zahl zahlen ort orte jahr jahre jahren tag tage tagen fall fälle ergebnis name namen gruppe punkt grund kapitel abschnitt abbildung seite seiten bild lektion mensch menschen leute person personen hälfte"),
		abbrev:      newWordSet(commonAbbreviations, "z.b d.h u.a bzw ggf evtl vgl hl str s sog inkl max min tel hrsg geb gest jh jhd usf dipl ing frl fr hr o.ä v.chr n.chr"),
		numbered:    newWordSet(commonNumbered, "abb kap bd tab nr"),
		orders:      newWordSet("lies lest schreibe schreibt zeichne beantworte ergänze wähle ordne erkläre beschreibe vergleiche suche finde betrachte kreuze unterstreiche überlege diskutiere berechne nenne notiere male"),
		negations:   newWordSet("nicht außer nie falsch kein keine"),
		ties:        phrases("jedoch|daher|deshalb|deswegen|darum|außerdem|auch|aber|und|oder|so|dann|danach|später|schließlich|zum beispiel|dagegen|andererseits|gleichzeitig|währenddessen|dadurch|dabei|damit|trotzdem|dennoch|das heißt|mit anderen worten|ebenso|nun|zuletzt|allerdings|doch|denn|z. b.|hierbei|dazu|davon|dort"),
		laters:      phrases("jahre später|tage später|monate später|am nächsten tag|jedoch|allerdings|dagegen"),
		outward:     phrases("abbildung |abb. |tabelle |siehe seite|siehe kapitel|folgende|folgenden|im bild|auf der karte|auf dem bild|http|www.|kapitel "),
		aside:       phrases("in dieser lektion|in diesem kapitel|du lernst|ihr lernt|wir werden sehen|dieses buch|dein heft|die schüler|alle rechte vorbehalten|isbn"),
		skipped:     phrases(skippedEnglish + "|literatur|literaturverzeichnis|quellen|übungen|übung|aufgaben|aufgabe|fragen|antworten|lösungen|lösung|inhaltsverzeichnis|inhalt|lernziele|danksagung|anhang|hausaufgaben|wortschatz"),
		plain:       phrases("einleitung|einführung|zusammenfassung|schluss|fazit|vorwort|überblick|wiederholung|text|lesetext|lektion|kapitel|teil|abschnitt"),
		parts:       phrases("kapitel|lektion|abschnitt|teil|thema|modul|einheit|band"),
		keys:        phrases("antworten|antwort|lösungen|lösung|lösungsschlüssel|richtige antworten|richtige antwort"),
		yes:         phrases("Richtig|r|wahr|ja"),
		no:          phrases("Falsch|f|unwahr|nein"),
		and:         "und",
		ordinals:    true,
		nounCaps:    true,
		evidence:    "Auf Seite %d steht: „%s“",
		says:        "Was steht so im Text?",
		defining:    germanDefinitions(),
	}
}
