// Package windowtest holds the tests of the whole application in a real
// window: under Xvfb, with a window manager, a file dropped through XDND and
// the sound captured from a PulseAudio null sink. It has no code but tests.
package windowtest
