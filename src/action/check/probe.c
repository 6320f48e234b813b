/* probe.c: see probe.h. */
#include "action/check/probe.h"

#include <string.h>

#include "base/json_write.h"
#include "model/check/check_reason.h"
#include "model/config.h"
#include "model/kind_types.h"
#include "model/provider.h"
#include "post/post.h"

static void write_letter(const char *type, const char *config, int64_t timeout,
			 struct buf *out)
{
	const struct kind_field *field = provider_kind.fields;
	struct arena arena = { 0 };
	const char *value;
	struct json json;

	jsonw_begin(&json, out);
	jsonw_kstring(&json, "type", type);
	jsonw_kint(&json, "timeout_ms", timeout);
	jsonw_kstring(&json, "job", "verify");
	jsonw_kobject(&json, "ask");
	jsonw_object_end(&json);
	jsonw_kobject(&json, "fields");
	for (; field->name; field++) {
		value = field->secret || field->aside ? NULL :
			config_get(config, field->name, &arena);
		if (value && *value)
			jsonw_kstring(&json, field->name, value);
	}
	jsonw_object_end(&json);
	jsonw_kobject(&json, "secrets");
	jsonw_object_end(&json);
	jsonw_object_end(&json);
	arena_release(&arena);
}

bool probe_begin(struct probe *probe, const char *type, const char *config,
		 int64_t timeout, struct error *err)
{
	struct buf text;

	probe_release(probe);
	buf_init(&text, POST_LETTER);
	write_letter(type, config, timeout, &text);
	if (text.overflow)
		error_set(err, ERROR_INVALID, "TOO_LONG", "its fields are too long");
	else
		probe->post = post_start(COURIER_WEB, buf_text(&text), text.len, timeout, err);
	buf_release(&text);
	return probe->post != NULL;
}

/* What is known by now of the connection is all that was asked for. */
static void settle(struct probe *probe, const char *config)
{
	const struct check_reason *reason;
	size_t i;

	for (i = 0; i < probe->check.n_steps; i++) {
		struct check_step *step = &probe->check.steps[i];

		if (!step->ended || (strcmp(step->step, "connect") != 0 &&
				     !(probe->check.done && step->status == CHECK_FAIL)))
			continue;
		reason = check_reason_at(step->step, step->reason);
		if (reason && !step->fix)
			step->fix = check_reason_fix(reason, config, &probe->arena);
		probe->connect = step;
		break;
	}
}

bool probe_step(struct probe *probe)
{
	const struct check_ear deaf = { .list = NULL };
	const char *line, *reason = NULL;
	enum post_news news = POST_WAITS;
	size_t n;

	while (probe->post && !probe->connect &&
	       (news = post_read(probe->post, &line, &n)) == POST_LINE_READ) {
		if (!check_hear(&probe->check, &deaf, line, n, &probe->arena)) {
			news = POST_BROKE;
			break;
		}
		settle(probe, "{}");
	}
	if (!probe->connect && probe->post) {
		reason = news == POST_BROKE || news == POST_ENDED ? "internal" :
			!post_left(probe->post) ? "timeout" : NULL;
		if (!reason)
			return false;
		check_end(&probe->check, reason, &probe->arena);
		probe->check.done = true;
		settle(probe, "{}");
		if (!probe->connect)		/* it said nothing at all */
			check_only(&probe->check, "connect", CHECK_FAIL, reason, NULL,
				   &probe->arena);
		settle(probe, "{}");
	}
	post_free(probe->post);
	probe->post = NULL;
	return true;
}

int probe_fd(const struct probe *probe)
{
	return post_fd(probe->post);
}

int64_t probe_left(const struct probe *probe)
{
	return post_left(probe->post) + 1;
}

void probe_release(struct probe *probe)
{
	post_free(probe->post);
	arena_release(&probe->arena);
	*probe = (struct probe){ .post = NULL };
}
