/* thing_page.c: the card of one thing on the whole screen. */
#include "screen/pages/thing_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/glyph.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/follow.h"
#include "screen/frame/verb.h"
#include "screen/frame/verb_reason.h"

enum { HINTS = 16, VERBS = 8, TITLE_LIMIT = 4096 };

struct thingpage {
	struct page page;
	struct screen *screen;
	struct thing thing;
	struct lines lines;
	const char *about;	/* "Usage"; "" for the card */
	void (*make)(struct lines *lines, struct screen *screen,
		     const struct thing *thing);
	bool made;
	const struct action *verb[VERBS];	/* with keys, that would not be refused */
	size_t n_verbs;
};

static void changed(struct page *page)
{
	((struct thingpage *)page)->made = false;
}

/* Would it be refused: role, plan, level, state, a store that is only read? */
static bool refused(struct thingpage *self, const struct action *action)
{
	struct arena arena = { 0 };
	struct refusal reason;

	verb_reason(self->screen, action, &self->thing, &arena, &reason);
	arena_release(&arena);
	return reason.why != NULL;
}

/* The thing's own keys work here, too. */
static void find_verbs(struct thingpage *self)
{
	const struct action *const *all;
	size_t n, i, k;

	all = actions(&n);
	self->n_verbs = 0;
	for (i = 0; i < n && self->n_verbs < VERBS; i++) {
		if (!*verb_key_name(all[i]) || !verb_fits(self->screen->app, all[i],
					       &self->thing) ||
		    refused(self, all[i]))
			continue;
		for (k = self->n_verbs++; k > 0 && verb_order(self->verb[k - 1]) >
		     verb_order(all[i]); k--)
			self->verb[k] = self->verb[k - 1];
		self->verb[k] = all[i];
	}
}

/* One's own page, or that of a project of which one sees no more than the title: from
 * there one asks for more (D32). */
static bool asks(const struct thingpage *self)
{
	const struct app *app = self->screen->app;
	uint32_t me = app_subject(app);

	return self->thing.kind == THING_USER ? me != NOBODY &&
		thing_number(app, &self->thing) == me :
		verb_asks_first(app, &self->thing);
}

static void fill_hints(struct thingpage *self, struct hint hints[HINTS])
{
	size_t i, n = 0;

	lines_settle(&self->lines);
	if (lines_current(&self->lines))
		hints[n++] = (struct hint){ "Enter", "follow" };
	for (i = 0; i < self->n_verbs; i++)
		hints[n++] = (struct hint){ verb_key_name(self->verb[i]),
					    verb_word(self->verb[i]) };
	if (asks(self))
		hints[n++] = chrome_hint(CMD_ASK_MORE);
	hints[n++] = chrome_hint(CMD_COPY);
	hints[n++] = HINTS_KEPT;
	hints[n++] = (struct hint){ "Esc", "close" };
	hints[n++] = chrome_hint(CMD_MENU);
	hints[n++] = chrome_hint(CMD_PALETTE);
	hints[n++] = chrome_hint(CMD_HELP);
	hints[n] = (struct hint){ NULL, NULL };
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct hint hints[HINTS];
	struct thingpage *self = (struct thingpage *)page;
	struct area area;
	struct buf title;

	if (!self->made) {
		self->make(&self->lines, self->screen, &self->thing);
		find_verbs(self);
	}
	self->made = true;
	fill_hints(self, hints);
	buf_init(&title, TITLE_LIMIT);
	glyph_path(&title, self->screen->around.path);
	buf_printf(&title, " %s %s", glyph(GLYPH_PATH),
		   thing_name(self->screen->app, &self->thing));
	if (self->about[0])
		buf_printf(&title, " %s %s", glyph(GLYPH_PATH), self->about);
	if (chrome_page(self->screen, canvas, hints, buf_text(&title),
			thing_label(self->screen->app, &self->thing), &area))
		lines_draw(&self->lines, canvas, &area,
			   !bars_on(self->screen));
	buf_release(&title);
}

/* To another place than Enter goes to? */
static bool leads_on(const struct thingpage *self)
{
	const struct line *line = lines_current(&self->lines);

	return line && line->other;
}

/* Keys that are about the thing, not about the lists below. */
static bool own_key(struct thingpage *self, enum command command,
		    const struct key *key)
{
	struct screen *screen = self->screen;
	struct go go = { .thing = self->thing, .row = 2, .col = 4 };

	if (copy_command(screen, command,
			 thing_name(screen->app, &self->thing), &self->lines))
		return true;
	go.action = verb_of_key(screen->app, &self->thing, key);
	go.kind = go.action ? GO_VERB : command == CMD_MENU ? GO_MENU :
		command == CMD_USAGE ? GO_USAGE :
		command == CMD_PALETTE ? GO_PALETTE :
		command == CMD_HELP ? GO_HELP : GO_NOTHING;
	if (go.kind == GO_NOTHING && key_does(key, CMD_ASK_MORE) && asks(self)) {
		go.kind = GO_VERB_ON;
		go.action = action_find("access", "request");
	}
	screen->go = go;
	return go.kind != GO_NOTHING;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct thingpage *self = (struct thingpage *)page;
	struct screen *screen = self->screen;
	enum command command = keys_command(key);

	if (own_key(self, command, key) ||
	    bars_leave_lines(screen, &self->lines, key))
		return true;
	if (command == CMD_OPEN) {
		follow_line(screen, &self->lines);
	} else if (command == CMD_OTHER && leads_on(self)) {
		follow_other(screen, &self->lines);
	} else if (command == CMD_ESC || command == CMD_QUIT ||
		   command == CMD_BACK) {
		pages_pop(pages);	/* one layer */
	} else if (lines_key(&self->lines, key)) {
		if (key->twice)
			follow_line(screen, &self->lines);
	} else {
		if (command == CMD_NONE) {
			screen_unknown(screen, key);
			return true;
		}
		screen->go = (struct go){ .kind = GO_COMMAND,
					  .command = command };
		if (!command_over(command))
			pages_pop(pages);
	}
	return true;
}

static void release(struct page *page)
{
	lines_release(&((struct thingpage *)page)->lines);
	free(page);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void thing_page_push(struct screen *screen, const struct thing *thing,
		     const char *about,
		     void (*make)(struct lines *lines, struct screen *screen,
				  const struct thing *thing))
{
	struct thingpage *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->thing = *thing;
	self->about = about;
	self->make = make;
	pages_push(screen->pages, &self->page);
}
