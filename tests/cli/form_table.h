/* form_table.h: what each form of an asset asks for, and for each field that is checked
 * a wrong value, the words of the error, and a right value.  One table for the command
 * line (form_values_test) and the console (tests/tty/form_typed_test). */
#ifndef TESTS_CLI_FORM_TABLE_H
#define TESTS_CLI_FORM_TABLE_H

#include <stddef.h>

/* A type with all that it requires and does not begin with; '|' parts several.  labels:
 * of these fields, in the same order.  choose: what is chosen in the form first, as
 * LABEL=CHOICE, and said by --field on the command line, in `also`. */
struct whole_form {
	const char *noun, *type, *shown;	/* "connection", "postgres", "Postgres" */
	const char *also, *choose;
	const char *fields, *labels;
};

static const struct whole_form whole_forms[] __attribute__((unused)) = {
	{ "connection", "snowflake", "Snowflake", "", "",
	  "account=acme-eu1|warehouse=WH|username=reader",
	  "Account identifier|Warehouse|Username" },
	{ "connection", "snowflake", "Snowflake", "auth=oauth", "Authentication=OAuth",
	  "account=acme-eu1|client_id=abc", "Account identifier|OAuth client ID" },
	{ "connection", "bigquery", "BigQuery", "", "",
	  "project_id=acme-marketing", "Project ID" },
	{ "connection", "bigquery", "BigQuery", "auth=oauth", "Authentication=OAuth",
	  "project_id=acme-marketing|client_id=abc", "Project ID|OAuth client ID" },
	{ "connection", "databricks", "Databricks", "", "",
	  "jdbc_url=jdbc:databricks://acme.example:443/default", "JDBC URL" },
	{ "connection", "databricks", "Databricks", "auth=oauth",
	  "Authentication=OAuth",
	  "jdbc_url=jdbc:databricks://acme.example:443/default|client_id=abc",
	  "JDBC URL|OAuth client ID" },
	{ "connection", "clickhouse", "ClickHouse", "", "",
	  "host=ch.acme.example|username=reader", "Host|Username" },
	{ "connection", "athena", "Athena", "", "",
	  "host=athena.eu-central-1.amazonaws.com|output_path=s3://acme-lake/out/|"
	  "access_key_id=AKIA1", "Host|S3 output path|Access key ID" },
	{ "connection", "redshift", "Redshift", "", "",
	  "host=r.acme.example|database=d|username=reader", "Host|Database|Username" },
	{ "connection", "redshift", "Redshift", "auth=certificate",
	  "Authentication=Certificate",
	  "host=r.acme.example|database=d|certificate=PEM|username=reader",
	  "Host|Database|Certificate|Username" },
	{ "connection", "redshift", "Redshift", "auth=iam_role",
	  "Authentication=IAM role",
	  "host=r.acme.example|database=d|"
	  "role_arn=arn:aws:iam::123456789012:role/reader", "Host|Database|Role ARN" },
	{ "connection", "postgres", "Postgres", "", "",
	  "host=pg.acme.example|database=d|username=reader", "Host|Database|Username" },
	{ "connection", "postgres", "Postgres", "connect_via_ssh=on",
	  "Connect via SSH=x",
	  "host=pg.acme.example|database=d|username=reader|ssh_host=gate.acme.example|"
	  "ssh_username=hex", "Host|Database|Username|SSH host|SSH username" },
	{ "connection", "postgres", "Postgres", "schema_refresh=custom",
	  "Schema refresh=Custom",
	  "host=pg.acme.example|database=d|username=reader|refresh_cron=0 6 * * *",
	  "Host|Database|Username|Cron line" },
	{ "connection", "mysql", "MySQL", "", "",
	  "host=my.acme.example|database=d|username=reader", "Host|Database|Username" },
	{ "connection", "sql_server", "SQL Server", "", "",
	  "host=ms.acme.example|username=reader", "Host|Username" },
	{ "connection", "cloudsql", "Cloud SQL", "", "",
	  "host=10.1.2.3|database=d|username=reader", "Host|Database|Username" },
	{ "connection", "motherduck", "MotherDuck", "", "", "", "" },
	{ "connection", "trino", "Trino", "", "",
	  "host=t.acme.example|username=reader", "Host|Username" },
	{ "connection", "alloydb", "AlloyDB", "", "",
	  "host=a.acme.example|username=reader", "Host|Username" },
	{ "connection", "mariadb", "MariaDB", "", "",
	  "host=m.acme.example|database=d|username=reader", "Host|Database|Username" },
	{ "connection", "presto", "Presto", "", "",
	  "host=p.acme.example|username=reader", "Host|Username" },
	{ "connection", "starburst", "Starburst", "", "",
	  "host=s.acme.example|username=reader", "Host|Username" },
	{ "connection", "dremio", "Dremio", "", "",
	  "host=d.acme.example|username=reader", "Host|Username" },
	{ "connection", "materialize", "Materialize", "", "",
	  "host=m.acme.example|database=d|username=reader", "Host|Database|Username" },
	{ "connection", "db2", "IBM Db2", "", "",
	  "host=d.acme.example|database=d|username=reader", "Host|Database|Username" },
	{ "files", "s3", "Amazon S3", "", "",
	  "bucket=acme-lake|region=eu-central-1|access_key_id=AKIA1",
	  "Bucket|Region|Access key ID" },
	{ "files", "s3", "Amazon S3", "auth=iam_role", "Authentication=IAM role",
	  "bucket=acme-lake|region=eu-central-1|"
	  "role_arn=arn:aws:iam::123456789012:role/reader", "Bucket|Region|Role ARN" },
	{ "files", "gcs", "Google Cloud Storage", "", "", "bucket=acme_lake", "Bucket" },
	{ "files", "google_drive", "Google Drive", "", "",
	  "subdirectory=1AbCdEfGh", "Subdirectory ID" },
};

/* A field that is checked.  set, choose: as also and choose above; choose NULL: of the
 * command line only. */
struct form_value {
	const char *noun, *type, *shown, *set, *choose;
	const char *field, *label;
	const char *wrong, *words;	/* what is said of it, */
	const char *way;		/* and what would be right */
	const char *right;
	const char *choice;		/* in the form it is chosen; NULL: typed */
};

#define PG "connection", "postgres", "Postgres"
#define PLAIN "", ""
static const struct form_value form_values[] __attribute__((unused)) = {
	{ PG, PLAIN, "host", "Host", "https://db.acme.example", "without the ://",
	  "db.acme.example", "db2.acme.example", NULL },
	{ PG, PLAIN, "host", "Host", "db.acme.example:5433", "port has a field",
	  "db.acme.example", "::1", NULL },
	{ PG, PLAIN, "host", "Host", "db.acme.example/orders", "without a path",
	  "db.acme.example", "10.0.0.1", NULL },
	{ PG, PLAIN, "host", "Host", "me@db", "without a user name", "db.acme.example",
	  "db", NULL },
	{ PG, PLAIN, "host", "Host", "my db", "no blanks", "db.acme.example", "my-db",
	  NULL },
	{ PG, PLAIN, "host", "Host", "10.0.0.256", "0 to 255", "db.acme.example",
	  "10.0.0.255", NULL },
	{ PG, PLAIN, "host", "Host", "-db", "name of a host", "db.acme.example", "d-b",
	  NULL },
	{ PG, PLAIN, "port", "Port", "0", "from 1 to 65535", "5432", "1", NULL },
	{ PG, PLAIN, "port", "Port", "65536", "from 1 to 65535", "5432", "65535", NULL },
	{ PG, PLAIN, "port", "Port", "abc", "from 1 to 65535", "5432", "6543", NULL },
	{ PG, "connect_via_ssh=on", "Connect via SSH=x", "ssh_host", "SSH host",
	  "ssh://gate", "without the ://", "db.acme.example", "gate.acme.example", NULL },
	{ PG, "connect_via_ssh=on", "Connect via SSH=x", "ssh_port", "SSH port",
	  "22a", "from 1 to 65535", "for example 22", "2222", NULL },
	{ PG, PLAIN, "schema_refresh", "Schema refresh", "banana",
	  "not one of the choices", "off, hourly, daily, weekly, monthly, custom",
	  "daily", "Daily" },
	{ PG, "schema_refresh=hourly", "Schema refresh=Hourly", "refresh_minute",
	  "Minute of the refresh", "60", "from 0 to 59", "30", "59", NULL },
	{ PG, "schema_refresh=daily", "Schema refresh=Daily", "refresh_hour",
	  "Hour of the refresh", "24", "from 0 to 23", "6", "23", NULL },
	{ PG, "schema_refresh=daily", "Schema refresh=Daily", "refresh_time_zone",
	  "Time zone", "banana", "continent and a city", "Europe/Berlin",
	  "America/New_York", NULL },
	{ PG, "schema_refresh=daily", "Schema refresh=Daily", "refresh_time_zone",
	  "Time zone", "Europe/Banana", "no time zone has this name",
	  "Europe/Berlin", "America/Argentina/Ushuaia", NULL },
	{ PG, "schema_refresh=daily", "Schema refresh=Daily", "refresh_time_zone",
	  "Time zone", "europe/berlin", "no time zone has this name",
	  "Europe/Berlin", "UTC", NULL },
	{ PG, "schema_refresh=weekly", "Schema refresh=Weekly", "refresh_weekday",
	  "Day of the refresh", "banana", "not one of the choices", "monday, tuesday",
	  "friday", "Friday" },
	{ PG, "schema_refresh=monthly", "Schema refresh=Monthly", "refresh_day",
	  "Day of the month", "31", "from 1 to 28", "1", "28", NULL },
	{ PG, "schema_refresh=custom", "Schema refresh=Custom", "refresh_cron",
	  "Cron line", "banana", "the minute", "30 6 * * mon-fri", "*/15 * * * *", NULL },
	{ PG, "schema_refresh=custom", "Schema refresh=Custom", "refresh_cron",
	  "Cron line", "0 6 * *", "five fields", "30 6 * * mon-fri",
	  "0,30 8-18 1 jan,jul sun", NULL },
	{ PG, "schema_refresh=custom", "Schema refresh=Custom", "refresh_cron",
	  "Cron line", "0 25 * * *", "the hour", "30 6 * * mon-fri", "0 23 * * 7", NULL },
	{ PG, PLAIN, "schema_refresh_access", "Who may refresh", "everybody",
	  "not one of the choices", "admins, users_with_query_access",
	  "users_with_query_access", "Everybody with access" },
	{ PG, "include_tables_match=regex", NULL, "include_tables", "Only tables",
	  "^(stg_", "no regular expression", "^(stg|raw)_", "^stg_", NULL },
	{ PG, "include_tables_match=regex", NULL, "include_tables", "Only tables",
	  "stg\\", "no regular expression", "^(stg|raw)_", "a\\(b", NULL },
	{ "connection", "snowflake", "Snowflake", PLAIN, "account",
	  "Account identifier", "https://acme.snowflakecomputing.com",
	  "not the whole address", "acme-eu1", "ab12345.eu-central-1", NULL },
	{ "connection", "snowflake", "Snowflake", PLAIN, "account",
	  "Account identifier", "acme.snowflakecomputing.com",
	  "before .snowflakecomputing.com", "acme-eu1", "acme", NULL },
	{ "connection", "bigquery", "BigQuery", PLAIN, "project_id", "Project ID",
	  "My Project", "lower case letters", "acme-marketing", "acme.com:my-project",
	  NULL },
	{ "connection", "databricks", "Databricks", PLAIN, "jdbc_url", "JDBC URL",
	  "https://acme.databricks.com", "jdbc:databricks://", "jdbc:databricks://",
	  "jdbc:spark://acme.databricks.com:443/default", NULL },
	{ "connection", "databricks", "Databricks", "auth=oauth", "Authentication=OAuth",
	  "client_host", "OAuth host", "https://acme.databricks.com", "without the ://",
	  "db.acme.example", "acme.databricks.com", NULL },
	{ "connection", "athena", "Athena", PLAIN, "output_path", "S3 output path",
	  "acme-lake/out", "begins with s3://", "s3://acme-lake/results/",
	  "s3://acme-lake", NULL },
	{ "connection", "athena", "Athena", PLAIN, "output_path", "S3 output path",
	  "s3://Acme/out", "no capital letters", "s3://acme-lake/results/",
	  "s3://acme/out", NULL },
	{ "connection", "athena", "Athena", PLAIN, "access_key_id", "Access key ID",
	  "wJalr/K7MDENG+x", "secret access key", "AKIA", "AKIAIOSFODNN7EXAMPLE", NULL },
	{ "connection", "redshift", "Redshift", "auth=iam_role",
	  "Authentication=IAM role", "role_arn", "Role ARN", "reader",
	  "begins with arn:aws:iam::", "arn:aws:iam::123456789012:role/reader",
	  "arn:aws-us-gov:iam::123456789012:role/a/b", NULL },
	{ "connection", "postgres", "Postgres", PLAIN, "auth", "Authentication", "oauth",
	  "not one of the choices", "password, certificate", "certificate",
	  "Certificate" },
	{ "connection", "cloudsql", "Cloud SQL", PLAIN, "database_type",
	  "Database type", "oracle", "not one of the choices",
	  "postgres, mysql, sql_server", "mysql", "MySQL" },
	{ "files", "s3", "Amazon S3", PLAIN, "bucket", "Bucket", "Acme_Lake",
	  "no capital letters", "acme-lake", "acme.lake", NULL },
	{ "files", "s3", "Amazon S3", PLAIN, "bucket", "Bucket", "s3://acme-lake",
	  "without s3://", "acme-lake", "acme-lake-2", NULL },
	{ "files", "s3", "Amazon S3", PLAIN, "bucket", "Bucket", "ab",
	  "3 to 63 characters", "acme-lake", "abc", NULL },
	{ "files", "s3", "Amazon S3", PLAIN, "region", "Region", "Frankfurt",
	  "named by its code", "eu-central-1", "us-gov-west-1", NULL },
	{ "files", "s3", "Amazon S3", "auth=iam_role", "Authentication=IAM role",
	  "role_arn", "Role ARN", "arn:aws:iam::12:role/x", "12 digits",
	  "arn:aws:iam::123456789012:role/reader", "arn:aws:iam::123456789012:role/x",
	  NULL },
	{ "files", "google_drive", "Google Drive", PLAIN, "subdirectory",
	  "Subdirectory ID", "https://drive.google.com/drive/folders/1Ab",
	  "behind folders/", "1AbCdEfGhIjKlMnOpQrStUvWx", "1Ab-Cd_9", NULL },
};
#undef PG
#undef PLAIN

#endif
