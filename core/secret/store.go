package secret

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/zalando/go-keyring"

	"edusmart/core/disk"
	"edusmart/core/model"
)

// Where says where a key is kept.
type Where string

// The places of a key. The empty one is nowhere.
const (
	Keyring     Where = "keyring"
	File        Where = "file"
	Environment Where = "environment" // FromEnvironment; a Store never says it
)

// The entry in the system's keyring.
const (
	service = "edusmart"
	user    = "gemini"
)

// How long the keyring may take. Reading happens at the start of the
// application; writing is asked for by the teacher, who may have to unlock the
// keyring first.
const (
	readLimit  = 4 * time.Second
	writeLimit = 15 * time.Second
	maxFile    = 4 << 10 // bytes
)

// ring is the system's keyring.
type ring interface {
	Get(service, user string) (string, error)
	Set(service, user, password string) error
	Delete(service, user string) error
}

type systemRing struct{}

func (systemRing) Get(service, user string) (string, error) { return keyring.Get(service, user) }
func (systemRing) Set(service, user, password string) error {
	return keyring.Set(service, user, password)
}
func (systemRing) Delete(service, user string) error { return keyring.Delete(service, user) }

// Store keeps one key. Its methods may be called from several goroutines at
// once; they wait for the keyring a few seconds at most, so call them beside
// the window.
//
// go-keyring's calls cannot be cancelled. One that hangs (a prompt that nobody
// answers) keeps its goroutine until it returns; no second call is made before
// it has, so that there is at most one such goroutine.
type Store struct {
	file string
	ring ring
	turn chan struct{} // holds a token while a call to the keyring is under way
}

// New gives the store whose file, where one is needed, is at path file.
func New(file string) *Store {
	return &Store{file: file, ring: systemRing{}, turn: make(chan struct{}, 1)}
}

var errSilent = errors.New("the keyring does not answer")

// ask makes one call to the keyring and waits for it until the limit.
func (s *Store) ask(ctx context.Context, limit time.Duration, call func() (string, error)) (string, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, limit, errSilent)
	defer cancel()
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
	type answer struct {
		text string
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		defer func() { <-s.turn }()
		text, err := call()
		answered <- answer{text, err}
	}()
	select {
	case a := <-answered:
		return a.text, a.err
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

// Load gives the key and where it is kept; no key and no error where there is
// none. The file comes first: it is there only where the keyring could not
// take the last key that was saved. Others' right to read the file is taken
// away. An error is a *model.Error: of kind Device where the keyring does not
// answer or the file cannot be read, of kind Key where what is kept is no key.
func (s *Store) Load(ctx context.Context) (Key, Where, error) {
	const op = "load key"
	text, err := s.readFile()
	if err == nil {
		return kept(text, File)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return Key{}, "", model.Errorf(op, model.Device, "The file with the key cannot be read. Enter the key again.", err)
	}
	text, err = s.ask(ctx, readLimit, func() (string, error) { return s.ring.Get(service, user) })
	switch {
	case err == nil:
		return kept(text, Keyring)
	case errors.Is(err, errSilent):
		return Key{}, "", model.Errorf(op, model.Device, "The keyring of this computer does not answer. Unlock it and try again, or enter the key again.", err)
	case ctx.Err() != nil:
		return Key{}, "", stopped(ctx, op)
	}
	return Key{}, "", nil // nothing is kept, or there is no keyring
}

func stopped(ctx context.Context, op string) error {
	return model.Errorf(op, model.Canceled, "It was stopped.", context.Cause(ctx))
}

// kept checks what was kept.
func kept(text string, where Where) (Key, Where, error) {
	key, err := Parse(text)
	if err != nil {
		return Key{}, "", model.Errorf("load key", model.Key, "The key that is kept cannot be used. Enter the key again.", fmt.Errorf("in the %s: %w", where, err))
	}
	return key, where, nil
}

func (s *Store) readFile() (string, error) {
	f, err := os.Open(s.file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", &fs.PathError{Op: "read", Path: s.file, Err: errors.New("not a file")}
	}
	if info.Mode().Perm()&0o077 != 0 {
		if err := f.Chmod(0o600); err != nil {
			return "", err
		}
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile))
	return string(data), err
}

// Save keeps the key in the keyring and removes the file; where the keyring
// does not take it, in the file. It says which. An error is a *model.Error of
// kind Input for no key, of kind Device where the key could not be kept or its
// old copy not be removed, of kind Canceled.
func (s *Store) Save(ctx context.Context, k Key) (Where, error) {
	const op = "save key"
	if _, err := Parse(k.Reveal()); err != nil {
		return "", err
	}
	_, err := s.ask(ctx, writeLimit, func() (string, error) { return "", s.ring.Set(service, user, k.Reveal()) })
	switch {
	case err == nil:
		if err := remove(s.file); err != nil {
			return Keyring, model.Errorf(op, model.Device, "The key is in the keyring, but an old copy in a file cannot be removed. Remove "+s.file+" yourself.", err)
		}
		return Keyring, nil
	case ctx.Err() != nil:
		return "", stopped(ctx, op)
	}
	if err := s.writeFile(k); err != nil {
		return "", model.Errorf(op, model.Device, "The key cannot be kept. Check that the disk has room.", scrub(err, k))
	}
	return File, nil
}

func (s *Store) writeFile(k Key) error {
	if err := os.MkdirAll(filepath.Dir(s.file), 0o700); err != nil {
		return err
	}
	return disk.WriteWhole(s.file, 0o600, func(w io.Writer) error {
		_, err := io.WriteString(w, k.Reveal()+"\n")
		return err
	})
}

// scrub takes the key out of an error.
func scrub(err error, k Key) error {
	if text := err.Error(); strings.Contains(text, k.Reveal()) {
		return errors.New(strings.ReplaceAll(text, k.Reveal(), k.String()))
	}
	return err
}

// Remove forgets the key, wherever it is kept. An error is a *model.Error of
// kind Device where a copy may be left, or of kind Canceled.
func (s *Store) Remove(ctx context.Context) error {
	const op = "remove key"
	if err := remove(s.file); err != nil {
		return model.Errorf(op, model.Device, "The file with the key cannot be removed. Remove "+s.file+" yourself.", err)
	}
	_, err := s.ask(ctx, writeLimit, func() (string, error) { return "", s.ring.Delete(service, user) })
	switch {
	case errors.Is(err, errSilent):
		return model.Errorf(op, model.Device, "The keyring of this computer does not answer, and the key may still be in it. Unlock it and try again.", err)
	case ctx.Err() != nil:
		return stopped(ctx, op)
	}
	return s.gone(ctx, op)
}

// gone makes sure that the keyring holds no key any more.
func (s *Store) gone(ctx context.Context, op string) error {
	if text, err := s.ask(ctx, readLimit, func() (string, error) { return s.ring.Get(service, user) }); err == nil && text != "" {
		return model.Errorf(op, model.Device, "The keyring of this computer does not give the key up. Remove the entry "+service+" in the keyring yourself.", nil)
	}
	return nil
}

// remove removes a file that may be missing.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
