package epub

import (
	"testing"

	"edusmart/core/export/exporttest"
)

func TestTmpWrite(t *testing.T) {
	for l, w := range layouts {
		exporttest.Save(t, "/tmp/shots/en-"+l+".epub", exporttest.Write(t, exporttest.Lesson(t, "en").Content(t), w))
		exporttest.Save(t, "/tmp/shots/en-ar-"+l+".epub", exporttest.Write(t, exporttest.Bilingual(t, "en", "ar").Content(t), w))
		exporttest.Save(t, "/tmp/shots/ar-"+l+".epub", exporttest.Write(t, exporttest.Lesson(t, "ar").Content(t), w))
	}
}
