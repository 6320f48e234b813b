/* explain.c: see explain.h. */
#include "action/run/explain.h"

#include "access/ladder.h"
#include "access/words.h"
#include "base/text.h"

enum { REPLY_LIMIT = 1 << 20, REPLY_WAYS = 3, TEXT_COLS = 80, LABEL = 11 };

enum level explain_wanted(const struct answer *answer)
{
	if (answer->effective < answer->granted)
		return answer->granted;
	return answer->effective < LEVEL_CAN_VIEW ? LEVEL_CAN_VIEW : LEVEL_NONE;
}

/* ---- to whoever asked ---------------------------------------------------------------- */

struct reply {
	struct app *app;
	const struct seen *seen;
	const struct answer *a;
	struct arena *arena;
	struct buf *out;
};

/* "the role of Bob Stein" */
static const char *setting(const struct reply *r, const struct rung *rung)
{
	const struct seen *seen = r->seen;
	const char *title = seen_project_label(seen, r->a->project);
	const char *who = r->a->user == ANYONE ? "" :
		seen_user_label(seen, r->a->user);

	switch (rung->home) {
	case HOME_OWNER:
		return arena_printf(r->arena, "the owner of %s", title);
	case HOME_DIRECT:
		return arena_printf(r->arena, "the grant of %s on %s", who, title);
	case HOME_GROUP:
		return arena_printf(r->arena, "the grant of %s on %s",
				    seen_group_label(seen, rung->number), title);
	case HOME_WORKSPACE:
		return arena_printf(r->arena, "the workspace share of %s", title);
	case HOME_WEB:
		return arena_printf(r->arena, "the web link of %s", title);
	case HOME_ROLE:
		return arena_printf(r->arena, "the role of %s", who);
	case HOME_ACCOUNT:
		return arena_printf(r->arena, "the account of %s", who);
	case HOME_ASSET:
		return arena_printf(r->arena, "Groups with access of %s",
				    rung->name);
	case HOME_STATE:
		return arena_printf(r->arena, "the state of %s", title);
	default:
		return arena_printf(r->arena, "the sharing of %s", title);
	}
}

/* What gives the most, and all that holds. */
static void say_settings(const struct reply *r)
{
	struct ladder ladder;
	bool first = true;

	ladder_make(r->seen, r->a, r->arena, &ladder);
	for (uint32_t i = 0; i < ladder.n; i++) {
		const struct rung *rung = &ladder.v[i];

		if (rung->kind != RUNG_LIMIT && rung->kind != RUNG_BLOCKED &&
		    (rung->kind != RUNG_SOURCE || rung->at < r->a->granted))
			continue;
		buf_printf(r->out, "%s%s", first ? " Set by: " : "; ",
			   setting(r, rung));
		first = false;
	}
	if (!first)
		buf_addc(r->out, '.');
}

static const char *asked(const struct reply *r)
{
	uint32_t who = app_subject(r->app);

	return who == NOBODY ? "an Admin" : seen_user_label(r->seen, who);
}

/* What the reader can do is asked of the reader; else of those who can. */
static void say_ways(const struct reply *r, const struct fix_list *fixes)
{
	size_t n = fixes->runnable ? fixes->runnable : fixes->n;

	if (!fixes->n)
		return;
	if (fixes->runnable)
		buf_printf(r->out, " For %s ask %s%s: ", level_label(fixes->want),
			   asked(r), n > 1 ? " for one of these" : "");
	else
		buf_printf(r->out, " For %s: ", level_label(fixes->want));
	if (n > REPLY_WAYS)
		n = REPLY_WAYS;
	for (size_t i = 0; i < n; i++) {
		const struct fix_offer *fix = &fixes->v[i];
		const char *also = fix_side_effects(fix, r->arena);

		buf_printf(r->out, "%s%s%s%s%s", !i ? "" : i + 1 == n ? "; or " :
			   "; ", fix->text, *also ? " (" : "", also,
			   *also ? ")" : "");
	}
	buf_addc(r->out, '.');
}

static bool holds_an_asset(const struct answer *a)
{
	for (uint32_t i = 0; i < a->n_limits; i++)
		if (a->limits[i].code == REASON_ASSET_MISSING)
			return true;
	return false;
}

const char *explain_reply(struct app *app, const struct answer *answer,
			  const struct fix_list *fixes, struct arena *arena)
{
	struct buf out, safe;
	struct reply r = { .app = app, .seen = app_seen(app), .a = answer,
			   .arena = arena, .out = &out };
	const char *text;

	buf_init(&out, REPLY_LIMIT);
	buf_init(&safe, REPLY_LIMIT);
	buf_adds(&out, access_sentence(r.seen, answer, arena));
	say_settings(&r);
	say_ways(&r, fixes);
	if (holds_an_asset(answer))
		buf_adds(&out, " Results stay visible: access to an asset does "
			 "not hide them.");
	text_safe(&safe, buf_text(&out));
	text = arena_strdup(arena, buf_text(&safe));
	buf_release(&safe);
	buf_release(&out);
	return text;
}

/* ---- the command line --------------------------------------------------------------- */

static void put_cans(struct buf *out, const char *label, unsigned cans)
{
	if (!cans)
		return;
	buf_adds(out, label);
	buf_pad(out, ' ', LABEL - text_width(label));
	can_list(cans, out);
	buf_addc(out, '\n');
}

/* What is to be done, whom else it moves, and the command below it. */
static void put_fix(struct buf *out, const struct facts *facts,
		    const struct fix_list *fixes, size_t i, struct arena *arena)
{
	const struct fix_offer *fix = &fixes->v[i];
	const char *also = fix_side_effects(fix, arena);
	const char *command = fix_command(facts, fixes, fix, arena);

	buf_printf(out, "%2zu  ", i + 1);
	text_safe(out, fix->text);
	buf_printf(out, "   %s\n", *also ? also : "nothing else moves");
	if (*command) {
		buf_adds(out, "    ");
		text_safe(out, command);
		buf_addc(out, '\n');
	}
}

void explain_text(struct app *app, const struct answer *answer,
		  const struct fix_list *fixes, struct buf *out)
{
	const struct facts *facts = seen_judged(app_seen(app));
	unsigned lost = access_lost(facts, answer);
	struct arena arena = { 0 };
	struct ladder ladder;

	text_safe(out, access_sentence(app_seen(app), answer, &arena));
	buf_adds(out, "\n\n");
	ladder_make(app_seen(app), answer, &arena, &ladder);
	ladder_text(&ladder, TEXT_COLS, 0, out);
	put_cans(out, "Can", answer->can);
	put_cans(out, "Lost", lost);
	if (answer->can)
		put_cans(out, "Not given", ~(answer->can | lost) &
			 ((1u << CANS) - 1));
	if (fixes->n)
		buf_printf(out, "%s %s\n", fixes->runnable ? "Fixes: each gives" :
			   "What would give", level_label(fixes->want));
	for (size_t i = 0; i < fixes->n; i++)
		put_fix(out, facts, fixes, i, &arena);
	arena_release(&arena);
}
