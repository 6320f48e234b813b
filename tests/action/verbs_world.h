/* verbs_world.h: a small workspace in a temporary store, and verbs run in it
 * the way a command line runs them. */
#ifndef TESTS_VERBS_WORLD_H
#define TESTS_VERBS_WORLD_H

#include "tests/expect.h"

#include <unistd.h>

#include "action/core/action.h"
#include "action/run/app_open.h"
#include "action/run/run.h"
#include "action/scenario/demo.h"
#include "model/workspace_file.h"
#include "store/store.h"

#define WORLD_USERS \
	"\"users\":[" \
	"{\"id\":\"u-ada\",\"email\":\"ada@t.example\",\"name\":\"Ada\",\"role\":\"admin\"}," \
	"{\"id\":\"u-ben\",\"email\":\"ben@t.example\",\"name\":\"Ben\",\"role\":\"admin\"}," \
	"{\"id\":\"u-ed\",\"email\":\"ed@t.example\",\"name\":\"Ed\",\"role\":\"editor\"}," \
	"{\"id\":\"u-eve\",\"email\":\"eve@t.example\",\"name\":\"Eve\",\"role\":\"editor\"}," \
	"{\"id\":\"u-out\",\"email\":\"out@t.example\",\"name\":\"Otto\",\"role\":\"editor\"}," \
	"{\"id\":\"u-max\",\"email\":\"max@t.example\",\"name\":\"Max\",\"role\":\"manager\"}," \
	"{\"id\":\"u-exp\",\"email\":\"exp@t.example\",\"name\":\"Xenia\",\"role\":\"explorer\"}," \
	"{\"id\":\"u-vic\",\"email\":\"vic@t.example\",\"name\":\"Vic\",\"role\":\"viewer\"}," \
	"{\"id\":\"u-vin\",\"email\":\"vin@t.example\",\"name\":\"Vin\",\"role\":\"viewer\"}," \
	"{\"id\":\"u-gus\",\"email\":\"gus@t.example\",\"name\":\"Gus\",\"role\":\"guest\"}," \
	"{\"id\":\"u-off\",\"email\":\"off@t.example\",\"name\":\"Olga\",\"role\":\"editor\",\"active\":false}]"

/* In the group "In": ed, eve, vin.  q imports nothing; p imports a-in. */
#define WORLD_REST \
	"\"groups\":[" \
	"{\"id\":\"g-in\",\"name\":\"In\",\"members\":[\"u-ed\",\"u-eve\",\"u-vin\"]}," \
	"{\"id\":\"g-mix\",\"name\":\"Mix\",\"members\":[\"u-ada\",\"u-eve\",\"u-out\",\"u-vic\",\"u-gus\",\"u-off\"]}]," \
	"\"assets\":[" \
	"{\"id\":\"a-all\",\"kind\":\"secret\",\"name\":\"TOKEN\"}," \
	"{\"id\":\"a-in\",\"kind\":\"data_connection\",\"name\":\"Vault\",\"type\":\"postgres\",\"config\":{\"host\":\"h\"},\"status\":\"ok\",\"access\":[\"g-in\"]}," \
	"{\"id\":\"a-pkg\",\"kind\":\"git_package\",\"name\":\"lib\"}]," \
	"\"projects\":[" \
	"{\"id\":\"p\",\"title\":\"Paper\",\"owner\":\"u-ed\",\"assets\":[\"a-in\"],\"grants\":[{\"user\":\"u-eve\",\"level\":\"can_edit\"},{\"user\":\"u-max\",\"level\":\"can_view\"}]}," \
	"{\"id\":\"q\",\"title\":\"Quiet\",\"owner\":\"u-ed\",\"grants\":[{\"user\":\"u-eve\",\"level\":\"can_edit\"},{\"user\":\"u-max\",\"level\":\"full_access\"},{\"user\":\"u-out\",\"level\":\"can_edit\"}],\"own\":[{\"id\":\"o-1\",\"kind\":\"secret\",\"name\":\"OWN\"}]}," \
	"{\"id\":\"arch\",\"title\":\"Archive\",\"owner\":\"u-ed\",\"state\":\"archived\",\"grants\":[{\"user\":\"u-eve\",\"level\":\"can_edit\"},{\"user\":\"u-max\",\"level\":\"full_access\"},{\"group\":\"g-mix\",\"level\":\"can_view\"}],\"workspace\":\"can_view\",\"public_web\":\"can_view\"}," \
	"{\"id\":\"bin\",\"title\":\"Bin\",\"owner\":\"u-ed\",\"state\":\"trashed\"}]"

struct world {
	struct app app;
	struct result result;
	struct error err;
	bool has_result;
};

static inline void world_open_text(struct world *w, const char *text)
{
	char path[] = "/tmp/gatehouse-test-XXXXXX";
	int fd = mkstemp(path);
	FILE *file;

	memset(w, 0, sizeof(*w));
	error_clear(&w->err);
	assert_true(fd >= 0);
	file = fdopen(fd, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	app_init(&w->app, NULL);
	if (!demo_open_workspace(&w->app, path, NULL, &w->err))
		print_error("%s\n", w->err.text);
	unlink(path);
	assert_non_null(w->app.store);
}

/* plan: "enterprise"; settings: "\"share_to_web\":true" */
static inline void world_open_with(struct world *w, const char *plan,
				   const char *settings)
{
	struct buf text;

	buf_init(&text, 1 << 20);
	buf_printf(&text, "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		   "\"workspace\":{\"name\":\"T\",\"plan\":\"%s\","
		   "\"settings\":{%s}}," WORLD_USERS "," WORLD_REST "}",
		   plan, settings);
	world_open_text(w, buf_text(&text));
	buf_release(&text);
}

static inline void world_open(struct world *w)
{
	world_open_with(w, "enterprise", "");
}

static inline void world_close(struct world *w)
{
	if (w->has_result)
		result_release(&w->result);
	demo_discard(&w->app);
	app_release(&w->app);
}

/* Run "project share p --user u-eve --level can_view" as somebody: the exit
 * status.  Words are parted by single blanks. */
static inline int world_do(struct world *w, const char *as, const char *line)
{
	char copy[512], *word, *rest = copy;
	const char *words[32];
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { .format = FORMAT_TEXT };
	struct args args;
	uint32_t user = facts_user(&w->app.facts, as);
	int n = 0;
	bool ok;

	if (w->has_result)
		result_release(&w->result);
	w->has_result = false;
	assert_true(user != NOBODY);
	w->app.acting_as = user == w->app.actor ? NOBODY : user;
	assert_true(strlen(line) < sizeof(copy));
	memcpy(copy, line, strlen(line) + 1);
	while ((word = strsep(&rest, " ")))
		words[n++] = word;
	error_clear(&w->err);
	ok = args_parse(n, words, &arena, &action, &args, &opts, &w->err);
	if (ok) {
		ok = action_run(&w->app, action, &args, &opts, &w->result,
				&w->err);
		w->has_result = true;
	}
	arena_release(&arena);
	if (!ok)
		return error_exit_status(w->err.kind);
	return w->result.failed;
}

/* Assert status and code; says the error where it is another. */
#define DO(w, as, line, status, code_) do { \
	int got_ = world_do(w, as, line); \
	if (got_ != (status)) \
		print_error("%s: %s %s\n", line, (w)->err.code, (w)->err.text); \
	assert_int_equal(got_, status); \
	if (status) \
		assert_string_equal((w)->err.code, code_); \
} while (0)

static inline int64_t revision(struct world *w)
{
	int64_t n;

	assert_true(store_revision(w->app.store, &n, &w->err));
	return n;
}

static inline const char *world_warning(const struct world *w, const char *code)
{
	size_t i;

	for (i = 0; w->has_result && i < w->result.n_warnings; i++)
		if (strcmp(w->result.warnings[i].code, code) == 0)
			return w->result.warnings[i].text;
	return NULL;
}

static inline enum level world_level(struct world *w, const char *user,
				     const char *project, enum level *granted)
{
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(&w->app.facts, facts_user(&w->app.facts, user),
		      facts_project(&w->app.facts, project), &arena, &answer);
	arena_release(&arena);
	if (granted)
		*granted = answer.granted;
	return answer.effective;
}

/* Assert status, code and the field that an error names. */
#define WRONG(w, as, line, status, code_, field_) do { \
	DO(w, as, line, status, code_); \
	assert_string_equal((w)->err.field, field_); \
} while (0)

static inline bool world_is_stamp(const char *line)
{
	return strncmp(line, "\"updated_", 9) == 0 ||
		strncmp(line, "\"created_", 9) == 0 ||
		strncmp(line, "\"refresh_asked_", 15) == 0;
}

/* As a file, without what the store stamps when it commits. */
static inline void world_write(const struct facts *facts, struct buf *out)
{
	struct buf text;
	const char *line, *end;

	buf_init(&text, 1 << 24);
	buf_init(out, 1 << 24);
	workspace_write_json(&text, facts);
	for (line = buf_text(&text); *line; line = end) {
		end = line + strcspn(line, "\n");
		end += *end == '\n';
		if (!world_is_stamp(line + strspn(line, " ")))
			buf_add(out, line, (size_t)(end - line));
	}
	assert_false(text.overflow || out->overflow);
	buf_release(&text);
}

/* The facts in memory are those in the store, and a file of them says the same. */
static inline void world_is_stored(struct world *w)
{
	struct file_notes notes = { 0 };
	struct facts stored, read;
	struct buf here, there, again;

	facts_init(&stored);
	facts_init(&read);
	world_write(&w->app.facts, &here);
	assert_true(store_load(w->app.store, &stored, &w->err));
	world_write(&stored, &there);
	assert_string_equal(buf_text(&here), buf_text(&there));
	assert_true(workspace_read_json("w", buf_text(&here), here.len, &read,
					&notes, &w->err));
	world_write(&read, &again);
	assert_string_equal(buf_text(&here), buf_text(&again));
	buf_release(&here);
	buf_release(&there);
	buf_release(&again);
	facts_release(&stored);
	facts_release(&read);
}

/* The stored direct grant. */
static inline enum level world_grant(struct world *w, const char *user,
				     const char *project)
{
	const struct fact_grant *grant =
		facts_grant(&w->app.facts,
			    facts_project(&w->app.facts, project), false,
			    facts_user(&w->app.facts, user));

	return grant ? (enum level)grant->level : LEVEL_NONE;
}

/* batch_add with the words as arguments; put BATCH_END last. */
static inline bool batch_addv(struct batch *batch, struct error *err, ...)
{
	const char *word[64];
	va_list list;
	size_t n = 0;

	va_start(list, err);
	while (n < 64 && (word[n] = va_arg(list, const char *)))
		n++;
	va_end(list);
	return batch_add(batch, word, n, err);
}

#endif
