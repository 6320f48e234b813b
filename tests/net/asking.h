/* asking.h: one request of net/http.h, asked and looked at; what it left is released by
 * asked_no_more(). */
#ifndef TESTS_NET_ASKING_H
#define TESTS_NET_ASKING_H

#include "net/dial.h"
#include "net/http.h"
#include "tests/expect.h"
#include "tests/net/fault_server.h"

enum { SOON = 20000, SHORT = 600, SLACK = 4000 };

struct asked {
	struct http *http;
	struct http_answer answer;
	struct net_fault fault;
	bool good;
	int64_t ms;
};

static inline void asked_at(struct asked *asked, const char *origin, const char *ca,
			    const struct http_ask *ask, int ms)
{
	const struct http_site site = { .origin = origin, .ca_file = ca, .until = dial_now() + ms };
	int64_t began = dial_now();

	memset(asked, 0, sizeof(*asked));
	asked->http = http_new(&site, &asked->fault);
	asked->good = asked->http &&
		http_ask(asked->http, ask, &asked->answer, &asked->fault);
	asked->ms = dial_now() - began;
	/* A deadline is one: what the machine is slow at is not 4 s. */
	assert_true(asked->ms < ms + SLACK);
	assert_int_equal(asked->good, asked->fault.reason == NULL);
}

static inline void asked_no_more(struct asked *asked)
{
	http_answer_release(&asked->answer);
	http_free(asked->http);
}

#endif
