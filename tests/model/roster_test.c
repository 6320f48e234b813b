/* roster_test.c: lists of people as directories and spreadsheets write them. */
#include "tests/expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/roster/roster.h"

struct reader {
	struct roster list;
	struct roster_row *rows;
	size_t n;
	struct file_faults faults;
	struct error err;
};

static bool read_text(struct reader *reader, const char *text, size_t n,
		      const struct roster_wish *wish, size_t n_wishes)
{
	*reader = (struct reader){ .n = 0 };
	return roster_open(&reader->list, "list.csv", text, n, wish, n_wishes,
			 &reader->err) &&
		roster_rows(&reader->list, &reader->rows, &reader->n, &reader->faults);
}

static bool read_string(struct reader *reader, const char *text)
{
	return read_text(reader, text, strlen(text), NULL, 0);
}

/* Of tests/model/lists. */
static void read_file(struct reader *reader, const char *name)
{
	char path[512], data[8192];
	FILE *file;
	size_t n;

	snprintf(path, sizeof(path), "%s/tests/model/lists/%s", getenv("srcdir_abs"), name);
	file = fopen(path, "rb");
	assert_non_null(file);
	n = fread(data, 1, sizeof(data), file);
	fclose(file);
	if (!read_text(reader, data, n, NULL, 0))
		fail_msg("%s: %s %s", name, reader->err.text, reader->faults.v[0].text);
}

static const char *header(const struct reader *reader, enum roster_field field)
{
	int column = roster_column(&reader->list, field, 0);

	return column == ROSTER_NO_COLUMN ? "none" : reader->list.header[column];
}

/* Two people stand in each; the e-mail's header, the name's, what parts it. */
TEST(the_exports_of_directories_and_spreadsheets)
{
	static const struct { const char *file, *email, *name, *jo, *above; char by; } of[] = {
		{ "entra-users.csv", "mail", "displayName", "Holm, Jo", NULL, ',' },
		{ "entra-bulk.csv", "User name [userPrincipalName] Required",
		  "Name [displayName] Required", "Jo Holm", "version:v1.0", ',' },
		{ "google-users.csv", "Email Address [Required]", "none", "Jo Holm", NULL, ',' },
		{ "okta-people.csv", "email", "displayName", "Jo Holm", NULL, ',' },
		{ "excel-semicolon.csv", "E-Mail", "Name", "Holm; Jo", NULL, ';' },
		{ "excel-unicode.txt", "E-mail address", "Full name", "Jo Holm \360\237\221\251",
		  NULL, '\t' },
		{ "excel-big-endian.txt", "E-mail address", "Full name",
		  "Jo Holm \360\237\221\251", NULL, '\t' },
		{ "excel-sep.csv", "e-mail", "name", "Jo Holm", "sep=;", ';' },
		{ "index.csv", "Email", "Name", "Jo Holm", NULL, ',' },
		{ "german.csv", "E-Mail-Adresse", "none", "Jo Holm", NULL, ';' },
		{ "french.csv", "Adresse e-mail", "none", "Jo Holm", NULL, ';' },
		{ "spanish.csv", "Correo electrónico", "none", "Jo Holm", NULL, ',' },
	};
	struct reader reader;
	size_t i;

	for (i = 0; i < COUNT_OF(of); i++) {
		read_file(&reader, of[i].file);
		assert_string_equal(header(&reader, ROSTER_EMAIL), of[i].email);
		assert_string_equal(header(&reader, ROSTER_NAME), of[i].name);
		assert_int_equal(reader.list.separator, of[i].by);
		assert_true(reader.n >= 2);
		assert_string_equal(reader.rows[0].email, "ilse@acme.example");
		assert_string_equal(reader.rows[1].email, "jo@acme.example");
		assert_string_equal(reader.rows[1].name, of[i].jo);
		if (of[i].above)
			assert_string_equal(reader.list.passed_over, of[i].above);
		else
			assert_null(reader.list.passed_over);
		roster_close(&reader.list);
	}
}

TEST(lists_of_a_group)
{
	struct reader reader;

	read_file(&reader, "entra-members.csv");
	assert_string_equal(header(&reader, ROSTER_EMAIL), "User principal name");
	assert_string_equal(reader.rows[0].email, "dana@acme.example");
	roster_close(&reader.list);
	read_file(&reader, "google-members.csv");
	assert_string_equal(header(&reader, ROSTER_EMAIL), "Member Email");
	assert_string_equal(header(&reader, ROSTER_ROLE), "none");	/* theirs */
	roster_close(&reader.list);
}

TEST(roles_and_groups_are_taken)
{
	struct reader reader;

	read_file(&reader, "excel-unicode.txt");
	assert_string_equal(reader.list.encoding, "UTF-16");
	assert_true(reader.rows[0].has_role);
	assert_int_equal(reader.rows[0].role, ROLE_EDITOR);
	assert_int_equal(reader.rows[0].n_groups, 2);
	assert_string_equal(reader.rows[0].group[0], "Data Team");
	assert_string_equal(reader.rows[0].group[1], "Finance");
	assert_int_equal(reader.rows[1].n_groups, 0);
	assert_int_equal(reader.rows[1].line, 3);
	roster_close(&reader.list);
}

/* Of Ilse, Jo and Bob only Ilse may still sign in there. */
TEST(who_is_suspended_there_is_known)
{
	static const struct { const char *file, *status; } of[] = {
		{ "leavers-entra.csv", "accountEnabled" },
		{ "leavers-blocked.csv", "Block sign in (Yes/No) [accountEnabled] Required" },
		{ "leavers-google.csv", "Status [READ ONLY]" },
		{ "leavers-okta.csv", "status" },
		{ "leavers-two.csv", "Status" },
	};
	struct reader reader;
	size_t i;

	for (i = 0; i < COUNT_OF(of); i++) {
		read_file(&reader, of[i].file);
		assert_string_equal(header(&reader, ROSTER_STATUS), of[i].status);
		assert_int_equal(reader.n, 3);
		assert_false(reader.rows[0].suspended);
		assert_true(reader.rows[1].suspended);
		assert_true(reader.rows[2].suspended);
		roster_close(&reader.list);
	}
}

/* The status of one person: 'y' suspended, 'n' not, or how the fault begins. */
static void status_is(const char *head, const char *value, const char *want)
{
	struct reader reader;
	char text[512];
	bool read;

	snprintf(text, sizeof(text), "email,%s\nana@x.example,%s\n", head, value);
	read = read_string(&reader, text);
	assert_int_equal(read, !want[1]);
	if (read)
		assert_int_equal(reader.rows[0].suspended, *want == 'y');
	else
		assert_non_null(strstr(reader.faults.v[0].text, want));
	roster_close(&reader.list);
}

TEST(a_status_is_read_in_several_spellings)
{
	status_is("Active", "yes", "n");
	status_is("Active", "FALSE", "y");
	status_is("Aktiv", "Nein", "y");
	status_is("Suspended", "False", "n");
	status_is("Suspended", "TRUE", "y");
	status_is("Suspended", "", "n");
	status_is("Suspended", "Suspended", "y");
	status_is("Block sign in", "1", "y");
	status_is("Status", "LOCKED_OUT", "n");
	status_is("Status", "Pending user action", "n");
	status_is("Status", " not active ", "y");
	status_is("Status", "archived", "y");
	status_is("Suspended", "2024-03-01", "list.csv:2: Status \"2024-03-01\" is no status");
	status_is("Status", "yes", "does not say what a yes means");
	/* A program's name for the column may be the opposite of the column's. */
	status_is("Bloquer la connexion [accountEnabled]", "0", "does not say what");
}

/* A list of the workers, not of their accounts: who has left cannot be told from it, which is
 * not passed over; words of Slack. */
TEST(a_column_that_is_only_called_so_stops)
{
	static const char workers[] = "email,Status,Active\na@x.example,Full-time,yes\n"
		"b@x.example,,no\nc@x.example,On leave,yes\nd@x.example,Full-Time,yes\n";
	static const struct roster_wish by_hand = { ROSTER_STATUS, "Status" };
	static const struct roster_wish other = { ROSTER_STATUS, "Active" };
	struct reader reader;

	assert_false(read_string(&reader, workers));
	assert_int_equal(reader.faults.n, 1);
	assert_string_equal(reader.faults.v[0].text, "list.csv: column \"Status\" looks like a "
			    "status, and none of its values is known: \"Full-time\", \"On "
			    "leave\"");
	roster_close(&reader.list);
	assert_true(read_text(&reader, workers, sizeof(workers) - 1, &other, 1));
	assert_int_equal(reader.list.taken[1], ROSTER_NOT_USED);
	assert_true(reader.rows[1].suspended);
	assert_false(reader.rows[2].suspended);
	roster_close(&reader.list);
	assert_false(read_text(&reader, workers, sizeof(workers) - 1, &by_hand, 1));
	roster_close(&reader.list);
	/* One word is enough to tell that it is one. */
	assert_false(read_string(&reader, "email,status\na@x.example,Retired\n"
				 "b@x.example,suspended\n"));
	assert_non_null(strstr(reader.faults.v[0].text, "list.csv:2: Status \"Retired\""));
	roster_close(&reader.list);
	/* Which of two. */
	assert_false(read_string(&reader, "email,Status,Employment Status\na@x.example,Active,"
				 "Full-Time\nb@x.example,Active,Terminated\n"));
	assert_int_equal(reader.faults.n, 1);
	assert_non_null(strstr(reader.faults.v[0].text, "list.csv:2: Status \"Full-Time\" is no "
			       "status, in \"Employment Status\""));
	roster_close(&reader.list);
	/* An empty one says nothing. */
	assert_true(read_string(&reader, "email,status\na@x.example,\n"));
	roster_close(&reader.list);
	read_file(&reader, "slack-members.csv");
	assert_string_equal(header(&reader, ROSTER_EMAIL), "email");
	assert_string_equal(header(&reader, ROSTER_STATUS), "status");
	assert_int_equal(reader.n, 6);
	assert_false(reader.rows[0].suspended);
	assert_false(reader.rows[4].suspended);
	assert_true(reader.rows[5].suspended);
	roster_close(&reader.list);
}

/* Is the header one of a status, by itself? */
TEST(a_status_has_many_names)
{
	static const char *const names[] = { "Status [READ ONLY]", "STATUS", "status", "State",
		"Employment status", "accountEnabled", "Account enabled", "Aktiv", "Statut",
		"Estado", "Status (required)", "User-Status", "Lifecycle state" };
	static const char *const others[] = { "Statistics", "Interstate", "Abteilung",
		"Marital status" };
	struct reader reader;
	char text[256];
	size_t i;

	for (i = 0; i < COUNT_OF(names) + COUNT_OF(others); i++) {
		bool other = i >= COUNT_OF(names);

		snprintf(text, sizeof(text), "email,%s\nana@x.example,\n", other ?
			 others[i - COUNT_OF(names)] : names[i]);
		assert_true(read_string(&reader, text));
		if (reader.list.taken[1] != (other ? ROSTER_NOT_USED : ROSTER_STATUS))
			fail_msg("%s", text);
		roster_close(&reader.list);
	}
}

/* The state of an address is none; neither is that of something else, which is told. */
TEST(what_looks_like_a_status_and_is_none)
{
	struct reader reader;

	assert_true(read_string(&reader, "mail,city,state\na@x.example,Seattle,Washington\n"));
	assert_int_equal(reader.list.taken[2], ROSTER_NOT_USED);
	assert_null(reader.list.like_status[2]);
	roster_close(&reader.list);
	assert_false(read_string(&reader, "mail,state\na@x.example,Washington\n"));
	roster_close(&reader.list);
	assert_true(read_string(&reader, "mail,MFA status,Marital status\n"
				"a@x.example,Disabled,single\nb@x.example,Enabled,\n"));
	assert_int_equal(reader.list.taken[1], ROSTER_NOT_USED);
	assert_string_equal(reader.list.like_status[1], "\"Disabled\", \"Enabled\"");
	assert_null(reader.list.like_status[2]);
	assert_false(reader.rows[0].suspended);
	roster_close(&reader.list);
}

/* Of one person by two columns: 'y' suspended, 'n' not. */
static void both_are(const char *heads, const char *cells, char want)
{
	struct reader reader;
	char text[512];

	snprintf(text, sizeof(text), "email,%s\nana@x.example,%s\n", heads, cells);
	if (!read_string(&reader, text))
		fail_msg("%s: %s", cells, reader.faults.v[0].text);
	assert_int_equal(roster_column(&reader.list, ROSTER_STATUS, 2), 2);
	if (reader.rows[0].suspended != (want == 'y'))
		fail_msg("%s, %s: not %c", heads, cells, want);
	roster_close(&reader.list);
}

TEST(each_column_of_a_status_counts)
{
	static const char text[] = "email,status,deleted\na@x.example,active,yes\n";
	const struct roster_wish one[] = { { ROSTER_STATUS, "status" } };
	const struct roster_wish two[] = { { ROSTER_STATUS, "deleted" },
					   { ROSTER_STATUS, "#2" } };
	struct reader reader;

	both_are("Status,Deactivated", "Inactive,", 'y');
	both_are("Status,Deactivated", "Active,", 'n');
	both_are("Status,Deactivated", ",TRUE", 'y');
	both_are("Status,Account enabled", "Suspended,", 'y');
	both_are("Status,Account enabled", "Suspended,TRUE", 'y');
	both_are("Status,Account enabled", "Active,FALSE", 'y');
	both_are("Status,Is archived", "Active,yes", 'y');
	both_are("Active,Terminated", "yes,no", 'n');
	status_is("Deleted", "TRUE", "y");
	status_is("isDeleted", "false", "n");
	status_is("Archived", "yes", "y");
	status_is("Terminated", "", "n");
	assert_true(read_text(&reader, text, sizeof(text) - 1, one, 1));
	assert_false(reader.rows[0].suspended);
	roster_close(&reader.list);
	assert_true(read_text(&reader, text, sizeof(text) - 1, two, 2));
	assert_true(reader.rows[0].suspended);
	assert_string_equal(reader.rows[0].status, "yes");
	roster_close(&reader.list);
	assert_false(read_string(&reader, "email,status,deleted\na@x.example,active\n"));
	assert_non_null(strstr(reader.faults.v[0].text, "has 2 cells where the header has 3"));
	roster_close(&reader.list);
}

TEST(one_person_has_one_status)
{
	static const char two[] = "email,status\na@x.example,active\nA@x.example,suspended\n";
	static const struct roster_wish none = { ROSTER_STATUS, "" };
	struct reader reader;

	assert_false(read_string(&reader, two));
	assert_non_null(strstr(reader.faults.v[0].text, "list.csv:3: Status \"suspended\" is "
			       "another one than that of A@x.example in line 2"));
	roster_close(&reader.list);
	assert_true(read_string(&reader, "email,status\na@x.example,suspended\n"
				"a@x.example,\n"));
	assert_true(reader.rows[0].suspended);
	roster_close(&reader.list);
	assert_true(read_string(&reader, "email,status\na@x.example,\n"
				"a@x.example,suspended\n"));
	assert_int_equal(reader.n, 1);
	assert_true(reader.rows[0].suspended);
	roster_close(&reader.list);
	assert_true(read_text(&reader, two, sizeof(two) - 1, &none, 1));
	assert_int_equal(reader.n, 1);
	assert_false(reader.rows[0].suspended);
	roster_close(&reader.list);
}

/* Entra's members of a group: people with no mail, a Guest, a group, a device. */
TEST(rows_that_are_no_people_are_left_out)
{
	static const struct roster_wish none = { ROSTER_KIND, "" };
	static const char text[] = "mail,userType\na@x.example,Contractor\n";
	struct reader reader;

	read_file(&reader, "entra-group-members.csv");
	assert_int_equal(reader.n, 3);
	assert_string_equal(reader.rows[0].email, "ilse@acme.example");
	assert_true(reader.rows[0].by_login);
	assert_false(reader.rows[0].guest);
	assert_string_equal(reader.rows[1].email, "jo@elsewhere.example");
	assert_false(reader.rows[1].by_login);
	assert_true(reader.rows[1].guest);
	assert_int_equal(reader.list.n_others, 2);
	assert_string_equal(reader.list.others[0].name, "Data Team");
	assert_string_equal(reader.list.others[0].what, "Group");
	assert_int_equal(reader.list.others[1].line, 5);
	roster_close(&reader.list);
	read_file(&reader, "entra-group-template.csv");
	assert_int_equal(reader.n, 2);
	assert_string_equal(reader.rows[0].email, "dana@acme.example");
	assert_int_equal(reader.list.n_others, 1);
	roster_close(&reader.list);
	assert_true(read_string(&reader, "group,type,email\nA,USER,a@x.example\n"
				"A,GROUP,b@x.example\n"));
	assert_int_equal(reader.n, 1);
	assert_int_equal(reader.list.n_others, 1);
	roster_close(&reader.list);
	/* Okta has anything there. */
	assert_true(read_string(&reader, text));
	assert_int_equal(reader.list.taken[1], ROSTER_NOT_USED);
	roster_close(&reader.list);
	assert_false(read_string(&reader, "mail,userType\na@x.example,Member\n"
				 "b@x.example,Robot\n"));
	assert_non_null(strstr(reader.faults.v[0].text, "list.csv:3: Kind \"Robot\" is no kind"));
	roster_close(&reader.list);
	assert_true(read_text(&reader, text, sizeof(text) - 1, &none, 1));
	roster_close(&reader.list);
}

/* Whose name begins with g is one, whatever says so. */
static void guests_are(const char *text)
{
	struct reader reader;
	size_t i;

	if (!read_string(&reader, text))
		fail_msg("%s: %s", text, reader.faults.v[0].text);
	assert_true(reader.n >= 2);
	for (i = 0; i < reader.n; i++)
		if (reader.rows[i].guest != (*reader.rows[i].email == 'g'))
			fail_msg("%s: %s", text, reader.rows[i].email);
	roster_close(&reader.list);
}

TEST(who_is_from_elsewhere_is_a_guest)
{
	guests_are("email,status\na@x.example,Member\ng1@x.example,Multi-Channel Guest\n"
		   "g2@x.example,ultra_restricted_account\nb@x.example,Owner\n"
		   "g3@x.example,Invited guest\ng4@x.example,Restricted Account\n");
	guests_are("userPrincipalName,mail\na@x.example,a@x.example\n"
		   "g_y.example#EXT#@x.example,g@y.example\n");
	/* Who was made a member is none. */
	guests_are("userPrincipalName,mail,userType\n"
		   "a_y.example#EXT#@x.example,a@y.example,Member\n"
		   "g_y.example#EXT#@x.example,g@y.example,\n");
	guests_are("userPrincipalName,mail,objectType\na@x.example,a@x.example,User\n"
		   "g_y.example#EXT#@x.example,g@y.example,User\n");
	guests_are("email,user type\na@x.example,Internal\ng@x.example,External\n");
	guests_are("email;Benutzertyp\na@x.example;intern\ng@x.example;extern\n");
}

/* What is chosen by hand is obeyed, or refused; never passed over. */
TEST(a_column_that_is_named_by_hand_counts)
{
	static const char kinds[] = "email,class\na@x.example,Robot\nb@x.example,Robot\n";
	static const char names[] = "email,display name,given,family\na@x.example,AB,Ana,Bell\n";
	const struct roster_wish kind = { ROSTER_KIND, "class" };
	const struct roster_wish parts[] = { { ROSTER_FIRST_NAME, "given" },
		{ ROSTER_LAST_NAME, "family" }, { ROSTER_NAME, "display name" } };
	struct reader reader;

	assert_false(read_text(&reader, kinds, sizeof(kinds) - 1, &kind, 1));
	assert_int_equal(reader.faults.n, 1);
	assert_non_null(strstr(reader.faults.v[0].text, "column \"class\" is to be the kind, "
			       "and none of its values is known: \"Robot\""));
	roster_close(&reader.list);
	assert_true(read_text(&reader, names, sizeof(names) - 1, parts, 2));
	assert_string_equal(reader.rows[0].name, "Ana Bell");
	roster_close(&reader.list);
	assert_true(read_text(&reader, names, sizeof(names) - 1, parts, 3));
	assert_string_equal(reader.rows[0].name, "AB");
	roster_close(&reader.list);
}

static void no_address(const char *text, const char *wrong)
{
	struct reader reader;

	assert_false(read_string(&reader, text));
	if (!strstr(reader.faults.v[0].text, wrong))
		fail_msg("%s: %s", text, reader.faults.v[0].text);
	roster_close(&reader.list);
}

TEST(the_name_of_a_guest_in_a_directory_is_no_address)
{
	no_address("mail,userPrincipalName\n,jo_x.example#EXT#@acme.example\n",
		   "list.csv:2: E-mail \"jo_x.example#EXT#@acme.example\" is how a directory "
		   "names somebody from elsewhere, and there is no address");
	no_address("userPrincipalName\njo_x.example#ext#@acme.example\n", "no address");
	no_address("mail,userPrincipalName\n,jo.h\n", "\"jo.h\" is a login, and there is");
	no_address("Member object ID or user principal name [memberObjectIdOrUpn] Required\n"
		   "4f0c7a52-0000-4000-8000-000000000001\n", "is the number of an object");
}

/* Names of columns in four languages, and those that mean something else. */
TEST(heads_in_other_languages)
{
	static const struct { const char *head, *field; } of[] = {
		{ "Rolle", "role" }, { "Vorname", "first_name" }, { "Nachname", "last_name" },
		{ "Benutzername", "login" }, { "Gruppe", "groups" }, { "Gruppen", "groups" },
		{ "Gruppe(n)", "groups" }, { "GRUPPE(N)", "groups" }, { "Anzeigename", "name" },
		{ "PRE\314\201NOM", "first_name" }, { "Prénom", "first_name" },
		{ "Nom", "last_name" }, { "Rôle", "role" }, { "RÔLE", "role" },
		{ "Groupe", "groups" }, { "Statut", "status" }, { "État", "status" },
		{ "Nom complet", "name" }, { "Nombre", "first_name" },
		{ "Apellidos", "last_name" }, { "Rol", "role" }, { "Grupo", "groups" },
		{ "Estado", "status" }, { "Role Required", "role" }, { "role*", "role" },
		{ "Abteilung", "" }, { "Service", "" }, { "Departamento", "" }, { "Status quo", "" },
	};
	enum roster_field field;
	struct reader reader;
	char text[256];
	size_t i;

	for (i = 0; i < COUNT_OF(of); i++) {
		snprintf(text, sizeof(text), "email,%s\nana@x.example,\n", of[i].head);
		assert_true(read_string(&reader, text));
		if (*of[i].field ? !roster_field_parse(of[i].field, &field) ||
		    reader.list.taken[1] != (int)field :
		    reader.list.taken[1] != ROSTER_NOT_USED)
			fail_msg("%s is taken for %d", of[i].head, reader.list.taken[1]);
		roster_close(&reader.list);
	}
	read_file(&reader, "german.csv");
	assert_true(reader.rows[1].by_login);
	assert_true(reader.rows[2].suspended);
	assert_string_equal(reader.rows[0].group[0], "Finance");
	roster_close(&reader.list);
	assert_true(read_string(&reader, "Name;Vorname;E-Mail\nHolm;Jo;jo@x.example\n"));
	assert_string_equal(reader.rows[0].name, "Jo Holm");
	roster_close(&reader.list);
	assert_false(read_string(&reader, "E-Mail;Rolle\njo@x.example;Betrachter\n"));
	assert_non_null(strstr(reader.faults.v[0].text, "Role \"Betrachter\" is no role"));
	roster_close(&reader.list);
}

TEST(a_column_is_named_by_hand)
{
	static const char text[] = "kontakt;who;mail\nana@x.example;Ana;post\n";
	const struct roster_wish wish[] = { { ROSTER_EMAIL, "Kontakt" }, { ROSTER_NAME, "who" } };
	const struct roster_wish none[] = { { ROSTER_EMAIL, "kontakt" }, { ROSTER_NAME, "" } };
	const struct roster_wish wrong[] = { { ROSTER_EMAIL, "contakt" } };
	struct reader reader;

	assert_true(read_text(&reader, text, sizeof(text) - 1, wish, 2));
	assert_string_equal(reader.rows[0].email, "ana@x.example");
	assert_string_equal(reader.rows[0].name, "Ana");
	roster_close(&reader.list);
	assert_true(read_text(&reader, text, sizeof(text) - 1, none, 2));
	assert_string_equal(reader.rows[0].name, "");
	roster_close(&reader.list);
	assert_false(read_text(&reader, text, sizeof(text) - 1, wrong, 1));
	assert_string_equal(reader.err.remedy, "did you mean kontakt?");
	roster_close(&reader.list);
}

/* The fault of the one line below "email,name,role". */
static void faulty(const char *line, const char *wrong)
{
	struct reader reader;
	char text[1024];

	snprintf(text, sizeof(text), "email,name,role\n%s\n", line);
	assert_false(read_string(&reader, text));
	assert_int_equal(reader.faults.n, 1);
	assert_int_equal(reader.faults.v[0].kind, ERROR_INVALID);
	assert_memory_equal(reader.faults.v[0].text, "list.csv:2: ", 12);
	if (!strstr(reader.faults.v[0].text, wrong))
		fail_msg("%s: %s", line, reader.faults.v[0].text);
	assert_string_equal(reader.faults.v[0].field, "line 2");
	assert_true(*reader.faults.v[0].remedy);
	roster_close(&reader.list);
}

TEST(what_is_wrong_is_said_with_line_and_value)
{
	faulty("no-address,Ana,", "\"no-address\" is not of the form");
	faulty("a b@x.example,Ana,", "holds a blank");
	faulty("a@x.example;b@x.example,Ana,", "is more than one address");
	faulty("\"a@x.example, b@x.example\",Ana,", "is more than one address");
	faulty("a@x.example;b,Ana,", "holds a blank or one of");
	faulty("'a@x.example,Ana,", "begins with the mark that spreadsheets");
	faulty(",Ana,viewer", "is not there");
	faulty("+a@x.example,Ana,", "begins like a formula");
	faulty("a@x.example,=1+1,", "\"=1+1\" begins like a formula");
	faulty("a@x.example,@SUM(A1),", "begins like a formula");
	faulty("a@x.example,\"An\na\",", "holds a control character");
	faulty("a@x.example,An\033a,", "\"An\\x1ba\" holds a control character");
	faulty("a#EXT#@x.example,Ana,", "no address");
	faulty("a@x.example,Ana,boss", "\"boss\" is no role");
	faulty("a@x.example,Ana,viewer,more", "has 4 cells where the header has 3");
	faulty("a@x.example,Ana", "has 2 cells where the header has 3");
	faulty("a@x.example,An\"a,", "a quote inside a field");
	faulty("a@x.example,\"Ana", "never closed");
	faulty("a@x.example,An\344a,", "not valid UTF-8");
}

TEST(twenty_faults_are_listed_and_all_are_counted)
{
	struct reader reader;
	struct buf text;
	size_t i;

	buf_init(&text, 4096);
	buf_adds(&text, "email\n");
	for (i = 0; i < 33; i++)
		buf_printf(&text, "bad%zu\n", i);
	assert_false(read_string(&reader, buf_text(&text)));
	assert_int_equal(reader.faults.n, 33);
	assert_non_null(strstr(reader.faults.v[FILE_FAULTS - 1].text, "list.csv:21: "));
	roster_close(&reader.list);
	buf_release(&text);
}

TEST(who_stands_there_twice_is_one_person)
{
	struct reader reader;

	assert_true(read_string(&reader, "email,group\nana@x.example,A\nANA@x.example,B;A\n"));
	assert_int_equal(reader.n, 1);
	assert_int_equal(reader.rows[0].n_groups, 2);	/* each once */
	assert_int_equal(reader.rows[0].line, 2);
	roster_close(&reader.list);
	assert_false(read_string(&reader, "email,role\nana@x.example,viewer\n"
				 "ana@x.example,admin\n"));
	assert_non_null(strstr(reader.faults.v[0].text, "line 2 (Viewer)"));
	roster_close(&reader.list);
}

/* A carriage return alone parts them, too: each has its room. */
TEST(many_groups_in_a_cell)
{
	struct reader reader;
	struct buf text;
	char name[16];
	size_t i;

	buf_init(&text, 64 * 1024);
	buf_adds(&text, "email,groups\nana@x.example,\"g0");
	for (i = 1; i < 600; i++)
		buf_printf(&text, "%c%sg%zu", ";\r\n"[i % 3], i % 7 ? "" : ";", i);
	buf_adds(&text, "\"\nben@x.example,B\n");
	assert_true(read_string(&reader, buf_text(&text)));
	assert_int_equal(reader.rows[0].n_groups, 600);
	for (i = 0; i < 600; i++) {
		snprintf(name, sizeof(name), "g%zu", i);
		assert_string_equal(reader.rows[0].group[i], name);
	}
	roster_close(&reader.list);
	buf_release(&text);
}

TEST(who_stands_there_again_is_known)
{
	struct reader reader;

	assert_true(read_string(&reader, "email,name\nana@x.example,Ana\nb@x.example,\n"
				"ANA@x.example,Anna\nana@x.example,Ana\n"));
	assert_int_equal(reader.n, 2);
	assert_int_equal(reader.rows[0].again, 4);
	assert_true(reader.rows[0].other_name);
	assert_string_equal(reader.rows[0].name, "Ana");
	assert_int_equal(reader.rows[1].again, 0);
	roster_close(&reader.list);
}

/* Who stands in the place of the header would be lost, also where a column is named. */
TEST(a_list_without_a_header_is_refused)
{
	static const char text[] = "ana@x.example,Ana\nben@x.example,Ben\n";
	static const struct roster_wish wish = { ROSTER_EMAIL, "#1" };
	struct reader reader;

	assert_false(read_string(&reader, text));
	assert_non_null(strstr(reader.faults.v[0].text, "no names of columns, but an address "
			       "(ana@x.example)"));
	roster_close(&reader.list);
	assert_false(read_text(&reader, text, sizeof(text) - 1, &wish, 1));
	assert_non_null(strstr(reader.faults.v[0].text, "no names of columns"));
	roster_close(&reader.list);
	assert_false(read_string(&reader, "Email|Name\nana@x.example|Ana\n"));
	assert_non_null(strstr(reader.faults.v[0].text, "there are: Email|Name"));
	roster_close(&reader.list);
}

TEST(names_in_pointed_brackets_are_read)
{
	struct reader reader;

	assert_true(read_string(&reader, "email\nAna Bell <ana@x.example>\n"));
	assert_string_equal(reader.rows[0].email, "ana@x.example");
	assert_string_equal(reader.rows[0].name, "Ana Bell");
	roster_close(&reader.list);
}

TEST(line_ends_marks_and_blank_lines)
{
	static const char *const forms[] = {
		"email,name\rana@x.example,Ana\rben@x.example,\r",
		("\xef\xbb\xbf" "email,name\r\nana@x.example,Ana\r\n\r\nben@x.example,\r\n"),
		"\n\nemail,name\nana@x.example,Ana\n,\n , \nben@x.example,",
		"Users of Acme\nemail\tname\nana@x.example\tAna\nben@x.example\t\n",
		"People,,,\nemail,name,,\nana@x.example,Ana,,\nben@x.example,,,\n",
	};
	struct reader reader;
	size_t i;

	for (i = 0; i < COUNT_OF(forms); i++) {
		if (!read_string(&reader, forms[i]))
			fail_msg("%zu: %s %s", i, reader.err.text, reader.faults.v[0].text);
		assert_int_equal(reader.n, 2);
		assert_string_equal(reader.rows[0].name, "Ana");
		assert_string_equal(reader.rows[1].email, "ben@x.example");
		assert_string_equal(reader.rows[1].name, "");
		roster_close(&reader.list);
	}
}

static void no_list(const char *data, size_t n, const char *wrong)
{
	struct reader reader;
	const char *text;

	assert_false(read_text(&reader, data, n, NULL, 0));
	text = reader.err.kind ? reader.err.text : reader.faults.v[0].text;
	if (!strstr(text, wrong))
		fail_msg("not \"%s\": %s", wrong, text);
	roster_close(&reader.list);
}

TEST(what_is_no_list_is_refused)
{
	no_list("", 0, "is empty");
	no_list("\n\n", 2, "is empty");
	no_list("email,name\n", 11, "nobody stands below the header");
	no_list("name,phone\nAna,1\n", 17, "no column is called like e-mail");
	no_list("PK\003\004....", 8, "a workbook or an archive");
	no_list("\320\317\021\340....", 8, "a workbook or an archive");
	no_list("\377\376e\0m\0a", 7, "list.csv:1: not valid UTF-16");
	no_list("\377\376\n\0\0\330e\0", 8, "list.csv:2: not valid UTF-16");
	no_list("\377\376\0\334e\0", 6, "not valid UTF-16");
	no_list("e\0m\0a\0i\0l\0\n\0", 12, "a NUL byte");
	no_list("email\nan\344@x.example\n", 20, "not valid UTF-8");
}

/* A line for each membership: what one has stands once, and no line costs more than the
 * one before. */
TEST(a_list_of_memberships_is_read_in_a_row)
{
	enum { LINES = 6000, MOST = 16 << 20 };
	struct reader reader;
	struct buf text;
	int i;

	buf_init(&text, 1 << 20);
	buf_adds(&text, "email,group\n");
	for (i = 0; i < LINES; i++)
		buf_printf(&text, "a@x.example,%s;G%d\n", i % 2 ? "Finance" : "Ops", i);
	assert_true(read_text(&reader, buf_text(&text), text.len, NULL, 0));
	assert_int_equal(reader.n, 1);
	assert_int_equal(reader.rows[0].n_groups, LINES + 2);
	assert_string_equal(reader.rows[0].group[0], "Ops");
	assert_string_equal(reader.rows[0].group[2], "Finance");
	assert_string_equal(reader.rows[0].group[LINES + 1], "G5999");
	assert_true(reader.list.arena.used < MOST);
	roster_close(&reader.list);
	buf_release(&text);
}

TEST(a_number_of_a_line_is_no_name)
{
	struct reader reader;

	assert_true(read_string(&reader, "S/N,First name,Email\n1,Ana,a@x.example\n"));
	assert_string_equal(reader.rows[0].name, "Ana");
	roster_close(&reader.list);
	assert_true(read_string(&reader, "sn,givenName,mail\nBell,Ana,a@x.example\n"));
	assert_string_equal(reader.rows[0].name, "Ana Bell");
	roster_close(&reader.list);
}

TEST(fields_are_named_in_any_form)
{
	enum roster_field field;

	assert_true(roster_field_parse("E-mail", &field) && field == ROSTER_EMAIL);
	assert_true(roster_field_parse("first_name", &field) && field == ROSTER_FIRST_NAME);
	assert_true(roster_field_parse("Last Name", &field) && field == ROSTER_LAST_NAME);
	assert_true(roster_field_parse("GROUPS", &field) && field == ROSTER_GROUPS);
	assert_false(roster_field_parse("phone", &field));
	assert_false(roster_field_parse("", &field));
}

RUN(CASE(the_exports_of_directories_and_spreadsheets),
    CASE(lists_of_a_group),
    CASE(roles_and_groups_are_taken),
    CASE(who_is_suspended_there_is_known), CASE(a_status_is_read_in_several_spellings),
    CASE(a_column_that_is_only_called_so_stops),
    CASE(each_column_of_a_status_counts), CASE(one_person_has_one_status),
    CASE(a_status_has_many_names), CASE(what_looks_like_a_status_and_is_none),
    CASE(rows_that_are_no_people_are_left_out),
    CASE(who_is_from_elsewhere_is_a_guest), CASE(a_column_that_is_named_by_hand_counts),
    CASE(a_list_of_memberships_is_read_in_a_row), CASE(a_number_of_a_line_is_no_name),
    CASE(the_name_of_a_guest_in_a_directory_is_no_address), CASE(heads_in_other_languages),
    CASE(a_column_is_named_by_hand),
    CASE(what_is_wrong_is_said_with_line_and_value),
    CASE(twenty_faults_are_listed_and_all_are_counted),
    CASE(who_stands_there_twice_is_one_person),
    CASE(many_groups_in_a_cell), CASE(who_stands_there_again_is_known), CASE(a_list_without_a_header_is_refused),
    CASE(names_in_pointed_brackets_are_read),
    CASE(line_ends_marks_and_blank_lines),
    CASE(what_is_no_list_is_refused),
    CASE(fields_are_named_in_any_form))
