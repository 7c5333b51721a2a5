// Package assets holds what is built into the program: the icon and the
// sample lesson. It imports nothing of ours.
package assets

import _ "embed" // files below

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
