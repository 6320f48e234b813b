/* console_counts_test.c: how many keys six everyday tasks take, from the first
 * screen to what is stored.  Keys of the console are counted; the letters of a name
 * or address that is meant are not, but shown to be few. */
#include "tests/tty/console.h"

enum {
	/* 4 n ADDRESS Tab Tab GROUP Enter GROUP Enter F8: the address needs no
	 * Enter, the role stays Viewer. */
	KEYS_USER_IN_TWO_GROUPS = 7,
	/* / PROJECT Enter Tab / PERSON: the explanation stands beside it. */
	KEYS_WHY_NOT = 4,
	/* 1 / NAME Enter D F8: the row under the cursor is chosen already. */
	KEYS_DEFAULT = 5,
	/* / PROJECT Enter S GROUP Enter F8: the level offered first is Can View. */
	KEYS_SHARE_WITH_GROUP = 5,
	/* ... and Right on the way: Can Edit. */
	KEYS_SHARE_AT_CAN_EDIT = KEYS_SHARE_WITH_GROUP + 1,
	/* 1 / NAME Enter S / GROUP Enter Space F8; walking to the group instead of
	 * / and Enter is one key a row. */
	KEYS_ASSET_TO_GROUP = 8,
	/* u y: it is shown before it is done. */
	KEYS_UNDO = 2,
};

static const struct pty_options large = { .rows = 40, .cols = 120 };

struct hands { struct pty *pty; const char *store; int keys, letters; };

static struct hands hands_on(const char *name)
{
	const char *store = demo_store(name);

	return (struct hands){ .pty = open_store(&large, store),
			       .store = store };
}

/* Keys of the console: "4n<Tab><Enter>". */
static void press(struct hands *hands, const char *what)
{
	const char *s = what;

	while (*s) {
		if (*s == '<')
			s = strchr(s, '>');
		hands->keys++;
		s++;
	}
	keys(hands->pty, what);
}

/* What somebody would say aloud: a name, an address. */
static void type(struct hands *hands, const char *text)
{
	hands->letters += (int)strlen(text);
	assert_true(pty_send(hands->pty, text, strlen(text)));
}

static void took(struct hands *hands, int keys, int letters)
{
	print_message("# %d keys and %d letters\n", hands->keys,
		      hands->letters);
	assert_int_equal(hands->keys, keys);
	assert_true(hands->letters <= letters);
	leave(hands->pty);
}

#define STORED(hands, ...) assert_int_equal(RUN_CLI("--store", \
	(hands)->store, __VA_ARGS__), 0)

/* What this command prints holds this text. */
static void prints(const struct hands *hands, const char *noun, const char *name,
		   const char *text)
{
	char *out;

	assert_int_equal(run(&out, (const char *const[]){ "--store",
			     hands->store, noun, "show", name, "--format",
			     "json", NULL }), 0);
	if (!strstr(out, text))
		fail_msg("no %s in %s", text, out);
	free(out);
}

TEST(a_user_is_made_and_put_into_two_groups)
{
	struct hands hands = hands_on("user");

	press(&hands, "4n");
	type(&hands, "zoe@acme.example");
	press(&hands, "<Tab><Tab>");
	type(&hands, "fin");
	press(&hands, "<Enter>");
	type(&hands, "data t");
	press(&hands, "<Enter><F8>");
	shows(hands.pty, "Saved: ");
	prints(&hands, "group", "g-fin", "zoe@acme.example");
	prints(&hands, "group", "g-data", "zoe@acme.example");
	took(&hands, KEYS_USER_IN_TWO_GROUPS, 30);
}

TEST(why_somebody_cannot_edit_is_found)
{
	struct hands hands = hands_on("why");

	press(&hands, "/");
	type(&hands, "revenue mod");
	press(&hands, "<Enter><Tab>/");
	type(&hands, "dana");
	shows(hands.pty, "Can Edit was granted through");
	shows(hands.pty, "Finance, but Dana Ilves has no access to the data "
	      "connection Snowflake");
	shows(hands.pty, "prod, shared only with Data Team.");
	took(&hands, KEYS_WHY_NOT, 15);
}

TEST(a_default_connection_is_set)
{
	struct hands hands = hands_on("default");

	press(&hands, "1/");
	type(&hands, "wareh");
	press(&hands, "<Enter>D<F8>");
	shows(hands.pty, "Saved: New SQL cells start with Analytics warehouse.");
	took(&hands, KEYS_DEFAULT, 5);
}

static void share_product(struct hands *hands, const char *level)
{
	press(hands, "/");
	type(hands, "revenue mod");
	press(hands, "<Enter>S");
	press(hands, level);
	type(hands, "prod");
	press(hands, "<Enter><F8>");
	shows(hands->pty, "Saved: ");
}

TEST(a_project_is_shared_with_a_group)
{
	struct hands hands = hands_on("share"), more = hands_on("edit");

	share_product(&hands, "");
	prints(&hands, "project", "p-rev", "g-prod");
	took(&hands, KEYS_SHARE_WITH_GROUP, 15);
	share_product(&more, "<Right>");
	prints(&more, "project", "p-rev", "g-prod");
	took(&more, KEYS_SHARE_AT_CAN_EDIT, 15);
}

TEST(an_asset_is_granted_to_a_group)
{
	struct hands hands = hands_on("asset");

	STORED(&hands, "access", "check", "u-dana", "p-rev", "can_view");
	press(&hands, "1/");
	type(&hands, "snow");
	press(&hands, "<Enter>S/");
	type(&hands, "fin");
	press(&hands, "<Enter><Space><F8>");
	shows(hands.pty, "Saved: ");
	STORED(&hands, "access", "check", "u-dana", "p-rev", "can_edit");
	took(&hands, KEYS_ASSET_TO_GROUP, 10);
}

TEST(the_last_change_is_taken_back)
{
	struct hands hands = hands_on("undo");

	keys(hands.pty, ":user role u-bob editor<Enter>y");
	prints(&hands, "user", "u-bob", "\"role\":\"editor\"");
	press(&hands, "uy");
	shows(hands.pty, "Saved: ");
	prints(&hands, "user", "u-bob", "\"role\":\"viewer\"");
	took(&hands, KEYS_UNDO, 0);
}

RUN(CASE(a_user_is_made_and_put_into_two_groups),
    CASE(why_somebody_cannot_edit_is_found), CASE(a_default_connection_is_set),
    CASE(a_project_is_shared_with_a_group),
    CASE(an_asset_is_granted_to_a_group),
    CASE(the_last_change_is_taken_back))
