/* s3.c: Amazon S3: is the bucket there, in that region, and may the keys do what an
 * integration needs (A43, A44; CONNECTORS 2): list, read, and write only where writeback
 * is on. */
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "base/attr.h"
#include "connect/connector.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "connect/s3/s3_call.h"

enum { PROBE = 64, SERVER = 60 };

static const char probe_body[] = "x";

struct probe {
	struct s3 s3;
	struct http_answer list;	/* of ListBucket, where it was asked already */
	bool listed, list_good;
	struct net_fault list_fault;
	char key[S3_KEY];		/* the first one; "" */
	bool empty;			/* the bucket */
	char ours[PROBE];		/* of an object of our own */
};

/* An IAM role is taken on by Hex itself. */
static bool is_role(void)
{
	static const char *const plan[] = { "config" };
	struct net_fault fault = { .reason = "no-driver" };

	if (strcmp(letter_field("auth"), "iam_role") != 0)
		return false;
	snprintf(fault.detail, sizeof(fault.detail), "Hex takes the role on; this console "
		 "cannot");
	report_plan(plan, COUNT_OF(plan));
	report_begin("config");
	report_fault("skip", &fault);
	return true;
}

static bool open_probe(struct probe *probe, struct net_fault *fault)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char chance[16];
	size_t i, n;

	memset(probe, 0, sizeof(*probe));
	n = (size_t)snprintf(probe->ours, sizeof(probe->ours), ".gatehouse-probe/");
	if (getrandom(chance, sizeof(chance), 0) != sizeof(chance)) {
		fault->reason = "internal";
		return false;
	}
	for (i = 0; i < sizeof(chance); i++) {
		probe->ours[n++] = digits[chance[i] >> 4];
		probe->ours[n++] = digits[chance[i] & 15];
	}
	return s3_open(&probe->s3, fault);
}

static void close_probe(struct probe *probe)
{
	http_answer_release(&probe->list);
	s3_close(&probe->s3);
}

static void say_who(const struct probe *probe, const struct http_answer *answer)
{
	const char *server = http_header(answer, "server");
	char text[SERVER + 1];

	report_identity(probe->s3.keys.id);
	if (!server)
		return;
	snprintf(text, sizeof(text), "%s", server);
	report_server(text);
}

/* ---- the region ------------------------------------------------------------------- */

static bool list_asks(struct probe *probe, const struct s3_ask *ask)
{
	if (!probe->listed)
		probe->list_good = s3_ask(&probe->s3, ask, &probe->list, &probe->list_fault);
	probe->listed = true;
	return probe->list_good;
}

static const struct aws_pair one_key[] = {
	{ "list-type", "2" }, { "encoding-type", "url" }, { "max-keys", "1" } };
static const struct s3_ask list_one = { .action = "s3:ListBucket", .method = "GET",
	.pairs = one_key, .n_pairs = COUNT_OF(one_key) };

/* Is it elsewhere, as the answer says? */
static bool is_elsewhere(const struct probe *probe, const struct http_answer *answer,
			 struct net_fault *fault)
{
	char region[S3_WORD];

	if (!*s3_region_named(answer, region) || strcmp(region, probe->s3.region) == 0)
		return false;
	*fault = (struct net_fault){ .http = answer->status };
	s3_wrong_region(region, fault);
	snprintf(fault->detail, sizeof(fault->detail), "the bucket is in %s, not in %s", region,
		 probe->s3.region);
	return true;
}

/* What a HEAD has no body for: the same as a GET, where something is amiss. */
static bool ask_again(struct probe *probe, struct net_fault *fault)
{
	const struct s3_ask ask = { .method = "GET", .nameless = true };
	struct http_answer answer;
	struct s3_error error;
	bool good = s3_ask(&probe->s3, &ask, &answer, fault);

	if (good && is_elsewhere(probe, &answer, fault)) {
		if (s3_xml_error(buf_text(&answer.body), answer.body.len, &error))
			snprintf(fault->native, sizeof(fault->native), "%.31s", error.code);
		good = false;
	} else if (good && ((answer.status >= 300 && answer.status < 400) ||
			    answer.status >= 500)) {
		s3_fault(&probe->s3, &ask, &answer, fault);
		good = false;
	}
	http_answer_release(&answer);
	return good;
}

static bool is_list(const struct http_answer *answer)
{
	struct s3_page page;
	const char *why;
	bool good = s3_is_good(answer) &&
		s3_xml_list(buf_text(&answer->body), answer->body.len, &page, &why);

	if (s3_is_good(answer))
		s3_page_release(&page);
	return good;
}

/* What the list that was asked for tells of the region; false: *fault. */
static bool region_of_list(struct probe *probe, struct net_fault *fault)
{
	struct net_fault unsaid = { .reason = NULL }, said;
	bool came = list_asks(probe, &list_one);

	if (came && is_list(&probe->list)) {
		snprintf(unsaid.detail, sizeof(unsaid.detail), "%.40s: a signature for it is "
			 "taken", probe->s3.region);
		report_ok(unsaid.detail);
		return true;
	}
	if (came && !s3_is_good(&probe->list) && is_elsewhere(probe, &probe->list, fault)) {
		s3_fault(&probe->s3, &list_one, &probe->list, &said);
		if (strcmp(said.reason, fault->reason) == 0)
			*fault = said;		/* it says more */
		return false;
	}
	snprintf(unsaid.detail, sizeof(unsaid.detail), "the server says it to nobody");
	report_fault("skip", &unsaid);
	return true;
}

/* Amazon says it to everybody; where it is not said, a signature for the region that is
 * taken proves it. */
static bool check_region(struct probe *probe, const struct http_answer *head,
			 struct net_fault *fault)
{
	char region[S3_WORD];

	report_begin("region");
	if (is_elsewhere(probe, head, fault))
		return false;
	if (*s3_region_named(head, region)) {
		report_ok(region);
		return true;
	}
	if (!s3_is_good(head) && head->status != 403 && !ask_again(probe, fault))
		return false;
	return region_of_list(probe, fault);
}

/* ---- what the keys may do ------------------------------------------------------------ */

static bool check_list(struct probe *probe, struct net_fault *fault)
{
	struct s3_page page;
	const char *why;
	bool good;

	report_begin("ListBucket");
	if (!list_asks(probe, &list_one)) {
		*fault = probe->list_fault;
		return false;
	}
	if (!s3_is_good(&probe->list)) {
		s3_fault(&probe->s3, &list_one, &probe->list, fault);
		return false;
	}
	good = s3_xml_list(buf_text(&probe->list.body), probe->list.body.len, &page, &why) ||
		s3_not_a_list(&probe->list, why, fault);
	probe->empty = good && !page.n;
	if (good && page.n)
		snprintf(probe->key, sizeof(probe->key), "%s", page.entries[0].key);
	s3_page_release(&page);
	if (good)
		report_ok(probe->empty ? "the bucket is empty" : "");
	return good;
}

static void unproven(const struct http_answer *answer)
{
	struct net_fault fault = { .http = answer->status };

	snprintf(fault.detail, sizeof(fault.detail), "not proven: there is no object to read");
	report_fault("warn", &fault);
}

/* What a good or a telling answer proves; false: *fault. */
static bool judge_get(struct probe *probe, const struct s3_ask *ask,
		      const struct http_answer *answer, struct net_fault *fault)
{
	struct s3_error error;
	bool said = s3_xml_error(buf_text(&answer->body), answer->body.len, &error);

	if (s3_is_good(answer))
		report_ok("");
	else if (answer->status == 416)
		report_ok("the first object has no bytes");
	else if (said && strcmp(error.code, "InvalidObjectState") == 0)
		report_ok("the first object is in an archive: it must be restored before it "
			  "is read");
	else if (said && strcmp(error.code, "NoSuchKey") == 0 && probe->empty)
		report_ok("the bucket is empty; what is missing is said to be");
	else if (answer->status == 404)
		unproven(answer);
	else {
		s3_fault(&probe->s3, ask, answer, fault);
		return false;
	}
	return true;
}

static bool check_get(struct probe *probe, struct net_fault *fault)
{
	const struct s3_ask ask = { .action = "s3:GetObject", .method = "GET",
		.key = probe->empty ? probe->ours : probe->key,
		.range = "Range: bytes=0-0", .one_byte = true };
	struct http_answer answer;
	bool good;

	report_begin("GetObject");
	good = s3_ask(&probe->s3, &ask, &answer, fault);
	/* One byte of what is packed cannot be unpacked; it came. */
	if (good || s3_is_good(&answer))
		good = judge_get(probe, &ask, &answer, fault);
	http_answer_release(&answer);
	return good;
}

/* ---- writing ----------------------------------------------------------------------- */

static void left_behind(const struct probe *probe, struct net_fault *fault)
{
	char was[NET_TEXT];

	snprintf(was, sizeof(was), "%s", fault->detail);
	snprintf(fault->detail, sizeof(fault->detail), "%.63s is left, 1 byte; %.150s",
		 probe->ours, was);
}

static void check_delete(struct probe *probe)
{
	const struct s3_ask ask = { .action = "s3:DeleteObject", .method = "DELETE",
				    .key = probe->ours };
	struct net_fault fault = { .reason = NULL };
	struct http_answer answer;
	bool good;
	size_t n;

	report_begin("DeleteObject");
	good = s3_ask(&probe->s3, &ask, &answer, &fault);
	if (good && (s3_is_good(&answer) || answer.status == 404)) {
		report_ok("");
	} else {
		if (good)
			s3_fault(&probe->s3, &ask, &answer, &fault);
		left_behind(probe, &fault);
		n = strlen(fault.fix);
		snprintf(fault.fix + n, sizeof(fault.fix) - n, "%sExporting does without it: "
			 "delete the object by hand.", n ? " " : "");
		report_fault("warn", &fault);
	}
	http_answer_release(&answer);
}

/* No answer came: it may have been written all the same. */
static void take_back(struct probe *probe, struct net_fault *fault)
{
	const struct s3_ask ask = { .method = "DELETE", .key = probe->ours };
	struct net_fault ignored;
	struct http_answer answer;
	char was[NET_TEXT];

	if (!s3_ask(&probe->s3, &ask, &answer, &ignored) ||
	    !(s3_is_good(&answer) || answer.status == 404)) {
		snprintf(was, sizeof(was), "%s", fault->detail);
		snprintf(fault->detail, sizeof(fault->detail), "%.63s may be left; %.150s",
			 probe->ours, was);
	}
	http_answer_release(&answer);
}

static bool check_write(struct probe *probe, struct net_fault *fault)
{
	const struct s3_ask ask = { .action = "s3:PutObject", .method = "PUT",
		.key = probe->ours, .body = probe_body, .n_body = sizeof(probe_body) - 1 };
	struct http_answer answer;
	bool good;

	report_begin("PutObject");
	good = s3_ask(&probe->s3, &ask, &answer, fault);
	if (good && !s3_is_good(&answer)) {
		s3_fault(&probe->s3, &ask, &answer, fault);
		if (answer.status >= 500)
			take_back(probe, fault);
		good = false;
	} else if (!good) {
		take_back(probe, fault);
	} else {
		report_ok("");
		check_delete(probe);
	}
	http_answer_release(&answer);
	return good;
}

/* ---- jobs --------------------------------------------------------------------------- */

static bool steps(struct probe *probe, bool writes, struct net_fault *fault)
{
	const struct s3_ask head = { .method = "HEAD", .nameless = true };
	struct http_answer answer;
	bool good;

	good = s3_ask(&probe->s3, &head, &answer, fault);
	if (good) {
		report_ok(http_peer(probe->s3.http));
		say_who(probe, &answer);
	}
	good = good && check_region(probe, &answer, fault) && check_list(probe, fault) &&
		check_get(probe, fault) && (!writes || check_write(probe, fault));
	http_answer_release(&answer);
	return good;
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "region", "ListBucket", "GetObject",
					    "PutObject", "DeleteObject" };
	bool writes = strcmp(letter_field("writeback"), "true") == 0, good;
	struct probe probe;

	if (is_role())
		return true;
	report_plan(plan, COUNT_OF(plan) - (writes ? 0 : 2));
	report_begin("connect");
	good = open_probe(&probe, fault) && steps(&probe, writes, fault);
	close_probe(&probe);
	return good;
}

static bool browse(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "list" };
	struct s3 s3;
	bool good;

	if (is_role())
		return true;
	report_plan(plan, COUNT_OF(plan));
	report_begin("connect");
	good = s3_open(&s3, fault) && s3_browse(&s3, letter_ask("prefix"), fault);
	s3_close(&s3);
	return good;
}

const struct connector connector_s3 = {
	.type = "s3", .verify = verify, .browse = browse,
};
