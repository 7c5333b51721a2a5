package ondevice

const lexiconAnimals = `
#animals
bee|garden:1.5|bee bumblebee honeybee|abeja|abeille|Biene|abelha|نحلة نحل|मधुमक्खी
hive*1.1|garden:0.5|hive beehive honeycomb honey queen_bee worker_bee cell wax|colmena panal miel celda celdilla cera|ruche rayon miel cellule alvéole cire|Bienenstock Wabe Honig Zelle Wabenzelle Wachs|colmeia favo mel célula alvéolo cera|خلية_نحل خلية_النحل عسل خلية خلايا شمع|छत्ता शहद कोष्ठ मोम
butterfly|garden:1.6|butterfly moth|mariposa|papillon|Schmetterling Falter|borboleta|فراشة فراشات|तितली
lifecycle*1.2||=life_cycle_of_a_butterfly life_cycle metamorphosis chrysalis pupa cocoon|=ciclo_de_vida_de_la_mariposa metamorfosis ciclo_de_vida crisálida|=cycle_de_vie_du_papillon métamorphose cycle_de_vie chrysalide|=Lebenslauf_des_Schmetterlings Metamorphose Lebenszyklus Puppe~|=ciclo_de_vida_da_borboleta metamorfose ciclo_de_vida crisálida|=دورة_حياة_الفراشة دورة_حياة دورة_الحياة تحول_الفراشة شرنقة|=तितली_का_जीवन_चक्र जीवन_चक्र कायांतरण प्यूपा
caterpillar|garden:1.2|caterpillar larva|oruga larva|chenille larve|Raupe Larve|lagarta larva|يرقة يرقات|इल्ली
🐜|garden:1|ant|hormiga|fourmi|Ameise|formiga|نملة نمل|चींटी
🐞|garden:1.2|ladybird ladybug beetle insect~ bug~|mariquita escarabajo insecto~|coccinelle scarabée insecte~|Marienkäfer Käfer Insekt~|joaninha besouro inseto~|خنفساء حشرة~ حشرات~|कीट~ कीड़ा गुबरैला
🕷|garden:0.8|spider web~ spider_web|araña|araignée|Spinne|aranha|عنكبوت|मकड़ी
🐌|garden:1|snail slug|caracol|escargot|Schnecke|caracol caramujo|حلزون|घोंघा
🐛|garden:1|worm earthworm|gusano lombriz|ver_de_terre lombric|Wurm Regenwurm|minhoca verme|دودة ديدان|केंचुआ
whale|underwater:2|whale|ballena|baleine|Wal Wale|baleia|حوت حيتان|व्हेल
🐬/sails|sea:1.6|dolphin porpoise|delfín|dauphin|Delfin|golfinho|دلفين دلافين|डॉल्फ़िन
fish|underwater:1.8|fish fishes gill fin scale|pez peces|poisson|Fisch|peixe|سمكة سمك أسماك|मछली
shark|underwater:1.8|shark|tiburón|requin|Hai Haie|tubarão|قرش|शार्क
🐙/swims|underwater:1.8|octopus squid|pulpo calamar|pieuvre poulpe|Krake Tintenfisch|polvo lula|أخطبوط|अष्टबाहु
jellyfish|underwater:1.8|jellyfish|medusa|méduse|Qualle|água-viva medusa|قنديل_البحر|जेलीफ़िश
🐢|island:1.2,underwater:0.6|turtle tortoise|tortuga|tortue|Schildkröte|tartaruga|سلحفاة سلاحف|कछुआ
🦀|island:1.4|crab lobster|cangrejo langosta|crabe homard|Krabbe Krebs|caranguejo|سرطان_البحر|केकड़ा
🐚/thing|island:1.2|shell seashell|concha|coquillage|Muschel|concha|صدفة أصداف|सीप शंख
seal|ice:1.6|seal walrus sea_lion|foca morsa|phoque morse|Robbe Seehund|foca|فقمة|सील
penguin|ice:2|penguin|pingüino|pingouin manchot|Pinguin|pinguim|بطريق|पेंगुइन
polarbear|ice:2|polar_bear|oso_polar|ours_polaire|Eisbär|urso_polar|دب_قطبي|ध्रुवीय_भालू
🐻/peeks|forest:1.6|bear|oso|ours|Bär Bären|urso|دب|भालू
🐺/peeks|forest:1.6|wolf wolves|lobo|loup|Wolf Wölfe|lobo|ذئب ذئاب|भेड़िया
🦊/peeks|forest:1.6|fox|zorro|renard|Fuchs Füchse|raposa|ثعلب|लोमड़ी
🦌/peeks|forest:1.6|deer moose elk|ciervo venado|cerf|Hirsch Reh|veado cervo|غزال أيل|हिरण
🐿|forest:1.4|squirrel chipmunk|ardilla|écureuil|Eichhörnchen|esquilo|سنجاب|गिलहरी
🐇|garden:1.2,forest:0.6|rabbit hare bunny|conejo liebre|lapin lièvre|Kaninchen Hase|coelho lebre|أرنب أرانب|खरगोश
🐁|garden:1|mouse mice rat|ratón rata|souris rat|Maus Mäuse Ratte|rato|فأر فئران|चूहा
🦉|forest:1.4,night:1|owl|búho lechuza|hibou chouette|Eule|coruja|بومة|उल्लू
🦅/peeks|mountains:1.6|eagle hawk falcon|águila halcón|aigle faucon|Adler Falke|águia falcão|نسر صقر|बाज चील गरुड़
🐦|garden:1.2|bird sparrow feather robin crow raven peacock parrot|pájaro ave pluma|oiseau plume|Vogel Vögel Feder|pássaro ave pena|طائر! طيور عصفور|पक्षी चिड़िया
🦆|river:1.4|duck goose swan|pato ganso cisne|canard oie cygne|Ente Gans Schwan|pato ganso cisne|بطة بط إوزة|बतख हंस
🦃|farm:1|turkey_bird|pavo|dinde|Truthahn|peru|ديك_رومي|टर्की
egg|farm:0.8,garden:0.8|=nest egg nest|=nido huevo nido|=nid œuf nid|=Nest Ei Eier Nest|=ninho ovo ninho|=عش بيضة بيض عش|=घोंसला अंडा घोंसला
🐓|farm:1.6|rooster cock poultry|gallo|coq|Hahn|galo|ديك|मुर्गा
🐄|farm:1.8|cow cattle calf dairy bull|vaca ganado ternero|vache bétail veau|Kuh Kühe Rind Kalb|vaca gado bezerro|بقرة أبقار بقر|गाय मवेशी
🐃|farm:1.4|buffalo ox oxen|búfalo buey|buffle bœuf|Büffel Ochse|búfalo boi|جاموس ثور! ثيران!|भैंस बैल
🐎|farm:1.2,savanna:0.4|horse pony foal mare|caballo yegua potro|cheval chevaux|Pferd|cavalo égua|حصان خيل خيول|घोड़ा
🐖|farm:1.6|pig swine|cerdo|cochon porc|Schwein|porco|خنزير|सूअर
🐑|farm:1.6,mountains:0.5|sheep lamb wool|oveja cordero lana|mouton agneau laine|Schaf Lamm Wolle!|ovelha cordeiro lã|خروف أغنام غنم صوف|भेड़ ऊन
🐐|farm:1.4,mountains:0.8|goat|cabra|chèvre|Ziege|cabra|ماعز عنزة|बकरी
🐕|garden:1,home:0.6|dog puppy|perro cachorro|chien chiot|Hund|cão cachorro|كلب كلاب|कुत्ता
🐈|home:0.6,garden:1|cat kitten|gato|chat chaton|Katze|gato|قطة قط|बिल्ली
🐫|desert:1.8|camel|camello|chameau|Kamel|camelo|جمل جمال إبل|ऊँट
🐘|savanna:1.8,jungle:0.6|elephant trunk|elefante|éléphant|Elefant|elefante|فيل أفيال|हाथी
🦁/peeks|savanna:1.8|lion|león|lion|Löwe|leão|أسد|शेर सिंह
🐅|jungle:1.6|tiger|tigre|tigre|Tiger|tigre|نمر|बाघ
🐆|savanna:1.4|leopard cheetah|leopardo guepardo|léopard guépard|Leopard Gepard|leopardo guepardo|فهد|तेंदुआ चीता
🦏|savanna:1.6|rhinoceros rhino|rinoceronte|rhinocéros|Nashorn|rinoceronte|وحيد_القرن|गैंडा
🐒|jungle:1.6|monkey chimpanzee primate|mono chimpancé|singe chimpanzé|Affe Schimpanse|macaco chimpanzé|قرد قرود|बंदर
🦍|jungle:1.6|gorilla ape|gorila|gorille|Gorilla|gorila|غوريلا|गोरिल्ला
🐊|river:1.4|crocodile alligator|cocodrilo caimán|crocodile|Krokodil|crocodilo jacaré|تمساح|मगरमच्छ
🐍|desert:0.8,jungle:0.8|snake serpent|serpiente|serpent|Schlange|cobra serpente|ثعبان أفعى|साँप सांप
🦎|desert:1|lizard reptile gecko|lagarto reptil|lézard reptile|Eidechse Reptil|lagarto réptil|سحلية زواحف|छिपकली सरीसृप
🐸/peeks|river:1.6|frog toad tadpole amphibian|rana sapo renacuajo anfibio|grenouille crapaud têtard|Frosch Kröte|sapo rã girino|ضفدع ضفادع|मेंढक
🦇/flies|night:1.6|bat bats|murciélago|chauve-souris|Fledermaus|morcego|خفاش|चमगादड़
🐨/peeks|forest:1|koala|koala|koala|Koala|coala|كوالا|कोआला
🐼/peeks|forest:1|panda|panda|panda|Panda|panda|باندا|पांडा
dinosaur|jungle:1.4|dinosaur extinct prehistoric|dinosaurio extinto|dinosaure|Dinosaurier|dinossauro|ديناصور ديناصورات|डायनासोर
strata*1.05|underground:1|fossil palaeontologist paleontologist|fósil|fossile|Fossil|fóssil|أحفورة أحافير|जीवाश्म
foodchain*1.2||food_chain food_web ecosystem|cadena_alimentaria ecosistema|chaîne_alimentaire écosystème|Nahrungskette Ökosystem|cadeia_alimentar ecossistema|سلسلة_غذائية نظام_بيئي|खाद्य_श्रृंखला पारितंत्र
🐾/hangs*0.35|savanna:0.4,forest:0.4|=animal_tracks animal~ mammal wildlife~|=huellas animal~ mamífero|=traces_d'animaux animal~ animaux~ mammifère|=Tierspuren Tier~ Säugetier|=pegadas animal~ mamífero|=آثار_أقدام حيوان~ حيوانات~ ثدييات|=पंजों_के_निशान जानवर~ पशु~ स्तनधारी
`

const lexiconBody = `
#body
heart|body:2|heart heartbeat cardiac atrium ventricle|corazón latido aurícula ventrículo|cœur battement|Herz Herzschlag|coração batimento|قلب نبض|हृदय दिल
blood|body:2|=blood_cells blood_cell blood red_cell plasma|=glóbulos_rojos sangre glóbulo|=globules_rouges sang globule|=Blutkörperchen Blut|=glóbulos_vermelhos sangue glóbulo|=كريات_الدم دم|=रक्त_कोशिकाएँ रक्त ख़ून खून
circulation|body:2|=blood_circulation circulation circulatory artery vein vessel blood_vessel|=circulación_de_la_sangre circulación circulatorio arteria vena|=circulation_du_sang circulation artère veine vaisseau|=Blutkreislauf Kreislauf Ader Arterie Vene Blutgefäß|=circulação_do_sangue circulação artéria veia|=دورة_دموية دورة_دموية شريان وريد|=रक्त_परिसंचरण परिसंचरण धमनी शिरा
lungs|body:2|lungs lung breathing breathe~ respiration oxygen~ breath~|pulmones pulmón respiración respirar~ oxígeno~|poumons poumon respiration respirer~ oxygène~|Lunge Atmung atmen~ Sauerstoff~|pulmões pulmão respiração respirar~ oxigênio~|رئتان رئة تنفس أكسجين~|फेफड़े साँस~ श्वसन ऑक्सीजन~
brain|body:2|brain nerve neuron nervous memory~ mind~|cerebro nervio neurona memoria~ mente~|cerveau nerf neurone mémoire~|Gehirn Nerv Gedächtnis~|cérebro nervo neurônio memória~|دماغ مخ عصب أعصاب ذاكرة~|मस्तिष्क दिमाग तंत्रिका
stomach|body:2|stomach|estómago|estomac|Magen|estômago|معدة|पेट आमाशय
digestive*1.15|body:2|digestive_system digestion intestine|sistema_digestivo aparato_digestivo digestión intestino|système_digestif appareil_digestif digestion intestin|Verdauungssystem Verdauung Darm|sistema_digestivo sistema_digestório digestão intestino|جهاز_هضمي الجهاز_الهضمي هضم أمعاء|पाचन_तंत्र पाचन आँत
bones|body:2|skeleton bone skull spine rib joint|esqueleto hueso columna articulación|squelette os articulation|Skelett Knochen Gelenk|esqueleto osso articulação|هيكل_عظمي عظم عظام مفصل|कंकाल हड्डी अस्थि
muscle*0.6|body:2|muscle|músculo|muscle|Muskel|músculo|عضلة عضلات|मांसपेशी पेशी
eye|body:2|eye sight vision pupil~ retina|ojo vista visión retina|œil yeux vue vision|Auge sehen Netzhaut|olho visão retina|عين عيون بصر|आँख दृष्टि
senses*1.2|body:2|five_senses senses sense_organ|cinco_sentidos sentidos!|cinq_sens sens!~|Sinne! Sinnesorgan|cinco_sentidos sentidos!|الحواس_الخمس حواس|ज्ञानेंद्रियाँ पाँच_इंद्रियाँ इंद्रिय
ear|body:2|ear hearing|oído oreja|oreille ouïe|Ohr hören|ouvido orelha|أذن سمع|कान श्रवण
tooth|body:2|tooth teeth dental dentist|diente muela|dent|Zahn Zähne|dente|سن أسنان|दाँत
kidneys|body:2|=kidneys kidney|=riñones riñón|=reins rein|=Nieren Niere|=rins rim rins|=كليتان كلية كلى|=गुर्दे गुर्दा वृक्क
bodyshape*0.6|body:2|body~ human_body organ~ skin~ body_part|cuerpo~ órgano~ piel cuerpo_humano partes_del_cuerpo|corps~ organe~ peau corps_humain parties_du_corps|Körper~ Organ~ Haut~ Menschlicher_Körper Körperteil|corpo~ órgão~ pele corpo_humano partes_do_corpo|جسم~ عضو~ أعضاء~ جلد جسم_الإنسان أجزاء_الجسم أعضاء_الجسم|शरीर~ अंग~ त्वचा मानव_शरीर शरीर_के_अंग
#micro
cell|body:1.5|cell cells nucleus~ membrane~|célula núcleo membrana|cellule noyau|Zelle Zellkern|célula membrana|خلية خلايا نواة~|कोशिका केंद्रक
plantcell*1.2|body:1|plant_cell chloroplast cell_wall|célula_vegetal cloroplasto|cellule_végétale chloroplaste|Pflanzenzelle|célula_vegetal cloroplasto|خلية_نباتية|पादप_कोशिका
bacteria|body:1.5,laboratory:0.4|bacteria germ microbe virus bacterium infection|bacteria microbio virus germen|bactérie microbe virus|Bakterie Bakterien Virus Keim|bactéria micróbio vírus|بكتيريا جرثومة جراثيم فيروس|जीवाणु रोगाणु विषाणु
dna|body:1.5|=DNA dna gene genetic heredity|=ADN adn gen genética|=ADN adn gène|=DNA DNA Gen|=DNA dna gene|=حمض_نووي وراثة جين|=डीएनए डीएनए आनुवंशिकता
`
