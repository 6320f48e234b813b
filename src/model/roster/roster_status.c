/* roster_status.c: who is suspended in a list: words of directories, or a bare yes, whose
 * meaning the header says. */
#include <string.h>

#include "base/text.h"
#include "model/roster/roster_priv.h"
#include "model/value.h"

enum { WORD_LIMIT = 4096 };

/* As Entra, Google, Okta, Slack and spreadsheets say it; letters and digits alone, folded.  Who
 * is only locked out, or has not come yet, has not been suspended. */
static const struct { const char *key; bool suspended; } words[] = {
	{ "active", false }, { "activated", false }, { "enabled", false },
	{ "provisioned", false }, { "staged", false }, { "recovery", false },
	{ "passwordexpired", false }, { "passwordreset", false }, { "lockedout", false },
	{ "pending", false }, { "pendinguseraction", false },
	{ "pendingactivation", false }, { "pendingacceptance", false },
	{ "invited", false }, { "accepted", false }, { "allowed", false },
	{ "aktiv", false }, { "aktiviert", false },
	{ "actif", false }, { "activé", false }, { "activo", false }, { "activa", false },
	/* Of Slack: who may come in, as what. */
	{ "member", false }, { "admin", false }, { "owner", false },
	{ "primaryowner", false }, { "workspaceowner", false }, { "workspaceadmin", false },
	{ "workspaceprimaryowner", false }, { "orgowner", false }, { "orgadmin", false },
	{ "orgprimaryowner", false }, { "invitedmember", false }, { "invitedguest", false },
	{ "restrictedaccount", false }, { "ultrarestrictedaccount", false },
	{ "singlechannelguest", false }, { "multichannelguest", false },
	{ "guest", false },
	{ "suspended", true }, { "deprovisioned", true }, { "deactivated", true },
	{ "inactive", true }, { "notactive", true }, { "disabled", true },
	{ "blocked", true }, { "archived", true }, { "deleted", true },
	{ "removed", true }, { "terminated", true },
	{ "inaktiv", true }, { "deaktiviert", true }, { "gesperrt", true },
	{ "ausgesetzt", true }, { "inactif", true }, { "suspendu", true },
	{ "désactivé", true }, { "bloqué", true }, { "inactivo", true }, { "inactiva", true },
	{ "suspendido", true }, { "suspendida", true }, { "desactivado", true },
	{ "desactivada", true }, { "bloqueado", true }, { "bloqueada", true },
};

/* Those of Slack who are let in there as guests alone. */
static const char *const guests[] = { "guest", "invitedguest", "restrictedaccount",
	"ultrarestrictedaccount", "singlechannelguest", "multichannelguest" };

static bool word_known(const char *text, bool *suspended)
{
	struct buf key;
	bool known = false;
	size_t i;

	buf_init(&key, WORD_LIMIT);
	roster_key(&key, text, strlen(text));
	for (i = 0; i < COUNT_OF(words) && !known; i++) {
		known = strcmp(buf_text(&key), words[i].key) == 0;
		*suspended = words[i].suspended;
	}
	buf_release(&key);
	return known;
}

bool roster_status_guest(const char *text)
{
	struct buf key;
	bool is = false;
	size_t i;

	if (!*text || strlen(text) >= WORD_LIMIT / 4)
		return false;
	buf_init(&key, WORD_LIMIT);
	roster_key(&key, text, strlen(text));
	for (i = 0; i < COUNT_OF(guests) && !is; i++)
		is = strcmp(buf_text(&key), guests[i]) == 0;
	buf_release(&key);
	return is;
}

static bool yes_known(const char *text, bool *yes)
{
	static const char *const said[] = { "ja", "j", "oui", "si", "s\303\255" };
	static const char *const denied[] = { "nein", "non" };
	struct buf key;
	bool known = false;
	size_t i;

	if (switch_parse(text, yes))
		return true;
	buf_init(&key, WORD_LIMIT);
	roster_key(&key, text, strlen(text));
	*yes = false;
	for (i = 0; i < COUNT_OF(said); i++)
		*yes = *yes || strcmp(buf_text(&key), said[i]) == 0;
	for (i = 0; i < COUNT_OF(denied); i++)
		known = known || strcmp(buf_text(&key), denied[i]) == 0;
	buf_release(&key);
	return known || *yes;
}

bool roster_status_says(const char *text, bool *suspended)
{
	bool either;

	*suspended = false;
	return strlen(text) < WORD_LIMIT / 4 &&
		(word_known(text, suspended) || yes_known(text, &either));
}

bool roster_status(const char *header, const char *text, bool *suspended,
		   const char **wrong, const char **remedy)
{
	enum roster_yes means = roster_header_yes(header);
	bool yes;

	*suspended = false;
	if (!*text)
		return true;
	if (strlen(text) < WORD_LIMIT / 4 && word_known(text, suspended))
		return true;
	*remedy = "active or suspended, or a directory's word for it; or take no column for "
		"the status (status=)";
	*wrong = "is no status";
	if (strlen(text) >= WORD_LIMIT / 4 || !yes_known(text, &yes))
		return false;
	*wrong = "is of a column whose name does not say what a yes means";
	*remedy = "call the column Active or Suspended; or take no column for the status (status=)";
	*suspended = yes == (means == YES_SUSPENDED);
	return means != YES_UNSAID;
}
