/* chrome.c: tab bar, message line, hints. */
#include "screen/frame/chrome.h"

#include <stdio.h>
#include <string.h>

#include "action/run/what_if.h"
#include "action/scenario/play.h"
#include "action/scenario/record.h"
#include "base/glyph.h"
#include "base/text.h"
#include "screen/frame/as_of_mode.h"

bool chrome_low(const struct canvas *canvas)
{
	return canvas->rows < 20;
}

struct hint chrome_hint(enum command command)
{
	return chrome_key(command, binding_of(command)->hint);
}

/* A place among hints that shows nothing: the command has no key. */
const char chrome_no_key[] = "-";

struct hint chrome_key(enum command command, const char *word)
{
	const char *key = binding_of(command)->keys[0];

	return (struct hint){ key ? key : chrome_no_key, word };
}

/* ---- the tab bar ---------------------------------------------------------- */

enum bar { BAR_TITLES, BAR_BRIEF, BAR_ONE };

static const char *tab_word(const struct around_tab *tab, enum bar bar)
{
	return bar == BAR_TITLES ? tab->title : tab->brief;
}

static int tabs_width(const struct around *around, enum bar bar)
{
	int width = 0;
	size_t i;

	if (bar == BAR_ONE)
		return (int)text_width(around->tab[around->at].brief) +
			2 * (int)around->n + 3;
	for (i = 0; i < around->n; i++)
		width += (int)text_width(tab_word(&around->tab[i], bar)) + 4;
	return width;
}

static void draw_tabs(struct screen *screen, struct canvas *canvas, int col,
		      enum bar bar)
{
	const struct around *around = &screen->around;
	size_t on = around->at, i;
	char text[96], digit[2] = "0";
	int cells;

	if (bar == BAR_ONE) {
		snprintf(text, sizeof(text), "[%zu %s]", on + 1,
			 around->tab[on].brief);
		digit[0] = (char)('1' + on);
		cells = canvas_text(canvas, 0, col, canvas->cols, STYLE_BOLD,
				    text);
		clicks_add(&screen->clicks, 0, col, cells, digit);
		col += cells;
		for (i = 0; i < around->n; i++) {
			digit[0] = (char)('1' + i);
			if (i == on)
				continue;
			clicks_add(&screen->clicks, 0, col + 1, 1, digit);
			canvas_text(canvas, 0, col + 1, 1, 0, digit);
			col += 2;
		}
		return;
	}
	for (i = 0; i < around->n; i++) {
		bool here = i == on;

		snprintf(text, sizeof(text), here ? "[%zu %s]" : " %zu %s ",
			 i + 1, tab_word(&around->tab[i], bar));
		cells = canvas_text(canvas, 0, col, canvas->cols,
				    here ? STYLE_BOLD : 0, text);
		digit[0] = (char)('1' + i);
		clicks_add(&screen->clicks, 0, col, cells, digit);
		col += cells;
	}
}

/* How much of the actor is said, the most first. */
enum who { WHO_ROLE, WHO_SHORT_ROLE, WHO_NAME, WHO_SHORT, WHO_NOBODY };

/* "AS BOB STEIN · Viewer", "AS BOB · Viewer", "AS BOB STEIN", "AS BOB": the header is
 * theirs. */
static void acted_words(const struct app *app, enum who who, char *out, size_t size)
{
	uint32_t subject = app_subject(app);
	const struct fact_user *user = seen_user(app_seen(app), subject);
	const char *label = seen_user_label(app_seen(app), subject);
	bool role = who <= WHO_SHORT_ROLE;
	struct buf name, upper;

	buf_init(&name, 1024);
	buf_init(&upper, 1024);
	if (who == WHO_SHORT || who == WHO_SHORT_ROLE)
		buf_add(&name, user->email, strcspn(user->email, "@"));
	else
		text_cut_told(&name, label, 30);
	text_upper(&upper, buf_text(&name));
	snprintf(out, size, "AS %.80s%s%s%s%s", buf_text(&upper),
		 role ? " " : "", role ? glyph(GLYPH_BETWEEN) : "",
		 role ? " " : "", role ? role_label(user->role) : "");
	buf_release(&upper);
	buf_release(&name);
}

/* "maya · Admin", "maya" */
static void short_actor(struct screen *screen, enum who who, char *out, size_t size)
{
	struct app *app = screen->app;
	uint32_t subject = app_subject(app);
	const struct fact_user *user;
	size_t local;

	if (subject == NOBODY || subject >= seen_n_users(app_seen(app))) {
		snprintf(out, size, "%s", app_actor_text(app));
		return;
	}
	user = seen_user(app_seen(app), subject);
	local = strcspn(user->email, "@");
	snprintf(out, size, "%.*s", (int)(local > 40 ? 40 : local), user->email);
	if (who != WHO_NAME)
		snprintf(out + strlen(out), size - strlen(out), " %s %s",
			 glyph(GLYPH_BETWEEN), role_label(user->role));
}

/* Words that must never be missed: STORE REMOVED, WHAT-IF, RECORDING, DEMO, READ-ONLY. */
static void state_words(struct screen *screen, bool brief, char *out,
			size_t size)
{
	size_t steps = what_if_steps(screen->app);
	char tried[64] = "", demo[48] = "", asked[64] = "", recorded[48];
	const char *vault = screen->app->vault ? screen->app->keys_swap && !brief ?
		" UNLOCKED, keys may be swapped out " : " UNLOCKED " :
		screen->app->has_vault && !brief && app_is_admin(screen->app) ?
		" locked " : "";
	const char *lost = screen->app->lost;	/* what is seen is no more what is stored */

	if (screen->app->what_if)
		snprintf(tried, sizeof(tried), " WHAT-IF %zu step%s %s", steps,
			 steps == 1 ? "" : "s", brief ? "" : "- nothing is saved ");
	if (screen->app->demo && play_on(screen->app))
		snprintf(demo, sizeof(demo), " DEMO step %u of %u ",
			 (unsigned)play_at(screen->app), (unsigned)play_steps(screen->app));
	else if (screen->app->demo)
		snprintf(demo, sizeof(demo), " DEMO ");
	screen_asking_words(screen, brief, asked, sizeof(asked));
	record_state(screen->app, brief, recorded, sizeof(recorded));
	snprintf(out, size, "%s%s%s%s%s%s%s%s", !lost ? "" :
		 strcmp(lost, "removed") == 0 ? " STORE REMOVED " : " STORE REPLACED ", recorded,
		 tried, demo, asked, vault, app_readonly(screen->app) ? " READ-ONLY " : "",
		 screen->polled ? " polled " : "");
}

struct top {
	enum bar bar;
	char state[320], actor[96];
	int gap, right;		/* cells between and after; of it all */
};

/* Take these words; false: not with this bar. */
static bool fits(struct screen *screen, struct top *top, enum bar bar,
		 bool brief, enum who who, int cols)
{
	top->bar = bar;
	state_words(screen, brief, top->state, sizeof(top->state));
	top->actor[0] = '\0';
	if (screen->acted[0])
		acted_words(screen->app, who, top->actor, sizeof(top->actor));
	else if (who != WHO_NOBODY)
		short_actor(screen, who, top->actor, sizeof(top->actor));
	top->gap = top->actor[0] && top->state[0] ? 2 : 0;
	top->right = (int)(text_width(top->actor) + text_width(top->state)) +
		top->gap + 1;
	return tabs_width(&screen->around, bar) + top->right <= cols;
}

/* As whom one acts is never missing: it gets shorter, then the tabs do. */
static void choose_acted(struct screen *screen, struct top *top, int cols)
{
	static const struct { enum bar bar; enum who who; bool brief; } all[] = {
		{ BAR_TITLES, WHO_ROLE, false }, { BAR_BRIEF, WHO_ROLE, false },
		{ BAR_BRIEF, WHO_ROLE, true }, { BAR_BRIEF, WHO_SHORT_ROLE, true },
		{ BAR_BRIEF, WHO_NAME, true },
		{ BAR_ONE, WHO_ROLE, true }, { BAR_ONE, WHO_NAME, true },
		{ BAR_ONE, WHO_SHORT, true },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++)
		if (fits(screen, top, all[i].bar, all[i].brief, all[i].who, cols))
			return;
}

/* In what-if, and while it is recorded, all tabs stay before the actor's role does; who it
 * is goes in what-if alone. */
static void choose(struct screen *screen, struct top *top, int cols)
{
	bool tried = screen->app->what_if != NULL, recorded = screen->app->witness != NULL;

	if (screen->acted[0]) {
		choose_acted(screen, top, cols);
		return;
	}
	if (fits(screen, top, BAR_TITLES, false, WHO_ROLE, cols) ||
	    fits(screen, top, BAR_BRIEF, false, WHO_ROLE, cols) ||
	    fits(screen, top, BAR_BRIEF, true, WHO_ROLE, cols) ||
	    ((tried || recorded) && fits(screen, top, BAR_BRIEF, true, WHO_NAME, cols)) ||
	    (tried && !recorded && fits(screen, top, BAR_BRIEF, true, WHO_NOBODY, cols)) ||
	    fits(screen, top, BAR_ONE, false, WHO_ROLE, cols) ||
	    fits(screen, top, BAR_ONE, true, WHO_ROLE, cols) ||
	    (recorded && fits(screen, top, BAR_ONE, true, WHO_NAME, cols)))
		return;
	(void)fits(screen, top, BAR_ONE, true, WHO_NOBODY, cols);
}

/* Workspace and plan, as much as has room; its cells. */
static int draw_brand(struct screen *screen, struct canvas *canvas, int room)
{
	const struct seen_workspace workspace =
		seen_workspace(app_seen(screen->app));
	const char *plan = plan_label(workspace.plan);
	char brand[256], name[128];

	screen->plan_on_top = true;
	snprintf(name, sizeof(name), "%s", workspace.name);
	snprintf(brand, sizeof(brand), " gatehouse  %s %s %s", name,
		 glyph(GLYPH_BETWEEN), plan);
	if ((int)text_width(brand) > room)
		snprintf(brand, sizeof(brand), " %s %s %s", name,
			 glyph(GLYPH_BETWEEN), plan);
	if ((int)text_width(brand) > room) {
		screen->plan_on_top = false;
		snprintf(brand, sizeof(brand), " %s", name);
	}
	if ((int)text_width(brand) > room)
		return 0;
	return canvas_text(canvas, 0, 0, room, STYLE_BOLD, brand);
}

static void draw_bar(struct screen *screen, struct canvas *canvas)
{
	struct top top;
	int left, tabs_at = 0;

	choose(screen, &top, canvas->cols);
	left = canvas->cols - tabs_width(&screen->around, top.bar) - top.right - 2;
	screen->plan_on_top = false;
	if (top.bar == BAR_TITLES)
		tabs_at = draw_brand(screen, canvas, left);
	tabs_at += tabs_at ? 2 : 0;
	draw_tabs(screen, canvas, tabs_at, top.bar);
	canvas_right(canvas, 0, canvas->cols - 1,
		     canvas->cols - tabs_at - tabs_width(&screen->around,
		     top.bar), screen->acted[0] ? STYLE_BOLD : 0, top.actor);
	if (top.state[0])
		canvas_right(canvas, 0, canvas->cols - top.gap -
			     (int)text_width(top.actor), canvas->cols,
			     STYLE_REVERSE | STYLE_BOLD, top.state);
	if (screen->acted[0])
		canvas_invert(canvas, 0, 0, canvas->cols);
}

/* ---- the bottom ----------------------------------------------------------- */

enum { HINT_GAP = 3, HINT_GAP_TIGHT = 2 };

/* Where the next hint goes, and how; brief: by the last of its words. */
struct hint_line { int row, col, end, gap; bool brief; };

static const char *hint_word(const struct hint *hint, bool brief)
{
	const char *last = brief ? strrchr(hint->word, ' ') : NULL;

	return last ? last + 1 : hint->word;
}

static int hint_width(const struct hint *hint, bool brief)
{
	const char *word = hint_word(hint, brief);

	return (int)text_width(hint->key) + (int)text_width(word) + (*word != 0);
}

/* With the gap before each. */
static int hints_width(const struct hint *hints, int gap, bool brief)
{
	int width = 0;

	for (; hints->key && *hints->key; hints++)
		if (hints->key != chrome_no_key)
			width += gap + hint_width(hints, brief);
	return width;
}

static void put_hint(struct screen *screen, struct canvas *canvas,
		     struct hint_line *line, const struct hint *hint)
{
	int n = hint_width(hint, line->brief), col = line->col;

	clicks_add(&screen->clicks, line->row, col, n, hint->key);
	col += canvas_text(canvas, line->row, col, n, STYLE_BOLD, hint->key) + 1;
	canvas_text(canvas, line->row, col, line->col + n - col, 0,
		    hint_word(hint, line->brief));
	line->col += n + line->gap;
}

/* As many as fit before `end`. */
static void put_hints(struct screen *screen, struct canvas *canvas,
		      struct hint_line *line, const struct hint *hints, int end)
{
	for (; hints->key && *hints->key; hints++) {
		if (hints->key == chrome_no_key)
			continue;
		if (line->col + hint_width(hints, line->brief) > end)
			break;
		put_hint(screen, canvas, line, hints);
	}
}

void chrome_hints(struct screen *screen, struct canvas *canvas,
		  const struct hint *hints)
{
	const struct hint keys[] = { chrome_hint(CMD_HELP), { NULL, NULL } };
	struct hint_line line = { .row = canvas->rows - 1, .col = 1,
				  .end = canvas->cols - 1, .gap = HINT_GAP };
	const struct hint *kept = hints;
	int room = canvas->cols - 2, rest;
	bool brief;

	while (kept->key && *kept->key)
		kept++;
	kept = kept->key ? kept + 1 : keys;
	if (hints_width(hints, HINT_GAP, false) +
	    hints_width(kept, HINT_GAP, false) - HINT_GAP > room)
		line.gap = HINT_GAP_TIGHT;
	rest = hints_width(kept, line.gap, false);
	brief = hints_width(hints, line.gap, false) + rest - line.gap > room;
	if (brief)
		rest = hints_width(kept, line.gap, true);
	canvas_fill(canvas, line.row, 0, 1, canvas->cols, 0);
	put_hints(screen, canvas, &line, hints, line.end - rest);
	line.brief = brief;
	put_hints(screen, canvas, &line, kept, line.end);
}

/* Something lies over the pages that stand around it: the keys are its own. */
static bool covered(const struct screen *screen)
{
	const struct pages *pages = screen->pages;

	return pages->n > 1 && pages->stack[pages->n - 1]->ops->overlay;
}

void chrome_bottom(struct screen *screen, struct canvas *canvas,
		   const struct hint *hints)
{
	if ((!chrome_low(canvas) || !screen->pages->toast[0]) && !covered(screen))
		chrome_hints(screen, canvas, hints);
}

void chrome_quiet(struct screen *screen, struct canvas *canvas,
		  const struct hint *hints)
{
	struct hint_line line = { .row = canvas->rows - 2, .col = 1,
				  .end = canvas->cols - 1, .gap = HINT_GAP };

	if (!chrome_low(canvas) && !screen->pages->toast[0] && !covered(screen))
		put_hints(screen, canvas, &line, hints, line.end);
}

/* A line of its own: nobody may take the past for the present. */
static void draw_past(struct screen *screen, struct canvas *canvas,
		      struct area *content)
{
	struct buf words;

	buf_init(&words, 256);
	as_of_mode_words(screen, canvas->cols, &words);
	canvas_fill(canvas, 1, 0, 1, canvas->cols, STYLE_REVERSE);
	canvas_text(canvas, 1, 0, canvas->cols, STYLE_REVERSE | STYLE_BOLD,
		    buf_text(&words));
	buf_release(&words);
	content->row++;
	content->rows--;
}

enum { REST = 11, REST_FROM = 60 };	/* cells; columns where they can be spared */

int chrome_message_cols(int cols)
{
	return cols - 2 - (cols >= REST_FROM ? REST : 0);
}

/* What has no room is not lost, and the line says where it stands. */
static void draw_message(struct canvas *canvas, int row, const char *text)
{
	int cols = canvas->cols - 2;

	if ((int)text_width(text) > cols) {
		cols = chrome_message_cols(canvas->cols);
		if (canvas->cols >= REST_FROM)
			canvas_text(canvas, row, cols + 3, REST, 0, ":messages");
	}
	canvas_text(canvas, row, 1, cols, STYLE_BOLD, text);
}

bool chrome_draw(struct screen *screen, struct canvas *canvas,
		 const struct hint *hints, struct area *content)
{
	const char *toast = screen->pages->toast;
	bool low = chrome_low(canvas);

	screen->clicks.n = 0;
	/* The bars of another size are elsewhere. */
	screen->clicks.bar.on &= screen->clicks.bar.rows == canvas->rows;
	if (canvas->cols < CHROME_COLS || canvas->rows < CHROME_ROWS) {
		char text[160];

		snprintf(text, sizeof(text), "Terminal is %dx%d; needs %dx%d. "
			 "Enlarge it, or use: gatehouse --plain", canvas->cols,
			 canvas->rows, CHROME_COLS, CHROME_ROWS);
		canvas_wrap(canvas, 0, 0, canvas->rows, canvas->cols, 0, text);
		canvas_cursor(canvas, 0, 0);
		return false;
	}
	draw_bar(screen, canvas);
	if (!low || toast[0])
		draw_message(canvas, canvas->rows - (low ? 1 : 2), toast);
	if (hints)
		chrome_bottom(screen, canvas, hints);
	*content = (struct area){ 1, 0, canvas->rows - (low ? 2 : 3),
				  canvas->cols };
	if (as_of_mode_on(screen))
		draw_past(screen, canvas, content);
	return true;
}

void chrome_rule(struct canvas *canvas, int row, int col, int cols,
		 const char *title, const char *right, unsigned style)
{
	int at, room;

	canvas_hline(canvas, row, col, cols);
	room = cols - 6;
	if (right[0] && (int)text_width(right) + 12 < cols) {
		at = col + cols - 2;
		canvas_right(canvas, row, at, room, 0, right);
		room -= (int)text_width(right) + 3;
		canvas_text(canvas, row, at - (int)text_width(right) - 1, 1, 0, " ");
		canvas_text(canvas, row, at, 1, 0, " ");
	}
	if (title[0] && room > 4) {
		canvas_text(canvas, row, col + 2, 1, 0, " ");
		at = col + 3;
		at += canvas_text(canvas, row, at, room, style, title);
		canvas_text(canvas, row, at, 1, 0, " ");
	}
}

bool chrome_page(struct screen *screen, struct canvas *canvas,
		 const struct hint *hints, const char *title, const char *right,
		 struct area *content)
{
	if (!chrome_draw(screen, canvas, hints, content))
		return false;
	chrome_rule(canvas, content->row, 0, content->cols, title, right,
		    STYLE_BOLD);
	content->row++;
	content->rows--;
	return true;
}
