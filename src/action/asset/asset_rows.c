/* asset_rows.c: the fields of one asset, shared or a project's own, as rows. */
#include "action/asset/asset_rows.h"

#include <string.h>

#include "model/config.h"
#include "model/kind.h"

void asset_row_fields(struct result *out, const struct asset_kind *kind,
		       const char *config)
{
	const struct kind_field *field = kind->fields;
	const char *text;
	size_t n;

	for (; field->name; field++) {
		text = field->secret ? NULL :
			config_get(config, field->name, &out->arena);
		if (text)
			text = value_show(value_type_of(field), text, &out->arena);
		for (; text && *text; text += n + (text[n] == '\n')) {
			n = strcspn(text, "\n");
			result_field(out, field->name,
				 arena_strndup(&out->arena, text, n));
		}
	}
}
