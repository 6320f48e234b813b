/* check_secrets.h: credentials that a service gave to who signed in, or in the place of
 * one that had expired: in locked memory, then sealed into the vault. */
#ifndef ACTION_CHECK_CHECK_SECRETS_H
#define ACTION_CHECK_CHECK_SECRETS_H

#include "action/check/check_subject.h"
#include "vault/locked_text.h"

enum { CHECK_SECRETS = 4 };

struct check_secrets {
	struct {
		const char *field;	/* of provider_kind */
		struct locked_text text;
	} v[CHECK_SECRETS];
	size_t n;
};

/* False: a provider has no such secret field, or it is empty or too long. */
bool check_secrets_take(struct check_secrets *secrets, const char *field,
			const char *value, size_t n) MUST_CHECK;
/* Where secrets of this provider may go, by its fields. */
const char *check_secrets_origin(const struct check_about *provider, struct arena *arena);
/* All into the vault, as values of this provider that were set at that time and may go to
 * origin, whoever gave them, with an event of their own: verb, "provider verify".
 * ERROR_LOCKED: it is locked by now. */
bool check_secrets_keep(struct app *app, const struct check_secrets *secrets,
			struct check_subject provider, const char *origin, const char *verb,
			int64_t time, struct error *err) MUST_CHECK;
void check_secrets_release(struct check_secrets *secrets);	/* wipes */

#endif
