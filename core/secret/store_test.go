package secret

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/zalando/go-keyring"

	"edusmart/core/model"
)

const other = "AIzaSyOther-key-0123456789abcdefghijkl"

// memory is a keyring. While hang is not nil a call waits for it.
type memory struct {
	held  string
	err   error
	hang  chan struct{}
	calls int
}

func (m *memory) wait() error {
	m.calls++
	if m.hang != nil {
		<-m.hang
	}
	return m.err
}

func (m *memory) Get(_, _ string) (string, error) {
	if err := m.wait(); err != nil {
		return "", err
	}
	if m.held == "" {
		return "", keyring.ErrNotFound
	}
	return m.held, nil
}

func (m *memory) Set(_, _, password string) error {
	err := m.wait()
	if err == nil {
		m.held = password
	}
	return err
}

func (m *memory) Delete(_, _ string) error {
	err := m.wait()
	if err == nil {
		m.held = ""
	}
	return err
}

func storeWith(t *testing.T, m *memory) *Store {
	s := New(filepath.Join(t.TempDir(), "data", "key"))
	s.ring = m
	return s
}

func loads(t *testing.T, s *Store, want string, where Where) {
	t.Helper()
	k, at, err := s.Load(t.Context())
	if err != nil || k.Reveal() != want || at != where {
		t.Errorf("Load gives %d characters from %q (%v), want %d from %q", len(k.Reveal()), at, err, len(want), where)
	}
}

func saves(t *testing.T, s *Store, text string, where Where) {
	t.Helper()
	if at, err := s.Save(t.Context(), parse(t, text)); err != nil || at != where {
		t.Errorf("Save says %q (%v), want %q", at, err, where)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestAKeyIsKeptInTheKeyring(t *testing.T) {
	s := storeWith(t, &memory{})
	loads(t, s, "", "")
	saves(t, s, typed, Keyring)
	loads(t, s, typed, Keyring)
	if exists(s.file) {
		t.Error("there is a file too")
	}
	if err := s.Remove(t.Context()); err != nil {
		t.Fatal(err)
	}
	loads(t, s, "", "")
}

func TestWithoutAKeyringAKeyIsKeptInAFile(t *testing.T) {
	m := &memory{err: errors.New("no such thing as a keyring")}
	s := storeWith(t, m)
	loads(t, s, "", "")
	saves(t, s, typed, File)
	loads(t, s, typed, File)
	if info, err := os.Stat(s.file); err != nil || (runtime.GOOS != "windows" && info.Mode().Perm() != 0o600) {
		t.Errorf("the file's mode is %v (%v)", info.Mode(), err)
	}
	if err := s.Remove(t.Context()); err != nil || exists(s.file) {
		t.Errorf("after Remove the file is there: %v (%v)", exists(s.file), err)
	}
	loads(t, s, "", "")
}

func TestAKeyringThatComesLaterTakesTheKeyOver(t *testing.T) {
	m := &memory{err: errors.New("none")}
	s := storeWith(t, m)
	saves(t, s, typed, File)
	m.err = nil
	saves(t, s, other, Keyring)
	if exists(s.file) {
		t.Error("the file is left")
	}
	loads(t, s, other, Keyring)
}

func TestTheLastKeySavedIsTheOneLoaded(t *testing.T) {
	m := &memory{}
	s := storeWith(t, m)
	saves(t, s, other, Keyring)
	m.err = errors.New("locked")
	saves(t, s, typed, File)
	m.err = nil
	loads(t, s, typed, File)
}

func TestAFileThatOthersCanReadIsRepaired(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permission bits are Unix's")
	}
	s := storeWith(t, &memory{})
	if err := s.writeFile(parse(t, typed)); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(s.file, 0o644); err != nil {
		t.Fatal(err)
	}
	loads(t, s, typed, File)
	if info, err := os.Stat(s.file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v (%v)", info.Mode(), err)
	}
}

func TestWhatIsKeptAndIsNoKeySaysSo(t *testing.T) {
	for _, content := range []string{"", "short", typed + "\n" + typed + "\n", strings.Repeat("k", 1<<20)} {
		s := storeWith(t, &memory{})
		if err := os.MkdirAll(filepath.Dir(s.file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(s.file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		k, where, err := s.Load(t.Context())
		if model.KindOf(err) != model.Key || !k.Empty() || where != "" || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%d bytes: %q from %q, %v", len(content), k, where, err)
		}
	}
}

func TestAKeyringThatHangsHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &memory{hang: make(chan struct{})}
		s := storeWith(t, m)
		start := time.Now()
		if _, _, err := s.Load(t.Context()); model.KindOf(err) != model.Device || !strings.Contains(model.Sentence(err), "Unlock it") {
			t.Errorf("Load says %v", err)
		}
		if took := time.Since(start); took != readLimit {
			t.Errorf("Load took %v", took)
		}
		saves(t, s, typed, File)
		loads(t, s, typed, File)
		if err := s.Remove(t.Context()); model.KindOf(err) != model.Device {
			t.Errorf("Remove says %v", err)
		}
		synctest.Wait()
		if m.calls != 1 {
			t.Errorf("%d calls hang in the keyring, want 1", m.calls)
		}
		close(m.hang) // the teacher unlocks it
		synctest.Wait()
		m.hang = nil
		saves(t, s, typed, Keyring)
		loads(t, s, typed, Keyring)
	})
}

func TestStopping(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &memory{hang: make(chan struct{})}
		s := storeWith(t, m)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start := time.Now()
		_, err := s.Save(ctx, parse(t, typed))
		if model.KindOf(err) != model.Canceled || time.Since(start) != time.Second || exists(s.file) {
			t.Errorf("Save says %v after %v", err, time.Since(start))
		}
		close(m.hang)
	})
}

func TestAnErrorHoldsNoKey(t *testing.T) {
	m := &memory{err: errors.New("cannot store " + typed)}
	s := storeWith(t, m)
	if err := os.MkdirAll(s.file, 0o700); err != nil { // a folder in the file's place
		t.Fatal(err)
	}
	_, err := s.Save(t.Context(), parse(t, typed))
	if model.KindOf(err) != model.Device || strings.Contains(err.Error(), typed) {
		t.Errorf("Save says %v", err)
	}
	if err := scrub(m.err, parse(t, typed)); strings.Contains(err.Error(), typed) {
		t.Errorf("scrubbed: %v", err)
	}
}

func TestNoKeyIsNotSaved(t *testing.T) {
	s := storeWith(t, &memory{})
	if _, err := s.Save(t.Context(), Key{}); model.KindOf(err) != model.Input {
		t.Errorf("Save says %v", err)
	}
}

func TestTheLibrarysKeyring(t *testing.T) {
	keyring.MockInit()
	s := New(filepath.Join(t.TempDir(), "key"))
	saves(t, s, typed, Keyring)
	loads(t, s, typed, Keyring)
	if err := s.Remove(t.Context()); err != nil {
		t.Fatal(err)
	}
	loads(t, s, "", "")
}
