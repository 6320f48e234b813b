/* tab.c: the tabs there are, and cells that several of them show. */
#include "screen/tabs/tab.h"

#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "model/config.h"
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

void cell_shared_with(struct screen *screen, uint32_t asset, struct buf *out)
{
	struct arena arena = { 0 };

	if (sees_asset(app_seen(screen->app), asset) == SIGHT_ALL)
		buf_adds(out, access_shared_with(app_seen(screen->app), asset,
						 &arena));
	arena_release(&arena);
}

uint32_t asset_usage(const struct seen *seen, uint32_t asset)
{
	const struct numbers *used = &seen_asset(seen, asset)->projects;
	uint32_t i, n = 0;

	for (i = 0; i < used->n; i++)
		n += sees_project(seen, used->v[i]) != SIGHT_NOTHING;
	return n;
}

void cell_usage(struct screen *screen, uint32_t asset, struct buf *out)
{
	if (sees_asset(app_seen(screen->app), asset) == SIGHT_ALL)
		buf_printf(out, "%u", asset_usage(app_seen(screen->app), asset));
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

void cell_status(const struct fact_asset *asset, struct buf *out,
		 unsigned *style)
{
	buf_adds(out, asset->status);
	if (strcmp(asset->status, "error") == 0)
		*style |= STYLE_RED;
}

int compare_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

bool asset_config(const struct fact_asset *asset, const char *name,
		  struct buf *out)
{
	struct arena arena = { 0 };
	const char *text = config_get(asset->config, name, &arena);

	if (text)
		buf_adds(out, text);
	arena_release(&arena);
	return text != NULL;
}
