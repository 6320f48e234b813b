/* file_values.h: secret values that stand in a workspace file: sealed into the vault of
 * the workspace that takes it (INTERFACES 4), or the file is refused; nothing is lost
 * unsaid. */
#ifndef ACTION_WORKSPACE_FILE_VALUES_H
#define ACTION_WORKSPACE_FILE_VALUES_H

#include "action/core/action.h"
#include "action/core/plan.h"
#include "model/workspace_file.h"

struct file_values {
	struct app *app;
	struct arena *arena;
	struct plan_value *v;
	size_t n, cap;
	size_t empty, lost;		/* texts without a letter; too long, or too many */
	bool unwanted;			/* the file is taken without them */
};

/* For file_notes: the text waits in locked memory. */
void file_values_take(void *values, const struct file_value *value);
/* There is a vault for them, and it is open: asks for the passphrase where it is not,
 * unless dry.  ERROR_LOCKED VALUES_NO_VAULT: there is none. */
bool file_values_ready(const struct file_values *values, const struct action *action,
		       const struct args *args, const char *file, struct error *err)
	MUST_CHECK;
/* Each token is the one that is said: ERROR_INVALID BAD_VALUE names the first that does not
 * end with its last four. */
bool file_values_fit(const struct file_values *values, const struct facts *facts,
		     struct error *err) MUST_CHECK;
/* Within the change that made `facts` the workspace's. */
bool file_values_seal(struct file_values *values, const struct facts *facts,
		      struct error *err) MUST_CHECK;
/* " 3 secret values are sealed." or "". */
const char *file_values_words(const struct file_values *values, struct arena *arena);
void file_values_release(struct file_values *values);

#endif
