package gemini_test

import (
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/model"
	"edusmart/core/model/gemini"
	gt "edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// do sends one call of the role and gives its error and, for a text, how many
// pages came before it.
func do(t testing.TB, c *gemini.Client, role story.PartKind) (pages int, err error) {
	t.Helper()
	switch role {
	case story.Text:
		drafts, err := write(t, c.Writer(textModel), brief())
		if len(drafts) > 0 {
			pages = len(drafts[len(drafts)-1].Pages)
		}
		return pages, err
	case story.Picture:
		_, err = c.Illustrator(pictureModel).Illustrate(t.Context(), scene())
	case story.Voice:
		_, err = c.Narrator(voiceModel).Narrate(t.Context(), script())
	}
	return 0, err
}

// outcome is what a fault must come to.
type outcome struct {
	kind  model.Kind
	after time.Duration // RetryAfter
	check func(t *testing.T, e *model.Error)
}

const hint = 53 * time.Second

func limit(requests, tokens int, per time.Duration) func(*testing.T, *model.Error) {
	return func(t *testing.T, e *model.Error) {
		t.Helper()
		if want := (model.Limit{Requests: requests, Tokens: tokens, Per: per}); e.Limit != want {
			t.Errorf("limit %+v, want %+v", e.Limit, want)
		}
	}
}

func replaced(by string) func(*testing.T, *model.Error) {
	return func(t *testing.T, e *model.Error) {
		t.Helper()
		if e.Replacement != by {
			t.Errorf("replacement %q, want %q", e.Replacement, by)
		}
	}
}

// counted checks that an answer that came has been counted.
func counted(t *testing.T, e *model.Error) {
	t.Helper()
	if e.Tokens.In == 0 {
		t.Errorf("the answer was counted by the service, and is not here: %+v", e.Tokens)
	}
}

// everyRole is what the faults of every role come to: the table of GEMINI.md.
var everyRole = map[gt.Fault]outcome{
	gt.BareQuota:      {model.Quota, 0, limit(0, 0, 0)},
	gt.QuotaMinute:    {model.Quota, hint + 16*time.Millisecond, limit(10, 0, time.Minute)},
	gt.QuotaReordered: {model.Quota, hint, limit(10, 0, time.Minute)},
	gt.QuotaMessage:   {model.Quota, hint, limit(0, 0, 0)},
	gt.QuotaHeader:    {model.Quota, hint, limit(0, 0, 0)},
	gt.QuotaTokens:    {model.Quota, hint, limit(0, 250_000, time.Minute)},
	gt.ErrorList:      {model.Quota, hint, limit(10, 0, time.Minute)},
	gt.QuotaDay: {model.QuotaDay, 0, func(t *testing.T, e *model.Error) {
		limit(200, 0, 24*time.Hour)(t, e)
		// The bubble's clock begins on 2000-01-01 at 00:00 UTC, 16:00 the
		// day before in Los Angeles.
		if want := time.Date(2000, 1, 1, 8, 0, 0, 0, time.UTC); !e.Reset.Equal(want) {
			t.Errorf("reset at %v, want %v", e.Reset, want)
		}
	}},
	gt.QuotaNone: {model.QuotaDay, 0, func(t *testing.T, e *model.Error) {
		if !e.Reset.IsZero() {
			t.Errorf("a plan without the model is said to have it again at %v", e.Reset)
		}
	}},
	gt.QuotaLong: {model.QuotaDay, 0, func(t *testing.T, e *model.Error) {
		if want := time.Now().Add(time.Hour); e.Reset.Sub(want).Abs() > time.Second {
			t.Errorf("reset at %v, want %v", e.Reset, want)
		}
	}},
	gt.Internal:        {kind: model.Busy},
	gt.BadGateway:      {kind: model.Busy},
	gt.Overloaded:      {kind: model.Busy},
	gt.GatewayTimeout:  {kind: model.Busy},
	gt.NoCode:          {kind: model.Busy},
	gt.HTMLPage:        {kind: model.Busy},
	gt.BadKey:          {kind: model.Key},
	gt.FreeTierCountry: {kind: model.Key},
	gt.LeakedKey:       {kind: model.Key},
	gt.Forbidden:       {kind: model.Key},
	gt.GoneNewer:       {model.Gone, 0, replaced("")},
	gt.GoneNamed:       {model.Gone, 0, replaced("gemini-test-replacement")},
	gt.GoneNamed400:    {model.Gone, 0, replaced("gemini-test-replacement")},
	gt.NeverExisted:    {model.Gone, 0, replaced("")},
	gt.BadRequest:      {kind: model.Refused},
	gt.SignIn:          {kind: model.Offline},
	gt.Redirect:        {kind: model.Offline},
	gt.Garbage:         {kind: model.Unusable},
	gt.OddShape:        {kind: model.Unusable},
	gt.HugeBody:        {kind: model.Unusable},
	gt.Refuse:          {kind: model.Offline},
	gt.Reset:           {kind: model.Offline},
	gt.Drop:            {kind: model.Offline},
	gt.DropMidway:      {kind: model.Offline},
	gt.Hang:            {kind: model.Busy},
	gt.BlockSafety:     {model.Refused, 0, counted},
	gt.BlockOther:      {model.Unusable, 0, counted},
	gt.BlockList:       {model.Refused, 0, counted},
	gt.BlockProhibited: {model.Refused, 0, counted},
	gt.BlockImage:      {model.Refused, 0, counted},
	gt.NoParts:         {model.Unusable, 0, counted},
	gt.FinishSafety:    {model.Refused, 0, counted},
	gt.FinishOther:     {model.Unusable, 0, counted},
	gt.NoCandidates:    {model.Unusable, 0, counted},
}

// ofRole is what a role's own faults come to, and what differs for it.
var ofRole = map[story.PartKind]map[gt.Fault]outcome{
	story.Text: {
		gt.HangMidway:     {kind: model.Busy},
		gt.CutStream:      {model.Busy, 0, counted},
		gt.MaxTokens:      {model.Unusable, 0, counted},
		gt.NoQuiz:         {model.Unusable, 0, counted},
		gt.Prose:          {model.Unusable, 0, counted},
		gt.MidStreamQuota: {model.Quota, hint + 16*time.Millisecond, counted},
		gt.MidStreamBare:  {model.Busy, 0, counted},
	},
	story.Picture: {
		// What is refused the first time is asked again, more gently.
		gt.BlockSafety: {kind: model.Unusable}, gt.BlockList: {kind: model.Unusable}, gt.BlockProhibited: {kind: model.Unusable},
		gt.BlockImage: {kind: model.Unusable}, gt.FinishSafety: {kind: model.Unusable},
		gt.NoImage:         {model.Unusable, 0, counted},
		gt.ImageSafety:     {model.Unusable, 0, counted},
		gt.ImageProhibited: {model.Unusable, 0, counted},
		gt.ImageRecitation: {model.Unusable, 0, counted},
		gt.ImageOther:      {model.Unusable, 0, counted},
		gt.TextOnly:        {model.Unusable, 0, counted},
		gt.BrokenImage:     {model.Unusable, 0, counted},
		gt.TinyImage:       {model.Unusable, 0, counted},
	},
	story.Voice: {
		gt.TextOnly:   {model.Unusable, 0, counted},
		gt.EmptyWAV:   {model.Unusable, 0, counted},
		gt.Silence:    {model.Unusable, 0, counted},
		gt.ShortAudio: {model.Unusable, 0, counted},
		gt.OddAudio:   {model.Unusable, 0, counted},
		gt.CutAudio:   {model.Unusable, 0, counted},
	},
}

func TestEveryFaultIsClassified(t *testing.T) {
	for _, role := range []story.PartKind{story.Text, story.Picture, story.Voice} {
		for _, f := range gt.Faults(role) {
			t.Run(string(role)+"/"+string(f), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					s := gt.New(gt.Options{Key: key, PictureSide: 128, VoiceRate: 8000})
					c := connect(t, s)
					s.Script(role, f)
					_, err := do(t, c, role)
					if n := s.Count(role); n != 1 {
						t.Errorf("one call was %d requests", n)
					}
					want, known := ofRole[role][f]
					if !known {
						want, known = everyRole[f]
					}
					switch {
					case f.Harmless() && err != nil:
						t.Errorf("an answer that can be used is not: %v", err)
						return
					case f.Harmless():
						return
					case !known:
						t.Fatalf("no outcome is written down for %q", f)
					case err == nil:
						t.Fatal("no error")
					}
					e := checkError(t, err, want.kind)
					if e.RetryAfter != want.after {
						t.Errorf("retry after %v, want %v", e.RetryAfter, want.after)
					}
					if want.check != nil {
						want.check(t, e)
					}
				})
			})
		}
	}
}

// Pages that came whole before the text broke off stand.
func TestPagesBeforeABreakStand(t *testing.T) {
	for _, f := range []gt.Fault{gt.CutStream, gt.MaxTokens, gt.DropMidway, gt.HangMidway, gt.MidStreamQuota, gt.MidStreamBare, gt.NoQuiz} {
		t.Run(string(f), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := gt.New(gt.Options{Key: key})
				s.Script(story.Text, f)
				if pages, err := do(t, connect(t, s), story.Text); err == nil || pages == 0 {
					t.Errorf("%d pages before %v", pages, err)
				}
			})
		})
	}
}

func TestDeadlines(t *testing.T) {
	slow := func(role story.PartKind, first, rest time.Duration) gt.Options {
		return gt.Options{Key: key, PictureSide: 128, VoiceRate: 8000, Latency: map[story.PartKind]gt.Latency{role: {First: first, Rest: rest}}}
	}
	for name, tt := range map[string]struct {
		role  story.PartKind
		o     gt.Options
		fault gt.Fault
		after time.Duration
	}{
		"a text that never begins":            {story.Text, slow(story.Text, 0, 0), gt.Hang, 60 * time.Second},
		"a text that stops after 10 s":        {story.Text, slow(story.Text, 10*time.Second, 0), gt.HangMidway, 70 * time.Second},
		"a text that takes four minutes":      {story.Text, slow(story.Text, time.Second, 4*time.Minute), "", 180 * time.Second},
		"a picture that never comes":          {story.Picture, slow(story.Picture, 0, 0), gt.Hang, 120 * time.Second},
		"a voice that comes after two hours":  {story.Voice, slow(story.Voice, 2*time.Hour, 0), "", 120 * time.Second},
		"a picture that comes after a minute": {story.Picture, slow(story.Picture, time.Minute, 0), "", 0},
		"a text that streams for 170 s":       {story.Text, slow(story.Text, 50*time.Second, 120*time.Second), "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := gt.New(tt.o)
				s.Script(tt.role, tt.fault)
				start := time.Now()
				_, err := do(t, connect(t, s), tt.role)
				if tt.after == 0 {
					if err != nil {
						t.Error(err)
					}
					return
				}
				checkError(t, err, model.Busy)
				if took := time.Since(start); took != tt.after {
					t.Errorf("after %v, want %v", took, tt.after)
				}
			})
		})
	}
}

// The time that the caller takes over a draft is not the service's silence.
func TestACallerMayTakeItsTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := connect(t, gt.New(gt.Options{Key: key}))
		slept := false
		for d, err := range c.Writer(textModel).Write(t.Context(), brief()) {
			if err != nil {
				t.Fatal(err)
			}
			if !slept && !d.Done {
				slept = true
				time.Sleep(90 * time.Second)
			}
		}
		if !slept {
			t.Error("there was no draft before the last")
		}
	})
}
