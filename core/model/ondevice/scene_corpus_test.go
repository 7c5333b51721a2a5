package ondevice

import (
	"strings"

	"edusmart/core/model"
)

// reading is a page whose picture a teacher has judged: accept are the
// subjects that fit it, absurd those that would be laughed at. "scenery"
// stands for a landscape without a subject. What is vague is absurd on every
// page that does not ask for it.
type reading struct {
	lang, story, page, text string
	accept, absurd          string
}

const vague = "explorer crowd person coins compass hourglass bulb flag dice 🔑 🐾"

func readings() []reading {
	return []reading{
		// English
		{"en", "The water cycle", "An endless journey", "The water you drink today is as old as the Earth. It changes its place and its form, and its journey never ends.", "watercycle drop rain cloud", "earth"},
		{"en", "The water cycle", "Up into the sky", "The sun warms the sea and some of the water turns into vapour. We call this evaporation.", "evaporation watercycle drop sun", ""},
		{"en", "Bees at work", "A town of its own", "In summer fifty thousand honey bees live in the hive, side by side, in the dark. Like every insect they have six legs.", "bee hive", "🐞"},
		{"en", "Bees at work", "Small cells", "The comb is made of thousands of small cells. Each cell has six sides and is made of wax.", "bee hive", "cell castle candle shapes"},
		{"en", "Inside a cell", "The smallest unit of life", "Every living thing is made of cells. A cell has a nucleus and a membrane around it.", "cell plantcell", "hive castle"},
		{"en", "How a battery works", "The current flows", "When the circuit is closed, the current flows from the battery through the wire to the lamp.", "circuit battery bulb", "riverland"},
		{"en", "Rivers of the world", "The current is strong", "In the mountains the river is young and its current is strong. It cuts a valley into the rock.", "riverland waterfall", "circuit"},
		{"en", "Bats, hunters of the night", "Hearing in the dark", "Bats call and listen for the echo. So they find insects at night without seeing them.", "🦇", "⚽ 🐞"},
		{"en", "Parts of a computer", "The mouse", "You move the mouse and the arrow on the screen moves too. With the keyboard you write words.", "💻", "🐁 ✏"},
		{"en", "Plants need light", "The kitchen of the plant", "A leaf is the kitchen of the plant. It makes food from sunlight, air and water.", "leaf photosynthesis sprout", "fraction 🍚"},
		{"en", "Square roots", "What is a root?", "The square root of nine is three, because three times three is nine. Numbers like nine are called square numbers.", "blocks abacus", "root tree"},
		{"en", "The life of a tree", "Roots", "The roots hold the tree in the soil and drink water from it.", "root tree", "blocks"},
		{"en", "The heart", "A pump that never sleeps", "Your heart is a muscle as big as your fist. It pumps blood through the body day and night.", "heart circulation", "muscle clock"},
		{"en", "The heart", "The journey of the blood", "The blood travels from the heart through the arteries to the body and comes back through the veins.", "circulation blood heart", ""},
		{"en", "What happens to your lunch", "Down to the stomach", "You chew the food with your teeth. Then it slides down to the stomach, where digestion goes on.", "stomach digestive tooth", "pizza 🍎"},
		{"en", "Knights and castles", "Life in a castle", "A knight wore armour and served his lord. The castle had thick walls and a tall tower.", "castle knight", ""},
		{"en", "Ancient Egypt", "The pharaohs", "The pharaoh was the king of Egypt. The pyramids were built as tombs along the river Nile.", "pharaoh pyramid", "shapes"},
		{"en", "How we vote", "Election day", "Citizens choose their government. Each voter puts a ballot paper into the ballot box in secret.", "ballot parliament", "leaf citizen"},
		{"en", "Fractions", "Equal parts", "Cut a pizza into four equal parts. One part is one quarter of the pizza.", "fraction fractionbar pizza", ""},
		{"en", "Magnets", "Pull and push", "A magnet pulls iron. Two north poles push each other away.", "magnet", "ice penguin"},
		{"en", "Our five senses", "How we learn about the world", "With our eyes we see, with our ears we hear, with our nose we smell.", "senses eye ear", "earth"},
		{"en", "The four seasons", "The year goes round", "Spring, summer, autumn and winter follow each other. In autumn the leaves turn yellow.", "seasons tree calendar leaf", ""},
		{"en", "Saving energy at home", "Switch it off", "Turn off the lamp when you leave the room. So the house uses less electricity.", "bulb house solarpanel circuit", ""},
		{"en", "Dinosaurs", "Giants of the past", "Some dinosaurs were longer than three buses. They died out long ago.", "dinosaur strata", "🚌"},
		{"en", "The moon", "Why the moon changes shape", "The moon goes through phases, from new moon to full moon.", "moonphases moon", "shapes circle"},
		{"en", "Food chains", "Who eats whom", "The grass is eaten by the rabbit and the rabbit is eaten by the fox. This is a food chain.", "foodchain 🐇 🦊", "🌾"},
		// Spanish
		{"es", "El ciclo del agua", "Un viaje sin fin", "El agua que bebes hoy es tan antigua como la Tierra. A este viaje sin fin lo llamamos el ciclo del agua.", "watercycle drop", "earth"},
		{"es", "El ciclo del agua", "El agua sube", "El Sol pone en marcha el viaje. Una parte del agua se convierte en vapor y sube en el aire.", "evaporation watercycle drop sun", ""},
		{"es", "El volcán", "La montaña que despierta", "El magma sube por la chimenea del volcán. Cuando sale se llama lava.", "volcano eruption lava magma", "house"},
		{"es", "El sistema solar", "Nuestro vecindario", "Ocho planetas giran alrededor del Sol. La Tierra es el tercer planeta.", "solarsystem sun earth", ""},
		{"es", "Las fracciones", "La mitad y el cuarto", "Si partimos una tarta en dos partes iguales, cada parte es la mitad.", "fraction fractionbar 🎂 pizza", "house"},
		{"es", "Los mamíferos marinos", "El viaje de la ballena", "La ballena nada miles de kilómetros cada año. No es un pez: respira aire con pulmones.", "whale", "ship lungs"},
		{"es", "La célula", "La unidad de la vida", "Todos los seres vivos están formados por células. El núcleo guarda la información.", "cell plantcell dna", "earthlayers hive"},
		{"es", "La electricidad", "La corriente", "La corriente eléctrica recorre el circuito desde la pila hasta la bombilla.", "circuit battery bulb", "riverland"},
		{"es", "El cuerpo humano", "Los huesos", "El esqueleto tiene más de doscientos huesos y sostiene el cuerpo.", "bones bodyshape", ""},
		{"es", "Los castillos", "Caballeros", "El caballero llevaba armadura y montaba a caballo. Vivía cerca del castillo de su señor.", "knight castle 🐎", ""},
		{"es", "La biblioteca", "Un tesoro de libros", "En la biblioteca hay cuentos, poemas y libros de ciencia.", "book", "crystal"},
		{"es", "Cuidar el agua", "Cierra el grifo", "Cerrar el grifo mientras te cepillas los dientes ahorra doce litros de agua.", "tap drop", "tooth"},
		// French
		{"fr", "Le cycle de l'eau", "Le voyage d'une goutte", "La goutte monte dans le ciel sous forme de vapeur, puis retombe en pluie.", "watercycle drop rain evaporation cloud", "ship"},
		{"fr", "Les abeilles", "Les alvéoles", "Les abeilles construisent des cellules en cire. Chaque cellule a six côtés.", "bee hive", "cell candle"},
		{"fr", "La Révolution française", "La prise de la Bastille", "Le 14 juillet, le peuple de Paris prend la forteresse de la Bastille. Le roi a peur.", "castle tricolour king assembly citizen", ""},
		{"fr", "Les dents", "Une bonne hygiène", "On se brosse les dents matin et soir. Le dentiste soigne les caries.", "tooth", "clock"},
		{"fr", "Le système digestif", "Le trajet des aliments", "Les aliments passent de la bouche à l'estomac, puis dans l'intestin.", "digestive stomach", ""},
		{"fr", "La forêt", "Les arbres", "Le chêne perd ses feuilles en automne. Le sapin reste vert toute l'année.", "tree conifer scenery leaf", ""},
		{"fr", "Le son", "Comment naît un son", "Un son est une vibration qui voyage dans l'air. L'oreille la reçoit.", "soundwave ear", "ship"},
		{"fr", "Les pharaons", "L'Égypte ancienne", "Le Nil traverse l'Égypte. Le pharaon fait construire des pyramides.", "pharaoh pyramid", ""},
		{"fr", "La souris d'ordinateur", "Cliquer", "Avec la souris on clique sur l'écran de l'ordinateur.", "💻", "🐁"},
		{"fr", "Le papillon", "De l'œuf à l'adulte", "La chenille sort de l'œuf, mange des feuilles et devient un papillon.", "butterfly caterpillar lifecycle egg", "leaf"},
		// German
		{"de", "Der Wasserkreislauf", "Eine Reise ohne Ende", "Das Wasser verdunstet über dem Meer, steigt auf und bildet Wolken. Dann fällt Regen.", "watercycle evaporation cloud rain drop", ""},
		{"de", "Die Honigbiene", "Die Zelle", "Die Wabe besteht aus vielen Zellen aus Wachs. Darin lagern die Bienen Honig.", "bee hive", "cell candle"},
		{"de", "Ritter und Burgen", "Das Leben auf der Burg", "Der Ritter trug eine Rüstung aus Eisen. Die Burg stand auf einem Berg.", "castle knight", "citizen"},
		{"de", "Der elektrische Strom", "Der Stromkreis", "Strom fließt nur, wenn der Stromkreis geschlossen ist. Dann leuchtet die Lampe.", "circuit bulb battery", "riverland"},
		{"de", "Der Rhein", "Ein langer Strom", "Der Rhein ist ein Fluss, der in den Alpen entspringt und in die Nordsee mündet.", "riverland", "circuit"},
		{"de", "Das Herz", "Ein starker Muskel", "Das Herz schlägt etwa siebzigmal in der Minute und pumpt Blut durch den Körper.", "heart circulation blood", "muscle clock"},
		{"de", "Die Uhr lernen", "Wie spät ist es?", "Der kleine Zeiger zeigt die Stunde, der große Zeiger die Minute.", "clock", ""},
		{"de", "Die Pflanze", "Das Blatt", "Im Blatt entsteht mit Sonnenlicht, Wasser und Luft der Zucker. Das nennt man Fotosynthese.", "leaf photosynthesis sprout", "🍫 drop"},
		{"de", "Pinguine", "Leben im Eis", "Der Pinguin lebt in der Antarktis. Er kann nicht fliegen, aber gut schwimmen.", "penguin", "✈"},
		{"de", "Müll trennen", "Recycling", "Papier, Glas und Plastik gehören in verschiedene Tonnen. So kann man sie wieder verwenden.", "recycle", ""},
		// Portuguese
		{"pt", "O ciclo da água", "Uma viagem sem fim", "A água evapora do mar, forma nuvens e volta como chuva.", "watercycle evaporation cloud rain drop", ""},
		{"pt", "A colmeia", "Pequenas células", "Os favos são feitos de células de cera onde as abelhas guardam o mel.", "bee hive", "cell candle"},
		{"pt", "As caravelas", "O caminho para a Índia", "As caravelas portuguesas navegaram pelo oceano durante meses.", "ship explorer", "turbine"},
		{"pt", "O coração", "A viagem do sangue", "O sangue sai do coração pelas artérias e volta pelas veias.", "heart circulation blood", ""},
		{"pt", "A eleição", "O voto", "Cada eleitor coloca o seu voto na urna. O voto é secreto.", "ballot parliament", "vase"},
		{"pt", "As plantas", "A folha", "A folha usa a luz do sol para fazer a fotossíntese.", "leaf photosynthesis sprout", "prism"},
		{"pt", "O sistema solar", "Os planetas", "Oito planetas giram em torno do Sol.", "solarsystem sun earth", ""},
		// Arabic
		{"ar", "القلب: مضخة لا تنام", "عضلة صغيرة وعمل كبير", "القلب عضلة في حجم قبضة يدك، ويميل قليلًا إلى اليسار. يدق قلب الطفل نحو تسعين مرة في الدقيقة.", "heart circulation", "muscle clock child"},
		{"ar", "القلب: مضخة لا تنام", "رحلة الدم", "يسير الدم في أنابيب تسمى الأوعية الدموية. الشرايين تحمل الدم من القلب إلى الجسم.", "circulation blood heart", ""},
		{"ar", "دورة الماء", "رحلة بلا نهاية", "يتبخر الماء من البحر ثم يتكاثف في السحب ويعود مطرًا.", "watercycle evaporation cloud rain drop", "circle"},
		{"ar", "النحل", "الخلايا الصغيرة", "يبني النحل خلايا سداسية من الشمع ويخزن فيها العسل.", "bee hive", "cell candle"},
		{"ar", "الأهرام", "بناء الهرم", "بنى المصريون القدماء الأهرام قبل آلاف السنين لملوكهم.", "pyramid pharaoh", "shapes"},
		{"ar", "الكسور", "نصف وربع", "نقسم الدائرة إلى أجزاء متساوية. كل جزء يسمى كسرًا.", "fraction fractionbar circle", ""},
		{"ar", "الذرة", "أصغر جزء في المادة", "تتكون الذرة من إلكترونات وبروتونات ونيوترونات.", "atom molecule", "🌽 seed"},
		{"ar", "الجمل", "سفينة الصحراء", "يعيش الجمل في الصحراء ويصبر على العطش أيامًا طويلة.", "🐫", "ship drop"},
		{"ar", "النظام الشمسي", "الكواكب", "تدور ثمانية كواكب حول الشمس في مدارات.", "solarsystem sun earth", ""},
		// Hindi
		{"hi", "पत्ती: पौधे की रसोई", "हरी रसोई", "पौधे चल नहीं सकते, इसलिए वे अपना भोजन स्वयं बनाते हैं। पत्ती में धूप, हवा और पानी से भोजन बनता है।", "leaf photosynthesis sprout", "fraction"},
		{"hi", "पत्ती: पौधे की रसोई", "पत्ती के भीतर", "पत्ती में हज़ारों छोटी कोशिकाएँ होती हैं। इनमें हरे रंग के कण होते हैं।", "leaf plantcell photosynthesis", "cell prism"},
		{"hi", "जल चक्र", "पानी की यात्रा", "सूरज की गर्मी से समुद्र का पानी वाष्प बनकर ऊपर उठता है और बादल बनते हैं।", "watercycle evaporation cloud drop", ""},
		{"hi", "हमारा हृदय", "कभी न रुकने वाला पंप", "हृदय रक्त को पूरे शरीर में पहुँचाता है। यह एक मिनट में बहत्तर बार धड़कता है।", "heart circulation blood", "clock"},
		{"hi", "मधुमक्खियाँ", "छत्ता", "मधुमक्खी फूलों से रस लाती है और छत्ते में शहद बनाती है।", "bee hive", ""},
		{"hi", "लोकतंत्र", "मतदान", "हर नागरिक को वोट देने का अधिकार है। मतदाता मतपेटी में अपना वोट डालते हैं।", "ballot parliament temple", "fraction"},
		{"hi", "भिन्न", "बराबर भाग", "एक रोटी को चार बराबर भागों में बाँटो। एक भाग चौथाई कहलाता है।", "fraction fractionbar pizza 🍞", ""},
		{"hi", "बिजली का परिपथ", "धारा", "जब परिपथ पूरा होता है तब बल्ब जलता है।", "circuit bulb battery", "storm riverland"},
		{"hi", "सौरमंडल", "ग्रह", "आठ ग्रह सूर्य के चारों ओर घूमते हैं।", "solarsystem sun earth", ""},
	}
}

// heroOf gives the key of what the reading's picture would show.
func heroOf(g *glyphs, r reading, page int) string {
	p := newPlan(model.Scene{StoryTitle: r.story, PageTitle: r.page, Text: r.text, Language: r.lang, Page: page, Of: 8}, g)
	if p.heroName == nil {
		return ""
	}
	if strings.HasPrefix(p.heroName.subject, sceneryKey) {
		return "scenery"
	}
	return p.heroName.subject
}
