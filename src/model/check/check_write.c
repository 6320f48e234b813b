/* check_write.c: a check as JSON and as text: both say the same. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "model/check/check.h"
#include "model/check/check_reason.h"

static void number(struct json *json, const char *key, int64_t value)
{
	jsonw_key(json, key);
	if (value)
		jsonw_int(json, value);
	else
		jsonw_null(json);
}

static void step_json(const struct check_step *step, struct json *json)
{
	char ms[32];

	snprintf(ms, sizeof(ms), "%.1f", step->ms);
	jsonw_object(json);
	jsonw_kstring(json, "step", step->step);
	jsonw_kstring(json, "status", check_status_code(step->status));
	jsonw_kstring(json, "reason", step->reason);
	number(json, "http", step->http);
	jsonw_kstring(json, "native", step->native);
	jsonw_kstring(json, "detail", step->detail);
	jsonw_kstring(json, "fix", step->fix);
	jsonw_key(json, "ms");
	jsonw_raw(json, step->ended && step->ms > 0 ? ms : "0");
	jsonw_object_end(json);
}

static void time_json(struct json *json, const char *key, int64_t when)
{
	char text[CLOCK_TEXT];

	clock_rfc3339(when, text);
	jsonw_kstring(json, key, when ? text : NULL);
}

static void account_json(const struct check_account *account, struct json *json)
{
	if (!account->id && !account->login)
		return;
	jsonw_kobject(json, "account");
	jsonw_kstring(json, "id", account->id);
	jsonw_kstring(json, "login", account->login);
	jsonw_kstring(json, "of", account->of);
	jsonw_object_end(json);
}

static void ref_json(const struct check_ref *ref, struct json *json)
{
	if (!ref->kind)
		return;
	jsonw_kobject(json, "ref");
	jsonw_kstring(json, "kind", ref->kind);
	jsonw_kstring(json, "name", ref->name);
	jsonw_kstring(json, "commit", ref->commit);
	jsonw_kbool(json, "moved", ref->moved);
	jsonw_kstring(json, "was", ref->was);
	jsonw_kstring(json, "repository", ref->repository);
	jsonw_object_end(json);
}

void check_json(const struct check *check, struct json *json)
{
	size_t i;

	jsonw_object(json);
	jsonw_kstring(json, "id", check->id);
	jsonw_kstring(json, "name", check->name);
	jsonw_kstring(json, "kind", check->kind);
	jsonw_kstring(json, "type", check->type);
	jsonw_kstring(json, "status", check_status_code(check->status));
	jsonw_kstring(json, "reason", check->reason);
	jsonw_kstring(json, "identity", check->identity);
	jsonw_kstring(json, "server", check->server);
	time_json(json, "checked", check->checked);
	jsonw_kstring(json, "expires", check->expires);
	time_json(json, "since", check->since);
	jsonw_kobject(json, "hits");
	jsonw_kint(json, "projects", check->projects);
	jsonw_kint(json, "people", check->people);
	jsonw_object_end(json);
	account_json(&check->account, json);
	ref_json(&check->ref, json);
	jsonw_karray(json, "steps");
	for (i = 0; i < check->n_steps; i++)
		step_json(&check->steps[i], json);
	jsonw_array_end(json);
	jsonw_object_end(json);
}

void check_step_words(const struct check_step *step, struct buf *out)
{
	const struct check_reason *reason = check_reason_at(step->step, step->reason);

	if (reason)
		buf_adds(out, reason->what);
	if (step->detail) {
		if (reason)
			buf_adds(out, ": ");
		text_safe(out, step->detail);
	}
	if (step->native) {
		buf_adds(out, " (");
		text_safe(out, step->native);
		buf_addc(out, ')');
	}
}

/* Cells of the columns: of the steps' names, and of how they ended with its gap. */
enum { EDGE = 2, STEP_LEAST = 7, STATUS = 6 };

static int names_width(const struct check *check)
{
	size_t i, n, most = STEP_LEAST;

	for (i = 0; i < check->n_steps; i++) {
		n = strlen(check->steps[i].step);
		most = n > most ? n : most;
	}
	return (int)most;
}

static void step_text(const struct check_step *step, int names, struct buf *out)
{
	const struct check_reason *reason = check_reason_at(step->step, step->reason);
	const char *status = check_status_code(step->status);
	const int below = EDGE + names + 1 + STATUS;

	buf_printf(out, "%*s%-*s %s", EDGE, "", names, step->step, status);
	if (reason || step->detail)
		buf_pad(out, ' ', STATUS - strlen(status));
	check_step_words(step, out);
	buf_addc(out, '\n');
	if (reason && step->status != CHECK_SKIP && *reason->why)
		buf_printf(out, "%*sWhy: %s\n", below, "", reason->why);
	if (step->fix) {
		buf_printf(out, "%*sDo this: ", below, "");
		text_safe(out, step->fix);
		buf_addc(out, '\n');
	}
}

void check_ref_words(const struct check_ref *ref, struct buf *out)
{
	if (!ref->kind)
		return;
	text_safe(out, ref->name);
	if (ref->commit && strcmp(ref->kind, "commit") != 0)
		buf_printf(out, " @ %.7s", ref->commit);
	if (ref->moved)
		buf_adds(out, ", moved");
}

void check_head_words(const struct check *check, struct buf *out)
{
	text_safe(out, check->name);
	buf_printf(out, ": %s", check->done ? check_status_code(check->status) :
		   "under way");
	if (check->done && check->reason)
		buf_printf(out, ", %s", check->reason);
	if (check->server) {
		buf_adds(out, "; ");
		text_safe(out, check->server);
	}
	if (check->identity) {
		buf_adds(out, "; as ");
		text_safe(out, check->identity);
	}
	if (check->ref.kind) {
		buf_adds(out, "; ");
		check_ref_words(&check->ref, out);
	}
	if (check->done && check->status == CHECK_FAIL && check->projects)
		buf_printf(out, "; used by %u project%s, which %u %s open", check->projects,
			   check->projects == 1 ? "" : "s", check->people,
			   check->people == 1 ? "person may" : "people may");
}

void check_text(const struct check *check, struct buf *out)
{
	const int names = names_width(check);
	size_t i;

	check_head_words(check, out);
	buf_addc(out, '\n');
	for (i = 0; i < check->n_steps; i++)
		step_text(&check->steps[i], names, out);
}
