/* people.h: what the verbs on users share: addresses, names, roles, logins. */
#ifndef ACTION_JUDGE_PEOPLE_H
#define ACTION_JUDGE_PEOPLE_H

#include "action/core/asked.h"
#include "model/mails.h"

bool people_email_good(const char *email, struct error *err) MUST_CHECK;
/* A person's name: may be "", else as other names. */
bool people_name_good(const char *name, struct error *err) MUST_CHECK;

/* The addresses of a repeated argument, good ones, none twice (mails.h). */
bool people_emails(struct edit_plan *plan, const char *name, struct mail **out,
		   size_t *n, struct error *err) MUST_CHECK;

/* A role argument, with the plan that it needs (Explorer: Team). */
bool people_role(struct edit_plan *plan, const char *name, enum role *out,
		 struct error *err) MUST_CHECK;
/* Is the role offered?  Those that few have, where somebody has them (D10). */
bool people_has_role(const struct seen *seen, enum role role);
/* "needs the Team plan", of a role that this plan does not give; NULL: it gives it. */
const char *people_role_gate(const struct seen *seen, enum role role);
/* param.greyed of a role. */
const char *people_role_greyed(const struct asked *asked, const char *value);

/* Two people whose addresses look the same and are not (LOOK_ALIKE): the later one
 * first.  In the arena. */
struct look_alike { uint32_t user, other; };
struct look_alike *look_alikes(const struct facts *facts, struct arena *arena,
			       size_t *n);
/* The same, also of letters and digits of ASCII (rn and m, l and 1): everybody whose
 * address looks like an Admin's.  Quick where there are few Admins. */
struct look_alike *look_alike_admins(const struct facts *facts, struct arena *arena,
				     size_t *n);
/* The first, but for `but`, whose address looks so like this one; NOBODY: nobody's. */
uint32_t look_alike_of(const struct facts *facts, const char *email, uint32_t but);
/* Warn of it (LOOK_ALIKE). */
void people_warn_alike(struct edit_plan *plan, uint32_t user);

#endif
