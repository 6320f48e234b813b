/* smart_http.c: see smart_http.h. */
#include "connect/smart_http.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "connect/pkt.h"

enum {
	REFS_MOST = 16 << 20, SENT_MOST = 1 << 20, TARGET_MOST = 4096, ASK_MOST = 4096,
	SKEW_MOST = 60 /* s */
};

/* ---- where ------------------------------------------------------------------------- */

/* "/acme/ml-utils.git/info/refs": no part of it is empty, nor ".", "..". */
static bool target(struct buf *out, const struct smart_http *at, const char *rest,
		   struct net_fault *fault)
{
	const char *part = at->repository, *end;
	size_t n = strlen(part);
	bool good = n > 0;

	buf_init(out, TARGET_MOST);
	for (; good; part = end + 1) {
		end = strchr(part, '/');
		n = end ? (size_t)(end - part) : strlen(part);
		good = n && !pkt_is(part, n, ".") && !pkt_is(part, n, "..");
		buf_addc(out, '/');
		http_escape(out, part, n, true);
		if (!end)
			break;
	}
	if (n < 4 || strcmp(part + n - 4, ".git") != 0)
		buf_adds(out, ".git");
	buf_adds(out, rest);
	if (good && !out->overflow)
		return true;
	*fault = (struct net_fault){ .reason = "config" };
	snprintf(fault->detail, sizeof(fault->detail), "%.160s is no repository",
		 at->repository);
	return false;
}

/* ---- what is no answer of Git's ----------------------------------------------------- */

/* A line of text that says why; HTML and such is not for people. */
static void say_why(const struct http_answer *answer, const char *otherwise,
		    struct net_fault *fault)
{
	const char *type = http_header(answer, "content-type");
	const char *body = buf_text(&answer->body);

	if (type && strncmp(type, "text/plain", 10) == 0 && *body)
		snprintf(fault->detail, sizeof(fault->detail), "%.*s",
			 (int)strcspn(body, "\r\n"), body);
	else
		snprintf(fault->detail, sizeof(fault->detail), "%s", otherwise);
}

static const char *of_refusal(const struct http_answer *answer)
{
	switch (answer->status) {
	case 401:
		return answer->dated && llabs(answer->skew) > SKEW_MOST ?
			"clock-skew" : "auth-bad";
	case 403:
		return "forbidden";
	case 404:
		return "not-found";
	case 410:
		/* Bitbucket's, for app passwords: CHANGE-3222 */
		return strcasestr(buf_text(&answer->body), "app password") ?
			"auth-removed-type" : "not-found";
	case 429:
		return "rate-limited";
	default:
		return answer->status >= 500 ? "server-error" : "not-this-api";
	}
}

static bool refuse(const struct http_answer *answer, struct net_fault *fault)
{
	const char *to = http_header(answer, "location");

	*fault = (struct net_fault){ .http = answer->status };
	if (answer->status >= 300 && answer->status < 400) {
		fault->reason = "redirected";
		snprintf(fault->detail, sizeof(fault->detail), "to %.200s",
			 to ? to : "no address");
		return false;
	}
	fault->reason = of_refusal(answer);
	say_why(answer, answer->status == 404 ?
		"no such repository, or no right to see it" :
		answer->status == 403 ? "the repository may not be read" :
		answer->status == 401 ? "Git lets nobody in with this credential" : "",
		fault);
	return false;
}

static bool is_gits(const struct http_answer *answer, const char *type,
		    struct net_fault *fault)
{
	const char *said = http_header(answer, "content-type");

	if (answer->status != 200)
		return refuse(answer, fault);
	if (said && strcspn(said, "; ") == strlen(type) &&
	    strncasecmp(said, type, strlen(type)) == 0)
		return true;
	*fault = (struct net_fault){ .reason = "not-this-api", .http = 200 };
	snprintf(fault->detail, sizeof(fault->detail), "no Git server: the answer is %.100s",
		 said ? said : "of no type");
	return false;
}

/* ---- the two requests --------------------------------------------------------------- */

static bool greet(const struct smart_http *at, struct git_hello *hello,
		  struct git_refs *refs, struct arena *arena, struct net_fault *fault)
{
	static const char *const headers[] = {
		"Git-Protocol: version=2", "Pragma: no-cache", NULL };
	struct http_ask ask = { .headers = headers, .authorization = at->authorization,
				.most = REFS_MOST };
	struct http_answer answer = { .status = 0 };
	struct buf path;
	bool good;

	good = target(&path, at, "/info/refs?service=git-upload-pack", fault);
	ask.target = buf_text(&path);
	good = good && http_ask(at->http, &ask, &answer, fault) &&
		is_gits(&answer, "application/x-git-upload-pack-advertisement", fault) &&
		git_hello_read(buf_text(&answer.body), answer.body.len, hello, refs, arena,
			       fault);
	http_answer_release(&answer);
	buf_release(&path);
	return good;
}

/* The answer is the caller's, also where there is none. */
static bool post(const struct smart_http *at, const struct git_hello *hello,
		 const struct buf *body, struct http_ask *ask, struct http_answer *answer,
		 struct net_fault *fault)
{
	static const char *const headers[] = {
		"Accept: application/x-git-upload-pack-result", "Git-Protocol: version=2",
		NULL };
	static const char *const older[] = {
		"Accept: application/x-git-upload-pack-result", NULL };
	struct buf path;
	bool good;

	good = target(&path, at, "/git-upload-pack", fault) && !body->overflow;
	if (!good && !fault->reason)
		fault->reason = "config";
	ask->target = buf_text(&path);
	ask->headers = hello->version == 2 ? headers : older;
	ask->authorization = at->authorization;
	ask->body = buf_text(body);
	ask->n_body = body->len;
	ask->body_type = "application/x-git-upload-pack-request";
	good = good && http_ask(at->http, ask, answer, fault) &&
		is_gits(answer, "application/x-git-upload-pack-result", fault);
	buf_release(&path);
	return good;
}

static void add_command(struct buf *body, const struct git_hello *hello, const char *name)
{
	pkt_add(body, "command=%s", name);
	if (hello->digits == 64)
		pkt_add(body, "object-format=sha256");
	pkt_add_delim(body);
}

static bool list(const struct smart_http *at, const struct git_hello *hello,
		 const char *kind, const char *prefix, struct git_refs *refs,
		 struct arena *arena, struct net_fault *fault)
{
	struct http_ask ask = { .most = REFS_MOST };
	struct http_answer answer = { .status = 0 };
	struct buf body;
	bool good;

	buf_init(&body, ASK_MOST);
	add_command(&body, hello, "ls-refs");
	pkt_add(&body, "symrefs");
	pkt_add(&body, "peel");
	if (hello->unborn)
		pkt_add(&body, "unborn");
	pkt_add(&body, "ref-prefix HEAD");
	if (strcmp(kind, "tag") != 0)
		pkt_add(&body, "ref-prefix refs/heads/%s", prefix);
	if (strcmp(kind, "branch") != 0)
		pkt_add(&body, "ref-prefix refs/tags/%s", prefix);
	pkt_add_flush(&body);
	good = post(at, hello, &body, &ask, &answer, fault) &&
		git_refs_read(buf_text(&answer.body), answer.body.len, hello, refs, arena,
			      fault);
	http_answer_release(&answer);
	buf_release(&body);
	return good;
}

/* ---- refs ---------------------------------------------------------------------------- */

static bool refs_of(const struct smart_http *at, const char *kind, const char *prefix,
		    struct git_hello *hello, struct git_refs *refs, struct arena *arena,
		    struct net_fault *fault)
{
	size_t i, n = 0;

	*fault = (struct net_fault){ .reason = NULL };
	/* A line of the question is a line. */
	if (strpbrk(prefix, "\r\n \t")) {
		fault->reason = "ref-not-found";
		return false;
	}
	if (!greet(at, hello, refs, arena, fault) ||
	    (hello->version == 2 && !list(at, hello, kind, prefix, refs, arena, fault)))
		return false;
	/* Of old all come, and a prefix is a wish at most. */
	for (i = 0; i < refs->n; i++)
		if ((!*kind || strcmp(refs->all[i].kind, kind) == 0) &&
		    strncmp(refs->all[i].name, prefix, strlen(prefix)) == 0)
			refs->all[n++] = refs->all[i];
	refs->n = n;
	return true;
}

bool smart_http_refs(const struct smart_http *at, const char *kind, const char *prefix,
		     struct git_refs *refs, struct arena *arena, struct net_fault *fault)
{
	struct git_hello hello;

	return refs_of(at, kind, prefix, &hello, refs, arena, fault);
}

/* ---- the proof ------------------------------------------------------------------------ */

struct watch {
	const struct git_hello *hello;
	enum git_sent sent;
	struct net_fault fault;
};

static bool enough(void *ctx, const struct buf *body)
{
	struct watch *watch = ctx;

	watch->sent = git_sent_read(buf_text(body), body->len, watch->hello, &watch->fault);
	return watch->sent != GIT_MORE;
}

static void add_fetch(struct buf *body, const struct git_hello *hello, const char *commit)
{
	bool old = hello->version != 2;

	if (old) {
		pkt_add(body, "want %s%s", commit,
			hello->digits == 64 ? " object-format=sha256" : "");
	} else {
		add_command(body, hello, "fetch");
		pkt_add(body, "no-progress");
		pkt_add(body, "want %s", commit);
	}
	if (hello->shallow)
		pkt_add(body, "deepen 1");
	if (old)
		pkt_add_flush(body);
	pkt_add(body, "done");
	if (!old)
		pkt_add_flush(body);
}

/* As much as shows that it comes; the rest of the pack is not asked for. */
static bool fetches(const struct smart_http *at, const struct git_hello *hello,
		    const char *commit, struct net_fault *fault)
{
	struct watch watch = { .hello = hello, .sent = GIT_MORE };
	struct http_ask ask = { .most = SENT_MOST, .enough = enough, .ctx = &watch };
	struct http_answer answer = { .status = 0 };
	struct buf body;
	bool good;

	buf_init(&body, ASK_MOST);
	add_fetch(&body, hello, commit);
	good = post(at, hello, &body, &ask, &answer, fault);
	http_answer_release(&answer);
	buf_release(&body);
	if (!good || watch.sent == GIT_SENT)
		return good;
	*fault = watch.fault;
	if (watch.sent == GIT_MORE) {
		fault->reason = "protocol";
		snprintf(fault->detail, sizeof(fault->detail), "the Git server's answer ends "
			 "before the commit comes");
	}
	return false;
}

static bool find(const struct git_refs *refs, const char *kind, const char *name,
		 char commit[GIT_ID], struct net_fault *fault)
{
	size_t i;

	for (i = 0; i < refs->n; i++)
		if (strcmp(refs->all[i].kind, kind) == 0 &&
		    strcmp(refs->all[i].name, name) == 0) {
			snprintf(commit, GIT_ID, "%s", refs->all[i].commit);
			return true;
		}
	*fault = (struct net_fault){ .reason = "ref-not-found" };
	snprintf(fault->detail, sizeof(fault->detail), "over Git there is no %s %.180s", kind,
		 name);
	return false;
}

bool smart_http_proves(const struct smart_http *at, const char *kind, const char *name,
		       char commit[GIT_ID], struct net_fault *fault)
{
	bool id = strcmp(kind, "commit") == 0, good;
	struct git_hello hello;
	struct git_refs refs;
	struct arena arena = { 0 };

	*fault = (struct net_fault){ .reason = NULL };
	if (id && !git_is_id(name)) {
		fault->reason = "ref-not-found";
		snprintf(fault->detail, sizeof(fault->detail), "%.100s is no whole id of a "
			 "commit", name);
		return false;
	}
	if (id) {
		good = greet(at, &hello, &refs, &arena, fault);
		snprintf(commit, GIT_ID, "%s", name);
	} else {
		good = refs_of(at, kind, name, &hello, &refs, &arena, fault) &&
			find(&refs, kind, name, commit, fault);
	}
	good = good && fetches(at, &hello, commit, fault);
	arena_release(&arena);
	return good;
}
