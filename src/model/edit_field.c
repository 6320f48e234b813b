/* edit_field.c: see edit_field.h. */
#include "model/edit_field.h"

#include <assert.h>
#include <string.h>

#define AT(thing, member) .at = offsetof(struct thing, member)
#define ADDS(what, of) .kind = EDIT_##what##_ADD, .shape = EDITS_ADD, .whose = of
#define DELETES(what, of) \
	.kind = EDIT_##what##_DELETE, .shape = EDITS_DELETE, .whose = of
#define TIES(one, two, table) \
	.shape = EDITS_TIE, .whose = one, .other = two, .column = table, .moves = true
#define SETTING(what, words) .kind = EDIT_SETTING, .name = "setting", \
	.whose = OF_WORKSPACE, AT(facts, what), .column = #what, .moves = true, \
	.said = words, .on = "on", .off = "off"

/* What is an id, a name, a type and a config. */
#define RECORDS(WHAT, word, whole, good) \
	{ ADDS(WHAT, OF_##WHAT), .name = #word "_add", .said = whole }, \
	{ .kind = EDIT_##WHAT##_NAME, .name = #word "_name", .whose = OF_##WHAT, \
	  AT(fact_record, name), .column = "name", .with_add = true, \
	  .said = "the name of *", .says = SAYS_NAME }, \
	{ .kind = EDIT_##WHAT##_TYPE, .name = #word "_type", .whose = OF_##WHAT, \
	  AT(fact_record, type), .column = "type", .with_add = true, \
	  .said = "the type of *" }, \
	{ .kind = EDIT_##WHAT##_CONFIG, .name = #word "_config", \
	  .whose = OF_##WHAT, .holds = HOLDS_CONFIG, AT(fact_record, config), \
	  .column = "config", .with_add = true, .said = "what is set in *" }, \
	{ DELETES(WHAT, OF_##WHAT), .name = #word "_delete", .said = whole, \
	  .for_good = good " for good" }

static const struct field_stamp described = {
	offsetof(struct fact_asset, updated), offsetof(struct fact_asset, updated_by),
	"updated", "updated_by"
};
static const struct field_stamp made = {
	offsetof(struct fact_asset, created), offsetof(struct fact_asset, created_by),
	"created", "created_by"
};
static const struct field_stamp asked = {
	offsetof(struct fact_asset, refresh_asked),
	offsetof(struct fact_asset, refresh_asked_by),
	"refresh_asked", "refresh_asked_by"
};
static const struct field_stamp trashed = {
	offsetof(struct fact_project, trashed), 0, "trashed", NULL
};
static const struct field_stamp switched = {
	offsetof(struct fact_project, share_switched),
	offsetof(struct fact_project, share_switched_by),
	"share_switched", "share_switched_by"
};

/* A field that no code names needs no word in edit.h: its kind is a number above
 * EDIT_KINDS that no other row has. */
static const struct edit_field fields[] = {
	{ .kind = EDIT_WORKSPACE_NAME, .name = "workspace_name",
	  .whose = OF_WORKSPACE, AT(facts, name), .column = "name",
	  .said = "the name of the workspace", .says = SAYS_NAME },
	{ .kind = EDIT_WORKSPACE_SSH_KEY, .name = "workspace_ssh_key",
	  .whose = OF_WORKSPACE, AT(facts, ssh_public_key),
	  .column = "ssh_public_key", .said = "the public key of the workspace" },
	{ .kind = EDIT_PLAN, .name = "plan", .whose = OF_WORKSPACE,
	  .holds = HOLDS_PLAN, AT(facts, plan), .column = "plan",
	  .said = "the plan of the workspace" },
	{ .kind = EDIT_DEFAULT_ASSET, .name = "default_asset",
	  .whose = OF_WORKSPACE, .other = OF_ASSET, .holds = HOLDS_THING,
	  AT(facts, default_asset), .column = "default_n", .may_be_null = true,
	  .said = "the default connection" },
	/* EDIT_SETTING says by its text which one. */
	{ SETTING(share_to_web, "sharing to the web"), .holds = HOLDS_SWITCH },
	{ SETTING(api_access, "API access"), .holds = HOLDS_SWITCH },
	{ SETTING(token_max_days, "the longest life of personal tokens"),
	  .holds = HOLDS_NUMBER },
	{ SETTING(show_secret_values, "showing secret values"),
	  .holds = HOLDS_SWITCH },

	{ ADDS(USER, OF_USER), .name = "user_add", .said = "the person +",
	  .moves = true },
	{ .kind = EDIT_USER_NAME, .name = "user_name", .whose = OF_USER,
	  AT(fact_user, name), .column = "name", .with_add = true,
	  .said = "the name of *", .says = SAYS_NAME },
	{ .kind = EDIT_USER_LOGIN, .name = "user_login", .whose = OF_USER,
	  AT(fact_user, login), .column = "unix_login", .may_be_null = true,
	  .said = "the Unix login of *" },
	{ .kind = EDIT_USER_ROLE, .name = "user_role", .whose = OF_USER,
	  .holds = HOLDS_ROLE, AT(fact_user, role), .column = "role",
	  .with_add = true, .moves = true,
	  .said = "the role of *", .says = SAYS_THING },
	{ .kind = EDIT_USER_ACTIVE, .name = "user_active", .whose = OF_USER,
	  .holds = HOLDS_SWITCH, AT(fact_user, active), .column = "active",
	  .moves = true, .said = "the activity of *", .says = SAYS_THING,
	  .on = "active", .off = "deactivated" },
	{ DELETES(USER, OF_USER), .name = "user_delete", .said = "the person +",
	  .moves = true },

	{ ADDS(GROUP, OF_GROUP), .name = "group_add", .said = "the group +" },
	{ .kind = EDIT_GROUP_NAME, .name = "group_name", .whose = OF_GROUP,
	  AT(fact_group, name), .column = "name", .with_add = true,
	  .said = "the name of *", .says = SAYS_NAME },
	{ DELETES(GROUP, OF_GROUP), .name = "group_delete", .moves = true,
	  .said = "the group +" },
	{ .kind = EDIT_MEMBER, .name = "member",
	  TIES(OF_GROUP, OF_USER, "members"), .holds = HOLDS_SWITCH,
	  .said = "the membership of + in *" },

	{ ADDS(ASSET, OF_ASSET), .name = "asset_add", .said = "the asset +",
	  .stamp = &described, .born = &made },
	{ .kind = EDIT_ASSET_NAME, .name = "asset_name", .whose = OF_ASSET,
	  AT(fact_asset, name), .column = "name", .with_add = true,
	  .said = "the name of *", .says = SAYS_NAME, .stamp = &described },
	{ .kind = EDIT_ASSET_TYPE, .name = "asset_type", .whose = OF_ASSET,
	  AT(fact_asset, type), .column = "type", .with_add = true,
	  .said = "the type of *", .stamp = &described },
	{ .kind = EDIT_ASSET_CONFIG, .name = "asset_config", .whose = OF_ASSET,
	  .holds = HOLDS_CONFIG, AT(fact_asset, config), .column = "config",
	  .with_add = true, .said = "what is set in *", .stamp = &described },
	{ .kind = EDIT_ASSET_DESCRIPTION, .name = "asset_description",
	  .whose = OF_ASSET, AT(fact_asset, description),
	  .column = "description", .said = "the description of *",
	  .stamp = &described },
	{ .kind = EDIT_ASSET_STATUS, .name = "asset_status", .whose = OF_ASSET,
	  AT(fact_asset, status), .column = "status",
	  .said = "the status of *", .stamp = &described },
	{ .kind = EDIT_ASSET_REFRESH_ASKS, .name = "asset_refresh_asks",
	  .whose = OF_ASSET, .holds = HOLDS_NUMBER, AT(fact_asset, refresh_asks),
	  .column = "refresh_asks", .said = "the number of schema refreshes asked of *",
	  .stamp = &asked },
	{ .kind = EDIT_ASSET_BUILTIN, .name = "asset_builtin",
	  .whose = OF_ASSET, .holds = HOLDS_BUILTINS, AT(fact_asset, builtin),
	  .column = "builtin", .moves = true,
	  .said = "the built-in groups of *" },
	{ DELETES(ASSET, OF_ASSET), .name = "asset_delete", .moves = true,
	  .said = "the asset +", .for_good = "deleted an asset for good" },
	{ .kind = EDIT_ASSET_GROUP, .name = "asset_group",
	  TIES(OF_ASSET, OF_GROUP, "asset_groups"), .holds = HOLDS_SWITCH,
	  .said = "the access of + to *" },

	RECORDS(PROVIDER, provider, "the Git provider +", "disconnected a provider"),
	RECORDS(TOKEN, token, "the API token +", "deleted a token"),

	/* Whose it is stands beside it: person and project. */
	{ ADDS(REQUEST, OF_REQUEST), .name = "request_add",
	  .said = "the request for access" },
	{ .kind = EDIT_REQUEST_NAME, .name = "request_name", .whose = OF_REQUEST,
	  AT(fact_record, name), .column = "name", .with_add = true,
	  .said = "the message of the request for access" },
	{ .kind = EDIT_REQUEST_TYPE, .name = "request_type", .whose = OF_REQUEST,
	  AT(fact_record, type), .column = "type", .with_add = true,
	  .said = "the request for access" },
	{ .kind = EDIT_REQUEST_CONFIG, .name = "request_config",
	  .whose = OF_REQUEST, .holds = HOLDS_CONFIG, AT(fact_record, config),
	  .column = "config", .with_add = true,
	  .said = "the answer to the request for access" },
	{ DELETES(REQUEST, OF_REQUEST), .name = "request_delete",
	  .said = "the request for access" },

	{ ADDS(PROJECT, OF_PROJECT), .name = "project_add", .other = OF_USER,
	  .said = "the project +", .moves = true },
	{ .kind = EDIT_PROJECT_TITLE, .name = "project_title",
	  .whose = OF_PROJECT, AT(fact_project, title), .column = "title",
	  .with_add = true, .said = "the title of *", .says = SAYS_NAME },
	{ .kind = EDIT_PROJECT_DESCRIPTION, .name = "project_description",
	  .whose = OF_PROJECT, AT(fact_project, description),
	  .column = "description", .said = "the description of *" },
	{ .kind = EDIT_PROJECT_STATUS, .name = "project_status",
	  .whose = OF_PROJECT, AT(fact_project, status), .column = "status",
	  .said = "the status of *" },
	{ .kind = EDIT_PROJECT_CATEGORIES, .name = "project_categories",
	  .whose = OF_PROJECT, AT(fact_project, categories),
	  .column = "categories", .said = "the categories of *" },
	{ .kind = EDIT_PROJECT_OWNER, .name = "project_owner",
	  .whose = OF_PROJECT, .other = OF_USER, .holds = HOLDS_THING,
	  AT(fact_project, owner), .column = "owner_n", .with_add = true,
	  .moves = true, .said = "the owner of *" },
	{ .kind = EDIT_PROJECT_STATE, .name = "project_state",
	  .whose = OF_PROJECT, .holds = HOLDS_STATE, AT(fact_project, state),
	  .column = "state", .moves = true, .said = "the state of *",
	  .says = SAYS_THING, .stamp = &trashed },
	{ .kind = EDIT_PROJECT_EDITORS, .name = "project_editors",
	  .whose = OF_PROJECT, .holds = HOLDS_SWITCH,
	  AT(fact_project, editors_may_share), .column = "editors_may_share",
	  .said = "sharing of * by Can Edit", .on = "on", .off = "off",
	  .stamp = &switched },
	{ .kind = EDIT_PROJECT_WORKSPACE, .name = "project_workspace",
	  .whose = OF_PROJECT, .holds = HOLDS_LEVEL,
	  AT(fact_project, workspace), .column = "workspace", .moves = true,
	  .said = "the level of the workspace on *" },
	{ .kind = EDIT_PROJECT_PUBLIC, .name = "project_public",
	  .whose = OF_PROJECT, .holds = HOLDS_LEVEL, .most = LEVEL_CAN_VIEW,
	  AT(fact_project, public_web), .column = "public_web",	/* D24 */
	  .moves = true, .said = "the web link of *" },
	{ DELETES(PROJECT, OF_PROJECT), .name = "project_delete", .moves = true,
	  .said = "the project +", .for_good = "deleted a project for good" },
	{ .kind = EDIT_GRANT_USER, .name = "grant_user",
	  TIES(OF_PROJECT, OF_USER, "grant_users"), .holds = HOLDS_LEVEL,
	  .said = "the level of + on *" },
	{ .kind = EDIT_GRANT_GROUP, .name = "grant_group",
	  TIES(OF_PROJECT, OF_GROUP, "grant_groups"), .holds = HOLDS_LEVEL,
	  .said = "the level of + on *" },
	{ .kind = EDIT_IMPORT, .name = "import",
	  TIES(OF_PROJECT, OF_ASSET, "imports"), .holds = HOLDS_SWITCH,
	  .said = "the import of + into *" },

	/* A project's own: no level hangs on it (F096). */
	{ ADDS(OWN, OF_OWN), .name = "own_add", .said = "+ of *" },
	{ .kind = EDIT_OWN_NAME, .name = "own_name", .whose = OF_OWN,
	  AT(fact_own, name), .column = "name", .with_add = true,
	  .said = "the name of + of *", .says = SAYS_NAME },
	{ .kind = EDIT_OWN_TYPE, .name = "own_type", .whose = OF_OWN,
	  AT(fact_own, type), .column = "type", .with_add = true,
	  .said = "the type of + of *" },
	{ .kind = EDIT_OWN_CONFIG, .name = "own_config", .whose = OF_OWN,
	  .holds = HOLDS_CONFIG, AT(fact_own, config), .column = "config",
	  .with_add = true, .said = "what is set in + of *" },
	{ DELETES(OWN, OF_OWN), .name = "own_delete", .said = "+ of *",
	  .for_good = "deleted for good what a project had of its own" },

	{ .kind = EDIT_KINDS, .name = "", .shape = EDITS_UNKNOWN, .said = "" },
};

const struct edit_field *edit_field(enum edit_kind kind, const char *setting)
{
	static const struct edit_field *rows[EDIT_KINDS + 1 + COUNT_OF(fields)];
	static const struct edit_field unknown = {
		.kind = EDIT_SETTING, .name = "setting", .whose = OF_WORKSPACE,
		.holds = HOLDS_SWITCH, .said = "the setting of "
	};

	if (kind == EDIT_SETTING) {
		const struct edit_field *one = NULL;

		while ((one = edit_field_next(OF_WORKSPACE, one)))
			if (one->kind == kind && setting &&
			    strcmp(one->column, setting) == 0)
				return one;
		return &unknown;
	}
	if (!rows[EDIT_KINDS])
		for (size_t i = 0; i < COUNT_OF(fields); i++)
			rows[fields[i].kind] = &fields[i];
	assert(kind < COUNT_OF(rows) && rows[kind]);
	return rows[kind];
}

const struct edit_field *edit_row(const struct edit *edit)
{
	return edit_field(edit->kind, edit->text);
}

const char *edit_kind_name(enum edit_kind kind)
{
	return edit_field(kind, NULL)->name;
}

enum edit_kind edit_kind_find(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (strcmp(fields[i].name, name) == 0)
			return fields[i].kind;
	return EDIT_KINDS;
}

bool edit_of_project(enum edit_kind kind)
{
	const struct edit_field *field = edit_field(kind, NULL);

	return field->whose == OF_PROJECT || field->whose == OF_OWN ||
		field->whose == OF_REQUEST ||
		field->shape == EDITS_UNKNOWN;
}

enum edit_kind edit_kind_of(enum edit_shape shape, enum whose whose)
{
	size_t i = 0;

	while (i < COUNT_OF(fields) - 1 &&
	       (fields[i].shape != shape || fields[i].whose != whose))
		i++;
	return fields[i].kind;
}

const struct edit_field *edit_field_next(enum whose whose,
					 const struct edit_field *last)
{
	const struct edit_field *end = fields + COUNT_OF(fields);

	for (last = last ? last + 1 : fields; last < end; last++)
		if (last->shape == EDITS_FIELD && last->whose == whose)
			return last;
	return NULL;
}

const struct edit_field *edit_field_plain(enum whose whose,
					  const struct edit_field *last)
{
	do
		last = edit_field_next(whose, last);
	while (last && last->kind < EDIT_KINDS);
	return last;
}

/* ---- an edit ------------------------------------------------------------------ */

struct edit edit_of(enum edit_kind kind)
{
	return (struct edit){
		.kind = kind, .user = NOBODY, .group = NOBODY,
		.asset = NOBODY, .provider = NOBODY, .token = NOBODY,
		.request = NOBODY, .project = NOBODY, .old_number = NOBODY
	};
}

struct edit edit_for(enum edit_kind kind, enum whose whose, uint32_t n)
{
	struct edit edit = edit_of(kind);

	edit_about(&edit, whose, n);
	return edit;
}

static const size_t numbers_at[] = {
	[OF_USER] = offsetof(struct edit, user),
	[OF_GROUP] = offsetof(struct edit, group),
	[OF_ASSET] = offsetof(struct edit, asset),
	[OF_PROVIDER] = offsetof(struct edit, provider),
	[OF_TOKEN] = offsetof(struct edit, token),
	[OF_REQUEST] = offsetof(struct edit, request),
	[OF_PROJECT] = offsetof(struct edit, project),
	[OF_OWN] = offsetof(struct edit, project),
};

uint32_t edit_number(const struct edit *edit, enum whose whose)
{
	uint32_t n = NOBODY;

	if (numbers_at[whose])
		memcpy(&n, (const char *)edit + numbers_at[whose], sizeof(n));
	return n;
}

void edit_about(struct edit *edit, enum whose whose, uint32_t n)
{
	assert(numbers_at[whose]);
	memcpy((char *)edit + numbers_at[whose], &n, sizeof(n));
}

const char *edit_said(const struct edit *edit)
{
	return edit_row(edit)->whose == OF_OWN ? edit->text2 : edit->text;
}

/* ---- a field in the struct of its thing ----------------------------------------- */

bool field_is_text(const struct edit_field *field)
{
	return field->holds == HOLDS_TEXT || field->holds == HOLDS_CONFIG;
}

const char *field_text(const struct edit_field *field, const void *thing)
{
	const char *text;

	memcpy(&text, (const char *)thing + field->at, sizeof(text));
	return text || field->may_be_null ? text : "";
}

void field_set_text(const struct edit_field *field, void *thing, const char *text)
{
	memcpy((char *)thing + field->at, &text, sizeof(text));
}

int field_value(const struct edit_field *field, const void *thing)
{
	const char *place = (const char *)thing + field->at;
	int value;

	if (field->holds == HOLDS_SWITCH)
		return *(const bool *)place;
	if (field->holds == HOLDS_LEVEL)
		return *(const uint8_t *)place;
	memcpy(&value, place, sizeof(value));
	return value;
}

uint32_t field_number(const struct edit_field *field, const void *thing)
{
	return (uint32_t)field_value(field, thing);
}

void field_set_value(const struct edit_field *field, void *thing, int value)
{
	char *place = (char *)thing + field->at;

	assert(!field->most || value <= field->most);
	if (field->holds == HOLDS_SWITCH)
		*(bool *)place = value != 0;
	else if (field->holds == HOLDS_LEVEL)
		*(uint8_t *)place = (uint8_t)value;
	else
		memcpy(place, &value, sizeof(value));
}

int64_t field_when(const struct field_stamp *stamp, const void *thing)
{
	int64_t when;

	memcpy(&when, (const char *)thing + stamp->when, sizeof(when));
	return when;
}

const char *field_by(const struct field_stamp *stamp, const void *thing)
{
	const char *by = NULL;

	if (stamp->by_column)
		memcpy(&by, (const char *)thing + stamp->by, sizeof(by));
	return by ? by : "";
}

void field_set_stamp(const struct field_stamp *stamp, void *thing, int64_t when,
		     const char *by)
{
	memcpy((char *)thing + stamp->when, &when, sizeof(when));
	if (stamp->by_column)
		memcpy((char *)thing + stamp->by, &by, sizeof(by));
}

bool field_from_code(const struct edit_field *field, const char *text, int *out)
{
	enum plan plan;
	enum role role;
	enum state state;
	enum level level;

	switch (field->holds) {
	case HOLDS_PLAN:
		return plan_from_code(text, &plan) && (*out = (int)plan, true);
	case HOLDS_ROLE:
		return role_from_code(text, &role) && (*out = (int)role, true);
	case HOLDS_STATE:
		return state_from_code(text, &state) && (*out = (int)state, true);
	default:
		return level_from_code(text, &level) && (*out = (int)level, true);
	}
}

const char *field_code(const struct edit_field *field, int value)
{
	switch (field->holds) {
	case HOLDS_PLAN:
		return plan_code((enum plan)value);
	case HOLDS_ROLE:
		return role_code((enum role)value);
	case HOLDS_STATE:
		return state_code((enum state)value);
	case HOLDS_LEVEL:
		return level_code((enum level)value);
	default:
		return NULL;
	}
}

void field_clear_texts(enum whose whose, void *thing)
{
	const struct edit_field *field = NULL;

	while ((field = edit_field_next(whose, field)))
		if (field_is_text(field) && !field->may_be_null &&
		    !*field_text(field, thing))
			field_set_text(field, thing, "");
}
