/* access_project.c: who can do what in a project, and why. */
#include "action/judge/answers.h"

struct question {
	struct app *app;
	struct result *out;
	uint32_t project;
	struct answers_counts counts;
};

/* One row, of somebody who may be seen. */
static void one(struct question *q, uint32_t user, struct json *json)
{
	const struct facts *facts = seen_judged(app_seen(q->app));
	struct result *out = q->out;
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(facts, user, q->project, &arena, &answer);
	answers_count(&q->counts, &answer);
	if (json) {
		jsonw_object(json);
		access_answer_json(json, app_seen(q->app), &answer, false, &arena);
		jsonw_object_end(json);
	} else if (answers_format(q->app) == FORMAT_CSV) {
		answers_csv_row(&out->csv, app_seen(q->app), &answer, &arena);
	} else {
		answers_row(out, app_seen(q->app), &answer, false);
	}
	arena_release(&arena);
}

static void all(struct question *q, struct json *json)
{
	const struct facts *facts = seen_judged(app_seen(q->app));
	uint32_t n, i, *users = answers_users(q->app, &q->out->arena, &n);

	for (i = 0; i < n; i++)
		one(q, users[i], json);
	if (access_has_anonymous(facts, q->project))
		one(q, ANYONE, json);
}

/* The counts stand before the users: taken from the fast engine first. */
static void count_first(struct question *q)
{
	const struct facts *facts = seen_judged(app_seen(q->app));
	struct verdict *verdicts = arena_array(&q->out->arena,
					       seen_n_users(app_seen(q->app)) + 1u,
					       sizeof(*verdicts));
	uint32_t i;

	access_of_project(facts, q->project, verdicts);
	for (i = 0; i < seen_n_users(app_seen(q->app)); i++) {
		if (!sees_user(app_seen(q->app), i))
			continue;
		q->counts.count[verdicts[i].effective]++;
		q->counts.downgraded +=
			verdicts[i].effective < verdicts[i].granted;
	}
}

static void as_json(struct question *q)
{
	const struct seen *seen = app_seen(q->app);
	struct answers_counts counts;
	struct json json;

	count_first(q);
	counts = q->counts;
	jsonw_init(&json, &q->out->json, 0);
	jsonw_object(&json);
	jsonw_key(&json, "project");
	jsonw_object(&json);
	jsonw_kstring(&json, "id", seen_project(seen, q->project)->id);
	jsonw_kstring(&json, "title",
		     seen_project(seen, q->project)->title);
	jsonw_object_end(&json);
	jsonw_kint(&json, "revision", seen_workspace(seen).revision);
	jsonw_kbool(&json, "complete", seen->people);
	answers_counts_json(&json, &counts);
	jsonw_key(&json, "users");
	jsonw_array(&json);
	all(q, &json);
	jsonw_array_end(&json);
	jsonw_object_end(&json);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct question q = { .app = app, .out = out };

	if (!app_find_project(app, arg_text(self, args,
					    "project"), &q.project, err) ||
	    !answers_at_project(app, q.project, err))
		return false;
	out->project = q.project;
	if (answers_format(app) == FORMAT_JSON) {
		as_json(&q);
		return true;
	}
	if (answers_format(app) == FORMAT_CSV)
		answers_csv_header(&out->csv);
	else
		answers_columns(out, false);
	all(&q, NULL);
	if (answers_format(app) == FORMAT_TEXT)
		out->message = arena_printf(&out->arena, "%s: %s.",
			seen_project_label(app_seen(app), q.project),
			answers_counts_text(&q.counts, &out->arena));
	return true;
}

const struct action action_access_project = {
	.noun = "access", .verb = "project",
	.summary = "Show who can do what in a project, and why",
	.help = "Everybody of the workspace with what is granted, what counts "
		"in the end, and what stands between.",
	.example = "access project p-rev --format json",
	.synonyms = "who people effective permissions panel why",
	.on = "project",
	.params = {
		ANSWERS_PARAM_PROJECT,
	},
	.flags = ACTION_ROWS,
	.run = run,
};
