/* file_integration.c: a bucket or drive to import files from (A41-A44). */
#include "model/kind.h"

static const char *const types[] = { "s3", "gcs", "google_drive", NULL };

static const char *const yes_no[] = { "true", "false", NULL };

static const struct kind_field fields[] = {
	{ "bucket", "Bucket", false, true, NULL },
	{ "region", "Region", false, true, NULL },
	{ "access_key_id", "Access key ID", false, true, NULL },
	{ "secret_access_key", "Secret access key", true, true, NULL },
	{ "role_arn", "Role ARN", false, true, NULL },
	{ "service_account", "Service account JSON", true, true, NULL },
	{ "subdirectory", "Subdirectory ID", false, true, NULL },
	{ "writeback", "Enable writeback", false, true, yes_no },
	{ NULL, NULL, false, false, NULL }
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
