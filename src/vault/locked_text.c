/* locked_text.c: see locked_text.h. */
#include "vault/locked_text.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "vault/locked.h"

void locked_text_init(struct locked_text *text, size_t most)
{
	text->at = locked_new(most + 2);
	text->n = 0;
	text->most = most;
}

void locked_text_release(struct locked_text *text)
{
	locked_free(text->at);
	text->at = NULL;
	text->n = 0;
}

bool locked_text_read(struct locked_text *text, int fd, struct error *err)
{
	ssize_t got;

	text->n = 0;
	while (text->n < text->most + 1) {	/* one more: the newline */
		got = read(fd, text->at + text->n, text->most + 1 - text->n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return error_set(err, ERROR_INVALID, "DESCRIPTOR",
					 "descriptor %d cannot be read: %s", fd,
					 strerror(errno));
		if (got == 0)
			break;
		text->n += (size_t)got;
	}
	if (text->n && text->at[text->n - 1] == '\n')
		text->n--;
	text->at[text->n] = '\0';
	if (text->n <= text->most)
		return true;
	return error_set(err, ERROR_INVALID, "TOO_LONG",
			 "descriptor %d gives more than %zu bytes", fd, text->most);
}
