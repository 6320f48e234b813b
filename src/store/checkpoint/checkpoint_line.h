/* checkpoint_line.h: a checkpoint: how long the log is and the hash of its last event, as
 * a line; signed by an Admin's key where one is at hand (SECURITY 5).  In words that a log may stand before:
 *	gatehouse checkpoint 1 store=H seq=N hash=H time=T what=W state=H by=A verb=V
 *	signer=A key=H signature=H		or: unsigned
 * H is hex, A and V are percent-encoded.  store: hash of the first event.  What is signed
 * is all before " signature=".  what: commit; state: what the tables held was found to
 * be as it should (state: its hash, else -); restored: the store was brought back to an
 * earlier state on purpose, so that lines before may tell of more. */
#ifndef STORE_CHECKPOINT_CHECKPOINT_LINE_H
#define STORE_CHECKPOINT_CHECKPOINT_LINE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"

#define CHECKPOINT_MARK "gatehouse checkpoint 1 "

enum checkpoint_what { CHECKPOINT_COMMIT, CHECKPOINT_STATE, CHECKPOINT_RESTORED };

struct checkpoint {
	enum checkpoint_what what;
	const char *store, *hash;	/* hex */
	const char *state;		/* hex, or "-" */
	int64_t seq;
	const char *time;		/* RFC 3339 */
	const char *by, *verb;
	const char *signer, *key, *signature;	/* NULL: unsigned */
	const char *text;		/* from the mark on */
	size_t signed_n;		/* bytes of it that are signed */
};

/* Who signs: the key of an Admin, while the vault is open. */
struct checkpoint_signing {
	void (*sign)(void *ctx, const unsigned char hash[32], unsigned char out[64]);
	const unsigned char *key;	/* Ed25519, 32 bytes */
	const char *who;		/* a user's id */
	void *ctx;
};

/* A line without its end; signed where `signing` is not NULL. */
void checkpoint_write(struct buf *out, const struct checkpoint *point,
		      const struct checkpoint_signing *signing);
/* False: no line of ours, or one that was torn; strings are of the arena. */
bool checkpoint_read(const char *line, struct arena *arena, struct checkpoint *out)
	MUST_CHECK;
/* Is it the beginning of one: what a full disk, or a kill, leaves? */
bool checkpoint_torn(const char *line) MUST_CHECK;
/* Does the signature hold for the key that the line names? */
bool checkpoint_signed(const struct checkpoint *point) MUST_CHECK;

#endif
