/* access_project.c: who can do what in a project, and why. */
#include "action/judge/answers.h"

struct question {
	struct answers all;
	uint32_t project;
};

static void all(struct question *q, struct json *json)
{
	const struct facts *facts = seen_judged(app_seen(q->all.app));
	uint32_t n, i, *users = answers_users(q->all.app, &q->all.out->arena, &n);

	for (i = 0; i < n; i++)
		answers_one(&q->all, users[i], q->project, json);
	if (access_has_anonymous(facts, q->project))
		answers_one(&q->all, ANYONE, q->project, json);
}

/* The counts stand before the users: taken from the fast engine first. */
static void count_first(struct question *q)
{
	const struct facts *facts = seen_judged(app_seen(q->all.app));
	struct verdict *verdicts = arena_array(&q->all.out->arena,
					       seen_n_users(app_seen(q->all.app)) + 1u,
					       sizeof(*verdicts));
	uint32_t i;

	access_of_project(facts, q->project, verdicts);
	for (i = 0; i < seen_n_users(app_seen(q->all.app)); i++) {
		if (!sees_user(app_seen(q->all.app), i))
			continue;
		q->all.counts.count[verdicts[i].effective]++;
		q->all.counts.downgraded +=
			verdicts[i].effective < verdicts[i].granted;
	}
}

static void as_json(struct question *q)
{
	const struct seen *seen = app_seen(q->all.app);
	struct json json;

	count_first(q);
	jsonw_begin(&json, &q->all.out->json);
	jsonw_kobject(&json, "project");
	jsonw_kstring(&json, "id", seen_project(seen, q->project)->id);
	jsonw_kstring(&json, "title",
		     seen_project(seen, q->project)->title);
	jsonw_object_end(&json);
	jsonw_kint(&json, "revision", seen_workspace(seen).revision);
	jsonw_kbool(&json, "complete", seen->people);
	answers_counts_json(&json, &q->all.counts);
	jsonw_karray(&json, "users");
	all(q, &json);
	jsonw_array_end(&json);
	jsonw_object_end(&json);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct question q = { .all = { .app = app, .out = out } };

	if (!app_find_project(app, arg_text(self, args,
					    "project"), &q.project, err) ||
	    !answers_at_project(app, q.project, err))
		return false;
	out->project = q.project;
	if (answers_format(app) == FORMAT_JSON) {
		as_json(&q);
		return true;
	}
	answers_begin(&q.all);
	all(&q, NULL);
	answers_end(&q.all, seen_project_label(app_seen(app), q.project));
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
		PARAM_THE_PROJECT("id or title"),
	},
	.flags = ACTION_ROWS,
	.run = run,
};
