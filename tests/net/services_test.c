/* services_test.c: every service that gatehouse-courier knows, at servers that repeat all
 * they hear, send elsewhere, are something else, or hang: each job ends, says a reason that
 * there is, and no word of its credentials; a second host hears nothing. */
#include <poll.h>

#include "model/check/check_reason.h"
#include "net/dial.h"
#include "post/post.h"
#include "tests/expect.h"
#include "tests/net/fault_server.h"

#define SECRET "canary-4711-of-a-service"

enum { LONG = 20000, SHORT = 700, SAID = 256 << 10, SLACK = 4000 };

static const char *const types[] = { "github", "github_enterprise", "gitlab", "bitbucket",
				     "s3", "clickhouse", "trino", "presto", "starburst",
				     "databricks", "athena" };
static const char *const jobs[] = { "verify", "sign_in", "repos", "refs", "resolve",
				    "browse" };

/* All that any of them may be told; each takes what is its own. */
static const char letter_text[] = "{\"type\":\"%s\",\"job\":\"%s\",\"timeout_ms\":%d,"
	"\"fields\":{\"endpoint\":\"%s\",\"url\":\"%s\",\"organization\":\"acme\",\"account\":\"acme\","
	"\"account_id\":\"1\",\"group\":\"acme\",\"workspace_id\":\"acme\",\"username\":\"octocat\","
	"\"email\":\"o@acme.example\",\"client_id\":\"Iv1.1234\",\"auth\":\"%s\",\"bucket\":\"acme\","
	"\"region\":\"eu-west-3\",\"access_key_id\":\"AKIA0000000000000000\","
	"\"jdbc_url\":\"jdbc:databricks://acme.example;httpPath=/sql/1.0/warehouses/1a\","
	"\"host\":\"athena.eu-west-3.acme.example\",\"port\":\"443\","
	"\"path_style\":\"true\",\"writeback\":\"true\"},\"secrets\":{\"token\":\"" SECRET "\",\"access_token\":\"" SECRET "\","
	"\"api_token\":\"" SECRET "\",\"password\":\"" SECRET "\",\"client_secret\":\"" SECRET "\","
	"\"refresh_token\":\"" SECRET "\",\"secret_access_key\":\"" SECRET "\","
	"\"session_token\":\"" SECRET "\"},\"ask\":{\"repository\":\"acme/one\",\"kind\":\"branch\","
	"\"ref\":\"main\",\"filter\":\"\",\"prefix\":\"\",\"was\":\"\"}}";

/* ---- servers ------------------------------------------------------------------------- */

static struct fault_server sink;

/* The credential that it heard, else whatever, as a text of JSON; told: the status. */
static void echoes(struct fault_line *line, const void *told)
{
	char text[512], heard[160], head[160];
	const char *at;
	size_t from;

	for (;;) {
		from = line->seen->n;
		if (!fault_take(line))
			return;
		at = strstr(line->seen->text + from, "Authorization: ");
		if (!at)
			at = strstr(line->seen->text + from, SECRET);
		snprintf(heard, sizeof(heard), "%.150s", at ? at : "nothing");
		heard[strcspn(heard, "\r\n\"\\")] = '\0';
		snprintf(text, sizeof(text), "{\"message\":\"%s\",\"error\":\"%s\"}", heard, heard);
		snprintf(head, sizeof(head), "HTTP/1.1 %s\r\nContent-Type: application/json\r\n"
			 "Content-Length: %zu\r\n\r\n", (const char *)told, strlen(text));
		if (!fault_text(line, head) || !fault_text(line, text))
			return;
	}
}

static void says(struct fault_line *line, const void *told)
{
	while (fault_take(line) && fault_text(line, told))
		;
}

static void hangs(struct fault_line *line, const void *told)
{
	(void)told;
	if (fault_take(line))
		fault_hang(line);
}

static char elsewhere[512];
static const struct manner {
	const char *what;
	void (*serve)(struct fault_line *line, const void *told);
	const void *told;
	int ms;
} manners[] = {
	{ "repeats with 200", echoes, "200 OK", LONG },
	{ "repeats with 400", echoes, "400 No", LONG },
	{ "repeats with 401", echoes, "401 No", LONG },
	{ "repeats with 403", echoes, "403 No", LONG },
	{ "repeats with 404", echoes, "404 No", LONG },
	{ "repeats with 500", echoes, "500 No", LONG },
	{ "sends elsewhere", says, elsewhere, LONG },
	{ "is a portal", says, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	  "Content-Length: 19\r\n\r\n<html>Wifi!</html>\n", LONG },
	{ "is no web server", says, "SSH-2.0-OpenSSH_9.2\r\n", LONG },
	{ "hangs", hangs, NULL, SHORT },
};

/* ---- one job --------------------------------------------------------------------------- */

static char said[SAID];

static void ask(const char *type, const char *job, const char *auth, const char *origin, int ms)
{
	char letter[4096];
	struct error err;
	struct post *post;
	struct pollfd wait;
	enum post_news news;
	const char *line;
	size_t n, used = 0;

	error_clear(&err);
	snprintf(letter, sizeof(letter), letter_text, type, job, ms, origin, origin, auth);
	post = post_start("gatehouse-courier", letter, strlen(letter), ms, &err);
	if (!post)
		fail_msg("%s", err.text);
	wait = (struct pollfd){ post_fd(post), POLLIN, 0 };
	said[0] = '\0';
	while ((news = post_read(post, &line, &n)) != POST_ENDED) {
		if (news == POST_WAITS && poll(&wait, 1, (int)post_left(post)) == 1)
			continue;
		if (news != POST_LINE_READ)
			break;
		used += (size_t)snprintf(said + used, SAID - used, "%.*s\n", (int)n, line);
		assert_true(used < SAID);
	}
	post_free(post);
}

/* The reason that it ends with is one of those that there are. */
static void judge_reason(const char *what)
{
	const char *at = strstr(said, "\"status\":\"fail\",\"reason\":\"");
	char reason[64] = "";

	if (!at)
		fail_msg("%s: nothing fails: %s", what, said);
	else
		sscanf(at + strlen("\"status\":\"fail\",\"reason\":\""), "%63[a-z-]", reason);
	if (!check_reason_find(reason))
		fail_msg("%s: there is no reason %s", what, reason);
}

/* What went over the wire as "Authorization: Basic ...": the same in another dress. */
static void judge_basic(const char *what, const struct fault_server *server)
{
	const char *at = strstr(server->seen->text, "Authorization: Basic ");
	char dress[512] = "";

	if (at && sscanf(at + strlen("Authorization: Basic "), "%511s", dress) == 1 &&
	    strstr(said, dress))
		fail_msg("%s: %s", what, dress);
}

static bool is_known(const char *type, const char *job)
{
	ask(type, job, "token", "http://127.0.0.1:1", LONG);
	assert_null(strstr(said, SECRET));
	assert_non_null(strstr(said, "{\"done\":true}"));
	return !strstr(said, "\"reason\":\"no-driver\"");
}

static int one_manner(const char *type, const char *job, const char *auth,
		      const struct manner *manner)
{
	struct fault_server server = { .serve = manner->serve, .told = manner->told };
	int64_t began = dial_now();
	char what[256];
	int asked;

	snprintf(what, sizeof(what), "%s %s, %s, at one that %s", type, job, auth, manner->what);
	fault_start(&server);
	ask(type, job, auth, server.origin, manner->ms);
	assert_true(dial_now() - began < manner->ms + SLACK);
	if (strstr(said, SECRET))
		fail_msg("%s: %s", what, said);
	judge_basic(what, &server);
	if (manner->serve != echoes || strcmp(manner->told, "200 OK") != 0)
		judge_reason(what);
	asked = strstr(server.seen->text, SECRET) != NULL;
	fault_stop(&server);
	return asked;
}

TEST(no_service_tells_a_credential)
{
	static const char *const auths[] = { "token", "client", "app_password" };
	size_t t, j, a, m;
	int known = 0, told = 0;

	for (t = 0; t < sizeof(types) / sizeof(*types); t++)
		for (j = 0; j < sizeof(jobs) / sizeof(*jobs); j++) {
			if (!is_known(types[t], jobs[j]))
				continue;
			known++;
			for (a = 0; a < sizeof(auths) / sizeof(*auths); a++)
				for (m = 0; m < sizeof(manners) / sizeof(*manners); m++)
					if (!a || manners[m].serve != hangs)
						told += one_manner(types[t], jobs[j],
								   auths[a], &manners[m]);
		}
	print_message("# %d jobs of services, %d servers were told a credential as it is\n",
		      known, told);
	assert_int_equal(sink.seen->connections, 0);
}

FIXTURE(set_up)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/src", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	post_folder(path);
	sink = (struct fault_server){ .serve = echoes, .told = "200 OK" };
	fault_start(&sink);
	snprintf(elsewhere, sizeof(elsewhere), "HTTP/1.1 302 There\r\nLocation: %s/steal\r\n"
		 "Link: <%s/steal>; rel=\"next\"\r\nRefresh: 0; url=%s/steal\r\n"
		 "Content-Length: 0\r\n\r\n", sink.origin, sink.origin, sink.origin);
	return 0;
}

FIXTURE(clean_up)
{
	fault_stop(&sink);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = { CASE(no_service_tells_a_credential) };

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
