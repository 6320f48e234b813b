/* pair_list.c: see pair_priv.h. */
#include "screen/past/pair_priv.h"

#include "access/words.h"
#include "action/undo/pair_words.h"
#include "base/clock.h"
#include "base/glyph.h"

enum { WHEN, NUMBER, LEVEL, BY, WHAT };

static const struct list_column columns[] = {
	{ .title = "SINCE", .name = "since", .min = 16, .want = 16 },
	{ .title = "#", .name = "number", .min = 3, .want = 6, .drop = 2, .right = true },
	{ .title = "LEVEL", .name = "level", .min = 11, .want = 13 },
	{ .title = "BY", .name = "by", .min = 6, .want = 18, .drop = 3 },
	{ .title = "WHAT", .name = "what", .min = 12, .want = 0 },
};

size_t pair_list_n(const struct pair_page *self)
{
	return self->walk.past ? pair_past_n(self->walk.past) + 1 : 0;
}

static size_t rows(void *ctx)
{
	return pair_list_n(ctx);
}

const struct pair_change *pair_list_event(const struct pair_page *self, size_t row)
{
	const struct pair_past *past = self->walk.past;

	return row < pair_past_n(past) ? pair_past_at(past, row) :
		pair_past_where(past) == PAIR_ON || !pair_past_last(past)->seq ? NULL :
		pair_past_last(past);
}

/* The last one is the same before it is known and after. */
uint64_t pair_list_id(const struct pair_page *self, size_t row)
{
	const struct pair_past *past = self->walk.past;

	return row < pair_past_n(past) ? (uint64_t)pair_past_at(past, row)->seq : 0;
}

static uint64_t row_id(void *ctx, size_t row)
{
	return pair_list_id(ctx, row);
}

static void level_cell(const struct pair_level *level, struct buf *out, unsigned *style)
{
	if (!level->there) {
		buf_adds(out, "not there");
	} else if (level->effective == level->granted) {
		buf_adds(out, level_label(level->effective));
	} else {
		buf_printf(out, "%s %s %s", level_brief(level->granted),
			   glyph(GLYPH_HELD), level_brief(level->effective));
		*style |= STYLE_RED | STYLE_BOLD;
	}
}

const char *pair_list_beginning(const struct pair_page *self)
{
	if (self->walk.refused[0])
		return self->walk.refused;
	return pair_past_where(self->walk.past) == PAIR_ON ? "Looking further back..." :
		pair_beginning(pair_past_where(self->walk.past));
}

bool pair_list_tells(const struct pair_page *self)
{
	return !self->walk.refused[0] && pair_past_where(self->walk.past) != PAIR_ON;
}

static void cell(void *ctx, size_t row, size_t column, struct buf *out, unsigned *style)
{
	const struct pair_page *self = ctx;
	const struct pair_change *event = pair_list_event(self, row);
	char time[CLOCK_TEXT];

	if (column == LEVEL) {
		level_cell(pair_past_level(self->walk.past, row), out, style);
	} else if (column == WHAT) {
		buf_adds(out, row < pair_past_n(self->walk.past) ? event->cause :
			 pair_list_beginning(self));
	} else if (!event) {
		buf_adds(out, column == WHEN ? "before" : "");
	} else if (column == WHEN) {
		clock_local(event->time, time);
		buf_adds(out, time);
	} else if (column == NUMBER) {
		buf_printf(out, "%lld", (long long)event->seq);
	} else {
		buf_adds(out, event->who);
	}
}

static bool number(void *ctx, size_t row, size_t column, int64_t *out)
{
	const struct pair_page *self = ctx;
	const struct pair_change *event = pair_list_event(self, row);

	*out = column == LEVEL ? (int64_t)pair_past_level(self->walk.past, row)->effective :
		!event ? 0 : column == WHEN ? event->time : event->seq;
	return column == WHEN || column == NUMBER || column == LEVEL;
}

size_t pair_list_at(const struct pair_page *self)
{
	size_t row;

	return list_current(&self->list, &row) ? row : 0;
}

void pair_list_init(struct pair_page *self)
{
	struct list_source source = { .ctx = self, .rows = rows, .id = row_id,
				      .cell = cell, .number = number };

	list_init(&self->list, &source, columns, COUNT_OF(columns));
}
