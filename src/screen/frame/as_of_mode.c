/* as_of_mode.c: see as_of_mode.h. */
#include "screen/frame/as_of_mode.h"

#include <stdio.h>

#include "action/undo/as_of_facts.h"
#include "base/text.h"
#include "screen/frame/request.h"

bool as_of_mode_on(const struct screen *screen)
{
	return as_of_on(screen->app);
}

void as_of_mode_to(struct screen *screen, int64_t seq)
{
	struct error err;
	char when[24];
	bool good;

	snprintf(when, sizeof(when), "%lld", (long long)seq);
	error_clear(&err);
	good = as_of_begin(screen->app, when, &err);
	screen_aged(screen);
	if (good) {
		pages_to_base(screen->pages);
		pages_toast(screen->pages, "This is what event %lld left. It only "
			    "reads; Esc comes back to now.", (long long)seq);
		return;
	}
	request_toast(screen, "", &err);
}

bool as_of_mode_end(struct screen *screen)
{
	if (!as_of_mode_on(screen))
		return false;
	as_of_end(screen->app);
	screen_aged(screen);
	pages_toast(screen->pages, "Back to now, revision %lld.",
		    (long long)seen_workspace(app_seen(screen->app)).revision);
	return true;
}

bool as_of_mode_refuses(struct screen *screen)
{
	if (!as_of_mode_on(screen))
		return false;
	pages_toast(screen->pages, "The past only reads. Esc comes back to now.");
	return true;
}

void as_of_mode_words(const struct screen *screen, int cols, struct buf *out)
{
	static const char *const more[] = {
		"   read only   Esc back to now", "  read only  Esc back",
		" read only", ""
	};
	struct arena arena = { 0 };
	const char *label = as_of_label(screen->app, &arena);
	int width = (int)text_width(label) + 7;
	size_t i = 0;

	while (i + 1 < COUNT_OF(more) &&
	       width + (int)text_width(more[i]) > cols)
		i++;
	buf_printf(out, " AS OF %s%s", label, more[i]);
	arena_release(&arena);
}
