/* console_sign_in_test.c: a code to sign in with stands large and is copied; what comes of
 * it is checked; what failed is listed, and what to do is copied whole. */
#include "tests/tty/stand.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	wide = { .rows = 40, .cols = 120 }, tiny = { .rows = 10, .cols = 40 };

#define ASKED "{\"plan\":[\"connect\",\"code\",\"wait\",\"account\"]}\n" \
	STAND_OK("connect") STAND_OK("code") "{\"begin\":\"wait\"}\n" \
	"{\"device\":{\"user_code\":\"WDJB-MJHT\",\"verification_uri\":" \
	"\"https://github.com/login/device\",\"expires_in\":899}}\n"
#define GOOD "{\"plan\":[\"connect\",\"auth\",\"account\",\"repositories\"]}\n" \
	STAND_OK("connect") STAND_OK("auth") "{\"identity\":\"octocat\"}\n" \
	STAND_OK("account") STAND_OK("repositories") STAND_DONE
#define POLICY "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":" \
	"\\\"Allow\\\",\\\"Action\\\":\\\"s3:GetObject\\\",\\\"Resource\\\":" \
	"\\\"arn:aws:s3:::acme-lake/*\\\"}]}"
#define DENIED "{\"plan\":[\"connect\",\"auth\",\"account\"]}\n" STAND_OK("connect") \
	"{\"step\":\"auth\",\"status\":\"fail\",\"reason\":\"forbidden\",\"fix\":\"Ask the " \
	"administrator to add this to the policy of reader: " POLICY " Or turn writeback " \
	"off.\",\"ms\":1}\n" STAND_DONE

static const char *device_store(const char *name)
{
	const char *store = stand_store(name);

	stand_shell("provider edit pr-github --auth device --field client_id=Iv1.8a61f9b3 "
		    "--draft", store);
	return store;
}

static struct pty *asked(const struct pty_options *size, const char *store)
{
	struct pty *pty = stand_open(size, store);

	keys(pty, ": provider sign-in pr-github<Enter>");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "WDJB-MJHT"));
	return pty;
}

TEST(the_code_stands_large_where_there_is_room)
{
	const char *store = device_store("large");
	struct pty *pty;

	stand_says("sign_in", ASKED);
	stand_hangs(true);
	pty = asked(&small, store);
	shows(pty, "https://github.com/login/device");
	shows(pty, "\xe2\x96\x88   \xe2\x96\x88 \xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88");
	shows(pty, "waiting; it holds 14:");
	keys(pty, "jk");
	keys(pty, "y");
	shows(pty, "Copied by OSC 52: the code, 9 bytes");
	assert_non_null(strstr(pty_stream(pty, NULL), "V0RKQi1NSkhU"));
	keys(pty, "x");
	shows(pty, "not connected: cancelled");
	shows(pty, "Enter start again");
	keys(pty, "<Enter>");
	assert_true(pty_await(pty, "WDJB-MJHT"));
	keys(pty, "<Esc>");
	shows_not(pty, "Sign in:");
	leave(pty);
	pty = asked(&tiny, store);		/* plain, and all of it in sight */
	shows(pty, "https://github.com/login/device");
	shows(pty, "and enter this code:");
	shows_not(pty, "\xe2\x96\x88");
	shows(pty, "waiting; it holds 14:");
	leave(pty);
	pty = asked(&wide, store);		/* twice as large */
	shows(pty, "\xe2\x96\x88\xe2\x96\x88      \xe2\x96\x88\xe2\x96\x88");
	leave(pty);
	stand_hangs(false);
}

TEST(who_signed_in_is_checked_and_one_too_late_starts_again)
{
	const char *store = device_store("signs");
	struct pty *pty;
	char *letter;

	stand_says("sign_in", ASKED "{\"step\":\"wait\",\"status\":\"fail\",\"reason\":"
		   "\"code-expired\",\"ms\":1}\n" STAND_DONE);
	stand_says("verify", GOOD);
	pty = stand_open(&small, store);
	keys(pty, "3/acme-an<Enter>");
	keys(pty, ": provider sign-in pr-github<Enter>");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "broken: acme-analytics: The code has expired"));
	shows(pty, "Do this");
	stand_says("sign_in", ASKED "{\"secret\":{\"field\":\"token\",\"value\":"
		   "\"gho_plantedhere\"}}\n" STAND_OK("wait") STAND_OK("account") STAND_DONE);
	keys(pty, "<Enter>");
	assert_true(pty_await(pty, "acme-analytics: ok; as octocat"));
	shows(pty, "Provider check");
	keys(pty, "<Esc>");
	shows(pty, "connected");
	assert_null(strstr(pty_stream(pty, NULL), "gho_plantedhere"));
	leave(pty);
	letter = stand_letter("verify");	/* with what was given, out of the vault */
	assert_non_null(strstr(letter, "gho_plantedhere"));
	free(letter);
}

TEST(what_to_do_is_copied_whole_and_reached_at_any_size)
{
	const char *store = stand_store("policy");
	struct pty *pty;
	int i;

	stand_says("verify", DENIED);
	pty = stand_open(&tiny, store);
	keys(pty, ": provider verify pr-github<Enter>");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "fail"));
	for (i = 0; i < 40; i++)
		keys(pty, "j");
	assert_true(says_in_all(pty, "Or turn writeback off."));
	keys(pty, "c");
	shows(pty, "Copied by OSC 52: what is to be");
	/* {"Version":"2012-10-17","Statement":[{"Effect":"Allow" */
	assert_non_null(strstr(pty_stream(pty, NULL), "eyJWZXJzaW9uIjoiMjAxMi0xMC0xNyIs"
			       "IlN0YXRlbWVudCI6W3siRWZmZWN0IjoiQWxsb3ci"));
	leave(pty);
}

TEST(what_failed_is_listed_and_leads_there)
{
	const char *store = stand_store("failed");
	struct pty *pty;

	stand_says("verify", DENIED);
	pty = stand_open(&small, store);
	keys(pty, "3B");
	shows(pty, "Nothing failed since yesterday");
	keys(pty, "<Esc>");
	keys(pty, ": provider verify pr-github<Enter>");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "1 of 1 done"));
	keys(pty, "<Esc>3<Esc>");
	shows(pty, "failed: forbi");		/* the badge of the list */
	shows(pty, "B failed checks");
	keys(pty, "1B");
	shows(pty, "Failed since yesterday");
	shows(pty, "1 failed");
	shows(pty, "forbidden, since");
	shows(pty, "2 projects");
	keys(pty, "<Enter>");
	shows(pty, "State       broken; failed: forbidden");
	keys(pty, "B");
	stand_says("verify", GOOD);
	keys(pty, "T");
	assert_true(pty_await(pty, "acme-analytics: ok"));
	keys(pty, "<Esc>");
	shows(pty, "Nothing failed since yesterday");
	leave(pty);
}

static const char workspace[] = "{\"format\":\"gatehouse-workspace\",\"version\":1,"
	"\"workspace\":{\"name\":\"T\",\"plan\":\"enterprise\"},\"users\":[{\"id\":\"u\","
	"\"email\":\"u@t.example\",\"role\":\"admin\"}]}";

static void server_page(struct pty *pty)
{
	keys(pty, "3<Down><Down><Down><Down><Down><Enter><Tab><Tab><Enter>");
	shows(pty, "step 1 of 4");
	keys(pty, "git.acme.example<Tab>data<Tab><Tab><Enter>");
}

TEST(a_server_is_asked_before_one_goes_on)
{
	const char *store;
	struct pty *pty;
	char path[1200], *text;
	struct stat info;

	put_file(in_room("w.json"), workspace, sizeof(workspace) - 1);
	store = import_store("ghes", in_room("w.json"));
	stand_says("verify", "{\"plan\":[\"connect\",\"auth\"]}\n{\"step\":\"connect\","
		   "\"status\":\"fail\",\"reason\":\"tls-untrusted\",\"detail\":"
		   "\"self-signed\",\"ms\":1}\n" STAND_DONE);
	pty = stand_open(&small, store);
	server_page(pty);
	assert_true(pty_await(pty, "The certificate is not trusted: self-signed"));
	shows(pty, "step 1 of 4");
	assert_true(says_in_all(pty, "Next again goes on all the same."));
	stand_says("verify", "{\"plan\":[\"connect\",\"auth\"]}\n{\"server\":\"GitHub "
		   "Enterprise Server 3.14.2\"}\n" STAND_OK("connect"));
	stand_hangs(true);			/* what comes after is not waited for */
	keys(pty, "<S-Tab>/etc/ca.pem<Tab><Enter>");	/* other fields: asked anew */
	assert_true(pty_await(pty, "step 2 of 4"));
	stand_hangs(false);
	shows(pty, "The server answers: GitHub Enterprise Server 3.14.2.");
	text = stand_letter("verify");
	assert_non_null(strstr(text, "\"ca_file\":\"/etc/ca.pem\""));
	assert_non_null(strstr(text, "\"secrets\":{}"));
	free(text);
	shows(pty, "not saved yet");
	keys(pty, "<Tab><Tab><Tab><Tab><Enter>");	/* Create GitHub App */
	shows(pty, "github-app-data.html");
	snprintf(path, sizeof(path), "%s/github-app-data.html", pty_home(pty));
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	text = read_file(path, NULL);
	assert_non_null(strstr(text, "https://git.acme.example/organizations/data/settings/"
			       "apps/new?state="));
	free(text);
	keys(pty, "<Enter>");			/* again: another name */
	shows(pty, "github-app-data-2.html");
	leave(pty);
}

/* A workspace of its own, not a demo's: what is saved there is checked. */
static const char *real_store(const char *name, const char *provider)
{
	static char store[512];

	put_file(in_room("w.json"), workspace, sizeof(workspace) - 1);
	snprintf(store, sizeof(store), "%s", import_store(name, in_room("w.json")));
	put_file(in_room("words"), STAND_WORDS, strlen(STAND_WORDS));
	put_file(in_room("token"), STAND_TOKEN, strlen(STAND_TOKEN));
	setenv("WORDS", in_room("words"), 1);
	setenv("TOKEN", in_room("token"), 1);
	/* The login that a session goes by: the kernel's, before the user's own. */
	stand_shell("user edit u@t.example --unix-login $(uid=$(cat /proc/self/loginuid); "
		    "[ ${uid:-4294967295} = 4294967295 ] && uid=$(id -u); "
		    "id -un $uid || echo $uid)",
		    store);
	stand_shell("vault init --memory 64 --format json --new-passphrase-fd 3 3<$WORDS",
		    store);
	stand_shell(provider, store);
	return store;
}

TEST(what_is_saved_is_checked)
{
	const char *store = real_store("saved", "provider connect github --draft --field "
		"account=acme --auth token --value-fd token=4 --passphrase-fd 3 3<$WORDS "
		"4<$TOKEN");
	struct pty *pty;

	stand_says("verify", GOOD);
	pty = stand_open(&small, store);
	keys(pty, "3/acme<Enter>e<Right><F8>");	/* the vault is locked: saved, no more */
	shows(pty, "Changed GitHub acme");
	shows(pty, "unverified");
	keys(pty, ": vault unlock<Enter>");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "UNLOCKED"));
	keys(pty, "e<Left><F8>");
	assert_true(pty_await(pty, "acme: ok; as octocat"));
	shows(pty, "Provider check");
	keys(pty, "<Esc>");
	keys(pty, "e<Right><F8>");		/* nothing that it tried is another now */
	shows(pty, "connected");
	shows_not(pty, "Provider check");
	leave(pty);
}

TEST(a_provider_with_a_code_is_signed_in_to_when_saved)
{
	const char *store = real_store("code", "provider connect github --draft --field "
		"account=acme --auth device --field client_id=Iv1.8a61f9b3");
	struct pty *pty;

	stand_says("sign_in", ASKED);
	stand_hangs(true);
	pty = stand_open(&small, store);
	keys(pty, "3/acme<Enter>e<Right><F8>");
	shows(pty, "Your passphrase");
	keys(pty, STAND_WORDS "<Enter>");
	assert_true(pty_await(pty, "WDJB-MJHT"));
	shows(pty, "Sign in: acme");
	keys(pty, "<Esc>");
	leave(pty);
	stand_hangs(false);
}

RUN(CASE(what_is_saved_is_checked), CASE(a_provider_with_a_code_is_signed_in_to_when_saved),
    CASE(the_code_stands_large_where_there_is_room),
    CASE(who_signed_in_is_checked_and_one_too_late_starts_again),
    CASE(what_to_do_is_copied_whole_and_reached_at_any_size),
    CASE(what_failed_is_listed_and_leads_there),
    CASE(a_server_is_asked_before_one_goes_on))
