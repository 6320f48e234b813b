/* secret_access.c: which groups may use a shared secret. */
#include "action/asset/asset_access.h"

const struct action action_secret_access =
	ASSET_ACCESS_ACTION("secret", "secret",
			    "secret access STRIPE_KEY --add \"Data Team\" --remove workspace");
