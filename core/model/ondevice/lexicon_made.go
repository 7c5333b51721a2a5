package ondevice

const lexiconMatter = `
#matter
atom||atom electron proton neutron nuclear|átomo electrón protón|atome électron proton|Atom Elektron|átomo elétron próton|ذرة ذرات إلكترون إلكترونات بروتونات نيوترونات المادة!|परमाणु इलेक्ट्रॉन
molecule||molecule compound|molécula|molécule|Molekül|molécula|جزيء جزيئات|अणु
states||=states_of_matter solid liquid gas states_matter|=estados_de_la_materia sólido líquido gas|=états_de_la_matière solide liquide gaz|=Aggregatzustände fest flüssig Gas Aggregatzustand|=estados_da_matéria sólido líquido gás|=حالات_المادة صلب سائل غاز|=पदार्थ_की_अवस्थाएँ ठोस द्रव गैस
flask|laboratory:2|=flask chemistry chemical experiment~ solution~ flask acid reaction~|=matraz química experimento~ reacción~ ácido matraz|=fiole chimie expérience~ réaction~ acide|=Glaskolben Chemie Experiment~ Versuch~ Säure|=balão_de_vidro química experimento~ reação~ ácido|=دورق كيمياء تجربة~ تفاعل~|=फ़्लास्क रसायन प्रयोग~ अभिक्रिया
microscope|laboratory:2|microscope microscopic|microscopio|microscope|Mikroskop|microscópio|مجهر|सूक्ष्मदर्शी
scientist|laboratory:1.2,garden:0.2|scientist researcher|científico científica|scientifique savant chercheur|Wissenschaftler Forscher|cientista|عالم_علوم علماء|वैज्ञानिक
|laboratory:1.4|laboratory lab science|laboratorio ciencia|laboratoire science|Labor Wissenschaft|laboratório ciência|مختبر علوم|प्रयोगशाला विज्ञान
magnet||magnet magnetic magnetism|imán magnético magnetismo|aimant magnétique|Magnet magnetisch|ímã magnético|مغناطيس|चुंबक
circuit||circuit electric electricity current wire|circuito electricidad corriente cable|circuit électricité courant fil|Stromkreis Strom Elektrizität|circuito eletricidade corrente|دائرة_كهربائية كهرباء تيار|परिपथ विद्युत धारा_विद्युत बिजली
battery|laboratory:0.4|battery|batería pila|pile batterie|Batterie|bateria pilha|بطارية|बैटरी
bulb||bulb lamp~ light_bulb idea~ invention~|bombilla lámpara~ idea~ invento~|ampoule~ lampe~ idée~ invention~|Glühbirne Lampe~ Idee~ Erfindung~|lâmpada ideia~ invenção~|مصباح فكرة~ اختراع~|बल्ब विचार~ आविष्कार~
prism*0.8||=prism light~ light_ray ray_of_light prism spectrum refraction color~ colour~ reflection~|=prisma luz~ rayo_de_luz prisma espectro refracción color~|=prisme lumière~ rayon_de_lumière prisme spectre couleur~|=Prisma Licht~ Lichtstrahl Prisma Spektrum Farbe~|=prisma luz prisma espectro cor~|=منشور ضوء منشور الألوان!~ طيف انكسار|=प्रिज़्म प्रकाश प्रिज़्म रंग~
soundwave||=sound_wave sound vibration sound_wave noise~ echo wave~ volume~|=onda_sonora sonido vibración eco|=onde_sonore ondes_sonores! sons! ultrason vibration écho le_son un_son du_son|=Schallwelle Schall Schwingung Klang|=onda_sonora som vibração eco|=موجة_صوتية صوت~ اهتزاز|=ध्वनि_तरंग ध्वनि कंपन
thermometer||=thermometer temperature thermometer heat~ warm~ degree~|=termómetro temperatura termómetro calor~|=thermomètre température thermomètre chaleur~|=Thermometer Temperatur Thermometer Wärme~|=termômetro temperatura termômetro calor~|=ميزان_حرارة حرارة~ ميزان_حرارة|=तापमापी तापमान तापमापी ऊष्मा
#tech
gears||=gears machine~ gear mechanism engine~ mechanical steam_engine|=engranajes máquina~ engranaje motor~ máquina_de_vapor|=engrenages machine~ engrenage moteur~ machine_à_vapeur|=Zahnräder Maschine~ Zahnrad Motor~ Dampfmaschine|=engrenagens máquina~ engrenagem motor~ máquina_a_vapor|=تروس آلة~ آلات~ محرك~ ترس محرك_بخاري|=दाँतेदार_पहिए मशीन~ यंत्र~ इंजन~ भाप_का_इंजन
lever|garden:0.6|lever force~ pulley gravity~ balance_point|palanca fuerza~ gravedad~ polea|levier force~ gravité~|Hebel Kraft~ Schwerkraft~|alavanca força~ gravidade~|رافعة قوة~ جاذبية~|उत्तोलक बल~ गुरुत्वाकर्षण~
turbine|mountains:0.8,farm:0.6|=wind_turbine wind_turbine turbine renewable wind_power wind_energy|=aerogenerador aerogenerador eólica renovable|=éolienne éolienne renouvelable|=Windrad Windrad Windkraft|=aerogerador turbina_eólica eólica renovável|=توربين_رياح طاقة_الرياح توربين متجددة|=पवन_टरबाइन पवनचक्की_ऊर्जा पवन
solarpanel|garden:0.6,desert:0.6|=solar_panel solar_panel solar_energy solar_power energy~|=panel_solar panel_solar energía_solar energía~|=panneau_solaire panneau_solaire énergie~|=Solarzelle Solaranlage Energie~ Solarzelle|=painel_solar painel_solar energia~|=لوح_شمسي طاقة_شمسية ألواح_شمسية طاقة~|=सौर_पैनल सौर_ऊर्जा ऊर्जा~
recycle||=recycling_arrows recycle recycling environment~ pollution waste~ rubbish|=flechas_de_reciclaje reciclar reciclaje medio_ambiente~ contaminación basura~|=flèches_de_recyclage recyclage environnement~ pollution déchets~|=Recyclingpfeile Recycling Umwelt~ Müll~|=setas_de_reciclagem reciclagem meio_ambiente~ poluição lixo~|=أسهم_إعادة_التدوير إعادة_تدوير بيئة~ تلوث نفايات~|=पुनर्चक्रण_के_तीर पुनर्चक्रण पर्यावरण~ प्रदूषण कचरा~
candle|home:1|candle wax|vela cera|bougie cire|Kerze|vela|شمعة|मोमबत्ती
`

const lexiconNumbers = `
#numbers
shapes||=solid_shapes shape~ geometry cube sphere cylinder pyramid_shape solid_figure geometric_shape solid_shape three-dimensional|=cuerpos_geométricos figura~ geometría cubo esfera cilindro figura_geométrica cuerpo_geométrico poliedro|=solides_géométriques forme~ géométrie cube sphère cylindre figure_géométrique solide_géométrique|=geometrische_Körper Geometrie Würfel Kugel~ Zylinder|=sólidos_geométricos forma~ geometria cubo esfera cilindro forma_geométrica sólido_geométrico|=مجسمات_هندسية شكل~ أشكال~ هندسة مكعب كرة_هندسية أشكال_هندسية مجسم مجسمات|=ठोस_आकृतियाँ आकृति~ ज्यामिति घन गोला~ बेलन ठोस_आकृति ज्यामितीय_आकृति
triangle||triangle angle degree~|triángulo ángulo|triangle angle|Dreieck Winkel|triângulo ângulo|مثلث زاوية|त्रिभुज कोण
circle||circle~ radius diameter circumference circles! circle_area|círculo~ radio diámetro circunferencia|cercle~ rayon_cercle diamètre circonférence|Kreis~ Radius Durchmesser Kreisumfang Kreisfläche Umfang|círculo~ raio_círculo diâmetro circunferência|دائرة~ نصف_القطر قطر_الدائرة مساحة_الدائرة محيط_الدائرة|वृत्त त्रिज्या व्यास
fraction*1.1||fraction half~ one_half quarter~ thirds! one_third numerator denominator|fracción mitad~ cuartos! numerador denominador|fraction moitié~ quart~ numérateur dénominateur|Bruch Hälfte~ Viertel~ Zähler! Bruchrechnung Nenner|fração metade~ quartos! numerador denominador|كسر كسور نصف~ ربع~ بسط مقام|भिन्न आधा~ चौथाई~ अंश~
fractionbar*1.1||equivalent_fraction equal_part equal_parts|fracción_equivalente partes_iguales|fraction_équivalente parts_égales|gleiche_Teile|fração_equivalente partes_iguais|أجزاء_متساوية|बराबर_भाग समतुल्य
pizza|kitchen:1|pizza slice pie|pizza porción|pizza part_pizza|Pizza|pizza fatia|بيتزا شريحة|पिज़्ज़ा
abacus|classroom:1.4|=abacus count~ counting arithmetic calculate multiply multiplication|=ábaco contar~ aritmética calcular multiplicación|=boulier compter~ calcul multiplication|=Rechenrahmen zählen!~ rechnen~ Rechnen! Multiplikation|=ábaco contar~ aritmética multiplicação|=معداد عد~ حساب ضرب~|=गिनतारा गिनती गणना गुणा
blocks|classroom:1.4|=building_blocks addition number~ add~ subtraction sum cube_blocks maths math mathematics root square_root numbers!|=bloques suma número~ resta matemáticas raíz números!|=cubes addition nombre~ soustraction mathématiques racine nombres!|=Bauklötze Zahl~ Addition Subtraktion Mathematik|=blocos soma número~ subtração matemática|=مكعبات جمع~ عدد~ أعداد~ طرح رياضيات|=गुटके संख्या~ जोड़ घटाव गणित
graph|classroom:0.2|graph chart data~ statistics percent~ average~|gráfico datos~ estadística porcentaje|graphique données~ statistique pourcentage|Diagramm Daten~ Statistik Prozent|gráfico dados~ estatística|رسم_بياني بيانات~ إحصاء|आलेख आँकड़े प्रतिशत
numberline*1.1||number_line negative_number integer|recta_numérica número_negativo|droite_numérique droite_graduée nombre_négatif|Zahlenstrahl Zahlengerade negative_Zahl|reta_numérica número_negativo|خط_الأعداد عدد_سالب|संख्या_रेखा ऋणात्मक_संख्या
ruler||=ruler measure~ ruler length measurement centimetre centimeter|=regla medir~ regla longitud medida~|=règle mesure~ règle~ longueur|=Lineal messen~ Lineal Länge!~|=régua medir~ régua comprimento|=مسطرة قياس~ مسطرة طول|=पैमाना माप~ लंबाई पैमाना
scale|classroom:0.3|=scales weight~ balance scales mass justice law~ equality right~ rights~|=balanza balanza peso~ justicia ley~ igualdad derecho~|=balance balance poids~ justice loi~ égalité droit~|=Waage Waage Gewicht~ Gerechtigkeit Gesetz~ Recht~ Gleichheit|=balança balança peso~ justiça lei~ igualdade direito~|=ميزان ميزان وزن~ عدالة قانون~ مساواة حقوق|=तराज़ू तराज़ू न्याय क़ानून~ कानून~ समानता अधिकार~
clock|home:0.2|clock hour~ minute~ o'clock telling_time tell_the_time telling_the_time half_past quarter_past quarter_to|reloj hora~ minuto~ la_hora qué_hora|horloge heure~ minute~ lire_l'heure quelle_heure|Uhr Stunde~ Minute~ Uhrzeit Zeiger|relógio hora~ minuto~ que_horas as_horas|ساعة~ دقيقة~ الساعات! عقارب_الساعة ساعة_الحائط|घड़ी घंटा~ मिनट~
calendar|home:0.2|calendar month~ season~|calendario mes~ estación_año|calendrier mois~ saison~|Kalender Monat~ Jahreszeit~|calendário mês~ estação_ano|تقويم شهر~ فصل_السنة|कैलेंडर महीना~ ऋतु~
seasons*1.25||four_seasons seasons autumn spring_season|estaciones_del_año cuatro_estaciones otoño primavera|quatre_saisons automne printemps|Jahreszeiten! vier_Jahreszeiten Herbst Frühling|quatro_estações estações_do_ano outono primavera|الفصول_الأربعة فصول_السنة خريف|ऋतुएँ! चार_ऋतुएँ पतझड़ वसंत
#civics
coins|home:0.6,oldtown:0.2|=coins money coin price~ tax~ trade~ market_price economy bank|=monedas dinero moneda precio~ impuesto~ comercio~ economía banco|=pièces_de_monnaie argent_monnaie monnaie pièce~ prix~ impôt~ commerce~ économie banque|=Münzen Geld Münze Preis~ Steuer~ Handel~ Wirtschaft Bank|=moedas dinheiro moeda preço~ imposto~ comércio~ economia banco|=عملات_معدنية نقود مال! عملة! عملات! ضريبة~ تجارة~ اقتصاد|=सिक्के पैसा सिक्का मुद्रा कर_धन व्यापार~
market*1.05|oldtown:0.4,town:0.8|=market_stall market marketplace shop stall grocer|=puesto_de_mercado mercado tienda puesto_mercado|=étal_de_marché marché boutique magasin|=Marktstand Markt Marktplatz Laden!~ Geschäft~|=banca_de_mercado mercado feira loja|=كشك_في_السوق سوق! أسواق متجر دكان|=बाज़ार_की_दुकान बाज़ार बाजार दुकान
#numbers
dice|home:0.4|=dice dice probability chance|=dados dado probabilidad|=dés lancer_de_dés dés_à_jouer probabilité|=Würfel Wahrscheinlichkeit|=dados dado probabilidade|=نرد نرد احتمال|=पासे पासा! पासे! प्रायिकता
#tech
💻/thing|home:0.6,classroom:0.5|computer software internet program mouse chip cloud web hardware keyboard|computadora ordenador programa internet ratón nube|ordinateur logiciel internet souris|Computer Internet Programm Maus Rechner|computador internet programa rato|حاسوب كمبيوتر إنترنت برنامج|कंप्यूटर इंटरनेट माउस
🤖/thing|laboratory:0.8|robot robotics|robot|robot|Roboter|robô|روبوت|रोबोट
`

const lexiconBuilt = `
#past
pyramid*1.1|desert:1|pyramid pyramids|pirámide|pyramide|Pyramide|pirâmide|هرم أهرام أهرامات|पिरामिड
#places
bridge|river:1|bridge arch~|puente arco~|pont arche~|Brücke Bogen~|ponte arco~|جسر جسور|पुल सेतु
lighthouse|sea:1|lighthouse|faro|phare|Leuchtturm|farol|منارة|प्रकाशस्तंभ
dam|river:1|dam reservoir hydroelectric|presa embalse hidroeléctrica|barrage hydroélectrique|Staudamm Stausee|barragem represa hidrelétrica|سد|बाँध
#past
castle|mountains:1,oldtown:0.5|castle fortress palace bastille fort versailles cell~|castillo fortaleza palacio bastilla|château forteresse palais bastille|Burg Schloss Festung Bastille|castelo fortaleza palácio bastilha|قلعة قصر حصن|क़िला किला महल
knight*1.1|oldtown:1,mountains:0.3|knight armour armor|caballero armadura|chevalier armure|Ritter Rüstung|cavaleiro armadura|فارس! فرسان درع|शूरवीर कवच
temple|ancient:1.8|temple parthenon greek greece athens democracy shrine|templo grecia griego atenas democracia|temple grèce grec athènes démocratie|Tempel Griechenland griechisch Athen Demokratie|templo grécia grego atenas democracia|معبد يونان يوناني ديمقراطية|मंदिर यूनान लोकतंत्र
#civics
parliament|town:1|parliament government congress senate constitution capitol|parlamento gobierno congreso constitución|parlement gouvernement constitution|Parlament Regierung Verfassung|parlamento governo congresso constituição|برلمان حكومة دستور|संसद सरकार संविधान
ballot*1.2|classroom:0.1|=ballot_box ballot vote election voter democracy_vote ballot_box elect|=urna voto elección elecciones urna votar votación|=urne vote élection scrutin urne électeur|=Wahlurne Wahl Wahlurne Stimmzettel Wähler! wählen|=urna voto eleição urna eleitor votação|=صندوق_الاقتراع انتخابات اقتراع صندوق_الاقتراع تصويت ناخب|=मतपेटी मतदान चुनाव मतदाता वोट मतपेटी
#places
mosque|desert:0.8,town:0.8|mosque islam islamic minaret|mezquita islam|mosquée islam|Moschee Islam|mesquita islã|مسجد مساجد جامع إسلام|मस्जिद
⛪|oldtown:1|church cathedral monastery|iglesia catedral monasterio|église cathédrale|Kirche Kathedrale Kloster|igreja catedral|كنيسة|गिरजाघर
house|garden:1,town:0.6|house home~ cottage building~ roof~|casa~ hogar~ edificio~|maison~ foyer~ bâtiment~|Haus~ Häuser Gebäude~|casa~ lar~ prédio~|بيت~ بيوت منزل~ مبنى~|घर~ मकान भवन~
school|town:1,garden:0.6|school~ my_school our_school first_day_school|escuela~ colegio|école~ collège|Schule~|escola~ colégio|مدرسة~ مدارس|विद्यालय~ स्कूल~ पाठशाला
🏥|town:1.2|hospital clinic|hospital|hôpital|Krankenhaus|hospital|مستشفى|अस्पताल
|classroom:1.4|classroom lesson pupil student|aula clase alumno estudiante|classe élève étudiant|Klassenzimmer Klasse Schüler!|aula_sala classe aluno estudante|صف درس تلميذ طالب|कक्षा पाठ छात्र
barn|farm:1.4|barn stable|granero|grange|Scheune|celeiro|حظيرة|खलिहान
windmill|farm:1,garden:0.4|windmill mill|molino|moulin|Windmühle Mühle|moinho|طاحونة|पवनचक्की
tent|forest:1,desert:0.8|tent camp nomad|tienda_de_campaña campamento nómada|tente camp nomade|Zelt Lager Nomade|tenda acampamento|خيمة خيام مخيم بدو|तंबू शिविर
hut|savanna:1,jungle:0.6|hut village~|cabaña aldea~ pueblo~|hutte village~|Hütte Dorf~|cabana aldeia~ vila~|كوخ قرية~ قرى~|झोपड़ी गाँव~
well|garden:0.7,desert:0.6|=well well_water water_well bucket~|=pozo pozo|=puits puits|=Brunnen Brunnen|=poço poço|=بئر بئر|=कुआँ कुआँ
place:town*0.35|town:1.6|city town street traffic urban neighbourhood neighborhood citizen_city|ciudad calle tráfico barrio|ville rue quartier|Stadt Straße Verkehr|cidade rua bairro trânsito|مدينة شارع مرور حي|शहर नगर सड़क
#past
place:oldtown*0.35|oldtown:1.6|=old_town medieval middle_ages revolution kingdom century renaissance old_town|=ciudad_antigua medieval edad_media revolución reino siglo|=vieille_ville médiéval moyen_âge révolution royaume siècle|=Altstadt Mittelalter Revolution Königreich Jahrhundert|=cidade_antiga medieval idade_média revolução reino século|=مدينة_قديمة ثورة مملكة قرن_ميلادي عصور|=पुराना_शहर मध्ययुग क्रांति राज्य_राजा
place:ancient*0.35|ancient:1.6|=ruins_of_long_ago ancient empire rome civilization civilisation history historical|=ruinas_antiguas antiguo imperio roma civilización historia|=ruines_antiques antique empire rome civilisation histoire|=antike_Ruinen antik Reich Rom Zivilisation Geschichte|=ruínas_antigas antigo império roma civilização história|=آثار_قديمة قديم حضارة إمبراطورية روما تاريخ|=प्राचीन_खंडहर प्राचीन सभ्यता साम्राज्य इतिहास
#tech
place:factory*0.35|factory:1.8|factory industry industrial industrialisation manufacture mill_factory smoke plant~ power_plant|fábrica industria industrial humo|usine industrie industriel fumée|Fabrik Industrie industriell|fábrica indústria industrial fumaça|مصنع مصانع صناعة دخان|कारखाना उद्योग
#places
|home:1.3|room bedroom living_room furniture|habitación cuarto_casa mueble|chambre pièce_maison meuble|Zimmer Wohnzimmer Möbel|quarto móvel|غرفة أثاث|कमरा
#food
|kitchen:1.4|kitchen food meal cook cooking nutrition eat diet|cocina comida alimento cocinar nutrición|cuisine nourriture repas aliment|Küche! Essen Nahrung Ernährung kochen|cozinha comida alimento refeição|مطبخ طعام غذاء طبخ|रसोई भोजन खाना! आहार
#travel
ship|sea:2|ship voyage~ sail~ sailing caravel|barco navío carabela navegar vela|navire bateau_voile voyage~ voile~ caravelle|Schiff Segelschiff segeln|navio caravela navegar~|سفينة سفن إبحار|जहाज़ जहाज
boat|sea:1.5|boat fishing canoe raft|bote lancha pesca canoa|barque bateau pêche canoë|Boot Fischerboot|barco canoa pesca|قارب قوارب صيد|नाव नौका
train|town:0.8,mountains:0.8|train railway locomotive steam_engine railroad|tren ferrocarril locomotora máquina_de_vapor|train chemin_de_fer locomotive machine_à_vapeur|Zug Eisenbahn Lokomotive Dampfmaschine|trem comboio ferrovia locomotiva máquina_a_vapor|قطار سكة_حديد قاطرة محرك_بخاري|रेलगाड़ी रेल ट्रेन भाप_का_इंजन
🚗|town:1.4|car automobile vehicle|coche automóvil carro vehículo|voiture automobile véhicule|Auto Fahrzeug|carro automóvel veículo|سيارة سيارات مركبة|कार गाड़ी वाहन
🚌|town:1.4|bus|autobús|autobus|Bus|ônibus autocarro|حافلة|बस_गाड़ी
🚦|town:1.2|traffic_light road_safety crossing|semáforo seguridad_vial|feu_rouge sécurité_routière|Ampel Verkehrszeichen Zebrastreifen|semáforo|إشارة_المرور إشارات_المرور|यातायात_संकेत यातायात
🚲|town:1,garden:0.6|bicycle bike cycling|bicicleta|vélo bicyclette|Fahrrad|bicicleta|دراجة|साइकिल
🚜|farm:1.6|tractor plough plow|tractor arado|tracteur charrue|Traktor Pflug|trator arado|جرار محراث|ट्रैक्टर हल_खेत
🚚|town:1|truck lorry transport|camión transporte|camion transport|Lastwagen Transport|caminhão transporte|شاحنة نقل|ट्रक परिवहन
✈/hangs|sky:1.6|airplane aeroplane plane_flight aircraft flight pilot|avión vuelo|avion vol|Flugzeug Flug|avião voo|طائرة طيران|हवाई_जहाज़ विमान उड़ान
🚁/hangs|sky:1.4|helicopter|helicóptero|hélicoptère|Hubschrauber|helicóptero|مروحية|हेलीकॉप्टर
🎈/hangs|sky:1.2|=balloon balloon|=globo globo_aire|=ballon ballon|=Ballon Ballon|=balão balão|=بالون بالون منطاد|=गुब्बारा ग़ुब्बारा गुब्बारा
wheel|ancient:0.6,garden:0.4|wheel cart wagon|rueda carro_ruedas carreta|roue chariot|Rad Wagen|roda carroça|عجلة عربة|पहिया बैलगाड़ी
⚓/thing|island:1,sea:0.4|anchor|ancla|ancre|Anker|âncora|مرساة|लंगर
`

const lexiconPeople = `
#people
child|garden:0.8,town:0.4|child~ children~ kid~ boy~ girl~|niño~ niña~ infancia|enfant~ garçon~ fille~|Kind~ Kinder~ Junge~ Mädchen~|criança~ menino~ menina~|طفل~ أطفال~ ولد~ بنت~|बच्चा~ बच्चे~ लड़का~ लड़की~
friends*0.9|garden:1|=friends friend friends friendship kindness sharing share~|=amigos amigo amigos amistad compartir~|=amis ami amis amitié|=Freunde Freund Freunde Freundschaft teilen~|=amigos amigo amigos amizade|=أصدقاء صديق أصدقاء صداقة|=मित्र मित्र दोस्त मित्रता दोस्ती
family*0.9|home:0.1,garden:0.6|family parent~ mother~ father~|familia madre~ padre~|famille mère~ père~|Familie Mutter~ Vater~ Eltern~|família mãe~ pai!|أسرة عائلة أم_أب والد~|परिवार माता~ पिता~
crowd*0.7|town:0.8|people~ crowd community~ population society~ folk~|gente~ personas~ multitud población comunidad~ sociedad~|gens~ personnes~ foule population peuple~ société~|Menschen~ Leute~ Volk~ Bevölkerung Gesellschaft~|pessoas~ gente~ multidão população povo~ sociedade~|ناس~ شعب~ سكان مجتمع~|लोग~ जनता~ समाज~ जनसंख्या
person*0.5|town:0.4,garden:0.3|person~ man~ woman~ human~|persona~ hombre~ mujer~|personne~ homme~ femme~|Person~ Mann~ Frau~ Mensch~|pessoa~ homem~ mulher~|شخص~ رجل~ امرأة~ إنسان~|व्यक्ति~ आदमी~ औरत~ मनुष्य~
teacher|classroom:0.2,garden:0.2|teacher|maestro maestra profesor|maître maîtresse professeur|Lehrer Lehrerin|professor professora|معلم معلمة مدرس!|शिक्षक अध्यापक
farmer|farm:1.8|farmer peasant|agricultor granjero campesino|agriculteur fermier paysan|Bauer Bäuerin Landwirt|agricultor fazendeiro camponês|مزارع فلاح فلاحون|किसान
doctor|town:0.6|doctor nurse medicine physician|médico doctora enfermera medicina|médecin docteur infirmière médecine|Arzt Ärztin Medizin|médico enfermeira medicina|طبيب أطباء ممرضة دواء طب|डॉक्टर चिकित्सक दवा
#past
king|oldtown:1,ancient:0.5|king monarch emperor louis napoleon prince monarchy ruler|rey monarca emperador príncipe monarquía|roi monarque empereur prince monarchie louis|König Kaiser Prinz Monarchie|rei monarca imperador príncipe monarquia|ملك ملوك إمبراطور أمير|राजा सम्राट
queen|oldtown:1|queen empress princess antoinette|reina princesa|reine princesse antoinette|Königin Prinzessin|rainha princesa|ملكة! أميرة!|रानी
#people
worker|factory:1,town:0.6|worker~ builder engineer construction~ labourer laborer|trabajador~ obrero ingeniero construcción~|ouvrier travailleur~ ingénieur construction~|Arbeiter~ Bauarbeiter Ingenieur|trabalhador~ operário engenheiro construção~|عامل عمال مهندس بناء~|मज़दूर मजदूर श्रमिक अभियंता
#travel
explorer|mountains:1,jungle:0.6|=explorer explorer traveller~ traveler~ columbus expedition journey~ exploration|=explorador explorador viajero~ colón expedición viaje~|=explorateur explorateur voyageur colomb expédition|=Entdecker Entdecker Reisender Kolumbus Reise!~|=explorador explorador viajante~ colombo expedição viagem~|=مستكشف مستكشف رحالة رحلة~|=खोजकर्ता यात्री~ खोजकर्ता यात्रा~
#past
writer|oldtown:0.8|writer poet author~ philosopher voltaire rousseau thinker~|escritor poeta autor filósofo|écrivain poète auteur philosophe voltaire|Schriftsteller Dichter Autor Philosoph|escritor poeta autor filósofo|كاتب شاعر مؤلف فيلسوف|लेखक कवि दार्शनिक
assembly*1.05|oldtown:1.2|assembly estates third_estate declaration commoners bourgeoisie|asamblea tercer_estado estamento declaración|assemblée tiers_état états_généraux déclaration|Nationalversammlung Generalstände Stände|assembleia terceiro_estado declaração|مجلس جمعية_وطنية إعلان|सभा! घोषणा
citizen*0.8|oldtown:1|citizen revolutionary townspeople|ciudadano revolucionario|citoyen révolutionnaire|Bürger!|cidadão revolucionário|مواطن مواطنون|नागरिक
tricolour|oldtown:1|=flag_of_France french_revolution tricolour tricolore france french liberty~ freedom~ republic~|=bandera_de_Francia revolución_francesa francia libertad~ república~|=drapeau_tricolore révolution_française tricolore france liberté~ république~|=Trikolore Französische_Revolution Frankreich Freiheit~ Republik~ Trikolore|=bandeira_da_França revolução_francesa frança liberdade~ república~|=علم_فرنسا ثورة_فرنسية فرنسا حرية~ جمهورية~|=फ़्रांस_का_झंडा फ़्रांस स्वतंत्रता~ आज़ादी~ गणराज्य~
#civics
flag|town:0.6,garden:0.4|flag nation~ country~ independence|bandera nación~ país~ independencia|drapeau nation~ pays~ indépendance|Flagge Fahne Nation~ Unabhängigkeit|bandeira nação~ país!~ independência|علم_وطني راية وطن~ استقلال|झंडा राष्ट्र~ देश~ ध्वज
#past
roman|ancient:1.6|roman romans caesar senator|romano césar senador|romain césar sénateur|Römer römisch Cäsar|romano césar senador|روماني رومان قيصر|रोमन
pharaoh|desert:1.4,ancient:0.5|pharaoh egypt egyptian mummy nile|faraón egipto egipcio nilo|pharaon égypte égyptien nil|Pharao Ägypten ägyptisch Nil|faraó egito egípcio nilo|فرعون مصر مصري نيل|फ़राओ मिस्र नील
#people
🕵|town:0.5|detective|detective|détective|Detektiv|detetive|محقق|जासूस
👮|town:0.8|police policeman|policía|police policier|Polizei Polizist|polícia|شرطة شرطي|पुलिस
`

const lexiconThings = `
#learning
book|classroom:1,home:0.5|book read~ reading story~ library literature language~|libro leer~ lectura~ cuento biblioteca literatura|livre lire~ lecture histoire_livre bibliothèque|Buch Bücher lesen~ Bibliothek Literatur|livro ler~ leitura biblioteca literatura|كتاب كتب قراءة~ قصة~ مكتبة|किताब पुस्तक पढ़ना~ कहानी~ पुस्तकालय
#past
scroll||scroll document manuscript papyrus treaty charter|pergamino documento manuscrito papiro tratado|parchemin document manuscrit papyrus traité|Schriftrolle Dokument Handschrift Urkunde|pergaminho documento manuscrito papiro|مخطوطة وثيقة بردية معاهدة|दस्तावेज़ पांडुलिपि
#learning
map|classroom:0.2|map geography region border territory scale|mapa geografía región frontera|carte géographie région frontière|Karte Landkarte Geografie Grenze|mapa geografia região fronteira|خريطة جغرافيا منطقة حدود|नक्शा मानचित्र भूगोल
globe|classroom:1.4|=globe globe_desk equator latitude longitude hemisphere|=globo_terráqueo ecuador_línea latitud longitud hemisferio|=globe équateur latitude longitude|=Globus Globus Äquator Breitengrad|=globo_terrestre equador latitude longitude hemisfério|=كرة_أرضية خط_الاستواء|=ग्लोब ग्लोब भूमध्य_रेखा अक्षांश
#travel
compass||=compass compass direction~ north~ south~|=brújula brújula dirección~ norte~|=boussole boussole direction~ nord~|=Kompass Kompass Richtung~ Norden~|=bússola bússola direção~ norte~|=بوصلة بوصلة اتجاه~ شمال~|=दिशासूचक दिशा~ कम्पास उत्तर_दिशा
#past
crown|home:0.4|crown throne|corona trono|couronne trône|Krone Thron|coroa trono|تاج عرش|मुकुट ताज
vase|home:0.5,ancient:0.1|vase pot pottery clay jar ceramic|vasija jarrón cerámica arcilla|vase poterie argile|Vase Töpferei Ton_Gefäß|vaso cerâmica argila|فخار جرة خزف|मटका बर्तन
#things
hourglass|home:0.6|=hourglass time~ hourglass|=reloj_de_arena tiempo~|=sablier temps~ sablier|=Sanduhr Zeit~ Sanduhr|=ampulheta tempo~ ampulheta|=ساعة_رملية زمن~ وقت~|=रेतघड़ी समय~
#learning
✏/thing|classroom:1.2|pencil write~ writing~ pen notebook|lápiz escribir~ escritura cuaderno|crayon écrire~ écriture cahier|Bleistift schreiben~ Heft|lápis escrever~ escrita caderno|قلم كتابة! دفتر|पेंसिल लिखना~ लेखन कलम
🔍/hangs|classroom:0.3|magnifier magnifying_glass search~ investigate~ observe~|lupa buscar~ investigar~ observar~|loupe chercher~ observer~|Lupe suchen~ beobachten~|lupa pesquisar~ observar~|عدسة_مكبرة بحث~ ملاحظة~|आवर्धक खोज~
#things
🔑/thing|home:0.6|key~ lock|llave~ candado|clé~ serrure|Schlüssel~|chave~|مفتاح~ قفل|चाबी कुंजी
#arts
🎨/hangs|classroom:0.5|=paint_palette art paint painting artist painter drawing|=paleta arte pintura pintor artista|=palette art peinture peintre artiste|=Farbpalette Kunst Malerei Maler Künstler|=paleta arte pintura pintor artista|=لوحة_ألوان فن رسم_فني لوحة فنان|=रंग_पट्टिका कला! चित्रकला चित्रकार
music*1.05||=musical_notes music melody song note rhythm|=notas_musicales música melodía canción nota~ ritmo|=notes_de_musique musique mélodie chanson note~ rythme|=Noten Musik Melodie Lied Note Rhythmus|=notas_musicais música melodia canção nota~ ritmo|=نوتات_موسيقية موسيقى لحن أغنية إيقاع نغمة|=संगीत_के_स्वर संगीत सुर गीत लय
🎻/thing|home:0.6|violin instrument orchestra|violín instrumento orquesta|violon instrument orchestre|Geige Instrument Orchester|violino instrumento|آلة_موسيقية|वाद्य
🎺/thing|home:0.6|trumpet trombone tuba brass|trompeta trombón|trompette trombone cuivres|Trompete Posaune Tuba|trompete trombone|بوق|तुरही
🎷/thing|home:0.6|saxophone clarinet oboe woodwind|saxofón clarinete oboe|saxophone clarinette hautbois|Saxofon Klarinette Oboe|saxofone clarinete|مزمار|शहनाई
🎹/thing|home:0.6|piano|piano|piano|Klavier|piano|بيانو|पियानो
🎸/thing|home:0.6|guitar|guitarra|guitare|Gitarre|violão|جيتار|गिटार
🥁/thing|home:0.5|drum rhythm|tambor ritmo|tambour rythme|Trommel|tambor ritmo|طبل إيقاع|ढोल
#things
⚽/thing|garden:0.8|=ball football soccer ball~ sport game~ play~ bat~|=pelota fútbol pelota~ deporte juego~|=ballon football balle~ sport jeu~|=Ball Fußball Ball~ Sport Spiel~|=bola futebol bola~ esporte jogo~|=كرة كرة~ كرة_قدم رياضة لعب~|=गेंद गेंद~ फ़ुटबॉल खेल~
🏆/thing|home:0.5|=trophy prize~ trophy victory winner~|=trofeo premio~ trofeo victoria|=trophée prix~ trophée victoire|=Pokal Preis~ Pokal Sieg|=troféu prêmio~ troféu vitória|=كأس جائزة~ كأس فوز~|=ट्रॉफ़ी पुरस्कार
🔨/thing|home:0.4,factory:0.2|hammer tool~|martillo herramienta~|marteau outil~|Hammer Werkzeug~|martelo ferramenta~|مطرقة أداة~ أدوات~|हथौड़ा औज़ार
📷/thing|home:0.5|camera photograph photo|cámara fotografía|appareil_photo photographie|Kamera Foto|câmera fotografia|كاميرا صورة_فوتوغرافية|कैमरा
📞/thing|home:0.6|telephone phone communication|teléfono comunicación|téléphone communication|Telefon Kommunikation|telefone comunicação|هاتف اتصالات|टेलीफ़ोन संचार
📰/thing|home:0.6|newspaper news press journalist|periódico noticia prensa|journal presse|Zeitung Nachricht|jornal notícia imprensa|صحيفة جريدة أخبار|अख़बार समाचार
#food
🧀/thing|kitchen:1.2|cheese|queso|fromage|Käse|queijo|جبن|पनीर
🍞/thing|kitchen:1.2|bread flour bakery baker|pan harina panadería|pain farine boulanger|Brot Mehl Bäcker|pão farinha padaria|خبز طحين|रोटी आटा ब्रेड
🥛/thing|kitchen:1.2|milk calcium|leche|lait|Milch|leite|حليب لبن|दूध
🍫/thing|kitchen:1|chocolate cocoa sugar|chocolate cacao azúcar|chocolat cacao sucre|Schokolade Kakao Zucker|chocolate cacau açúcar|شوكولاتة سكر|चॉकलेट चीनी
🎂/thing|kitchen:1|cake birthday party|pastel cumpleaños fiesta|gâteau anniversaire fête|Kuchen! Geburtstag Feier|bolo aniversário festa|كعكة عيد_ميلاد حفلة|केक जन्मदिन
#things
☂/thing|town:0.5|umbrella|paraguas|parapluie|Regenschirm|guarda-chuva|مظلة|छाता
👟/thing|home:0.4|shoe clothes clothing|zapato ropa|chaussure vêtement|Schuh Kleidung|sapato roupa|حذاء ملابس|जूता कपड़े
#learning
🎒/thing|classroom:1|=backpack backpack schoolbag|=mochila mochila|=cartable sac_école cartable|=Schultasche Schultasche Rucksack|=mochila mochila|=حقيبة_مدرسية حقيبة|=बस्ता बस्ता
`
