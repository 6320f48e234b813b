/* net_fault.h: what went wrong on the way: a reason of model/check/check_reason.h and
 * what the other side or the system said. */
#ifndef NET_NET_FAULT_H
#define NET_NET_FAULT_H

enum { NET_TEXT = 256, NET_NATIVE = 32, NET_FIX = 1024 };

struct net_fault {
	const char *reason;		/* NULL: nothing is wrong */
	int http;			/* status of the answer; 0: none */
	char native[NET_NATIVE];	/* code of the service; "" */
	char detail[NET_TEXT];		/* "" */
	char fix[NET_FIX];		/* what to do, where the reason's words are too
					 * general; "" */
};

#endif
