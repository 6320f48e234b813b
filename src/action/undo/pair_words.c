/* pair_words.c: see pair_words.h. */
#include "action/undo/pair_words.h"

#include <string.h>
#include <time.h>

#include "access/words.h"
#include "action/core/tense.h"
#include "action/undo/past_words.h"
#include "base/clock.h"

const char *pair_time(int64_t time, struct arena *arena)
{
	static const char days[][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri",
		"Sat" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	time_t seconds = (time_t)(time / 1000000);
	char plain[CLOCK_TEXT];
	struct tm tm;

	if (!localtime_r(&seconds, &tm)) {
		clock_local(time, plain);
		return arena_strdup(arena, plain);
	}
	return arena_printf(arena, "%s %d %s %d %02d:%02d", days[tm.tm_wday],
			    tm.tm_mday, months[tm.tm_mon], tm.tm_year + 1900,
			    tm.tm_hour, tm.tm_min);
}

const char *pair_did(struct arena *arena, const struct seen *seen,
		     const struct past_edit *one)
{
	return tense_choose(past_did(arena, seen, one), true, arena);
}

const char *pair_who(const struct seen *seen, const char *email, struct arena *arena)
{
	uint32_t user = facts_user_by_email(seen_judged(seen), email);

	return arena_strdup(arena, user != NOBODY && sees_user(seen, user) ?
			    seen_user_label(seen, user) : email);
}

const char *pair_signed(const struct seen *seen, const char *actor, const char *acting_as,
			struct arena *arena)
{
	const char *who = pair_who(seen, actor, arena);

	return acting_as ? arena_printf(arena, "%s as %s", who,
					pair_who(seen, acting_as, arena)) : who;
}

/* "lost Can Edit and has Can View", "gained Can Edit", "is held at Can View". */
static const char *moved(struct arena *arena, const struct pair_level *before,
			 const struct pair_level *after)
{
	const char *was = level_label(before->effective);
	const char *is = level_label(after->effective);

	if (!after->there)
		return "is not there any more";
	if (!before->there)
		return after->effective == LEVEL_NONE ? "has no access" :
			arena_printf(arena, "has %s", is);
	if (after->effective < before->effective)
		return after->effective == LEVEL_NONE ?
			arena_printf(arena, "lost %s", was) :
			arena_printf(arena, "lost %s and has %s", was, is);
	if (after->effective > before->effective)
		return arena_printf(arena, "gained %s", is);
	if (after->effective < after->granted)
		return arena_printf(arena, "is held at %s, granted %s", is,
				    level_label(after->granted));
	return after->effective == LEVEL_NONE ? "has no access, for another reason" :
		arena_printf(arena, "still has %s, for another reason", is);
}

const char *pair_moved(struct arena *arena, const struct seen *seen,
		       const struct pair_facts *around,
		       const struct pair_change *change)
{
	uint32_t user = around->user_id ?
		facts_user(seen_judged(seen), around->user_id) : NOBODY;
	const char *who = !around->user_id ? "Anyone with the link" :
		user != NOBODY && sees_user(seen, user) ?
		seen_user_name(seen, user) : "The person";

	if (!around->user_id && (!change->after.there || !change->before.there))
		return change->words;
	return arena_printf(arena, "%s %s: %s", who,
			    moved(arena, &change->before, &change->after),
			    change->words);
}

const char *pair_since(struct arena *arena, const struct pair_change *since)
{
	return arena_printf(arena, "Since %s (event %lld): %s, by %s",
			    pair_time(since->time, arena), (long long)since->seq,
			    since->words, since->who);
}

const char *pair_beginning(enum pair_end where)
{
	switch (where) {
	case PAIR_START:
		return "the workspace was made";
	case PAIR_REPLACED:
		return "the whole workspace was replaced";
	case PAIR_CUT:
		return "the history begins";
	default:
		return "it cannot be taken back whole";
	}
}

static const char *why_no_more(enum pair_end where)
{
	switch (where) {
	case PAIR_START:
		return "which made the workspace";
	case PAIR_REPLACED:
		return "which replaced the whole workspace";
	case PAIR_CUT:
		return "with which the history begins";
	default:
		return "which cannot be taken back whole";
	}
}

const char *pair_at_least(struct arena *arena, const struct pair_change *last,
			  enum pair_end where)
{
	if (!last->seq)
		return "Since when is not known: there is no history";
	return arena_printf(arena, "Since at least %s (event %lld, %s, by %s); nothing "
			    "is known before it", pair_time(last->time, arena),
			    (long long)last->seq, why_no_more(where), last->who);
}
