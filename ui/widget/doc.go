// Package widget draws EduSmart's controls: buttons, fields, menus, cards,
// notices and the story's own widgets, all from the toolkit's rectangles,
// text and images, in the colours, type and measures of one look. Widgets
// know no core: screens feed them and are called back.
//
// Called by ui. May import core/story and core/typeset besides Fyne. Like all
// of Fyne's widgets they belong to the toolkit's goroutine.
package widget
