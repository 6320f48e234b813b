/* diff_ties.c: what ties things together, compared: members, access, grants,
 * imports.  A tie is named by the ids of both ends. */
#include "action/workspace/diff_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/kind.h"

/* The other end, and how it is tied: NULL is not at all. */
struct tie {
	const char *id, *name, *what;
	const char *before, *after;
};

struct ties {
	struct facts_diff *diff;
	enum diff_kind kind;
	struct tie *v;
	size_t n, cap;
};

static void add(struct ties *ties, const char *id, const char *name,
		const char *what, bool after, const char *how)
{
	ties->v = mem_grow(ties->v, ties->n, &ties->cap, sizeof(*ties->v));
	ties->v[ties->n++] = (struct tie){ id, name, what, after ? NULL : how,
					   after ? how : NULL };
}

/* Users before groups, then ids; the side before first. */
static int in_order(const void *a, const void *b)
{
	const struct tie *x = a, *y = b;
	int order = strcmp(y->what, x->what);

	if (order == 0)
		order = strcmp(x->id, y->id);
	return order ? order : (y->before != NULL) - (x->before != NULL);
}

static bool same_end(const struct tie *a, const struct tie *b)
{
	return strcmp(a->what, b->what) == 0 && strcmp(a->id, b->id) == 0;
}

static void tell(struct ties *ties, const struct tie *tie, const char *id,
		 const char *name)
{
	enum diff_how how = !tie->before ? DIFF_ADD :
		!tie->after ? DIFF_REMOVE : DIFF_CHANGE;
	struct diff_row *row;

	if (diff_same(tie->before, tie->after))
		return;
	row = diff_add(ties->diff, ties->kind, how, id, name);
	row->field = tie->id;
	row->other = tie->name;
	row->what = tie->what;
	row->before = tie->before;
	row->after = tie->after;
	ties->diff->count[ties->kind][how]++;
}

/* Rows of what differs at the thing with this id and name; forgets the ties. */
static void settle(struct ties *ties, const char *id, const char *name)
{
	if (ties->n > 1)
		qsort(ties->v, ties->n, sizeof(*ties->v), in_order);
	for (size_t i = 0; i < ties->n; i++) {
		struct tie one = ties->v[i];

		if (i + 1 < ties->n && same_end(&one, &ties->v[i + 1])) {
			one.after = ties->v[++i].after;
			one.name = ties->v[i].name;
		}
		tell(ties, &one, id, name);
	}
	ties->n = 0;
}

static void put_users(struct ties *ties, const struct facts *facts, uint32_t group,
		      bool after)
{
	const struct numbers *set = &facts->groups[group].members;

	for (uint32_t i = 0; i < set->n; i++) {
		uint32_t user = set->v[i];

		if (!facts->users[user].gone)
			add(ties, facts->users[user].id,
			    facts_user_name(facts, user), "user", after,
			    "member");
	}
}

static void put_access(struct ties *ties, const struct facts *facts, uint32_t number,
		       bool after)
{
	const struct fact_asset *asset = &facts->assets[number];

	for (size_t i = 0; i < BUILTINS; i++)
		if (asset->builtin & builtin_all[i])
			add(ties, builtin_code(builtin_all[i]),
			    builtin_label(builtin_all[i]),
			    "group", after, "access");
	for (uint32_t i = 0; i < asset->groups.n; i++) {
		const struct fact_group *group =
			&facts->groups[asset->groups.v[i]];

		if (!group->gone)
			add(ties, group->id, group->name, "group", after,
			    "access");
	}
}

static void put_grants(struct ties *ties, const struct facts *facts, uint32_t number,
		       bool after)
{
	const struct fact_project *project = &facts->projects[number];

	for (uint32_t i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];
		const char *how = level_code((enum level)grant->level);

		if (grant->group && !facts->groups[grant->who].gone)
			add(ties, facts->groups[grant->who].id,
			    facts->groups[grant->who].name, "group", after, how);
		else if (!grant->group && !facts->users[grant->who].gone)
			add(ties, facts->users[grant->who].id,
			    facts_user_name(facts, grant->who), "user", after,
			    how);
	}
}

static void put_imports(struct ties *ties, const struct facts *facts, uint32_t number,
			bool after)
{
	const struct fact_project *project = &facts->projects[number];

	for (uint32_t i = 0; i < project->assets.n; i++) {
		const struct fact_asset *asset =
			&facts->assets[project->assets.v[i]];

		if (!asset->gone)
			add(ties, asset->id, asset->name, "asset", after,
			    "import");
	}
}

/* The ties of each thing as they were and are; named as it is now, or was last. */
static void each(struct facts_diff *diff, enum diff_kind kind,
		 const struct diff_things *things,
		 const char *(*name)(const struct facts *facts, uint32_t number),
		 void (*put)(struct ties *ties, const struct facts *facts,
			     uint32_t number, bool after))
{
	struct ties ties = { .diff = diff, .kind = kind };

	for (uint32_t i = 0; i < things->n; i++) {
		const struct diff_thing *one = &things->v[i];

		if (one->before != NOBODY)
			put(&ties, diff->before, one->before, false);
		if (one->after != NOBODY)
			put(&ties, diff->after, one->after, true);
		settle(&ties, one->id, one->after != NOBODY ?
		       name(diff->after, one->after) :
		       name(diff->before, one->before));
	}
	free(ties.v);
}

static const char *group_name(const struct facts *facts, uint32_t group)
{
	return facts->groups[group].name;
}

static const char *asset_name(const struct facts *facts, uint32_t asset)
{
	return facts->assets[asset].name;
}

static const char *project_title(const struct facts *facts, uint32_t project)
{
	return facts->projects[project].title;
}

void diff_members(struct facts_diff *diff)
{
	each(diff, DIFF_MEMBERS, &diff->groups, group_name, put_users);
}

void diff_access(struct facts_diff *diff)
{
	each(diff, DIFF_ACCESS, &diff->assets, asset_name, put_access);
}

void diff_grants(struct facts_diff *diff)
{
	each(diff, DIFF_GRANTS, &diff->projects, project_title, put_grants);
}

void diff_imports(struct facts_diff *diff)
{
	each(diff, DIFF_IMPORTS, &diff->projects, project_title, put_imports);
}
