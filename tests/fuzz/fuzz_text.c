/* fuzz_text.c: text on its way to a terminal: safe, of the width that was asked for. */
#include "tests/fuzz/fuzz.h"

#include "base/text.h"

enum { LIMIT = 1 << 20 };

static void is_safe(const struct buf *out)
{
	const char *text = buf_text(out);

	HOLDS(!out->overflow);
	HOLDS(text_is_safe(text));
	HOLDS(text_valid(text, strlen(text)) == strlen(text));
	HOLDS(!text_has_control(text) && !text_has_hidden(text));
}

/* Folding what is folded changes nothing; the order is one. */
static void compares(const char *text, const char *other)
{
	struct buf once, twice;

	buf_init(&once, LIMIT);
	buf_init(&twice, LIMIT);
	text_fold(&once, text);
	text_fold(&twice, buf_text(&once));
	HOLDS(strcmp(buf_text(&once), buf_text(&twice)) == 0);
	HOLDS(text_casecmp(text, buf_text(&once)) == 0);
	HOLDS((text_natcmp(text, other) < 0) == (text_natcmp(other, text) > 0));
	HOLDS((text_casecmp(text, other) == 0) ==
	      (text_casecmp(other, text) == 0));
	HOLDS(text_fold_hash(text) == text_fold_hash(buf_text(&once)));
	buf_reset(&once);
	text_skeleton(&once, text);
	text_upper(&once, text);
	text_compose(&once, text);
	buf_release(&once);
	buf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena arena = { 0 };
	struct buf out;
	size_t cells = n ? data[0] % 90 : 0;
	char *text, *other;

	text_init();
	if (!n)
		return 0;
	text = fuzz_string(data + 1, n - 1);
	other = fuzz_string(data + n / 2, n - n / 2);
	buf_init(&out, LIMIT);
	text_safe(&out, text);
	is_safe(&out);
	buf_reset(&out);
	text_cut(&out, text, cells);
	is_safe(&out);
	HOLDS(text_width(buf_text(&out)) <= cells);
	buf_reset(&out);
	text_cut_told(&out, text, cells);
	is_safe(&out);
	HOLDS(text_width(buf_text(&out)) <= cells);
	buf_reset(&out);
	text_fit(&out, text, cells);
	is_safe(&out);
	HOLDS(text_width(buf_text(&out)) == cells);
	HOLDS(text_tidy(text_tidy(text, &arena), &arena));
	if (text_valid(text, strlen(text)) == strlen(text) &&
	    text_valid(other, strlen(other)) == strlen(other))
		compares(text, other);
	buf_release(&out);
	arena_release(&arena);
	free(text);
	free(other);
	return 0;
}
