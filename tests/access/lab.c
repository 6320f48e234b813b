/* lab.c: see lab.h. */
#include "tests/access/lab.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "access/words.h"
#include "base/mem.h"
#include "model/kind.h"
#include "model/whose.h"

uint32_t chance_below(struct chance *chance, uint32_t n)
{
	uint64_t z = (chance->state += 0x9e3779b97f4a7c15u);

	assert(n);
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return (uint32_t)((z ^ (z >> 31)) % n);
}

bool chance_one_in(struct chance *chance, uint32_t n)
{
	return chance_below(chance, n) == 0;
}

/* ---- a workspace with names ------------------------------------------------ */

static uint32_t kind_of(const char *code)
{
	size_t kind = 0;

	if (!kind_find(code, &kind))
		assert(false && "a kind");
	return (uint32_t)kind;
}

static void acme_people(struct acme *a)
{
	struct facts *f = &a->facts;

	a->maya = facts_add_user(f, "u-maya", "maya@acme.example",
				 "Maya Lindqvist", ROLE_ADMIN);
	a->ada = facts_add_user(f, "u-ada", "ada@acme.example", "Ada Byron",
				ROLE_ADMIN);
	a->bob = facts_add_user(f, "u-bob", "bob@acme.example", "Bob Stein",
				ROLE_VIEWER);
	a->dana = facts_add_user(f, "u-dana", "dana@acme.example", "Dana Ilves",
				 ROLE_EDITOR);
	a->ravi = facts_add_user(f, "u-ravi", "ravi@acme.example", "Ravi Menon",
				 ROLE_EDITOR);
	a->gus = facts_add_user(f, "u-gus", "gus@else.example", "Gus Oyelaran",
				ROLE_GUEST);
	a->tom = facts_add_user(f, "u-tom", "tom@acme.example", "Tom Abel",
				ROLE_EDITOR);
	a->ella = facts_add_user(f, "u-ella", "ella@acme.example", "Ella Roy",
				 ROLE_EXPLORER);
	a->mo = facts_add_user(f, "u-mo", "mo@acme.example", "",
			       ROLE_MANAGER);
	f->users[a->tom].active = false;
}

void acme_init(struct acme *a)
{
	struct facts *f = &a->facts;

	memset(a, 0, sizeof(*a));
	facts_init(f);
	acme_people(a);
	a->finance = facts_add_group(f, "g-fin", "Finance");
	a->data = facts_add_group(f, "g-data", "Data Team");
	facts_set_member(f, a->finance, a->bob, true);
	facts_set_member(f, a->finance, a->dana, true);
	facts_set_member(f, a->finance, a->ravi, true);
	facts_set_member(f, a->data, a->ravi, true);
	a->snow = facts_add_asset(f, "a-snow", kind_of("data_connection"),
				  "Snowflake prod");
	a->key = facts_add_asset(f, "a-key", kind_of("secret"), "STRIPE_KEY");
	facts_set_access(f, a->snow, a->data, true);
	f->assets[a->key].builtin = BUILTIN_WORKSPACE;
	a->revenue = facts_add_project(f, "p-rev", "Revenue model", a->maya);
	facts_set_grant(f, a->revenue, true, a->finance, LEVEL_CAN_EDIT);
	facts_set_import(f, a->revenue, a->snow, true);
	facts_set_import(f, a->revenue, a->key, true);
}

void acme_release(struct acme *a)
{
	facts_release(&a->facts);
	arena_release(&a->arena);
}

int acme_begin(void **state)
{
	static struct acme acme;

	acme_init(&acme);
	*state = &acme;
	return 0;
}

int acme_end(void **state)
{
	acme_release(*state);
	return 0;
}

struct answer acme_ask(struct acme *a, uint32_t user)
{
	struct answer answer;

	access_decide(&a->facts, user, a->revenue, &a->arena, &answer);
	return answer;
}

const struct seen *lab_all(const struct facts *facts)
{
	static struct seen two[2];	/* one call may want two of them */
	static unsigned next;
	struct seen *seen = &two[next++ % 2];

	*seen = seen_everything(facts);
	return seen;
}

const char *acme_say(struct acme *a, uint32_t user)
{
	struct answer answer = acme_ask(a, user);

	return access_sentence(lab_all(&a->facts), &answer, &a->arena);
}

bool answer_limited(const struct answer *a, enum reason code)
{
	for (uint32_t i = 0; i < a->n_limits; i++)
		if (a->limits[i].code == code)
			return true;
	return false;
}

bool answer_blocked(const struct answer *a, enum reason code)
{
	for (uint32_t i = 0; i < a->n_blocked; i++)
		if (a->blocked[i].blocked == code)
			return true;
	return false;
}

bool answer_can(const struct answer *a, enum can can)
{
	return a->can & 1U << can;
}

/* ---- random workspaces ------------------------------------------------------- */

static const char *label(struct arena *arena, const char *prefix, uint32_t n)
{
	return arena_printf(arena, "%s%u", prefix, n);
}

static void random_people(struct facts *f, struct chance *chance,
			  struct arena *arena)
{
	uint32_t users = chance_one_in(chance, 8) ? 40 : 6 + chance_below(chance, 8);
	uint32_t groups = 2 + chance_below(chance, 4);

	for (uint32_t i = 0; i < users; i++) {
		uint32_t u = facts_add_user(f, label(arena, "u", i),
			arena_printf(arena, "u%u@x.example", i),
			label(arena, "User ", i),
			(enum role)chance_below(chance, ROLES));

		f->users[u].active = !chance_one_in(chance, 8);
	}
	for (uint32_t i = 0; i < groups; i++) {
		/* Names are not unique. */
		uint32_t g = facts_add_group(f, label(arena, "g", i),
					     label(arena, "Group ", i / 2));
		uint32_t odds = 1 + chance_below(chance, 4);

		for (uint32_t u = 0; u < users; u++)
			if (chance_one_in(chance, odds))
				facts_set_member(f, g, u, true);
	}
}

static void random_assets(struct facts *f, struct chance *chance,
			  struct arena *arena)
{
	uint32_t n = 2 + chance_below(chance, 4);

	for (uint32_t i = 0; i < n; i++) {
		uint32_t a = facts_add_asset(f, label(arena, "a", i),
			chance_below(chance, (uint32_t)kind_count()),
			label(arena, "ASSET_", i / 2));

		if (chance_one_in(chance, 2))
			f->assets[a].builtin = chance_below(chance, 8);
		for (uint32_t g = 0; g < f->n_groups; g++)
			if (chance_one_in(chance, 3))
				facts_set_access(f, a, g, true);
	}
}

static void random_project(struct facts *f, struct chance *chance, uint32_t p)
{
	struct fact_project *project = &f->projects[p];

	if (chance_one_in(chance, 3))
		project->workspace = (uint8_t)chance_below(chance, LEVELS);
	if (chance_one_in(chance, 3))
		project->public_web = (uint8_t)chance_below(chance, 3);
	if (chance_one_in(chance, 4))
		project->state = (enum state)chance_below(chance, STATES);
	project->editors_may_share = !chance_one_in(chance, 3);
	for (uint32_t u = 0; u < f->n_users; u++)
		if (chance_one_in(chance, 4))
			facts_set_grant(f, p, false, u, (enum level)
					(1 + chance_below(chance, 4)));
	for (uint32_t g = 0; g < f->n_groups; g++)
		if (chance_one_in(chance, 3))
			facts_set_grant(f, p, true, g, (enum level)
					(1 + chance_below(chance, 4)));
	for (uint32_t a = 0; a < f->n_assets; a++)
		if (chance_one_in(chance, 3))
			facts_set_import(f, p, a, true);
}

/* Something of its own, which must move nobody (F096). */
static void give_own(struct facts *f, uint32_t project, uint32_t kind)
{
	struct edit edit = edit_of(EDIT_OWN_ADD);

	edit.project = project;
	edit.text = edit.text2 = "own";
	edit.value = (int)kind;
	edit_apply(f, &edit);
}

void lab_as_file(struct facts *facts)
{
	struct edit role = edit_of(EDIT_USER_ROLE), active = edit_of(EDIT_USER_ACTIVE);

	for (uint32_t i = 0; i < facts->n_projects; i++)
		facts->projects[i].n_own = 0;
	for (uint32_t i = 0; i < facts->n_assets; i++)
		facts->assets[i].name = facts->assets[i].id;
	role.user = active.user = 0;
	role.value = ROLE_ADMIN;
	active.value = true;
	edit_apply(facts, &role);
	edit_apply(facts, &active);
}

void lab_workspace(struct facts *f, struct chance *chance)
{
	struct arena arena = { .head = NULL };
	uint32_t projects = chance_one_in(chance, 8) ? 30 :
			    3 + chance_below(chance, 5);

	facts_init(f);
	f->share_to_web = !chance_one_in(chance, 4);
	random_people(f, chance, &arena);
	random_assets(f, chance, &arena);
	(void)facts_add_record(f, OF_PROVIDER, &(struct fact_record){
		.id = "pr", .name = "acme", .type = "github" });
	(void)facts_add_record(f, OF_TOKEN, &(struct fact_record){
		.id = "t", .name = "sync", .type = "workspace" });
	(void)facts_add_record(f, OF_REQUEST, &(struct fact_record){
		.id = "rq", .name = "please", .type = "open" });
	for (uint32_t i = 0; i < projects; i++) {
		uint32_t p = facts_add_project(f, label(&arena, "p", i),
				label(&arena, "Project ", i),
				chance_below(chance, f->n_users));

		random_project(f, chance, p);
		give_own(f, p, i % 2);
	}
	if (chance_one_in(chance, 3)) {
		struct edit edit = edit_of(EDIT_GROUP_DELETE);

		edit.group = chance_below(chance, f->n_groups);
		edit_apply(f, &edit);
	}
	if (chance_one_in(chance, 3)) {
		struct edit edit = edit_of(EDIT_ASSET_DELETE);

		edit.asset = chance_below(chance, f->n_assets);
		edit_apply(f, &edit);
	}
	arena_release(&arena);
}

/* ---- random edits -------------------------------------------------------------- */

static void fill_add(const struct facts *f, struct edit *e,
		     struct chance *chance, struct arena *arena, uint32_t n)
{
	e->text = arena_printf(arena, "new%u", n);
	e->text2 = arena_printf(arena, "New %u", n);
	switch (e->kind) {
	case EDIT_USER_ADD:
		e->text2 = arena_printf(arena, "new%u@x.example", n);
		e->text3 = "Newcomer";
		e->user = NOBODY;
		e->value = (int)chance_below(chance, ROLES);
		break;
	case EDIT_GROUP_ADD:
		e->group = NOBODY;
		break;
	case EDIT_PROVIDER_ADD:
		e->provider = NOBODY;
		e->text3 = "bitbucket";
		break;
	case EDIT_TOKEN_ADD:
		e->token = NOBODY;
		e->text3 = "personal";
		break;
	case EDIT_REQUEST_ADD:
		e->request = NOBODY;
		e->text3 = "open";
		break;
	case EDIT_ASSET_ADD:
		e->asset = NOBODY;
		e->value = (int)chance_below(chance, (uint32_t)kind_count());
		break;
	default:
		e->project = NOBODY;
		e->user = chance_below(chance, f->n_users);
	}
}

static void fill_value(struct edit *e, struct chance *chance)
{
	switch (e->kind) {
	case EDIT_PLAN:
		e->value = (int)chance_below(chance, PLANS);
		break;
	case EDIT_USER_ROLE:
		e->value = (int)chance_below(chance, ROLES);
		break;
	case EDIT_ASSET_BUILTIN:
		e->value = (int)chance_below(chance, 8);
		break;
	case EDIT_PROJECT_STATE:
		e->value = (int)chance_below(chance, STATES);
		break;
	case EDIT_PROJECT_PUBLIC:
		e->value = (int)chance_below(chance, 3);
		break;
	case EDIT_PROJECT_WORKSPACE:
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		e->value = (int)chance_below(chance, LEVELS);
		break;
	default:
		e->value = (int)chance_below(chance, 2);
	}
}

static void fill_text(struct edit *e, struct chance *chance,
		      struct arena *arena, uint32_t n)
{
	static const char *const settings[] = {
		"share_to_web", "api_access", "show_secret_values"
	};

	if (e->kind == EDIT_SETTING)
		e->text = settings[chance_below(chance, 3)];
	else if (e->kind == EDIT_ASSET_STATUS)
		e->text = chance_one_in(chance, 2) ? "draft" : "ok";
	else if (e->kind == EDIT_ASSET_CONFIG ||
		 e->kind == EDIT_PROVIDER_CONFIG || e->kind == EDIT_TOKEN_CONFIG ||
		 e->kind == EDIT_REQUEST_CONFIG)
		e->text = arena_printf(arena, "{\"host\":\"h%u\"}", n);
	else
		e->text = arena_printf(arena, "Renamed %u", n);
}

/* Of what the project has; where it has none, a new one. */
static void fill_own(const struct facts *f, struct edit *e,
		     struct chance *chance, struct arena *arena, uint32_t n)
{
	const struct fact_project *p = &f->projects[e->project];

	if (e->kind == EDIT_OWN_ADD || p->n_own == 0) {
		e->kind = EDIT_OWN_ADD;
		e->text = arena_printf(arena, "own%u", n);
		e->value = (int)chance_below(chance, 2);
	} else {
		e->text = p->own[chance_below(chance, p->n_own)].id;
	}
	e->text2 = e->kind == EDIT_OWN_CONFIG ?
		arena_printf(arena, "{\"host\":\"h%u\"}", n) :
		arena_printf(arena, "Own %u", n);
}

struct edit lab_edit(const struct facts *f, struct chance *chance,
		     struct arena *arena, uint32_t *serial)
{
	struct edit e = edit_of((enum edit_kind)chance_below(chance, EDIT_KINDS));
	uint32_t n = ++*serial;

	e.user = chance_below(chance, f->n_users);
	e.group = chance_below(chance, f->n_groups);
	e.asset = chance_below(chance, f->n_assets);
	e.provider = chance_below(chance, f->n_providers);
	e.token = chance_below(chance, f->n_tokens);
	e.request = chance_below(chance, f->n_requests);
	e.project = chance_below(chance, f->n_projects);
	switch (e.kind) {
	case EDIT_USER_ADD: case EDIT_GROUP_ADD:
	case EDIT_ASSET_ADD: case EDIT_PROJECT_ADD:
	case EDIT_PROVIDER_ADD: case EDIT_TOKEN_ADD: case EDIT_REQUEST_ADD:
		fill_add(f, &e, chance, arena, n);
		break;
	case EDIT_OWN_ADD: case EDIT_OWN_NAME: case EDIT_OWN_TYPE:
	case EDIT_OWN_CONFIG: case EDIT_OWN_DELETE:
		fill_own(f, &e, chance, arena, n);
		break;
	default:
		fill_value(&e, chance);
		fill_text(&e, chance, arena, n);
	}
	return e;
}

/* ---- comparing ------------------------------------------------------------------ */

struct answer *lab_answers(const struct facts *f, struct arena *arena)
{
	size_t width = (size_t)f->n_users + 1;
	struct answer *all = arena_array(arena, width * f->n_projects,
					 sizeof(*all));

	for (uint32_t p = 0; p < f->n_projects; p++)
		for (uint32_t u = 0; u < width; u++)
			access_decide(f, u < f->n_users ? u : ANYONE, p, arena,
				      &all[p * width + u]);
	return all;
}

bool lab_same_level(const struct answer *a, const struct answer *b)
{
	return a->granted == b->granted && a->effective == b->effective;
}

bool lab_same(const struct answer *a, const struct answer *b)
{
	if (!lab_same_level(a, b) || a->n_limits != b->n_limits)
		return false;
	for (uint32_t i = 0; i < a->n_limits; i++) {
		uint32_t k = 0;

		while (k < b->n_limits &&
		       (a->limits[i].code != b->limits[k].code ||
			a->limits[i].asset != b->limits[k].asset))
			k++;
		if (k == b->n_limits)
			return false;
	}
	return true;
}
