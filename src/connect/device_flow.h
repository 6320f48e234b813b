/* device_flow.h: signing in with a code that somebody enters in a browser anywhere
 * (RFC 8628), as GitHub, GitHub Enterprise Server and GitLab have it: the code shown, the
 * answer waited for, the credential handed on. */
#ifndef CONNECT_DEVICE_FLOW_H
#define CONNECT_DEVICE_FLOW_H

#include "connect/api.h"

struct device_flow {
	const char *codes, *tokens;	/* paths: "/login/device/code" */
	const char *client_id;
	const char *scope;		/* "": none is asked for */
	/* What to do where this cannot be had: who switches it on, and where. */
	const char *otherwise;
};

struct device_grant {
	struct buf token, refresh;	/* refresh: empty where there is none */
	int64_t expires_in;		/* seconds; -1: it is not said */
};

/* The steps `code` and `wait`, reported, and the code as report_device has it.  web: the
 * host where people sign in; nothing is sent to it but the client's id.  A poll that is
 * lost is made again, until the code expires.  False: *fault: not-found or forbidden
 * (otherwise says what to do), code-expired, denied-by-user, clock-skew (told to slow
 * down three times although it waited), or why there was no answer.
 * device_grant_release() it in either case. */
bool device_sign_in(struct api *web, const struct device_flow *flow,
		    struct device_grant *grant, struct net_fault *fault) MUST_CHECK;
/* A new credential for the refresh token, which holds once: what comes is reported as
 * secrets before it is used.  False: *fault (auth-expired: it holds no longer). */
bool device_refresh(struct api *web, const struct device_flow *flow, const char *refresh,
		    struct device_grant *grant, struct net_fault *fault) MUST_CHECK;
/* "token" and "refresh_token", and until when, said. */
void device_report(const struct device_grant *grant);
void device_grant_release(struct device_grant *grant);		/* wiped */

#endif
