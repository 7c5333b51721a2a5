package ondevice

// What stands about in tales, kitchens and workshops, all of it figures of the
// emoji font.
const lexiconFigures = `
#animals
🐔|farm:1.6|hen hens chicken|gallina pollo|poule poulet|Henne Huhn Hühner|galinha frango|دجاجة دجاج|मुर्गी
🐤|farm:1.4|chick chicks duckling|pollito|poussin|Küken|pintinho|كتكوت صوص|चूज़ा चूजा
#food
🍰/thing|kitchen:1|pastry dessert tart|tarta pastelería|galette pâtisserie tarte|Torte Gebäck|torta|حلويات|पेस्ट्री
🍲/thing|kitchen:1|soup stew porridge|sopa guiso|soupe ragoût|Suppe Eintopf|sopa ensopado|حساء شوربة|सूप
🍯/thing|kitchen:0.8|=pot_of_honey honey_pot|=tarro_de_miel tarro_de_miel|=pot_de_miel pot_de_miel|=Honigglas Honigglas|=pote_de_mel pote_de_mel|=جرة_عسل جرة_عسل|=शहद शहद_का_बर्तन
🍍/thing|kitchen:1|pineapple|piña|ananas|Ananas|abacaxi|أناناس|अनानास
🍋/thing|kitchen:1|lemon lime|limón lima|citron|Zitrone|limão|ليمون|नींबू
🍐/thing|kitchen:1|pear|pera|poire|Birne|pera|كمثرى|नाशपाती
🍑/thing|kitchen:1|peach apricot|durazno melocotón albaricoque|pêche_fruit abricot|Pfirsich Aprikose|pêssego damasco|خوخ مشمش|आड़ू
🍒/thing|kitchen:1|cherry cherries|cereza|cerise|Kirsche|cereja|كرز|चेरी
🌶/thing|kitchen:1|chilli chili pepper|chile ají pimiento|piment poivron|Paprika Chili|pimenta pimentão|فلفل|मिर्च
🌰/thing|forest:0.4,kitchen:0.6|chestnut acorn|castaña bellota|châtaigne gland|Kastanie Eichel|castanha bolota|كستناء|शाहबलूत
🧀/thing|kitchen:1|cheese|queso|fromage|Käse|queijo|جبن|पनीर
#things
🏮/thing*1.1|home:0.4|lantern lamp-maker|farol_de_mano linterna farolillo|lanterne|Laterne|lanterna lampião|فانوس|लालटेन
🔩/thing|classroom:0.2|=screw screw bolt|=tornillo tornillo perno|=vis boulon|=Schraube Schraube|=parafuso parafuso|=برغي برغي مسمار|=पेच पेच
🔧/thing|classroom:0.2|wrench spanner tool~|herramienta~ llave_inglesa|outil~ clé_anglaise|Werkzeug~ Schraubenschlüssel|ferramenta~|أداة~ مفتاح_ربط|औज़ार औजार
📦/thing*0.8|home:0.6|box~ parcel package crate|caja~ paquete|boîte~ colis|Kiste Paket Schachtel|caixa~ pacote|صندوق~ طرد|डिब्बा~ बक्सा
✉/thing|home:0.5|=letter envelope mail dear_friend|=carta sobre_postal correo|=lettre enveloppe courrier|=Brief Umschlag|=carta envelope correio|=رسالة ظرف|=चिट्ठी चिट्ठी
🛏/thing|home:1|bed blanket asleep|cama manta|lit! couverture|Bett! Decke_Bett|cama! cobertor|سرير بطانية|बिस्तर
👢/thing|home:0.4|boot boots|bota|botte|Stiefel|bota|حذاء_طويل|जूता जूते
👒/thing|home:0.4|hat hats|sombrero|chapeau|Hut! Hüte!|chapéu|قبعة|टोपी
👑/thing|oldtown:0.2|crown|corona|couronne|Krone|coroa|تاج|मुकुट
🔔/thing|classroom:0.3|bell|campana|cloche|Glocke|sino|جرس|घंटी
🎭/thing|home:0.2|theatre theater drama stage_play|teatro|théâtre|Theater|teatro|مسرح مسرحية|नाटक रंगमंच
🏺/thing|ancient:0.6,home:0.2|pottery vase amphora jar|cerámica vasija jarrón|poterie vase amphore|Vase Krug Töpferei|cerâmica vaso_de_barro jarro|فخار جرة|घड़ा मिट्टी_का_बर्तन
✂/thing|classroom:0.6|scissors|tijera tijeras|ciseaux|Schere|tesoura|مقص|कैंची
👓/thing|home:0.4|=glasses spectacles eyeglasses|=gafas anteojos gafas|=lunettes lunettes|=Brille Brille|=óculos óculos|=نظارة نظارة|=चश्मा चश्मा
#travel
🚒|town:1.2|fire_engine firefighter fireman firemen|bombero|pompier|Feuerwehr|bombeiro|إطفائي|दमकल
`
