/* secret_seen.c: see secret_seen.h. */
#include "action/asset/secret_seen.h"

#include "access/access.h"
#include "action/core/word_list.h"
#include "action/judge/answers.h"

enum { NAMED = 8 };

/* People are named to whoever can edit the project, and to Admins. */
static bool may_ask(const struct app *app, uint32_t project)
{
	const struct seen *seen = app_seen(app);

	return sees_project(seen, project) == SIGHT_ALL &&
		(seen->all || sees_own(seen, project));
}

static bool sees(const struct app *app, uint32_t user, uint32_t project,
		 struct arena *arena, struct answer *answer)
{
	access_decide(seen_judged(app_seen(app)), user, project, arena, answer);
	return answer->can & (1u << CAN_SEE_SECRETS);
}

static void people_json(struct json *json, const struct app *app,
			uint32_t project, const uint32_t *users, uint32_t n,
			struct arena *arena)
{
	const struct fact_user *user;
	struct answer answer;
	uint32_t i;

	jsonw_karray(json, "users");
	for (i = 0; i < n; i++) {
		if (!sees(app, users[i], project, arena, &answer))
			continue;
		user = seen_user(app_seen(app), users[i]);
		jsonw_object(json);
		jsonw_kstring(json, "id", user->id);
		jsonw_kstring(json, "email", user->email);
		jsonw_kstring(json, "effective", level_code(answer.effective));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
	jsonw_kbool(json, "complete", app_seen(app)->people);
}

/* Who is no Admin is told that the product shows it the value. */
static bool visible_to_me(const struct app *app, const struct numbers *projects)
{
	uint32_t me = app_subject(app);

	return me != NOBODY && !app_is_admin(app) &&
		access_sees_value(seen_judged(app_seen(app)), me, projects);
}

void secret_seen_json(struct json *json, const struct app *app,
		      const struct numbers *projects, struct arena *arena)
{
	const struct fact_project *project;
	uint32_t n, i, *users = answers_users(app, arena, &n);

	jsonw_kbool(json, "visible_to_you", visible_to_me(app, projects));
	jsonw_karray(json, "seen_by");
	for (i = 0; i < projects->n; i++) {
		if (!may_ask(app, projects->v[i]))
			continue;
		project = seen_project(app_seen(app), projects->v[i]);
		jsonw_object(json);
		jsonw_kstring(json, "project", project->id);
		jsonw_kstring(json, "title", project->title);
		people_json(json, app, projects->v[i], users, n, arena);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void people_row(struct result *out, const struct app *app,
		       uint32_t project, const uint32_t *users, uint32_t n)
{
	const char *list, *title = word_project(&out->arena, app_seen(app), project);
	struct answer answer;
	struct words words;
	uint32_t i;

	words_init(&words, NAMED);
	for (i = 0; i < n; i++) {
		if (!sees(app, users[i], project, &out->arena, &answer))
			continue;
		words_add(&words, words.n >= NAMED ? "" :
			  word_user(&out->arena, app_seen(app), users[i]));
	}
	list = words_done(&words, &out->arena);
	result_row(out);
	result_cell(out, 0, "seen by");
	result_cellf(out, 1, "%s: %s", title, *list ? list : "nobody");
}

void secret_seen_rows(struct result *out, const struct app *app,
		      const struct numbers *projects)
{
	uint32_t n, i, *users = answers_users(app, &out->arena, &n);

	if (visible_to_me(app, projects))
		result_field(out, "value", "visible to you in the project");
	for (i = 0; i < projects->n; i++)
		if (may_ask(app, projects->v[i]))
			people_row(out, app, projects->v[i], users, n);
}
