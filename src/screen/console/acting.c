/* acting.c: see acting.h. */
#include "screen/console/acting.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/run/look_as.h"
#include "action/run/what_if.h"
#include "action/undo/as_of_facts.h"
#include "base/mem.h"
#include "screen/console/desk.h"
#include "screen/dialog/drafts.h"
#include "screen/frame/finder.h"
#include "screen/frame/keymap.h"
#include "screen/palette/palette.h"
#include "screen/pages/choose.h"
#include "screen/preview/change_news.h"

/* What is of one pair of eyes. */
struct own {
	struct page *page[PAGES_MAX];	/* from the base up */
	int n;
	struct desk *desk;
	struct around around;
	struct move_list *last;
	char last_title[TOAST_MAX];
	int64_t last_revision;
	struct recent *recent;
	char fallen[TOAST_MAX];
	char said[sizeof(((struct pages *)NULL)->said)];
	size_t n_said;
};

struct acting {
	bool began;		/* from here: there is a place to come back to */
	struct own own;
	char actor[300];	/* whose it is: app_actor_text() of then */
	char name[200];		/* of the person */
	bool was_active;	/* when it began */
};

/* ---- one's own, and somebody's --------------------------------------------------- */

static bool is_overlay(const struct pages *pages)
{
	return pages->n > 1 && pages->stack[pages->n - 1]->ops->overlay;
}

/* What lies over a page was asked of it: a menu, a chooser.  A dialog keeps a draft. */
static void lay_aside(struct screen *screen, struct own *own)
{
	struct pages *pages = screen->pages;
	int i;

	while (is_overlay(pages))
		pages_pop(pages);
	(void)pages_secrets(pages, true);	/* nothing watches over them there */
	own->n = pages->n;
	for (i = own->n; i-- > 0;)
		own->page[i] = pages_take(pages);
	own->desk = screen->desk;
	own->around = screen->around;
	own->last = screen->last;
	memcpy(own->last_title, screen->last_title, sizeof(own->last_title));
	own->last_revision = screen->last_revision;
	own->recent = screen->recent;
	memcpy(own->fallen, screen->fallen, sizeof(own->fallen));
	memcpy(own->said, pages->said, sizeof(own->said));
	own->n_said = pages->n_said;
	screen->desk = NULL;
	screen->last = NULL;
	screen->recent = NULL;
}

/* Nothing is known, as at the start; the pages are taken or gone. */
static void begin_anew(struct screen *screen)
{
	struct pages *pages = screen->pages;

	while (pages->work.first)	/* counted for other eyes */
		work_drop(&pages->work, pages->work.first);
	screen->last_title[0] = screen->fallen[0] = pages->toast[0] = '\0';
	screen->last_revision = 0;
	memset(pages->said, 0, sizeof(pages->said));
	pages->n_said = 0;
	screen->refusal.fresh = screen->news.fresh = false;
	screen->refusal.toast = 0;
	screen->passing = 0;
	screen->state_apart = false;
	screen_aged(screen);
}

/* Somebody's pages, and what was kept for them, go; drafts stay. */
static void clear_away(struct screen *screen)
{
	pages_to_base(screen->pages);
	pages_pop(screen->pages);
	change_news_release(screen);
	recent_release(screen);
}

/* As it was; each page is told that the facts may be others. */
static void put_back(struct screen *screen, struct own *own)
{
	struct pages *pages = screen->pages;
	int i;

	screen->desk = own->desk;
	screen->around = own->around;
	screen->last = own->last;
	memcpy(screen->last_title, own->last_title, sizeof(own->last_title));
	screen->last_revision = own->last_revision;
	screen->recent = own->recent;
	memcpy(screen->fallen, own->fallen, sizeof(own->fallen));
	memcpy(pages->said, own->said, sizeof(own->said));
	pages->n_said = own->n_said;
	for (i = 0; i < own->n; i++)
		pages_put_back(pages, own->page[i]);
	own->n = 0;
	own->last = NULL;
	own->recent = NULL;
}

/* It is of another person's eyes by now, or the console ends. */
static void throw_away(struct screen *screen, struct own *own)
{
	struct desk *desk = screen->desk;
	struct move_list *last = screen->last;
	struct recent *recent = screen->recent;

	while (own->n)
		page_drop(own->page[--own->n]);
	screen->desk = desk;		/* the desk that went took it along */
	screen->last = own->last;
	screen->recent = own->recent;
	change_news_release(screen);
	recent_release(screen);
	screen->last = last;
	screen->recent = recent;
	own->last = NULL;
	own->recent = NULL;
}

/* ---- the switch ------------------------------------------------------------------- */

/* As whom, and whose console it is. */
static void note_who(struct screen *screen, struct acting *self)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t user = app_subject(screen->app);

	snprintf(screen->acted, sizeof(screen->acted), "%s",
		 seen_user(seen, user)->id);
	snprintf(self->actor, sizeof(self->actor), "%s",
		 app_actor_text(screen->app));
	snprintf(self->name, sizeof(self->name), "%s", seen_user_label(seen, user));
	self->was_active = seen_user(seen, user)->active;
}

void acting_started(struct screen *screen)
{
	if (screen->app->acting_as == NOBODY)
		return;
	screen->acting = mem_alloc(sizeof(*screen->acting));
	note_who(screen, screen->acting);
}

/* Whatever the app says by now. */
static void come_back(struct screen *screen)
{
	struct acting *self = screen->acting;
	bool same = self->began &&
		strcmp(self->actor, app_actor_text(screen->app)) == 0;

	clear_away(screen);
	screen->acting = NULL;
	screen->acted[0] = '\0';
	if (!same)
		throw_away(screen, &self->own);
	begin_anew(screen);
	if (same)
		put_back(screen, &self->own);
	else
		desk_push(screen);
	free(self);
}

/* What-if without a step is nothing to stay for. */
static bool change_over(struct screen *screen, uint32_t user, struct error *err)
{
	if (screen->acting && screen->app->what_if && !what_if_steps(screen->app))
		what_if_drop(screen->app);
	return look_as(screen->app, user, err);
}

bool acting_begin(struct screen *screen, const struct thing *user,
		  struct error *err)
{
	struct acting *self = screen->acting;

	if (!change_over(screen, thing_number(screen->app, user), err))
		return false;
	if (screen->app->acting_as == NOBODY) {		/* oneself */
		if (self)
			come_back(screen);
		return true;
	}
	if (self) {
		clear_away(screen);
	} else {
		self = screen->acting = mem_alloc(sizeof(*self));
		self->began = true;
		lay_aside(screen, &self->own);
	}
	note_who(screen, self);
	begin_anew(screen);
	desk_push(screen);
	(void)drafts_offer(screen);
	return true;
}

bool acting_end(struct screen *screen, struct error *err)
{
	if (!screen->acting)
		return true;
	if (!change_over(screen, NOBODY, err))
		return false;
	come_back(screen);
	return true;
}

void acting_release(struct screen *screen)
{
	struct acting *self = screen->acting;

	if (!self)
		return;
	screen->acted[0] = '\0';
	throw_away(screen, &self->own);
	free(self);
	screen->acting = NULL;
}

/* ---- the mode ---------------------------------------------------------------------- */

/* "maya", as the header calls whoever sits here. */
static void say_self(const struct screen *screen, struct buf *out)
{
	const char *text = app_actor_text(screen->app);

	buf_add(out, text, strcspn(text, "@"));
	buf_adds(out, " again.");
}

static void refuse(struct screen *screen, const struct error *err)
{
	if (screen->app->what_if)
		screen_refuse(screen, "What-if is on, and stays with whoever tries "
			      "it: %s applies or drops it.", key_said(CMD_WHATIF));
	else if (screen->app->as_of)
		screen_refuse(screen, "The past is looked at with one pair of eyes. "
			      "Esc comes back to now.");
	else
		screen_refuse(screen, "%c%s.", toupper((unsigned char)err->text[0]),
			      err->text + 1);
}

static void back(struct screen *screen)
{
	struct error err;
	struct buf text;

	error_clear(&err);
	if (!acting_end(screen, &err)) {
		refuse(screen, &err);
		return;
	}
	buf_init(&text, TOAST_ROOM);
	say_self(screen, &text);
	pages_toast(screen->pages, "%s", buf_text(&text));
	buf_release(&text);
}

/* A step of a scenario is seen with other eyes. */
static bool step_refuses(struct screen *screen)
{
	if (screen->acting || screen->app->acting_as == NOBODY)
		return false;
	screen_refuse(screen, "This step is seen as somebody else already. Right "
		      "and Left go on.");
	return true;
}

void acting_go(struct screen *screen, const struct thing *user)
{
	struct error err;

	error_clear(&err);
	if (step_refuses(screen))
		return;
	if (user->kind == THING_NONE)
		back(screen);
	else if (!acting_begin(screen, user, &err))
		refuse(screen, &err);
}

/* Of a row of the chooser. */
static const char *greyed(struct screen *screen, const struct thing *thing)
{
	struct error err;

	error_clear(&err);
	if (look_as_offered(screen->app, thing_number(screen->app, thing), &err))
		return NULL;
	return strcmp(err.code, "DEACTIVATED") == 0 ?
		"deactivated, sees and does nothing" :
		strcmp(err.code, "SELF") == 0 ? "that is you" :
		"only an Admin may act as others";
}

void acting_command(struct screen *screen)
{
	struct error err;

	error_clear(&err);
	if (step_refuses(screen))
		return;
	if (screen->acting)
		back(screen);
	else if (!look_as_may(screen->app, &err) ||
		 !look_as_ready(screen->app, &err))
		refuse(screen, &err);
	else
		choose_one_push(screen, &(struct choice){
			.title = "Act as", .label = "Person", .what = FIND_USERS,
			.greyed = greyed, .go = { .kind = GO_ACT_AS } });
}

bool acting_leave(struct screen *screen)
{
	if (!screen->acting || !screen->acting->began)
		return false;
	back(screen);
	return true;
}

/* Why it cannot go on; false: it can. */
static bool is_lost(struct screen *screen, struct buf *why)
{
	const struct app *app = screen->app;
	const struct acting *self = screen->acting;
	struct error err;

	error_clear(&err);
	if (!look_as_may(app, &err))
		buf_adds(why, "You may act as nobody any more: only an Admin may.");
	else if (app->acting_as == NOBODY)
		buf_printf(why, "%s is no longer there.", self->name);
	else if (self->was_active && !seen_user(app_seen(app), app->acting_as)->active)
		buf_printf(why, "%s was deactivated.", self->name);
	return why->len > 0;
}

static void be_brought_back(struct screen *screen, struct buf *why)
{
	size_t steps = what_if_steps(screen->app);
	struct error err;

	error_clear(&err);
	what_if_drop(screen->app);
	as_of_end(screen->app);
	if (!look_as(screen->app, NOBODY, &err))
		return;			/* nothing is in the way any more */
	come_back(screen);
	buf_adds(why, steps ? " What was tried is gone. Now " : " Now ");
	say_self(screen, why);
	pages_toast(screen->pages, "%s", buf_text(why));
}

void acting_check(struct screen *screen)
{
	struct buf why;

	if (!screen->acting)
		return;
	buf_init(&why, TOAST_ROOM);
	if (is_lost(screen, &why))
		be_brought_back(screen, &why);
	buf_release(&why);
}
