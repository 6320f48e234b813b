/* git_proof.c: see git_proof.h. */
#include "connect/git_proof.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

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
		 "moved it and why; whoever trusts the new one resolves the package again. A "
		 "commit cannot be moved.", repository);
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

bool git_proof(const struct git_proof *proof, struct net_fault *fault)
{
	struct smart_http at = { .http = proof->http, .repository = proof->repository };
	char commit[GIT_ID], text[NET_TEXT];
	struct buf basic = { .data = NULL };
	bool good = true;

	report_begin("git");
	if (proof->user) {
		good = http_basic(&basic, proof->user, proof->password);
		at.authorization = buf_text(&basic);
		if (!good)
			*fault = (struct net_fault){ .reason = "config", .detail =
				"Git cannot be given this credential: it is too long, or the "
				"name has a colon" };
	}
	good = good && smart_http_proves(&at, proof->kind, proof->name, commit, fault);
	buf_wipe(&basic);
	if (!good) {
		name_mender(proof, fault);
		return false;
	}
	if (strcmp(commit, proof->commit) != 0) {
		pushed(proof, commit);
		return true;
	}
	snprintf(text, sizeof(text), "%.150s can be fetched", proof->repository);
	report_ok(text);
	return true;
}
