package cli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core/cli"
	"edusmart/core/library"
	"edusmart/core/story"
)

// listed gives the ids that "list --json" prints.
func listed(t *testing.T, home string, flags ...string) string {
	t.Helper()
	out, errOut, status := run(t, home, append([]string{"list", "--json"}, flags...)...)
	if status != cli.OK {
		t.Fatalf("list %q: status %d: %s", flags, status, errOut)
	}
	var ids []string
	for line := range strings.Lines(out) {
		var card struct {
			ID   string
			Tags []string
		}
		if err := json.Unmarshal([]byte(line), &card); err != nil || card.Tags == nil {
			t.Fatalf("%s: %v", line, err)
		}
		ids = append(ids, card.ID)
	}
	return strings.Join(ids, " ")
}

func TestListIsFilteredSearchedAndSorted(t *testing.T) {
	home := t.TempDir()
	lib, err := library.Open(filepath.Join(home, "library"))
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range []story.Story{
		{ID: "river", Title: "Rivers", Language: "en", Grade: 4, Tags: []string{"Term 2"}, Pages: []story.Page{{ID: "p", Seconds: 30, Sentences: []story.Sentence{{Text: "Glaciers melt."}}}}},
		{ID: "agua", Title: "El agua", Language: "es-MX", Grade: 2, Tags: []string{"term 2", "Water"}, Pages: []story.Page{{ID: "p", Seconds: 10}}},
		{ID: "old-one", Title: "Old", Language: "en", Grade: 4, Archived: true},
	} {
		s.Created, s.Status = time.Unix(int64(1_700_000_000+i), 0).UTC(), story.Done
		if err := lib.Save(&s); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ flags, want string }{
		{"", "agua river"},
		{"--tag|TERM 2|--sort|title", "agua river"},
		{"--tag|Water", "agua"},
		{"--grade|4", "river"},
		{"--language|es", "agua"},
		{"--search|glac MELT", "river"},
		{"--search|nothing", ""},
		{"--archived", "old-one"},
		{"--sort|length", "agua river"},
		{"--sort|created", "agua river"},
	} {
		var flags []string
		if tt.flags != "" {
			flags = strings.Split(tt.flags, "|")
		}
		if got := listed(t, home, flags...); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.flags, got, tt.want)
		}
	}
	if _, errOut, status := run(t, home, "list", "--sort", "colour"); status != cli.WrongUse || !strings.Contains(errOut, "colour") {
		t.Errorf("a wrong order: status %d: %s", status, errOut)
	}
}

func TestAZipOfTheFirstEduSmartIsImportedByTheCommandLine(t *testing.T) {
	home, dir := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "metadata.json"), []byte(`{"title":"Water","grade":3,"scenes":[{"text":"Water flows. It falls."}],"quiz":[{"question":"What flows?","options":["A. Stone","B. Water"],"answer":"B"}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	zip := exec.CommandContext(t.Context(), "zip", "-q", "export.zip", "metadata.json")
	zip.Dir = dir
	if out, err := zip.CombinedOutput(); err != nil {
		t.Fatalf("zip (Debian package zip): %v: %s", err, out)
	}
	out, errOut, status := run(t, home, "import", filepath.Join(dir, "export.zip"))
	if status != cli.OK {
		t.Fatalf("status %d: %s", status, errOut)
	}
	s := shown(t, home, strings.TrimSpace(out))
	if s.Title != "Water" || len(s.Pages) != 1 || len(s.Pages[0].Sentences) != 2 || s.Quiz[0].Answer != 1 || s.Quiz[0].Options[1] != "Water" {
		t.Errorf("%+v", s)
	}
}
