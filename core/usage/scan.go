package usage

import (
	"encoding/json"
	"strconv"
	"time"

	"edusmart/core/model"
)

// decoder decodes lines. encoding/json takes 10 microseconds a line, too long
// for years of lines at every start; scanner reads the plain form in which
// this version writes them, and leaves everything else to encoding/json.
type decoder struct {
	texts map[string]string // each different text once in memory
	scan  scanner
}

func newDecoder() *decoder { return &decoder{texts: map[string]string{}} }

// decode decodes one line without its line feed. ok is false for damage.
func (d *decoder) decode(data []byte, l *line) (ok bool) {
	*l = line{}
	d.scan = scanner{data: data, texts: d.texts}
	if !d.scan.line(l) {
		*l = line{}
		if json.Unmarshal(data, l) != nil {
			return false
		}
	}
	return l.sound()
}

// scanner reads JSON objects of known fields, ASCII texts without escapes and
// plain numbers. Whatever else it meets, it gives up.
type scanner struct {
	data  []byte
	at    int
	texts map[string]string
}

func (s *scanner) line(l *line) bool {
	return s.object(func(key []byte) bool { return s.lineField(l, key) }) && s.at == len(s.data)
}

func (s *scanner) lineField(l *line, key []byte) bool {
	switch string(key) {
	case "begin":
		return s.unique(&l.Begin)
	case "end":
		return s.unique(&l.End)
	case "total":
		return s.text(&l.Total)
	case "time":
		return s.time(&l.Time)
	case "story":
		return s.text(&l.Story)
	case "role":
		return s.text((*string)(&l.Role))
	case "page":
		return s.integer(&l.Page)
	case "op":
		return s.text(&l.Op)
	case "model":
		return s.text(&l.Model)
	case "n":
		return s.integer(&l.N)
	case "of":
		return s.integer(&l.Of)
	case "kind":
		return s.text((*string)(&l.Kind))
	case "final":
		return s.boolean(&l.Final)
	case "latency_ns":
		return s.duration(&l.Latency)
	case "waited_ns":
		return s.duration(&l.Waited)
	case "cost_usd":
		return s.float(&l.Cost)
	default:
		return s.rareField(l, key)
	}
}

func (s *scanner) rareField(l *line, key []byte) bool {
	switch string(key) {
	case "tokens":
		return s.object(func(key []byte) bool { return s.tokensField(&l.Tokens, key) })
	case "limit":
		return s.object(func(key []byte) bool { return s.limitField(&l.Limit, key) })
	case "reset":
		return s.time(&l.Reset)
	case "unsent":
		return s.boolean(&l.Unsent)
	case "guess":
		return s.boolean(&l.Guess)
	case "calls":
		return s.integer(&l.Calls)
	case "retries":
		return s.integer(&l.Retries)
	case "failures":
		return s.integer(&l.Failures)
	case "instead":
		return s.text(&l.Instead)
	}
	return false
}

func (s *scanner) tokensField(t *model.Tokens, key []byte) bool {
	switch string(key) {
	case "in":
		return s.integer(&t.In)
	case "out":
		return s.integer(&t.Out)
	case "thought":
		return s.integer(&t.Thought)
	}
	return false
}

func (s *scanner) limitField(l *model.Limit, key []byte) bool {
	switch string(key) {
	case "Requests":
		return s.integer(&l.Requests)
	case "Tokens":
		return s.integer(&l.Tokens)
	case "Per":
		return s.duration(&l.Per)
	}
	return false
}

// object reads {"key":value,...} without spaces; field reads each value.
func (s *scanner) object(field func(key []byte) bool) bool {
	if !s.take('{') {
		return false
	}
	if s.take('}') {
		return true
	}
	for {
		key, ok := s.quoted()
		if !ok || !s.take(':') || !field(key) {
			return false
		}
		if s.take('}') {
			return true
		}
		if !s.take(',') {
			return false
		}
	}
}

func (s *scanner) take(c byte) bool {
	if s.at < len(s.data) && s.data[s.at] == c {
		s.at++
		return true
	}
	return false
}

// quoted reads a text without escapes.
func (s *scanner) quoted() ([]byte, bool) {
	if !s.take('"') {
		return nil, false
	}
	from := s.at
	for ; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; {
		case c == '"':
			s.at++
			return s.data[from : s.at-1], true
		case c < ' ' || c >= 0x7f || c == '\\':
			return nil, false
		}
	}
	return nil, false
}

func (s *scanner) text(to *string) bool {
	raw, ok := s.quoted()
	if !ok {
		return false
	}
	known, ok := s.texts[string(raw)]
	if !ok {
		known = string(raw)
		s.texts[known] = known
	}
	*to = known
	return true
}

// unique reads a text that is not expected again.
func (s *scanner) unique(to *string) bool {
	raw, ok := s.quoted()
	*to = string(raw)
	return ok
}

func (s *scanner) time(to *time.Time) bool {
	raw, ok := s.quoted()
	return ok && to.UnmarshalText(raw) == nil
}

func (s *scanner) boolean(to *bool) bool {
	for _, word := range []string{"true", "false"} {
		if end := s.at + len(word); end <= len(s.data) && string(s.data[s.at:end]) == word {
			s.at = end
			*to = word == "true"
			return true
		}
	}
	return false
}

// digits reads a whole number of at most 18 digits.
func (s *scanner) digits(to *int64) bool {
	negative := s.take('-')
	from, n := s.at, int64(0)
	for ; s.at < len(s.data) && s.data[s.at] >= '0' && s.data[s.at] <= '9'; s.at++ {
		n = n*10 + int64(s.data[s.at]-'0')
	}
	length := s.at - from
	if length == 0 || length > 18 || (length > 1 && s.data[from] == '0') {
		return false
	}
	if negative {
		n = -n
	}
	*to = n
	return true
}

func (s *scanner) integer(to *int) bool {
	var n int64
	if !s.digits(&n) || int64(int(n)) != n {
		return false
	}
	*to = int(n)
	return true
}

func (s *scanner) duration(to *time.Duration) bool { return s.digits((*int64)(to)) }

// float reads a number without an exponent, as JSON writes it.
func (s *scanner) float(to *float64) bool {
	from := s.at
	var whole int64
	if !s.digits(&whole) {
		return false
	}
	if s.take('.') {
		first := s.at
		for s.at < len(s.data) && s.data[s.at] >= '0' && s.data[s.at] <= '9' {
			s.at++
		}
		if s.at == first {
			return false
		}
	}
	n, err := strconv.ParseFloat(string(s.data[from:s.at]), 64)
	*to = n
	return err == nil
}
