package slides

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"edusmart/core/export/sound"
)

// addSound puts page i's narration on the slide, as a button that plays and
// pauses it.
func (d *deck) addSound(ctx context.Context, s *slide, i int) error {
	pcm, rate, err := d.content.Narration(i)
	if err != nil || len(pcm) == 0 {
		return err
	}
	mp3, err := sound.MP3(ctx, pcm, rate)
	if err != nil {
		return err
	}
	if d.icon == "" {
		icon, err := speaker()
		if err != nil {
			return err
		}
		d.icon = d.put("png", icon)
	}
	file := d.put("mp3", mp3)
	audio := s.relate("audio", file)
	media := s.relate("media", file)
	poster := s.relate("image", d.icon)
	at := place{slideWidth - 14 - 32, slideHeight - 12 - 32, 32, 32}
	s.sound = s.shape(func(id int) string {
		return fmt.Sprintf(`<p:pic><p:nvPicPr><p:cNvPr id="%d" name="Voice %d" descr="Play the voice"><a:hlinkClick r:id="" action="ppaction://media"/></p:cNvPr><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>`+
			`<p:nvPr><a:audioFile r:link="%s"/><p:extLst><p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"><p14:media xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" r:embed="%s"/></p:ext></p:extLst></p:nvPr></p:nvPicPr>`+
			`<p:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
			id, id, audio, media, poster, at.frame())
	})
	return nil
}

// playing is what makes the button of a slide play: each press starts or
// pauses the sound of the shape.
func playing(shape int) string {
	target := fmt.Sprintf(`<p:tgtEl><p:spTgt spid="%d"/></p:tgtEl>`, shape)
	press := `<p:cond evt="onClick" delay="0">` + target + `</p:cond>`
	return `<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>` +
		`<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" restart="whenNotActive" fill="hold" evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>` + press + `</p:stCondLst>` +
		`<p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync><p:childTnLst>` +
		`<p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>` +
		`<p:par><p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>` +
		`<p:par><p:cTn id="5" presetID="2" presetClass="mediacall" presetSubtype="0" fill="hold" nodeType="clickEffect"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>` +
		`<p:cmd type="call" cmd="togglePause"><p:cBhvr><p:cTn id="6" dur="1" fill="hold"/>` + target + `</p:cBhvr></p:cmd>` +
		`</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn>` +
		`<p:nextCondLst>` + press + `</p:nextCondLst></p:seq>` +
		`<p:audio><p:cMediaNode vol="80000"><p:cTn id="7" fill="hold" display="0"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst></p:cTn>` + target + `</p:cMediaNode></p:audio>` +
		`</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>`
}

// speaker draws the button: a disc of the accent's colour with the sign for
// playing.
func speaker() ([]byte, error) {
	const size = 96
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	accent, white := color.NRGBA{0x1F, 0x4B, 0x82, 0xFF}, color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	for y := range size {
		for x := range size {
			dx, dy := float64(x)-size/2+0.5, float64(y)-size/2+0.5
			switch {
			case dx > -15 && dx < 24 && abs(dy) < (24-dx)*0.62:
				img.SetNRGBA(x, y, white)
			case dx*dx+dy*dy < (size/2-1)*(size/2-1):
				img.SetNRGBA(x, y, accent)
			}
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return b.Bytes(), err
}

func abs(v float64) float64 { return max(v, -v) }
