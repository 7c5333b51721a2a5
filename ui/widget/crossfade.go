package widget

import "fyne.io/fyne/v2"

// crossFade runs a page turn: it gives tick the share of it that is done, from
// 0 to 1, eased, and calls end when it is over. With less motion it is over at
// once. tick has a frame drawn, cheaply: refreshing what fades would upload it
// to the screen again with every frame.
func crossFade(tick func(done float32), end func()) *fyne.Animation {
	d := Motion(MotionPanel)
	if d == 0 {
		tick(1)
		end()
		return nil
	}
	tick(0)
	a := fyne.NewAnimation(d, func(done float32) {
		tick(done)
		if done >= 1 {
			end()
		}
	})
	a.Curve = fyne.AnimationEaseOut
	a.Start()
	return a
}
