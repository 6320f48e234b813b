/* facts.h: everything the engine may know, in memory, with dense numbers.
 * Users, groups, assets and projects are numbered 0 .. n-1 in each of their
 * arrays; the text id ("u-maya") is what files and people use.  A deleted thing
 * keeps its number and is marked `gone`: whatever points at it counts for nothing.
 * Relations are kept in both directions, sorted by number; strings live in the arena, or
 * in a block (facts_image.h).  Store and files fill facts, edits change them. */
#ifndef MODEL_FACTS_H
#define MODEL_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "model/level.h"
#include "model/numbers.h"

#define NOBODY UINT32_MAX	/* no user, group, asset, project */

struct fact_user {
	const char *id, *email, *name;	/* name may be "" */
	const char *login;		/* unix_login or NULL */
	int64_t last_login;		/* us since 1970; 0: never */
	enum role role;
	bool active, gone;
	struct numbers groups;
	struct numbers projects;	/* direct grants, and owned ones */
};

struct fact_group {
	const char *id, *name;
	bool gone;
	struct numbers members;		/* users */
	struct numbers projects;	/* with a grant to this group */
	struct numbers assets;		/* shared with this group */
};

struct fact_asset {
	const char *id, *name;
	const char *type;		/* "snowflake"; "" if the kind has none */
	const char *config;		/* JSON object text; never a secret value */
	const char *description;
	const char *status;		/* "draft", "untested", "ok", "error" */
	/* Texts as shown, or ""; times in us, 0: never, or before that was kept. */
	const char *created_by, *updated_by, *refresh_asked_by;
	int64_t created, updated, refreshed, refresh_asked;
	int refresh_asks;		/* for a schema refresh, so far */
	uint32_t kind;			/* kind.h */
	unsigned builtin;		/* enum builtin bits */
	bool gone;
	struct numbers groups;		/* custom groups with access */
	struct numbers projects;	/* importing ones */
};

struct fact_grant {
	uint32_t who;			/* user or group number */
	bool group;
	uint8_t level;			/* enum level, never NONE */
};

/* A project's own connection or secret: no effect on levels (F096). */
struct fact_own {
	const char *id, *name, *type, *config;
	uint32_t kind;
};

struct fact_project {
	const char *id, *title, *description;
	const char *status;		/* "" if none */
	const char *categories;		/* comma-joined; "" if none */
	uint32_t owner;
	enum state state;
	int64_t trashed;		/* when; 0 if not */
	int64_t share_switched;		/* when editors_may_share was last set */
	const char *share_switched_by;	/* "" if never */
	bool editors_may_share, gone;
	uint8_t workspace, public_web;	/* enum level */
	struct fact_grant *grants;	/* users by number, then groups by number */
	uint32_t n_grants, cap_grants;
	struct numbers assets;		/* imports */
	struct fact_own *own;
	uint32_t n_own, cap_own;
};

struct fact_record {			/* a Git provider, an API token, a request */
	const char *id, *name, *type, *config;
	bool gone;
};

struct facts {
	const char *name;		/* of the workspace */
	enum plan plan;
	bool share_to_web, api_access, show_secret_values;
	int token_max_days;
	const char *ssh_public_key;	/* of the workspace; "": not known here */
	uint32_t default_asset;		/* or NOBODY */
	int64_t revision;		/* of the store; 0 for files */
	uint64_t changes;		/* another number after each facts_moved(); */
	uint64_t named;			/* ... but for edits that leave all names */
	struct fact_user *users;
	struct fact_group *groups;
	struct fact_asset *assets;
	struct fact_project *projects;
	struct fact_record *providers, *tokens, *requests;
	uint32_t n_users, n_groups, n_assets, n_projects, n_providers, n_tokens, n_requests;
	uint32_t cap_users, cap_groups, cap_assets, cap_projects, cap_providers, cap_tokens, cap_requests;
	struct strmap user_ids, group_ids, asset_ids, project_ids, provider_ids, token_ids, request_ids;
	struct strmap emails;		/* folded e-mail -> user */
	struct arena text;
	struct { void *at; size_t n; void (*drop)(void *, size_t); } block;
	struct { uint32_t *people, *titles; bool *twins; uint64_t named; } order;	/* facts_order.h */
};

/* Defaults of INTERFACES 4: enterprise, share_to_web on, ... */
void facts_init(struct facts *facts);
void facts_release(struct facts *facts);
/* What was derived from them is stale: said by facts_init and edit.h. */
void facts_moved(struct facts *facts);

/* Add with an id that is not there yet (asserted), return the number; strings are
 * copied.  The rest starts at the defaults of INTERFACES 4, but without access. */
uint32_t facts_add_user(struct facts *facts, const char *id, const char *email,
			const char *name, enum role role);
uint32_t facts_add_group(struct facts *facts, const char *id, const char *name);
uint32_t facts_add_asset(struct facts *facts, const char *id, uint32_t kind,
			 const char *name);
uint32_t facts_add_project(struct facts *facts, const char *id,
			   const char *title, uint32_t owner);

/* By text id, not gone; NOBODY if there is none. */
uint32_t facts_user(const struct facts *facts, const char *id);
uint32_t facts_group(const struct facts *facts, const char *id);
uint32_t facts_asset(const struct facts *facts, const char *id);
uint32_t facts_project(const struct facts *facts, const char *id);
uint32_t facts_own(const struct facts *facts, uint32_t project, const char *id);
uint32_t facts_user_by_email(const struct facts *facts, const char *email);
const struct fact_grant *facts_grant(const struct facts *facts, uint32_t project,
				     bool group, uint32_t who);
void facts_set_grant(struct facts *facts, uint32_t project, bool group,
		     uint32_t who, enum level level); /* LEVEL_NONE removes it */
void facts_set_member(struct facts *facts, uint32_t group, uint32_t user, bool on);
void facts_set_import(struct facts *facts, uint32_t project, uint32_t asset, bool on);
void facts_set_access(struct facts *facts, uint32_t asset, uint32_t group, bool on);
void facts_set_owner(struct facts *facts, uint32_t project, uint32_t user);
/* Members of a built-in group, computed (A49 A50; PUBLIC counts all users). */
bool facts_in_builtin(const struct fact_user *user, enum builtin one);
uint32_t facts_active_admins(const struct facts *facts);
const char *facts_user_name(const struct facts *facts, uint32_t user); /* or e-mail */

#endif
