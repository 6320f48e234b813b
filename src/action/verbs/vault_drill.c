/* vault_drill.c: does the recovery key lead back in?  Tried on a copy in memory. */
#include "action/vault/vault_input.h"
#include "action/vault/vault_place.h"
#include "action/vault/vault_readers.h"
#include "action/workspace/vault_sheet.h"

struct drill {
	struct app copy;		/* the same, on a store in memory */
	struct vault_sheet sheet;
	struct result *out;
	size_t all, opened;
};

static bool nothing(void *ctx, const char *value, size_t n)
{
	(void)ctx;
	(void)value;
	(void)n;
	return true;
}

/* Every value, those that do not open by name. */
static void open_all(struct drill *drill, const struct vault_rows *rows,
		     const struct vault_key *key)
{
	struct arena *arena = &drill->out->arena;
	struct sealed_place place;
	struct error err;
	size_t i;

	drill->all = rows->n_values;
	drill->opened = 0;
	for (i = 0; i < rows->n_values; i++) {
		const struct vault_value_row *row = &rows->values[i];

		error_clear(&err);
		vault_place(rows, row, arena, &place);
		if (sealed_use(key, &place, row->value.at, row->value.n, nothing, NULL,
			       &err)) {
			drill->opened++;
			continue;
		}
		result_cells(drill->out, row->kind, row->thing,
			     vault_value_name(&drill->copy, row), row->field, err.text);
	}
}

/* Recover on the copy, and open everything with the key that was made there. */
static bool recover(struct drill *drill, struct vault_rows *rows, struct error *err)
{
	struct vault_change change = { .app = &drill->copy, .out = drill->out,
				       .ctx = &drill->sheet, .rows = *rows,
				       .revision = drill->copy.facts.revision + 1 };
	struct vault_session session = { .key = vault_next_key(rows) };
	const struct vault_key_row *mine;
	bool good;

	drill->sheet.identity = identity_new();
	buf_adds(&drill->sheet.kept, "no passphrase: a drill");
	if (!vault_sheet_deed(&change, err) ||
	    !vault_rows(&drill->copy, &drill->out->arena, rows, err) ||
	    !roster_check(rows, err))
		return false;
	mine = roster_row(rows, session.key);
	session.identity = drill->sheet.identity;
	good = mine && vault_session_open(&session, rows, mine, err);
	if (good)
		open_all(drill, rows, session.now);
	session.identity = NULL;		/* the sheet's */
	vault_session_empty(&session);
	return good;
}

static bool on_the_copy(const struct action *self, struct drill *drill, struct app *app,
			const struct args *args, struct error *err)
{
	struct vault_rows rows;

	if (!vault_rows(&drill->copy, &drill->out->arena, &rows, err))
		return false;
	drill->sheet.whose = roster_whose(&rows, drill->sheet.holder, &drill->out->arena);
	if (!vault_sheet_open(self, app, args, &rows, &drill->sheet, err))
		return false;
	result_columns(drill->out, 5, "kind", "KIND", CELL_CODE, "id", "ID", CELL_CODE,
		       "name", "NAME", CELL_TEXT, "field", "FIELD", CELL_CODE,
		       "fault", "FAULT", CELL_TEXT);
	open_all(drill, &rows, drill->sheet.session.now);
	return drill->opened < drill->all || recover(drill, &rows, err);
}

static bool deed(struct vault_change *change, struct error *err)
{
	(void)change;
	(void)err;
	return true;
}

/* Nothing of the store is another but that it has the event. */
static bool record(const struct action *self, struct app *app, struct drill *drill,
		   struct error *err)
{
	struct result *out = drill->out;
	struct vault_change change = { .app = app, .action = self, .out = out,
		.targets = drill->sheet.holder,
		.summary = arena_printf(&out->arena, "Tried the recovery key on a copy: %zu "
					"of %zu values open", drill->opened, drill->all) };

	if (!vault_change(&change, false, deed, err))
		return false;
	out->failed = drill->opened < drill->all;
	out->message = arena_printf(&out->arena, "%s: %zu of %zu values open%s. It was tried "
		"on a copy; nothing here was changed.", out->failed ?
		"The recovery key does not lead all the way back" :
		"The recovery key leads back in", drill->opened, drill->all, out->failed ?
		", the others are listed" : "");
	return true;
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct drill drill = { .copy = *app, .out = out };
	struct store *kept;
	bool done;

	if (!vault_may(app, self, err))
		return false;
	drill.sheet.holder = vault_holder(app, err);
	if (!drill.sheet.holder || !vault_is_there(app, err))
		return false;
	drill.sheet.holder = arena_strdup(&out->arena, drill.sheet.holder);
	kept = store_keep(app->store, err);
	if (!kept)
		return false;
	drill.copy.store = kept;
	drill.copy.vault = NULL;
	buf_init(&drill.sheet.kept, 256);
	done = on_the_copy(self, &drill, app, args, err);
	store_kept_free(kept);
	done = done && record(self, app, &drill, err);
	vault_sheet_release(&drill.sheet);
	return done;
}

const struct action action_vault_drill = {
	.noun = "vault", .verb = "drill",
	.summary = "Try on a copy whether the recovery key leads back in",
	.help = "For Admins, with the key on paper: recovers on a copy in memory and opens "
		"every value there.  Nothing is changed but that an event says so.  Exit "
		"status 1 where something does not open, which is named.",
	.example = "vault drill",
	.synonyms = "test check recovery paper rehearsal",
	.params = { PARAM_RECOVERY_FD },
	.flags = ACTION_ADMIN | ACTION_VAULT | ACTION_ROWS,
	.run = run,
};
