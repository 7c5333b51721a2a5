#include "mupdfapi.h"

/* MuPDF's text of a page as it lies in memory (mupdf/fitz/structured-text.h).
 * Its own JSON of it takes as long to write and to read as the page itself. */

typedef struct { float x, y; } fz_point;
typedef struct { fz_point ul, ur, ll, lr; } fz_quad;
typedef struct fz_font fz_font;

typedef struct fz_stext_char {
	int c, bidi, color;
	fz_point origin;
	fz_quad quad;
	float size;
	fz_font *font;
	struct fz_stext_char *next;
} fz_stext_char;

typedef struct fz_stext_line {
	int wmode;
	fz_point dir;
	fz_rect bbox;
	fz_stext_char *first_char, *last_char;
	struct fz_stext_line *prev, *next;
} fz_stext_line;

typedef struct fz_stext_block {
	int type; /* 0 for text */
	fz_rect bbox;
	union {
		struct { fz_stext_line *first_line, *last_line; } t;
		struct { fz_matrix transform; void *image; } i;
	} u;
	struct fz_stext_block *prev, *next;
} fz_stext_block;

struct fz_stext_page {
	void *pool;
	fz_rect mediabox;
	fz_stext_block *first_block, *last_block;
};

LATE const char *fz_font_name(fz_context *ctx, fz_font *font);
LATE int fz_font_is_bold(fz_context *ctx, fz_font *font);
LATE int fz_font_is_italic(fz_context *ctx, fz_font *font);
LATE int fz_runetochar(char *str, int rune);

/* Tenths of a point, as much as a place is worth. */
static float tenths(float v)
{
	return (float)(int)(v * 10) / 10;
}

static void place(edu_span *s, fz_rect box)
{
	s->x0 = tenths(box.x0);
	s->y0 = tenths(box.y0);
	s->x1 = s->x0 + tenths(box.x1 - box.x0);
	s->y1 = s->y0 + tenths(box.y1 - box.y0);
}

/* Appends the text of a record, padded to whole words. */
static void append(fz_context *ctx, fz_buffer *buf, edu_span *s, const char *text, size_t len)
{
	static const char zeros[4];
	s->length = (int)len;
	fz_append_data(ctx, buf, s, sizeof *s);
	fz_append_data(ctx, buf, text, len);
	fz_append_data(ctx, buf, zeros, (4 - len % 4) % 4);
}

static void write_font(fz_context *ctx, fz_buffer *buf, fz_font *font)
{
	edu_span s = { EDU_SPAN_FONT };
	const char *name = fz_font_name(ctx, font);
	size_t len = 0;
	while (name && name[len])
		len++;
	append(ctx, buf, &s, name, len);
}

static void write_line(fz_context *ctx, fz_buffer *buf, fz_stext_line *line)
{
	edu_span s = { EDU_SPAN_TEXT };
	char text[4096];
	fz_stext_char *c = line->first_char;
	place(&s, line->bbox);
	s.base = tenths(c->origin.y);
	s.size = tenths(c->size);
	s.flags = (fz_font_is_bold(ctx, c->font) ? EDU_BOLD : 0) | (fz_font_is_italic(ctx, c->font) ? EDU_ITALIC : 0);
	while (c) {
		size_t len = 0;
		for (; c && len + 4 <= sizeof text; c = c->next)
			len += fz_runetochar(text + len, c->c < 32 ? ' ' : c->c);
		append(ctx, buf, &s, text, len);
		s.kind = EDU_SPAN_MORE;
	}
}

void edu_write_spans(fz_context *ctx, fz_buffer *buf, const struct fz_stext_page *page)
{
	fz_font *font = NULL;
	for (fz_stext_block *b = page->first_block; b; b = b->next) {
		if (b->type != 0) {
			edu_span s = { EDU_SPAN_PICTURE };
			place(&s, b->bbox);
			append(ctx, buf, &s, NULL, 0);
			continue;
		}
		for (fz_stext_line *line = b->u.t.first_line; line; line = line->next) {
			if (!line->first_char)
				continue;
			if (line->first_char->font != font) {
				font = line->first_char->font;
				write_font(ctx, buf, font);
			}
			write_line(ctx, buf, line);
		}
	}
}
