/* record_try.c: a step, tried on the copy before it is written. */
#include <string.h>

#include "access/words.h"
#include "action/scenario/record_priv.h"
#include "base/mem.h"

enum { PAIRS_MOST = 200 };	/* that one step expects */

/* ---- what it expects ------------------------------------------------------------------ */

static struct names limits_of(struct recorder *self, const struct answer *answer)
{
	struct names out = { .given = answer->n_limits > 0, .n = answer->n_limits };
	size_t i;

	out.v = arena_array(&self->deed, out.n + 1, sizeof(*out.v));
	for (i = 0; i < out.n; i++)
		out.v[i] = reason_code(answer->limits[i].code);
	return out;
}

static struct expect_access pair_of(struct recorder *self, const struct app *app,
				    const struct change *change)
{
	return (struct expect_access){
		.user = change->user == ANYONE ? "anonymous" :
			arena_strdup(&self->deed, app->facts.users[change->user].email),
		.project = arena_strdup(&self->deed, record_project(self, app, change->project)),
		.granted = change->after.granted, .effective = change->after.effective,
		.limits = limits_of(self, &change->after),
	};
}

static bool holds(struct recorder *self, struct expect_access *pair,
		  const struct scenario_outcome *outcome)
{
	struct expect expect = { .exit = 0, .access = pair, .n_access = 1 };

	return !scenario_compare(&self->copy, &expect, outcome, "", &self->deed);
}

static bool is_gone(const struct app *app, const struct change *change)
{
	return app->facts.projects[change->project].gone ||
		(change->user != ANYONE && app->facts.users[change->user].gone);
}

/* Who moves, and where to, as far as it is so in the copy, too; how many are left out. */
static uint64_t expect_moves(struct recorder *self, const struct app *app,
			     const struct preview *preview,
			     const struct scenario_outcome *outcome)
{
	struct expect *expect = &self->step.expect;
	struct expect_access pair;
	uint64_t all = preview->total;
	uint32_t i;

	expect->access = arena_array(&self->deed, PAIRS_MOST, sizeof(*expect->access));
	for (i = 0; i < preview->n && expect->n_access < PAIRS_MOST; i++) {
		if (is_gone(app, &preview->changes[i])) {
			all--;		/* nobody can ask that */
			continue;
		}
		pair = pair_of(self, app, &preview->changes[i]);
		if (holds(self, &pair, outcome))
			expect->access[expect->n_access++] = pair;
	}
	return all - expect->n_access;
}

/* ---- the step ---------------------------------------------------------------------------- */

static void keep_event(struct recorder *self, int64_t here, int64_t there)
{
	self->events = mem_grow(self->events, self->n_events, &self->cap_events,
				sizeof(*self->events));
	self->events[self->n_events++] = (struct recorded_event){ here, there };
}

static const char *all_words(struct recorder *self)
{
	return scenario_words(&self->step, &self->deed);
}

/* "undo" alone is the newest there: which that was is known now. */
static void name_event(struct recorder *self, const struct result *result)
{
	const char *verb = self->step.n_words == 1 ? self->step.words[0] : "";
	int64_t there;

	if (result->n_turned != 1 || (strcmp(verb, "undo") != 0 && strcmp(verb, "redo") != 0))
		return;
	if (record_event(self, result->turned[0], &there))
		record_option(self, arena_printf(&self->deed, "%lld", (long long)there));
	else
		self->unfit = record_no_event(self, result->turned[0]);
}

static void say_done(struct recorder *self, const struct result *result, uint64_t left)
{
	const char *said = result->message ? result->message : all_words(self);

	if (self->values)
		said = arena_printf(&self->deed, "%s (The value of the secret is not "
				    "written here.)", said);
	if (left)
		said = arena_printf(&self->deed, "%s (Levels that moved, too, and are not "
				    "expected here: %llu.)", said, (unsigned long long)left);
	self->step.say = said;
}

static const char *why_not(struct recorder *self, const struct scenario_outcome *outcome)
{
	if (outcome->err.kind == ERROR_STORE)
		return arena_printf(&self->deed, "the copy in which steps are tried cannot be "
				    "written: %s", outcome->said);
	if (outcome->status)
		return arena_printf(&self->deed, "it would be refused where this file is run: "
				    "%s", outcome->said);
	return self->values ? "all that it changed are values of secrets" :
		"it would change nothing where this file is run";
}

void record_done(struct recorder *self, struct app *app, const struct result *result)
{
	struct scenario_outcome outcome;
	uint64_t left;

	self->step.expect = (struct expect){ .exit = 0 };
	record_instead(self, app, result);
	name_event(self, result);
	if (result->ask || result->irreversible)
		record_option(self, "--yes");
	if (self->unfit) {
		record_note(self, "%s: %s", all_words(self), self->unfit);
		return;
	}
	scenario_step_run(&self->copy, &self->step, &self->deed, &outcome);
	if (outcome.status || !outcome.result.event) {
		record_note(self, "%s: %s", all_words(self), why_not(self, &outcome));
	} else {
		left = expect_moves(self, app, &result->preview, &outcome);
		say_done(self, result, left);
		keep_event(self, result->event, outcome.result.event);
		record_step(self, &self->step);
		self->witness.steps++;
	}
	result_release(&outcome.result);
	self->copy.acting_as = NOBODY;
}

/* What somebody is told who does it again: rules and rights, not what this console lacked
 * at the time. */
static bool is_rule(const struct error *err)
{
	static const char *const others[] = {
		"STALE", "WHAT_IF", "AS_OF", "ACTING_AS", "NOT_LINKED", "NO_VAULT", "WORKING"
	};
	size_t i;

	for (i = 0; i < COUNT_OF(others); i++)
		if (strcmp(err->code, others[i]) == 0)
			return false;
	return err->kind == ERROR_DENIED || err->kind == ERROR_CONFLICT;
}

void record_refused(struct recorder *self, const struct error *err)
{
	struct scenario_step tried;
	struct scenario_outcome outcome;
	const char *words = all_words(self);

	if (!is_rule(err) || (self->refused && strcmp(self->refused, words) == 0))
		return;
	self->refused = arena_strdup(&self->arena, words);
	self->step.expect = (struct expect){
		.exit = error_exit_status(err->kind),
		.code = *err->code ? arena_strdup(&self->deed, err->code) : NULL,
	};
	self->step.say = arena_printf(&self->deed, "Refused: %s.", err->text);
	if (self->unfit) {
		record_note(self, "%s (refused: %s): %s", words, err->text, self->unfit);
		return;
	}
	tried = self->step;
	record_option(self, "--dry-run");
	scenario_step_run(&self->copy, &self->step, &self->deed, &outcome);
	self->step = tried;
	if (outcome.good) {
		record_step(self, &self->step);
		self->witness.steps++;
	} else {
		record_note(self, "%s: it was refused (%s), and would not be where this file "
			    "is run", words, err->text);
	}
	result_release(&outcome.result);
	self->copy.acting_as = NOBODY;
}
