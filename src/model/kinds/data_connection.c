/* data_connection.c: a database the workspace may query (A05-A10).  The fields
 * are those of all types together (DOMAIN 3.4-3.6);
 * kind_connection.c says which type asks for which. */
#include <string.h>

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

static const char *const cadences[] = { "off", "hourly", "daily", "weekly",
	"monthly", "custom", NULL };
static const char *const weekdays[] = { "monday", "tuesday", "wednesday",
	"thursday", "friday", "saturday", "sunday", NULL };
static const char *const refreshers[] = { "admins", "users_with_query_access",
	NULL };
static const char *const ssl_modes[] = { "disable", "prefer", "require",
	"verify-full", NULL };
static const char *const matches[] = { "exact", "prefix", "suffix", "regex", NULL };

static const char encryption[] = "Encryption";	/* of the first of them that is asked for */

/* Values that the schema browser shows, or leaves out, and how they are compared. */
#define FILTER(in, In, what, top, does) \
	{ .name = in "_" what, .label = In " " what, .type = &value_lines, \
	  .aside = true, .head = top, \
	  .help = "The schema browser " does " the " what " named here, one " \
		"a line. It forbids nothing: queries reach the others, too." }, \
	{ .name = in "_" what "_match", .label = In " " what ", match", \
	  .type = &value_choice, .choices = matches, .aside = true, \
	  .help = "How the names above are compared: the whole name, how it begins " \
		"or ends, or by a regular expression." }

static const struct kind_field fields[] = {
	{ .name = "account", .origin = true, .label = "Account identifier", .type = &value_account,
	  .help = "What stands before .snowflakecomputing.com in the address of "
		"Snowflake: organization and account, as acme-eu1." },
	{ .name = "project_id", .label = "Project ID", .type = &value_project,
	  .help = "The Google Cloud project that is billed for the queries; the ID, "
		"not the name or the number." },
	{ .name = "google_drive", .label = "Google Drive access",
	  .type = &value_switch, .help = "Lets queries read tables that are "
		"spreadsheets in Google Drive; off by default." },
	{ .name = "storage_api", .label = "Use the Storage API",
	  .type = &value_switch, .help = "Reads large results faster and is billed "
		"apart; the account needs the right to make read sessions." },
	{ .name = "jdbc_url", .origin = true, .label = "JDBC URL", .type = &value_jdbc,
	  .help = "From the connection details of the SQL warehouse or cluster in "
		"Databricks, whole and without a token." },
	{ .name = "database_type", .label = "Database type",
	  .type = &value_choice, .help = "What runs in Cloud SQL; the port follows "
		"it: 5432, 3306 or 1433." },
	{ .name = "host", .origin = true, .label = "Host", .type = &value_host,
	  .help = "Name or address of the server as Hex reaches it, without scheme, "
		"port and path. With SSH: as the SSH server reaches it." },
	{ .name = "port", .origin = true, .label = "Port", .type = &value_port,
	  .help = "Where the server listens, 1 to 65535; it starts with what is "
		"usual for the type." },
	{ .name = "database", .label = "Database",
	  .help = "The one that queries start in; others are named with their "
		"database in front." },
	{ .name = "schema", .label = "Default schema",
	  .help = "Names of tables without a schema are looked for in this one." },
	{ .name = "catalog", .label = "Catalog",
	  .help = "Names of schemas without a catalog are looked for in this one." },
	{ .name = "warehouse", .label = "Warehouse",
	  .help = "The virtual warehouse of Snowflake that runs the queries and is "
		"billed for them." },
	{ .name = "workgroup", .label = "Workgroup",
	  .help = "Of Athena: whose limits and settings hold for the queries; empty: "
		"primary." },
	{ .name = "aurora", .label = "Aurora cluster", .type = &value_switch,
	  .help = "Tick it where the host is the address of a cluster of Amazon "
		"Aurora, not of a single server." },
	{ .name = "session_properties", .label = "Session properties",
	  .type = &value_lines, .note = "KEY=VALUE, one a line",
	  .help = "Sent with each query, as query_max_run_time=10m." },
	{ .name = "proxy", .origin = true, .label = "Proxy",
	  .help = "What Snowflake is reached through, where it is not reached "
		"straight: a host, with its port where it has one." },
	{ .name = "output_path", .label = "S3 output path", .type = &value_s3_path,
	  .help = "Where Athena leaves its results; the access key must be allowed "
		"to write there." },
	{ .name = "auth", .label = "Authentication", .type = &value_auth },
	{ .name = "client_id", .label = "OAuth client ID",
	  .help = "Of the OAuth application that was registered for Hex with the "
		"data source. OAuth needs the plan Enterprise." },
	{ .name = "client_secret", .label = "OAuth client secret", .secret = true },
	{ .name = "client_name", .label = "OAuth name",
	  .help = "What the OAuth application is called where people sign in." },
	{ .name = "client_host", .origin = true, .label = "OAuth host", .type = &value_host,
	  .help = "The host of Databricks where people sign in, without https://." },
	{ .name = "oauth_share_notebook", .label = "Share credentials in notebooks",
	  .type = &value_switch, .help = "Off: each person in a notebook queries with "
		"the own sign-in. On: all query with the sign-in of the owner." },
	{ .name = "oauth_share_app", .label = "Share credentials in apps",
	  .type = &value_switch, .help = "Off: each person who opens an app signs in "
		"alone. On: the app queries with the sign-in of the owner." },
	{ .name = "oauth_schema", .label = "OAuth permissions for the schema",
	  .type = &value_switch, .help = "On: the schema browser shows each person "
		"only what the own sign-in may see." },
	{ .name = "certificate", .label = "Certificate", .type = &value_lines,
	  .note = "PEM",
	  .help = "The certificate of the client in PEM, which the server knows, with "
		"those between it and its authority behind it; its private key stands "
		"below." },
	{ .name = "ssl_root_cert", .way = "", .label = "Root certificate",
	  .type = &value_lines, .note = "PEM",
	  .help = "The authority in PEM by which the server's certificate is judged; "
		"empty: those that everybody knows." },
	{ .name = "username", .label = "Username",
	  .help = "The account of the database that queries run as. One of its own "
		"that may only read is the safest." },
	{ .name = "role", .label = "User role",
	  .help = "The role of Snowflake that is taken on after signing in; capital "
		"and small letters count. Empty: the user's default." },
	{ .name = "role_arn", .label = "Role ARN", .type = &value_role_arn,
	  .help = "The IAM role that Hex takes on instead of keys; it is made in AWS "
		"and trusts Hex." },
	{ .name = "access_key_id", .label = "Access key ID", .type = &value_key_id,
	  .help = "Of an IAM user that may use Athena and read the data; the ID, not "
		"the secret." },
	{ .name = "secret_access_key", .label = "Secret access key", .secret = true },
	{ .name = "password", .label = "Password", .secret = true },
	{ .name = "private_key", .label = "Private key",
	  .secret = true, .type = &value_lines },
	{ .name = "passphrase", .label = "Passphrase", .secret = true },
	{ .name = "access_token", .label = "Access token", .secret = true },
	{ .name = "token", .label = "Token", .secret = true },
	{ .name = "service_account", .label = "Service account JSON",
	  .secret = true, .type = &value_lines },
	{ .name = "connect_via_ssh", .way = "false", .label = "Connect via SSH",
	  .type = &value_switch, .head = "Advanced",
	  .help = "For a database in a closed network: Hex signs in to an SSH server "
		"there and goes on from it. That server must know the workspace's "
		"public key, which stands at the foot of the tab Data sources." },
	{ .name = "ssh_host", .way = "", .label = "SSH host", .type = &value_host,
	  .help = "Name or address of the SSH server that stands before the "
		"database, as Hex reaches it." },
	{ .name = "ssh_port", .way = "22", .label = "SSH port", .type = &value_port,
	  .help = "Where the SSH server listens; 22 is usual." },
	{ .name = "ssh_username", .way = "", .label = "SSH username",
	  .help = "The account on the SSH server whose authorized_keys hold the "
		"workspace's public key; and, for the connection check, that of this "
		"console's Unix user (man page: BEHIND AN SSH SERVER)." },
	{ .name = "writeback", .label = "Allow writeback cells",
	  .type = &value_switch, .aside = true,
	  .help = "Lets people with Can Edit write results into the database; its "
		"user must be allowed to make and fill tables." },
	{ .name = "include_magic", .label = "Include schema data for AI",
	  .type = &value_switch, .aside = true,
	  .help = "Names of tables and columns are given to Hex's AI, so that it can "
		"write queries; no row of data is." },
	{ .name = "schema_refresh", .label = "Schema refresh",
	  .type = &value_choice, .choices = cadences, .aside = true,
	  .head = "Schema browsing",
	  .help = "How often tables and columns are read anew. Custom is a line of "
		"cron; off: only when somebody asks for it." },
	{ .name = "refresh_minute", .label = "Minute of the refresh",
	  .type = &value_minute, .aside = true,
	  .help = "At how many minutes past the hour it begins, 0 to 59." },
	{ .name = "refresh_hour", .label = "Hour of the refresh",
	  .type = &value_hour, .aside = true,
	  .help = "At which hour of the day it begins, 0 to 23, in the time zone "
		"below." },
	{ .name = "refresh_weekday", .label = "Day of the refresh",
	  .type = &value_choice, .choices = weekdays, .aside = true,
	  .help = "On which day of each week the schema is read anew." },
	{ .name = "refresh_day", .label = "Day of the month",
	  .type = &value_month_day, .aside = true,
	  .help = "On which day of each month the schema is read anew, 1 to 28." },
	{ .name = "refresh_cron", .label = "Cron line",
	  .type = &value_cron, .aside = true,
	  .help = "Five fields: minute, hour, day, month, day of the week; as 30 6 * "
		"* mon-fri for half past six on working days." },
	{ .name = "refresh_time_zone", .label = "Time zone",
	  .type = &value_zone, .aside = true,
	  .help = "In which the times above are meant: UTC, or a continent and a "
		"city as Europe/Berlin." },
	{ .name = "schema_refresh_access", .label = "Who may refresh",
	  .type = &value_choice, .choices = refreshers, .aside = true,
	  .help = "Who else than Admins may ask for the schema to be read anew: "
		"nobody, or everybody with access to this connection." },
	FILTER("include", "Only", "databases", "What the schema browser shows", "shows"),
	FILTER("exclude", "Without", "databases", NULL, "leaves out"),
	FILTER("include", "Only", "schemas", NULL, "shows"),
	FILTER("exclude", "Without", "schemas", NULL, "leaves out"),
	FILTER("include", "Only", "tables", NULL, "shows"),
	FILTER("exclude", "Without", "tables", NULL, "leaves out"),
	{ .name = "ssl", .way = "prefer", .label = "SSL", .type = &value_choice, .choices = ssl_modes,
	  .head = encryption,
	  .help = "Prefer: encrypted where the server can. Require: or not at all. "
		"Verify-full: and only where the certificate is good and for this "
		"host." },
	{ .name = "ca_file", .way = "", .label = "CA file", .head = encryption,
	  .help = "A file of PEM on this machine by which the connection check judges "
		"the server's certificate; empty: those that everybody knows." },
	{ .name = NULL }
};

/* A regular expression whose brackets close; err says of which filter. */
static bool regex_good(const char *text)
{
	int round = 0, square = 0;

	for (; *text; text++) {
		if (*text == '\\') {
			if (!*++text)
				return false;
		} else if (square) {
			square = *text != ']';
		} else {
			square = *text == '[';
			round += (*text == '(') - (*text == ')');
			if (round < 0)
				return false;
		}
	}
	return round == 0 && !square;
}

static bool filters_good(const char *config, struct arena *arena, struct error *err)
{
	const struct kind_field *field = fields;
	const char *match, *values, *end;

	for (; field->name; field++) {
		if (field->choices != matches)
			continue;
		match = config_get(config, field->name, arena);
		values = config_get(config, (field - 1)->name, arena);
		if (!match || !values || strcmp(match, "regex") != 0)
			continue;
		for (; *values; values = *end ? end + 1 : end) {
			end = values + strcspn(values, "\n");
			if (regex_good(arena_strndup(arena, values,
						     (size_t)(end - values))))
				continue;
			error_set(err, ERROR_INVALID, "BAD_VALUE", "%s: this is no "
				  "regular expression: a bracket is not closed, or "
				  "it ends with \\", (field - 1)->label);
			error_field(err, "%s", (field - 1)->name);
			return error_remedy(err, "for example ^(stg|raw)_");
		}
	}
	return true;
}

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
	.schema = true,
	.turns = turns,
	.good = filters_good,
	.detail = sign_in,
	.sample = "a-snow",
	.words = {
		[KIND_ACCESS] = { .example = "\"Snowflake prod\" --add Finance" },
		[KIND_CREATE] = { .example = "\"Orders replica\" --type postgres "
			"--field host=db.acme.example --field database=orders "
			"--field username=reader",
			.help = "Each type has its fields: what is missing or "
			"wrong is named. A password or key comes from a "
			"descriptor (--value-fd password=3) or is asked for at the "
			"terminal, and goes into the vault. Types by the tier of "
			"Hex's support: 1 snowflake, bigquery, databricks, "
			"clickhouse; 2 athena, redshift, postgres, mysql, "
			"sql_server, cloudsql, motherduck, trino; 3 alloydb, "
			"mariadb, presto, starburst, dremio, materialize, db2.",
			.synonyms = "database source" },
		[KIND_EDIT] = { .example = "\"Orders replica\" --field port=5433",
			.synonyms = "fields host" },
	},
};
