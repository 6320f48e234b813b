/* fix_choice.c: see fix_choice.h. */
#include "screen/panel/fix_choice.h"

#include "screen/frame/keymap.h"
#include "screen/frame/request.h"

bool fix_choice_ask(struct screen *screen, const struct detail *detail)
{
	size_t n = detail ? detail->fixes.runnable : 0;

	if (detail && detail->waits) {
		pages_toast(screen->pages, "The fixes are being counted: %s again "
			    "in a moment.", key_said(CMD_FIX));
		return false;
	}
	if (!n) {
		screen_refuse(screen, "%s", detail && detail->fixes.n ?
			      "None of it is yours to do: the list says whom to "
			      "ask." :
			      "Nothing to fix here: no change is needed or none "
			      "would do.");
		return false;
	}
	pages_toast(screen->pages, "Fix: %s%zu chooses; you see what it "
		    "does before you say yes. Esc back.", n > 1 ? "1 to " : "",
		    n > 9 ? 9 : n);
	return true;
}

/* All its steps are one change, which the question before it shows. */
void fix_choice_take(struct screen *screen, const struct detail *detail,
		     int number)
{
	const char *const *word;
	struct arena arena = { 0 };
	size_t n;

	if (!detail || number < 1 || (size_t)number > detail->fixes.runnable) {
		screen_refuse(screen, "There is no fix %d.", number);
		return;
	}
	word = fix_words(seen_judged(app_seen(screen->app)), &detail->fixes,
			 &detail->fixes.v[number - 1], true, &arena, &n);
	screen->pages->toast[0] = '\0';
	request_go(screen, word, n);
	arena_release(&arena);
}
