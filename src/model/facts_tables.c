/* facts_tables.c: things and their look-up, see facts.h. */
#include "model/facts_priv.h"
#include "model/facts_put.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/edit_field.h"

enum { TOKEN_MAX_DAYS = 120, FOLDED_LIMIT = 4096 };

void facts_init(struct facts *facts)
{
	memset(facts, 0, sizeof(*facts));
	facts->name = "";
	facts->plan = PLAN_ENTERPRISE;
	facts->share_to_web = true;
	facts->api_access = true;
	facts->show_secret_values = true;
	facts->ssh_public_key = "";
	facts->token_max_days = TOKEN_MAX_DAYS;
	facts->default_asset = NOBODY;
	facts_moved(facts);
}

void facts_moved(struct facts *facts)
{
	static uint64_t last;	/* no two facts share a number */

	facts->changes = facts->named = ++last;
}

/* What has no room of its own is borrowed. */
static void free_own(void *array, uint32_t cap)
{
	if (cap)
		free(array);
}

void facts_free(struct facts *facts, enum whose whose, uint32_t n)
{
	struct numbers *set;

	for (size_t i = 0; (set = whose_set(facts, whose, n, i)); i++)
		numbers_release(set);
	if (whose == OF_PROJECT) {
		free_own(facts->projects[n].grants, facts->projects[n].cap_grants);
		free_own(facts->projects[n].own, facts->projects[n].cap_own);
	}
}

void facts_release(struct facts *facts)
{
	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++)
		for (uint32_t i = 0; i < whose_n(facts, whose); i++)
			facts_free(facts, whose, i);
	free_own(facts->users, facts->cap_users);
	free_own(facts->groups, facts->cap_groups);
	free_own(facts->assets, facts->cap_assets);
	free_own(facts->projects, facts->cap_projects);
	free_own(facts->providers, facts->cap_providers);
	free_own(facts->tokens, facts->cap_tokens);
	free_own(facts->requests, facts->cap_requests);
	strmap_release(&facts->user_ids);
	strmap_release(&facts->group_ids);
	strmap_release(&facts->asset_ids);
	strmap_release(&facts->project_ids);
	strmap_release(&facts->provider_ids);
	strmap_release(&facts->token_ids);
	strmap_release(&facts->request_ids);
	strmap_release(&facts->emails);
	arena_release(&facts->text);
	if (facts->block.at)
		facts->block.drop(facts->block.at, facts->block.n);
	memset(facts, 0, sizeof(*facts));
}

/* Room for one more; the new element is zeroed. */
static void *grow(void *array, uint32_t n, uint32_t *cap, size_t size)
{
	size_t now = *cap;
	char *grown = mem_grow_own(array, n, &now, size);

	assert(now < NOBODY - 1);
	*cap = (uint32_t)now;
	memset(grown + n * size, 0, size);
	return grown;
}

static void remember(struct strmap *map, const char *key, uint32_t number)
{
	bool fresh = strmap_add(map, key, number, NULL);

	assert(fresh);
	(void)fresh;
}

static bool is_folded(const char *email)
{
	for (; *email; email++)
		if ((unsigned char)*email >= 0x80 ||
		    (*email >= 'A' && *email <= 'Z'))
			return false;
	return true;
}

/* email: kept by the facts. */
static const char *folded(struct facts *facts, const char *email)
{
	struct buf buf;
	char *kept;

	if (is_folded(email))
		return email;
	buf_init(&buf, FOLDED_LIMIT);
	text_fold(&buf, email);
	kept = arena_strdup(&facts->text, buf_text(&buf));
	buf_release(&buf);
	return kept;
}

uint32_t facts_put_user(struct facts *facts, const char *id, const char *email,
			bool *id_twice)
{
	uint32_t n = facts->n_users;
	struct fact_user *user;

	facts->users = grow(facts->users, n, &facts->cap_users, sizeof(*user));
	user = &facts->users[n];
	user->id = arena_strdup(&facts->text, id);
	user->email = arena_strdup(&facts->text, email);
	user->name = "";
	user->role = ROLE_GUEST;
	user->active = true;
	*id_twice = !strmap_add(&facts->user_ids, user->id, n, NULL);
	if (*id_twice)
		return NOBODY;
	if (!strmap_add(&facts->emails, folded(facts, user->email), n, NULL)) {
		strmap_remove(&facts->user_ids, user->id);
		return NOBODY;
	}
	facts->n_users++;
	return n;
}

uint32_t facts_add_user(struct facts *facts, const char *id, const char *email,
			const char *name, enum role role)
{
	bool twice;
	uint32_t n = facts_put_user(facts, id, email, &twice);

	assert(n != NOBODY);
	facts->users[n].name = *name ? arena_strdup(&facts->text, name) : "";
	facts->users[n].role = role;
	return n;
}

/* The fold is not kept with the user: find the key by folding once more. */
void facts_forget_email(struct facts *facts, uint32_t user)
{
	struct buf buf;

	buf_init(&buf, FOLDED_LIMIT);
	text_fold(&buf, facts->users[user].email);
	strmap_remove(&facts->emails, buf_text(&buf));
	buf_release(&buf);
}

void facts_recall_email(struct facts *facts, uint32_t user)
{
	remember(&facts->emails, folded(facts, facts->users[user].email), user);
}

void facts_set_email(struct facts *facts, uint32_t user, const char *email)
{
	facts_forget_email(facts, user);
	facts->users[user].email = arena_strdup(&facts->text, email);
	facts_recall_email(facts, user);
}

uint32_t facts_add_group(struct facts *facts, const char *id, const char *name)
{
	uint32_t n = facts->n_groups;
	struct fact_group *group;

	facts->groups = grow(facts->groups, n, &facts->cap_groups,
			     sizeof(*group));
	group = &facts->groups[n];
	group->id = arena_strdup(&facts->text, id);
	group->name = arena_strdup(&facts->text, name);
	remember(&facts->group_ids, group->id, n);
	facts->n_groups++;
	return n;
}

uint32_t facts_add_asset(struct facts *facts, const char *id, uint32_t kind,
			 const char *name)
{
	uint32_t n = facts->n_assets;
	struct fact_asset *asset;

	facts->assets = grow(facts->assets, n, &facts->cap_assets,
			     sizeof(*asset));
	asset = &facts->assets[n];
	asset->id = arena_strdup(&facts->text, id);
	asset->name = arena_strdup(&facts->text, name);
	asset->kind = kind;
	asset->config = "{}";
	asset->status = "draft";
	asset->updated_by = asset->created_by = asset->refresh_asked_by = "";
	field_clear_texts(OF_ASSET, asset);
	remember(&facts->asset_ids, asset->id, n);
	facts->n_assets++;
	return n;
}

uint32_t facts_add_project(struct facts *facts, const char *id,
			   const char *title, uint32_t owner)
{
	uint32_t n = facts->n_projects;
	struct fact_project *project;

	assert(owner < facts->n_users);
	facts->projects = grow(facts->projects, n, &facts->cap_projects,
			       sizeof(*project));
	project = &facts->projects[n];
	project->id = arena_strdup(&facts->text, id);
	project->title = arena_strdup(&facts->text, title);
	field_clear_texts(OF_PROJECT, project);
	project->share_switched_by = "";
	project->owner = owner;
	project->editors_may_share = true;
	remember(&facts->project_ids, project->id, n);
	numbers_add(&facts->users[owner].projects, n);
	facts->n_projects++;
	return n;
}

uint32_t facts_add_record(struct facts *facts, enum whose whose,
			  const struct fact_record *like)
{
	struct fact_record **all = whose == OF_TOKEN ? &facts->tokens :
		whose == OF_REQUEST ? &facts->requests : &facts->providers, *one;
	uint32_t *cap = whose == OF_TOKEN ? &facts->cap_tokens :
		whose == OF_REQUEST ? &facts->cap_requests : &facts->cap_providers;
	uint32_t n = whose_n(facts, whose);

	assert(whose_record(whose));
	*all = grow(*all, n, cap, sizeof(**all));
	one = &(*all)[n];
	one->id = arena_strdup(&facts->text, like->id);
	one->name = arena_strdup(&facts->text, like->name ? like->name : "");
	one->type = arena_strdup(&facts->text, like->type ? like->type : "");
	one->config = arena_strdup(&facts->text, like->config && *like->config ?
				   like->config : "{}");
	remember(whose_ids(facts, whose), one->id, n);
	whose_set_n(facts, whose, n + 1);
	return n;
}

struct fact_own *facts_new_own(struct facts *facts, uint32_t project)
{
	struct fact_project *one = &facts->projects[project];

	one->own = grow(one->own, one->n_own, &one->cap_own, sizeof(*one->own));
	return &one->own[one->n_own++];
}

uint32_t facts_user(const struct facts *facts, const char *id)
{
	return whose_find(facts, OF_USER, id);
}

uint32_t facts_group(const struct facts *facts, const char *id)
{
	return whose_find(facts, OF_GROUP, id);
}

uint32_t facts_asset(const struct facts *facts, const char *id)
{
	return whose_find(facts, OF_ASSET, id);
}

uint32_t facts_project(const struct facts *facts, const char *id)
{
	return whose_find(facts, OF_PROJECT, id);
}

uint32_t facts_user_by_email(const struct facts *facts, const char *email)
{
	struct buf buf;
	uint32_t user;

	buf_init(&buf, FOLDED_LIMIT);
	text_fold(&buf, email);
	if (buf.overflow || !strmap_get(&facts->emails, buf_text(&buf), &user) ||
	    facts->users[user].gone)
		user = NOBODY;
	buf_release(&buf);
	return user;
}

uint32_t facts_active_admins(const struct facts *facts)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < facts->n_users; i++)
		n += facts->users[i].role == ROLE_ADMIN &&
			facts->users[i].active && !facts->users[i].gone;
	return n;
}

const char *facts_user_name(const struct facts *facts, uint32_t user)
{
	const struct fact_user *one = &facts->users[user];

	return *one->name ? one->name : one->email;
}
