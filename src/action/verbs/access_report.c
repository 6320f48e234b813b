/* access_report.c: the whole workspace counted, by project or by person; and what in it
 * wants a look (findings.h). */
#include <stdlib.h>
#include <string.h>

#include "action/judge/answers.h"
#include "action/review/findings_tell.h"
#include "base/csv.h"
#include "base/mem.h"

static const char *const by_what[] = { "project", "user", NULL };

enum by { BY_NOTHING, BY_PROJECT, BY_USER };

/* In how many projects a person ends at each level, and is held; all of them. */
struct tallied {
	uint32_t count[LEVELS], held;
};

struct report {
	const struct seen *seen;
	struct result *out;
	struct verdict *verdicts;
	struct tallied *people;		/* BY_USER */
	struct totals total;
	enum by by;
	enum format format;
	struct json json;
};

static void one_json(struct report *report, const char *id, const char *key,
		     const char *name, const struct totals *one)
{
	struct json *json = &report->json;

	jsonw_object(json);
	jsonw_kstring(json, "id", id);
	jsonw_kstring(json, key, name);
	answers_counts_json(json, one);
	jsonw_object_end(json);
}

static void one_csv(struct report *report, const char *id, const struct totals *one)
{
	struct buf *csv = &report->out->csv;
	int level;

	csv_put(csv, id, true, false);
	for (level = 0; level < LEVELS; level++)
		buf_printf(csv, ",%llu", (unsigned long long)one->count[level]);
	buf_printf(csv, ",%llu\n", (unsigned long long)one->downgraded);
}

static void one_row(struct report *report, const char *id, const char *name,
		    const struct totals *one)
{
	struct result *out = report->out;
	size_t level;

	result_cells(out, id, name);
	for (level = 0; level < LEVELS; level++)
		result_cellf(out, 2 + level, "%llu",
			     (unsigned long long)one->count[level]);
	result_cellf(out, 2 + LEVELS, "%llu",
		     (unsigned long long)one->downgraded);
}

static void one(struct report *report, const char *id, const char *key,
		const char *name, const struct totals *totals)
{
	if (report->format == FORMAT_JSON)
		one_json(report, id, key, name, totals);
	else if (report->format == FORMAT_CSV)
		one_csv(report, id, totals);
	else
		one_row(report, id, name, totals);
}

static void add_people(struct report *report)
{
	uint32_t i, n = seen_n_users(report->seen);

	for (i = 0; i < n; i++) {
		const struct verdict *v = &report->verdicts[i];

		report->people[i].count[v->effective]++;
		report->people[i].held += v->effective < v->granted;
	}
}

static void one_project(struct report *report, uint32_t project)
{
	struct totals one_ = { 0 };
	int level;

	access_of_project(seen_judged(report->seen), project, report->verdicts);
	access_count(seen_judged(report->seen), report->verdicts, &one_);
	for (level = 0; level < LEVELS; level++) {
		report->total.count[level] += one_.count[level];
		report->total.pairs += one_.count[level];
	}
	report->total.downgraded += one_.downgraded;
	if (report->by == BY_USER)
		add_people(report);
	else if (report->by == BY_PROJECT)
		one(report, seen_project(report->seen, project)->id, "title",
		    seen_project(report->seen, project)->title, &one_);
}

static void one_person(struct report *report, uint32_t user)
{
	const struct tallied *mine = &report->people[user];
	struct totals totals = { .downgraded = mine->held };
	int level;

	for (level = 0; level < LEVELS; level++)
		totals.count[level] = mine->count[level];
	one(report, seen_user(report->seen, user)->id, "email",
	    seen_user(report->seen, user)->email, &totals);
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
		if (report->by)
			jsonw_karray(&report->json, report->by == BY_USER ?
				     "by_user" : "by_project");
	} else if (report->format == FORMAT_CSV) {
		buf_adds(&out->csv, report->by == BY_USER ? "user_id" : report->by ?
			 "project_id" : "users,projects,pairs");
		buf_adds(&out->csv, ",none,app_only,can_view,can_edit,"
			 "full_access,downgraded\n");
	} else if (report->by) {
		bool people = report->by == BY_USER;

		result_columns(out, 8, people ? "user_id" : "project_id",
			       people ? "ID" : "PROJECT", CELL_CODE,
			       people ? "email" : "title",
			       people ? "PERSON" : "TITLE", CELL_TEXT,
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
		if (report->by)
			jsonw_array_end(&report->json);
		total_json(report);
		jsonw_object_end(&report->json);
	} else if (report->format == FORMAT_TEXT) {
		total_text(report);
	} else if (!report->by) {
		total_csv(report);
	}
}

static void count_all(struct report *report, const struct app *app)
{
	uint32_t n, i, *list = answers_projects(app, &report->out->arena, &n);

	report->verdicts = mem_array(seen_n_users(report->seen) + 1u,
				     sizeof(*report->verdicts));
	if (report->by == BY_USER)
		report->people = mem_array(seen_n_users(report->seen) + 1u,
					   sizeof(*report->people));
	report->total.projects = n;
	report->total.users = seen_count_users(report->seen);
	head(report);
	for (i = 0; i < n; i++)
		one_project(report, list[i]);
	if (report->by == BY_USER)
		list = answers_users(app, &report->out->arena, &n);
	for (i = 0; i < n && report->by == BY_USER; i++)
		one_person(report, list[i]);
	tail(report);
	free(report->verdicts);
	free(report->people);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct report report = { .seen = app_seen(app), .out = out };
	const char *by = arg_text(self, args, "by");
	const char *since = arg_text(self, args, "since");

	if (!answers_needs_admin(app, "the report on the workspace", err))
		return false;
	if (arg_count(self, args, "findings") && !by)
		return findings_tell(app, since, out, err);
	if (since || (by && arg_count(self, args, "findings"))) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", since ?
			  "a report since a revision is one of findings" :
			  "findings are listed one by one");
		return error_remedy(err, "gatehouse access report --findings "
				    "--since 41");
	}
	if (by)
		report.by = strcmp(by, "user") == 0 ? BY_USER : BY_PROJECT;
	report.format = answers_format(app);
	count_all(&report, app);
	return true;
}

const struct action action_access_report = {
	.noun = "access", .verb = "report",
	.summary = "Count levels and who is held, over the whole workspace",
	.help = "With --findings it lists what wants a look instead: projects that nobody "
		"can edit, what is open to Public or on the web, groups and grants that "
		"give nothing, owners who are deactivated or held below Full Access by their "
		"role or for an asset (a state that only reads holds everybody, and is "
		"none), one single Admin, people who are taken "
		"for each other, checks that fail. With --since it ends with 1 where one "
		"was not there at that revision, else with 0.",
	.example = "access report --by project --format csv",
	.synonyms = "totals statistics overview findings review problems audit",
	.params = {
		{ .name = "by", .label = "By", .help = "a line for each project or user",
		  .type = PARAM_CHOICE, .option = true, .choices = by_what },
		{ .name = "findings", .label = "Findings", .type = PARAM_FLAG,
		  .option = true, .help = "list what wants a look" },
		{ .name = "since", .label = "Since", .type = PARAM_TEXT, .option = true,
		  .help = "a revision or a time; with --findings: mark what was not there then" },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
