/* bitbucket_fault.c: what Bitbucket refuses, as a reason, with the person who can mend it
 * (CONNECTORS 0 and 1.4). */
#include "connect/bitbucket/bitbucket.h"

#include <stdio.h>
#include <string.h>

#include "connect/letter.h"

const char bitbucket_right[] = "the scope read:repository:bitbucket";

#define MAKE_ONE "at id.atlassian.com/manage-profile/security/api-tokens (Create API token " \
	"with scopes): read:user:bitbucket, read:workspace:bitbucket and " \
	"read:repository:bitbucket"

bool bitbucket_removed(struct net_fault *fault)
{
	char said[NET_TEXT];

	snprintf(said, sizeof(said), "%s", fault->detail);
	(void)api_wrong(fault, "auth-removed-type", "Bitbucket took app passwords until "
			"2026-07-28%s%.120s", *said ? "; it says: " : "", said);
	snprintf(fault->fix, sizeof(fault->fix), "Make an API token " MAKE_ONE ". Choose API "
		 "token here, with the e-mail of that account. See support.atlassian.com/"
		 "bitbucket-cloud/docs/using-api-tokens");
	return false;
}

/* ["read:repository:bitbucket", ...] as words. */
static void join(const json_t *scopes, char *out, size_t size)
{
	size_t i, used = 0;

	snprintf(out, size, "none");
	for (i = 0; i < json_array_size(scopes) && used < size - 1; i++) {
		snprintf(out + used, size - used, "%s%s", i ? ", " : "",
			 json_string_value(json_array_get(scopes, i)) ?
			 json_string_value(json_array_get(scopes, i)) : "?");
		used = strlen(out);
	}
}

/* {"error":{"detail":{"required":["..."],"granted":["..."]}}} */
static bool by_scopes(const struct api_answer *answer, struct net_fault *fault)
{
	const json_t *detail = json_object_get(json_object_get(answer->body, "error"),
					       "detail");
	const json_t *required = json_object_get(detail, "required");
	char wanted[100], had[120];

	if (!json_is_array(required) && !strstr(fault->detail, "privilege scopes"))
		return false;
	join(required, wanted, sizeof(wanted));
	join(json_object_get(detail, "granted"), had, sizeof(had));
	(void)api_wrong(fault, "scope-missing", "it needs %s; the token has %s",
			json_is_array(required) ? wanted : "another scope", had);
	snprintf(fault->fix, sizeof(fault->fix), "The scopes of a token cannot be changed: make a "
		 "new one " MAKE_ONE ", and enter it.");
	return true;
}

static void by_401(struct net_fault *fault)
{
	switch (bitbucket_way()) {
	case BY_APP_PASSWORD:
		(void)bitbucket_removed(fault);
		break;
	case BY_API_TOKEN:
		snprintf(fault->fix, sizeof(fault->fix), "The e-mail is that of the Atlassian "
			 "account that made the API token (no username), and the token is whole "
			 "and has not ended. If in doubt make a new one " MAKE_ONE ".");
		break;
	case BY_ACCESS_TOKEN:
		snprintf(fault->fix, sizeof(fault->fix), "The access token was revoked or has "
			 "ended: an administrator of %.80s makes a new one, with the "
			 "permission Repositories: Read.", letter_field("workspace_id"));
	}
}

void bitbucket_explain(const struct api_answer *answer, struct net_fault *fault)
{
	bool limited = strcmp(fault->reason, "rate-limited") == 0;

	if (fault->http == 401)
		by_401(fault);
	else if (fault->http == 410)	/* "CHANGE-2770 - ...": an address that went */
		fault->reason = "protocol";
	else if (fault->http == 403 && !limited && !by_scopes(answer, fault))
		snprintf(fault->fix, sizeof(fault->fix), "An administrator of the workspace "
			 "%.80s lets this account in, or its access controls let this machine "
			 "in: Settings > Access controls.", letter_field("workspace_id"));
}
