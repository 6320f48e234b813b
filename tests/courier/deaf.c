/* deaf.c: the look-up of names that never comes back, linked into a courier in the place
 * of the system's: no name server is asked, and nothing of its cage is changed. */
#include <netdb.h>
#include <unistd.h>

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
		struct addrinfo **res)
{
	(void)node;
	(void)service;
	(void)hints;
	(void)res;
	for (;;)
		pause();
}
