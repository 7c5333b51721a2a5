package ondevice

// The sentences that say how to get a voice.
const (
	linuxVoiceHelp   = "Install a voice with: sudo apt install espeak-ng"
	macVoiceHelp     = "Add a voice in System Settings > Accessibility > Spoken Content > System voice > Manage Voices."
	windowsVoiceHelp = "Add a voice in Settings > Time & language > Speech > Manage voices."
)

// A voiceSystem is how a computer speaks, and how it learns to.
type voiceSystem struct {
	engine voiceEngine
	help   string // one sentence: how to get a voice where there is none
	more   string // the same for one more language; empty: there is none to get
}

// newVoiceSystem gives the voices of an operating system (as in GOOS). The
// child, for espeak-ng's library, is the program that it starts; empty: this
// program.
func newVoiceSystem(system, child string) voiceSystem {
	switch system {
	case "darwin":
		return voiceSystem{sayVoices{}, macVoiceHelp, macVoiceHelp}
	case "windows":
		return voiceSystem{sapiVoices{}, windowsVoiceHelp, windowsVoiceHelp}
	}
	return voiceSystem{newEspeak(child), linuxVoiceHelp, ""} // espeak-ng comes with all of its languages
}
