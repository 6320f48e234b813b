/* lab_copy.c: a workspace numbered anew; a digest of all that it holds. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/whose.h"
#include "tests/access/lab.h"

/* A random order of 0 .. n-1; to be freed. */
static uint32_t *shuffle(struct chance *chance, uint32_t n)
{
	uint32_t *order = mem_array(n + 1, sizeof(*order));

	for (uint32_t i = 0; i < n; i++) {
		uint32_t k = chance_below(chance, i + 1);

		order[i] = order[k];
		order[k] = i;
	}
	return order;
}

/* at[old] is the new number. */
struct maps { uint32_t *user, *group, *asset, *project; };

static void copy_people(const struct facts *from, const uint32_t *order,
			struct facts *to, uint32_t *at)
{
	for (uint32_t i = 0; i < from->n_users; i++) {
		const struct fact_user *u = &from->users[order[i]];

		at[order[i]] = facts_add_user(to, u->id, u->email, u->name,
					      u->role);
		to->users[at[order[i]]].active = u->active;
	}
}

static void copy_groups(const struct facts *from, const uint32_t *order,
			struct facts *to, const struct maps *maps)
{
	for (uint32_t i = 0; i < from->n_groups; i++) {
		const struct fact_group *g = &from->groups[order[i]];
		uint32_t n = facts_add_group(to, g->id, g->name);

		maps->group[order[i]] = n;
		for (uint32_t k = 0; k < g->members.n; k++)
			facts_set_member(to, n, maps->user[g->members.v[k]],
					 true);
	}
}

static void copy_assets(const struct facts *from, const uint32_t *order,
			struct facts *to, const struct maps *maps)
{
	for (uint32_t i = 0; i < from->n_assets; i++) {
		const struct fact_asset *a = &from->assets[order[i]];
		uint32_t n = facts_add_asset(to, a->id, a->kind, a->name);

		maps->asset[order[i]] = n;
		to->assets[n].builtin = a->builtin;
		for (uint32_t k = 0; k < a->groups.n; k++)
			facts_set_access(to, n, maps->group[a->groups.v[k]],
					 true);
	}
}

static void copy_project(const struct fact_project *p, struct facts *to,
			 const struct maps *maps, uint32_t n)
{
	struct fact_project *q = &to->projects[n];

	q->state = p->state;
	q->editors_may_share = p->editors_may_share;
	q->workspace = p->workspace;
	q->public_web = p->public_web;
	for (uint32_t k = 0; k < p->n_grants; k++) {
		const struct fact_grant *grant = &p->grants[k];

		facts_set_grant(to, n, grant->group,
			(grant->group ? maps->group : maps->user)[grant->who],
			(enum level)grant->level);
	}
	for (uint32_t k = 0; k < p->assets.n; k++)
		facts_set_import(to, n, maps->asset[p->assets.v[k]], true);
}

static void delete_gone(const struct facts *from, struct facts *to,
			const struct maps *maps)
{
	struct edit edit;

	for (uint32_t i = 0; i < from->n_groups; i++) {
		edit = edit_of(EDIT_GROUP_DELETE);
		edit.group = maps->group[i];
		if (from->groups[i].gone)
			edit_apply(to, &edit);
	}
	for (uint32_t i = 0; i < from->n_assets; i++) {
		edit = edit_of(EDIT_ASSET_DELETE);
		edit.asset = maps->asset[i];
		if (from->assets[i].gone)
			edit_apply(to, &edit);
	}
	for (uint32_t i = 0; i < from->n_projects; i++) {
		edit = edit_of(EDIT_PROJECT_DELETE);
		edit.project = maps->project[i];
		if (from->projects[i].gone)
			edit_apply(to, &edit);
	}
}

void lab_renumber(const struct facts *from, struct chance *chance,
		  struct facts *to)
{
	struct maps order = {
		shuffle(chance, from->n_users), shuffle(chance, from->n_groups),
		shuffle(chance, from->n_assets),
		shuffle(chance, from->n_projects)
	};
	struct maps maps = {
		mem_array(from->n_users + 1, sizeof(uint32_t)),
		mem_array(from->n_groups + 1, sizeof(uint32_t)),
		mem_array(from->n_assets + 1, sizeof(uint32_t)),
		mem_array(from->n_projects + 1, sizeof(uint32_t))
	};

	facts_init(to);
	to->share_to_web = from->share_to_web;
	to->show_secret_values = from->show_secret_values;
	copy_people(from, order.user, to, maps.user);
	copy_groups(from, order.group, to, &maps);
	copy_assets(from, order.asset, to, &maps);
	for (uint32_t i = 0; i < from->n_providers; i++)
		(void)facts_add_record(to, OF_PROVIDER, &from->providers[i]);
	for (uint32_t i = 0; i < from->n_tokens; i++)
		(void)facts_add_record(to, OF_TOKEN, &from->tokens[i]);
	for (uint32_t i = 0; i < from->n_requests; i++)
		(void)facts_add_record(to, OF_REQUEST, &from->requests[i]);
	for (uint32_t i = 0; i < from->n_projects; i++) {
		const struct fact_project *p = &from->projects[order.project[i]];
		uint32_t n = facts_add_project(to, p->id, p->title,
					       maps.user[p->owner]);

		maps.project[order.project[i]] = n;
		copy_project(p, to, &maps, n);
	}
	delete_gone(from, to, &maps);
	free(order.user);
	free(order.group);
	free(order.asset);
	free(order.project);
	free(maps.user);
	free(maps.group);
	free(maps.asset);
	free(maps.project);
}

/* ---- digest ------------------------------------------------------------------- */

static void mix(uint64_t *sum, uint64_t v)
{
	*sum = (*sum ^ v) * 0x100000001b3u;
	*sum ^= *sum >> 29;
}

static void mix_text(uint64_t *sum, const char *text)
{
	mix(sum, text != NULL);
	for (; text && *text; text++)
		mix(sum, (unsigned char)*text);
}

static void mix_numbers(uint64_t *sum, const struct numbers *set)
{
	mix(sum, set->n);
	for (uint32_t i = 0; i < set->n; i++)
		mix(sum, set->v[i]);
}

static void mix_user(uint64_t *sum, const struct fact_user *u)
{
	mix_text(sum, u->id);
	mix_text(sum, u->email);
	mix_text(sum, u->name);
	mix_text(sum, u->login);
	mix(sum, (uint64_t)u->role * 4 + u->active * 2 + u->gone);
	mix_numbers(sum, &u->groups);
	mix_numbers(sum, &u->projects);
}

static void mix_asset(uint64_t *sum, const struct fact_asset *a)
{
	mix_text(sum, a->id);
	mix_text(sum, a->name);
	mix_text(sum, a->type);
	mix_text(sum, a->config);
	mix_text(sum, a->status);
	mix(sum, a->kind * 64 + a->builtin * 2 + a->gone);
	mix_numbers(sum, &a->groups);
	mix_numbers(sum, &a->projects);
}

static void mix_project(uint64_t *sum, const struct fact_project *p)
{
	mix_text(sum, p->id);
	mix_text(sum, p->title);
	mix(sum, p->owner);
	mix(sum, (uint64_t)p->state);
	mix(sum, p->editors_may_share * 2u + p->gone);
	mix(sum, p->workspace * 8u + p->public_web);
	mix(sum, p->n_grants);
	for (uint32_t i = 0; i < p->n_grants; i++) {
		mix(sum, p->grants[i].who);
		mix(sum, p->grants[i].group * 8u + p->grants[i].level);
	}
	mix_numbers(sum, &p->assets);
}

static void mix_records(uint64_t *sum, const struct fact_record *all, uint32_t n)
{
	mix(sum, n);
	for (uint32_t i = 0; i < n; i++) {
		mix_text(sum, all[i].id);
		mix_text(sum, all[i].name);
		mix_text(sum, all[i].type);
		mix_text(sum, all[i].config);
		mix(sum, all[i].gone);
	}
}

uint64_t lab_digest(const struct facts *f)
{
	uint64_t sum = 0xcbf29ce484222325u;

	mix_text(&sum, f->name);
	mix(&sum, (uint64_t)f->plan);
	mix(&sum, f->share_to_web * 4u + f->api_access * 2u +
	    f->show_secret_values);
	mix(&sum, (uint64_t)f->token_max_days);
	mix(&sum, f->default_asset);
	mix(&sum, f->n_users);
	mix(&sum, f->n_groups);
	mix(&sum, f->n_assets);
	mix(&sum, f->n_projects);
	for (uint32_t i = 0; i < f->n_users; i++)
		mix_user(&sum, &f->users[i]);
	for (uint32_t i = 0; i < f->n_groups; i++) {
		mix_text(&sum, f->groups[i].id);
		mix_text(&sum, f->groups[i].name);
		mix(&sum, f->groups[i].gone);
		mix_numbers(&sum, &f->groups[i].members);
		mix_numbers(&sum, &f->groups[i].projects);
		mix_numbers(&sum, &f->groups[i].assets);
	}
	for (uint32_t i = 0; i < f->n_assets; i++)
		mix_asset(&sum, &f->assets[i]);
	mix_records(&sum, f->providers, f->n_providers);
	mix_records(&sum, f->tokens, f->n_tokens);
	for (uint32_t i = 0; i < f->n_projects; i++)
		mix_project(&sum, &f->projects[i]);
	return sum;
}
