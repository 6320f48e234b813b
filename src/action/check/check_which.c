/* check_which.c: see check_which.h. */
#include "action/check/check_which.h"

#include <stdlib.h>
#include <string.h>

#include "model/kind.h"

static const char *named(const struct check_wish *wish)
{
	return wish->action->params[0].name;
}

static bool given(const struct check_wish *wish, const char *name)
{
	return arg_count(wish->action, wish->args, name) > 0;
}

static void take_all(struct check_wish *wish)
{
	const struct seen *seen = app_seen(wish->app);
	uint32_t a;
	size_t kind;

	if (!kind_find(wish->action->noun, &kind))
		return;
	wish->assets = arena_array(wish->arena, seen_n_assets(seen) + 1,
				   sizeof(*wish->assets));
	for (a = 0; a < seen_n_assets(seen); a++)
		if (sees_asset(seen, a) != SIGHT_NOTHING &&
		    seen_asset(seen, a)->kind == kind)
			wish->assets[wish->n++] = a;
}

static bool take_named(struct check_wish *wish, struct error *err)
{
	size_t i, k, n = arg_count(wish->action, wish->args, named(wish));
	uint32_t asset;

	wish->assets = arena_array(wish->arena, n + 1, sizeof(*wish->assets));
	for (i = 0; i < n; i++) {
		if (!app_find_asset(wish->app, wish->action->noun,
				    arg_at(wish->action, wish->args, named(wish), i),
				    &asset, err))
			return false;
		for (k = 0; k < wish->n && wish->assets[k] != asset; k++)
			;
		if (k == wish->n)
			wish->assets[wish->n++] = asset;
	}
	return true;
}

static bool seconds(struct check_wish *wish, struct error *err)
{
	const char *text = arg_text(wish->action, wish->args, "timeout");
	long n = text ? strtol(text, NULL, 10) : CHECKING_SECONDS;

	wish->ms = (int64_t)n * 1000;
	if (n >= 1 && n <= CHECKING_MOST)
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", "a check takes 1 to %d seconds",
		  CHECKING_MOST);
	return error_field(err, "timeout");
}

static void before(struct check_wish *wish)
{
	const struct seen *seen = app_seen(wish->app);
	const struct check_note *note;
	size_t i;

	wish->was_good = arena_array(wish->arena, wish->n + 1, sizeof(*wish->was_good));
	for (i = 0; i < wish->n; i++) {
		const struct fact_asset *asset = seen_asset(seen, wish->assets[i]);

		note = app_check(wish->app, kind_at(asset->kind)->code, asset->id);
		wish->was_good[i] = note && (strcmp(note->status, "ok") == 0 ||
					     strcmp(note->status, "warn") == 0);
	}
}

bool check_which(struct check_wish *wish, struct error *err)
{
	wish->n = 0;
	wish->all = given(wish, "all");
	if (wish->all == given(wish, named(wish))) {
		error_set(err, ERROR_INVALID, "VALUE_MISSING", wish->all ?
			  "names and --all together say two things" :
			  "nothing is named to be checked");
		error_field(err, "%s", named(wish));
		return error_remedy(err, "name them, or say --all");
	}
	if (!seconds(wish, err) || (!wish->all && !take_named(wish, err)))
		return false;
	if (wish->all)
		take_all(wish);
	before(wish);
	return true;
}

bool check_may(const struct check_wish *wish, struct error *err)
{
	if (wish->app->what_if) {
		error_set(err, ERROR_CONFLICT, "WHAT_IF",
			  "nothing is checked in what-if: it is not so");
		return error_remedy(err, "save it, or leave what-if");
	}
	if (wish->app->acting_as == NOBODY ||
	    !checking_needs_vault(wish->app, wish->assets, wish->n))
		return true;
	error_set(err, ERROR_DENIED, "ACTING_AS", "the vault is never used as somebody else");
	return error_remedy(err, "act as yourself");
}
