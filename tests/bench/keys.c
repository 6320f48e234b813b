/* keys.c: what each key costs in a big workspace: the program's own CPU time and the
 * bytes until the frame that shows it, and the CPU time of what is counted after.
 *   keys PROGRAM ARGS...
 * CPU time and not the clock's: the machine may be shared.  What seems dear is tried
 * again, each time in a console of its own, and the least counts.  The exit status is 1 where a key takes GROSS
 * times the budget: a regress of that kind is no noise. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/tty/pty.h"

enum { TRIES = 3, BUDGET = 30, FIRST = 100, GROSS = 5, QUIET = 15, LONG = 2000,
       NEVER = 99999 };

/* The console stands still before the key, unless `soon` was pressed before it. */
static const struct press {
	const char *where, *what, *before, *soon, *key;
} all[] = {
	{ "Data sources", "open the tab", "", "", "1" },
	{ "Data sources", "arrow", "1", "", "<Down>" },
	{ "Data sources", "arrow, at once again", "1", "<Down>", "<Down>" },
	{ "Data sources", "page", "1", "", "<PgDn>" },
	{ "Data sources", "end", "1", "", "<End>" },
	{ "Data sources", "filter, first letter", "1/", "", "1" },
	{ "Data sources", "filter, second letter", "1/1", "", "2" },
	{ "Data sources", "sort by type", "1s<Down>", "", "<Enter>" },
	{ "Data sources", "sort by the last column", "1s<End>", "", "<Enter>" },
	{ "Data sources", "into the panel", "1", "", "<Tab>" },
	{ "Data sources", "panel, arrow", "1<Tab>", "", "<Down>" },
	{ "Data sources", "panel, end", "1<Tab>", "", "<End>" },
	{ "Data sources", "panel, filter letter", "1<Tab>/", "", "1" },
	{ "Data sources", "Esc while it counts", "", "1", "<Esc>" },
	{ "Data sources", "groups of an asset", "1", "", "S" },
	{ "Data sources", "groups of an asset, arrow", "1S", "", "<Down>" },
	{ "Data sources", "groups of an asset, tick", "1S", "", " " },
	{ "Data sources", "arrow while it judges", "1S", " ", "<Down>" },
	{ "Data sources", "usage", "1", "", "l" },
	{ "Secrets", "open the tab", "", "", "2" },
	{ "Secrets", "arrow", "2", "", "<Down>" },
	{ "Secrets", "arrow, at once again", "2", "<Down>", "<Down>" },
	{ "Secrets", "page", "2", "", "<PgDn>" },
	{ "Secrets", "end", "2", "", "<End>" },
	{ "Secrets", "filter, first letter", "2/", "", "1" },
	{ "Secrets", "filter, second letter", "2/1", "", "2" },
	{ "Secrets", "sort by the last column", "2s<End>", "", "<Enter>" },
	{ "Integrations", "open the tab", "", "", "3" },
	{ "Users", "open the tab", "", "", "4" },
	{ "Users", "arrow", "4", "", "<Down>" },
	{ "Users", "arrow, at once again", "4", "<Down>", "<Down>" },
	{ "Users", "page", "4", "", "<PgDn>" },
	{ "Users", "end", "4", "", "<End>" },
	{ "Users", "filter, first letter", "4/", "", "p" },
	{ "Users", "filter, second letter", "4/p", "", "e" },
	{ "Users", "filter, a digit", "4/", "", "1" },
	{ "Users", "filter, a rare number", "4/1234", "", "5" },
	{ "Users", "filter, quickly typed", "4", "/1", "2" },
	{ "Users", "filter by group", "4/groups:", "", "9" },
	{ "Users", "filter taken back", "4/12", "", "<Backspace>" },
	{ "Users", "filter left", "4/12", "", "<Esc>" },
	{ "Users", "Esc while it filters", "4", "/1", "<Esc>" },
	{ "Users", "sort by name", "4s", "", "<Enter>" },
	{ "Users", "sort by role", "4s<Down>", "", "<Enter>" },
	{ "Users", "sort by groups", "4s<Down><Down>", "", "<Enter>" },
	{ "Users", "sort by e-mail", "4s<Down><Down><Down>", "", "<Enter>" },
	{ "Users", "sort by the last column", "4s<End>", "", "<Enter>" },
	{ "Users", "mark all", "4", "", "*" },
	{ "Users", "into the panel", "4", "", "<Tab>" },
	{ "Users", "panel, end", "4<Tab>", "", "<End>" },
	{ "Users", "panel, filter letter", "4<Tab>/", "", "1" },
	{ "Users", "edit", "4", "", "e" },
	{ "Users", "edit, role change", "4e<Down>", "", "<Right>" },
	{ "Users", "edit, Esc while it judges", "4e<Down>", "<Right>", "<Esc>" },
	{ "Users", "deactivate", "4", "", "d" },
	{ "Groups", "open the list", "4", "", "o" },
	{ "Groups", "arrow", "4o", "", "<Down>" },
	{ "Groups", "filter, first letter", "4o/", "", "1" },
	{ "Groups", "sort by members", "4os<Down>", "", "<Enter>" },
	{ "Groups", "edit", "4o", "", "e" },
	{ "Groups", "delete", "4o", "", "d" },
	{ "Groups", "Esc while it judges", "4o", "d", "<Esc>" },
	{ "Groups", "Esc while it judges all", "4o*", "d", "<Esc>" },
	{ "Projects", "open the tab", "4", "", "5" },
	{ "Projects", "arrow", "5", "", "<Down>" },
	{ "Projects", "arrow, at once again", "5", "<Down>", "<Down>" },
	{ "Projects", "page", "5", "", "<PgDn>" },
	{ "Projects", "end", "5", "", "<End>" },
	{ "Projects", "filter, first letter", "5/", "", "p" },
	{ "Projects", "filter, second letter", "5/p", "", "1" },
	{ "Projects", "filter, a digit", "5/", "", "1" },
	{ "Projects", "filter by owner", "5/owner:user00", "", "1" },
	{ "Projects", "filter by who can edit", "5/can-edit:", "", "7" },
	{ "Projects", "filter left", "5/p1", "", "<Esc>" },
	{ "Projects", "Esc while it filters", "5/can-edit:", "7", "<Esc>" },
	{ "Projects", "sort by owner", "5s<Down>", "", "<Enter>" },
	{ "Projects", "sort by shared", "5s<Down><Down>", "", "<Enter>" },
	{ "Projects", "sort by who can edit", "5s<Down><Down><Down>", "", "<Enter>" },
	{ "Projects", "sort by state", "5s<Down><Down><Down><Down>", "", "<Enter>" },
	{ "Projects", "sort by assets", "5s<End><Up>", "", "<Enter>" },
	{ "Projects", "sort by most held", "5s<End>", "", "<Enter>" },
	{ "Projects", "arrow while it sorts", "5s<End>", "<Enter>", "<Down>" },
	{ "Projects", "Esc while it sorts", "5s<End>", "<Enter>", "<Esc>" },
	{ "Projects", "mark all", "5", "", "*" },
	{ "Projects", "into the panel", "5", "", "<Tab>" },
	{ "Projects", "panel, arrow", "5<Tab>", "", "<Down>" },
	{ "Projects", "panel, page", "5<Tab>", "", "<PgDn>" },
	{ "Projects", "panel, end", "5<Tab>", "", "<End>" },
	{ "Projects", "panel, filter letter", "5<Tab>/", "", "1" },
	{ "Projects", "panel, second letter", "5<Tab>/1", "", "2" },
	{ "Projects", "only those held", "5", "", "D" },
	{ "Projects", "full panel", "5", "", "p" },
	{ "Projects", "pin", "5", "", "P" },
	{ "Projects", "why", "5", "", "w" },
	{ "Projects", "why, back", "5w", "", "<Esc>" },
	{ "Projects", "why, the past", "5w", "", "<Left>" },
	{ "Projects", "the past, one back", "5w<Left>", "", "<Left>" },
	{ "Past", "why", "5", "", "w" },
	{ "Past", "as of then", "5h<Down>", "", "a" },
	{ "Past", "as of, one back", "5h<Down>a", "", "<Left>" },
	{ "Past", "as of, one on", "5h<Down><Down>a", "", "<Right>" },
	{ "Projects", "fix", "5", "", "f" },
	{ "Projects", "what-if", "5", "", "t" },
	{ "Projects", "history", "5", "", "h" },
	{ "Projects", "all changes", "5", "", "v" },
	{ "Projects", "menu", "5", "", "." },
	{ "Projects", "open", "5", "", "<Enter>" },
	{ "Projects", "reload", "5", "", "r" },
	{ "Projects", "share", "5", "", "S" },
	{ "Projects", "share, a name's first letter", "5S<End><Up><Up>", "", "p" },
	{ "Projects", "share, next letter", "5Sp", "", "e" },
	{ "Projects", "import", "5", "", "i" },
	{ "Palette", "open", "5", "", ":" },
	{ "Palette", "first letter", "5:", "", "p" },
	{ "Palette", "second letter", "5:p", "", "e" },
	{ "Palette", "a name", "5:user000123", "", "4" },
	{ "Palette", "Esc while it reads names", "5", ":", "<Esc>" },
	{ "Palette", "ask in words",
	  "5:why can user0000007@big.example view Project 1", "", "2" },
	{ "Palette", "ask in words, answered",
	  "5:why can user0000007@big.example view Project 1", "", "<Enter>" },
	{ "Help", "open", "5", "", "?" },
};

struct cost {
	double ms, after;	/* until its frame; until the console stands still */
	size_t bytes;
};

/* The program's CPU time so far. */
static double cpu_ms(struct pty *pty)
{
	struct timespec t = { 0, 0 };
	clockid_t id;

	if (clock_getcpuclockid(pty_pid(pty), &id) == 0)
		clock_gettime(id, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Nothing is counted any more. */
static void rest(struct pty *pty)
{
	double last = -1, now = cpu_ms(pty);

	for (int i = 0; i < LONG && now - last > 0.5; i++) {
		last = now;
		pty_listen(pty, QUIET);
		now = cpu_ms(pty);
	}
}

static struct pty *start(const char *const *argv, struct cost *cost)
{
	static const char *const env[] = { "GATEHOUSE_TEST=2", NULL };
	static const struct pty_options options = { .rows = 40, .cols = 120,
						    .env = env };
	struct pty *pty = pty_start(&options, argv);

	cost->ms = cpu_ms(pty);
	cost->bytes = pty_bytes(pty);
	rest(pty);
	cost->after = cpu_ms(pty) - cost->ms;
	return pty;
}

static struct cost press(const char *const *argv, const struct press *press)
{
	struct cost cost;
	struct pty *pty = start(argv, &cost);
	double began;
	size_t bytes;

	if (!pty_keys(pty, press->before))
		return (struct cost){ .ms = NEVER };
	rest(pty);
	pty_keys(pty, press->soon);
	bytes = pty_bytes(pty);
	began = cpu_ms(pty);
	pty_keys(pty, press->key);	/* what never comes has cost enough */
	cost.ms = cpu_ms(pty) - began;
	cost.bytes = pty_bytes(pty) - bytes;
	rest(pty);
	cost.after = cpu_ms(pty) - began - cost.ms;
	pty_stop(pty);
	return cost;
}

static int verdict(const struct cost *cost, int budget)
{
	const char *word = cost->ms > budget * GROSS ? "FAR OVER" :
		cost->ms > budget ? "over" : "";

	printf(" %8.1f ms %8zu bytes %8.1f ms after  %s\n", cost->ms, cost->bytes,
	       cost->after, word);
	fflush(stdout);
	return cost->ms > budget * GROSS;
}

static int first_screen(const char *const *argv)
{
	struct cost least = { .ms = 1e9 }, cost;
	struct pty *pty;
	long kib = 0;

	for (int i = 0; i < TRIES; i++) {
		pty = start(argv, &cost);
		kib = pty_status(pty, "VmRSS");
		pty_stop(pty);
		if (cost.ms < least.ms)
			least = cost;
	}
	printf("%-44s %8ld KiB\n", "memory when it stands still", kib);
	printf("%-44s", "first screen");
	return verdict(&least, FIRST);
}

int main(int argc, char **argv)
{
	const char *const *program = (const char *const *)(argv + 1);
	const char *only = getenv("KEYS_OF");	/* of a tab: "Users" */
	struct cost least = { 0 }, cost;
	int far;

	if (argc < 2) {
		fprintf(stderr, "usage: keys PROGRAM ARGS...\n");
		return 2;
	}
	far = first_screen(program);
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		if (only && !strstr(only, all[i].where))
			continue;
		least.ms = 1e9;
		for (int k = 0; k < TRIES && least.ms > BUDGET / 2; k++) {
			cost = press(program, &all[i]);
			if (cost.ms < least.ms)
				least = cost;
		}
		printf("%-14s%-30s", all[i].where, all[i].what);
		far += verdict(&least, BUDGET);
	}
	return far > 0;
}
