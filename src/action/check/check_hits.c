/* check_hits.c: see check_hits.h. */
#include "action/check/check_hits.h"

#include <stdlib.h>

#include "access/rights.h"
#include "base/mem.h"

void check_hits(const struct app *app, uint32_t asset, struct check *check)
{
	const struct seen *seen = app_seen(app);
	const struct numbers *projects = seen_importing(seen, asset);
	uint32_t u, i, n = seen_n_users(seen);
	struct verdict *verdicts = mem_array(n + 1, sizeof(*verdicts));
	bool *hit = mem_array(n + 1, sizeof(*hit));

	check->projects = seen_count_uses(seen, asset);
	check->people = 0;
	for (i = 0; i < projects->n; i++) {
		if (!sees_project(seen, projects->v[i]))
			continue;
		access_of_project(seen_judged(seen), projects->v[i], verdicts);
		for (u = 0; u < n; u++)
			hit[u] = hit[u] || (sees_user(seen, u) && seen_user(seen, u)->active &&
					    level_opens((enum level)verdicts[u].effective));
	}
	for (u = 0; u < n; u++)
		check->people += hit[u];
	free(hit);
	free(verdicts);
}
