package ui

import (
	"io"
	"os"
	"runtime"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"edusmart/core/model"
)

// CheckDisplay reports, before anything is started, when no window can be
// opened: without a display the toolkit panics, and on one without OpenGL it
// runs for ever and shows nothing.
func CheckDisplay() error {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return nil
	}
	if os.Getenv("DISPLAY") == "" {
		return model.Errorf("open window", model.Device,
			"There is no display here. Make a story without a window: edusmart create FILE.", nil)
	}
	xgb.Logger.SetOutput(io.Discard) // our sentence is enough
	conn, err := xgb.NewConn()
	if err != nil {
		return model.Errorf("open window", model.Device,
			"The display "+os.Getenv("DISPLAY")+" cannot be opened. Start EduSmart from the desktop, or make a story without a window: edusmart create FILE.", err)
	}
	defer conn.Close()
	const glx = "GLX"
	reply, err := xproto.QueryExtension(conn, uint16(len(glx)), glx).Reply()
	if err != nil || !reply.Present {
		return model.Errorf("open window", model.Device,
			"This display has no OpenGL, which the window needs. Install the system's graphics driver (on Debian and Ubuntu: libgl1-mesa-dri), or make a story without a window: edusmart create FILE.", err)
	}
	return nil
}
