/* fix_try.c: one way to a level, judged by planning its commands as whoever reads: may
 * they be run, do they lead there, whom else do they move. */
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "access/preview.h"
#include "access/fix_step.h"
#include "action/core/plan.h"
#include "action/run/fix_list.h"
#include "action/run/run_plan.h"

/* ---- what it says ---------------------------------------------------------------- */

/* The first step of a subject who lacks the level. */
static const char *take_text(const struct fix_try *try)
{
	const struct facts *facts = &try->app->facts;
	const struct seen *seen = app_seen(try->app);
	const struct fact_project *p = seen_project(seen, try->answer->project);

	if (p->state != STATE_ACTIVE)
		return arena_printf(try->arena, "take %s over from %s%s "
				    "(audited)", seen_project_label(seen,
				    try->answer->project), p->owner == NOBODY ?
				    "nobody" : seen_user_label(seen, p->owner),
				    p->owner != NOBODY &&
				    !facts->users[p->owner].active ?
				    ", who is deactivated" : "");
	return arena_printf(try->arena, "take Full Access%s%s (audited)",
			    try->n_edits ? "" : " to ",
			    try->n_edits ? "" :
			    seen_project_label(seen, try->answer->project));
}

static bool unimports(const struct fix_try *try)
{
	uint32_t i;

	for (i = 0; i < try->n_edits; i++)
		if (try->edits[i].kind == EDIT_IMPORT)
			return true;
	return false;
}

static const char *edit_text(const struct fix_try *try, const struct edit *edit)
{
	const struct seen *seen = app_seen(try->app);

	if (try->blind && edit->kind == EDIT_ASSET_BUILTIN)
		return fix_step_access_text(seen, try->answer, edit->asset,
					  try->arena);
	return fix_step_text(seen, try->answer, edit, try->brief, try->arena);
}

/* What un-importing costs stands in no count: it is said. */
const char *fix_text(const struct fix_try *try)
{
	const char *text = try->take ? take_text(try) : "";
	uint32_t i;

	for (i = 0; i < try->n_edits; i++)
		text = arena_printf(try->arena, "%s%s%s%s", text,
			i ? i + 1 == try->n_edits && !try->brief ? " and " :
			", " :
			*text ? ", then " : "",
			edit_text(try, &try->edits[i]),
			try->edits[i].kind == EDIT_IMPORT ?
			try->brief ? " (its cells break)" :
			" (cells that use it break)" : "");
	return text;
}

/* ---- its commands ---------------------------------------------------------------- */

static void fill_steps(const struct fix_try *try, struct fix_offer *out)
{
	const struct facts *facts = &try->app->facts;
	uint32_t i;

	assert(try->n_edits <= FIX_EDITS);
	out->n_steps = 0;
	if (try->take)
		out->steps[out->n_steps++] = (struct fix_step){ {
			"project", "take-access", arena_strdup(try->arena,
			facts->projects[try->answer->project].id) } };
	for (i = 0; i < try->n_edits; i++)
		fix_step_words(facts, &try->edits[i], try->arena,
			     out->steps[out->n_steps++].word);
}

static bool add_words(struct batch *batch, const struct fix_step *step,
		      struct error *err)
{
	size_t n = 0;

	while (n < FIX_WORDS && step->word[n])
		n++;
	return batch_add(batch, step->word, n, err);
}

bool fix_batch(const struct fix_offer *offer, struct batch *batch,
	       struct error *err)
{
	size_t i;

	for (i = 0; i < offer->n_steps; i++)
		if (!add_words(batch, &offer->steps[i], err))
			return false;
	return true;
}

/* FNV-1a over all words of all commands, each with its end. */
static const char *key_of(const struct fix_offer *offer, struct arena *arena)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	const char *p;
	size_t i, w;

	for (i = 0; i < offer->n_steps; i++) {
		for (w = 0; w < FIX_WORDS && offer->steps[i].word[w]; w++) {
			p = offer->steps[i].word[w];
			do
				hash = (hash ^ (unsigned char)*p) *
					UINT64_C(0x100000001b3);
			while (*p++);
		}
		hash = (hash ^ '\n') * UINT64_C(0x100000001b3);
	}
	return arena_printf(arena, "%012" PRIx64, hash >> 16);
}

/* ---- judged ----------------------------------------------------------------------- */

static enum level level_of(const struct fix_try *try)
{
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(&try->app->facts, try->answer->user, try->answer->project, &arena,
		      &answer);
	arena_release(&arena);
	return answer.effective;
}

struct counting {
	const struct seen *seen;
	struct moves_count count;
};

static bool counts(void *ctx, uint32_t user, uint32_t project)
{
	const struct seen *seen = ((const struct counting *)ctx)->seen;

	return user != ANYONE && sees_user(seen, user) &&
		sees_project(seen, project);
}

static void count_one(void *ctx, const struct change *change, bool seen)
{
	if (seen)
		moves_add(&((struct counting *)ctx)->count, change->user,
			  change->before.effective, change->after.effective);
}

/* Numbers count only what the subject sees. */
static void count_seen(const struct fix_try *try, struct edit *edits, size_t n,
		       struct moves *out)
{
	struct counting counting = { .seen = app_seen(try->app) };
	struct preview_pass pass = { .sees = counts, .each_after = count_one,
				     .ctx = &counting };
	struct arena arena = { 0 };
	struct preview preview;

	moves_begin(&counting.count, out, try->answer->user,
		    try->app->facts.n_users);
	preview_pass(&try->app->facts, edits, n, &pass, &arena, &preview);
	moves_end(&counting.count);
	arena_release(&arena);
}

/* The pair itself is no other. */
static void fill_counts(const struct fix_try *try, struct edit *edits, size_t n,
			enum level before, enum level after,
			struct fix_offer *out)
{
	struct moves moves = { 0 };

	if (app_reads_all(try->app))
		preview_count_within(&try->app->facts, edits, n, try->answer->user,
				     try->patience, &moves);
	else if (patience_takes(try->patience, try->app->facts.n_users))
		count_seen(try, edits, n, &moves);
	out->also_up = moves.up - (after > before);
	out->also_down = moves.down - (after < before);
	/* That the reader takes Full Access first is said in the text. */
	out->people_up = moves.people_up - (try->take && moves.people_up &&
					    app_subject(try->app) != try->answer->user);
	out->people_down = moves.people_down;
	out->own_up = moves.of_up - (after > before);
	out->own_down = moves.of_down - (after < before);
	out->who = arena_strdup(try->arena,
				seen_user_label(app_seen(try->app), try->answer->user));
}

static bool judged(const struct fix_try *try, struct edit_plan *plan,
		   struct batch *batch, struct fix_offer *out)
{
	enum level before = level_of(try), after = LEVEL_NONE;
	struct error err;
	size_t n;
	bool ok;

	error_clear(&err);
	ok = run_plan(plan, batch, &err) && !plan->irreversible;
	n = plan->n;
	if (ok)
		after = level_of(try);
	run_revert(plan);
	if (!ok || after < try->want || before >= try->want)
		return false;
	if (try->only_may || try->only)
		return true;
	fill_counts(try, plan->edits, n, before, after, out);
	access_lifts(&try->app->facts, plan->edits, (uint32_t)n, try->answer->user,
		     try->answer->project, try->want, try->arena, &out->lifts,
		     &out->n_lifts);
	return true;
}

/* Without the reader's own step: edits as they are. */
void fix_try_counts(const struct fix_try *try, struct fix_offer *out)
{
	enum level before = level_of(try), after;
	struct edit edits[FIX_EDITS + 1];
	uint32_t i, n = try->n_edits;

	memcpy(edits, try->edits, n * sizeof(*edits));
	if (try->grant)
		edits[n++] = *try->grant;
	for (i = 0; i < n; i++)
		edit_apply(&try->app->facts, &edits[i]);
	after = level_of(try);
	for (i = n; i--;)
		edit_revert(&try->app->facts, &edits[i]);
	fill_counts(try, edits, n, before, after, out);
	access_lifts(&try->app->facts, edits, n, try->answer->user, try->answer->project,
		     try->want, try->arena, &out->lifts, &out->n_lifts);
	out->unimports = unimports(try);
}

static bool add_grant(const struct fix_try *try, struct batch *batch,
		      struct error *err)
{
	struct fix_step step;

	if (!try->grant)
		return true;
	fix_step_words(&try->app->facts, try->grant, try->arena, step.word);
	return add_words(batch, &step, err);
}

bool fix_try(const struct fix_try *try, struct fix_offer *out)
{
	struct arena scratch = { 0 };
	struct edit_plan plan = { .app = try->app, .arena = &scratch,
				  .quiet = true };
	struct fix_try brief = *try;
	struct batch batch;
	struct error err;
	bool ok;

	brief.brief = true;
	*out = (struct fix_offer){ .key = NULL };
	error_clear(&err);
	batch_init(&batch);
	fill_steps(try, out);
	ok = (!try->only || strcmp(key_of(out, &scratch), try->only) == 0) &&
		fix_batch(out, &batch, &err) && add_grant(try, &batch, &err) &&
		judged(try, &plan, &batch, out);
	if (ok && !try->only_may) {
		out->key = key_of(out, try->arena);
		out->text = fix_text(try);
		out->brief = fix_text(&brief);
		out->unimports = unimports(try);
	}
	run_release(&plan);
	batch_release(&batch);
	arena_release(&scratch);
	return ok;
}
