/* package_access.c: which groups may use a Git package. */
#include "action/asset/asset_access.h"

const struct action action_package_access =
	ASSET_ACCESS_ACTION("package", "package",
			    "package access ml-utils --add \"Data Team\"");
