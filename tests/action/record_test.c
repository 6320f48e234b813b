/* record_test.c: what is recorded is repeated by the scenario that was written. */
#include "tests/action/undo_world.h"

#include <sys/stat.h>

#include "action/core/read_file.h"
#include "action/core/witness.h"
#include "action/scenario/record.h"
#include "action/scenario/scenario.h"
#include "action/undo/event_log.h"

enum { LINES = 4 };

static char folder[64], file[96], beside[96];

static void begin(struct world *w)
{
	snprintf(folder, sizeof(folder), "/tmp/gatehouse-record-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(file, sizeof(file), "%s/r.json", folder);
	snprintf(beside, sizeof(beside), "%s/r.workspace.json", folder);
	open_world(w);
	if (!record_begin(&w->app, file, false, &w->err))
		fail_msg("%s", w->err.text);
}

static void finish(struct world *w)
{
	world_close(w);
	unlink(file);
	unlink(beside);
	assert_int_equal(rmdir(folder), 0);
}

static char *recorded(void)
{
	struct error err;
	struct buf text;
	char *copy;

	assert_true(slurp(file, &text, &err));
	copy = strdup(buf_text(&text));
	buf_release(&text);
	assert_non_null(copy);
	return copy;
}

static void put(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	assert_true(fputs(text, out) >= 0);
	assert_int_equal(fclose(out), 0);
}

static void has(const char *path, const char *text)
{
	struct error err;
	struct buf is;

	assert_true(slurp(path, &is, &err));
	same_bytes(path, text, buf_text(&is));
	buf_release(&is);
}

static bool says(const char *words)
{
	char *text = recorded();
	bool yes = strstr(text, words) != NULL;

	if (!yes)
		print_error("%s is not in\n%s\n", words, text);
	free(text);
	return yes;
}

/* All that moved is expected. */
static void expects_all(void)
{
	char *text = recorded(), *at = strstr(text, "are not expected here: ");

	while (at && at > text && at[-1] != '\n')
		at--;
	if (at)
		fail_msg("left out: %.700s", at);
	free(text);
}

struct ran { size_t steps, commands, bad; };

static void seen(void *ctx, const struct scenario_step *step, size_t number,
		 const struct scenario_outcome *outcome)
{
	struct ran *ran = ctx;

	ran->steps++;
	ran->commands += step->n_words ? 1 + step->n_more : 0;
	if (outcome->good)
		return;
	ran->bad++;
	print_error("step %zu: %s\n", number, outcome->failure);
}

/* From its beginning, on a copy of its own. */
static struct ran again(void)
{
	struct scenario scenario;
	struct arena arena = { 0 };
	struct ran ran = { 0, 0, 0 };
	struct error err;

	error_clear(&err);
	if (!scenario_load(file, &arena, &scenario, &err) ||
	    !scenario_through(&scenario, seen, &ran, &err))
		fail_msg("%s", err.text);
	arena_release(&arena);
	return ran;
}

/* ---- each kind of edit ------------------------------------------------------------- */

#define NO_VERB "no verb makes it"

/* How each is recorded: what is done, the last line makes it; or why it is not. */
static const struct sample {
	enum edit_kind kind;
	const char *as;
	const char *line[LINES];
	const char *never;
} samples[] = {
	{ EDIT_WORKSPACE_NAME, "u-ada", { "workspace set --name New" }, NULL },
	{ EDIT_WORKSPACE_SSH_KEY, NULL, { NULL }, NO_VERB },
	{ EDIT_PLAN, "u-ada", { "workspace plan team" }, NULL },
	{ EDIT_SETTING, "u-ada", { "workspace set --share-to-web off" }, NULL },
	{ EDIT_DEFAULT_ASSET, "u-ada", { "connection set-default a-in" }, NULL },
	{ EDIT_USER_ADD, "u-ada", { "user add new@t.example --role editor" }, NULL },
	{ EDIT_USER_NAME, "u-ada", { "user edit u-vic --name Victor" }, NULL },
	{ EDIT_USER_LOGIN, "u-ada", { "user edit u-vic --unix-login vic" }, NULL },
	{ EDIT_USER_ROLE, "u-ada", { "user role u-vic editor" }, NULL },
	{ EDIT_USER_ACTIVE, "u-ada",
	  { "user deactivate u-ed --transfer-to u-ben --yes" }, NULL },
	{ EDIT_USER_DELETE, "u-ada",
	  { "user add new@t.example --role editor", "undo" }, NULL },
	{ EDIT_GROUP_ADD, "u-ada", { "group create Fresh" }, NULL },
	{ EDIT_GROUP_NAME, "u-ada",
	  { "group create Fresh", "group rename Fresh Old" }, NULL },
	{ EDIT_GROUP_DELETE, "u-ada",
	  { "group create Fresh", "group add Fresh u-vic", "group delete Fresh --yes" },
	  NULL },
	{ EDIT_MEMBER, "u-ada", { "group add g-in u-out u-gus" }, NULL },
	{ EDIT_ASSET_ADD, "u-ada", { "secret create FRESH" }, NULL },
	{ EDIT_ASSET_NAME, "u-ada",
	  { "secret create FRESH", "secret edit FRESH --name STALE" }, NULL },
	{ EDIT_ASSET_TYPE, "u-ada",
	  { "connection create Fresh --draft", "connection edit Fresh --type mysql "
	    "--draft" }, NULL },
	{ EDIT_ASSET_CONFIG, "u-ada", { "connection edit a-in --field port=5433" }, NULL },
	{ EDIT_ASSET_DESCRIPTION, "u-ada", { "connection edit a-in --description Deep" },
	  NULL },
	{ EDIT_ASSET_STATUS, "u-ada", { "connection create Fresh --draft --type postgres",
	    "connection edit Fresh --field host=h --field database=d --field username=u" },
	  NULL },
	{ EDIT_ASSET_REFRESH_ASKS, "u-ada", { "connection refresh-schema a-in" }, NULL },
	{ EDIT_ASSET_DELETE, "u-ada", { "secret delete a-all --yes" }, NULL },
	{ EDIT_ASSET_GROUP, "u-ada", { "connection access a-in --add g-mix" }, NULL },
	{ EDIT_ASSET_BUILTIN, "u-ada", { "connection access a-in --add workspace" }, NULL },
	{ EDIT_PROVIDER_ADD, "u-ada", { "provider connect gitlab --field group=acme" }, NULL },
	{ EDIT_PROVIDER_NAME, "u-ada", { "provider edit pr-gh --name Hub" }, NULL },
	{ EDIT_PROVIDER_TYPE, NULL, { NULL }, NO_VERB },
	{ EDIT_PROVIDER_CONFIG, "u-ada", { "provider edit pr-gh --approval approved" }, NULL },
	{ EDIT_PROVIDER_DELETE, "u-ada", { "provider disconnect pr-gh --yes" }, NULL },
	{ EDIT_TOKEN_ADD, "u-ada", { "token register Nightly --type workspace --last-four "
	    "9f3c --scope users_read --expires 30" }, NULL },
	{ EDIT_TOKEN_NAME, NULL, { NULL }, NO_VERB },
	{ EDIT_TOKEN_TYPE, NULL, { NULL }, NO_VERB },
	{ EDIT_TOKEN_CONFIG, "u-ada", { "token register Nightly --type workspace --last-four "
	    "9f3c --scope users_read --expires 30", "token revoke Nightly" }, NULL },
	{ EDIT_TOKEN_DELETE, "u-ada", { "token register Nightly --type workspace --last-four "
	    "9f3c --scope users_read --expires 30", "undo" }, NULL },
	{ EDIT_REQUEST_ADD, "u-eve", { "access request q full_access" }, NULL },
	{ EDIT_REQUEST_NAME, NULL, { NULL }, NO_VERB },
	{ EDIT_REQUEST_TYPE, "u-eve", { "access request q full_access",
	    "project share q --user u-eve --level full_access" }, NULL },
	{ EDIT_REQUEST_CONFIG, "u-eve", { "access request q full_access",
	    "access answer u-eve/q grant" }, NULL },
	{ EDIT_REQUEST_DELETE, "u-eve", { "access request q full_access", "undo" }, NULL },
	{ EDIT_PROJECT_ADD, "u-ed", { "project create Fresh" }, NULL },
	{ EDIT_PROJECT_TITLE, "u-ed", { "project create Fresh", "project rename Fresh Old" },
	  NULL },
	{ EDIT_PROJECT_DESCRIPTION, "u-ed", { "project set q --description Long" }, NULL },
	{ EDIT_PROJECT_STATUS, "u-ed", { "project set q --status Completed" }, NULL },
	{ EDIT_PROJECT_CATEGORIES, "u-ed", { "project set q --category A --category B" },
	  NULL },
	{ EDIT_PROJECT_STATE, "u-ed", { "project archive q" }, NULL },
	{ EDIT_PROJECT_OWNER, "u-ed", { "project transfer q u-eve" }, NULL },
	{ EDIT_PROJECT_EDITORS, "u-ed", { "project editors-may-share q off" }, NULL },
	{ EDIT_PROJECT_WORKSPACE, "u-ed", { "project share-workspace q can_view" }, NULL },
	{ EDIT_PROJECT_PUBLIC, "u-ed", { "project share-web q can_view" }, NULL },
	{ EDIT_PROJECT_DELETE, "u-ed", { "project delete bin --yes" }, NULL },
	{ EDIT_GRANT_USER, "u-ed", { "project share q --user u-vin --level can_view" },
	  NULL },
	{ EDIT_GRANT_GROUP, "u-ed", { "project share q --group g-in --level can_view" },
	  NULL },
	{ EDIT_IMPORT, "u-ed", { "project import q --asset a-in" }, NULL },
	{ EDIT_OWN_ADD, "u-ed", { "secret create FRESH --project q" }, NULL },
	{ EDIT_OWN_NAME, "u-ed", { "secret create FRESH --project q",
	    "secret edit FRESH --project q --name OLD" }, NULL },
	{ EDIT_OWN_TYPE, "u-ed", { "connection create Fresh --project q --draft",
	    "connection edit Fresh --project q --type mysql --draft" }, NULL },
	{ EDIT_OWN_CONFIG, "u-ed", { "connection create Fresh --project q --type postgres "
	    "--field host=h --field database=d --field username=u",
	    "connection edit Fresh --project q --field port=5433" }, NULL },
	{ EDIT_OWN_DELETE, "u-ed", { "secret delete OWN --project q --yes" }, NULL },
};

static bool is_made(struct world *w, enum edit_kind kind)
{
	struct arena arena = { 0 };
	struct event_log log;
	struct past past;
	bool found = false;
	size_t i, k;

	assert_true(event_log_load(&w->app, &arena, &log, &w->err));
	for (i = 0; i < log.n; i++) {
		if (!event_log_read(&log.v[i], &arena, &past))
			continue;
		for (k = 0; k < past.n; k++)
			found |= past.edits[k].kind == kind;
	}
	arena_release(&arena);
	return found;
}

/* By somebody else than who asked. */
static bool is_answer(const char *line)
{
	return strncmp(line, "access answer", strlen("access answer")) == 0 ||
		strstr(line, "--user u-eve --level full_access");
}

/* What is said to be made by none is made by none of the others. */
static void none_of_the_never(struct world *w)
{
	size_t i;

	for (i = 0; i < COUNT_OF(samples); i++)
		if (samples[i].never && is_made(w, samples[i].kind))
			fail_msg("%s is made by a verb", edit_kind_name(samples[i].kind));
}

static void tried(const struct sample *sample)
{
	const char *name = edit_kind_name(sample->kind);
	struct world w;
	struct ran ran;
	size_t n = 0;

	begin(&w);
	for (; n < LINES && sample->line[n]; n++)
		if (world_do(&w, n && is_answer(sample->line[n]) ? "u-ed" : sample->as,
			     sample->line[n]) != 0)
			fail_msg("%s: %s: %s", name, sample->line[n], w.err.text);
	if (!is_made(&w, sample->kind))
		fail_msg("%s is not made by its sample", name);
	none_of_the_never(&w);
	if (w.app.witness->steps != n || w.app.witness->missed || w.app.witness->lost) {
		(void)says("(nothing)");
		fail_msg("%s: %zu steps, %zu missed", name, w.app.witness->steps,
			 w.app.witness->missed);
	}
	expects_all();
	ran = again();
	if (ran.bad || ran.commands != n)
		fail_msg("%s does not repeat", name);
	finish(&w);
}

TEST(each_kind_of_edit_is_repeated_or_named)
{
	size_t kind, i, rows;

	for (kind = 0; kind < EDIT_KINDS; kind++) {
		for (rows = 0, i = 0; i < COUNT_OF(samples); i++)
			rows += samples[i].kind == (enum edit_kind)kind;
		if (rows != 1)
			fail_msg("%s: %zu rows in record_test.c",
				 edit_kind_name((enum edit_kind)kind), rows);
	}
	for (i = 0; i < COUNT_OF(samples); i++)
		if (!samples[i].never)
			tried(&samples[i]);
}

/* ---- each verb -------------------------------------------------------------------------- */

/* Undoing an undo, by numbers that are others there. */
TEST(undo_and_redo_are_about_the_same_event)
{
	struct world w;
	struct ran ran;

	begin(&w);
	DO(&w, "u-ed", "project share-workspace q can_view", 0, "");
	DO(&w, "u-ada", "group create Fresh", 0, "");
	DO(&w, "u-ed", "undo", 0, "");
	DO(&w, "u-ed", "redo", 0, "");
	DO(&w, "u-ed", "undo 2", 0, "");
	assert_int_equal(w.app.witness->steps, 5);
	assert_int_equal(w.app.witness->missed, 0);
	assert_true(says("\"do\":[\"undo\",\"2\"]"));
	ran = again();
	assert_int_equal(ran.bad, 0);
	assert_int_equal(ran.commands, 5);
	finish(&w);
}

/* Ids of what is made are others each time. */
TEST(what_was_made_is_called_by_its_name)
{
	struct world w;
	char line[200];

	begin(&w);
	DO(&w, "u-ada", "group create Fresh", 0, "");
	snprintf(line, sizeof(line), "group add %s u-vic",
		 w.app.facts.groups[w.result.group].id);
	DO(&w, "u-ada", line, 0, "");
	assert_true(says("[\"group\",\"add\",\"Fresh\",\"vic@t.example\"]"));
	DO(&w, "u-eve", "access request q full_access", 0, "");
	snprintf(line, sizeof(line), "access answer %s decline --message no",
		 w.app.facts.requests[0].id);
	DO(&w, "u-ed", line, 0, "");
	assert_true(says("\"eve@t.example/q\""));
	DO(&w, "u-vic", "access request --role editor", 0, "");
	snprintf(line, sizeof(line), "access answer %s grant",
		 w.app.facts.requests[w.app.facts.n_requests - 1].id);
	DO(&w, "u-ada", line, 0, "");
	assert_true(says("\"vic@t.example/role\""));
	assert_int_equal(w.app.witness->missed, 0);
	assert_int_equal(again().bad, 0);
	finish(&w);
}

/* A name may look like an option. */
TEST(a_name_like_an_option_is_repeated)
{
	struct world w;

	begin(&w);
	DO(&w, "u-ada", "group create -- --odd", 0, "");
	DO(&w, "u-ada", "group add -- --odd u-vic", 0, "");
	DO(&w, "u-ed", "project share q --group=--odd --level can_view", 0, "");
	DO(&w, "u-ada", "connection create --draft -- --deep", 0, "");
	DO(&w, "u-ada", "connection delete --yes -- --deep", 0, "");
	assert_int_equal(w.app.witness->missed, 0);
	assert_true(says("[\"group\",\"create\",\"--\",\"--odd\"]"));
	assert_true(says("[\"connection\",\"delete\",\"--yes\",\"--\",\"--deep\"]"));
	assert_int_equal(again().bad, 0);
	assert_int_equal(again().commands, 5);
	finish(&w);
}

TEST(one_save_is_one_step)
{
	struct options opts = { .yes = true };
	struct batch batch;
	struct world w;
	struct ran ran;

	begin(&w);
	batch_init(&batch);
	assert_true(batch_addv(&batch, &w.err, "group", "create", "and", BATCH_END));
	assert_true(batch_addv(&batch, &w.err, "group", "add", "and", "u-vic", BATCH_END));
	assert_true(batch_addv(&batch, &w.err, "project", "share", "q", "--group", "g-in",
			       "--level", "can_view", BATCH_END));
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	result_release(&w.result);
	w.has_result = batch_run(&w.app, &batch, &opts, &w.result, &w.err);
	assert_true(w.has_result);
	batch_release(&batch);
	assert_int_equal(w.app.witness->steps, 2);
	assert_true(says("\"and\":[[\"group\",\"add\",\"and\",\"vic@t.example\"],"
			 "[\"project\",\"share\""));
	ran = again();
	assert_int_equal(ran.bad, 0);
	assert_int_equal(ran.commands, 4);
	finish(&w);
}

/* People of a file are people by their addresses: a scenario reads no file. */
TEST(a_list_is_recorded_without_its_file)
{
	static char list[128], line[256];
	struct world w;
	struct ran ran;
	char *text;

	begin(&w);
	snprintf(list, sizeof(list), "%s/list.csv", folder);
	put(list, "email,name,role,groups\n"
	    "ann@n.example,Ann Bell,editor,g-in;g-mix\n"
	    "bo@n.example,\"Bo, Jr\",viewer,g-in\n"
	    "cy@n.example,,viewer,\n"
	    "di@n.example,\"Di \"\"D\"\" <x>\",viewer,\n"
	    "vic@t.example,Vic,viewer,\n");
	snprintf(line, sizeof(line), "user add --file %s", list);
	DO(&w, "u-ada", line, 0, "");
	DO(&w, "u-ada", "undo", 0, "");
	DO(&w, "u-ada", "redo", 0, "");
	put(list, "email\nvic@t.example\ncy@n.example\n");
	snprintf(line, sizeof(line), "group add g-mix --file %s", list);
	DO(&w, "u-ada", line, 0, "");
	assert_int_equal(remove(list), 0);
	assert_int_equal(w.app.witness->steps, 4);
	assert_int_equal(w.app.witness->missed, 0);
	assert_true(says("[\"user\",\"add\",\"Ann Bell <ann@n.example>\",\"--role\","
			 "\"editor\"]"));
	assert_true(says("\"\\\"Bo, Jr\\\" <bo@n.example>\",\"cy@n.example\""));
	assert_true(says("[\"user\",\"add\",\"di@n.example\",\"--role\",\"viewer\","
			 "\"--name\",\"Di \\\"D\\\" <x>\"]"));
	assert_true(says("[\"group\",\"add\",\"g-in\",\"ann@n.example\","
			 "\"bo@n.example\"]"));
	assert_true(says("[\"group\",\"add\",\"g-mix\","));
	text = recorded();
	assert_null(strstr(text, "--file"));
	free(text);
	ran = again();
	assert_int_equal(ran.bad, 0);
	finish(&w);
}

/* ---- refusals --------------------------------------------------------------------------- */

TEST(what_was_refused_must_be_refused)
{
	struct world w;
	struct ran ran;

	begin(&w);
	DO(&w, "u-vic", "project share q --user u-vin --level can_view", 4, "NOT_FOUND");
	DO(&w, "u-eve", "project archive q", 3, "LEVEL_NEEDED");
	DO(&w, "u-eve", "project archive q", 3, "LEVEL_NEEDED");
	DO(&w, "u-ed", "project share p --user u-out --level can_edit", 5, "ASSET_MISSING");
	/* A question is no refusal, and what is only looked at is not done. */
	DO(&w, "u-ed", "project delete bin", 2, "YES_NEEDED");
	DO(&w, "u-ed", "project share-web q can_view --dry-run", 0, "");
	assert_int_equal(w.app.witness->steps, 2);
	assert_int_equal(w.app.witness->missed, 0);
	assert_true(says("\"expect\":{\"exit\":5,\"code\":\"ASSET_MISSING\"}"));
	ran = again();
	assert_int_equal(ran.bad, 0);
	assert_int_equal(ran.commands, 2);
	finish(&w);
}

/* ---- what is not recorded ----------------------------------------------------------------- */

/* Another console's. */
static void elsewhere(const struct app *app, const char *line)
{
	struct world other;

	memset(&other, 0, sizeof(other));
	app_init(&other.app, app->store_path);
	assert_true(app_open(&other.app, true, NULL, &other.err));
	DO(&other, "u-ada", line, 0, "");
	result_release(&other.result);
	app_release(&other.app);
}

TEST(what_cannot_be_repeated_is_said)
{
	struct world w;
	char line[160];

	begin(&w);
	DO(&w, "u-ed", "project share-web q can_view", 0, "");
	/* By somebody else, in another program. */
	elsewhere(&w.app, "group create Elsewhere");
	/* Who only looks is told of nothing. */
	DO(&w, "u-ada", "audit list", 0, "");
	assert_int_equal(w.app.witness->missed, 0);
	DO(&w, "u-ada", "group add Elsewhere u-vic", 0, "");
	assert_int_equal(w.app.witness->steps, 1);
	assert_int_equal(w.app.witness->missed, 2);
	assert_true(says("NOT RECORDED: 1 other change, made meanwhile"));
	assert_true(says("NOT RECORDED: group add Elsewhere vic@t.example: it would be "
			 "refused where this file is run"));
	DO(&w, "u-ada", "undo", 0, "");
	assert_int_equal(w.app.witness->missed, 3);
	assert_true(says("it is about an event that is not recorded either"));
	DO(&w, "u-ada", "undo 1", 5, "IRREVERSIBLE");
	assert_int_equal(w.app.witness->missed, 4);
	snprintf(line, sizeof(line), "workspace import %s --yes", beside);
	DO(&w, "u-ada", line, 0, "");
	assert_int_equal(w.app.witness->missed, 5);
	assert_true(says("it is about an event from before the recording"));
	assert_true(says("NOT RECORDED: workspace import: it cannot be a step"));
	DO(&w, "u-ada", "group create After", 0, "");
	assert_int_equal(w.app.witness->missed, 5);
	assert_int_equal(w.app.witness->steps, 2);
	assert_int_equal(again().bad, 0);
	finish(&w);
}

/* As audit verify of a large log, during which somebody saves something. */
static bool look_long(const struct action *self, struct app *app, const struct args *args,
		      struct result *out, struct error *err)
{
	(void)self, (void)args, (void)out, (void)err;
	elsewhere(app, "group create Meanwhile");
	return true;
}

TEST(who_only_looks_did_nothing)
{
	static const struct action look = { .noun = "audit", .verb = "verify",
					    .run = look_long };
	struct options opts = { .format = FORMAT_TEXT };
	struct args args = { .of = { { 0 } } };
	struct result result;
	struct world w;
	char line[160];

	begin(&w);
	assert_true(action_run(&w.app, &look, &args, &opts, &result, &w.err));
	result_release(&result);
	assert_int_equal(w.app.witness->missed, 0);
	DO(&w, "u-ada", "group create After", 0, "");
	assert_int_equal(w.app.witness->missed, 1);
	assert_true(says("NOT RECORDED: 1 other change, made meanwhile"));
	/* And what stands before an import is not the import. */
	elsewhere(&w.app, "group create Again");
	assert_true(app_refresh(&w.app, NULL, &w.err));
	snprintf(line, sizeof(line), "workspace import %s --yes", beside);
	DO(&w, "u-ada", line, 0, "");
	assert_int_equal(w.app.witness->missed, 3);
	DO(&w, "u-ada", "group create Last", 0, "");
	assert_int_equal(w.app.witness->missed, 3);
	finish(&w);
}

/* `:scenario record F` is not among what is done from then on. */
TEST(that_it_begins_is_no_part_of_it)
{
	struct world w;
	char line[160];

	begin(&w);
	witness_end(&w.app);
	DO(&w, "u-ed", "project share-web q can_view", 0, "");
	snprintf(line, sizeof(line), "scenario record %s --yes", file);
	DO(&w, "u-ada", line, 0, "");
	assert_non_null(w.app.witness);
	assert_int_equal(w.app.witness->missed, 0);
	DO(&w, "u-ed", "project share-web q none", 0, "");
	assert_int_equal(w.app.witness->missed, 0);
	assert_int_equal(w.app.witness->steps, 1);
	assert_int_equal(again().bad, 0);
	finish(&w);
}

/* The workspace is what it is without the recording; the next step has them all. */
TEST(a_file_that_cannot_be_written_loses_nothing)
{
	char moved[96];
	struct world w;

	begin(&w);
	snprintf(moved, sizeof(moved), "%s-moved", folder);
	assert_int_equal(rename(folder, moved), 0);
	DO(&w, "u-ed", "project share-web q can_view", 0, "");
	assert_non_null(w.app.witness->lost);
	assert_non_null(strstr(w.app.witness->lost, "cannot be written"));
	assert_int_equal(w.app.facts.projects[facts_project(&w.app.facts, "q")].public_web,
			 LEVEL_CAN_VIEW);
	assert_int_equal(rename(moved, folder), 0);
	DO(&w, "u-ed", "project share-workspace q can_view", 0, "");
	assert_null(w.app.witness->lost);
	assert_int_equal(again().commands, 2);
	finish(&w);
}

/* Another program's file of the name is no earlier state of this one. */
TEST(a_file_that_took_the_name_is_kept)
{
	struct world w;

	begin(&w);
	DO(&w, "u-ada", "group create One", 0, "");
	put(file, "notes\n");
	DO(&w, "u-ada", "group create Two", 0, "");
	has(file, "notes\n");
	assert_non_null(w.app.witness->lost);
	assert_non_null(strstr(w.app.witness->lost, "it is kept"));
	assert_int_equal(unlink(file), 0);
	DO(&w, "u-ada", "group create Three", 0, "");
	assert_null(w.app.witness->lost);
	assert_int_equal(again().commands, 3);
	finish(&w);
}

/* After each step the file is whole. */
TEST(a_kill_takes_no_more_than_the_step_under_way)
{
	struct world w;
	struct stat st;
	size_t i;
	char line[64];

	begin(&w);
	assert_int_equal(again().steps, 1);
	for (i = 1; i <= 5; i++) {
		snprintf(line, sizeof(line), "group create G%zu", i);
		DO(&w, "u-ada", line, 0, "");
		assert_int_equal(again().commands, i);
	}
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat(beside, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	finish(&w);
}

TEST(a_file_that_is_there_is_kept)
{
	struct world w;
	char *was, *is;

	begin(&w);
	DO(&w, "u-ada", "group create Fresh", 0, "");
	was = recorded();
	assert_false(record_begin(&w.app, file, false, &w.err));
	assert_string_equal(w.err.code, "RECORDING");
	witness_end(&w.app);
	assert_false(record_begin(&w.app, file, false, &w.err));
	assert_string_equal(w.err.code, "FILE_EXISTS");
	is = recorded();
	same_bytes("kept", was, is);
	free(was);
	free(is);
	assert_true(record_begin(&w.app, file, true, &w.err));
	assert_int_equal(again().commands, 0);
	witness_end(&w.app);
	w.app.acting_as = facts_user(&w.app.facts, "u-ed");
	assert_false(record_begin(&w.app, file, true, &w.err));
	assert_string_equal(w.err.code, "ROLE_NEEDED");
	finish(&w);
}

#define BY_HAND "{\"format\":\"gatehouse-scenario\",\n \"version\":1,\n " \
	"\"workspace\":\"r.workspace.json\",\n \"steps\":[]}\n"
#define PLAIN "{\n  \"format\": \"gatehouse-workspace\",\n  \"version\": 1,\n  \"mine\": 1\n}\n"

/* The workspace and a copy of it: neither begins, and nothing is touched. */
static void both_stay(struct world *w, const char *code)
{
	static const enum record_on on[] = { RECORD_STORE, RECORD_COPY };
	struct error err;
	struct app app;
	size_t i;

	for (i = 0; i < COUNT_OF(on); i++) {
		error_clear(&err);
		app_init(&app, w->app.store_path);
		assert_false(record_open(&app, file, on[i], NULL, true, &err));
		assert_string_equal(err.code, code);
		assert_null(strstr(err.remedy, "--yes"));
		if (app.folder)
			demo_discard(&app);
		app_release(&app);
		has(beside, PLAIN);
	}
}

TEST(what_is_no_recording_is_kept_and_so_is_its_workspace)
{
	struct world w;

	begin(&w);
	witness_end(&w.app);
	put(file, BY_HAND);
	put(beside, PLAIN);
	both_stay(&w, "FILE_NOT_OURS");
	has(file, BY_HAND);
	/* Nor is an export replaced that only has the name. */
	assert_int_equal(unlink(file), 0);
	both_stay(&w, "FILE_EXISTS");
	assert_int_equal(access(file, F_OK), -1);
	/* A recording in the demo has no file beside: that one is somebody's. */
	put(beside, PLAIN);
	put(file, "{\"format\":\"gatehouse-scenario\",\"version\":1,\n \"workspace\":\"demo\",\n");
	both_stay(&w, "FILE_NOT_OURS");
	finish(&w);
}

/* ---- by chance ------------------------------------------------------------------------ */

enum { CHANCES = 60, SEEDS = 4 };

TEST(sixty_changes_by_chance_are_repeated)
{
	size_t steps = 0, missed = 0;
	struct world w;
	struct ran ran;
	int i, round;

	for (round = 1; round <= SEEDS; round++) {
		seed = (uint64_t)round * 104729;
		begin(&w);
		take_all(&w);
		for (i = 0; i < CHANCES; i++)
			random_change(&w, i);
		steps += w.app.witness->steps;
		missed += w.app.witness->missed;
		ran = again();
		assert_int_equal(ran.bad, 0);
		finish(&w);
	}
	print_message("%zu steps, %zu not recorded\n", steps, missed);
	assert_int_equal(missed, 0);
	assert_true(steps >= SEEDS * CHANCES / 2);
}

RUN(CASE(sixty_changes_by_chance_are_repeated),
    CASE(each_kind_of_edit_is_repeated_or_named),
    CASE(undo_and_redo_are_about_the_same_event),
    CASE(what_was_made_is_called_by_its_name),
    CASE(a_name_like_an_option_is_repeated),
    CASE(one_save_is_one_step), CASE(a_list_is_recorded_without_its_file),
    CASE(what_was_refused_must_be_refused),
    CASE(what_cannot_be_repeated_is_said),
    CASE(who_only_looks_did_nothing),
    CASE(that_it_begins_is_no_part_of_it),
    CASE(a_file_that_cannot_be_written_loses_nothing),
    CASE(a_file_that_took_the_name_is_kept),
    CASE(a_kill_takes_no_more_than_the_step_under_way),
    CASE(what_is_no_recording_is_kept_and_so_is_its_workspace),
    CASE(a_file_that_is_there_is_kept))
