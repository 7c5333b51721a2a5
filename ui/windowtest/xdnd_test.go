package windowtest

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// drop drops files on a window as a file manager does: it owns the selection
// XdndSelection and speaks version 5 of the XDND protocol
// (freedesktop.org, "Drag-and-Drop Protocol for the X Window System").
func drop(display string, window uint32, x, y int, files ...string) error {
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return err
	}
	defer conn.Close()
	d := dragger{conn: conn, target: xproto.Window(window), atoms: map[string]xproto.Atom{}}
	if err := d.prepare(files); err != nil {
		return err
	}
	if err := d.enter(x, y); err != nil {
		return err
	}
	return d.serve(time.Now().Add(10 * time.Second))
}

type dragger struct {
	conn   *xgb.Conn
	source xproto.Window
	target xproto.Window
	root   xproto.Window
	atoms  map[string]xproto.Atom
	uris   string
}

// prepare makes the source window, the selection and the list of files.
func (d *dragger) prepare(files []string) error {
	for _, name := range []string{
		"XdndSelection", "XdndEnter", "XdndPosition", "XdndStatus", "XdndDrop",
		"XdndFinished", "XdndActionCopy", "text/uri-list",
	} {
		reply, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			return err
		}
		d.atoms[name] = reply.Atom
	}
	for _, f := range files {
		abs, err := filepath.Abs(f)
		if err != nil {
			return err
		}
		d.uris += (&url.URL{Scheme: "file", Path: abs}).String() + "\r\n"
	}
	screen := xproto.Setup(d.conn).DefaultScreen(d.conn)
	d.root = screen.Root
	var err error
	if d.source, err = xproto.NewWindowId(d.conn); err != nil {
		return err
	}
	return errors.Join(
		xproto.CreateWindowChecked(d.conn, screen.RootDepth, d.source, d.root, 0, 0, 1, 1, 0,
			xproto.WindowClassInputOutput, screen.RootVisual, 0, nil).Check(),
		xproto.SetSelectionOwnerChecked(d.conn, d.source, d.atoms["XdndSelection"], xproto.TimeCurrentTime).Check(),
	)
}

// enter announces the drag over the window at x, y of it.
func (d *dragger) enter(x, y int) error {
	origin, err := xproto.TranslateCoordinates(d.conn, d.target, d.root, int16(x), int16(y)).Reply()
	if err != nil {
		return err
	}
	at := uint32(origin.DstX)<<16 | uint32(uint16(origin.DstY))
	return errors.Join(
		d.send("XdndEnter", 5<<24, uint32(d.atoms["text/uri-list"]), 0, 0),
		d.send("XdndPosition", 0, at, xproto.TimeCurrentTime, uint32(d.atoms["XdndActionCopy"])),
	)
}

func (d *dragger) send(kind string, data ...uint32) error {
	m := xproto.ClientMessageEvent{
		Format: 32, Window: d.target, Type: d.atoms[kind],
		Data: xproto.ClientMessageDataUnionData32New(append([]uint32{uint32(d.source)}, data...)),
	}
	return xproto.SendEventChecked(d.conn, false, d.target, 0, string(m.Bytes())).Check()
}

// serve answers the window until it has taken the files.
func (d *dragger) serve(deadline time.Time) error {
	timer := time.AfterFunc(time.Until(deadline), d.conn.Close)
	defer timer.Stop()
	dropped := false
	for {
		ev, err := d.conn.WaitForEvent()
		if err != nil {
			return fmt.Errorf("while dropping: %w", err)
		}
		switch e := ev.(type) {
		case nil:
			return errors.New("the window did not take the drop")
		case xproto.SelectionRequestEvent:
			if err := d.answer(e); err != nil {
				return err
			}
		case xproto.ClientMessageEvent:
			switch {
			case e.Type == d.atoms["XdndFinished"]:
				return nil
			case e.Type == d.atoms["XdndStatus"] && e.Data.Data32[1]&1 == 0:
				return errors.New("the window refuses the drop")
			case e.Type == d.atoms["XdndStatus"] && !dropped:
				dropped = true
				if err := d.send("XdndDrop", 0, xproto.TimeCurrentTime, 0, 0); err != nil {
					return err
				}
			}
		}
	}
}

// answer hands the list of files over.
func (d *dragger) answer(e xproto.SelectionRequestEvent) error {
	uris := strings.TrimSpace(d.uris) + "\r\n"
	done := xproto.SelectionNotifyEvent{
		Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property,
	}
	return errors.Join(
		xproto.ChangePropertyChecked(d.conn, xproto.PropModeReplace, e.Requestor, e.Property, e.Target, 8,
			uint32(len(uris)), []byte(uris)).Check(),
		xproto.SendEventChecked(d.conn, false, e.Requestor, 0, string(done.Bytes())).Check(),
	)
}
