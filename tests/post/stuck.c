/* stuck.c: a courier that does as its letter says: "h" hangs without reading on, "l" says
 * two lines and hangs, "c" has a child of its own that hangs, "e" ends at once, "g" says
 * nonsense for ever, "s" says more than a courier may, line by line. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void hang(void)
{
	for (;;)
		pause();
}

static void say(const char *line)
{
	if (write(STDOUT_FILENO, line, strlen(line)) < 0)
		_exit(1);
}

int main(void)
{
	char what = 'e';

	(void)signal(SIGTERM, SIG_IGN);		/* it is not asked */
	if (read(STDIN_FILENO, &what, 1) != 1)
		return 1;
	if (what == 'l' || what == 'c')
		say("{\"plan\":[\"dns\"]}\n{\"begin\":\"dns\"}\n");
	if (what == 'c' && fork() == 0)
		hang();
	if (what == 'c')
		say("child\n");
	while (what == 'g')
		say("nonsense without an end");
	while (what == 's')
		say("{\"begin\":\"dns\"}\n");
	if (what != 'e')
		hang();
	return 0;
}
