/* ask_answer_priv.h: parts of an answer. */
#ifndef ACTION_ASK_ASK_ANSWER_PRIV_H
#define ACTION_ASK_ASK_ANSWER_PRIV_H

#include "action/ask/ask_answer.h"

struct asking {
	struct app *app;
	const struct seen *seen;
	const struct ask *ask;
	struct ask_answer *out;
	struct error *err;
};

void ask_say(struct asking *a, const char *fmt, ...) PRINTF_LIKE(2, 3);
void ask_opens(struct asking *a, enum ask_opens opens, uint32_t thing);
/* "edit Revenue model", "use the app of Revenue model": what is asked for. */
const char *ask_deed(const struct asking *a, const char *title);

/* ---- ask_people.c: some of them by name, all by number ----------------------------- */

enum { NAMES_SHOWN = 6 };

struct some { uint32_t v[NAMES_SHOWN], n; };

void some_add(const struct asking *a, struct some *some, uint32_t user);
/* "Amir Haddad, Cleo Martin and 3 more" */
const char *some_names(const struct asking *a, const struct some *some);
/* Does the question mean this person: a member, one of the role, anybody? */
bool ask_means(const struct asking *a, uint32_t user);
/* "people", "people of Finance", "Viewers" */
const char *ask_whom(const struct asking *a);

bool ask_who_on_project(struct asking *a);
bool ask_members(struct asking *a);

/* ---- ask_assets.c ------------------------------------------------------------------ */

bool ask_who_has_asset(struct asking *a);
bool ask_user_has_asset(struct asking *a);
bool ask_where_used(struct asking *a);
bool ask_group_has(struct asking *a);

#endif
