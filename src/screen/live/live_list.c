/* live_list.c: see live_list.h. */
#include "screen/live/live_list_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/check/check_which.h"
#include "model/provider.h"
#include "screen/frame/keys.h"
#include "screen/frame/request.h"
#include "ui/loop.h"
#include "ui/walk.h"

enum { SECOND = 1000, TIMEOUT = 2 * CHECKING_SECONDS * SECOND, WHEEL = 3 };

/* ---- asking -------------------------------------------------------------------------- */

static void stop(struct live_list *self)
{
	pages_deaf(self->screen->pages, &self->ear);
	if (self->listed)
		listing_release(&self->listing);
	self->listed = self->under_way = false;
	live_rows_release(self);
}

static void heard(void *ctx)
{
	struct live_list *self = ctx;
	struct checking *checking = &self->listing.checking;
	bool more = checking_step(checking);
	int64_t left = checking_left(checking);

	self->ear.at = loop_now() + (more ? 0 : left < SECOND ? left : SECOND);
	self->screen->pages->dirty = true;
	live_rows_look(self);
	if (!checking_over(checking))
		return;
	pages_deaf(self->screen->pages, &self->ear);
	self->under_way = false;
	error_clear(&self->why);
	if (listing_good(&self->listing, &self->why))
		self->why.text[0] = '\0';
}

static bool begin(struct live_list *self, struct error *err)
{
	struct app *app = self->screen->app;
	struct live_wish *wish = &self->wish;
	struct listing_wish of = { .kind = wish->kind, .repository = wish->repository,
				   .prefix = *self->prefix ? self->prefix : NULL };
	bool vault;

	of.subject = check_present(app, wish->subject.whose, self->id);
	if (of.subject.n == NOBODY)
		return error_set(err, ERROR_NOT_FOUND, NULL, "it is gone");
	vault = check_needs_vault(app, of.subject);
	if (!app_needs_admin(app, err) || !check_may_now(app, vault, err))
		return false;
	if (vault && !app->vault) {
		error_set(err, ERROR_LOCKED, "VAULT_LOCKED", "the vault is locked, and what "
			  "it signs in with is in it");
		return error_remedy(err, "unlock it (: vault unlock), then try again");
	}
	self->listed = listing_begin(&self->listing, app, &of, TIMEOUT, err);
	if (!self->listed) {
		listing_release(&self->listing);
		return false;
	}
	self->is_test = provider_is_test(check_about(app, of.subject).config, &self->arena);
	self->under_way = true;
	self->began = loop_now();
	self->why.text[0] = '\0';
	self->ear = (struct ear){ .fd = checking_fd(&self->listing.checking),
				  .at = loop_now(), .heard = heard, .ctx = self };
	pages_listen(self->screen->pages, &self->ear);
	self->screen->pages->dirty = true;
	return true;
}

static void again(struct live_list *self)
{
	struct error err;

	error_clear(&err);
	stop(self);
	if (!begin(self, &err)) {
		self->why = err;
		self->screen->pages->dirty = true;
	}
}

/* ---- folders -------------------------------------------------------------------------- */

static void enter(struct live_list *self, const char *key)
{
	self->prefix = arena_strdup(&self->arena, key);
	input_set(&self->input, "");
	again(self);
}

static void up(struct live_list *self)
{
	size_t n = strlen(self->prefix);

	if (!n)
		return;
	for (n--; n && self->prefix[n - 1] != '/'; n--)
		;
	enter(self, arena_printf(&self->arena, "%.*s", (int)n, self->prefix));
}

/* ---- keys ----------------------------------------------------------------------------- */

static void take(struct live_list *self, struct pages *pages)
{
	bool files = self->wish.kind == &check_list_files;
	const struct live_wish wish = self->wish;
	struct live_choice choice = { .screen = self->screen };
	struct arena arena = { 0 };

	if (!self->n_found) {
		if (self->why.text[0])
			again(self);
		return;
	}
	choice.name = arena_strdup(&arena, live_rows_cell(self, self->at, files ? "key" :
							  "name"));
	choice.kind = arena_strdup(&arena, live_rows_cell(self, self->at, "kind"));
	choice.commit = arena_strdup(&arena, live_rows_cell(self, self->at, "commit"));
	choice.of = arena_strdup(&arena, self->id);
	if (files && live_rows_folder(self, self->at)) {
		enter(self, choice.name);
	} else if (wish.chosen) {
		if (!wish.stays)
			pages_pop(pages);	/* frees self */
		wish.chosen(wish.ctx, &choice);
	}
	arena_release(&arena);
}

static void walk(struct live_list *self, long by)
{
	size_t last = self->n_found ? self->n_found - 1 : 0;

	if (by < 0)
		self->at -= (size_t)-by < self->at ? (size_t)-by : self->at;
	else
		self->at = self->at + (size_t)by < last ? self->at + (size_t)by : last;
}

/* Letters go into the filter, so that only arrows and their like walk. */
static bool moves(struct live_list *self, const struct key *key)
{
	long rows = self->rows > 1 ? self->rows - 1 : 1;

	switch (key->code) {
	case KEY_UP: case KEY_BACKTAB:
		walk(self, -1);
		return true;
	case KEY_DOWN: case KEY_TAB:
		walk(self, 1);
		return true;
	case KEY_PGUP:
		walk(self, -rows);
		return true;
	case KEY_PGDN:
		walk(self, rows);
		return true;
	case KEY_MOUSE:
		walk(self, WHEEL * walk_wheel(key));
		return true;
	default:
		return false;
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct live_list *self = (struct live_list *)page;
	enum command command = keys_command(key);
	bool files = self->wish.kind == &check_list_files;

	pages->dirty = true;
	if (command == CMD_ESC || key->code == KEY_F10) {
		if (self->input.n) {
			input_set(&self->input, "");
			live_rows_anew(self);
		} else {
			pages_pop(pages);
		}
	} else if (key->code == KEY_ENTER ||
		   (files && key->code == ' ' && !self->input.n)) {
		take(self, pages);
	} else if (key->code == KEY_BACKSPACE && files && !self->input.n) {
		up(self);
	} else if (!moves(self, key) && input_key(&self->input, key)) {
		live_rows_anew(self);
	}
	return true;
}

static void release(struct page *page)
{
	struct live_list *self = (struct live_list *)page;

	stop(self);
	lines_release(&self->told);
	arena_release(&self->arena);
	free(self);
}

static const struct page_ops ops = {
	.draw = live_list_draw, .key = key, .free = release
};

/* ---- for who opens one ------------------------------------------------------------------ */

static struct live_list *make(struct screen *screen, const struct live_wish *wish)
{
	struct live_list *self = page_new(sizeof(*self), &ops);
	struct arena *arena = &self->arena;

	self->screen = screen;
	self->wish = *wish;
	self->wish.title = arena_strdup(arena, wish->title);
	self->wish.repository = wish->repository ? arena_strdup(arena, wish->repository) : NULL;
	self->prefix = arena_strdup(arena, wish->prefix ? wish->prefix : "");
	snprintf(self->id, sizeof(self->id), "%s", check_about(screen->app, wish->subject).id);
	input_set(&self->input, wish->filter ? wish->filter : "");
	return self;
}

bool live_list_push(struct screen *screen, const struct live_wish *wish, struct error *err)
{
	struct live_list *self = make(screen, wish);

	if (begin(self, err)) {
		pages_push(screen->pages, &self->page);
		return true;
	}
	release(&self->page);
	return false;
}

void live_list_go(struct screen *screen, const struct live_wish *wish)
{
	static const char *const unlock[] = { "vault", "unlock" };
	struct live_list *self = make(screen, wish);
	struct error err;

	error_clear(&err);
	if (begin(self, &err)) {
		screen_go_page(screen, &self->page);
		return;
	}
	release(&self->page);
	request_toast(screen, "", &err);
	if (strcmp(err.code, "VAULT_LOCKED") == 0)
		request_go(screen, unlock, COUNT_OF(unlock));
}
