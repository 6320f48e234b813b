/* bulk.c: a verb over the marked rows: a command for each, tried by itself first, then
 * those that change something together. */
#include "screen/pages/bulk_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/keys.h"

enum { BULK_MOST = 1000 };

/* e: its form has more than what each has of its own. */
static bool edits(const struct action *action)
{
	return action->key && action->form.actions[0];
}

bool bulk_fits(const struct action *action)
{
	static const char *const alone[] = {
		"rename", "edit", "set-default", "clear-default"
	};
	size_t i;

	if (!(action->flags & ACTION_WRITES) || action->params[0].option)
		return false;
	for (i = 0; i < COUNT_OF(alone); i++)
		if (strcmp(action->verb, alone[i]) == 0)
			return edits(action);
	return true;
}

bool bulk_is(const struct request *request)
{
	size_t i;

	for (i = 0; i < request->n; i++)
		if (strcmp(request->word[i], BULK_MARKED) == 0)
			return true;
	return false;
}

static void changed(struct page *page)
{
	bulk_look((struct bulk *)page);
}

/* Why it is not done by y or Enter now; NULL: it can be. */
static const char *not_yet(struct bulk *self)
{
	if (self->refused)
		return "It cannot be done all together: see above.";
	if (!bulk_commands(self))
		return "Nothing would change.";
	if (self->each.count[EACH_BLOCKED] && !self->left_out)
		return "Some are blocked: o leaves them out, Esc goes back.";
	return NULL;
}

static void draw_question(struct bulk *self, struct canvas *canvas,
			  struct area *area)
{
	area->rows -= 2;
	canvas_printf(canvas, area->row + area->rows, 2, area->cols - 4,
		      STYLE_BOLD, "It cannot be undone. Type %zu, the number "
		      "that change, to go on:", bulk_commands(self));
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct bulk *self = (struct bulk *)page;
	bool ask = self->each.count[EACH_BLOCKED] && !self->left_out;
	bool type = self->irreversible && !ask && bulk_commands(self);
	char leave[48];
	const struct hint hints[] = {
		{ ask ? "o" : type ? "Enter" : "y", ask ? leave : "do it" },
		{ "Esc", "back, nothing changes" }, { "arrows", "read on" },
		{ NULL, NULL }
	};
	struct area area;

	snprintf(leave, sizeof(leave), "leave out the %zu blocked",
		 self->each.count[EACH_BLOCKED]);
	if (!chrome_page(self->screen, canvas,
			 hints + (ask || bulk_commands(self) ? 0 : 1),
			 "Before it is saved", self->irreversible ?
			 "cannot be undone" : "nothing is saved yet", &area))
		return;
	if (type)
		draw_question(self, canvas, &area);
	lines_draw(&self->lines, canvas, &area, !type);
	if (type)
		input_draw(&self->typed, canvas, area.row + area.rows + 1, 2,
			   area.cols - 4, true);
}

static void run(struct bulk *self, struct pages *pages)
{
	struct screen *screen = self->screen;
	struct result result;
	struct error err;
	const char *summary = self->request.action->summary;
	size_t n = bulk_commands(self);

	error_clear(&err);
	if (bulk_run(self, &result, &err)) {
		list_unmark(&self->view->list);
		pages_pop(pages);	/* frees self */
		screen_aged(screen);
		pages_toast(pages, "Saved %zu at once: %s", n,
			    result.message ? result.message : summary);
	} else {
		request_toast(screen, "", &err);
	}
	result_release(&result);
}

static bool typed_right(const struct bulk *self)
{
	char want[24];

	snprintf(want, sizeof(want), "%zu", bulk_commands(self));
	return strcmp(self->typed.text, want) == 0;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct bulk *self = (struct bulk *)page;
	enum command command = keys_command(key);
	bool yes = !key->mods && (self->irreversible ?
				  key->code == KEY_ENTER : key->code == 'y');

	if (bars_leave_lines(self->screen, &self->lines, key))
		return true;
	if (command == CMD_ESC || command == CMD_QUIT) {
		pages_pop(pages);
		pages_toast(pages, "Nothing was changed; the rows stay marked.");
	} else if (key->code == 'o' && !key->mods && self->each.count[EACH_BLOCKED]) {
		self->left_out = true;
		pages_toast(pages, "The blocked ones are left out.");
	} else if (yes && not_yet(self)) {
		pages_toast(pages, "%s", not_yet(self));
	} else if (yes && (!self->irreversible || typed_right(self))) {
		run(self, pages);
	} else if (self->irreversible && key->code == KEY_PASTE) {
		pages_toast(pages, "Type it: a paste does not count.");
	} else if (!lines_key(&self->lines, key) && self->irreversible &&
		   !yes) {
		(void)input_key(&self->typed, key);
	}
	return true;
}

static void release(struct page *page)
{
	struct bulk *self = (struct bulk *)page;

	bulk_forget(self);
	request_release(&self->request);
	free(self->v);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

bool bulk_push(struct screen *screen, struct view *view,
	       const struct request *request, struct error *err)
{
	struct bulk *self;

	if (!view) {
		error_set(err, ERROR_INVALID, NULL, "no row is marked");
		return error_remedy(err, "Space on a row marks it");
	}
	if (view->list.n_marks > BULK_MOST) {
		error_set(err, ERROR_INVALID, NULL, "%zu rows are marked; %d at "
			  "once is the most", view->list.n_marks, BULK_MOST);
		return error_remedy(err, "mark fewer");
	}
	self = page_new(sizeof(*self), &ops);
	self->screen = screen;
	self->view = view;
	request_words(&self->request, request->word, request->n);
	if (!request_parse(&self->request, screen, err)) {
		release(&self->page);
		return false;
	}
	self->irreversible = self->request.action->flags & ACTION_IRREVERSIBLE;
	self->v = mem_array(BULK_MOST, sizeof(*self->v));
	self->n = view_marked(self->view, self->v, NULL, BULK_MOST);
	bulk_look(self);
	pages_push(screen->pages, &self->page);
	return true;
}
