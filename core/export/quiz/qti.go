package quiz

import (
	"context"
	"fmt"
	"io"
	"strings"

	"edusmart/core/export/content"
)

const qtiHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// qtiSpace are the attributes of the root of a test or an item.
const qtiSpace = `xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
	`xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"`

// QTI writes the quiz as a package of IMS Question and Test Interoperability
// 2.1: a manifest, a test, and an item a question whose explanation is shown
// after any answer.
func QTI(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	all := items(c.Story)
	if len(all) == 0 {
		return noQuestions("write QTI")
	}
	title := content.OneLine(c.Story.Title)
	if title == "" {
		title = "Quiz"
	}
	a := content.NewArchive(w, c.Story.Created)
	a.Add("imsmanifest.xml", qtiManifest(c.Story.ID, len(all)))
	a.Add("test.xml", qtiTest(title, len(all)))
	for i, it := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		a.Add(qtiFile(i), qtiItem(i, title, c.Story.Language, it))
		progress.Tell(i+1, len(all))
	}
	return a.Close()
}

func qtiName(i int) string { return fmt.Sprintf("question%03d", i+1) }
func qtiFile(i int) string { return "items/" + qtiName(i) + ".xml" }

func qtiManifest(id string, n int) string {
	var b strings.Builder
	b.WriteString(qtiHead + `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
		`xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd" ` +
		`identifier="manifest-` + content.XML(id) + "\">\n" +
		"<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>\n<organizations/>\n<resources>\n" +
		"<resource identifier=\"test\" type=\"imsqti_test_xmlv2p1\" href=\"test.xml\"><file href=\"test.xml\"/>")
	for i := range n {
		fmt.Fprintf(&b, `<dependency identifierref="%s"/>`, qtiName(i))
	}
	b.WriteString("</resource>\n")
	for i := range n {
		fmt.Fprintf(&b, "<resource identifier=\"%s\" type=\"imsqti_item_xmlv2p1\" href=\"%s\"><file href=\"%[2]s\"/></resource>\n", qtiName(i), qtiFile(i))
	}
	b.WriteString("</resources>\n</manifest>\n")
	return b.String()
}

func qtiTest(title string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s<assessmentTest %s identifier=\"test\" title=\"%s\">\n", qtiHead, qtiSpace, content.XML(title))
	b.WriteString(`<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual"><itemSessionControl showFeedback="true"/>` + "\n" +
		`<assessmentSection identifier="section" title="` + content.XML(title) + "\" visible=\"true\">\n")
	for i := range n {
		fmt.Fprintf(&b, "<assessmentItemRef identifier=\"%s\" href=\"%s\"/>\n", qtiName(i), qtiFile(i))
	}
	b.WriteString("</assessmentSection></testPart>\n</assessmentTest>\n")
	return b.String()
}

func qtiItem(i int, title, language string, it item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s<assessmentItem %s identifier=\"%s\" title=\"%s %d\" adaptive=\"false\" timeDependent=\"false\" xml:lang=\"%s\">\n",
		qtiHead, qtiSpace, qtiName(i), content.XML(title), i+1, attribute(language))
	fmt.Fprintf(&b, "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"single\" baseType=\"identifier\"><correctResponse><value>%s</value></correctResponse></responseDeclaration>\n", qtiChoice(it.right))
	b.WriteString(`<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>` + "\n")
	if it.why != "" {
		b.WriteString(`<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>` + "\n")
	}
	fmt.Fprintf(&b, "<itemBody><choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"false\" maxChoices=\"1\"><prompt>%s</prompt>\n", qtiText(it.question))
	for k, o := range it.options {
		fmt.Fprintf(&b, "<simpleChoice identifier=\"%s\">%s</simpleChoice>\n", qtiChoice(k), qtiText(o))
	}
	b.WriteString("</choiceInteraction></itemBody>\n<responseProcessing><responseCondition>" +
		`<responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>` +
		`<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf>` +
		`<responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse></responseCondition>`)
	if it.why != "" {
		b.WriteString(`<setOutcomeValue identifier="FEEDBACK"><baseValue baseType="identifier">why</baseValue></setOutcomeValue>`)
	}
	b.WriteString("</responseProcessing>\n")
	if it.why != "" {
		fmt.Fprintf(&b, "<modalFeedback outcomeIdentifier=\"FEEDBACK\" identifier=\"why\" showHide=\"show\">%s</modalFeedback>\n", qtiText(it.why))
	}
	b.WriteString("</assessmentItem>\n")
	return b.String()
}

// qtiChoice names an option.
func qtiChoice(k int) string { return fmt.Sprintf("choice%c", 'A'+k) }

func qtiText(text string) string { return strings.ReplaceAll(content.XML(text), "\n", "<br/>") }
