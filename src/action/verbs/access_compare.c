/* access_compare.c: two people side by side, project by project. */
#include "access/words.h"
#include "action/core/word_list.h"
#include "action/judge/answers.h"
#include "action/review/compare.h"
#include "base/csv.h"
#include "base/text.h"

struct comparison {
	const struct seen *seen;
	struct result *out;
	struct arena *arena;		/* the result's */
	uint32_t users[2], *projects, n;
	struct copy_steps steps;
	bool copy;
};

static const char *command(const struct comparison *c, const struct copy_step *step)
{
	const char *words[COPY_WORDS], *line = "gatehouse";
	size_t n = copy_step_words(c->seen, step, c->users[1], c->arena, words), i;

	for (i = 0; i < n; i++)
		line = arena_printf(c->arena, "%s %s", line, word_cut(c->arena, words[i]));
	return line;
}

/* ---- JSON -------------------------------------------------------------------------- */

static void side_json(struct json *json, const struct comparison *c,
		      const struct answer *a)
{
	uint32_t i;

	jsonw_object(json);
	jsonw_kstring(json, "granted", level_code(a->granted));
	jsonw_kstring(json, "effective", level_code(a->effective));
	jsonw_karray(json, "limits");
	for (i = 0; i < a->n_limits; i++)
		jsonw_string(json, reason_code(a->limits[i].code));
	jsonw_array_end(json);
	jsonw_kstring(json, "why", access_why(c->seen, a, c->arena));
	jsonw_object_end(json);
}

static void people_json(struct json *json, const struct comparison *c)
{
	int side;

	jsonw_karray(json, "users");
	for (side = 0; side < 2; side++) {
		const struct fact_user *user = seen_user(c->seen, c->users[side]);
		uint32_t n, i, *groups = compare_groups(c->seen, c->users, side,
							c->arena, &n);

		jsonw_object(json);
		jsonw_kstring(json, "id", user->id);
		jsonw_kstring(json, "email", user->email);
		jsonw_kstring(json, "role", role_code(user->role));
		jsonw_kbool(json, "active", user->active);
		jsonw_karray(json, "only_in");
		for (i = 0; i < n; i++)
			jsonw_string(json, seen_group(c->seen, groups[i])->id);
		jsonw_array_end(json);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void edits_json(struct json *json, const struct comparison *c)
{
	size_t i, k, n;

	jsonw_karray(json, "edits");
	for (i = 0; i < c->steps.n; i++) {
		const char *words[COPY_WORDS];

		jsonw_object(json);
		jsonw_karray(json, "do");
		n = copy_step_words(c->seen, &c->steps.v[i], c->users[1], c->arena,
				    words);
		for (k = 0; k < n; k++)
			jsonw_string(json, words[k]);
		jsonw_array_end(json);
		jsonw_kstring(json, "text",
			      copy_step_name(c->seen, &c->steps.v[i], c->arena));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void as_json(const struct comparison *c)
{
	struct json json;
	uint32_t i, differ = 0;

	jsonw_begin(&json, &c->out->json);
	people_json(&json, c);
	jsonw_karray(&json, "projects");
	for (i = 0; i < c->n; i++) {
		struct compared one;

		compare_project(c->seen, c->users, c->projects[i], c->arena, &one);
		differ += one.differ;
		jsonw_object(&json);
		jsonw_kstring(&json, "id", seen_project(c->seen, one.project)->id);
		jsonw_kstring(&json, "title", seen_project(c->seen, one.project)->title);
		jsonw_karray(&json, "levels");
		side_json(&json, c, &one.of[0]);
		side_json(&json, c, &one.of[1]);
		jsonw_array_end(&json);
		jsonw_kbool(&json, "differ", one.differ);
		jsonw_kstring(&json, "why", compare_why(c->seen, &one, c->arena));
		jsonw_object_end(&json);
	}
	jsonw_array_end(&json);
	jsonw_kint(&json, "differ", differ);
	if (c->copy)
		edits_json(&json, c);
	jsonw_kint(&json, "revision", seen_workspace(c->seen).revision);
	jsonw_kbool(&json, "complete", true);
	jsonw_object_end(&json);
}

/* ---- rows ---------------------------------------------------------------------------- */

static const char *level_cell(const struct comparison *c, const struct answer *a)
{
	return a->effective == a->granted ? level_label(a->effective) :
		arena_printf(c->arena, "%s -> %s", level_label(a->granted),
			     level_label(a->effective));
}

static void text_row(const struct comparison *c, const struct compared *one)
{
	result_cells(c->out, seen_project(c->seen, one->project)->id,
		     seen_project(c->seen, one->project)->title,
		     level_cell(c, &one->of[0]), level_cell(c, &one->of[1]),
		     compare_why(c->seen, one, c->arena));
}

static void csv_row(const struct comparison *c, const struct compared *one)
{
	result_cells(c->out, seen_project(c->seen, one->project)->id,
		     seen_project(c->seen, one->project)->title,
		     level_code(one->of[0].granted), level_code(one->of[0].effective),
		     level_code(one->of[1].granted), level_code(one->of[1].effective),
		     compare_why(c->seen, one, c->arena));
}

static void rows(const struct comparison *c, bool csv)
{
	uint32_t i;

	if (csv)
		result_columns(c->out, 7, "project_id", "PROJECT", CELL_CODE,
			       "title", "TITLE", CELL_TEXT,
			       "first_granted", "GRANTED", CELL_CODE,
			       "first_effective", "EFFECTIVE", CELL_CODE,
			       "second_granted", "GRANTED", CELL_CODE,
			       "second_effective", "EFFECTIVE", CELL_CODE,
			       "why", "WHY", CELL_TEXT);
	else
		result_columns(c->out, 5, "project_id", "PROJECT", CELL_CODE,
			       "title", "TITLE", CELL_TEXT,
			       "first", compare_name(c->seen, c->users[0], c->arena),
			       CELL_CODE,
			       "second", compare_name(c->seen, c->users[1], c->arena),
			       CELL_CODE, "why", "WHY", CELL_TEXT);
	for (i = 0; i < c->n; i++) {
		struct arena scratch = { 0 };
		struct compared one;

		compare_project(c->seen, c->users, c->projects[i], &scratch, &one);
		if (csv)
			csv_row(c, &one);
		else
			text_row(c, &one);
		arena_release(&scratch);
	}
}

/* ---- what stands under them ------------------------------------------------------------- */

static void say_groups(const struct comparison *c, struct buf *out)
{
	int side;

	for (side = 0; side < 2; side++) {
		uint32_t n, i, *groups = compare_groups(c->seen, c->users, side,
							c->arena, &n);
		struct words names;

		words_init(&names, SIZE_MAX);
		for (i = 0; i < n; i++)
			words_add(&names, word_group(c->arena, c->seen, groups[i]));
		if (n)
			buf_printf(out, "Only %s is in %s. ",
				   compare_name(c->seen, c->users[side], c->arena),
				   words_done(&names, c->arena));
		else
			buf_release(&names.text);
	}
}

static void say(const struct comparison *c)
{
	const struct fact_user *one = seen_user(c->seen, c->users[0]);
	const struct fact_user *two = seen_user(c->seen, c->users[1]);
	const char *first = compare_name(c->seen, c->users[0], c->arena);
	const char *second = compare_name(c->seen, c->users[1], c->arena);
	struct buf text;

	buf_init(&text, 1 << 24);
	if (one->role != two->role)
		buf_printf(&text, "%s is %s, %s is %s. ", first, role_label(one->role),
			   second, role_label(two->role));
	say_groups(c, &text);
	buf_printf(&text, "%u project%s.", c->n, c->n == 1 ? "" : "s");
	c->out->message = arena_strdup(c->arena, buf_text(&text));
	buf_release(&text);
}

/* What would be done, instead of where they differ. */
static void copy_rows(const struct comparison *c)
{
	const struct fact_user *one = seen_user(c->seen, c->users[0]);
	const struct fact_user *two = seen_user(c->seen, c->users[1]);
	size_t i;

	result_columns(c->out, 2, "gives", "GIVES", CELL_TEXT, "do", "DO", CELL_TEXT);
	for (i = 0; i < c->steps.n; i++)
		result_cells(c->out, copy_step_name(c->seen, &c->steps.v[i], c->arena),
			     command(c, &c->steps.v[i]));
	if (!c->steps.n)
		c->out->message = arena_printf(c->arena, "%s lacks nothing of what is "
			"given to %s by name or through a group.",
			compare_name(c->seen, c->users[1], c->arena),
			compare_name(c->seen, c->users[0], c->arena));
	else
		c->out->message = arena_printf(c->arena, "All of it at once: gatehouse "
			"access copy %s %s%s", word_cut(c->arena, one->id),
			word_cut(c->arena, two->id), one->role == two->role ? "" :
			arena_printf(c->arena, " (and --role: %s is %s)",
				     compare_name(c->seen, c->users[0], c->arena),
				     role_label(one->role)));
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct comparison c = { .seen = app_seen(app), .out = out,
				.arena = &out->arena };

	if (!answers_needs_admin(app, "comparing people", err) ||
	    !app_find_user(app, arg_text(self, args, "first"), &c.users[0], err) ||
	    !app_find_user(app, arg_text(self, args, "second"), &c.users[1], err))
		return false;
	if (c.users[0] == c.users[1]) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", "that is one person twice");
		return error_field(err, "second");
	}
	c.copy = arg_count(self, args, "copy");
	c.projects = compare_projects(c.seen, c.users, arg_count(self, args, "all"),
				      c.arena, &c.n);
	if (c.copy)
		copy_steps_find(c.seen, c.users, false, c.arena, &c.steps);
	out->user = c.users[1];
	if (answers_format(app) == FORMAT_JSON) {
		as_json(&c);
		return true;
	}
	if (c.copy) {
		copy_rows(&c);
		return true;
	}
	rows(&c, answers_format(app) == FORMAT_CSV);
	say(&c);
	return true;
}

const struct action action_access_compare = {
	.noun = "access", .verb = "compare",
	.summary = "Compare two people, project by project",
	.help = "Both levels on each project where they differ, and why; the groups that "
		"only one of them is in, and their roles. --copy lists what would give "
		"the second what is given to the first by name or through a group; access "
		"copy does it.",
	.example = "access compare ravi@acme.example dana@acme.example",
	.synonyms = "difference side by side versus same as like",
	.on = "user",
	.params = {
		PARAM_THE_("first", "Person", PARAM_USER, "id, e-mail or name"),
		PARAM_THE_("second", "With", PARAM_USER, "the other one"),
		{ .name = "all", .label = "All", .type = PARAM_FLAG, .option = true,
		  .help = "also projects where they do not differ" },
		{ .name = "copy", .label = "Copy", .type = PARAM_FLAG, .option = true,
		  .help = "list instead what would give the second what the first has" },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
