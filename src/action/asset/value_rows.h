/* value_rows.h: that secret fields of an asset have values, never which: ********, who
 * set it and when, for Admins. */
#ifndef ACTION_ASSET_VALUE_ROWS_H
#define ACTION_ASSET_VALUE_ROWS_H

#include "action/core/action.h"
#include "base/json_write.h"
#include "model/kind.h"

/* Whose: project "" unless own; type, config: as they are now. */
struct value_of { const char *kind, *project, *thing, *type, *config; };

/* A row a field that has one; "no value yet" where none of a secret's has. */
void value_rows(struct result *out, const struct app *app, const struct asset_kind *kind,
		struct value_of of);
/* Member "values": {"password":{"set":TIME,"by":EMAIL,"usable":true}}; not usable: it was
 * given for another host, or way there. */
void value_json(struct json *json, const struct app *app, const struct asset_kind *kind,
		struct value_of of, struct arena *arena);

#endif
