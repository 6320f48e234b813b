/* codes.c: the fixed names of reasons, capabilities and kinds of source. */
#include <assert.h>
#include <string.h>

#include "access/access.h"
#include "access/words.h"
#include "base/buf.h"

static const char *const reasons[REASONS] = {
	[REASON_AS_GRANTED] = "AS_GRANTED",
	[REASON_BEST_OF_SOURCES] = "BEST_OF_SOURCES",
	[REASON_ROLE_CAP_VIEWER] = "ROLE_CAP_VIEWER",
	[REASON_ROLE_CAP_EXPLORER] = "ROLE_CAP_EXPLORER",
	[REASON_ASSET_MISSING] = "ASSET_MISSING",
	[REASON_ADMIN_INHERITS_ASSETS] = "ADMIN_INHERITS_ASSETS",
	[REASON_ADMIN_NOT_SHARED] = "ADMIN_NOT_SHARED",
	[REASON_WORKSPACE_EXCLUDES_GUEST] = "WORKSPACE_EXCLUDES_GUEST",
	[REASON_NOT_SHARED] = "NOT_SHARED",
	[REASON_PUBLIC_LINK] = "PUBLIC_LINK",
	[REASON_PUBLIC_LEVEL_INVALID] = "PUBLIC_LEVEL_INVALID",
	[REASON_PUBLIC_SWITCH_OFF] = "PUBLIC_SWITCH_OFF",
	[REASON_TRASHED_LINK_SUSPENDED] = "TRASHED_LINK_SUSPENDED",
	[REASON_DEACTIVATED] = "DEACTIVATED",
	[REASON_NO_ACCOUNT] = "NO_ACCOUNT",
	[REASON_STATE_READ_ONLY] = "STATE_READ_ONLY",
};

static const struct { const char *code, *label; } cans[CANS] = {
	[CAN_VIEW_APP] = { "view_app", "view app" },
	[CAN_INTERACT_APP] = { "interact_app", "interact with app" },
	[CAN_VIEW_LOGIC] = { "view_logic", "view Logic" },
	[CAN_RUN] = { "run", "run" },
	[CAN_COMMENT_APP] = { "comment_app", "comment on app" },
	[CAN_COMMENT_LOGIC] = { "comment_logic", "comment on Logic" },
	[CAN_EDIT] = { "edit", "edit" },
	[CAN_IMPORT_ASSET] = { "import_asset", "import assets" },
	[CAN_SEE_SECRETS] = { "see_secrets", "see secret values" },
	[CAN_WRITE_BACK] = { "write_back", "write back" },
	[CAN_SHARE] = { "share", "share" },
	[CAN_ALLOW_EDITORS_TO_SHARE] = { "allow_editors_to_share",
					 "allow editors to share" },
	[CAN_RENAME] = { "rename", "rename" },
	[CAN_DELETE] = { "delete", "delete" },
	[CAN_DUPLICATE] = { "duplicate", "duplicate" },
	[CAN_MANAGE] = { "manage", "manage" },
};

const char *reason_code(enum reason reason)
{
	assert((unsigned)reason < REASONS);
	return reasons[reason];
}

bool reason_find(const char *code, enum reason *out)
{
	for (unsigned i = 0; i < REASONS; i++) {
		if (strcmp(reasons[i], code))
			continue;
		*out = (enum reason)i;
		return true;
	}
	return false;
}

const char *can_code(enum can can)
{
	assert((unsigned)can < CANS);
	return cans[can].code;
}

const char *can_label(enum can can)
{
	assert((unsigned)can < CANS);
	return cans[can].label;
}

void can_list(unsigned bits, struct buf *out)
{
	static const struct { unsigned all; const char *label; } pairs[] = {
		{ 1u << CAN_VIEW_APP | 1u << CAN_VIEW_LOGIC, "view app and Logic" },
		{ 1u << CAN_INTERACT_APP, "interact" },
		{ 1u << CAN_COMMENT_APP | 1u << CAN_COMMENT_LOGIC, "comment" },
	};
	size_t before = out->len;

	for (size_t i = 0; i < COUNT_OF(pairs); i++) {
		if ((bits & pairs[i].all) != pairs[i].all)
			continue;
		buf_printf(out, "%s%s", out->len > before ? ", " : "",
			   pairs[i].label);
		bits &= ~pairs[i].all;
	}
	for (unsigned i = 0; i < CANS; i++)
		if (bits & 1u << i)
			buf_printf(out, "%s%s", out->len > before ? ", " : "",
				   can_label((enum can)i));
}

bool can_find(const char *code, enum can *out)
{
	for (unsigned i = 0; i < CANS; i++) {
		if (strcmp(cans[i].code, code))
			continue;
		*out = (enum can)i;
		return true;
	}
	return false;
}

const char *via_code(enum via via)
{
	static const char *const codes[] = {
		[VIA_DIRECT] = "direct", [VIA_GROUP] = "group",
		[VIA_WORKSPACE] = "workspace", [VIA_PUBLIC] = "public",
	};

	assert((unsigned)via < COUNT_OF(codes));
	return codes[via];
}
