/* keys_of_tasks_test.c: how many keys twelve tasks take on the demo, beside the text that
 * is typed; each has its bound. */
#include "tests/tty/console.h"
#include "tests/tty/keycount.h"

static const struct pty_options usual = { .rows = 40, .cols = 120 };

static struct pty *begin(void)
{
	struct pty *pty = open_demo(&usual);

	keycount_begin(pty);
	return pty;
}

static void end(struct pty *pty, const char *task, int bound)
{
	assert_in_range(keycount_end(task), 1, bound);
	leave(pty);
}

TEST(share_a_project_with_a_group)
{
	struct pty *pty = begin();

	press("/");
	type("revenue mod");
	press("<Enter>");
	press("S");
	type("prod");
	press("<Enter>");
	press("<F8>");
	says("Saved: ");
	says("Product");
	end(pty, "share a project with a group", 5);
}

TEST(make_a_viewer_an_editor)
{
	struct pty *pty = begin();

	press("4");
	press("/");
	type("bob");
	press("<Enter>");
	press("e");
	press("<Tab>");
	press("<Right>");
	press("<Right>");
	says("Editor");
	press("<F8>");
	says("Bob Stein is Editor");
	end(pty, "make a viewer an editor", 8);
}

TEST(why_is_bob_held_and_fix_it)
{
	struct pty *pty = begin();

	press("/");
	type("revenue mod");
	press("<Enter>");
	says("Bob Stein can view Revenue model.");
	press("f");
	press("1");
	press("y");
	says("Saved: ");
	end(pty, "why is Bob held, and fix it", 5);
}

TEST(set_the_default_connection)
{
	struct pty *pty = begin();

	press("1");
	press("/");
	type("bigq");
	press("<Enter>");
	press("D");
	press("<F8>");
	says("Saved: ");
	says("Marketing BigQuery");
	end(pty, "set the default connection", 5);
}

TEST(add_a_user_to_a_group)
{
	struct pty *pty = begin();

	press("4");
	press("o");
	press("/");
	type("fin");
	press("<Enter>");
	press("e");
	press("<Tab>");
	type("amir");
	press("<Enter>");
	press("<F8>");
	says("Saved: ");
	end(pty, "add a user to a group", 8);
}

TEST(connect_postgres_and_give_it_to_a_group)
{
	struct pty *pty = begin();

	press("1");
	press("n");
	type("Ledger");
	press("<Tab>");
	press("<Enter>");
	type("postg");
	press("<Enter>");
	press("<Tab>");
	type("db.example");
	press("<Tab>");
	press("<Tab>");
	type("ledger");
	press("<Tab>");
	press("<Tab>");
	type("reader");
	press("<F8>");
	says("Ledger");
	press("S");
	press("<Space>");
	press("/");
	type("fin");
	press("<Enter>");
	press("<Space>");
	press("<F8>");
	says("Saved: ");
	says("Finance");
	end(pty, "connect a Postgres and give it to a group", 17);
}

/* Tab, until the focus is on that field or row. */
static void tab_to(struct pty *pty, const char *field)
{
	int left = 30;

	do
		press("<Tab>");
	while (--left && !strstr(pty_row(pty, cursor_row(pty)), field));
	cursor_on(pty, field);
}

TEST(make_a_secret_for_one_group)
{
	struct pty *pty = begin();

	press("2");
	press("n");
	type("BILLING_KEY");
	tab_to(pty, "Workspace");
	press("<Space>");
	press("/");
	type("fin");
	press("<Enter>");
	press("<Space>");
	says("[x] Finance");
	press("<F8>");
	says("Saved: ");
	says("Finance (6 members)");
	end(pty, "make a secret for one group", 10);
}

TEST(refresh_a_schema_every_day)
{
	struct pty *pty = begin();

	press("1");
	press("/");
	type("orders");
	press("<Enter>");
	press("e");
	tab_to(pty, "Schema refresh");
	press("d");			/* the choice that begins so */
	says("Daily");
	press("<F8>");
	says("Saved: ");
	end(pty, "refresh a schema every day", 18);
}

TEST(reach_a_database_through_ssh)
{
	struct pty *pty = begin();

	press("1");
	press("/");
	type("orders");
	press("<Enter>");
	press("e");
	tab_to(pty, "Connect via SSH");
	press("<Space>");
	says("22");
	press("<Tab>");
	cursor_on(pty, "SSH host");
	type("gate.acme.example");
	press("<Tab>");			/* the port is known */
	press("<Tab>");
	cursor_on(pty, "SSH username");
	type("hex");
	press("<F8>");
	says("Saved: ");
	end(pty, "reach a database through SSH", 18);
}

TEST(let_guests_use_a_connection)
{
	struct pty *pty = begin();

	press("1");
	press("/");
	type("sandbox");
	press("<Enter>");
	press("S");
	press("<Down>");
	cursor_on(pty, "Workspace guests");
	press("<Space>");
	press("<F8>");
	says("Saved: ");
	end(pty, "let guests use a connection", 7);
}

TEST(who_can_use_this_secret)
{
	struct pty *pty = begin();

	press("2");
	press("/");
	type("stripe");
	press("<Enter>");
	says("STRIPE_KEY");
	says("34 have access   31 Workspace");
	end(pty, "who can use this secret", 3);
}

TEST(undo_the_last_change)
{
	struct pty *pty = begin();

	keys(pty, ":user role bob@acme.example editor<Enter>y<C-g>");
	press("u");
	press("y");
	says("Bob Stein is Viewer again");
	end(pty, "undo the last change", 2);
}

TEST(compare_two_people)
{
	struct pty *pty = begin();

	press("4");
	press("/");
	type("ravi");
	press("<Enter>");
	press("<Space>");
	press("<Esc>");
	press("/");
	type("dana");
	press("<Enter>");
	press("=");
	says("7 projects differ");
	end(pty, "compare two people", 8);
}

TEST(give_a_person_what_another_has)
{
	struct pty *pty = begin();

	press("4");
	press("/");
	type("ravi");
	press("<Enter>");
	press("<Space>");
	press("<Esc>");
	press("/");
	type("dana");
	press("<Enter>");
	press("=");
	press(">");
	says("1 person gains");
	press("y");
	says("Saved: ");
	end(pty, "give a person what another has", 10);
}

TEST(see_what_wants_a_look_and_mend_it)
{
	struct pty *pty = begin();

	press("!");
	says("19 findings");
	press("/");
	type("public");
	press("<Enter>");
	press("f");
	press("<Down>");
	press("<Down>");
	press("<Space>");
	press("<F8>");
	says("Saved: ");
	end(pty, "see what wants a look and mend it", 8);
}

RUN(CASE(share_a_project_with_a_group), CASE(make_a_viewer_an_editor),
    CASE(why_is_bob_held_and_fix_it), CASE(set_the_default_connection),
    CASE(add_a_user_to_a_group),
    CASE(connect_postgres_and_give_it_to_a_group),
    CASE(make_a_secret_for_one_group), CASE(refresh_a_schema_every_day),
    CASE(reach_a_database_through_ssh), CASE(let_guests_use_a_connection),
    CASE(who_can_use_this_secret), CASE(undo_the_last_change),
    CASE(compare_two_people), CASE(give_a_person_what_another_has),
    CASE(see_what_wants_a_look_and_mend_it))
