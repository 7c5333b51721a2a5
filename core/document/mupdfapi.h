#include "mupdf.h"

/* MuPDF's interface as far as it is used here, for the version below: its
 * headers are inside go-fitz's module, where no other package can reach them.
 * Types whose insides are not needed stay opaque. MuPDF refuses to make a context
 * for another version, so that an update of go-fitz shows up as EDU_VERSION
 * (and in the tests) instead of as a wrong call.
 *
 * The declarations are weak because cgo links this package by itself once, to
 * look at it, when the library is not there yet. */
#define MUPDF_VERSION "1.24.9"
#define LATE __attribute__((weak))

typedef struct fz_context fz_context;
typedef struct fz_device fz_device;
typedef struct fz_buffer fz_buffer;
typedef struct { float x0, y0, x1, y1; } fz_rect;
typedef struct { float a, b, c, d, e, f; } fz_matrix;

/* Lets a buffer grow; throws when it cannot. */
LATE void fz_append_data(fz_context *ctx, fz_buffer *buf, const void *data, size_t len);

/* A device that writes an edu_glyph into buf for every glyph that it is given
 * and every ActualText. */
fz_device *edu_new_glyph_device(fz_context *ctx, fz_buffer *buf);

typedef struct fz_stext_page fz_stext_page;

/* Writes a page's pieces and pictures into buf, as edu_span records. */
void edu_write_spans(fz_context *ctx, fz_buffer *buf, const fz_stext_page *page);
