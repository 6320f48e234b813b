/* findings.c: see findings.h. */
#include "action/review/findings_priv.h"

#include <stdlib.h>
#include <string.h>

#include "action/undo/as_of_facts.h"
#include "base/strmap.h"

/* ---- all of them -------------------------------------------------------------------------- */

static int in_order(const void *a, const void *b)
{
	const struct noted *x = a, *y = b;

	return x->kind != y->kind ? (x->kind > y->kind) - (x->kind < y->kind) :
		strcmp(x->id, y->id);
}

static void search_all(struct app *app, int64_t then, bool checks,
		       struct findings *out)
{
	struct search search = { .app = app, .seen = app_seen(app), .out = out,
				 .then = then };

	search.facts = seen_judged(search.seen);
	find_people(&search);
	find_namesakes(&search);
	find_projects(&search);
	find_assets(&search);
	find_groups(&search);
	if (checks)
		find_checks(&search);
	if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), in_order);
}

/* What was found then, and when that was; a look back that was on stays. */
static bool search_then(struct app *app, const char *since, struct findings *out,
			int64_t *time, struct error *err)
{
	bool was = as_of_on(app), good;
	struct arena arena = { 0 };
	const char *back = arena_printf(&arena, "%lld", (long long)as_of_revision(app));

	good = as_of_begin(app, since, err);
	if (good) {
		out->since = as_of_revision(app);
		out->since_label = as_of_label(app, &out->arena);
		*time = as_of_time(app);
		search_all(app, 0, false, out);
		as_of_end(app);
	}
	if (was)
		good = as_of_begin(app, back, err) && good;
	arena_release(&arena);
	return good;
}

static void compare(struct findings *out, const struct findings *then)
{
	struct strmap known = { 0 };
	uint32_t old;
	size_t i;

	strmap_reserve(&known, then->n);
	for (i = 0; i < then->n; i++)
		(void)strmap_add(&known, then->v[i].id, (uint32_t)i, &old);
	for (i = 0; i < out->n; i++) {
		if (out->v[i].kind != FIND_CHECK_FAILED)
			out->v[i].fresh = !strmap_get(&known, out->v[i].id, &old);
		out->n_fresh += out->v[i].fresh;
	}
	strmap_release(&known);
}

bool findings_find(struct app *app, const char *since, struct findings *out,
		   struct error *err)
{
	struct findings then = { .n = 0 };
	int64_t time = 0;
	bool good = true;

	*out = (struct findings){ .n = 0 };
	if (since)
		good = search_then(app, since, &then, &time, err);
	if (good)
		search_all(app, time, !as_of_on(app), out);
	if (good && since) {
		out->compared = true;
		out->since = then.since;
		out->since_label = arena_strdup(&out->arena, then.since_label);
		compare(out, &then);
	}
	findings_release(&then);
	return good;
}

void findings_release(struct findings *findings)
{
	free(findings->v);
	arena_release(&findings->arena);
	*findings = (struct findings){ .n = 0 };
}
