/* worlds.c: see worlds.h. */
#include "tests/access/worlds.h"

#include <stdio.h>

enum { BOTH = WORLD_SHARES };		/* each share state stands twice */

static void add_people(struct facts *f)
{
	char id[32], email[64];
	uint32_t group = facts_add_group(f, "g", "Group");

	for (unsigned i = 0; i < WORLD_USERS; i++) {
		enum role role = (enum role)(i / 4);
		uint32_t u;

		snprintf(id, sizeof(id), "u-%s-%s-%s", role_code(role),
			 i & 1 ? "off" : "on", i & 2 ? "in" : "out");
		snprintf(email, sizeof(email), "%s@x.example", id);
		u = facts_add_user(f, id, email, id, role);
		f->users[u].active = !(i & 1);
		facts_set_member(f, group, u, i & 2);
	}
	facts_add_user(f, "u-owner", "owner@x.example", "Owner", ROLE_EDITOR);
}

static void add_assets(struct facts *f)
{
	char id[32], name[32];

	for (unsigned i = 0; i < 2 * WORLD_SHARES; i++) {
		unsigned share = i % WORLD_SHARES;
		uint32_t a;

		snprintf(id, sizeof(id), "a-%u-%u", i / WORLD_SHARES, share);
		snprintf(name, sizeof(name), "A_%u_%u", i / WORLD_SHARES, share);
		a = facts_add_asset(f, id, 0, name);
		f->assets[a].builtin = share % 8;
		facts_set_access(f, a, 0, share / 8);
	}
}

/* None, one of 16, or two of them in any combination. */
static void import(struct facts *f, uint32_t project, unsigned which)
{
	if (which == 0)
		return;
	if (which <= WORLD_SHARES) {
		facts_set_import(f, project, which - 1, true);
		return;
	}
	which -= 1 + WORLD_SHARES;
	for (unsigned i = 0; i < WORLD_SHARES; which -= ++i) {
		if (which > i)
			continue;
		facts_set_import(f, project, i, true);
		facts_set_import(f, project, BOTH + which, true);
		return;
	}
}

static uint32_t add_project(struct facts *f, unsigned slice, const char *id,
			    uint32_t owner, unsigned imports)
{
	uint32_t p = facts_add_project(f, id, id, owner);

	f->projects[p].public_web = (uint8_t)(slice % 3);
	f->projects[p].state = (enum state)(slice / 6);
	import(f, p, imports);
	return p;
}

static void add_granted(struct facts *f, unsigned slice, unsigned which)
{
	unsigned direct = which % 5, group = which / 5 % 5;
	unsigned workspace = which / 25 % 5, imports = which / 125;
	char id[64];
	uint32_t p;

	snprintf(id, sizeof(id), "p-d%u-g%u-w%u-i%u", direct, group, workspace,
		 imports);
	p = add_project(f, slice, id, WORLD_USERS, imports);
	f->projects[p].workspace = (uint8_t)workspace;
	for (uint32_t u = 0; direct && u < WORLD_USERS; u++)
		facts_set_grant(f, p, false, u, (enum level)direct);
	if (group)
		facts_set_grant(f, p, true, 0, (enum level)group);
}

uint64_t worlds_build(struct facts *f, unsigned slice)
{
	uint64_t worlds = 0;
	char id[64];

	facts_init(f);
	f->share_to_web = !(slice / 3 % 2);
	add_people(f);
	add_assets(f);
	for (unsigned i = 0; i < 125 * WORLD_IMPORTS; i++) {
		add_granted(f, slice, i);
		worlds += WORLD_USERS;
	}
	for (uint32_t u = 0; u < WORLD_USERS; u++)
		for (unsigned i = 0; i < WORLD_IMPORTS; i++) {
			snprintf(id, sizeof(id), "p-o%u-i%u", (unsigned)u, i);
			add_project(f, slice, id, u, i);
			worlds++;
		}
	return worlds;
}
