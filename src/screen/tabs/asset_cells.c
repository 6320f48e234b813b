/* asset_cells.c: see asset_cells.h. */
#include "screen/tabs/asset_cells.h"

#include <stdio.h>
#include <string.h>

#include "access/words.h"
#include "base/text.h"
#include "model/kind.h"
#include "model/kind_said.h"

void cell_badge(const struct screen *screen, const struct check_badge *badge,
		struct buf *out)
{
	size_t n = strcspn(badge->word, ":");
	bool whole = !screen->cell_cols || (int)text_width(badge->word) <= screen->cell_cols;

	buf_add(out, badge->word, whole ? strlen(badge->word) : n);
}

static void add_status(const struct screen *screen, uint32_t n, struct arena *arena,
		       struct buf *out, unsigned *style)
{
	const struct app *app = screen->app;
	const struct fact_asset *asset = seen_asset(app_seen(app), n);
	const char *status = app_asset_status(app, asset);
	const struct kind_said *said = kind_at(asset->kind)->said;
	struct check_badge badge;

	if (check_badge(app, (struct check_subject){ OF_ASSET, n }, arena, &badge)) {
		cell_badge(screen, &badge, out);
		*style |= badge.bad ? STYLE_RED : 0;
		return;
	}
	buf_adds(out, said && said->unverified && strcmp(status, "untested") == 0 ?
		 "unverified" : status);
	if (strcmp(status, "error") == 0)
		*style |= STYLE_RED;
}

/* "maya", of her address: the page has all of it. */
static void add_maker(const char *by, struct buf *out)
{
	buf_add(out, *by ? by : "-", *by ? strcspn(by, "@") : 1);
}

/* What it is in a word, where its kind says so. */
static void add_detail(const struct fact_asset *asset, const char *none,
		       struct arena *arena, struct buf *out)
{
	const struct asset_kind *kind = kind_at(asset->kind);
	const char *text = kind->detail ? kind->detail(asset->config, arena) : "";

	buf_adds(out, *text ? text : none);
}

void asset_cell(struct screen *screen, uint32_t n, enum asset_cell what,
		struct buf *out, unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_asset *asset = seen_asset(seen, n);
	const struct counts *counts;
	struct arena arena = { 0 };

	if (what >= ASSET_OF_ADMINS && sees_asset(seen, n) != SIGHT_ALL)
		return;
	switch (what) {
	case ASSET_NAME:
		buf_adds(out, seen_asset_label(seen, n));
		break;
	case ASSET_TYPE:
		buf_adds(out, thing_type_label(asset));
		break;
	case ASSET_DEFAULT:
		if (seen_workspace(seen).default_asset == n) {
			buf_adds(out, "default");
			*style |= STYLE_BOLD;
		}
		break;
	case ASSET_VALUE:
		buf_adds(out, "********");
		break;
	case ASSET_GROUPS:
		buf_adds(out, access_shared_with(seen, n, &arena));
		break;
	case ASSET_USAGE:
		buf_printf(out, "%u", seen_count_uses(seen, n));
		break;
	case ASSET_STATUS:
		add_status(screen, n, &arena, out, style);
		break;
	case ASSET_DETAIL:
	case ASSET_AUTH:
		add_detail(asset, what == ASSET_AUTH ? "-" : "", &arena, out);
		break;
	case ASSET_SEEN_BY:
		counts = counts_seers_soon(&screen->counting, n);
		if (counts)
			buf_printf(out, "%u", counts->hold_edit);
		break;
	case ASSET_REFRESHED:
	case ASSET_UPDATED:
		cell_time(what == ASSET_UPDATED ? asset->updated :
			  asset->refreshed, out);
		break;
	case ASSET_CREATED:
		cell_time(asset->created, out);
		break;
	case ASSET_CREATED_BY:
		add_maker(asset->created_by, out);
		break;
	default:
		add_maker(asset->updated_by, out);
	}
	arena_release(&arena);
}

bool asset_number(struct screen *screen, uint32_t asset, enum asset_cell what,
		  int64_t *out)
{
	const struct seen *seen = app_seen(screen->app);
	const struct counts *counts;

	switch (what) {
	case ASSET_USAGE:
		*out = seen_count_uses(seen, asset);
		return true;
	case ASSET_SEEN_BY:
		counts = counts_seers_soon(&screen->counting, asset);
		*out = counts ? (int64_t)counts->hold_edit : COUNTED_LATER;
		return true;
	case ASSET_UPDATED:
		*out = seen_asset(seen, asset)->updated;
		return true;
	case ASSET_REFRESHED:
		*out = seen_asset(seen, asset)->refreshed;
		return true;
	case ASSET_CREATED:
		*out = seen_asset(seen, asset)->created;
		return true;
	default:
		return false;
	}
}

const char *asset_create(size_t kind)
{
	static char name[64];
	const char *verb = kind_at(kind)->words[KIND_CREATE].verb;

	snprintf(name, sizeof(name), "%s %s", kind_at(kind)->noun,
		 verb ? verb : "create");
	return name;
}
