package gemini

import "google.golang.org/genai"

// storySchema binds the shape of the answer. The order of the fields is the
// order in which they are written, so that the first page's picture can be
// drawn while the rest is still coming. Counts are asked for in words: the
// service refuses schemas with too many bounds.
func storySchema() *genai.Schema {
	text := func(what string) *genai.Schema { return &genai.Schema{Type: genai.TypeString, Description: what} }
	number := func(what string) *genai.Schema { return &genai.Schema{Type: genai.TypeInteger, Description: what} }
	list := func(of *genai.Schema) *genai.Schema { return &genai.Schema{Type: genai.TypeArray, Items: of} }
	sentence := object([]field{
		{"text", text("one sentence")},
		{"source_page", number("page of the document it rests on")},
		{"quote", text("the passage it rests on, copied letter by letter")},
	})
	page := object([]field{
		{"title", text("title of the page")},
		{"sentences", list(sentence)},
		{"picture", text("what the picture shows")},
		{"alt", text("the picture in one sentence")},
	})
	question := object([]field{
		{"question", text("the question")},
		{"options", list(text("an option"))},
		{"answer", number("index of the right option, from 0")},
		{"explanation", text("why it is right, with the page of the story")},
		{"source_page", number("page of the document it rests on")},
		{"story_page", number("page of the story it is about, from 1")},
		{"exercise", &genai.Schema{Type: genai.TypeBoolean, Description: "whether it stands in the document"}},
	})
	term := object([]field{
		{"term", text("the term")},
		{"definition", text("the document's own explanation")},
		{"source_page", number("page of the document it stands on")},
	})
	return object([]field{
		{"title", text("title of the story")},
		{"language", text("BCP 47 tag")},
		{"characters", text("the character sheet")},
		{"pages", list(page)},
		{"quiz", list(question)},
		{"glossary", list(term)},
	})
}

type field struct {
	name   string
	schema *genai.Schema
}

// object makes a schema of fields that are all required, in this order.
func object(fields []field) *genai.Schema {
	s := &genai.Schema{Type: genai.TypeObject, Properties: map[string]*genai.Schema{}}
	for _, f := range fields {
		s.Properties[f.name] = f.schema
		s.PropertyOrdering = append(s.PropertyOrdering, f.name)
		s.Required = append(s.Required, f.name)
	}
	return s
}
