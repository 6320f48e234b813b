/* share_rows.c: what comes of each grant of the share dialog, and the ways round
 * what blocks one (A56, A62, D4): see share_priv.h. */
#include "screen/dialogs/share_priv.h"

#include <string.h>

#include "access/rights.h"
#include "access/words.h"
#include "action/run/fix_list.h"
#include "action/run/run.h"
#include "base/glyph.h"
#include "model/edit.h"
#include "screen/frame/keymap.h"

enum { WORDS = 16, NAMED = 2, ASKED = 2 };

void share_rows_add(struct form *form)
{
	struct field *field = form_add(form, FIELD_ROWS, "also",
				       "Also saved with it");

	field->removable = true;
	field->hidden = true;
	field->help = "It is done in the same step as the grant. Del takes it "
		"out.";
}

/* ---- what goes along --------------------------------------------------------------
 *
 * The id of such a row: the row of the grant, then a line for each command, its words
 * parted by tabs. */

static const char *way_id(const struct fix_offer *fix, const char *row,
			  struct arena *arena)
{
	const char *id = row;
	size_t step, word;

	for (step = 0; step < fix->n_steps; step++)
		for (word = 0; word < FIX_WORDS && fix->steps[step].word[word];
		     word++)
			id = arena_printf(arena, "%s%c%s", id, word ? '\t' :
					  '\n', fix->steps[step].word[word]);
	return id;
}

static bool one_command(char *line, struct batch *batch, struct error *err)
{
	const char *word[WORDS];
	size_t n = 0;
	char *at;

	while (n < WORDS && (at = strsep(&line, "\t")))
		word[n++] = at;
	return batch_add(batch, word, n, err);
}

/* Is the grant still there that it was for? */
static bool wanted(const struct form *form, const char *id)
{
	const struct field *grants = form_field(form, "grants");
	const struct form_row *row;
	size_t i, n = strcspn(id, "\n");

	for (i = 0; i < grants->n_rows; i++) {
		row = &grants->rows[i];
		if (strncmp(row->id, id, n) == 0 && !row->id[n])
			return !row->removed &&
				level_edits((enum level)(row->choice + 1));
	}
	return false;
}

static void drop_row(struct field *field, size_t at)
{
	memmove(field->rows + at, field->rows + at + 1,
		(field->n_rows - at - 1) * sizeof(*field->rows));
	field->n_rows--;
	field->n_shown--;
	if (field->cursor && field->cursor >= field->n_shown)
		field->cursor--;
}

bool share_rows_commands(struct form *form, struct batch *batch,
			 struct error *err)
{
	struct field *also = form_field(form, "also");
	char *rest, *line;
	size_t i = 0;

	while (i < also->n_rows) {
		if (!wanted(form, also->rows[i].id)) {
			drop_row(also, i);
			continue;
		}
		rest = arena_strdup(&batch->arena, also->rows[i++].id);
		(void)strsep(&rest, "\n");
		while ((line = strsep(&rest, "\n")))
			if (!one_command(line, batch, err))
				return false;
	}
	return true;
}

/* ---- beside each grant ------------------------------------------------------------- */

struct look {
	struct dialog_page *page;
	struct form *form;
	uint32_t project;
	struct edit *edits;		/* the grants, as edits */
	size_t n_edits;
	struct form_row *blocked;	/* the first one */
};

static uint32_t number_of(const struct look *look, const struct form_row *row,
			  struct thing *thing)
{
	return finder_thing(row->id, thing) ?
		thing_number(look->page->screen->app, thing) : NOBODY;
}

static void add_edit(struct look *look, struct facts *facts, struct edit edit)
{
	edit.project = look->project;
	edit_apply(facts, &edit);
	look->edits[look->n_edits++] = edit;
}

/* All that the form says, blocked or not. */
static void apply(struct look *look, struct facts *facts)
{
	const struct field *grants = form_field(look->form, "grants");
	struct thing thing;
	struct edit edit;
	size_t i;

	for (i = 0; i < grants->n_rows; i++) {
		const struct form_row *row = &grants->rows[i];
		uint32_t number = number_of(look, row, &thing);

		if (row->fixed || !row_changed(row) || number == NOBODY)
			continue;
		edit = edit_of(thing.kind == THING_GROUP ? EDIT_GRANT_GROUP :
			       EDIT_GRANT_USER);
		*(thing.kind == THING_GROUP ? &edit.group : &edit.user) =
			number;
		edit.value = row->removed ? LEVEL_NONE : row->choice + 1;
		add_edit(look, facts, edit);
	}
	edit = edit_of(EDIT_PROJECT_WORKSPACE);
	edit.value = form_field(look->form, "workspace")->choice;
	add_edit(look, facts, edit);
}

static bool lacks_asset(const struct answer *answer)
{
	uint32_t i;

	for (i = 0; i < answer->n_limits; i++)
		if (answer->limits[i].code == REASON_ASSET_MISSING)
			return true;
	return false;
}

/* D4: only a new or raised grant is blocked. */
static bool is_blocked(const struct form_row *row, const struct answer *answer)
{
	return !row->fixed && level_edits((enum level)(row->choice + 1)) &&
		(row->added || row->choice > row->base_choice) &&
		lacks_asset(answer);
}

static const char *lacks(const struct seen *seen, const struct answer *answer,
			 struct arena *arena)
{
	const char *list = "";
	uint32_t i;

	for (i = 0; i < answer->n_limits; i++)
		if (answer->limits[i].code == REASON_ASSET_MISSING)
			list = arena_printf(arena, "%s%s%s", list, *list ?
				", " : "", seen_asset_label(seen, answer->limits[i].asset));
	return list;
}

/* While the facts are as the form says. */
static void add_stop(struct look *look, struct form_row *row,
		     const struct answer *answer)
{
	const struct seen *seen = dialog_seen(look->page);
	struct share *self = look->page->ctx;
	struct arena *arena = &look->page->notes;
	struct share_stop *stop = &self->stops[self->n_stops++];

	if (!look->blocked)
		look->blocked = row;
	stop->row = row->id;
	stop->name = seen_user_label(seen, answer->user);
	stop->added = row->added;
	stop->why = arena_printf(arena, "no access to %s",
				 lacks(seen, answer, arena));
	stop->said = arena_printf(arena, "%s cannot get %s: %s.", stop->name,
				  level_label((enum level)(row->choice + 1)),
				  stop->why);
}

static void note_user(struct look *look, struct form_row *row, uint32_t user)
{
	const struct seen *seen = dialog_seen(look->page);
	struct arena *arena = &look->page->notes;
	struct answer answer;

	access_decide(seen_judged(seen), user, look->project, arena, &answer);
	if (seen_project(seen, look->project)->owner == user) {
		dialog_note(look->page, row, 0, "owner");
	} else if (is_blocked(row, &answer)) {
		add_stop(look, row, &answer);
		dialog_note(look->page, row, STYLE_RED | STYLE_BOLD, "! blocked");
		dialog_more(look->page, row, "%s", access_why(seen, &answer,
							      arena));
	} else if ((int)answer.effective < row->choice + 1) {
		dialog_note(look->page, row, STYLE_RED | STYLE_BOLD, "held %s",
			    glyph(GLYPH_HELD));
		dialog_more(look->page, row, "held at %s by %s",
			    level_label(answer.effective),
			    access_why(seen, &answer, arena));
	} else if ((int)answer.effective > row->choice + 1) {
		dialog_more(look->page, row, "has %s: %s",
			    level_label(answer.effective),
			    access_why(seen, &answer, arena));
	}
}

static void note_group(struct look *look, struct form_row *row, uint32_t group,
		       const struct verdict *v)
{
	const struct seen *seen = dialog_seen(look->page);
	const struct numbers *members = &seen_group(seen, group)->members;
	struct arena *arena = &look->page->notes;
	const char *names = "";
	uint32_t i, reach = 0, n = 0, held = 0;
	struct answer answer;

	for (i = 0; i < members->n; i++) {
		uint32_t user = members->v[i];

		if (!sees_user(seen, user) || !seen_user(seen, user)->active)
			continue;
		n++;
		if ((int)v[user].effective >= row->choice + 1) {
			reach++;
		} else if (++held <= NAMED) {
			access_decide(seen_judged(seen), user, look->project, arena,
				      &answer);
			names = arena_printf(arena, "%s%s %s: %s", names,
					     held > 1 ? ";" : "",
					     seen_user_label(seen, user),
					     access_why(seen, &answer, arena));
		}
	}
	dialog_note(look->page, row, held ? STYLE_RED | STYLE_BOLD : 0,
		    n ? "%u of %u%s%s" : "nobody", reach, n, held ? " " : "",
		    held ? glyph(GLYPH_HELD) : "");
	if (held)
		dialog_more(look->page, row, "held:%s%s", names,
			    held > NAMED ? "; ..." : "");
}

static void note_workspace(struct look *look, const struct verdict *v)
{
	const struct seen *seen = dialog_seen(look->page);
	struct field *field = form_field(look->form, "workspace");
	struct arena *arena = &look->page->notes;
	uint32_t i, n = 0, reach = 0;

	for (i = 0; i < seen_n_users(seen); i++) {
		if (!sees_user(seen, i) || !facts_in_builtin(seen_user(seen, i),
							      BUILTIN_WORKSPACE))
			continue;
		n++;
		reach += (int)v[i].effective >= field->choice;
	}
	field->note_style = reach < n ? STYLE_RED | STYLE_BOLD : 0;
	field->note = !seen->people ? "" : reach < n ? arena_printf(arena, "%u of %u %s", reach, n,
					       glyph(GLYPH_HELD)) :
		arena_printf(arena, "%u", n);
}

static void note_all(struct look *look)
{
	const struct seen *seen = dialog_seen(look->page);
	struct field *grants = form_field(look->form, "grants");
	struct verdict *v = screen_verdicts(look->page->screen, seen_n_users(seen));
	struct thing thing;
	size_t i;

	access_of_project(seen_judged(seen), look->project, v);
	for (i = 0; i < grants->n_rows; i++) {
		struct form_row *row = &grants->rows[i];
		uint32_t number = number_of(look, row, &thing);

		if (number == NOBODY && row->fixed)	/* not to be seen */
			dialog_note(look->page, row, 0, "owner");
		if (row->removed || number == NOBODY)
			continue;
		if (thing.kind == THING_USER)
			note_user(look, row, number);
		else
			note_group(look, row, number, v);
	}
	note_workspace(look, v);
}

/* ---- the ways ---------------------------------------------------------------------- */

static void offer(struct look *look, struct share_way way)
{
	struct share *self = look->page->ctx;

	self->ways[self->n_ways++] = way;
}

/* The grant that stands, or Can View. */
static void offer_lower(struct look *look, const char *name)
{
	const struct form_row *row = look->blocked;
	int to = LEVEL_CAN_VIEW - 1;

	if (!row->added && row->base_choice < to)
		to = row->base_choice;
	offer(look, (struct share_way){ .row = row->id, .choice = to,
		.text = arena_printf(&look->page->notes, "%s %s at %s",
				     row->added ? "share with" : "leave", name,
				     level_label((enum level)(to + 1))), .effects = "" });
}

static void offer_fixes(struct look *look, const struct fix_list *list)
{
	struct share *self = look->page->ctx;
	struct arena *arena = &look->page->notes;
	const char *asked = "";
	size_t i, n = 0;

	for (i = 0; i < list->n; i++) {
		const struct fix_offer *fix = &list->v[i];

		if (!fix->key) {
			if (n++ < ASKED)
				asked = arena_printf(arena, "%s%s%s", asked,
						     *asked ? ", or " : "Or ",
						     fix->text);
		} else if (self->n_ways < SHARE_WAYS - 1) {
			offer(look, (struct share_way){
				.id = way_id(fix, look->blocked->id, arena),
				.text = fix->text, .row = look->blocked->id,
				.effects = fix_side_effects(fix, arena) });
		}
	}
	self->ask = *asked ? arena_printf(arena, "%s.", asked) : "";
}

/* What may be saved with the grant, by whoever sits here: while the facts are as
 * they are where the grants begin. */
static void find_ways(struct look *look, struct app *app)
{
	struct arena *arena = &look->page->notes;
	struct edit grant = edit_of(EDIT_GRANT_USER);
	struct fix_list list;
	struct answer answer;
	struct thing thing;

	if (!look->blocked || look->page->readonly)
		return;
	grant.project = look->project;
	grant.user = number_of(look, look->blocked, &thing);
	grant.value = look->blocked->choice + 1;
	access_decide(seen_judged(app_seen(app)), grant.user, look->project,
		      arena, &answer);
	fix_list_find(app, &answer, (enum level)grant.value, &grant, arena,
		      &list);
	offer_fixes(look, &list);
	offer_lower(look, seen_user_label(app_seen(app), grant.user));
}

/* What they have, while the facts are as they are where the grants begin. */
static void now_of_stops(struct look *look)
{
	struct share *self = look->page->ctx;
	struct answer answer;
	struct thing thing;
	size_t i;

	for (i = 0; i < self->n_stops; i++) {
		if (!finder_thing(self->stops[i].row, &thing))
			continue;
		access_decide(seen_judged(dialog_seen(look->page)),
			      thing_number(look->page->screen->app, &thing),
			      look->project, &look->page->notes, &answer);
		self->stops[i].now = level_label(answer.effective);
	}
}

static void look_at(struct app *app, void *ctx)
{
	struct look *look = ctx;

	apply(look, &app->facts);
	note_all(look);
	while (look->n_edits)
		edit_revert(&app->facts, &look->edits[--look->n_edits]);
	now_of_stops(look);
	find_ways(look, app);
}

void share_rows_hide(struct dialog_page *page, struct form *form)
{
	struct field *also = form_field(form, "also");
	struct share *self = page->ctx;

	self->n_ways = self->n_stops = 0;
	self->ask = "";
	page->blocked = 0;
	also->hidden = also->n_rows == 0;
}

void share_rows_look(struct dialog_page *page, struct form *form,
		     uint32_t project)
{
	struct look look = { .page = page, .form = form, .project = project };
	struct share *self = page->ctx;
	struct batch batch;
	struct error err;
	size_t rows;

	rows = form_field(form, "grants")->n_rows + 1;
	look.edits = arena_array(&page->notes, rows, sizeof(*look.edits));
	self->stops = arena_array(&page->notes, rows, sizeof(*self->stops));
	error_clear(&err);
	batch_init(&batch);
	if (page->readonly || !share_rows_commands(form, &batch, &err) ||
	    !batch_look(page->screen->app, &batch, look_at, &look, &err))
		look_at(page->screen->app, &look);
	batch_release(&batch);
	page->blocked = self->n_stops;
	if (page->blocked && !page->good)
		error_remedy(&page->error, "take one of the ways (%s)", key_said(CMD_FIX));
}
