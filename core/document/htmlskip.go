package document

import (
	"strings"

	"edusmart/core/lazyregexp"
)

// What stands in a page but is no part of its text.
var (
	skippedElements = setOf(`head script style noscript template nav footer aside iframe object embed audio video canvas svg
		select button input textarea dialog datalist rt rp rtc annotation annotation-xml del link meta title`)
	skippedRoles = setOf(`navigation banner contentinfo complementary search menu menubar toolbar tablist dialog doc-toc
		doc-endnotes doc-endnote doc-footnote doc-backlink doc-noteref doc-pagebreak doc-pagelist doc-index`)
	skippedTypes = setOf(`noteref footnote footnotes endnote endnotes rearnote rearnotes backlink toc toc-brief landmarks
		page-list pagebreak loi lot index copyright-page`)
	skippedClasses = setOf(`footnote-ref footnote-back footnotes noteref toc navbox catlinks printfooter mw-editsection noprint
		hatnote dablink ambox sistersitebox reflist
		sr-only visually-hidden screen-reader-text headerlink anchor-link pg-boilerplate author date byline
		msofootnotetext msoendnotetext msoheader msofooter comments comment-list commentlist respond disqus_thread`)
	skippedIDs = setOf("toc table-of-contents pg-header pg-footer pg-machine-header")
)

// hidingStyle matches the styles, without spaces, by which elements are not
// shown, and those of the notes that Word puts at a page's end.
var hidingStyle = lazyregexp.New(`display:none|visibility:hidden|mso-hide:all|mso-element:(?:footnote|endnote|header|footer)`)

// leftOut reports whether an element is not part of the text.
func (w *web) leftOut(n *node) bool {
	if skippedElements[n.name] || n.has("hidden") {
		return true
	}
	switch n.name {
	case "body", "html", "main":
		return false
	case "form":
		// Some sites put the whole page into a form.
		return !n.contains(formContents)
	case "a":
		if w.isNoteLink(n) {
			return true
		}
	}
	if len(n.attr) == 0 {
		return false
	}
	// A caption that repeats a picture's description is hidden from those
	// who hear the description, not from those who see the picture.
	if n.get("aria-hidden") == "true" && n.name != "figcaption" {
		return true
	}
	style := strings.ToLower(strings.Join(strings.Fields(n.get("style")), ""))
	return style != "" && hidingStyle().MatchString(style) ||
		skippedRoles[strings.ToLower(n.get("role"))] ||
		anyOf(skippedTypes, n.get("epub:type")) || skippedIDs[strings.ToLower(n.get("id"))] ||
		anyOf(skippedClasses, n.get("class")) || isSiteFurniture(n) || strings.HasPrefix(strings.ToLower(n.get("class")), "msotoc")
}

// isSiteFurniture reports whether the names of an element that holds no main
// text are those of something around it.
func isSiteFurniture(n *node) bool {
	switch n.name {
	case "div", "section", "ul", "ol", "p", "form", "span", "header", "details":
	default:
		return false
	}
	named := skippedParts().MatchString(n.get("class")) || skippedParts().MatchString(n.get("id")) || anyOf(skippedClasses, n.get("id"))
	return named && !n.contains(mainContents)
}

var mainContents = setOf("article main h1")

var formContents = setOf("h1 h2 h3 h4 h5 h6 article main")

// skippedParts matches, in classes and identities, the names that sites give
// to what stands around a text: "newsletter-signup", "cookie-banner",
// "share_buttons". A name counts from the beginning of one of its words.
var skippedParts = lazyregexp.New(`(?i)(?:^|[\s_-])(?:newsletter|subscribe|subscription|signup|sign-up|cookie|gdpr|consent|advert|advertisement|sponsor(?:ed)?|promo|` +
	`breadcrumbs?|share|sharing|social|related|recommend(?:ed|ations)?|comments?-(?:area|section|wrapper|container)|comment-respond|sidebar|pagination|popup|paywall|site-(?:header|footer|nav))(?:$|[\s_-])`)

// anyOf reports whether one of the words of s is in set.
func anyOf(set map[string]bool, s string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(s)) {
		if set[word] {
			return true
		}
	}
	return false
}

// isNoteLink reports whether a link is the mark of a note: "[1]", or "1" right
// after a word.
func (w *web) isNoteLink(n *node) bool {
	if !strings.Contains(n.get("href"), "#") {
		return false
	}
	before := w.run.text.String()
	mark := strings.TrimSpace(n.plain())
	return isNoteMark(mark, before) && (strings.HasPrefix(mark, "[") || !strings.HasSuffix(before, " "))
}

// isTitleBlock tells the headers that hold a text's own title from those of a
// site.
func (w *web) isTitleBlock(n *node) bool {
	return w.inText > 0 || strings.Contains(n.get("id")+n.get("class"), "title-block")
}

// isContents reports whether a list, or the whole of a chapter, is a table of
// contents: all of its text is links within the document.
func (w *web) isContents(n *node) bool {
	all, linked, items := 0, 0, 0
	var count func(n *node, inside bool)
	count = func(n *node, inside bool) {
		letters := len(strings.Join(strings.Fields(n.text), ""))
		if all += letters; inside {
			linked += letters
		}
		if n.name == "a" && w.isLocal(n.get("href")) {
			inside = true
			items++
		}
		for _, k := range n.kids {
			count(k, inside)
		}
	}
	count(n, false)
	return items >= 3 && linked > 0 && linked*10 >= all*9
}
