package windowtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/library"
)

// A teacher opens the package: everything that it names is there to install,
// the desktop has an entry for it and opens stories with it, and it runs.
func TestThePackageForDebianInstallsAndRuns(t *testing.T) {
	root := filepath.Join("..", "..")
	folder := t.TempDir()
	run := func(name string, args ...string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), name, args...)
		cmd.Env = append(os.Environ(), "EDUSMART_HOME="+filepath.Join(folder, "home"), "LC_ALL=C")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v: %s", name, args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	deb := run(filepath.Join(root, ".ci", "deb"), binary(t), folder)
	run("apt-get", "install", "--simulate", deb)
	run("dpkg-deb", "--extract", deb, folder)
	if said := run(filepath.Join(folder, "usr", "bin", "edusmart"), "doctor"); !strings.Contains(said, "Documents can be read") {
		t.Errorf("the installed program says: %s", said)
	}
	entry := filepath.Join(folder, "usr", "share", "applications", "app.edusmart.EduSmart.desktop")
	run("desktop-file-validate", entry)
	kind, err := os.ReadFile(filepath.Join(folder, "usr", "share", "mime", "packages", "app.edusmart.EduSmart.xml"))
	if err != nil || !strings.Contains(string(kind), `pattern="*.`+library.Ending+`"`) {
		t.Errorf("stories are not known by their ending: %v", err)
	}
}
