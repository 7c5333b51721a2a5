package ui

import "fyne.io/fyne/v2"

// key takes the keys of a quiz for a class: letters choose an option, digits
// count its hands. Where a letter is an option's it is not Black or Freeze;
// "." and F5 are.
func (q *roomQuiz) key(name fyne.KeyName) bool {
	if q.aside {
		if name == fyne.KeyV {
			q.toggleAside()
			return true
		}
		return false
	}
	if len(name) == 1 && name[0] >= 'A' && name[0] <= 'Z' && q.count.choose(int(name[0]-'A')) {
		q.changed()
		return true
	}
	if d, ok := digitOf(name); ok {
		if q.count.digit(d) {
			q.changed()
		}
		return true
	}
	switch name {
	case fyne.KeyPlus, fyne.KeyEqual:
		q.add(q.count.chosen, 1)
	case fyne.KeyMinus:
		q.add(q.count.chosen, -1)
	case fyne.KeyDelete:
		if q.count.set(q.count.chosen, 0) {
			q.changed()
		}
	case fyne.KeyV:
		if q.count.told {
			q.toggleAside()
		}
	default:
		return false
	}
	return true
}
