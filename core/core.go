// Package core is the application without a window: App is the one façade
// that the window, the command line and the tests use. It owns the jobs, the
// library, the player and the settings, and tells of every change through
// Watch.
//
// Called by main and ui. May import every package below it, never Fyne.
package core

import (
	"context"
	"time"

	"edusmart/core/story"
)

// App is EduSmart without a window. Its commands return at once; what comes
// of them arrives through Watch.
type App struct{}

// Watch calls f with every topic's present state, then with every change, one
// call at a time, on the caller's goroutine, until ctx ends. A slow f skips
// states but always sees the latest.
func (a *App) Watch(ctx context.Context, f func(Event)) {}

// OpenDocument makes path the document of the create screen: its state is
// published as DocumentState.
func (a *App) OpenDocument(path string) {}

// OpenText does the same for text that was pasted.
func (a *App) OpenText(text string) {}

// OpenSample does the same for the bundled sample lesson.
func (a *App) OpenSample() {}

// CloseDocument forgets the document of the create screen.
func (a *App) CloseDocument() {}

// Make starts making a story from the document of the create screen and
// returns the story's id; "" when there is no document.
func (a *App) Make(o story.Options) string { return "" }

// Stop ends the job of a story. What is made stays, and Resume goes on.
func (a *App) Stop(id string) {}

// Resume goes on making a story that was stopped, cut off or has gaps.
func (a *App) Resume(id string) {}

// Retry makes one part of one page (index from 0) again.
func (a *App) Retry(id string, page int, part story.PartKind) {}

// OpenStory publishes the story's StoryState and loads it into the player.
func (a *App) OpenStory(id string) {}

// Rename gives a story another title.
func (a *App) Rename(id, title string) {}

// Delete moves a story out of the library; UndoDelete brings the last one
// back.
func (a *App) Delete(id string) {}

// UndoDelete brings the story back that was deleted last.
func (a *App) UndoDelete() {}

// Export writes a story as one file at path.
func (a *App) Export(id, path string) {}

// Import takes a story file into the library.
func (a *App) Import(path string) {}

// Play, Pause, Toggle, Next, Prev, GoTo, Seek, SetSpeed, SetVolume and
// SetAdvance command the player.
func (a *App) Play() {}

// Pause keeps the position.
func (a *App) Pause() {}

// Toggle plays or pauses; at the end it starts over.
func (a *App) Toggle() {}

// Next turns to the next page.
func (a *App) Next() {}

// Prev goes to the start of the page, or to the page before when it is there.
func (a *App) Prev() {}

// GoTo turns to a page, from 0.
func (a *App) GoTo(page int) {}

// Seek goes to a position in the page.
func (a *App) Seek(position time.Duration) {}

// SetSpeed sets the speed, 0.5 to 2, at the same pitch.
func (a *App) SetSpeed(speed float64) {}

// SetVolume sets the loudness, 0 to 1.
func (a *App) SetVolume(volume float64) {}

// SetAdvance chooses whether pages turn by themselves.
func (a *App) SetAdvance(on bool) {}

// PreviewVoice speaks a short sentence with a voice, at a speed.
func (a *App) PreviewVoice(voice, language string, speed float64) {}

// Change alters the settings.
func (a *App) Change(f func(*Settings)) {}
