/* ask_people.c: who of many can do it: on a project, in a group, with a role. */
#include "action/ask/ask_answer_priv.h"

#include <stdlib.h>

#include "access/rights.h"
#include "action/judge/answers.h"
#include "base/mem.h"
#include "base/text.h"

enum { ORDERED_MOST = 2000 };	/* then the first ones found are shown */

static int by_name(const struct asking *a, uint32_t x, uint32_t y)
{
	return text_natcmp(seen_user_name(a->seen, x), seen_user_name(a->seen, y));
}

void some_add(const struct asking *a, struct some *some, uint32_t user)
{
	uint32_t n = some->n++, i;

	if (n >= NAMES_SHOWN && (n > ORDERED_MOST ||
				 by_name(a, user, some->v[NAMES_SHOWN - 1]) >= 0))
		return;
	i = n < NAMES_SHOWN ? n : NAMES_SHOWN - 1;
	for (; i && by_name(a, user, some->v[i - 1]) < 0; i--)
		some->v[i] = some->v[i - 1];
	some->v[i] = user;
}

const char *some_names(const struct asking *a, const struct some *some)
{
	uint32_t shown = some->n < NAMES_SHOWN ? some->n : NAMES_SHOWN, i;
	struct buf out;
	const char *text;

	buf_init(&out, 1 << 16);
	for (i = 0; i < shown; i++)
		buf_printf(&out, "%s%s", !i ? "" : i + 1 == some->n ? " and " :
			   ", ", seen_user_label(a->seen, some->v[i]));
	if (shown < some->n)
		buf_printf(&out, " and %u more", some->n - shown);
	text = arena_strdup(&a->out->arena, buf_text(&out));
	buf_release(&out);
	return text;
}

bool ask_means(const struct asking *a, uint32_t user)
{
	const struct seen *seen = a->seen;

	if (!sees_user(seen, user))
		return false;
	switch (a->ask->subject) {
	case SUBJECT_GROUP:
		return numbers_has(&seen_group(seen, a->ask->who)->members, user);
	case SUBJECT_ROLE:
		return seen_user(seen, user)->role == (enum role)a->ask->who;
	default:
		return true;
	}
}

const char *ask_whom(const struct asking *a)
{
	switch (a->ask->subject) {
	case SUBJECT_GROUP:
		return arena_printf(&a->out->arena, "people of %s",
				    seen_group_label(a->seen, a->ask->who));
	case SUBJECT_ROLE:
		return arena_printf(&a->out->arena, "%ss",
				    role_label((enum role)a->ask->who));
	default:
		return a->seen->people ? "people" : "people shown to you";
	}
}

/* ---- on a project ------------------------------------------------------------------- */

struct tally { struct some have, held, all, lack; };

static bool enough(const struct asking *a, enum level level)
{
	return a->ask->level == LEVEL_NONE ? level_opens(level) :
		level >= a->ask->level;
}

/* Sharing and the like want more than a level: each is asked for. */
static bool can_too(const struct asking *a, uint32_t user)
{
	struct arena arena = { 0 };
	struct answer answer;

	if (a->ask->can == ASK_NO_CAN)
		return true;
	access_decide(seen_judged(a->seen), user, a->ask->of, &arena, &answer);
	arena_release(&arena);
	return answer.can & 1u << a->ask->can;
}

static void count(const struct asking *a, struct tally *tally)
{
	const struct facts *facts = seen_judged(a->seen);
	struct verdict *verdict = mem_array(seen_n_users(a->seen) + 1u,
					    sizeof(*verdict));
	uint32_t u;

	access_of_project(facts, a->ask->of, verdict);
	for (u = 0; u < seen_n_users(a->seen); u++) {
		enum level effective = (enum level)verdict[u].effective;
		enum level granted = (enum level)verdict[u].granted;

		if (!ask_means(a, u))
			continue;
		some_add(a, &tally->all, u);
		if (effective < granted && (a->ask->held || enough(a, granted)) &&
		    (a->ask->held || !enough(a, effective)))
			some_add(a, &tally->held, u);
		if (enough(a, effective) && can_too(a, u))
			some_add(a, &tally->have, u);
		else
			some_add(a, &tally->lack, u);
	}
	free(verdict);
}

static void say_web(struct asking *a)
{
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(seen_judged(a->seen), ANYONE, a->ask->of, &arena, &answer);
	if (level_opens(answer.effective) && enough(a, answer.effective))
		ask_say(a, "So can anyone on the web who has the link.");
	arena_release(&arena);
}

static void say_through(struct asking *a)
{
	const struct seen *seen = a->seen;
	const struct fact_project *p = seen_project(seen, a->ask->of);
	struct buf out;
	uint32_t i;

	buf_init(&out, 1 << 16);
	for (i = 0; i < p->n_grants; i++)
		if (p->grants[i].group && sees_group(seen, p->grants[i].who))
			buf_printf(&out, "%s%s %s", out.len ? ", " : "",
				   seen_group_label(seen, p->grants[i].who),
				   level_label((enum level)p->grants[i].level));
	if (p->workspace)
		buf_printf(&out, "%sworkspace %s", out.len ? ", " : "",
			   level_label((enum level)p->workspace));
	if (out.len)
		ask_say(a, "Granted: %s.", buf_text(&out));
	buf_release(&out);
}

/* "Can" is answered; of a group and the like it is all of them, or some. */
static const char *yes_or_no(const struct asking *a, const struct tally *tally)
{
	if (a->ask->kind != ASK_CAN)
		return "";
	if (!tally->have.n)	/* who sees nobody else is told of nobody else */
		return a->seen->people ? "No.  " : "";
	return a->ask->subject == SUBJECT_ANYONE ||
		tally->have.n == tally->all.n ? "Yes.  " : "Some.  ";
}

bool ask_who_on_project(struct asking *a)
{
	struct tally tally = { .all = { .n = 0 } };
	const char *title = seen_project_label(a->seen, a->ask->of);
	const char *deed = ask_deed(a, title);

	if (!answers_at_project(a->app, a->ask->of, a->err))
		return false;
	ask_opens(a, ASK_OPENS_PROJECT, a->ask->of);
	count(a, &tally);
	if (a->ask->held) {
		ask_say(a, "%u of %u %s %s held on %s%s%s.", tally.held.n,
			tally.all.n, ask_whom(a), tally.held.n == 1 ? "is" : "are",
			title, tally.held.n ? ": " : "",
			some_names(a, &tally.held));
		return true;
	}
	if (a->ask->kind == ASK_WHO && a->ask->denied)
		ask_say(a, "%u of %u %s cannot %s%s%s.", tally.lack.n, tally.all.n,
			ask_whom(a), deed, tally.lack.n ? ": " : "",
			some_names(a, &tally.lack));
	else
		ask_say(a, "%s%u of %u %s can %s%s%s.", yes_or_no(a, &tally),
			tally.have.n, tally.all.n, ask_whom(a), deed,
			tally.have.n ? ": " : "", some_names(a, &tally.have));
	if (tally.held.n)
		ask_say(a, "%u %s granted it and held below: %s.", tally.held.n,
			tally.held.n == 1 ? "is" : "are",
			some_names(a, &tally.held));
	if (a->ask->subject == SUBJECT_NONE || a->ask->subject == SUBJECT_ANYONE) {
		say_web(a);
		say_through(a);
	}
	return true;
}

/* ---- in a group, with a role ----------------------------------------------------------- */

bool ask_members(struct asking *a)
{
	struct some some = { .n = 0 };
	uint32_t u;

	if (!a->seen->people)
		return answers_needs_admin(a->app, "who is in a group", a->err);
	for (u = 0; u < seen_n_users(a->seen); u++)
		if (ask_means(a, u))
			some_add(a, &some, u);
	if (a->ask->subject == SUBJECT_GROUP)
		ask_opens(a, ASK_OPENS_GROUP, a->ask->who);
	if (a->ask->subject == SUBJECT_GROUP)
		ask_say(a, "%u %s in %s%s%s.", some.n, some.n == 1 ?
			"person is" : "people are",
			seen_group_label(a->seen, a->ask->who), some.n ? ": " : "",
			some_names(a, &some));
	else
		ask_say(a, "%u %s%s%s.", some.n, ask_whom(a), some.n ? ": " : "",
			some_names(a, &some));
	return true;
}
