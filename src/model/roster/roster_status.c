/* roster_status.c: who is suspended in a list: words of directories, or a bare yes, whose
 * meaning the header says. */
#include <string.h>

#include "base/text.h"
#include "model/roster/roster_priv.h"
#include "model/value.h"

enum { WORD_LIMIT = 4096, SEEN_FILLED = 1, SEEN_SAID = 2 };

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
};

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

static bool yes_known(const char *text, bool *yes)
{
	struct buf key;
	bool known;

	if (switch_parse(text, yes))
		return true;
	buf_init(&key, WORD_LIMIT);
	roster_key(&key, text, strlen(text));
	*yes = strcmp(buf_text(&key), "ja") == 0;
	known = *yes || strcmp(buf_text(&key), "nein") == 0;
	buf_release(&key);
	return known;
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
		"the status";
	*wrong = "is no status";
	if (strlen(text) >= WORD_LIMIT / 4 || !yes_known(text, &yes))
		return false;
	*wrong = "is of a column whose name does not say what a yes means";
	*remedy = "call the column Active or Suspended; or take no column for the status";
	*suspended = yes == (means == YES_SUSPENDED);
	return means != YES_UNSAID;
}

/* ---- a column of that name that tells of something else ---------------------------- */

/* Does the cell say anything that a status says? */
static bool is_said(const char *text)
{
	bool either;

	return strlen(text) < WORD_LIMIT / 4 &&
		(word_known(text, &either) || yes_known(text, &either));
}

/* Of each column: SEEN_SAID also where it need not be looked at.  True: one is left. */
static bool look_at(const struct roster *list, const struct csv *csv, unsigned char *seen,
		    struct arena *arena)
{
	const char *text;
	bool left = false;
	size_t i;

	for (i = 0; i < list->n_columns; i++) {
		if (!(seen[i] & SEEN_SAID) && i < csv->n) {
			text = text_tidy(arena_strdup(arena, csv_field(csv, i)), arena);
			if (*text)
				seen[i] |= is_said(text) ? SEEN_SAID : SEEN_FILLED;
		}
		left = left || !(seen[i] & SEEN_SAID);
	}
	return left;
}

void roster_status_settle(struct roster *list)
{
	unsigned char *seen = arena_array(&list->arena, list->n_columns + 1, sizeof(*seen));
	size_t i, at = 0, skip = 1 + (list->passed_over != NULL);
	struct roster_reading reading;
	struct arena arena = { 0 };
	struct error err;
	bool left = false;

	for (i = 0; i < list->n_columns; i++) {
		seen[i] = list->taken[i] == ROSTER_STATUS &&
			roster_header_yes(list->header[i]) == YES_UNSAID ? 0 : SEEN_SAID;
		left = left || !seen[i];
	}
	roster_begin(list, &reading);
	while (left && roster_next(&reading, &err) == 1)
		if (at++ >= skip) {
			left = look_at(list, &reading.csv, seen, &arena);
			arena_release(&arena);
		}
	roster_end(&reading);
	for (i = 0; i < list->n_columns; i++)
		if (seen[i] == SEEN_FILLED)
			list->taken[i] = ROSTER_NOT_USED;
}
