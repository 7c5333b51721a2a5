package document

import (
	"errors"
	"path"
	"strings"

	"edusmart/core/lazyregexp"
)

// relations are the targets of one OOXML part's relationships.
type relations map[string]relation

type relation struct {
	target string // name of the part; "" for what lies outside the file
	kind   string // last element of the relationship's type: "image", "slide"
}

// relationsOf reads the relationships of a part. A part without any has none.
func (a *archive) relationsOf(part string) (relations, error) {
	root, err := a.optional(path.Join(path.Dir(part), "_rels", path.Base(part)+".rels"))
	if err != nil {
		return nil, err
	}
	rels := relations{}
	if root == nil {
		return rels, nil
	}
	for _, k := range root.kids {
		if k.name != "rel:Relationship" {
			continue
		}
		r := relation{kind: path.Base(k.get("Type"))}
		if k.get("TargetMode") != "External" {
			target := k.get("Target")
			if strings.HasPrefix(target, "/") {
				r.target = partName(target)
			} else {
				r.target = partName(path.Join(path.Dir(part), target))
			}
		}
		rels[k.get("Id")] = r
	}
	return rels, nil
}

// byKind gives the target of the first relationship of a kind.
func (r relations) byKind(kind string) string {
	for _, rel := range r {
		if rel.kind == kind && rel.target != "" {
			return rel.target
		}
	}
	return ""
}

// mainPart finds the part that holds an OOXML document, which the package's
// relationships name; usual is its usual place.
func (a *archive) mainPart(usual string) (string, error) {
	rels, err := a.relationsOf("")
	if err != nil {
		return "", err
	}
	if name := rels.byKind("officeDocument"); name != "" && a.has(name) {
		return name, nil
	}
	if a.has(usual) {
		return usual, nil
	}
	return "", damaged(errors.New("no main document part"))
}

// coreTitle is the title in the package's properties, unless it is one that a
// program made up.
func (a *archive) coreTitle() (string, error) {
	root, err := a.optional("docProps/core.xml")
	if err != nil {
		return "", err
	}
	return plausibleTitle(root.find("dc:title").plain()), nil
}

// numberedName matches the names that files get in a folder of lessons:
// "03-rivers".
var numberedName = lazyregexp.New(`^\d+[-_.]\p{Ll}[^ ]*$`)

// plausibleTitle gives "" for titles that say nothing.
func plausibleTitle(s string) string {
	s = tidy(s)
	lower := strings.ToLower(s)
	for _, made := range []string{"untitled", "microsoft word", "powerpoint present", "presentation", "document", "slide 1", "sin título", "dokument", "présentation", "presentación", "diapositiva 1", "title", "unknown"} {
		if strings.HasPrefix(lower, made) && wordCount(s) <= 4 {
			return ""
		}
	}
	if strings.ContainsAny(s, `/\`) || len(s) > 300 || isFileName(s) || numberedName().MatchString(s) || strings.HasSuffix(lower, ".docx") || strings.HasSuffix(lower, ".doc") || strings.HasSuffix(lower, ".pptx") {
		return ""
	}
	return s
}
