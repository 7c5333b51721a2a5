package exporttest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// NPM gives the folder core/export/testdata/npm, with its packages installed.
// The first test that needs them installs them; others, also those of other
// packages that run at the same time, wait for it.
func NPM(t testing.TB) string {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	dir := filepath.Join(filepath.Dir(here), "..", "testdata", "npm")
	defer lock(t)()
	wanted, err := os.ReadFile(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(wanted)
	stamp := filepath.Join(dir, "node_modules", ".installed")
	if has, err := os.ReadFile(stamp); err == nil && string(has) == hex.EncodeToString(sum[:]) {
		return dir
	}
	if _, err := exec.LookPath("npm"); err != nil {
		t.Fatal("these tests need Node.js 20 or newer and npm: ", err)
	}
	cmd := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	cmd.Dir, cmd.WaitDelay = dir, time.Second
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm ci in core/export/testdata/npm: %v\n%s", err, out)
	}
	if err := os.WriteFile(stamp, []byte(hex.EncodeToString(sum[:])), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Node runs a script, an ES module in that folder, on a file and reads the
// JSON that it prints into v.
func Node(t testing.TB, script, file string, v any) {
	t.Helper()
	out := Run(t, "node", filepath.Join(NPM(t), script), file)
	if err := json.Unmarshal(out, v); err != nil {
		t.Fatalf("%s: %v\n%s", script, err, out)
	}
}

// Run runs a program and gives what it prints. A program that is not there
// fails the test.
func Run(t testing.TB, program string, args ...string) []byte {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatalf("this test needs %s: .ci/packages test installs it (%v)", program, err)
	}
	cmd := exec.CommandContext(t.Context(), path, args...)
	cmd.WaitDelay = time.Second
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", program, err, out.Bytes(), said.Bytes())
	}
	return out.Bytes()
}
