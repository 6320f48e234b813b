/* scenario_record.c: what is done in the console from now on, as a scenario. */
#include "action/core/action.h"
#include "action/scenario/record.h"

/* In the console; it is opened for it elsewhere (cli). */
static bool run_record(const struct action *self, struct app *app,
		       const struct args *args, struct result *out,
		       struct error *err)
{
	const char *file = arg_text(self, args, "file");

	if (arg_count(self, args, "demo") || arg_count(self, args, "copy")) {
		error_set(err, ERROR_INVALID, NULL, "what is open here is what is recorded");
		return error_remedy(err, "leave out --demo and --copy, or say it on the "
				    "command line");
	}
	if (!record_begin(app, file, app->opts && app->opts->yes, err))
		return false;
	out->message = arena_printf(&out->arena, "Recording in %s from here, until the "
				    "console is left.", file);
	return true;
}

const struct action action_scenario_record = {
	.noun = "scenario", .verb = "record",
	.summary = "Record what is done in the console as a scenario",
	.help = "Opens the console, and writes each change that is made there, and each "
		"refusal, as a step of a scenario: who did it, the command, and the levels "
		"that it moved. scenario run and check repeat the file, so that a bug or a "
		"policy can be shown. The workspace as it is at the beginning is written to "
		"a second file beside (x.json: x.workspace.json), which is for Admins; "
		"both are new files that only you can read. Values of secrets are in "
		"neither. What no scenario can do (files, services of the outside, the "
		"vault) is a step that says so, and is counted when the console is left. "
		"Without --demo and --copy the changes are made in the workspace itself.",
	.example = "scenario record bug.json --demo",
	.synonyms = "capture macro log reproduce bug report",
	.params = {
		{ .name = "file", .label = "File", .type = PARAM_FILE,
		  .help = "a new file; with --yes an earlier recording is replaced",
		  .required = true },
		{ .name = "demo", .label = "In the demo", .type = PARAM_FLAG, .option = true,
		  .typed = true, .help = "in a private copy of the demo workspace" },
		{ .name = "copy", .label = "In a copy", .type = PARAM_FLAG, .option = true,
		  .typed = true, .help = "in a private copy of your workspace, which stays "
		  "as it is" },
	},
	.flags = ACTION_FILES,
	.run = run_record,
};
