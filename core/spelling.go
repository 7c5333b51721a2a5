package core

import (
	"strings"
	"sync"

	"edusmart/core/spelling"
	"edusmart/core/story"
)

// Spelling is what is known of a text's spelling.
type Spelling struct {
	Known bool   // there is a dictionary
	Say   string // one sentence: why there is none; "" while it is being read
	Wrong []Misspelling
}

// Misspelling is a word that the dictionary does not have.
type Misspelling struct {
	Word     string
	From, To int // bytes of the text
}

// speller keeps the dictionaries that were read. The zero value is ready.
type speller struct {
	mu    sync.Mutex
	books map[string]*spellbook // by language
	story string                // whose own words are known
	own   map[string]bool
	// told is what was said of texts, which are looked at again with every
	// change of a story.
	told map[string]Spelling
	// meant is what was offered for words, by language and word: looking for it
	// takes longer than a key may.
	meant map[string][]string
}

// maxTold bounds speller.told and speller.meant.
const maxTold = 2000

// spellbook is a dictionary, or why there is none.
type spellbook struct {
	dictionary *spelling.Dictionary // nil: there is none, or it is being read
	say        string
}

// maxMeant is how many words are offered for a wrong one.
const maxMeant = 3

// Spelling tells which words of a text of a story no dictionary knows. The
// words of its document and of its glossary count as right. It returns at once:
// a dictionary that has not been read is read in the background, and the story
// shown again when it is there.
func (a *App) Spelling(id, text string) Spelling {
	a.speller.mu.Lock()
	defer a.speller.mu.Unlock()
	language := a.speller.languageOf(id)
	if language == "" {
		return Spelling{}
	}
	book, begun := a.speller.books[language]
	if !begun {
		a.speller.books[language] = &spellbook{}
		a.wg.Go(func() { a.readDictionary(id, language) })
		return Spelling{}
	}
	if book.dictionary == nil {
		return Spelling{Say: book.say}
	}
	if s, known := a.speller.told[text]; known {
		return s
	}
	s := Spelling{Known: true}
	for _, w := range book.dictionary.Wrong(text, a.speller.own) {
		s.Wrong = append(s.Wrong, Misspelling{Word: w.Text, From: w.From, To: w.To})
	}
	if len(a.speller.told) >= maxTold || a.speller.told == nil {
		a.speller.told = map[string]Spelling{}
	}
	a.speller.told[text] = s
	return s
}

// Meant gives what may be meant by a word that no dictionary knows, the likeliest
// first.
func (a *App) Meant(id, word string) []string {
	a.speller.mu.Lock()
	defer a.speller.mu.Unlock()
	language := a.speller.languageOf(id)
	book := a.speller.books[language]
	if language == "" || book == nil || book.dictionary == nil {
		return nil
	}
	name := language + "\x00" + word
	if meant, known := a.speller.meant[name]; known {
		return meant
	}
	if len(a.speller.meant) >= maxTold || a.speller.meant == nil {
		a.speller.meant = map[string][]string{}
	}
	meant := book.dictionary.Suggest(word, maxMeant)
	a.speller.meant[name] = meant
	return meant
}

// languageOf is the language of the story that is reviewed; "" of another.
func (s *speller) languageOf(id string) string {
	story, language, _ := strings.Cut(s.story, "\x00")
	if story != id {
		return ""
	}
	return language
}

// spell makes a story the one whose spelling is looked at. What its sentences
// rest on and its glossary count as right, and so does its document once it has
// been read (see ownWords).
func (a *App) spell(s *story.Story) {
	a.speller.mu.Lock()
	defer a.speller.mu.Unlock()
	if a.speller.books == nil {
		a.speller.books = map[string]*spellbook{}
	}
	if name := s.ID + "\x00" + s.Language; a.speller.story != name {
		a.speller.story, a.speller.own, a.speller.told = name, map[string]bool{}, nil
	}
	known := len(a.speller.own)
	for i := range s.Pages {
		for _, sentence := range s.Pages[i].Sentences {
			spelling.Own(a.speller.own, sentence.Quote)
		}
	}
	for _, t := range s.Glossary {
		spelling.Own(a.speller.own, t.Term)
	}
	if len(a.speller.own) > known {
		a.speller.told = nil
	}
}

// ownWords has the words of a story's document count as right.
func (a *App) ownWords(id string, doc *story.Document) {
	a.speller.mu.Lock()
	defer a.speller.mu.Unlock()
	if a.speller.languageOf(id) == "" {
		return
	}
	a.speller.told = nil
	for i := range doc.Blocks {
		spelling.Own(a.speller.own, doc.Blocks[i].Text)
	}
}

// readDictionary reads the dictionary of a language.
func (a *App) readDictionary(id, language string) {
	book := &spellbook{say: "There is no dictionary for this language on this computer; spelling is not checked."}
	if affixes, words, ok := spelling.Find(language); ok {
		d, err := spelling.Read(affixes, words)
		if err != nil {
			a.log.Warn("read dictionary", "err", err)
			book.say = "The dictionary for this language cannot be read; spelling is not checked."
		}
		book.dictionary = d
	}
	a.speller.mu.Lock()
	a.speller.books[language] = book
	a.speller.mu.Unlock()
	a.queue.add(func() { a.reshow(id) })
}
