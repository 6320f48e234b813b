/* answers.h: what the access questions share: who may ask, and the answers as
 * rows, JSON and CSV. */
#ifndef ACTION_JUDGE_ANSWERS_H
#define ACTION_JUDGE_ANSWERS_H

#include "action/core/action.h"
#include "base/json_write.h"

/* Non-Admins ask about themselves only. */
bool answers_at_user(const struct app *app, uint32_t user, struct error *err)
	MUST_CHECK;
/* Non-Admins ask where they have Can View or more. */
bool answers_at_project(const struct app *app, uint32_t project,
		     struct error *err) MUST_CHECK;
bool answers_needs_admin(const struct app *app, const char *what,
		      struct error *err) MUST_CHECK;

/* What an action with the parameters "user" and "project" asks about: the answer, and
 * out->project. */
bool answers_ask(const struct action *self, const struct app *app,
		 const struct args *args, struct result *out,
		 struct answer *answer, struct error *err) MUST_CHECK;
#define ANSWERS_PARAM_USER \
	PARAM_THE_("user", "User", PARAM_USER, "id, e-mail or name")

enum format answers_format(const struct app *app);

/* The users that the subject may see, in order of e-mail. */
uint32_t *answers_users(const struct app *app, struct arena *arena,
		     uint32_t *n);
/* The projects that the subject may see, in order of id. */
uint32_t *answers_projects(const struct app *app, struct arena *arena,
			uint32_t *n);

/* One pair as a line of CSV (INTERFACES 3), and the line before them all. */
#define ANSWERS_CSV_HEAD \
	"project_id,user_id,email,role,granted,effective,limits\n"
/* Without its end: others may follow. */
void answers_csv_fields(struct buf *out, const struct seen *seen,
			const struct answer *answer, struct arena *arena);
void answers_csv_row(struct buf *out, const struct seen *seen,
		     const struct answer *answer, struct arena *arena);

/* "counts" and "downgraded". */
void answers_counts_json(struct json *json, const struct totals *counts);
const char *answers_counts_text(const struct totals *counts,
			     struct arena *arena);

/* Of one person in all projects, or of all people in one project: rows for people,
 * CSV (INTERFACES 3), or, with json, the objects of an array. */
struct answers {
	struct app *app;
	struct result *out;
	bool by_project;
	struct totals counts;	/* of those told so far, but for the web */
};

void answers_begin(const struct answers *all);
void answers_one(struct answers *all, uint32_t user, uint32_t project,
		 struct json *json);
/* The message under rows: of whom or what, and the counts. */
void answers_end(const struct answers *all, const char *name);

#endif
