/* dial.c: see dial.h. */
#include "net/dial.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/attr.h"

enum { THOUSAND = 1000, MILLION = 1000000, EACH = 5000 /* ms, of an address */,
       PORT_MOST = 65535 };

int64_t dial_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * THOUSAND + t.tv_nsec / MILLION;
}

int dial_left(int64_t until)
{
	int64_t left = until - dial_now();

	return left > 0 ? (int)left : 0;
}

bool dial_is_address(const char *host)
{
	unsigned char room[sizeof(struct in6_addr)];

	return inet_pton(AF_INET, host, room) == 1 ||
		inet_pton(AF_INET6, host, room) == 1;
}

bool dial_is_loopback(const char *address)
{
	return strncmp(address, "127.", 4) == 0 || strcmp(address, "::1") == 0;
}

bool dial_look_up(const char *host, const char *port, struct addrinfo **out,
		  struct net_fault *fault)
{
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
					.ai_flags = AI_NUMERICSERV };
	char *end;
	long n = strtol(port, &end, 10);
	int rc;

	*out = NULL;
	if (!*port || *end || n < 1 || n > PORT_MOST) {
		fault->reason = "config";
		snprintf(fault->detail, sizeof(fault->detail), "the port is %.40s", port);
		return false;
	}
	rc = getaddrinfo(host, port, &hints, out);
	if (rc == 0)
		return true;
	fault->reason = "dns";
	snprintf(fault->detail, sizeof(fault->detail), "%.120s: %s", host,
		 gai_strerror(rc));
	return false;
}

/* IPv4 within IPv6: mapped, of NAT64 (RFC 6052), of 6to4 (RFC 3056), and as it was
 * written once (::a.b.c.d). */
static bool carries(const unsigned char six[16], unsigned char four[4])
{
	static const struct { unsigned char head[12]; size_t n, at; } ways[] = {
		{ { [10] = 0xff, [11] = 0xff }, 12, 12 },
		{ { 0, 0x64, 0xff, 0x9b }, 12, 12 },
		{ { 0 }, 12, 12 },
		{ { 0x20, 0x02 }, 2, 2 } };
	size_t i;

	for (i = 0; i < COUNT_OF(ways); i++)
		if (memcmp(six, ways[i].head, ways[i].n) == 0) {
			memcpy(four, six + ways[i].at, 4);
			return true;
		}
	return false;
}

bool dial_is_of_the_link(const struct sockaddr *any)
{
	/* Where clouds tell a machine's secrets: Alibaba, Oracle, Azure's wire server;
	 * Amazon, Google. */
	static const unsigned char fours[][4] = { { 100, 100, 100, 200 },
		{ 192, 0, 0, 192 }, { 168, 63, 129, 16 } };
	static const unsigned char sixes[][16] = {
		{ 0xfd, 0, 0x0e, 0xc2, [14] = 0x02, 0x54 },
		{ 0xfd, 0x20, 0, 0xce, [14] = 0x02, 0x54 } };
	unsigned char four[4], six[16];
	size_t i;

	if (any->sa_family == AF_INET6) {
		memcpy(six, &((const struct sockaddr_in6 *)(const void *)any)->sin6_addr, 16);
		for (i = 0; i < COUNT_OF(sixes); i++)
			if (memcmp(six, sixes[i], sizeof(six)) == 0)
				return true;
		if (six[0] == 0xfe && (six[1] & 0xc0) == 0x80)
			return true;
		if (!carries(six, four))
			return false;
	} else if (any->sa_family == AF_INET) {
		memcpy(four, &((const struct sockaddr_in *)(const void *)any)->sin_addr, 4);
	} else {
		return false;
	}
	for (i = 0; i < COUNT_OF(fours); i++)
		if (memcmp(four, fours[i], sizeof(four)) == 0)
			return true;
	return four[0] == 169 && four[1] == 254;
}

static void say_address(const struct addrinfo *one, char address[DIAL_ADDRESS],
			char shown[DIAL_ADDRESS])
{
	char host[64] = "", port[16] = "";

	if (getnameinfo(one->ai_addr, one->ai_addrlen, host, sizeof(host), port,
			sizeof(port), NI_NUMERICHOST | NI_NUMERICSERV) != 0)
		host[0] = port[0] = '\0';
	snprintf(address, DIAL_ADDRESS, "%s", host);
	snprintf(shown, DIAL_ADDRESS, one->ai_family == AF_INET6 ? "[%s]:%s" : "%s:%s",
		 host, port);
}

/* 0, or what is wrong. */
static int connected(int fd, const struct addrinfo *one, int64_t until)
{
	int left = dial_left(until), wrong = 0;
	struct pollfd wait = { fd, POLLOUT, 0 };
	socklen_t size = sizeof(wrong);

	if (connect(fd, one->ai_addr, one->ai_addrlen) == 0)
		return 0;
	if (errno != EINPROGRESS)
		return errno;
	if (poll(&wait, 1, left < EACH ? left : EACH) != 1)
		return ETIMEDOUT;
	if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &wrong, &size) != 0)
		return errno;
	/* Reset is whoever was connected: the next step finds it out and says so. */
	return wrong == ECONNRESET ? 0 : wrong;
}

static const char *reason_of(int wrong)
{
	switch (wrong) {
	case ECONNREFUSED:
		return "refused";
	case ETIMEDOUT:
	case EHOSTUNREACH:
	case ENETUNREACH:
		return "timeout";
	case ECONNRESET:
		return "reset";
	case EACCES:
	case EPERM:
		return "forbidden";
	default:
		return "internal";
	}
}

static bool refuse(const char *shown, struct net_fault *fault)
{
	fault->reason = "config";
	snprintf(fault->detail, sizeof(fault->detail), "%s is an address of the link, or of "
		 "a cloud for its machines alone, which nobody is sent to", shown);
	return false;
}

bool dial_may(const struct addrinfo *all, struct net_fault *fault)
{
	char address[DIAL_ADDRESS], shown[DIAL_ADDRESS];

	for (; all; all = all->ai_next) {
		say_address(all, address, shown);
		if (dial_is_of_the_link(all->ai_addr))
			return refuse(shown, fault);
	}
	return true;
}

int dial(const struct addrinfo *all, int64_t until, char address[DIAL_ADDRESS],
	 char shown[DIAL_ADDRESS], struct net_fault *fault)
{
	const struct addrinfo *one;
	int fd, wrong;

	for (one = all; one; one = one->ai_next) {
		say_address(one, address, shown);
		if (dial_is_of_the_link(one->ai_addr)) {
			(void)refuse(shown, fault);
			continue;
		}
		fd = socket(one->ai_family, one->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
			    one->ai_protocol);
		wrong = fd < 0 ? errno : connected(fd, one, until);
		if (!wrong) {
			fault->reason = NULL;
			return fd;
		}
		if (fd >= 0)
			close(fd);
		fault->reason = reason_of(wrong);
		snprintf(fault->detail, sizeof(fault->detail), "%s: %s", shown,
			 strerror(wrong));
	}
	return -1;
}
