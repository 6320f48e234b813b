/* run_rows.c: what a file does, row by row (INTERFACES 4.1), or what somebody leaves; the
 * report of it. */
#include "action/run/run.h"
#include "action/run/run_priv.h"

#include <string.h>

#include "action/core/action.h"
#include "action/core/plan.h"
#include "action/core/write_file.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/text.h"
#include "model/workspace_file.h"

enum { ROWS_SHOWN = 40, REPORT_LIMIT = 64 << 20 };

static const char *change_of(const struct plan_row *row)
{
	return row->change ? row->change : row->skipped ? "skip" : "add";
}

void run_row_json(struct json *json, const struct plan_row *row)
{
	jsonw_object(json);
	jsonw_kstring(json, "what", row->what);
	jsonw_kstring(json, "id", row->id);
	jsonw_kstring(json, "name", row->name);
	jsonw_kstring(json, "change", change_of(row));
	jsonw_kstring(json, "field", row->field);
	jsonw_kstring(json, "before", row->before);
	jsonw_kstring(json, "after", row->after);
	if (row->line)
		jsonw_kint(json, "line", row->line);
	jsonw_object_end(json);
}

static size_t count(const struct edit_plan *plan, const char *what, bool skipped)
{
	size_t i, n = 0;

	for (i = 0; i < plan->n_rows; i++)
		n += plan->rows[i].skipped == skipped &&
			strcmp(plan->rows[i].what, what) == 0;
	return n;
}

static void rows_json(struct json *json, const struct edit_plan *plan)
{
	size_t i;

	jsonw_karray(json, "rows");
	for (i = 0; i < plan->n_rows; i++)
		run_row_json(json, &plan->rows[i]);
	jsonw_array_end(json);
}

/* Of a file: how many of each. */
static void counts_json(struct json *json, const struct edit_plan *plan)
{
	jsonw_kobject(json, "counts");
	jsonw_kobject(json, "users");
	jsonw_kint(json, "add", (int64_t)count(plan, "user", false));
	jsonw_object_end(json);
	jsonw_kobject(json, "members");
	jsonw_kint(json, "add", (int64_t)count(plan, "member", false));
	jsonw_object_end(json);
	jsonw_kint(json, "skipped", (int64_t)count(plan, "user", true));
	jsonw_object_end(json);
}

static void as_json(const struct edit_plan *plan, struct result *out)
{
	struct json json;

	jsonw_begin(&json, &out->rows);
	rows_json(&json, plan);
	if (plan->shown)
		counts_json(&json, plan);
	jsonw_object_end(&json);
}

static void rows_text(const struct edit_plan *plan, size_t most, struct buf *out)
{
	size_t i, n = 0, all = 0;

	for (i = 0; i < plan->n_rows; i++) {
		if (plan->rows[i].skipped)
			continue;
		all++;
		if (n == most)
			continue;
		n++;
		buf_printf(out, "%-7s  %-9s  ", plan->rows[i].what,
			   change_of(&plan->rows[i]));
		text_safe(out, plan->rows[i].told);
		buf_addc(out, '\n');
	}
	if (n < all)
		buf_printf(out, "... and %zu more (--all shows them)\n", all - n);
}

void run_rows(const struct edit_plan *plan, const struct options *opts, struct result *out)
{
	out->plan = plan->shown;
	if (!plan->rows || !opts)
		return;
	if (opts->format == FORMAT_JSON)
		as_json(plan, out);
	else if (opts->format == FORMAT_TEXT &&
		 (opts->dry_run || opts->preview || (opts->asks && !opts->yes)))
		rows_text(plan, opts->few ? ROWS_SHOWN : SIZE_MAX, &out->text);
}

/* ---- the report ----------------------------------------------------------------------- */

static void report_json(const struct edit_plan *plan, const char *time, struct buf *out)
{
	struct json json;

	jsonw_begin(&json, out);
	jsonw_kstring(&json, "report", plan->report->title);
	jsonw_kstring(&json, "time", time);
	jsonw_kstring(&json, "by", app_actor_text(plan->app));
	jsonw_kobject(&json, "user");
	jsonw_kstring(&json, "id", plan->report->id);
	jsonw_kstring(&json, "email", plan->report->email);
	jsonw_kstring(&json, "name", plan->report->name);
	jsonw_object_end(&json);
	rows_json(&json, plan);
	jsonw_object_end(&json);
	buf_addc(out, '\n');
}

static void report_csv(const struct edit_plan *plan, struct buf *out)
{
	size_t i;

	buf_adds(out, "what,change,id,name,field,before,after\n");
	for (i = 0; i < plan->n_rows; i++) {
		const struct plan_row *row = &plan->rows[i];
		const char *cells[] = { row->what, change_of(row), row->id, row->name,
			row->field, row->before, row->after };
		size_t k;

		for (k = 0; k < sizeof(cells) / sizeof(cells[0]); k++)
			csv_put(out, cells[k] ? cells[k] : "", k == 0, k == 3);
		buf_addc(out, '\n');
	}
}

static void report_text(const struct edit_plan *plan, const char *time, struct buf *out)
{
	text_safe(out, plan->report->title);
	buf_printf(out, "\n%s, by ", time);
	text_safe(out, app_actor_text(plan->app));
	buf_adds(out, "\n\n");
	rows_text(plan, SIZE_MAX, out);
	if (!plan->n_rows)
		buf_adds(out, "Nothing is left behind.\n");
}

bool run_report(const struct edit_plan *plan, const struct options *opts, struct error *err)
{
	char time[CLOCK_TEXT];
	struct buf out;
	bool done;

	if (!plan->report)
		return true;
	clock_rfc3339(clock_now(), time);
	buf_init(&out, REPORT_LIMIT);
	if (opts->format == FORMAT_JSON)
		report_json(plan, time, &out);
	else if (opts->format == FORMAT_CSV)
		report_csv(plan, &out);
	else
		report_text(plan, time, &out);
	done = write_file(plan->report->path, &out, WRITE_NEW, err);
	if (!done) {
		error_field(err, "report");
		error_remedy(err, "name another file");
	}
	buf_release(&out);
	return done;
}

void run_faults(const struct edit_plan *plan, struct result *out)
{
	const struct file_faults *faults = plan->faults;
	struct error *kept;
	size_t n;

	if (!faults)
		return;
	n = faults->n < FILE_FAULTS ? faults->n : FILE_FAULTS;
	kept = arena_array(&out->arena, n + 1, sizeof(*kept));
	memcpy(kept, faults->v, n * sizeof(*kept));
	out->faults = kept;
	out->n_faults = n;
	out->all_faults = faults->n;
}
