/* net_fault.h: what went wrong on the way: a reason of model/check/check_reason.h and
 * what the other side or the system said. */
#ifndef NET_NET_FAULT_H
#define NET_NET_FAULT_H

enum { NET_TEXT = 256, NET_NATIVE = 32 };

struct net_fault {
	const char *reason;		/* NULL: nothing is wrong */
	char native[NET_NATIVE];	/* code of the service; "" */
	char detail[NET_TEXT];		/* "" */
};

#endif
