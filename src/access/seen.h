/* seen.h: the one door to names.  What a subject may see of the facts, and each
 * thing as that subject may see it (INTERFACES 2, DOMAIN 6).
 *
 * The engine judges on facts and answers with numbers; whatever turns a number into
 * a name, a field or a count asks here.  A thing that may not be seen comes back as
 * a stand-in: its id and e-mail are "", its name says what it is ("somebody",
 * "a group", "a secret not shared with you", "a project you may not see").  One
 * that is seen by its name only comes back without the rest.
 *
 *   user      everybody but Guests and the deactivated sees all; each sees oneself
 *   group     the same; a Guest sees none, not even the own ones
 *   asset     an Admin all of it; with access: name, kind and type
 *   project   Can View all of it, App Only title and state; an Admin all of it
 *   own       a project's own connections and secrets: effective Can Edit, nobody
 *             else, no Admin either (D1: no content)
 *
 * Nothing is copied: hidden is not gone.  Made from the facts as they are, and again,
 * lazily, when they moved (facts.changes). */
#ifndef ACCESS_SEEN_H
#define ACCESS_SEEN_H

#include "access/access.h"
#include "model/whose.h"

enum sight { SIGHT_NOTHING, SIGHT_NAME, SIGHT_ALL };

struct seen_lists;

struct seen {
	const struct facts *facts;	/* for the engine: seen_judged() */
	uint32_t subject;		/* whose eyes; NOBODY: nobody of the list */
	bool all;			/* an Admin, or the owner of the store's file */
	bool own;			/* a project's own things too: the facts raw */
	bool people;			/* users and groups: lists of them are whole */
	struct seen_lists *lists;	/* made when asked for */
};

/* all: an Admin's sight.  Facts must outlive it; seen_release on it. */
void seen_init(struct seen *seen, const struct facts *facts, uint32_t subject,
	       bool all);
void seen_release(struct seen *seen);
/* The facts moved: who may see people is to be asked again. */
bool seen_stale(const struct seen *seen);
void seen_renew(struct seen *seen);
/* Everything, a project's own things too: what is written for all (files, events),
 * never shown.  Needs no release. */
struct seen seen_everything(const struct facts *facts);

/* The facts, as the engine's first argument and for nothing else. */
const struct facts *seen_judged(const struct seen *seen);

/* Numbers outside the facts and things that are gone are not seen. */
bool sees_user(const struct seen *seen, uint32_t user);
bool sees_group(const struct seen *seen, uint32_t group);
enum sight sees_asset(const struct seen *seen, uint32_t asset);
enum sight sees_project(const struct seen *seen, uint32_t project);
bool sees_own(const struct seen *seen, uint32_t project);
/* A line of a preview: its person and its project (the visitor: all of it). */
bool sees_pair(const struct seen *seen, uint32_t user, uint32_t project);
/* Does this limit bind the subject itself, now?  Then its asset is named. */
bool sees_limit(const struct seen *seen, const struct answer *answer,
		const struct limit *limit);
/* The thing as it may be seen, never NULL; valid until the facts move.  Who sees all
 * sees what is gone, too. */
const struct fact_user *seen_user(const struct seen *seen, uint32_t user);
const struct fact_group *seen_group(const struct seen *seen, uint32_t group);
const struct fact_asset *seen_asset(const struct seen *seen, uint32_t asset);
const struct fact_project *seen_project(const struct seen *seen,
					uint32_t project);
/* The projects that import an asset, as numbers to go through sees_project(). */
const struct numbers *seen_importing(const struct seen *seen, uint32_t asset);
/* The asset of a limit: by its name where sees_limit() or with access. */
const struct fact_asset *seen_limit_asset(const struct seen *seen,
					  const struct answer *answer,
					  const struct limit *limit);

/* Name for people: the name, the e-mail where there is none; "somebody". */
const char *seen_user_name(const struct seen *seen, uint32_t user);

/* A name that stands alone tells apart what has the same name, folded (D27): "Bob
 * Stein (bob@acme.com)", "Finance (g-fin)"; the name where no other of its sort that
 * is seen has it.  Valid until the facts move.  twin: what stands in the brackets, or
 * NULL; name: what stands before them.  sort: OF_USER, OF_GROUP, OF_ASSET, OF_PROJECT.
 * seen_everything() tells nothing apart. */
const char *seen_user_label(const struct seen *seen, uint32_t user);
const char *seen_group_label(const struct seen *seen, uint32_t group);
const char *seen_asset_label(const struct seen *seen, uint32_t asset);
const char *seen_project_label(const struct seen *seen, uint32_t project);
const char *seen_name(const struct seen *seen, enum whose sort, uint32_t n);
const char *seen_twin(const struct seen *seen, enum whose sort, uint32_t n);
/* All people or projects by these names, or NULL where one must put them in order. */
const uint32_t *seen_order(const struct seen *seen, enum whose sort);

/* Of the asset of a limit, as seen_limit_asset() has it. */
const char *seen_limit_label(const struct seen *seen, const struct answer *answer,
			     const struct limit *limit);

/* Where the numbers end, for loops that ask sees_* of each; no count to be said. */
static inline uint32_t seen_n_users(const struct seen *seen)
{
	return seen->facts->n_users;
}

static inline uint32_t seen_n_groups(const struct seen *seen)
{
	return seen->facts->n_groups;
}

static inline uint32_t seen_n_assets(const struct seen *seen)
{
	return seen->facts->n_assets;
}

static inline uint32_t seen_n_projects(const struct seen *seen)
{
	return seen->facts->n_projects;
}

/* Git providers and API tokens (whose_record): an Admin sees them all, others none. */
static inline uint32_t seen_n_records(const struct seen *seen, enum whose whose)
{
	return seen->all ? whose_n(seen->facts, whose) : 0;
}

/* The workspace's own row, as everybody is told it; the default is NOBODY where
 * its asset is not seen. */
struct seen_workspace {
	const char *name;
	enum plan plan;
	bool share_to_web, api_access, show_secret_values;
	int token_max_days;
	const char *ssh_public_key;	/* "" to all but Admins */
	uint32_t default_asset;
	bool has_default;	/* there is one, be it seen or not (D18) */
	int64_t revision;
};
struct seen_workspace seen_workspace(const struct seen *seen);
bool sees_record(const struct seen *seen, enum whose whose, uint32_t n);
/* "a Git provider" to all but Admins. */
const struct fact_record *seen_record(const struct seen *seen, enum whose whose,
				      uint32_t n);

/* Members of a group, people with a role, ...: how many of them are seen. */
uint32_t seen_count_users(const struct seen *seen);
uint32_t seen_count_members(const struct seen *seen, uint32_t group);
uint32_t seen_count_records(const struct seen *seen, enum whose whose);
/* Projects that import the asset. */
uint32_t seen_count_uses(const struct seen *seen, uint32_t asset);

#endif
