/* asked.h: a courier asked as action/check asks it, and its answer looked at. */
#ifndef TESTS_COURIER_ASKED_H
#define TESTS_COURIER_ASKED_H

#include "model/check/check.h"
#include "post/post.h"

struct asked {
	struct arena arena;
	struct check check;
};

/* Where the programs were built, to be the only place where they are looked for. */
const char *asked_folder(void);
/* All that it says, up to its end or its deadline; post is freed. */
void asked_hear(struct post *post, struct asked *asked);
/* A database: more: members of "fields", with a comma before each; secrets: of
 * "secrets". */
#define PASSWORD(text) "\"password\":\"" text "\""
void ask(const char *program, const char *host, const char *port, const char *secrets,
	 const char *more, int64_t ms, struct asked *asked);
/* The step ended so; reason "": none. */
void asked_is(const struct asked *asked, const char *step, const char *status,
	      const char *reason);
/* What it says of it; "": nothing. */
const char *asked_detail(const struct asked *asked, const char *step);
void asked_forget(struct asked *asked);

#endif
