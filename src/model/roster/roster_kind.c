/* roster_kind.c: what a row of a list is: a person, a guest, or no person at all. */
#include <string.h>

#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { WORD_LIMIT = 4096 };

/* As Entra and Google say it; letters and digits alone, folded. */
static const struct { const char *key; enum roster_is is; } words[] = {
	{ "user", IS_PERSON }, { "member", IS_MEMBER }, { "person", IS_PERSON },
	{ "microsoftgraphuser", IS_PERSON },
	{ "benutzer", IS_PERSON }, { "mitglied", IS_MEMBER },
	{ "utilisateur", IS_PERSON }, { "membre", IS_MEMBER },
	{ "usuario", IS_PERSON }, { "miembro", IS_MEMBER },
	{ "guest", IS_GUEST }, { "gast", IS_GUEST }, { "invit\303\251", IS_GUEST },
	{ "invitado", IS_GUEST },
	{ "external", IS_GUEST }, { "extern", IS_GUEST }, { "externe", IS_GUEST },
	{ "externo", IS_GUEST }, { "externa", IS_GUEST },
	{ "internal", IS_PERSON }, { "intern", IS_PERSON }, { "interne", IS_PERSON },
	{ "interno", IS_PERSON }, { "interna", IS_PERSON },
	{ "group", IS_OTHER }, { "device", IS_OTHER }, { "serviceprincipal", IS_OTHER },
	{ "serviceaccount", IS_OTHER }, { "application", IS_OTHER }, { "contact", IS_OTHER },
	{ "orgcontact", IS_OTHER }, { "customer", IS_OTHER },
	{ "microsoftgraphgroup", IS_OTHER }, { "microsoftgraphdevice", IS_OTHER },
	{ "microsoftgraphserviceprincipal", IS_OTHER },
	{ "microsoftgraphorgcontact", IS_OTHER },
	{ "gruppe", IS_OTHER }, { "ger\303\244t", IS_OTHER }, { "groupe", IS_OTHER },
	{ "appareil", IS_OTHER }, { "grupo", IS_OTHER }, { "dispositivo", IS_OTHER },
};

bool roster_kind(const char *text, enum roster_is *is)
{
	struct buf key;
	bool known = false;
	size_t i;

	*is = IS_PERSON;
	if (!*text)
		return true;
	if (strlen(text) >= WORD_LIMIT / 4)
		return false;
	buf_init(&key, WORD_LIMIT);
	roster_key(&key, text, strlen(text));
	for (i = 0; i < COUNT_OF(words) && !known; i++) {
		known = strcmp(buf_text(&key), words[i].key) == 0;
		if (known)
			*is = words[i].is;
	}
	buf_release(&key);
	return known;
}
