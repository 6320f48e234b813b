/* check_read.c: lines of a courier, and what was kept of an earlier check. */
#include <jansson.h>
#include <string.h>

#include "base/attr.h"
#include "base/clock.h"
#include "model/check/check.h"
#include "model/check/check_list.h"
#include "model/check/check_reason.h"

enum { STEP_NAME = 24, COMMIT = 64 /* digits, of SHA-256 */ };

/* At most so many bytes, not cut within a character. */
static const char *text_of(const json_t *object, const char *key, size_t most,
			   struct arena *arena)
{
	const char *value = json_string_value(json_object_get(object, key));
	size_t n = value ? strlen(value) : 0;

	if (!n)
		return NULL;
	if (n > most)
		for (n = most; n && ((unsigned char)value[n] & 0xc0) == 0x80; n--)
			;
	return arena_strndup(arena, value, n);
}

static const char *text(const json_t *object, const char *key, struct arena *arena)
{
	return text_of(object, key, CHECK_DETAIL, arena);
}

/* A word such as "connect": it goes to terminals as it is. */
static struct check_step *named(struct check *check, const json_t *name,
				struct arena *arena)
{
	const char *text = json_string_value(name);
	size_t n = text ? strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			  "abcdefghijklmnopqrstuvwxyz0123456789_-") : 0;

	return n && n <= STEP_NAME && !text[n] ? check_step(check, text, arena) : NULL;
}

/* No time that anything takes is left out: it is written down in a few digits. */
static double milliseconds(const json_t *from)
{
	double ms = json_number_value(from);

	return ms > 0 && ms < 1e9 ? ms : 0;
}

static bool step_of(struct check *check, const json_t *from, struct arena *arena)
{
	const char *status = json_string_value(json_object_get(from, "status"));
	const char *reason = json_string_value(json_object_get(from, "reason"));
	struct check_step *step;

	step = named(check, json_object_get(from, "step"), arena);
	if (!step || !status || !check_status_find(status, &step->status))
		return false;
	step->begun = step->ended = true;
	step->reason = reason ? check_reason_known(reason) : NULL;
	if (reason && strcmp(reason, "no-driver") == 0)
		step->status = CHECK_SKIP;	/* it failed at nothing */
	step->http = json_integer_value(json_object_get(from, "http"));
	step->native = text(from, "native", arena);
	step->detail = text(from, "detail", arena);
	step->fix = text_of(from, "fix", CHECK_FIX, arena);
	step->ms = milliseconds(json_object_get(from, "ms"));
	return true;
}

static bool plan(struct check *check, const json_t *names, struct arena *arena)
{
	const json_t *name;
	size_t i;

	json_array_foreach(names, i, name)
		if (!named(check, name, arena))
			return false;
	return json_is_array(names);
}

static bool begin(struct check *check, const json_t *name, struct arena *arena)
{
	struct check_step *step = named(check, name, arena);

	if (step)
		step->begun = true;
	return step != NULL;
}

/* The id of a commit, or nothing: it goes to terminals as it is, and cut.  False: it is
 * something else. */
static bool commit(const json_t *object, const char *key, const char **out,
		   struct arena *arena)
{
	const char *id = text(object, key, arena);
	size_t n = id ? strspn(id, "0123456789abcdefABCDEF") : 0;

	*out = id && !id[n] && n <= COMMIT ? id : NULL;
	return !id || *out;
}

static bool ref_of(struct check_ref *ref, const json_t *from, struct arena *arena)
{
	struct check_ref is = { .kind = text(from, "kind", arena),
		.name = text(from, "name", arena),
		.repository = text(from, "repository", arena),
		.moved = json_is_true(json_object_get(from, "moved")) };
	bool good = is.kind && is.name && commit(from, "commit", &is.commit, arena) &&
		commit(from, "was", &is.was, arena);

	*ref = good ? is : (struct check_ref){ .kind = NULL };
	return good;
}

/* A time as RFC 3339 has it, or it is none. */
static bool expires(struct check *check, const json_t *from, struct arena *arena)
{
	const char *when = text(from, "expires", arena);
	int64_t at;

	check->expires = when && clock_parse(when, &at) ? when : NULL;
	return check->expires != NULL;
}

/* What it does not know of is no matter for a check. */
static bool fact(struct check *check, const json_t *from, struct arena *arena)
{
	const char *field = json_string_value(json_object_get(from, "field"));
	const char *value = text(from, "value", arena);

	if (field && value && strcmp(field, "account_id") == 0)
		check->account.id = value;
	else if (field && value && strcmp(field, "account_login") == 0)
		check->account.login = value;
	return field && value;
}

static bool device(const struct check_ear *ear, const json_t *from, struct arena *arena)
{
	const char *code = text(from, "user_code", arena);
	const char *address = text(from, "verification_uri", arena);

	if (!ear || !ear->device || !code || !address)
		return false;
	ear->device(ear->ctx, code, address,
		    json_integer_value(json_object_get(from, "expires_in")));
	return true;
}

/* The reader's own memory is wiped (json_memory.h) where main() said so. */
static bool secret(const struct check_ear *ear, json_t *from)
{
	const char *field = json_string_value(json_object_get(from, "field"));
	const json_t *value = json_object_get(from, "value");

	return ear && ear->secret && field && json_is_string(value) &&
		ear->secret(ear->ctx, field, json_string_value(value),
			    json_string_length(value));
}

static bool member(struct check *check, const struct check_ear *ear, const json_t *line,
		   struct arena *arena)
{
	json_t *value;

	if (json_is_string(json_object_get(line, "step")))
		return step_of(check, line, arena);
	if ((value = json_object_get(line, "plan")))
		return plan(check, value, arena);
	if ((value = json_object_get(line, "begin")))
		return begin(check, value, arena);
	if ((value = json_object_get(line, "row")))
		return ear && ear->list && check_list_take(ear->list, value);
	if ((value = json_object_get(line, "ref")))
		return ref_of(&check->ref, value, arena);
	if ((value = json_object_get(line, "fact")))
		return fact(check, value, arena);
	if ((value = json_object_get(line, "device")))
		return device(ear, value, arena);
	if ((value = json_object_get(line, "secret")))
		return secret(ear, value);
	if (json_is_string(json_object_get(line, "server")))
		check->server = text(line, "server", arena);
	else if (json_is_string(json_object_get(line, "identity")))
		check->identity = text(line, "identity", arena);
	else if (json_is_string(json_object_get(line, "expires")))
		return expires(check, line, arena);
	else if (json_is_true(json_object_get(line, "done")))
		check->done = true;
	else
		return false;
	return true;
}

bool check_hear(struct check *check, const struct check_ear *ear, const char *line,
		size_t n, struct arena *arena)
{
	json_t *root = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
	bool good = json_is_object(root) && !check->done && member(check, ear, root, arena);

	json_decref(root);
	return good;
}

bool check_line(struct check *check, const char *line, size_t n, struct arena *arena)
{
	return check_hear(check, NULL, line, n, arena);
}

static bool time_of(const json_t *root, const char *key, int64_t *out)
{
	const char *when = json_string_value(json_object_get(root, key));

	*out = 0;
	return when && clock_parse(when, out);
}

static void rest_of(struct check *check, const json_t *root, struct arena *arena)
{
	const json_t *account = json_object_get(root, "account");

	check->identity = text(root, "identity", arena);
	check->server = text(root, "server", arena);
	(void)expires(check, root, arena);
	check->account = (struct check_account){ text(account, "id", arena),
		text(account, "login", arena), text(account, "of", arena) };
	(void)ref_of(&check->ref, json_object_get(root, "ref"), arena);
	(void)time_of(root, "since", &check->since);
	check->done = true;
	check_judge(check);
}

bool check_parse(struct check *check, const char *kept, struct arena *arena)
{
	json_t *root = json_loads(kept, JSON_REJECT_DUPLICATES, NULL);
	const json_t *steps = json_object_get(root, "steps"), *step;
	bool good = json_is_array(steps) && time_of(root, "checked", &check->checked);
	size_t i;

	check->n_steps = 0;
	json_array_foreach(steps, i, step)
		good = good && json_is_string(json_object_get(step, "step")) &&
			step_of(check, step, arena);
	if (good)
		rest_of(check, root, arena);
	json_decref(root);
	return good;
}
