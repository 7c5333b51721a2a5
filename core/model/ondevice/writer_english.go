package ondevice

// Abbreviations used in many languages, without their last stop.
const (
	commonAbbreviations = "dr mr mrs ms prof st mt rev gen col capt lt sgt gov sen rep pres hon e.g i.e eg ie cf vs viz approx ca fr sr messrs mme mlle mm"
	commonNumbered      = "no nr nº n° num núm n fig figs eq sec ch chap vol p pp pg art ex tab"
)

// skippedEnglish are the headings of parts that no class wants to hear; some
// documents in other languages use them too.
const (
	skippedEnglish = "references|bibliography|further reading|exercises|exercise|questions|review questions|check your understanding|answer key|answers|answer|solutions|acknowledgements|acknowledgments|table of contents|contents|index|license|copyright|learning objectives|objectives|homework|activities|activity|works cited|sources|appendix|practice|quiz|test yourself|worksheet|external links|see also|notes|about the author|image credits|credits|key terms|vocabulary"
	plainEnglish   = "introduction|overview|summary|conclusion|abstract|preface|background|discussion|key points|key ideas|review|text|reading|lesson|chapter|part|section|unit|page|story|content|main text|notes|more"
	keysEnglish    = "answer key|answers|answer|solutions|solution|key|correct answers|correct answer|ans"
)

func englishTongue() *tongue {
	return &tongue{
		tag: "en",
		stop: newWordSet(`a an the and or but nor so yet if then else than that this these those it its it's he him his she her hers they them their theirs we us our ours you your yours i me my mine
			is are was were be been being am isn't aren't wasn't weren't do does did done doing don't doesn't didn't have has had having hasn't haven't can could can't cannot couldn't will would won't wouldn't shall should shouldn't may might must ought
			of in on at by for with from into onto to out up down off over under about above below between among through during before after since until till against along across around behind beside besides beyond near toward towards upon within without via per as like unlike except inside outside
			not no none neither either both each every all any some many much more most few fewer less least several other others another such same own only just also too very quite rather almost even still already again ever never always often sometimes usually once twice
			there here where when why how what which who whom whose while because although though whereas whether unless however therefore thus hence moreover furthermore otherwise instead meanwhile perhaps maybe indeed
			one two three four five six seven eight nine ten first second third last next later soon now today yesterday tomorrow ago away back far well made make makes making became become becomes get gets got go goes went gone come comes came take takes took taken give gives gave given say says said let use used uses using called known want wanted
			yes oh ah hey hello hi dear please thank thanks okay`),
		determiners: newWordSet("a an the this that these those its their his her our my your each every some any no many several few most all both another one two three four five six seven eight nine ten"),
		linkers:     newWordSet("of"),
		after:       newWordSet("of is are was were that which who can has have had and or in on at by from with for to into when where while as because but will may could would should must might shall do does did don't"),
		pronouns:    newWordSet("he she it they him them we"),
		pointing:    newWordSet("this that these those such here there both each another others some"),
		generic: newWordSet(`part parts way ways thing things example examples kind kinds type types time times number numbers lot people person place places year years day days case cases form forms fact result results use end side top bottom group groups name names amount set piece pieces area areas point points reason reasons chapter section figure page pages picture lesson idea man men woman women hundred thousand million percent half third quarter fifth sixth eighth tenth middle world meaning second minute hour week month metre metres kilometre kilometres
			together altogether anywhere everywhere somewhere instead farther further home apart upwards downwards sideways abroad ahead alone aloud early late forward backward straight nearby indoors outdoors overnight worldwide`),
		abbrev:    newWordSet(commonAbbreviations),
		numbered:  newWordSet(commonNumbered, "jan feb mar apr jun jul aug sep sept oct nov dec"),
		orders:    newWordSet("look discuss write draw read answer complete fill choose match circle explain describe list name compare find talk think work ask tell use underline copy label colour color imagine remember note notice see turn go try research solve calculate decide click visit underline order sort tick"),
		negations: newWordSet("not except never incorrect false least"),
		ties:      phrases("however|therefore|thus|hence|but|and|or|so|then|also|moreover|furthermore|in addition|as a result|on the other hand|meanwhile|similarly|likewise|finally|instead|otherwise|for example|for instance|in contrast|in other words|in this way|in that case|at the same time|at that time|after that|after this|before that|because of this|for this reason|nevertheless|nonetheless|still|yet|consequently|as well as|besides|in fact|indeed|of course|that is why|next|afterwards|soon|later|eventually|secondly|thirdly|unlike|one of them|the other|the others|the second|the third|the former|the latter"),
		laters:    phrases("years later|days later|weeks later|months later|hours later|minutes later|a year later|the next day|the next year|the following|however"),
		outward:   phrases("figure |fig. |table |see page|see chapter|see section|shown below|shown above|as shown|diagram below|following|above picture|picture above|picture below|photo |map below|map above|chart below|graph below|listed below|on page|previous chapter|next chapter|next section|previous section|click |www.|http|chapter |appendix"),
		aside:     phrases("in this lesson|in this chapter|in this section|in this unit|you will learn|we will learn|you learned|you have learned|by the end of|students will|learning objective|this book|this chapter|this lesson|this section|your teacher|your partner|your class|your notebook|we will see|we will look|let us |let's |have you ever|copyright|all rights reserved|isbn"),
		skipped:   phrases(skippedEnglish),
		plain:     phrases(plainEnglish),
		parts:     phrases("chapter|unit|lesson|section|part|module|topic|book|act|week|appendix|story"),
		keys:      phrases(keysEnglish),
		yes:       phrases("True|t|yes|correct|right"),
		no:        phrases("False|f|no|incorrect|wrong"),
		and:       "and",
		evidence:  "Page %d tells it: “%s”",
		says:      "Which of these does the text say?",
		defining:  englishDefinitions(),
	}
}
