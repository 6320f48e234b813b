/* access_user.c: what one person can do, project by project. */
#include "action/judge/answers.h"

struct question {
	struct answers all;
	uint32_t user;
	uint32_t *projects, n;
};

static void all(struct question *q, struct json *json)
{
	uint32_t i;

	for (i = 0; i < q->n; i++)
		answers_one(&q->all, q->user, q->projects[i], json);
}

static void as_json(struct question *q)
{
	const struct seen *seen = app_seen(q->all.app);
	const struct fact_user *user = seen_user(seen, q->user);
	struct json json;

	jsonw_begin(&json, &q->all.out->json);
	jsonw_kobject(&json, "user");
	jsonw_kstring(&json, "id", user->id);
	jsonw_kstring(&json, "email", user->email);
	jsonw_kstring(&json, "role", role_code(user->role));
	jsonw_kbool(&json, "active", user->active);
	jsonw_object_end(&json);
	jsonw_kint(&json, "revision", seen_workspace(seen).revision);
	jsonw_kbool(&json, "complete", true);
	jsonw_karray(&json, "projects");
	all(q, &json);
	jsonw_array_end(&json);
	answers_counts_json(&json, &q->all.counts);
	jsonw_object_end(&json);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct question q = { .all = { .app = app, .out = out,
					.by_project = true } };

	if (!app_find_user(app, arg_text(self, args, "user"),
			   &q.user, err) ||
	    !answers_at_user(app, q.user, err))
		return false;
	q.projects = answers_projects(app, &out->arena, &q.n);
	if (answers_format(app) == FORMAT_JSON) {
		as_json(&q);
		return true;
	}
	answers_begin(&q.all);
	all(&q, NULL);
	answers_end(&q.all, seen_user_label(app_seen(app), q.user));
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
