/* s3_browse_test.c: what is in a bucket, folder by folder and page by page; what no
 * server should say is refused; and nothing of the keys is seen anywhere else. */
#include "tests/expect.h"
#include "tests/courier/s3_said.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/buf.h"
#include "post/post.h"

enum { PAGE = 1000, DOCUMENT = 3 << 20, ROWS_MOST = 10000 };

#define FIRST "GET /acme-lake?delimiter=%2F&encoding-type=url&list-type=2&prefix=raw%2F "
#define NEXT(token) "GET /acme-lake?continuation-token=" token "&delimiter=%2F&encoding-type" \
	"=url&list-type=2&prefix=raw%2F "
#define MORE(token) "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>true" \
	"</IsTruncated><NextContinuationToken>" token "</NextContinuationToken>"

static size_t rows(const json_t *all)
{
	const json_t *line;
	size_t i, n = 0;

	json_array_foreach(all, i, line)
		n += json_is_object(json_object_get(line, "row"));
	return n;
}

TEST(a_folder_is_listed_in_order_over_pages)
{
	static const struct web_answer answers[] = {
		{ .ask = FIRST, .headers = XML, .body = MORE("1/a+b==") OBJECT("raw/")
		  OBJECT("raw/b+1%2B%C3%A9.csv") FOLDER("raw/a%2F") END },
		{ .ask = NEXT("1%2Fa%2Bb%3D%3D"), .headers = XML, .body = LIST
		  OBJECT("raw/z.csv") END } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "browse", "", "");
	const char *text = said_text();

	said_ends(all, "connect", "ok", "");
	said_ends(all, "auth", "ok", "");
	said_ends(all, "list", "ok", "");
	assert_int_equal(rows(all), 3);
	assert_non_null(strstr(text, "{\"row\":{\"key\":\"raw/a/\",\"size\":null,\"modified\":null,"
			       "\"folder\":true}}\n{\"row\":{\"key\":\"raw/b 1+\xc3\xa9.csv\","
			       "\"size\":\"12\",\"modified\":\"2026-11-28T18:00:00Z\",\"folder\":"
			       "false}}\n{\"row\":{\"key\":\"raw/z.csv\""));
	json_decref(all);
	web_stop(&web);
}

/* A page of so many keys that goes on as "t", or under a name of its own. */
static const char *page_of(size_t n, const char *token)
{
	static struct buf page;
	size_t i;

	buf_release(&page);
	buf_init(&page, DOCUMENT);
	buf_printf(&page, "<ListBucketResult><IsTruncated>%s</IsTruncated>"
		   "<NextContinuationToken>%s</NextContinuationToken>", *token ? "true" : "false",
		   token);
	for (i = 0; i < n; i++)
		buf_printf(&page, "<Contents><Key>raw/%04zu</Key><Size>1</Size></Contents>", i);
	buf_adds(&page, END);
	return buf_text(&page);
}

TEST(what_is_cut_off_is_said)
{
	char *one = strdup(page_of(PAGE, "one")), *two = strdup(page_of(PAGE, "two"));
	const struct web_answer answers[] = {
		{ .ask = FIRST, .headers = XML, .body = one },
		{ .ask = NEXT("one"), .headers = XML, .body = two },
		{ .ask = NEXT("two"), .headers = XML, .body = one } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "browse", "", "");

	said_ends(all, "list", "warn", "");
	said_has(all, "list", "detail", "only the first 10000");
	assert_int_equal(rows(all), ROWS_MOST);
	assert_in_range(web_count(&web, "GET"), 10, 11);
	json_decref(all);
	web_stop(&web);
	free(one);
	free(two);
}

TEST(pages_without_an_end_end)
{
	static const struct web_answer same[] = {
		{ .headers = XML, .body = MORE("t") END } };
	static const struct web_answer none[] = {
		{ .headers = XML, .body = MORE("") OBJECT("raw/x") END } };
	struct web web = SERVE(same);
	json_t *all = said(web.origin, "browse", "", "");

	said_ends(all, "list", "fail", "protocol");
	assert_int_equal(web_count(&web, "GET"), 2);
	json_decref(all);
	web_stop(&web);
	web = SERVE(none);
	all = said(web.origin, "browse", "", "");
	said_ends(all, "list", "fail", "protocol");
	json_decref(all);
	web_stop(&web);
}

TEST(who_asks_is_judged_apart_from_what_is_asked)
{
	static const struct { int status; const char *body, *step, *reason; } faults[] = {
		{ 403, ERROR("InvalidAccessKeyId", "x", ""), "auth", "auth-bad" },
		{ 403, ERROR("RequestTimeTooSkewed", "x", ""), "auth", "clock-skew" },
		{ 400, ERROR("ExpiredToken", "x", ""), "auth", "auth-expired" },
		{ 403, ERROR("AccessDenied", "x", ""), "list", "forbidden" },
		{ 404, ERROR("NoSuchBucket", "x", ""), "list", "not-found" } };
	size_t i;

	for (i = 0; i < COUNT_OF(faults); i++) {
		struct web_answer answers[] = { { .status = faults[i].status, .headers = XML,
						  .body = faults[i].body } };
		struct web web = SERVE(answers);
		json_t *all = said(web.origin, "browse", "", "");

		said_ends(all, "connect", "ok", "");
		said_ends(all, faults[i].step, "fail", faults[i].reason);
		json_decref(all);
		web_stop(&web);
	}
}

/* ---- hostile ------------------------------------------------------------------------ */

#define LAUGH "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"hahahaha\"><!ENTITY b " \
	"\"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
#define OUTSIDE "<!DOCTYPE Error [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"

static char *nested(size_t deep)
{
	char *text = calloc(1, deep * 3 + 64);
	size_t i;

	memcpy(text, "<ListBucketResult>", 18);
	for (i = 0; i < deep; i++)
		memcpy(text + 18 + 3 * i, "<x>", 3);
	return text;
}

static const char *const escapes[] = { "raw/%", "raw/%4", "raw/%zz", "raw/%00x", "" };

static void refused(const char *what, const char *body, size_t n, const char *reason)
{
	struct web_answer answers[] = { { .headers = XML, .body = body, .n = n } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "browse", "", "");

	print_message("# %s\n", what);
	said_ends(all, "list", "fail", reason);
	assert_int_equal(rows(all), 0);
	assert_null(strstr(said_text(), "root:"));
	json_decref(all);
	web_stop(&web);
}

TEST(what_no_server_should_say_is_refused)
{
	static const char nul[] = "<ListBucketResult><Contents><Key>a\0b</Key></Contents>" END;
	char *deep = nested(200000), key[1024];
	size_t i;

	refused("a document type", OUTSIDE LIST OBJECT("&x;") END, 0, "protocol");
	refused("a billion laughs", LAUGH LIST OBJECT("&c;") END, 0, "protocol");
	refused("an entity of nobody's", LIST OBJECT("&x;") END, 0, "protocol");
	refused("200,000 deep", deep, 0, "protocol");
	refused("a NUL", nul, sizeof(nul) - 1, "protocol");
	refused("no UTF-8", LIST OBJECT("\xff\xfe") END, 0, "protocol");
	refused("half a document", LIST OBJECT("raw/x"), 0, "protocol");
	refused("two documents", LIST END LIST END, 0, "protocol");
	refused("a key in a key", LIST "<Contents><Size>1</Size></Contents>" END, 0, "protocol");
	refused("an error that says it is well", ERROR("AccessDenied", "x", ""), 0,
		"not-this-api");
	refused("nothing", "", 0, "not-this-api");
	for (i = 0; i < COUNT_OF(escapes); i++) {
		snprintf(key, sizeof(key), LIST OBJECT("%s") END, escapes[i]);
		refused("a key that is not escaped", key, 0, "protocol");
	}
	refused("more keys than were asked for", page_of(2001, ""), 0, "protocol");
	free(deep);
}

TEST(what_never_ends_is_cut)
{
	static const struct web_answer answers[] = { { .headers = XML, .body = LIST,
						       .endless = true } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "browse", "", "");

	said_ends(all, "connect", "ok", "");
	said_ends(all, "list", "fail", "too-big");
	json_decref(all);
	web_stop(&web);
}

/* What steers a terminal, or is a secret of ours, does not come back. */
TEST(what_is_said_back_is_harmless)
{
	static const struct web_answer token[] = { { .status = 403, .headers = XML,
		.body = ERROR("AccessDenied", "You sent " TOKEN " and no more", "") } };
	static const struct web_answer escape[] = { { .status = 403, .headers = XML,
		.body = ERROR("AccessDenied", "\xe2\x80\xae\xc2\x9b" "2J&#x85;", "") } };
	struct web web = SERVE(token);
	json_t *all = said(web.origin, "browse", "", ",\"session_token\":\"" TOKEN "\"");

	said_ends(all, "list", "fail", "forbidden");
	said_has(all, "list", "detail", "is not shown");
	json_decref(all);
	web_stop(&web);
	web = SERVE(escape);
	all = said(web.origin, "browse", "", "");
	said_ends(all, "list", "fail", "forbidden");
	assert_null(strstr(said_text(), "\xe2\x80\xae"));
	assert_null(strstr(said_text(), "\xc2\x9b"));
	json_decref(all);
	web_stop(&web);
}

/* ---- where the keys are ---------------------------------------------------------------- */

static bool file_has(const char *path, const char *what)
{
	static char text[1 << 16];
	FILE *file = fopen(path, "rb");
	size_t n = file ? fread(text, 1, sizeof(text), file) : 0;

	if (file)
		fclose(file);
	return memmem(text, n, what, strlen(what)) != NULL;
}

/* It takes connections and never answers. */
static int silent(char origin[48])
{
	struct sockaddr_in at = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(fd >= 0 && bind(fd, (struct sockaddr *)&at, sizeof(at)) == 0 &&
		    getsockname(fd, (struct sockaddr *)&at, &size) == 0 && listen(fd, 8) == 0);
	snprintf(origin, 48, "http://127.0.0.1:%d", ntohs(at.sin_port));
	return fd;
}

/* While it waits for an answer. */
TEST(the_keys_are_in_no_argument_and_no_environment)
{
	static const char letter[] = "{\"type\":\"s3\",\"job\":\"browse\",\"timeout_ms\":30000,"
		"\"fields\":{\"bucket\":\"acme-lake\",\"region\":\"eu-west-3\",\"access_key_id\":"
		"\"AKIDEXAMPLE1\",\"endpoint\":\"%s\"},\"secrets\":{\"secret_access_key\":\""
		SECRET "\",\"session_token\":\"" TOKEN "\"}}";
	char text[1024], path[300], origin[48];
	int server = silent(origin);
	struct pollfd wait = { server, POLLIN, 0 };
	struct dirent *entry;
	struct post *post;
	struct error err;
	DIR *all = opendir("/proc");
	size_t seen = 0;

	error_clear(&err);
	snprintf(text, sizeof(text), letter, origin);
	post = post_start("gatehouse-courier", text, strlen(text), 30000, &err);
	assert_true(post && all);
	/* It is under way: its request is here. */
	assert_int_equal(poll(&wait, 1, 30000), 1);
	while ((entry = readdir(all))) {
		if (entry->d_name[0] < '1' || entry->d_name[0] > '9')
			continue;
		snprintf(path, sizeof(path), "/proc/%.20s/cmdline", entry->d_name);
		if (!file_has(path, "gatehouse-courier"))
			continue;
		seen++;
		assert_false(file_has(path, "c4nary"));
		snprintf(path, sizeof(path), "/proc/%.20s/environ", entry->d_name);
		assert_false(file_has(path, "c4nary"));
	}
	closedir(all);
	assert_true(seen > 0);
	post_free(post);
	close(server);
}

RUN(CASE(a_folder_is_listed_in_order_over_pages), CASE(what_is_cut_off_is_said),
    CASE(pages_without_an_end_end), CASE(who_asks_is_judged_apart_from_what_is_asked),
    CASE(what_no_server_should_say_is_refused), CASE(what_never_ends_is_cut),
    CASE(what_is_said_back_is_harmless),
    CASE(the_keys_are_in_no_argument_and_no_environment))
