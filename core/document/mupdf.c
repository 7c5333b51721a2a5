#include "mupdfapi.h"

#include <setjmp.h>
#include <stdlib.h>

typedef struct fz_stream fz_stream;
typedef struct fz_document fz_document;
typedef struct fz_page fz_page;
typedef struct { int flags; float scale; } fz_stext_options;

enum { KEEP_IMAGES = 4, KEEP_SPANS = 32 };

LATE fz_context *fz_new_context_imp(const void *alloc, const void *locks, size_t store, const char *version);
LATE void fz_register_document_handlers(fz_context *ctx);
LATE fz_stream *fz_open_memory(fz_context *ctx, const unsigned char *data, size_t len);
LATE fz_document *fz_open_document_with_stream(fz_context *ctx, const char *magic, fz_stream *stream);
LATE int fz_needs_password(fz_context *ctx, fz_document *doc);
LATE int fz_count_pages(fz_context *ctx, fz_document *doc);
LATE fz_page *fz_load_page(fz_context *ctx, fz_document *doc, int number);
LATE void fz_drop_page(fz_context *ctx, fz_page *page);
LATE fz_rect fz_bound_page(fz_context *ctx, fz_page *page);
LATE void fz_run_page_contents(fz_context *ctx, fz_page *page, fz_device *dev, fz_matrix m, void *cookie);
LATE fz_stext_page *fz_new_stext_page(fz_context *ctx, fz_rect mediabox);
LATE void fz_drop_stext_page(fz_context *ctx, fz_stext_page *text);
LATE fz_device *fz_new_stext_device(fz_context *ctx, fz_stext_page *text, const fz_stext_options *options);
LATE void fz_close_device(fz_context *ctx, fz_device *dev);
LATE void fz_drop_device(fz_context *ctx, fz_device *dev);
LATE fz_buffer *fz_new_buffer(fz_context *ctx, size_t capacity);
LATE void fz_clear_buffer(fz_context *ctx, fz_buffer *buf);
LATE size_t fz_buffer_storage(fz_context *ctx, fz_buffer *buf, unsigned char **data);
LATE void fz_disable_icc(fz_context *ctx);

/* MuPDF's exceptions: a stack of jump buffers in the context. */
LATE jmp_buf *fz_push_try(fz_context *ctx);
LATE int fz_do_try(fz_context *ctx);
LATE int (fz_do_catch)(fz_context *ctx);
LATE void fz_report_error(fz_context *ctx);

#if defined(__APPLE__)
#define SET_JUMP(buf) _setjmp(buf)
#else
#define SET_JUMP(buf) setjmp(buf)
#endif
#define TRY(ctx) if (!SET_JUMP(*fz_push_try(ctx))) if (fz_do_try(ctx)) do
#define CATCH(ctx) while (0); if ((fz_do_catch)(ctx))

struct edu_doc {
	fz_context *ctx;
	fz_document *doc;
	fz_buffer *buf;
};

static const size_t store_bytes = 64 << 20;

int edu_open(const unsigned char *data, size_t size, edu_doc **out)
{
	edu_doc *d = calloc(1, sizeof *d);
	volatile int count = EDU_OPEN;
	if (!d)
		return EDU_MEMORY;
	*out = d;
	d->ctx = fz_new_context_imp(NULL, NULL, store_bytes, MUPDF_VERSION);
	if (!d->ctx)
		return EDU_VERSION;
	TRY(d->ctx) {
		fz_stream *stream;
		fz_disable_icc(d->ctx); /* text has no colours */
		fz_register_document_handlers(d->ctx);
		stream = fz_open_memory(d->ctx, data, size);
		d->doc = fz_open_document_with_stream(d->ctx, "application/pdf", stream);
		d->buf = fz_new_buffer(d->ctx, 1 << 16);
		if (fz_needs_password(d->ctx, d->doc)) {
			count = EDU_LOCKED;
		} else {
			count = EDU_COUNT;
			count = fz_count_pages(d->ctx, d->doc);
			if (count < 0)
				count = EDU_COUNT;
		}
	}
	CATCH(d->ctx) {
		fz_report_error(d->ctx);
	}
	return count;
}

/* What was made of a page, so that it can be let go after a failure. */
struct work {
	fz_page *page;
	fz_stext_page *text;
	fz_device *dev;
};

static void write_page(edu_doc *d, int n, int form, struct work volatile *w, float *width, float *height)
{
	fz_stext_options options = { KEEP_SPANS | KEEP_IMAGES, 1 };
	fz_matrix identity = { 1, 0, 0, 1, 0, 0 };
	fz_rect box;
	w->page = fz_load_page(d->ctx, d->doc, n);
	box = fz_bound_page(d->ctx, w->page);
	*width = box.x1 - box.x0;
	*height = box.y1 - box.y0;
	if (form == EDU_GLYPHS) {
		w->dev = edu_new_glyph_device(d->ctx, d->buf);
		fz_run_page_contents(d->ctx, w->page, w->dev, identity, NULL);
		fz_close_device(d->ctx, w->dev);
		return;
	}
	w->text = fz_new_stext_page(d->ctx, box);
	w->dev = fz_new_stext_device(d->ctx, w->text, &options);
	fz_run_page_contents(d->ctx, w->page, w->dev, identity, NULL);
	fz_close_device(d->ctx, w->dev);
	edu_write_spans(d->ctx, d->buf, w->text);
}

int edu_text(edu_doc *d, int n, int form, const unsigned char **data, size_t *size, float *width, float *height)
{
	struct work volatile w = { NULL, NULL, NULL };
	volatile int status = 0;
	unsigned char *bytes = NULL;
	fz_clear_buffer(d->ctx, d->buf);
	TRY(d->ctx) {
		write_page(d, n, form, &w, width, height);
	}
	CATCH(d->ctx) {
		fz_report_error(d->ctx);
		status = -1;
	}
	/* These accept NULL and do not throw. */
	fz_drop_device(d->ctx, w.dev);
	fz_drop_stext_page(d->ctx, w.text);
	fz_drop_page(d->ctx, w.page);
	*size = fz_buffer_storage(d->ctx, d->buf, &bytes);
	*data = bytes;
	return status;
}
