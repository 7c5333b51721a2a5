package ondevice

func spanishTongue() *tongue {
	return &tongue{
		tag: "es",
		stop: newWordSet(`el la los las un una unos unas lo al del de a en con por para sin sobre entre hasta desde hacia según tras ante bajo contra durante mediante y e o u ni que qué quien quién quienes cual cuál cuales cuáles cuyo cuya como cómo cuando cuándo donde dónde adonde porque pues aunque si sí no pero sino mas más menos muy mucho mucha muchos muchas poco poca pocos pocas tan tanto tanta tantos tantas todo toda todos todas otro otra otros otras cada algún alguno alguna algunos algunas ningún ninguno ninguna varios varias mismo misma mismos mismas tal tales ambos
			yo tú él ella ello nosotros vosotros ellos ellas usted ustedes me te se nos os le les mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas
			es son era eran fue fueron ser sido siendo está están estaba estaban estar estado hay había haber ha han he hemos tiene tienen tenía tenían tener puede pueden podía podían poder debe deben hace hacen hacer hizo va van iba ir así también tampoco ya aún todavía siempre nunca jamás casi solo sólo además luego después antes entonces ahora aquí allí allá hoy ayer mientras sin embargo dos tres cuatro cinco seis siete ocho nueve diez primero primera segundo segunda gran grande llama llaman llamado llamada`),
		determiners: newWordSet("el la los las un una unos unas este esta estos estas ese esa esos esas su sus mi mis tu tus nuestro nuestra del al cada algún algunos algunas muchos muchas varios varias otro otra otros otras dos tres cuatro cinco seis"),
		linkers:     newWordSet("de del"),
		after:       newWordSet("de del que es son era eran fue y o en con por para se está están tiene tienen a al"),
		pronouns:    newWordSet("él ella ello ellos ellas lo"),
		pointing:    newWordSet("este esta esto estos estas ese esa eso esos esas aquel aquella tal tales así ambos otro otros otra otras allí"),
		generic:     newWordSet("parte partes forma formas manera cosa cosas ejemplo ejemplos tipo tipos vez veces número números lugar lugares año años día días caso casos hecho resultado nombre nombres cantidad grupo grupos punto razón capítulo sección figura página imagen lección persona personas mayor mayoría través lado"),
		abbrev:      newWordSet(commonAbbreviations, "sra srta dra ud uds ej pág págs aprox d da p.ej"),
		numbered:    newWordSet(commonNumbered, "pág págs"),
		orders:      newWordSet("lee lea escribe escriba dibuja responde contesta completa elige relaciona explica describe compara busca observa mira marca subraya copia piensa comenta investiga resuelve calcula indica señala nombra enumera une rodea imagina recuerda"),
		negations:   newWordSet("no excepto nunca incorrecta incorrecto falsa menos"),
		ties:        phrases("sin embargo|por lo tanto|por tanto|por eso|por esta razón|por este motivo|además|también|pero|y|e|o|así|entonces|luego|después|más tarde|finalmente|por ejemplo|en cambio|por otro lado|por otra parte|al mismo tiempo|mientras tanto|de este modo|de esta manera|de esta forma|como resultado|en consecuencia|no obstante|aun así|es decir|en otras palabras|del mismo modo|asimismo|a su vez|por último|en segundo lugar|el otro|los otros|el segundo|el tercero|a continuación"),
		laters:      phrases("años después|años más tarde|días después|meses después|horas después|al día siguiente|sin embargo"),
		outward:     phrases("figura |fig. |tabla |véase|ver la página|ver página|siguiente|siguientes|en la imagen|en el mapa|en la foto|a continuación|http|www.|capítulo "),
		aside:       phrases("en esta lección|en este capítulo|en esta unidad|aprenderás|aprenderemos|vamos a ver|veremos|este libro|tu cuaderno|tu compañero|los estudiantes|los alumnos|al final de|derechos reservados|isbn"),
		skipped:     phrases(skippedEnglish + "|referencias|bibliografía|ejercicios|ejercicio|preguntas|actividades|actividad|respuestas|soluciones|clave de respuestas|índice|objetivos|objetivos de aprendizaje|agradecimientos|fuentes|cuestionario|tarea|comprueba lo aprendido|repasa|evaluación|vocabulario|autoevaluación"),
		plain:       phrases("introducción|resumen|conclusión|conclusiones|prólogo|presentación|ideas principales|repaso|lectura|texto|lección|capítulo|unidad|parte|sección"),
		parts:       phrases("capítulo|unidad|lección|sección|parte|tema|módulo|libro"),
		keys:        phrases("respuestas|respuesta|soluciones|solución|clave de respuestas|clave|solucionario|respuestas correctas|respuesta correcta"),
		yes:         phrases("Verdadero|v|verdadera|cierto|sí"),
		no:          phrases("Falso|f|falsa|no"),
		and:         "y",
		adjAfter:    true,
		evidence:    "La página %d lo dice: «%s»",
		says:        "¿Qué dice el texto?",
		defining:    spanishDefinitions(),
	}
}

func portugueseTongue() *tongue {
	return &tongue{
		tag: "pt",
		stop: newWordSet(`o a os as um uma uns umas ao aos à às do da dos das no na nos nas num numa pelo pela pelos pelas de em com por para sem sobre entre até desde após ante sob contra durante e ou nem que quem qual quais cujo cuja como quando onde porque pois embora se sim não mas mais menos muito muita muitos muitas pouco poucos tão tanto todo toda todos todas outro outra outros outras cada algum alguma alguns algumas nenhum vários várias mesmo mesma tal tais ambos
			eu tu ele ela nós vós eles elas você vocês me te lhe lhes meu minha teu tua seu sua seus suas nosso nossa este esta isto estes estas esse essa isso esses essas aquele aquela aquilo
			é são era eram foi foram ser sido sendo está estão estava estavam estar há havia ter tem têm tinha tinham pode podem podia deve devem faz fazem fazer vai vão ir assim também já ainda sempre nunca quase só apenas além depois antes então agora aqui ali hoje ontem enquanto porém contudo dois duas três quatro cinco seis sete oito nove dez primeiro primeira segundo segunda grande chama chamam chamado chamada`),
		determiners: newWordSet("o a os as um uma uns umas este esta estes estas esse essa seu sua seus suas nosso nossa do da dos das no na nos nas ao à pelo pela cada muitos muitas vários várias dois duas três quatro"),
		linkers:     newWordSet("de do da dos das"),
		after:       newWordSet("de do da que é são era foi e ou em com por para se está estão tem têm no na"),
		pronouns:    newWordSet("ele ela eles elas"),
		pointing:    newWordSet("este esta isto estes estas esse essa isso esses essas aquele aquela tal assim ambos outro outros ali"),
		generic:     newWordSet("parte partes forma formas maneira coisa coisas exemplo exemplos tipo tipos vez vezes número números lugar lugares ano anos dia dias caso fato resultado nome nomes grupo ponto razão capítulo seção figura página imagem lição pessoa pessoas maioria lado"),
		abbrev:      newWordSet(commonAbbreviations, "sra dra exmo exma pág págs aprox d p.ex"),
		numbered:    newWordSet(commonNumbered, "pág págs"),
		orders:      newWordSet("leia escreva desenhe responda complete escolha relacione explique descreva compare procure observe olhe marque sublinhe copie pense comente pesquise resolva calcule indique cite liste imagine"),
		negations:   newWordSet("não exceto nunca incorreta falsa menos"),
		ties:        phrases("no entanto|portanto|por isso|além disso|também|mas|e|ou|assim|então|depois|mais tarde|finalmente|por exemplo|por outro lado|ao mesmo tempo|enquanto isso|dessa forma|desta forma|como resultado|porém|contudo|entretanto|ou seja|em outras palavras|da mesma forma|em seguida|por fim|logo"),
		laters:      phrases("anos depois|anos mais tarde|dias depois|meses depois|no dia seguinte|no entanto|porém"),
		outward:     phrases("figura |fig. |tabela |ver página|seguinte|seguintes|na imagem|no mapa|a seguir|http|www.|capítulo "),
		aside:       phrases("nesta lição|neste capítulo|nesta unidade|você aprenderá|vamos aprender|vamos ver|veremos|este livro|seu caderno|os alunos|ao final|direitos reservados|isbn"),
		skipped:     phrases(skippedEnglish + "|referências|bibliografia|exercícios|exercício|perguntas|atividades|atividade|respostas|soluções|gabarito|índice|sumário|objetivos|agradecimentos|fontes|questionário|tarefa|avaliação|vocabulário"),
		plain:       phrases("introdução|resumo|conclusão|prefácio|apresentação|revisão|leitura|texto|lição|capítulo|unidade|parte|seção"),
		parts:       phrases("capítulo|unidade|lição|seção|parte|tema|módulo|livro|aula"),
		keys:        phrases("respostas|resposta|soluções|solução|gabarito|respostas corretas|resposta correta"),
		yes:         phrases("Verdadeiro|v|verdadeira|certo|sim"),
		no:          phrases("Falso|f|falsa|errado|não"),
		and:         "e",
		adjAfter:    true,
		evidence:    "A página %d diz: “%s”",
		says:        "O que diz o texto?",
		defining:    portugueseDefinitions(),
	}
}

func italianTongue() *tongue {
	return &tongue{
		tag: "it",
		stop: newWordSet(`il lo la i gli le un uno una l' un' di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal dalla dai dalle nel nello nella nei negli nelle sul sulla sui sulle dell' all' dall' nell' sull' e ed o od né che chi cui quale quali come quando dove perché poiché se sì non ma più meno molto molta molti molte poco pochi tanto tutto tutta tutti tutte altro altra altri altre ogni qualche alcuni alcune nessuno stesso stessa tale tali entrambi
			io tu egli lui lei esso essa noi voi essi loro mi ti si ci vi ne mio mia tuo tua suo sua suoi sue nostro nostra questo questa questi queste quello quella quelli quelle ciò
			è sono era erano fu furono essere stato stata sta stanno ha hanno aveva avevano avere può possono poteva deve devono fa fanno fare va vanno così anche già ancora sempre mai quasi solo soltanto inoltre poi dopo prima allora ora qui lì oggi ieri mentre però tuttavia quindi dunque due tre quattro cinque sei sette otto nove dieci primo prima secondo seconda grande chiama chiamano chiamato chiamata`),
		determiners: newWordSet("il lo la i gli le un uno una questo questa questi queste suo sua suoi sue del della dei delle al alla ai alle nel nella nei nelle dal dalla sul sulla ogni molti molte due tre quattro"),
		linkers:     newWordSet("di del della dei degli delle"),
		after:       newWordSet("di del della che è sono era e o in con per si ha hanno a"),
		pronouns:    newWordSet("egli lui lei esso essa essi loro"),
		pointing:    newWordSet("questo questa questi queste quello quella ciò tale così entrambi altri lì"),
		generic:     newWordSet("parte parti modo modi cosa cose esempio esempi tipo tipi volta volte numero numeri luogo luoghi anno anni giorno giorni caso fatto risultato nome nomi gruppo punto ragione capitolo sezione figura pagina immagine lezione persona persone maggior"),
		abbrev:      newWordSet(commonAbbreviations, "sig sig.ra dott prof.ssa ecc es pag"),
		numbered:    newWordSet(commonNumbered, "pag"),
		orders:      newWordSet("leggi scrivi disegna rispondi completa scegli collega spiega descrivi confronta cerca osserva guarda segna sottolinea copia pensa ricerca risolvi calcola indica elenca immagina"),
		negations:   newWordSet("non eccetto mai falsa meno"),
		ties:        phrases("tuttavia|quindi|perciò|per questo|inoltre|anche|ma|e|o|così|allora|poi|più tardi|infine|per esempio|ad esempio|invece|d'altra parte|allo stesso tempo|nel frattempo|in questo modo|di conseguenza|però|cioè|in altre parole|allo stesso modo|dunque"),
		laters:      phrases("anni dopo|giorni dopo|mesi dopo|il giorno dopo|tuttavia"),
		outward:     phrases("figura |fig. |tabella |vedi pagina|seguente|seguenti|nell'immagine|nella mappa|http|www.|capitolo "),
		aside:       phrases("in questa lezione|in questo capitolo|imparerai|impareremo|vedremo|questo libro|il tuo quaderno|gli studenti|isbn"),
		skipped:     phrases(skippedEnglish + "|riferimenti|bibliografia|esercizi|esercizio|domande|attività|risposte|soluzioni|indice|obiettivi|ringraziamenti|fonti|verifica|vocabolario"),
		plain:       phrases("introduzione|riassunto|conclusione|prefazione|lettura|testo|lezione|capitolo|unità|parte|sezione"),
		parts:       phrases("capitolo|unità|lezione|sezione|parte|tema|modulo|libro"),
		keys:        phrases("risposte|risposta|soluzioni|soluzione|risposte corrette|risposta corretta"),
		yes:         phrases("Vero|v|vera|sì"),
		no:          phrases("Falso|f|falsa|no"),
		and:         "e",
		adjAfter:    true,
		evidence:    "Lo dice la pagina %d: «%s»",
		says:        "Che cosa dice il testo?",
		defining:    italianDefinitions(),
	}
}

func frenchTongue() *tongue {
	return &tongue{
		tag: "fr",
		stop: newWordSet(`le la les l' un une des du de d' au aux à en dans par pour sur sous avec sans entre vers chez contre depuis pendant avant après jusque jusqu' et ou ni mais donc or car que qu' qui quoi dont où quand comment pourquoi comme si s' ne n' pas plus moins très trop peu beaucoup tout toute tous toutes autre autres chaque quelque quelques plusieurs aucun aucune même mêmes tel telle tels telles
			je j' tu il elle on nous vous ils elles me m' te t' se lui leur leurs y mon ma mes ton ta tes son sa ses notre nos votre vos ce c' cet cette ces cela ça ceci celui celle ceux celles
			est sont était étaient être été étant fut furent a ont avait avaient avoir eu peut peuvent pouvait doit doivent fait font faire va vont aller ainsi aussi déjà encore toujours jamais presque seulement puis ensuite alors maintenant ici là aujourd'hui hier tandis cependant parce lorsque lorsqu' puisque puisqu' afin deux trois quatre cinq six sept huit neuf dix premier première second seconde grand grande appelle appellent appelé appelée`),
		determiners: newWordSet("le la les l' un une des du au aux ce cet cette ces son sa ses leur leurs notre nos mon ma chaque plusieurs quelques deux trois quatre cinq"),
		linkers:     newWordSet("de d' du des"),
		after:       newWordSet("de d' du des qui que est sont était et ou en dans par pour se a ont peut"),
		pronouns:    newWordSet("il elle ils elles lui eux"),
		pointing:    newWordSet("ce cet cette ces cela ça ceci celui celle ceux celles tel telle tels ainsi autres là"),
		generic:     newWordSet("partie parties façon manière chose choses exemple exemples type types sorte fois nombre nombres lieu lieux endroit an ans année années jour jours cas fait résultat nom noms groupe point raison chapitre section figure page image leçon personne personnes gens plupart côté"),
		abbrev:      newWordSet(commonAbbreviations, "m mgr env p.ex av apr"),
		numbered:    newWordSet(commonNumbered),
		orders:      newWordSet("lis lisez écris écrivez dessine dessinez réponds répondez complète complétez choisis choisissez relie reliez explique expliquez décris décrivez compare comparez cherche cherchez observe observez regarde regardez coche cochez souligne soulignez recopie recopiez imagine calcule calculez indique indiquez cite citez entoure"),
		negations:   newWordSet("pas sauf jamais fausse incorrecte moins"),
		ties:        phrases("cependant|donc|pourtant|de plus|aussi|mais|et|ou|ainsi|alors|puis|ensuite|plus tard|enfin|par exemple|en revanche|d'autre part|en même temps|pendant ce temps|de cette façon|de cette manière|en conséquence|par conséquent|toutefois|néanmoins|c'est-à-dire|autrement dit|de même|c'est pourquoi|après cela|finalement"),
		laters:      phrases("ans plus tard|années plus tard|jours plus tard|mois plus tard|le lendemain|cependant|toutefois"),
		outward:     phrases("figure |fig. |tableau |voir page|voir la page|suivant|suivante|suivants|suivantes|sur l'image|sur la carte|ci-dessous|ci-dessus|http|www.|chapitre "),
		aside:       phrases("dans cette leçon|dans ce chapitre|tu vas apprendre|vous apprendrez|nous verrons|nous allons voir|ce livre|ton cahier|les élèves|tous droits réservés|isbn"),
		skipped:     phrases(skippedEnglish + "|références|bibliographie|exercices|exercice|activités|activité|réponses|corrigé|corrigés|solutions|table des matières|sommaire|objectifs|remerciements|sources|questionnaire|devoirs|évaluation|vocabulaire"),
		plain:       phrases("introduction|résumé|conclusion|préface|présentation|révision|lecture|texte|leçon|chapitre|unité|partie|section"),
		parts:       phrases("chapitre|unité|leçon|section|partie|thème|module|livre|séquence"),
		keys:        phrases("réponses|réponse|corrigé|corrigés|solutions|solution|clé|bonnes réponses|bonne réponse"),
		yes:         phrases("Vrai|v|vraie|oui"),
		no:          phrases("Faux|f|fausse|non"),
		and:         "et",
		adjAfter:    true,
		evidence:    "La page %d le dit : « %s »",
		says:        "Que dit le texte ?",
		defining:    frenchDefinitions(),
	}
}
