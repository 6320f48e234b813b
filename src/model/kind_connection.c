/* kind_connection.c: what each type of data connection asks for (DOMAIN 3.4-3.6),
 * in the order of its form. */
#include "model/kind_types.h"

#define REQUIRED(name) { .field = name, .required = true }
#define OPTIONAL(name) { .field = name }
#define PORT(number) { .field = "port", .required = true, .initial = number }
#define PASSWORD \
	{ .field = "username", .required = true, .when = "password" }, \
	{ .field = "password", .required = true, .when = "password" }
#define CERTIFICATE \
	{ .field = "username", .required = true, .when = "certificate" }, \
	{ .field = "certificate", .required = true, .when = "certificate" }, \
	{ .field = "private_key", .required = true, .when = "certificate" }
#define PASSWORD_OR_CERTIFICATE \
	{ .field = "auth", .required = true, .initial = "password", \
	  .choices = password_or_certificate }, PASSWORD, CERTIFICATE
#define ADVANCED \
	{ .field = "writeback", .initial = "false" }, \
	{ .field = "include_magic", .initial = "true" }, \
	{ .field = "schema_refresh" }, { .field = "schema_filters" }, \
	{ .field = NULL }
#define TUNNEL \
	OPTIONAL("ssh_host"), OPTIONAL("ssh_port"), OPTIONAL("ssh_username")

static const char *const key_or_token[] = { "key_pair", "oauth", NULL };
static const char *const account_or_token[] = { "service_account", "oauth", NULL };
static const char *const access_or_oauth[] = { "access_token", "oauth", NULL };
static const char *const password_or_certificate[] = { "password",
	"certificate", NULL };
static const char *const password_certificate_role[] = { "password",
	"certificate", "iam_role", NULL };
static const char *const cloud_databases[] = { "postgres", "mysql",
	"sql_server", NULL };

static const struct kind_need snowflake[] = {
	REQUIRED("account"), OPTIONAL("proxy"),
	{ .field = "auth", .required = true, .initial = "key_pair",
	  .choices = key_or_token },
	{ .field = "warehouse", .required = true, .when = "key_pair" },
	{ .field = "warehouse", .when = "oauth" },
	OPTIONAL("database"), OPTIONAL("schema"),
	{ .field = "username", .required = true, .when = "key_pair" },
	{ .field = "private_key", .required = true, .when = "key_pair" },
	{ .field = "passphrase", .when = "key_pair" },
	OPTIONAL("role"),
	ADVANCED
};

static const struct kind_need bigquery[] = {
	REQUIRED("project_id"),
	{ .field = "google_drive", .initial = "false" },
	{ .field = "storage_api", .initial = "true" },
	{ .field = "auth", .required = true, .initial = "service_account",
	  .choices = account_or_token },
	{ .field = "service_account", .required = true,
	  .when = "service_account" },
	ADVANCED
};

static const struct kind_need databricks[] = {
	REQUIRED("jdbc_url"),
	{ .field = "auth", .required = true, .initial = "access_token",
	  .choices = access_or_oauth },
	{ .field = "access_token", .required = true, .when = "access_token" },
	ADVANCED
};

static const struct kind_need clickhouse[] = {
	REQUIRED("host"), PORT("9440"), OPTIONAL("database"),
	REQUIRED("username"), REQUIRED("password"),
	ADVANCED
};

static const struct kind_need athena[] = {
	REQUIRED("host"), PORT("443"), REQUIRED("output_path"),
	OPTIONAL("catalog"), OPTIONAL("workgroup"),
	REQUIRED("access_key_id"), REQUIRED("secret_access_key"),
	TUNNEL, ADVANCED
};

static const struct kind_need redshift[] = {
	REQUIRED("host"), PORT("5439"), REQUIRED("database"),
	{ .field = "auth", .required = true, .initial = "password",
	  .choices = password_certificate_role },
	PASSWORD, CERTIFICATE,
	{ .field = "role_arn", .required = true, .when = "iam_role" },
	OPTIONAL("ssl_root_cert"),
	TUNNEL, ADVANCED
};

static const struct kind_need postgres[] = {
	REQUIRED("host"), PORT("5432"), REQUIRED("database"),
	PASSWORD_OR_CERTIFICATE,
	TUNNEL, ADVANCED
};

static const struct kind_need mysql[] = {
	REQUIRED("host"), PORT("3306"), REQUIRED("database"),
	{ .field = "aurora", .initial = "false" },
	PASSWORD_OR_CERTIFICATE,
	TUNNEL, ADVANCED
};

static const struct kind_need sql_server[] = {
	REQUIRED("host"), PORT("1433"), OPTIONAL("database"),
	REQUIRED("username"), REQUIRED("password"),
	TUNNEL, ADVANCED
};

static const struct kind_need cloudsql[] = {
	{ .field = "database_type", .required = true, .initial = "postgres",
	  .choices = cloud_databases },
	REQUIRED("host"), PORT("5432"), REQUIRED("database"),
	PASSWORD_OR_CERTIFICATE,
	ADVANCED
};

static const struct kind_need motherduck[] = {
	REQUIRED("token"), OPTIONAL("database"),
	ADVANCED
};

static const struct kind_need trino[] = {
	REQUIRED("host"), PORT("8080"), OPTIONAL("catalog"),
	OPTIONAL("schema"), OPTIONAL("session_properties"),
	REQUIRED("username"), OPTIONAL("password"),
	ADVANCED
};

static const struct kind_need alloydb[] = {
	REQUIRED("host"), PORT("5432"), OPTIONAL("database"),
	REQUIRED("username"), REQUIRED("password"),
	ADVANCED
};

static const struct kind_need mariadb[] = {
	REQUIRED("host"), PORT("3306"), REQUIRED("database"),
	REQUIRED("username"), REQUIRED("password"),
	TUNNEL, ADVANCED
};

static const struct kind_need presto[] = {
	REQUIRED("host"), PORT("8080"), OPTIONAL("catalog"),
	REQUIRED("username"), OPTIONAL("password"),
	TUNNEL, ADVANCED
};

static const struct kind_need starburst[] = {
	REQUIRED("host"), PORT("443"), OPTIONAL("catalog"),
	REQUIRED("username"), OPTIONAL("password"),
	ADVANCED
};

static const struct kind_need dremio[] = {
	REQUIRED("host"), PORT("31010"), OPTIONAL("database"),
	REQUIRED("username"), REQUIRED("password"),
	ADVANCED
};

static const struct kind_need materialize[] = {
	REQUIRED("host"), PORT("6875"), REQUIRED("database"),
	REQUIRED("username"), REQUIRED("password"),
	ADVANCED
};

static const struct kind_need db2[] = {
	REQUIRED("host"), PORT("50000"), REQUIRED("database"),
	REQUIRED("username"), REQUIRED("password"),
	ADVANCED
};

#define TYPE(name, shown) { .code = #name, .label = shown, .needs = name }

const struct kind_type connection_types[] = {
	TYPE(snowflake, "Snowflake"),
	TYPE(bigquery, "BigQuery"),
	TYPE(databricks, "Databricks"),
	TYPE(clickhouse, "ClickHouse"),
	TYPE(athena, "Athena"),
	TYPE(redshift, "Redshift"),
	TYPE(postgres, "Postgres"),
	TYPE(mysql, "MySQL"),
	TYPE(sql_server, "SQL Server"),
	TYPE(cloudsql, "Cloud SQL"),
	TYPE(motherduck, "MotherDuck"),
	TYPE(trino, "Trino"),
	TYPE(alloydb, "AlloyDB"),
	TYPE(mariadb, "MariaDB"),
	TYPE(presto, "Presto"),
	TYPE(starburst, "Starburst"),
	TYPE(dremio, "Dremio"),
	TYPE(materialize, "Materialize"),
	TYPE(db2, "IBM Db2"),
	{ .code = NULL }
};
