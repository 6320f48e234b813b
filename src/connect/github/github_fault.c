/* github_fault.c: what GitHub refuses, as a reason, with the person who can mend it
 * (CONNECTORS 1.1). */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "connect/github/github.h"
#include "connect/letter.h"

static void fix(struct net_fault *fault, const char *text)
{
	snprintf(fault->fix, sizeof(fault->fix), "%s", text);
}

static const char *account(void)
{
	const char *name = letter_field("account");

	if (!*name)
		name = letter_field("organization");
	return *name ? name : "the account";
}

/* ---- by what is said ---------------------------------------------------------------- */

static const struct { int http; const char *says, *reason, *fix; } words[] = {
	{ 403, "secondary rate limit", "rate-limited", NULL },
	{ 403, "abuse detection", "rate-limited", NULL },
	{ 403, "installation has been suspended", "suspended", "An owner of the account lets "
	  "it in again: Settings > GitHub Apps > Configure > Unsuspend." },
	{ 403, "account was suspended", "suspended", "Somebody at GitHub, or the site's "
	  "administrator, locked the account that signs in: ask there." },
	{ 403, "IP allow list", "forbidden", "The organization lets in from listed addresses "
	  "only: an owner of it adds this machine's, under Settings > Authentication "
	  "security > IP allow list." },
	{ 403, "administrative rules", "forbidden", "Something before GitHub refused the "
	  "request: ask who runs the proxy of this network." },
	{ 401, "claim ('exp')", "clock-skew", "Set the clock of this machine." },
	{ 401, "claim ('iat')", "clock-skew", "Set the clock of this machine." },
	{ 401, "JSON web token could not be decoded", "auth-bad", "The private key is not one "
	  "of this app, or the App ID is another's. The app's owner makes a new key on its "
	  "page, under Private keys; enter that, and the App ID." },
	{ 404, "Integration not found", "auth-bad", "There is no app of this App ID. It stands "
	  "on the app's page, under About: enter that." },
};

static void by_words(struct net_fault *fault)
{
	size_t i;

	for (i = 0; i < COUNT_OF(words); i++) {
		if (words[i].http != fault->http || !strstr(fault->detail, words[i].says))
			continue;
		fault->reason = words[i].reason;
		if (words[i].fix)
			fix(fault, words[i].fix);
		return;
	}
}

/* ---- by headers ----------------------------------------------------------------------- */

/* required; url=https://github.com/orgs/acme/sso?authorization_request=x */
static bool by_sso(const struct http_answer *answer, struct net_fault *fault)
{
	const char *sso = http_header(answer, "x-github-sso");
	const char *url = sso ? strstr(sso, "url=") : NULL;

	if (!sso || strncmp(sso, "required", 8) != 0)
		return false;
	fault->reason = "sso-required";
	if (url && strncmp(url + 4, "http", 4) == 0)
		snprintf(fault->fix, sizeof(fault->fix), "Whoever made the token authorizes it "
			 "for the organization, at %.600s , then try again.", url + 4);
	else
		fix(fault, "Whoever made the token authorizes it for the organization: "
		    "Settings > Developer settings > the token > Configure SSO.");
	return true;
}

static bool by_permission(const struct http_answer *answer, struct net_fault *fault)
{
	const char *wanted = http_header(answer, "x-accepted-github-permissions");

	if (!wanted || !*wanted || !strstr(fault->detail, "not accessible by"))
		return false;
	fault->reason = "scope-missing";
	snprintf(fault->fix, sizeof(fault->fix), "It lacks the permission %.200s. Of an app its "
		 "owner adds that, and an owner of %.60s approves it; of a token whoever made "
		 "it does.", wanted, account());
	return true;
}

void github_explain(const struct api_answer *answer, struct net_fault *fault)
{
	bool limited = strcmp(fault->reason, "rate-limited") == 0;

	if (strcmp(fault->reason, "redirected") == 0)
		return;
	if (fault->http == 401)
		fix(fault, "The token was revoked, has ended, or is mistyped. Have a new one made, "
		    "and enter it.");
	else if (fault->http == 403 && !limited)
		snprintf(fault->fix, sizeof(fault->fix), "Ask an owner of %.60s: who signs in here "
			 "may not do that.", account());
	else if (fault->http == 404 && strcmp(fault->reason, "not-found") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "Check the name. GitHub says the same of "
			 "what one may not see: then an administrator of the repositories of "
			 "%.60s gives access.", account());
	if (fault->http == 403 && !limited &&
	    (by_sso(&answer->http, fault) || by_permission(&answer->http, fault)))
		return;
	by_words(fault);
	if (!limited && strcmp(fault->reason, "rate-limited") == 0)
		api_rate_limited(answer, fault);
}

/* ---- scopes ----------------------------------------------------------------------------- */

/* Tokens whose rights are permissions, chosen one by one. */
static bool is_classic(const char *token)
{
	static const char *const others[] = { "ghu_", "ghs_", "github_pat_" };
	size_t i;

	for (i = 0; i < COUNT_OF(others); i++)
		if (strncmp(token, others[i], strlen(others[i])) == 0)
			return false;
	return true;
}

static bool is_needed(const char *scope, size_t n)
{
	static const char *const few[] = { "repo", "repo:status", "repo_deployment",
		"public_repo", "repo:invite", "read:org", "read:user", "user:email" };
	size_t i;

	for (i = 0; i < COUNT_OF(few); i++)
		if (strlen(few[i]) == n && strncmp(few[i], scope, n) == 0)
			return true;
	return false;
}

bool github_scopes(const struct api_answer *answer, const char *token,
		   char more[GITHUB_TEXT], struct net_fault *fault)
{
	const char *all = http_header(&answer->http, "x-oauth-scopes"), *at;
	bool reads = false;
	size_t n, used = 0;

	more[0] = '\0';
	if (!all || !is_classic(token))
		return true;
	for (at = all + strspn(all, " ,"); *at; at += n, at += strspn(at, " ,")) {
		n = strcspn(at, " ,");
		reads |= n == 4 && strncmp(at, "repo", 4) == 0;
		if (!is_needed(at, n) && used + n + 3 < GITHUB_TEXT)
			used += (size_t)snprintf(more + used, GITHUB_TEXT - used, "%s%.*s",
						 used ? ", " : "", (int)n, at);
	}
	if (reads)
		return true;
	fix(fault, "Private repositories want the scope repo. Make a token with it, or a "
	    "fine-grained one with the permission Contents: read, and enter it.");
	fault->http = answer->http.status;
	return api_wrong(fault, "scope-missing", "it lacks the scope repo; it has %.150s",
			 *all ? all : "none");
}
