/* git_proof.c: see git_proof.h. */
#include "connect/git_proof.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "connect/letter.h"
#include "connect/report.h"
#include "connect/smart_http.h"

void git_ref_report(const char *repository, const char *kind, const char *name,
		    const char *commit, const char *was)
{
	struct net_fault warn = { .reason = NULL };

	report_ref(kind, name, commit);
	if (!*was || strcmp(kind, "tag") != 0 || strcasecmp(was, commit) == 0) {
		report_ok(commit);
		return;
	}
	snprintf(warn.detail, sizeof(warn.detail), "the tag was moved: it was %.64s, and is %.64s",
		 was, commit);
	snprintf(warn.fix, sizeof(warn.fix), "Ask an administrator of the repository %.100s who "
		 "moved it and why. Whoever trusts the new one enters its commit in the "
		 "package: a commit cannot be moved.", repository);
	report_fault("warn", &warn);
}

/* The API has said yes before: what differs is the right to use Git. */
static void name_mender(const struct git_proof *proof, struct net_fault *fault)
{
	const char *right = proof->right ? proof->right : "the right to read its code";

	if (*fault->fix)
		return;
	if (strcmp(fault->reason, "auth-bad") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "The API takes this credential and Git "
			 "does not. Make one that has %.100s as well, and enter it.", right);
	else if (strcmp(fault->reason, "forbidden") == 0 ||
		 strcmp(fault->reason, "not-found") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "An administrator of the repository "
			 "%.150s lets this account read its code, and the credential has "
			 "%.100s.", proof->repository, right);
	else if (strcmp(fault->reason, "not-this-api") == 0 ||
		 strcmp(fault->reason, "redirected") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "The network must let this machine "
			 "through to %.100s for Git as well; a proxy or a page of sign-in "
			 "answers instead.", http_origin(proof->http));
}

static void pushed(const struct git_proof *proof, const char *commit)
{
	struct net_fault warn = { .reason = NULL };

	report_ref(proof->kind, proof->name, commit);
	snprintf(warn.detail, sizeof(warn.detail), "the API says %.64s, Git has %.64s: it was "
		 "pushed meanwhile", proof->commit, commit);
	snprintf(warn.fix, sizeof(warn.fix), "What Git has is noted. Resolve it again to see "
		 "that both agree.");
	report_fault("warn", &warn);
}

/* Where, and with the credential: buf_wipe(basic) in either case. */
static bool open_at(const struct git_proof *proof, struct smart_http *at, struct buf *basic,
		    struct net_fault *fault)
{
	memset(basic, 0, sizeof(*basic));
	*at = (struct smart_http){ .http = proof->http, .repository = proof->repository };
	if (!proof->user)
		return true;
	if (!http_basic(basic, proof->user, proof->password)) {
		*fault = (struct net_fault){ .reason = "config", .detail = "Git cannot be given "
			"this credential: it is too long, or the name has a colon" };
		return false;
	}
	at->authorization = buf_text(basic);
	letter_lent(at->authorization + strlen("Basic "));
	return true;
}

bool git_proof(const struct git_proof *proof, struct net_fault *fault)
{
	char commit[GIT_ID], text[NET_TEXT];
	struct smart_http at;
	struct buf basic;
	bool good;

	report_begin("git");
	good = open_at(proof, &at, &basic, fault) &&
		smart_http_proves(&at, proof->kind, proof->name, commit, fault);
	buf_wipe(&basic);
	if (!good) {
		name_mender(proof, fault);
		return false;
	}
	if (!*proof->commit) {
		git_ref_report(proof->repository, proof->kind, proof->name, commit,
			       proof->was ? proof->was : "");
		return true;
	}
	if (strcmp(commit, proof->commit) != 0) {
		pushed(proof, commit);
		return true;
	}
	snprintf(text, sizeof(text), "%.150s can be fetched", proof->repository);
	report_ok(text);
	return true;
}

/* ---- where the API is away ---------------------------------------------------------- */

bool git_instead(const struct net_fault *fault)
{
	return strcmp(fault->reason, "server-error") == 0 ||
		strcmp(fault->reason, "rate-limited") == 0;
}

bool git_warn_instead(struct net_fault *fault)
{
	if (!git_instead(fault))
		return false;
	report_fault("warn", fault);
	*fault = (struct net_fault){ .reason = NULL };
	return true;
}

bool git_list(const struct git_proof *proof, const char *filter, struct net_fault *fault)
{
	struct arena arena = { 0 };
	struct git_refs refs = { .head = "" };
	struct net_fault warn = { .reason = NULL };
	struct smart_http at;
	struct buf basic;
	size_t i;
	bool good = open_at(proof, &at, &basic, &warn) &&
		smart_http_refs(&at, proof->kind, "", &refs, &arena, &warn);

	buf_wipe(&basic);
	for (i = 0; good && i < refs.n; i++)
		if (strcasestr(refs.all[i].name, filter))
			report_row("kind", refs.all[i].kind, "name", refs.all[i].name,
				   "commit", refs.all[i].commit, REPORT_END);
	arena_release(&arena);
	if (!good)		/* what was wrong first says more */
		return false;
	warn = *fault;
	snprintf(warn.fix, sizeof(warn.fix), "The API did not answer, so Git itself was asked. "
		 "Nothing needs to be done, unless it stays so.");
	report_fault("warn", &warn);
	*fault = (struct net_fault){ .reason = NULL };
	return true;
}
