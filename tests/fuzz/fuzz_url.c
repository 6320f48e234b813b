/* fuzz_url.c: what names something outside, as it is typed: judged with a reason; what is
 * good is good again as it is kept, and its host is in it. */
#include "tests/fuzz/fuzz.h"

#include "base/text.h"
#include "model/value_web.h"

static void one_type(const struct value_type *type, const char *text, struct arena *arena)
{
	const char *kept = value_read(type, text, arena), *fault;

	HOLDS(kept);
	fault = type->fault ? type->fault(kept) : NULL;
	if (fault) {
		HOLDS(*fault && text_is_safe(fault));
		return;
	}
	HOLDS(strcmp(value_read(type, kept, arena), kept) == 0);
	/* What is typed has none, as forms and the command line see to. */
	HOLDS(text_has_control(text) || !text_has_control(kept));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct value_type *const types[] = {
		&value_server, &value_git_account, &value_group_path, &value_slug, &value_digits,
		&value_email, &value_repository, &value_host, &value_jdbc, &value_bucket,
		&value_s3_path, &value_public_key, &value_cron, &value_region,
		&value_test_endpoint
	};
	struct arena arena = { 0 };
	char *text = fuzz_string(data, n);
	const char *host;
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		one_type(types[i], text, &arena);
	host = web_host(text, &arena);
	if (host) {
		HOLDS(*host && !strpbrk(host, "/ @\r\n"));
		HOLDS(strlen(host) <= strlen(text));
	}
	arena_release(&arena);
	free(text);
	return 0;
}
