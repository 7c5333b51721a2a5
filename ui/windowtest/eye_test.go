package windowtest

import (
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
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
