#include "mupdfapi.h"

#include <math.h>

/* MuPDF's own text device deals the characters of an ActualText out to the
 * glyphs one by one and turns right-to-left runs around by its own lights, so
 * that it no longer shows what a glyph stood for. This one hands everything
 * on as it is in the file. */

typedef struct { int refs; } fz_font;
typedef struct fz_colorspace fz_colorspace;
typedef struct fz_stroke_state fz_stroke_state;
typedef struct { unsigned char intent, black_point, overprint, mode; } fz_color_params;
typedef struct { float x, y; int gid, ucs, cid; } fz_text_item;

typedef struct fz_text_span {
	fz_font *font;
	fz_matrix trm;
	unsigned wmode : 1, bidi_level : 7, markup_dir : 2, language : 15;
	int len, cap;
	fz_text_item *items;
	struct fz_text_span *next;
} fz_text_span;

typedef struct { int refs; fz_text_span *head, *tail; } fz_text;

typedef void slot(void); /* a callback that stays empty */

struct fz_device {
	int refs, hints, flags;
	slot *close_device, *drop_device;
	slot *paths[4];
	void (*fill_text)(fz_context *, fz_device *, const fz_text *, fz_matrix, fz_colorspace *, const float *, float, fz_color_params);
	void (*stroke_text)(fz_context *, fz_device *, const fz_text *, const fz_stroke_state *, fz_matrix, fz_colorspace *, const float *, float, fz_color_params);
	void (*clip_text)(fz_context *, fz_device *, const fz_text *, fz_matrix, fz_rect);
	void (*clip_stroke_text)(fz_context *, fz_device *, const fz_text *, const fz_stroke_state *, fz_matrix, fz_rect);
	void (*ignore_text)(fz_context *, fz_device *, const fz_text *, fz_matrix);
	slot *pictures[4];
	slot *pop_clip;
	slot *groups[4];
	slot *tiles[2];
	slot *settings[2];
	slot *layers[2];
	slot *structure[2];
	void (*begin_metatext)(fz_context *, fz_device *, int, const char *);
	void (*end_metatext)(fz_context *, fz_device *);
	fz_rect d1_rect;
	int container_len, container_cap;
	void *container;
};

enum { ACTUAL_TEXT = 0 };

LATE fz_device *fz_new_device_of_size(fz_context *ctx, int size);
LATE float fz_advance_glyph(fz_context *ctx, fz_font *font, int gid, int wmode);
LATE fz_rect fz_bound_glyph(fz_context *ctx, fz_font *font, int gid, fz_matrix trm);
LATE float fz_font_ascender(fz_context *ctx, fz_font *font);
LATE float fz_font_descender(fz_context *ctx, fz_font *font);
LATE int fz_font_is_bold(fz_context *ctx, fz_font *font);
LATE int fz_font_is_italic(fz_context *ctx, fz_font *font);
LATE const char *fz_font_name(fz_context *ctx, fz_font *font);
LATE int fz_chartorune(int *rune, const char *s);

struct glyph_device {
	fz_device base;
	fz_buffer *buf;
	const fz_font *font; /* whose name was written last */
	int depth;           /* of metatexts */
	int actual;          /* the depth at which the outermost ActualText began */
};

static void put(fz_context *ctx, struct glyph_device *d, int kind, int rune)
{
	edu_glyph g = { 0 };
	g.kind = kind;
	g.rune = rune;
	fz_append_data(ctx, d->buf, &g, sizeof g);
}

static fz_matrix times(fz_matrix m, fz_matrix n)
{
	fz_matrix r;
	r.a = m.a * n.a + m.b * n.c;
	r.b = m.a * n.b + m.b * n.d;
	r.c = m.c * n.a + m.d * n.c;
	r.d = m.c * n.b + m.d * n.d;
	r.e = m.e * n.a + m.f * n.c + n.e;
	r.f = m.e * n.b + m.f * n.d + n.f;
	return r;
}

/* A font's share of an edu_glyph. */
static edu_glyph of_font(fz_context *ctx, fz_font *font)
{
	edu_glyph g = { 0 };
	g.kind = EDU_PRINT;
	g.y0 = fz_font_ascender(ctx, font);
	g.y1 = fz_font_descender(ctx, font);
	g.flags = (fz_font_is_bold(ctx, font) ? EDU_BOLD : 0) | (fz_font_is_italic(ctx, font) ? EDU_ITALIC : 0);
	return g;
}

/* Places the glyph of item, whose font's share is in *g. Print that does not
 * stand upright is left out. */
static int place(fz_context *ctx, const fz_text_span *span, const fz_text_item *item, fz_matrix ctm, edu_glyph *g)
{
	float advance, ascent = g->y0, descent = g->y1;
	fz_matrix m = span->trm;
	m.e = item->x;
	m.f = item->y;
	m = times(m, ctm);
	if (fabsf(m.b) > fabsf(m.a) * 0.1f)
		return 0;
	g->size = sqrtf(fabsf(m.a * m.d - m.b * m.c));
	g->base = m.f;
	g->y0 = m.f + ascent * m.d;
	g->y1 = m.f + descent * m.d;
	advance = fz_advance_glyph(ctx, span->font, item->gid, 0) * m.a;
	g->x0 = m.e;
	g->x1 = m.e + advance;
	if (fabsf(advance) < 0.01f * g->size) {
		fz_rect ink = fz_bound_glyph(ctx, span->font, item->gid, m);
		g->flags |= EDU_STILL;
		if (ink.x0 < ink.x1 && ink.x1 - ink.x0 < 3 * g->size) {
			g->x0 = ink.x0;
			g->x1 = ink.x1;
		}
	}
	return 1;
}

static void write_span(fz_context *ctx, struct glyph_device *d, const fz_text_span *span, fz_matrix ctm)
{
	const edu_glyph font = of_font(ctx, span->font);
	int i, kept = 0;
	if (span->wmode)
		return;
	if (d->font != span->font) {
		const char *name = fz_font_name(ctx, span->font);
		put(ctx, d, EDU_FONT, 0);
		for (; *name; name++)
			put(ctx, d, EDU_FONT, (unsigned char)*name);
		d->font = span->font;
	}
	for (i = 0; i < span->len; i++) {
		const fz_text_item *item = &span->items[i];
		edu_glyph g = font;
		if (item->gid < 0) {
			if (kept)
				put(ctx, d, EDU_MORE, item->ucs);
			continue;
		}
		kept = place(ctx, span, item, ctm, &g);
		g.rune = item->ucs;
		if (kept)
			fz_append_data(ctx, d->buf, &g, sizeof g);
	}
}

static void write_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm)
{
	const fz_text_span *span;
	for (span = text->head; span; span = span->next)
		write_span(ctx, (struct glyph_device *)dev, span, ctm);
}

static void on_fill(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm, fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
	(void)space, (void)color, (void)alpha, (void)params;
	write_text(ctx, dev, text, ctm);
}

static void on_stroke(fz_context *ctx, fz_device *dev, const fz_text *text, const fz_stroke_state *stroke, fz_matrix ctm, fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
	(void)stroke, (void)space, (void)color, (void)alpha, (void)params;
	write_text(ctx, dev, text, ctm);
}

static void on_clip(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm, fz_rect scissor)
{
	(void)scissor;
	write_text(ctx, dev, text, ctm);
}

static void on_clip_stroke(fz_context *ctx, fz_device *dev, const fz_text *text, const fz_stroke_state *stroke, fz_matrix ctm, fz_rect scissor)
{
	(void)stroke, (void)scissor;
	write_text(ctx, dev, text, ctm);
}

static void on_begin(fz_context *ctx, fz_device *dev, int meta, const char *text)
{
	struct glyph_device *d = (struct glyph_device *)dev;
	d->depth++;
	if (meta != ACTUAL_TEXT || d->actual || !text)
		return;
	d->actual = d->depth;
	put(ctx, d, EDU_BEGIN, 0);
	while (*text) {
		int rune;
		text += fz_chartorune(&rune, text);
		put(ctx, d, EDU_ACTUAL, rune);
	}
}

static void on_end(fz_context *ctx, fz_device *dev)
{
	struct glyph_device *d = (struct glyph_device *)dev;
	if (d->actual && d->actual == d->depth) {
		put(ctx, d, EDU_END, 0);
		d->actual = 0;
	}
	d->depth--;
}

fz_device *edu_new_glyph_device(fz_context *ctx, fz_buffer *buf)
{
	struct glyph_device *d = (struct glyph_device *)fz_new_device_of_size(ctx, sizeof *d);
	d->buf = buf;
	d->base.fill_text = on_fill;
	d->base.stroke_text = on_stroke;
	d->base.clip_text = on_clip;
	d->base.clip_stroke_text = on_clip_stroke;
	d->base.ignore_text = write_text;
	d->base.begin_metatext = on_begin;
	d->base.end_metatext = on_end;
	return &d->base;
}
