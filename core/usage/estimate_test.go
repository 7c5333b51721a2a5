package usage

import (
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

var tenPages = EstimateInput{Words: 3000, Pages: 10, Text: writer, Picture: illustrator, Voice: narrator}

func TestATenPageStoryCostsAsGoogleSays(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	l.SetCap(5)
	send(t, l, voice("s", time.Now(), 0.25))
	o := tenPages
	o.Picture, o.Voice = "gemini-nano-banana-2.1", "gemini-3.8-flash-lite-tts"
	e := l.Estimate(o)
	if e.Low > 0.40 || e.High < 0.40 || e.High > 0.60 || e.Low < 0.35 {
		t.Errorf("it may cost %v to %v, want a range around 0.40", e.Low, e.High)
	}
	if e.Calls != 21 || e.Cap != 5 || !closeTo(e.SpentMonth, 0.25) {
		t.Errorf("the estimate is %+v", e)
	}
	if e.LowTime <= 0 || e.Time <= e.LowTime || e.Time > 5*time.Minute {
		t.Errorf("it may take %v to %v", e.LowTime, e.Time)
	}
}

func TestWhatThisComputerMakesCostsNothing(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	if e := l.Estimate(EstimateInput{Words: 3000, Pages: 10}); e != (Estimate{}) {
		t.Errorf("the estimate is %+v", e)
	}
	whole := l.Estimate(tenPages)
	o := tenPages
	o.Picture = ""
	if e := l.Estimate(o); e.Calls != 11 || e.High > whole.High-0.38 {
		t.Errorf("without pictures %+v, with them %+v", e, whole)
	}
}

func TestMoreWordsCostMore(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	last := Estimate{}
	for _, o := range []EstimateInput{
		{Words: 100, Pages: 5, Text: writer},
		{Words: 10_000, Pages: 5, Text: writer},
		{Words: 10_000, Pages: 8, Text: writer},
		{Words: 10_000, Scanned: 20, Pages: 8, Text: writer},
		{Words: 10_000, Scanned: 20, Pages: 8, Text: "unknown"},
	} {
		e := l.Estimate(o)
		if e.Low <= last.Low || e.High <= last.High || e.Low >= e.High {
			t.Errorf("%+v costs %v to %v, less than %v to %v", o, e.Low, e.High, last.Low, last.High)
		}
		last = e
	}
}

func TestTheTimeComesFromWhatWasMeasured(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	o := EstimateInput{Pages: 8, Voice: narrator}
	assumed := l.Estimate(o)
	for i := range enoughAnswers {
		u := voice("s", time.Now(), 0.001)
		u.Latency = time.Duration(i+1) * time.Second
		if i == enoughAnswers-1 {
			if e := l.Estimate(o); e.LowTime != assumed.LowTime {
				t.Errorf("with %d answers it may take %v, want %v", i, e.LowTime, assumed.LowTime)
			}
		}
		send(t, l, u)
	}
	if e := l.Estimate(o); e.LowTime != 2*3*time.Second || e.Time != 4*5*time.Second {
		t.Errorf("it may take %v to %v, want two rounds of 3 s to four of 5 s", e.LowTime, e.Time)
	}
	send(t, l, model.Use{Role: story.Voice, Model: narrator, Kind: model.Quota, N: 1, Of: 6, Limit: model.Limit{Requests: 5, Per: time.Minute}})
	if e := l.Estimate(o); e.LowTime != 7*12*time.Second || e.Time != 7*12*time.Second+5*time.Second {
		t.Errorf("under 5 a minute it may take %v to %v", e.LowTime, e.Time)
	}
}
