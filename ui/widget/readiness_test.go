package widget

import (
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func readyRow() ReadinessRow {
	ready := PartCell{State: PartReady, Word: "Ready"}
	return ReadinessRow{ready, ready, ready}
}

func TestBoardRetriesAFailedPartAndOnlyThat(t *testing.T) {
	test.NewTempApp(t)
	b := NewReadiness()
	retried, page := [2]int{-1, -1}, -1
	b.OnRetry = func(row, column int) { retried = [2]int{row, column} }
	b.OnPage = func(row int) { page = row }
	rows := []ReadinessRow{readyRow(), readyRow()}
	rows[1][2] = PartCell{State: PartFailed, Word: "Retry"}
	b.SetRows(rows, 0)

	test.Tap(b.rows[1].parts[0])
	if page != 1 || retried != [2]int{-1, -1} {
		t.Errorf("pressing a ready part went to page %d and retried %v, want page 1 and nothing", page, retried)
	}
	test.Tap(b.rows[1].parts[2])
	if want := [2]int{1, 2}; retried != want {
		t.Errorf("retried %v, want %v", retried, want)
	}
	retried = [2]int{-1, -1}
	b.rows[1].parts[2].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := [2]int{1, 2}; retried != want {
		t.Errorf("Return on the failed part retried %v, want %v", retried, want)
	}
}

func TestOnlyFailedPartsTakeTheFocus(t *testing.T) {
	test.NewTempApp(t)
	b := NewReadiness()
	rows := []ReadinessRow{readyRow(), readyRow(), readyRow()}
	rows[1][1] = PartCell{State: PartFailed, Word: "Retry"}
	b.SetRows(rows, 0)
	w := test.NewTempWindow(t, b)
	w.Resize(fyne.NewSize(396, 300))
	test.FocusNext(w.Canvas())
	if w.Canvas().Focused() != fyne.Focusable(b.rows[1].parts[1]) {
		t.Errorf("Tab leads to %v, want the failed picture", w.Canvas().Focused())
	}
}

func TestAWaitingPartCountsDownInItsCell(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		test.NewTempApp(t)
		b := NewReadiness()
		row := readyRow()
		row[1] = PartCell{State: PartWaiting, Until: time.Now().Add(12 * time.Second), Attempt: 3, Of: 6}
		b.SetRows([]ReadinessRow{row}, 0)
		strong, rest := b.rows[0].parts[1].words()
		if strong != "12 s" || rest != "3 of 6" {
			t.Errorf("says %q %q, want 12 s, 3 of 6", strong, rest)
		}
		time.Sleep(5 * time.Second)
		if strong, _ := b.rows[0].parts[1].words(); strong != "7 s" {
			t.Errorf("5 s later it says %q, want 7 s", strong)
		}
	})
}

func TestAPartMadeHereForAReasonIsAWayOnByMouseAndKeyboard(t *testing.T) {
	test.NewTempApp(t)
	b := NewReadiness()
	told := [][2]int{}
	b.OnHere = func(row, column int, _ fyne.CanvasObject) { told = append(told, [2]int{row, column}) }
	rows := []ReadinessRow{readyRow(), readyRow()}
	rows[0][1] = PartCell{State: PartHere, Word: "From the file"}
	rows[1][2] = PartCell{State: PartHere, Word: "Computer", Why: "The day’s quota is used up."}
	b.SetRows(rows, 0)
	w := test.NewTempWindow(t, b)
	w.Resize(fyne.NewSize(396, 300))
	mark := b.rows[1].parts[2]
	test.FocusNext(w.Canvas())
	if w.Canvas().Focused() != fyne.Focusable(mark) {
		t.Fatalf("Tab leads to %v, want the part with a reason", w.Canvas().Focused())
	}
	mark.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Tap(mark)
	test.Tap(b.rows[0].parts[1])
	if len(told) != 2 || told[0] != [2]int{1, 2} {
		t.Errorf("told of %v, want row 1, column 2 twice", told)
	}
	if mark.tip.text != "The day’s quota is used up." {
		t.Errorf("the pointer is told %q", mark.tip.text)
	}
}
