package web

import (
	"io"
	"runtime"
	"testing"

	"edusmart/core/export/exporttest"
)

// BenchmarkTenPages writes ten pages with half a minute of voice each.
func BenchmarkTenPages(b *testing.B) {
	book := exporttest.NewBook("Ten pages", "en")
	for range 10 {
		p := book.Page("A page", 30, "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty.")
		book.Speak(b, p, 24000)
	}
	c := book.Content(b)
	var size countWriter
	for b.Loop() {
		size = 0
		if err := Write(b.Context(), c, &size, nil); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(size)/1e6, "MB-file")
	b.ReportMetric(float64(m.HeapSys)/1e6, "MB-heap")
}

type countWriter int

var _ io.Writer = (*countWriter)(nil)

func (n *countWriter) Write(b []byte) (int, error) {
	*n += countWriter(len(b))
	return len(b), nil
}
