/* audit_checkpoint.c: a checkpoint now, and where they go from now on. */
#include <stdlib.h>
#include <string.h>

#include "action/core/action.h"
#include "action/core/app_event.h"
#include "action/run/allowed.h"
#include "action/run/app_open.h"
#include "action/vault/vault_input.h"
#include "action/vault/vault_session.h"
#include "action/workspace/state_check.h"
#include "store/checkpoints.h"

/* "beside": the file beside the store.  Relative to where one stands, as all files are
 * named; kept as it is found from anywhere. */
static bool whole_path(const char *file, struct arena *arena, const char **out,
		       struct error *err)
{
	char *here;

	*out = strcmp(file, "beside") == 0 ? NULL : file;
	if (!*out || *file == '/')
		return true;
	here = realpath(".", NULL);
	if (!here)
		return error_set(err, ERROR_INVALID, "BAD_VALUE",
				 "name the file by its whole path");
	*out = arena_printf(arena, "%s/%s", here, file);
	free(here);
	return true;
}

/* An event without edits: where lines go, or that the tables are taken as they are. */
static bool note(const struct action *self, struct app *app, const char *file,
		 struct result *out, struct error *err)
{
	char op_id[NEWID_TEXT];
	struct event event;
	const char *path = NULL;

	if ((file && !whole_path(file, &out->arena, &path, err)) ||
	    !store_begin(app->store, err))
		return false;
	if (!app_refresh(app, NULL, err) || !action_allowed(app, self, err) ||
	    (file && !store_checkpoints_to(app->store, path, err))) {
		store_rollback(app->store);
		return false;
	}
	event = app_event(app, op_id);
	event.verb = action_name(self, &out->arena);
	event.summary = file ? arena_printf(&out->arena, "Checkpoints go to %s",
					    store_checkpoints(app->store)) :
		"Accepted what the tables hold, whoever wrote it";
	if (!store_commit(app->store, &event, err))
		return false;
	out->event = event.seq;
	out->irreversible = true;
	return app_refresh(app, NULL, err);
}

static bool may(struct app *app, bool accept, struct error *err)
{
	if (app->acting_as != NOBODY || app->what_if)
		return error_set(err, ERROR_DENIED, "ACTING_AS", "checkpoints are neither "
				 "made as somebody else nor in what-if");
	if (app->opts && app->opts->dry_run)
		return error_set(err, ERROR_INVALID, "NO_PREVIEW",
				 "a checkpoint changes nothing that could be previewed");
	if (!accept || app->vault)
		return true;
	error_set(err, ERROR_LOCKED, "VAULT_LOCKED",
		  "only a key of the vault signs what the tables hold");
	return error_remedy(err, "give your passphrase: --passphrase-fd");
}

/* Where lines tell of more than there is: from here on the store counts as brought back. */
static bool accept_end(struct app *app, struct arena *arena, struct error *err)
{
	struct finding points;

	return store_verify_checkpoints(app->store, NULL, arena, &points, err) &&
		(points.good || store_checkpoint(app->store, true, err));
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	const char *file = arg_text(self, args, "file");
	bool accept = arg_text(self, args, "accept") != NULL;
	int64_t revision;

	if (arg_text(self, args, "passphrase-fd") && !vault_opened_anyway(app, self, args, err))
		return false;
	if (!may(app, accept, err) || (accept && !accept_end(app, &out->arena, err)) ||
	    !(file || accept ? note(self, app, file, out, err) :
	      store_checkpoint(app->store, store_checkpoints_missed(app->store), err)) ||
	    !store_revision(app->store, &revision, err))
		return false;
	out->message = arena_printf(&out->arena, "Revision %lld stands in %s, %s.",
		(long long)revision, store_checkpoints(app->store),
		app->vault ? "signed with your key" : "unsigned: the vault is locked");
	return !app->vault || state_check_sign(app, accept, out, err);
}

const struct action action_audit_checkpoint = {
	.noun = "audit", .verb = "checkpoint",
	.summary = "Write a checkpoint now, or choose where they go",
	.help = "A checkpoint is a line about how far the log has come; each change writes "
		"one, to a file and to syslog (authpriv).  The file stands beside the store "
		"unless another is chosen: best one that the store's owner can only append "
		"to (chattr +a), or on which another machine keeps an eye.  Where it cannot "
		"be opened nothing is changed.",
	.example = "audit checkpoint --file /var/log/gatehouse/checkpoints",
	.synonyms = "sign log syslog",
	.params = {
		{ .name = "file", .label = "File", .type = PARAM_FILE, .option = true,
		  .help = "where they go from now on; beside: to the file beside the store" },
		{ .name = "accept", .label = "Accept the tables", .type = PARAM_FLAG,
		  .option = true, .help = "sign what the tables hold as it is, although "
		  "rows were changed by hand" },
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read, to "
				    "sign it"),
	},
	.flags = ACTION_ADMIN | ACTION_VAULT | ACTION_FILES,
	.run = run,
};
