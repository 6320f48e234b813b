/* answers.c: who may ask what about whom, and the answers in order. */
#include "action/judge/answers.h"

#include <stdlib.h>
#include <string.h>

#include "access/words.h"
#include "base/csv.h"
#include "base/text.h"

bool answers_needs_admin(const struct app *app, const char *what,
		      struct error *err)
{
	return app_reads_all(app) || app_admins_only(what, err);
}

bool answers_at_user(const struct app *app, uint32_t user, struct error *err)
{
	return user == app_subject(app) ||
		answers_needs_admin(app, "asking about other people", err);
}

bool answers_at_project(const struct app *app, uint32_t project,
		     struct error *err)
{
	const struct seen *seen = app_seen(app);
	struct arena arena = { 0 };
	struct answer answer;

	if (app_reads_all(app))
		return true;
	access_decide(seen_judged(seen), app_subject(app), project, &arena, &answer);
	arena_release(&arena);
	if (answer.effective >= LEVEL_CAN_VIEW)
		return true;
	error_set(err, ERROR_DENIED, "LEVEL_NEEDED",
		  "to see who can do what in %s needs Can View; you have %s",
		  seen_project(seen, project)->id, level_label(answer.effective));
	error_needs(err, "can_view");
	return error_remedy(err, "ask somebody with Full Access");
}

bool answers_ask(const struct action *self, const struct app *app,
		 const struct args *args, struct result *out,
		 struct answer *answer, struct error *err)
{
	uint32_t user, project;

	if (!app_find_user(app, arg_text(self, args, "user"), &user, err) ||
	    !answers_at_user(app, user, err) ||
	    !app_find_project(app, arg_text(self, args, "project"), &project,
			      err))
		return false;
	out->project = project;
	access_decide(seen_judged(app_seen(app)), user, project, &out->arena,
		      answer);
	return true;
}

enum format answers_format(const struct app *app)
{
	return app->opts ? app->opts->format : FORMAT_TEXT;
}

struct keyed { const char *key; uint32_t n; };

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	return strcmp(x->key, y->key);
}

static uint32_t *in_order(struct keyed *keyed, uint32_t n, struct arena *arena)
{
	uint32_t *list = arena_array(arena, n + 1u, sizeof(*list)), i;

	qsort(keyed, n, sizeof(*keyed), by_key);
	for (i = 0; i < n; i++)
		list[i] = keyed[i].n;
	return list;
}

uint32_t *answers_users(const struct app *app, struct arena *arena,
		     uint32_t *n)
{
	const struct seen *seen = app_seen(app);
	struct keyed *keyed = arena_array(arena, seen_n_users(seen) + 1u,
					  sizeof(*keyed));
	uint32_t i;

	*n = 0;
	for (i = 0; i < seen_n_users(seen); i++)
		if (sees_user(seen, i))
			keyed[(*n)++] = (struct keyed){
				seen_user(seen, i)->email, i };
	return in_order(keyed, *n, arena);
}

uint32_t *answers_projects(const struct app *app, struct arena *arena,
			uint32_t *n)
{
	const struct seen *seen = app_seen(app);
	struct keyed *keyed = arena_array(arena, seen_n_projects(seen) + 1u,
					  sizeof(*keyed));
	uint32_t i;

	*n = 0;
	for (i = 0; i < seen_n_projects(seen); i++)
		if (sees_project(seen, i))
			keyed[(*n)++] = (struct keyed){
				seen_project(seen, i)->id, i };
	return in_order(keyed, *n, arena);
}

static void count(struct totals *counts, const struct answer *answer)
{
	if (answer->user == ANYONE)
		return;
	counts->count[answer->effective]++;
	counts->downgraded += answer->effective < answer->granted;
}

void answers_counts_json(struct json *json, const struct totals *counts)
{
	int i;

	jsonw_kobject(json, "counts");
	for (i = 0; i < LEVELS; i++)
		jsonw_kint(json, level_code((enum level)i),
			  (int64_t)counts->count[i]);
	jsonw_object_end(json);
	jsonw_kint(json, "downgraded", (int64_t)counts->downgraded);
}

const char *answers_counts_text(const struct totals *counts,
			     struct arena *arena)
{
	const char *text = "";
	int i;

	for (i = LEVELS - 1; i >= 0; i--)
		text = arena_printf(arena, "%s%llu %s, ", text,
				    (unsigned long long)counts->count[i],
				    level_label((enum level)i));
	return arena_printf(arena, "%s%llu held", text,
			    (unsigned long long)counts->downgraded);
}

static void columns(struct result *out, bool by_project)
{
	result_columns(out, 6,
		       "id", by_project ? "PROJECT" : "ID", CELL_CODE,
		       by_project ? "title" : "name",
		       by_project ? "TITLE" : "PERSON", CELL_TEXT,
		       "role", "ROLE", CELL_CODE,
		       "granted", "GRANTED", CELL_CODE,
		       "effective", "EFFECTIVE", CELL_CODE,
		       "why", "WHY", CELL_TEXT);
}

static void row(struct result *out, const struct seen *seen,
		const struct answer *answer, bool by_project)
{
	const struct fact_user *user = answer->user == ANYONE ? NULL :
		seen_user(seen, answer->user);

	result_row(out);
	if (by_project) {
		result_cell(out, 0, seen_project(seen, answer->project)->id);
		result_cell(out, 1, seen_project(seen, answer->project)->title);
	} else {
		result_cell(out, 0, user ? user->id : NULL);
		result_cell(out, 1, user ? seen_user_name(seen, answer->user) :
			    "Anybody with the link");
	}
	result_cell(out, 2, role_code(answer->role));
	result_cell(out, 3, level_code(answer->granted));
	result_cell(out, 4, level_code(answer->effective));
	result_cell(out, 5, access_why(seen, answer, &out->arena));
}

void answers_csv_fields(struct buf *out, const struct seen *seen,
			const struct answer *answer, struct arena *arena)
{
	const struct fact_user *user = answer->user == ANYONE ? NULL :
		seen_user(seen, answer->user);
	struct buf safe;

	csv_put(out, seen_project(seen, answer->project)->id, true, false);
	csv_put(out, user ? user->id : "", false, false);
	csv_put(out, user ? user->email : "", false, false);
	csv_put(out, role_code(answer->role), false, false);
	csv_put(out, level_code(answer->granted), false, false);
	csv_put(out, level_code(answer->effective), false, false);
	buf_init(&safe, 1 << 20);
	text_safe(&safe, access_limits_csv(seen, answer, arena));
	csv_put(out, buf_text(&safe), false, false);
	buf_release(&safe);
}

void answers_csv_row(struct buf *out, const struct seen *seen,
		     const struct answer *answer, struct arena *arena)
{
	answers_csv_fields(out, seen, answer, arena);
	buf_addc(out, '\n');
}

void answers_begin(const struct answers *all)
{
	if (answers_format(all->app) == FORMAT_CSV)
		buf_adds(&all->out->csv, ANSWERS_CSV_HEAD);
	else if (answers_format(all->app) == FORMAT_TEXT)
		columns(all->out, all->by_project);
}

void answers_one(struct answers *all, uint32_t user, uint32_t project,
		 struct json *json)
{
	const struct seen *seen = app_seen(all->app);
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(seen_judged(seen), user, project, &arena, &answer);
	count(&all->counts, &answer);
	if (json) {
		jsonw_object(json);
		access_answer_json(json, seen, &answer, all->by_project, &arena);
		jsonw_object_end(json);
	} else if (answers_format(all->app) == FORMAT_CSV) {
		answers_csv_row(&all->out->csv, seen, &answer, &arena);
	} else {
		row(all->out, seen, &answer, all->by_project);
	}
	arena_release(&arena);
}

void answers_end(const struct answers *all, const char *name)
{
	if (answers_format(all->app) == FORMAT_TEXT)
		all->out->message = arena_printf(&all->out->arena, "%s%s: %s.",
			name, all->by_project || app_seen(all->app)->people ? "" :
			", of the people shown to you",
			answers_counts_text(&all->counts, &all->out->arena));
}
