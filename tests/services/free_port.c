/* free_port.c: prints a port of the loopback on which nobody listens. */
#include <stdio.h>

#include "tests/courier/server.h"

int main(void)
{
	return printf("%d\n", server_nobody()) < 0;
}
