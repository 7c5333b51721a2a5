package windowtest

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// eye looks at the screen often enough to time a frame.
type eye struct {
	conn   *xgb.Conn
	screen *xproto.ScreenInfo
}

func newEye(display string) (*eye, error) {
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, err
	}
	return &eye{conn, xproto.Setup(conn).DefaultScreen(conn)}, nil
}

func (e *eye) close() { e.conn.Close() }

// row gives the pixels of the line of the screen at height y, as BGRX bytes.
func (e *eye) row(y int) []byte {
	reply, err := xproto.GetImage(e.conn, xproto.ImageFormatZPixmap, xproto.Drawable(e.screen.Root),
		0, int16(y), e.screen.WidthInPixels, 1, ^uint32(0)).Reply()
	if err != nil {
		return nil
	}
	return reply.Data
}

// watch has the eye told of everything that is drawn on the screen. Looking
// again and again would take the processor from those who draw.
func (e *eye) watch() error {
	if err := errors.Join(damage.Init(e.conn), xtest.Init(e.conn)); err != nil {
		return err
	}
	if _, err := damage.QueryVersion(e.conn, 1, 1).Reply(); err != nil {
		return err
	}
	id, err := damage.NewDamageId(e.conn)
	if err != nil {
		return err
	}
	return damage.CreateChecked(e.conn, id, xproto.Drawable(e.screen.Root), damage.ReportLevelRawRectangles).Check()
}

// turn presses a key and gives the time until what look gives has changed, as
// X sees both. Something must have been drawn before it looks again.
func (e *eye) turn(b *testing.B, key xproto.Keysym, look func() []byte) time.Duration {
	b.Helper()
	for { // what was drawn before
		if event, _ := e.conn.PollForEvent(); event == nil {
			break
		}
	}
	before, begun := look(), time.Now()
	e.press(b, key)
	return e.until(b, begun, func() bool { return !bytes.Equal(before, look()) })
}

// until waits until something is drawn with which what is wanted is there, and
// gives the time since it was begun.
func (e *eye) until(b *testing.B, begun time.Time, there func() bool) time.Duration {
	b.Helper()
	late := time.AfterFunc(20*time.Second, e.conn.Close)
	defer late.Stop()
	for {
		event, err := e.conn.WaitForEvent()
		if event == nil && err == nil {
			b.Fatal("what is waited for is not drawn")
		}
		seen := time.Since(begun)
		if _, drawn := event.(damage.NotifyEvent); drawn && there() {
			return seen
		}
	}
}

// dark reports whether less than half of the middle of the screen is light: a
// window that is there but has not been painted is dark inside its frame.
func (e *eye) dark() bool {
	row := e.row(int(e.screen.HeightInPixels) / 2)
	light := 0
	for i := 0; i+3 < len(row); i += 4 {
		if row[i] > 0x80 && row[i+1] > 0x80 && row[i+2] > 0x80 {
			light++
		}
	}
	return light < len(row)/4/2
}
