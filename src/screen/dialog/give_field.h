/* give_field.h: the value of a field as an argument of a command. */
#ifndef SCREEN_DIALOG_GIVE_FIELD_H
#define SCREEN_DIALOG_GIVE_FIELD_H

#include "action/core/batch.h"
#include "model/kind.h"

/* As an option of its own, where the action has one called so, else KEY=VALUE. */
void give_field(struct batch *batch, struct batch_command *command,
		const struct kind_field *of, const char *value);
/* ... of several lines, without those that are blank. */
void give_lines(struct batch *batch, struct batch_command *command,
		const struct kind_field *of, const char *value);

#endif
