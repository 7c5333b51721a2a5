package evidence

var english_ = lexicon{
	stop: `is are was were be been being am do does did done doing have has had having can could will would shall should may might must
		there here so thus therefore however also too very quite rather just really indeed then now well even still already yet ever
		which who whom whose what that how such own same other another others any some certain various
		let's etc e.g i.e called known named say says said tell tells according about around roughly approximately nearly almost`,
	light: `make made making get got become became come go went take took give gave put use used thing things way ways kind sort type call know name
		people someone something lot lots many much several bit piece part actually simply usually often typically generally normally
		able help happen mean fact example once again each per enough today find found exist exists consist consists belong together time times special particular`,
	negators:   `not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely rarely seldom lack lacks lacking unable fails unless except few`,
	conditions: `if unless whether provided`,
	pronouns:   `it its itself he him his himself she her hers herself they them their theirs themselves this these those we us our you your i me my one`,
	breaks:     `while but whereas because although though when where whenever until since if unless so which who whose that after before however`,
	lists:      `and or`,
	openers:    `a an the`,
	places:     `of in on at for with from into onto to out up down off over under above below between among through during before after since until against along across around behind beside beyond near toward towards upon within without via like unlike inside outside than as`,
	agents:     `by`,
	counted:    `one single`,
	ones:       `one a an single`,
	joins:      `and`,
	numbers: `zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16
		seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 hundreds=100
		thousand=1000 thousands=1000 million=1000000 millions=1000000 billion=1000000000 billions=1000000000 dozen=12`,
	against: `from/to from/into before/after above/below over/under up/down in/out into/out inside/outside with/without toward/from towards/from near/beyond within/outside onto/off since/until like/unlike`,
	synonyms: `big large great huge enormous giant
		small little tiny minute
		begin start commence
		end finish stop cease
		fast quick rapid quickly swift speedy
		slow slowly gradual
		strong powerful mighty
		weak feeble frail
		hot heated
		cold chilly icy
		warm heat heated
		wet damp moist
		old ancient aged
		young juvenile
		hard difficult tough
		easy simple
		important vital essential key crucial necessary
		dangerous harmful risky hazard danger
		harm hurt damage injure
		poison toxic poisonous venom
		sick ill unwell
		illness disease sickness
		doctor physician medic
		eat consume
		food meal nourishment nutrient
		drink sip swallow
		sweet sugary
		build construct built
		create produce form generate make made
		break shatter smash crack
		cut slice chop
		split divide separate
		join connect link attach fix fasten unite combine
		carry transport bring convey bear haul take took taken
		move travel journey
		push shove thrust
		pull draw drag tug
		throw toss hurl fling
		rise climb ascend
		fall drop descend sink
		grow increase expand swell enlarge
		shrink decrease reduce lessen diminish contract
		turn rotate spin revolve
		change transform alter convert turn become became
		show reveal display demonstrate indicate
		see notice observe spot watch
		find discover locate
		look seem appear
		search seek hunt
		hold contain include
		cover coat blanket
		fill filled full stuff
		empty vacant
		keep store save preserve retain
		guard protect defend shield
		attack assault
		fight battle combat war
		win victory triumph
		ruler king monarch emperor
		queen monarch
		kill slay
		die perish death dead
		live dwell inhabit reside
		home house dwelling
		town city
		village hamlet settlement
		country nation state
		land ground
		soil earth dirt
		stone rock boulder
		hill mountain peak
		sea ocean
		river stream brook
		lake pond
		forest wood woods woodland
		meadow field grassland pasture
		tree trees
		plant crop
		flower bloom blossom
		seed grain
		leaf leaves foliage
		wind breeze
		storm tempest
		rain rainfall shower
		snow snowfall
		cloud clouds
		sky heavens air atmosphere
		sun solar sunshine sunlight
		moon lunar
		planet world
		earth world globe
		star stars
		space universe cosmos
		shine glow gleam
		light bright luminous
		dark darkness
		red crimson scarlet
		sound noise
		loud noisy
		silent quiet
		speak talk
		tell inform
		ask request question
		answer reply respond
		teach instruct
		learn study
		child children kid kids youngster
		mother mom mum
		father dad
		parent parents
		boy lad
		girl lass
		man men male
		woman women female
		people human humans person persons
		friend companion pal
		work job task labour labor duty
		worker labourer laborer
		boss leader chief
		rich wealthy
		poor needy
		buy purchase
		sell trade
		money cash coin
		gather collect pick
		choose select
		give provide supply offer
		get receive obtain gain acquire
		take remove
		need require want
		help assist aid support
		cause lead
		result effect outcome consequence
		reason why cause
		idea thought
		believe think
		understand grasp
		remember recall
		forget forgot
		begin first
		last final
		whole entire complete
		part portion section
		half halves
		edge border rim boundary
		middle centre center
		top summit upper
		bottom base lower
		outside exterior outer
		inside interior inner within
		near close nearby
		far distant
		wide broad
		narrow thin slim
		thick dense
		flat level even
		round circular circle
		long lengthy
		high tall
		deep depth
		heavy weighty weigh weight
		empty hollow
		clean pure wash
		dirty filthy polluted pollute
		beautiful pretty lovely
		ugly hideous
		happy glad joyful cheerful
		sad unhappy sorrowful
		angry furious cross
		afraid scared frightened fear
		brave bold courageous
		clever smart intelligent
		strange odd unusual weird
		famous well-known renowned
		rare uncommon scarce
		common frequent widespread
		different distinct unlike
		same identical equal
		real true actual genuine
		false fake untrue
		visible seen
		invisible unseen
		year years annual yearly
		day days daily
		night nights
		century centuries
		hour hours
		minute minutes
		second seconds
		week weeks
		month months
		kilometre kilometer km kilometres kilometers
		metre meter metres meters m
		centimetre centimeter cm centimetres centimeters
		millimetre millimeter mm millimetres millimeters
		kilogram kilogramme kg kilo kilograms kilogrammes kilos
		gram gramme g grams grammes
		litre liter litres liters
		percent % percentage
		degree degrees
		dollar $
		cell cells
		bone bones skeleton
		muscle muscles
		blood bloodstream
		heart cardiac
		brain mind
		body bodies
		skin hide
		nose snout
		tail tails
		wing wings
		baby babies infant newborn
		animal creature beast
		insect bug
		bird birds
		fish fishes
		mammal mammals
		snake serpent
		hunter predator
		prey victim
		ship boat vessel
		car automobile vehicle
		train railway railroad
		road street path track
		machine device engine apparatus
		tool instrument
		weapon arms
		metal metals
		iron steel
		gold golden
		wood wooden timber
		glass pane
		cloth fabric textile
		clothes clothing garment
		picture image drawing painting
		book volume
		story tale
		song tune
		dance dances dancing
		game sport
		school classroom
		law rule
		free liberty freedom
		slave slavery enslaved
		farmer grower
		farm farming agriculture
		harvest yield reap
		machine machinery
		energy power
		electricity electric electrical
		fuel petrol
		fire flame blaze burn
		smoke fumes
		ash ashes cinders
		erupt eruption explode burst explosion
		hole opening gap
		pipe tube channel vent
		gas vapour vapor steam
		liquid fluid
		solid firm rigid
		ice frozen freeze
		melt thaw
		boil simmer
		evaporate evaporation vaporise vaporize
		condense condensation
		pressure force
		size dimension
		shape form
		number amount quantity count
		group bunch cluster team
		line row
		layer sheet
		surface top
		temperature heat
		weather climate
		season seasons
		winter wintertime
		summer summertime
		spring springtime
		autumn fall
		dusk sunset nightfall
		dawn sunrise daybreak
		morning mornings
		evening evenings
		rest sleep nap
		wake awake
		sit seat
		stand upright
		walk stroll march
		run sprint race
		jump leap hop
		swim swam
		fly flight soar flew
		breathe breath respiration
		smell scent odour odor
		taste flavour flavor
		touch feel
		hear listen heard
		write wrote written
		read reading
		draw sketch
		pay paid
		let allow permit
		prevent avoid stop hinder
		always constantly forever
		all every each everyone everybody entire whole
		only solely just
		most mostly majority mainly
		more greater additional extra
		less fewer
		sometimes occasionally
		together jointly
		alone lonely
		back return
		away off
		suddenly abruptly
		soon shortly
		later afterwards after
		before earlier prior previously
		during throughout
		because since
		shake wiggle tremble quake
		tell communicate inform
		visit visits
		spread scatter distribute
		stick cling adhere
		cool chill
		lay laid
		nurse care tend
		beat flap pound
		pump pumps
		flow stream run
		pass passes
		reach arrive
		leave depart exit
		enter
		stay remain
		wait await
		follow pursue
		lead guide
		meet encounter
		touch contact
		hide conceal
		protect shelter
		survive survival
		adapt adjust
		measure gauge
		compare contrast
		ruin destroy wreck demolish destruction
		repair mend fix
		invent invention inventor
		explore explorer
		settle settler
		govern rule reign
		vote elect election
		peace calm
		treaty agreement pact`,
	opposites: `hot warm heat|cold cool chill
		big large great huge long tall high|small little tiny short low
		increase grow rise more expand|decrease shrink fall less fewer lose reduce
		fast quick|slow
		before early earlier|after late later
		above up upper over top|below down lower under bottom
		left|right
		near close|far distant
		first begin start|last end finish
		inside inner|outside outer
		strong|weak
		thick|thin
		light bright|dark heavy
		day|night
		summer|winter
		spring|autumn
		dry|wet damp
		open|close shut
		old|young new
		full|empty
		hard|soft easy
		heavy|light
		push|pull
		win|lose
		buy|sell
		mother queen female woman girl daughter|father king male man boy son drone
		all always every most many|none never few
		north|south
		east|west
		alive live|dead die
		sink|float
		melt|freeze
		inhale|exhale
		absorb|release
		attract|repel
		positive|negative
		solid|liquid gas
		poor|rich
		visible|invisible
		true|false
		war|peace
		land|sea
		sun|moon
		single|double
		best most|worst least
		enter arrive come|leave depart go
		give|take
		ascend|descend
		wide broad|narrow
		deep|shallow
		rough|smooth
		sharp|blunt
		clean pure|dirty
		free|slave
		ancient|modern
		safe|dangerous
		helpful useful|harmful
		right|wrong`,
}
