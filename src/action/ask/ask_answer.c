/* ask_answer.c: see ask_answer.h. */
#include "action/ask/ask_answer.h"

#include <stdlib.h>

#include "access/preview.h"
#include "access/rights.h"
#include "access/words.h"
#include "action/ask/ask_answer_priv.h"
#include "action/judge/answers.h"
#include "base/glyph.h"
#include "base/mem.h"

enum { TITLES_SHOWN = 6 };

/* ---- one person on one project ---------------------------------------------------------- */

static bool is_so(const struct asking *a, const struct answer *answer)
{
	if (a->ask->can != ASK_NO_CAN)
		return answer->can & 1u << a->ask->can;
	return a->ask->level == LEVEL_NONE ? level_opens(answer->effective) :
		answer->effective >= a->ask->level;
}

/* What the ways lead to: what was asked for, what was granted, or the next level. */
static enum level wanted(const struct asking *a, const struct answer *answer)
{
	if (a->ask->level > answer->effective)
		return a->ask->level;
	if (answer->granted > answer->effective)
		return answer->granted;
	if (a->ask->level == LEVEL_NONE && a->ask->denied)
		return fix_wanted(answer);
	return level_opens(answer->effective) ? LEVEL_NONE : LEVEL_CAN_VIEW;
}

static void say_short(struct asking *a, const struct answer *answer)
{
	const char *why = access_why(a->seen, answer, &a->out->arena);

	if (answer->effective < answer->granted)
		ask_say(a, "%s %s %s   %s", level_label(answer->granted),
			glyph(GLYPH_HELD), level_label(answer->effective), why);
	else
		ask_say(a, "%s   %s", level_label(answer->effective), why);
}

static bool one_on_project(struct asking *a, uint32_t user)
{
	const struct facts *facts = seen_judged(a->seen);
	struct answer *answer = &a->out->of;
	const char *sentence;

	if (user != ANYONE ? !answers_at_user(a->app, user, a->err) :
	    !answers_at_project(a->app, a->ask->of, a->err))
		return false;
	a->out->user = user;
	ask_opens(a, user == ANYONE ? ASK_OPENS_PROJECT : ASK_OPENS_WHY,
		  a->ask->of);
	access_decide(facts, user, a->ask->of, &a->out->arena, answer);
	sentence = access_sentence(a->seen, answer, &a->out->arena);
	if (a->ask->kind == ASK_CAN)
		ask_say(a, "%s  %s", is_so(a, answer) ? "Yes." : "No.", sentence);
	else
		ask_say(a, "%s", sentence);
	if (a->ask->kind == ASK_CAN && a->ask->can != ASK_NO_CAN &&
	    !is_so(a, answer))
		ask_say(a, "To %s needs %s.", can_label((enum can)a->ask->can),
			level_label(a->ask->level));
	say_short(a, answer);
	a->out->want = user == ANYONE ? LEVEL_NONE : wanted(a, answer);
	a->out->improvable = a->out->want != LEVEL_NONE;
	return true;
}

/* ---- one person on all projects ----------------------------------------------------------- */

static void some_titles(const struct asking *a, struct buf *out, uint32_t *n,
			uint32_t project)
{
	if ((*n)++ < TITLES_SHOWN)
		buf_printf(out, "%s%s", out->len ? ", " : "",
			   seen_project_label(a->seen, project));
}

static void say_list(struct asking *a, const char *before, const struct buf *list,
		     uint32_t n)
{
	if (!n)
		return;
	if (n > TITLES_SHOWN)
		ask_say(a, "%s %u: %s and %u more.", before, n, buf_text(list),
			n - TITLES_SHOWN);
	else
		ask_say(a, "%s %u: %s.", before, n, buf_text(list));
}

static void say_projects(struct asking *a, const struct verdict *verdict)
{
	static const char *const at[LEVELS] = {
		[LEVEL_APP_ONLY] = "App Only", [LEVEL_CAN_VIEW] = "Can View",
		[LEVEL_CAN_EDIT] = "Can Edit", [LEVEL_FULL_ACCESS] = "Full Access",
	};
	uint32_t count[LEVELS] = { 0 }, held = 0, p;
	struct buf list[LEVELS], down;
	int level;

	buf_init(&down, 1 << 16);
	for (level = 0; level < LEVELS; level++)
		buf_init(&list[level], 1 << 16);
	for (p = 0; p < seen_n_projects(a->seen); p++) {
		if (!sees_project(a->seen, p))
			continue;
		level = verdict[p].effective;
		some_titles(a, &list[level], &count[level], p);
		if (verdict[p].effective < verdict[p].granted)
			some_titles(a, &down, &held, p);
	}
	for (level = LEVELS - 1; level > LEVEL_NONE && !a->ask->held; level--)
		if (level >= (int)a->ask->level)
			say_list(a, at[level], &list[level], count[level]);
	say_list(a, "Held on", &down, held);
	for (level = 0; level < LEVELS; level++)
		buf_release(&list[level]);
	buf_release(&down);
}

static bool one_everywhere(struct asking *a)
{
	const char *name = seen_user_label(a->seen, a->ask->who);
	struct verdict *verdict;
	struct totals totals = { .users = 0 };
	uint32_t p, n = 0, all = 0;

	if (!answers_at_user(a->app, a->ask->who, a->err))
		return false;
	ask_opens(a, ASK_OPENS_USER, a->ask->who);
	verdict = mem_array(seen_n_projects(a->seen) + 1u, sizeof(*verdict));
	access_of_user(seen_judged(a->seen), a->ask->who, verdict);
	for (p = 0; p < seen_n_projects(a->seen); p++) {
		enum level level = (enum level)verdict[p].effective;

		if (!sees_project(a->seen, p))
			continue;
		all++;
		totals.downgraded += verdict[p].effective < verdict[p].granted;
		n += a->ask->level == LEVEL_NONE ? level_opens(level) :
			level >= a->ask->level;
	}
	if (a->ask->held)
		ask_say(a, "%s is held on %u of %u projects.", name,
			(unsigned)totals.downgraded, all);
	else
		ask_say(a, "%s can %s of %u projects.", name, ask_deed(a,
			arena_printf(&a->out->arena, "%u", n)), all);
	say_projects(a, verdict);
	free(verdict);
	return true;
}

/* ---- the question ---------------------------------------------------------------------------- */

static bool owner(struct asking *a)
{
	const struct fact_project *project;

	if (a->ask->object != OBJECT_PROJECT)
		return ask_who_has_asset(a);
	project = seen_project(a->seen, a->ask->of);
	ask_opens(a, ASK_OPENS_PROJECT, a->ask->of);
	if (sees_project(a->seen, a->ask->of) != SIGHT_ALL)
		return answers_at_project(a->app, a->ask->of, a->err);
	ask_say(a, "%s owns %s.", seen_user_label(a->seen, project->owner),
		seen_project_label(a->seen, a->ask->of));
	return true;
}

static bool on_project(struct asking *a)
{
	switch (a->ask->subject) {
	case SUBJECT_USER:
		return one_on_project(a, a->ask->who);
	case SUBJECT_PUBLIC:
		return one_on_project(a, ANYONE);
	default:
		return ask_who_on_project(a);
	}
}

static bool answer(struct asking *a)
{
	const struct ask *ask = a->ask;

	switch (ask->kind) {
	case ASK_MEMBERS:
		return ask_members(a);
	case ASK_OWNER:
		return owner(a);
	case ASK_USED:
		return ask_where_used(a);
	default:
		break;
	}
	if (ask->object == OBJECT_PROJECT)
		return on_project(a);
	if (ask->object == OBJECT_ASSET)
		return ask->subject == SUBJECT_USER ? ask_user_has_asset(a) :
			ask_who_has_asset(a);
	if (ask->subject == SUBJECT_USER)
		return one_everywhere(a);
	if (ask->subject == SUBJECT_GROUP)
		return ask_group_has(a);
	return error_set(a->err, ERROR_INVALID, NULL, "on what?");
}

/* "can bob see": without the thing it is asked of all of them. */
static bool may_go_without(const struct ask *ask)
{
	return ask->lack == LACK_OBJECT && (ask->subject == SUBJECT_USER ||
					    ask->subject == SUBJECT_GROUP);
}

const char *ask_lack_text(const struct ask *ask, const char *text,
			  struct arena *arena)
{
	switch (ask->lack) {
	case LACK_WORD:
		return arena_printf(arena, "\"%.*s\" is no name here and no word "
				    "that I know", (int)ask->len, text + ask->at);
	case LACK_CHOICE:
		return arena_printf(arena, "%zu%s are called \"%.*s\": which one?",
				    ask->n_choices, ask->n_choices == ASK_CHOICES ?
				    " or more" : "", (int)ask->len,
				    text + ask->at);
	case LACK_SUBJECT:
		return "about whom? Add a name, e.g. bob";
	case LACK_OBJECT:
		return "on what? Add a project or an asset";
	default:
		return "";
	}
}

bool ask_answer(struct app *app, const struct ask *ask, const char *text,
		struct ask_answer *out, struct error *err)
{
	struct asking asking = { .app = app, .seen = app_seen(app), .ask = ask,
				 .out = out, .err = err };

	*out = (struct ask_answer){ .user = NOBODY, .thing = NOBODY };
	if (ask->lack == LACK_NOTHING || may_go_without(ask))
		return answer(&asking);
	error_set(err, ERROR_INVALID, ask->lack == LACK_CHOICE ? "NAME_AMBIGUOUS" :
		  NULL, "%s", ask_lack_text(ask, text, &out->arena));
	return false;
}

bool ask_answer_fixes(struct app *app, struct ask_answer *out,
		      struct patience *patience)
{
	if (!out->improvable)
		return true;
	arena_release(&out->found_in);
	out->fixes = (struct fix_list){ .n = 0 };
	fix_list_within(app, &out->of, out->want, NULL, patience, &out->found_in,
			&out->fixes);
	if (patience->over)
		out->fixes = (struct fix_list){ .n = 0 };
	return !patience->over;
}

void ask_answer_release(struct ask_answer *out)
{
	arena_release(&out->arena);
	arena_release(&out->found_in);
	*out = (struct ask_answer){ .n = 0 };
}
