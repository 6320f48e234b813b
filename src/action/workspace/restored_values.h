/* restored_values.h: the vault of a backup: who can open it, and which of its values come
 * back into a workspace that has a vault of its own. */
#ifndef ACTION_WORKSPACE_RESTORED_VALUES_H
#define ACTION_WORKSPACE_RESTORED_VALUES_H

#include "action/core/action.h"

struct store;

struct restored_values {
	struct store *backup;
	size_t back, lost;		/* of those that are missing here */
	const char *why;		/* they are lost; or NULL */
};

/* Values whose thing has none here, and is among the facts that will be: counted, as far
 * as the vault is the same and in the same epoch; and, within the change, put. */
bool restored_values_take(struct restored_values *values, struct app *app,
			  const struct facts *facts, bool put, struct arena *arena,
			  struct error *err) MUST_CHECK;
/* " 2 secret values came back; ..." or "". */
const char *restored_values_words(const struct restored_values *values,
				  struct arena *arena);
/* " Its vault opens for ada@..., ben@... and with the recovery key." of the store, whose
 * facts these are; or "", where it has none. */
const char *restored_vault_words(struct store *store, const struct facts *facts,
				 struct arena *arena);

#endif
