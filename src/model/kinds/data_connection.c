/* data_connection.c: a database the workspace may query (A05-A10).  The fields
 * are those of all types together (DOMAIN 3.4-3.6);
 * kind_connection.c says which type asks for which. */
#include "model/config.h"
#include "model/kind_types.h"

/* How one signs in, or at least as whom. */
static const char *sign_in(const char *config, struct arena *arena)
{
	const char *auth = config_get(config, "auth", arena), *user;

	if (auth)
		return auth;
	user = config_get(config, "username", arena);
	return user ? arena_printf(arena, "%s (user)", user) : "";
}

static const struct kind_field fields[] = {
	{ .name = "account", .label = "Account identifier" },
	{ .name = "project_id", .label = "Project ID" },
	{ .name = "google_drive", .label = "Google Drive access",
	  .type = &value_switch },
	{ .name = "storage_api", .label = "Use the Storage API",
	  .type = &value_switch },
	{ .name = "jdbc_url", .label = "JDBC URL" },
	{ .name = "host", .label = "Host" },
	{ .name = "port", .label = "Port", .type = &value_port },
	{ .name = "database", .label = "Database" },
	{ .name = "schema", .label = "Default schema" },
	{ .name = "catalog", .label = "Catalog" },
	{ .name = "warehouse", .label = "Warehouse" },
	{ .name = "workgroup", .label = "Workgroup" },
	{ .name = "database_type", .label = "Database type",
	  .type = &value_choice },
	{ .name = "aurora", .label = "Aurora cluster", .type = &value_switch },
	{ .name = "session_properties", .label = "Session properties",
	  .type = &value_lines, .note = "KEY=VALUE; ; parts several" },
	{ .name = "proxy", .label = "Proxy" },
	{ .name = "output_path", .label = "S3 output path" },
	{ .name = "auth", .label = "Authentication", .type = &value_auth },
	{ .name = "certificate", .label = "Certificate", .type = &value_lines,
	  .note = "one line, or by the command line" },
	{ .name = "ssl_root_cert", .label = "Root certificate",
	  .type = &value_lines, .note = "one line, or by the command line" },
	{ .name = "username", .label = "Username" },
	{ .name = "role", .label = "User role" },
	{ .name = "role_arn", .label = "Role ARN" },
	{ .name = "access_key_id", .label = "Access key ID" },
	{ .name = "secret_access_key", .label = "Secret access key", .secret = true },
	{ .name = "password", .label = "Password", .secret = true },
	{ .name = "private_key", .label = "Private key",
	  .secret = true, .type = &value_lines },
	{ .name = "passphrase", .label = "Passphrase", .secret = true },
	{ .name = "access_token", .label = "Access token", .secret = true },
	{ .name = "token", .label = "Token", .secret = true },
	{ .name = "service_account", .label = "Service account JSON",
	  .secret = true, .type = &value_lines },
	{ .name = "client_secret", .label = "Client secret", .secret = true },
	{ .name = "ssh_host", .label = "SSH host",
	  .head = "Advanced: through SSH" },
	{ .name = "ssh_port", .label = "SSH port", .type = &value_port },
	{ .name = "ssh_username", .label = "SSH username" },
	{ .name = "writeback", .label = "Allow writeback cells",
	  .type = &value_writeback, .aside = true },
	{ .name = "include_magic", .label = "Include schema data for AI",
	  .type = &value_switch, .aside = true },
	{ .name = "schema_refresh", .label = "Schema refresh schedule",
	  .aside = true, .head = "Schema browsing" },
	{ .name = "schema_filters", .label = "Schema filters",
	  .type = &value_lines, .aside = true,
	  .help = "What the schema browser shows; it forbids nothing." },
	{ .name = NULL }
};

static const struct kind_turn turns[] = {
	{ .field = "auth", .value = "oauth", .plan = PLAN_ENTERPRISE,
	  .what = "OAuth connections" },
	{ .field = NULL }
};

const struct asset_kind asset_kind_data_connection = {
	.code = "data_connection",
	.noun = "connection",
	.label = "data connection",
	.one = "connection",
	.title = "Data connection",
	.argument = "Connection",
	.plural = "Data connections",
	.about = "shared data connections",
	.home = "Settings > Data sources",
	.plan = PLAN_PROFESSIONAL,
	.fields = fields,
	.forms = connection_types,
	.own = true,
	.may_be_default = true,
	.turns = turns,
	.detail = sign_in,
	.sample = "a-snow",
	.words = {
		[KIND_ACCESS] = { .example = "\"Snowflake prod\" --add Finance" },
		[KIND_CREATE] = { .example = "\"Orders replica\" --type postgres "
			"--field host=db.acme.example --field database=orders "
			"--field username=reader",
			.help = "Each type has its fields: what is missing or "
			"wrong is named. No password or key is taken: the vault "
			"is not there in this version.",
			.synonyms = "database source" },
		[KIND_EDIT] = { .example = "\"Orders replica\" --field port=5433",
			.synonyms = "fields host" },
	},
};
