/* token_rows.h: API tokens as lists show them: those that end first stand first. */
#ifndef ACTION_ASSET_TOKEN_ROWS_H
#define ACTION_ASSET_TOKEN_ROWS_H

#include "access/seen.h"
#include "model/token.h"

/* The numbers of those that are seen: valid ones by their end, then those that never
 * end, then what can do nothing any more. */
const uint32_t *token_order(const struct seen *seen, int64_t now, struct arena *arena,
			    size_t *n);
/* "3 days left", "expired", "revoked", "stopped": the owner is deactivated, or the API
 * is off. */
const char *token_badge(const struct seen *seen, uint32_t token, int64_t now,
			struct arena *arena);
/* How many end within TOKEN_DAYS_SOON. */
size_t token_ending(const struct seen *seen, int64_t now);
/* Its owner's number; NOBODY: none is said, or not here. */
uint32_t token_owner(const struct seen *seen, uint32_t token);
/* "hxtp_...9f3c" */
const char *token_short(const struct fact_record *one, struct arena *arena);

#endif
