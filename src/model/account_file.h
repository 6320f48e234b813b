/* account_file.h: the register of a machine: which workspace holds which Git account
 * (D29), as text and back. */
#ifndef MODEL_ACCOUNT_FILE_H
#define MODEL_ACCOUNT_FILE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

struct account_line {
	const char *provider, *account;	/* "github", "github.com/acme" */
	const char *id;			/* of the account, as the provider has it; "" */
	const char *workspace, *store;	/* its name, and the path of its file */
};

/* A JSON list of objects; what is none of them is left out. */
size_t accounts_read(const char *text, struct arena *arena,
		     struct account_line **out);
void accounts_write(const struct account_line *lines, size_t n, struct buf *out);

#endif
