package ui

import (
	"fmt"
	"strings"
	"time"

	"edusmart/core"
	"edusmart/core/story"
)

// restNotice is what the notice of a resting model tells at the moment.
type restNotice struct {
	part   story.PartKind
	until  time.Time
	closed map[story.PartKind]time.Time // of which role, and until when
}

// restingRole gives the role whose model takes no calls for longest, of those
// that this story still waits for.
func (s *storyScreen) restingRole() (role core.RoleState, found bool) {
	if !s.state.Job.Active() {
		return role, false
	}
	now := time.Now()
	for i, r := range s.service.Roles {
		part := partNames[i]
		if !resting(r, now) || !s.wants(part) || s.rests.closed[part].Equal(r.Until) {
			continue
		}
		if !found || r.Until.After(role.Until) {
			role, found = r, true
			role.Role = part
		}
	}
	return role, found
}

// wants reports whether a part of some page is still to come from the service.
func (s *storyScreen) wants(part story.PartKind) bool {
	if s.state.Story != nil && makerOf(s.state.Story.Options, part) == story.Device {
		return false
	}
	rows := s.state.Board()
	for _, r := range rows {
		if !cellOf(r, part).State.Ended() {
			return true
		}
	}
	return len(rows) == 0
}

// makerOf is who was asked for a part.
func makerOf(o story.Options, part story.PartKind) story.Maker {
	switch part {
	case story.Picture:
		return o.Illustrator
	case story.Voice:
		return o.Narrator
	default:
		return o.Writer
	}
}

// cellOf is a part's cell of a row.
func cellOf(r core.Row, part story.PartKind) core.Cell {
	switch part {
	case story.Picture:
		return r.Picture
	case story.Voice:
		return r.Voice
	default:
		return r.Text
	}
}

// showRest shows, or takes away, the notice of a resting model.
func (s *storyScreen) showRest() {
	role, on := s.restingRole()
	on = on && s.step == stepMake
	if on {
		s.rests.part, s.rests.until = role.Role, role.Until
		s.tellRest(role)
	} else {
		s.rest.StopCounting()
	}
	if on != s.rest.Visible() {
		visible(s.rest, on)
		s.root.Refresh()
	}
}

// tellRest says how long a model rests and what goes on: a short rest is
// counted down, a long one ends at a time of day.
func (s *storyScreen) tellRest(role core.RoleState) {
	if now := time.Now(); role.Until.Sub(now) > restLong {
		s.rest.StopCounting()
		why := orElse(role.Why, restSubject(role.Role)+" for now.")
		s.rest.SetText(why + " It goes on " + untilWords(role.Until, now) + ".")
		return
	}
	others := s.goingOn(role.Role)
	s.rest.CountTo(role.Until, func(left int) string {
		if left == 0 {
			return restSubject(role.Role) + " no longer."
		}
		return fmt.Sprintf("%s for %d s. %s", restSubject(role.Role), left, others)
	})
}

// restSubject begins the sentence about a resting model.
func restSubject(part story.PartKind) string {
	switch part {
	case story.Picture:
		return "Gemini’s pictures rest"
	case story.Voice:
		return "Gemini’s voice rests"
	default:
		return "Gemini’s text rests"
	}
}

// goingOn names the other parts that still come: "Text and pictures go on."
func (s *storyScreen) goingOn(but story.PartKind) string {
	var names []string
	now := time.Now()
	for i, part := range partNames {
		if part != but && s.wants(part) && !resting(s.service.Roles[i], now) {
			names = append(names, strings.ToLower(roleNames[i]))
		}
	}
	switch {
	case len(names) == 0:
		return "It goes on by itself."
	case len(names) == 2:
		return sentenceCase(names[0]+" and "+names[1]) + " go on."
	case names[0] == "pictures":
		return "Pictures go on."
	default:
		return sentenceCase(names[0]) + " goes on."
	}
}

func sentenceCase(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// closeRest takes the notice away until the model rests again.
func (s *storyScreen) closeRest() {
	if s.rests.closed == nil {
		s.rests.closed = map[story.PartKind]time.Time{}
	}
	s.rests.closed[s.rests.part] = s.rests.until
	s.showRest()
}

// useDevice has this computer make what is still to come of the resting part.
func (s *storyScreen) useDevice() {
	s.commands.UseDevice(s.id, -1, s.rests.part)
	s.closeRest()
}
