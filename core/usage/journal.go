package usage

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"sync"
)

// journal is the ledger's file: lines are appended to it by this process and,
// where the window and the command line run at once, by another.
//
// Every line goes out in one write(2) in append mode, so that a killed
// process leaves whole lines. What follows a torn line (the disk was full, the
// power went) begins on a new line.
type journal struct {
	path string

	mu      sync.Mutex // of all below
	f       *os.File
	info    os.FileInfo // of f, to see that the file at path is another one
	at      int64       // where the next line to be read begins
	torn    bool        // the file does not end with a line feed
	owed    []byte      // whole lines that could not be written yet
	written uint64      // lines that were written

	syncing sync.Mutex // held during fsync; never taken while mu is held
	synced  uint64     // of written, on the disk for certain
}

var errClosed = errors.New("the ledger is closed")

func openJournal(path string) (*journal, error) {
	j := &journal{path: path}
	return j, j.open()
}

// open opens the file at path, makes it where it is missing, and takes other
// people's right to read it.
func (j *journal) open() error {
	f, err := os.OpenFile(j.path, os.O_CREATE|os.O_APPEND|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &os.PathError{Op: "open", Path: j.path, Err: errors.New("not a file")}
	}
	if err == nil && info.Mode().Perm()&0o077 != 0 {
		err = f.Chmod(0o600)
	}
	if err != nil {
		return errors.Join(err, f.Close())
	}
	if j.f != nil {
		j.f.Close()
	}
	j.f, j.info, j.at, j.torn = f, info, 0, false
	return nil
}

// follow opens the file at path anew where it is another one than f: another
// process has compacted it, or somebody has removed it. What this process
// wrote is in the new one too, and is not read again.
func (j *journal) follow() error {
	if j.f == nil {
		return errClosed
	}
	info, err := os.Stat(j.path)
	if err == nil && os.SameFile(info, j.info) {
		return nil
	}
	if err := j.open(); err != nil {
		return err
	}
	j.at = j.info.Size()
	return nil
}

// append writes one line, whose last byte is a line feed. A line that is
// owed is written later where it cannot be written now, before any other.
func (j *journal) append(line []byte, owed bool) (number uint64, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.follow(); err != nil {
		j.owe(line, owed)
		return 0, err
	}
	var buf []byte
	if j.torn {
		buf = append(buf, '\n')
	}
	buf = append(append(buf, j.owed...), line...)
	n, err := j.f.Write(buf)
	if err == nil {
		j.torn, j.owed = false, nil
		j.written++
		return j.written, nil
	}
	if n > 0 {
		whole := bytes.LastIndexByte(buf[:n], '\n') + 1
		j.torn = whole < n
		first := len(buf) - len(line) - len(j.owed) // where what is owed begins in buf
		j.owed = j.owed[min(max(whole-first, 0), len(j.owed)):]
	}
	j.owe(line, owed)
	return 0, err
}

func (j *journal) owe(line []byte, owed bool) {
	if owed {
		j.owed = append(j.owed, line...)
	}
}

// sync waits until the line with this number is on the disk. One fsync
// serves all that wait for it.
func (j *journal) sync(number uint64) error {
	j.syncing.Lock()
	defer j.syncing.Unlock()
	if j.synced >= number {
		return nil
	}
	j.mu.Lock()
	f, upTo := j.f, j.written
	j.mu.Unlock()
	if f == nil {
		return errClosed
	}
	if err := f.Sync(); err != nil {
		return err
	}
	j.synced = upTo
	return nil
}

// read gives every line that was appended since the last read, whoever wrote
// it, without its line feed; a line that is too long is nil. The bytes are the
// callee's until it returns. With all, what stands after the last line feed
// counts as a line too.
func (j *journal) read(all bool, each func([]byte)) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.follow(); err != nil {
		return err
	}
	info, err := j.f.Stat()
	if err != nil || info.Size() <= j.at {
		return err
	}
	r := bufio.NewReaderSize(io.NewSectionReader(j.f, j.at, info.Size()-j.at), maxLine)
	for {
		line, n, err := readLine(r)
		ended := err == nil
		if ended || (all && n > 0) {
			j.at += int64(n)
			j.torn = !ended
			each(line)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// readLine gives one line and its length with its line feed. The error is
// io.EOF for what stands after the last line feed, even where that is nothing.
func readLine(r *bufio.Reader) (line []byte, n int, err error) {
	line, err = r.ReadSlice('\n')
	n = len(line)
	if !errors.Is(err, bufio.ErrBufferFull) {
		return bytes.TrimSuffix(line, []byte("\n")), n, err
	}
	for errors.Is(err, bufio.ErrBufferFull) {
		line, err = r.ReadSlice('\n')
		n += len(line)
	}
	return nil, n, err
}

// close writes what is owed, waits until all is on the disk, and closes the
// file.
func (j *journal) close() error {
	j.syncing.Lock()
	defer j.syncing.Unlock()
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.f == nil {
		return nil
	}
	var err error
	if len(j.owed) > 0 {
		buf := j.owed
		if j.torn {
			buf = append([]byte{'\n'}, buf...)
		}
		_, err = j.f.Write(buf)
	}
	err = errors.Join(err, j.f.Sync(), j.f.Close())
	j.f = nil
	return err
}
