package widget

import (
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// faces are the fonts of the interface: Inter where the computer has it, else
// Fyne's own Noto Sans.
type faces struct{ regular, strong, display fyne.Resource }

// fonts reads them once; the files do not change while the program runs.
var fonts = sync.OnceValue(func() faces {
	f := faces{theme.DefaultTextFont(), theme.DefaultTextBoldFont(), theme.DefaultTextBoldFont()}
	found := findFonts(fontFolders(), []string{"Inter-Regular", "Inter-SemiBold", "InterDisplay-SemiBold"})
	regular, strong, display := found["Inter-Regular"], found["Inter-SemiBold"], found["InterDisplay-SemiBold"]
	if regular == nil || strong == nil {
		return f
	}
	f.regular, f.strong, f.display = regular, strong, strong
	if display != nil {
		f.display = display
	}
	return f
})

// fontFolders are where Inter is kept on this system.
func fontFolders() []string {
	home, _ := os.UserHomeDir() // without a home there is one folder less
	switch runtime.GOOS {
	case "windows":
		return []string{
			filepath.Join(os.Getenv("WINDIR"), "Fonts"),
			filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts"),
		}
	case "darwin":
		return []string{filepath.Join(home, "Library", "Fonts"), "/Library/Fonts"}
	}
	return []string{
		"/usr/share/fonts/opentype/inter", // Debian, Ubuntu
		"/usr/share/fonts/inter",
		"/usr/share/fonts/rsms-inter-fonts", // Fedora
		"/usr/share/fonts/TTF",              // Arch
		filepath.Join(home, ".local", "share", "fonts"),
		filepath.Join(home, ".local", "share", "fonts", "inter"),
		filepath.Join(home, ".fonts"),
	}
}

// maxFont is far above any font file of the interface, in bytes.
const maxFont = 16 << 20

// findFonts reads the named fonts from the first folder that has them. Font
// collections (.ttc) are not looked at: Fyne cannot read them.
func findFonts(folders, names []string) map[string]fyne.Resource {
	found := map[string]fyne.Resource{}
	for _, folder := range folders {
		for _, name := range names {
			for _, ending := range []string{".otf", ".ttf"} {
				path := filepath.Join(folder, name+ending)
				info, err := os.Stat(path)
				if found[name] != nil || err != nil || !info.Mode().IsRegular() || info.Size() > maxFont {
					continue
				}
				if data, err := os.ReadFile(path); err == nil {
					found[name] = fyne.NewStaticResource(name+ending, plainFont(data))
				}
			}
		}
	}
	return found
}

// WarmFonts reads the interface's fonts, so that the first text need not wait
// for them. It may run on any goroutine.
func WarmFonts() {
	for _, s := range []Style{Body, Strong, ScreenTitle} {
		Measure(s, "a")
	}
}
