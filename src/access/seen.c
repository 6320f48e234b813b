/* seen.c: what a subject may see, and each thing as it may be seen; see seen.h. */
#include "access/seen.h"

#include <stdlib.h>

#include "access/seen_priv.h"
#include "base/mem.h"
#include "model/edit_field.h"
#include "model/kind.h"

static const struct fact_user somebody = {
	.id = "", .email = "", .name = "somebody", .role = ROLE_GUEST,
	.active = true,
};
static const struct fact_group a_group = { .id = "", .name = "a group" };
static const struct fact_group no_group = { .id = "", .name = "a group",
					    .gone = true };

/* Lists of users and groups are whole for all but Guests and the deactivated. */
static bool sees_people(const struct facts *facts, uint32_t subject, bool all)
{
	const struct fact_user *user = subject < facts->n_users ?
		&facts->users[subject] : NULL;

	return all || (user && !user->gone && user->active &&
		       user->role != ROLE_GUEST);
}

void seen_init(struct seen *seen, const struct facts *facts, uint32_t subject,
	       bool all)
{
	*seen = (struct seen){
		.facts = facts, .subject = subject, .all = all,
		.people = sees_people(facts, subject, all),
		.lists = mem_alloc(sizeof(*seen->lists)),
	};
	seen->lists->changes = facts->changes;
}

static void forget_names(struct seen_lists *lists)
{
	enum whose sort;

	for (sort = OF_USER; sort < OF_OWN; sort++) {
		arena_release(&lists->names[sort].arena);
		lists->names[sort].slots = NULL;
	}
}

void seen_release(struct seen *seen)
{
	if (seen->lists) {
		arena_release(&seen->lists->arena);
		forget_names(seen->lists);
	}
	free(seen->lists);
	seen->lists = NULL;
}

struct seen seen_everything(const struct facts *facts)
{
	return (struct seen){ .facts = facts, .subject = NOBODY, .all = true,
			      .own = true, .people = true };
}

bool seen_stale(const struct seen *seen)
{
	return seen->lists && seen->lists->changes != seen->facts->changes;
}

void seen_renew(struct seen *seen)
{
	bool people = sees_people(seen->facts, seen->subject, seen->all);

	(void)seen_lists_now(seen);
	if (people != seen->people)
		forget_names(seen->lists);
	seen->people = people;
}

const struct facts *seen_judged(const struct seen *seen)
{
	return seen->facts;
}

struct seen_lists *seen_lists_now(const struct seen *seen)
{
	struct seen_lists *lists = seen->lists;

	if (lists->changes == seen->facts->changes)
		return lists;
	arena_release(&lists->arena);
	lists->changes = seen->facts->changes;
	lists->levels = NULL;
	lists->assets = NULL;
	lists->projects = NULL;
	return lists;
}

static enum level level_of(const struct seen *seen, uint32_t project)
{
	const struct facts *facts = seen->facts;
	struct seen_lists *lists;

	if (seen->subject >= facts->n_users || !seen->lists)
		return LEVEL_NONE;
	lists = seen_lists_now(seen);
	if (!lists->levels) {
		lists->levels = arena_array(&lists->arena, facts->n_projects + 1u,
					    sizeof(*lists->levels));
		access_of_user(facts, seen->subject, lists->levels);
	}
	return (enum level)lists->levels[project].effective;
}

bool sees_user(const struct seen *seen, uint32_t user)
{
	return user < seen->facts->n_users && !seen->facts->users[user].gone &&
	       (seen->people || user == seen->subject);
}

bool sees_group(const struct seen *seen, uint32_t group)
{
	return group < seen->facts->n_groups &&
	       !seen->facts->groups[group].gone && seen->people;
}

enum sight sees_asset(const struct seen *seen, uint32_t asset)
{
	const struct facts *facts = seen->facts;

	if (asset >= facts->n_assets || facts->assets[asset].gone)
		return SIGHT_NOTHING;
	if (seen->all)
		return SIGHT_ALL;
	return seen->subject < facts->n_users &&
	       access_asset(facts, seen->subject, asset) ? SIGHT_NAME :
							   SIGHT_NOTHING;
}

enum sight sees_project(const struct seen *seen, uint32_t project)
{
	enum level level;

	if (project >= seen->facts->n_projects ||
	    seen->facts->projects[project].gone)
		return SIGHT_NOTHING;
	if (seen->all)
		return SIGHT_ALL;
	level = level_of(seen, project);
	return level >= LEVEL_CAN_VIEW ? SIGHT_ALL :
	       level == LEVEL_APP_ONLY ? SIGHT_NAME : SIGHT_NOTHING;
}

bool sees_own(const struct seen *seen, uint32_t project)
{
	return project < seen->facts->n_projects &&
	       !seen->facts->projects[project].gone &&
	       (seen->own || level_of(seen, project) >= LEVEL_CAN_EDIT);
}

bool sees_limit(const struct seen *seen, const struct answer *answer,
		const struct limit *limit)
{
	struct arena arena = { 0 };
	struct answer now;
	bool binds = false;

	if (seen->subject >= seen->facts->n_users ||
	    answer->user != seen->subject ||
	    answer->project >= seen->facts->n_projects)
		return false;
	access_decide(seen->facts, answer->user, answer->project, &arena, &now);
	for (uint32_t i = 0; i < now.n_limits; i++)
		binds = binds || (now.limits[i].code == limit->code &&
				  now.limits[i].asset == limit->asset);
	arena_release(&arena);
	return binds;
}

const struct fact_user *seen_user(const struct seen *seen, uint32_t user)
{
	return sees_user(seen, user) || (seen->all && user < seen->facts->n_users) ?
	       &seen->facts->users[user] : &somebody;
}

const struct fact_group *seen_group(const struct seen *seen, uint32_t group)
{
	return sees_group(seen, group) ||
	       (seen->all && group < seen->facts->n_groups) ?
	       &seen->facts->groups[group] :
	       group < seen->facts->n_groups && seen->facts->groups[group].gone ?
	       &no_group : &a_group;
}

/* "a data connection not shared with you": one for each kind, made once. */
static const struct fact_asset *some_asset(const struct seen *seen,
					   uint32_t asset)
{
	struct seen_lists *lists = seen_lists_now(seen);
	struct fact_asset *out = arena_array(&lists->arena, 1, sizeof(*out));
	uint32_t kind = asset < seen->facts->n_assets ?
		seen->facts->assets[asset].kind : 0;

	*out = (struct fact_asset){
		.id = "", .type = "", .config = "{}", .description = "",
		.status = "", .updated_by = "", .created_by = "",
		.refresh_asked_by = "", .kind = kind,
		.gone = asset < seen->facts->n_assets &&
			seen->facts->assets[asset].gone,
		.name = arena_printf(&lists->arena, "%s %s not shared with you",
				     kind_article(kind_at(kind)),
				     kind_at(kind)->label),
	};
	return out;
}

static const struct fact_asset *named_asset(const struct seen *seen,
					    uint32_t asset)
{
	const struct fact_asset *a = &seen->facts->assets[asset];
	struct seen_lists *lists = seen_lists_now(seen);
	struct fact_asset *out = arena_array(&lists->arena, 1, sizeof(*out));

	*out = (struct fact_asset){
		.id = a->id, .name = a->name, .type = a->type, .kind = a->kind,
		.config = "{}", .description = "", .status = "",
		.updated_by = "", .created_by = "", .refresh_asked_by = "",
	};
	return out;
}

/* The one of the two, remembered. */
static const struct fact_asset *less_asset(const struct seen *seen,
					   uint32_t asset, bool named)
{
	struct seen_lists *lists = seen_lists_now(seen);
	uint32_t n = seen->facts->n_assets;
	const struct fact_asset **at;

	if (asset >= n)
		return some_asset(seen, asset);
	if (!lists->assets)
		lists->assets = arena_array(&lists->arena, 2u * n,
					    sizeof(*lists->assets));
	at = &lists->assets[2u * asset + (named ? 1 : 0)];
	if (!*at)
		*at = named ? named_asset(seen, asset) :
			      some_asset(seen, asset);
	return *at;
}

const struct fact_asset *seen_asset(const struct seen *seen, uint32_t asset)
{
	enum sight sight = sees_asset(seen, asset);

	return sight == SIGHT_ALL || (seen->all && asset < seen->facts->n_assets) ?
	       &seen->facts->assets[asset] :
	       less_asset(seen, asset, sight == SIGHT_NAME);
}

const struct numbers *seen_importing(const struct seen *seen, uint32_t asset)
{
	static const struct numbers none;

	return sees_asset(seen, asset) ? &seen->facts->assets[asset].projects :
					 &none;
}

const struct fact_asset *seen_limit_asset(const struct seen *seen,
					  const struct answer *answer,
					  const struct limit *limit)
{
	if (!sees_asset(seen, limit->asset) && seen->lists &&
	    limit->asset < seen->facts->n_assets &&
	    sees_limit(seen, answer, limit))
		return less_asset(seen, limit->asset, true);
	return seen_asset(seen, limit->asset);
}

static const struct fact_project *less_project(const struct seen *seen,
					       uint32_t project,
					       enum sight sight)
{
	const struct fact_project *p = project < seen->facts->n_projects ?
		&seen->facts->projects[project] : NULL;
	struct seen_lists *lists = seen_lists_now(seen);
	struct fact_project *out = arena_array(&lists->arena, 1, sizeof(*out));

	if (p && (sight == SIGHT_ALL || seen->all)) {
		*out = *p;
		out->own = NULL;
		out->n_own = out->cap_own = 0;
		return out;
	}
	*out = (struct fact_project){
		.id = "", .title = "a project you may not see",
		.share_switched_by = "", .owner = NOBODY, .state = STATE_ACTIVE,
	};
	field_clear_texts(OF_PROJECT, out);
	if (p && sight == SIGHT_NAME) {
		out->id = p->id;
		out->title = p->title;
		out->state = p->state;
	}
	return out;
}

const struct fact_project *seen_project(const struct seen *seen,
					uint32_t project)
{
	enum sight sight = sees_project(seen, project);
	const struct fact_project **at, *p;
	struct seen_lists *lists;

	if (sight == SIGHT_ALL ||
	    (seen->all && project < seen->facts->n_projects)) {
		p = &seen->facts->projects[project];
		if (!p->n_own || sees_own(seen, project))
			return p;
	}
	lists = seen_lists_now(seen);
	if (project >= seen->facts->n_projects)
		return less_project(seen, project, sight);
	if (!lists->projects)
		lists->projects = arena_array(&lists->arena,
					      seen->facts->n_projects,
					      sizeof(*lists->projects));
	at = &lists->projects[project];
	if (!*at)
		*at = less_project(seen, project, sight);
	return *at;
}

bool sees_pair(const struct seen *seen, uint32_t user, uint32_t project)
{
	return (user == ANYONE || sees_user(seen, user)) &&
	       sees_project(seen, project) == SIGHT_ALL;
}

const char *seen_user_name(const struct seen *seen, uint32_t user)
{
	return seen_user(seen, user) != &somebody ?
	       facts_user_name(seen->facts, user) : somebody.name;
}

struct seen_workspace seen_workspace(const struct seen *seen)
{
	const struct facts *facts = seen->facts;
	uint32_t standard = facts->default_asset;

	return (struct seen_workspace){
		.name = facts->name, .plan = facts->plan,
		.share_to_web = facts->share_to_web,
		.api_access = facts->api_access,
		.show_secret_values = facts->show_secret_values,
		.token_max_days = facts->token_max_days,
		.ssh_public_key = seen->all ? facts->ssh_public_key : "",
		.default_asset = standard != NOBODY &&
			sees_asset(seen, standard) ? standard : NOBODY,
		.has_default = standard != NOBODY,
		.revision = facts->revision,
	};
}

bool sees_record(const struct seen *seen, enum whose whose, uint32_t n)
{
	return n < seen_n_records(seen, whose) &&
		!*whose_gone(seen->facts, whose, n);
}

const struct fact_record *seen_record(const struct seen *seen, enum whose whose,
				      uint32_t n)
{
	static const struct fact_record some[] = {
		{ .id = "", .type = "", .name = "a Git provider", .config = "{}" },
		{ .id = "", .type = "", .name = "an API token", .config = "{}" },
	};

	return n < seen_n_records(seen, whose) ?
		whose_thing(seen->facts, whose, n) : &some[whose == OF_TOKEN];
}

uint32_t seen_count_users(const struct seen *seen)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < seen->facts->n_users; i++)
		n += sees_user(seen, i);
	return n;
}

uint32_t seen_count_members(const struct seen *seen, uint32_t group)
{
	const struct fact_group *g = seen_group(seen, group);
	uint32_t n = 0;

	for (uint32_t i = 0; i < g->members.n; i++)
		n += sees_user(seen, g->members.v[i]);
	return n;
}

uint32_t seen_count_uses(const struct seen *seen, uint32_t asset)
{
	const struct numbers *used = &seen_asset(seen, asset)->projects;
	uint32_t n = 0;

	for (uint32_t i = 0; i < used->n; i++)
		n += sees_project(seen, used->v[i]) != SIGHT_NOTHING;
	return n;
}

uint32_t seen_count_records(const struct seen *seen, enum whose whose)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < seen_n_records(seen, whose); i++)
		n += sees_record(seen, whose, i);
	return n;
}
