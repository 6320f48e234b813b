/* look.h: what the access questions share: who may ask, and the answers as
 * rows, JSON and CSV. */
#ifndef ACTION_LOOK_H
#define ACTION_LOOK_H

#include "action/action.h"

/* Non-Admins ask about themselves only. */
bool look_at_user(const struct app *app, uint32_t user, struct error *err)
	MUST_CHECK;
/* Non-Admins ask where they have Can View or more. */
bool look_at_project(const struct app *app, uint32_t project,
		     struct error *err) MUST_CHECK;
bool look_needs_admin(const struct app *app, const char *what,
		      struct error *err) MUST_CHECK;

enum format look_format(const struct app *app);

/* The users that the subject may see, in order of e-mail. */
uint32_t *look_users(const struct app *app, struct arena *arena,
		     uint32_t *n);
/* The projects that the subject may see, in order of id. */
uint32_t *look_projects(const struct app *app, struct arena *arena,
			uint32_t *n);

/* Levels counted over answers. */
struct look_counts { uint64_t count[LEVELS], downgraded; };

void look_count(struct look_counts *counts, const struct answer *answer);
/* "counts" and "downgraded". */
void look_counts_json(struct json *json, const struct look_counts *counts);
const char *look_counts_text(const struct look_counts *counts,
			     struct arena *arena);

/* Rows for people: columns, and a row per answer. */
void look_columns(struct result *out, bool by_project);
void look_row(struct result *out, const struct seen *seen,
	      const struct answer *answer, bool by_project);

/* CSV of INTERFACES 3. */
void look_csv_header(struct buf *out);
void look_csv_row(struct buf *out, const struct seen *seen,
		  const struct answer *answer, struct arena *arena);

#endif
