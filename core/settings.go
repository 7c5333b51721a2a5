package core

// Settings is what the teacher chose once and for all. It is one JSON file,
// written whole.
type Settings struct {
	Theme       string            `json:"theme,omitempty"` // "", "light", "dark", "contrast"; "" follows the system
	Grade       int               `json:"grade"`           // of the next story, 0 to 12
	Pages       int               `json:"pages"`           // of the next story, 5 to 10
	Voice       map[string]string `json:"voice,omitempty"` // voice ID by language
	Speed       float64           `json:"speed"`           // 0.5 to 2
	Volume      float64           `json:"volume"`          // 0 to 1
	LessMotion  bool              `json:"less_motion,omitempty"`
	EasyReading bool              `json:"easy_reading,omitempty"`
	Width       int               `json:"width,omitempty"` // of the window, in Fyne's units
	Height      int               `json:"height,omitempty"`
	Sort        string            `json:"sort,omitempty"` // of the library: "", "title", "created"
}
