/* run_rows.c: what a file does, row by row (INTERFACES 4.1), or what somebody leaves; the
 * report of it. */
#include "action/run/run.h"
#include "action/run/run_priv.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* all: those that are told beside them, too. */
static void rows_json(struct json *json, const struct plan_row *rows, size_t n, bool all)
{
	size_t i;

	jsonw_karray(json, "rows");
	for (i = 0; i < n; i++)
		if (all || !rows[i].beside)
			run_row_json(json, &rows[i]);
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
	rows_json(&json, plan->rows, plan->n_rows, false);
	if (plan->shown)
		counts_json(&json, plan);
	jsonw_object_end(&json);
}

static void rows_text(const struct plan_row *rows, size_t n, size_t most, bool beside,
		      struct buf *out)
{
	size_t i, shown = 0, all = 0;

	for (i = 0; i < n; i++) {
		if (rows[i].skipped || (rows[i].beside && !beside))
			continue;
		all++;
		if (shown == most)
			continue;
		shown++;
		buf_printf(out, "%-7s  %-10s  ", rows[i].what, change_of(&rows[i]));
		text_safe(out, rows[i].told);
		buf_addc(out, '\n');
	}
	if (shown < all)
		buf_printf(out, "... and %zu more (--all shows them)\n", all - shown);
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
		rows_text(plan->rows, plan->n_rows, opts->few ? ROWS_SHOWN : SIZE_MAX,
			  false, &out->text);
}

/* ---- the report ----------------------------------------------------------------------- */

/* One of them, as it is written. */
struct sheet {
	const struct edit_plan *plan;
	const struct plan_report *of;
	const struct plan_row *rows;	/* of->n, of this one alone */
	char time[CLOCK_TEXT];
};

static void report_json(const struct sheet *sheet, struct buf *out)
{
	struct json json;

	jsonw_begin(&json, out);
	jsonw_kstring(&json, "report", sheet->of->title);
	jsonw_kstring(&json, "time", sheet->time);
	jsonw_kstring(&json, "by", app_actor_text(sheet->plan->app));
	jsonw_kobject(&json, "user");
	jsonw_kstring(&json, "id", sheet->of->id);
	jsonw_kstring(&json, "email", sheet->of->email);
	jsonw_kstring(&json, "name", sheet->of->name);
	jsonw_object_end(&json);
	rows_json(&json, sheet->rows, sheet->of->n, true);
	jsonw_object_end(&json);
	buf_addc(out, '\n');
}

static void report_csv(const struct sheet *sheet, struct buf *out)
{
	size_t i;

	buf_adds(out, "what,change,id,name,field,before,after\n");
	for (i = 0; i < sheet->of->n; i++) {
		const struct plan_row *row = &sheet->rows[i];
		const char *cells[] = { row->what, change_of(row), row->id, row->name,
			row->field, row->before, row->after };
		size_t k;

		for (k = 0; k < sizeof(cells) / sizeof(cells[0]); k++)
			csv_put(out, cells[k] ? cells[k] : "", k == 0, k == 3);
		buf_addc(out, '\n');
	}
}

static void report_text(const struct sheet *sheet, struct buf *out)
{
	text_safe(out, sheet->of->title);
	buf_printf(out, "\n%s, by ", sheet->time);
	text_safe(out, app_actor_text(sheet->plan->app));
	buf_adds(out, "\n\n");
	rows_text(sheet->rows, sheet->of->n, SIZE_MAX, true, out);
	if (!sheet->of->n)
		buf_adds(out, "Nothing is left behind.\n");
}

static bool write_one(const struct sheet *sheet, enum format format, const char **name,
		      struct error *err)
{
	struct buf out, beside;
	bool done;

	buf_init(&out, REPORT_LIMIT);
	if (format == FORMAT_JSON)
		report_json(sheet, &out);
	else if (format == FORMAT_CSV)
		report_csv(sheet, &out);
	else
		report_text(sheet, &out);
	buf_init(&beside, 8192);
	done = write_file_beside(sheet->of->path, &out, WRITE_NEW, &beside, err);
	*name = arena_strdup(sheet->plan->arena, buf_text(&beside));
	if (!done) {
		error_field(err, "report");
		error_remedy(err, "name another file");
	}
	buf_release(&beside);
	buf_release(&out);
	return done;
}

/* "a/r.txt" and "./a/r.txt": the same name in the same folder. */
static bool is_same(struct arena *arena, const char *a, const char *b)
{
	const char *path[2] = { a, b }, *name[2];
	struct stat folder[2];
	size_t i;

	for (i = 0; i < 2; i++) {
		const char *slash = strrchr(path[i], '/');

		name[i] = slash ? slash + 1 : path[i];
		if (stat(slash ? arena_strndup(arena, path[i], (size_t)(slash - path[i]) + 1) :
			 ".", &folder[i]) != 0)
			return false;
	}
	return folder[0].st_dev == folder[1].st_dev &&
		folder[0].st_ino == folder[1].st_ino && strcmp(name[0], name[1]) == 0;
}

/* Two reports into one file, by whatever names. */
static bool meets_another(const struct edit_plan *plan, size_t n, struct error *err)
{
	const char *path = plan->reports[n].path;
	size_t i = 0;

	while (i < n && !is_same(plan->arena, plan->reports[i].path, path))
		i++;
	if (i == n)
		return false;
	error_set(err, ERROR_CONFLICT, "FILE_EXISTS", "%.200s would hold two reports", path);
	error_field(err, "report");
	return !error_remedy(err, "name a file for each");
}

bool run_report(const struct edit_plan *plan, const struct options *opts, struct error *err)
{
	struct sheet sheet = { .plan = plan };
	size_t i;

	clock_rfc3339(clock_now(), sheet.time);
	for (i = 0; i < plan->n_reports; i++) {
		sheet.of = &plan->reports[i];
		sheet.rows = plan->rows + sheet.of->first;
		if (meets_another(plan, i, err) ||
		    !write_one(&sheet, opts->format, &plan->reports[i].beside, err)) {
			run_report_take_back(plan, i);
			return false;
		}
	}
	return true;
}

void run_report_take_back(const struct edit_plan *plan, size_t n)
{
	while (n)
		unlink(plan->reports[--n].beside);
}

void run_report_place(struct edit_plan *plan, struct result *out)
{
	struct warning *all = arena_array(plan->arena, out->n_warnings + plan->n_reports + 1,
					  sizeof(*all));
	struct error err;
	size_t i;

	error_clear(&err);
	if (out->n_warnings)
		memcpy(all, out->warnings, out->n_warnings * sizeof(*all));
	for (i = 0; i < plan->n_reports; i++)
		if (!write_file_place(plan->reports[i].beside, plan->reports[i].path,
				      WRITE_NEW, &err))
			all[out->n_warnings++] = (struct warning){ "REPORT", arena_printf(
				plan->arena, "it is done, but %s; the report stands in %s",
				err.text, plan->reports[i].beside), false };
	out->warnings = all;
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
