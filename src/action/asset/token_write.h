/* token_write.h: API tokens that were made in Hex are registered here by Admins, and
 * marked revoked.  Their value goes into the vault, or is not kept. */
#ifndef ACTION_ASSET_TOKEN_WRITE_H
#define ACTION_ASSET_TOKEN_WRITE_H

#include "action/core/plan.h"
#include "model/token.h"

bool token_register_plan(struct edit_plan *plan, struct error *err);
bool token_revoke_plan(struct edit_plan *plan, struct error *err);

/* A personal token lives so many days at most; a lower number revokes, in Hex, those
 * that live longer: marks them, and says which (DOMAIN 3.10). */
void token_shorten(struct edit_plan *plan, int days);

#endif
