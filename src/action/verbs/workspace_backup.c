/* workspace_backup.c: a consistent copy of the store. */
#include "action/core/action.h"
#include "store/store.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *file = arg_text(self, args, "file");

	if (!store_backup(app->store, file, err))
		return false;
	out->message = arena_printf(&out->arena, "Copied to %s (revision "
				    "%lld); keep with it what lies beside it, its "
				    ".checkpoints and what is .signed.", file,
				    (long long)app->facts.revision);
	return true;
}

const struct action action_workspace_backup = {
	.noun = "workspace", .verb = "backup",
	.summary = "Copy the store to a new file while it is in use",
	.help = "With history and sealed values; workspace restore reads it.  Beside it "
		"come its .checkpoints, and what an Admin has .signed: without them "
		"workspace verify calls the copy wrong until audit checkpoint takes it as "
		"it is.",
	.example = "workspace backup /var/backups/acme.db",
	.synonyms = "copy save",
	.params = {
		{ .name = "file", .label = "File", .help = "a new file",
		  .type = PARAM_FILE, .required = true },
	},
	.flags = ACTION_ADMIN | ACTION_FILES,
	.run = run,
};
