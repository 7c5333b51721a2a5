// Package ondevice makes stories on this computer alone, with no network, no
// key and no account: a Writer that chooses the document's own sentences, an
// Illustrator that draws from a page's words, a Narrator that speaks with the
// computer's voice, and a Rewriter that puts a story at another reading level
// with other sentences of its document.
//
// The Writer is extractive: it never makes up a sentence. Sentences are
// weighed by LexRank (Erkan and Radev, "LexRank: Graph-based Lexical
// Centrality as Salience in Text Summarization", JAIR 22, 2004; the continuous
// form of TextRank, Mihalcea and Tarau, EMNLP 2004) and chosen by maximising a
// monotone submodular function of coverage and diversity under a budget (Lin
// and Bilmes, "A Class of Submodular Functions for Document Summarization",
// ACL 2011), greedily and with lazy evaluation (Minoux 1978). See rank.go and
// rank_choose.go.
//
// Called by core and generate. May import model, story, speech and typeset;
// never document, the network or the window.
package ondevice
