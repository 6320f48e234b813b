/* github_client.c: a client's id and secret with nobody signed in (github.h). */
#include <stdio.h>
#include <string.h>

#include "connect/github/github.h"
#include "connect/letter.h"

enum { FORM_MOST = 8192 };

/* A code that nobody was ever given: who is refused for it was let in with the pair. */
static const char no_code[] = "0000000000000000000000000000000000000000";

static bool wrong_pair(struct net_fault *fault)
{
	fault->reason = "auth-bad";
	snprintf(fault->fix, sizeof(fault->fix), "Client ID and client secret do not belong "
		 "together. On the page of the GitHub App an owner generates a new client "
		 "secret; enter that, and the Client ID as it stands there.");
	return false;
}

static bool judge(const struct github *github, const struct api_answer *answer,
		  struct net_fault *fault)
{
	const char *error = api_text(answer->body, "error", API_END);

	if (strcmp(error, "bad_verification_code") == 0)
		return true;
	if (answer->http.status / 100 == 2 && !*error)
		return api_wrong(fault, "not-this-api", "neither a code was refused nor the "
				 "client");
	api_refusal(&github->web, answer, fault);
	/* An id that there is not: 404 with "Not Found". */
	if (strcmp(error, "incorrect_client_credentials") == 0 ||
	    strcmp(error, "invalid_client") == 0 ||
	    (answer->body && (answer->http.status == 404 || answer->http.status == 401)))
		return strcmp(fault->reason, "clock-skew") != 0 && wrong_pair(fault);
	return false;
}

bool github_client(struct github *github, struct net_fault *fault)
{
	const char *id = letter_field("client_id"), *secret = letter_secret("client_secret");
	struct api_ask ask = { .path = "/login/oauth/access_token", .bare = true,
			       .refused = true };
	struct api_answer answer;
	struct buf form;
	bool good;

	if (!*id || !secret || !*secret)
		return api_wrong(fault, "config", "the %s is wanted", *id ? "client secret" :
				 "client ID");
	buf_init(&form, FORM_MOST);
	api_form(&form, "client_id", id);
	api_form(&form, "client_secret", secret);
	api_form(&form, "code", no_code);
	ask.body = buf_text(&form);
	good = api_ask(&github->web, &ask, &answer, fault) && judge(github, &answer, fault);
	api_release(&answer);
	buf_wipe(&form);
	return good;
}
