/* default_connection.c: the connection that new SQL cells start with, and for whom
 * that would be none (D18). */
#include "screen/dialog/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "access/words.h"
#include "action/judge/editors.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/kind.h"
#include "screen/frame/chrome.h"
#include "screen/frame/finder.h"
#include "screen/frame/text_page.h"
#include "screen/panel/card.h"

enum { LISTED = 100, TEXT_MOST = 4 * 1024 * 1024 };

static const char none_id[] = "none";

struct standard {
	bool opened;		/* what was started is chosen only once */
	char button[DIALOG_LINE];
	struct arena arena;
	uint32_t *editors;	/* who can edit somewhere, of these facts */
	uint32_t n_editors;
};

/* ---- loading -------------------------------------------------------------------- */

static bool is_draft(const struct fact_asset *asset)
{
	return asset->status && strcmp(asset->status, "draft") == 0;
}

static int by_name(const void *a, const void *b)
{
	const struct fact_asset *const *x = a, *const *y = b;
	int order = text_natcmp((*x)->name, (*y)->name);

	return order ? order : strcmp((*x)->id, (*y)->id);
}

static const struct fact_asset **connections(struct app *app, size_t *n)
{
	const struct seen *seen = app_seen(app);
	const struct fact_asset **list = mem_alloc((seen_n_assets(seen) + 1) *
						   sizeof(*list));
	uint32_t i;

	*n = 0;
	for (i = 0; i < seen_n_assets(seen); i++)
		if (sees_asset(seen, i) &&
		    kind_at(seen_asset(seen, i)->kind)->may_be_default)
			list[(*n)++] = seen_asset(seen, i);
	qsort(list, *n, sizeof(*list), by_name);
	return list;
}

static void add_connection(struct dialog_page *page, struct form *form,
			   struct field *field, const struct fact_asset *asset)
{
	const struct seen *seen = dialog_seen(page);
	uint32_t number = facts_asset(seen_judged(seen), asset->id);
	struct thing thing = thing_of(page->screen->app, THING_ASSET, number);
	struct arena arena = { 0 };
	struct form_row *row;

	row = form_row_add(form, field, finder_id(&thing, &arena),
			   seen_asset_label(seen, number),
			   seen_workspace(seen).default_asset == number, FORM_NONE);
	row->detail = form_printf(form, "%s", access_shared_with(seen, number,
							       &arena));
	if (is_draft(asset) && seen_workspace(seen).default_asset != number)
		row->fixed = "test and finish it first";
	arena_release(&arena);
}

/* As if the row had been chosen by hand. */
static void choose(struct form *form, const char *id)
{
	struct field *field = form_field(form, "connection");
	struct form_row *chosen = form_row(field, id);
	size_t i;

	if (!chosen || chosen->fixed)
		return;
	for (i = 0; i < field->n_rows; i++)
		field->rows[i].marked = &field->rows[i] == chosen;
}

/* Set as default and Clear default have chosen already. */
static void choose_started(struct dialog_page *page, struct form *form)
{
	struct arena arena = { 0 };
	const char *id = strcmp(page->action->verb, "clear-default") == 0 ?
		none_id : page->subject.kind == THING_ASSET ?
		finder_id(&page->subject, &arena) : NULL;
	const struct field *field = form_field(form, "connection");
	const struct form_row *row;
	size_t i;

	if (id && page->readonly) {
		;		/* it is looked at as it is */
	} else if (id) {
		choose(form, id);
		row = form_row(field, id);
		if (row && row->fixed)
			pages_toast(page->screen->pages, "%s is a draft: %s.",
				    row->text, row->fixed);
	}
	for (i = 0; !id && i < field->n_rows; i++)
		if (field->rows[i].marked)
			id = field->rows[i].id;
	if (id)
		(void)form_focus_row(form, "connection", id);
	arena_release(&arena);
}

/* D15, or a store one only reads. */
static const char *plan_lock(struct form *form, const struct seen *seen)
{
	if (seen_workspace(seen).plan >= PLAN_PROFESSIONAL)
		return NULL;
	return form_printf(form, "Data connections need the plan %s; this "
			   "workspace has %s. The default stays what it is.",
			   plan_label(PLAN_PROFESSIONAL),
			   plan_label(seen_workspace(seen).plan));
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct seen *seen = dialog_seen(page);
	struct field *field;
	struct standard *self;
	const struct fact_asset **list;
	size_t n, i;

	(void)err;
	if (!page->ctx)
		page->ctx = mem_alloc(sizeof(struct standard));
	self = page->ctx;
	dialog_title(page, "Default data connection");
	form_head(form, "New SQL cells start with it. In Hex: Settings, Data "
		  "sources, Set as default.");
	field = form_add(form, FIELD_ROWS, "connection", "");
	field->marks = field->radio = field->searchable = true;
	field->max_rows = 12;
	field->help = "Space chooses, / finds. For people without access to "
		"the default there is none: their new SQL cells start without "
		"a connection. A draft cannot be the default.";
	(void)form_row_add(form, field, none_id, "none",
			   seen_workspace(seen).default_asset == NOBODY, FORM_NONE);
	list = connections(page->screen->app, &n);
	for (i = 0; i < n; i++)
		add_connection(page, form, field, list[i]);
	free(list);
	form_add(form, FIELD_BUTTON, "groups", "")->hidden = true;
	page->readonly = plan_lock(form, seen);
	arena_release(&self->arena);
	self->editors = NULL;
	if (!self->opened)
		choose_started(page, form);
	self->opened = true;
	return true;
}

/* ---- what is chosen --------------------------------------------------------------- */

static const struct form_row *chosen_row(const struct form *form)
{
	const struct field *field = form_field(form, "connection");
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (field->rows[i].marked && !field->rows[i].removed)
			return &field->rows[i];
	return NULL;
}

static uint32_t chosen_asset(struct dialog_page *page, const struct form *form,
			     struct thing *thing)
{
	const struct form_row *row = chosen_row(form);

	if (!row || !finder_thing(row->id, thing))
		return NOBODY;
	return thing_number(page->screen->app, thing);
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct form_row *row = chosen_row(form);
	struct thing thing;

	(void)page;
	if (!row) {
		error_set(err, ERROR_INVALID, NULL, "nothing is chosen");
		return error_remedy(err, "Space chooses a connection, or none");
	}
	if (row->base_marked)
		return true;
	if (finder_thing(row->id, &thing))
		batch_pairs(batch, "connection", "set-default", "connection",
			    thing.id, BATCH_END);
	else
		batch_pairs(batch, "connection", "clear-default", BATCH_END);
	return true;
}

static void note_row(struct dialog_page *page, struct form_row *row)
{
	const struct seen *seen = dialog_seen(page);
	const struct fact_asset *asset;
	struct thing thing;
	uint32_t number, n;
	const char *now = row->base_marked ? "now" : "";

	number = finder_thing(row->id, &thing) ?
		thing_number(page->screen->app, &thing) : NOBODY;
	if (number == NOBODY) {
		dialog_note(page, row, 0, "%s", now);
		return;
	}
	asset = seen_asset(seen, number);
	n = seen_count_uses(seen, number);
	if (row->fixed)
		dialog_note(page, row, 0, "draft");
	else
		dialog_note(page, row, 0, "%s%sused by %u%s", now, *now ? ", " :
			    "", n, asset->status &&
			    strcmp(asset->status, "ok") != 0 ?
			    strcmp(asset->status, "error") == 0 ?
			    ", its test failed" : ", not tested yet" : "");
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct field *field = form_field(form, "connection");
	struct field *button = form_field(form, "groups");
	struct standard *self = page->ctx;
	struct thing thing;
	uint32_t asset = chosen_asset(page, form, &thing);
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		note_row(page, &field->rows[i]);
	button->hidden = asset == NOBODY;
	if (asset == NOBODY)
		return;
	snprintf(self->button, sizeof(self->button), "%sGroups with access of "
		 "%s", command_key_before(CMD_GROUPS), seen_asset_label(dialog_seen(page), asset));
	button->label = self->button;
}

/* ---- for whom it is none ------------------------------------------------------------ */

static void count_editors(struct dialog_page *page)
{
	struct standard *self = page->ctx;

	if (!self->editors)
		self->editors = editors_list(seen_judged(dialog_seen(page)), &self->arena,
					     &self->n_editors);
}

static void person_line(struct dialog_page *page, uint32_t user, uint32_t asset,
			struct buf *out)
{
	const struct seen *seen = dialog_seen(page);

	buf_printf(out, "%s (%s)", seen_user_label(seen, user),
		   role_label(seen_user(seen, user)->role));
	if (asset != NOBODY) {
		buf_adds(out, ": ");
		card_through(page->screen, asset, user, out);
	}
}

static uint32_t lackers(struct dialog_page *page, uint32_t asset,
			uint32_t *guests)
{
	const struct seen *seen = dialog_seen(page);
	const struct facts *facts = seen_judged(seen);
	const struct standard *self = page->ctx;
	uint32_t i, n = 0;

	*guests = 0;
	for (i = 0; i < self->n_editors; i++)
		if (!access_asset(facts, self->editors[i], asset)) {
			n++;
			*guests += role_is_guest(seen_user(seen,
				self->editors[i])->role);
		}
	return n;
}

/* A row for each who has none then, who loses it or gains it. */
static void list_people(struct dialog_page *page, uint32_t asset)
{
	const struct standard *self = page->ctx;
	const struct seen *seen = dialog_seen(page);
	const struct facts *facts = seen_judged(seen);
	uint32_t was = seen_workspace(seen).default_asset, i, user;
	struct consequence *out = &page->consequence;
	struct buf why;
	bool had, has;

	buf_init(&why, 4096);
	for (i = 0; i < self->n_editors && out->n < LISTED; i++) {
		user = self->editors[i];
		had = was != NOBODY && access_asset(facts, user, was);
		has = asset != NOBODY && access_asset(facts, user, asset);
		if (had && has)
			continue;
		buf_reset(&why);
		if (asset != NOBODY)
			card_through(page->screen, asset, user, &why);
		consequence_add(out, had ? CONSEQUENCE_LOSES : has ?
				CONSEQUENCE_GAINS : CONSEQUENCE_SAME,
				seen_user_label(seen, user), had ? "default" :
				"none", has ? "default" : "none", buf_text(&why),
				"");
	}
	buf_release(&why);
	consequence_done(out);
}

static void tell(struct dialog_page *page)
{
	struct consequence *out = &page->consequence;
	const struct standard *self = page->ctx;
	char title[DIALOG_LINE];
	uint32_t asset, lack, guests = 0;
	struct thing thing;

	if (page->readonly || !page->good)
		return;
	count_editors(page);
	asset = chosen_asset(page, &page->form, &thing);
	lack = asset == NOBODY ? self->n_editors :
		lackers(page, asset, &guests);
	snprintf(title, sizeof(title), "%s: %u of %u who can edit "
		 "somewhere have no default", page->batch.n ?
		 page->screen->app->what_if ? "If you save (what-if)" :
		 "If you save" : "Now", lack, self->n_editors);
	consequence_say(out, title, asset == NOBODY ?
			"New SQL cells start without a connection." : "");
	out->list = lack > 0 && asset != NOBODY;
	if (guests)
		(void)lines_add(&out->lines, "%u of them %s.", guests, guests ==
				1 ? "is a Guest" : "are Guests");
	list_people(page, asset);
}

static void full_list(struct dialog_page *page)
{
	const struct standard *self = page->ctx;
	struct thing thing;
	uint32_t asset = chosen_asset(page, &page->form, &thing), i;
	struct buf text;

	if (asset == NOBODY)
		return;
	buf_init(&text, TEXT_MOST);
	for (i = 0; i < self->n_editors; i++) {
		if (access_asset(seen_judged(dialog_seen(page)), self->editors[i], asset))
			continue;
		person_line(page, self->editors[i], asset, &text);
		buf_addc(&text, '\n');
	}
	text_page_go(page->screen, page->consequence.title, buf_text(&text));
	buf_release(&text);
}

/* ---- its keys ---------------------------------------------------------------------- */

static void open_groups(struct dialog_page *page)
{
	struct thing thing;

	if (chosen_asset(page, &page->form, &thing) != NOBODY)
		dialog_over(page, "connection", "access", &thing);
}

static void pressed(struct dialog_page *page, const char *name)
{
	(void)name;
	open_groups(page);
}

static bool key(struct dialog_page *page, const struct key *key)
{
	if (!key_does(key, CMD_GROUPS))
		return false;
	open_groups(page);
	return true;
}

static void release(struct dialog_page *page)
{
	struct standard *self = page->ctx;

	if (self)
		arena_release(&self->arena);
	free(self);
}

static const struct hint hints[] = {
	{ "Space", "choose" }, { "g", "groups" }, { "/", "find" },
	{ NULL, NULL }
};

const struct dialog dialog_default_connection = {
	.actions = { "connection set-default", "connection clear-default",
		     NULL },
	.load = load, .commands = commands, .notes = notes, .tell = tell,
	.list = full_list, .pressed = pressed, .key = key, .release = release,
	.hints = hints, .alone = true
};
