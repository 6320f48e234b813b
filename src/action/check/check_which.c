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

static bool of_providers(const struct check_wish *wish)
{
	return wish->action->params[0].type == PARAM_PROVIDER;
}

static void add(struct check_wish *wish, enum whose whose, uint32_t n)
{
	size_t k = 0;

	while (k < wish->n && wish->subjects[k].n != n)
		k++;
	if (k == wish->n)
		wish->subjects[wish->n++] = (struct check_subject){ whose, n };
}

static void take_all(struct check_wish *wish)
{
	const struct seen *seen = app_seen(wish->app);
	enum whose whose = of_providers(wish) ? OF_PROVIDER : OF_ASSET;
	uint32_t i, n = whose == OF_PROVIDER ? seen_n_records(seen, OF_PROVIDER) :
		seen_n_assets(seen);
	size_t kind = 0;

	if (whose == OF_ASSET && !kind_find(wish->action->noun, &kind))
		return;
	wish->subjects = arena_array(wish->arena, n + 1, sizeof(*wish->subjects));
	for (i = 0; i < n; i++)
		if (whose == OF_PROVIDER ? sees_record(seen, OF_PROVIDER, i) :
		    sees_asset(seen, i) != SIGHT_NOTHING && seen_asset(seen, i)->kind == kind)
			wish->subjects[wish->n++] = (struct check_subject){ whose, i };
}

static bool take_named(struct check_wish *wish, struct error *err)
{
	size_t i, n = arg_count(wish->action, wish->args, named(wish));
	const char *text;
	uint32_t number;

	wish->subjects = arena_array(wish->arena, n + 1, sizeof(*wish->subjects));
	for (i = 0; i < n; i++) {
		text = arg_at(wish->action, wish->args, named(wish), i);
		if (of_providers(wish) ?
		    !app_find_record(wish->app, OF_PROVIDER, text, &number, err) :
		    !app_find_asset(wish->app, wish->action->noun, text, &number, err))
			return false;
		add(wish, of_providers(wish) ? OF_PROVIDER : OF_ASSET, number);
	}
	return true;
}

bool check_seconds(struct check_wish *wish, struct error *err)
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
	const struct check_note *note;
	size_t i;

	wish->was_good = arena_array(wish->arena, wish->n + 1, sizeof(*wish->was_good));
	for (i = 0; i < wish->n; i++) {
		note = check_last(wish->app, wish->subjects[i]);
		wish->was_good[i] = note && (strcmp(note->status, "ok") == 0 ||
					     strcmp(note->status, "warn") == 0);
	}
}

bool check_which(struct check_wish *wish, struct error *err)
{
	wish->n = 0;
	wish->failed = given(wish, "failed");
	wish->all = given(wish, "all") || (wish->failed && !given(wish, named(wish)));
	if (given(wish, "since") && !wish->failed) {
		error_set(err, ERROR_INVALID, "VALUE_MISSING",
			  "--since is about what is kept of failures");
		error_field(err, "since");
		return error_remedy(err, "say --failed, too");
	}
	if (wish->all == given(wish, named(wish))) {
		error_set(err, ERROR_INVALID, "VALUE_MISSING", wish->all ?
			  "names and --all together say two things" :
			  "nothing is named to be checked");
		error_field(err, "%s", named(wish));
		return error_remedy(err, "name them, or say --all");
	}
	if (!check_seconds(wish, err) || (!wish->all && !take_named(wish, err)))
		return false;
	if (wish->all)
		take_all(wish);
	before(wish);
	return true;
}

bool check_may_now(const struct app *app, bool vault, struct error *err)
{
	if (app->what_if) {
		error_set(err, ERROR_CONFLICT, "WHAT_IF",
			  "nothing is checked in what-if: it is not so");
		return error_remedy(err, "save it, or leave what-if");
	}
	if (app->acting_as == NOBODY || !vault)
		return true;
	error_set(err, ERROR_DENIED, "ACTING_AS", "the vault is never used as somebody else");
	return error_remedy(err, "act as yourself");
}

bool check_may(const struct check_wish *wish, struct error *err)
{
	return check_may_now(wish->app, checking_needs_vault(wish->app, wish->subjects,
							     wish->n), err);
}
