/* github_verify.c: the job verify (github.h). */
#include "base/attr.h"
#include "connect/github/github.h"
#include "connect/report.h"

bool github_verify(bool enterprise, struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "account", "repositories" };
	struct github github;
	bool good;

	report_plan(plan, COUNT_OF(plan));
	good = github_open(&github, enterprise, fault) && github_connect(&github, fault) &&
		github_auth(&github, fault);
	if (good) {
		report_begin("account");
		good = github_account(&github, fault) && github_count(&github, fault);
	}
	github_close(&github);
	return good;
}
