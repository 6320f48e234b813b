/* roster_email.c: what stands in the place of an address. */
#include <string.h>

#include "model/mails.h"
#include "model/roster/roster_priv.h"
#include "model/value.h"

/* How Entra names guests: olaf_elsewhere.example#EXT#@acme.example. */
bool roster_is_elsewhere(const char *text)
{
	return strstr(text, "#EXT#") || strstr(text, "#ext#");
}

static bool is_object_id(const char *text)
{
	return strlen(text) == 36 && strspn(text, "0123456789abcdefABCDEF-") == 36 &&
		text[8] == '-' && text[23] == '-';
}

bool roster_is_formula(const char *text)
{
	return *text && strchr("=+-@", *text);
}

bool roster_is_address(const char *text)
{
	return *text != '\'' && !email_fault(text) && !roster_is_elsewhere(text) &&
		!roster_is_formula(text);
}

static bool is_several(const char *text)
{
	struct arena arena = { 0 };
	struct mail *mail;
	bool all;
	size_t i, n;

	mail = mails_read(&arena, text, &n);
	all = n > 1;
	for (i = 0; i < n; i++)
		all = all && roster_is_address(mail[i].email);
	arena_release(&arena);
	return all;
}

static bool no_email(const char *login, struct roster_wrong *out)
{
	out->value = login;
	out->wrong = !*login ? "is not there" : roster_is_elsewhere(login) ?
		"is how a directory names somebody from elsewhere, and there is no address" :
		"is a login, and there is no address";
	out->remedy = "fill it in, take the line out, or take another column";
	return false;
}

bool roster_email_good(const char *email, const char *login, struct roster_wrong *out)
{
	const char *fault = email_fault(email);

	if (!*email)
		return no_email(login, out);
	*out = (struct roster_wrong){ email, fault, "an address like ana@acme.example" };
	if (roster_is_elsewhere(email)) {
		out->wrong = "is how a directory names somebody from elsewhere, no address";
		out->remedy = "take the column of mail addresses";
	} else if (is_object_id(email)) {
		out->wrong = "is the number of an object in a directory, no address";
		out->remedy = "export the user principal names or the mail addresses";
	} else if (fault && is_several(email)) {
		out->wrong = "is more than one address";
		out->remedy = "a line for each person";
	} else if (!fault && *email == '\'') {
		out->wrong = "begins with the mark that spreadsheets put before text";
	} else if (!fault && roster_is_formula(email)) {
		out->wrong = "begins like a formula";
	}
	return !out->wrong;
}
