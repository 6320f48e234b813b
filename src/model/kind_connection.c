/* kind_connection.c: what each type of data connection asks for (DOMAIN 3.4-3.6),
 * in the order of its form. */
#include "model/kind_types.h"

#define REQUIRED(name) { .field = name, .required = true }
#define OPTIONAL(name) { .field = name }
#define PORT(number) { .field = "port", .required = true, .initial = number }
#define SSL { .field = "ssl", .initial = "prefer" }, OPTIONAL("ca_file")
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
#define OAUTH \
	{ .field = "client_id", .required = true, .when = "oauth" }, \
	{ .field = "client_secret", .required = true, .when = "oauth" }, \
	{ .field = "oauth_share_notebook", .initial = "false", .when = "oauth" }, \
	{ .field = "oauth_share_app", .initial = "false", .when = "oauth" }, \
	{ .field = "oauth_schema", .initial = "false", .when = "oauth" }
#define EACH(name, cadence, start) \
	{ .field = name, .required = true, .initial = start, \
	  .by = "schema_refresh", .when = cadence }
#define FILTER(name) \
	OPTIONAL(name), \
	{ .field = name "_match", .required = true, .initial = "exact", \
	  .by = name, .when = "*" }
#define ADVANCED \
	{ .field = "writeback", .initial = "false" }, \
	{ .field = "include_magic", .initial = "true" }, \
	{ .field = "schema_refresh", .initial = "off" }, \
	EACH("refresh_minute", "hourly", "0"), \
	EACH("refresh_minute", "daily", "0"), EACH("refresh_hour", "daily", "6"), \
	EACH("refresh_minute", "weekly", "0"), EACH("refresh_hour", "weekly", "6"), \
	EACH("refresh_weekday", "weekly", "monday"), \
	EACH("refresh_minute", "monthly", "0"), EACH("refresh_hour", "monthly", "6"), \
	EACH("refresh_day", "monthly", "1"), \
	EACH("refresh_cron", "custom", NULL), \
	EACH("refresh_time_zone", "daily", "UTC"), \
	EACH("refresh_time_zone", "weekly", "UTC"), \
	EACH("refresh_time_zone", "monthly", "UTC"), \
	EACH("refresh_time_zone", "custom", "UTC"), \
	{ .field = "schema_refresh_access", .initial = "admins" }, \
	FILTER("include_databases"), FILTER("exclude_databases"), \
	FILTER("include_schemas"), FILTER("exclude_schemas"), \
	FILTER("include_tables"), FILTER("exclude_tables"), \
	{ .field = NULL }
#define THROUGH(name, start) \
	{ .field = name, .required = true, .initial = start, \
	  .by = "connect_via_ssh", .when = "true" }
#define TUNNEL \
	{ .field = "connect_via_ssh", .initial = "false" }, \
	THROUGH("ssh_host", NULL), THROUGH("ssh_port", "22"), \
	THROUGH("ssh_username", NULL)
#define CLOUD_PORT(kind, number) \
	{ .field = "port", .required = true, .initial = number, \
	  .by = "database_type", .when = kind }

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
	OPTIONAL("role"), OAUTH,
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
	OAUTH,
	ADVANCED
};

static const struct kind_need databricks[] = {
	REQUIRED("jdbc_url"),
	{ .field = "auth", .required = true, .initial = "access_token",
	  .choices = access_or_oauth },
	{ .field = "access_token", .required = true, .when = "access_token" },
	{ .field = "ca_file", .when = "access_token" },
	OAUTH,
	{ .field = "client_name", .when = "oauth" },
	{ .field = "client_host", .when = "oauth" },
	ADVANCED
};

static const struct kind_need clickhouse[] = {
	REQUIRED("host"), PORT("9440"), OPTIONAL("database"),
	REQUIRED("username"), REQUIRED("password"), OPTIONAL("ca_file"),
	ADVANCED
};

static const struct kind_need athena[] = {
	REQUIRED("host"), PORT("443"), REQUIRED("output_path"),
	OPTIONAL("catalog"), OPTIONAL("workgroup"),
	REQUIRED("access_key_id"), REQUIRED("secret_access_key"),
	OPTIONAL("ca_file"),
	TUNNEL, ADVANCED
};

static const struct kind_need redshift[] = {
	REQUIRED("host"), PORT("5439"), REQUIRED("database"),
	{ .field = "auth", .required = true, .initial = "password",
	  .choices = password_certificate_role },
	PASSWORD, CERTIFICATE,
	{ .field = "role_arn", .required = true, .when = "iam_role" },
	OPTIONAL("ssl_root_cert"),
	SSL,
	TUNNEL, ADVANCED
};

static const struct kind_need postgres[] = {
	REQUIRED("host"), PORT("5432"), REQUIRED("database"),
	PASSWORD_OR_CERTIFICATE,
	SSL,
	TUNNEL, ADVANCED
};

static const struct kind_need mysql[] = {
	REQUIRED("host"), PORT("3306"), REQUIRED("database"),
	{ .field = "aurora", .initial = "false" },
	PASSWORD_OR_CERTIFICATE,
	SSL,
	TUNNEL, ADVANCED
};

static const struct kind_need sql_server[] = {
	REQUIRED("host"), PORT("1433"), OPTIONAL("database"),
	REQUIRED("username"), REQUIRED("password"),
	{ .field = "ssl", .initial = "require" }, OPTIONAL("ca_file"),
	TUNNEL, ADVANCED
};

static const struct kind_need cloudsql[] = {
	{ .field = "database_type", .required = true, .initial = "postgres",
	  .choices = cloud_databases },
	REQUIRED("host"), CLOUD_PORT("postgres", "5432"),
	CLOUD_PORT("mysql", "3306"), CLOUD_PORT("sql_server", "1433"),
	REQUIRED("database"),
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
	REQUIRED("username"), OPTIONAL("password"), OPTIONAL("ca_file"),
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
	SSL,
	TUNNEL, ADVANCED
};

static const struct kind_need presto[] = {
	REQUIRED("host"), PORT("8080"), OPTIONAL("catalog"),
	REQUIRED("username"), OPTIONAL("password"), OPTIONAL("ca_file"),
	TUNNEL, ADVANCED
};

static const struct kind_need starburst[] = {
	REQUIRED("host"), PORT("443"), OPTIONAL("catalog"),
	REQUIRED("username"), OPTIONAL("password"), OPTIONAL("ca_file"),
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

/* Means: the tier of Hex's support. */
#define TYPE(name, shown, tier) \
	{ .code = #name, .label = shown, .means = tier, .needs = name }
#define CHECKED(name, shown, tier, by, with) \
	{ .code = #name, .label = shown, .means = tier, .needs = name, \
	  .courier = by, .package = with }
/* By the service of that name in connect/kinds/, over HTTPS. */
#define OVER_WEB(name, shown, tier) CHECKED(name, shown, tier, COURIER_WEB, NULL)
#define TIER_1 "tier 1"
#define TIER_2 "tier 2"
#define TIER_3 "tier 3"
#define AND_OAUTH TIER_1 "; OAuth with Enterprise"

const struct kind_type connection_types[] = {
	OVER_WEB(snowflake, "Snowflake", AND_OAUTH),
	OVER_WEB(bigquery, "BigQuery", AND_OAUTH),
	OVER_WEB(databricks, "Databricks", AND_OAUTH),
	OVER_WEB(clickhouse, "ClickHouse", TIER_1),
	OVER_WEB(athena, "Athena", TIER_2),
	CHECKED(redshift, "Redshift", TIER_2, "probe-postgres", "libpq-dev"),
	CHECKED(postgres, "Postgres", TIER_2, "probe-postgres", "libpq-dev"),
	CHECKED(mysql, "MySQL", TIER_2, "probe-mariadb", "libmariadb-dev"),
	CHECKED(sql_server, "SQL Server", TIER_2, "probe-sqlserver", "freetds-dev"),
	TYPE(cloudsql, "Cloud SQL", TIER_2),
	TYPE(motherduck, "MotherDuck", TIER_2),
	OVER_WEB(trino, "Trino", TIER_2),
	TYPE(alloydb, "AlloyDB", TIER_3),
	CHECKED(mariadb, "MariaDB", TIER_3, "probe-mariadb", "libmariadb-dev"),
	OVER_WEB(presto, "Presto", TIER_3),
	OVER_WEB(starburst, "Starburst", TIER_3),
	TYPE(dremio, "Dremio", TIER_3),
	TYPE(materialize, "Materialize", TIER_3),
	TYPE(db2, "IBM Db2", TIER_3),
	{ .code = NULL }
};
