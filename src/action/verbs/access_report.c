/* access_report.c: the whole workspace counted. */
#include "action/judge/answers.h"
#include "base/csv.h"

static const char *const by_what[] = { "project", NULL };

struct report {
	const struct seen *seen;
	struct result *out;
	struct verdict *verdicts;
	struct totals total;
	bool by_project;
	enum format format;
	struct json json;
};

static void project_json(struct report *report, uint32_t project,
			 const struct totals *one)
{
	struct json *json = &report->json;

	jsonw_object(json);
	jsonw_kstring(json, "id", seen_project(report->seen, project)->id);
	jsonw_kstring(json, "title", seen_project(report->seen, project)->title);
	answers_counts_json(json, one);
	jsonw_object_end(json);
}

static void project_csv(struct report *report, uint32_t project,
			const struct totals *one)
{
	struct buf *csv = &report->out->csv;
	int level;

	csv_put(csv, seen_project(report->seen, project)->id, true, false);
	for (level = 0; level < LEVELS; level++)
		buf_printf(csv, ",%llu", (unsigned long long)one->count[level]);
	buf_printf(csv, ",%llu\n", (unsigned long long)one->downgraded);
}

static void project_row(struct report *report, uint32_t project,
			const struct totals *one)
{
	struct result *out = report->out;
	size_t level;

	result_cells(out, seen_project(report->seen, project)->id,
		     seen_project(report->seen, project)->title);
	for (level = 0; level < LEVELS; level++)
		result_cellf(out, 2 + level, "%llu",
			     (unsigned long long)one->count[level]);
	result_cellf(out, 2 + LEVELS, "%llu",
		     (unsigned long long)one->downgraded);
}

static void one_project(struct report *report, uint32_t project)
{
	struct totals one = { 0 };
	int level;

	access_of_project(seen_judged(report->seen), project, report->verdicts);
	access_count(seen_judged(report->seen), report->verdicts, &one);
	for (level = 0; level < LEVELS; level++) {
		report->total.count[level] += one.count[level];
		report->total.pairs += one.count[level];
	}
	report->total.downgraded += one.downgraded;
	if (!report->by_project)
		return;
	if (report->format == FORMAT_JSON)
		project_json(report, project, &one);
	else if (report->format == FORMAT_CSV)
		project_csv(report, project, &one);
	else
		project_row(report, project, &one);
}

static void total_json(struct report *report)
{
	struct json *json = &report->json;

	jsonw_kint(json, "users", (int64_t)report->total.users);
	jsonw_kint(json, "projects", (int64_t)report->total.projects);
	jsonw_kint(json, "pairs", (int64_t)report->total.pairs);
	answers_counts_json(json, &report->total);
	jsonw_kbool(json, "complete", true);
}

static void total_csv(struct report *report)
{
	const struct totals *total = &report->total;
	struct buf *csv = &report->out->csv;
	int level;

	buf_printf(csv, "%llu,%llu,%llu", (unsigned long long)total->users,
		   (unsigned long long)total->projects,
		   (unsigned long long)total->pairs);
	for (level = 0; level < LEVELS; level++)
		buf_printf(csv, ",%llu",
			   (unsigned long long)total->count[level]);
	buf_printf(csv, ",%llu\n", (unsigned long long)total->downgraded);
}

static void total_text(struct report *report)
{
	report->out->message = arena_printf(&report->out->arena,
		"%llu users, %llu projects, %llu pairs: %s.",
		(unsigned long long)report->total.users,
		(unsigned long long)report->total.projects,
		(unsigned long long)report->total.pairs,
		answers_counts_text(&report->total, &report->out->arena));
}

static void head(struct report *report)
{
	struct result *out = report->out;

	if (report->format == FORMAT_JSON) {
		jsonw_begin(&report->json, &out->json);
		if (report->by_project)
			jsonw_karray(&report->json, "by_project");
	} else if (report->format == FORMAT_CSV) {
		buf_adds(&out->csv, report->by_project ?
			 "project_id" : "users,projects,pairs");
		buf_adds(&out->csv, ",none,app_only,can_view,can_edit,"
			 "full_access,downgraded\n");
	} else if (report->by_project) {
		result_columns(out, 8, "project_id", "PROJECT", CELL_CODE,
			       "title", "TITLE", CELL_TEXT,
			       "none", "NONE", CELL_NUMBER,
			       "app_only", "APP", CELL_NUMBER,
			       "can_view", "VIEW", CELL_NUMBER,
			       "can_edit", "EDIT", CELL_NUMBER,
			       "full_access", "FULL", CELL_NUMBER,
			       "downgraded", "HELD", CELL_NUMBER);
	}
}

static void tail(struct report *report)
{
	if (report->format == FORMAT_JSON) {
		if (report->by_project)
			jsonw_array_end(&report->json);
		total_json(report);
		jsonw_object_end(&report->json);
	} else if (report->format == FORMAT_TEXT) {
		total_text(report);
	} else if (!report->by_project) {
		total_csv(report);
	}
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct report report = { .seen = app_seen(app), .out = out };
	uint32_t n, i, *projects;

	if (!answers_needs_admin(app, "the report on the workspace", err))
		return false;
	report.by_project = arg_count(self, args, "by");
	report.format = answers_format(app);
	report.verdicts = arena_array(&out->arena, seen_n_users(report.seen) + 1u,
				      sizeof(*report.verdicts));
	projects = answers_projects(app, &out->arena, &n);
	report.total.projects = n;
	report.total.users = seen_count_users(report.seen);
	head(&report);
	for (i = 0; i < n; i++)
		one_project(&report, projects[i]);
	tail(&report);
	return true;
}

const struct action action_access_report = {
	.noun = "access", .verb = "report",
	.summary = "Count levels and who is held, over the whole workspace",
	.example = "access report --by project --format csv",
	.synonyms = "totals statistics overview",
	.params = {
		{ .name = "by", .label = "By", .help = "a line for each",
		  .type = PARAM_CHOICE, .option = true, .choices = by_what },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
