/* palette.c: the palette's page: the line, the entries, running them. */
#include "screen/palette/palette.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screen/palette/palette_priv.h"
#include "screen/frame/request.h"
#include "ui/walk.h"

static void refill(struct palette *self);

/* A part of what waits, while nobody types: the names, an answer, its fixes. */
static bool step_on(void *ctx)
{
	struct palette *self = ctx;

	if (!screen_names(self->screen)->done)
		return !screen_names_read(self->screen);
	if (palette_ask_waits(self))
		palette_ask_more(self);
	return palette_ask_waits(self);
}

static void told(void *ctx, bool last)
{
	struct palette *self = ctx;

	if (last && palette_ask_stale(self))
		refill(self);		/* the names are there now */
	else
		palette_list(self);
	self->screen->pages->dirty = true;
}

static void refill(struct palette *self)
{
	bool done = screen_names_read(self->screen);

	palette_fill(self);
	if (done && !palette_ask_waits(self))
		return;
	self->job = (struct job){ .step = step_on, .told = told, .ctx = self,
				  .quiet = true };
	work_start(&self->screen->pages->work, &self->job);
}

/* Run a command in the words of the command line. */
static void run_line(struct palette *self, const char *line)
{
	struct request *request = mem_alloc(sizeof(*request));
	struct error err;

	error_clear(&err);
	self->screen->go = (struct go){ .kind = GO_REQUEST, .request = request };
	if (!request_split(request, line, &err)) {
		request_release(request);
		free(request);
		self->screen->go.kind = GO_NOTHING;
		(void)palette_refuse(self->screen, &err);
	}
}

/* About what its title names; without one, about what has the focus. */
static void begin(struct palette *self, const struct action *action,
		  const struct thing *thing)
{
	struct go go = { .kind = GO_VERB, .action = action, .thing = self->focus };

	if (thing->kind != THING_NONE && !thing_same(thing, &self->focus)) {
		go.kind = GO_VERB_ON;
		go.thing = *thing;
		snprintf(go.text, sizeof(go.text), "%s: ", action->summary);
	}
	self->screen->go = go;
}

/* Only the words of the action stand in the line. */
static bool is_bare(const struct palette *self, const struct action *action)
{
	char noun[64] = "", verb[64] = "", more[2] = "";
	int n = sscanf(self->input.text, " %63s %63s %1s", noun, verb, more);

	return n == (action->noun ? 2 : 1);
}

/* Which of several of one name is meant stands in the line now. */
static void choose(struct palette *self, const struct thing *thing)
{
	struct buf line;

	buf_init(&line, INPUT_MAX);
	palette_ask_choose(self, thing, &line);
	input_set(&self->input, buf_text(&line));
	buf_release(&line);
	refill(self);
}

static void enter(struct palette *self)
{
	struct screen *screen = self->screen;
	struct entry entry;

	if (self->cursor >= self->n)
		return;
	palette_judge(self, &self->entry[self->cursor]);
	entry = self->entry[self->cursor];
	if (entry.greyed && entry.shut) {
		snprintf(self->error, sizeof(self->error), "%s", entry.whole);
		return;
	}
	recent_add(screen, &entry, self->input.text);
	switch (entry.kind) {
	case ENTRY_RUN:
		if ((entry.action->flags & ACTION_WRITES) &&
		    is_bare(self, entry.action))
			begin(self, entry.action, &entry.thing);
		else
			run_line(self, self->input.text);
		break;
	case ENTRY_LINE:
		run_line(self, entry.line);
		break;
	case ENTRY_ACTION:
		begin(self, entry.action, &entry.thing);
		break;
	case ENTRY_COMMAND:
		screen->go = (struct go){ .kind = GO_COMMAND,
					  .command = entry.command };
		if (command_over(entry.command))
			pages_pop(screen->pages);
		else
			pages_to_base(screen->pages);
		break;
	case ENTRY_GO:
		screen->go = (struct go){ .kind = GO_ROW, .thing = entry.thing };
		break;
	case ENTRY_ACT_AS:
		screen->go = (struct go){ .kind = GO_ACT_AS, .thing = entry.thing };
		break;
	case ENTRY_ASK:
		input_set(&self->input, entry.line);
		refill(self);
		break;
	case ENTRY_CHOICE:
		choose(self, &entry.thing);
		break;
	case ENTRY_OPEN:
		palette_ask_open(self);
		break;
	case ENTRY_FIX:
		palette_ask_fix(self, entry.place);
		break;
	default:
		break;
	}
}

/* The word that was begun, or the entry's own words, to go on typing. */
static void complete(struct palette *self)
{
	struct buf line;

	buf_init(&line, INPUT_MAX - 1);
	if (palette_complete(self, &line) && !line.overflow) {
		input_set(&self->input, buf_text(&line));
		refill(self);
	}
	buf_release(&line);
}

static void step(struct palette *self, int by, size_t times)
{
	size_t i = self->cursor;

	while (times && (by < 0 ? i > 0 : i + 1 < self->n)) {
		i = by < 0 ? i - 1 : i + 1;
		if (self->entry[i].kind > ENTRY_TEXT) {
			self->cursor = i;
			times--;
		}
	}
}

/* A click on an entry runs it, one outside closes. */
static void mouse(struct palette *self, const struct key *key)
{
	const struct area *at = &self->drawn;
	int row = key->row - at->row, col = key->col - at->col;
	size_t right = self->columns && col >= at->cols / 2 ? self->columns : 0;
	size_t i = row >= 0 && row < at->rows ? self->at[(size_t)row + right] :
		self->n;

	if (walk_wheel(key)) {
		step(self, walk_wheel(key), 3);
	} else if (key->button != 0 || key->release) {
		return;
	} else if (row >= 0 && row < at->rows && col >= 0 && col < at->cols &&
		   i < self->n) {
		if (self->entry[i].kind <= ENTRY_TEXT)
			return;
		self->cursor = i;
		enter(self);
	} else if (key->row < 1) {
		pages_pop(self->screen->pages);
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct palette *self = (struct palette *)page;

	pages->dirty = true;
	if (keys_command(key) == CMD_ESC || key->code == KEY_F10 ||
	    (key->code == KEY_BACKSPACE && !self->input.n)) {
		pages_pop(pages);
		return true;
	}
	switch (key->code) {
	case KEY_MOUSE:
		mouse(self, key);
		break;
	case KEY_UP:
		step(self, -1, 1);
		break;
	case KEY_DOWN:
		step(self, 1, 1);
		break;
	case KEY_PGUP:
		step(self, -1, 10);
		break;
	case KEY_PGDN:
		step(self, 1, 10);
		break;
	case KEY_ENTER:
		enter(self);
		break;
	case KEY_TAB:
		complete(self);
		break;
	default:
		if (input_key(&self->input, key)) {
			self->error[0] = '\0';
			refill(self);
		}
		break;
	}
	return true;
}

static void release(struct page *page)
{
	struct palette *self = (struct palette *)page;

	work_drop(&self->screen->pages->work, &self->job);
	palette_ask_release(self);
	arena_release(&self->arena);
	typed_release(&self->typed);
	free(self->entry);
	free(self);
}

static void changed(struct page *page)
{
	refill((struct palette *)page);
}

static const struct page_ops ops = {
	.overlay = true, .draw = palette_draw, .key = key, .changed = changed,
	.free = release
};

static struct palette *palette_at(const struct pages *pages, int place)
{
	struct page *page = place > 0 && place < PAGES_MAX ?
		pages->stack[place] : NULL;

	return page && page->ops == &ops ? (struct palette *)page : NULL;
}

static struct palette *push(struct screen *screen, const struct thing *focus,
			    const char *text, bool help)
{
	struct palette *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->focus = *focus;
	self->help = help;
	input_set(&self->input, text);
	refill(self);
	pages_push(screen->pages, &self->page);
	return self;
}

void palette_push(struct screen *screen, const struct thing *focus,
		  const char *text)
{
	(void)push(screen, focus, text, false);
}

void palette_push_help(struct screen *screen, const struct thing *focus)
{
	(void)push(screen, focus, "", true);
}

bool palette_refuse(struct screen *screen, const struct error *err)
{
	struct palette *self = palette_at(screen->pages, screen->pages->n - 1);
	struct buf text;

	if (!self)
		return false;
	buf_init(&text, sizeof(self->error) - 1);
	request_error(err, &text);
	snprintf(self->error, sizeof(self->error), "%s", buf_text(&text));
	buf_release(&text);
	screen->pages->dirty = true;
	return true;
}

void palette_offer(struct screen *screen, const struct thing *focus,
		   const char *text)
{
	struct palette *self = palette_at(screen->pages, screen->pages->n - 1);

	if (!self)
		self = push(screen, focus, "", false);
	self->help = false;
	self->error[0] = '\0';
	input_set(&self->input, text);
	refill(self);
}

void palette_done(struct pages *pages)
{
	if (palette_at(pages, pages->n - 1))
		pages_pop(pages);
}

void palette_leave(struct screen *screen)
{
	struct pages *pages = screen->pages;
	struct page *top = pages->stack[pages->n - 1];

	if (!palette_at(pages, pages->n - 2))
		return;
	pages->stack[pages->n - 1] = pages->stack[pages->n - 2];
	pages->stack[pages->n - 2] = top;
	pages_pop(pages);
}
