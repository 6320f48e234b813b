/* shoot.c: a picture of a program's screen: shoot COLSxROWS OUT.svg KEYS -- CMD... */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/tty/pty.h"

/* "gatehouse demo": the last part of the path, then the arguments. */
static void title_of(char *const argv[], char *out, size_t size)
{
	const char *slash = strrchr(argv[0], '/');
	size_t n = (size_t)snprintf(out, size, "%s", slash ? slash + 1 : argv[0]);
	int i;

	for (i = 1; argv[i] && n < size; i++)
		n += (size_t)snprintf(out + n, size - n, " %s", argv[i]);
}

int main(int argc, char **argv)
{
	struct pty_options options = { .rows = 0 };
	const char *title = getenv("SHOOT_TITLE");
	char words[128];
	struct pty *pty;
	FILE *out;
	bool ok;

	if (argc < 6 || strcmp(argv[4], "--") != 0 ||
	    sscanf(argv[1], "%dx%d", &options.cols, &options.rows) != 2) {
		fputs("usage: shoot COLSxROWS OUT.svg KEYS -- CMD ARGS...\n",
		      stderr);
		return 2;
	}
	title_of(argv + 5, words, sizeof(words));
	pty = pty_start(&options, (const char *const *)(argv + 5));
	ok = pty_frames(pty) > 0 && pty_keys(pty, argv[3]);
	out = ok ? fopen(argv[2], "w") : NULL;
	if (out)
		pty_svg(pty, out, title ? title : words,
			getenv("SHOOT_LIGHT") != NULL);
	if (!ok)
		fprintf(stderr, "shoot: %s ended or did not settle:\n%s\n",
			words, pty_stream(pty, NULL));
	else if (!out || fclose(out) != 0)
		perror(argv[2]), ok = false;
	pty_stop(pty);
	return ok ? 0 : 1;
}
