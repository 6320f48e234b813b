/* import.c: which shared assets a project imports: all that the subject may use, by
 * kind, and whom each would hold. */
#include "screen/dialog/dialog.h"
#include "screen/dialog/read_only.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "access/words.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/kind.h"
#include "model/kind_said.h"
#include "screen/frame/chrome.h"

enum { NAMED = 4 };

/* ---- loading -------------------------------------------------------------------- */

static const char *may_not(struct dialog_page *page, struct form *form,
			   uint32_t number)
{
	const struct fact_project *project =
		seen_project(dialog_seen(page), number);
	struct answer me;
	const char *why;

	if (!read_only_answer(page, form, number, "imports assets", &me, &why) ||
	    me.can & 1u << CAN_IMPORT_ASSET)
		return why;
	if (project->state != STATE_ACTIVE)
		return form_printf(form, "%s is %s: nothing is imported into it.",
				   seen_project_label(dialog_seen(page), number),
				   project->state ==
				   STATE_TRASHED ? "in the trash" : "archived");
	return read_only_lacks(page, form, &me, "importing needs Can Edit");
}

static void add_asset(struct dialog_page *page, struct form *form,
		      struct field *field, const struct fact_project *project,
		      uint32_t a)
{
	const struct app *app = page->screen->app;
	const struct fact_asset *asset = seen_asset(app_seen(app), a);
	const struct asset_kind *kind = kind_at(asset->kind);
	bool on = numbers_has(&project->assets, a);
	struct arena arena = { 0 };
	struct form_row *row;

	row = form_row_add(form, field, asset->id,
			   seen_asset_label(app_seen(app), a), on, FORM_NONE);
	row->detail = form_printf(form, "%s%s",
				  sees_asset(app_seen(app), a) != SIGHT_ALL ?
				  asset->type : kind->may_be_default &&
				  !strcmp(asset->status, "draft") ? "draft; " :
				  "", sees_asset(app_seen(app), a) != SIGHT_ALL ?
				  "" : access_shared_with(app_seen(app), a,
							  &arena));
	if (!on && seen_workspace(app_seen(app)).plan < kind->plan)
		row->fixed = form_printf(form, "needs the %s plan",
					 plan_label(kind->plan));
	arena_release(&arena);
}

struct usable { uint32_t number; bool in; const char *name; };

/* What is imported first, then by name. */
static int compare(const void *a, const void *b)
{
	const struct usable *x = a, *y = b;

	return x->in != y->in ? y->in - x->in : text_natcmp(x->name, y->name);
}

/* A kind's assets that the subject may use (F093). */
static struct usable *usable(const struct app *app,
			     const struct fact_project *project, size_t kind,
			     struct arena *arena, uint32_t *n)
{
	const struct seen *seen = app_seen(app);
	struct usable *out = arena_array(arena, seen_n_assets(seen) + 1,
					 sizeof(*out));
	uint32_t i;

	for (*n = i = 0; i < seen_n_assets(seen); i++)
		if (seen_asset(seen, i)->kind == kind && sees_asset(seen, i))
			out[(*n)++] = (struct usable){ i, numbers_has(
				&project->assets, i), seen_asset_label(seen, i) };
	qsort(out, *n, sizeof(*out), compare);
	return out;
}

static void add_kind(struct dialog_page *page, struct form *form,
		     const struct fact_project *project, size_t kind)
{
	struct field *field = form_add(form, FIELD_ROWS, kind_at(kind)->noun,
				       kind_at(kind)->plural);
	struct arena arena = { 0 };
	uint32_t i, n;
	struct usable *assets = usable(page->screen->app, project, kind, &arena,
				       &n);

	field->marks = field->searchable = true;
	field->help = "Space imports it, or takes it out again. At the right "
		"end: whom it holds at Can View, because they have no access "
		"to it. Assets that you may not use are not listed.";
	for (i = 0; i < n; i++)
		add_asset(page, form, field, project, assets[i].number);
	arena_release(&arena);
	field->hidden = field->n_rows == 0;
	if (n && kind_at(kind)->said && kind_at(kind)->said->importing)	/* A20 */
		form_head(form, "%c%s.", toupper((unsigned char)
			  *kind_at(kind)->said->importing),
			  kind_at(kind)->said->importing + 1);
}

static void add_own(struct form *form, const struct fact_project *project)
{
	struct field *field = form_add(form, FIELD_ROWS, "own",
				       "Of this project only");
	struct form_row *row;
	uint32_t i;

	field->marks = true;
	field->help = "Connections and secrets of the project's own are not "
		"shared: they never change what anybody may do.";
	for (i = 0; i < project->n_own; i++) {
		row = form_row_add(form, field, project->own[i].id,
				   project->own[i].name, true, FORM_NONE);
		row->detail = kind_has_files(kind_at(project->own[i].kind)) ? "file" :
			kind_at(project->own[i].kind)->label;
		row->fixed = "it belongs to the project";
	}
	field->hidden = field->n_rows == 0;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct fact_project *project;
	uint32_t number;
	size_t i;

	if (!dialog_subject(page, &number, err))
		return false;
	project = seen_project(dialog_seen(page), number);
	dialog_title(page, "Import into %s",
		     seen_project_label(dialog_seen(page), number));
	for (i = 0; i < kind_count(); i++)
		add_kind(page, form, project, i);
	add_own(form, project);
	page->readonly = may_not(page, form, number);
	return true;
}

/* ---- saving --------------------------------------------------------------------- */

/* One command for all of them: whom they hold is then said once. */
static void add_command(struct dialog_page *page, struct form *form,
			struct batch *batch, const char *verb, bool in)
{
	struct batch_command command = {
		.action = action_find("project", verb)
	};
	const char **assets = NULL, *project = page->subject.id;
	size_t n = 0, cap = 0, i, r;

	for (i = 0; i < form->n; i++)
		for (r = 0; r < form->v[i].n_rows; r++) {
			const struct form_row *row = &form->v[i].rows[r];

			if (!row_changed(row) || row->marked != in)
				continue;
			assets = mem_grow(assets, n, &cap, sizeof(*assets));
			assets[n++] = row->id;
		}
	command.args.of[0] = (struct arg){ &project, 1 };
	command.args.of[1] = (struct arg){ assets, n };
	if (n)
		batch_copy(batch, &command, 1);
	free(assets);
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	(void)err;
	add_command(page, form, batch, "remove", false);
	add_command(page, form, batch, "import", true);
	return true;
}

/* ---- whom each asset holds --------------------------------------------------------- */

/* Those who were granted Can Edit and whom only an asset could hold. */
static uint32_t *editors(struct dialog_page *page, uint32_t project, uint32_t *n)
{
	const struct seen *seen = dialog_seen(page);
	const struct facts *facts = seen_judged(seen);
	struct verdict *v = screen_verdicts(page->screen, seen_n_users(seen));
	uint32_t *out = arena_array(&page->notes, seen_n_users(seen) + 1,
				    sizeof(*out)), u;

	access_of_project(facts, project, v);
	for (*n = u = 0; u < seen_n_users(seen); u++)
		if (level_edits((enum level)v[u].granted) && !v[u].role_cap &&
		    !role_has_all_assets(seen_user(seen, u)->role))
			out[(*n)++] = u;
	return out;
}

static void note(struct dialog_page *page, struct form_row *row, uint32_t asset,
		 const uint32_t *users, uint32_t n)
{
	const struct seen *seen = dialog_seen(page);
	const struct facts *facts = seen_judged(seen);
	const char *names = "";
	uint32_t i, held = 0;

	for (i = 0; i < n; i++) {
		if (access_asset(facts, users[i], asset))
			continue;
		if (++held <= NAMED)
			names = arena_printf(&page->notes, "%s%s %s", names,
					     held > 1 ? "," : "",
					     seen_user_label(seen, users[i]));
	}
	if (held) {
		dialog_note(page, row, row->marked ? STYLE_RED | STYLE_BOLD : 0,
			    "%s %u of %u", row->marked ? "holds" :
			    row->base_marked ? "held" : "would hold", held, n);
		dialog_more(page, row, "%s%s", names + 1, held > NAMED ?
			    ", ..." : "");
	} else {
		dialog_note(page, row, 0, "%s nobody", row->marked ? "holds" :
			    row->base_marked ? "held" : "would hold");
	}
}

static void notes(struct dialog_page *page, struct form *form)
{
	const struct seen *seen = dialog_seen(page);
	const struct facts *facts = seen_judged(seen);
	uint32_t project, asset, n, *users;
	struct error err;
	size_t i, r;

	if (page->readonly || !dialog_subject(page, &project, &err))
		return;		/* what would come of it is for who may do it */
	users = editors(page, project, &n);
	for (i = 0; i < form->n; i++)
		for (r = 0; r < form->v[i].n_rows; r++) {
			struct form_row *row = &form->v[i].rows[r];

			asset = facts_asset(facts, row->id);
			if (strcmp(form->v[i].name, "own") == 0)
				dialog_note(page, row, 0, "holds nobody");
			else if (row->fixed)
				dialog_note(page, row, 0, "%s",
					    row->fixed);
			else if (asset != NOBODY)
				note(page, row, asset, users, n);
		}
}

static const struct hint hints[] = {
	{ "Space", "import, or not" }, { NULL, NULL }
};

const struct dialog dialog_import = {
	.actions = { "project import", "project remove", NULL },
	.load = load, .commands = commands, .notes = notes, .key = read_only_key,
	.hints = hints
};
