package core

import (
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"edusmart/core/model"
)

const (
	logFile    = "log.txt"
	crashFile  = "crash.txt"
	maxLogFile = 1 << 20 // bytes; then the file is set aside and a new one begun
)

// OpenLog opens the log of the window: lines go to a file below the cache
// folder and to also. What the runtime says of a crash goes to a file beside
// it. The closer ends both.
func OpenLog(p Places, also io.Writer) (*slog.Logger, io.Closer, error) {
	const op, say = "open log", "The log cannot be written. Check that the disk has room and that you may write to your folders."
	if err := os.MkdirAll(p.Cache, 0o700); err != nil {
		return nil, nil, model.Errorf(op, model.Device, say, err)
	}
	path := filepath.Join(p.Cache, logFile)
	if info, err := os.Stat(path); err == nil && info.Size() > maxLogFile {
		if err := os.Rename(path, path+".old"); err != nil {
			return nil, nil, model.Errorf(op, model.Device, say, err)
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, model.Errorf(op, model.Device, say, err)
	}
	crash, err := os.OpenFile(filepath.Join(p.Cache, crashFile), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err == nil {
		// The runtime keeps a copy of the file's descriptor.
		err = errors.Join(debug.SetCrashOutput(crash, debug.CrashOptions{}), crash.Close())
	}
	if err != nil {
		return nil, nil, model.Errorf(op, model.Device, say, errors.Join(err, f.Close()))
	}
	return slog.New(slog.NewTextHandler(io.MultiWriter(f, also), nil)), f, nil
}
