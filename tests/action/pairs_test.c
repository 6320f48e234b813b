/* pairs_test.c: one export of everything, held against project by project. */
#include "tests/action/verbs_world.h"

#include "tests/access/lab.h"

struct taken {
	struct buf text;
	size_t times, most;	/* most: stop after so many; 0: never */
};

static bool take(void *ctx, struct buf *text)
{
	struct taken *taken = ctx;

	buf_add(&taken->text, text->data, text->len);
	buf_reset(text);
	return !taken->most || ++taken->times < taken->most;
}

/* The answer of a line in a format, appended; drained or not. */
static void ask(struct world *w, const char *line, enum format format,
		struct taken *taken, bool drains)
{
	char copy[256], *word, *rest = copy;
	const char *words[16];
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { .format = format, .few = true };
	struct result result;
	struct args args;
	int n = 0;

	if (drains) {
		opts.drain = take;
		opts.drain_ctx = taken;
	}
	snprintf(copy, sizeof(copy), "%s", line);
	while ((word = strsep(&rest, " ")))
		words[n++] = word;
	assert_true(args_parse(n, words, &arena, &action, &args, &opts, &w->err));
	result_init(&result);
	if (!action_run(&w->app, action, &args, &opts, &result, &w->err))
		fail_msg("%s: %s", line, w->err.text);
	if (!result.told)
		buf_adds(&taken->text, buf_text(format == FORMAT_JSON ? &result.json :
			format == FORMAT_CSV ? &result.csv : &result.text));
	assert_false(drains && !result.told && strstr(line, "pairs"));
	result_release(&result);
	arena_release(&arena);
}

static void open_random(struct world *w, struct chance *chance)
{
	struct facts facts;
	struct buf text;

	lab_workspace(&facts, chance);
	lab_as_file(&facts);
	buf_init(&text, 1 << 24);
	workspace_write_json(&text, &facts);
	facts_release(&facts);
	world_open_text(w, buf_text(&text));
	buf_release(&text);
}

/* Lines of CSV that the filters keep; levels and code may be NULL. */
static void keep(const char *csv, const char *level, const char *code, struct buf *out)
{
	char line[4096], *comma;
	const char *end;
	bool first = true, kept;
	int i;

	for (; *csv; csv = end + 1, first = false) {
		end = strchr(csv, '\n');
		assert_true((size_t)(end - csv) < sizeof(line));
		memcpy(line, csv, (size_t)(end - csv));
		line[end - csv] = '\0';
		comma = line;
		for (i = 0; i < 5; i++)
			comma = strchr(comma, ',') + 1;
		kept = first || ((!level || (strncmp(comma, level, strlen(level)) == 0 &&
				 comma[strlen(level)] == ',')) &&
				 (!code || strstr(comma, code)));
		if (kept)
			buf_add(out, csv, (size_t)(end - csv) + 1);
	}
}

static int by_id(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every project, one after another, with one header line. */
static void one_by_one(struct world *w, struct taken *all)
{
	const struct facts *facts = &w->app.facts;
	const char *ids[64];
	char line[128];
	uint32_t i;

	assert_true(facts->n_projects <= 64);
	for (i = 0; i < facts->n_projects; i++)
		ids[i] = facts->projects[i].id;
	qsort(ids, facts->n_projects, sizeof(*ids), by_id);
	for (i = 0; i < facts->n_projects; i++) {
		struct taken one = { .times = 0 };
		const char *body;

		buf_init(&one.text, 1 << 24);
		snprintf(line, sizeof(line), "access project %s", ids[i]);
		ask(w, line, FORMAT_CSV, &one, false);
		body = buf_text(&one.text);
		buf_adds(&all->text, i ? strchr(body, '\n') + 1 : body);
		buf_release(&one.text);
	}
}

TEST(they_are_what_each_project_says)
{
	static const struct { const char *line, *level, *code; } filters[] = {
		{ "access pairs", NULL, NULL },
		{ "access pairs --level none", "none", NULL },
		{ "access pairs --level app_only", "app_only", NULL },
		{ "access pairs --level can_view", "can_view", NULL },
		{ "access pairs --level can_edit", "can_edit", NULL },
		{ "access pairs --level full_access", "full_access", NULL },
		{ "access pairs --limits ASSET_MISSING", NULL, "ASSET_MISSING" },
		{ "access pairs --limits role_cap_viewer", NULL, "ROLE_CAP_VIEWER" },
		{ "access pairs --limits ROLE_CAP_EXPLORER", NULL, "ROLE_CAP_EXPLORER" },
		{ "access pairs --limits STATE_READ_ONLY --level can_view", "can_view",
		  "STATE_READ_ONLY" },
	};
	struct chance chance = { 14 };
	size_t lines = 0;

	for (int world = 0; world < 80; world++) {
		struct taken all = { .times = 0 };
		struct world w;

		open_random(&w, &chance);
		buf_init(&all.text, 1 << 24);
		one_by_one(&w, &all);
		for (size_t i = 0; i < sizeof(filters) / sizeof(*filters); i++) {
			struct taken got = { .times = 0 };
			struct buf want;

			buf_init(&want, 1 << 24);
			buf_init(&got.text, 1 << 24);
			keep(buf_text(&all.text), filters[i].level, filters[i].code,
			     &want);
			ask(&w, filters[i].line, FORMAT_CSV, &got, i % 2);
			assert_string_equal(buf_text(&got.text), buf_text(&want));
			for (size_t k = 0; k < want.len; k++)
				lines += want.data[k] == '\n';
			buf_release(&got.text);
			buf_release(&want);
		}
		buf_release(&all.text);
		world_close(&w);
	}
	assert_true(lines > 10000);
}

/* How many lines of pairs name this user at this level; or, level NULL, below what was
 * granted. */
static unsigned pairs_of(const char *csv, const char *user, const char *level)
{
	char line[4096], *cell[7], *rest;
	const char *end;
	unsigned n = 0;
	int i;

	for (; *csv; csv = end + 1) {
		end = strchr(csv, '\n');
		snprintf(line, sizeof(line), "%.*s", (int)(end - csv), csv);
		for (rest = line, i = 0; i < 7; i++)
			cell[i] = strsep(&rest, ",");
		n += strcmp(cell[1], user) == 0 && strcmp(cell[0], "project_id") != 0 &&
			(level ? strcmp(cell[5], level) == 0 :
			 strcmp(cell[4], cell[5]) != 0);
	}
	return n;
}

TEST(the_report_by_user_counts_them)
{
	struct chance chance = { 77 };
	size_t rows = 0;

	for (int world = 0; world < 10; world++) {
		struct taken all = { .times = 0 }, by = { .times = 0 };
		const char *at, *end;
		char want[300];
		struct world w;

		open_random(&w, &chance);
		buf_init(&all.text, 1 << 24);
		buf_init(&by.text, 1 << 24);
		ask(&w, "access pairs", FORMAT_CSV, &all, true);
		ask(&w, "access report --by user", FORMAT_CSV, &by, false);
		at = strchr(buf_text(&by.text), '\n') + 1;
		for (; *at; at = end + 1, rows++) {
			const char *csv = buf_text(&all.text);
			char id[64];

			end = strchr(at, '\n');
			snprintf(id, sizeof(id), "%.*s", (int)strcspn(at, ","), at);
			snprintf(want, sizeof(want), "%s,%u,%u,%u,%u,%u,%u", id,
				 pairs_of(csv, id, "none"), pairs_of(csv, id, "app_only"),
				 pairs_of(csv, id, "can_view"),
				 pairs_of(csv, id, "can_edit"),
				 pairs_of(csv, id, "full_access"),
				 pairs_of(csv, id, NULL));
			assert_int_equal(strlen(want), (size_t)(end - at));
			assert_memory_equal(want, at, strlen(want));
		}
		buf_release(&all.text);
		buf_release(&by.text);
		world_close(&w);
	}
	assert_true(rows > 30);
}

static size_t lines_of(const struct buf *text, const char *begin)
{
	const char *at = buf_text(text), *end;
	size_t n = 0;

	for (; *at; at = end + 1, n++) {
		end = strchr(at, '\n');
		assert_non_null(end);
		assert_memory_equal(at, begin, strlen(begin));
	}
	return n;
}

TEST(json_is_an_object_a_line)
{
	struct taken json = { .times = 0 }, csv = { .times = 0 };
	struct world w;

	world_open(&w);
	buf_init(&json.text, 1 << 24);
	buf_init(&csv.text, 1 << 24);
	ask(&w, "access pairs", FORMAT_JSON, &json, true);
	ask(&w, "access pairs", FORMAT_CSV, &csv, true);
	assert_int_equal(lines_of(&json.text, "{\"project\":\""),
			 lines_of(&csv.text, "") - 1);
	assert_non_null(strstr(buf_text(&json.text), "{\"project\":\"arch\",\"id\":null,"
			       "\"email\":null,\"role\":\"anonymous\""));
	buf_release(&json.text);
	buf_release(&csv.text);
	world_close(&w);
}

/* One field of CSV after another, of text without quoted newlines. */
static const char *field(const char *at, char *out, size_t size)
{
	bool quoted = *at == '"';
	size_t n = 0;

	for (at += quoted; *at && (quoted ? !(*at == '"' && at[1] != '"') :
				   *at != ',' && *at != '\n'); at++) {
		at += quoted && *at == '"';
		assert_true(n + 1 < size);
		out[n++] = *at;
	}
	out[n] = '\0';
	at += quoted;
	return *at == ',' ? at + 1 : at;
}

/* The columns that others count on come first, unchanged; then title, name and why. */
TEST(wide_adds_names_and_why_after_the_columns)
{
	struct taken wide = { .times = 0 }, csv = { .times = 0 };
	char title[256], name[256], why[1024];
	const char *one, *other, *rest;
	struct world w;
	size_t n, held = 0, rows = 0;

	world_open(&w);
	buf_init(&wide.text, 1 << 24);
	buf_init(&csv.text, 1 << 24);
	ask(&w, "access pairs --wide", FORMAT_CSV, &wide, true);
	ask(&w, "access pairs", FORMAT_CSV, &csv, true);
	one = strchr(buf_text(&wide.text), '\n') + 1;
	other = strchr(buf_text(&csv.text), '\n') + 1;
	assert_memory_equal(buf_text(&wide.text), "project_id,user_id,email,role,granted,"
			    "effective,limits,title,name,why\n", 69);
	for (; *other; one = strchr(one, '\n') + 1, other += n + 1, rows++) {
		n = (size_t)(strchr(other, '\n') - other);
		assert_memory_equal(one, other, n);
		assert_int_equal(one[n], ',');
		rest = field(one + n + 1, title, sizeof(title));
		rest = field(rest, name, sizeof(name));
		rest = field(rest, why, sizeof(why));
		assert_int_equal(*rest, '\n');
		assert_true(title[0] && why[0]);
		assert_true(name[0] || strstr(other, ",,") == other + strcspn(other, ","));
		held += strcmp(why, "owner") == 0 && strcmp(name, "Ed") == 0;
	}
	assert_true(rows > 20 && held > 0);
	assert_int_equal(*one, '\0');
	buf_release(&wide.text);
	buf_release(&csv.text);
	world_close(&w);
}

/* As every text of a report (INTERFACES 4). */
TEST(wide_shows_what_no_terminal_may_have)
{
	struct taken wide = { .times = 0 };
	struct world w;

	world_open(&w);
	buf_init(&wide.text, 1 << 24);
	DO(&w, "u-ed", "project rename Paper =Pa\u202eper", 0, "");
	DO(&w, "u-ada", "access pairs", 0, "");	/* it is she who asks */
	ask(&w, "access pairs --wide", FORMAT_CSV, &wide, true);
	assert_null(strstr(buf_text(&wide.text), "\u202e"));
	assert_non_null(strstr(buf_text(&wide.text), ",'=Pa\\u202eper,Ed,owner\n"));
	buf_release(&wide.text);
	world_close(&w);
}

TEST(text_counts_what_it_lists)
{
	struct taken text = { .times = 0 };
	struct world w;

	world_open(&w);
	buf_init(&text.text, 1 << 20);
	ask(&w, "access pairs --limits asset_missing", FORMAT_TEXT, &text, true);
	/* Who is granted Can Edit on p is in the group that has its asset. */
	assert_string_equal(buf_text(&text.text),
			    "0 pairs of a person and a project.\n");
	buf_reset(&text.text);
	ask(&w, "access pairs --level full_access", FORMAT_TEXT, &text, true);
	assert_string_equal(buf_text(&text.text),
		"Paper    Ed     ed@t.example   Full Access   owner\n"
		"Quiet    Ed     ed@t.example   Full Access   owner\n"
		"Quiet    Max    max@t.example  Full Access   direct\n"
		"3 pairs of a person and a project.\n");
	buf_release(&text.text);
	world_close(&w);
}

/* A reader that goes away is not written to again, and what is held stays small. */
TEST(it_is_written_in_chunks_and_stops_when_nobody_reads)
{
	struct taken all = { .times = 0 }, some = { .most = 1 };
	struct world w;
	struct buf text;
	int i;

	buf_init(&text, 1 << 24);
	buf_adds(&text, "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		 "\"workspace\":{\"name\":\"T\",\"plan\":\"enterprise\"}," WORLD_USERS
		 ",\"projects\":[");
	for (i = 0; i < 2000; i++)
		buf_printf(&text, "%s{\"id\":\"p%05d\",\"title\":\"P\",\"owner\":\"u-ed\"}",
			   i ? "," : "", i);
	buf_adds(&text, "]}");
	world_open_text(&w, buf_text(&text));
	buf_init(&all.text, 1 << 24);
	buf_init(&some.text, 1 << 24);
	all.most = 1000;
	ask(&w, "access pairs", FORMAT_CSV, &all, true);
	assert_int_equal(lines_of(&all.text, ""), 1 + 2000 * 11);
	assert_true(all.times > 2);
	ask(&w, "access pairs", FORMAT_CSV, &some, true);
	assert_int_equal(some.times, 1);
	assert_true(some.text.len < all.text.len / 2);
	buf_release(&all.text);
	buf_release(&some.text);
	buf_release(&text);
	world_close(&w);
}

TEST(it_is_for_admins)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-max", "access pairs", 3, "ROLE_NEEDED");
	DO(&w, "u-gus", "access pairs --level can_edit", 3, "ROLE_NEEDED");
	DO(&w, "u-ada", "access pairs --level owner", 2, "BAD_VALUE");
	DO(&w, "u-ada", "access pairs --limits NOT_SHARED", 2, "BAD_VALUE");
	world_close(&w);
}

RUN(CASE(they_are_what_each_project_says), CASE(json_is_an_object_a_line),
    CASE(the_report_by_user_counts_them), CASE(wide_adds_names_and_why_after_the_columns),
    CASE(wide_shows_what_no_terminal_may_have), CASE(text_counts_what_it_lists),
    CASE(it_is_written_in_chunks_and_stops_when_nobody_reads), CASE(it_is_for_admins))
