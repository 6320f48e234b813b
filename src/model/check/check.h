/* check.h: what a check of an outside service found, step by step (INTERFACES 6).  A
 * courier tells it in lines of JSON; it is kept in the store and shown from there, so
 * that the screen and --format json say the same. */
#ifndef MODEL_CHECK_CHECK_H
#define MODEL_CHECK_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/json_write.h"

enum { CHECK_STEPS = 12, CHECK_DETAIL = 255, CHECK_FIX = 1000 };

struct check_list;

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
	const char *fix;		/* what to do, at most CHECK_FIX bytes; NULL: nothing */
	double ms;
};

/* What a package was resolved to. */
struct check_ref {
	const char *kind, *name;	/* "branch", "main"; kind NULL: it is about none */
	const char *commit;		/* of now; NULL: not found */
	const char *was;		/* the first that this ref was; NULL: none yet */
	const char *repository;		/* of which it is */
	bool moved;			/* a tag that stood elsewhere */
};

/* Whose account signed in at a Git provider; each NULL: not known. */
struct check_account {
	const char *id, *login;		/* "583231", "octocat" */
	const char *of;			/* provider_account() of then */
};

struct check {
	const char *id, *name, *kind, *type;	/* of the thing that was checked */
	enum check_status status;
	const char *reason;		/* of the first of the worst steps; NULL: none */
	const char *identity, *server;	/* as whom, of what; NULL: not known */
	const char *expires;		/* when the credential does, RFC 3339; NULL */
	struct check_account account;
	struct check_ref ref;
	int64_t checked;		/* when it ended, in microseconds */
	int64_t since;			/* ... and when it first failed, and ever since;
					 * 0: it does not */
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

/* What a courier says beside a check, where it was asked for that; of what is NULL
 * nothing may come. */
struct check_ear {
	struct check_list *list;	/* check_list.h: rows go there */
	/* What somebody enters where, and for how many seconds that is good. */
	void (*device)(void *ctx, const char *user_code, const char *address,
		       int64_t seconds);
	/* A credential that was given: it is wiped behind this.  False: no room. */
	bool (*secret)(void *ctx, const char *field, const char *value, size_t n);
	void *ctx;
};

/* check_read.c: a line of a courier:
 *   {"plan":["dns","connect"]}  {"begin":"dns"}  {"server":"..."}  {"identity":"..."}
 *   {"step":"dns","status":"fail","reason":"dns","native":null,"http":null,
 *    "detail":"...","fix":null,"ms":1.5}  {"expires":"..."}  {"done":true}
 *   {"ref":{"kind":"branch","name":"main","commit":"..."}}
 *   {"fact":{"field":"account_id","value":"583231"}}
 * False: it is none. */
bool check_line(struct check *check, const char *line, size_t n, struct arena *arena)
	MUST_CHECK;
/* ... or, for this ear, {"row":{}} {"device":{}} {"secret":{"field":"","value":""}}.
 * Nothing of a secret stays in the check or the arena. */
bool check_hear(struct check *check, const struct check_ear *ear, const char *line,
		size_t n, struct arena *arena) MUST_CHECK;
/* What check_json wrote, but for the names of the thing; false: it is no such thing. */
bool check_parse(struct check *check, const char *text, struct arena *arena) MUST_CHECK;

/* check_write.c: one object of "checks", as INTERFACES 6 has it. */
void check_json(const struct check *check, struct json *json);
/* "Orders replica: fail, auth-bad; used by 9 projects ..."; and what is to be said of a
 * step beside its name and status.  Foreign text is safe. */
void check_head_words(const struct check *check, struct buf *out);
void check_step_words(const struct check_step *step, struct buf *out);
/* "main @ 4ed7209", "v1 @ 4ed7209, moved"; nothing where it is about no ref. */
void check_ref_words(const struct check_ref *ref, struct buf *out);
/* As text: a line of the whole and one of each step. */
void check_text(const struct check *check, struct buf *out);

#endif
