/* access_fixes.c: ways for a person to reach a level on a project, and one of them
 * done. */
#include <string.h>

#include "access/words.h"
#include "action/core/plan.h"
#include "action/core/word_list.h"
#include "action/judge/answers.h"
#include "action/run/fix_list.h"
#include "action/run/run_plan.h"
#include "action/undo/as_of_facts.h"

static enum level wanted(const char *text, const struct answer *answer)
{
	enum level level;

	return text && level_parse(text, &level) ? level : fix_wanted(answer);
}

static void as_json(struct result *out, const struct facts *facts,
		    const struct answer *answer, const struct fix_list *fixes)
{
	struct json json;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "user", facts->users[answer->user].id);
	jsonw_kstring(&json, "project", facts->projects[answer->project].id);
	jsonw_kstring(&json, "effective", level_code(answer->effective));
	jsonw_kstring(&json, "wanted", level_code(fixes->want));
	fix_list_json(&json, facts, fixes);
	jsonw_kbool(&json, "complete", fixes->n < FIXES_MAX);
	jsonw_object_end(&json);
}

static void as_rows(struct result *out, const struct facts *facts,
		    const struct fix_list *fixes)
{
	size_t i;

	result_columns(out, 5, "text", "FIX", CELL_TEXT,
		       "also_up", "ALSO UP", CELL_NUMBER,
		       "also_down", "ALSO DOWN", CELL_NUMBER,
		       "key", "KEY", CELL_CODE,
		       "command", "COMMAND", CELL_TEXT);
	for (i = 0; i < fixes->n; i++) {
		const struct fix_offer *fix = &fixes->v[i];

		result_row(out);
		result_cell(out, 0, fix->text);
		if (!fix->untold) {
			result_cellf(out, 1, "%llu", (unsigned long long)fix->also_up);
			result_cellf(out, 2, "%llu", (unsigned long long)fix->also_down);
		}
		result_cell(out, 3, fix->key);
		result_cell(out, 4, fix_command(facts, fixes, fix, &out->arena));
	}
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct fix_list fixes;
	struct answer answer;

	if (!answers_ask(self, app, args, out, &answer, err))
		return false;
	fix_list_find(app, &answer, wanted(arg_text(self, args, "level"),
					   &answer), NULL, &out->arena, &fixes);
	if (answers_format(app) == FORMAT_JSON)
		as_json(out, &app->facts, &answer, &fixes);
	else
		as_rows(out, &app->facts, &fixes);
	if (answers_format(app) != FORMAT_TEXT || fixes.n)
		return true;
	out->message = answer.effective >= fixes.want ?
		arena_printf(&out->arena, "Nothing to fix: %s",
			     access_sentence(app_seen(app), &answer,
					     &out->arena)) :
		as_of_on(app) ? "What is past is not mended: ask without as-of." :
		"There is no way to this level in a few steps.";
	return true;
}

/* ---- --apply --------------------------------------------------------------------- */

static bool stale(struct edit_plan *plan, const struct answer *answer,
		  enum level want, struct error *err)
{
	const struct seen *seen = app_seen(plan->app);

	if (answer->effective >= want)
		error_set(err, ERROR_CONFLICT, "STALE", "nothing is to be fixed: "
			  "%s %s %s", word_user(plan->arena, seen, answer->user),
			  word_level_verb(answer->effective),
			  word_project(plan->arena, seen, answer->project));
	else
		error_set(err, ERROR_CONFLICT, "STALE", "this fix is no longer "
			  "offered for %s on %s",
			  word_user(plan->arena, seen, answer->user),
			  word_project(plan->arena, seen, answer->project));
	return error_remedy(err, "look at the fixes again");
}

static bool apply(struct edit_plan *plan, const struct fix_list *list,
		  const struct fix_offer *fix, struct error *err)
{
	const struct seen *seen = app_seen(plan->app);
	const char *who = word_user(plan->arena, seen, list->user);
	const char *what = word_project(plan->arena, seen, list->project);
	struct batch batch;
	bool ok;

	batch_init(&batch);
	ok = fix_batch(fix, &batch, err) && run_inside(plan, &batch, err);
	batch_release(&batch);
	if (ok)
		plan_message(plan, "Fix for %s on %s, %s: %s", who, what,
			     level_label(list->want), plan->message);
	return ok;
}

static bool plan_apply(struct edit_plan *plan, struct error *err)
{
	const char *key = plan_text(plan, "apply");
	struct app *app = plan->app;
	struct fix_list list;
	struct answer answer;
	uint32_t user, project;
	size_t i;

	if (!plan_user_at(plan, "user", 0, &user, err) ||
	    !plan_project(plan, "project", &project, err))
		return false;
	access_decide(&app->facts, user, project, plan->arena, &answer);
	fix_list_find(app, &answer, wanted(plan_text(plan, "level"), &answer),
		      NULL, plan->arena, &list);
	for (i = 0; i < list.runnable; i++)
		if (strcmp(list.v[i].key, key) == 0)
			return apply(plan, &list, &list.v[i], err);
	return stale(plan, &answer, list.want, err);
}

#define FIXES_PARAMS { \
	ANSWERS_PARAM_USER, \
	PARAM_THE_PROJECT("id or title"), \
	{ .name = "level", .label = "Level", .help = "to be reached", \
	  .type = PARAM_LEVEL, .option = true }, \
	{ .name = "apply", .label = "Fix", \
	  .help = "do the fix with this key, as one change", \
	  .type = PARAM_TEXT, .option = true }, \
}

static const struct action applying = {
	.noun = "access", .verb = "fixes",
	.summary = "Fix access",
	.params = FIXES_PARAMS,
	.form = { .title = "Fix access of" },
	.flags = ACTION_WRITES,
	.plan = plan_apply,
};

const struct action action_access_fixes = {
	.noun = "access", .verb = "fixes",
	.summary = "List ways for a person to reach a level on a project",
	.help = "What you may do stands first, each tried out before; those that "
		"move fewest others lead, and taking an asset out of the project "
		"comes last. What you may not do says whom to ask. Without "
		"--level: what is granted where it is held down, else Can Edit. "
		"--apply KEY does one of them, all its steps as one change that "
		"one undo takes back.",
	.example = "access fixes bob@acme.example p-rev --level can_edit",
	.synonyms = "how to give raise",
	.params = FIXES_PARAMS,
	.flags = ACTION_ROWS,
	.writes_with = "apply",
	.writing = &applying,
	.run = run,
};
