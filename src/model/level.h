/* level.h: the closed lists of the domain: levels, roles, plans, states,
 * built-in groups.  Codes stand in files, labels on screens (INTERFACES 2). */
#ifndef MODEL_LEVEL_H
#define MODEL_LEVEL_H

#include <stdbool.h>

enum level { LEVEL_NONE, LEVEL_APP_ONLY, LEVEL_CAN_VIEW, LEVEL_CAN_EDIT,
	     LEVEL_FULL_ACCESS, LEVELS };

enum role { ROLE_ADMIN, ROLE_MANAGER, ROLE_EDITOR, ROLE_EXPLORER, ROLE_VIEWER,
	    ROLE_GUEST, ROLES,
	    ROLE_ANONYMOUS = ROLES };	/* the web visitor; never stored */

enum plan { PLAN_COMMUNITY, PLAN_PROFESSIONAL, PLAN_TEAM, PLAN_ENTERPRISE,
	    PLANS };

enum state { STATE_ACTIVE, STATE_ARCHIVED, STATE_TRASHED, STATES };

/* Built-in groups an asset may be shared with (A49-A51); a set of bits. */
enum builtin { BUILTIN_WORKSPACE = 1, BUILTIN_GUESTS = 2, BUILTIN_PUBLIC = 4 };
enum { BUILTINS = 3 };
extern const enum builtin builtin_all[BUILTINS];	/* in this order */

const char *level_code(enum level level);	/* "can_edit" */
const char *level_label(enum level level);	/* "Can Edit"; "No access" */
const char *level_brief(enum level level);	/* "Edit"; "None" */
const char *role_code(enum role role);		/* "editor", "anonymous" */
const char *role_label(enum role role);		/* "Editor" */
const char *plan_code(enum plan plan);
const char *plan_label(enum plan plan);
const char *state_code(enum state state);	/* "active" */
const char *builtin_code(enum builtin one);	/* "workspace_guests" */
const char *builtin_label(enum builtin one);	/* "Workspace guests" */

/* The one reader of each, for arguments, forms and files: any of the forms
 * can_edit, can-edit, "Can Edit", any case, blanks around it; "author" reads as
 * editor (D28).  False for anything else. */
bool level_parse(const char *text, enum level *out);
bool role_parse(const char *text, enum role *out);
bool plan_parse(const char *text, enum plan *out);
bool state_parse(const char *text, enum state *out);
bool builtin_parse(const char *text, enum builtin *out);

/* Exactly the code and nothing else: what stores and events hold. */
bool level_from_code(const char *text, enum level *out);
bool role_from_code(const char *text, enum role *out);
bool plan_from_code(const char *text, enum plan *out);
bool state_from_code(const char *text, enum state *out);

#endif
