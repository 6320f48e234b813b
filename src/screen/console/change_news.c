/* change_news.c: what was changed, by this console or another one, said in one line and
 * kept as a list. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/core/action.h"
#include "base/mem.h"
#include "screen/console/desk.h"
#include "screen/pages/what_if_mode.h"
#include "screen/panel/move_list.h"

static void keep(struct screen *screen, const struct result *result,
		 const char *message)
{
	if (!screen->last) {
		screen->last = mem_alloc(sizeof(*screen->last));
		move_list_init(screen->last, screen);
	}
	move_list_fill(screen->last, &result->preview);
	screen->last_revision = seen_workspace(app_seen(screen->app)).revision;
	snprintf(screen->last_title, sizeof(screen->last_title), "%s", message);
}

void screen_saved(struct screen *screen, const struct result *result,
		  const char *fallback)
{
	const char *message = result->message ? result->message : fallback;
	bool tried = screen->app->what_if != NULL;
	struct buf text;

	buf_init(&text, TOAST_ROOM);
	keep(screen, result, message);
	screen->n_saved += result->event != 0 && !tried;
	buf_printf(&text, "%s: %s", tried ? "What-if" : "Saved", message);
	if (screen->last->n) {
		buf_adds(&text, " ");
		move_list_totals(screen->last, &text);
		buf_adds(&text, "; v lists them.");
	}
	if (!tried && result->undid)
		buf_adds(&text, " U does it again.");
	else if (tried || (result->event && !result->irreversible))
		buf_adds(&text, " u takes it back.");
	screen_aged(screen);
	pages_toast(screen->pages, "%s", buf_text(&text));
	buf_release(&text);
}

/* ---- what others did --------------------------------------------------------- */

static size_t column_of(const struct result *result, const char *name)
{
	size_t c;

	for (c = 0; c < result->n_columns; c++)
		if (strcmp(result->column[c], name) == 0)
			return c;
	return 0;
}

/* The newest event; false where the subject may not read the log. */
static bool newest_event(struct screen *screen, struct result *result)
{
	static const char *const words[] = { "audit", "list", "--limit", "1" };
	struct arena *arena = screen_scratch(screen);
	const struct action *action;
	struct options opts = { 0 };
	struct error err;
	struct args args;

	error_clear(&err);
	result_init(result);
	return args_parse((int)COUNT_OF(words), words, arena, &action, &args,
			  &opts, &err) &&
		action_run(screen->app, action, &args, &opts, result, &err) &&
		result->n_rows > 0;
}

static void add_actor(const struct result *result, struct buf *out)
{
	const char *as = result->cells[column_of(result, "acting_as")];
	const char *who = as && *as ? as :
		result->cells[column_of(result, "actor")];

	buf_add(out, who, strcspn(who, "@"));
}

/* "ravi: Finance can edit Revenue model." */
static bool last_event(struct screen *screen, struct buf *out)
{
	struct result result;
	bool ok = newest_event(screen, &result);

	if (ok) {
		add_actor(&result, out);
		buf_printf(out, ": %s", result.cells[column_of(&result,
							       "summary")]);
	}
	result_release(&result);
	return ok;
}

void screen_last_actor(struct screen *screen, struct buf *out)
{
	struct result result;

	if (newest_event(screen, &result))
		add_actor(&result, out);
	else
		buf_adds(out, "somebody");
	result_release(&result);
}

static void tell_fallen(struct screen *screen, struct buf *out)
{
	const char *lost = what_if_mode_fallen(screen);

	if (!lost)
		return;
	snprintf(screen->fallen, sizeof(screen->fallen), "%s", lost);
	buf_printf(out, " What-if lost a step: %s.", lost);
}

void screen_told(struct screen *screen, int64_t from)
{
	int64_t more = seen_workspace(app_seen(screen->app)).revision - from - 1;
	size_t rows = desk_moved_rows(screen->desk);
	struct buf text;

	buf_init(&text, TOAST_ROOM);
	if (!last_event(screen, &text))
		buf_printf(&text, "Changed elsewhere: now at revision %lld.",
			   (long long)seen_workspace(app_seen(screen->app)).revision);
	if (more > 0)
		buf_printf(&text, " And %lld more change%s.", (long long)more,
			   more == 1 ? "" : "s");
	if (rows)
		buf_printf(&text, " %zu row%s here changed.", rows,
			   rows == 1 ? "" : "s");
	tell_fallen(screen, &text);
	pages_toast(screen->pages, "%s", buf_text(&text));
	buf_release(&text);
}

void screen_all_changes(struct screen *screen)
{
	const struct preview *preview = what_if_mode_changes(screen);

	if (preview)
		changes_push(screen, "What-if against what is saved", preview);
	else if (screen->last)
		changes_push_list(screen, screen->last_title, screen->last);
	else
		pages_toast(screen->pages, "Nothing was changed yet; v lists "
			    "whom the last change moved.");
}
