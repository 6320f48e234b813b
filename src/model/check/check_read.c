/* check_read.c: lines of a courier, and what was kept of an earlier check. */
#include <jansson.h>
#include <string.h>

#include "base/attr.h"
#include "base/clock.h"
#include "model/check/check.h"
#include "model/check/check_reason.h"

enum { STEP_NAME = 24 };

/* At most so many bytes, not cut within a character. */
static const char *cut(const json_t *object, const char *key, size_t most,
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
	return cut(object, key, CHECK_DETAIL, arena);
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
	step->http = json_integer_value(json_object_get(from, "http"));
	step->native = text(from, "native", arena);
	step->detail = text(from, "detail", arena);
	step->fix = cut(from, "fix", CHECK_FIX, arena);
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

static bool member(struct check *check, const json_t *line, struct arena *arena)
{
	const json_t *value;
	struct check_step *step;

	if (json_is_string(json_object_get(line, "step")))
		return step_of(check, line, arena);
	if ((value = json_object_get(line, "plan")))
		return plan(check, value, arena);
	if ((value = json_object_get(line, "begin"))) {
		step = named(check, value, arena);
		if (step)
			step->begun = true;
		return step != NULL;
	}
	if (json_is_string(json_object_get(line, "server")))
		check->server = text(line, "server", arena);
	else if (json_is_string(json_object_get(line, "identity")))
		check->identity = text(line, "identity", arena);
	else if (json_is_true(json_object_get(line, "done")))
		check->done = true;
	else
		return false;
	return true;
}

bool check_line(struct check *check, const char *line, size_t n, struct arena *arena)
{
	json_t *root = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
	bool good = json_is_object(root) && !check->done && member(check, root, arena);

	json_decref(root);
	return good;
}

bool check_parse(struct check *check, const char *kept, struct arena *arena)
{
	json_t *root = json_loads(kept, JSON_REJECT_DUPLICATES, NULL);
	const json_t *steps = json_object_get(root, "steps"), *step;
	const char *when = json_string_value(json_object_get(root, "checked"));
	bool good = json_is_array(steps) && when && clock_parse(when, &check->checked);
	size_t i;

	check->n_steps = 0;
	json_array_foreach(steps, i, step)
		good = good && json_is_string(json_object_get(step, "step")) &&
			step_of(check, step, arena);
	if (good) {
		check->identity = text(root, "identity", arena);
		check->server = text(root, "server", arena);
		check->done = true;
		check_judge(check);
	}
	json_decref(root);
	return good;
}
