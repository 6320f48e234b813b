/* findings_priv.h: the parts of the search that its files share. */
#ifndef ACTION_REVIEW_FINDINGS_PRIV_H
#define ACTION_REVIEW_FINDINGS_PRIV_H

#include "action/review/findings.h"

struct search {
	struct app *app;
	const struct seen *seen;
	const struct facts *facts;	/* of the engine */
	struct findings *out;
	int64_t then;			/* what came after it is fresh, where no fact
					 * of then tells; 0: nothing is compared */
};

/* One more of this thing; the id is the kind's code, the thing's id, and `more` where it
 * is not NULL.  Its sentence and words are to be set. */
struct noted *finding_add(struct search *search, enum finding_kind kind,
			    enum whose whose, uint32_t number, const char *more);
void finding_say(struct search *search, struct noted *finding, const char *fmt, ...)
	PRINTF_LIKE(3, 4);
#define finding_do(finding, ...) \
	finding_do_of(finding, COUNT_OF(((const char *[]){ __VA_ARGS__ })), \
		      (const char *[]){ __VA_ARGS__ })
void finding_do_of(struct noted *finding, size_t n, const char *const *words);

void find_people(struct search *search);	/* findings_people.c: all but names */
void find_namesakes(struct search *search);
void find_projects(struct search *search);	/* findings_projects.c */
void find_assets(struct search *search);	/* findings_things.c */
void find_groups(struct search *search);
void find_checks(struct search *search);

#endif
