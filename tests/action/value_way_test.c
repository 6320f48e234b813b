/* value_way_test.c: a secret value is bound to the place it was given for and to the way
 * there: SSH server, encryption, authority.  Values that were sealed before the way was a
 * part of it go the way of then, and no other. */
#include "action/core/app_event.h"
#include "action/vault/vault_values.h"
#include "model/config.h"
#include "model/kind.h"
#include "tests/action/vault_world.h"
#include "vault/locked_text.h"

static char revealed[256];

static bool reveal(void *ctx, const char *name, const char *value, size_t n)
{
	(void)ctx;
	(void)name;
	(void)n;
	snprintf(revealed, sizeof(revealed), "%s", value);
	return true;
}

#define PG "connection create pg --type postgres --field host=db --field database=d " \
	"--field port=5432 --field username=u "

static void open_with_ada(struct vault_world *w)
{
	vault_world_open(w);
	w->face.reveal = reveal;
	vault_world_as(w, "ada");
	TYPES(w, ada_words, ada_words);
	VAULT(w, "vault init --memory 64", 0, "");
	TYPES(w, ada_words);
	VAULT(w, "vault unlock", 0, "");
}

static bool warns(const struct vault_world *w)
{
	size_t i;

	for (i = 0; i < w->result.n_warnings; i++)
		if (strcmp(w->result.warnings[i].code, "VAULT_ORIGIN") == 0)
			return true;
	return false;
}

static bool says(const struct vault_world *w, const char *text)
{
	size_t i;

	for (i = 0; i < w->result.n_rows * w->result.n_columns; i++)
		if (w->result.cells[i] && strstr(w->result.cells[i], text))
			return true;
	return false;
}

static void edits(struct vault_world *w, const char *fields)
{
	char line[256];

	snprintf(line, sizeof(line), "connection edit pg %s", fields);
	VAULT(w, line, 0, "");
}

static void goes(struct vault_world *w, const char *value)
{
	*revealed = '\0';
	VAULT(w, "connection reveal pg", 0, "");
	assert_string_equal(revealed, value);
}

static void goes_not(struct vault_world *w)
{
	*revealed = '\0';
	VAULT(w, "connection reveal pg", 5, "VAULT_ORIGIN");
	assert_string_equal(revealed, "");
}

/* Whoever may edit the connection does not so get at the password. */
TEST(another_way_asks_for_the_value_anew)
{
	static const char *const ways[] = { "--field ssh_host=evil", "--field ssh_port=2222",
		"--field ssh_username=eve", "--field connect_via_ssh=off",
		"--field ssl=disable", "--field ca_file=/tmp/mine.pem" };
	static const char *const back[] = { "--field ssh_host=gate", "--field ssh_port=22",
		"--field ssh_username=hex", ("--field connect_via_ssh=on --field "
		"ssh_host=gate --field ssh_username=hex"), "--field ssl=verify-full",
		"--field ca_file=/etc/our.pem" };
	struct vault_world w;
	size_t i;

	open_with_ada(&w);
	TYPES(&w, "pg-password");
	VAULT(&w, PG "--field connect_via_ssh=on --field ssh_host=gate --field "
	      "ssh_username=hex --field ssl=verify-full --field ca_file=/etc/our.pem "
	      "--ask password", 0, "");
	goes(&w, "pg-password");
	for (i = 0; i < COUNT_OF(ways); i++) {
		edits(&w, ways[i]);
		if (!warns(&w))
			fail_msg("%s: no warning", ways[i]);
		goes_not(&w);
		edits(&w, back[i]);
		assert_false(warns(&w));
		goes(&w, "pg-password");
	}
	edits(&w, "--field database=s --field ssh_port=22");
	goes(&w, "pg-password");
	edits(&w, "--field ssl=require");
	VAULT(&w, "connection show pg", 0, "");
	assert_true(says(&w, "not used: it was given for another host or way"));
	TYPES(&w, "again");
	edits(&w, "--ask password");
	goes(&w, "again");
	vault_world_close(&w);
}

TEST(buckets_and_providers_have_a_way_too)
{
	struct vault_world w;

	open_with_ada(&w);
	TYPES(&w, "lake-key");
	VAULT(&w, "files connect Lake --type s3 --field bucket=acme-lake --field "
	      "region=eu-central-1 --field access_key_id=AKIAAAAAAAAAAAAAAAAA --ask "
	      "secret_access_key", 0, "");
	VAULT(&w, "files reveal Lake", 0, "");
	VAULT(&w, "files edit Lake --field ca_file=/tmp/mine.pem", 0, "");
	assert_true(warns(&w));
	VAULT(&w, "files reveal Lake", 5, "VAULT_ORIGIN");
	TYPES(&w, "client");
	VAULT(&w, "provider connect github_enterprise --field url=https://git.acme.example "
	      "--field organization=acme --field client_id=Iv1.8a61f9b3 --ask client_secret",
	      0, "");
	VAULT(&w, "provider reveal acme", 0, "");
	VAULT(&w, "provider edit acme --field ca_file=/tmp/mine.pem", 0, "");
	assert_true(warns(&w));
	VAULT(&w, "provider reveal acme", 5, "VAULT_ORIGIN");
	vault_world_close(&w);
}

static const char *origin(const char *config, struct arena *arena)
{
	size_t kind;

	assert_true(kind_find("connection", &kind));
	return config_origin(kind_at(kind)->fields, "postgres", config, arena);
}

TEST(no_two_ways_read_the_same)
{
	struct arena arena = { 0 };

	assert_string_equal(origin("{\"host\":\"db\",\"port\":5432,\"schema\":\"s\"}", &arena),
			    "postgres host=db port=5432 via defaults");
	assert_string_equal(origin("{\"host\":\"db\",\"ssl\":\"prefer\",\"ssh_port\":22,"
				   "\"connect_via_ssh\":false,\"ca_file\":\"\"}", &arena),
			    "postgres host=db via defaults");
	assert_string_equal(origin("{\"ssh_username\":\"a\",\"ssl\":\"require\"}", &arena),
			    "postgres via ssh_username=a ssl=require");
	assert_string_equal(origin("{\"ssh_username\":\"a ssl=require\"}", &arena),
			    "postgres via ssh_username=\"a ssl=require\"");
	assert_string_equal(origin("{\"proxy\":\"p via defaults\"}", &arena),
			    "postgres proxy=\"p via defaults\" via defaults");
	assert_string_equal(origin("{\"ssl_root_cert\":\"a\\nb\"}", &arena),
			    "postgres via ssl_root_cert=\"a\\nb\"");
	arena_release(&arena);
}

/* ---- sealed before ---------------------------------------------------------------------- */

/* As versions before sealed it: for the place alone. */
static void sealed_before(struct vault_world *w, const char *name, const char *text,
			  bool named)
{
	struct locked_text locked;
	struct arena arena = { 0 };
	struct vault_rows rows;
	struct plan_value value = { .kind = "data_connection", .project = "",
		.field = "password", .origin = "postgres host=db port=5432" };
	char op_id[NEWID_TEXT];
	struct event event = app_event(&w->app, op_id);
	struct json json;
	struct buf out;
	uint32_t i;

	for (i = 0; i < w->app.facts.n_assets; i++)
		if (strcmp(w->app.facts.assets[i].name, name) == 0)
			value.thing = w->app.facts.assets[i].id;
	assert_non_null(value.thing);
	locked_text_init(&locked, strlen(text));
	memcpy(locked.at, text, strlen(text));
	locked.n = strlen(text);
	assert_true(store_begin(w->app.store, &w->err));
	assert_true(vault_rows(&w->app, &arena, &rows, &w->err));
	assert_true(vault_value_put(&w->app, &rows, &value, &locked, "ada@t.example",
				    event.time, &w->err));
	buf_init(&out, 4096);
	jsonw_init(&json, &out, 0);
	jsonw_array(&json);
	if (named)
		vault_value_json(&json, &value);
	jsonw_array_end(&json);
	event.verb = "connection edit";
	event.targets = value.thing;
	event.summary = "Set";
	event.edits = buf_text(&out);
	assert_true(store_commit(w->app.store, &event, &w->err));
	assert_true(app_refresh(&w->app, NULL, &w->err));
	buf_release(&out);
	locked_text_release(&locked);
	arena_release(&arena);
}

static void before(bool named)
{
	struct vault_world w;

	open_with_ada(&w);
	VAULT(&w, PG "--field ssl=verify-full --draft", 0, "");
	edits(&w, "--field database=a");
	sealed_before(&w, "pg", "old-password", named);
	assert_string_equal(w.app.values[0].origin, "postgres host=db port=5432");
	goes(&w, "old-password");
	edits(&w, "--field database=b");
	assert_false(warns(&w));
	goes(&w, "old-password");
	edits(&w, "--field ssl=prefer --dry-run");
	assert_true(warns(&w));
	goes(&w, "old-password");
	edits(&w, "--field ssl=prefer");	/* as if it had never been said */
	assert_true(warns(&w));
	goes_not(&w);
	assert_non_null(strstr(w.err.text, "given for postgres host=db port=5432 via "
			       "ssl=verify-full, and it would go to postgres host=db "
			       "port=5432 via defaults now"));
	edits(&w, "--field ssh_host=evil --field connect_via_ssh=on --field ssh_username=e");
	goes_not(&w);
	VAULT(&w, "undo", 0, "");
	VAULT(&w, "vault rotate", 0, "");
	goes_not(&w);
	edits(&w, "--field ssl=verify-full");
	goes(&w, "old-password");
	edits(&w, "--field host=evil");
	goes_not(&w);
	vault_world_close(&w);
}

TEST(what_was_sealed_before_goes_the_way_of_then)
{
	before(true);
	before(false);
}

/* What came out of a file as a whole is known by no event. */
TEST(nobody_knows_what_a_whole_file_changed)
{
	struct vault_world w;
	char path[96], line[160];

	open_with_ada(&w);
	VAULT(&w, PG "--draft", 0, "");
	sealed_before(&w, "pg", "old-password", true);
	snprintf(path, sizeof(path), "%s.copy", w.path);
	snprintf(line, sizeof(line), "workspace export %s", path);
	VAULT(&w, line, 0, "");
	edits(&w, "--field database=z");
	goes(&w, "old-password");
	w.yes = true;
	snprintf(line, sizeof(line), "workspace import %s", path);
	VAULT(&w, line, 0, "");
	goes_not(&w);
	assert_non_null(strstr(w.err.text, "by a way that is not known"));
	TYPES(&w, "new");
	edits(&w, "--ask password");
	goes(&w, "new");
	unlink(path);
	vault_world_close(&w);
}

RUN(CASE(another_way_asks_for_the_value_anew), CASE(buckets_and_providers_have_a_way_too),
    CASE(no_two_ways_read_the_same), CASE(what_was_sealed_before_goes_the_way_of_then),
    CASE(nobody_knows_what_a_whole_file_changed))
