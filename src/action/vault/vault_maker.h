/* vault_maker.h: keys of passphrases are made by a thread while the console goes on: an
 * action that needs one is told to come again, and finds it there the next time. */
#ifndef ACTION_VAULT_VAULT_MAKER_H
#define ACTION_VAULT_VAULT_MAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct kdf;
struct vault_maker;

/* wake: called by the thread when a key is made. */
struct vault_maker *vault_maker_new(void (*wake)(void));
/* All keys are wiped; one that is being made, as soon as it is (Argon2 cannot be stopped;
 * but one alone is made at a time, however often somebody gives up and begins anew). */
void vault_maker_free(struct vault_maker *maker);
void vault_maker_forget(struct vault_maker *maker);
/* Is a key being made?  new_one: of a new passphrase. */
bool vault_maker_waits(const struct vault_maker *maker, bool *new_one);
/* For secret_face: ERROR_LOCKED, code WORKING, until it is made. */
bool vault_maker_key(struct vault_maker *maker, struct kdf *kdf, bool fresh,
		     const char *passphrase, size_t n, unsigned char *key,
		     struct error *err) MUST_CHECK;

#endif
