/* leaving.c: see leaving.h. */
#include "action/workspace/leaving_priv.h"

#include <stdlib.h>
#include <string.h>

void leaving_before(struct leaving *self)
{
	self->rows = NULL;
	self->n = self->cap = 0;
	leaving_note(self);
	leaving_theirs(self);
}

void leaving_drop(struct leaving *self)
{
	free(self->rows);
	free(self->then);
}

const struct plan_row *leaving_after(struct leaving *self, size_t *n)
{
	size_t before = self->n, first = leaving_moved(self);
	struct plan_row *all = arena_array(self->arena, self->n + 1, sizeof(*all));

	*n = self->n;
	if (first)
		memcpy(all, self->rows + before, first * sizeof(*all));
	if (before)
		memcpy(all + first, self->rows, before * sizeof(*all));
	if (self->n > before + first)
		memcpy(all + before + first, self->rows + before + first,
		       (self->n - before - first) * sizeof(*all));
	leaving_drop(self);
	return all;
}
