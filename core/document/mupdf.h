/* What the child asks of MuPDF beside go-fitz: the text of a page with the
 * place and the size of every piece. go-fitz brings the library (its static
 * archive is linked with the program) but hands out text without places.
 *
 * Every function returns 0 or a count on success and a negative number on
 * failure; MuPDF's exceptions do not leave this file. */
#ifndef EDU_MUPDF_H
#define EDU_MUPDF_H

#include <stddef.h>

typedef struct edu_doc edu_doc;

/* Failures of edu_open. */
enum { EDU_VERSION = -1, EDU_OPEN = -2, EDU_LOCKED = -3, EDU_COUNT = -4, EDU_MEMORY = -5 };

/* Opens size bytes at data as a PDF. The bytes must stay until the process
 * ends. Gives the number of pages, which may be absurd, or a failure. */
int edu_open(const unsigned char *data, size_t size, edu_doc **out);

/* The forms in which edu_text gives a page. */
enum { EDU_SPANS = 0, EDU_GLYPHS = 1 };

/* Gives page n (from 0): as a row of edu_span with one record a piece of
 * uniform font and one a picture (EDU_SPANS), or as a row of edu_glyph in the order of the file (EDU_GLYPHS). The bytes are valid until
 * the next call. Width and height are the page's, in points. */
int edu_text(edu_doc *doc, int n, int form, const unsigned char **data, size_t *size, float *width, float *height);

/* What an edu_span is. */
enum {
	EDU_SPAN_TEXT = 0,
	EDU_SPAN_MORE = 1,    /* the rest of a long text */
	EDU_SPAN_PICTURE = 2, /* it has a box only */
	EDU_SPAN_FONT = 3     /* its text is the name of the font that follows */
};

/* A piece of text in points, y downwards, in steps of a tenth. Length bytes of
 * UTF-8 follow it, and zeros up to a multiple of four. */
typedef struct {
	int kind;
	float x0, y0, x1, y1;
	float base, size;
	int flags;
	int length;
} edu_span;

/* What an edu_glyph is. */
enum {
	EDU_PRINT = 0,  /* a glyph and the first character it stands for */
	EDU_MORE = 1,   /* a further character of the glyph before */
	EDU_BEGIN = 2,  /* the following glyphs have an ActualText (ISO 32000-1, 14.9.4) */
	EDU_ACTUAL = 3, /* a character of it */
	EDU_END = 4,    /* the last glyph it covers has been */
	EDU_FONT = 5    /* a byte of the name of the font that follows */
};

/* A glyph with its place in points, y downwards: from the pen's place to the
 * next and from ascender to descender; for one that does not move the pen,
 * x0 and x1 are those of its ink. */
typedef struct {
	int kind;
	int rune; /* 0 for none, -1 where it is unknown */
	float x0, y0, x1, y1;
	float base, size;
	int flags;
} edu_glyph;

enum { EDU_BOLD = 1, EDU_ITALIC = 2, EDU_STILL = 4 /* does not move the pen */ };

#endif
