/* ask_secret.h: a passphrase or a value typed at the terminal, without an echo; and what
 * is shown only once. */
#ifndef CLI_ASK_SECRET_H
#define CLI_ASK_SECRET_H

#include "action/core/options.h"

/* Asks only at a terminal: nothing waits on a pipe.  json: what is shown is a line of
 * JSON. */
const struct secret_face *ask_secret_face(bool json);

#endif
