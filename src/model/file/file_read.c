/* file_read.c: the workspace file: its head, users, groups. */
#include <string.h>

#include "model/facts_priv.h"
#include "model/json_priv.h"
#include "model/value_type.h"
#include "model/kind.h"

enum { FORMAT_VERSION = 1, SETTING_DAYS_MOST = 365 };

static char *kept(struct reader *reader, const char *text)
{
	return arena_strdup(&reader->facts->text, text);
}

/* False: it is no such document, and nothing more is read. */
static bool read_head(struct reader *reader, json_t *root)
{
	static const char *const known[] = {
		"format", "version", "workspace", "users", "groups",
		"providers", "tokens", "assets", "default_connection", "projects", NULL
	};
	struct place format = place_of(NULL, "format");
	struct place place = place_of(NULL, "version");
	const char *text;
	int version = 0;

	/* What says of itself that it is something else is told so first. */
	text = json_string_value(json_object_get(root, "format"));
	if (text && strcmp(text, "gatehouse-workspace") != 0)
		return refuse_text(reader, &format, text,
				   "is not the format of a workspace file",
				   "gatehouse-workspace");
	json_check_object(reader, NULL, root, known, NULL);
	if (!need_text(reader, NULL, root, "format", &text))
		return false;
	if (!json_object_get(root, "version"))
		return refuse(reader, &place, NULL, "is missing");
	if (!take_int(reader, NULL, root, "version", 0, 999999, &version))
		return false;
	if (version == FORMAT_VERSION)
		return true;
	refuse(reader, &place, NULL, "version %d is not known here", version);
	return error_remedy(reader->err, "%s", version > FORMAT_VERSION ?
			    "use a newer gatehouse, or write version 1" :
			    "write version 1");
}

static void take_key(struct reader *reader, const struct place *at, const char *key)
{
	struct place place = place_of(at, "ssh_public_key");

	if (value_public_key.fault(key))
		refuse_text(reader, &place, key, "is no public key",
			    value_public_key.fault(key));
	else
		reader->facts->ssh_public_key = kept(reader, key);
}

static void read_settings(struct reader *reader, const struct place *at,
			  json_t *object)
{
	static const char *const known[] = {
		"share_to_web", "api_access", "token_max_days",
		"show_secret_values", "ssh_public_key", NULL
	};
	struct facts *facts = reader->facts;
	struct place place = place_of(at, "settings");
	const char *key = NULL;

	if (!object)
		return;
	json_check_object(reader, &place, object, known, NULL);
	take_bool(reader, &place, object, "share_to_web",
			&facts->share_to_web);
	take_bool(reader, &place, object, "api_access",
			&facts->api_access);
	take_bool(reader, &place, object, "show_secret_values",
			&facts->show_secret_values);
	if (take_text(reader, &place, object, "ssh_public_key", &key) && key && *key)
		take_key(reader, &place, key);
	take_int(reader, &place, object, "token_max_days", 0,	/* the plan's */
		       SETTING_DAYS_MOST, &facts->token_max_days);
}

static void read_workspace(struct reader *reader, json_t *root)
{
	static const char *const known[] = { "name", "plan", "settings", NULL };
	struct place at = place_of(NULL, "workspace");
	struct place name_at = place_of(&at, "name");
	struct place plan_at = place_of(&at, "plan");
	json_t *object = json_object_get(root, "workspace");
	const char *name = NULL, *plan = NULL;

	if (!object)
		return;
	json_check_object(reader, &at, object, known, NULL);
	if (take_text(reader, &at, object, "name", &name) && name &&
	    check_length(reader, &name_at, name, LENGTH_NAME))
		reader->facts->name = stored(reader, kept(reader, name));
	if (take_text(reader, &at, object, "plan", &plan) && plan)
		take_plan(reader, &plan_at, plan, &reader->facts->plan);
	read_settings(reader, &at, json_object_get(object, "settings"));
}

/* ---- users ------------------------------------------------------------------- */

static bool read_user_rest(struct reader *reader, const struct place *at,
			   json_t *object, struct fact_user *rest)
{
	struct place login_at = place_of(at, "unix_login");
	bool good;

	rest->active = true;
	good = take_bool(reader, at, object, "active", &rest->active);
	good = take_time(reader, at, object, "last_login",
			 &rest->last_login) && good;
	if (!take_text(reader, at, object, "unix_login", &rest->login))
		return false;
	return (!rest->login || !*rest->login ||
		check_login(reader, &login_at, rest->login)) && good;
}

static void add_user(struct reader *reader, const struct fact_user *one)
{
	uint32_t number = facts_add_user(reader->facts, one->id,
					 stored(reader, one->email),
					 stored(reader, one->name), one->role);
	struct fact_user *user = &reader->facts->users[number];

	user->active = one->active;
	user->last_login = one->last_login;
	if (!one->login || !*one->login)
		return;
	user->login = kept(reader, one->login);
	strmap_set(&reader->logins, user->login, number);
}

static void read_user(struct reader *reader, const struct place *at,
		      json_t *object)
{
	static const char *const known[] = { "id", "email", "name", "role",
		"active", "unix_login", "last_login", NULL };
	struct place id_at = place_of(at, "id");
	struct place email_at = place_of(at, "email");
	struct place name_at = place_of(at, "name");
	struct place role_at = place_of(at, "role");
	struct fact_user one = { .name = "" };
	const char *role = NULL;
	bool good;

	good = json_check_object(reader, at, object, known, NULL);
	good = need_text(reader, at, object, "id", &one.id) &&
		check_id(reader, &id_at, one.id, &reader->facts->user_ids) &&
		good;
	good = need_text(reader, at, object, "email", &one.email) &&
		check_email(reader, &email_at, one.email) && good;
	good = need_text(reader, at, object, "role", &role) &&
		take_role(reader, &role_at, role, &one.role) && good;
	good = take_text(reader, at, object, "name", &one.name) &&
		check_length(reader, &name_at, one.name, LENGTH_NAME) && good;
	good = read_user_rest(reader, at, object, &one) && good;
	if (good)
		add_user(reader, &one);
	else
		reader_lose(reader, LOST_USER, one.id);
}

/* ---- lists ------------------------------------------------------------------- */

/* Each item of a list at the top. */
static void read_list(struct reader *reader, json_t *root, const char *member,
		      void (*item)(struct reader *reader,
				   const struct place *at, json_t *object))
{
	struct place at;
	json_t *list, *one;
	size_t i;

	if (!take_list(reader, NULL, root, member, &list))
		return;
	json_array_foreach(list, i, one) {
		at = place_item(NULL, member, i);
		item(reader, &at, one);
	}
}

/* ---- groups ------------------------------------------------------------------ */

/* group: NOBODY where it was refused; its members are looked at all the same. */
static void read_members(struct reader *reader, const struct place *at,
			 json_t *object, uint32_t group)
{
	struct facts *facts = reader->facts;
	struct place place;
	json_t *list, *one;
	const char *id;
	uint32_t user;
	size_t i;

	if (!take_list(reader, at, object, "members", &list))
		return;
	json_array_foreach(list, i, one) {
		place = place_item(at, "members", i);
		if (item_text(reader, &place, one, &id) &&
		    take_user(reader, &place, id, &user) && group != NOBODY)
			append_both(&facts->groups[group].members, user,
				    &facts->users[user].groups, group);
	}
}

static void read_group(struct reader *reader, const struct place *at,
		       json_t *object)
{
	static const char *const known[] = { "id", "name", "members", NULL };
	struct place id_at = place_of(at, "id");
	struct place name_at = place_of(at, "name");
	const char *id = NULL, *name = NULL;
	uint32_t group = NOBODY;
	bool good;

	good = json_check_object(reader, at, object, known, NULL);
	good = need_text(reader, at, object, "id", &id) &&
		check_id(reader, &id_at, id, &reader->facts->group_ids) && good;
	good = need_text(reader, at, object, "name", &name) &&
		check_group_name(reader, &name_at, name) && good;
	if (good)
		group = facts_add_group(reader->facts, id,
					stored(reader, name));
	else
		reader_lose(reader, LOST_GROUP, id);
	read_members(reader, at, object, group);
}

/* ---- all of it ----------------------------------------------------------------- */

static void read_default(struct reader *reader, json_t *root)
{
	struct place at = place_of(NULL, "default_connection");
	const char *id = NULL;
	uint32_t asset;

	if (!take_text(reader, NULL, root, "default_connection", &id) || !id ||
	    !take_asset(reader, &at, id, &asset))
		return;
	if (kind_at(reader->facts->assets[asset].kind)->may_be_default)
		reader->facts->default_asset = asset;
	else
		refuse_text(reader, &at, id, "is no data connection",
			    "the id of a data connection, or null");
}

static void read_parts(struct reader *reader, json_t *root)
{
	read_workspace(reader, root);
	read_list(reader, root, "users", read_user);
	read_list(reader, root, "groups", read_group);
	read_list(reader, root, "providers", read_provider);
	read_list(reader, root, "tokens", read_token);
	read_list(reader, root, "assets", read_asset);
	read_default(reader, root);
	read_list(reader, root, "projects", read_project);
	check_admins(reader);
}

bool workspace_read_json(const char *name, const char *data, size_t n,
			 struct facts *facts, struct file_notes *notes,
			 struct error *err)
{
	struct file_notes none = { 0 };
	struct reader reader;
	json_t *root;
	bool good;

	reader_init(&reader, name, facts, notes ? notes : &none);
	root = json_document(name, data, n, reader_fault(&reader));
	if (root)
		reader.notes->faults.n = 0;
	if (root && read_head(&reader, root))
		read_parts(&reader, root);
	good = reader_good(&reader, err);
	if (good)
		settle_relations(facts);
	reader_release(&reader);
	json_decref(root);
	return good;
}
