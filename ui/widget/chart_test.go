package widget

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// words gives every text a widget draws, with where it stands.
func words(w fyne.Widget) map[string]fyne.CanvasObject {
	all := map[string]fyne.CanvasObject{}
	for _, o := range test.WidgetRenderer(w).Objects() {
		if t, ok := o.(*Text); ok {
			all[t.Text()] = t
		}
	}
	return all
}

func TestTheAxisReachesTheLongestSpanInRoundSteps(t *testing.T) {
	for most, want := range map[time.Duration]float64{
		300 * time.Millisecond: 0.5, 2 * time.Second: 0.5, 3 * time.Second: 1, 14200 * time.Millisecond: 4,
		17 * time.Second: 5, 20 * time.Second: 5, 21 * time.Second: 10, 95 * time.Second: 40, 170 * time.Second: 50,
	} {
		got := tickStep(most)
		if got != want || 4*got < most.Seconds() {
			t.Errorf("%v: steps of %v s, want %v", most, got, want)
		}
	}
}

func TestSpansThatAreTooShortForTheirFiguresHaveThemBehind(t *testing.T) {
	test.NewTempApp(t)
	c := NewSpanChart()
	c.Resize(fyne.NewSize(420, 172))
	c.Set([]Span{{Name: "Text", Median: 200 * time.Millisecond, P95: 300 * time.Millisecond}, {Name: "Pictures", Median: 7 * time.Second, P95: 14 * time.Second}, {Name: "Voice"}})
	all := words(c)
	behind, there := all["0.2 and 0.3"]
	if !there {
		t.Fatalf("the chart says %v", all)
	}
	if x := behind.Position().X; x < spanNames+6 {
		t.Errorf("the figures of a short span stand at %v, on their bars", x)
	}
	for _, want := range []string{"7.0", "14.0", "0 s", "16 s", "No answer yet"} {
		if all[want] == nil {
			t.Errorf("no %q", want)
		}
	}
}

func TestColumnsStandInProportionAndOnlyWhereTheyHaveCome(t *testing.T) {
	test.NewTempApp(t)
	c := NewColumnChart()
	c.Resize(fyne.NewSize(360, 172))
	c.Set([]Column{{Name: "08", Value: 5, Known: true}, {Name: "09", Value: 10, Known: true, Failed: true}, {Name: "noon", Value: 0, Known: true}, {Name: "11"}})
	all := words(c)
	for _, want := range []string{"5", "10", "0", "08", "11"} {
		if all[want] == nil {
			t.Errorf("no %q in %v", want, all)
		}
	}
	base := c.Size().Height - columnAxis
	high, low := base-all["10"].Position().Y-19, base-all["5"].Position().Y-19
	if high < 1.9*low || high > 2.1*low {
		t.Errorf("10 is %v high, 5 is %v", high, low)
	}
}

func TestManyColumnsKeepTheirNamesApart(t *testing.T) {
	test.NewTempApp(t)
	c := NewColumnChart()
	c.Resize(fyne.NewSize(250, 172))
	var columns []Column
	for d := range 31 {
		columns = append(columns, Column{Name: string(rune('A' + d)), Value: d, Known: true})
	}
	c.Set(columns)
	named := 0
	for _, o := range words(c) {
		if o.Position().Y > c.Size().Height-columnAxis {
			named++
		}
	}
	if named < 5 || named > 11 {
		t.Errorf("%d of 31 columns are named in 250 pixels", named)
	}
}

func TestAFigureOfAChartIsToldExactlyToThePointer(t *testing.T) {
	test.NewTempApp(t)
	c := NewColumnChart()
	w := test.NewTempWindow(t, nil)
	w.SetContent(container.NewStack(c, NewLayer()))
	w.Resize(fyne.NewSize(400, 240))
	c.Set([]Column{{Name: "10", Value: 14, Known: true, Tip: "10:00 to 11:00: 34 calls, 14 retries"}})
	spot := test.WidgetRenderer(c).(*columnRenderer).spots[0]
	spot.MouseIn(&desktop.MouseEvent{})
	spot.tip.show()
	if spot.tip.shown == nil {
		t.Fatal("nothing is told")
	}
	c.Set([]Column{{Name: "10", Value: 15, Known: true, Tip: "10:00 to 11:00: 35 calls, 15 retries"}})
	if test.WidgetRenderer(c).(*columnRenderer).spots[0] != spot {
		t.Error("what the pointer rests on is another one when figures arrive")
	}
	spot.MouseOut()
	if spot.tip.shown != nil {
		t.Error("it stays when the pointer has left")
	}
}
