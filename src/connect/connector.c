/* connector.c: see connector.h. */
#include "connect/connector.h"

#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "connect/cage.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "model/json_memory.h"

typedef bool job(struct net_fault *fault);

static job *job_of(const struct connector *one, const char *name)
{
	const struct { const char *name; job *run; } jobs[] = {
		{ "verify", one->verify }, { "sign_in", one->sign_in },
		{ "repos", one->repos }, { "refs", one->refs },
		{ "resolve", one->resolve }, { "browse", one->browse } };
	size_t i;

	for (i = 0; i < COUNT_OF(jobs); i++)
		if (strcmp(jobs[i].name, name) == 0)
			return jobs[i].run;
	return NULL;
}

int connector_run(void)
{
	const struct connector *const *all;
	struct net_fault fault = { .reason = NULL };
	job *run = NULL;
	size_t i, n;

	json_memory_use();		/* what is read holds secrets */
	if (!cage_enter() || !letter_read())
		return 1;
	all = connectors(&n);
	for (i = 0; i < n && !run; i++)
		if (strcmp(all[i]->type, letter_type()) == 0)
			run = job_of(all[i], letter_job());
	if (!run) {
		fault.reason = "no-driver";
		snprintf(fault.detail, sizeof(fault.detail), "%.60s: there is no %.60s here",
			 letter_type(), letter_job());
	}
	if (!run || !run(&fault))
		report_fault("fail", &fault);
	report_done();
	return 0;
}
