/* git_say.c: see git_say.h. */
#include "connect/git_say.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "connect/pkt.h"

enum { SHA1 = 40, SHA256 = 64, FIRST_ROOM = 64 };

static const char heads[] = "refs/heads/", tags[] = "refs/tags/", peeled[] = "^{}";

/* ---- faults ---------------------------------------------------------------------- */

static bool broken(struct net_fault *fault, const char *what)
{
	*fault = (struct net_fault){ .reason = "protocol" };
	snprintf(fault->detail, sizeof(fault->detail), "the Git server's answer is broken: %s",
		 what);
	return false;
}

/* "ERR upload-pack: not our ref 4ed7...": what it says instead of an answer. */
static bool refused(struct net_fault *fault, const char *line, size_t n)
{
	static const struct { const char *has, *reason; } words[] = {
		{ "not our ref", "ref-not-found" }, { "unknown ref", "ref-not-found" },
		{ "bad object", "ref-not-found" }, { "access denied", "not-found" },
		{ "not found", "not-found" }, { "not exported", "not-found" } };
	char text[NET_TEXT - 24];
	size_t i, used = n < sizeof(text) ? n : sizeof(text) - 1;

	memcpy(text, line, used);
	text[used] = '\0';
	*fault = (struct net_fault){ .reason = "server-error" };
	for (i = 0; i < COUNT_OF(words); i++)
		if (strstr(text, words[i].has)) {
			fault->reason = words[i].reason;
			break;
		}
	snprintf(fault->detail, sizeof(fault->detail), "the Git server says: %s", text);
	return false;
}

/* A line of an answer, after what may stand nowhere. */
static enum pkt line_of(struct pkt_in *in, const char **line, size_t *n,
			struct net_fault *fault)
{
	enum pkt pkt = pkt_next(in, line, n);

	if (pkt == PKT_LINE && pkt_begins(*line, *n, "ERR ")) {
		(void)refused(fault, *line + 4, *n - 4);
		return PKT_BAD;
	}
	if (pkt == PKT_BAD)
		(void)broken(fault, "no length stands where one should");
	else if (pkt == PKT_MORE)
		(void)broken(fault, "it ends within a line");
	return pkt == PKT_MORE ? PKT_BAD : pkt;
}

/* ---- refs ------------------------------------------------------------------------- */

static bool is_hex(const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!text[i] || !strchr("0123456789abcdef", text[i]))
			return false;
	return n == SHA1 || n == SHA256;
}

bool git_is_id(const char *text)
{
	return is_hex(text, strlen(text));
}

bool git_may_be_named(const char *name)
{
	const char *at;

	for (at = name; *at; at++)
		if ((unsigned char)*at <= ' ' || *at == 0x7f || strchr("~^:?*[\\", *at) ||
		    (at[0] == '.' && (at == name || at[-1] == '/' || at[1] == '.')) ||
		    (at[0] == '/' && (at == name || at[1] == '/' || !at[1])))
			return false;
	return *name != '\0';
}

/* No control, no blank, no NUL, as git-check-ref-format has it. */
static bool is_name(const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((unsigned char)text[i] <= ' ' || text[i] == 0x7f)
			return false;
	return n > 0;
}

static void add(struct git_refs *refs, const char *kind, const char *name, size_t n,
		const char *id, size_t digits, struct arena *arena)
{
	struct git_ref *wider;

	if (!n || text_valid(name, n) != n)
		return;
	if (refs->n == refs->room) {
		refs->room = refs->room ? refs->room * 2 : FIRST_ROOM;
		wider = arena_array(arena, refs->room, sizeof(*wider));
		if (refs->n)
			memcpy(wider, refs->all, refs->n * sizeof(*wider));
		refs->all = wider;
	}
	refs->all[refs->n++] = (struct git_ref){
		.kind = kind, .name = arena_strndup(arena, name, n),
		.commit = arena_strndup(arena, id, digits) };
}

static void add_ref(struct git_refs *refs, const char *name, size_t n, const char *id,
		    size_t digits, struct arena *arena)
{
	if (pkt_begins(name, n, heads))
		add(refs, "branch", name + strlen(heads), n - strlen(heads), id, digits,
		    arena);
	else if (pkt_begins(name, n, tags))
		add(refs, "tag", name + strlen(tags), n - strlen(tags), id, digits, arena);
}

static void set_head(struct git_refs *refs, const char *name, size_t n, struct arena *arena)
{
	if (pkt_begins(name, n, heads) && is_name(name, n) && text_valid(name, n) == n)
		refs->head = arena_strndup(arena, name + strlen(heads), n - strlen(heads));
}

/* ---- version 0 -------------------------------------------------------------------- */

static void read_abilities(const char *text, size_t n, struct git_hello *hello,
			   struct git_refs *refs, struct arena *arena)
{
	static const char symref[] = "symref=HEAD:";
	const char *end = text + n, *stop;

	for (; text < end; text = stop + 1) {
		stop = memchr(text, ' ', (size_t)(end - text));
		stop = stop ? stop : end;
		n = (size_t)(stop - text);
		if (pkt_is(text, n, "shallow"))
			hello->shallow = true;
		else if (pkt_is(text, n, "object-format=sha256"))
			hello->digits = SHA256;
		else if (pkt_begins(text, n, symref))
			set_head(refs, text + strlen(symref), n - strlen(symref), arena);
	}
}

/* "refs/tags/v1^{}" is what the tag before points to. */
static bool peel(struct git_refs *refs, const char *name, size_t n, const char *id,
		 size_t digits, struct arena *arena)
{
	struct git_ref *last = refs->n ? &refs->all[refs->n - 1] : NULL;

	n -= strlen(peeled);
	if (pkt_begins(name, n, tags) && last && strcmp(last->kind, "tag") == 0 &&
	    pkt_is(name + strlen(tags), n - strlen(tags), last->name))
		last->commit = arena_strndup(arena, id, digits);
	return true;
}

static bool old_line(const char *line, size_t n, bool first, struct git_hello *hello,
		     struct git_refs *refs, struct arena *arena)
{
	const char *more = memchr(line, '\0', n), *name;
	size_t all = n;

	if (more && !first)
		return false;
	if (pkt_begins(line, n, "shallow "))
		return !first && is_hex(line + 8, n - 8);
	if (more) {
		n = (size_t)(more - line);
		if (memchr(more + 1, '\0', all - n - 1))
			return false;
		read_abilities(more + 1, all - n - 1, hello, refs, arena);
	}
	if (n < hello->digits + 2 || !is_hex(line, hello->digits) ||
	    line[hello->digits] != ' ')
		return false;
	name = line + hello->digits + 1;
	n -= hello->digits + 1;
	if (!is_name(name, n))
		return false;
	if (n > strlen(peeled) &&
	    pkt_is(name + n - strlen(peeled), strlen(peeled), peeled))
		return peel(refs, name, n, line, hello->digits, arena);
	add_ref(refs, name, n, line, hello->digits, arena);
	return true;
}

static bool old_refs(struct pkt_in *in, const char *line, size_t n, struct git_hello *hello,
		     struct git_refs *refs, struct arena *arena, struct net_fault *fault)
{
	bool first = true;
	enum pkt pkt = PKT_LINE;

	if (pkt_is(line, n, "version 1"))
		pkt = line_of(in, &line, &n, fault);
	for (; pkt == PKT_LINE; pkt = line_of(in, &line, &n, fault), first = false)
		if (!old_line(line, n, first, hello, refs, arena))
			return broken(fault, "a line that is no ref");
	if (pkt == PKT_BAD)
		return false;
	if (pkt != PKT_FLUSH || in->left)
		return broken(fault, "the list of refs does not end where it should");
	return true;
}

/* ---- version 2 --------------------------------------------------------------------- */

/* Is the word in "fetch=shallow wait-for-done"? */
static bool has_word(const char *line, size_t n, const char *word)
{
	const char *at = line, *end = line + n, *stop;

	for (; at < end; at = stop + 1) {
		stop = memchr(at, ' ', (size_t)(end - at));
		stop = stop ? stop : end;
		if (pkt_is(at, (size_t)(stop - at), word))
			return true;
	}
	return false;
}

static bool new_abilities(struct pkt_in *in, struct git_hello *hello,
			  struct net_fault *fault)
{
	bool lists = false, fetches = false;
	const char *line;
	enum pkt pkt;
	size_t n;

	while ((pkt = line_of(in, &line, &n, fault)) == PKT_LINE) {
		if (memchr(line, '\0', n))
			return broken(fault, "a NUL");
		if (pkt_is(line, n, "ls-refs") || pkt_begins(line, n, "ls-refs=")) {
			lists = true;
			hello->unborn = n > 8 && has_word(line + 8, n - 8, "unborn");
		} else if (pkt_is(line, n, "fetch") || pkt_begins(line, n, "fetch=")) {
			fetches = true;
			hello->shallow = n > 6 && has_word(line + 6, n - 6, "shallow");
		} else if (pkt_is(line, n, "object-format=sha256")) {
			hello->digits = SHA256;
		}
	}
	if (pkt == PKT_BAD)
		return false;
	if (pkt != PKT_FLUSH || in->left)
		return broken(fault, "what it can do does not end where it should");
	return lists && fetches ? true :
		broken(fault, "it can neither list refs nor send them");
}

/* One line of ls-refs: "ID refs/tags/v1 peeled:ID", "unborn HEAD symref-target:REF". */
static bool new_line(const char *line, size_t n, const struct git_hello *hello,
		     struct git_refs *refs, struct arena *arena)
{
	static const char target[] = "symref-target:", tag[] = "peeled:";
	bool unborn = pkt_begins(line, n, "unborn ");
	const char *end = line + n, *id = line, *name, *at, *stop;
	size_t size;

	size = unborn ? strlen("unborn") : hello->digits;
	if (memchr(line, '\0', n) || n < size + 2 || line[size] != ' ' ||
	    (!unborn && !is_hex(line, size)))
		return false;
	name = line + size + 1;
	stop = memchr(name, ' ', (size_t)(end - name));
	stop = stop ? stop : end;
	size = (size_t)(stop - name);
	if (!is_name(name, size))
		return false;
	while (stop < end) {
		at = stop + 1;
		stop = memchr(at, ' ', (size_t)(end - at));
		stop = stop ? stop : end;
		n = (size_t)(stop - at);
		if (pkt_begins(at, n, tag)) {
			id = at + strlen(tag);
			if (n - strlen(tag) != hello->digits || !is_hex(id, hello->digits))
				return false;
		} else if (pkt_begins(at, n, target) && pkt_is(name, size, "HEAD")) {
			set_head(refs, at + strlen(target), n - strlen(target), arena);
		}
	}
	if (!unborn)
		add_ref(refs, name, size, id, hello->digits, arena);
	return true;
}

bool git_refs_read(const char *bytes, size_t n, const struct git_hello *hello,
		   struct git_refs *refs, struct arena *arena, struct net_fault *fault)
{
	struct pkt_in in = { bytes, n };
	const char *line;
	enum pkt pkt;

	*refs = (struct git_refs){ .head = "" };
	while ((pkt = line_of(&in, &line, &n, fault)) == PKT_LINE)
		if (!new_line(line, n, hello, refs, arena))
			return broken(fault, "a line that is no ref");
	if (pkt == PKT_BAD)
		return false;
	if (pkt != PKT_FLUSH || in.left)
		return broken(fault, "the list of refs does not end where it should");
	return true;
}

bool git_hello_read(const char *bytes, size_t n, struct git_hello *hello,
		    struct git_refs *refs, struct arena *arena, struct net_fault *fault)
{
	struct pkt_in in = { bytes, n };
	bool named = false;
	const char *line;
	enum pkt pkt;

	*hello = (struct git_hello){ .digits = SHA1 };
	*refs = (struct git_refs){ .head = "" };
	pkt = line_of(&in, &line, &n, fault);
	if (pkt == PKT_LINE && pkt_is(line, n, "# service=git-upload-pack")) {
		named = true;
		if ((pkt = line_of(&in, &line, &n, fault)) == PKT_FLUSH)
			pkt = line_of(&in, &line, &n, fault);
		else if (pkt != PKT_BAD)
			return broken(fault, "no refs follow");
	}
	if (pkt == PKT_BAD)
		return false;
	if (pkt != PKT_LINE)
		return broken(fault, "it says nothing");
	if (pkt_is(line, n, "version 2")) {
		hello->version = 2;
		return new_abilities(&in, hello, fault);
	}
	if (!named)
		return broken(fault, "it does not begin as one");
	return old_refs(&in, line, n, hello, refs, arena, fault);
}

/* ---- fetch -------------------------------------------------------------------------- */

/* Of the pack: one byte says which band it is (gitprotocol-pack, side-band). */
static enum git_sent band(const char *line, size_t n, struct net_fault *fault)
{
	if (n && line[0] == 2)
		return GIT_MORE;
	if (n > 1 && memcmp(line, "\1PACK", n < 5 ? n : 5) == 0)
		return GIT_SENT;	/* or its first bytes */
	if (n && line[0] == 3)
		(void)refused(fault, line + 1, n - 1);
	else
		(void)broken(fault, "no pack where one should be");
	return GIT_NOT_SENT;
}

enum git_sent git_sent_read(const char *bytes, size_t n, const struct git_hello *hello,
			    struct net_fault *fault)
{
	struct pkt_in in = { bytes, n };
	bool packs = false, done = false;
	const char *line;
	enum git_sent sent;

	for (;;) {
		/* Of old the pack comes as it is, behind NAK. */
		if (done && in.left >= 4 && memcmp(in.at, "PACK", 4) == 0)
			return GIT_SENT;
		switch (pkt_next(&in, &line, &n)) {
		case PKT_END:
		case PKT_MORE:
			return GIT_MORE;
		case PKT_BAD:
			if (done && in.left < 4 && memcmp(in.at, "PACK", in.left) == 0)
				return GIT_MORE;
			(void)broken(fault, "no length stands where one should");
			return GIT_NOT_SENT;
		case PKT_FLUSH:
		case PKT_DELIM:
			continue;
		case PKT_LINE:
			break;
		}
		if (pkt_begins(line, n, "ERR ")) {
			(void)refused(fault, line + 4, n - 4);
			return GIT_NOT_SENT;
		}
		if (packs && (sent = band(line, n, fault)) != GIT_MORE)
			return sent;
		done = done || (hello->version != 2 && pkt_is(line, n, "NAK"));
		packs = packs || (hello->version == 2 && pkt_is(line, n, "packfile"));
	}
}
