/* options.h: how an action is run and answered: what any verb takes on the command
 * line, and what a face wants of it. */
#ifndef ACTION_CORE_OPTIONS_H
#define ACTION_CORE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV };
struct options {
	enum format format;
	bool yes, dry_run, no_color, help;
	bool preview;		/* a dry run by `access preview`: nobody means to
				 * write, so the store need not be writable */
	/* Of changes of the whole: what was typed where a number is wanted, the plan
	 * that was shown (result.plan; 0: none was), and how many rows of it are
	 * shown as text (0: as the verb has it). */
	const char *typed;
	uint64_t plan;
	size_t rows;
	bool few;		/* list only the first rows of a preview; all are counted */
	/* Takes (and empties) what was written of a preview in a dry run, so that it
	 * need not be held; or NULL. */
	void (*drain)(void *ctx, struct buf *out);
	void *drain_ctx;
	/* A slow verb says how far it is, at last done == all; NULL: to nobody. */
	void (*progress)(const char *what, size_t done, size_t all);
};

#endif
