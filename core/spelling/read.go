package spelling

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// Limits on a dictionary's files.
const (
	maxFile    = 64 << 20
	maxEntries = 2_000_000
	maxRules   = 200_000
)

// Read reads a dictionary: the file of its rules (.aff) and that of its words
// (.dic).
func Read(affixes, words string) (*Dictionary, error) {
	r := &reader{d: &Dictionary{
		stems: map[string][][]flag{}, suffixes: map[string][]rule{}, prefixes: map[string][]rule{}, compoundLeast: 3,
	}}
	if err := r.file(affixes, r.affix); err != nil {
		return nil, fmt.Errorf("%s: %w", affixes, err)
	}
	if err := r.file(words, r.entry); err != nil {
		return nil, fmt.Errorf("%s: %w", words, err)
	}
	if len(r.d.stems) == 0 {
		return nil, fmt.Errorf("%s: there are no words in it", words)
	}
	return r.d, nil
}

// reader is a dictionary being read.
type reader struct {
	d       *Dictionary
	flags   string // how flags are written: "", "long", "num" or "UTF-8"
	aliases [][]flag
	cross   map[string]bool // by the flag of a table of rules as it is written
	decode  *encoding.Decoder
	entries int
	rules   int
	ignored string // letters that do not count
}

// file calls line with every line of a file.
func (r *reader) file(path string, line func(string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	scan := bufio.NewScanner(io.LimitReader(f, maxFile))
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		text := strings.TrimPrefix(strings.TrimRight(scan.Text(), " \t\r"), "\ufeff")
		if r.decode != nil {
			if text, err = r.decode.String(text); err != nil {
				continue // a letter that the file's own encoding does not have
			}
		}
		if err := line(text); err != nil {
			return err
		}
	}
	return scan.Err()
}

// affix reads a line of the file of rules.
func (r *reader) affix(line string) error {
	f := strings.Fields(line)
	if len(f) < 2 || strings.HasPrefix(line, "#") {
		return nil
	}
	d := r.d
	switch f[0] {
	case "SET":
		return r.setEncoding(f[1])
	case "FLAG":
		r.flags = f[1]
	case "AF":
		if r.aliases == nil {
			r.aliases = [][]flag{nil} // the first is the count
			return nil
		}
		r.aliases = append(r.aliases, r.flagsOf(f[1]))
	case "PFX", "SFX":
		return r.rule(f)
	case "NEEDAFFIX", "PSEUDOROOT":
		d.needAffix = r.flagOf(f[1])
	case "FORBIDDENWORD":
		d.forbidden = r.flagOf(f[1])
	case "ONLYINCOMPOUND":
		d.onlyInCompound = r.flagOf(f[1])
	case "COMPOUNDFLAG":
		d.compound = r.flagOf(f[1])
	case "COMPOUNDBEGIN":
		d.begin = r.flagOf(f[1])
	case "COMPOUNDMIDDLE":
		d.middle = r.flagOf(f[1])
	case "COMPOUNDEND", "COMPOUNDLAST":
		d.end = r.flagOf(f[1])
	case "COMPOUNDMIN":
		if n, err := strconv.Atoi(f[1]); err == nil {
			d.compoundLeast = max(1, n)
		}
	case "IGNORE":
		r.ignored = f[1]
	case "TRY":
		d.try = []rune(f[1])
	case "REP":
		if len(f) >= 3 && len(d.replace) < 1000 {
			d.replace = append(d.replace, [2]string{strings.ReplaceAll(f[1], "_", " "), strings.ReplaceAll(f[2], "_", " ")})
		}
	}
	return nil
}

func (r *reader) setEncoding(name string) error {
	if strings.EqualFold(name, "UTF-8") {
		return nil
	}
	e, err := htmlindex.Get(strings.ReplaceAll(strings.ToLower(name), "iso8859", "iso-8859"))
	if err != nil {
		return fmt.Errorf("the encoding %.40q is not known", name)
	}
	r.decode = e.NewDecoder()
	return nil
}

// rule reads a line of a table of affixes: its head, or one of its rules.
func (r *reader) rule(f []string) error {
	if len(f) < 4 {
		return nil
	}
	key := f[0] + f[1]
	if r.cross == nil {
		r.cross = map[string]bool{}
	}
	cross, begun := r.cross[key]
	if !begun {
		r.cross[key] = f[2] == "Y"
		return nil
	}
	if r.rules++; r.rules > maxRules {
		return errors.New("too many rules")
	}
	add, then, _ := strings.Cut(f[3], "/")
	one := rule{flag: r.flagOf(f[1]), strip: zero(f[2]), add: zero(add), cross: cross, then: r.flagsOf(then)}
	if len(f) > 4 {
		one.condition = conditionOf(f[4])
	}
	table := r.d.suffixes
	if f[0] == "PFX" {
		table = r.d.prefixes
	}
	table[one.add] = append(table[one.add], one)
	r.d.longest = max(r.d.longest, len(one.add))
	return nil
}

// zero is what "0" stands for in a rule: nothing.
func zero(text string) string {
	if text == "0" {
		return ""
	}
	return text
}

// entry reads a line of the file of words.
func (r *reader) entry(line string) error {
	line, _, _ = strings.Cut(line, "\t")
	if line == "" || strings.HasPrefix(line, "#") {
		return nil
	}
	if r.entries++; r.entries > maxEntries {
		return errors.New("too many words")
	}
	word, flags := splitEntry(line)
	if r.ignored != "" {
		word = strings.Map(func(c rune) rune {
			if strings.ContainsRune(r.ignored, c) {
				return -1
			}
			return c
		}, word)
	}
	if _, err := strconv.Atoi(word); err == nil && r.entries == 1 {
		return nil // the number of words
	}
	if word != "" {
		r.d.stems[word] = append(r.d.stems[word], r.flagsOf(flags))
	}
	return nil
}

// splitEntry divides a word from its flags and from what is said of its forms.
func splitEntry(line string) (word, flags string) {
	slash := -1
	for i := 1; i < len(line); i++ {
		if line[i] == '/' && line[i-1] != '\\' {
			slash = i
			break
		}
	}
	if slash < 0 {
		if at := strings.Index(line, " "); at > 0 && strings.Contains(line[at:], ":") {
			line = line[:at] // morphology
		}
		return strings.ReplaceAll(line, `\/`, "/"), ""
	}
	flags, _, _ = strings.Cut(line[slash+1:], " ")
	return strings.ReplaceAll(line[:slash], `\/`, "/"), flags
}

func (r *reader) flagOf(text string) flag {
	if all := r.flagsOf(text); len(all) > 0 {
		return all[0]
	}
	return 0
}

// flagsOf reads flags as the dictionary writes them, or the number of an alias.
func (r *reader) flagsOf(text string) []flag {
	if text == "" {
		return nil
	}
	if n, err := strconv.Atoi(text); err == nil && len(r.aliases) > 0 && n > 0 && n < len(r.aliases) {
		return r.aliases[n]
	}
	var all []flag
	switch r.flags {
	case "long":
		for len(text) >= 2 {
			a, n := utf8.DecodeRuneInString(text)
			b, m := utf8.DecodeRuneInString(text[n:])
			all = append(all, flag(a)<<16|flag(b)&0xffff)
			text = text[n+m:]
		}
	case "num":
		for one := range strings.SplitSeq(text, ",") {
			if n, err := strconv.Atoi(strings.TrimSpace(one)); err == nil && n > 0 {
				all = append(all, flag(n))
			}
		}
	default:
		for _, c := range text {
			all = append(all, flag(c))
		}
	}
	return slices.Clip(all)
}
