/* data_connection.c: a database the workspace may query (A05-A10).  The fields
 * are those of all types together (DOMAIN 3.4-3.6). */
#include "model/kind.h"

static const char *const types[] = {
	"snowflake", "bigquery", "databricks", "clickhouse", "athena",
	"redshift", "postgres", "mysql", "sql_server", "cloudsql",
	"motherduck", "trino", "alloydb", "mariadb", "presto", "starburst",
	"dremio", "materialize", "db2", NULL
};

static const struct kind_field fields[] = {
	{ "account", "Account identifier", false, false, NULL },
	{ "project_id", "Project ID", false, false, NULL },
	{ "jdbc_url", "JDBC URL", false, false, NULL },
	{ "host", "Host", false, false, NULL },
	{ "port", "Port", false, false, NULL },
	{ "database", "Database", false, false, NULL },
	{ "schema", "Default schema", false, false, NULL },
	{ "catalog", "Catalog", false, false, NULL },
	{ "warehouse", "Warehouse", false, false, NULL },
	{ "workgroup", "Workgroup", false, false, NULL },
	{ "output_path", "S3 output path", false, false, NULL },
	{ "auth", "Authentication", false, false, NULL },
	{ "username", "Username", false, false, NULL },
	{ "role", "User role", false, false, NULL },
	{ "role_arn", "Role ARN", false, false, NULL },
	{ "access_key_id", "Access key ID", false, false, NULL },
	{ "secret_access_key", "Secret access key", true, false, NULL },
	{ "password", "Password", true, false, NULL },
	{ "private_key", "Private key", true, false, NULL },
	{ "passphrase", "Passphrase", true, false, NULL },
	{ "access_token", "Access token", true, false, NULL },
	{ "token", "Token", true, false, NULL },
	{ "service_account", "Service account JSON", true, false, NULL },
	{ "client_secret", "Client secret", true, false, NULL },
	{ "ssh_host", "SSH host", false, false, NULL },
	{ "ssh_port", "SSH port", false, false, NULL },
	{ "ssh_username", "SSH username", false, false, NULL },
	{ "writeback", "Allow writeback cells", false, false, NULL },
	{ "include_magic", "Include schema data for AI", false, false, NULL },
	{ "schema_refresh", "Schema refresh schedule", false, false, NULL },
	{ "schema_filters", "Schema filters", false, false, NULL },
	{ NULL, NULL, false, false, NULL }
};

const struct asset_kind asset_kind_data_connection = {
	.code = "data_connection",
	.noun = "connection",
	.label = "data connection",
	.title = "Data connection",
	.plural = "Data connections",
	.home = "Settings > Data sources",
	.plan = PLAN_PROFESSIONAL,
	.types = types,
	.fields = fields,
	.own = true,
	.may_be_default = true,
};
