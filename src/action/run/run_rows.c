/* run_rows.c: what a file does, row by row (INTERFACES 4.1). */
#include "action/run/run_priv.h"

#include <string.h>

#include "action/core/plan.h"
#include "base/text.h"
#include "model/workspace_file.h"

enum { ROWS_SHOWN = 40 };

static void row_json(struct json *json, const struct plan_row *row)
{
	jsonw_object(json);
	jsonw_kstring(json, "what", row->what);
	jsonw_kstring(json, "id", row->id);
	jsonw_kstring(json, "name", row->name);
	jsonw_kstring(json, "change", row->skipped ? "skip" : "add");
	jsonw_kstring(json, "field", row->field);
	jsonw_kstring(json, "before", NULL);
	jsonw_kstring(json, "after", row->after);
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

static void as_json(const struct edit_plan *plan, struct result *out)
{
	struct json json;
	size_t i;

	jsonw_begin(&json, &out->rows);
	jsonw_karray(&json, "rows");
	for (i = 0; i < plan->n_rows; i++)
		row_json(&json, &plan->rows[i]);
	jsonw_array_end(&json);
	jsonw_kobject(&json, "counts");
	jsonw_kobject(&json, "users");
	jsonw_kint(&json, "add", (int64_t)count(plan, "user", false));
	jsonw_object_end(&json);
	jsonw_kobject(&json, "members");
	jsonw_kint(&json, "add", (int64_t)count(plan, "member", false));
	jsonw_object_end(&json);
	jsonw_kint(&json, "skipped", (int64_t)count(plan, "user", true));
	jsonw_object_end(&json);
	jsonw_object_end(&json);
}

static void as_text(const struct edit_plan *plan, const struct options *opts,
		    struct result *out)
{
	size_t i, n = 0, all = 0;

	for (i = 0; i < plan->n_rows; i++) {
		if (plan->rows[i].skipped)
			continue;
		all++;
		if (opts->few && n == ROWS_SHOWN)
			continue;
		n++;
		buf_printf(&out->text, "%-7s  add  ", plan->rows[i].what);
		text_safe(&out->text, plan->rows[i].told);
		buf_addc(&out->text, '\n');
	}
	if (n < all)
		buf_printf(&out->text, "... and %zu more (--all shows them)\n", all - n);
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
		as_text(plan, opts, out);
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
