/* roster_plan.c: see roster_plan.h. */
#include "action/roster/roster_plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum { NAMED = 5, COLUMNS_NAMED = 8 };

bool roster_job_begin(struct roster_job *job, struct edit_plan *plan, struct error *err)
{
	*job = (struct roster_job){ .plan = plan };
	words_init(&job->names, NAMED);
	words_init(&job->passed, NAMED);
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

/* "e-mail from Mail, name from Display name" */
static const char *taken(struct roster_job *job, unsigned uses)
{
	struct arena *arena = job->plan->arena;
	const struct roster *list = &job->list;
	struct words words;
	size_t i;

	words_init(&words, ROSTER_FIELDS);
	for (i = 0; i < ROSTER_FIELDS; i++)
		if (list->column[i] != ROSTER_NO_COLUMN && uses & 1u << i)
			words_add(&words, arena_printf(arena, "%s from \"%s\"",
				  roster_field_label((enum roster_field)i),
				  word_cut(arena, list->header[list->column[i]])));
	return words_done(&words, arena);
}

static const char *unused(struct roster_job *job, unsigned uses)
{
	struct arena *arena = job->plan->arena;
	const struct roster *list = &job->list;
	struct words words;
	size_t i, f;

	words_init(&words, COLUMNS_NAMED);
	for (i = 0; i < list->n_columns; i++) {
		for (f = 0; f < ROSTER_FIELDS; f++)
			if (list->column[f] == (int)i && uses & 1u << f)
				break;
		if (f == ROSTER_FIELDS)
			words_add(&words, *list->header[i] ?
				  arena_printf(arena, "\"%s\"",
					       word_cut(arena, list->header[i])) :
				  arena_printf(arena, "column %zu, which has no name",
					       i + 1));
	}
	return words_done(&words, arena);
}

void roster_job_say(struct roster_job *job, unsigned uses)
{
	struct edit_plan *plan = job->plan;
	const char *others = unused(job, uses), *passed;
	bool told = plan_count(plan, "column") >= ROSTER_FIELDS;	/* all by hand */

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
	free(job->told);
	roster_close(&job->list);
}
