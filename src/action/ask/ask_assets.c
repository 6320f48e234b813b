/* ask_assets.c: who has access to an asset, who sees the value of a secret, where it
 * is used; and what is shared with a group. */
#include "action/ask/ask_answer_priv.h"

#include <stdlib.h>

#include "access/edit_granted.h"
#include "access/rights.h"
#include "access/words.h"
#include "action/judge/answers.h"
#include "base/mem.h"
#include "model/kind.h"

enum { TITLES_SHOWN = 6 };

static bool is_secret(const struct asking *a)
{
	return kind_at(seen_asset(a->seen, a->ask->of)->kind)->secret_name;
}

/* "see" of a secret is its value. */
static bool means_value(const struct asking *a)
{
	return is_secret(a) && (a->ask->value || a->ask->level != LEVEL_NONE);
}

/* Per user; free it. */
static bool *who_has(const struct asking *a)
{
	const struct facts *facts = seen_judged(a->seen);
	bool *has = mem_array(seen_n_users(a->seen) + 1u, sizeof(*has));
	struct editors editors = { .n = 0 };
	uint32_t u;

	if (means_value(a)) {
		(void)right_value_seers(facts, a->ask->of, &editors, has);
		editors_release(&editors);
		return has;
	}
	for (u = 0; u < seen_n_users(a->seen); u++)
		has[u] = access_asset(facts, u, a->ask->of);
	return has;
}

static const char *asset_deed(const struct asking *a)
{
	const char *name = seen_asset_label(a->seen, a->ask->of);

	return arena_printf(&a->out->arena, means_value(a) ?
			    "the value of %s" : "access to %s", name);
}

static void say_shared(struct asking *a)
{
	if (means_value(a))
		ask_say(a, seen_workspace(a->seen).show_secret_values ?
			"Whoever can edit a project that has it sees the value." :
			"This workspace shows no secret values.");
	else if (sees_asset(a->seen, a->ask->of) == SIGHT_ALL)
		ask_say(a, "Shared with %s; Admins always have access.",
			access_shared_with(a->seen, a->ask->of, &a->out->arena));
}

bool ask_who_has_asset(struct asking *a)
{
	struct some have = { .n = 0 };
	bool *has;
	uint32_t u, n = 0;

	if (!answers_needs_admin(a->app, "who has access to an asset", a->err))
		return false;
	ask_opens(a, ASK_OPENS_ASSET, a->ask->of);
	has = who_has(a);
	for (u = 0; u < seen_n_users(a->seen); u++) {
		if (!ask_means(a, u))
			continue;
		n++;
		if (has[u])
			some_add(a, &have, u);
	}
	free(has);
	ask_say(a, "%u of %u %s %s %s%s%s.", have.n, n, ask_whom(a),
		means_value(a) ? "see" : "have", asset_deed(a),
		have.n ? ": " : "", some_names(a, &have));
	say_shared(a);
	return true;
}

bool ask_user_has_asset(struct asking *a)
{
	bool *has, yes;

	if (!answers_at_user(a->app, a->ask->who, a->err))
		return false;
	ask_opens(a, ASK_OPENS_ASSET, a->ask->of);
	has = who_has(a);
	yes = has[a->ask->who];
	free(has);
	ask_say(a, "%s%s %s %s.", a->ask->kind != ASK_CAN ? "" :
		yes ? "Yes.  " : "No.  ",
		seen_user_label(a->seen, a->ask->who), means_value(a) ?
		(yes ? "sees" : "does not see") : yes ? "has" : "has no",
		asset_deed(a));
	say_shared(a);
	return true;
}

/* "Churn model, Revenue model and 2 more" of those that are seen; sets *n. */
static const char *titles(const struct asking *a, const struct numbers *projects,
			  uint32_t *n)
{
	struct buf out;
	const char *text;
	uint32_t i;

	buf_init(&out, 1 << 16);
	for (i = *n = 0; i < projects->n; i++)
		if (sees_project(a->seen, projects->v[i]) &&
		    (*n)++ < TITLES_SHOWN)
			buf_printf(&out, "%s%s", out.len ? ", " : "",
				   seen_project_label(a->seen, projects->v[i]));
	if (*n > TITLES_SHOWN)
		buf_printf(&out, " and %u more", *n - TITLES_SHOWN);
	text = arena_strdup(&a->out->arena, buf_text(&out));
	buf_release(&out);
	return text;
}

bool ask_where_used(struct asking *a)
{
	const char *list;
	uint32_t n;

	if (sees_asset(a->seen, a->ask->of) != SIGHT_ALL)
		return answers_needs_admin(a->app, "where an asset is used",
					   a->err);
	ask_opens(a, ASK_OPENS_ASSET, a->ask->of);
	list = titles(a, seen_importing(a->seen, a->ask->of), &n);
	ask_say(a, "%u project%s %s %s%s%s.", n, n == 1 ? "" : "s",
		n == 1 ? "uses" : "use", seen_asset_label(a->seen, a->ask->of),
		n ? ": " : "", list);
	return true;
}

/* What a group brings along: grants and assets. */
bool ask_group_has(struct asking *a)
{
	const struct fact_group *group = seen_group(a->seen, a->ask->who);
	const char *name = seen_group_label(a->seen, a->ask->who), *list;
	struct buf out;
	uint32_t n, i;

	if (!a->seen->people)
		return answers_needs_admin(a->app, "what a group has", a->err);
	ask_opens(a, ASK_OPENS_GROUP, a->ask->who);
	list = titles(a, &group->projects, &n);
	ask_say(a, "%s is granted %u project%s%s%s.", name, n, n == 1 ? "" : "s",
		n ? ": " : "", list);
	buf_init(&out, 1 << 16);
	for (i = n = 0; i < group->assets.n; i++)
		if (sees_asset(a->seen, group->assets.v[i]) && n++ < TITLES_SHOWN)
			buf_printf(&out, "%s%s", out.len ? ", " : "",
				   seen_asset_label(a->seen, group->assets.v[i]));
	if (n)
		ask_say(a, "It has access to %s%s.", buf_text(&out),
			n > TITLES_SHOWN ? " and more" : "");
	buf_release(&out);
	return true;
}
