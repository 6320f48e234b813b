/* words.h: answers as words.  Text is raw: making it safe is the job of whoever shows
 * it. */
#ifndef ACCESS_WORDS_H
#define ACCESS_WORDS_H

#include "access/access.h"

struct buf;
struct json;
struct seen;

const char *reason_code(enum reason reason);	/* "ROLE_CAP_VIEWER" */
bool reason_find(const char *code, enum reason *out);
const char *can_code(enum can can);		/* "view_app" */
const char *can_label(enum can can);		/* "view app" */
/* "view app and Logic, interact, comment": of bits 1 << enum can. */
void can_list(unsigned bits, struct buf *out);
bool can_find(const char *code, enum can *out);
const char *via_code(enum via via);

/* All of them name only what may be seen (seen.h).
 * "Bob Stein can view Revenue model. ..." */
const char *access_sentence(const struct seen *seen, const struct answer *a,
			    struct arena *arena);
/* The same beside the ladder, which names what holds: two or three lines. */
const char *access_brief(const struct seen *seen, const struct answer *a,
			 struct arena *arena);
/* "role Viewer; Snowflake prod": why the level is what it is, short. */
const char *access_why(const struct seen *seen, const struct answer *a,
		       struct arena *arena);
/* "Can Edit -> Can View   role Viewer; Snowflake prod" */
const char *access_line(const struct seen *seen, const struct answer *a,
			struct arena *arena);
/* "Data Team, Workspace guests" or "Admins only"; "" to whom may not see all of the
 * asset. */
const char *access_shared_with(const struct seen *seen, uint32_t asset,
			       struct arena *arena);
/* The members of a user object of INTERFACES 3, without its braces:
 * id, email, role, active, granted, effective, reason, sources, blocked, limits,
 * can, sentence.  by_project: starts with project id and title instead. */
void access_answer_json(struct json *json, const struct seen *seen,
			const struct answer *a, bool by_project,
			struct arena *arena);
/* Codes joined by '+', "ASSET_MISSING:name" with % and + escaped, "ASSET_MISSING:?"
 * where it may not be seen (CSV). */
const char *access_limits_csv(const struct seen *seen, const struct answer *a,
			      struct arena *arena);

#endif
