/* data_connection.c: a database the workspace may query (A05-A10).  The fields
 * are those of all types together (DOMAIN 3.4-3.6);
 * kind_connection.c says which type asks for which. */
#include "model/kind_types.h"

static const char *const type_codes[] = {
	"snowflake", "bigquery", "databricks", "clickhouse", "athena",
	"redshift", "postgres", "mysql", "sql_server", "cloudsql",
	"motherduck", "trino", "alloydb", "mariadb", "presto", "starburst",
	"dremio", "materialize", "db2", NULL
};

static const struct kind_field fields[] = {
	{ .name = "account", .label = "Account identifier" },
	{ .name = "project_id", .label = "Project ID" },
	{ .name = "google_drive", .label = "Google Drive access",
	  .form = FIELD_YES_NO },
	{ .name = "storage_api", .label = "Use the Storage API",
	  .form = FIELD_YES_NO },
	{ .name = "jdbc_url", .label = "JDBC URL" },
	{ .name = "host", .label = "Host" },
	{ .name = "port", .label = "Port", .form = FIELD_PORT },
	{ .name = "database", .label = "Database" },
	{ .name = "schema", .label = "Default schema" },
	{ .name = "catalog", .label = "Catalog" },
	{ .name = "warehouse", .label = "Warehouse" },
	{ .name = "workgroup", .label = "Workgroup" },
	{ .name = "database_type", .label = "Database type" },
	{ .name = "aurora", .label = "Aurora cluster", .form = FIELD_YES_NO },
	{ .name = "session_properties", .label = "Session properties",
	  .form = FIELD_LINES },
	{ .name = "proxy", .label = "Proxy" },
	{ .name = "output_path", .label = "S3 output path" },
	{ .name = "auth", .label = "Authentication" },
	{ .name = "certificate", .label = "Certificate", .form = FIELD_LINES },
	{ .name = "ssl_root_cert", .label = "Root certificate", .form = FIELD_LINES },
	{ .name = "username", .label = "Username" },
	{ .name = "role", .label = "User role" },
	{ .name = "role_arn", .label = "Role ARN" },
	{ .name = "access_key_id", .label = "Access key ID" },
	{ .name = "secret_access_key", .label = "Secret access key", .secret = true },
	{ .name = "password", .label = "Password", .secret = true },
	{ .name = "private_key", .label = "Private key",
	  .secret = true, .form = FIELD_LINES },
	{ .name = "passphrase", .label = "Passphrase", .secret = true },
	{ .name = "access_token", .label = "Access token", .secret = true },
	{ .name = "token", .label = "Token", .secret = true },
	{ .name = "service_account", .label = "Service account JSON",
	  .secret = true, .form = FIELD_LINES },
	{ .name = "client_secret", .label = "Client secret", .secret = true },
	{ .name = "ssh_host", .label = "SSH host" },
	{ .name = "ssh_port", .label = "SSH port", .form = FIELD_PORT },
	{ .name = "ssh_username", .label = "SSH username" },
	{ .name = "writeback", .label = "Allow writeback cells",
	  .form = FIELD_YES_NO, .aside = true },
	{ .name = "include_magic", .label = "Include schema data for AI",
	  .form = FIELD_YES_NO, .aside = true },
	{ .name = "schema_refresh", .label = "Schema refresh schedule",
	  .aside = true },
	{ .name = "schema_filters", .label = "Schema filters",
	  .form = FIELD_LINES, .aside = true },
	{ .name = NULL }
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
	.types = type_codes,
	.fields = fields,
	.forms = connection_types,
	.own = true,
	.may_be_default = true,
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
