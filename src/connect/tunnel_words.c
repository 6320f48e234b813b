/* tunnel_words.c: see tunnel.h.  ssh has one exit status for all; its words are English,
 * for its environment says so. */
#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "connect/tunnel.h"

struct saying { const char *said, *reason; };

/* The first that is found, in this order, decides. */
static const struct saying ends[] = {
	{ "host key is known for ", "tls-untrusted" },	/* none is */
	{ "ost key for ", "tls-untrusted" },		/* it has changed */
	{ "Host key verification failed", "tls-untrusted" },
	{ "Permission denied (", "auth-bad" },
	{ "Too many authentication failures", "auth-bad" },
	{ "Could not resolve hostname", "dns" },
	{ "Connection refused", "refused" },
	{ "timed out", "timeout" },
	{ "Operation timed out", "timeout" },
	{ "No route to host", "timeout" },
	{ "Network is unreachable", "timeout" },
	{ "Unable to negotiate with", "tls-weak" },
	{ "invalid format", "protocol" },
	{ "banner line contains invalid characters", "protocol" },
	{ "Protocol major versions differ", "protocol" },
	{ "Connection reset", "reset" },
	{ "closed by", "reset" },
	{ "Broken pipe", "reset" },
};

/* Of "channel 2: open failed: connect failed: Connection refused". */
static const struct saying opens[] = {
	{ "administratively prohibited", "forbidden" },
	{ "Connection refused", "refused" },
	{ "Connection timed out", "timeout" },
	{ "No route to host", "timeout" },
	{ "Network is unreachable", "timeout" },
	{ "ame or service not known", "dns" },
	{ "ame resolution", "dns" },
	{ "No address associated", "dns" },
	{ "unknown host", "dns" },
};

static void say_line(const char *text, const char *at, struct net_fault *fault)
{
	const char *line = at;

	while (line > text && line[-1] != '\n')
		line--;
	if (strncmp(line, "ssh: ", 5) == 0)
		line += 5;
	snprintf(fault->detail, sizeof(fault->detail), "%.*s", (int)strcspn(line, "\r\n"),
		 line);
}

/* Lines for whoever looks for a fault in ssh itself. */
static bool is_debug(const char *text, const char *at)
{
	while (at > text && at[-1] != '\n')
		at--;
	return strncmp(at, "debug", 5) == 0;
}

static const char *find(const char *text, const char *said)
{
	const char *at = text;

	while ((at = strstr(at, said)) && is_debug(text, at))
		at++;
	return at;
}

void tunnel_why(const char *text, struct net_fault *fault)
{
	const char *at, *last = text;
	size_t i;

	for (i = 0; i < COUNT_OF(ends); i++) {
		at = find(text, ends[i].said);
		if (!at)
			continue;
		fault->reason = ends[i].reason;
		say_line(text, at, fault);
		return;
	}
	for (at = text; *at; at += strcspn(at, "\n"), at += *at == '\n')
		if (!is_debug(text, at))
			last = at;
	fault->reason = "internal";
	say_line(text, last, fault);
}

bool tunnel_why_not_on(const char *text, struct net_fault *fault)
{
	const char *at = find(text, "open failed: ");
	size_t i;

	if (!at)
		return false;
	at += strlen("open failed: ");
	fault->reason = "server-error";
	fault->native[0] = '\0';
	for (i = 0; i < COUNT_OF(opens); i++)
		if (memmem(at, strcspn(at, "\n"), opens[i].said, strlen(opens[i].said))) {
			fault->reason = opens[i].reason;
			break;
		}
	snprintf(fault->detail, sizeof(fault->detail), "the SSH server says: %.*s",
		 (int)strcspn(at, "\r\n"), at);
	return true;
}
