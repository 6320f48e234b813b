/* rules_test.c: every combination of role, source, granted level and asset
 * access (F127) against the rules T01 to T17 of the reference, written here as
 * a table and matched row by row. */
#include "tests/expect.h"

#include "access/words.h"
#include "tests/access/lab.h"

/* The roles of the table: those of people, the visitor, the deactivated. */
enum { ANONYMOUS = ROLES, DEACTIVATED, TABLE_ROLES };
enum { COMBINATIONS = TABLE_ROLES * 4 * LEVELS * 2 };

#define R(role) (1U << (role))
#define V(via) (1U << (via))
#define L(level) (1U << (level))

enum {
	ANY = 0xffff,
	ALL_VIAS = V(VIA_DIRECT) | V(VIA_GROUP) | V(VIA_WORKSPACE),
	HIGH = L(LEVEL_CAN_EDIT) | L(LEVEL_FULL_ACCESS),
	LOW = L(LEVEL_APP_ONLY) | L(LEVEL_CAN_VIEW),
	BUILDERS = R(ROLE_EDITOR) | R(ROLE_MANAGER) | R(ROLE_GUEST),
	NO_ASSETS = 1, WITH_ASSETS = 2,
	AS_GRANTED = -1
};

static const struct rule {
	const char *name;
	unsigned roles, vias, levels, assets;
	int effective;
	enum reason reason;
} rules[] = {
	{ "T01", ANY, V(VIA_PUBLIC), HIGH, ANY,
	  LEVEL_NONE, REASON_PUBLIC_LEVEL_INVALID },
	{ "T02", ANY, V(VIA_PUBLIC), L(LEVEL_CAN_VIEW), ANY,
	  LEVEL_CAN_VIEW, REASON_PUBLIC_LINK },
	{ "T03", ANY, V(VIA_PUBLIC), L(LEVEL_APP_ONLY), ANY,
	  LEVEL_APP_ONLY, REASON_PUBLIC_LINK },
	{ "T04", R(ROLE_ADMIN), ANY, L(LEVEL_NONE), ANY,
	  LEVEL_NONE, REASON_ADMIN_NOT_SHARED },
	{ "T05", ANY, V(VIA_PUBLIC), L(LEVEL_NONE), ANY,
	  LEVEL_NONE, REASON_NOT_SHARED },
	{ "T06", R(ANONYMOUS), ALL_VIAS, ANY, ANY,
	  LEVEL_NONE, REASON_NO_ACCOUNT },
	{ "T07", R(DEACTIVATED), ALL_VIAS, ANY, ANY,
	  LEVEL_NONE, REASON_DEACTIVATED },
	{ "T08", ANY, ALL_VIAS, L(LEVEL_NONE), ANY,
	  LEVEL_NONE, REASON_NOT_SHARED },
	{ "T09", R(ROLE_GUEST), V(VIA_WORKSPACE), ANY, ANY,
	  LEVEL_NONE, REASON_WORKSPACE_EXCLUDES_GUEST },
	{ "T10", R(ROLE_ADMIN), ALL_VIAS, HIGH, NO_ASSETS,
	  AS_GRANTED, REASON_ADMIN_INHERITS_ASSETS },
	{ "T11", R(ROLE_ADMIN), ALL_VIAS, ANY, ANY,
	  AS_GRANTED, REASON_AS_GRANTED },
	{ "T12", R(ROLE_VIEWER), ALL_VIAS, HIGH, ANY,
	  LEVEL_CAN_VIEW, REASON_ROLE_CAP_VIEWER },
	{ "T13", R(ROLE_EXPLORER), ALL_VIAS, HIGH, ANY,
	  LEVEL_CAN_VIEW, REASON_ROLE_CAP_EXPLORER },
	{ "T14", BUILDERS, ALL_VIAS, HIGH, NO_ASSETS,
	  LEVEL_CAN_VIEW, REASON_ASSET_MISSING },
	{ "T15", BUILDERS, ALL_VIAS, HIGH, WITH_ASSETS,
	  AS_GRANTED, REASON_AS_GRANTED },
	{ "T16", ANY, ALL_VIAS, LOW, ANY,
	  AS_GRANTED, REASON_AS_GRANTED },
};

struct combination {
	unsigned role;
	enum via via;
	enum level level;
	bool assets;
};

static struct combination combination_at(unsigned i)
{
	return (struct combination){
		.role = i / 40, .via = (enum via)(i / 10 % 4),
		.level = (enum level)(i / 2 % 5), .assets = i % 2
	};
}

static const struct rule *match(const struct combination *c)
{
	unsigned assets = c->assets ? WITH_ASSETS : NO_ASSETS;

	for (size_t i = 0; i < COUNT_OF(rules); i++)
		if (rules[i].roles & R(c->role) && rules[i].vias & V(c->via) &&
		    rules[i].levels & L(c->level) && rules[i].assets & assets)
			return &rules[i];
	return NULL;
}

/* Share the project so; a link granted "none" is one that is switched off, and
 * what is given to people with an account is given to others than a visitor. */
static void share(struct facts *f, const struct combination *c, uint32_t user)
{
	struct fact_project *p = &f->projects[0];

	switch (c->via) {
	case VIA_DIRECT:
		facts_set_grant(f, 0, false, user, c->level);
		break;
	case VIA_GROUP:
		facts_set_grant(f, 0, true, 0, c->level);
		break;
	case VIA_WORKSPACE:
		p->workspace = (uint8_t)c->level;
		break;
	case VIA_PUBLIC:
		f->share_to_web = c->level != LEVEL_NONE;
		p->public_web = (uint8_t)(c->level ? c->level : LEVEL_CAN_VIEW);
	}
}

static struct answer answer_to(const struct combination *c, struct facts *f,
			       struct arena *arena)
{
	enum role role = c->role < ROLES ? (enum role)c->role : ROLE_EDITOR;
	struct answer a;
	uint32_t owner, user;

	facts_init(f);
	owner = facts_add_user(f, "u-owner", "owner@x.example", "", ROLE_EDITOR);
	user = facts_add_user(f, "u", "u@x.example", "", role);
	f->users[user].active = c->role != DEACTIVATED;
	facts_add_group(f, "g", "Group");
	facts_set_member(f, 0, user, true);
	facts_add_asset(f, "a", 0, "Asset");
	f->assets[0].builtin = c->assets ? BUILTIN_PUBLIC : 0;
	facts_add_project(f, "p", "Project", owner);
	facts_set_import(f, 0, 0, true);
	share(f, c, user);
	access_decide(f, c->role == ANONYMOUS ? ANYONE : user, 0, arena, &a);
	return a;
}

/* T01 says that the link cannot be set so: where it stands all the same, it
 * reaches nobody and is named. */
static bool holds_invalid_link(const struct answer *a)
{
	return a->n_blocked == 1 && a->effective == LEVEL_NONE &&
	       a->blocked[0].blocked == REASON_PUBLIC_LEVEL_INVALID;
}

static bool obeys(const struct answer *a, const struct rule *rule,
		  const struct combination *c)
{
	int want = rule->effective == AS_GRANTED ? (int)c->level :
						   rule->effective;

	if (rule->reason == REASON_PUBLIC_LEVEL_INVALID)
		return holds_invalid_link(a);
	return (int)a->effective == want && a->reason == rule->reason;
}

TEST(all_320_combinations_obey_the_rules)
{
	unsigned n = 0;

	assert_int_equal(COMBINATIONS, 320);
	for (unsigned i = 0; i < COMBINATIONS; i++) {
		struct combination c = combination_at(i);
		const struct rule *rule = match(&c);
		struct arena arena = { .head = NULL };
		struct facts facts;
		struct answer a;

		assert_non_null(rule);
		a = answer_to(&c, &facts, &arena);
		if (!obeys(&a, rule, &c))
			fail_msg("%s: role %u, via %s, %s, assets %d gives %s %s",
				 rule->name, c.role, via_code(c.via),
				 level_code(c.level), c.assets,
				 level_code(a.effective), reason_code(a.reason));
		n++;
		facts_release(&facts);
		arena_release(&arena);
	}
	print_message("# %u combinations\n", n);
	assert_int_equal(n, 320);
}

TEST(every_rule_is_the_first_to_match_somewhere)
{
	bool used[COUNT_OF(rules)] = { false };

	for (unsigned i = 0; i < COMBINATIONS; i++) {
		struct combination c = combination_at(i);

		used[match(&c) - rules] = true;
	}
	for (size_t i = 0; i < COUNT_OF(rules); i++)
		if (!used[i])
			fail_msg("%s never matches", rules[i].name);
}

/* T17: put away, nobody goes beyond Can View; all other answers stay. */
TEST(a_project_put_away_caps_every_combination)
{
	for (unsigned i = 0; i < COMBINATIONS; i++) {
		struct combination c = combination_at(i);
		struct arena arena = { .head = NULL };
		struct facts facts;
		struct answer live, put_away;

		live = answer_to(&c, &facts, &arena);
		facts.projects[0].state = STATE_ARCHIVED;
		access_decide(&facts, live.user, 0, &arena, &put_away);
		assert_int_equal(put_away.granted, live.granted);
		assert_int_equal(put_away.manages, live.effective);
		assert_int_equal(answer_limited(&put_away,
						REASON_STATE_READ_ONLY),
				 live.granted > LEVEL_CAN_VIEW);
		if (live.effective > LEVEL_CAN_VIEW) {
			assert_int_equal(put_away.effective, LEVEL_CAN_VIEW);
			assert_int_equal(put_away.reason,
					 REASON_STATE_READ_ONLY);
		} else {
			assert_int_equal(put_away.effective, live.effective);
			assert_int_equal(put_away.reason, live.reason);
		}
		facts_release(&facts);
		arena_release(&arena);
	}
}

RUN(CASE(all_320_combinations_obey_the_rules),
    CASE(every_rule_is_the_first_to_match_somewhere),
    CASE(a_project_put_away_caps_every_combination))
