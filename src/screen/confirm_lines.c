/* confirm_lines.c: whom a change moves, a line each, in full sentences. */
#include "screen/confirm.h"

static void change_line(struct lines *lines, const struct seen *seen,
			const struct change *change)
{
	struct arena arena = { 0 };
	bool anyone = change->user == ANYONE;

	(void)lines_add(lines, "%s on %s: %s -> %s%s%s",
			anyone ? "anyone (web)" :
			seen_user_name(seen, change->user),
			seen_project(seen, change->project)->title,
			level_label(change->before.effective),
			level_label(change->after.effective),
			change->after.effective < change->after.granted ?
			"; held: " : "",
			change->after.effective < change->after.granted ?
			access_why(seen, &change->after, &arena) : "");
	arena_release(&arena);
}

/* kind: 1 rise, -1 fall, 0 granted more and held. */
static void change_lines(struct lines *lines, const struct seen *seen,
			 const struct preview *preview, int kind, uint64_t n,
			 const char *what)
{
	uint32_t i, said = 0;

	if (!n)
		return;
	lines_blank(lines);
	lines_head(lines, "%llu %s %s%s", (unsigned long long)n,
		   n == 1 ? "person" : "pairs of person and project", what,
		   n == 1 && kind ? "s" : "");
	for (i = 0; i < preview->n && said < 500; i++) {
		const struct change *c = &preview->changes[i];
		int way = (c->after.effective > c->before.effective) -
			(c->after.effective < c->before.effective);

		if (way != kind || (way == 0 &&
				    c->after.granted <= c->before.granted))
			continue;
		change_line(lines, seen, c);
		said++;
	}
	if (said < n)
		(void)lines_add(lines, "and %llu more; v lists all",
				(unsigned long long)(n - said));
}

void confirm_lines(struct lines *lines, struct screen *screen,
		   const struct preview *preview)
{
	const struct seen *seen = app_seen(screen->app);

	change_lines(lines, seen, preview, -1, preview->down, "fall");
	change_lines(lines, seen, preview, 1, preview->up, "rise");
	change_lines(lines, seen, preview, 0, preview->held,
		     "granted more, held where they are");
}
