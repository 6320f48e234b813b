/* pty_keys.c: keys as people write them: "jj<Enter>/rev<C-p><Resize:80x24>". */
#include "tests/tty/pty_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct { const char *name, *bytes; } named[] = {
	{ "Enter", "\r" }, { "Esc", "\033" }, { "Tab", "\t" },
	{ "S-Tab", "\033[Z" }, { "Backspace", "\177" }, { "Space", " " },
	{ "Del", "\033[3~" }, { "Ins", "\033[2~" }, { "Up", "\033[A" },
	{ "Down", "\033[B" }, { "Right", "\033[C" }, { "Left", "\033[D" },
	{ "Home", "\033[H" }, { "End", "\033[F" }, { "PgUp", "\033[5~" },
	{ "PgDn", "\033[6~" }, { "F1", "\033OP" }, { "F2", "\033OQ" },
	{ "F3", "\033OR" }, { "F4", "\033OS" }, { "F5", "\033[15~" },
	{ "F6", "\033[17~" }, { "F7", "\033[18~" }, { "F8", "\033[19~" },
	{ "F9", "\033[20~" }, { "F10", "\033[21~" }, { "F11", "\033[23~" },
	{ "F12", "\033[24~" }, { "lt", "<" }
};

static bool send_raw(struct pty *pty, const char *hex)
{
	char bytes[1024];
	size_t n = 0;
	unsigned value;

	for (; hex[0] && hex[1] && n < sizeof(bytes); hex += 2) {
		if (sscanf(hex, "%2x", &value) != 1)
			break;
		bytes[n++] = (char)value;
	}
	return pty_send(pty, bytes, n);
}

static bool send_paste(struct pty *pty, const char *text)
{
	char bytes[4096];
	int n = snprintf(bytes, sizeof(bytes), "\033[200~%s\033[201~", text);

	return n > 0 && n < (int)sizeof(bytes) && pty_send(pty, bytes, (size_t)n);
}

static bool send_click(struct pty *pty, int row, int col)
{
	char bytes[64];
	int n = snprintf(bytes, sizeof(bytes), "\033[<0;%d;%dM\033[<0;%d;%dm",
			 col + 1, row + 1, col + 1, row + 1);

	return pty_send(pty, bytes, (size_t)n);
}

/* What stands between < and >. */
static bool send_named(struct pty *pty, const char *name)
{
	char bytes[2];
	int a, b;
	size_t i;

	for (i = 0; i < sizeof(named) / sizeof(named[0]); i++)
		if (strcmp(name, named[i].name) == 0)
			return pty_send(pty, named[i].bytes,
					strlen(named[i].bytes));
	if (strncmp(name, "C-", 2) == 0 && name[2] && !name[3]) {
		bytes[0] = (char)(name[2] & 0x1f);
		return pty_send(pty, bytes, 1);
	}
	if (strncmp(name, "A-", 2) == 0 && name[2] && !name[3]) {
		bytes[0] = '\033';
		bytes[1] = name[2];
		return pty_send(pty, bytes, 2);
	}
	if (sscanf(name, "Resize:%dx%d", &a, &b) == 2)
		return pty_resize(pty, b, a);
	if (sscanf(name, "Click:%d,%d", &a, &b) == 2)
		return send_click(pty, a, b);
	if (strncmp(name, "Paste:", 6) == 0)
		return send_paste(pty, name + 6);
	if (strncmp(name, "Raw:", 4) == 0)
		return send_raw(pty, name + 4);
	fprintf(stderr, "pty: there is no key <%s>\n", name);
	abort();
}

bool pty_keys(struct pty *pty, const char *keys)
{
	char name[1024];
	size_t n;

	while (*keys) {
		if (*keys == '<') {
			n = strcspn(keys, ">");
			if (keys[n] != '>' || n > sizeof(name)) {
				fprintf(stderr, "pty: no > in %s\n", keys);
				abort();
			}
			snprintf(name, sizeof(name), "%.*s", (int)n - 1, keys + 1);
			if (!send_named(pty, name))
				return false;
			keys += n + 1;
			continue;
		}
		for (n = 1; (keys[n] & 0xc0) == 0x80; n++)
			;	/* one character of several bytes */
		if (!pty_send(pty, keys, n))
			return false;
		keys += n;
	}
	return true;
}
