package story

// Document is what a story is made from: the text of a file, fit to be read
// aloud, in reading order, with its pictures. Readers (package document) make
// it; writers read it. Running heads, page numbers, footnote marks, reference
// lists and figure labels are not in it.
type Document struct {
	Name     string   // file name without its folder
	SHA256   string   // of the whole file, lower-case hexadecimal
	Format   string   // "pdf", "docx", "pptx", "odt", "odp", "epub", "rtf", "html", "markdown", "text", "image"
	Size     int64    // bytes of the file
	Title    string   // never empty: at least the file's name
	Language string   // BCP 47, detected; "und" where there is too little text
	Pages    int      // pages (or slides) of the whole file, at least 1
	From, To int      // the pages that were read, both from 1 and inclusive
	Outline  []Entry  // the table of contents, in order; may be empty
	Blocks   []Block  // in reading order
	Figures  []Figure // pictures of the document, in reading order
	// Words counts the words of every page: WordsOnPage[0] is page 1. Pages
	// that were not read count 0.
	WordsOnPage []int
	// Scanned is true where some of the text was read from photographs of
	// pages, which now and then gives a wrong word.
	Scanned bool
	// Unread counts the pages, of those chosen, that are photographs among
	// printed pages and could not be read.
	Unread int
}

// Entry is one line of a table of contents.
type Entry struct {
	Level int // from 1
	Title string
	Page  int // from 1
}

// Block is one paragraph-like piece of a document.
type Block struct {
	Kind  BlockKind
	Level int    // of a Heading, from 1; of a ListItem, its depth from 1
	Text  string // plain text, spaces normalised, hyphenated line ends joined
	Page  int    // from 1
	// Cells holds a Table's rows; Text then holds it as lines of cells
	// joined by " | ".
	Cells [][]string
	// Marker is a ListItem's own mark as printed: "•", "a)", "3.".
	Marker string
}

// BlockKind tells what a block is.
type BlockKind string

// The kinds of blocks. Exercise blocks are questions set by the document
// with their options and keys; they feed the quiz and are left out of the
// narration. Notes are a slide's speaker notes.
const (
	Heading   BlockKind = "heading"
	Paragraph BlockKind = "paragraph"
	ListItem  BlockKind = "list"
	Table     BlockKind = "table"
	Caption   BlockKind = "caption"
	Exercise  BlockKind = "exercise"
	Note      BlockKind = "note"
)

// Figure is one picture of a document.
type Figure struct {
	Page    int    // from 1
	Block   int    // index of the block before which it stands, 0 to len(Blocks)
	Caption string // without its label ("Fig. 3"), may be empty
	Alt     string // the document's own description, may be empty
	MIME    string // "image/png" or "image/jpeg"
	Data    []byte
	Width   int // pixels
	Height  int
}
