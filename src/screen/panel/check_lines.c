/* check_lines.c: see check_lines.h. */
#include "screen/panel/check_lines.h"

#include <string.h>

#include "action/check/check_badge.h"
#include "action/check/signing.h"
#include "base/clock.h"
#include "base/text.h"
#include "model/check/check.h"
#include "model/check/check_reason.h"
#include "screen/frame/advice.h"
#include "screen/frame/keymap.h"

enum { STEP = 10, STATUS = 6, WORDS_LIMIT = 2048, FIX_LIMIT = 1 << 16 };

static unsigned style_of(const struct check_step *step)
{
	return !step->ended ? 0 : step->status == CHECK_FAIL ? STYLE_RED :
		step->status == CHECK_WARN ? STYLE_BOLD : 0;
}

/* As it is done here.  What is to be typed at a server stands as it is. */
static void fix_line(struct lines *lines, int name, const char *fix, const char *sign_in)
{
	static const char command[] = "gatehouse provider sign-in";
	const char *at = strstr(fix, command);
	struct buf words;

	buf_init(&words, FIX_LIMIT);
	if (at && sign_in) {
		buf_add(&words, fix, (size_t)(at - fix));
		buf_adds(&words, sign_in);
	} else if (strstr(fix, "gatehouse ")) {
		advice_words(fix, &words);
	} else {
		buf_adds(&words, fix);
	}
	(void)lines_pair(lines, name + STATUS, "", "Do this: %s", buf_text(&words));
	buf_release(&words);
}

static void step_lines(struct lines *lines, const struct check_step *step, int name, bool done,
		       const char *sign_in)
{
	const struct check_reason *reason = check_reason_at(step->step, step->reason);
	struct line *line;
	struct buf words;

	buf_init(&words, WORDS_LIMIT);
	check_step_words(step, &words);
	line = lines_pair(lines, name, step->step, "%s", buf_text(&words));
	line->middle = step->ended || done ? check_status_code(step->status) :
		step->begun ? "..." : "";
	line->middle_cols = STATUS;
	line->middle_style = style_of(step);
	buf_release(&words);
	if (reason && step->ended && step->status != CHECK_SKIP && *reason->why)
		(void)lines_pair(lines, name + STATUS, "", "Why: %s", reason->why);
	if (step->fix)
		fix_line(lines, name, step->fix, sign_in);
}

void check_lines(struct lines *lines, const struct check *check, const char *sign_in)
{
	struct buf words;
	int name = STEP;
	size_t i;

	for (i = 0; i < check->n_steps; i++)
		name = cells_most(name, (int)text_width(check->steps[i].step) + 1);
	buf_init(&words, WORDS_LIMIT);
	check_head_words(check, &words);
	lines_head(lines, "%s", buf_text(&words));
	buf_release(&words);
	for (i = 0; i < check->n_steps; i++)
		step_lines(lines, &check->steps[i], name, check->done, sign_in);
}

void check_lines_kept(struct lines *lines, struct screen *screen,
		      struct check_subject subject)
{
	const struct app *app = screen->app;
	const struct check_note *note = check_last(app, subject);
	struct check check = { .name = check_about(app, subject).name };
	struct arena arena = { 0 };
	struct check_badge badge;
	char when[CLOCK_TEXT];
	const char *why;

	if (note && check_parse(&check, note->answer, &arena)) {
		clock_local(note->checked, when);
		lines_blank(lines);
		lines_head(lines, "Checked %s, %s%s", when, check_ago(note->checked, &arena),
			   check_badge(app, subject, &arena, &badge) &&
			   strcmp(badge.word, "stale") == 0 ?
			   ": stale, more than a day ago or edited since" : "");
		check_lines(lines, &check, subject.whose == OF_PROVIDER &&
			    signing_is(app, subject, &why) && !why ? arena_printf(&arena,
			    "%s, then %s", key_said(CMD_CHECK), key_said(CMD_SIGN_IN)) : NULL);
	}
	arena_release(&arena);
}
