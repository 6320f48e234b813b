/* canary_check.c: look for canaries, and say which should not have been there. */
#include "tests/canary/canary.h"

#include <ctype.h>

unsigned long number_of(const char *env, unsigned long otherwise)
{
	const char *text = getenv(env);

	return text && *text ? strtoul(text, NULL, 10) : otherwise;
}

/* The bird whose first five letters stand here (a name may be cut), or -1. */
static int bird_at(const struct world *w, const char *text, const char *end)
{
	int code = 0, i;

	if (end - text < 5 || tolower((unsigned char)text[1]) != 'z')
		return -1;
	for (i = 2; i < 5; i++) {
		int letter = tolower((unsigned char)text[i]);

		if (letter < 'a' || letter > 'z')
			return -1;
		code = code * 26 + letter - 'a';
	}
	return w->by_code[code] - 1;
}

static bool was_typed(const struct world *w, int bird, const char *typed)
{
	return typed && strstr(typed, bird_text(w, bird));
}

static const char *const kind_words[] = { "workspace", "user", "group", "asset",
	"asset field", "provider", "project title", "project text",
	"own thing", "own field", "gone thing" };

/* One report for each kind of leak. */
static bool is_new(const char *key)
{
	static char *seen[4000];
	static size_t n;
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(seen[i], key) == 0)
			return false;
	if (n < sizeof(seen) / sizeof(seen[0]))
		seen[n++] = strdup(key);
	return true;
}

/* The line of the output where it stands. */
static void around(const char *text, const char *at, const char *end, char *to,
		   size_t room)
{
	const char *from = at, *until = at;

	while (from > text && from[-1] != '\n' && at - from < 90)
		from--;
	while (until < end && *until != '\n' && until - at < 60)
		until++;
	snprintf(to, room, "%.*s>>%.*s", (int)(at - from), from,
		 (int)(until - at), at);
}

static void report(struct walk *walk, int bird, const char *what,
		   const char *where, const char *line)
{
	const struct world *w = walk->w;
	const char *kind = kind_words[w->birds[bird].kind];
	const char *role = role_word(w, walk->actor);
	char key[300];

	snprintf(key, sizeof(key), "%s|%s|%s", what, kind, role);
	if (!walk->report || !is_new(key))
		return;
	fprintf(walk->report, "%-28s %-13s to %-14s (%s, %s)\n    $ %s\n    > %s\n",
		what, kind, role, walk->how, user_mail(w, walk->actor), where,
		line);
	fflush(walk->report);
}

unsigned walk_check(struct walk *walk, const char *text, size_t n,
		    const char *typed, const char *what, const char *where)
{
	const char *end = text + n, *at = text;
	unsigned leaks = 0;
	char line[200];
	int bird;

	walk->outputs++;
	walk->pairs += walk->birds;
	for (; at < end; at++) {
		if (*at != 'q' && *at != 'Q')
			continue;
		bird = bird_at(walk->w, at, end);
		if (bird < 0 || oracle_sees(walk->w, walk->actor, bird, walk->log) ||
		    was_typed(walk->w, bird, typed))
			continue;
		leaks++;
		around(text, at, end, line, sizeof(line));
		report(walk, bird, what, where, line);
	}
	walk->leaks += leaks;
	return leaks;
}

int forbidden(const struct walk *walk)
{
	int i, n = 0;

	for (i = 0; i < walk->w->n_birds; i++)
		n += !oracle_sees(walk->w, walk->actor, i, walk->log);
	return n;
}
