/* url_test.c: which addresses of the network are followed, and how names become parts of
 * an address. */
#include "tests/net/asking.h"

enum { ROOM = 256 };

static struct http *site(const char *origin, struct net_fault *fault)
{
	const struct http_site at = { .origin = origin, .until = dial_now() + SOON };

	return http_new(&at, fault);
}

/* What a person enters: an origin, in one form; NULL: refused. */
static const struct { const char *typed, *origin; } origins[] = {
	{ "https://api.example", "https://api.example" },
	{ "https://api.example/", "https://api.example" },
	{ "HTTPS://API.Example", "https://api.example" },
	{ "https://api.example:443", "https://api.example" },
	{ "https://api.example:0443", "https://api.example" },
	{ "https://api.example:8443", "https://api.example:8443" },
	{ "https://api.example.", "https://api.example." },
	{ "https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example" },
	{ "https://192.0.2.7", "https://192.0.2.7" },
	{ "https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443" },
	{ "http://127.0.0.1:8080", "http://127.0.0.1:8080" },
	{ "http://127.0.0.1:80", "http://127.0.0.1" },
	{ "http://127.9.9.9", "http://127.9.9.9" },
	{ "http://[::1]:8080", "http://[::1]:8080" },
	{ "http://localhost:8080", "http://localhost:8080" },
	/* As numbers that nobody writes: what is meant counts. */
	{ "http://0x7f.1", "http://127.0.0.1" },
	{ "http://2130706433", "http://127.0.0.1" },
	/* In the clear to this machine alone, and not to what only looks like it. */
	{ "http://api.example", NULL }, { "http://192.0.2.7", NULL },
	{ "http://127.0.0.1.example", NULL }, { "http://127.example", NULL },
	{ "http://localhost.example", NULL }, { "http://0.0.0.0", NULL },
	{ "http://[::ffff:192.0.2.7]", NULL }, { "http://[::]", NULL },
	/* No address of a server alone. */
	{ "", NULL }, { "api.example", NULL }, { "//api.example", NULL },
	{ "https:", NULL }, { "https://", NULL }, { "https:///api.example", NULL },
	{ "https:/api.example", NULL }, { "https:api.example", NULL },
	{ "https://:443", NULL }, { "https://api.example:", "https://api.example" },
	{ "https://api.example/v1", NULL }, { "https://api.example?x", NULL },
	{ "https://api.example#x", NULL }, { "https://api.example/#", NULL },
	{ "https://user@api.example", NULL }, { "https://user:pass@api.example", NULL },
	{ "https://@api.example", NULL }, { "https://:@api.example", NULL },
	{ "https://api.example:0", NULL }, { "https://api.example:65536", NULL },
	{ "https://api.example:x", NULL }, { "https://api.example:-1", NULL },
	{ "https://api.example\\", NULL }, { "https:\\\\api.example", NULL },
	{ "https://api.example\\@evil.example", NULL },
	{ "https://api example", NULL }, { " https://api.example", NULL },
	{ "https://api.example ", NULL }, { "https://api.example\n", NULL },
	{ "https://api.example\r\nX: y", NULL }, { "https://api.example\t", NULL },
	{ "https://m\xc3\xbcnchen.example", NULL }, { "https://api\xff.example", NULL },
	{ "https://api%00.example", NULL }, { "https://api%2eevil", NULL },
	{ "https://[fe80::1%25eth0]", NULL }, { "https://[::1", NULL },
	{ "https://[zz]", NULL }, { "https://::1", NULL },
	{ "ftp://api.example", NULL }, { "file:///etc/passwd", NULL },
	{ "file://localhost/etc/passwd", NULL }, { "httpx://api.example", NULL },
	{ "gopher://127.0.0.1", NULL }, { "javascript:alert(1)", NULL },
};

TEST(origins_that_are_entered)
{
	struct net_fault fault;
	struct http *http;
	size_t i;

	for (i = 0; i < sizeof(origins) / sizeof(*origins); i++) {
		http = site(origins[i].typed, &fault);
		if (!origins[i].origin && http)
			fail_msg("\"%s\" is taken as %s", origins[i].typed, http_origin(http));
		if (origins[i].origin && !http)
			fail_msg("\"%s\" is refused", origins[i].typed);
		if (http)
			assert_string_equal(http_origin(http), origins[i].origin);
		else
			assert_string_equal(fault.reason, "config");
		http_free(http);
	}
}

/* What a service names as the next page: only what leads to itself is followed. */
static const struct { const char *url, *target; } links[] = {
	{ "https://api.example/v1?page=2", "/v1?page=2" },
	{ "https://API.EXAMPLE:443/v1?page=2", "/v1?page=2" },
	{ "https://api.example", "/" }, { "https://api.example?page=2", "/?page=2" },
	{ "https://api.example/a/../b/./c", "/a/../b/./c" },
	{ "https://api.example/a%2Fb?q=%20+", "/a%2Fb?q=%20+" },
	{ "https://api.example//v1", "//v1" },
	{ "http://api.example/v1", NULL }, { "https://api.example:8443/v1", NULL },
	{ "https://evil.example/v1", NULL }, { "https://api.example.evil.example/", NULL },
	{ "https://api.example./v1", NULL }, { "https://api.example@evil.example/", NULL },
	{ "https://evil.example/@api.example", NULL },
	{ "https://evil.example\\@api.example/", NULL },
	{ "https://api.example\\.evil.example/", NULL },
	{ "https://api.example/v1\\..", NULL }, { "https://me@api.example/", NULL },
	{ "https:///api.example/v1", NULL }, { "//api.example/v1", NULL },
	{ "/v1?page=2", NULL }, { "v1", NULL }, { "", NULL },
	{ "https://api.example/v1#top", NULL }, { "https://api.example/v1#", NULL },
	{ "https://api.example:0/v1", NULL }, { "https://api.example/a b", NULL },
	{ "https://api.example/\r\nX-Evil: 1", NULL }, { "https://api.example/\x01", NULL },
	{ "https://api.example/\xc3\xbc", NULL },
	{ "https://\xe2\x80\x8b" "api.example/", NULL }, { "https://\xef\xbd\x81pi.example/", NULL },
};

TEST(links_are_followed_within_one_origin)
{
	struct net_fault fault;
	struct http *http = site("https://api.example", &fault);
	char target[ROOM];
	bool same;
	size_t i;

	assert_non_null(http);
	for (i = 0; i < sizeof(links) / sizeof(*links); i++) {
		same = http_same_origin(http, links[i].url, target, sizeof(target));
		if (same != (links[i].target != NULL))
			fail_msg("\"%s\" is %s", links[i].url, same ? "followed" : "refused");
		if (same)
			assert_string_equal(target, links[i].target);
	}
	http_free(http);
}

TEST(a_link_that_does_not_fit_is_not_cut)
{
	struct net_fault fault;
	struct http *http = site("https://api.example", &fault);
	static const char url[] = "https://api.example/v1/projects?page=2";
	char target[ROOM];
	size_t room, whole = strlen("/v1/projects?page=2") + 1;

	for (room = 1; room < whole; room++)
		assert_false(http_same_origin(http, url, target, room));
	assert_true(http_same_origin(http, url, target, whole));
	assert_string_equal(target, "/v1/projects?page=2");
	http_free(http);
}

TEST(names_as_parts_of_an_address)
{
	static const struct { const char *text; size_t n; bool slashes; const char *is; } all[] = {
		{ "main", 4, true, "main" }, { "feature/x", 9, true, "feature%2Fx" },
		{ "feature/x", 9, false, "feature/x" },
		{ "a b+c(d)=~!*'", 13, true, "a%20b%2Bc%28d%29%3D~%21%2A%27" },
		{ "100%", 4, true, "100%25" }, { "\xc3\xa9", 2, true, "%C3%A9" },
		{ "\0\n\x7f\xff", 4, true, "%00%0A%7F%FF" },
		{ "?#&;:@[]", 8, false, "%3F%23%26%3B%3A%40%5B%5D" },
		{ "..", 2, true, ".." }, { "AZaz09-._~", 10, true, "AZaz09-._~" },
		{ "", 0, true, "" },
	};
	struct buf out;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		buf_init(&out, ROOM);
		http_escape(&out, all[i].text, all[i].n, all[i].slashes);
		assert_string_equal(buf_text(&out), all[i].is);
		assert_int_equal(out.len, strlen(all[i].is));
		buf_release(&out);
	}
}

/* Addresses of the link, and where clouds tell their secrets, in any form. */
TEST(addresses_that_nobody_is_sent_to)
{
	static const char *const all[] = {
		"https://169.254.169.254", "https://169.254.0.1", "https://0xa9fea9fe",
		"https://2852039166", "https://0251.0376.0251.0376", "https://169.254.43518",
		"https://0xa9.254.0xa9fe", "https://[fe80::1]", "https://[fe90::1]",
		"https://[febf::1]", "https://[::ffff:169.254.169.254]",
		"https://[::ffff:a9fe:a9fe]", "https://[0:0:0:0:0:ffff:a9fe:a9fe]",
		"https://[::169.254.169.254]", "https://[64:ff9b::169.254.169.254]",
		"https://[2002:a9fe:a9fe::1]", "https://[fd00:ec2::254]",
		"https://[fd20:ce::254]", "https://100.100.100.200", "https://192.0.0.192",
		"https://168.63.129.16",
	};
	const struct http_ask ask = { .target = "/latest/meta-data",
				      .authorization = "Bearer canary-4711" };
	struct asked asked;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		asked_at(&asked, all[i], NULL, &ask, SOON);
		if (asked.good || strcmp(asked.fault.reason, "config") != 0)
			fail_msg("%s: %s", all[i], asked.good ? "was asked" : asked.fault.reason);
		assert_non_null(strstr(asked.fault.detail, "nobody is sent to"));
		assert_true(asked.ms < SLACK);
		asked_no_more(&asked);
	}
}

RUN(CASE(origins_that_are_entered), CASE(links_are_followed_within_one_origin),
    CASE(a_link_that_does_not_fit_is_not_cut), CASE(names_as_parts_of_an_address),
    CASE(addresses_that_nobody_is_sent_to))
