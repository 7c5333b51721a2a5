package evidence

var spanish_ = lexicon{
	verbFirst: true,
	stop: `es son era eran fue fueron ser sido siendo esta estan estaba estaban estar estado he ha han habia haber hay hubo puede pueden podia poder podria debe deben
		el la los las lo un una unos unas que como asi tambien muy ya aun aqui alli alla entonces pues cual cuales quien quienes cuyo cuya
		otro otra otros otras tal mismo misma mismos mismas cierto algun alguna algunos algunas llama llaman llamamos llamado llamada llamados conocido conocida
		se le les me te nos os si aproximadamente casi unos alrededor cerca propio propia`,
	light: `hacer hace hacen hizo tener tiene tienen tenia llegar cosa cosas manera forma formas modo tipo llamar decir gente alguien algo mucho muchos mucha muchas varios varias
		poco parte generalmente normalmente suele suelen realmente ayuda ejemplo vez veces cada bastante hoy usar usa quedar queda existir existe existen encontrar encuentra encuentran consiste hecho hecha torno facil facilmente`,
	negators:   `no nunca jamas nadie nada ninguno ninguna ningun ni sin tampoco apenas carece carecen excepto salvo pocos pocas`,
	conditions: `si salvo`,
	pronouns:   `ella ello ellos ellas esto eso aquello su sus mi tu nuestro nuestra se lo`,
	breaks:     `mientras pero sino porque aunque cuando donde hasta si que quien cuyo para luego despues antes pues`,
	lists:      `y e o u`,
	openers:    `el la los las un una unos unas su sus`,
	places:     `de del a al en con desde hacia hasta sobre bajo entre contra tras durante sin segun ante dentro fuera encima debajo antes despues para como que`,
	agents:     `por`,
	counted:    `uno solo sola`,
	ones:       `uno un una`,
	joins:      `y`,
	numbers: `cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciseis=16 diecisiete=17
		dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintidos=22 veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29
		treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 cientos=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300
		cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900
		mil=1000 miles=1000 millon=1000000 millones=1000000 docena=12`,
	against: `de/a desde/hasta desde/hacia de/hacia del/al de/al del/a sobre/bajo con/sin antes/despues dentro/fuera encima/debajo`,
	synonyms: `grande enorme gigante gran inmenso
		pequeno diminuto chico menudo
		empezar comenzar iniciar inicio comienzo empieza comienza
		terminar acabar finalizar fin final
		rapido veloz rapidamente deprisa
		lento despacio lentamente
		fuerte poderoso potente
		debil flojo
		caliente calido calor calentar
		frio helado
		mojado humedo
		seco arido
		viejo antiguo anciano
		joven pequeno
		dificil duro
		facil sencillo simple
		importante esencial fundamental vital necesario
		peligroso peligro riesgo
		danar perjudicar herir dano
		veneno toxico venenoso
		enfermo enfermedad
		medico doctor
		comer alimentarse consumir come comen
		comida alimento
		beber tomar bebe beben bebio
		dulce azucarado
		construir edificar construye
		crear producir formar generar crean forma
		romper quebrar
		cortar partir
		dividir separar
		unir juntar conectar enlazar une unen juntan
		llevar transportar cargar traer lleva llevan
		mover desplazar viajar viaje
		empujar impulsar
		tirar arrastrar
		lanzar arrojar echar
		subir ascender elevarse sube suben
		bajar descender baja
		caer cae caen caida
		crecer aumentar ampliar crece aumenta
		reducir disminuir menguar
		girar rotar
		cambiar transformar convertir convierte transforma volver vuelve
		paso cambio transformacion
		mostrar ensenar indicar muestra
		ver observar mirar
		encontrar hallar descubrir
		parecer aparentar
		buscar
		contener incluir guardar contiene
		cubrir tapar cubierto
		llenar rellenar
		guardar conservar almacenar guarda
		proteger defender cuidar
		atacar agredir
		luchar pelear combatir guerra batalla
		ganar vencer victoria
		rey monarca emperador gobernante
		reina monarca
		matar
		morir muerte muerto fallecer murio
		vivir habitar vive viven
		casa hogar vivienda
		ciudad urbe
		pueblo aldea
		pais nacion estado
		tierra suelo terreno
		piedra roca
		montana monte
		mar oceano
		rio arroyo
		lago laguna
		bosque selva
		campo prado
		arbol arboles
		planta plantas vegetal
		flor flores
		semilla grano
		hoja hojas
		viento aire brisa
		tormenta tempestad temporal
		lluvia llover precipitacion
		nieve nevar
		nube nubes
		cielo atmosfera
		sol solar
		luna lunar
		planeta mundo tierra
		estrella astro
		espacio universo cosmos
		brillar lucir
		luz claridad
		oscuro oscuridad
		sonido ruido
		silencio silencioso
		hablar conversar
		preguntar
		responder contestar
		ensenar instruir
		aprender estudiar
		nino ninos chico
		madre mama
		padre papa
		hombre hombres varon
		mujer mujeres
		humano persona personas humanos
		trabajo tarea labor oficio
		trabajador obrero
		jefe lider
		rico adinerado
		pobre
		comprar adquirir
		vender
		dinero moneda
		recoger juntar recolectar
		elegir escoger
		dar ofrecer proporcionar da
		recibir obtener conseguir
		quitar sacar extraer
		necesitar requerir
		ayudar colaborar
		causar provocar
		resultado consecuencia efecto
		razon motivo causa
		pensar creer
		primero inicial
		ultimo final
		entero completo todo
		porcion trozo
		mitad
		borde orilla margen
		medio centro
		cima cumbre
		fondo base
		cerca proximo cercano
		lejos lejano distante
		ancho amplio
		estrecho angosto delgado
		grueso espeso espesor
		plano llano
		redondo circular circulo
		largo
		alto elevado altura
		profundo hondo
		pesado peso pesar pesan
		ligero liviano leve
		limpio puro limpiar
		sucio contaminado ensuciar contaminar
		bonito hermoso bello
		feliz contento alegre
		triste
		miedo temor
		valiente
		inteligente listo
		raro extrano
		famoso celebre
		comun frecuente
		distinto diferente
		igual identico
		verdadero real cierto
		invisible
		ano anos anual
		dia dias diario
		noche noches nocturno
		siglo siglos
		hora horas
		minuto minutos
		segundo segundos
		semana semanas
		mes meses
		kilometro km kilometros
		metro m metros
		centimetro cm centimetros
		milimetro mm milimetros
		kilogramo kg kilo kilos kilogramos
		gramo gramos g
		litro litros l
		porcentaje % ciento
		grado grados
		hueso huesos esqueleto
		musculo musculos
		sangre sanguineo
		corazon cardiaco
		cerebro mente
		cuerpo cuerpos
		piel
		animal bestia criatura
		insecto bicho
		ave pajaro
		serpiente culebra
		depredador cazador
		barco nave buque
		coche auto carro automovil
		tren ferrocarril
		camino carretera calle sendero ruta
		maquina aparato
		herramienta instrumento
		madera
		tela tejido
		ropa vestido
		imagen dibujo pintura
		libro
		historia cuento relato
		escuela colegio
		ley norma regla
		libre libertad
		esclavo esclavitud
		campesino agricultor
		agricultura cultivo
		cosecha recolectar
		energia fuerza
		electricidad electrico
		combustible
		fuego llama incendio arder
		humo
		ceniza cenizas
		erupcion estallar explotar explosion
		agujero hueco hoyo
		tubo conducto canal
		gas vapor
		liquido fluido
		solido
		hielo congelado congelar
		derretir fundir
		hervir
		evaporar evaporacion evapora
		condensar condensacion
		presion
		tamano dimension
		numero cantidad cifra
		grupo conjunto
		capa estrato
		superficie
		temperatura
		clima tiempo
		estacion
		invierno
		verano
		atardecer anochecer ocaso
		amanecer alba
		manana
		dormir descansar descanso
		andar caminar
		correr corre
		saltar
		nadar
		volar vuela vuelo
		respirar respiracion
		olor aroma
		sabor gusto
		oir escuchar
		escribir
		leer
		pagar
		dejar permitir
		evitar impedir
		siempre constantemente continuamente
		todo todos toda todas cada
		solo solamente unicamente unico
		mayoria mayor
		mas
		menos
		aveces
		juntos
		regresar retornar volver vuelve
		pronto
		luego despues posteriormente
		antes previamente anteriormente
		durante
		chocar golpear
		empieza arranca marcha
		permanecer quedarse permanece
		entrar penetrar entra
		salir
		seguir perseguir continuar
		guiar conducir
		esconder ocultar
		destruir arruinar
		reparar arreglar
		inventar invento inventor
		explorar explorador
		gobernar reinar gobierno
		paz calma
		tratado acuerdo pacto
		ahorrar economizar ahorra
		gastar gasta consumir
		faltar escasear falta
		regar riego
		sostener sujetar sostiene
		soltar liberar desprender suelta sueltan`,
	opposites: `caliente calor calido|frio
		grande alto largo mayor|pequeno bajo corto menor
		aumentar crecer subir mas|disminuir bajar reducir menos
		rapido|lento
		antes|despues luego
		arriba encima sobre|abajo debajo bajo
		izquierda|derecha
		cerca|lejos
		primero empezar|ultimo terminar
		dentro interior|fuera exterior
		fuerte|debil
		grueso espeso|delgado fino
		claro luz|oscuro
		dia|noche
		verano|invierno
		primavera|otono
		seco|mojado humedo
		abrir|cerrar
		viejo|joven nuevo
		lleno|vacio
		duro dificil|blando facil
		pesado|ligero
		ganar|perder
		comprar|vender
		madre reina mujer|padre rey hombre
		todo todos siempre mayoria|ninguno nunca pocos
		norte|sur
		este|oeste
		vivo vivir|muerto morir
		hundir|flotar
		derretir|congelar
		dulce|salado
		rico|pobre
		visible|invisible
		guerra|paz
		sol|luna
		entrar llegar|salir
		evaporacion evaporar|condensacion condensar
		dar|quitar
		ancho|estrecho
		limpio|sucio
		libre|esclavo
		antiguo|moderno`,
}
