/* event_filter.c: see event_filter.h. */
#include "action/undo/event_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"
#include "store/store.h"

enum { PAGE = 512, DAY_TEXT = 10 /* 2026-11-01 */ };
#define DAY (INT64_C(86400) * 1000000)

/* ---- times ------------------------------------------------------------------------- */

static bool revision(const char *text, int64_t *out)
{
	char *end;
	long long n = strtoll(text, &end, 10);

	if (*text < '0' || *text > '9' || *end)
		return false;
	*out = n;
	return true;
}

bool event_since(const char *text, struct event_filter *out)
{
	return revision(text, &out->first) || clock_parse(text, &out->from);
}

bool event_until(const char *text, struct event_filter *out)
{
	if (revision(text, &out->last))
		return true;
	if (!clock_parse(text, &out->to))
		return false;
	if (strlen(text) == DAY_TEXT)
		out->to += DAY - 1;
	return true;
}

static bool time_of(const char *name, const char *text, struct event_filter *out,
		    struct error *err)
{
	if (!text || (*name == 's' ? event_since : event_until)(text, out))
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%s cannot be \"%.60s\"", name, text);
	error_field(err, "%s", name);
	return error_remedy(err, "a day (2026-11-01), a time (2026-11-01T09:00:00Z) or a "
			    "revision (120)");
}

/* ---- what it is about ---------------------------------------------------------------- */

bool event_thing(const struct app *app, const char *text, const char **id)
{
	const struct seen *seen = app_seen(app);
	struct error err;
	uint32_t n;

	*id = text;
	if (app_find_project(app, text, &n, &err))
		*id = seen_project(seen, n)->id;
	else if (app_find_user(app, text, &n, &err))
		*id = seen_user(seen, n)->id;
	else if (app_find_group(app, text, &n, &err))
		*id = seen_group(seen, n)->id;
	else if (app_find_asset(app, NULL, text, &n, &err))
		*id = seen_asset(seen, n)->id;
	else
		return false;
	return true;
}

bool event_concerns(const struct event *event, const char *id)
{
	const char *at = event->targets ? event->targets : "";
	size_t n = strlen(id), len;
	const char *found;

	for (; *at; at += len + (at[len] == ',')) {
		len = strcspn(at, ",");
		if (len == n && memcmp(at, id, n) == 0)
			return true;
	}
	found = event->edits ? strstr(event->edits, id) : NULL;
	for (; found; found = strstr(found + 1, id))
		if (found > event->edits && found[-1] == '"' &&
		    found[n] == '"')
			return true;
	return false;
}

/* ---- by whom, and how ----------------------------------------------------------------- */

static bool is_called(const char *email, const char *who)
{
	size_t n;
	char *part;
	bool same;

	if (!email)
		return false;
	if (text_casecmp(email, who) == 0)
		return true;
	n = strcspn(email, "@");
	part = mem_strdup(email);
	part[n] = '\0';
	same = text_casecmp(part, who) == 0;
	free(part);
	return same;
}

bool event_by(const struct event *event, const char *who)
{
	return is_called(event->actor, who) || is_called(event->acting_as, who) ||
		(event->login && strcmp(event->login, who) == 0);
}

bool event_verb(const struct event *event, const char *words)
{
	const char *verb = event->verb, *at = strstr(verb, words);
	size_t n = strlen(words);

	for (; n && at; at = strstr(at + 1, words))
		if ((at == verb || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

bool event_passes(const struct event_filter *filter, const struct event *event)
{
	return event->seq >= filter->first && event->seq <= filter->last &&
		event->time >= filter->from && event->time <= filter->to &&
		(!filter->by || event_by(event, filter->by)) &&
		(!filter->verb || event_verb(event, filter->verb)) &&
		(!filter->thing || event_concerns(event, filter->thing));
}

/* ---- all of it ------------------------------------------------------------------------- */

/* By id or e-mail, as people are named everywhere; else as it stands: who is gone, an
 * operator, a login. */
static const char *person(const struct app *app, const char *text)
{
	struct error err;
	uint32_t n;

	return text && app_find_user(app, text, &n, &err) ?
		seen_user(app_seen(app), n)->email : text;
}

bool event_filter_of(const struct action *self, const struct app *app,
		     const struct args *args, struct event_filter *out,
		     struct error *err)
{
	const char *thing = arg_text(self, args, "thing");

	*out = (struct event_filter){ .to = INT64_MAX, .last = INT64_MAX };
	out->by = person(app, arg_text(self, args, "by"));
	out->verb = arg_text(self, args, "verb");
	if (thing)
		(void)event_thing(app, thing, &out->thing);
	return time_of("since", arg_text(self, args, "since"), out, err) &&
		time_of("until", arg_text(self, args, "until"), out, err);
}

static struct event kept(const struct event *event, struct arena *arena)
{
	struct event copy = *event;
	const char **texts[] = { &copy.op_id, &copy.actor, &copy.acting_as, &copy.login,
		&copy.client, &copy.tty, &copy.verb, &copy.targets, &copy.summary,
		&copy.edits, &copy.reason, &copy.hash, &copy.prev };

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (*texts[i])
			*texts[i] = arena_strdup(arena, *texts[i]);
	return copy;
}

bool event_filter_read(const struct app *app, const struct event_filter *filter,
		       int64_t before, size_t limit, struct arena *arena,
		       struct event **out, size_t *n, bool *more, struct error *err)
{
	struct arena page = { 0 };
	struct event *events = NULL, *all = NULL;
	size_t cap = 0, got = 0, i;
	bool older = true, good = true;

	if (filter->last < INT64_MAX && (!before || before > filter->last + 1))
		before = filter->last + 1;
	*n = 0;
	*more = false;
	while (good && older && !*more) {
		arena_release(&page);
		good = store_events(app->store, before, PAGE, &page, &events, &got, &older,
				    err);
		for (i = 0; good && i < got && !*more; i++) {
			before = events[i].seq;
			older = older && before > filter->first;
			if (!event_passes(filter, &events[i]))
				continue;
			if (limit && *n == limit) {
				*more = true;
				break;
			}
			all = mem_grow(all, *n, &cap, sizeof(*all));
			all[(*n)++] = kept(&events[i], arena);
		}
	}
	arena_release(&page);
	*out = arena_array(arena, *n + 1, sizeof(**out));
	if (*n)
		memcpy(*out, all, *n * sizeof(*all));
	free(all);
	return good;
}
