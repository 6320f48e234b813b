/* consequence.c: see consequence.h. */
#include "screen/panel/consequence.h"

#include <stdio.h>
#include <string.h>

#include "access/words.h"
#include "action/judge/moved.h"
#include "action/judge/verdict.h"
#include "base/text.h"
#include "screen/frame/advice.h"
#include "screen/frame/chrome.h"

enum { LINES_MAX = 200, NAME_COLS = 18, LEVELS_COLS = 24, TITLE_COLS = 18 };

void consequence_release(struct consequence *self)
{
	lines_release(&self->lines);
	self->title[0] = '\0';
	self->list = false;
}

static void begin(struct consequence *self, const char *title)
{
	lines_clear(&self->lines);
	self->lines.top = 0;
	self->list = false;
	snprintf(self->title, sizeof(self->title), "%s", title);
}

/* Is it all about the one person, or the one project, that everybody sees this is
 * about? */
static bool only_about(const struct consequence *self, const struct app *app,
		       const struct preview *preview, bool project)
{
	uint32_t number = thing_number(app, &self->about), i;

	if (self->about.kind != (project ? THING_PROJECT : THING_USER))
		return false;
	for (i = 0; i < preview->n; i++)
		if ((project ? preview->changes[i].project :
		     preview->changes[i].user) != number)
			return false;
	return true;
}

static void levels_text(const struct change *change, struct buf *out)
{
	enum level was = change->before.effective, now = change->after.effective;

	if (change_way(change) == WAY_HELD)
		buf_printf(out, "held at %s", level_label(now));
	else if (was == now)
		buf_printf(out, "still %s", level_label(now));
	else
		buf_printf(out, "%s -> %s", level_label(was),
			   level_label(now));
}

static void fit(struct buf *line, const char *name, size_t cells)
{
	struct buf told;

	buf_init(&told, 4096);
	text_cut_told(&told, name, cells);
	text_fit(line, buf_text(&told), cells);
	buf_release(&told);
}

static void add_change(struct consequence *self, const struct seen *seen,
		       const struct change *change, bool users, bool projects)
{
	enum way way = change_way(change);
	struct arena arena = { 0 };
	struct buf line, levels;

	buf_init(&line, 4096);
	buf_init(&levels, 128);
	levels_text(change, &levels);
	if (users) {
		fit(&line, change->user == ANYONE ? "anyone (web)" :
		    seen_user_label(seen, change->user), NAME_COLS);
		buf_adds(&line, "  ");
	}
	text_fit(&line, buf_text(&levels), LEVELS_COLS);
	buf_adds(&line, "  ");
	if (projects) {
		fit(&line, seen_project_label(seen, change->project), TITLE_COLS);
		buf_adds(&line, "  ");
	}
	if (change->after.effective < change->after.granted)
		buf_adds(&line, access_why(seen, &change->after, &arena));
	lines_add(&self->lines, "%s", buf_text(&line))->style =
		way == WAY_LOSES ? STYLE_RED : way == WAY_GAINS ?
		STYLE_GREEN : 0;
	buf_release(&line);
	buf_release(&levels);
	arena_release(&arena);
}

static void add_changes(struct consequence *self, const struct app *app,
			const struct preview *preview)
{
	const struct seen *seen = app_seen(app);
	bool projects = !only_about(self, app, preview, true);
	bool users = !only_about(self, app, preview, false);
	uint32_t i, said = 0;
	int way;

	for (way = WAY_LOSES; way < WAYS; way++)
		for (i = 0; i < preview->n && said < LINES_MAX; i++) {
			if (change_way(&preview->changes[i]) != (enum way)way)
				continue;
			add_change(self, seen, &preview->changes[i], users,
				   projects);
			said++;
		}
	if (said < preview->n)
		(void)lines_add(&self->lines, "and %u more: the whole list has "
				"them", preview->n - said);
}

/* A line each: it is made safe and cut already. */
static void add_plan(struct consequence *self, const char *text)
{
	const char *end;

	for (; *text; text = *end ? end + 1 : end) {
		end = strchrnul(text, '\n');
		(void)lines_add(&self->lines, "%.*s", (int)(end - text), text);
	}
}

/* What is no level: sharing, secret values, the default. */
static void add_moved(struct consequence *self, const struct app *app,
		      const struct moved *moved)
{
	struct arena arena = { 0 };
	size_t i;

	for (i = 0; i < moved->n && i < LINES_MAX; i++)
		lines_add(&self->lines, "%s", moved_text(app_seen(app),
				&moved->v[i], &arena))->style =
			moved->v[i].gains ? STYLE_GREEN : STYLE_RED;
	if (i < moved->n)
		(void)lines_add(&self->lines, "and %zu more", moved->n - i);
	arena_release(&arena);
}

/* What may speak of commands, in the words of the screen. */
static void add_way(struct consequence *self, const char *mark, const char *text,
		    unsigned style)
{
	struct buf way;

	buf_init(&way, 8192);
	advice_words(text, &way);
	if (way.len)
		lines_add(&self->lines, "%s%s", mark, buf_text(&way))->style =
			style;
	buf_release(&way);
}

void consequence_fill(struct consequence *self, struct screen *screen,
		      const char *doing, const struct result *result)
{
	struct arena arena = { 0 };
	size_t i;

	begin(self, verdict_line(doing, 0, &result->preview, &result->moved,
				 &arena));
	arena_release(&arena);
	if (result->message)
		(void)lines_add(&self->lines, "%s", result->message);
	for (i = 0; i < result->n_warnings; i++)
		add_way(self, "! ", result->warnings[i].text,
			STYLE_RED | STYLE_BOLD);
	add_changes(self, screen->app, &result->preview);
	add_moved(self, screen->app, &result->moved);
	if (result->has_plan)
		add_plan(self, buf_text(&result->text));
	self->list = result->preview.n > 0 || result->has_plan;
}

void consequence_refuse(struct consequence *self, const char *title,
			const struct error *err)
{
	struct buf text;

	begin(self, title);
	buf_init(&text, 4096);
	advice_error(err, &text);
	lines_add(&self->lines, "! %s", buf_text(&text))->style =
		STYLE_RED | STYLE_BOLD;
	buf_release(&text);
	add_way(self, "  ", err->remedy, 0);
}

void consequence_say(struct consequence *self, const char *title,
		     const char *text)
{
	begin(self, title);
	if (*text)
		(void)lines_add(&self->lines, "%s", text);
}

int consequence_rows(const struct consequence *self, int cols)
{
	return 1 + lines_rows(&self->lines, cols);
}

void consequence_draw(struct consequence *self, struct canvas *canvas,
		      const struct area *area, const char *full)
{
	struct area rest = *area;
	char right[48] = "";

	if (area->rows < 1)
		return;
	if (self->list)
		snprintf(right, sizeof(right), "%s all", full);
	chrome_rule(canvas, area->row, area->col, area->cols, self->title,
		    right, STYLE_BOLD);
	rest.row++;
	rest.rows--;
	if (rest.rows > 0)
		lines_draw(&self->lines, canvas, &rest, false);
}
