/* compare.c: see compare.h. */
#include "action/review/compare.h"

#include <stdlib.h>
#include <string.h>

#include "access/words.h"
#include "action/core/word_list.h"
#include "base/mem.h"

void compare_project(const struct seen *seen, const uint32_t users[2], uint32_t project,
		     struct arena *arena, struct compared *out)
{
	int i;

	out->project = project;
	for (i = 0; i < 2; i++)
		access_decide(seen_judged(seen), users[i], project, arena, &out->of[i]);
	out->differ = out->of[0].granted != out->of[1].granted ||
		out->of[0].effective != out->of[1].effective;
}

const char *compare_name(const struct seen *seen, uint32_t user, struct arena *arena)
{
	return word_user(arena, seen, user);
}

/* ---- why ----------------------------------------------------------------------------- */

static bool is_member(const struct seen *seen, uint32_t group, uint32_t user)
{
	return numbers_has(&seen_group(seen, group)->members, user);
}

/* What lifts the one above the other. */
static const char *lifts(const struct seen *seen, const struct answer *high,
			 const struct answer *low, struct arena *arena)
{
	const char *one = compare_name(seen, high->user, arena);
	const char *other = compare_name(seen, low->user, arena);
	const struct source *best = high->sources;

	if (best->owner)
		return arena_printf(arena, "%s owns it", one);
	switch (best->via) {
	case VIA_GROUP:
		return arena_printf(arena, is_member(seen, best->group, low->user) ?
				    "%s through %s, which does not reach %s" :
				    "%s through %s; %s is not in it", one,
				    word_group(arena, seen, best->group), other);
	case VIA_DIRECT:
		return arena_printf(arena, "%s by a grant of their own", one);
	case VIA_WORKSPACE:
		return arena_printf(arena, "the workspace share does not reach %s",
				    other);
	case VIA_PUBLIC:
		break;
	}
	return arena_printf(arena, "%s through the link", one);
}

static void join(const char **text, const char *more, struct arena *arena)
{
	*text = **text ? arena_printf(arena, "%s; %s", *text, more) : more;
}

const char *compare_why(const struct seen *seen, const struct compared *one,
			struct arena *arena)
{
	int high = one->of[1].granted > one->of[0].granted, i;
	const char *text = "";

	if (!one->differ)
		return text;
	if (one->of[0].granted != one->of[1].granted)
		text = lifts(seen, &one->of[high], &one->of[!high], arena);
	for (i = 0; i < 2; i++)
		if (one->of[i].effective < one->of[i].granted)
			join(&text, arena_printf(arena, "%s is held by %s",
				compare_name(seen, one->of[i].user, arena),
				access_why(seen, &one->of[i], arena)), arena);
	return text;
}

/* ---- where they differ ------------------------------------------------------------------- */

struct keyed { const char *key; uint32_t n; };

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	return strcmp(x->key, y->key);
}

static uint32_t *sorted(struct keyed *keyed, uint32_t n, struct arena *arena)
{
	uint32_t *list = arena_array(arena, n + 1u, sizeof(*list)), i;

	qsort(keyed, n, sizeof(*keyed), by_key);
	for (i = 0; i < n; i++)
		list[i] = keyed[i].n;
	free(keyed);
	return list;
}

uint32_t *compare_projects(const struct seen *seen, const uint32_t users[2], bool all,
			   struct arena *arena, uint32_t *n)
{
	uint32_t i, end = seen_n_projects(seen);
	struct keyed *keyed = mem_array(end + 1u, sizeof(*keyed));
	struct verdict *of[2];

	for (i = 0; i < 2; i++) {
		of[i] = mem_array(end + 1u, sizeof(**of));
		access_of_user(seen_judged(seen), users[i], of[i]);
	}
	*n = 0;
	for (i = 0; i < end; i++)
		if (sees_project(seen, i) &&
		    (all || of[0][i].granted != of[1][i].granted ||
		     of[0][i].effective != of[1][i].effective))
			keyed[(*n)++] = (struct keyed){ seen_project(seen, i)->id, i };
	free(of[0]);
	free(of[1]);
	return sorted(keyed, *n, arena);
}

uint32_t *compare_groups(const struct seen *seen, const uint32_t users[2], int side,
			 struct arena *arena, uint32_t *n)
{
	const struct numbers *groups = &seen_user(seen, users[side])->groups;
	struct keyed *keyed = mem_array(groups->n + 1u, sizeof(*keyed));
	uint32_t i, group;

	*n = 0;
	for (i = 0; i < groups->n; i++) {
		group = groups->v[i];
		if (sees_group(seen, group) && !is_member(seen, group, users[!side]))
			keyed[(*n)++] = (struct keyed){ seen_group(seen, group)->id,
							group };
	}
	return sorted(keyed, *n, arena);
}

/* ---- what the second would be given ------------------------------------------------------- */

static enum level direct(const struct seen *seen, uint32_t project, uint32_t user,
			 bool *owned)
{
	const struct fact_project *p = seen_project(seen, project);
	const struct fact_grant *grant;

	*owned = p->owner == user;
	if (*owned)
		return LEVEL_FULL_ACCESS;
	grant = facts_grant(seen_judged(seen), project, false, user);
	return grant ? (enum level)grant->level : LEVEL_NONE;
}

static void find_grants(const struct seen *seen, const uint32_t users[2],
			struct arena *arena, struct copy_steps *out)
{
	const struct numbers *projects = &seen_user(seen, users[0])->projects;
	struct keyed *keyed = mem_array(projects->n + 1u, sizeof(*keyed));
	struct copy_step step = { .kind = COPY_GRANT, .group = NOBODY };
	uint32_t i, n = 0, *list;
	bool owned;

	for (i = 0; i < projects->n; i++)
		if (sees_project(seen, projects->v[i]))
			keyed[n++] = (struct keyed){
				seen_project(seen, projects->v[i])->id,
				projects->v[i] };
	list = sorted(keyed, n, arena);
	for (i = 0; i < n; i++) {
		step.project = list[i];
		step.before = direct(seen, list[i], users[1], &owned);
		step.level = direct(seen, list[i], users[0], &step.owned);
		if (step.level <= step.before)
			continue;
		out->v[out->n++] = step;
		out->grants++;
	}
}

void copy_steps_find(const struct seen *seen, const uint32_t users[2], bool role,
		     struct arena *arena, struct copy_steps *out)
{
	const struct fact_user *from = seen_user(seen, users[0]);
	uint32_t n, i, *groups = compare_groups(seen, users, 0, arena, &n);

	*out = (struct copy_steps){ .n = 0 };
	out->v = arena_array(arena, n + from->projects.n + 2u, sizeof(*out->v));
	if (role && from->role != seen_user(seen, users[1])->role)
		out->v[out->n++] = (struct copy_step){
			.kind = COPY_ROLE, .group = NOBODY, .project = NOBODY,
			.role = from->role };
	for (i = 0; i < n; i++)
		out->v[out->n++] = (struct copy_step){
			.kind = COPY_GROUP, .group = groups[i], .project = NOBODY };
	out->groups = n;
	find_grants(seen, users, arena, out);
}

size_t copy_step_words(const struct seen *seen, const struct copy_step *step,
		       uint32_t user, struct arena *arena,
		       const char *words[COPY_WORDS])
{
	const char *who = arena_strdup(arena, seen_user(seen, user)->id);

	switch (step->kind) {
	case COPY_ROLE:
		memcpy(words, ((const char *[]){ "user", "role", who,
			       role_code(step->role) }), 4 * sizeof(*words));
		return 4;
	case COPY_GROUP:
		memcpy(words, ((const char *[]){ "group", "add", arena_strdup(arena,
			       seen_group(seen, step->group)->id), who }),
		       4 * sizeof(*words));
		return 4;
	case COPY_GRANT:
		break;
	}
	memcpy(words, ((const char *[]){ "project", "share", arena_strdup(arena,
		       seen_project(seen, step->project)->id), "--user", who,
		       "--level", level_code(step->level) }), 7 * sizeof(*words));
	return 7;
}

const char *copy_step_name(const struct seen *seen, const struct copy_step *step,
			   struct arena *arena)
{
	switch (step->kind) {
	case COPY_ROLE:
		return arena_printf(arena, "the role %s", role_label(step->role));
	case COPY_GROUP:
		return arena_printf(arena, "the group %s",
				    word_group(arena, seen, step->group));
	case COPY_GRANT:
		break;
	}
	return arena_printf(arena, "%s %s %s", level_label(step->level),
			    step->level == LEVEL_FULL_ACCESS ? "to" : "on",
			    word_project(arena, seen, step->project));
}
