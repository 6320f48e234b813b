/* consequence.c: its rows and lines, and the keys in them; see consequence.h. */
#include "screen/preview/consequence_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/frame/advice.h"

void consequence_release(struct consequence *self)
{
	lines_release(&self->lines);
	lines_release(&self->words);
	lines_release(&self->explained);
	if (self->rows.source.ctx)
		list_release(&self->rows);
	arena_release(&self->arena);
	free(self->v);
	*self = (struct consequence){ .about = self->about,
					.typed = self->typed,
					.apart = self->apart };
}

void consequence_begin(struct consequence *self, const char *title)
{
	struct list_source source;

	if (!self->rows.source.ctx) {
		consequence_source(self, &source);
		self->columns[0].min = 1;	/* none is hidden */
		list_init(&self->rows, &source, self->columns, 1);
		self->rows.sign = consequence_sign;
	}
	lines_clear(&self->lines);
	lines_clear(&self->words);
	self->lines.top = self->words.top = 0;
	arena_release(&self->arena);
	self->n = self->n_ways = 0;
	self->rest = self->ask = "";
	self->list = self->is_explained = self->idle = false;
	self->projects = self->one_project = false;
	snprintf(self->title, sizeof(self->title), "%s", title);
	snprintf(self->verdict, sizeof(self->verdict), "%s", title);
}

static const char *kept(struct consequence *self, const char *text)
{
	return text && *text ? arena_strdup(&self->arena, text) : "";
}

/* The same person and place are the same row, whatever comes of it. */
static uint64_t row_id(const struct consequence_row *row)
{
	uint64_t hash = 14695981039346656037u;
	const char *at;

	for (at = row->name; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 1099511628211u;
	hash = (hash ^ 1) * 1099511628211u;
	for (at = row->place; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 1099511628211u;
	return hash;
}

struct consequence_row *consequence_add(struct consequence *self,
		enum consequence_mark mark, const char *name, const char *now,
		const char *then, const char *why, const char *said)
{
	struct consequence_row *row;

	self->v = mem_grow(self->v, self->n, &self->cap, sizeof(*self->v));
	row = &self->v[self->n++];
	*row = (struct consequence_row){
		.mark = mark, .name = kept(self, name), .now = kept(self, now),
		.then = kept(self, then), .why = kept(self, why),
		.said = kept(self, said), .tag = "", .place = "", .brief = ""
	};
	return row;
}

void consequence_way(struct consequence *self, const char *text, const char *effects)
{
	if (self->n_ways == CONSEQUENCE_WAYS_MOST)
		return;
	self->way[self->n_ways] = kept(self, text);
	self->effects[self->n_ways++] = kept(self, effects);
	self->is_explained = false;
}

static int by_mark(const void *a, const void *b)
{
	const struct consequence_row *x = a, *y = b;

	if (x->mark != y->mark)
		return x->mark < y->mark ? -1 : 1;
	return 0;
}

/* Stable: within a mark the rows stay as they came. */
static void in_order(struct consequence *self)
{
	struct consequence_row *sorted = mem_array(self->n + 1, sizeof(*sorted));
	size_t i, n = 0;
	int mark;

	for (mark = CONSEQUENCE_STOPS; mark <= CONSEQUENCE_SAME; mark++)
		for (i = 0; i < self->n; i++)
			if (self->v[i].mark == (enum consequence_mark)mark)
				sorted[n++] = self->v[i];
	free(self->v);
	self->v = sorted;
	self->cap = self->n + 1;
}

void consequence_done(struct consequence *self)
{
	size_t i;

	for (i = 1; i < self->n; i++)
		if (by_mark(&self->v[i - 1], &self->v[i]) > 0)
			break;
	if (i < self->n)
		in_order(self);
	for (i = 0; i < self->n; i++) {
		self->v[i].id = row_id(&self->v[i]);
		if (!*self->v[i].brief)
			self->v[i].brief = self->v[i].then;
	}
	list_refresh(&self->rows);
	if (!self->walked && self->n)
		(void)list_goto(&self->rows, self->v[0].id);
	self->is_explained = false;
}

struct lines *consequence_said(struct consequence *self)
{
	return self->apart ? &self->words : &self->lines;
}

/* What may speak of commands, in the words of the screen. */
void consequence_words(struct consequence *self, const char *mark, const char *text,
		       unsigned style)
{
	struct buf way;

	buf_init(&way, 8192);
	advice_words(text, &way);
	if (way.len)
		lines_add(consequence_said(self), "%s%s", mark,
			  buf_text(&way))->style = style;
	buf_release(&way);
}

void consequence_ask(struct consequence *self, const char *text)
{
	self->ask = kept(self, text);
}

void consequence_refuse(struct consequence *self, const char *title,
			const struct error *err)
{
	struct buf text;

	consequence_begin(self, title);
	buf_init(&text, 4096);
	advice_error(err, &text);
	lines_add(consequence_said(self), "! %s", buf_text(&text))->style =
		STYLE_RED | STYLE_SIGN;
	buf_release(&text);
	consequence_words(self, "  ", err->remedy, 0);
	consequence_done(self);
}

void consequence_say(struct consequence *self, const char *title,
		     const char *text)
{
	consequence_begin(self, title);
	if (*text)
		(void)lines_add(consequence_said(self), "%s", text);
	consequence_done(self);
}

/* ---- keys --------------------------------------------------------------------------- */

size_t consequence_focused_way(const struct consequence *self)
{
	const struct line *line = lines_current(&self->explained);

	return self->zone == CONSEQUENCE_WAYS && line ? (size_t)line->fix : 0;
}

/* Is there something to stand on, to choose or to scroll? */
static bool has(struct consequence *self, int zone)
{
	if (zone == CONSEQUENCE_ROWS)
		return self->n > 0 || (self->lines.n && lines_rows(&self->lines,
			self->lines.drawn.cols) > self->lines.drawn.rows);
	consequence_explain(self);
	return lines_current(&self->explained) != NULL ||
		(self->explained.n && self->explained.drawn.rows &&
		 lines_rows(&self->explained, self->explained.drawn.cols) >
		 self->explained.drawn.rows);
}

bool consequence_turn(struct consequence *self, int step)
{
	int zone = (int)self->zone;

	if (zone == CONSEQUENCE_AWAY && step < 0)
		zone = CONSEQUENCE_WAYS + 1;
	do
		zone += step;
	while (zone > CONSEQUENCE_AWAY && zone <= CONSEQUENCE_WAYS &&
	       !has(self, zone));
	self->zone = zone > CONSEQUENCE_WAYS ? CONSEQUENCE_AWAY :
		(enum consequence_zone)zone;
	self->walked = self->walked || self->zone != CONSEQUENCE_AWAY;
	return self->zone != CONSEQUENCE_AWAY;
}

static bool inside(const struct area *area, const struct key *key)
{
	return key->row >= area->row && key->row < area->row + area->rows &&
		key->col >= area->col && key->col < area->col + area->cols;
}

static bool mouse(struct consequence *self, const struct key *key)
{
	if (self->n && inside(&self->drawn, key)) {
		self->walked = true;
		if (key->button < 64)
			self->zone = CONSEQUENCE_ROWS;
		self->is_explained = false;
		return list_key(&self->rows, key);
	}
	if (self->explained.n && inside(&self->explained.drawn, key)) {
		if (key->button < 64)
			self->zone = CONSEQUENCE_WAYS;
		return lines_key(&self->explained, key);
	}
	return inside(&self->lines.drawn, key) && lines_key(&self->lines, key);
}

bool consequence_key(struct consequence *self, const struct key *key)
{
	if (key->code == KEY_MOUSE)
		return mouse(self, key);
	if (self->zone == CONSEQUENCE_WAYS)
		return lines_key(&self->explained, key);
	if (!self->n)
		return lines_key(&self->lines, key);
	if (!list_key(&self->rows, key))
		return false;
	self->is_explained = false;
	return true;
}
