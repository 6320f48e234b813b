/* fuzz_head.c: lines of an answer's head, as libcurl hands them on: what is kept is in
 * bounds and of the last head alone; behind its end nothing changes. */
#include "tests/fuzz/fuzz.h"

#include "net/http_priv.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void judge(const struct http_answer *answer)
{
	size_t i, k, n;

	HOLDS(answer->n_kept <= HTTP_KEPT);
	for (i = 0; i < answer->n_kept; i++) {
		n = strnlen(answer->kept[i].value, HTTP_VALUE);
		HOLDS(n < HTTP_VALUE && *answer->kept[i].name);
		HOLDS(!n || (!is_blank(*answer->kept[i].value) &&
			     !is_blank(answer->kept[i].value[n - 1])));
		HOLDS(http_header(answer, answer->kept[i].name) == answer->kept[i].value);
		for (k = 0; k < i; k++)
			HOLDS(strcmp(answer->kept[i].name, answer->kept[k].name) != 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct http_answer *answer = calloc(1, sizeof(*answer)),
		*before = calloc(1, sizeof(*before));
	struct http_flow flow = { .answer = answer };
	size_t at = 0, len, taken;
	const uint8_t *end;
	char *line;
	bool whole;

	HOLDS(answer && before);
	while (at < n) {
		end = memchr(data + at, '\n', n - at);
		len = end ? (size_t)(end - data) - at + 1 : n - at;
		line = malloc(len);		/* no NUL behind it, as with libcurl */
		HOLDS(line);
		memcpy(line, data + at, len);
		at += len;
		whole = flow.whole;
		*before = *answer;
		taken = http_take_header(line, 1, len, &flow);
		free(line);
		judge(answer);
		HOLDS(!whole || memcmp(before, answer, sizeof(*answer)) == 0);
		HOLDS(!(flow.open && flow.whole));
		if (taken != len)
			break;
		HOLDS(flow.headers == at);
	}
	free(before);
	free(answer);
	return 0;
}
