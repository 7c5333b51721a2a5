package ondevice

// The tables of the lexicon: see lexicon.add for the form of a line.

const lexiconEarth = `
#earth
volcano|mountains:2|volcano volcanic crater cone|volcán volcánico cráter|volcan volcanique cratère|Vulkan vulkanisch Krater|vulcão vulcânico cratera|بركان براكين بركاني فوهة|ज्वालामुखी
eruption*1.15|mountains:1|eruption erupt erupted erupting explosion explode|erupción erupciona explosión|éruption explosion|Ausbruch Eruption ausbrechen|erupção explosão|ثوران انفجار ينفجر يثور|विस्फोट
lava*1.2|mountains:1|lava molten|lava|lave|Lava|lava|حمم لافا|लावा
ash*1.1|mountains:1|ash ashes|ceniza|cendre|Asche|cinza|رماد|राख
magma*1.2|underground:1|magma magma_chamber|magma cámara_magmática|magma chambre_magmatique|Magma|magma|صهارة ماغما|मैग्मा
earthlayers*1.1|underground:1|=layers_of_the_Earth earth's_layers mantle crust core~ inside_earth earth_core tectonic plate~|=capas_de_la_Tierra manto corteza núcleo~ placa~ tectónica|=couches_de_la_Terre manteau croûte noyau~ plaque~ tectonique|=Aufbau_der_Erde Erdmantel Erdkruste Erdkern Platte~|=camadas_da_Terra manto crosta núcleo~ placa~ tectônica|=طبقات_الأرض وشاح قشرة~ لب~ طبقات صفائح~|=पृथ्वी_की_परतें भूपर्पटी मेंटल क्रोड प्लेट
newisland|island:2|new_island volcanic_island new_land|isla_volcánica|île_volcanique|Vulkaninsel|ilha_vulcânica|جزيرة_بركانية|ज्वालामुखी_द्वीप
place:mountains*0.35|mountains:2|mountain hill peak summit slope valley cliff highland|montaña cerro colina cumbre valle cordillera sierra|montagne colline sommet vallée|Berg Hügel Gipfel Tal Gebirge|montanha colina morro vale serra cume|جبل جبال تل قمة وادي|पहाड़ पर्वत घाटी चोटी
#water
riverland*0.9|river:2|river stream creek tributary riverbed delta estuary meander current river_bank bank river_course nile amazon rhine|río arroyo afluente delta corriente amazonas ebro|rivière fleuve ruisseau affluent delta courant seine loire rhin|Fluss Bach Nebenfluss Delta Strom Rhein Donau Elbe|rio riacho afluente delta corrente amazonas|نهر أنهار جدول رافد دلتا|नदी नदियाँ धारा गंगा यमुना
waterfall*1.1|river:2|waterfall cascade rapids|cascada catarata|cascade chute_d'eau|Wasserfall|cachoeira cascata|شلال شلالات|झरना जलप्रपात
place:river*0.35|river:1.5|=river lake pond wetland marsh swamp|=río lago laguna pantano humedal|=rivière lac étang marais|=Fluss See Teich Sumpf|=rio lago lagoa pântano|=نهر بحيرة بركة مستنقع|=नदी झील तालाब
place:sea*0.35|sea:1.5|sea ocean coast shore wave tide beach bay harbour harbor|mar océano costa ola marea playa puerto|mer océan côte vague marée plage port|Meer Ozean Küste Welle Strand Hafen|mar oceano costa onda maré praia porto|بحر بحار محيط ساحل موج شاطئ ميناء|समुद्र सागर महासागर तट लहर
place:underwater*0.35|underwater:1.6|=sea_floor underwater seabed reef deep_sea coral undersea|=fondo_marino submarino arrecife coral fondo_marino|=fond_de_la_mer sous-marin récif corail|=Meeresgrund Riff Koralle Meeresgrund Tiefsee|=fundo_do_mar recife coral fundo_do_mar|=قاع_البحر مرجان قاع_البحر|=समुद्र_तल मूँगा समुद्रतल
#land
place:forest*0.35|forest:1.6|forest wood woods woodland|bosque|forêt bois|Wald Wälder|floresta bosque mata|غابة غابات|जंगल वन
place:jungle*0.35|jungle:1.8|jungle rainforest rain_forest tropical|selva jungla tropical|jungle tropical|Regenwald Dschungel|selva tropical|أدغال استوائي|वर्षावन
place:desert*0.35|desert:1.8|desert dune sand oasis arid sahara|desierto duna arena oasis|désert dune sable oasis|Wüste Düne Sand Oase|deserto duna areia oásis|صحراء رمل رمال كثبان واحة|रेगिस्तान मरुस्थल रेत
place:savanna*0.35|savanna:1.6|savanna savannah grassland prairie plain steppe|sabana pradera llanura|savane prairie plaine|Savanne Steppe Grasland|savana pradaria planície|سافانا سهل مراعي|घासस्थल मैदान
place:ice*0.35|ice:1.8|ice glacier arctic antarctic antarctica iceberg polar frozen icy pole|hielo glaciar ártico antártida iceberg polar|glace glacier arctique antarctique iceberg polaire|Eis Gletscher Arktis Antarktis Eisberg|gelo geleira glaciar ártico antártida iceberg|جليد جليدي قطب قطبي|बर्फ़ हिमनद ध्रुव अंटार्कटिका बर्फ
place:island*0.35|island:1.8|island isle|isla|île|Insel|ilha|جزيرة جزر!|द्वीप टापू
#water
groundwater|underground:2|groundwater aquifer seep infiltration|agua_subterránea acuífero|nappe_phréatique|Grundwasser|água_subterrânea aquífero|مياه_جوفية|भूजल
#earth
strata|underground:2|rock_layer sediment sedimentary strata layers_rock|estrato sedimento sedimentaria|strate sédiment|Schicht~ Sediment|estrato sedimento|رواسب رسوبية|तलछट चट्टानें परत~
crystal|underground:1|crystal mineral gem quartz|cristal mineral|cristal minéral|Kristall Mineral Edelstein|cristal mineral|بلورة معدن معادن|खनिज रत्न
|underground:1.2|underground soil cave burrow mines! coal_mine tunnel|subterráneo suelo cueva mina túnel|souterrain sol grotte mine tunnel|unterirdisch Boden Höhle Bergwerk|subterrâneo solo caverna mina túnel|كهف تربة منجم نفق|मिट्टी गुफा खान!
#water
watercycle*1.4|sea:0.5|=water_cycle water_cycle hydrologic|=ciclo_del_agua ciclo_agua ciclo_del_agua|=cycle_de_l'eau cycle_l'eau cycle_de_l'eau|=Wasserkreislauf Wasserkreislauf|=ciclo_da_água ciclo_água ciclo_da_água|=دورة_الماء دورة_الماء دورة_المياه|=जल_चक्र जल_चक्र जलचक्र
evaporation*1.15|sea:1|evaporation evaporate evaporated vapor vapour steam~|evaporación evapora vapor|évaporation évapore vapeur|Verdunstung verdunstet Wasserdampf Dampf|evaporação evapora vapor|تبخر يتبخر بخار|वाष्पीकरण वाष्प भाप
drop*0.6|river:0.3|water droplet drop~|agua gota|eau goutte|Wasser Tropfen|água gota|ماء مياه قطرة|पानी जल बूँद
tap*1.1|home:0.2|tap faucet save_water saving_water|grifo ahorrar_agua|robinet|Wasserhahn|torneira|صنبور حنفية|नल_का_पानी नल!
#space
earth*0.6|space:0.6|=the_Earth earth~ world~ globe continent planet_earth our_planet|=la_Tierra tierra~ mundo~ continente|=la_Terre terre~ monde~ continent|=die_Erde Erde~ Welt~ Kontinent|=a_Terra terra~ mundo~ continente|=الأرض الأرض عالم~ قارة|=पृथ्वी पृथ्वी धरती~ महाद्वीप
#matter
🔥/thing*0.7||fire flame burn~|fuego|feu flamme~|Feuer Flamme|fogo|نار لهب|आग!
`

const lexiconSky = `
#space
sun*0.9|sky:0.7|sun sunlight~ sunshine solar|sol solar|soleil solaire|Sonne Sonnenlicht~|sol solar|شمس|सूरज सूर्य धूप~
#water
cloud*1.05|sky:1|cloud condensation condense|nube condensación condensa|nuage condensation|Wolke Kondensation|nuvem condensação|سحاب غيوم غيمة سحب تكاثف يتكاثف|बादल संघनन
rain*1.1|sky:0.6|rain rainfall precipitation raindrop shower|lluvia precipitación llueve|pluie précipitation|Regen Niederschlag|chuva precipitação|مطر أمطار هطول|बारिश वर्षा
storm*1.05|sky:0.6|storm lightning thunder thunderstorm hurricane|tormenta rayo~ trueno huracán|orage tempête éclair tonnerre|Gewitter Sturm Blitz Donner|tempestade raio~ trovão|عاصفة برق رعد إعصار|तूफ़ान बिजली आँधी
rainbow*1.1|sky:0.6|rainbow|arcoíris|arc-en-ciel|Regenbogen|arco-íris|قوس_قزح|इंद्रधनुष
snowflake||snow snowflake frost|nieve copo|neige flocon|Schnee Schneeflocke|neve|ثلج ثلوج|बर्फ़बारी हिम
place:sky*0.35|sky:1.5|sky air atmosphere wind weather|cielo aire atmósfera viento clima|ciel air atmosphère vent météo|Himmel Luft Atmosphäre Wind Wetter|céu ar atmosfera vento|سماء هواء جو رياح طقس|आकाश आसमान हवा वायु मौसम
#space
moonphases*1.2|space:0.5|=phases_of_the_moon moon_phase phase lunar crescent full_moon new_moon|=fases_de_la_luna fase_lunar luna_llena luna_nueva fase creciente|=phases_de_la_lune phase_lune pleine_lune croissant|=Mondphasen Mondphase Vollmond Neumond|=fases_da_lua fase_lua lua_cheia|=أطوار_القمر أطوار هلال بدر|=चंद्रमा_की_कलाएँ चंद्रकला पूर्णिमा अमावस्या
moon|space:1.5|moon|luna|lune|Mond|lua|قمر|चाँद चंद्रमा चन्द्रमा
solarsystem*1.1|space:1|solar_system planets orbit|sistema_solar órbita planetas|système_solaire orbite planètes!|Sonnensystem Umlaufbahn Planeten|sistema_solar órbita planetas|مجموعة_شمسية مدار كواكب نظام_شمسي كوكب|सौरमंडल कक्षाएँ ग्रहों
saturn|space:2|saturn|saturno|saturne|Saturn|saturno|زحل|शनि
mars|space:2|mars|marte|mars|Mars|marte|مريخ|मंगल
⭐/hangs*0.8|space:1|star constellation galaxy universe~|estrella constelación galaxia universo~|étoile constellation galaxie univers~|Stern Sternbild Galaxie Weltall|estrela constelação galáxia universo~|نجم نجوم مجرة كون~|तारा तारे आकाशगंगा ब्रह्मांड
place:space*0.35|space:1.6|space outer_space cosmos astronomy|espacio cosmos astronomía|espace cosmos astronomie|Weltraum Astronomie|espaço cosmos astronomia|فضاء فلك|अंतरिक्ष खगोल
rocket|space:2|rocket spacecraft spaceship launch|cohete nave_espacial|fusée vaisseau|Rakete Raumschiff|foguete nave_espacial|صاروخ مركبة_فضائية|रॉकेट अंतरिक्षयान
satellite|space:2|satellite|satélite|satellite|Satellit|satélite|قمر_صناعي|उपग्रह
astronaut|space:2|astronaut|astronauta|astronaute|Astronaut|astronauta|رائد_فضاء|अंतरिक्षयात्री
telescope|night:1.5|telescope|telescopio|télescope|Teleskop Fernrohr|telescópio|تلسكوب|दूरबीन
#hours
@night|night:0.6|night midnight|noche medianoche|nuit minuit|Nacht Mitternacht|noite|ليل ليلا|रात रात्रि
@evening||evening sunset|atardecer ocaso|soir coucher_du_soleil|Abend Sonnenuntergang|entardecer pôr_do_sol|مساء غروب|शाम सूर्यास्त
@morning||morning dawn sunrise|amanecer mañana~ madrugada alba|matin aube lever_du_soleil|Sonnenaufgang Morgens! Morgendämmerung|amanhecer manhã|صباح فجر شروق|सुबह सवेरे सूर्योदय
@dusk||dusk twilight|anochecer crepúsculo|crépuscule|Dämmerung|anoitecer crepúsculo|غسق|साँझ गोधूलि
@overcast||foggy fog mist cloudy|niebla nublado|brouillard brume|Nebel|nevoeiro neblina|ضباب|कोहरा
`

const lexiconPlants = `
#plants
leaf||=leaf leaf leaves|=hoja hoja|=feuille feuille|=Blatt Blatt Blätter|=folha folha|=ورقة_نبات ورقة أوراق|=पत्ती पत्ता पत्ती पत्तियाँ
photosynthesis*1.25||photosynthesis chlorophyll|fotosíntesis clorofila|photosynthèse chlorophylle|Fotosynthese Photosynthese Chlorophyll Blattgrün|fotossíntese clorofila|تمثيل_ضوئي بناء_ضوئي كلوروفيل|प्रकाश_संश्लेषण पर्णहरित
sprout*0.8|garden:1,farm:0.6|plant seedling sprout shoot~|planta brote plántula|plante pousse|Pflanze Keimling|planta broto muda|نبات نباتات نبتة|पौधा अंकुर
seed*1.1|farm:0.5,garden:0.5|seed germination germinate|semilla germinación germina|graine germination semence|Samen Keimung|semente germinação|بذرة! بذور إنبات|बीज अंकुरण
root*1.1|garden:0.4|root|raíz|racine|Wurzel|raiz|جذر جذور|जड़
flower|garden:1.6|flower blossom petal bloom pollen pollination pollinate|flor pétalo polen polinización|fleur pétale pollen pollinisation|Blume Blüte! Blüten! Pollen Bestäubung|flor pétala pólen polinização|زهرة أزهار زهور لقاح تلقيح|फूल परागण पंखुड़ी
sunflower|garden:1.4,farm:1|sunflower|girasol|tournesol|Sonnenblume|girassol|عباد_الشمس دوار_الشمس|सूरजमुखी
tree|garden:0.7,forest:1.2|tree trunk~ branch~ bark~|árbol tronco~ rama~|arbre tronc~ branche~|Baum Bäume Ast~ Stamm~|árvore tronco~ galho~|شجرة أشجار جذع~ غصن~|पेड़ वृक्ष
conifer|mountains:0.8,forest:1.2|pine fir conifer spruce|pino abeto|pin sapin|Tanne Kiefer Fichte|pinheiro|صنوبر|चीड़ देवदार
palm|island:1.4,desert:0.8|palm_tree palm coconut date_palm|palmera coco|palmier|Palme|palmeira coqueiro|نخلة نخيل|नारियल ताड़ खजूर
cactus|desert:2|cactus|cactus|cactus|Kaktus|cacto|صبار|कैक्टस
wheat|farm:2|wheat grain barley cereal harvest crop|trigo cereal cosecha cultivo|blé céréale récolte|Weizen Getreide Ernte|trigo cereal colheita|قمح حبوب حصاد محاصيل|गेहूँ अनाज फ़सल फसल
#food
🌽/thing|farm:1.5,kitchen:0.5|=corn corn maize|=maíz maíz|=maïs épi_de_maïs grain_de_maïs|=Mais Mais|=milho milho|=ذرة ذرة|=मक्का मक्का
🍚/thing|kitchen:1|rice|arroz|riz|Reis!|arroz|أرز|चावल धान
🍎/thing|kitchen:1|apple|manzana|pomme|Apfel Äpfel|maçã|تفاحة تفاح|सेब
🍊/thing|kitchen:1|orange citrus|naranja|orange|Orange Apfelsine|laranja|برتقال برتقالة|संतरा
🍌/thing|kitchen:1,jungle:0.3|banana|plátano banana|banane|Banane|banana|موز|केला
🍇/thing|kitchen:1|grape vine vineyard|uva viña|raisin vigne|Traube Weinberg|uva|عنب|अंगूर
🍓/thing|kitchen:1|strawberry berry|fresa|fraise|Erdbeere Beere|morango|فراولة|स्ट्रॉबेरी
🍉/thing|kitchen:1|watermelon melon|sandía melón|pastèque melon|Wassermelone|melancia|بطيخ|तरबूज़ तरबूज
🥕/thing|kitchen:1,garden:0.6|carrot vegetable|zanahoria verdura|carotte légume|Karotte Gemüse|cenoura legume verdura|جزر! خضار خضروات|गाजर सब्ज़ी सब्जी
🍅/thing|kitchen:1,garden:0.6|tomato|tomate|tomate|Tomate|tomate|طماطم|टमाटर
🥔/thing|kitchen:1,farm:0.6|potato|patata papa|pomme_de_terre|Kartoffel|batata|بطاطا بطاطس|आलू
#plants
🍄|forest:1.6|mushroom fungus fungi|hongo seta|champignon|Pilz|cogumelo fungo|فطر فطريات|मशरूम कुकुरमुत्ता
#food
🍎/thing*0.5|kitchen:1|=apple fruit|=manzana fruta|=pomme fruit|=Apfel Frucht Obst|=maçã fruta|=تفاحة فاكهة فواكه|=सेब फल
#plants
🌾*0.5|savanna:0.6,farm:0.4|grass~ hay|hierba~ pasto|herbe~ foin|Gras~ Heu|capim erva~|عشب~ أعشاب|घास~
place:garden*0.35|garden:1.5|garden meadow gardener park|jardín prado parque|jardin pré parc|Garten Wiese Park|jardim prado parque|حديقة بستان مرج|बगीचा बाग उद्यान
place:farm*0.35|farm:1.8|farm field farming agriculture barn|granja campo agricultura establo|ferme champ agriculture grange|Bauernhof Feld Landwirtschaft Acker|fazenda campo agricultura|مزرعة حقل حقول زراعة|खेत खेती कृषि
`
