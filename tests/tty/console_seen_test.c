/* console_seen_test.c: what one may not see stands on no screen: a Guest, a Viewer,
 * an Editor without the asset, an Admin without a grant walk through the console. */
#include "base/attr.h"
#include "tests/tty/stores.h"

static const struct pty_options large = { .rows = 40, .cols = 120 };

/* People and groups of Revenue model and Customer 360, whom no Guest sees. */
static void no_people(struct pty *pty)
{
	static const char *const hidden[] = {
		"Maya", "maya@", "Bob Stein", "Cleo", "cleo@", "Data Team",
		"Finance", "Operations", "2 groups"
	};
	size_t i;

	for (i = 0; i < COUNT_OF(hidden); i++)
		shows_not(pty, hidden[i]);
}

/* App Only: title and state, in the list, on the card, in no dialog. */
TEST(app_only_is_title_and_state)
{
	struct pty *pty = open_as(&large, demo_store("only"),
				  "kofi@contractor.example");

	keys(pty, "5/revenue mod<Enter>");
	shows(pty, "Revenue model");
	no_people(pty);
	shows_not(pty, "Certified");
	keys(pty, "<Enter>");
	shows(pty, "The rest is shown from Can View up.");
	no_people(pty);
	shows_not(pty, "STRIPE_KEY");
	shows_not(pty, "Recognised and forecast");
	keys(pty, "<Esc>S");			/* how it is shared is not shown */
	shows(pty, "Ask for access to Revenue model");
	shows(pty, "Who can do what is shown from Can View up.");
	no_people(pty);
	keys(pty, "<Esc>i");
	shows(pty, "what is in Revenue model is shown from Can View up");
	shows_not(pty, "STRIPE_KEY");
	leave(pty);
}

/* Who can edit an importing project sees the value in the product, not here. */
TEST(a_value_is_visible_in_the_project)
{
	const char *store = demo_store("value");
	struct pty *pty = open_as(&large, store, "amir@acme.example");

	keys(pty, "2/stripe<Enter><Enter>");
	shows(pty, "visible to you in the project");
	keys(pty, "<Esc><Esc>5/revenue mod<Enter><Enter>");
	shows(pty, "visible to you in the project");
	leave(pty);
	pty = open_as(&large, store, "bob@acme.example");
	keys(pty, "2/stripe<Enter><Enter>");
	shows_not(pty, "visible to you in the project");
	leave(pty);
}

/* With Can View a Guest reads the project, and of its people himself. */
TEST(a_Guest_sees_nobody_else)
{
	struct pty *pty = open_as(&large, demo_store("guest"),
				  "kofi@contractor.example");

	keys(pty, "4");
	shows(pty, "Kofi Mensah");
	shows(pty, "1 of 1");
	keys(pty, "5/customer<Enter>");
	shows(pty, "1 person shown, 1 held");
	no_people(pty);
	keys(pty, "<Enter>");
	shows(pty, "Owner▐      somebody");
	shows(pty, "Which other people and groups it is shared with is not shown");
	no_people(pty);
	keys(pty, "<Home><Enter>");		/* the owner: stays, says so */
	shows(pty, "It is not shared with you");
	shows(pty, "Owner▐      somebody");
	keys(pty, "<Esc>S");
	shows(pty, "Share Customer 360");
	shows(pty, "▌ somebody▐       Full Access    owner");
	shows(pty, "Which other people and groups it is shared");
	shows(pty, "with is not shown to you.");
	no_people(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

/* Where it may be that one only does not see it, nothing is said to be none: on no tab,
 * no page, in no menu of columns. */
TEST(nothing_is_claimed_of_what_is_not_seen)
{
	static const char *const eyes[] = {
		"kofi@contractor.example", "bob@acme.example", "vera@acme.example",
		"gus@acme.example", "nina@acme.example"
	};
	static const char *const looks[] = {
		"1", "2", "3", "3o", "4", "4o", "5", "1<Enter>", "2<Enter>",
		"3<Enter>", "4<Enter>", "5<Enter>", "1i", "2i", "2s", "3i", "h"
	};
	static const char *const claims[] = {
		"yet.", "0 providers", "assets 0", "GROUPS WITH", "USAGE",
		"groups -", "SEEN BY", "is registered", "none by itself",
		"Nothing happened"
	};
	static const struct pty_options small = { .rows = 24, .cols = 80 };
	size_t i, k, n;

	for (i = 0; i < COUNT_OF(eyes); i++) {
		struct pty *pty = open_as(i % 2 ? &large : &small,
					  demo_store("claims"), eyes[i]);

		for (k = 0; k < COUNT_OF(looks); k++) {
			keys(pty, looks[k]);
			for (n = 0; n < COUNT_OF(claims); n++)
				shows_not(pty, claims[n]);
			keys(pty, "<Esc><Esc>");
		}
		if (i == 0) {
			keys(pty, "2");
			shows(pty, "No secrets to see.");
			keys(pty, "4");
			shows_not(pty, "GROUPS");
			keys(pty, "5");
			shows_not(pty, "CAN EDIT");
			keys(pty, "s");
			shows_not(pty, "most held");
			keys(pty, "<Esc>");
		}
		leave(pty);
	}
}

/* Key and link do what menu and command allow, no more. */
TEST(usage_is_for_Admins)
{
	struct pty *pty = open_as(&large, demo_store("usage"),
				  "kofi@contractor.example");

	keys(pty, "1/open data<Enter>l");
	shows(pty, "Usage: ");
	shows_not(pty, "Imported by");
	keys(pty, "<Enter>");
	shows(pty, "The rest is shown to Admins");
	keys(pty, "l");
	shows_not(pty, "Imported by");
	keys(pty, "<Esc>.");
	shows(pty, "Usage");
	shows(pty, "needs the role Admin");
	keys(pty, "<Esc>");
	leave(pty);
}

static void no_settings(struct pty *pty)
{
	shows_not(pty, "warehouse.acme.example");
	shows_not(pty, "5439");
	shows_not(pty, "(user)");
	shows_not(pty, "5 projects");
}

/* Name, kind and type: no host, port, database or user, no group, no use. */
TEST(a_Viewer_reads_no_settings)
{
	struct pty *pty = open_as(&large, demo_store("viewer"),
				  "bob@acme.example");

	keys(pty, "1/analytics<Enter>");
	shows(pty, "Redshift");
	shows_not(pty, "ok ");
	no_settings(pty);
	keys(pty, "C");
	shows(pty, "Analytics warehouse");
	no_settings(pty);
	shows_not(pty, "never");
	keys(pty, "<Esc><Enter>");
	shows(pty, "The rest is shown to Admins");
	no_settings(pty);
	keys(pty, "<Esc>e");
	shows(pty, "are shown to Admins");
	no_settings(pty);
	keys(pty, "S");
	shows(pty, "Admin");
	no_settings(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

/* An import that is not shared with oneself is said by its kind; one that holds
 * oneself by its name. */
TEST(an_Editor_without_the_asset)
{
	struct pty *pty = open_as(&large, demo_store("editor"),
				  "gus@acme.example");

	keys(pty, "5/revenue mod<Enter><Enter>");
	shows(pty, "not shared with you  data connection; you have no access");
	shows_not(pty, "Snowflake");
	keys(pty, "<Esc>");
	leave(pty);
	pty = open_as(&large, demo_store("held"), "dana@acme.example");
	keys(pty, "5/revenue mod<Enter><Enter>");
	shows(pty, "Snowflake prod  data connection; you have no access");
	leave(pty);
}

/* D1: title, owner, imports, sharing; what is its own is content. */
TEST(an_Admin_without_a_grant_reads_no_content)
{
	struct pty *pty = open_as(&large, demo_store("admin"),
				  "oskar@acme.example");

	keys(pty, "5/revenue mod<Enter><Enter>");
	shows(pty, "Owner▐      Maya Lindqvist");
	shows(pty, "Its own connections and secrets are shown from Can Edit up.");
	shows_not(pty, "Scratch PG");
	keys(pty, "<Esc>i");
	shows(pty, "Import into Revenue model");
	shows_not(pty, "Scratch PG");
	keys(pty, "<Esc>");
	leave(pty);
}

/* The list, the page and the panel name a type as its form does; the code is a word of
 * the command line. */
TEST(a_type_is_named_as_in_its_form)
{
	static const struct pty_options roomy = { .rows = 50, .cols = 160 };
	struct pty *pty = open_demo(&roomy);

	keys(pty, "1/billing<Enter>");
	row_shows(pty, cursor_row(pty), "SQL Server");
	shows_not(pty, "sql_server");
	keys(pty, "<Enter>");
	shows(pty, "Data connection, SQL Server");
	shows_not(pty, "sql_server");
	keys(pty, "e");
	shows(pty, "Type                 SQL Server");
	leave(pty);
	pty = open_as(&roomy, demo_store("types"), "bob@acme.example");
	keys(pty, "3");
	shows(pty, "Amazon S3");
	leave(pty);
}

/* Its one type says no more than its kind, nothing checks it, and who may not open its
 * value is not offered to. */
TEST(a_secret_has_no_type_and_no_status)
{
	static const struct pty_options roomy = { .rows = 40, .cols = 120 };
	struct pty *pty = open_demo(&roomy);

	keys(pty, "2<Enter>");
	shows(pty, "Kind        Secret");
	shows_not(pty, "SecretSecret");
	shows_not(pty, "Status");
	shows(pty, "x reveal");
	leave(pty);
	pty = open_as(&roomy, demo_store("opens"), "bob@acme.example");
	keys(pty, "2");
	shows(pty, "STRIPE_KEY");
	shows_not(pty, "x reveal");
	keys(pty, "<Enter>");
	shows_not(pty, "x reveal");
	shows_not(pty, "y copy");
	leave(pty);
}

RUN(CASE(a_value_is_visible_in_the_project),
    CASE(app_only_is_title_and_state),
    CASE(nothing_is_claimed_of_what_is_not_seen), CASE(a_Guest_sees_nobody_else),
    CASE(usage_is_for_Admins), CASE(a_Viewer_reads_no_settings),
    CASE(an_Editor_without_the_asset),
    CASE(an_Admin_without_a_grant_reads_no_content),
    CASE(a_type_is_named_as_in_its_form),
    CASE(a_secret_has_no_type_and_no_status))
