/* dialog_files_test.c: file integrations are connected with their list of what the other
 * side must allow, and files of them imported into projects, by keys. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	large = { .rows = 44, .cols = 120 };

static void go_to(struct pty *pty, const char *label)
{
	int i;

	for (i = 0; i < 40; i++) {
		if (strstr(pty_row(pty, cursor_row(pty)), label))
			return;
		keys(pty, "<Tab>");
	}
	cursor_on(pty, label);
}

TEST(the_list_of_rights_follows_the_form)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "3/s3 lake<Enter>n");
	shows(pty, "Connect a file integration");
	shows(pty, "What the other side must allow");
	shows(pty, "- s3:ListBucket on the bucket");
	shows(pty, "- s3:GetObject on bucket/*");
	shows_not(pty, "- s3:PutObject");
	go_to(pty, "Enable writeback");
	keys(pty, " ");
	shows(pty, "- s3:PutObject on bucket/*, because writeback is on");
	go_to(pty, "Type");
	keys(pty, "<Enter>google cloud<Enter>");
	shows(pty, "- the role Storage Object User, and");
	go_to(pty, "Type");
	keys(pty, "<Enter>google drive<Enter>");
	shows(pty, "- a Google account that may open the folder");
	shows_not(pty, "s3:ListBucket");
	keys(pty, "<Esc>");
	leave(pty);
	pty = open_demo(&small);
	keys(pty, "3/s3 lake<Enter>n");
	shows(pty, "- s3:ListBucket on the bucket");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(an_integration_says_who_may_and_what_was_not_verified)
{
	const char *store = demo_store("connect");
	struct pty *pty = open_store(&large, store);

	keys(pty, "3/s3 lake<Enter>n");
	keys(pty, "Pond");
	go_to(pty, "Bucket");
	keys(pty, "acme-pond<Tab>eu-west-1");
	go_to(pty, "Access key ID");
	keys(pty, "AKIA1");
	shows(pty, "only a check tells");
	go_to(pty, "Enable writeback");
	keys(pty, " ");
	shows(pty, "must allow PutObject");
	keys(pty, "<F8>");
	shows(pty, "Saved: Created the file integration Pond");
	keys(pty, "<Esc>r/pond<Enter>");
	row_shows(pty, cursor_row(pty), "unverified");
	keys(pty, "<Enter>");
	shows(pty, "Status      never checked: T does");
	shows(pty, "s3:PutObject on bucket/*, because writeback is on");
	shows(pty, "Who may: whoever has Can Edit on a project and access here");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(a_file_is_imported_and_removed)
{
	const char *store = demo_store("import");
	struct pty *pty = open_as(&large, store, "cleo@acme.example");

	keys(pty, "5/customer<Enter>.");
	shows(pty, "Import file");
	keys(pty, "<Esc>:import a file<Enter>");
	shows(pty, "Import a file into Customer 360");
	cursor_on(pty, "Integration");
	keys(pty, "snowflake");
	shows(pty, "has no files");
	keys(pty, "<C-u>s3<Enter>");
	go_to(pty, "Path");
	keys(pty, "/raw");
	shows(pty, "neither begins nor ends with /");
	keys(pty, "<C-u>raw/x.csv");
	shows(pty, "external-files/s3/s3_lake/raw/x.csv");
	keys(pty, "<F8>");
	shows(pty, "Saved: Customer 360 has the file raw/x.csv of S3 lake.");
	keys(pty, "<Enter>");
	shows(pty, "file of S3 lake");
	keys(pty, "<Esc>:remove an imported file<Enter>");
	go_to(pty, "Path");
	keys(pty, "raw/x.csv<F8>");
	shows(pty, "no longer has the file raw/x.csv");
	keys(pty, "u");
	keys(pty, "y");
	keys(pty, "<Enter>");
	shows(pty, "file of S3 lake");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(others_are_told_why_not)
{
	const char *store = demo_store("others");
	struct pty *pty = open_as(&large, store, "kira@acme.example");

	keys(pty, "5/customer<Enter>:import a file<Enter>");
	shows(pty, "Can Edit");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(they_fit)
{
	fits("3/s3 lake<Enter>n", "Connect a file integration");
	fits("5/revenue<Enter>:import a file<Enter>", "Import a file into");
}

RUN(
    CASE(the_list_of_rights_follows_the_form),
    CASE(an_integration_says_who_may_and_what_was_not_verified),
    CASE(a_file_is_imported_and_removed), CASE(others_are_told_why_not),
    CASE(they_fit))
