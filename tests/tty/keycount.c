/* keycount.c: see keycount.h. */
#include "tests/tty/keycount.h"

#include "tests/tty/console.h"

static struct pty *at;
static int pressed;

void keycount_begin(struct pty *pty)
{
	at = pty;
	pressed = 0;
}

/* The screen as one line with single blanks. */
static char *flat(struct pty *pty)
{
	char *screen = pty_screen(pty), *s, *to = screen;

	for (s = screen; *s; s++)
		if (*s != ' ' && *s != '\n')
			*to++ = *s;
		else if (to > screen && to[-1] != ' ')
			*to++ = ' ';
	*to = '\0';
	return screen;
}

void says(const char *text)
{
	char *screen = flat(at);
	bool there = strstr(screen, text) != NULL;

	free(screen);
	if (!there)
		shows(at, text);		/* and fails with the screen */
}

void press(const char *key)
{
	pressed++;
	keys(at, key);
}

void type(const char *text)
{
	keys(at, text);
}

int keycount_end(const char *name)
{
	printf("# keys: %s %d\n", name, pressed);
	return pressed;
}
