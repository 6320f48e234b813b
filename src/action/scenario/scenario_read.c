/* scenario_read.c: scenario files, read strictly: an unknown or wrong member
 * is an error that names its path. */
#include <string.h>

#include "access/words.h"
#include "action/core/file_reach.h"
#include "action/scenario/json_read.h"
#include "action/scenario/scenario.h"

enum { SCENARIO_VERSION = 1, WORDS_MOST = 4096 };

struct reading {
	const char *name, *folder;
	struct arena *arena;
	struct error *err;
};

static bool wrong(struct reading *r, const char *path, const char *what,
		  const char *right)
{
	error_set(r->err, ERROR_INVALID, NULL, "%.120s: %.120s: %s", r->name, path,
		  what);
	error_field(r->err, "%.90s", path);
	return error_remedy(r->err, "%s", right);
}

static const char *below(struct reading *r, const char *path, const char *name)
{
	return *path ? arena_printf(r->arena, "%s.%s", path, name) :
	       arena_strdup(r->arena, name);
}

static const char *item(struct reading *r, const char *path, size_t i)
{
	return arena_printf(r->arena, "%s[%zu]", path, i);
}

/* An object with no members but those of the list. */
static bool check(struct reading *r, const char *path, json_t *object,
		  const char *const *known)
{
	const char *key;
	json_t *value;
	size_t i;

	if (!json_is_object(object))
		return wrong(r, *path ? path : "(document)", "is no object",
			     "write { ... }");
	json_object_foreach(object, key, value) {
		for (i = 0; known[i] && strcmp(known[i], key) != 0; i++)
			;
		if (!known[i])
			return wrong(r, below(r, path, key), "is not known here",
				     "leave it out, or correct its name");
	}
	return true;
}

static bool text(struct reading *r, const char *path, json_t *value,
		 const char **out)
{
	if (!value)
		return true;
	if (!json_is_string(value) ||
	    strlen(json_string_value(value)) != json_string_length(value))
		return wrong(r, path, "is no text", "write \"...\"");
	*out = arena_strdup(r->arena, json_string_value(value));
	return true;
}

static bool member_text(struct reading *r, const char *path, json_t *object,
			const char *name, const char **out)
{
	return text(r, below(r, path, name), json_object_get(object, name), out);
}

static bool name_list(struct reading *r, const char *where, json_t *list,
		      struct names *out)
{
	json_t *value;
	size_t i;

	if (!json_is_array(list))
		return wrong(r, where, "is no list", "write [\"...\", ...]");
	out->given = true;
	out->n = json_array_size(list);
	out->v = arena_array(r->arena, out->n + 1, sizeof(*out->v));
	json_array_foreach(list, i, value)
		if (!text(r, item(r, where, i), value, &out->v[i]))
			return false;
	return true;
}

static bool names(struct reading *r, const char *path, json_t *object,
		  const char *name, struct names *out)
{
	json_t *list = json_object_get(object, name);

	return !list || name_list(r, below(r, path, name), list, out);
}

static bool limits(struct reading *r, const char *path, json_t *object,
		   struct names *out)
{
	enum reason code;
	size_t i;

	if (!names(r, path, object, "limits", out))
		return false;
	for (i = 0; i < out->n; i++)
		if (!reason_find(out->v[i], &code))
			return wrong(r, item(r, below(r, path, "limits"), i),
				     "is no reason code",
				     "ROLE_CAP_VIEWER, ROLE_CAP_EXPLORER, "
				     "ASSET_MISSING or STATE_READ_ONLY");
	return true;
}

static bool level(struct reading *r, const char *path, json_t *object,
		  const char *name, enum level *out)
{
	const char *value = NULL;

	*out = LEVELS;
	if (!member_text(r, path, object, name, &value))
		return false;
	return !value || level_parse(value, out) ||
	       wrong(r, below(r, path, name), "is no level", "none, app_only, "
		     "can_view, can_edit or full_access");
}

static bool can(struct reading *r, const char *path, json_t *object,
		struct expect_can **out, size_t *n)
{
	json_t *all = json_object_get(object, "can"), *value;
	const char *where = below(r, path, "can");
	const char *key;

	if (!all)
		return true;
	if (!json_is_object(all))
		return wrong(r, where, "is no object",
			     "write {\"edit\": false, ...}");
	*out = arena_array(r->arena, json_object_size(all) + 1, sizeof(**out));
	json_object_foreach(all, key, value) {
		if (!can_find(key, &(*out)[*n].can))
			return wrong(r, below(r, where, key), "is no capability",
				     "one of view_app, view_logic, edit, share, "
				     "... (see access project)");
		if (!json_is_boolean(value))
			return wrong(r, below(r, where, key),
				     "is neither true nor false",
				     "write true or false");
		(*out)[(*n)++].holds = json_is_true(value);
	}
	return true;
}

static bool one_access(struct reading *r, const char *path, json_t *object,
		       struct expect_access *out)
{
	static const char *const known[] = {
		"user", "project", "granted", "effective", "limits", "can", NULL
	};

	if (!check(r, path, object, known) ||
	    !member_text(r, path, object, "user", &out->user) ||
	    !member_text(r, path, object, "project", &out->project) ||
	    !level(r, path, object, "granted", &out->granted) ||
	    !level(r, path, object, "effective", &out->effective) ||
	    !limits(r, path, object, &out->limits) ||
	    !can(r, path, object, &out->can, &out->n_can))
		return false;
	if (!out->user || !out->project)
		return wrong(r, below(r, path, out->user ? "project" : "user"),
			     "is missing", "name a user and a project");
	return true;
}

static bool access_list(struct reading *r, const char *path, json_t *object,
			struct expect *out)
{
	json_t *list = json_object_get(object, "access"), *value;
	const char *where = below(r, path, "access");
	size_t i;

	if (!list)
		return true;
	if (!json_is_array(list))
		return wrong(r, where, "is no list", "write [{...}, ...]");
	out->n_access = json_array_size(list);
	out->access = arena_array(r->arena, out->n_access + 1,
				  sizeof(*out->access));
	json_array_foreach(list, i, value)
		if (!one_access(r, item(r, where, i), value, &out->access[i]))
			return false;
	return true;
}

/* {"ravi@acme.example": "a-snow", "sven@acme.example": null} */
static bool defaults(struct reading *r, const char *path, json_t *object,
		     struct expect *out)
{
	json_t *all = json_object_get(object, "defaults"), *value;
	const char *where = below(r, path, "defaults");
	struct expect_default *one;
	const char *key;

	if (!all)
		return true;
	if (!json_is_object(all))
		return wrong(r, where, "is no object", "write {\"E-MAIL\": "
			     "\"a-...\", or null for none}");
	out->defaults = arena_array(r->arena, json_object_size(all) + 1,
				    sizeof(*out->defaults));
	json_object_foreach(all, key, value) {
		one = &out->defaults[out->n_defaults++];
		one->user = arena_strdup(r->arena, key);
		if (!json_is_null(value) &&
		    !text(r, below(r, where, key), value, &one->connection))
			return false;
	}
	return true;
}

static bool exit_status(struct reading *r, const char *path, json_t *object,
			struct expect *out)
{
	json_t *value = json_object_get(object, "exit");
	json_int_t n = json_integer_value(value);

	out->exit = -1;
	if (!value)
		return true;
	if (!json_is_integer(value) || !((n >= 0 && n <= 8) || n == 70))
		return wrong(r, below(r, path, "exit"), "is no exit status",
			     "0 to 8, or 70");
	out->exit = (int)n;
	return true;
}

static bool expectations(struct reading *r, const char *path, json_t *object,
			 bool with_do, struct expect *out)
{
	static const char *const known[] = {
		"exit", "code", "warns", "listed", "not_listed", "limits",
		"can", "access", "defaults", NULL
	};

	out->exit = -1;
	if (!object)
		return true;
	if (!check(r, path, object, known) ||
	    !exit_status(r, path, object, out) ||
	    !member_text(r, path, object, "code", &out->code) ||
	    !names(r, path, object, "warns", &out->warns) ||
	    !names(r, path, object, "listed", &out->listed) ||
	    !names(r, path, object, "not_listed", &out->not_listed) ||
	    !limits(r, path, object, &out->limits) ||
	    !can(r, path, object, &out->can, &out->n_can) ||
	    !access_list(r, path, object, out) ||
	    !defaults(r, path, object, out))
		return false;
	if (!with_do && (out->exit >= 0 || out->code || out->warns.given ||
			 out->listed.given || out->not_listed.given))
		return wrong(r, path, "expects an outcome and there is no \"do\"",
			     "add a \"do\", or expect \"access\" and \"defaults\" only");
	if ((out->limits.given || out->n_can) && !with_do && !out->n_access)
		return wrong(r, path, "has limits or can of nobody",
			     "put them into an entry of \"access\"");
	return true;
}

static bool is_command(struct reading *r, const char *path, const struct names *list)
{
	return (list->n > 0 && list->n <= WORDS_MOST) ||
	       wrong(r, path, "is no command",
		     "write [\"project\", \"share\", ...]");
}

static bool words(struct reading *r, const char *path, json_t *object,
		  struct scenario_step *out)
{
	struct names list = { 0 };

	if (!names(r, path, object, "do", &list))
		return false;
	if (list.given && !is_command(r, below(r, path, "do"), &list))
		return false;
	out->words = list.v;
	out->n_words = (int)list.n;
	return true;
}

/* [["group", "add", ...], ...] */
static bool more_words(struct reading *r, const char *path, json_t *object,
		       struct scenario_step *out)
{
	json_t *all = json_object_get(object, "and"), *value;
	const char *where = below(r, path, "and");
	struct names list;
	size_t i;

	if (!all)
		return true;
	if (!json_is_array(all) || !json_array_size(all) ||
	    json_array_size(all) > WORDS_MOST)
		return wrong(r, where, "is no list of commands",
			     "write [[\"group\", \"add\", ...], ...]");
	if (!out->n_words)
		return wrong(r, where, "stands without a \"do\"",
			     "put the first of the commands into \"do\"");
	out->more = arena_array(r->arena, json_array_size(all), sizeof(*out->more));
	json_array_foreach(all, i, value) {
		list = (struct names){ .n = 0 };
		if (!name_list(r, item(r, where, i), value, &list) ||
		    !is_command(r, item(r, where, i), &list))
			return false;
		out->more[out->n_more++] = (struct scenario_command){
			list.v, (int)list.n
		};
	}
	return true;
}

static bool lesson(struct reading *r, const char *path, json_t *object,
		   struct scenario_step *out)
{
	json_t *value = json_object_get(object, "lesson");

	out->lesson = json_is_true(value);
	return !value || json_is_boolean(value) ||
	       wrong(r, below(r, path, "lesson"), "is neither true nor false",
		     "write true or false");
}

/* A scenario is a file that somebody sent: it may do nothing outside.  Words that
 * are no command may stand here: a step can expect that they are refused. */
static bool stays_inside(struct reading *r, const char *path, size_t number,
			 const char *const *words, int n)
{
	const struct action *action, *outside;
	struct options opts = { .format = FORMAT_TEXT };
	struct error ignored;
	struct args args;

	if (!n || !args_parse(n, words, r->arena, &action, &args, &opts, &ignored))
		return true;
	outside = file_reach(action, &args, r->arena);
	return !outside || wrong(r, path,
		arena_printf(r->arena, "step %zu, %s, reaches for something outside "
			     "the scenario", number,
			     action_name(outside, r->arena)),
		"leave the step out: a scenario touches its own copy of a "
		"workspace alone");
}

static bool all_stay_inside(struct reading *r, const char *path, size_t number,
			    const struct scenario_step *step)
{
	const char *and = below(r, path, "and");
	size_t i;

	if (!stays_inside(r, below(r, path, "do"), number, step->words, step->n_words))
		return false;
	for (i = 0; i < step->n_more; i++)
		if (!stays_inside(r, item(r, and, i), number, step->more[i].word,
				  step->more[i].n))
			return false;
	return true;
}

static bool step(struct reading *r, const char *path, json_t *object,
		 struct scenario_step *out)
{
	static const char *const known[] = {
		"say", "as", "do", "and", "lesson", "expect", NULL
	};

	if (!check(r, path, object, known) ||
	    !member_text(r, path, object, "say", &out->say) ||
	    !member_text(r, path, object, "as", &out->as) ||
	    !lesson(r, path, object, out) ||
	    !words(r, path, object, out) ||
	    !more_words(r, path, object, out) ||
	    !expectations(r, below(r, path, "expect"),
			  json_object_get(object, "expect"),
			  out->n_words > 0, &out->expect))
		return false;
	if (!out->say && !out->n_words && !json_object_get(object, "expect"))
		return wrong(r, path, "says, does and expects nothing",
			     "give \"say\", \"do\" or \"expect\"");
	return true;
}

static bool head(struct reading *r, json_t *root, struct scenario *out)
{
	static const char *const known[] = {
		"format", "version", "title", "workspace", "steps", NULL
	};
	const char *format = "", *workspace = "demo";
	json_t *version;

	if (!check(r, "", root, known) ||
	    !member_text(r, "", root, "format", &format))
		return false;
	if (strcmp(format, "gatehouse-scenario") != 0)
		return wrong(r, "format", "is not that of a scenario",
			     "\"format\": \"gatehouse-scenario\"");
	version = json_object_get(root, "version");
	if (!json_is_integer(version) || json_integer_value(version) != SCENARIO_VERSION)
		return wrong(r, "version", "is not known here", "\"version\": 1");
	out->title = out->name;
	if (!member_text(r, "", root, "title", &out->title) ||
	    !member_text(r, "", root, "workspace", &workspace))
		return false;
	if (strcmp(workspace, "demo") == 0)
		out->workspace = NULL;
	else if (*workspace == '/')
		out->workspace = workspace;
	else
		out->workspace = arena_printf(r->arena, "%s/%s", r->folder,
					      workspace);
	return true;
}

static bool document(struct reading *r, json_t *root, struct scenario *out)
{
	json_t *steps = json_object_get(root, "steps"), *value;
	size_t i;

	if (!head(r, root, out))
		return false;
	if (!json_is_array(steps) || !json_array_size(steps))
		return wrong(r, "steps", steps ? "is no list of steps" :
			     "is missing", "\"steps\": [{...}, ...]");
	out->n = json_array_size(steps);
	out->steps = arena_array(r->arena, out->n, sizeof(*out->steps));
	json_array_foreach(steps, i, value)
		if (!step(r, item(r, "steps", i), value, &out->steps[i]) ||
		    !all_stay_inside(r, item(r, "steps", i), i + 1,
				     &out->steps[i]))
			return false;
	return true;
}

bool scenario_read(const char *name, const char *folder, const char *data,
		   size_t n, struct arena *arena, struct scenario *out,
		   struct error *err)
{
	struct reading r = { name, folder, arena, err };
	json_error_t fault;
	json_t *root;
	bool ok;

	memset(out, 0, sizeof(*out));
	out->name = arena_strdup(arena, name);
	root = json_loadb(data, n, JSON_REJECT_DUPLICATES, &fault);
	if (!root) {
		error_set(err, ERROR_INVALID, NULL, "%.120s: line %d: %s", name,
			  fault.line, fault.text);
		error_field(err, "line %d", fault.line);
		return error_remedy(err, "a scenario file is a JSON document");
	}
	ok = document(&r, root, out);
	json_decref(root);
	return ok;
}
