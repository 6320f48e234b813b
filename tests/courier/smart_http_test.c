/* smart_http_test.c: a repository over smart HTTP, from a server that answers as it was
 * recorded, and from such as no one should be: what is asked, with which credential, and
 * how each refusal is put. */
#include "tests/expect.h"
#include "tests/courier/web.h"

#include "connect/smart_http.h"
#include "net/dial.h"

#define C1 "53ba8bb0308724ad14419f9baf8da4ebda06826f"
#define C2 "fa1374b55daec70fc3ba443213bebff197d1b979"
#define T2 "755e4401dfc136417e21ada18897102f8c934dda"
#define SAYS "Content-Type: application/x-git-upload-pack-advertisement\r\n"
#define GIVES "Content-Type: application/x-git-upload-pack-result\r\n"
#define ADVERTISED "GET /acme/ml-utils.git/info/refs?service=git-upload-pack HTTP/1.1\r\n"
#define POSTED "POST /acme/ml-utils.git/git-upload-pack HTTP/1.1\r\n"
#define HELLO_2 "000eversion 2\n0013ls-refs=unborn\n0012fetch=shallow\n0000"
#define REFS_2 "0050" C1 " HEAD symref-target:refs/heads/main\n" \
	"0042" C1 " refs/heads/feature/x\n003d" C1 " refs/heads/main\n" \
	"003a" C2 " refs/tags/v1\n006a" T2 " refs/tags/v2 peeled:" C1 "\n0000"
#define PACK_2 "0034shallow " C1 "0001000dpackfile\n0011\1PACKxxxxyyyy"
#define NOT_OURS "0049ERR upload-pack: not our ref " \
	"1111111111111111111111111111111111111111"
#define NOWHERE "1111111111111111111111111111111111111111"

static struct arena arena;
static struct net_fault fault;
static char commit[GIT_ID];

static struct smart_http at(struct web *web, const struct web_answer *answers, size_t n)
{
	struct http_site site;

	*web = (struct web){ .answers = answers, .n = n };
	web_start(web);
	site = (struct http_site){ .origin = web->origin, .until = dial_now() + 20000 };
	return (struct smart_http){ .http = http_new(&site, &fault),
				    .repository = "acme/ml-utils" };
}

static void end(struct smart_http *git, struct web *web)
{
	http_free(git->http);
	web_stop(web);
	arena_release(&arena);
}

static const struct web_answer new_server[] = {
	{ .ask = ADVERTISED, .with = "Git-Protocol: version=2\r\n", .headers = SAYS,
	  .body = HELLO_2 },
	{ .ask = POSTED, .with = "0014command=ls-refs\n0001", .headers = GIVES,
	  .body = REFS_2 },
	{ .ask = POSTED, .with = "want " NOWHERE, .headers = GIVES, .body = NOT_OURS },
	{ .ask = POSTED, .with = "0012command=fetch\n00010010no-progress\n", .headers = GIVES,
	  .body = PACK_2, .endless = true },
};

static const struct web_answer old_server[] = {
	{ .ask = ADVERTISED, .headers = SAYS, .body =
	  "001e# service=git-upload-pack\n00000056" C1
	  " HEAD\0shallow symref=HEAD:refs/heads/main\n003d" C1
	  " refs/heads/main\n003a" C2 " refs/tags/v1\n0000", .n = 30 + 4 + 0x56 + 0x3d + 0x3a + 4 },
	{ .ask = POSTED, .with = "want " NOWHERE, .headers = GIVES, .body = NOT_OURS },
	{ .ask = POSTED, .with = "0032want " C2 "\n000ddeepen 1\n00000009done\n",
	  .headers = GIVES, .body = "0034shallow " C2 "00000008NAK\nPACKxxxxyyyy" },
};

TEST(branches_and_tags_are_listed)
{
	struct git_refs refs;
	struct web web;
	struct smart_http git = at(&web, new_server, COUNT_OF(new_server));

	assert_true(smart_http_refs(&git, "", "", &refs, &arena, &fault));
	assert_int_equal(refs.n, 4);
	assert_string_equal(refs.head, "main");
	assert_true(smart_http_refs(&git, "branch", "fea", &refs, &arena, &fault));
	assert_int_equal(refs.n, 1);
	assert_string_equal(refs.all[0].name, "feature/x");
	assert_non_null(strstr(web_heard(&web), "001eref-prefix refs/heads/fea\n"));
	assert_true(smart_http_refs(&git, "tag", "v", &refs, &arena, &fault));
	assert_int_equal(refs.n, 2);
	assert_string_equal(refs.all[1].commit, C1);
	assert_null(strstr(web_heard(&web), "Authorization"));
	end(&git, &web);
}

TEST(what_can_be_fetched_is_proved_and_no_more_is_read)
{
	static const struct { const char *kind, *name, *commit; } all[] = {
		{ "branch", "main", C1 }, { "branch", "feature/x", C1 },
		{ "tag", "v1", C2 }, { "tag", "v2", C1 }, { "commit", C2, C2 } };
	struct web web;
	struct smart_http git = at(&web, new_server, COUNT_OF(new_server));
	char want[64];
	size_t i;

	git.authorization = "Basic Y2FuYXJ5";
	for (i = 0; i < COUNT_OF(all); i++) {
		if (!smart_http_proves(&git, all[i].kind, all[i].name, commit, &fault))
			fail_msg("%s: %s %s", all[i].name, fault.reason, fault.detail);
		assert_string_equal(commit, all[i].commit);
		snprintf(want, sizeof(want), "0032want %s\n000ddeepen 1\n0009done\n0000",
			 all[i].commit);
		assert_non_null(strstr(web_heard(&web), want));
	}
	/* Three requests for a ref, two for a commit: each with the credential. */
	assert_int_equal(web_count(&web, ADVERTISED), 5);
	assert_int_equal(web_count(&web, POSTED), 9);
	end(&git, &web);
}

TEST(an_old_server_does_too)
{
	struct git_refs refs;
	struct web web;
	struct smart_http git = at(&web, old_server, COUNT_OF(old_server));

	assert_true(smart_http_refs(&git, "branch", "", &refs, &arena, &fault));
	assert_int_equal(refs.n, 1);
	assert_string_equal(refs.head, "main");
	assert_true(smart_http_proves(&git, "tag", "v1", commit, &fault));
	assert_string_equal(commit, C2);
	assert_false(smart_http_proves(&git, "commit", NOWHERE, commit, &fault));
	assert_string_equal(fault.reason, "ref-not-found");
	end(&git, &web);
}

TEST(what_is_not_there_is_not_found)
{
	static const struct { const char *kind, *name; } all[] = {
		{ "branch", "v1" }, { "tag", "main" }, { "branch", "mai" }, { "branch", "" },
		{ "branch", "a b" }, { "branch", "main\n0009done" }, { "commit", NOWHERE },
		{ "commit", "53ba8bb" }, { "commit", "" } };
	struct web web;
	struct smart_http git = at(&web, new_server, COUNT_OF(new_server));
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		if (smart_http_proves(&git, all[i].kind, all[i].name, commit, &fault))
			fail_msg("%s is there", all[i].name);
		assert_string_equal(fault.reason, "ref-not-found");
	}
	assert_null(strstr(web_heard(&web), "main\n0009done"));
	end(&git, &web);
}

static const struct {
	struct web_answer answer;
	const char *reason, *detail;
} refusals[] = {
	{ { .status = 401 }, "auth-bad", "credential" },
	{ { .status = 401, .headers = "Date: Thu, 01 Jan 2015 00:00:00 GMT\r\n" },
	  "clock-skew", "" },
	{ { .status = 403, .headers = "Content-Type: text/plain\r\n",
	    .body = "Write access to repository not granted.\nx" },
	  "forbidden", "Write access to repository not granted." },
	{ { .status = 404, .body = "{}" }, "not-found", "no such repository" },
	{ { .status = 410, .headers = "Content-Type: text/plain\r\n", .body = "CHANGE-3222: "
	    "App passwords are deprecated and must be replaced with API tokens.\n" },
	  "auth-removed-type", "CHANGE-3222" },
	{ { .status = 410 }, "not-found", "" },
	{ { .status = 429, .headers = "Content-Type: text/plain\r\n", .body = "Retry later\n" },
	  "rate-limited", "Retry later" },
	{ { .status = 500 }, "server-error", "" },
	{ { .status = 301, .headers = "Location: @/elsewhere.git/info/refs\r\n" },
	  "redirected", "/elsewhere.git" },
	{ { .headers = "Content-Type: text/html\r\n", .body = "<html>sign in</html>" },
	  "not-this-api", "text/html" },
	{ { .headers = "Content-Type: text/plain\r\n", .body = HELLO_2 },	/* "dumb" */
	  "not-this-api", "text/plain" },
	{ { .headers = SAYS, .body = "<html>" }, "protocol", "no length" },
	{ { .headers = SAYS, .body = "000eversion 2\n", .cut = true }, "reset", "" },
	{ { .headers = SAYS, .body = "0005x", .endless = true }, "too-big", "" },
	{ { .headers = SAYS, .body = "001eERR access denied, not you" }, "not-found",
	  "not you" },
};

TEST(each_refusal_has_its_reason)
{
	size_t i;

	for (i = 0; i < COUNT_OF(refusals); i++) {
		struct web web;
		struct smart_http git = at(&web, &refusals[i].answer, 1);

		if (smart_http_proves(&git, "branch", "main", commit, &fault))
			fail_msg("%zu goes well", i);
		if (strcmp(fault.reason, refusals[i].reason) != 0 ||
		    !strstr(fault.detail, refusals[i].detail))
			fail_msg("%zu: %s (%s)", i, fault.reason, fault.detail);
		/* Nobody is followed. */
		assert_int_equal(web_count(&web, ""), 1);
		end(&git, &web);
	}
}

/* What is listed may still not be sent. */
TEST(a_list_is_no_proof)
{
	static const struct { struct web_answer answer; const char *reason; } all[] = {
		{ { .headers = GIVES, .body = "0034shallow " C1 "0001000dpackfile\n" },
		  "protocol" },
		{ { .headers = GIVES, .body = "000dpackfile\n0011\3out of memory" },
		  "server-error" },
		{ { .headers = GIVES, .body = "000dpackfile\n0006\2.", .endless = true },
		  "protocol" },
		{ { .headers = GIVES, .body = "0006\2.", .endless = true }, "too-big" },
		{ { .headers = "Content-Type: text/html\r\n", .body = "no" }, "not-this-api" },
		{ { .status = 403 }, "forbidden" },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		struct web_answer answers[] = { new_server[0], new_server[1],
						all[i].answer };
		struct web web;
		struct smart_http git = at(&web, answers, COUNT_OF(answers));

		if (smart_http_proves(&git, "branch", "main", commit, &fault))
			fail_msg("%zu goes well", i);
		if (strcmp(fault.reason, all[i].reason) != 0)
			fail_msg("%zu: %s (%s)", i, fault.reason, fault.detail);
		end(&git, &web);
	}
}

TEST(a_repository_is_a_path_and_stays_one)
{
	static const char *const bad[] = { "", "/", "acme/", "/acme", "acme//x", "acme/../x",
					   "./x" };
	struct web web;
	struct smart_http git = at(&web, new_server, COUNT_OF(new_server));
	size_t i;

	for (i = 0; i < COUNT_OF(bad); i++) {
		git.repository = bad[i];
		if (smart_http_proves(&git, "branch", "main", commit, &fault))
			fail_msg("%s is one", bad[i]);
		assert_string_equal(fault.reason, "config");
	}
	assert_int_equal(web_count(&web, ""), 0);
	git.repository = "acme/sub group/a%b?c";
	assert_false(smart_http_proves(&git, "branch", "main", commit, &fault));
	assert_int_equal(web_count(&web, "GET /acme/sub%20group/a%25b%3Fc.git/info/refs?"), 1);
	git.repository = "acme/ml-utils.git";
	assert_true(smart_http_proves(&git, "branch", "main", commit, &fault));
	end(&git, &web);
}

TEST(a_name_and_a_password_as_one)
{
	static const struct { const char *user, *password, *value; } all[] = {
		{ "oauth2", "glpat-x", "Basic b2F1dGgyOmdscGF0LXg=" },
		{ "a", "b:c", "Basic YTpiOmM=" }, { "", "", "Basic Og==" } };
	char long_one[4096];
	struct buf out;
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		assert_true(http_basic(&out, all[i].user, all[i].password));
		assert_string_equal(buf_text(&out), all[i].value);
		buf_wipe(&out);
	}
	assert_false(http_basic(&out, "a:b", "c"));
	buf_wipe(&out);
	memset(long_one, 'x', sizeof(long_one) - 1);
	long_one[sizeof(long_one) - 1] = '\0';
	assert_false(http_basic(&out, "a", long_one));
	buf_wipe(&out);
}

RUN(CASE(branches_and_tags_are_listed),
    CASE(what_can_be_fetched_is_proved_and_no_more_is_read), CASE(an_old_server_does_too),
    CASE(what_is_not_there_is_not_found), CASE(each_refusal_has_its_reason),
    CASE(a_list_is_no_proof), CASE(a_repository_is_a_path_and_stays_one),
    CASE(a_name_and_a_password_as_one))
