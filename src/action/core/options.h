/* options.h: how an action is run and answered: what any verb takes on the command
 * line, and what a face wants of it. */
#ifndef ACTION_CORE_OPTIONS_H
#define ACTION_CORE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct error;

/* Who is asked for what may stand in no argument, and shown what is shown once.  What
 * is typed goes straight into locked memory, which the action lends. */
struct kdf;

struct secret_face {
	/* A line without an echo: at most `most` bytes and a NUL at `at`.  name: of the
	 * parameter that it stands for, "again" where it is typed twice. */
	bool (*ask)(void *ctx, const char *name, const char *what, char *at, size_t most, size_t *n,
		    struct error *err);
	/* name: what it is called in JSON. */
	bool (*show)(void *ctx, const char *name, const char *title, const char *text,
		     struct error *err);
	/* The value of what is called so; pipe: it goes to no terminal. */
	bool (*reveal)(void *ctx, const char *name, const char *value, size_t n);
	bool pipe;
	/* The value goes elsewhere unseen, and this is where, after "into "; known: who
	 * sits there was told so before.  NULL: there is no such place. */
	bool (*copy)(void *ctx, const char *name, const char *value, size_t n);
	const char *copies_to;
	bool copy_known;
	/* Who makes the keys of passphrases (struct kdf_maker); NULL: the action, at
	 * once. */
	bool (*key)(void *ctx, struct kdf *kdf, bool fresh, const char *passphrase, size_t n,
		    unsigned char *key, struct error *err);
	void *ctx;
};

/* Somebody enters a code elsewhere (RFC 8628), while this waits. */
struct device_face {
	void (*show)(void *ctx, const char *user_code, const char *address, int64_t seconds);
	/* Until fd is readable, or ms are over.  False: whoever sits there gave up. */
	bool (*wait)(void *ctx, int fd, int64_t ms);
	void *ctx;
};

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV };
struct options {
	enum format format;
	bool yes, dry_run, no_color, help;
	bool asks;		/* whoever sits there can be asked for the yes */
	bool preview;		/* a dry run by `access preview`: nobody means to
				 * write, so the store need not be writable */
	/* Of changes of the whole: what was typed where a number is wanted, the plan
	 * that was shown (result.plan; 0: none was), and how many rows of it are
	 * shown as text (0: as the verb has it). */
	const char *typed;
	uint64_t plan;
	size_t rows;
	const char *reason;	/* why it is done, for the log; or NULL */
	bool few;		/* list only the first rows of a preview; all are counted */
	/* Takes (and empties) what was written so far of a preview in a dry run, or of
	 * what may be long, so that it need not be held; or NULL.  False: nobody reads
	 * any more. */
	bool (*drain)(void *ctx, struct buf *out);
	void *drain_ctx;
	const struct secret_face *secrets;	/* NULL: nobody is there */
	const struct device_face *device;	/* the same */
	/* A slow verb says how far it is, at last done == all; NULL: to nobody. */
	void (*progress)(const char *what, size_t done, size_t all);
};

#endif
