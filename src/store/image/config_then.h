/* config_then.h: how a thing was set when a value of it was given. */
#ifndef STORE_IMAGE_CONFIG_THEN_H
#define STORE_IMAGE_CONFIG_THEN_H

#include "store/vault_rows.h"

/* Its config as it was when this value was given, by the events since; NULL: they do not
 * tell (a whole file took its place, or no event says when that was).  Of the row only
 * what names the value and set_at are read. */
bool store_config_then(struct store *store, const struct vault_value_row *row,
		       struct arena *arena, const char **config, struct error *err)
	MUST_CHECK;

#endif
