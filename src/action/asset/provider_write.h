/* provider_write.h: Git providers are connected, changed and disconnected by Admins. */
#ifndef ACTION_ASSET_PROVIDER_WRITE_H
#define ACTION_ASSET_PROVIDER_WRITE_H

#include "action/core/plan.h"

bool provider_connect_plan(struct edit_plan *plan, struct error *err);
bool provider_edit_plan(struct edit_plan *plan, struct error *err);
bool provider_disconnect_plan(struct edit_plan *plan, struct error *err);

extern const char *const provider_codes[];	/* "github", ..; NULL ends them */
extern const char *const provider_auths[];	/* "device", .. of all of them */
extern const char *const provider_approvals[];

#endif
