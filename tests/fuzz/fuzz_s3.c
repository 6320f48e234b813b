/* fuzz_s3.c: what an S3 server may say: an error whose words can be shown, or a page of
 * keys in their order, or a refusal; never both. */
#include "tests/fuzz/fuzz.h"

#include "base/text.h"
#include "connect/s3/s3_xml.h"

static void shown(const char *text, size_t size)
{
	HOLDS(memchr(text, '\0', size));
	HOLDS(text_valid(text, strlen(text)) == strlen(text));
}

static bool error(const char *bytes, size_t n)
{
	struct s3_error error;
	bool good = s3_xml_error(bytes, n, &error);

	HOLDS(good == (error.code[0] != '\0'));
	shown(error.code, sizeof(error.code));
	shown(error.message, sizeof(error.message));
	shown(error.region, sizeof(error.region));
	shown(error.endpoint, sizeof(error.endpoint));
	shown(error.request, sizeof(error.request));
	return good;
}

static bool list(const char *bytes, size_t n)
{
	const struct s3_entry *entry;
	struct s3_page page;
	const char *why = NULL;
	bool good = s3_xml_list(bytes, n, &page, &why);
	size_t i;

	HOLDS(why && (!good || !*why));
	shown(page.token, sizeof(page.token));
	for (i = 0; good && i < page.n; i++) {
		entry = &page.entries[i];
		HOLDS(entry->key && *entry->key);
		HOLDS(i == 0 || strcmp(entry[-1].key, entry->key) <= 0);
		HOLDS(!entry->size || strspn(entry->size, "0123456789") ==
		      strlen(entry->size));
		HOLDS(!entry->modified || (strlen(entry->modified) == 20 &&
					   entry->modified[19] == 'Z'));
	}
	s3_page_release(&page);
	return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	/* As it comes: with a NUL behind it. */
	char *text = malloc(n + 1);
	bool one;

	HOLDS(text);
	memcpy(text, data, n);
	text[n] = '\0';
	one = error(text, n);
	HOLDS(!list(text, n) || !one);
	free(text);
	return 0;
}
