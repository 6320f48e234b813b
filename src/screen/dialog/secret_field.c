/* secret_field.c: see secret_field.h. */
#include "screen/dialog/secret_field.h"

#include <string.h>

#include "screen/dialog/dialog.h"

const char *secret_field_word(const struct app *app, const char *code, const char *thing,
			      const char *field)
{
	return thing && app_value(app, code, "", thing, field) ?
		"********, set" : "no value yet";
}

void secret_field_give(struct batch *batch, struct batch_command *command,
		       const struct kind_field *of, const struct field *field)
{
	const struct param *param = command->action->params;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && param[i].name && field->input.n; i++)
		if (strcmp(param[i].name, "value-fd") == 0)
			dialog_give(batch, &command->args.of[i], arena_printf(
				    &batch->arena, "%s=form %s", of->name, of->name));
}
