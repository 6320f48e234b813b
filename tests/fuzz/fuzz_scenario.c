/* fuzz_scenario.c: a scenario file: refused with a reason, or read; and the words of a
 * typed line. */
#include "tests/fuzz/fuzz.h"

#include "action/core/split_words.h"
#include "action/scenario/scenario.h"
#include "model/json_memory.h"

enum { WORDS = 32 };

static void typed_line(const uint8_t *data, size_t n)
{
	const char *word[WORDS];
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { 0 };
	struct error err = { 0 };
	struct args args;
	char *text = fuzz_string(data, n);
	size_t words = 0;

	if (split_words(text, &arena, word, WORDS, &words, &err))
		HOLDS(words <= WORDS);
	else
		HOLDS(err.kind == ERROR_INVALID && *err.text);
	error_clear(&err);
	if (words && !args_parse((int)words, word, &arena, &action, &args, &opts, &err))
		HOLDS(*err.text);
	free(text);
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct scenario scenario;
	struct arena arena = { 0 };
	struct error err = { 0 };

	json_memory_use();
	if (!scenario_read("file", ".", (const char *)data, n, &arena, &scenario, &err))
		HOLDS(*err.text);
	arena_release(&arena);
	typed_line(data, n < 400 ? n : 400);
	return 0;
}
