/* ask_say.c: the lines of an answer. */
#include "access/words.h"
#include "action/ask/ask_answer_priv.h"

void ask_say(struct asking *a, const char *fmt, ...)
{
	va_list list;

	if (a->out->n == ASK_LINES)
		return;
	va_start(list, fmt);
	a->out->line[a->out->n++] = arena_vprintf(&a->out->arena, fmt, list);
	va_end(list);
}

void ask_opens(struct asking *a, enum ask_opens opens, uint32_t thing)
{
	a->out->opens = opens;
	a->out->thing = thing;
}

const char *ask_deed(const struct asking *a, const char *title)
{
	static const char *const deeds[LEVELS] = {
		[LEVEL_NONE] = "open", [LEVEL_APP_ONLY] = "use the app of",
		[LEVEL_CAN_VIEW] = "view", [LEVEL_CAN_EDIT] = "edit",
		[LEVEL_FULL_ACCESS] = "do everything with",
	};

	if (a->ask->can != ASK_NO_CAN)
		return arena_printf(&a->out->arena, "%s %s",
				    can_label((enum can)a->ask->can), title);
	return arena_printf(&a->out->arena, "%s %s", deeds[a->ask->level], title);
}
