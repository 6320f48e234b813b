/* files_access.c: which groups may use a file integration. */
#include "action/asset/asset_access.h"

const struct action action_files_access =
	ASSET_ACCESS_ACTION("files", "files",
			    "files access \"S3 lake\" --add Operations");
