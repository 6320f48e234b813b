/* edit.h: one elementary change of the facts.  Everything gatehouse writes is
 * a list of edits: the engine previews it on facts, the store writes it, the
 * audit event carries it, undo turns it round.  There is no other way to
 * change a workspace but a whole-file import. */
#ifndef MODEL_EDIT_H
#define MODEL_EDIT_H

#include "base/error.h"
#include "base/json_write.h"
#include "model/facts.h"

enum edit_kind {
	EDIT_WORKSPACE_NAME,	/* text */
	EDIT_WORKSPACE_SSH_KEY,	/* text */
	EDIT_PLAN,		/* value: enum plan */
	EDIT_SETTING,		/* text: setting name; value */
	EDIT_DEFAULT_ASSET,	/* asset or NOBODY */
	EDIT_USER_ADD,		/* text: id, text2: e-mail, text3: name; value: role */
	EDIT_USER_NAME,		/* user, text */
	EDIT_USER_LOGIN,	/* user, text or NULL */
	EDIT_USER_ROLE,		/* user, value */
	EDIT_USER_ACTIVE,	/* user, value */
	EDIT_USER_DELETE,	/* user (gone): only takes back an addition; what
				 * points at the user must be gone */
	EDIT_GROUP_ADD,		/* text: id, text2: name */
	EDIT_GROUP_NAME,	/* group, text */
	EDIT_GROUP_DELETE,	/* group (gone in the facts) */
	EDIT_MEMBER,		/* group, user, value: in or out */
	EDIT_ASSET_ADD,		/* text: id, text2: name, text3: type,
				 * text4: config, value: kind */
	EDIT_ASSET_NAME,	/* asset, text */
	EDIT_ASSET_TYPE,	/* asset, text */
	EDIT_ASSET_CONFIG,	/* asset, text */
	EDIT_ASSET_DESCRIPTION,	/* asset, text */
	EDIT_ASSET_STATUS,	/* asset, text: "draft", "untested", ... */
	EDIT_ASSET_REFRESH_ASKS,	/* asset, value: how often it was asked for */
	EDIT_ASSET_DELETE,	/* asset (gone) */
	EDIT_ASSET_GROUP,	/* asset, group, value: on or off */
	EDIT_ASSET_BUILTIN,	/* asset, value: the whole set of bits */
	EDIT_PROVIDER_ADD,	/* text: id, text2: name, text3: type, text4: config */
	EDIT_PROVIDER_NAME,	/* provider, text */
	EDIT_PROVIDER_TYPE,	/* provider, text */
	EDIT_PROVIDER_CONFIG,	/* provider, text */
	EDIT_PROVIDER_DELETE,	/* provider (gone) */
	EDIT_TOKEN_ADD,		/* as EDIT_PROVIDER_ADD */
	EDIT_TOKEN_NAME,	/* token, text */
	EDIT_TOKEN_TYPE,	/* token, text */
	EDIT_TOKEN_CONFIG,	/* token, text */
	EDIT_TOKEN_DELETE,	/* token (gone) */
	/* Of these project and user say whose it is, too. */
	EDIT_REQUEST_ADD,	/* as EDIT_PROVIDER_ADD */
	EDIT_REQUEST_NAME,	/* request, text */
	EDIT_REQUEST_TYPE,	/* request, text */
	EDIT_REQUEST_CONFIG,	/* request, text */
	EDIT_REQUEST_DELETE,	/* request (gone) */
	EDIT_PROJECT_ADD,	/* text: id, text2: title; user: owner */
	EDIT_PROJECT_TITLE,	/* project, text */
	EDIT_PROJECT_DESCRIPTION, /* project, text */
	EDIT_PROJECT_STATUS,	/* project, text; "": none */
	EDIT_PROJECT_CATEGORIES, /* project, text: comma-joined */
	EDIT_PROJECT_STATE,	/* project, value: enum state */
	EDIT_PROJECT_OWNER,	/* project, user */
	EDIT_PROJECT_EDITORS,	/* project, value: editors may share */
	EDIT_PROJECT_WORKSPACE,	/* project, value: level */
	EDIT_PROJECT_PUBLIC,	/* project, value: level */
	EDIT_PROJECT_DELETE,	/* project (gone) */
	EDIT_GRANT_USER,	/* project, user, value: level, NONE removes */
	EDIT_GRANT_GROUP,	/* project, group, value: level */
	EDIT_IMPORT,		/* project, asset, value: on or off */
	/* A project's own connections and secrets; text: its id. */
	EDIT_OWN_ADD,		/* project; text2: name, text3: type,
				 * text4: config, value: kind */
	EDIT_OWN_NAME,		/* project, text2 */
	EDIT_OWN_TYPE,		/* project, text2 */
	EDIT_OWN_CONFIG,	/* project, text2 */
	EDIT_OWN_DELETE,	/* project */
	EDIT_KINDS
};

#define EDIT_NEVER INT64_MIN	/* `when` of what was never stamped */

struct edit {
	enum edit_kind kind;
	/* NOBODY where unused; filled in by edit_apply for ADDs */
	uint32_t user, group, asset, provider, token, request, project;
	int value;
	const char *text, *text2, *text3, *text4;
	/* Assets as they are described, trashed projects and the switch of editors
	 * carry who changed them and when.  0: the commit says, see edit_stamp. */
	int64_t when;
	const char *by;
	/* What stood there before; filled in by edit_apply. */
	int64_t old_when;
	const char *old_by;
	int old_value;
	uint32_t old_number;
	const char *old_text;
	struct fact_own old_own;	/* EDIT_OWN_DELETE, if old_value is 0 */
};

/* Start an edit: every number NOBODY. */
struct edit edit_of(enum edit_kind kind);

/* Change the facts; edits whose numbers are out of range are a bug (assert).
 * An edit that changes nothing is allowed.  New texts are copied into the
 * facts. */
void edit_apply(struct facts *facts, struct edit *edit);
/* Take back the last edit applied (strictly in reverse order). */
void edit_revert(struct facts *facts, struct edit *edit);
/* True if it takes a thing away for good. */
bool edit_deletes(const struct edit *edit);
/* True if it would change anything. */
bool edit_changes(const struct facts *facts, const struct edit *edit);

/* The commit came: stamp what waited for it.  by is copied. */
void edit_stamp(struct facts *facts, const struct edit *edits, size_t n,
		int64_t time, const char *by);

/* For the audit event: {"edit":"grant_group","project":"p-rev","group":"g-fin",
 * "before":"none","after":"can_edit"}: text ids, so that it can be read and
 * undone later.  Write after edit_apply. */
void edit_json(struct json *json, const struct facts *facts,
	       const struct edit *edit);
const char *edit_kind_name(enum edit_kind kind);

#endif
