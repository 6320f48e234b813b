/* secret_field.h: secret fields in a form: masked, never filled with what there is; what
 * is typed goes to the vault (dialog_save.c). */
#ifndef SCREEN_DIALOG_SECRET_FIELD_H
#define SCREEN_DIALOG_SECRET_FIELD_H

#include "action/core/batch.h"
#include "model/kind.h"
#include "ui/form.h"
#include "ui/page.h"

#define SECRET_HELP "Kept sealed in the vault, and never shown here. What is typed takes the " \
	"place of the value there is."

/* Is there a value?  Never how long.  code, thing: whose; thing NULL: a new one. */
const char *secret_field_word(const struct app *app, const char *code, const char *thing,
			      const char *field);
/* What was typed, by the name under which it is kept when it is saved. */
void secret_field_give(struct batch *batch, struct batch_command *command,
		       const struct kind_field *of, const struct field *field);

#endif
