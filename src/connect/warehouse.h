/* warehouse.h: what the checks of warehouses over HTTPS have in common: nobody is told a
 * credential before it is known who is there; answers have a bound; codes have meanings;
 * plain HTTP is for this machine alone, and said. */
#ifndef CONNECT_WAREHOUSE_H
#define CONNECT_WAREHOUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "connect/api.h"

enum { WAREHOUSE_BODY = 256 << 10 /* bytes of an answer, where an ask does not say */ };

/* What a code of the service's means. */
struct warehouse_code {
	const char *code;		/* "193", "accessDenied" */
	const char *reason;		/* of model/check/check_reason.h */
	const char *fix;		/* NULL: that of the reason */
};
/* The code goes into *fault as it is, its reason and fix where it is one of these n.
 * False: it is none of them; "" changes nothing. */
bool warehouse_means(const struct warehouse_code *codes, size_t n, const char *code,
		     struct net_fault *fault);
/* The service's own words, as the detail: no more than one line, and no secret in it. */
void warehouse_say(const char *text, struct net_fault *fault);

/* Does a warehouse of this kind answer so?  NULL where it is asked for: it is JSON. */
typedef bool warehouse_knows(const struct api_answer *answer);
/* The first word with who is there, without credentials: *fault where it is somebody else.
 * Its status does not matter otherwise. */
bool warehouse_hello(struct api *api, const char *name, const struct api_ask *ask,
		     warehouse_knows *knows, struct net_fault *fault) MUST_CHECK;
/* The step `connect` went well: where it went. */
void warehouse_connected(const struct api *api);

/* Where a form has host and port. */
struct warehouse_place {
	const char *name;		/* "ClickHouse" */
	const char *host, *port;
	struct api_ask hello;		/* the first word */
	const char *const *headers;	/* of api; or NULL */
	warehouse_knows *knows;
	bool may_be_plain;		/* by HTTP on this machine, if it does not speak TLS */
	/* By HTTP, where no certificate says who is there, and its first word is one that
	 * others may have, too: a second one without credentials, of any status, by which it
	 * is known.  path NULL: it wants none. */
	struct api_ask proof;
	warehouse_knows *proves;
};
/* The plan, with the step `tunnel` before it where the letter goes through an SSH server;
 * its first step begins. */
void warehouse_plan(const char *const *steps, size_t n);
/* The steps up to `connect`, from opening to its end: by HTTPS, and on this machine by HTTP
 * where no TLS is spoken and the place may_be_plain, which is a warning.  Never so where the
 * letter has a ca_file, nor at a port that is of TLS (443, 8443, 9440): while that server is
 * down anybody of this machine may answer there.  By HTTP who is there must answer with 200:
 * a refusal shows nothing but where it proves the place.  warehouse_close() it in either case. */
bool warehouse_connect(struct api *api, const struct warehouse_place *place,
		       struct net_fault *fault) MUST_CHECK;
/* What is sent goes in the clear (a test endpoint counts as encrypted). */
bool warehouse_is_plain(const struct api *api);
void warehouse_close(struct api *api);

/* As api_ask(), of at most WAREHOUSE_BODY bytes, and so that the time for ending what was
 * begun is left (where the ask has no `until`). */
bool warehouse_ask(struct api *api, const struct api_ask *ask, struct api_answer *answer,
		   struct net_fault *fault) MUST_CHECK;
/* The same of what begins a statement there, to which only the answer gives an id: where
 * none came, it cannot be cancelled, and *fault says so behind its detail. */
bool warehouse_begin(struct api *api, const struct api_ask *ask, struct api_answer *answer,
		     struct net_fault *fault) MUST_CHECK;
/* What is left until then, in milliseconds. */
int warehouse_left(void);
/* What was begun there is cancelled by this ask, in the time that is left for it.  *fault
 * keeps its reason; its detail says behind it whether `what` ("it") was. */
void warehouse_cancel(struct api *api, const struct api_ask *ask, const char *what,
		      struct net_fault *fault);
/* Only that: behind the detail. */
void warehouse_tell_end(bool cancelled, const char *what, struct net_fault *fault);
/* Before it is asked again how far something is, so many milliseconds go by.  False: what
 * is left then is for ending it, and not for asking. */
bool warehouse_wait(int ms) MUST_CHECK;
/* Another thing answers than `name`: always false. */
bool warehouse_not_this(const struct api_answer *answer, const char *name,
			struct net_fault *fault);

/* What cannot be checked is passed over, and says why; NULL: nothing, and false. */
bool warehouse_passed_over(const char *why) MUST_CHECK;
/* With OAuth each person signs in alone: why then; else NULL. */
const char *warehouse_oauth(void);

#endif
