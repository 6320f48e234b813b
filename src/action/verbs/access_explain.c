/* access_explain.c: why somebody has the level he has, and how to change it. */
#include "access/words.h"
#include "action/judge/answers.h"
#include "action/run/fix_list.h"

struct explained {
	const struct seen *seen;
	struct result *out;
	struct answer answer;
	struct fix_list fixes;
	struct source *near;
	uint32_t n_near;
};

static void default_json(struct json *json, const struct explained *x)
{
	uint32_t asset = seen_workspace(x->seen).default_asset;

	jsonw_key(json, "default_connection");
	if (!sees_asset(x->seen, asset)) {
		jsonw_null(json);
		return;
	}
	jsonw_object(json);
	jsonw_kstring(json, "id", seen_asset(x->seen, asset)->id);
	jsonw_kbool(json, "usable",
		   access_asset(seen_judged(x->seen), x->answer.user, asset) &&
		   x->answer.effective >= LEVEL_CAN_EDIT);
	jsonw_object_end(json);
}

static void as_json(const struct explained *x)
{
	const struct fact_project *project =
		seen_project(x->seen, x->answer.project);
	struct json json;

	jsonw_begin(&json, &x->out->json);
	access_answer_json(&json, x->seen, &x->answer, false, &x->out->arena);
	fix_near_json(&json, seen_judged(x->seen), x->near, x->n_near);
	fix_list_json(&json, seen_judged(x->seen), &x->fixes);
	default_json(&json, x);
	jsonw_kobject(&json, "project");
	jsonw_kstring(&json, "id", project->id);
	jsonw_kstring(&json, "title", project->title);
	jsonw_object_end(&json);
	jsonw_kint(&json, "revision", seen_workspace(x->seen).revision);
	jsonw_kbool(&json, "complete", true);
	jsonw_object_end(&json);
}

static const char *source_name(const struct explained *x,
			       const struct source *source)
{
	if (source->via == VIA_GROUP)
		return arena_printf(&x->out->arena, "group %s",
				    seen_group_label(x->seen, source->group));
	if (source->owner)
		return "owner";
	return via_code(source->via);
}

static void source_rows(const struct explained *x)
{
	const struct answer *a = &x->answer;
	uint32_t i;

	for (i = 0; i < a->n_sources; i++)
		result_cells(x->out, "source", source_name(x, &a->sources[i]),
			     level_code(a->sources[i].level),
			     a->sources[i].wins ? "wins" : NULL);
	for (i = 0; i < a->n_blocked; i++)
		result_cells(x->out, "blocked", source_name(x, &a->blocked[i]),
			     level_code(a->blocked[i].level),
			     reason_code(a->blocked[i].blocked));
	for (i = 0; i < a->n_limits; i++) {
		const struct limit *limit = &a->limits[i];

		result_cells(x->out, "limit",
			     limit->asset == NOBODY ? role_label(a->role) :
			     seen_limit_asset(x->seen, a, limit)->name,
			     level_code(limit->cap), reason_code(limit->code));
	}
	for (i = 0; i < x->n_near; i++)
		result_cells(x->out, "near miss", source_name(x, &x->near[i]),
			     level_code(x->near[i].level), "not a member");
}

static void as_rows(const struct explained *x)
{
	struct arena *arena = &x->out->arena;
	size_t i;

	result_columns(x->out, 4, "what", "WHAT", CELL_CODE,
		       "name", "NAME", CELL_TEXT, "level", "LEVEL", CELL_CODE,
		       "note", "NOTE", CELL_TEXT);
	source_rows(x);
	result_cells(x->out, "result", reason_code(x->answer.reason),
		     level_code(x->answer.effective), NULL);
	for (i = 0; i < x->fixes.n; i++) {
		const struct fix_offer *fix = &x->fixes.v[i];
		const char *also = fix_side_effects(fix, arena);
		const char *command = fix_command(seen_judged(x->seen), &x->fixes, fix,
						  arena);

		result_cells(x->out, "fix", fix->text,
			     level_code(x->fixes.want),
			     arena_printf(arena, "%s%s%s%s%s", *command ? command :
					  fix->ask, *also ? " (" : "", also,
					  *also ? ")" : "", fix->n_steps == 1 ?
					  arena_printf(arena, " key %s",
						       fix->key) : ""));
	}
	x->out->message = access_sentence(x->seen, &x->answer, arena);
}

/* Groups that the subject may not see are not named; and whom a project is shared
 * with is not told to who has App Only. */
static void see_near(const struct app *app, struct explained *x)
{
	bool sharing = sees_project(app_seen(app), x->answer.project) == SIGHT_ALL;
	uint32_t i, kept = 0;

	for (i = 0; i < x->n_near && sharing; i++)
		if (sees_group(app_seen(app), x->near[i].group))
			x->near[kept++] = x->near[i];
	x->n_near = kept;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct explained x = { .seen = app_seen(app), .out = out };

	if (!answers_ask(self, app, args, out, &x.answer, err))
		return false;
	access_near_misses(seen_judged(x.seen), x.answer.user, x.answer.project,
			   &out->arena, &x.near, &x.n_near);
	see_near(app, &x);
	fix_list_find(app, &x.answer, LEVEL_NONE, NULL, &out->arena, &x.fixes);
	if (answers_format(app) == FORMAT_JSON)
		as_json(&x);
	else
		as_rows(&x);
	return true;
}

const struct action action_access_explain = {
	.noun = "access", .verb = "explain",
	.summary = "Explain what a person can do in a project, with fixes",
	.help = "All sources, all limits, the groups that would help, and the "
		"changes that would lift the limits, each tried on the engine.",
	.example = "access explain bob@acme.example p-rev --format json",
	.synonyms = "why reason fixes",
	.params = {
		ANSWERS_PARAM_USER,
		PARAM_THE_PROJECT("id or title"),
	},
	.flags = ACTION_ROWS,
	.run = run,
};
