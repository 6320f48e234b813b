/* gitlab_fault.c: what GitLab refuses, in its three shapes, as a reason, with the person who
 * can mend it (CONNECTORS 1.3). */
#include "connect/gitlab/gitlab.h"

#include <stdio.h>
#include <string.h>

#include "connect/letter.h"

const char gitlab_new_token[] = "Whoever signs in makes one (Preferences > Access tokens) "
	"with the scopes read_api and read_repository; enter it.";

static const struct { int http; const char *says, *reason, *fix; } words[] = {
	{ 401, "expired", "auth-expired", NULL },
	{ 401, "revoked", "auth-bad", NULL },
	{ 403, "blocked", "suspended", "An administrator of GitLab, or its support, unblocks "
	  "the account that signs in." },
	{ 403, "deactivated", "suspended", "Whoever owns the account signs in once in a browser, "
	  "which makes it active again." },
	{ 403, "locked", "suspended", "The account is locked for ten minutes, or until its owner "
	  "unlocks it by e-mail." },
	{ 403, "password expired", "auth-expired", "Whoever owns the account sets a new "
	  "password in a browser." },
	{ 403, "terms of service", "forbidden", "Whoever owns the account signs in once in a "
	  "browser and accepts the terms." },
	{ 403, "two-factor", "forbidden", "The group wants two-factor authentication: whoever "
	  "owns the account sets it up, under Preferences > Account." },
	{ 403, "saml", "sso-required", "Whoever owns the account signs in once through the "
	  "group's single sign-on in a browser, then try again." },
	{ 403, "single sign-on", "sso-required", "Whoever owns the account signs in once through "
	  "the group's single sign-on in a browser, then try again." },
	{ 403, "ip address", "forbidden", "An owner of the group allows the address of this "
	  "machine, under Settings > General > Permissions." },
};

static void by_words(struct net_fault *fault)
{
	size_t i;

	for (i = 0; i < COUNT_OF(words); i++) {
		if (words[i].http != fault->http || !strcasestr(fault->detail, words[i].says))
			continue;
		fault->reason = words[i].reason;
		if (words[i].fix)
			snprintf(fault->fix, sizeof(fault->fix), "%s", words[i].fix);
		return;
	}
}

/* {"error":"insufficient_scope","error_description":...,"scope":"api read_api"} */
static bool by_scope(const struct api_answer *answer, struct net_fault *fault)
{
	const char *scopes = api_text(answer->body, "scope", API_END);

	if (strcmp(fault->native, "insufficient_scope") != 0)
		return false;
	(void)api_wrong(fault, "scope-missing", "the token lacks one of the scopes %.150s",
			*scopes ? scopes : "read_api");
	snprintf(fault->fix, sizeof(fault->fix), "The rights of a token cannot be changed: it "
		 "takes a new one. %s", gitlab_new_token);
	return true;
}

void gitlab_explain(const struct api_answer *answer, struct net_fault *fault)
{
	bool device = strcmp(letter_field("auth"), "device") == 0;

	if (fault->http == 401)
		snprintf(fault->fix, sizeof(fault->fix), "The token was revoked, has ended, or is "
			 "mistyped. %s", device ? "Sign in again." : gitlab_new_token);
	else if (fault->http == 403 && strcmp(fault->reason, "rate-limited") != 0)
		snprintf(fault->fix, sizeof(fault->fix), "Ask an owner of %.80s: who signs in "
			 "here may not do that.", letter_field("group"));
	if (!by_scope(answer, fault))
		by_words(fault);
}
