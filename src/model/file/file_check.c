/* file_check.c: the checks that JSON and CSV share, see file_priv.h. */
#include <string.h>

#include "base/text.h"
#include "model/file/file_priv.h"
#include "model/kind.h"
#include "model/value.h"

static const char *const reserved[] = {
	"workspace", "workspace_guests", "public", "anonymous", "operator"
};

static const struct {
	size_t most;
	bool bytes;
	const char *text;
} lengths[] = {
	[LENGTH_ID] = { 128, true, "an id has at most 128 bytes" },
	[LENGTH_EMAIL] = { EMAIL_BYTES, true, "an e-mail has at most 254 bytes" },
	[LENGTH_NAME] = { 200, false, "names have at most 200 characters" },
	[LENGTH_TEXT] = { 65536, true, "a text has at most 64 KiB" },
};

bool check_length(struct reader *reader, const struct place *place,
		  const char *text, enum length length)
{
	size_t n;

	if (!text)
		return false;
	n = strlen(text);
	if (n > lengths[length].most && !lengths[length].bytes)
		n = text_points(stored(reader, text));
	if (n <= lengths[length].most)
		return true;
	return refuse_text(reader, place, text, "is too long",
			   lengths[length].text);
}

bool check_id(struct reader *reader, const struct place *place, const char *id,
	      const struct strmap *taken)
{
	uint32_t number;

	if (!id)
		return false;
	if (!*id)
		return refuse(reader, place, NULL, "an id may not be empty");
	if (!check_length(reader, place, id, LENGTH_ID))
		return false;
	for (size_t i = 0; i < COUNT_OF(reserved); i++)
		if (strcmp(id, reserved[i]) == 0)
			return refuse_text(reader, place, id,
				"is a reserved word", "choose another id");
	if (strmap_get(taken, id, &number))
		return refuse_text(reader, place, id,
			"stands twice as an id", "every id is used once");
	return true;
}

bool check_email(struct reader *reader, const struct place *place,
		 const char *email)
{
	const char *fault;
	uint32_t user;
	struct quote cut, id;

	if (!email)
		return false;
	email = stored(reader, email);
	fault = email_fault(email);
	if (fault)
		return refuse_text(reader, place, email, fault,
				   "an address like ana@acme.example");
	user = facts_user_by_email(reader->facts, email);
	if (user == NOBODY)
		return true;
	refuse(reader, place, NULL, "%s is the e-mail of %s already",
	       quote(&cut, email), quote(&id, reader->facts->users[user].id));
	return error_remedy(reader->err, "e-mails differ in more than case");
}

bool check_login(struct reader *reader, const struct place *place,
		 const char *login)
{
	uint32_t user;
	struct quote cut, id;

	if (!check_length(reader, place, login, LENGTH_TEXT))
		return false;
	if (!strmap_get(&reader->logins, login, &user))
		return true;
	refuse(reader, place, NULL, "%s is the login of %s already",
	       quote(&cut, login), quote(&id, reader->facts->users[user].id));
	return error_remedy(reader->err, "a login belongs to one user");
}

bool check_name(struct reader *reader, const struct place *place,
		const char *name)
{
	if (!name)
		return false;
	if (!*stored(reader, name))
		return refuse(reader, place, NULL, "may not be empty");
	return check_length(reader, place, name, LENGTH_NAME);
}

bool check_group_name(struct reader *reader, const struct place *place,
		      const char *name)
{
	if (!check_name(reader, place, name))
		return false;
	for (size_t i = 0; i < BUILTINS; i++)
		if (text_casecmp(stored(reader, name),
				 builtin_label(builtin_all[i])) == 0)
			return refuse_text(reader, place, name,
				"is the name of a built-in group",
				"choose another name");
	return true;
}

bool check_asset_name(struct reader *reader, const struct place *place,
		      size_t kind, const char *name)
{
	const struct asset_kind *one = kind_at(kind);
	const char *fault;
	char text[80];

	if (!name || !one->name_fault)
		return check_name(reader, place, name);
	fault = one->name_fault(stored(reader, name));
	snprintf(text, sizeof(text), "is no name for %s %s", kind_article(one),
		 one->label);
	return !fault || refuse_text(reader, place, name, text, fault);
}

bool check_secret_unique(struct reader *reader, const struct place *place,
			 const char *name)
{
	if (!name || strmap_add(&reader->secrets, name, 0, NULL))
		return true;
	return refuse_text(reader, place, name,
			   "is the name of another secret already",
			   "secret names are unique in a workspace");
}

bool check_type(struct reader *reader, const struct place *place, size_t kind,
		const char *type)
{
	const struct asset_kind *one = kind_at(kind);
	struct quote cut;
	char list[240] = "";

	if (!type || !*type)
		return true;
	if (!kind_has_types(one)) {
		refuse(reader, place, NULL, "%s %s has no type",
		       kind_article(one), one->label);
		return error_remedy(reader->err, "leave it out");
	}
	for (const struct kind_type *t = one->forms; t->code; t++) {
		if (strcmp(t->code, type) == 0)
			return true;
		list_add(list, sizeof(list), ", ", t->code);
	}
	refuse(reader, place, NULL, "%s is no type of %s", quote(&cut, type),
	       one->label);
	return error_remedy(reader->err, "one of %s", list);
}

bool check_admins(struct reader *reader)
{
	struct quote cut;

	if (reader->notes->faults.n > 0 ||	/* he may be among the refused */
	    facts_active_admins(reader->facts) > 0)
		return true;
	error_set(reader_fault(reader), ERROR_CONFLICT, "LAST_ADMIN",
		  "%s: no user is an active Admin", quote(&cut, reader->name));
	error_field(reader->err, "users");
	return error_remedy(reader->err,
			    "give one user the role admin and leave it active");
}

bool take_role(struct reader *reader, const struct place *place,
	       const char *text, enum role *out)
{
	if (!text)
		return false;
	return role_parse(text, out) ||
		refuse_text(reader, place, text, "is no role",
			"one of admin, manager, editor, explorer, viewer, guest");
}

bool take_plan(struct reader *reader, const struct place *place,
	       const char *text, enum plan *out)
{
	if (!text)
		return false;
	return plan_parse(text, out) ||
		refuse_text(reader, place, text, "is no plan",
			"one of community, professional, team, enterprise");
}

bool take_state(struct reader *reader, const struct place *place,
		const char *text, enum state *out)
{
	if (!text)
		return false;
	return state_parse(text, out) ||
		refuse_text(reader, place, text, "is no state",
			    "one of active, archived, trashed");
}

bool take_level(struct reader *reader, const struct place *place,
		const char *text, uint8_t *out)
{
	enum level level;

	if (!text)
		return false;
	if (!level_parse(text, &level))
		return refuse_text(reader, place, text, "is no level",
			"one of none, app_only, can_view, can_edit, full_access");
	*out = (uint8_t)level;
	return true;
}

bool take_grant_level(struct reader *reader, const struct place *place,
		      const char *text, uint8_t *out)
{
	enum level level;

	if (!text)
		return false;
	if (!level_parse(text, &level) || level == LEVEL_NONE)
		return refuse_text(reader, place, text, "is no level to grant",
			"one of app_only, can_view, can_edit, full_access");
	*out = (uint8_t)level;
	return true;
}

bool take_public(struct reader *reader, const struct place *place,
		 const char *text, uint8_t *out)
{
	struct quote cut;

	if (!take_level(reader, place, text, out))
		return false;
	if (*out <= LEVEL_CAN_VIEW)
		return true;
	refuse(reader, place, "PUBLIC_LEVEL_INVALID",
	       "%s is above can_view, the most the web may have",
	       quote(&cut, text));
	return error_remedy(reader->err, "one of none, app_only, can_view");
}

bool take_kind(struct reader *reader, const struct place *place,
	       const char *text, size_t *out)
{
	char list[160] = "";
	struct quote cut;

	if (!text)
		return false;
	if (kind_find(text, out) && strcmp(kind_at(*out)->code, text) == 0)
		return true;
	for (size_t i = 0; i < kind_count(); i++)
		list_add(list, sizeof(list), ", ", kind_at(i)->code);
	refuse(reader, place, NULL, "%s is no kind of asset",
	       quote(&cut, text));
	return error_remedy(reader->err, "one of %s", list);
}

static bool is_lost(const struct reader *reader, enum lost kind, const char *id)
{
	uint32_t any;

	return reader->lost_all[kind] ||
		strmap_get(&reader->lost[kind], id, &any);
}

/* Not there: refused, unless it follows from a refusal before. */
static bool found(struct reader *reader, const struct place *place,
		  const char *id, enum lost kind, uint32_t number)
{
	static const char *const words[LOST_KINDS][2] = {
		{ "is no user here", "the id of a user of this file" },
		{ "is no group here", "the id of a group of this file" },
		{ "is no asset here", "the id of an asset of this file" },
		{ "is no project here", "the id of a project of this file" }
	};
	if (number != NOBODY)
		return true;
	return !is_lost(reader, kind, id) && refuse_text(reader, place, id,
		words[kind][0], words[kind][1]);
}

bool take_user(struct reader *reader, const struct place *place,
	       const char *id, uint32_t *out)
{
	*out = id ? facts_user(reader->facts, id) : NOBODY;
	return id && found(reader, place, id, LOST_USER, *out);
}

bool take_group(struct reader *reader, const struct place *place,
		const char *id, uint32_t *out)
{
	*out = id ? facts_group(reader->facts, id) : NOBODY;
	return id && found(reader, place, id, LOST_GROUP, *out);
}

bool take_asset(struct reader *reader, const struct place *place,
		const char *id, uint32_t *out)
{
	*out = id ? facts_asset(reader->facts, id) : NOBODY;
	return id && found(reader, place, id, LOST_ASSET, *out);
}

bool take_project(struct reader *reader, const struct place *place,
		  const char *id, uint32_t *out)
{
	*out = id ? facts_project(reader->facts, id) : NOBODY;
	return id && found(reader, place, id, LOST_PROJECT, *out);
}

static bool builtin_from_code(const char *text, enum builtin *out)
{
	return builtin_parse(text, out) &&
		strcmp(builtin_code(*out), text) == 0;
}

bool take_access(struct reader *reader, const struct place *place,
		 uint32_t asset, const char *id)
{
	struct fact_asset *one = asset == NOBODY ? NULL :
		&reader->facts->assets[asset];
	enum builtin builtin;
	uint32_t group;

	if (!id)
		return false;
	if (builtin_from_code(id, &builtin)) {
		if (one)
			one->builtin |= builtin;
		return true;
	}
	group = facts_group(reader->facts, id);
	if (group == NOBODY && is_lost(reader, LOST_GROUP, id))
		return false;
	if (group == NOBODY)
		return refuse_text(reader, place, id, "is no group here",
			"a group of this file, workspace, workspace_guests "
			"or public");
	if (one)
		append_both(&one->groups, group,
			    &reader->facts->groups[group].assets, asset);
	return true;
}
