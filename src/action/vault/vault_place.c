/* vault_place.c: see vault_place.h. */
#include "action/vault/vault_place.h"

void vault_place(const struct vault_rows *rows, const struct vault_value_row *row,
		 struct arena *arena, struct sealed_place *out)
{
	*out = (struct sealed_place){
		.store = rows->id, .table = row->kind, .field = row->field,
		.row = !*row->project ? row->thing :
			arena_printf(arena, "%s of project %s", row->thing, row->project),
		.origin = row->origin, .version = row->version };
}
