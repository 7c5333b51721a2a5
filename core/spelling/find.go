package spelling

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Find gives the files of the dictionary for a language (BCP 47), of its region
// where there is one; ok is false where none is installed. It looks where
// Hunspell does (DICPATH and the system's folders) and in LibreOffice.
func Find(language string) (affixes, words string, ok bool) {
	base, region, _ := strings.Cut(strings.ReplaceAll(language, "-", "_"), "_")
	if base == "" || base == "und" {
		return "", "", false
	}
	var found []string
	for _, dir := range folders() {
		for _, pattern := range []string{base + ".dic", base + "_*.dic"} {
			files, err := filepath.Glob(filepath.Join(dir, pattern))
			if err == nil {
				found = append(found, files...)
			}
		}
	}
	found = slices.DeleteFunc(found, func(dic string) bool {
		_, err := os.Stat(strings.TrimSuffix(dic, ".dic") + ".aff")
		return err != nil
	})
	if len(found) == 0 {
		return "", "", false
	}
	wanted := []string{base + "_" + strings.ToUpper(region), base, base + "_" + strings.ToUpper(base), "en_US", "pt_PT"}
	rank := func(dic string) int {
		name := strings.TrimSuffix(filepath.Base(dic), ".dic")
		if i := slices.Index(wanted, name); i >= 0 {
			return i
		}
		return len(wanted)
	}
	best := slices.MinFunc(found, func(a, b string) int { return rank(a) - rank(b) })
	return strings.TrimSuffix(best, ".dic") + ".aff", best, true
}

// folders are where dictionaries lie.
func folders() []string {
	all := filepath.SplitList(os.Getenv("DICPATH"))
	home, _ := os.UserHomeDir() // without a home there is no folder in it
	switch runtime.GOOS {
	case "darwin":
		all = append(all, "/Library/Spelling", filepath.Join(home, "Library", "Spelling"))
		all = append(all, office("/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*")...)
	case "windows":
		all = append(all, office(filepath.Join(os.Getenv("ProgramFiles"), "LibreOffice", "share", "extensions", "dict-*"))...)
	default:
		all = append(all, filepath.Join(home, ".local", "share", "hunspell"),
			"/usr/local/share/hunspell", "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts")
		all = append(all, office("/usr/lib/libreoffice/share/extensions/dict-*")...)
	}
	return all
}

func office(pattern string) []string {
	found, err := filepath.Glob(pattern)
	if err != nil {
		return nil
	}
	return found
}
