/* file_integration.c: a bucket or drive to import files from (A41-A44). */
#include <string.h>

#include "model/config.h"
#include "model/kind.h"
#include "model/kind_said.h"
#include "model/kind_types.h"
#include "model/value_web.h"

static const char *const yes_no[] = { "true", "false", NULL };

static const char *note_of_writeback(const char *value)
{
	return value && strcmp(value, "true") == 0 ? "needs more rights: below" : "";
}

/* "acme-lake, writes back" */
static const char *detail(const char *config, struct arena *arena)
{
	const char *bucket = config_get(config, "bucket", arena);
	const char *back = config_get(config, "writeback", arena);
	const char *endpoint = config_get(config, "endpoint", arena);

	const char *host = endpoint ? strstr(endpoint, "://") : NULL;

	return !bucket ? "" : arena_printf(arena, "%s%s%s%s", bucket, back &&
			strcmp(back, "true") == 0 ? ", writes back" : "",
			!host ? "" : web_is_here(endpoint) ? ", test endpoint" : ", at ",
			!host || web_is_here(endpoint) ? "" : host + 3);
}

/* A43, A44, DOMAIN 3.8: what the other side must allow. */
static const char *step(const char *type, const char *config, size_t i,
			struct arena *arena)
{
	static const char *const s3_steps[] = {
		"s3:ListBucket on the bucket", "s3:GetObject on bucket/*",
		"s3:PutObject on bucket/*, because writeback is on", NULL };
	static const char *const gcs_steps[] = {
		"the role Storage Object User, and storage.buckets.get",
		"which has folders and managedFolders get and list, objects get and list",
		"and for writeback objects create, delete, move and update", NULL };
	static const char *const drive_steps[] = {
		"a Google account that may open the folder",
		"it signs in by OAuth, which this console does not verify yet",
		"and may write to the folder, because writeback is on", NULL };
	const char *back = config_get(config, "writeback", arena);
	const char *const *steps = strcmp(type, "s3") == 0 ? s3_steps :
		strcmp(type, "gcs") == 0 ? gcs_steps :
		strcmp(type, "google_drive") == 0 ? drive_steps : NULL;
	bool on = back && strcmp(back, "true") == 0;

	return steps && i < (on ? 3u : 2u) ? steps[i] : NULL;
}

static const struct kind_said said = {
	.files = true,
	.making = "Connect a file integration",
	.unverified = "whether the keys open it and may do all that",
	.who = "whoever has Can Edit on a project and access here can import files of it; "
		"a project has at most 100",
	.step = step, .steps = "What the other side must allow",
	.steps_before = "path_style",
};

static const struct kind_field fields[] = {
	/* Of a file in a project, which is kept with the project. */
	{ .name = KIND_FROM, .label = "Integration",
	  .help = "The file integration out of which the file was imported." },
	{ .name = "bucket", .origin = true, .label = "Bucket", .top = true,
	  .type = &value_bucket, .help = "The name alone, without s3:// or gs:// and "
		"without a path: all that the keys may read can be imported." },
	{ .name = "region", .label = "Region", .top = true,
	  .type = &value_region, .help = "Where the bucket lies, by its code, as "
		"eu-central-1; the page of the bucket in AWS names it." },
	{ .name = "auth", .label = "Authentication", .top = true,
	  .type = &value_auth },
	{ .name = "access_key_id", .label = "Access key ID", .top = true,
	  .type = &value_key_id, .help = "Of an IAM user that may do ListBucket and "
		"GetObject, and PutObject with writeback; the ID, not the secret." },
	{ .name = "secret_access_key", .label = "Secret access key",
	  .secret = true, .top = true },
	{ .name = "role_arn", .label = "Role ARN", .top = true,
	  .type = &value_role_arn, .help = "The IAM role that Hex takes on instead "
		"of keys; it is made in AWS and trusts Hex." },
	{ .name = "service_account", .label = "Service account JSON",
	  .secret = true, .top = true, .type = &value_lines },
	{ .name = "subdirectory", .label = "Subdirectory ID", .top = true,
	  .type = &value_folder, .help = "Of a folder in the drive: what stands "
		"behind folders/ in its address. Folders inside it are not part "
		"of it: each needs an integration of its own." },
	{ .name = "writeback", .label = "Enable writeback",
	  .top = true, .choices = yes_no, .type = &value_writeback,
	  .note_of = note_of_writeback },
	{ .name = "path_style", .label = "Path style", .head = "Seldom needed",
	  .top = true, .choices = yes_no, .type = &value_switch,
	  .help = "The bucket stands in the path of each address and not in the host. "
		"A bucket with a dot in its name and a server of one's own are reached "
		"so anyway." },
	{ .name = "session_token", .label = "Session token", .secret = true, .top = true,
	  .help = "Only with temporary keys, as of AWS STS: they come "
		"in threes and expire together. Keys of an IAM user have none." },
	{ .name = "ca_file", .way = "", .label = "CA file", .top = true, .note = "optional",
	  .help = "A file of PEM on this machine by which the server's certificate is "
		"judged, beside those that everybody knows." },
	{ .name = "endpoint", .origin = true, .label = "Endpoint", .top = true,
	  .type = &value_endpoint, .note = "optional",
	  .help = "A server other than Amazon's that speaks S3: its host with https in "
		"front, and a port if it has one of its own. One on this machine stands "
		"in for Amazon's in tests, and may speak plain http." },
	{ .name = NULL }
};

static const char *const s3_auth[] = { "access_key", "iam_role", NULL };

static const struct kind_need s3[] = {
	{ .field = "bucket", .required = true },
	{ .field = "region", .required = true },
	{ .field = "auth", .required = true, .initial = "access_key",
	  .choices = s3_auth },
	{ .field = "access_key_id", .required = true, .when = "access_key" },
	{ .field = "secret_access_key", .required = true, .when = "access_key" },
	{ .field = "role_arn", .required = true, .when = "iam_role" },
	{ .field = "writeback", .initial = "false" },
	{ .field = "path_style", .initial = "false" },
	{ .field = "session_token", .when = "access_key" },
	{ .field = "ca_file" },
	{ .field = "endpoint" },
	{ .field = NULL }
};

static const struct kind_need gcs[] = {
	{ .field = "bucket", .required = true, .value = &value_gcs_bucket },
	{ .field = "service_account", .required = true },
	{ .field = "writeback", .initial = "false" },
	{ .field = NULL }
};

static const struct kind_need google_drive[] = {
	{ .field = "subdirectory", .required = true },
	{ .field = "writeback", .initial = "false" },
	{ .field = NULL }
};

static const struct kind_type forms[] = {
	{ .code = "s3", .label = "Amazon S3", .needs = s3, .courier = COURIER_WEB },
	{ .code = "gcs", .label = "Google Cloud Storage", .needs = gcs },
	{ .code = "google_drive", .label = "Google Drive",
	  .needs = google_drive },
	{ .code = NULL }
};

/* A44: what writeback takes on the other side. */
static const struct kind_turn turns[] = {
	{ .field = "writeback", .value = "true", .type = "s3",
	  .code = "WRITEBACK", .warning = "people with Can Edit can export into "
		"the bucket; its keys must allow PutObject, beside ListBucket "
		"and GetObject" },
	{ .field = NULL }
};

const struct asset_kind asset_kind_file_integration = {
	.code = "file_integration",
	.noun = "files",
	.label = "file integration",
	.one = "integration",
	.title = "File integration",
	.plural = "File integrations",
	.about = "external file integrations",
	.home = "Settings > Integrations > External file integrations",
	.plan = PLAN_PROFESSIONAL,
	.fields = fields,
	.forms = forms,
	.turns = turns,
	.detail = detail,
	.said = &said,
	.sample = "a-s3",
	.words = {
		[KIND_ACCESS] = { .example = "\"S3 lake\" --add Operations" },
		[KIND_CREATE] = { .verb = "connect",
			.lead = ". Amazon S3 needs ListBucket and GetObject, and "
			"PutObject where writeback is on.",
			.help = "The secret key comes from a descriptor (--value-fd "
			"secret_access_key=3) or is asked for at the terminal, and "
			"goes into the vault.", .synonyms = "bucket storage s3 google cloud drive",
			.example = "\"S3 lake\" --type s3 "
			"--field bucket=acme-lake --field region=eu-central-1 "
			"--field access_key_id=AKIA1" },
		[KIND_EDIT] = { .example = "\"S3 lake\" --field writeback=on",
			.help = "Writeback (Enable writeback) lets people with Can Edit "
			"export into the bucket; while it is off exports are refused, and "
			"files verify does not so much as try PutObject. Exporting itself "
			"is done in Hex.", .synonyms = "bucket writeback" },
		[KIND_DELETE] = { .help = "The files in it stay.", .synonyms = "disconnect" },
	},
};
