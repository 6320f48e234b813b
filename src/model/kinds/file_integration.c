/* file_integration.c: a bucket or drive to import files from (A41-A44). */
#include "model/kind.h"

static const char *const types[] = { "s3", "gcs", "google_drive", NULL };

static const struct kind_field fields[] = {
	{ "bucket", "Bucket", false, true },
	{ "region", "Region", false, true },
	{ "access_key_id", "Access key ID", false, true },
	{ "secret_access_key", "Secret access key", true, true },
	{ "role_arn", "Role ARN", false, true },
	{ "service_account", "Service account JSON", true, true },
	{ "subdirectory", "Subdirectory ID", false, true },
	{ "writeback", "Enable writeback", false, true },
	{ NULL, NULL, false, false }
};

const struct asset_kind asset_kind_file_integration = {
	.code = "file_integration",
	.noun = "files",
	.label = "file integration",
	.title = "File integration",
	.plural = "File integrations",
	.home = "Settings > Integrations > External file integrations",
	.plan = PLAN_PROFESSIONAL,
	.types = types,
	.fields = fields,
};
