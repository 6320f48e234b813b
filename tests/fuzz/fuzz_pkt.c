/* fuzz_pkt.c: what a Git server may say: refs with whole ids and names that can be shown,
 * or a reason; and what was once told of a pack stays so, whatever comes after. */
#include "tests/fuzz/fuzz.h"

#include "base/text.h"
#include "connect/git_say.h"
#include "connect/pkt.h"

static void refs_hold(const struct git_refs *refs, size_t digits)
{
	const struct git_ref *ref;
	size_t i;

	HOLDS(refs->head && text_valid(refs->head, strlen(refs->head)) ==
	      strlen(refs->head));
	for (i = 0; i < refs->n; i++) {
		ref = &refs->all[i];
		HOLDS(strcmp(ref->kind, "branch") == 0 || strcmp(ref->kind, "tag") == 0);
		HOLDS(git_is_id(ref->commit) && strlen(ref->commit) == digits);
		HOLDS(*ref->name && !strpbrk(ref->name, " \t\r\n\033\177"));
		HOLDS(text_valid(ref->name, strlen(ref->name)) == strlen(ref->name));
	}
}

static void fault_holds(const struct net_fault *fault)
{
	HOLDS(fault->reason && *fault->detail);
	HOLDS(strlen(fault->detail) < sizeof(fault->detail));
}

static void sent(const char *bytes, size_t n, int version)
{
	struct git_hello hello = { .version = version, .digits = 40 };
	struct net_fault fault = { .reason = NULL };
	enum git_sent whole = git_sent_read(bytes, n, &hello, &fault), part;
	size_t i;

	HOLDS((whole == GIT_NOT_SENT) == (fault.reason != NULL));
	if (fault.reason)
		fault_holds(&fault);
	for (i = 0; i < n && i < 64; i++) {
		part = git_sent_read(bytes, i, &hello, &fault);
		HOLDS(part == GIT_MORE || part == whole);
	}
}

static void lines(const char *bytes, size_t n)
{
	struct pkt_in in = { bytes, n };
	const char *line;
	enum pkt pkt;
	size_t size;

	do {
		pkt = pkt_next(&in, &line, &size);
		HOLDS(in.at + in.left == bytes + n);
		HOLDS(pkt != PKT_LINE || (line >= bytes && line + size <= in.at));
	} while (pkt == PKT_LINE || pkt == PKT_FLUSH || pkt == PKT_DELIM);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const char *bytes = (const char *)data;
	struct net_fault fault = { .reason = NULL };
	struct arena arena = { 0 };
	struct git_hello hello;
	struct git_refs refs;

	lines(bytes, n);
	if (git_hello_read(bytes, n, &hello, &refs, &arena, &fault))
		refs_hold(&refs, hello.digits);
	else
		fault_holds(&fault);
	for (hello = (struct git_hello){ .version = 2, .digits = 40 }; hello.digits <= 64;
	     hello.digits += 24)
		if (git_refs_read(bytes, n, &hello, &refs, &arena, &fault))
			refs_hold(&refs, hello.digits);
		else
			fault_holds(&fault);
	sent(bytes, n, 0);
	sent(bytes, n, 2);
	arena_release(&arena);
	return 0;
}
