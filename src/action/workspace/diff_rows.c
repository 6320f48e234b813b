/* diff_rows.c: the rows of a comparison, and what its files share to make them. */
#include "action/workspace/diff_priv.h"

#include <string.h>

#include "base/clock.h"
#include "base/mem.h"

struct diff_row *diff_add(struct facts_diff *diff, enum diff_kind kind,
			  enum diff_how how, const char *id, const char *name)
{
	struct diff_row *row;

	diff->rows = mem_grow(diff->rows, diff->n_rows, &diff->cap_rows,
			      sizeof(*diff->rows));
	row = &diff->rows[diff->n_rows++];
	*row = (struct diff_row){ .kind = kind, .how = how, .id = id,
				  .name = name };
	return row;
}

bool diff_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : !a && !b;
}

bool diff_field(struct facts_diff *diff, enum diff_kind kind,
		const struct diff_thing *thing, const char *name,
		const char *field, const char *before, const char *after)
{
	struct diff_row *row;

	if (diff_same(before, after))
		return false;
	row = diff_add(diff, kind, DIFF_CHANGE, thing->id, name);
	row->field = field;
	row->before = before;
	row->after = after;
	return true;
}

const char *diff_text(const char *text)
{
	return text && *text ? text : NULL;
}

const char *diff_flag(bool on)
{
	return on ? "true" : "false";
}

static const char *time_text(struct facts_diff *diff, int64_t time)
{
	char text[CLOCK_TEXT];

	if (time == 0)
		return NULL;
	clock_rfc3339(time, text);
	return arena_strdup(&diff->arena, text);
}

void diff_time(struct facts_diff *diff, enum diff_kind kind,
		  const struct diff_thing *thing, const char *name,
		  const char *field, int64_t before, int64_t after)
{
	if (before != after)
		(void)diff_field(diff, kind, thing, name, field,
				 time_text(diff, before),
				 time_text(diff, after));
}

void diff_one_sided(struct facts_diff *diff, enum diff_kind kind,
		      const struct diff_thing *thing, const char *name,
		      const char *says)
{
	enum diff_how how = thing->before == NOBODY ? DIFF_ADD : DIFF_REMOVE;
	struct diff_row *row = diff_add(diff, kind, how, thing->id, name);

	row->before = how == DIFF_REMOVE ? diff_text(says) : NULL;
	row->after = how == DIFF_ADD ? diff_text(says) : NULL;
	diff->count[kind][how]++;
}

bool diff_both(const struct diff_thing *thing)
{
	return thing->before != NOBODY && thing->after != NOBODY;
}

void diff_changed(struct facts_diff *diff, enum diff_kind kind, size_t rows)
{
	diff->count[kind][DIFF_CHANGE] += diff->n_rows > rows;
}

/* ---- the workspace -------------------------------------------------------------- */
