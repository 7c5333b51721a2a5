package ondevice

import (
	"strings"

	"edusmart/core/model"
)

// judged is a page whose picture a teacher has judged: accept are the
// subjects that fit it, absurd those that would be laughed at. "scenery"
// stands for a landscape without a subject. What is vague is absurd on every
// page that does not ask for it.
type judged struct {
	lang, story, page, text string
	accept, absurd          string
}

const vague = "explorer crowd person coins compass hourglass bulb flag dice 🔑 🐾"

func readings() []judged {
	return []judged{
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
		{"en", "Penguins of the south", "A long march", "Every year emperor penguins walk across the ice to the place where they lay their eggs.", "penguin", "egg"},
		{"en", "Simple machines", "The lever", "A long bar on a pivot lets a child lift a heavy stone. The point it turns on is called the fulcrum.", "lever gears", ""},
		{"en", "Why do we have day and night?", "The spinning Earth", "The Earth turns once every twenty-four hours. The side that faces the sun has day.", "earth sun solarsystem globe", "clock"},
		{"en", "Photosynthesis", "Catching the light", "Chlorophyll in the leaves catches the light of the sun. With water and carbon dioxide it makes sugar.", "photosynthesis leaf", "prism 🍫"},
		{"en", "The Roman Empire", "Roads and bridges", "The Romans built straight roads and stone bridges. Some of them still stand.", "roman bridge temple scenery", ""},
		{"en", "A visit to the farm", "Milking time", "The farmer milks the cows in the morning. The milk is cooled and taken to the town.", "🐄 farmer scenery barn 🥛", ""},
		{"en", "Telling the time", "Half past three", "When the long hand points to six it is half past the hour.", "clock", "hand fraction"},
		{"en", "Sharks", "Teeth that never end", "A shark loses thousands of teeth in its life, and new ones grow behind the old.", "shark", ""},
		{"en", "The Industrial Revolution", "Steam", "Steam engines drove the machines in the factories. Trains carried coal and goods.", "train gears scenery", "evaporation tricolour"},
		{"en", "Healthy eating", "Fruit and vegetables", "Eat five portions of fruit and vegetables every day. Carrots are good for your eyes.", "🍎 🥕 🍅", "eye"},
		{"en", "My family", "Who lives at home", "I live with my mother, my father and my little sister. Grandma visits us on Sundays.", "family child house", ""},
		{"en", "The Crow and the Lantern", "The light", "Your light is gone, and a boy is lost on the hill, cried the crow. Tobias hurried outside, but he could not light the wick.", "🐦 🏮 candle scenery child", "prism"},
		{"en", "Simple machines", "The screw", "A screw is an inclined plane wrapped around a rod. A jar lid has a thread too.", "🔩 gears", "🐾"},
		{"en", "Sound", "High and low", "A thick string vibrates slowly and gives a low sound. A thin string gives a high one.", "soundwave 🎻 music ear", ""},
		{"en", "The rainforest", "A world of green", "Parrots, monkeys and jaguars live in the rainforest. It rains there almost every day.", "scenery 🐒 🐦 tree", ""},
		{"en", "Rocks and fossils", "Written in stone", "When an animal died long ago it was covered by mud. The mud became rock and the bones became a fossil.", "strata", "pencil ✏ bones"},
		{"en", "Bridges", "An arch that holds", "The stones of an arch push against each other. So a bridge can carry heavy trains.", "bridge", "train"},
		{"en", "Electric cars", "Driving with a battery", "An electric car has a motor and a large battery. It is charged from a socket.", "🚗 battery circuit", "🐎"},
		{"en", "Democracy", "Born in Athens", "In ancient Athens free men met to vote on the laws of the city.", "temple ballot parliament assembly", ""},
		{"en", "Keep your teeth healthy", "Brush twice a day", "Brush your teeth in the morning and at night. Sugar feeds the germs that make holes.", "tooth", "🍫 bacteria"},
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
		{"es", "Los dinosaurios", "Un mundo desaparecido", "Los dinosaurios vivieron hace millones de años. Sus huesos se encuentran como fósiles.", "dinosaur strata", "bones"},
		{"es", "La Revolución Industrial", "La máquina de vapor", "La máquina de vapor movía los telares de las fábricas y las locomotoras.", "gears train scenery", "drop evaporation"},
		{"es", "Las abejas", "La danza", "La abeja baila para decir a las demás dónde están las flores.", "bee flower hive", ""},
		{"es", "Los pulmones", "El viaje del aire", "El aire entra por la nariz y llega a los pulmones. Allí la sangre toma el oxígeno.", "lungs", ""},
		{"es", "El mercado", "Comprar y vender", "En el mercado hay fruta, verdura y pan. Pagamos con monedas y billetes.", "market 🍎 coins", ""},
		{"es", "Las fases de la Luna", "Luna llena", "La Luna tarda casi un mes en dar la vuelta a la Tierra.", "moonphases moon", "calendar"},
		{"es", "El imán", "Polos que se atraen", "El polo norte de un imán atrae el polo sur de otro.", "magnet", "scenery penguin polarbear"},
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
		{"fr", "Les volcans", "La colère de la montagne", "Le magma monte dans la cheminée et la lave coule sur les pentes.", "volcano eruption lava magma", ""},
		{"fr", "Le cœur", "Une pompe infatigable", "Le cœur est un muscle qui pousse le sang dans les artères.", "heart circulation", "muscle"},
		{"fr", "Les états de la matière", "Solide, liquide, gaz", "La glace est de l'eau solide. Quand elle fond elle devient liquide.", "states", "scenery"},
		{"fr", "La baleine bleue", "Le géant des mers", "La baleine bleue est le plus grand animal du monde. Elle mange du krill.", "whale", "🐾 fish"},
		{"fr", "Les fractions", "Partager une tarte", "On coupe la tarte en huit parts égales.", "fraction fractionbar 🍰 🎂 pizza", ""},
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
		{"de", "Der Wald", "Tiere im Wald", "Im Wald leben Rehe, Füchse und Eichhörnchen. Die Eule jagt in der Nacht.", "🦌 🦊 🐿 🦉 scenery tree", ""},
		{"de", "Das Skelett", "Unsere Knochen", "Der Mensch hat mehr als zweihundert Knochen. Sie stützen den Körper.", "bones", ""},
		{"de", "Die Jahreszeiten", "Der Herbst", "Im Herbst werden die Blätter bunt und fallen von den Bäumen.", "seasons tree leaf", ""},
		{"de", "Magnetismus", "Nordpol und Südpol", "Jeder Magnet hat zwei Pole. Gleiche Pole stoßen sich ab.", "magnet", "polarbear penguin scenery"},
		{"de", "Unser Sonnensystem", "Acht Planeten", "Die Planeten kreisen um die Sonne. Saturn hat Ringe.", "solarsystem sun saturn", ""},
		// Portuguese
		{"pt", "O ciclo da água", "Uma viagem sem fim", "A água evapora do mar, forma nuvens e volta como chuva.", "watercycle evaporation cloud rain drop", ""},
		{"pt", "A colmeia", "Pequenas células", "Os favos são feitos de células de cera onde as abelhas guardam o mel.", "bee hive", "cell candle"},
		{"pt", "As caravelas", "O caminho para a Índia", "As caravelas portuguesas navegaram pelo oceano durante meses.", "ship explorer", "turbine"},
		{"pt", "O coração", "A viagem do sangue", "O sangue sai do coração pelas artérias e volta pelas veias.", "heart circulation blood", ""},
		{"pt", "A eleição", "O voto", "Cada eleitor coloca o seu voto na urna. O voto é secreto.", "ballot parliament", "vase"},
		{"pt", "As plantas", "A folha", "A folha usa a luz do sol para fazer a fotossíntese.", "leaf photosynthesis sprout", "prism"},
		{"pt", "O sistema solar", "Os planetas", "Oito planetas giram em torno do Sol.", "solarsystem sun earth", ""},
		{"pt", "Os vulcões", "Por dentro da Terra", "O magma sobe por uma abertura e sai como lava.", "volcano eruption lava magma earthlayers", ""},
		{"pt", "Os dentes", "Escovar bem", "Escova os dentes depois das refeições e vai ao dentista.", "tooth", ""},
		{"pt", "As borboletas", "Metamorfose", "Do ovo nasce a lagarta, que se transforma em crisálida e depois em borboleta.", "lifecycle butterfly caterpillar", ""},
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
		{"ar", "البركان", "جبل من نار", "تخرج الحمم من فوهة البركان ويتصاعد الرماد في السماء.", "volcano eruption lava ash", ""},
		{"ar", "الجهاز الهضمي", "رحلة الطعام", "ينتقل الطعام من الفم إلى المعدة ثم إلى الأمعاء.", "digestive stomach", ""},
		{"ar", "النباتات", "كيف تصنع الورقة الغذاء", "تصنع الورقة الغذاء من الضوء والماء والهواء.", "leaf photosynthesis sprout", "prism drop"},
		{"ar", "القمر", "أطوار القمر", "يتغير شكل القمر من هلال إلى بدر خلال الشهر.", "moonphases moon", "shapes"},
		{"ar", "إعادة التدوير", "نفايات أقل", "نجمع الورق والزجاج والبلاستيك لتصنع منها أشياء جديدة.", "recycle", "leaf"},
		{"ar", "المغناطيس", "جذب وتنافر", "يجذب المغناطيس الحديد وله قطبان.", "magnet", ""},
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
		{"hi", "हमारे दाँत", "दाँतों की देखभाल", "हमें दिन में दो बार दाँत साफ़ करने चाहिए।", "tooth", ""},
		{"hi", "ज्वालामुखी", "धरती के भीतर की आग", "मैग्मा ऊपर उठता है और लावा बनकर बहता है।", "volcano eruption lava magma", ""},
		{"hi", "जानवरों की दुनिया", "हाथी", "हाथी सबसे बड़ा स्थलीय जानवर है। वह अपनी सूँड़ से पानी पीता है।", "🐘", "drop"},
		{"hi", "चुंबक", "खींचना और धकेलना", "चुंबक लोहे को अपनी ओर खींचता है।", "magnet", ""},
		{"hi", "ऋतुएँ", "वसंत और पतझड़", "वसंत में फूल खिलते हैं और पतझड़ में पत्ते गिरते हैं।", "seasons flower tree leaf", ""},
		{"hi", "खाद्य श्रृंखला", "कौन किसको खाता है", "घास को हिरण खाता है और हिरण को शेर खाता है।", "foodchain 🦌 🦁", "🌾"},
	}
}

// heroOf gives the key of what the picture of r would show.
func heroOf(g *glyphs, r judged, page int) string {
	p := newPlan(model.Scene{StoryTitle: r.story, PageTitle: r.page, Text: r.text, Language: r.lang, Page: page, Of: 8}, g)
	if p.heroName == nil {
		return ""
	}
	if strings.HasPrefix(p.heroName.subject, sceneryKey) {
		return "scenery"
	}
	return p.heroName.subject
}
