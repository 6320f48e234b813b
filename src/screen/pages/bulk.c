/* bulk.c: a verb over the marked rows: a command for each, tried by itself first, then
 * those that change something together. */
#include "screen/pages/bulk_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/frame/keymap.h"
#include "screen/frame/verb.h"

enum { BULK_MOST = 1000, LOOK_STEPS = 600000 };	/* rows; steps of a preview for one key */

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

/* A text with one key in it; it lives until the next call. */
static const char *one_text(const char *before, enum command command, const char *after)
{
	static char said[80];

	snprintf(said, sizeof(said), "%s%s%s", before, key_said(command), after);
	return said;
}

/* Why it is not done by y or Enter now; NULL: it can be. */
static const char *not_yet(struct bulk *self)
{
	if (self->counting)
		return "Whom it moves is still being counted.";
	if (self->refused)
		return "It cannot be done all together: see above.";
	if (!bulk_commands(self))
		return "Nothing would change.";
	if (self->each.count[EACH_BLOCKED] && !self->left_out)
		return one_text("Some are blocked: ", CMD_LEAVE_OUT,
				" leaves them out, Esc goes back.");
	return NULL;
}

/* The blocked ones are there, and not left out yet. */
static bool asks(const struct bulk *self)
{
	return self->each.count[EACH_BLOCKED] && !self->left_out;
}

/* The buttons say what comes next: leave the blocked out, else do it. */
static void set_deed(struct bulk *self)
{
	struct deed *deed = &self->deed;
	size_t n = bulk_commands(self);
	bool type = self->irreversible && !asks(self) && n;

	deed->name[0] = deed->yes[0] = '\0';
	if (self->counting)
		n = 0;
	else if (type)
		snprintf(deed->name, sizeof(deed->name), "%zu", n);
	if (asks(self) && !self->counting)
		snprintf(deed->yes, sizeof(deed->yes), "%sLeave out the %zu blocked",
			 command_key_before(CMD_LEAVE_OUT),
			 self->each.count[EACH_BLOCKED]);
	else if (n && !self->refused)
		snprintf(deed->yes, sizeof(deed->yes), "%sDo it", type ? "" :
			 command_key_before(CMD_YES));
	deed->way_back = self->screen->app->what_if ?
		"What-if: nothing will be saved before you apply it." :
		self->irreversible || !n ? "" :
		one_text("One change: ", CMD_UNDO, " takes all of it back.");
	deed->mark = self->irreversible && !self->screen->app->what_if ?
		" cannot be undone " : "";
	deed->doing = self->screen->app->what_if ? "if you try it" :
		"if you do it";
	deed_begin(deed);
}

static bool count_on(void *ctx)
{
	struct bulk *self = ctx;
	struct patience patience = { .left = SIZE_MAX, .wanted = work_wanted,
				     .ctx = &self->screen->pages->work };

	if (bulk_count(self, &patience))
		set_deed(self);
	return self->counting;
}

static void counted(void *ctx, bool last)
{
	(void)last;
	((struct bulk *)ctx)->screen->pages->dirty = true;
}

/* As much as a key may take; the rest while nobody types. */
static void changed(struct page *page)
{
	struct bulk *self = (struct bulk *)page;
	struct patience patience = { .left = LOOK_STEPS };

	bulk_look(self);
	if (!bulk_count(self, &patience)) {
		self->job = (struct job){ .step = count_on, .told = counted,
					  .ctx = self, .quiet = true,
					  .next = self->job.next };
		work_start(&self->screen->pages->work, &self->job);
	}
	set_deed(self);
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct bulk *self = (struct bulk *)page;
	bool ask = asks(self);
	char leave[48];
	const struct hint hints[] = {
		{ !ask && !bulk_commands(self) ? NULL : ask ?
		  command_key_name(CMD_LEAVE_OUT) :
		  *self->deed.name ? "Enter" : command_key_name(CMD_YES), ask ? leave : "do it" },
		{ NULL, NULL }
	};

	snprintf(leave, sizeof(leave), "leave out the %zu blocked",
		 self->each.count[EACH_BLOCKED]);
	deed_draw(&self->deed, canvas, hints);
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

static void leave_out(struct bulk *self, struct pages *pages)
{
	self->left_out = true;
	changed(&self->page);
	pages_toast(pages, "The blocked ones are left out.");
}

static void go(struct bulk *self, struct pages *pages)
{
	const char *why = not_yet(self);

	if (why)
		pages_toast(pages, "%s", why);
	else if (!deed_ready(&self->deed))
		pages_toast(pages, "Type %s first, the number that change.",
			    self->deed.name);
	else
		run(self, pages);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct bulk *self = (struct bulk *)page;
	bool plain = !key->mods && key->code != KEY_MOUSE;

	if (plain && key_does(key, CMD_LEAVE_OUT) && asks(self) && !self->counting) {
		leave_out(self, pages);
		return true;
	}
	if (plain && key_does(key, CMD_YES) && not_yet(self)) {
		pages_toast(pages, "%s", not_yet(self));
		return true;
	}
	switch (deed_key(&self->deed, key)) {
	case DEED_BACK:
		pages_pop(pages);
		pages_toast(pages, "Nothing was changed; the rows stay marked.");
		break;
	case DEED_PRESS:
		if (asks(self))
			leave_out(self, pages);
		else
			go(self, pages);
		break;
	case DEED_DO:
		go(self, pages);
		break;
	case DEED_LIST:
		if (self->counting)
			pages_toast(pages, "%s", not_yet(self));
		else if (self->deed.consequence.list)
			screen_go_changes(self->screen, self->deed.title,
					  &self->preview.preview, &self->preview);
		else
			pages_toast(pages, "Nobody's level changes by it.");
		break;
	case DEED_OTHER:
		screen_unknown(self->screen, key);
		break;
	default:
		break;
	}
	return true;
}

static void release(struct page *page)
{
	struct bulk *self = (struct bulk *)page;

	work_drop(&self->screen->pages->work, &self->job);
	deed_release(&self->deed);
	each_release(&self->each);
	result_release(&self->preview);
	request_release(&self->request);
	free(self->v);
	free(self);
}

static void set_title(struct bulk *self)
{
	struct buf title;
	char what[80];

	buf_init(&title, 4096);
	snprintf(what, sizeof(what), "%zu %s%s", self->n, self->view->spec->one,
		 self->n == 1 ? "" : "s");
	verb_title(self->request.action, what, &title);
	snprintf(self->deed.title, sizeof(self->deed.title), "%s",
		 buf_text(&title));
	buf_release(&title);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .changed = changed, .free = release
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
	result_init(&self->preview);
	deed_init(&self->deed, screen);
	request_words(&self->request, request->word, request->n);
	if (!request_parse(&self->request, screen, err)) {
		release(&self->page);
		return false;
	}
	self->irreversible = self->request.action->flags & ACTION_IRREVERSIBLE;
	self->v = mem_array(BULK_MOST, sizeof(*self->v));
	self->n = view_marked(self->view, self->v, NULL, BULK_MOST);
	set_title(self);
	changed(&self->page);
	pages_push(screen->pages, &self->page);
	return true;
}
