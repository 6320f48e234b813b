/* access_marked.c: "Groups with access" of the marked assets: a tick where all are shared
 * with the group, [-] where some are, and a row for each asset with how many people
 * have access, now and then. */
#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "action/run/run.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/dialog/access_rows.h"
#include "screen/dialog/marked.h"
#include "screen/frame/chrome.h"

enum { JUDGED = 20 * 1000 * 1000 };	/* people times assets: no more is counted */

static uint32_t asset_at(const struct dialog_page *page, size_t i)
{
	return thing_number(page->screen->app, &page->marked->v[i]);
}

/* ---- loading -------------------------------------------------------------------- */

static void add_row(struct dialog_page *page, struct form *form,
		    struct field *field, const char *id, const char *name,
		    const char *who, size_t n)
{
	size_t all = page->marked->n;
	struct form_row *row = form_row_add(form, field, id, name, n == all,
					    FORM_NONE);

	row->some = row->base_some = n > 0 && n < all;
	row->detail = row->some ? form_printf(form, "%zu of %zu; %s", n, all, who) :
		who;
}

static void add_builtins(struct dialog_page *page, struct form *form,
			 struct field *field)
{
	static const struct { enum builtin one; const char *who; } builtins[] = {
		{ BUILTIN_WORKSPACE, "Viewers, Editors, Admins" },
		{ BUILTIN_GUESTS, "only Guests" },
		{ BUILTIN_PUBLIC, "everyone, web visitors" },
	};
	size_t b, i, n;

	for (b = 0; b < COUNT_OF(builtins); b++) {
		for (i = n = 0; i < page->marked->n; i++)
			n += (seen_asset(dialog_seen(page), asset_at(page, i))
			      ->builtin & builtins[b].one) != 0;
		add_row(page, form, field, builtin_code(builtins[b].one),
			builtin_label(builtins[b].one), builtins[b].who, n);
	}
}

struct shared { uint32_t group; size_t n; const char *name; };

/* Those of most of them first, then by name. */
static int by_use(const void *a, const void *b)
{
	const struct shared *x = a, *y = b;

	return x->n != y->n ? (x->n < y->n) - (x->n > y->n) :
		text_natcmp(x->name, y->name);
}

static void add_groups(struct dialog_page *page, struct form *form,
		       struct field *field)
{
	const struct seen *seen = dialog_seen(page);
	struct shared *list = mem_array(seen_n_groups(seen) + 1, sizeof(*list));
	size_t i, n = 0;
	uint32_t g;

	for (g = 0; g < seen_n_groups(seen); g++) {
		if (!sees_group(seen, g))
			continue;
		list[n] = (struct shared){ .group = g,
					   .name = seen_group_label(seen, g) };
		for (i = 0; i < page->marked->n; i++)
			list[n].n += numbers_has(&seen_asset(seen,
				asset_at(page, i))->groups, g);
		n++;
	}
	qsort(list, n, sizeof(*list), by_use);
	for (i = 0; i < n; i++)
		add_row(page, form, field, seen_group(seen, list[i].group)->id,
			list[i].name, form_printf(form, "group of %u",
			seen_count_members(seen, list[i].group)), list[i].n);
	free(list);
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	struct arena arena = { 0 };
	struct field *field;

	if (!marked_ready(page, err))
		return false;
	dialog_title(page, "Groups with access: %s", marked_count(page, &arena));
	arena_release(&arena);
	field = form_add(form, FIELD_ROWS, "groups", "");
	field->marks = field->searchable = true;
	field->max_rows = 10;
	field->help = "Space: all of them, none, or as it is: [-] is where some of "
		"them are shared with the group. Admins always have access.";
	add_builtins(page, form, field);
	field = form_field(form, "groups");
	add_groups(page, form, field);
	form_add(form, FIELD_HEAD, "always", "Admins always have access. This "
		 "does not control who sees results.");
	marked_rows(page, form, NULL);
	return true;
}

/* ---- saving --------------------------------------------------------------------- */

static bool say(struct dialog_page *page, struct form *form,
		const struct thing *thing, struct batch *batch, struct error *err)
{
	struct batch_command command = {
		.action = action_find(thing_noun(page->screen->app, thing), "access")
	};
	const struct field *field = form_field(form, "groups");
	const char *id = thing->id;

	(void)err;
	if (!field_changed(field) || !command.action)
		return true;
	*access_arg(&command, "asset") = (struct arg){ .v = &id, .n = 1 };
	access_rows_collect(batch, field, true, true, access_arg(&command, "add"));
	access_rows_collect(batch, field, true, false,
			    access_arg(&command, "remove"));
	batch_copy(batch, &command, 1);
	return true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	(void)err;
	marked_commands(page, form, batch, say);
	return true;
}

/* ---- what comes of it --------------------------------------------------------------- */

struct count { struct dialog_page *page; uint32_t *out; };

static void count(struct app *app, void *ctx)
{
	struct count *self = ctx;
	const struct seen *seen = app_seen(app);
	uint32_t user;
	size_t i;

	for (i = 0; i < self->page->marked->n; i++)
		for (user = 0; user < seen_n_users(seen); user++)
			self->out[i] += sees_user(seen, user) &&
				seen_user(seen, user)->active &&
				access_asset(seen_judged(seen), user,
					     asset_at(self->page, i));
}

/* "9 -> 34 of 40 people" beside each. */
static void note_people(struct dialog_page *page, struct form *form)
{
	const struct seen *seen = dialog_seen(page);
	struct app *app = page->screen->app;
	size_t i, n = page->marked->n;
	struct count now = { page, mem_array(n + 1, sizeof(uint32_t)) };
	struct count then = { page, mem_array(n + 1, sizeof(uint32_t)) };
	struct error err;
	struct form_row *row;

	error_clear(&err);
	count(app, &now);
	if (!page->batch.n || !batch_look(app, &page->batch, count, &then, &err))
		memcpy(then.out, now.out, n * sizeof(*now.out));
	for (i = 0; i < n; i++) {
		row = marked_row(page, form, i);
		if (!row || row->removed || (i < page->marked->each.n &&
		    page->marked->each.v[i].outcome == EACH_BLOCKED))
			continue;
		if (now.out[i] == then.out[i])
			dialog_note(page, row, 0, "%u of %u have access",
				    now.out[i], seen_n_users(seen));
		else
			dialog_note(page, row, then.out[i] < now.out[i] ?
				    STYLE_RED : 0, "%u -> %u of %u have access",
				    now.out[i], then.out[i], seen_n_users(seen));
	}
	free(now.out);
	free(then.out);
}

static void notes(struct dialog_page *page, struct form *form)
{
	marked_notes(page, form);
	if (page->marked->n * seen_n_users(dialog_seen(page)) < JUDGED)
		note_people(page, form);
}

static const struct hint hints[] = {
	{ "Space", "all, none, as is" }, { "/", "find" }, { NULL, NULL }
};

const struct dialog dialog_access_marked = {
	.does = { KIND_ACCESS },
	.load = load, .commands = commands, .notes = notes, .tell = marked_tell,
	.pressed = marked_pressed, .key = marked_key,
	.hints = hints, .many = true
};
