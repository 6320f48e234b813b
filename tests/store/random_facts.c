/* random_facts.c: see random_facts.h. */
#include "tests/store/random_facts.h"

#include <stdio.h>

struct dice {
	uint64_t seed;
};

static uint32_t below(struct dice *dice, uint32_t n)
{
	uint64_t z = (dice->seed += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return n ? (uint32_t)((z ^ (z >> 31)) % n) : 0;
}

static void add_users(struct facts *facts, const struct shape *shape,
		      struct dice *dice)
{
	char id[32], email[64];
	uint32_t user;

	for (uint32_t i = 0; i < shape->users; i++) {
		snprintf(id, sizeof(id), "u-%06u", i);
		snprintf(email, sizeof(email), "Person%u@Example.org", i);
		user = facts_add_user(facts, id, email, i % 3 ? "Some Body" : "",
				      i ? (enum role)below(dice, ROLES) :
				      ROLE_ADMIN);
		facts->users[user].active = i == 0 || below(dice, 6) != 0;
	}
}

static void add_groups(struct facts *facts, const struct shape *shape,
		       struct dice *dice)
{
	char id[32];

	for (uint32_t i = 0; i < shape->groups; i++) {
		snprintf(id, sizeof(id), "g-%05u", i);
		facts_add_group(facts, id, "Group");
		for (uint32_t j = below(dice, 2 * shape->members); j > 0; j--)
			facts_set_member(facts, i, below(dice, shape->users),
					 true);
	}
}

static void add_assets(struct facts *facts, const struct shape *shape,
		       struct dice *dice)
{
	char id[32], name[32];

	for (uint32_t i = 0; i < shape->assets; i++) {
		snprintf(id, sizeof(id), "a-%05u", i);
		snprintf(name, sizeof(name), "NAME_%u", i);
		facts_add_asset(facts, id, below(dice, 4), name);
		facts->assets[i].builtin = below(dice, 3) ?
			1u << below(dice, 3) : 0;
		for (uint32_t j = below(dice, 3); j > 0; j--)
			facts_set_access(facts, i, below(dice, shape->groups),
					 true);
	}
}

static void share(struct facts *facts, const struct shape *shape,
		  uint32_t project, struct dice *dice)
{
	struct fact_project *one = &facts->projects[project];
	bool group;

	one->state = below(dice, 4) ? STATE_ACTIVE :
		(enum state)below(dice, STATES);
	one->workspace = (uint8_t)(below(dice, 2) ? below(dice, LEVELS) : 0);
	one->public_web = (uint8_t)below(dice, 3);
	one->editors_may_share = below(dice, 2);
	for (uint32_t j = below(dice, 2 * shape->grants); j > 0; j--) {
		group = below(dice, 2);
		facts_set_grant(facts, project, group, below(dice, group ?
			shape->groups : shape->users),
			(enum level)(1 + below(dice, 4)));
	}
	for (uint32_t j = below(dice, 4); j > 0; j--)
		facts_set_import(facts, project, below(dice, shape->assets),
				 true);
}

void random_facts(struct facts *facts, const struct shape *shape, uint64_t seed)
{
	struct dice dice = { seed };
	char id[32];

	facts_init(facts);
	facts->share_to_web = below(&dice, 3) != 0;
	add_users(facts, shape, &dice);
	add_groups(facts, shape, &dice);
	add_assets(facts, shape, &dice);
	for (uint32_t i = 0; i < shape->projects; i++) {
		snprintf(id, sizeof(id), "p-%05u", i);
		facts_add_project(facts, id, "Project",
				  below(&dice, shape->users));
		share(facts, shape, i, &dice);
	}
}
