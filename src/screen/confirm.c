/* confirm.c: the preview page of one write. */
#include "screen/confirm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/chrome.h"
#include "screen/keys.h"
#include "screen/lines.h"
#include "screen/movelist.h"
#include "ui/input.h"

struct confirm {
	struct page page;
	struct screen *screen;
	struct request request;
	struct lines lines;
	struct input typed;	/* of the name, where nothing undoes it */
	const char *name;	/* what must be typed, or NULL */
	bool refused;		/* the facts moved and now it would fail */
};

static void change_line(struct lines *lines, const struct facts *facts,
			const struct change *change)
{
	struct arena arena = { 0 };
	bool anyone = change->user == ANYONE;

	(void)lines_add(lines, "%s on %s: %s -> %s%s%s",
			anyone ? "anyone (web)" :
			facts_user_name(facts, change->user),
			facts->projects[change->project].title,
			level_label(change->before.effective),
			level_label(change->after.effective),
			change->after.effective < change->after.granted ?
			"; held: " : "",
			change->after.effective < change->after.granted ?
			access_why(facts, &change->after, &arena) : "");
	arena_release(&arena);
}

/* kind: 1 rise, -1 fall, 0 granted more and held. */
static void change_lines(struct lines *lines, const struct facts *facts,
			 const struct preview *preview, int kind, uint64_t n,
			 const char *what)
{
	uint32_t i, said = 0;

	if (!n)
		return;
	lines_blank(lines);
	lines_head(lines, "%llu %s %s%s", (unsigned long long)n,
		   n == 1 ? "person" : "pairs of person and project", what,
		   n == 1 && kind ? "s" : "");
	for (i = 0; i < preview->n && said < 500; i++) {
		const struct change *c = &preview->changes[i];
		int way = (c->after.effective > c->before.effective) -
			(c->after.effective < c->before.effective);

		if (way != kind || (way == 0 &&
				    c->after.granted <= c->before.granted))
			continue;
		change_line(lines, facts, c);
		said++;
	}
	if (said < n)
		(void)lines_add(lines, "and %llu more; v lists all",
				(unsigned long long)(n - said));
}

void confirm_lines(struct lines *lines, struct screen *screen,
		   const struct preview *preview)
{
	const struct facts *facts = &screen->app->facts;

	change_lines(lines, facts, preview, -1, preview->down, "fall");
	change_lines(lines, facts, preview, 1, preview->up, "rise");
	change_lines(lines, facts, preview, 0, preview->held,
		     "granted more, held where they are");
}

static void fill(struct confirm *self, const struct result *result)
{
	const struct preview *preview = &result->preview;
	struct buf line;
	size_t i;

	lines_clear(&self->lines);
	buf_init(&line, 8192);
	request_line(&self->request, &line);
	lines_head(&self->lines, "%s", self->request.action->summary);
	(void)lines_pair(&self->lines, 10, "Command", "gatehouse %s",
			 buf_text(&line));
	if (result->message)
		(void)lines_pair(&self->lines, 10, "Does", "%s",
				 result->message);
	for (i = 0; i < result->n_warnings; i++)
		lines_pair(&self->lines, 10, "Warning", "%s",
			   result->warnings[i].text)->style = STYLE_RED;
	lines_pair(&self->lines, 10, "If done",
		   "%llu rise, %llu fall, %llu are granted more but held",
		   (unsigned long long)preview->up,
		   (unsigned long long)preview->down,
		   (unsigned long long)preview->held)->style = STYLE_BOLD;
	confirm_lines(&self->lines, self->screen, preview);
	buf_release(&line);
}

/* list: and as the page of all that moves. */
static bool look(struct confirm *self, bool list, struct error *err)
{
	struct result result;
	bool ok;

	error_clear(err);
	ok = action_preview(self->screen->app, self->request.action,
			    &self->request.args, &result, err);
	if (ok && list)
		changes_push(self->screen, result.message ? result.message :
			     self->request.action->summary, &result.preview);
	else if (ok)
		fill(self, &result);
	if (ok && result.confirm)
		self->name = arena_strdup(&self->request.arena, result.confirm);
	result_release(&result);
	return ok;
}

static void changed(struct page *page, struct pages *pages)
{
	struct confirm *self = (struct confirm *)page;
	struct error err;

	(void)pages;
	self->refused = !look(self, false, &err);
	if (self->refused) {
		lines_clear(&self->lines);
		lines_head(&self->lines, "No longer possible");
		(void)lines_add(&self->lines, "%s", err.text);
	}
}

static void draw(struct page *page, struct pages *pages, struct canvas *canvas)
{
	const struct hint yes[] = {
		{ "y", "do it" }, { "Esc", "back, nothing changes" },
		chrome_hint(CMD_FULL_LIST), { "arrows", "read on" },
		{ NULL, NULL }
	}, type[] = {
		{ "Enter", "do it when the name is typed" },
		{ "Esc", "back, nothing changes" }, { NULL, NULL }
	};
	struct confirm *self = (struct confirm *)page;
	bool tried = self->screen->app->overlay != NULL;
	struct area area;

	(void)pages;
	if (!chrome_draw(self->screen, canvas, self->name ? type : yes, &area))
		return;
	chrome_rule(canvas, area.row, 0, area.cols, tried ?
		    "Before it is tried" : "Before it is saved",
		    tried ? "nothing will be saved" : self->name ? "cannot be undone" : "nothing is saved yet",
		    STYLE_BOLD);
	area.row++;
	area.rows--;
	if (self->name) {
		area.rows -= 2;
		canvas_printf(canvas, area.row + area.rows, 2, area.cols - 4,
			      STYLE_BOLD, "Type %s to go on:", self->name);
		lines_draw(&self->lines, canvas, &area, false);
		input_draw(&self->typed, canvas, area.row + area.rows + 1, 2,
			   area.cols - 4, true);
		return;
	}
	lines_draw(&self->lines, canvas, &area, true);
}

static void run(struct confirm *self, struct pages *pages)
{
	struct screen *screen = self->screen;
	struct options opts = self->request.opts;
	struct result result;
	struct error err;
	struct buf text;
	bool ok;

	opts.yes = true;
	opts.dry_run = false;
	error_clear(&err);
	buf_init(&text, TOAST_MAX);
	ok = action_run(screen->app, self->request.action, &self->request.args,
			&opts, &result, &err);
	if (ok) {
		const char *summary = self->request.action->summary;

		pages_pop(pages);	/* frees self */
		screen_saved(screen, &result, summary);
	} else {
		request_error(&err, &text);
		pages_toast(pages, "%s", buf_text(&text));
	}
	result_release(&result);
	buf_release(&text);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct confirm *self = (struct confirm *)page;
	enum command command = keys_command(key);
	struct error err;

	if (command == CMD_ESC || key->code == KEY_F10 ||
	    (command == CMD_QUIT && !self->name)) {
		pages_pop(pages);
		pages_toast(pages, "Nothing was changed.");
		return true;
	}
	if (command == CMD_REPAINT || command == CMD_SUSPEND)
		return false;
	if (self->name) {
		if (key->code == KEY_ENTER && !self->refused &&
		    strcmp(self->typed.text, self->name) == 0)
			run(self, pages);
		else if (key->code == KEY_PASTE)
			pages_toast(pages, "Type it: a paste does not count.");
		else if (key->code != KEY_ENTER)
			(void)input_key(&self->typed, key);
		return true;
	}
	if (key->code == 'y' && !key->mods && !self->refused)
		run(self, pages);
	else if (command == CMD_FULL_LIST && !self->refused)
		(void)look(self, true, &err);
	else
		(void)lines_key(&self->lines, key);
	return true;
}

static void release(struct page *page)
{
	struct confirm *self = (struct confirm *)page;

	lines_release(&self->lines);
	request_release(&self->request);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

bool confirm_push(struct screen *screen, const struct request *request,
		  struct error *err)
{
	struct confirm *self = mem_alloc(sizeof(*self));

	self->page.ops = &ops;
	self->screen = screen;
	request_words(&self->request, request->word, request->n);
	if (!request_parse(&self->request, screen, err) || !look(self, false, err)) {
		release(&self->page);
		return false;
	}
	pages_push(screen->pages, &self->page);
	return true;
}
