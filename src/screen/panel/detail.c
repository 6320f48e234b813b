/* detail.c: one answer of the engine, as the lines of the panel (F113). */
#include "screen/panel/detail.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "access/words.h"
#include "action/run/explain.h"
#include "action/undo/as_of_facts.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/keymap.h"
#include "screen/panel/ladder_lines.h"

enum {
	FIX_LABEL = 5, CANS_LABEL = 11, CANS_ROWS = 4, FIXES_SHOWN = 9, ASKED_SHOWN = 3,
	COLS = 60, TRACK_LIMIT = 4096,
	/* From so many columns on so many beside so many at most. */
	SIDE_FROM = 100, SIDE_COLS = 37, LEFT_MOST = 96
};

struct detail_job {
	struct lines *lines;
	struct screen *screen;
	struct app *app;
	const struct answer *a;
	enum level want;	/* that fixes are for; LEVEL_NONE: none are */
	bool counting;
	struct arena arena;
};

void detail_release(struct detail *detail)
{
	lines_release(&detail->lines);
	arena_release(&detail->arena);
	detail_lose(detail);
	detail_since(detail, NULL);
	detail->made = false;
}

void detail_stale(struct detail *detail)
{
	detail_lose(detail);
	detail->made = false;
}

void detail_fit(struct detail *detail, int cols, int rows, bool cans)
{
	if (detail->cols != cols || detail->cans != cans ||
	    (cans && detail->rows != rows))
		detail->made = false;
	detail->cols = cols;
	detail->rows = rows;
	detail->cans = cans;
}

void detail_since(struct detail *detail, const char *words)
{
	if (detail->since ? words && strcmp(detail->since, words) == 0 : !words)
		return;
	detail->made = false;
	free(detail->since);
	detail->since = words ? mem_strdup(words) : NULL;
}

void detail_bare(struct detail *detail, bool bare)
{
	detail->made = detail->made && detail->bare == bare;
	detail->bare = bare;
}

static void fix_line(struct detail_job *job, const struct fix_offer *fix,
		     uint32_t number)
{
	const char *also = fix_side_effects(fix, &job->arena);
	struct line *line;
	char label[32] = "";
	int cells;

	if (number)
		snprintf(label, sizeof(label), "%s %u", key_said(CMD_FIX), number);
	cells = (int)text_width(label) + 2;
	line = lines_pair(job->lines, cells > FIX_LABEL ? cells : FIX_LABEL,
			  label, "%s   %s", fix->brief,
			  *also ? also : "nothing else moves");
	line->fix = (int)number;
}

/* "Fixes (lift both)" */
static const char *fixes_head(struct detail_job *job, const struct fix_list *list)
{
	uint32_t n = job->a->n_limits;
	const char *all = n < 2 ? "" : n == 2 ? " (lift both)" :
		arena_printf(&job->arena, " (lift all %u)", n);

	return arena_printf(&job->arena, list->runnable ?
			    "Fixes%s: each gives %s" : "What would give%s %s",
			    list->runnable ? all : "", level_label(list->want));
}

/* In a large workspace they come a moment later. */
static void find_fixes(struct detail *detail, struct detail_job *job)
{
	job->want = explain_wanted(job->a);
	if (job->a->user == ANYONE || job->a->effective >= job->want ||
	    as_of_on(job->app))
		job->want = LEVEL_NONE;
	else
		job->counting = !detail_find(detail, job->screen, job->a,
					     job->want);
}

/* Those that f and a number do, then whom to ask. */
static void add_fixes(struct detail *detail, struct detail_job *job)
{
	const struct fix_list *list = &detail->fixes;
	size_t i, shown, asked;

	if (!level_opens(job->want))
		return;
	if (job->counting) {
		lines_head(job->lines, "%s", "Fixes: counting...");
		return;
	}
	if (!list->n) {
		lines_head(job->lines, "No single change gives %s.",
			   level_label(job->want));
		return;
	}
	shown = list->runnable < FIXES_SHOWN ? list->runnable : FIXES_SHOWN;
	asked = list->n - list->runnable;
	lines_head(job->lines, "%s", fixes_head(job, list));
	for (i = 0; i < shown; i++)
		fix_line(job, &list->v[i], (uint32_t)i + 1);
	if (list->runnable > shown)
		(void)lines_pair(job->lines, FIX_LABEL, "",
				 "%zu more: access fixes",
				 list->runnable - shown);
	for (i = 0; i < asked && i < ASKED_SHOWN; i++)
		fix_line(job, &list->v[list->runnable + i], 0);
	if (asked > ASKED_SHOWN)
		(void)lines_pair(job->lines, FIX_LABEL, "",
				 "%zu more to ask for", asked - ASKED_SHOWN);
}

/* ---- what it means: the why page ----------------------------------------------------- */

static void cans_line(struct lines *lines, const char *label, unsigned cans,
		      unsigned style)
{
	struct line *line;
	struct buf text;

	if (!cans)
		return;
	buf_init(&text, TRACK_LIMIT);
	can_list(cans, &text);
	line = lines_pair(lines, CANS_LABEL, label, "%s", buf_text(&text));
	line->label_style = style | STYLE_BOLD;
	buf_release(&text);
}

void detail_cans(struct lines *lines, const struct seen *seen,
		 const struct answer *a)
{
	unsigned lost = access_lost(seen_judged(seen), a);

	cans_line(lines, "Can", a->can, 0);
	cans_line(lines, "Lost", lost, STYLE_RED);
	if (a->can)
		cans_line(lines, "Not given", ~(a->can | lost) &
			  ((1u << CANS) - 1), 0);
}

int detail_beside(int cols)
{
	return cols < SIDE_FROM ? cols : cells_least(cols - SIDE_COLS, LEFT_MOST) - 1;
}

void detail_draw_cans(struct canvas *canvas, const struct seen *seen,
		      const struct answer *a, struct area *area)
{
	struct lines lines = { 0 };
	struct area at = *area;

	area->cols = detail_beside(at.cols);
	if (area->cols == at.cols)
		return;
	canvas_vline(canvas, at.row, area->cols + 1, at.rows);
	at.col = area->cols + 2;
	at.cols -= at.col;
	lines_head(&lines, "What this means");
	detail_cans(&lines, seen, a);
	lines_draw(&lines, canvas, &at, false);
	lines_release(&lines);
}

bool detail_begin(struct detail *detail, const char *user, const char *other)
{
	bool same = strcmp(detail->user, user) == 0 &&
		strcmp(detail->project, other) == 0;

	if (detail->made && same)
		return false;
	if (!same)
		detail->lines.cursor = detail->lines.top = 0;
	if (!same)
		detail_lose(detail);
	snprintf(detail->user, sizeof(detail->user), "%s", user);
	snprintf(detail->project, sizeof(detail->project), "%s", other);
	lines_clear(&detail->lines);
	arena_release(&detail->arena);
	return true;
}

static void add_note(struct detail_job *job)
{
	if (seen_project(app_seen(job->app), job->a->project)->assets.n)
		(void)lines_add(job->lines,
				"Asset permissions do not hide results.");
}

/* Are there rows for what one can and for the fixes, too? */
static bool has_room(const struct detail *detail, const struct lines *lines)
{
	size_t fixes = detail->fixes.n > FIXES_SHOWN ? FIXES_SHOWN :
		detail->fixes.n;
	int rows = lines_rows(lines, detail->cols) + CANS_ROWS + 1 + (int)fixes;

	return !fixes || rows <= detail->rows;
}

void detail_make(struct detail *detail, struct screen *screen, uint32_t user,
		 uint32_t project)
{
	struct app *app = screen->app;
	struct thing who = thing_of(app, THING_USER, user);
	struct answer answer;
	struct detail_job job = {
		.lines = &detail->lines, .screen = screen, .app = app,
		.a = &answer
	};
	bool first;

	if (!detail_begin(detail, who.id,
			  seen_project(app_seen(app), project)->id))
		return;
	access_decide(seen_judged(app_seen(app)), user, project, &job.arena, &answer);
	if (!detail->bare)
		(void)lines_add(&detail->lines, "%s",
				access_brief(app_seen(app), &answer, &job.arena));
	ladder_lines(&detail->lines, app_seen(app), &answer,
		     detail->cols ? detail->cols : COLS, app);
	if (detail->since)
		lines_pair(&detail->lines, CANS_LABEL, "Since", "%s",
			   detail->since)->past = true;
	find_fixes(detail, &job);
	first = detail->cans && has_room(detail, &detail->lines);
	if (first)
		detail_cans(&detail->lines, app_seen(app), &answer);
	if (first || !detail->cans)
		add_note(&job);
	add_fixes(detail, &job);
	if (detail->cans && !first) {
		detail_cans(&detail->lines, app_seen(app), &answer);
		add_note(&job);
	}
	detail->made = true;
	arena_release(&job.arena);
}
