/* access_user.c: what one person can do, project by project. */
#include "action/judge/answers.h"

struct question {
	struct app *app;
	struct result *out;
	uint32_t user;
	uint32_t *projects, n;
	struct answers_counts counts;
};

static void one(struct question *q, uint32_t project, struct json *json)
{
	const struct facts *facts = seen_judged(app_seen(q->app));
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(facts, q->user, project, &arena, &answer);
	answers_count(&q->counts, &answer);
	if (json) {
		jsonw_object(json);
		access_answer_json(json, app_seen(q->app), &answer, true, &arena);
		jsonw_object_end(json);
	} else if (answers_format(q->app) == FORMAT_CSV) {
		answers_csv_row(&q->out->csv, app_seen(q->app), &answer, &arena);
	} else {
		answers_row(q->out, app_seen(q->app), &answer, true);
	}
	arena_release(&arena);
}

static void all(struct question *q, struct json *json)
{
	uint32_t i;

	for (i = 0; i < q->n; i++)
		one(q, q->projects[i], json);
}

static void as_json(struct question *q)
{
	const struct seen *seen = app_seen(q->app);
	const struct fact_user *user = seen_user(seen, q->user);
	struct json json;

	jsonw_init(&json, &q->out->json, 0);
	jsonw_object(&json);
	jsonw_key(&json, "user");
	jsonw_object(&json);
	jsonw_kstring(&json, "id", user->id);
	jsonw_kstring(&json, "email", user->email);
	jsonw_kstring(&json, "role", role_code(user->role));
	jsonw_kbool(&json, "active", user->active);
	jsonw_object_end(&json);
	jsonw_kint(&json, "revision", seen_workspace(seen).revision);
	jsonw_kbool(&json, "complete", true);
	jsonw_key(&json, "projects");
	jsonw_array(&json);
	all(q, &json);
	jsonw_array_end(&json);
	answers_counts_json(&json, &q->counts);
	jsonw_object_end(&json);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct question q = { .app = app, .out = out };

	if (!app_find_user(app, arg_text(self, args, "user"),
			   &q.user, err) ||
	    !answers_at_user(app, q.user, err))
		return false;
	q.projects = answers_projects(app, &out->arena, &q.n);
	if (answers_format(app) == FORMAT_JSON) {
		as_json(&q);
		return true;
	}
	if (answers_format(app) == FORMAT_CSV)
		answers_csv_header(&out->csv);
	else
		answers_columns(out, true);
	all(&q, NULL);
	if (answers_format(app) == FORMAT_TEXT)
		out->message = arena_printf(&out->arena, "%s: %s.",
			seen_user_label(app_seen(app), q.user),
			answers_counts_text(&q.counts, &out->arena));
	return true;
}

const struct action action_access_user = {
	.noun = "access", .verb = "user",
	.summary = "Show what a person can do in each project, and why",
	.example = "access user bob@acme.example",
	.synonyms = "person effective permissions why",
	.on = "user",
	.params = {
		ANSWERS_PARAM_USER,
	},
	.flags = ACTION_ROWS,
	.run = run,
};
