/* files_test.c: files of a file integration in projects: who may, what they restrict, and
 * what becomes of them. */
#include "tests/action/verbs_world.h"

#include "action/judge/files.h"
#include "model/config.h"

#define LAKE "files connect Lake --type s3 --field bucket=acme-lake --field " \
	"region=eu-central-1 --field access_key_id=AKIA1"

static uint32_t at(const struct world *w, const char *project, const char *path)
{
	return file_find(&w->app.facts, facts_project(&w->app.facts, project), NOBODY,
			 path);
}

static void lake(struct world *w, const char *groups)
{
	char line[300];

	snprintf(line, sizeof(line), LAKE "%s", groups);
	DO(w, "u-ada", line, 0, "");
}

TEST(who_has_access_and_can_edit_imports_them)
{
	struct world w;

	world_open(&w);
	lake(&w, " --group In");
	DO(&w, "u-eve", "project import-file q --files Lake --path raw/x.csv", 0, "");
	assert_non_null(world_warning(&w, "NOT_VERIFIED"));
	assert_non_null(strstr(world_warning(&w, "NOT_VERIFIED"),
			       "external-files/s3/lake/raw/x.csv"));
	assert_non_null(world_warning(&w, "ALSO_IMPORTED"));
	assert_int_not_equal(at(&w, "q", "raw/x.csv"), NOBODY);
	DO(&w, "u-eve", "project import-file q --files Lake --path raw/y.csv", 0, "");
	assert_null(world_warning(&w, "ALSO_IMPORTED"));
	DO(&w, "u-eve", "project import-file q --files Lake --path raw/x.csv", 5,
	   "FILE_THERE");
	/* others are refused by name, and what they may not see is not there */
	DO(&w, "u-out", "project import-file q --files Lake --path raw/z.csv", 3,
	   "LEVEL_NEEDED");		/* held by the integration now */
	DO(&w, "u-vic", "project import-file arch --files Lake --path raw/z.csv", 3,
	   "LEVEL_NEEDED");
	DO(&w, "u-gus", "project import-file q --files Lake --path raw/z.csv", 4,
	   "NOT_FOUND");
	DO(&w, "u-ada", "project import-file q --files Lake --path raw/z.csv", 3,
	   "LEVEL_NEEDED");		/* an Admin without access takes it first */
	DO(&w, "u-eve", "project import-file q --files lib --path raw/z.csv", 2,
	   "BAD_VALUE");
	assert_string_equal(w.err.field, "files");
	DO(&w, "u-eve", "project import-file arch --files Lake --path x", 3,
	   "STATE_READ_ONLY");
	assert_string_equal(world_level(&w, "u-out", "q", NULL) == LEVEL_CAN_VIEW ?
			    "held" : "not held", "held");
	world_is_stored(&w);
	world_close(&w);
}

TEST(a_path_is_one_of_a_file)
{
	static const struct { const char *path; bool good; } all[] = {
		{ "x.csv", true }, { "raw/2026/x.csv", true }, { "a..b/c", true },
		{ "/x.csv", false }, { "raw/", false }, { "raw//x", false },
		{ "../x", false }, { "raw/../x", false }, { "raw/..", false },
		{ "..", false }, { "s3://acme/x", false }, { "", false },
	};
	char line[200];
	struct world w;
	size_t i;
	int status;

	world_open(&w);
	lake(&w, "");
	for (i = 0; i < COUNT_OF(all); i++) {
		assert_int_equal(file_path_fault(all[i].path) == NULL, all[i].good);
		if (!*all[i].path)
			continue;
		snprintf(line, sizeof(line), "project import-file q --files Lake --path %s",
			 all[i].path);
		status = all[i].good ? 0 : 2;
		DO(&w, "u-eve", line, status, "BAD_VALUE");
		if (status)
			assert_string_equal(w.err.field, "path");
	}
	world_is_stored(&w);
	world_close(&w);
}

TEST(they_go_and_come_back)
{
	struct arena arena = { 0 };
	struct world w;

	world_open(&w);
	lake(&w, "");
	DO(&w, "u-eve", "project import-file q --files Lake --path x.csv", 0, "");
	DO(&w, "u-eve", "project remove-file q --path y.csv", 4, "NOT_IMPORTED");
	DO(&w, "u-eve", "project remove-file q --path x.csv --files TOKEN", 4,
	   "NOT_IMPORTED");
	DO(&w, "u-eve", "project remove-file q --path x.csv", 0, "");
	assert_int_equal(at(&w, "q", "x.csv"), NOBODY);
	DO(&w, "u-eve", "undo", 0, "");
	assert_int_not_equal(at(&w, "q", "x.csv"), NOBODY);
	DO(&w, "u-eve", "redo", 0, "");
	assert_int_equal(at(&w, "q", "x.csv"), NOBODY);
	DO(&w, "u-eve", "undo", 0, "");
	/* its integration out of the project: it stays named */
	DO(&w, "u-eve", "project remove q --asset Lake", 0, "");
	assert_non_null(strstr(world_warning(&w, "FILES_STAY"), "1 file of Lake stays"));
	DO(&w, "u-eve", "project duplicate q", 0, "");
	assert_non_null(strstr(world_warning(&w, "FILES_COPIED"), "x.csv"));
	world_is_stored(&w);
	arena_release(&arena);
	world_close(&w);
}

static bool has_cell(const struct result *result, const char *text)
{
	size_t i;

	for (i = 0; i < result->n_rows * result->n_columns; i++)
		if (result->cells[i] && strcmp(result->cells[i], text) == 0)
			return true;
	return false;
}

/* With the integration there is nowhere to read them from, wherever they are named. */
TEST(they_go_with_their_integration)
{
	struct world w;

	world_open(&w);
	lake(&w, "");
	DO(&w, "u-eve", "project import-file q --files Lake --path x.csv", 0, "");
	DO(&w, "u-eve", "project import-file q --files Lake --path y.csv", 0, "");
	DO(&w, "u-eve", "project remove q --asset Lake", 0, "");
	DO(&w, "u-eve", "project show q", 0, "");
	assert_true(has_cell(&w.result, "file, not imported now"));
	DO(&w, "u-ada", "files delete Lake --dry-run", 2, "YES_NEEDED");
	DO(&w, "u-ada", "files delete Lake --yes", 0, "");
	assert_non_null(strstr(w.result.message, "which no project used, with 2 files of "
			       "it that projects name"));
	assert_int_equal(at(&w, "q", "x.csv"), NOBODY);
	assert_int_equal(at(&w, "q", "y.csv"), NOBODY);
	DO(&w, "u-ada", "undo", 5, "IRREVERSIBLE");
	DO(&w, "u-ada", "audit verify", 0, "");
	world_is_stored(&w);
	world_close(&w);
}

TEST(a_project_has_a_hundred)
{
	char line[100];
	struct world w;
	int i;

	world_open(&w);
	lake(&w, "");
	for (i = 0; i < FILES_MOST; i++) {
		snprintf(line, sizeof(line), "project import-file q --files Lake --path "
			 "f%d.csv", i);
		DO(&w, "u-eve", line, 0, "");
	}
	DO(&w, "u-eve", "project import-file q --files Lake --path more.csv", 5,
	   "FILES_FULL");
	DO(&w, "u-eve", "project remove-file q --path f1.csv", 0, "");
	DO(&w, "u-eve", "project import-file q --files Lake --path more.csv", 0, "");
	world_is_stored(&w);
	world_close(&w);
}

RUN(
    CASE(who_has_access_and_can_edit_imports_them), CASE(a_path_is_one_of_a_file),
    CASE(they_go_and_come_back),
    CASE(they_go_with_their_integration), CASE(a_project_has_a_hundred))
