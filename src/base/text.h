/* text.h: UTF-8 and terminal cells.  Foreign text passes text_safe before it
 * reaches a terminal or a log. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"

/* Decode one code point of the n bytes at s (n > 0).  Returns the bytes used
 * (at least 1); an invalid byte gives U+FFFD and *valid = false.  Overlong
 * forms, surrogates and values above U+10FFFF are invalid. */
size_t text_decode(const char *s, size_t n, uint32_t *point, bool *valid);
size_t text_encode(uint32_t point, char out[4]);

/* Byte offset of the first invalid sequence, or n when all is well. */
size_t text_valid(const char *s, size_t n);
size_t text_points(const char *s);		/* code points */
bool text_is_ascii(const char *s);

/* Cells one point takes on a terminal: 0, 1 or 2; -1 if not printable. */
int text_point_width(uint32_t point);
/* Cells of a safe string (unprintable counts as 1). */
size_t text_width(const char *s);

/* Append src with controls, bidi, zero-width and other invisible characters
 * as visible escapes (\x1b, \u202e), invalid bytes as U+FFFD. */
void text_safe(struct buf *out, const char *src);
/* True if text_safe would leave it as it is. */
bool text_is_safe(const char *src);

/* Append src made safe and cut to `cells`, the last cell an ellipsis where
 * something was cut (also within an escape). */
void text_cut(struct buf *out, const char *src, size_t cells);
/* The same, but a word in brackets at the end stays, and what stands before it is
 * cut: "Bob S... (b@x.test)"; without room for both, the word alone. */
void text_cut_told(struct buf *out, const char *src, size_t cells);
/* As text_cut, filled with blanks to exactly `cells`. */
void text_fit(struct buf *out, const char *src, size_t cells);

/* True for C0 and C1 controls and DEL anywhere (what typed text may not have). */
bool text_has_control(const char *src);
/* ... or for what else has no ink: bidi controls, zero-width signs, tags. */
bool text_has_hidden(const char *src);

/* ---- one form (D33) ---------------------------------------------------------- */

/* What is compared instead of src: full case folding and NFKC, in no locale.
 * Compare so: <0, 0, >0. */
void text_fold(struct buf *out, const char *src);
int text_casecmp(const char *a, const char *b);
/* A number for what text_fold() makes of it; never 0, and even. */
uint64_t text_fold_hash(const char *src);
/* In capitals, point by point, in no locale: what has none stays. */
void text_upper(struct buf *out, const char *src);
/* NFC. */
void text_compose(struct buf *out, const char *src);
/* As names and e-mails are stored: in NFC, without blanks of any kind and
 * zero-width signs at the ends; src itself where that changes nothing. */
const char *text_tidy(const char *src, struct arena *arena) MUST_CHECK;
/* Unicode's White_Space. */
bool text_point_blank(uint32_t point);
bool text_has_capital(const char *src);
/* What src looks like: folded, without what has no ink, the letters of other
 * scripts as the Latin ones that are drawn the same. */
void text_skeleton(struct buf *out, const char *src);

/* Natural order: digits by value, text without regard to case. */
int text_natcmp(const char *a, const char *b);

/* Printing is in ASCII only (locale is not UTF-8): text_cut and text_fit use
 * "~", and '?' for what is not ASCII. */
void text_set_ascii(bool on);
bool text_ascii(void);

/* Set LC_CTYPE so that widths are known (C.UTF-8 where the user's locale is
 * not UTF-8, with text_set_ascii(true)).  Call once at start. */
void text_init(void);

#endif
