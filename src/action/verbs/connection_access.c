/* connection_access.c: which groups may use a shared data connection. */
#include "action/asset/asset_access.h"

const struct action action_connection_access =
	ASSET_ACCESS_ACTION("connection", "connection",
			    "connection access \"Snowflake prod\" --add Finance");
