package ui

import (
	"time"

	"edusmart/core"
	"edusmart/core/model"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// keyed is a service that has a key and answers.
func keyed() core.ServiceState {
	return core.ServiceState{
		Key: core.KeyState{Set: true, Tail: "7Qk4", Where: "keyring"}, Online: 1,
		Roles: [3]core.RoleState{
			{Role: story.Text, Models: []string{"gemini-2.5-flash-lite", "gemini-3.5-flash-lite", "gemini-3.1-flash-lite"}, Choices: []string{"gemini-2.5-flash-lite", "gemini-3.5-flash-lite", "gemini-3.1-flash-lite"}},
			{Role: story.Picture, Models: []string{"gemini-nano-banana-2.1", "gemini-3.1-flash-image"}, Choices: []string{"gemini-nano-banana-2.1", "gemini-3.1-flash-image"}},
			{Role: story.Voice, Models: []string{"gemini-3.8-flash-lite-tts", "gemini-3.8-flash-tts"}, Choices: []string{"gemini-3.8-flash-lite-tts", "gemini-3.8-flash-tts"}},
		},
		Voices: []model.VoiceInfo{{ID: "gemini:Aoede", Name: "Aoede, breezy"}, {ID: "gemini:Kore", Name: "Kore, firm"}, {ID: "gemini:Sulafat", Name: "Sulafat, warm"}},
	}
}

// tested is the same after a test of the key, as the look's picture has it.
func tested(now time.Time) core.ServiceState {
	s := keyed()
	s.Roles[0].Test = core.ModelTest{State: core.CellReady, Took: 800 * time.Millisecond}
	s.Roles[0].Instead = "It took the place of gemini-2.0-flash-lite, which was shut down."
	s.Roles[1].Test = core.ModelTest{State: core.CellWaiting, Until: now.Add(4 * time.Second), Say: "Busy."}
	s.Roles[2].Test = core.ModelTest{State: core.CellFailed, Say: "This key may not use it."}
	return s
}

// atHome are the settings of a teacher with a computer voice.
func atHome() core.SettingsState {
	return core.SettingsState{
		Settings: core.Settings{Theme: "light", Grade: 5, Pages: 8, Speed: 1, Volume: 1, Cap: 5, LessMotion: true},
		Voices:   []model.VoiceInfo{{ID: "espeak:en-gb", Name: "English, Britain", Language: "en-GB"}},
	}
}

// spent is a day and a month of use, as the look's picture has it.
func spent(now time.Time) core.UsageState {
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	retries := map[int]int{8: 1, 9: 4, 10: 14, 11: 3, 12: 0, 13: 1}
	today := usage.Summary{
		From: day, To: day.Add(14*time.Hour + 10*time.Minute), Calls: 134, Stories: 2, Retries: 23, Waited: 3*time.Minute + 12*time.Second, Failures: 1, Cost: 1.11,
		Roles: []usage.RoleUse{
			{Role: story.Text, Median: 1400 * time.Millisecond, P95: 3200 * time.Millisecond, Answers: 61},
			{Role: story.Picture, Median: 6800 * time.Millisecond, P95: 14200 * time.Millisecond, Answers: 22},
			{Role: story.Voice, Median: 4100 * time.Millisecond, P95: 9700 * time.Millisecond, Answers: 41},
		},
		Models: []usage.ModelUse{
			{Role: story.Text, Model: "gemini-2.5-flash-lite", Instead: "gemini-2.0-flash-lite", Calls: 64, Retries: 3, Median: 1400 * time.Millisecond, P95: 3200 * time.Millisecond, Cost: 0.08},
			{Role: story.Picture, Model: "gemini-nano-banana-2.1", Instead: "gemini-2.5-flash-image", Calls: 23, Retries: 14, Failures: 1, Median: 6800 * time.Millisecond, P95: 14200 * time.Millisecond, Cost: 0.74},
			{Role: story.Voice, Model: "gemini-2.5-flash-preview-tts", Calls: 47, Retries: 6, Median: 4100 * time.Millisecond, P95: 9700 * time.Millisecond, Cost: 0.29},
		},
		ByStory: []usage.StoryUse{{Story: "volcano-1", Calls: 88, Retries: 19, Cost: 0.72}, {Story: "river-1", Calls: 46, Retries: 4, Cost: 0.39}},
		Quotas: []usage.QuotaUse{
			{Role: story.Picture, Model: "gemini-nano-banana-2.1", Used: 37, Limit: 50, Per: 24 * time.Hour, Reset: now.Add(18*time.Hour + 50*time.Minute)},
			{Role: story.Voice, Model: "gemini-2.5-flash-preview-tts", Used: 53, Limit: 100, Per: 24 * time.Hour, Reset: now.Add(18*time.Hour + 50*time.Minute)},
			{Role: story.Text, Model: "gemini-2.5-flash-lite", Used: 67, Limit: 1000, Per: 24 * time.Hour, Reset: now.Add(18*time.Hour + 50*time.Minute)},
		},
		Alert: &usage.Alert{Time: day.Add(10*time.Hour + 42*time.Minute), Story: "volcano-1", Role: story.Picture, Page: 3, Model: "gemini-nano-banana-2.1", Kind: model.Busy},
	}
	month := today
	month.From, month.Calls, month.Stories, month.Retries, month.Cost, month.Alert = day.AddDate(0, 0, 1-day.Day()), 410, 6, 61, 1.83, nil
	month.Waited, month.Hours = 9*time.Minute, nil
	for h := range 24 {
		u := usage.HourUse{Start: day.Add(time.Duration(h) * time.Hour), Retries: retries[h]}
		if h >= 8 && h <= 13 {
			u.Calls = 20 + retries[h]
		}
		if h == 10 {
			u.Failed = 1
		}
		today.Hours = append(today.Hours, u)
	}
	for d := range 30 {
		u := usage.HourUse{Start: month.From.AddDate(0, 0, d)}
		if d < day.Day() {
			u.Calls, u.Retries = 10+d, d*7%13
		}
		month.Hours = append(month.Hours, u)
	}
	return core.UsageState{Today: today, Month: month, Cap: 5, Log: attempts(day.Add(10 * time.Hour))}
}

// attempts is the log of one call that gave up, and of one that did not.
func attempts(from time.Time) []model.Use {
	var log []model.Use
	waits := []time.Duration{0, time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 16 * time.Second}
	at := from
	for i, w := range waits {
		at = at.Add(w + 2*time.Second)
		log = append(log, model.Use{
			Time: at, Story: "volcano-1", Role: story.Picture, Page: 3, Op: "illustrate page", Model: "gemini-nano-banana-2.1",
			N: i + 1, Of: 6, Kind: model.Busy, Final: i == 5, Latency: 2 * time.Second, Waited: w,
		})
	}
	for i := range 20 {
		log = append(log, model.Use{
			Time: at.Add(time.Duration(i+1) * 20 * time.Second), Story: "volcano-1", Role: story.Voice, Page: i % 8, Op: "narrate page",
			Model: "gemini-2.5-flash-preview-tts", N: 1, Of: 6, Latency: 4100 * time.Millisecond, Cost: 0.0056,
		})
	}
	return log
}
