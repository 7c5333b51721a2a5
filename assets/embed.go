// Package assets holds what is built into the program: the icon and the
// sample lesson, and its version. It imports nothing of ours.
package assets

import _ "embed" // files below

// Version is that of the application, as in FyneApp.toml.
const Version = "0.1.0"

// Icon is the application's icon, a PNG of 512 by 512 pixels.
//
//go:embed icon.png
var Icon []byte

// Sample is the sample lesson, a Word document, and SampleName its file name.
//
//go:embed samples/volcano.docx
var Sample []byte

// SampleName is what the sample lesson is called as a file.
const SampleName = "How a volcano erupts.docx"

// Picture is one of the drawings of the empty library, a JPEG of 400 by 250
// pixels.
type Picture struct {
	Name string
	Data []byte
}

var (
	//go:embed pictures/moon.jpg
	moon []byte
	//go:embed pictures/river.jpg
	river []byte
	//go:embed pictures/volcano.jpg
	volcano []byte
)

// Pictures are the drawings of the empty library, the lowest first.
var Pictures = []Picture{{"moon.jpg", moon}, {"river.jpg", river}, {"volcano.jpg", volcano}}
