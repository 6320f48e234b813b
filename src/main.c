/* main.c: the only place where the rooms meet. */
#include <stdio.h>

int main(void)
{
	puts("gatehouse");
	return 0;
}
