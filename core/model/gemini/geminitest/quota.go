package geminitest

import "time"

// window counts the requests of one model.
type window struct {
	minute []time.Time // of the last minute, or of the present one
	day    []time.Time
}

// denial says why a request is turned away.
type denial struct {
	limit  int
	perDay bool
	wait   time.Duration // until there is room again; 0: not told
	hints  bool
}

// admit takes a request of the model in, or says which limit forbids it.
func (s *Server) admit(modelName string, now time.Time) (d denial, ok bool) {
	q, known := s.options.Quotas[modelName]
	if !known {
		q = s.options.Quotas[""]
	}
	if q.None {
		return denial{hints: true, wait: s.options.Hint}, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	w := s.windows[modelName]
	if w == nil {
		w = &window{}
		s.windows[modelName] = w
	}
	from := now.Truncate(time.Minute)
	if q.Sliding {
		from = now.Add(-time.Minute)
	}
	w.minute = since(w.minute, from, q.Sliding)
	w.day = since(w.day, now.Truncate(24*time.Hour), false)
	if q.PerDay > 0 && len(w.day) >= q.PerDay {
		return denial{limit: q.PerDay, perDay: true, hints: q.Hints}, false
	}
	if q.PerMinute > 0 && len(w.minute) >= q.PerMinute {
		wait := from.Add(time.Minute).Sub(now)
		if q.Sliding {
			wait = w.minute[0].Add(time.Minute).Sub(now)
		}
		return denial{limit: q.PerMinute, wait: wait, hints: q.Hints}, false
	}
	w.minute, w.day = append(w.minute, now), append(w.day, now)
	return denial{}, true
}

// since drops the times before from; after tells that from itself is out too.
func since(times []time.Time, from time.Time, after bool) []time.Time {
	for len(times) > 0 && (times[0].Before(from) || after && times[0].Equal(from)) {
		times = times[1:]
	}
	return times
}
