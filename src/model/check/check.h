/* check.h: what a check of an outside service found, step by step (INTERFACES 6).  A
 * courier tells it in lines of JSON; it is kept in the store and shown from there, so
 * that the screen and --format json say the same. */
#ifndef MODEL_CHECK_CHECK_H
#define MODEL_CHECK_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/json_write.h"

enum { CHECK_STEPS = 12, CHECK_DETAIL = 255, CHECK_FIX = 1023 };

/* The later the worse; a check is as bad as its worst step, skipped ones aside. */
enum check_status { CHECK_OK, CHECK_WARN, CHECK_FAIL, CHECK_SKIP };

struct check_step {
	const char *step;		/* "connect" */
	bool begun, ended;
	enum check_status status;
	const char *reason;		/* an id of check_reason.h; NULL: none */
	int64_t http;			/* status; 0: none */
	const char *native;		/* the service's own code, "28P01"; NULL: none */
	const char *detail;		/* foreign text, at most CHECK_DETAIL bytes; NULL */
	const char *fix;		/* what to do; NULL: nothing */
	double ms;
};

struct check {
	const char *id, *name, *kind, *type;	/* of the thing that was checked */
	enum check_status status;
	const char *reason;		/* of the first of the worst steps; NULL: none */
	const char *identity, *server;	/* as whom, of what; NULL: not known */
	int64_t checked;		/* when it ended, in microseconds */
	uint32_t projects, people;	/* who is hit, where it fails */
	struct check_step steps[CHECK_STEPS];
	size_t n_steps;
	bool done;			/* the courier said that this is all */
};

const char *check_status_code(enum check_status status);	/* "ok" */
bool check_status_find(const char *code, enum check_status *out);

/* The step of this name, made where there is none; NULL: there are too many. */
struct check_step *check_step(struct check *check, const char *name,
			      struct arena *arena);
/* It ends with this one step: what is known without asking anybody. */
void check_only(struct check *check, const char *step, enum check_status status,
		const char *reason, const char *detail, struct arena *arena);
/* No more lines come: a step under way fails for this reason (the first one, where none
 * was begun), those after it are skipped, and the whole is judged. */
void check_end(struct check *check, const char *reason, struct arena *arena);
/* status and reason by the steps, those that never ended being skipped. */
void check_judge(struct check *check);

/* check_read.c: a line of a courier:
 *   {"plan":["dns","connect"]}  {"begin":"dns"}  {"server":"..."}  {"identity":"..."}
 *   {"step":"dns","status":"fail","reason":"dns","native":null,"http":null,
 *    "detail":"...","ms":1.5}  {"done":true}
 * False: it is none. */
bool check_line(struct check *check, const char *line, size_t n, struct arena *arena)
	MUST_CHECK;
/* What check_json wrote; false: it is no such thing. */
bool check_parse(struct check *check, const char *text, struct arena *arena) MUST_CHECK;

/* check_write.c: one object of "checks", as INTERFACES 6 has it. */
void check_json(const struct check *check, struct json *json);
/* "Orders replica: fail, auth-bad; used by 9 projects ..."; and what is to be said of a
 * step beside its name and status.  Foreign text is safe. */
void check_head_words(const struct check *check, struct buf *out);
void check_step_words(const struct check_step *step, struct buf *out);
/* As text: a line of the whole and one of each step. */
void check_text(const struct check *check, struct buf *out);

#endif
