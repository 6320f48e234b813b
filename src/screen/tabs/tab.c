/* tab.c: the tabs there are, and cells that several of them show. */
#include "screen/tabs/tab.h"

#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "model/kind.h"

void rows_add(struct rows *rows, enum thing_kind kind, uint32_t n)
{
	rows->v = mem_grow(rows->v, rows->n, &rows->cap, sizeof(*rows->v));
	rows->v[rows->n++] = (struct row){ kind, n };
}

void rows_assets(struct screen *screen, struct rows *rows, const char *home)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t a;

	for (a = 0; a < seen_n_assets(seen); a++)
		if (sees_asset(seen, a) &&
		    strcmp(kind_at(seen_asset(seen, a)->kind)->home, home) == 0)
			rows_add(rows, THING_ASSET, a);
}

void cell_time(int64_t time, struct buf *out)
{
	char text[CLOCK_TEXT];

	if (!time) {
		buf_adds(out, "never");
		return;
	}
	clock_local(time, text);
	buf_adds(out, text);
}
