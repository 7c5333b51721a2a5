/* What the child asks of MuPDF beside go-fitz: the text of a page with the
 * place and the size of every piece. go-fitz brings the library (its static
 * archive is linked with the program) but hands out text without places.
 *
 * Every function returns 0 or a count on success and a negative number on
 * failure; MuPDF's exceptions do not leave this file. */
#include <stddef.h>

typedef struct edu_doc edu_doc;

/* Failures of edu_open. */
enum { EDU_VERSION = -1, EDU_OPEN = -2, EDU_LOCKED = -3, EDU_COUNT = -4, EDU_MEMORY = -5 };

/* Opens size bytes at data as a PDF. The bytes must stay until the process
 * ends. Gives the number of pages, which may be absurd, or a failure. */
int edu_open(const unsigned char *data, size_t size, edu_doc **out);

/* The forms in which edu_text gives a page. */
enum { EDU_SPANS = 0, EDU_CHARS = 1 };

/* Gives page n (from 0): as JSON with one entry a piece of uniform font and
 * the boxes of the pictures, in tenths of a point (EDU_SPANS), or as XML with
 * one element a character (EDU_CHARS). The bytes are valid until the next
 * call. Width and height are the page's, in points. */
int edu_text(edu_doc *doc, int n, int form, const unsigned char **data, size_t *size, float *width, float *height);
