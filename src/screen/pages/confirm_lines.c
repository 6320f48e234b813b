/* confirm_lines.c: whom a change moves, a line each, in full sentences. */
#include "access/words.h"
#include "action/judge/verdict.h"
#include "screen/pages/confirm.h"

enum { LINES_MOST = 500 };

static void change_line(struct lines *lines, const struct seen *seen,
			const struct change *change)
{
	struct arena arena = { 0 };
	bool anyone = change->user == ANYONE;

	(void)lines_add(lines, "%s on %s: %s -> %s%s%s",
			anyone ? "anyone (web)" :
			seen_user_label(seen, change->user),
			seen_project_label(seen, change->project),
			level_label(change->before.effective),
			level_label(change->after.effective),
			change->after.effective < change->after.granted ?
			"; held: " : "",
			change->after.effective < change->after.granted ?
			access_why(seen, &change->after, &arena) : "");
	arena_release(&arena);
}

static void change_lines(struct lines *lines, const struct seen *seen,
			 const struct preview *preview, enum way way)
{
	struct arena arena = { 0 };
	const char *head = verdict_part(preview, way, &arena);
	uint32_t i, said = 0, more = 0;

	if (*head) {
		lines_blank(lines);
		lines_head(lines, "%s", head);
	}
	for (i = 0; i < preview->n; i++) {
		if (change_way(&preview->changes[i]) != way)
			continue;
		if (said++ < LINES_MOST)
			change_line(lines, seen, &preview->changes[i]);
		else
			more++;
	}
	if (more)
		(void)lines_add(lines, "and %u more; v lists all", more);
	arena_release(&arena);
}

void confirm_lines(struct lines *lines, struct screen *screen,
		   const struct preview *preview)
{
	const struct seen *seen = app_seen(screen->app);
	int way;

	for (way = WAY_LOSES; way < WAY_SAME; way++)
		change_lines(lines, seen, preview, (enum way)way);
}
