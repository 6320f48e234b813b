/* value_goes.c: see value_goes.h. */
#include "action/core/value_goes.h"

#include <string.h>

#include "model/config.h"
#include "store/image/config_then.h"

const char *value_to_text(const struct value_to *to, struct arena *arena)
{
	return config_origin(to->fields, to->type, to->config, arena);
}

/* By the place alone; the way is what it was then.  NULL: nobody can tell. */
static const char *of_then(const struct app *app, const struct value_note *note,
			   const struct value_to *to, struct arena *arena)
{
	const struct vault_value_row row = { .kind = note->kind, .project = note->project,
		.thing = note->thing, .field = note->field, .set_at = note->set_at };
	struct error ignored;
	const char *config;

	if (!app->store || !store_config_then(app->store, &row, arena, &config, &ignored) ||
	    !config)
		return NULL;
	return config_origin(to->fields, to->type, config, arena);
}

const char *value_given_for(const struct app *app, const struct value_note *note,
			    const struct value_to *to, struct arena *arena)
{
	const char *now = value_to_text(to, arena), *then;

	if (strcmp(note->origin, now) == 0)
		return NULL;
	if (strcmp(note->origin, config_place(to->fields, to->type, to->config, arena)) != 0)
		return *note->origin ? note->origin : "nowhere";
	then = of_then(app, note, to, arena);
	if (then && strcmp(then, now) == 0)
		return NULL;
	return then ? then : arena_printf(arena, "%s, by a way that is not known",
					  note->origin);
}
