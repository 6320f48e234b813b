/* panel_fold.c: what stands on a line of the panel that stands for several rows: "24 can
 * view   workspace". */
#include <stdio.h>
#include <string.h>

#include "access/words.h"
#include "screen/frame/keymap.h"
#include "screen/panel/card.h"
#include "screen/panel/panel_priv.h"

enum {
	WHYS = 3, WHY_BYTES = 200,	/* reasons told apart */
	REASONED = 200,		/* rows whose reasons are looked at */
	NAMED = 6, NAMED_PROJECTS = 2,	/* beside a reason, */
	NAMED_ALONE = 12, NAMED_OF_MANY = 3,	/* and where none is said */
	LISTED = 300
};

/* ---- what stands on them ----------------------------------------------------------- */

/* The next of the line's rows from this one on; n_all: none. */
static size_t member(const struct panel *panel, const struct panel_line *line,
		     const struct panel_single *single, size_t i)
{
	if (line->fold == PANEL_HELD)
		return i < line->row + line->n ? i : panel->n_all;
	while (i < panel->n_all && (panel_level(panel, i) != line->fold - 1 ||
				    panel_stands_alone(panel, single, i)))
		i++;
	return i;
}

void panel_fold_name(const struct panel *panel, const struct panel_line *line,
		     struct buf *out)
{
	static const char *const levels[LEVELS] = { "no access", "app only", "can view",
						    "can edit", "full access" };
	const char *what = line->fold == PANEL_HELD ? "more held" :
		levels[line->fold - 1];

	if (panel->subject.kind == THING_ASSET && line->fold != PANEL_HELD)
		what = line->fold > 1 ? "have access" : "no access";
	buf_printf(out, "%u %s", line->n, what);
}

/* People by their first names, if that is not what `last` begins with, too; they are told
 * in full where the line is opened. */
static void add_name(const struct panel *panel, size_t row, const char *last,
		     struct buf *out)
{
	const struct seen *seen = app_seen(panel->screen->app);
	bool project = panel->subject.kind == THING_USER;
	uint32_t who = panel->who[row];
	const char *name = project ? seen_project_label(seen, who) :
		seen_user_label(seen, who);
	size_t first = strcspn(name, " ,");

	buf_add(out, name, project || strncmp(last, name, first) == 0 ?
		strlen(name) : first);
}

struct fold_why { char why[WHY_BYTES]; size_t n; };

/* The reasons of the line's rows, the first of them; how many there are, WHYS + 1: too
 * many, or too many rows.  of: which one each row has. */
static size_t reasons(struct panel *panel, const struct panel_line *line,
		      const struct panel_single *single, struct fold_why reason[WHYS],
		      uint8_t of[REASONED])
{
	size_t i, n = 0, k = 0, r;
	struct buf why;

	if (line->n > REASONED || line->fold == PANEL_HELD)
		return WHYS + 1;
	buf_init(&why, WHY_BYTES - 1);
	for (i = member(panel, line, single, line->row); i < panel->n_all && n <= WHYS;
	     i = member(panel, line, single, i + 1)) {
		buf_reset(&why);
		panel_why(panel, i, &why);
		for (r = 0; r < n && strcmp(reason[r].why, buf_text(&why)) != 0; r++)
			;
		if (r == n && n < WHYS) {
			snprintf(reason[r].why, sizeof(reason[r].why), "%s",
				 buf_text(&why));
			reason[r].n = 0;
		}
		n += r == n;
		if (r < WHYS)
			reason[r].n++;
		of[k++] = (uint8_t)r;
	}
	buf_release(&why);
	return n;
}

/* Names of the rows of one reason, or, of == NULL, of all. */
static void add_names(struct panel *panel, const struct panel_line *line,
		      const struct panel_single *single, const uint8_t *of, size_t r, size_t most,
		      struct buf *out)
{
	size_t i, at, k = 0, named = 0;
	struct arena *arena = screen_scratch(panel->screen);
	const char *last = "";

	for (i = member(panel, line, single, line->row);
	     i < panel->n_all && k < line->n; k++, i = member(panel, line, single, i + 1)) {
		if (of && of[k] != r)
			continue;
		if (named == most)
			break;
		buf_adds(out, named++ ? ", " : "");
		at = out->len;
		add_name(panel, i, last, out);
		last = arena_strdup(arena, buf_text(out) + at);
	}
	if (!of && line->n > named)
		buf_printf(out, " and %zu more", line->n - named);
}

void panel_fold_text(struct panel *panel, const struct panel_line *line,
		     struct buf *out)
{
	const struct panel_single single = panel_single(panel);
	struct fold_why reason[WHYS];
	uint8_t of[REASONED];
	size_t r, n = reasons(panel, line, &single, reason, of);
	size_t named = panel->subject.kind == THING_USER ? NAMED_PROJECTS : NAMED;

	if (n > WHYS) {
		add_names(panel, line, &single, NULL, 0, line->n > REASONED ?
			  NAMED_OF_MANY : NAMED_ALONE, out);
		return;
	}
	for (r = 0; r < n; r++) {
		buf_adds(out, r ? "; " : "");
		if (reason[r].n <= named) {
			add_names(panel, line, &single, of, r, named, out);
			buf_adds(out, ": ");
		} else if (n > 1) {
			buf_printf(out, "%zu ", reason[r].n);
		}
		buf_adds(out, reason[r].why);
	}
}

/* Beside a line that is in focus: who stands behind it; of an asset its card. */
void panel_fold_lines(struct panel *panel, const struct panel_line *line,
		      struct lines *out)
{
	struct app *app = panel->screen->app;
	const struct seen *seen = app_seen(app);
	const struct panel_single single = panel_single(panel);
	bool projects = panel->subject.kind == THING_USER;
	struct buf text;
	size_t i, n = 0;

	if (panel->subject.kind == THING_ASSET) {
		card_make(out, panel->screen, &panel->subject);
		return;
	}
	buf_init(&text, WHY_BYTES);
	panel_fold_name(panel, line, &text);
	lines_head(out, "%s. Enter opens the line, %s all.", buf_text(&text),
		   key_said(CMD_FULL_LIST));
	for (i = member(panel, line, &single, line->row);
	     i < panel->n_all && n < line->n && n < LISTED;
	     i = member(panel, line, &single, i + 1), n++) {
		uint32_t who = panel->who[i];

		buf_reset(&text);
		panel_why(panel, i, &text);
		lines_add(out, "%s: %s", projects ? seen_project_label(seen, who) :
			  seen_user_label(seen, who), buf_text(&text))->link =
			thing_of(app, projects ? THING_PROJECT : THING_USER, who);
	}
	if (n < line->n)
		(void)lines_add(out, "and %zu more", line->n - n);
	buf_release(&text);
}
