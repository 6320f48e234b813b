/* accounts.h: which workspace of this machine holds which Git account (D29).  Other
 * machines cannot be known. */
#ifndef ACTION_CORE_ACCOUNTS_H
#define ACTION_CORE_ACCOUNTS_H

#include "action/core/app.h"

struct fact_record;

/* May this workspace have the provider's account?  Refuses (5 ACCOUNT_TAKEN) where
 * another one here holds it, naming it.  A demo holds none and is asked nothing. */
bool accounts_free(const struct app *app, const struct fact_record *provider,
		   const char *workspace, struct error *err) MUST_CHECK;
/* ... all that these facts have. */
bool accounts_all_free(const struct app *app, const struct facts *facts,
		       struct error *err) MUST_CHECK;
/* The name of another workspace here whose provider of this type and host signed in as
 * the account of this id; NULL: none that is known. */
const char *accounts_holder(const struct app *app, const struct fact_record *provider,
			    const char *id, struct arena *arena);
/* Write down what these facts, now stored, hold, and no more. */
void accounts_note(const struct app *app, const struct facts *facts);

#endif
