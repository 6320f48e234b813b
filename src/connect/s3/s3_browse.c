/* s3_browse.c: what is in a bucket, folder by folder and page by page (s3_call.h). */
#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "connect/report.h"
#include "connect/s3/s3_call.h"

enum { ROWS_MOST = 10000, PAGES_MOST = 100 };

static void say_row(const struct s3_entry *entry)
{
	report_row("key", entry->key, "size", entry->folder ? NULL : entry->size, "modified",
		   entry->folder ? NULL : entry->modified, "folder",
		   entry->folder ? REPORT_TRUE : REPORT_FALSE, REPORT_END);
}

/* The rows of a page; false: there are too many. */
static bool say_page(const struct s3_page *page, const char *prefix, size_t *n)
{
	size_t i, length = strlen(prefix);
	bool folder = length && prefix[length - 1] == '/';

	for (i = 0; i < page->n; i++) {
		if (folder && strcmp(page->entries[i].key, prefix) == 0)
			continue;	/* the folder itself, as an object */
		if (*n == ROWS_MOST)
			return false;
		say_row(&page->entries[i]);
		++*n;
	}
	return true;
}

static void say_list(size_t n, bool all)
{
	struct net_fault cut = { .reason = NULL };

	snprintf(cut.detail, sizeof(cut.detail), all ? "%zu" : "only the first %zu: there are "
		 "more, name a folder", n);
	if (all)
		report_ok(cut.detail);
	else
		report_fault("warn", &cut);
}

/* Whose step it is that failed: who asks, or what is asked. */
static const char *step_of(const char *reason)
{
	return strncmp(reason, "auth-", 5) == 0 || strcmp(reason, "clock-skew") == 0 ||
		strcmp(reason, "suspended") == 0 ? "auth" : "list";
}

/* The steps before the list's, by the first answer: whether one came (the connection is
 * good then), and what was wrong with it; NULL: nothing. */
static void say_begun(const struct s3 *s3, bool came, const char *reason)
{
	if (!came)
		return;
	report_ok(http_peer(s3->http));
	report_begin("auth");
	if (reason && strcmp(step_of(reason), "auth") == 0)
		return;
	report_ok("");
	report_begin("list");
}

/* A page; false: *fault. */
static bool ask_page(struct s3 *s3, const char *prefix, const char *token,
		     struct s3_page *page, bool first, struct net_fault *fault)
{
	const struct aws_pair pairs[] = {
		{ "list-type", "2" }, { "encoding-type", "url" }, { "delimiter", "/" },
		{ "prefix", prefix }, { "continuation-token", token } };
	const struct s3_ask ask = { .action = "s3:ListBucket", .method = "GET",
		.pairs = pairs, .n_pairs = COUNT_OF(pairs) - !*token };
	struct http_answer answer;
	const char *why = "";
	bool good;

	memset(page, 0, sizeof(*page));
	good = s3_ask(s3, &ask, &answer, fault);
	if (good && !s3_is_good(&answer)) {
		s3_fault(s3, &ask, &answer, fault);
		good = false;
	} else if (good) {
		good = s3_xml_list(buf_text(&answer.body), answer.body.len, page, &why) ||
			s3_not_a_list(&answer, why, fault);
	}
	if (first)
		say_begun(s3, answer.status != 0, good ? NULL : fault->reason);
	http_answer_release(&answer);
	return good;
}

bool s3_browse(struct s3 *s3, const char *prefix, struct net_fault *fault)
{
	char token[S3_TOKEN] = "", before[S3_TOKEN] = "";
	bool good = true, more = true, room = true;
	struct s3_page page;
	size_t n = 0, pages;

	for (pages = 0; good && more && room && pages < PAGES_MOST; pages++) {
		good = ask_page(s3, prefix, token, &page, pages == 0, fault);
		room = !good || say_page(&page, prefix, &n);
		more = page.truncated;
		snprintf(before, sizeof(before), "%s", token);
		snprintf(token, sizeof(token), "%s", page.token);
		s3_page_release(&page);
		if (good && more && (!*token || strcmp(token, before) == 0)) {
			*fault = (struct net_fault){ .reason = "protocol" };
			snprintf(fault->detail, sizeof(fault->detail), "it has more pages, "
				 "and does not say where the next one begins");
			good = false;
		}
	}
	if (good)
		say_list(n, room && !more);
	return good;
}
