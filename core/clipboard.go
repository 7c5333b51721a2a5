package core

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"edusmart/core/model"
)

// pasteTime bounds how long a program may take to hand over the clipboard.
const pasteTime = 10 * time.Second

// PastePicture gives a page the picture that the clipboard holds: a picture
// itself, or the name of a picture file, which is text.
func (a *App) PastePicture(id, page, text string) {
	if path := pastedFile(text); path != "" {
		a.UsePicture(id, page, path)
		return
	}
	a.wg.Go(func() {
		data, err := clipboardPicture(a.ctx, filepath.Join(a.places.Cache, "pasted.png"))
		if err != nil {
			a.fail("paste picture", err)
			return
		}
		a.usePicture(id, page, data)
	})
}

// pastedFile gives the file that the text of a clipboard names; "" for none.
func pastedFile(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	line = strings.TrimSpace(line)
	if u, err := url.Parse(line); err == nil && u.Scheme == "file" {
		line = filepath.FromSlash(u.Path)
	}
	if !filepath.IsAbs(line) || len(line) > 4096 {
		return ""
	}
	if info, err := os.Stat(line); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return line
}

// clipboardPicture reads the picture that the system's clipboard holds. The
// toolkit hands over text only. file may be written on the way.
func clipboardPicture(ctx context.Context, file string) ([]byte, error) {
	const op = "paste picture"
	ctx, cancel := context.WithTimeout(ctx, pasteTime)
	defer cancel()
	var commands [][]string
	switch runtime.GOOS {
	case "darwin":
		commands = [][]string{{"osascript", "-e", `set f to open for access POSIX file "` + file + `" with write permission`,
			"-e", `write (the clipboard as «class PNGf») to f`, "-e", "close access f"}}
	case "windows":
		commands = [][]string{{"powershell", "-NoProfile", "-STA", "-Command",
			`Add-Type -AssemblyName System.Windows.Forms; $p = [Windows.Forms.Clipboard]::GetImage(); if ($p) { $p.Save('` +
				strings.ReplaceAll(file, "'", "''") + `', [Drawing.Imaging.ImageFormat]::Png) } else { exit 1 }`}}
	default:
		file = ""
		commands = [][]string{{"wl-paste", "--type", "image/png"}, {"xclip", "-selection", "clipboard", "-target", "image/png", "-out"}}
	}
	there := false
	for _, c := range commands {
		if _, err := exec.LookPath(c[0]); err != nil {
			continue
		}
		there = true
		var out bytes.Buffer
		cmd := exec.CommandContext(ctx, c[0], c[1:]...)
		cmd.Stdout = &limited{&out, maxOwnPicture}
		if cmd.Run() != nil {
			continue
		}
		data := out.Bytes()
		if file != "" {
			data, _ = os.ReadFile(file) // an empty one is told below
			os.Remove(file)
		}
		if len(data) > 0 {
			return data, nil
		}
	}
	if !there {
		return nil, model.Errorf(op, model.Device, "Pictures cannot be pasted here without the program wl-paste or xclip. Drop the picture's file on the window instead.", nil)
	}
	return nil, model.Errorf(op, model.Input, "There is no picture on the clipboard. Copy one, or drop its file on the window.", nil)
}

// limited takes so many bytes and no more.
type limited struct {
	to   *bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, model.Errorf("paste picture", model.Input, "This picture is larger than 40 MB. Choose another.", nil)
	}
	return l.to.Write(p)
}
