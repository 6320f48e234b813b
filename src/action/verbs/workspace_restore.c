/* workspace_restore.c: bring back what a backup holds. */
#include <string.h>
#include <unistd.h>

#include "action/core/action.h"
#include "action/core/app_event.h"
#include "action/workspace/replace_workspace.h"
#include "store/checkpoints.h"

enum { EDITS = 1 << 16 };	/* bytes of an event's */

/* A log of the store that was there before tells of more: on purpose. */
static void say_restored(const char *path)
{
	struct error ignored;
	struct store *store = store_open(path, STORE_WRITE, &ignored);

	if (store)
		(void)!store_checkpoint(store, true, &ignored);
	store_close(store);
}

/* The person of this login, as an event of the copy. */
static bool link_admin(struct app *app, const char *admin, struct error *err)
{
	struct store *store = store_open(app->store_path, STORE_WRITE, err);
	char op_id[NEWID_TEXT];
	struct event event;
	struct facts facts;
	struct buf edits;
	struct json json;
	bool done;

	if (!store)
		return false;
	buf_init(&edits, EDITS);
	jsonw_init(&json, &edits, 0);
	jsonw_array(&json);
	facts_init(&facts);
	app->actor_kind = ACTOR_OPERATOR;
	event = app_event(app, op_id);
	event.verb = "workspace restore";
	event.summary = "Restored a backup";
	done = store_begin(store, err);
	if (done && store_load(store, &facts, err) &&
	    replace_link(app, &facts, admin, &json, err) &&
	    store_replace(store, &facts, err)) {
		jsonw_array_end(&json);
		event.edits = buf_text(&edits);
		done = store_commit(store, &event, err);
	} else if (done) {
		store_rollback(store);
		done = false;
	}
	facts_release(&facts);
	store_close(store);
	buf_release(&edits);
	return done;
}

/* With all its history, and its vault: the copy of the copy. */
static bool into_new(const struct action *self, struct app *app,
		     struct store *backup, const struct args *args,
		     struct result *out, struct error *err)
{
	const char *admin = arg_text(self, args, "admin");
	struct facts facts;
	bool done;

	facts_init(&facts);
	done = store_load(backup, &facts, err) &&
		(!admin || replace_link(app, &facts, admin, NULL, err));
	if (done && app->opts && app->opts->dry_run)
		out->message = arena_printf(&out->arena, "Would make %s.",
					    app->store_path);
	else if (done && (done = store_backup(backup, app->store_path, err))) {
		say_restored(app->store_path);
		done = !admin || link_admin(app, admin, err);
	}
	if (done && !out->message)
		out->message = arena_printf(&out->arena, "Restored %s to %s.%s",
			arg_text(self, args, "file"), app->store_path,
			restored_vault_words(backup, &facts, &out->arena));
	facts_release(&facts);
	return done;
}

static bool into_filled(const struct action *self, struct app *app,
			struct store *backup, const struct args *args,
			struct result *out, struct error *err)
{
	struct facts facts;
	struct restored_values values = { .backup = backup };
	struct replacement whole = {
		.restored = &values,
		.action = self, .app = app, .after = &facts,
		.admin = arg_text(self, args, "admin"), .rows = 40,
		.summary = arena_printf(&out->arena, "Restored %s",
					arg_text(self, args, "file")),
	};
	bool done;

	facts_init(&facts);
	done = store_load(backup, &facts, err) &&
		replace_change(&whole, out, err);
	facts_release(&facts);
	return done;
}

/* The ways out of a store are none for the copy of one. */
static bool not_opened(struct error *err)
{
	static const struct { const char *code, *way; } ways[] = {
		{ "STORE_DAMAGED", "the backup itself is damaged: name an older "
		  "one" },
		{ "STORE_FOREIGN", "name a file that workspace backup or import "
		  "made" },
		{ "STORE_MISSING", "name a file that workspace backup or import "
		  "made" },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(ways); i++)
		if (strcmp(err->code, ways[i].code) == 0)
			return error_remedy(err, "%s", ways[i].way);
	return false;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *file = arg_text(self, args, "file");
	struct store *backup = store_open(file, STORE_READ, err);
	bool done;

	if (!backup)
		return not_opened(err);
	if (app->store || access(app->store_path, F_OK) == 0)
		done = into_filled(self, app, backup, args, out, err);
	else
		done = into_new(self, app, backup, args, out, err);
	store_close(backup);
	return done;
}

const struct action action_workspace_restore = {
	.noun = "workspace", .verb = "restore",
	.summary = "Bring back what a backup holds",
	.help = "Where there is no workspace the copy becomes it, with its "
		"history and its vault, which opens for who held its keys.  A "
		"filled one is made equal to it: the difference is shown first, "
		"its own backup is written, and all is one event.  Secret values "
		"of what comes back come too, as long as the vault is in the epoch "
		"that it was in.",
	.example = "workspace restore /var/backups/acme.db",
	.synonyms = "backup undo import",
	.params = {
		{ .name = "file", .label = "File",
		  .help = "made by workspace backup or import",
		  .type = PARAM_FILE, .required = true },
		{ .name = "admin", .label = "Admin",
		  .help = "e-mail of the user to link to this login",
		  .type = PARAM_EMAIL, .option = true },
	},
	.flags = ACTION_NO_STORE | ACTION_FILES,
	.run = run,
};
