/* replace_plan.c: the plan of a change of the whole, shown and asked about. */
#include "action/workspace/replace_workspace.h"

#include <string.h>

/* What stands in the plan, as a number: another file gives another one (FNV-1a). */
static void mix(uint64_t *sum, const char *text)
{
	for (text = text ? text : "\001"; *text; text++)
		*sum = (*sum ^ (unsigned char)*text) * 1099511628211u;
	*sum = (*sum ^ '\n') * 1099511628211u;
}

static uint64_t sum_of(const struct facts_diff *diff)
{
	uint64_t sum = 14695981039346656037u;

	for (size_t i = 0; i < diff->n_rows; i++) {
		const struct diff_row *row = &diff->rows[i];

		mix(&sum, row->id);
		mix(&sum, row->field);
		mix(&sum, row->before);
		mix(&sum, row->after);
	}
	return sum | 1;		/* 0 is none */
}

void replace_show(const struct replacement *whole, const struct facts_diff *diff,
		struct result *out)
{
	const struct options *opts = whole->app->opts;
	enum format format = opts ? opts->format : FORMAT_TEXT;
	bool dry = opts && opts->dry_run;
	size_t rows = opts && opts->rows ? opts->rows : whole->rows;
	struct json json;

	out->plan = sum_of(diff);
	out->preview.up = diff->up;
	out->preview.down = diff->down;
	out->preview.held = diff->held;
	out->message = arena_printf(&out->arena, "If it is done: %s.",
				    facts_diff_text(diff, &out->arena));
	/* As text also where a question may follow. */
	if (!dry || format == FORMAT_TEXT)
		facts_diff_lines(diff, rows, opts && opts->rows ? "" :
				 " (--all shows them)", &out->text);
	if (format == FORMAT_JSON) {
		jsonw_begin(&json, &out->changes);
		facts_diff_json(diff, &json);
		jsonw_object_end(&json);
	} else if (format == FORMAT_CSV) {
		facts_diff_csv(diff, &out->changes);
	}
}

static const char *of(uint64_t n, uint64_t all, const char *what,
		      struct arena *arena)
{
	return n ? arena_printf(arena, "%llu of %llu %s", (unsigned long long)n,
				(unsigned long long)all, what) : "";
}

/* More than a tenth of the active people or of the projects: their number. */
static uint64_t brake(const struct replacement *whole, const struct facts_diff *diff,
		      const char **what, struct arena *arena)
{
	uint64_t people = diff->people_gone, projects = diff->projects_gone;

	if (!whole->brakes)
		return 0;
	if (people * 10 <= diff->people)
		people = 0;
	if (projects * 10 <= diff->projects_all)
		projects = 0;
	*what = arena_printf(arena, "%s%s%s",
			     of(people, diff->people, "active people", arena),
			     people && projects ? " and " : "",
			     of(projects, diff->projects_all, "projects",
				arena));
	return people + projects;
}

/* False: the number was not given, or is another one. */
static bool counted(const struct replacement *whole, const char *what,
		    struct result *out, struct error *err)
{
	const struct options *opts = whole->app->opts;
	const char *given = opts && opts->typed ? opts->typed :
		whole->removing;

	if (given && strcmp(given, out->confirm) == 0)
		return true;
	if (given)
		error_set(err, ERROR_INVALID, "COUNT_WRONG", "%s would go, more "
			  "than a tenth: that is %s, not %.20s", what,
			  out->confirm, given);
	else
		error_set(err, ERROR_INVALID, "COUNT_NEEDED", "%s %s would go, "
			  "more than a tenth", out->message, what);
	out->message = arena_printf(&out->arena, "%s %s would go, more than a "
				    "tenth.", out->message, what);
	return error_remedy(err, "say --yes --removing %s to do it",
			    out->confirm);
}

static bool same_plan(const struct replacement *whole, const struct result *out,
		      struct error *err)
{
	const struct options *opts = whole->app->opts;

	if (!opts || !opts->plan || opts->plan == out->plan)
		return true;
	error_set(err, ERROR_CONFLICT, "STALE",
		  "the file was changed meanwhile: this is not what was shown");
	return error_remedy(err, "look at it again");
}

bool replace_sure(const struct replacement *whole, const struct facts_diff *diff,
		struct result *out, struct error *err)
{
	const struct options *opts = whole->app->opts;
	bool dry = opts && opts->dry_run;
	const char *what = "";
	uint64_t n = brake(whole, diff, &what, &out->arena);

	if (!same_plan(whole, out, err))
		return false;
	out->ask = true;
	if (n) {		/* the number typed is the yes */
		out->confirm = arena_printf(&out->arena, "%llu",
					    (unsigned long long)n);
		return counted(whole, what, out, err);
	}
	if ((opts && opts->yes) || (dry && whole->looks))
		return true;
	error_set(err, ERROR_INVALID, "YES_NEEDED", "if it is done: %s",
		  facts_diff_text(diff, &out->arena));
	return error_remedy(err, "say --yes to do it; --dry-run shows it row "
			    "by row");
}
