/* syslog_line.c: see syslog_line.h.  libc's syslog() keeps a descriptor open and may wait
 * for a full socket, for ever. */
#include "base/syslog_line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 2048 };

static const char *sink(void)
{
	const char *name = getenv("GATEHOUSE_SYSLOG");

	if (name && strcmp(name, "none") == 0)
		return NULL;
	return name && *name ? name : "/dev/log";
}

void syslog_line(const char *text)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	const char *name = sink();
	char line[LINE], when[32] = "";
	time_t now = time(NULL);
	struct tm tm;
	int fd, n;

	if (!name || strlen(name) >= sizeof(to.sun_path))
		return;
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return;
	memcpy(to.sun_path, name, strlen(name) + 1);
	if (localtime_r(&now, &tm))
		(void)strftime(when, sizeof(when), "%b %e %H:%M:%S ", &tm);
	n = snprintf(line, sizeof(line), "<%d>%sgatehouse[%ld]: %s",
		     LOG_AUTHPRIV | LOG_INFO, when, (long)getpid(), text);
	if (n >= (int)sizeof(line))
		n = sizeof(line) - 1;
	(void)sendto(fd, line, (size_t)n, MSG_NOSIGNAL | MSG_DONTWAIT,
		     (const struct sockaddr *)&to, sizeof(to));
	close(fd);
}
