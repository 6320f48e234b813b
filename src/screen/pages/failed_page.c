/* failed_page.c: see failed_page.h. */
#include "screen/pages/failed_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/check/check_badge.h"
#include "action/check/checking.h"
#include "base/clock.h"
#include "base/text.h"
#include "model/check/check_reason.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/follow.h"
#include "screen/frame/request.h"
#include "screen/frame/verb.h"

#define DAY ((int64_t)24 * 3600 * 1000 * 1000)	/* microseconds */

enum { LABEL = 26, RIGHT = 40 };

struct failed_page {
	struct page page;
	struct screen *screen;
	struct lines lines;
	size_t n;			/* that failed */
	bool made;
};

/* All that can be checked. */
static struct check_subject *all(const struct app *app, struct arena *arena, size_t *n)
{
	const struct seen *seen = app_seen(app);
	uint32_t assets = seen_n_assets(seen), providers = seen_n_records(seen, OF_PROVIDER), i;
	struct check_subject *out = arena_array(arena, assets + providers + 1, sizeof(*out));

	*n = 0;
	for (i = 0; i < assets; i++)
		if (sees_asset(seen, i) == SIGHT_ALL)
			out[(*n)++] = (struct check_subject){ OF_ASSET, i };
	for (i = 0; i < providers; i++)
		if (sees_record(seen, OF_PROVIDER, i))
			out[(*n)++] = (struct check_subject){ OF_PROVIDER, i };
	return out;
}

static int64_t since(const struct check *check)
{
	return check->since ? check->since : check->checked;
}

static void add(struct failed_page *self, const struct checking_one *one)
{
	const struct check *check = &one->check;
	const struct check_reason *reason = check_reason_find(check->reason);
	struct lines *lines = &self->lines;
	struct arena *arena = &lines->arena;
	char when[CLOCK_TEXT];
	struct line *line;
	struct buf name;

	buf_init(&name, 1024);
	text_safe(&name, check->name);
	clock_local(since(check), when);
	line = lines_pair(lines, LABEL, arena_strdup(arena, buf_text(&name)),
			  "%s%s%s, since %s (%s)%s", reason ? reason->what : "failed",
			  reason ? ": " : "", reason ? reason->id : "", when,
			  check_ago(since(check), arena), check->projects ?
			  arena_printf(arena, "; %u project%s, %u %s", check->projects,
				       check->projects == 1 ? "" : "s", check->people,
				       check->people == 1 ? "person" : "people") : "");
	line->link = thing_of(self->screen->app, one->task.subject.whose == OF_PROVIDER ?
			      THING_PROVIDER : THING_ASSET, one->task.subject.n);
	buf_release(&name);
}

/* Those that began to fail before that time, or since. */
static size_t block(struct failed_page *self, const struct checking *kept, bool fresh,
		    int64_t from)
{
	size_t i, n = 0;

	for (i = 0; i < kept->n; i++)
		if ((since(&kept->v[i].check) >= from) == fresh) {
			if (!n++)
				lines_head(&self->lines, fresh ? "Failed since yesterday" :
					   "Failed before that, and does still");
			add(self, &kept->v[i]);
		}
	return n;
}

static void make(struct failed_page *self)
{
	int64_t from = clock_now() - DAY;
	struct app *app = self->screen->app;
	struct check_subject *subjects;
	struct arena arena = { 0 };
	struct checking kept;
	size_t n, fresh;

	lines_clear(&self->lines);
	subjects = all(app, &arena, &n);
	checking_recall(&kept, app, subjects, n, 0);
	fresh = block(self, &kept, true, from);
	self->n = fresh;
	if (!fresh)
		(void)lines_add(&self->lines, "Nothing failed since yesterday that does "
				"still.");
	lines_blank(&self->lines);
	self->n += block(self, &kept, false, from);
	checking_release(&kept);
	arena_release(&arena);
	self->made = true;
}

static void changed(struct page *page)
{
	((struct failed_page *)page)->made = false;
}

static void draw(struct page *page, struct canvas *canvas)
{
	const struct hint hints[] = { { "Enter", "go there" }, chrome_key(CMD_CHECK, "check again"),
		chrome_key(CMD_COPY, "copy"), { "Esc", "close" }, { NULL, NULL } };
	struct failed_page *self = (struct failed_page *)page;
	char right[RIGHT];
	struct area area;

	if (!self->made)
		make(self);
	snprintf(right, sizeof(right), "%zu failed", self->n);
	if (chrome_page(self->screen, canvas, self->n ? hints : hints + 2,
			"Checks that failed", right, &area))
		lines_draw(&self->lines, canvas, &area, !bars_on(self->screen));
}

/* It is checked again, over this page. */
static void check(struct failed_page *self)
{
	const struct line *line = lines_current(&self->lines);
	const struct action *verb;
	const char *words[3];

	verb = line ? verb_by(self->screen->app, &line->link, CMD_CHECK) : NULL;
	if (!verb) {
		screen_refuse(self->screen, "There is nothing to check.");
		return;
	}
	words[0] = verb->noun;
	words[1] = verb->verb;
	words[2] = line->link.id;
	request_go(self->screen, words, COUNT_OF(words));
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct failed_page *self = (struct failed_page *)page;
	enum command command = keys_command(key);

	self->made = self->made && !key_does(key, CMD_CHECK);
	if (copy_command(self->screen, command, "what failed", &self->lines) ||
	    bars_leave_lines(self->screen, &self->lines, key))
		return true;
	if (command == CMD_OPEN)
		follow_line(self->screen, &self->lines);
	else if (key_does(key, CMD_CHECK))
		check(self);
	else if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK ||
		 command == CMD_FAILED)
		pages_pop(pages);
	else if (lines_key(&self->lines, key)) {
		if (key->twice)
			follow_line(self->screen, &self->lines);
	} else
		screen_unknown(self->screen, key);
	return true;
}

static void release(struct page *page)
{
	lines_release(&((struct failed_page *)page)->lines);
	free(page);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void failed_page_push(struct screen *screen)
{
	struct failed_page *self;
	struct error err;

	error_clear(&err);
	if (!app_needs_admin(screen->app, &err)) {
		screen_refuse(screen, "What checks found is shown to Admins.");
		return;
	}
	self = page_new(sizeof(*self), &ops);
	self->screen = screen;
	pages_push(screen->pages, &self->page);
}
