/* replace_workspace.c: whole-file changes, each one event, or nothing at all. */
#include "action/workspace/replace_workspace.h"

#include <string.h>

#include "action/asking/requests.h"
#include "action/core/accounts.h"
#include "action/core/app_event.h"
#include "action/judge/operator.h"
#include "action/run/allowed.h"
#include "action/run/app_open.h"
#include "action/run/what_if.h"
#include "action/vault/vault_values.h"
#include "base/clock.h"
#include "model/edit.h"
#include "model/workspace_file.h"

bool replace_make(struct app *app, const struct facts *facts, const char *verb,
	       const char *summary, struct error *err)
{
	char op_id[NEWID_TEXT];
	struct event event;

	app->actor_kind = ACTOR_OPERATOR;
	event = app_event(app, op_id);
	event.verb = verb;
	event.summary = summary;
	if (!accounts_all_free(app, facts, err) ||
	    !store_make(app->store_path, app->login, false, facts, &event, err))
		return false;
	accounts_note(app, facts);
	return true;
}

static void link_login(struct facts *facts, uint32_t user, const char *login,
		       struct json *edits)
{
	struct edit edit = edit_of(EDIT_USER_LOGIN);

	edit.user = user;
	edit.text = login;
	if (!edit_changes(facts, &edit))
		return;
	edit_apply(facts, &edit);
	if (edits)
		edit_json(edits, facts, &edit);
}

bool replace_link(struct app *app, struct facts *facts, const char *email,
		  struct json *edits, struct error *err)
{
	uint32_t user = facts_user_by_email(facts, email), i;

	if (user == NOBODY) {
		error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
			  "nobody has the e-mail \"%.60s\"", email);
		return error_field(err, "admin");
	}
	for (i = 0; i < facts->n_users; i++) {
		const char *login = facts->users[i].login;

		if (i != user && login && strcmp(login, app->login) == 0)
			link_login(facts, i, NULL, edits);
	}
	link_login(facts, user, app->login, edits);
	return true;
}

static const char *backup_path(struct app *app, struct arena *arena)
{
	char time[CLOCK_TEXT], *p, *to;

	clock_rfc3339(clock_now(), time);
	for (p = to = time; *p; p++)
		if (*p != '-' && *p != ':')
			*to++ = *p;
	*to = '\0';
	return arena_printf(arena, "%s.backup-%s-%lld", app->store_path, time,
			    (long long)app->facts.revision);
}

/* The event's edits: one that undo knows to be none of its own. */
static const char *edits_text(const struct replacement *whole, const char *backup,
			      const char *difference, struct arena *arena)
{
	const char *text;
	struct buf out;
	struct json json;
	size_t i;

	buf_init(&out, 1 << 22);
	jsonw_init(&json, &out, 0);
	jsonw_array(&json);
	jsonw_object(&json);
	jsonw_kstring(&json, "edit", "replace");
	jsonw_kbool(&json, "merge", whole->merge);
	jsonw_kstring(&json, "difference", difference);
	jsonw_kstring(&json, "backup", backup);
	jsonw_object_end(&json);
	for (i = 0; whole->values && i < whole->values->n; i++)
		vault_value_json(&json, &whole->values->v[i]);
	jsonw_array_end(&json);
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}

static bool may(struct replacement *whole, struct error *err)
{
	const struct options *opts = whole->app->opts;
	struct action gate = *whole->action;

	if (!whole->app->store && !app_open(whole->app, true, NULL, err))
		return false;
	if (what_if_on(whole->app)) {
		error_set(err, ERROR_CONFLICT, "WHAT_IF",
			  "a whole workspace cannot be replaced in what-if");
		return error_remedy(err, "apply it or drop it first");
	}
	gate.flags = ACTION_WRITES | ACTION_ADMIN;	/* and needs a store */
	return opts && opts->preview ? run_role_allows(whole->app, &gate, err) :
		action_allowed(whole->app, &gate, err);
}

/* What will be: the file, or what is there with the file merged in. */
static bool wanted(struct replacement *whole, struct facts *merged,
		   struct error *err)
{
	if (whole->merge) {
		if (!store_load(whole->app->store, merged, err) ||
		    !workspace_merge(merged, whole->after, err))
			return false;
		whole->after = merged;
	}
	/* A backup brings its own. */
	if (!whole->merge && strcmp(whole->action->verb, "import") == 0)
		requests_carry(&whole->app->facts, whole->after);
	/* A file need not say how the workspace is called. */
	if (!*whole->after->name)
		whole->after->name = arena_strdup(&whole->after->text,
						  whole->app->facts.name);
	if (whole->admin &&
	    !replace_link(whole->app, whole->after, whole->admin, NULL, err))
		return false;
	if (!accounts_all_free(whole->app, whole->after, err))
		return false;
	if (operator_login_stays(whole->app, whole->after, err))
		return true;
	if (!whole->admin)
		error_remedy(err, "say whom this login is: --admin EMAIL");
	return false;
}

/* It is kept whatever happens, above all where nobody knows what did. */
static bool error_keep(struct error *err, const char *backup)
{
	if (strcmp(err->code, "STORE_UNKNOWN") == 0)
		error_remedy(err, "start gatehouse again and look for it with "
			     "gatehouse audit list; the state before is in %s",
			     backup);
	return false;
}

static bool replace(struct replacement *whole, const char *backup,
		    const char *difference, struct result *out,
		    struct error *err)
{
	struct app *app = whole->app;
	char op_id[NEWID_TEXT];
	struct event event;
	bool moved;

	if (!store_begin(app->store, err))
		return false;
	if (!app_refresh(app, &moved, err))
		goto undo;
	if (moved) {
		error_set(err, ERROR_CONFLICT, "STALE", "somebody changed the "
			  "workspace meanwhile");
		error_remedy(err, "run it again");
		goto undo;
	}
	if (!store_backup(app->store, backup, err))
		goto undo;
	if (store_replace(app->store, whole->after, err) &&
	    (!whole->values || file_values_seal(whole->values, whole->after, err)) &&
	    (!whole->restored ||
	     restored_values_take(whole->restored, app, whole->after, true, &out->arena,
				  err))) {
		event = app_event(app, op_id);
		event.verb = action_name(whole->action, &out->arena);
		event.summary = whole->summary;
		event.edits = edits_text(whole, backup, difference, &out->arena);
		if (store_commit(app->store, &event, err)) {
			out->event = event.seq;
			return true;
		}
	} else {
		store_rollback(app->store);
	}
	return error_keep(err, backup);
undo:
	store_rollback(app->store);
	return false;
}

static bool change(struct replacement *whole, const struct facts_diff *diff,
		   struct result *out, struct error *err)
{
	struct app *app = whole->app;
	const char *difference, *backup;
	bool dry = app->opts && app->opts->dry_run;

	replace_show(whole, diff, out);
	out->has_plan = dry;
	if (whole->values && !file_values_ready(whole->values, whole->action, whole->args,
						whole->file, err))
		return false;
	if (whole->restored && !restored_values_take(whole->restored, app, whole->after,
						     false, &out->arena, err))
		return false;
	if (!facts_diff_any(diff) && !(whole->values && whole->values->n) &&
	    !(whole->restored && whole->restored->back)) {
		out->message = "Nothing had to change.";
		return true;
	}
	if (!replace_sure(whole, diff, out, err))
		return false;
	if (dry && whole->values && whole->values->n)
		out->message = arena_printf(&out->arena, "%s %zu secret value%s would be "
			"sealed in the vault.", out->message ? out->message : "",
			whole->values->n, whole->values->n == 1 ? "" : "s");
	if (dry)
		return true;
	buf_reset(&out->text);
	difference = facts_diff_text(diff, &out->arena);
	backup = backup_path(app, &out->arena);
	if (!replace(whole, backup, difference, out, err))
		return false;
	accounts_note(app, whole->after);
	out->irreversible = true;	/* but for the backup */
	out->message = arena_printf(&out->arena, "%s: %s.%s The state before is in %s.",
				    whole->summary, difference, whole->values ?
				    file_values_words(whole->values, &out->arena) :
				    whole->restored ? restored_values_words(
				    whole->restored, &out->arena) : "",
				    backup);
	return app_refresh(app, NULL, err);
}

bool replace_change(struct replacement *whole, struct result *out, struct error *err)
{
	struct facts_diff diff;
	struct facts merged;
	bool done;

	facts_init(&merged);
	done = may(whole, err) && wanted(whole, &merged, err);
	if (done) {
		facts_diff(&whole->app->facts, whole->after, &diff);
		done = change(whole, &diff, out, err);
		facts_diff_release(&diff);
	}
	facts_release(&merged);
	return done;
}
