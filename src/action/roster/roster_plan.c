/* roster_plan.c: see roster_plan.h. */
#include "action/roster/roster_plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum { NAMED = 5, NAMED_FIRST = 2, COLUMNS_NAMED = 8 };

bool roster_job_begin(struct roster_job *job, struct edit_plan *plan, struct error *err)
{
	*job = (struct roster_job){ .plan = plan };
	words_init(&job->names, NAMED);
	words_init(&job->passed, NAMED);
	words_init(&job->left, NAMED);
	words_init(&job->here, NAMED);
	words_init(&job->first, NAMED_FIRST);
	words_init(&job->both, NAMED);
	words_init(&job->guests, NAMED);
	words_init(&job->by_login, NAMED);
	job->faults = arena_array(plan->arena, 1, sizeof(*job->faults));
	if (!roster_file_open(plan, &job->list, err))
		return false;
	/* What is wrong stops it later: who was read is looked at first. */
	return roster_rows(&job->list, &job->rows, &job->n, job->faults) ||
		job->faults->n > 0;
}

static long line_of(const struct error *fault)
{
	return strncmp(fault->field, "line ", 5) == 0 ? strtol(fault->field + 5, NULL, 10) :
		0;
}

static int by_line(const void *a, const void *b)
{
	long x = line_of(a), y = line_of(b);

	return (x > y) - (x < y);
}

bool roster_job_good(struct roster_job *job, struct error *err)
{
	struct file_faults *faults = job->faults;

	if (!faults->n)
		return true;
	qsort(faults->v, faults->n < FILE_FAULTS ? faults->n : FILE_FAULTS,
	      sizeof(*faults->v), by_line);
	job->plan->faults = job->faults;
	*err = job->faults->v[0];
	return false;
}

void roster_job_row(struct roster_job *job, struct plan_row row)
{
	job->told = mem_grow(job->told, job->n_told, &job->cap_told, sizeof(*job->told));
	job->told[job->n_told++] = row;
}

void roster_job_skip(struct roster_job *job, const struct roster_row *row, uint32_t user,
		   const char *why)
{
	const struct fact_user *one = &job->plan->app->facts.users[user];
	struct arena *arena = job->plan->arena;

	job->skipped++;
	words_add(&job->passed, arena_printf(arena, "%s (line %ld, %s)",
					     word_cut(arena, one->email), row->line, why));
	roster_job_row(job, (struct plan_row){ .what = "user", .id = one->id,
		.name = one->name && *one->name ? one->name : one->email, .after = why,
		.line = row->line, .skipped = true });
}

static void leave_out(struct roster_job *job, const struct roster_row *row)
{
	job->n_left++;
	words_add(&job->left, arena_printf(job->plan->arena, "%s (line %ld)",
					   word_cut(job->plan->arena, row->email),
					   row->line));
	roster_job_row(job, (struct plan_row){ .what = "user",
		.name = arena_strdup(job->plan->arena, *row->name ? row->name : row->email),
		.after = "suspended there: not added", .line = row->line, .skipped = true });
}

static void leave_alone(struct roster_job *job, const struct roster_row *row, uint32_t user)
{
	const struct fact_user *one = &job->plan->app->facts.users[user];
	struct arena *arena = job->plan->arena;

	*(one->active ? &job->n_here : &job->n_both) += 1;
	if (one->active)
		words_add(&job->first, word_cut(arena, one->email));
	words_add(one->active ? &job->here : &job->both, arena_printf(arena,
		  "%s (line %ld)", word_cut(arena, one->email), row->line));
	roster_job_row(job, (struct plan_row){ .what = "user", .id = one->id,
		.name = *one->name ? one->name : one->email,
		.after = one->active ? "suspended there, active here: left alone" :
			"suspended there, deactivated here",
		.line = row->line, .skipped = true });
}

bool roster_job_suspended(struct roster_job *job, const struct roster_row *row, uint32_t user)
{
	if (!row->suspended)
		return false;
	if (user == NOBODY)
		leave_out(job, row);
	else
		leave_alone(job, row, user);
	return true;
}

/* "1 is" or "3 are". */
static const char *how_many(const struct roster_job *job, size_t n)
{
	return arena_printf(job->plan->arena, "%zu %s", n, n == 1 ? "is" : "are");
}

/* "2 are suspended there and active here: a@x and b@x." */
static const char *leavers(struct roster_job *job)
{
	const char *named = words_done(&job->first, job->plan->arena);

	words_init(&job->first, NAMED_FIRST);
	return job->n_here ? arena_printf(job->plan->arena, "%s suspended there and active here: "
					  "%s.", how_many(job, job->n_here), named) : "";
}

/* Who can still come in here stands first. */
static void say_suspended(struct roster_job *job)
{
	const char *left = words_done(&job->left, job->plan->arena);
	const char *here = words_done(&job->here, job->plan->arena);
	const char *both = words_done(&job->both, job->plan->arena);

	if (job->n_here)
		plan_warn(job->plan, "SUSPENDED_THERE", "%s suspended there and active "
			  "here, left alone: %s; user deactivate ends what they reach",
			  how_many(job, job->n_here), here);
	if (job->n_left)
		plan_warn(job->plan, "SUSPENDED_THERE", "%s suspended there and not "
			  "added: %s", how_many(job, job->n_left), left);
	if (job->n_both)
		plan_warn(job->plan, "SUSPENDED_THERE", "%s suspended there, deactivated "
			  "here: %s", how_many(job, job->n_both), both);
	words_init(&job->left, NAMED);
	words_init(&job->here, NAMED);
	words_init(&job->both, NAMED);
}

static void say_others(struct roster_job *job)
{
	struct arena *arena = job->plan->arena;
	const struct roster *list = &job->list;
	struct words words;
	size_t i;

	if (!list->n_others)
		return;
	words_init(&words, NAMED);
	for (i = 0; i < list->n_others; i++) {
		const struct roster_other *one = &list->others[i];

		words_add(&words, arena_printf(arena, "%s (line %ld, %s)",
			  *one->name ? word_cut(arena, one->name) : "a row without a name",
			  one->line, word_cut(arena, one->what)));
		roster_job_row(job, (struct plan_row){ .what = "user",
			.name = arena_strdup(arena, one->name),
			.after = arena_printf(arena, "%s: no person, left out",
					      word_cut(arena, one->what)),
			.line = one->line, .skipped = true });
	}
	plan_warn(job->plan, "NO_PERSON", "%zu %s, left out: %s", list->n_others,
		  list->n_others == 1 ? "row is no person" : "rows are no people",
		  words_done(&words, arena));
}

static void say_guests(struct roster_job *job)
{
	const char *guests = words_done(&job->guests, job->plan->arena);
	const char *logins = words_done(&job->by_login, job->plan->arena);
	int column = roster_column(&job->list, ROSTER_LOGIN, 0);

	if (job->n_guests)
		plan_warn(job->plan, "GUEST_THERE", "%zu %s there, and so here: %s; a column "
			  "of roles gives more", job->n_guests, job->n_guests == 1 ?
			  "is a Guest" : "are Guests", guests);
	if (job->n_by_login)
		plan_warn(job->plan, "BY_LOGIN", "%zu %s no address but the login (%s), which "
			  "is taken: %s", job->n_by_login, job->n_by_login == 1 ? "has" : "have",
			  word_cut(job->plan->arena, job->list.header[column]), logins);
	words_init(&job->guests, NAMED);
	words_init(&job->by_login, NAMED);
}

static const char *header_of(struct roster_job *job, size_t column)
{
	const char *header = job->list.header[column];

	return *header ? arena_printf(job->plan->arena, "\"%s\"",
				      word_cut(job->plan->arena, header)) :
		arena_printf(job->plan->arena, "column %zu, which has no name", column + 1);
}

/* 'E-mail from "Mail", Status from "Status" or "Deleted"' */
static const char *taken(struct roster_job *job, unsigned uses)
{
	struct arena *arena = job->plan->arena;
	struct words words;
	const char *from;
	size_t f;
	int c;

	words_init(&words, ROSTER_FIELDS);
	for (f = 0; f < ROSTER_FIELDS; f++) {
		c = roster_column(&job->list, (enum roster_field)f, 0);
		if (c == ROSTER_NO_COLUMN || !(uses & 1u << f))
			continue;
		from = header_of(job, (size_t)c);
		while ((c = roster_column(&job->list, (enum roster_field)f,
					  (size_t)c + 1)) != ROSTER_NO_COLUMN)
			from = arena_printf(arena, "%s or %s", from,
					    header_of(job, (size_t)c));
		words_add(&words, arena_printf(arena, "%s from %s",
			  roster_field_label((enum roster_field)f), from));
	}
	return words_done(&words, arena);
}

static const char *unused(struct roster_job *job, unsigned uses)
{
	const struct roster *list = &job->list;
	struct words words;
	size_t i;

	words_init(&words, COLUMNS_NAMED);
	for (i = 0; i < list->n_columns; i++)
		if ((list->taken[i] == ROSTER_NOT_USED || !(uses & 1u << list->taken[i])) &&
		    (*list->header[i] || *list->example[i]))
			words_add(&words, header_of(job, i));
	return words_done(&words, job->plan->arena);
}

/* Whose address stands there again, in any case: one person. */
static void say_twice(struct roster_job *job)
{
	struct arena *arena = job->plan->arena;
	struct words words;
	size_t i, n = 0;

	words_init(&words, NAMED);
	for (i = 0; i < job->n; i++) {
		const struct roster_row *row = &job->rows[i];

		n += row->again != 0;
		if (row->again)
			words_add(&words, arena_printf(arena, "%s (lines %ld and %ld%s)",
				  word_cut(arena, row->email), row->line, row->again,
				  row->other_name ? ", of two names the first is taken" : ""));
	}
	if (n)
		plan_warn(job->plan, "TWICE_THERE", "%zu %s there more than once and %s taken "
			  "for one person: %s", n, n == 1 ? "address stands" :
			  "addresses stand", n == 1 ? "is" : "are each",
			  words_done(&words, arena));
	else
		(void)words_done(&words, arena);
}

const char *roster_job_say_people(struct roster_job *job)
{
	const char *first = leavers(job);

	say_suspended(job);
	say_guests(job);
	say_others(job);
	say_twice(job);
	if (!*first)
		return "";
	job->plan->urgent = first;
	return arena_printf(job->plan->arena, "%s ", first);
}

/* Columns that are called like a status, are none that is known, and have its words. */
static void say_like_status(struct roster_job *job)
{
	const struct roster *list = &job->list;
	size_t i;

	for (i = 0; i < list->n_columns; i++)
		if (list->like_status[i])
			plan_warn(job->plan, "LIKE_STATUS", "%s was not taken for a status; it "
				  "has %s", header_of(job, i), list->like_status[i]);
}

void roster_job_say(struct roster_job *job, unsigned uses)
{
	struct edit_plan *plan = job->plan;
	const char *others = unused(job, uses), *passed;
	bool told = plan_count(plan, "column") >= ROSTER_FIELDS;	/* all by hand */

	say_like_status(job);
	if (job->list.passed_over && !told)
		plan_warn(plan, "LINE_PASSED", "the first line (%s) is no header and was "
			  "passed over", *job->list.passed_over ?
			  word_cut(plan->arena, job->list.passed_over) : "empty");
	if (!told)
		plan_warn(plan, "COLUMNS", "columns: %s%s%s", taken(job, uses),
		  *others ? "; not used: " : "", others);
	passed = words_done(&job->passed, plan->arena);
	if (job->skipped)
		plan_warn(plan, "THERE_ALREADY", "%zu %s there already and skipped: %s",
			  job->skipped, job->skipped == 1 ? "is" : "are", passed);
	words_init(&job->passed, NAMED);
	plan_tell(plan, job->told, job->n_told);
}

void roster_job_end(struct roster_job *job)
{
	(void)words_done(&job->names, job->plan->arena);
	(void)words_done(&job->passed, job->plan->arena);
	(void)words_done(&job->left, job->plan->arena);
	(void)words_done(&job->here, job->plan->arena);
	(void)words_done(&job->first, job->plan->arena);
	(void)words_done(&job->both, job->plan->arena);
	(void)words_done(&job->guests, job->plan->arena);
	(void)words_done(&job->by_login, job->plan->arena);
	free(job->told);
	roster_close(&job->list);
}
