/* vault_demo_test.c: the demo has a vault, whose passphrase it says; it is made where it is
 * first wanted, and costs a demo nothing before. */
#include "tests/expect.h"

#include "action/core/action.h"
#include "action/run/app_open.h"
#include "action/run/run.h"
#include "action/scenario/demo.h"
#include "action/vault/vault_session.h"
#include "base/clock.h"
#include "store/store.h"
#include "vault/fields.h"
#include "vault/locked.h"

static char asked[200], revealed[200];

static bool ask(void *ctx, const char *name, const char *what, char *at, size_t most,
		size_t *n, struct error *err)
{
	(void)ctx;
	(void)name;
	(void)err;
	snprintf(asked, sizeof(asked), "%s", what);
	*n = strlen(VAULT_DEMO_WORDS);
	assert_true(*n < most);
	memcpy(at, VAULT_DEMO_WORDS, *n + 1);
	return true;
}

static bool reveal(void *ctx, const char *name, const char *value, size_t n)
{
	(void)ctx;
	(void)name;
	(void)n;
	snprintf(revealed, sizeof(revealed), "%s", value);
	return true;
}

static int does(struct app *app, const char *one, const char *two, const char *three,
		struct error *err)
{
	const struct secret_face face = { .ask = ask, .reveal = reveal };
	const char *words[] = { one, two, three };
	struct options opts = { .secrets = NULL };
	struct arena arena = { 0 };
	const struct action *action;
	struct result result;
	struct args args;
	bool ok;

	error_clear(err);
	assert_true(args_parse(three ? 3 : 2, words, &arena, &action, &args, &opts, err));
	opts.secrets = &face;
	ok = action_run(app, action, &args, &opts, &result, err);
	result_release(&result);
	arena_release(&arena);
	return ok ? 0 : error_exit_status(err->kind);
}

/* What is kept in the program: the same seed, under the words. */
static void print_kept(void)
{
	uint8_t seed[FIELDS_HASH];
	char whose[200], hex[2 * IDENTITY_KEY + 1];
	struct identity *identity;
	struct fields fields;
	struct error err;
	struct kdf kdf;
	struct buf out;
	size_t i;

	assert_true(vault_start());
	fields_begin(&fields, "gatehouse demo seed 1");
	fields_end(&fields, seed);
	identity = identity_of_seed(seed);
	for (i = 0; i < IDENTITY_KEY; i++)
		snprintf(hex + 2 * i, 3, "%02x", identity_public(identity)->sign[i]);
	snprintf(whose, sizeof(whose), "u-maya of " VAULT_DEMO " root %s", hex);
	kdf_new(&kdf, KDF_MIB_LEAST);
	buf_init(&out, 1000);
	error_clear(&err);
	assert_true(identity_wrap(identity, whose, &kdf, NULL, VAULT_DEMO_WORDS,
				  strlen(VAULT_DEMO_WORDS), &out, &err));
	printf("# kept_hex for demo_vault.c: ");
	for (i = 0; i < out.len; i++)
		printf("%02x", (unsigned char)out.data[i]);
	printf("\n");
	buf_release(&out);
	identity_free(identity);
}

static void open_the_demo(struct app *app)
{
	struct error err;

	error_clear(&err);
	app_init(app, NULL);
	app->login = "somebody";
	assert_true(demo_open(app, NULL, NULL, &err));
}

static void close_the_demo(struct app *app)
{
	demo_discard(app);
	app_release(app);
}

TEST(a_demo_opens_with_the_words_it_says)
{
	struct error err;
	struct app app;
	int64_t before, after;

	open_the_demo(&app);
	assert_false(app.has_vault);
	assert_true(store_revision(app.store, &before, &err));
	assert_int_equal(before, 1);
	if (does(&app, "vault", "unlock", NULL, &err)) {
		print_kept();
		fail_msg("%s: %s", err.code, err.text);
	}
	assert_non_null(strstr(asked, "this demo's is: " VAULT_DEMO_WORDS));
	assert_true(store_revision(app.store, &after, &err));
	assert_int_equal(after, before + 1);
	assert_int_equal(does(&app, "secret", "reveal", "STRIPE_KEY", &err), 0);
	assert_string_equal(revealed, "demo-STRIPE_KEY-4711");
	assert_int_equal(does(&app, "vault", "lock", NULL, &err), 0);
	*asked = '\0';
	assert_int_equal(does(&app, "secret", "reveal", "HRIS_TOKEN", &err), 0);
	assert_non_null(strstr(asked, VAULT_DEMO_WORDS));
	close_the_demo(&app);
}

/* The facts are read anew between finding the secret and opening it. */
TEST(the_first_thing_may_be_a_reveal)
{
	struct error err;
	struct app app;

	open_the_demo(&app);
	assert_int_equal(does(&app, "secret", "reveal", "STRIPE_KEY", &err), 0);
	assert_string_equal(revealed, "demo-STRIPE_KEY-4711");
	close_the_demo(&app);
}

RUN(CASE(the_first_thing_may_be_a_reveal), CASE(a_demo_opens_with_the_words_it_says))
