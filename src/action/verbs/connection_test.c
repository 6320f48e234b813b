/* connection_test.c: is the server reached, does it let the connection in, can it be
 * read? (INTERFACES 6) */
#include "action/check/check_verb.h"
#include "action/check/check_which.h"
#include "action/vault/vault_input.h"

const struct action action_connection_test = {
	.noun = "connection", .verb = "test",
	.summary = "Test",
	.help = "Looks the host up or goes through its SSH server, connects, sees how TLS "
		"ends, signs in and reads one constant line: step by step, with what is wrong, why, and what to do. "
		"Nothing is written there, and no event here; the last result is kept. "
		"Checked are Postgres, Redshift, MySQL and MariaDB with a password or a client "
		"certificate, SQL Server, ClickHouse, Trino, Presto and Starburst with a password, "
		"Databricks with an access token, Snowflake with a key pair, BigQuery with a "
		"service account and Athena with access keys; the others, and OAuth, are passed "
		"over (no-driver). ClickHouse is asked over HTTP: 8443 where its port is 9440. A "
		"warehouse of Databricks that is stopped is not started; Athena leaves the line's "
		"result at the S3 output path. The exit status is 7 where one "
		"failed; with --all 1 where one failed that was good at its last check.",
	.example = "connection test \"Orders replica\" --timeout 10",
	.synonyms = "check try verify reach",
	.key = "T",
	.on = "connection",
	.params = {
		{ .name = "connection", .label = "Connection",
		  .type = PARAM_ASSET, .help = "shared data connections",
		  .many = true },
		CHECK_PARAMS,
	},
	.flags = ACTION_CHECK | ACTION_ADMIN | ACTION_ROWS,
	.run = check_verb_run,
};
