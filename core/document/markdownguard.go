package document

import (
	"strings"

	"edusmart/core/lazyregexp"
)

// Limits on Markdown that keep its parsing linear. Each is far beyond what an
// author writes.
const (
	maxMarkdown   = 4 << 20 // bytes
	maxContainers = 24      // quotes and lists that begin on one line
	maxLinks      = 400     // in one paragraph
	maxTildes     = 1000    // in one paragraph
	maxRefs       = 20_000  // of links and notes
	maxTableCells = 400_000 // of all tables
)

var (
	containers = lazyregexp.New(`^(?:[ \t]*(?:>|(?:[-+*:]|\d{1,9}[.)])[ \t]))*`)
	container  = lazyregexp.New(`>|[-+*:]|\d+[.)]`)
	delimiters = lazyregexp.New(`^[ \t>]*[-:|][-:| \t]*\|[-:| \t]*$`)
	reference  = lazyregexp.New(`^[ \t>]*\[[^\]\n]+\]:`)
)

// markdownGuard takes away the marks by which a small file would keep the
// parser busy for hours or fill the memory.
type markdownGuard struct {
	cells int // of tables so far
	refs  int
}

// tame gives text with at most that many marks of each kind.
func (g *markdownGuard) tame(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	var lines []string
	flush := func() {
		g.paragraph(&out, lines)
		lines = lines[:0]
	}
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			flush()
			out.WriteByte('\n')
			continue
		}
		lines = append(lines, g.line(line))
	}
	flush()
	return out.String()
}

// line takes the containers off a line that begins too many, and the
// definitions beyond what a text has.
func (g *markdownGuard) line(line string) string {
	prefix := containers().FindString(line)
	if len(prefix) > maxContainers && len(container().FindAllStringIndex(prefix, maxContainers+1)) > maxContainers {
		line = line[len(prefix):]
	}
	if reference().MatchString(line) {
		if g.refs++; g.refs > maxRefs {
			return "\n"
		}
	}
	return line
}

// paragraph writes the lines between two blank ones.
func (g *markdownGuard) paragraph(out *strings.Builder, lines []string) {
	links, tildes := 0, 0
	for _, l := range lines {
		links += strings.Count(l, "](") + strings.Count(l, "][")
		tildes += strings.Count(l, "~")
	}
	for i, l := range lines {
		if columns := strings.Count(l, "|") + 1; columns > 1 && delimiters().MatchString(strings.TrimRight(l, "\r\n")) {
			if g.cells += columns * (len(lines) - i); columns > maxColumns || g.cells > maxTableCells {
				continue
			}
		}
		if links > maxLinks {
			l = strings.NewReplacer("](", "] (", "][", "] [").Replace(l)
		}
		if tildes > maxTildes && !strings.HasPrefix(strings.TrimSpace(l), "~~~") {
			l = strings.ReplaceAll(l, "~", "")
		}
		out.WriteString(l)
	}
}
