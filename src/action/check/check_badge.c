/* check_badge.c: see check_badge.h. */
#include "action/check/check_badge.h"

#include <string.h>

#include "base/clock.h"
#include "model/check/check_reason.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR, MILLION = 1000000,
       WORDS_LIMIT = 4096 };

const char *check_ago(int64_t time, struct arena *arena)
{
	int64_t s = (clock_now() - time) / MILLION;

	return s < MINUTE ? "just now" : s < HOUR ?
		arena_printf(arena, "%lld min ago", (long long)(s / MINUTE)) : s < 2 * DAY ?
		arena_printf(arena, "%lld h ago", (long long)(s / HOUR)) :
		arena_printf(arena, "%lld d ago", (long long)(s / DAY));
}

/* "main @ 4ed7209, 2 h ago"; of a commit nothing is to be found out. */
static const char *ref_words(const struct check *check, int64_t checked,
			     struct arena *arena)
{
	const char *text;
	struct buf words;

	if (!check->ref.kind || !check->ref.commit)
		return NULL;
	if (strcmp(check->ref.kind, "commit") == 0)
		return arena_printf(arena, "commit %.7s, %s", check->ref.commit,
				    check_ago(checked, arena));
	buf_init(&words, WORDS_LIMIT);
	check_ref_words(&check->ref, &words);
	text = arena_printf(arena, "%s, %s", buf_text(&words), check_ago(checked, arena));
	buf_release(&words);
	return text;
}

static bool is_stale(const struct app *app, struct check_subject subject,
		     const struct check_note *note)
{
	return subject.whose == OF_PROVIDER ?
		app_record_is_stale(app, note, seen_record(app_seen(app), OF_PROVIDER,
							   subject.n)) :
		app_check_is_stale(app, note, seen_asset(app_seen(app), subject.n));
}

bool check_badge(const struct app *app, struct check_subject subject,
		 struct arena *arena, struct check_badge *out)
{
	const struct check_note *note = app->as_of || !app_reads_all(app) ? NULL :
		check_last(app, subject);
	struct check check = { .id = NULL };
	const struct check_reason *reason;

	*out = (struct check_badge){ .word = "" };
	if (!note || strcmp(note->status, "skip") == 0 ||
	    check_about(app, subject).draft || !check_parse(&check, note->answer, arena))
		return false;
	reason = check_reason_find(check.reason);
	out->ref = ref_words(&check, note->checked, arena);
	out->bad = check.ref.moved;
	out->word = check.ref.moved ? "moved" : check_status_code(check.status);
	if (is_stale(app, subject, note)) {
		out->word = "stale";
		out->bad = false;
	} else if (check.status == CHECK_FAIL) {
		out->word = arena_printf(arena, "failed%s%s", check.reason ? ": " : "",
					 check.reason ? check.reason : "");
		out->why = reason ? reason->what : NULL;
		out->bad = true;
	}
	return true;
}
