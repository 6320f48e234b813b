/* workspace_export.c: the workspace as a file that import reads (JSON). */
#include "action/core/write_file.h"
#include "action/judge/answers.h"
#include "model/workspace_file.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *file = arg_text(self, args, "file");
	struct buf *document = answers_format(app) == FORMAT_JSON && !file ?
		&out->json : &out->text;
	enum write_over over = app->opts && app->opts->yes ? WRITE_AGAIN :
		WRITE_NEW;

	workspace_write_json(document, &app->facts);
	if (document->overflow)
		return error_set(err, ERROR_INVALID, "TOO_LARGE",
				 "the workspace is too large for one file");
	if (!file)
		return true;
	if (!write_file(file, document, over, err))
		return false;
	buf_reset(document);
	out->message = arena_printf(&out->arena, "Exported to %s.", file);
	return true;
}

const struct action action_workspace_export = {
	.noun = "workspace", .verb = "export",
	.summary = "Write the workspace as a JSON file",
	.help = "On standard output, or to the file named.  Secret values are "
		"never exported.  A file that is there is kept; with --yes "
		"an earlier export is replaced, and nothing else is.",
	.example = "workspace export acme.json",
	.synonyms = "save dump json",
	.params = {
		{ .name = "file", .label = "File", .help = "a new file",
		  .type = PARAM_FILE },
	},
	.flags = ACTION_ADMIN | ACTION_FILES,
	.run = run,
};
