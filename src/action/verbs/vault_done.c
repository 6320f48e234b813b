/* vault_done.c: something is changed where it is used: off the work list. */
#include <string.h>

#include "action/core/word_list.h"
#include "action/workspace/leavers.h"
#include "base/clock.h"

enum { NAMED = 12 };

struct done {
	const struct action *self;
	const struct args *args;
	struct words names;
	size_t n;
};

static bool is_it(const struct vault_leaver_row *row, const char *which)
{
	return !row->done && (strcmp(row->thing, which) == 0 ||
			      strcmp(row->name, which) == 0);
}

static bool nothing(const char *which, struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
		  "nothing that is called \"%.60s\" is still to be changed", which);
	error_field(err, "what");
	return error_remedy(err, "gatehouse vault worklist shows what is");
}

static bool tick(struct vault_change *change, struct done *done, const char *which,
		 struct error *err)
{
	struct app *app = change->app;
	struct vault_leaver_row *rows, one;
	size_t i, n, ticked;

	if (!store_vault_leavers(app->store, &change->out->arena, &rows, &n, err))
		return false;
	for (i = 0; i < n && !is_it(&rows[i], which); i++)
		;
	if (i == n)
		return nothing(which, err);
	one = rows[i];
	one.field = NULL;
	one.done = clock_now();
	one.done_by = app_actor_text(app);
	one.how = "ticked";
	words_add(&done->names, word_cut(&change->out->arena, rows[i].name));
	if (!store_vault_leaver_done(app->store, &one, &ticked, err))
		return false;
	done->n += ticked;
	return true;
}

static bool deed(struct vault_change *change, struct error *err)
{
	struct done *done = change->ctx;
	size_t i, n = arg_count(done->self, done->args, "what");
	struct arena *arena = &change->out->arena;
	const char *list;

	words_init(&done->names, NAMED);
	for (i = 0; i < n; i++)
		if (!tick(change, done, arg_at(done->self, done->args, "what", i), err))
			break;
	list = words_done(&done->names, arena);
	change->summary = arena_printf(arena, "Changed where it is used: %s", list);
	change->out->message = arena_printf(arena, "Ticked off: %s.", list);
	return i == n;
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct done done = { .self = self, .args = args };
	struct vault_change change = { .app = app, .action = self, .out = out, .ctx = &done };

	return vault_may(app, self, err) && vault_change(&change, false, deed, err);
}

const struct action action_vault_done = {
	.noun = "vault", .verb = "done",
	.summary = "Tick off what was changed where it is used",
	.help = "Of the work list that vault admin-revoke makes: whatever stands there of this "
		"name, for all who left.",
	.example = "vault done STRIPE_KEY",
	.synonyms = "tick worklist leaver changed",
	.params = {
		{ .name = "what", .label = "What", .type = PARAM_TEXT, .required = true,
		  .many = true, .help = "its name or id, as the list has it" },
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
