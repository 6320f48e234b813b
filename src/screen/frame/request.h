/* request.h: a command in the words of the command line, on its way from the
 * palette, a key or a fix to the action: read ones show their text, writing ones
 * first show what they would do. */
#ifndef SCREEN_FRAME_REQUEST_H
#define SCREEN_FRAME_REQUEST_H

#include "action/core/action.h"
#include "screen/frame/screen.h"

enum { REQUEST_WORDS = 64 };

struct request {
	struct arena arena;
	const char *word[REQUEST_WORDS];
	size_t n;
	const struct action *action;
	struct args args;
	struct options opts;
	bool after_save;		/* nobody asked for it: what was saved is checked */
	bool to_save;			/* it opens the vault for the dialog below, which is
					 * saved then */
};

void request_release(struct request *request);
/* Split into words: blanks part, quotes hold together.  False: an open quote or
 * too many words. */
bool request_split(struct request *request, const char *text,
		   struct error *err) MUST_CHECK;
void request_words(struct request *request, const char *const *words, size_t n);
/* The answer of a handler: these words. */
void request_go(struct screen *screen, const char *const *words, size_t n);
/* Words -> action and arguments, and may the subject run it. */
bool request_parse(struct request *request, struct screen *screen,
		   struct error *err) MUST_CHECK;
/* The words as a line, quoted where needed. */
void request_line(const struct request *request, struct buf *out);
/* Text of a result, for a page of so many cells: its own, or its rows aligned, and its
 * message. */
void request_text(const struct result *result, size_t cells, struct buf *out);
/* "You have no ...; needs Can Edit. Ask an Admin." on one line. */
void request_error(const struct error *err, struct buf *out);
/* It on the message line, after these words. */
void request_toast(struct screen *screen, const char *before,
		   const struct error *err);

#endif
