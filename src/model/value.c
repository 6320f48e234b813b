/* value.c: see value.h. */
#include "model/value.h"

#include <stddef.h>
#include <string.h>

#include "base/attr.h"
#include "base/text.h"

bool switch_parse(const char *text, bool *on)
{
	static const char *const words[] = { "off", "on", "false", "true", "no",
		"yes", "0", "1" };
	struct arena arena = { 0 };
	const char *tidy = text_tidy(text, &arena);
	bool known = false;
	size_t i;

	for (i = 0; i < COUNT_OF(words) && !known; i++)
		if (text_casecmp(tidy, words[i]) == 0) {
			*on = i % 2;
			known = true;
		}
	arena_release(&arena);
	return known;
}

static bool domain_good(const char *domain)
{
	size_t n = strlen(domain);

	return n && domain[0] != '.' && domain[n - 1] != '.' &&
		domain[0] != '-' && !strstr(domain, "..");
}

/* Blanks of other kinds than the space. */
static bool holds_blank(const char *email)
{
	struct buf folded;
	bool found;

	buf_init(&folded, 8192);
	text_fold(&folded, email);	/* NFKC makes spaces of them */
	found = folded.overflow || strchr(buf_text(&folded), ' ');
	buf_release(&folded);
	return found;
}

const char *email_fault(const char *email)
{
	const char *at = strchr(email, '@');

	if (strlen(email) > EMAIL_BYTES)
		return "is too long, over 254 bytes";
	if (text_valid(email, strlen(email)) != strlen(email) ||
	    text_has_hidden(email))
		return "holds characters that no address has";
	if (email[strcspn(email, " ,:;<>()[]\\\"")] || holds_blank(email))
		return "holds a blank or one of , : ; < > ( ) [ ] \\ \"";
	if (!at || at == email || strchr(at + 1, '@') || !domain_good(at + 1))
		return "is not of the form name@domain";
	return NULL;
}
