/* vault_input.h: passphrases, values and the recovery key come from a descriptor that the
 * command line names, else from who sits before the program; what is shown once goes
 * straight to them.  Never through arguments, results or the log. */
#ifndef ACTION_VAULT_VAULT_INPUT_H
#define ACTION_VAULT_VAULT_INPUT_H

#include "action/core/action.h"
#include "vault/identity.h"
#include "vault/locked_text.h"

/* By the parameter of this name ("passphrase-fd"), whose argument is a number, else by
 * asking for what ("Your passphrase"); twice: it is typed again.  out is initialised,
 * and released, by the caller.  ERROR_INVALID SECRET_NEEDED where nobody can be
 * asked. */
bool vault_input(struct app *app, const struct action *action, const struct args *args,
		 const char *param, const char *what, bool twice,
		 struct locked_text *out, struct error *err) MUST_CHECK;
/* From a descriptor as it was written. */
bool vault_input_fd(const char *fd, struct locked_text *out, struct error *err)
	MUST_CHECK;
/* The vault is open, or is opened with the passphrase of "passphrase-fd" or of who is
 * asked, and its door is passed (vault_door.h).  ERROR_LOCKED VAULT_LOCKED where there is
 * neither. */
bool vault_opened(struct app *app, const struct action *action, const struct args *args,
		  struct error *err) MUST_CHECK;
/* For who looks at the tables next, and says what is wrong with them. */
bool vault_opened_anyway(struct app *app, const struct action *action,
			 const struct args *args, struct error *err) MUST_CHECK;
/* Ask for a new passphrase as that, and put the identity's seed under it, in whose name
 * it is (roster_whose), into kept. */
bool vault_wrap(struct app *app, const struct action *action, const struct args *args,
		const char *what, const struct identity *identity, const char *whose,
		struct buf *kept, struct error *err) MUST_CHECK;
/* Show it once, under a title; name: in JSON.  ERROR_INVALID: nobody is there to see
 * it. */
bool vault_show(struct app *app, const char *name, const char *title, const char *text,
		struct error *err) MUST_CHECK;

#define PARAM_PASSPHRASE_FD(words) \
	{ .name = "passphrase-fd", .label = "Passphrase from", .help = words, \
	  .type = PARAM_FD, .option = true, .typed = true }
#define PARAM_NEW_PASSPHRASE_FD \
	{ .name = "new-passphrase-fd", .label = "New passphrase from", \
	  .help = "descriptor from which the new passphrase is read", \
	  .type = PARAM_FD, .option = true, .typed = true }
#define PARAM_MEMORY \
	{ .name = "memory", .label = "Memory", .type = PARAM_NUMBER, .option = true, \
	  .typed = true, .help = "MiB that each try at the passphrase takes, 64 to 1024; " \
	  "256 where it is not said" }

#endif
