/* access_fixes.c: ways for a person to reach a level on a project. */
#include "action/fix_list.h"
#include "action/look.h"

extern const struct action action_access_fixes;

/* What is granted where it is held down, else the next thing one may want. */
static enum level wanted(const char *text, const struct answer *answer)
{
	enum level level;

	if (text && level_parse(text, &level))
		return level;
	if (answer->effective < answer->granted)
		return answer->granted;
	return answer->effective < LEVEL_CAN_EDIT ? LEVEL_CAN_EDIT :
		LEVEL_FULL_ACCESS;
}

static void as_json(struct result *out, const struct facts *facts,
		    const struct answer *answer, const struct fix_list *fixes)
{
	struct json json;

	jsonw_init(&json, &out->json, 0);
	jsonw_object(&json);
	jsonw_kstring(&json, "user", facts->users[answer->user].id);
	jsonw_kstring(&json, "project", facts->projects[answer->project].id);
	jsonw_kstring(&json, "effective", level_code(answer->effective));
	jsonw_kstring(&json, "wanted", level_code(fixes->want));
	fix_list_json(&json, fixes);
	jsonw_kbool(&json, "complete", fixes->n < FIXES_MAX);
	jsonw_object_end(&json);
}

static void as_rows(struct result *out, const struct fix_list *fixes)
{
	uint32_t i;

	result_columns(out, 4, "text", "FIX", CELL_TEXT,
		       "also_up", "ALSO UP", CELL_NUMBER,
		       "also_down", "ALSO DOWN", CELL_NUMBER,
		       "command", "COMMAND", CELL_TEXT);
	for (i = 0; i < fixes->n; i++) {
		const struct fix *fix = &fixes->fix[i];

		result_row(out);
		result_cell(out, 0, fix->text);
		result_cellf(out, 1, "%llu", (unsigned long long)fix->also_up);
		result_cellf(out, 2, "%llu",
			     (unsigned long long)fix->also_down);
		result_cell(out, 3, fix_command(fix, &out->arena));
	}
}

static bool run(struct app *app, const struct args *args, struct result *out,
		struct error *err)
{
	const struct action *self = &action_access_fixes;
	struct fix_list fixes;
	struct answer answer;
	uint32_t user, project;

	if (!app_find_user(app, arg_text(self, args, "user"), &user, err) ||
	    !look_at_user(app, user, err) ||
	    !app_find_project(app, arg_text(self, args, "project"), &project,
			      err))
		return false;
	out->project = project;
	access_decide(&app->facts, user, project, &out->arena, &answer);
	fix_list_find(app, &answer, wanted(arg_text(self, args, "level"),
					   &answer), &out->arena, &fixes);
	if (look_format(app) == FORMAT_JSON)
		as_json(out, &app->facts, &answer, &fixes);
	else
		as_rows(out, &fixes);
	if (look_format(app) != FORMAT_TEXT || fixes.n)
		return true;
	out->message = answer.effective >= fixes.want ?
		arena_printf(&out->arena, "Nothing to fix: %s",
			     access_sentence(app_seen(app), &answer,
					     &out->arena)) :
		"There is no way to this level in one or two steps.";
	return true;
}

const struct action action_access_fixes = {
	.noun = "access", .verb = "fixes",
	.summary = "List ways for a person to reach a level on a project",
	.help = "Each was tried on the engine; those that move fewest others "
		"stand first.  Without --level: what is granted where it is "
		"held down, else Can Edit.",
	.example = "access fixes bob@acme.example p-rev --level can_edit",
	.synonyms = "how to give raise",
	.params = {
		{ .name = "user", .label = "User",
		  .help = "id, e-mail or name", .type = PARAM_USER,
		  .required = true },
		{ .name = "project", .label = "Project", .help = "id or title",
		  .type = PARAM_PROJECT, .required = true },
		{ .name = "level", .label = "Level", .help = "to be reached",
		  .type = PARAM_LEVEL, .option = true },
	},
	.flags = ACTION_ROWS,
	.run = run,
};
