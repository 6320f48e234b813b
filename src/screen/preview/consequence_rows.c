/* consequence_rows.c: the cells of its rows, and what the row in focus needs. */
#include "screen/preview/consequence_priv.h"

#include <stdio.h>

#include "access/words.h"
#include "base/glyph.h"
#include "base/text.h"

enum {
	NAME_LEAST = 10, NAME_MOST = 24, WAY_LABEL = 3,
	BOTH = 11,		/* cells of the title of both levels */
	WHY_LEAST = 12,
	EDGES = 4, GAP = 2, WHY_WISH = 40	/* cells: of the sign, between columns */
};

enum { WHO, PLACE, NOW, THEN, BRIEF, WHY };

/* ---- the row in focus ------------------------------------------------------------------ */

const struct consequence_row *consequence_focus(const struct consequence *self)
{
	size_t row;

	return self->n && list_current(&self->rows, &row) ? &self->v[row] : NULL;
}

static void add_ways(struct consequence *self)
{
	char number[24];
	size_t i;

	for (i = 0; i < self->n_ways; i++) {
		snprintf(number, sizeof(number), "%zu", i + 1);
		lines_pair(&self->explained, WAY_LABEL, number, "%s%s%s",
			   self->way[i], *self->effects[i] ? "   " : "",
			   self->effects[i])->fix = (int)i + 1;
	}
	if (*self->ask)
		(void)lines_add(&self->explained, "%s", self->ask);
}

/* What is made by it has no name yet. */
static bool is_made(const struct consequence *self, const struct change *change)
{
	const struct seen *seen = app_seen(self->screen->app);

	return change->project >= seen_n_projects(seen) ||
		(change->user != ANYONE && change->user >= seen_n_users(seen));
}

void consequence_explain(struct consequence *self)
{
	const struct consequence_row *row = consequence_focus(self);
	struct arena arena = { 0 };

	if (self->is_explained)
		return;
	self->is_explained = true;
	lines_clear(&self->explained);
	if (!row || self->explained_id != row->id)
		self->explained.top = 0;
	if (!row)
		return;
	self->explained_id = row->id;
	if (*row->said)
		(void)lines_add(&self->explained, "%s", row->said);
	else if (row->change && !is_made(self, row->change))
		(void)lines_add(&self->explained, "Then: %s", access_sentence(
				app_seen(self->screen->app),
				&row->change->after, &arena));
	self->explained.cursor = self->explained.n;
	if (row->mark == CONSEQUENCE_STOPS)
		add_ways(self);
	arena_release(&arena);
}

/* ---- cells --------------------------------------------------------------------------------- */

static size_t source_rows(void *ctx)
{
	return ((const struct consequence *)ctx)->n;
}

static uint64_t source_id(void *ctx, size_t row)
{
	return ((const struct consequence *)ctx)->v[row].id;
}


static void source_cell(void *ctx, size_t at, size_t column, struct buf *out,
			unsigned *style)
{
	const struct consequence *self = ctx;
	const struct consequence_row *row = &self->v[at];

	switch (self->column[column]) {
	case WHO:
		buf_printf(out, "%s%s%s", row->name, *row->tag ? "  " : "",
			   row->tag);
		break;
	case PLACE:
		buf_adds(out, row->place);
		break;
	case NOW:
		buf_adds(out, row->now);
		break;
	case THEN:
		buf_adds(out, row->then);
		if (row->mark <= CONSEQUENCE_LOSES)
			*style |= STYLE_RED | STYLE_BOLD;
		break;
	case BRIEF:
		buf_adds(out, row->brief);
		break;
	default:
		buf_adds(out, row->why);
		break;
	}
}

const char *consequence_sign(void *ctx, size_t at, unsigned *style)
{
	enum consequence_mark mark = ((const struct consequence *)ctx)->v[at].mark;

	if (mark == CONSEQUENCE_STOPS || mark == CONSEQUENCE_LOSES ||
	    mark == CONSEQUENCE_HELD)
		*style |= STYLE_RED | STYLE_BOLD;
	return mark == CONSEQUENCE_STOPS ? "!" : mark == CONSEQUENCE_LOSES ? "-" :
		mark == CONSEQUENCE_GAINS ? "+" : mark == CONSEQUENCE_HELD ?
		glyph(GLYPH_HELD) : " ";
}

void consequence_source(struct consequence *self, struct list_source *out)
{
	*out = (struct list_source){
		.ctx = self, .rows = source_rows, .id = source_id,
		.cell = source_cell
	};
}

/* ---- columns --------------------------------------------------------------------------------- */

static void widest(int *cells, const char *text, const char *tag)
{
	int n = (int)text_width(text) + (*tag ? (int)text_width(tag) + 2 : 0);

	*cells = cells_most(*cells, n);
}

static void column(struct consequence *self, int which, const char *title,
		   const char *name, int least, int want, int drop)
{
	self->column[self->rows.n_columns] = which;
	self->columns[self->rows.n_columns++] = (struct list_column){
		.title = title, .name = name, .min = least, .want = want,
		.drop = drop
	};
}

struct widths { int who, place, now, then, brief, why; };

static void measure(const struct consequence *self, struct widths *out)
{
	size_t i;

	*out = (struct widths){ 4, 0, 3, 4, 4, 3 };
	for (i = 0; i < self->n; i++) {
		const struct consequence_row *row = &self->v[i];

		widest(&out->who, row->name, row->tag);
		widest(&out->place, row->place, "");
		widest(&out->now, row->now, "");
		widest(&out->then, row->then, "");
		widest(&out->brief, row->brief, "");
		if (row->mark < CONSEQUENCE_SAME)
			widest(&out->why, row->why, "");
	}
	out->who = cells_least(out->who, NAME_MOST);
	out->place = cells_least(out->place, NAME_MOST);
	out->why = cells_least(out->why, WHY_WISH);
}

static int wish(const struct widths *wide)
{
	return EDGES + wide->who + GAP + (wide->place ? wide->place + GAP : 0) +
		wide->now + GAP + wide->then + GAP + wide->why;
}

int consequence_wish(const struct consequence *self)
{
	struct widths wide;

	measure(self, &wide);
	return wish(&wide);
}

/* As wide as what stands in them; WHY takes the rest, and goes last. */
void consequence_columns(struct consequence *self, int cols, bool titles)
{
	bool person = !self->projects, full;
	struct widths wide;

	measure(self, &wide);
	/* The levels shrink before WHY is cut. */
	full = titles && cols >= wish(&wide);
	self->rows.n_columns = 0;
	column(self, WHO, person ? "USER" : "PROJECT", person ? "user" :
	       "project", cells_least(wide.who, NAME_LEAST), wide.who, 0);
	if (!full)
		column(self, BRIEF, wide.brief < BOTH ? "THEN" : "NOW -> THEN",
		       "then", wide.brief, wide.brief, 0);
	if (wide.place)
		column(self, PLACE, "PROJECT", "project",
		       cells_least(wide.place, NAME_LEAST), wide.place, full ?
		       0 : 1);
	if (full) {
		column(self, NOW, "NOW", "now", wide.now, wide.now, 0);
		column(self, THEN, "THEN", "then", wide.then, wide.then, 0);
	}
	/* Names are whole before a few cells of why: below the rows it is said. */
	column(self, WHY, "WHY", "why", wide.place ? cells_least(wide.why,
	       WHY_LEAST) : 8, 0, 2);
}
