/* access.h: the permission engine.  Pure: facts in, answers out.
 *
 *   effective = min( max of the grants that reach you,
 *                    min of the ceilings over you )
 *
 * access_decide is the plain definition (DOMAIN 4.1, 5); its answer is also
 * the explanation: the same walk, observed.  Everything shown anywhere is a
 * rendering of this one answer. */
#ifndef ACCESS_ACCESS_H
#define ACCESS_ACCESS_H

#include "base/arena.h"
#include "model/facts.h"

/* The anonymous web visitor, where a user number is asked for. */
#define ANYONE (UINT32_MAX - 1)

enum via { VIA_DIRECT, VIA_GROUP, VIA_WORKSPACE, VIA_PUBLIC };

enum reason {			/* names: reason_code() */
	REASON_AS_GRANTED, REASON_BEST_OF_SOURCES, REASON_ROLE_CAP_VIEWER,
	REASON_ROLE_CAP_EXPLORER, REASON_ASSET_MISSING,
	REASON_ADMIN_INHERITS_ASSETS, REASON_ADMIN_NOT_SHARED,
	REASON_WORKSPACE_EXCLUDES_GUEST, REASON_NOT_SHARED, REASON_PUBLIC_LINK,
	REASON_PUBLIC_LEVEL_INVALID, REASON_PUBLIC_SWITCH_OFF,
	REASON_TRASHED_LINK_SUSPENDED, REASON_DEACTIVATED, REASON_NO_ACCOUNT,
	REASON_STATE_READ_ONLY, REASONS
};

/* Capabilities, in the order of INTERFACES 3 "can". */
enum can {
	CAN_VIEW_APP, CAN_INTERACT_APP, CAN_VIEW_LOGIC, CAN_RUN,
	CAN_COMMENT_APP, CAN_COMMENT_LOGIC, CAN_EDIT, CAN_IMPORT_ASSET,
	CAN_SEE_SECRETS, CAN_WRITE_BACK, CAN_SHARE, CAN_ALLOW_EDITORS_TO_SHARE,
	CAN_RENAME, CAN_DELETE, CAN_DUPLICATE, CAN_MANAGE, CANS
};

struct source {
	enum via via;
	uint32_t group;			/* VIA_GROUP, else NOBODY */
	enum level level;
	bool owner;			/* VIA_DIRECT through ownership */
	bool wins;
	enum reason blocked;		/* why it does not reach (in `blocked`) */
};

struct limit {
	enum reason code;		/* ROLE_CAP_*, ASSET_MISSING, STATE_READ_ONLY */
	enum level cap;			/* always Can View */
	uint32_t asset;			/* ASSET_MISSING, else NOBODY */
};

struct answer {
	uint32_t user, project;		/* user may be ANYONE */
	enum role role;
	bool active;
	enum level granted, effective;
	enum level manages;		/* after steps 1-4: without the state cap */
	enum reason reason;		/* first matching row of DOMAIN 5.1 */
	unsigned can;			/* bits 1 << enum can */
	struct source *sources;		/* that reach; fixed order, see ENGINE 1 */
	struct source *blocked;		/* stored but do not reach */
	struct limit *limits;		/* all that bind: role, assets, state */
	uint32_t n_sources, n_blocked, n_limits;
};

/* The answer for one pair; its lists live in the arena. */
void access_decide(const struct facts *facts, uint32_t user, uint32_t project,
		   struct arena *arena, struct answer *out);

/* The same, were the person's account active: what a reactivation brings.  The facts
 * are as before on return. */
void access_once_active(const struct facts *facts, uint32_t user, uint32_t project,
			struct arena *arena, struct answer *out);

/* What the limits take away: the bits granted would hold without them (D13). */
unsigned access_lost(const struct facts *facts, const struct answer *a);
/* Has this user access to this asset (4.1)?  Deactivated people have none; a web
 * visitor (ANYONE) what is open to Public (A51), which shows no more (D12). */
bool access_asset(const struct facts *facts, uint32_t user, uint32_t asset);
/* Would an anonymous row be shown: a public level is stored. */
/* Does this person see the value of a secret in one of these projects? */
bool access_sees_value(const struct facts *facts, uint32_t user,
		       const struct numbers *projects);
bool access_has_anonymous(const struct facts *facts, uint32_t project);

/* ---- fast.c: many pairs at once, levels only; shares no code with decide --- */

struct verdict {
	uint8_t granted, effective;	/* enum level */
	bool role_cap, asset_cap, state_cap;
};

/* out[facts->n_users]; gone users get LEVEL_NONE. */
void access_of_project(const struct facts *facts, uint32_t project,
		       struct verdict *out);
/* out[facts->n_projects] */
void access_of_user(const struct facts *facts, uint32_t user,
		    struct verdict *out);

struct totals {
	uint64_t users, projects, pairs, count[LEVELS], downgraded;
};
/* Sets *out to one project over every user (verdicts of access_of_project). */
void access_count(const struct facts *facts, const struct verdict *verdicts,
		  struct totals *out);

/* ---- preview.c ------------------------------------------------------------ */

struct edit;
struct change {
	uint32_t user, project;		/* user may be ANYONE */
	struct answer before, after;	/* before: levels and limits, no sources */
};

/* Is it a loss, a gain, or held where it was granted more? */
enum way { WAY_LOSES, WAY_GAINS, WAY_HELD, WAY_SAME, WAYS };
enum way change_way(const struct change *change);

/* Of the changes of one way: pairs, and how many different people and projects. */
struct way_sum {
	uint64_t pairs;
	uint32_t people, projects;
	bool anyone;			/* the web visitor, who is no person */
};

struct preview {
	struct change *changes;		/* by project, then user: the first n of
					 * `total` pairs whose granted, effective or
					 * limits change */
	uint32_t n;
	uint64_t total;
	uint64_t up, down, held;	/* pairs of people; the visitor is only listed */
	struct way_sum sums[WAYS];
	struct way_sum all;		/* of loses, gains and held together */
	uint32_t made;		/* projects from here on are made by the edits */
};

/* Exact consequence of the edits, all of it listed.  Applies them to the facts and
 * takes them back: the facts are as before on return.  Where it may be long:
 * access/preview.h. */
void access_preview(struct facts *facts, struct edit *edits, size_t n,
		    struct arena *arena, struct preview *out);

/* Groups with a grant on the project that the user is not in (near misses). */
void access_near_misses(const struct facts *facts, uint32_t user,
			uint32_t project, struct arena *arena,
			struct source **out, uint32_t *n);

#endif
