/* give_field.c: see give_field.h. */
#include "screen/dialog/give_field.h"

#include <string.h>

#include "screen/dialog/dialog.h"

void give_field(struct batch *batch, struct batch_command *command,
		       const struct kind_field *of, const char *value)
{
	const struct param *param = command->action->params;
	const char *option = kind_field_option(of, &batch->arena);
	struct arg *pairs = NULL;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && param[i].name; i++) {
		if (strcmp(param[i].name, option) == 0) {
			dialog_give(batch, &command->args.of[i], value);
			return;
		}
		if (strcmp(param[i].name, "field") == 0)
			pairs = &command->args.of[i];
	}
	if (pairs)
		dialog_give(batch, pairs, arena_printf(&batch->arena, "%s=%s",
						      of->name, value));
}

void give_lines(struct batch *batch, struct batch_command *command,
		       const struct kind_field *of, const char *value)
{
	const char *end;
	size_t n;

	do {
		value += strspn(value, " ");
		end = strchr(value, '\n');
		n = end ? (size_t)(end - value) : strlen(value);
		while (n && value[n - 1] == ' ')
			n--;
		if (n)
			give_field(batch, command, of, arena_strndup(
				   &batch->arena, value, n));
		value = end ? end + 1 : value;
	} while (end);
}
