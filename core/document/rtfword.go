package document

import (
	"io"
	"strings"

	"edusmart/core/lazyregexp"
)

// rtfCharacters are the words that stand for characters.
var rtfCharacters = map[string]string{
	"tab": "\t", "line": "\n", "lbr": "\n", "bullet": "•", "endash": "–", "emdash": "—", "lquote": "‘", "rquote": "’", "ldblquote": "“",
	"rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "\u200d", "zwnj": "\u200c",
}

// rtfSkipped are the destinations that hold no text of the document, beside
// all those marked with \* that are not known.
var rtfSkipped = setOf(`colortbl header headerl headerr headerf footer footerl footerr footerf footnote annotation ftnsep
	ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict nonesttables shprslt xe rxe txe tc tcn private1 revtbl pntxta pntxtb
	objclass objname objdata filetbl listtable listoverridetable rsidtbl mmathpict`)

// rtfIgnorable are the destinations marked with \* that are read all the same.
var rtfIgnorable = setOf("shppict shpinst shpgrp ud picprop fldinst listtext nesttableprops")

// word takes a control word; star says that a \* stood before it.
func (r *rtf) word(t rtfToken, star bool) error {
	if t.word == "bin" {
		return r.binary(t.number)
	}
	if r.st.dest == rtfSkip {
		if t.word == "ud" && star {
			r.enter(r.st.outer)
		}
		return nil
	}
	if t.word == "u" {
		r.unicode(t.number)
		return nil
	}
	if rtfSkipped[t.word] || star && !rtfIgnorable[t.word] || t.word == "upr" {
		r.enter(rtfSkip)
		return nil
	}
	if text, ok := rtfCharacters[t.word]; ok {
		r.write(text)
		return nil
	}
	if r.destination(t.word) {
		return nil
	}
	if r.st.dest == rtfPicture {
		r.pict.word(t.word)
		return nil
	}
	if r.st.dest == rtfStyles && r.styleWord(t) {
		return nil
	}
	r.character(t)
	if done, err := r.structure(t); done || err != nil {
		return err
	}
	r.st.par.word(t)
	return nil
}

// destination begins a destination, if that is what the word does.
func (r *rtf) destination(word string) bool {
	switch word {
	case "fonttbl":
		r.enter(rtfFonts)
	case "stylesheet":
		r.enter(rtfStyles)
	case "info":
		r.enter(rtfInfo)
	case "title":
		if r.st.dest == rtfInfo {
			r.enter(rtfTitle)
		}
	case "listtext", "pntext":
		r.small[rtfMarker].Reset()
		r.enter(rtfMarker)
	case "field":
		r.st.field = &rtfField{}
	case "fldinst":
		r.enter(rtfCode)
	case "fldrslt":
		if r.st.field != nil && hiddenField().MatchString(r.st.field.code.String()) {
			r.enter(rtfSkip)
		}
	case "sn":
		r.small[rtfName].Reset()
		r.enter(rtfName)
	case "sv":
		r.small[rtfValue].Reset()
		r.enter(rtfValue)
	case "pict":
		r.pict = rtfPict{alt: r.pict.alt}
		r.enter(rtfPicture)
	case "shptxt":
		if !r.st.box {
			r.st.box = true
			r.boxes = append(r.boxes, r.text)
			r.text = rtfRun{}
		}
	default:
		return false
	}
	return true
}

// hiddenField matches the code of fields whose results are not to be read.
var hiddenField = lazyregexp.New(`(?i)^\s*(?:TOC|INDEX|TOA|RD|BIBLIOGRAPHY|NOTEREF|PAGE|NUMPAGES|FORMCHECKBOX)\b`)

// character takes the words that change how text is read.
func (r *rtf) character(t rtfToken) {
	on := !t.given || t.number != 0
	st := &r.st
	switch t.word {
	case "ansicpg":
		if t.number > 0 {
			r.page = t.number
		}
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "deff":
		r.deff = t.number
		st.font = t.number
	case "uc":
		st.uc = min(max(t.number, 0), 16)
	case "plain":
		st.bold, st.hidden, st.raised, st.rtl = false, false, 0, false
		st.font, st.other = r.deff, -1
	case "f":
		st.font = t.number
	case "af":
		st.other = t.number
	case "fcharset":
		if page := charsetPages[t.number]; st.dest == rtfFonts && page != 0 && len(r.fonts) < 10_000 {
			r.fonts[st.font] = page
		}
	case "cpg":
		if st.dest == rtfFonts && len(r.fonts) < 10_000 {
			r.fonts[st.font] = t.number
		}
	case "rtlch":
		st.rtl = true
	case "ltrch":
		st.rtl = false
	case "b":
		st.bold = on
	case "v", "deleted":
		st.hidden = on
	case "super":
		st.raised = map[bool]int{true: 1}[on]
	case "sub":
		st.raised = map[bool]int{true: -1}[on]
	case "nosupersub":
		st.raised = 0
	}
}

// structure takes the words that end paragraphs, cells and pages.
func (r *rtf) structure(t rtfToken) (done bool, err error) {
	if r.st.dest != rtfBody {
		return false, nil
	}
	switch t.word {
	case "par":
		return true, r.endParagraph()
	case "sect":
		err = r.endParagraph()
		r.newSection = true
	case "sectd":
		r.sameSection = false
	case "sbknone":
		r.sameSection = true
	case "page":
		if strings.TrimSpace(r.text.text.String()) == "" {
			r.breakSection()
		} else {
			r.breakAfter = true
		}
	case "cell":
		return true, r.endCell()
	case "nestcell", "nestrow":
		r.text.write("\n", r.st)
	case "row":
		r.endRow()
	default:
		return false, nil
	}
	return true, err
}

// binary reads bytes that are not text.
func (r *rtf) binary(count int) error {
	if count <= 0 {
		return nil
	}
	dst := io.Discard
	if r.st.dest == rtfPicture {
		dst = &r.pict
	}
	if n, err := io.CopyN(dst, r.scan.r, int64(count)); err != nil || n < int64(count) {
		return damaged(io.ErrUnexpectedEOF)
	}
	return nil
}
