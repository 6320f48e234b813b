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
	{ "account", "Account identifier", false, false },
	{ "project", "Project ID", false, false },
	{ "jdbc_url", "JDBC URL", false, false },
	{ "host", "Host", false, false },
	{ "port", "Port", false, false },
	{ "database", "Database", false, false },
	{ "schema", "Default schema", false, false },
	{ "catalog", "Catalog", false, false },
	{ "warehouse", "Warehouse", false, false },
	{ "workgroup", "Workgroup", false, false },
	{ "output_path", "S3 output path", false, false },
	{ "auth", "Authentication", false, false },
	{ "username", "Username", false, false },
	{ "role", "User role", false, false },
	{ "role_arn", "Role ARN", false, false },
	{ "access_key_id", "Access key ID", false, false },
	{ "secret_access_key", "Secret access key", true, false },
	{ "password", "Password", true, false },
	{ "private_key", "Private key", true, false },
	{ "passphrase", "Passphrase", true, false },
	{ "access_token", "Access token", true, false },
	{ "token", "Token", true, false },
	{ "service_account", "Service account JSON", true, false },
	{ "client_secret", "Client secret", true, false },
	{ "ssh_host", "SSH host", false, false },
	{ "ssh_port", "SSH port", false, false },
	{ "ssh_username", "SSH username", false, false },
	{ "writeback", "Allow writeback cells", false, false },
	{ "include_magic", "Include schema data for AI", false, false },
	{ "schema_refresh", "Schema refresh schedule", false, false },
	{ "schema_filters", "Schema filters", false, false },
	{ NULL, NULL, false, false }
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
};
