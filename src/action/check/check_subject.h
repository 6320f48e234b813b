/* check_subject.h: who is checked: a shared asset or a Git provider; and who is asked: a
 * package is looked for where its provider signs in. */
#ifndef ACTION_CHECK_CHECK_SUBJECT_H
#define ACTION_CHECK_CHECK_SUBJECT_H

#include "action/core/app.h"
#include "model/check/check.h"
#include "model/kind.h"

struct check_subject {
	enum whose whose;		/* OF_ASSET or OF_PROVIDER */
	uint32_t n;			/* its number in the facts */
};

/* What answers and the store say of it; strings of the facts. */
struct check_about {
	const char *id, *name, *type, *config;
	const char *kind;		/* in answers: "git_package", "git_provider" */
	const char *code;		/* in the store and the vault: "provider" */
	int64_t fields;			/* app_check_fields() */
	bool draft;
};

/* As the subject may see it. */
struct check_about check_about(const struct app *app, struct check_subject subject);
/* By the number that it has now; n NOBODY: it is gone. */
struct check_subject check_present(const struct app *app, enum whose whose,
				   const char *id);
/* Whose fields and secrets its courier is told: the package's provider, else itself; n
 * NOBODY: there is none any more. */
struct check_subject check_asked(const struct app *app, struct check_subject subject);
/* Its fields as they stand. */
struct kind_state check_state(const struct app *app, struct check_subject subject,
			      struct arena *arena);
/* The last check of it; NULL: there was none. */
const struct check_note *check_last(const struct app *app, struct check_subject subject);

#endif
