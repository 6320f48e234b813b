/* facts_diff.c: workspaces compared thing by thing, by their ids. */
#include "action/facts_diff.h"

#include <stdlib.h>
#include <string.h>

#include "access/access.h"
#include "base/buf.h"
#include "base/mem.h"
#include "model/kind.h"

enum { SIGNATURE_LIMIT = 64 << 20 };

/* What a thing is, as text; equal texts: nothing changed. */
static void put(struct buf *out, const char *text)
{
	buf_adds(out, text ? text : "\001");
	buf_addc(out, '\n');
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Ids of a set in order of text, as the numbers of two facts differ. */
static void put_set(struct buf *out, const struct numbers *set,
		    const char *(*id)(const struct facts *facts, uint32_t i),
		    const struct facts *facts)
{
	const char **ids = mem_array(set->n + 1u, sizeof(*ids));
	uint32_t i, n = 0;

	for (i = 0; i < set->n; i++) {
		ids[n] = id(facts, set->v[i]);
		n += ids[n] != NULL;
	}
	qsort(ids, n, sizeof(*ids), by_text);
	for (i = 0; i < n; i++)
		put(out, ids[i]);
	buf_adds(out, ".\n");
	free(ids);
}

static const char *user_id(const struct facts *facts, uint32_t i)
{
	return facts->users[i].gone ? NULL : facts->users[i].id;
}

static const char *group_id(const struct facts *facts, uint32_t i)
{
	return facts->groups[i].gone ? NULL : facts->groups[i].id;
}

static const char *asset_id(const struct facts *facts, uint32_t i)
{
	return facts->assets[i].gone ? NULL : facts->assets[i].id;
}

static const char *project_id(const struct facts *facts, uint32_t i)
{
	return facts->projects[i].gone ? NULL : facts->projects[i].id;
}

static void sign_user(struct buf *out, const struct facts *facts, uint32_t i)
{
	const struct fact_user *user = &facts->users[i];

	put(out, user->email);
	put(out, user->name);
	put(out, user->login);
	put(out, role_code(user->role));
	put(out, user->active ? "on" : "off");
}

static void sign_group(struct buf *out, const struct facts *facts, uint32_t i)
{
	put(out, facts->groups[i].name);
	put_set(out, &facts->groups[i].members, user_id, facts);
}

static void sign_asset(struct buf *out, const struct facts *facts, uint32_t i)
{
	const struct fact_asset *asset = &facts->assets[i];

	put(out, kind_at(asset->kind)->code);
	put(out, asset->name);
	put(out, asset->type);
	put(out, asset->config);
	put(out, asset->description);
	put(out, asset->status);
	buf_printf(out, "%u\n", asset->builtin);
	put_set(out, &asset->groups, group_id, facts);
}

static void sign_grants(struct buf *out, const struct facts *facts,
			const struct fact_project *project)
{
	struct arena arena = { 0 };
	const char **lines = arena_array(&arena, project->n_grants + 1u,
					 sizeof(*lines));
	uint32_t i, n = 0;

	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];
		const char *id = grant->group ? group_id(facts, grant->who) :
			user_id(facts, grant->who);

		if (id)
			lines[n++] = arena_printf(&arena, "%c%s %d",
				grant->group ? 'g' : 'u', id, grant->level);
	}
	qsort(lines, n, sizeof(*lines), by_text);
	for (i = 0; i < n; i++)
		put(out, lines[i]);
	buf_adds(out, ".\n");
	arena_release(&arena);
}

static void sign_project(struct buf *out, const struct facts *facts, uint32_t i)
{
	const struct fact_project *project = &facts->projects[i];
	uint32_t j;

	put(out, project->title);
	put(out, project->description);
	put(out, project->status);
	put(out, project->categories);
	put(out, user_id(facts, project->owner));
	buf_printf(out, "%d %d %d %d\n", (int)project->state,
		   project->editors_may_share, project->workspace,
		   project->public_web);
	sign_grants(out, facts, project);
	put_set(out, &project->assets, asset_id, facts);
	for (j = 0; j < project->n_own; j++) {
		put(out, project->own[j].id);
		put(out, project->own[j].name);
		put(out, project->own[j].type);
		put(out, project->own[j].config);
	}
}

struct sort {
	uint32_t (*count)(const struct facts *facts);
	const char *(*id)(const struct facts *facts, uint32_t i);
	uint32_t (*find)(const struct facts *facts, const char *id);
	void (*sign)(struct buf *out, const struct facts *facts, uint32_t i);
};

static uint32_t n_users(const struct facts *facts)
{
	return facts->n_users;
}

static uint32_t n_groups(const struct facts *facts)
{
	return facts->n_groups;
}

static uint32_t n_assets(const struct facts *facts)
{
	return facts->n_assets;
}

static uint32_t n_projects(const struct facts *facts)
{
	return facts->n_projects;
}

static const struct sort sorts[DIFF_KINDS] = {
	{ n_users, user_id, facts_user, sign_user },
	{ n_groups, group_id, facts_group, sign_group },
	{ n_assets, asset_id, facts_asset, sign_asset },
	{ n_projects, project_id, facts_project, sign_project },
};

static void compare(const struct sort *sort, const struct facts *before,
		    const struct facts *after, struct diff_count *out)
{
	struct buf a, b;
	uint32_t i;

	buf_init(&a, SIGNATURE_LIMIT);
	buf_init(&b, SIGNATURE_LIMIT);
	for (i = 0; i < sort->count(before); i++) {
		const char *id = sort->id(before, i);
		uint32_t other = id ? sort->find(after, id) : NOBODY;

		if (!id)
			continue;
		if (other == NOBODY) {
			out->removed++;
			continue;
		}
		buf_reset(&a);
		buf_reset(&b);
		sort->sign(&a, before, i);
		sort->sign(&b, after, other);
		out->changed += a.len != b.len ||
			memcmp(buf_text(&a), buf_text(&b), a.len) != 0;
	}
	for (i = 0; i < sort->count(after); i++)
		out->added += sort->id(after, i) &&
			sort->find(before, sort->id(after, i)) == NOBODY;
	buf_release(&a);
	buf_release(&b);
}

static void sign_workspace(struct buf *out, const struct facts *facts)
{
	uint32_t i;

	put(out, facts->name);
	buf_printf(out, "%d %d %d %d %d\n", (int)facts->plan,
		   facts->share_to_web, facts->api_access,
		   facts->show_secret_values, facts->token_max_days);
	put(out, facts->default_asset == NOBODY ? NULL :
	    asset_id(facts, facts->default_asset));
	for (i = 0; i < facts->n_providers; i++) {
		put(out, facts->providers[i].id);
		put(out, facts->providers[i].type);
		put(out, facts->providers[i].name);
		put(out, facts->providers[i].config);
	}
}

/* One project: levels before and after, by user id. */
static void compare_levels(const struct facts *before,
			   const struct facts *after, uint32_t old,
			   uint32_t now, struct verdict *a, struct verdict *b,
			   struct facts_diff *out)
{
	uint32_t i, other;

	if (old != NOBODY)
		access_of_project(before, old, a);
	if (now != NOBODY)
		access_of_project(after, now, b);
	for (i = 0; now != NOBODY && i < after->n_users; i++) {
		uint8_t was = LEVEL_NONE;

		if (after->users[i].gone)
			continue;
		other = old == NOBODY ? NOBODY :
			facts_user(before, after->users[i].id);
		if (other != NOBODY)
			was = a[other].effective;
		out->up += b[i].effective > was;
		out->down += b[i].effective < was;
	}
	for (i = 0; old != NOBODY && i < before->n_users; i++) {
		if (before->users[i].gone || a[i].effective == LEVEL_NONE)
			continue;
		out->down += now == NOBODY ||
			facts_user(after, before->users[i].id) == NOBODY;
	}
}

static void all_levels(const struct facts *before, const struct facts *after,
		       struct facts_diff *out)
{
	struct verdict *a = mem_array(before->n_users + 1u, sizeof(*a));
	struct verdict *b = mem_array(after->n_users + 1u, sizeof(*b));
	uint32_t i;

	for (i = 0; i < after->n_projects; i++)
		if (project_id(after, i))
			compare_levels(before, after, facts_project(before,
				       after->projects[i].id), i, a, b, out);
	for (i = 0; i < before->n_projects; i++)
		if (project_id(before, i) && facts_project(after,
				before->projects[i].id) == NOBODY)
			compare_levels(before, after, i, NOBODY, a, b, out);
	free(a);
	free(b);
}

void facts_diff(const struct facts *before, const struct facts *after,
		struct facts_diff *out)
{
	struct buf a, b;
	int kind;

	memset(out, 0, sizeof(*out));
	for (kind = 0; kind < DIFF_KINDS; kind++)
		compare(&sorts[kind], before, after, &out->of[kind]);
	buf_init(&a, SIGNATURE_LIMIT);
	buf_init(&b, SIGNATURE_LIMIT);
	sign_workspace(&a, before);
	sign_workspace(&b, after);
	out->workspace = strcmp(buf_text(&a), buf_text(&b)) != 0;
	buf_release(&a);
	buf_release(&b);
	all_levels(before, after, out);
}

bool facts_diff_any(const struct facts_diff *diff)
{
	bool any = diff->workspace;
	int kind;

	for (kind = 0; kind < DIFF_KINDS; kind++)
		any = any || diff->of[kind].added || diff->of[kind].changed ||
			diff->of[kind].removed;
	return any;
}

const char *facts_diff_text(const struct facts_diff *diff, struct arena *arena)
{
	static const char *const name[DIFF_KINDS] = { "users", "groups",
		"assets", "projects" };
	const char *text = diff->workspace ? "settings changed; " : "";
	int kind;

	for (kind = 0; kind < DIFF_KINDS; kind++)
		text = arena_printf(arena, "%s%s: %u added, %u changed, "
				    "%u removed; ", text, name[kind],
				    diff->of[kind].added,
				    diff->of[kind].changed,
				    diff->of[kind].removed);
	return arena_printf(arena, "%spermissions: %llu up, %llu down", text,
			    (unsigned long long)diff->up,
			    (unsigned long long)diff->down);
}
