/* rights.h: what levels and roles amount to, said once (ARCHITECTURE 8.3).  Verbs,
 * dialogs, menus, pages and the command line ask here, or in action/judge/may.h for a
 * right with its refusal; none of them compares levels or roles itself. */
#ifndef ACCESS_RIGHTS_H
#define ACCESS_RIGHTS_H

#include "access/edit_granted.h"

/* ---- what a level gives ----------------------------------------------------------- */

bool level_opens(enum level level);	/* the published app, at least */
bool level_views(enum level level);	/* Logic too: Can View or more */
bool level_edits(enum level level);	/* Can Edit or more: what roles and assets
					 * hold at Can View */
bool level_is_full(enum level level);

/* ---- what a role is ---------------------------------------------------------------- */

bool role_has_all_assets(enum role role);	/* A57: Admin */
bool role_is_held(enum role role);	/* B08, D10: at most Can View */
bool role_is_guest(enum role role);	/* B14: the workspace does not reach them */
bool role_makes_tokens(enum role role);	/* of the API: Editor or higher (row 20) */
bool role_is_optional(enum role role);	/* D10: offered where somebody has it */
bool role_above(enum role a, enum role b);	/* Admin, Manager, .. Guest (D32) */

/* ---- assets ------------------------------------------------------------------------- */

/* Shared with nobody: then only Admins have access (D20). */
bool asset_is_for_admins(const struct facts *facts, uint32_t asset);

/* ---- secrets ------------------------------------------------------------------------ */

/* Does this effective level on a project show the values of its secrets?  Can Edit
 * (A15), where the workspace does not hide them. */
bool right_sees_values(const struct facts *facts, enum level effective);
/* Who sees the value of a shared secret through any project that imports it; `sees`
 * has facts->n_users places.  Returns how many. */
uint32_t right_value_seers(const struct facts *facts, uint32_t asset,
			   struct editors *editors, bool *sees);
/* The same, a project at a time; false: that was all. */
bool right_value_seers_next(const struct facts *facts, struct value_seers *seers,
			    struct editors *editors, bool *sees);

/* ---- owning, granting, sharing ------------------------------------------------------ */

/* Why not: REASON_DEACTIVATED, ROLE_CAP_VIEWER, ROLE_CAP_EXPLORER, ASSET_MISSING. */
struct bar {
	enum reason code;
	uint32_t asset;			/* ASSET_MISSING: the first; else NOBODY */
};

/* D21, D4: may this person become the owner?  bar may be NULL. */
bool right_to_own(const struct facts *facts, uint32_t project, uint32_t user,
		  struct bar *bar);
/* D4: may this person be granted the level directly, where less (or nothing) is? */
bool right_to_be_granted(const struct facts *facts, uint32_t project,
			 uint32_t user, enum level level, struct bar *bar);
/* Up to which level the answer's person may change shares (D6); LEVEL_NONE: none.
 * Of a project that is put aside they are only lowered and taken away. */
enum level right_shares_up_to(const struct facts *facts,
			      const struct answer *answer);

#endif
