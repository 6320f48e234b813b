/* check_hits.c: see check_hits.h. */
#include "action/check/check_hits.h"

#include <stdlib.h>

#include "access/rights.h"
#include "action/judge/providers.h"
#include "base/mem.h"

/* What of it projects import: itself, or the i-th of the provider's packages. */
static uint32_t imported(const struct app *app, struct check_subject subject, size_t i,
			 struct arena *arena)
{
	if (subject.whose != OF_PROVIDER)
		return i ? NOBODY : subject.n;
	return provider_package(seen_judged(app_seen(app)), check_about(app, subject).id, i,
				arena);
}

static void mark(const struct seen *seen, uint32_t asset, bool *hit)
{
	const struct numbers *projects = seen_importing(seen, asset);
	uint32_t i;

	for (i = 0; i < projects->n; i++)
		if (sees_project(seen, projects->v[i]))
			hit[projects->v[i]] = true;
}

void check_hits(const struct app *app, struct check_subject subject, struct check *check)
{
	const struct seen *seen = app_seen(app);
	uint32_t u, p, asset, n = seen_n_users(seen), projects = seen_n_projects(seen);
	struct verdict *verdicts = mem_array(n + 1, sizeof(*verdicts));
	bool *hit = mem_array(n + 1, sizeof(*hit));
	bool *uses = mem_array(projects + 1, sizeof(*uses));
	struct arena arena = { 0 };
	size_t i;

	for (i = 0; (asset = imported(app, subject, i, &arena)) != NOBODY; i++)
		mark(seen, asset, uses);
	check->projects = check->people = 0;
	for (p = 0; p < projects; p++) {
		if (!uses[p])
			continue;
		check->projects++;
		access_of_project(seen_judged(seen), p, verdicts);
		for (u = 0; u < n; u++)
			hit[u] = hit[u] || (sees_user(seen, u) && seen_user(seen, u)->active &&
					    level_opens((enum level)verdicts[u].effective));
	}
	for (u = 0; u < n; u++)
		check->people += hit[u];
	arena_release(&arena);
	free(uses);
	free(hit);
	free(verdicts);
}
