/* git_say_test.c: what Git servers say, as it was recorded (git 2.39.5), and what no
 * server should: nothing is believed that is not said right. */
#include "tests/expect.h"
#include "tests/courier/packed.h"

#include "connect/git_say.h"
#include "connect/pkt.h"

#define C1 "53ba8bb0308724ad14419f9baf8da4ebda06826f"
#define C2 "fa1374b55daec70fc3ba443213bebff197d1b979"
#define T2 "755e4401dfc136417e21ada18897102f8c934dda"
#define BYTES(text) (text), sizeof(text) - 1

static const char hello_2[] =
	"000eversion 2\n0015agent=git/2.39.5\n0013ls-refs=unborn\n"
	"0020fetch=shallow wait-for-done\n0012server-option\n0017object-format=sha1\n"
	"0010object-info\n0000";
static const char hello_0[] =
	"001e# service=git-upload-pack\n0000"
	"010b" C1 " HEAD\0multi_ack thin-pack side-band side-band-64k ofs-delta shallow "
	"deepen-since deepen-not deepen-relative no-progress include-tag multi_ack_detailed "
	"no-done symref=HEAD:refs/heads/main object-format=sha1 agent=git/2.39.5\n"
	"0042" C1 " refs/heads/feature/x\n003d" C1 " refs/heads/main\n"
	"003a" C2 " refs/tags/v1\n003a" T2 " refs/tags/v2\n003d" C1 " refs/tags/v2^{}\n0000";
static const char refs_2[] =
	"0050" C1 " HEAD symref-target:refs/heads/main\n0042" C1 " refs/heads/feature/x\n"
	"003d" C1 " refs/heads/main\n003a" C2 " refs/tags/v1\n"
	"006a" T2 " refs/tags/v2 peeled:" C1 "\n0000";

static struct arena arena;
static struct net_fault fault;
static struct git_refs refs;

static bool hello(const char *text, size_t n, struct git_hello *hello)
{
	struct packed said = packed(text, n);

	fault = (struct net_fault){ .reason = NULL };
	return git_hello_read(said.bytes, said.n, hello, &refs, &arena, &fault);
}

static bool read_refs(const char *text, size_t n, const struct git_hello *hello)
{
	struct packed said = packed(text, n);

	fault = (struct net_fault){ .reason = NULL };
	return git_refs_read(said.bytes, said.n, hello, &refs, &arena, &fault);
}

static void are_those_recorded(void)
{
	static const struct git_ref want[] = {
		{ "branch", "feature/x", C1 }, { "branch", "main", C1 },
		{ "tag", "v1", C2 }, { "tag", "v2", C1 } };
	size_t i;

	assert_int_equal(refs.n, COUNT_OF(want));
	assert_string_equal(refs.head, "main");
	for (i = 0; i < COUNT_OF(want); i++) {
		assert_string_equal(refs.all[i].kind, want[i].kind);
		assert_string_equal(refs.all[i].name, want[i].name);
		assert_string_equal(refs.all[i].commit, want[i].commit);
	}
}

TEST(what_was_recorded_is_read)
{
	struct git_hello two, zero;

	assert_true(hello(BYTES(hello_2), &two));
	assert_int_equal(two.version, 2);
	assert_int_equal(two.digits, 40);
	assert_true(two.shallow && two.unborn);
	assert_true(git_refs_read(BYTES(refs_2), &two, &refs, &arena, &fault));
	are_those_recorded();
	assert_true(hello(BYTES(hello_0), &zero));
	assert_int_equal(zero.version, 0);
	assert_true(zero.shallow);
	are_those_recorded();
	arena_release(&arena);
}

TEST(servers_that_say_the_same_otherwise)
{
	static const struct { const char *bytes; size_t n; int version; size_t refs; } all[] = {
		/* version 2 behind the service's line, as github.com has it */
		{ BYTES("[# service=git-upload-pack\n]0000[version 2\n[ls-refs\n"
			"[fetch\n]0000"), 2, 0 },
		/* version 1; without LF; a repository without a commit */
		{ BYTES("[# service=git-upload-pack\n]0000[version 1\n[" C1
			" refs/heads/main\n]0000"), 0, 1 },
		{ BYTES("[# service=git-upload-pack]0000[" C1 " refs/heads/main]0000"),
		  0, 1 },
		{ BYTES("[# service=git-upload-pack\n]0000["
			"0000000000000000000000000000000000000000 capabilities^{}\0shallow]0000"),
		  0, 0 },
		{ BYTES("[# service=git-upload-pack\n]0000[" C1 " refs/heads/main\n"
			"[shallow " C1 "\n]0000"), 0, 1 },
		/* what is no branch and no tag, and names that are no UTF-8 */
		{ BYTES("[# service=git-upload-pack\n]0000[" C1 " refs/pull/1/he\n"
			"[" C1 " refs/heads/\xff\xfe\xfd\xfc\n]0000"), 0, 0 },
	};
	struct git_hello one;
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		if (!hello(all[i].bytes, all[i].n, &one))
			fail_msg("%zu: %s", i, fault.detail);
		assert_int_equal(one.version, all[i].version);
		assert_int_equal(refs.n, all[i].refs);
	}
	arena_release(&arena);
}

TEST(a_branch_that_is_not_born_is_the_usual_one)
{
	struct git_hello two = { .version = 2, .digits = 40 };

	assert_true(read_refs(BYTES("[unborn HEAD symref-target:refs/heads/trunk\n]0000"),
				  &two));
	assert_int_equal(refs.n, 0);
	assert_string_equal(refs.head, "trunk");
	arena_release(&arena);
}

#define LONG C1 "012345678901234567890123"

TEST(ids_of_sha256)
{
	struct git_hello two;

	assert_true(hello(BYTES("[version 2\n[ls-refs\n[fetch=shallow\n"
				"[object-format=sha256\n]0000"), &two));
	assert_int_equal(two.digits, 64);
	assert_true(read_refs(BYTES("[" LONG " refs/heads/main\n]0000"), &two));
	assert_string_equal(refs.all[0].commit, LONG);
	/* One kind of ids at a time. */
	assert_false(read_refs(BYTES("[" C1 " refs/heads/main\n]0000"), &two));
	arena_release(&arena);
}

static const struct { const char *bytes; size_t n; const char *reason; } bad_hellos[] = {
	{ BYTES(""), "protocol" },
	{ BYTES("<html>"), "protocol" },
	{ BYTES("0000"), "protocol" },
	{ BYTES("00"), "protocol" },
	{ BYTES("fff5version 2\n"), "protocol" },	/* longer than a line may be */
	{ BYTES("fff0version 2\n"), "protocol" },	/* ... and than what came */
	{ BYTES("0002"), "protocol" },
	{ BYTES("0003"), "protocol" },
	{ BYTES("-001version 2"), "protocol" },
	{ BYTES("0x0eversion 2\n"), "protocol" },
	{ BYTES("[version 3\n]0000"), "protocol" },
	{ BYTES("[version 2\n[ls-refs\n[fetch\n"), "protocol" },	/* no flush */
	{ BYTES("[version 2\n[ls-refs\n[fetch\n]0000x"), "protocol" },
	{ BYTES("[version 2\n[ls-refs\n[fetch\n]0001"), "protocol" },
	{ BYTES("[version 2\n[ls-refs\n]0000"), "protocol" },	/* no fetch */
	{ BYTES("[version 2\n[ls-refs\n[agent=\0\0\n[fetch\n]0000"), "protocol" },
	/* refs without the service's line */
	{ BYTES("[" C1 " refs/heads/main\n]0000"), "protocol" },
	{ BYTES("[# service=git-upload-pack\n[" C1 " refs/heads/main\n]0000"),
	  "protocol" },
	{ BYTES("[# service=git-receive-pack\n]0000[" C1 " refs/heads/main\n]0000"),
	  "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000"), "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000[" C1 " refs/heads/main\n"),
	  "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000[" C1 "-refs/heads/main\n]0000"),
	  "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000[" C1 " refs/heads/ma\033n\n]0000"),
	  "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000[" C1 " refs/heads/ma n\n]0000"),
	  "protocol" },
	/* a NUL elsewhere than in the first line, and a second one in it */
	{ BYTES("[# service=git-upload-pack\n]0000[" C1 " refs/heads/main\n[" C1
		" refs/heads/m\0in\n]0000"), "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000[" C1 " refs/heads/\0a\0b\n]0000"),
	  "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000[short refs/heads/main\n\n]0000"),
	  "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000["
		"53BA8BB0308724AD14419F9BAF8DA4EBDA06826F refs/heads/main\n]0000"), "protocol" },
	{ BYTES("[ERR access denied or no such thing\n]0000"), "not-found" },
	{ BYTES("[# service=git-upload-pack\n]00000020ERR out of patience"), "protocol" },
	{ BYTES("[# service=git-upload-pack\n]0000[ERR out of patience"),
	  "server-error" },
};

TEST(a_greeting_that_is_none_is_not_believed)
{
	struct git_hello one;
	size_t i;

	for (i = 0; i < COUNT_OF(bad_hellos); i++) {
		if (hello(bad_hellos[i].bytes, bad_hellos[i].n, &one))
			fail_msg("%zu is believed", i);
		if (strcmp(fault.reason, bad_hellos[i].reason) != 0)
			fail_msg("%zu: %s (%s)", i, fault.reason, fault.detail);
		assert_true(*fault.detail);
	}
	arena_release(&arena);
}

static const struct { const char *bytes; size_t n; } bad_refs[] = {
	{ BYTES("") }, { BYTES("0001") }, { BYTES("0000" "0000") }, { BYTES("0004" "0000") },
	{ BYTES("[" C1 " refs/heads/main\n") },
	{ BYTES("[" C1 " refs/heads/m\0in\n]0000") },
	{ BYTES("[" C1 " refs/heads/main\n]0002") },
	{ BYTES("[" T2 " refs/tags/v2 peeled:53ba8bb0308724ad14419f9baf8da4ebda06826g\n]"
		"0000") },
	{ BYTES("[" T2 " refs/tags/v2 peeled:\n]0000") },
	{ BYTES("[unborn refs/heads/\x7f" "afgdhaa\n]0000") },
	{ BYTES("[" C1 " \n]0000") }, { BYTES("[" C1 "\n]0000") },
};

TEST(a_list_that_is_none_is_not_believed)
{
	struct git_hello two = { .version = 2, .digits = 40 };
	size_t i;

	for (i = 0; i < COUNT_OF(bad_refs); i++) {
		if (read_refs(bad_refs[i].bytes, bad_refs[i].n, &two))
			fail_msg("%zu is believed", i);
		assert_string_equal(fault.reason, "protocol");
	}
	arena_release(&arena);
}

static const struct {
	const char *bytes; size_t n; int version; enum git_sent sent; const char *reason;
} fetches[] = {
	{ BYTES(""), 2, GIT_MORE, NULL },
	{ BYTES("[shallow-info\n[shallow " C2 "]0001[pack"), 2, GIT_MORE, NULL },
	{ BYTES("[shallow-info\n[shallow " C2 "]0001[packfile\n"), 2, GIT_MORE, NULL },
	{ BYTES("[shallow-info\n[shallow " C2 "]0001[packfile\n[\2Counting\n"
		"]008c\1PACK"), 2, GIT_MORE, NULL },
	{ BYTES("[shallow-info\n[shallow " C2 "]0001[packfile\n[\2Counting\n"
		"[\1PACK\0\0\0\2\0\0\0\2"), 2, GIT_SENT, NULL },
	{ BYTES("[packfile\n[\1PA"), 2, GIT_SENT, NULL },
	{ BYTES("[packfile\n[\3out of mem"), 2, GIT_NOT_SENT, "server-error" },
	{ BYTES("[packfile\n[\1HTML\n"), 2, GIT_NOT_SENT, "protocol" },
	{ BYTES("[packfile\n[\1"), 2, GIT_NOT_SENT, "protocol" },
	{ BYTES("[ERR upload-pack: not our ref 1111111111111111111111111111111111111111"),
	  2, GIT_NOT_SENT, "ref-not-found" },
	{ BYTES("[packfile\n]0002"), 2, GIT_NOT_SENT, "protocol" },
	{ BYTES("PACK"), 2, GIT_NOT_SENT, "protocol" },
	{ BYTES("[shallow " C2 "]0000[NAK\n]PACK\0\0\0\2"), 0, GIT_SENT, NULL },
	{ BYTES("[shallow " C2 "]0000[NAK\n"), 0, GIT_MORE, NULL },
	{ BYTES("[shallow " C2 "]0000[NAK\n]PA"), 0, GIT_MORE, NULL },
	{ BYTES("[shallow " C2 "]0000[NAK\n]PUCK"), 0, GIT_NOT_SENT, "protocol" },
	{ BYTES("PACK"), 0, GIT_NOT_SENT, "protocol" },
	{ BYTES("[ERR upload-pack: not our ref 1111111111111111111111111111111111111111"),
	  0, GIT_NOT_SENT, "ref-not-found" },
};

TEST(whether_a_commit_is_sent)
{
	enum git_sent sent;
	size_t i;

	for (i = 0; i < COUNT_OF(fetches); i++) {
		struct git_hello hello = { .version = fetches[i].version, .digits = 40 };
		struct packed said = packed(fetches[i].bytes, fetches[i].n);

		fault = (struct net_fault){ .reason = NULL };
		sent = git_sent_read(said.bytes, said.n, &hello, &fault);
		if (sent != fetches[i].sent ||
		    (fetches[i].reason ? !fault.reason ||
		     strcmp(fault.reason, fetches[i].reason) != 0 : fault.reason != NULL))
			fail_msg("%zu: %d, %s %s", i, (int)sent,
				 fault.reason ? fault.reason : "", fault.detail);
	}
}

TEST(lines_that_are_written_are_read)
{
	struct buf out;
	struct pkt_in in;
	const char *line;
	size_t n;

	buf_init(&out, 4096);
	pkt_add(&out, "want %s", C1);
	pkt_add_delim(&out);
	pkt_add_flush(&out);
	assert_string_equal(buf_text(&out), "0032want " C1 "\n00010000");
	in = (struct pkt_in){ buf_text(&out), out.len };
	assert_int_equal(pkt_next(&in, &line, &n), PKT_LINE);
	assert_true(pkt_is(line, n, "want " C1));
	assert_int_equal(pkt_next(&in, &line, &n), PKT_DELIM);
	assert_int_equal(pkt_next(&in, &line, &n), PKT_FLUSH);
	assert_int_equal(pkt_next(&in, &line, &n), PKT_END);
	pkt_add(&out, "%2000d", 1);
	assert_true(out.overflow);
	buf_release(&out);
}

RUN(CASE(what_was_recorded_is_read), CASE(servers_that_say_the_same_otherwise),
    CASE(a_branch_that_is_not_born_is_the_usual_one), CASE(ids_of_sha256),
    CASE(a_greeting_that_is_none_is_not_believed),
    CASE(a_list_that_is_none_is_not_believed), CASE(whether_a_commit_is_sent),
    CASE(lines_that_are_written_are_read))
