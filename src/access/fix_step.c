/* fix_step.c: see fix_step.h.  Which edits could lift an obstacle. */
#include "access/fix_step.h"

#include <string.h>

enum { GROUPS_MAX = 6 };		/* of one sort, the smallest first */

struct list {
	const struct facts *facts;
	const struct answer *a;
	enum level want;
	bool blind;
	struct edit *out;
	uint32_t n;
};

static struct edit *add(struct list *list, enum edit_kind kind)
{
	struct edit *edit = &list->out[list->n++];

	*edit = edit_of(kind);
	return edit;
}

static void add_role(struct list *list, enum role role)
{
	struct edit *edit = add(list, EDIT_USER_ROLE);

	edit->user = list->a->user;
	edit->value = (int)role;
}

static void add_state(struct list *list)
{
	struct edit *edit = add(list, EDIT_PROJECT_STATE);

	edit->project = list->a->project;
	edit->value = STATE_ACTIVE;
}

static void add_grant(struct list *list, uint32_t group, enum level level)
{
	bool to_group = group != NOBODY;
	struct edit *edit = add(list, to_group ? EDIT_GRANT_GROUP :
						 EDIT_GRANT_USER);

	edit->project = list->a->project;
	if (to_group)
		edit->group = group;
	else
		edit->user = list->a->user;
	edit->value = (int)level;
}

static void add_member(struct list *list, uint32_t group)
{
	struct edit *edit = add(list, EDIT_MEMBER);

	edit->group = group;
	edit->user = list->a->user;
	edit->value = true;
}

/* ---- groups, the smallest first ---------------------------------------------- */

struct pick {
	uint32_t group[GROUPS_MAX], n;
};

static bool smaller(const struct facts *facts, uint32_t a, uint32_t b)
{
	const struct fact_group *x = &facts->groups[a], *y = &facts->groups[b];
	int order;

	if (x->members.n != y->members.n)
		return x->members.n < y->members.n;
	order = strcmp(x->name, y->name);
	return order ? order < 0 : strcmp(x->id, y->id) < 0;
}

static void pick_group(struct pick *pick, const struct facts *facts,
		       uint32_t group)
{
	uint32_t at = pick->n;

	while (at && smaller(facts, group, pick->group[at - 1]))
		at--;
	if (at == GROUPS_MAX)
		return;
	if (pick->n < GROUPS_MAX)
		pick->n++;
	for (uint32_t i = pick->n - 1; i > at; i--)
		pick->group[i] = pick->group[i - 1];
	pick->group[at] = group;
}

/* ---- nothing, or too little, is granted ----------------------------------------- */

static void list_grants(struct list *list)
{
	const struct fact_project *p = &list->facts->projects[list->a->project];
	const struct fact_user *u = &list->facts->users[list->a->user];
	struct pick join = { .n = 0 }, lift = { .n = 0 };

	for (uint32_t i = 0; i < p->n_grants; i++) {
		const struct fact_grant *grant = &p->grants[i];

		if (!grant->group || list->facts->groups[grant->who].gone)
			continue;
		if (numbers_has(&u->groups, grant->who))
			pick_group(&lift, list->facts, grant->who);
		else if (grant->level >= list->want)
			pick_group(&join, list->facts, grant->who);
	}
	for (uint32_t i = 0; i < join.n; i++)
		add_member(list, join.group[i]);
	/* Nobody may raise a grant on a project that is put away. */
	if (p->state != STATE_ACTIVE) {
		add_state(list);
		return;
	}
	add_grant(list, NOBODY, list->want);
	for (uint32_t i = 0; i < lift.n; i++)
		add_grant(list, lift.group[i], list->want);
}

static void list_sources(struct list *list)
{
	const struct fact_project *p = &list->facts->projects[list->a->project];

	list_grants(list);
	if (list->a->role == ROLE_GUEST && p->workspace >= list->want &&
	    (!list->blind || list->want <= LEVEL_CAN_VIEW))
		add_role(list, list->want <= LEVEL_CAN_VIEW ? ROLE_VIEWER :
							      ROLE_EDITOR);
}

/* ---- an asset is out of reach ----------------------------------------------------- */

static void add_asset_edit(struct list *list, enum edit_kind kind,
			   uint32_t asset, uint32_t group, int value)
{
	struct edit *edit = add(list, kind);

	edit->asset = asset;
	edit->group = group;
	edit->value = value;
}

static void list_asset(struct list *list, uint32_t asset)
{
	const struct facts *facts = list->facts;
	const struct fact_asset *a = &facts->assets[asset];
	const struct fact_user *u = &facts->users[list->a->user];
	bool guest = u->role == ROLE_GUEST;
	struct pick join = { .n = 0 }, open = { .n = 0 };
	struct edit *edit;

	for (uint32_t i = 0; i < a->groups.n && !list->blind; i++)
		if (!facts->groups[a->groups.v[i]].gone)
			pick_group(&join, facts, a->groups.v[i]);
	for (uint32_t i = 0; i < u->groups.n && !list->blind; i++)
		if (!facts->groups[u->groups.v[i]].gone)
			pick_group(&open, facts, u->groups.v[i]);
	for (uint32_t i = 0; i < join.n; i++)
		add_member(list, join.group[i]);
	for (uint32_t i = 0; i < open.n; i++)
		add_asset_edit(list, EDIT_ASSET_GROUP, asset, open.group[i],
			       true);
	add_asset_edit(list, EDIT_ASSET_BUILTIN, asset, NOBODY,
		       (int)(a->builtin | (guest ? BUILTIN_GUESTS :
						   BUILTIN_WORKSPACE)));
	edit = add(list, EDIT_IMPORT);
	edit->project = list->a->project;
	edit->asset = asset;
	edit->value = false;
	if (guest && a->builtin & BUILTIN_WORKSPACE && !list->blind)
		add_role(list, ROLE_EDITOR);
}

uint32_t fix_steps(const struct facts *facts, const struct answer *a,
		     enum level want, bool blind, struct edit out[FIX_STEPS_MAX])
{
	struct list list = { .facts = facts, .a = a, .want = want,
			     .blind = blind, .out = out };

	if (!a->active) {
		struct edit *edit = add(&list, EDIT_USER_ACTIVE);

		edit->user = a->user;
		edit->value = true;
	} else if (a->granted < want) {
		list_sources(&list);
	} else if (a->n_limits) {
		switch (a->limits[0].code) {
		case REASON_ASSET_MISSING:
			list_asset(&list, a->limits[0].asset);
			break;
		case REASON_STATE_READ_ONLY:
			add_state(&list);
			break;
		default:
			add_role(&list, ROLE_EDITOR);
		}
	}
	return list.n;
}

/* ---- order ----------------------------------------------------------------------- */

/* First what the others need: an account, a live project, a role, assets. */
static int rank(enum edit_kind kind)
{
	static const enum edit_kind order[] = {
		EDIT_USER_ACTIVE, EDIT_PROJECT_STATE, EDIT_USER_ROLE,
		EDIT_MEMBER, EDIT_ASSET_GROUP, EDIT_ASSET_BUILTIN, EDIT_IMPORT,
		EDIT_GRANT_GROUP, EDIT_GRANT_USER
	};
	int at = 0;

	while (order[at] != kind)
		at++;
	return at;
}

int fix_step_compare(const struct facts *facts, const struct edit *a,
		   const struct edit *b)
{
	int order = rank(a->kind) - rank(b->kind);

	if (!order && a->asset != b->asset)
		order = strcmp(facts->assets[a->asset].id,
			       facts->assets[b->asset].id);
	if (!order && a->group != b->group)
		order = strcmp(facts->groups[a->group].id,
			       facts->groups[b->group].id);
	return order ? order : a->value - b->value;
}
