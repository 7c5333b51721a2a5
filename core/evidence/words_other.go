package evidence

// french_ and german_ know the small words only: what is worded otherwise than
// in the document is weak sooner than in the languages with synonyms.
var french_ = lexicon{
	stop:       `est sont etait etaient etre ete a ont avait avaient avoir peut peuvent doit le la les l' un une des du de d' ce cet cette ces qui que qu' dont ou comme aussi tres plus y en on c'est c' s' n' j' m' t' se son sa ses leur leurs meme autre autres certains appelle appelee appele nomme environ presque`,
	light:      `faire fait font chose choses facon sorte type gens beaucoup plusieurs souvent generalement exemple fois chaque partie`,
	negators:   `ne n' pas jamais rien aucun aucune personne ni sans non guere peu`,
	conditions: `si s'il sauf`,
	pronouns:   `il elle ils elles ce cela ceci celui celle ceux on nous vous je tu lui leur`,
	breaks:     `mais tandis parce car quand lorsque si que qui dont jusqu'a bien`,
	lists:      `et ou`,
	openers:    `le la les un une des ce cette son sa ses`,
	places:     `de du des a au aux en dans sur sous avec vers depuis jusqu'a entre contre pendant avant apres chez pour hors`,
	agents:     `par`,
	ones:       `un une`,
	joins:      `et`,
	numbers: `zero=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60
		cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000`,
	against:   `de/a de/vers avant/apres sur/sous avec/sans depuis/jusqu'a`,
	opposites: `chaud|froid`,
}

var german_ = lexicon{
	stop:       `ist sind war waren sein gewesen wird werden wurde wurden hat haben hatte hatten kann konnen konnte muss mussen soll der die das den dem des ein eine einen einem einer eines oder auch sehr schon noch so wie als dass da dann hier dort dieser diese dieses man sich es ihn ihm ihr ihre ihren seine seinen selbst andere anderen einige manche heisst genannt etwa ungefahr fast`,
	light:      `machen macht tun ding dinge art weise leute viele viel mehrere oft meist gewohnlich beispiel mal jede jeder teil`,
	negators:   `nicht kein keine keinen keinem keiner nie niemals niemand nichts nirgends ohne weder kaum selten wenige`,
	conditions: `wenn falls ob`,
	pronouns:   `er sie es dies diese dieser wir ihr ich du`,
	breaks:     `wahrend aber sondern weil denn obwohl wenn als dass damit bevor nachdem bis wo`,
	lists:      `und oder`,
	openers:    `der die das den dem ein eine`,
	places:     `von vom in im an am auf zu zum zur mit aus nach bei uber unter vor hinter zwischen durch fur gegen um seit bis ohne neben`,
	agents:     `durch von`,
	ones:       `ein eine einen einem einer eins`,
	joins:      `und`,
	numbers: `null=0 zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwolf=12 zwanzig=20 dreissig=30 vierzig=40 funfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90
		hundert=100 tausend=1000 million=1000000 millionen=1000000 milliarde=1000000000 milliarden=1000000000`,
	against:   `von/zu aus/in vor/nach uber/unter mit/ohne seit/bis`,
	opposites: `heiss warm|kalt`,
}

// other_ serves every other language.
var other_ = lexicon{
	negators: `non nao nunca mai niente nessuno senza sem nem niet geen nooit zonder ikke aldrig inte ingen nie bez nem hayir degil yok لا نہیں নয় না ಇಲ್ಲ இல்லை లేదు ไม่ 不 没 没有 無 未 ない`,
}
