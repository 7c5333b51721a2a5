package ondevice

// dice gives numbers that look random and are the same for the same seed
// (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
type dice struct{ state uint64 }

func (d *dice) next() uint64 {
	d.state += 0x9E3779B97F4A7C15
	z := d.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// span gives a number from lo to hi.
func (d *dice) span(lo, hi float64) float64 {
	return lo + (hi-lo)*float64(d.next()>>11)/(1<<53)
}

// below gives a whole number from 0 to n-1.
func (d *dice) below(n int) int { return int(d.next() % uint64(max(n, 1))) }

func (d *dice) coin() bool { return d.next()&1 == 1 }

// hour is a time of day, with its weather.
type hour int

const (
	day hour = iota
	morning
	evening
	dusk
	night
	overcast
	hours
)

// light is the sky of an hour and what it does to everything below it.
type light struct {
	hour  hour
	sky   [3]ink // top, middle, at the horizon
	sun   ink    // the disc: sun or moon
	cloud ink
	haze  ink // what distance fades into
	tone  tone
	stars bool
}

// skies holds the hours' lights, two or three of each, so that one hour
// need not look the same twice.
func skies(h hour, variant int) light {
	type choice struct {
		sky              [3]ink
		sun, cloud, haze ink
		gain             rgb
		lift             ink
		by               float64
	}
	var all []choice
	switch h {
	case morning:
		all = []choice{
			{[3]ink{0x9CC3D8, 0xE8E3D6, 0xFBDDBB}, 0xFFF0C4, 0xFFF6E8, 0xF0DCC4, rgb{1, 0.97, 0.92}, 0xFBE3C8, 0.05},
			{[3]ink{0xA9BFDB, 0xEBD9DA, 0xFCE3C6}, 0xFFEFC9, 0xFFF1E6, 0xEDD6CE, rgb{1, 0.96, 0.94}, 0xF6D9CF, 0.06},
		}
	case evening:
		all = []choice{
			{[3]ink{0x6E8FB3, 0xE9B98C, 0xFBD9A0}, 0xFFF0BE, 0xFBDDBE, 0xEBC093, rgb{1, 0.92, 0.80}, 0xE8A76A, 0.07},
			{[3]ink{0x7E9CB0, 0xF0C79A, 0xFCE3B4}, 0xFFF3CE, 0xFDE6CC, 0xEDC9A0, rgb{1, 0.94, 0.84}, 0xEBB377, 0.06},
		}
	case dusk:
		all = []choice{
			{[3]ink{0x33466A, 0x8C7A8C, 0xF0BE93}, 0xFFD9A0, 0xB99AA0, 0xA98C93, rgb{0.84, 0.78, 0.82}, 0x5A4A6B, 0.12},
			{[3]ink{0x2F4B6E, 0x7C86A0, 0xEBB9A0}, 0xFFDDB0, 0xA79CB0, 0x93909F, rgb{0.80, 0.79, 0.86}, 0x4B5078, 0.12},
		}
	case night:
		all = []choice{
			{[3]ink{0x141D33, 0x26355A, 0x4C5C80}, 0xFBF0CC, 0x4A5A7E, 0x33456A, rgb{0.50, 0.56, 0.72}, 0x1F2C4C, 0.18},
			{[3]ink{0x16213A, 0x2C4160, 0x54708A}, 0xFBF3D6, 0x4E6682, 0x375270, rgb{0.50, 0.60, 0.72}, 0x1D3048, 0.17},
		}
	case overcast:
		all = []choice{
			{[3]ink{0x8197A8, 0xB4C1C6, 0xD5D9D4}, 0xE9E9DF, 0xE1E5E4, 0xC0C9CA, rgb{0.90, 0.93, 0.95}, 0xA9B6BC, 0.10},
			{[3]ink{0x72869A, 0xA3B1BA, 0xCDD2CE}, 0xE4E6DE, 0xD3DADC, 0xB3BEC2, rgb{0.86, 0.90, 0.93}, 0x98A6B0, 0.10},
		}
	default:
		all = []choice{
			{[3]ink{0x86BBD2, 0xC4DEE0, 0xF3EEDA}, 0xFFEDB0, 0xFFFDF6, 0xD8E4DD, rgb{1, 1, 1}, 0xFFFFFF, 0},
			{[3]ink{0x9CC7D4, 0xE0EBE2, 0xFBEFD8}, 0xFCE4A6, 0xFFFDF6, 0xE2E6D6, rgb{1, 0.99, 0.97}, 0xFFFFFF, 0},
			{[3]ink{0x7FB2D6, 0xB9DAE8, 0xE9F1EA}, 0xFFEFB8, 0xFFFFFB, 0xCFE1E4, rgb{0.98, 1, 1}, 0xFFFFFF, 0},
		}
	}
	v := all[variant%len(all)]
	return light{
		hour: h, sky: v.sky, sun: v.sun, cloud: v.cloud, haze: v.haze,
		tone: tone{gain: v.gain, lift: v.lift.rgb(), by: v.by}, stars: h == night || h == dusk,
	}
}

// dark tells whether lamps are lit and stars can be seen.
func (l light) dark() bool { return l.hour == night || l.hour == dusk }

// family is the palette that all pages of one story share.
type family struct {
	grass  [3]ink // far, middle, near
	leaf   [3]ink // light, middle, dark
	rock   [3]ink
	water  [3]ink
	warm   ink // roofs, flags, flowers
	bright ink // the second accent
	cool   ink
	tint   rgb // a slight cast on everything
	paper  [3]ink
}

func families(n uint64) family {
	all := []family{
		{
			[3]ink{0xA9BE8E, 0x86A670, 0x5F8559},
			[3]ink{0x8DB36B, 0x5F8F58, 0x3E6650},
			[3]ink{0xA3A8AE, 0x848C98, 0x636B78},
			[3]ink{0xA9D5DB, 0x4E9AAE, 0x2D7189},
			0xC65348, 0xEDB550, 0x3F6E8C,
			rgb{1, 0.995, 0.98},
			[3]ink{0xF3E7D3, 0xE6CFB0, 0xD3AE88},
		},
		{
			[3]ink{0xB7C29A, 0x97AB76, 0x6D8A5E},
			[3]ink{0x9DB56A, 0x74924F, 0x4C6B45},
			[3]ink{0xB3A59A, 0x93857D, 0x6F645F},
			[3]ink{0xB4D8D2, 0x5FA3A4, 0x347A80},
			0xD0714A, 0xF0C05C, 0x4A7B86,
			rgb{1, 0.985, 0.955},
			[3]ink{0xF6E9CF, 0xEBCFA3, 0xD7A676},
		},
		{
			[3]ink{0xA3C2A4, 0x79A58A, 0x4F806F},
			[3]ink{0x84B68C, 0x528D74, 0x33635A},
			[3]ink{0x9DA9B5, 0x7A8899, 0x586678},
			[3]ink{0xA6D3E0, 0x4892B4, 0x286A92},
			0xC75C5C, 0xF2BE64, 0x35628F,
			rgb{0.975, 0.995, 1},
			[3]ink{0xE6EEEB, 0xC3D9DA, 0x96BAC2},
		},
		{
			[3]ink{0xC0C48F, 0x9DAC6C, 0x748A54},
			[3]ink{0xA7B765, 0x7E964B, 0x566F40},
			[3]ink{0xAC9FA6, 0x8A7E8C, 0x665C6D},
			[3]ink{0xB2D6DC, 0x5C9CB2, 0x39738F},
			0xB9506A, 0xEFB15A, 0x586A9A,
			rgb{1, 0.98, 0.985},
			[3]ink{0xF4E4E1, 0xE7C8C4, 0xCE9DA0},
		},
		{
			[3]ink{0xAABF9C, 0x82A67F, 0x5B8462},
			[3]ink{0x94B97C, 0x5F9468, 0x3D6A55},
			[3]ink{0xA7A79E, 0x87887F, 0x646660},
			[3]ink{0xAED6CE, 0x529E9C, 0x2C7479},
			0xCB6A3C, 0xE9BB4E, 0x37707A,
			rgb{0.995, 1, 0.97},
			[3]ink{0xECEBD6, 0xCFD8B4, 0xA6BA8B},
		},
	}
	return all[n%uint64(len(all))]
}
