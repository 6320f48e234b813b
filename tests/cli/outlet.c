/* outlet.c: a service that code may call.  No kind of the product: kind_build.sh adds
 * it to a copy of the sources, as one file and one word, and builds with it.  It has a
 * type of field that no kind has. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/config.h"
#include "model/kind.h"

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

/* "90", "1m 30s" and "2h" are seconds; what is none of that stays as it is. */
static const char *duration_read(const char *typed, struct arena *arena)
{
	long all = 0, n;
	const char *at = typed;
	char *end;

	for (; *at; at = end + strspn(end, " ")) {
		n = strtol(at, &end, 10);
		if (end == at || n < 0 || n > DAY)
			return typed;
		all += n * (*end == 'h' ? HOUR : *end == 'm' ? MINUTE : 1);
		end += *end == 'h' || *end == 'm' || *end == 's';
	}
	return arena_printf(arena, "%ld", all);
}

static const char *duration_fault(const char *kept)
{
	size_t n = strlen(kept);
	long seconds = strtol(kept, NULL, 10);

	return n && n < 6 && strspn(kept, "0123456789") == n && seconds > 0 &&
		seconds <= DAY ? NULL : "a duration is from 1s to 24h, as 1m 30s";
}

static const char *duration_show(const char *kept, struct arena *arena)
{
	long n = strtol(kept, NULL, 10);
	const char *text = "";

	if (duration_fault(kept))
		return kept;
	if (n >= HOUR)
		text = arena_printf(arena, "%ldh", n / HOUR);
	if (n % HOUR >= MINUTE)
		text = arena_printf(arena, "%s%s%ldm", text, *text ? " " : "",
				    n % HOUR / MINUTE);
	if (n % MINUTE)
		text = arena_printf(arena, "%s%s%lds", text, *text ? " " : "",
				    n % MINUTE);
	return text;
}

static const struct value_type duration = {
	.kept = KEPT_AS_NUMBER, .read = duration_read, .fault = duration_fault,
	.show = duration_show, .help = "As 30s, 1m 30s or 2h.",
};

static const char *const methods[] = { "get", "post", NULL };

static const struct kind_field fields[] = {
	{ .name = "url", .label = "Address", .top = true,
	  .option = "where it is called" },
	{ .name = "timeout", .label = "Timeout", .top = true, .type = &duration,
	  .note = "then it is given up" },
	{ .name = "method", .label = "Method", .type = &value_choice,
	  .choices = methods, .head = "Advanced: the call" },
	{ .name = "token", .label = "Token", .secret = true },
	{ .name = NULL }
};

static const struct kind_need needs[] = {
	{ .field = "url", .required = true },
	{ .field = "timeout", .required = true, .initial = "30" },
	{ .field = "method", .required = true, .initial = "get" },
	{ .field = "token" },
	{ .field = NULL }
};

static const struct kind_type forms[] = {
	{ .code = "", .label = "Outlet", .needs = needs },
	{ .code = NULL }
};

static bool good(const char *config, struct arena *arena, struct error *err)
{
	const char *url = config_get(config, "url", arena);

	if (!url || strncmp(url, "https://", 8) == 0)
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", "an address begins with https://");
	return error_field(err, "url");
}

static const char *detail(const char *config, struct arena *arena)
{
	const char *url = config_get(config, "url", arena);

	return url ? url : "";
}

const struct asset_kind asset_kind_outlet = {
	.code = "outlet",
	.noun = "outlet",
	.label = "outlet",
	.one = "outlet",
	.title = "Outlet",
	.plural = "Outlets",
	.about = "services that code may call",
	.home = "Settings > Integrations > Outlets",
	.plan = PLAN_TEAM,
	.fields = fields,
	.forms = forms,
	.own = true,
	.good = good,
	.detail = detail,
	.sample = "e-pay",
	.words = {
		[KIND_CREATE] = { .verb = "add", .synonyms = "service http",
			.example = "payments --url https://pay.example" },
	},
};
