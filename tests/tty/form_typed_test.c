/* form_typed_test.c: each form's required, wrong and right values (form_table.h), typed
 * and chosen in the console. */
#include <string.h>

#include "tests/cli/form_table.h"
#include "tests/cli/line_table.h"
#include "tests/tty/console.h"

#include "base/attr.h"

static const struct pty_options wide = { .rows = 70, .cols = 99 };

/* Tab until the field has the cursor. */
static void go_to(struct pty *pty, const char *label)
{
	char plain[80], required[80];
	const char *row;
	int i;

	snprintf(plain, sizeof(plain), " %s▐", label);
	snprintf(required, sizeof(required), " %s *▐", label);
	for (i = 0; i < 70; i++) {
		row = pty_row(pty, cursor_row(pty));
		if (strstr(row, plain) || strstr(row, required))
			return;
		keys(pty, "<Tab>");
	}
	cursor_on(pty, label);
}

static void go_to_button(struct pty *pty, const char *label)
{
	int i;

	for (i = 0; i < 70 && !strstr(pty_row(pty, cursor_row(pty)), label); i++)
		keys(pty, "<Tab>");
	cursor_on(pty, label);
}

static void type(struct pty *pty, const char *before, const char *text,
		 const char *after)
{
	char line[300];

	snprintf(line, sizeof(line), "%s%s%s", before, text, after);
	keys(pty, line);
}

/* "Authentication=OAuth"; x: a box is ticked. */
static void choose(struct pty *pty, const char *text)
{
	const char *is = strchr(text, '=');
	char label[80];

	if (!is)
		return;
	snprintf(label, sizeof(label), "%.*s", (int)(is - text), text);
	go_to(pty, label);
	if (strcmp(is, "=x") == 0)
		keys(pty, "<Space>");
	else
		type(pty, "<Enter>", is + 1, "<Enter>");
}

static void open_form(struct pty *pty, const char *noun, const char *shown,
		      const char *more)
{
	keys(pty, strcmp(noun, "files") == 0 ? "3/s3 lake<Enter>n" : "1n");
	keys(pty, "T");
	go_to(pty, "Type");
	type(pty, "<Enter>", shown, "<Enter>");
	shows(pty, shown);
	choose(pty, more);
}

/* It is made: gone again. */
static void is_saved(struct pty *pty, const char *store, const char *noun)
{
	shows(pty, "Saved: Created the ");
	MUST("--store", store, noun, "delete", "T", "--yes");
	keys(pty, "<Esc>r");
}

static const char *part(const char *list, int i)
{
	static char copy[400];
	char *rest = copy, *one;

	snprintf(copy, sizeof(copy), "%s", list);
	while ((one = strsep(&rest, "|")) && i-- > 0)
		;
	return one;
}

TEST(each_type_asks_for_what_it_requires)
{
	const char *store = demo_store("whole"), *one;
	struct pty *pty = open_store(&wide, store);
	const struct whole_form *whole;
	char text[100];
	int i;

	for (whole = whole_forms; whole < whole_forms + COUNT_OF(whole_forms); whole++) {
		open_form(pty, whole->noun, whole->shown, whole->choose);
		if (*whole->fields) {
			keys(pty, "<F8>");
			snprintf(text, sizeof(text), " %s *▐", part(whole->labels, 0));
			cursor_on(pty, text);
			shows(pty, "missing: ");
		}
		for (i = 0; *whole->fields && (one = part(whole->fields, i)); i++) {
			snprintf(text, sizeof(text), "%s", strchr(one, '=') + 1);
			go_to(pty, part(whole->labels, i));
			keys(pty, text);
		}
		keys(pty, "<F8>");
		is_saved(pty, store, whole->noun);
	}
	leave(pty);
}

static void is_kept(const char *store, const struct form_value *value)
{
	char *out;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     value->noun, "show", "T", NULL }), 0);
	if (!strstr(out, value->right))
		fail_msg("%s: %s is not kept: %s", value->field, value->right, out);
	free(out);
}

TEST(each_wrong_value_is_refused_where_it_stands)
{
	const char *store = demo_store("values");
	struct pty *pty = open_store(&wide, store);
	const struct form_value *value;
	char text[100];

	for (value = form_values; value < form_values + COUNT_OF(form_values); value++) {
		if (!value->choose)
			continue;
		open_form(pty, value->noun, value->shown, value->choose);
		go_to(pty, "Save as a draft");
		keys(pty, "<Space>");
		go_to(pty, value->label);
		if (value->choice) {
			type(pty, "<Enter>", value->choice, "<Enter>");
		} else {
			type(pty, "<C-u>", value->wrong, "<F8>");
			snprintf(text, sizeof(text), " %s", value->label);
			cursor_on(pty, text);
			if (!says_in_all(pty, value->words))
				shows(pty, value->words);
			assert_true(says_in_all(pty, value->way));
			type(pty, "<C-u>", value->right, "");
			assert_false(says_in_all(pty, value->words));
		}
		keys(pty, "<F8>");
		shows(pty, "Saved: Created the ");
		is_kept(store, value);
		is_saved(pty, store, value->noun);
	}
	leave(pty);
}

/* Pages on, until it is there. */
static void turn_to(struct pty *pty, const char *label)
{
	char plain[80];
	int i;

	snprintf(plain, sizeof(plain), " %s", label);
	for (i = 0; i < 5 && !pty_has(pty, plain); i++) {
		go_to_button(pty, "[ Next ]");
		keys(pty, "<Enter>");
	}
	go_to(pty, label);
}

static void fill(struct pty *pty, const struct line_form *form, int from, int to)
{
	int i;

	for (i = from; i < to && form->field[i].said; i++) {
		turn_to(pty, form->field[i].label);
		keys(pty, form->field[i].keys);
	}
}

/* "acme" of "--field|account=acme" and of "--repository|acme". */
static const char *bare(const char *said)
{
	const char *at = strchr(said, '|') + 1;

	return strncmp(said, "--field|", 8) == 0 ? strchr(at, '=') + 1 : at;
}

/* Another one of what may be there once is no hindrance. */
static const char *line_store(const char *name, const struct line_form *form, int n)
{
	char text[40];
	const char *store;

	snprintf(text, sizeof(text), "%s%d", name, n);
	store = demo_store(text);
	MUST("--store", store, "provider", "disconnect", "pr-github", "--yes");
	MUST("--store", store, "provider", "disconnect", "pr-gitlab", "--yes");
	if (strncmp(form->command, "package", 7) == 0)
		MUST("--store", store, "provider", "connect", "github", "--name", "hub",
		     "--field", "account=acme");
	return store;
}

TEST(providers_packages_and_tokens_are_made_of_what_they_require)
{
	const struct line_form *form;
	const char *store;
	struct pty *pty;

	for (form = line_forms; form < line_forms + COUNT_OF(line_forms); form++) {
		store = line_store("line", form, (int)(form - line_forms));
		pty = open_store(&wide, store);
		keys(pty, form->open);
		fill(pty, form, 0, LINE_FIELDS);
		keys(pty, "<F8>");
		shows(pty, "Saved: ");
		leave(pty);
	}
}

TEST(their_wrong_values_are_refused_where_they_stand)
{
	const struct line_value *value;
	const struct line_form *form;
	const char *store;
	struct pty *pty;
	bool pages;

	for (value = line_values; value < line_values + COUNT_OF(line_values); value++) {
		form = &line_forms[value->form];
		store = line_store("wrong", form, (int)(value - line_values));
		pty = open_store(&wide, store);
		keys(pty, form->open);
		fill(pty, form, 0, value->field);
		turn_to(pty, form->field[value->field].label);
		type(pty, "<C-u>", bare(value->wrong), "");
		pages = pty_has(pty, "[ Next ]");
		if (pages) {			/* it goes no further */
			go_to_button(pty, "[ Next ]");
			keys(pty, "<Enter>");
		} else {
			fill(pty, form, value->field + 1, LINE_FIELDS);
			keys(pty, "<F8>");
		}
		if (!says_in_all(pty, value->words))
			shows(pty, value->words);
		shows_not(pty, "Saved: ");
		turn_to(pty, form->field[value->field].label);
		type(pty, "<C-u>", bare(value->right), "");
		if (pages)
			fill(pty, form, value->field + 1, LINE_FIELDS);
		keys(pty, "<F8>");
		shows(pty, "Saved: ");
		leave(pty);
	}
}

/* The port follows the type of the database, unless one was typed. */
TEST(the_port_of_Cloud_SQL_follows_its_type)
{
	const char *store = demo_store("cloud");
	struct pty *pty = open_store(&wide, store);

	open_form(pty, "connection", "Cloud SQL", "");
	shows(pty, "[5432 ");
	choose(pty, "Database type=MySQL");
	shows(pty, "[3306 ");
	go_to(pty, "Host");
	keys(pty, "h<Tab><Tab>d");
	go_to(pty, "Username");
	keys(pty, "u<F8>");
	shows(pty, "Saved: ");
	keys(pty, "<Esc>r/cloud sql<Enter>e");
	shows(pty, "[3306 ");
	choose(pty, "Database type=SQL Server");
	shows(pty, "[1433 ");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	keys(pty, "e");
	shows(pty, "[1433 ");
	go_to(pty, "Port");
	keys(pty, "<C-u>7000");
	choose(pty, "Database type=Postgres");
	shows(pty, "[7000 ");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
}

/* The types with the tier of their support; what the plan lacks is said before. */
TEST(the_chooser_has_tiers_and_names_the_plan)
{
	const char *store = demo_store("tiers");
	struct pty *pty;

	MUST("--store", store, "workspace", "plan", "professional");
	pty = open_store(&wide, store);
	keys(pty, "1n");
	go_to(pty, "Type");
	keys(pty, "<Enter>");
	shows(pty, "tier 1; OAuth with Enterprise");
	shows(pty, "tier 2");
	keys(pty, "alloy");
	shows(pty, "tier 3");
	keys(pty, "<C-u>big<Enter>");
	go_to(pty, "Authentication");
	keys(pty, "<Enter>");
	shows(pty, "OAuth");
	shows(pty, "not: needs the plan Enterprise");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

/* Words of the help that the label has not. */
static size_t new_words(const char *help, const char *label)
{
	char word[80];
	size_t n, found = 0;

	for (; *help; help += n) {
		help += strspn(help, " .,:;*");
		n = strcspn(help, " .,:;*");
		snprintf(word, sizeof(word), "%.*s", (int)n, help);
		found += n > 0 && !strcasestr(label, word);
	}
	return found;
}

/* F1 of the field with the focus: what stands below the title of the help. */
static void help_says_more(struct pty *pty, const char *form)
{
	char label[200], *mark;
	int row;

	keys(pty, "<F1>");
	row = pty_find(pty, "Help: ");
	if (row < 0)
		fail_msg("no help in %s, %s", form, pty_row(pty, cursor_row(pty)));
	mark = strstr(pty_row(pty, row), "Help: ") + 6;
	snprintf(label, sizeof(label), "%.*s", (int)strcspn(mark, "\xe2"), mark);
	if (new_words(pty_row(pty, row + 1), label) < 6)	/* two are the frame */
		fail_msg("F1 in %s: %s: %s", form, label, pty_row(pty, row + 1));
	keys(pty, "<F1>");
}

/* Each field that the focus comes to, of each form; and what a choice brings with it. */
TEST(F1_says_more_than_the_label)
{
	static const char *const forms[] = { "1n", "1/people data<Enter>e",
		"1/orders<Enter>e<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Space>",
		"2n", "4n", "4/bob<Enter>e", "4on", "5n", "5/revenue mod<Enter>S",
		"1/snow<Enter>S", "1D", ":workspace plan<Enter>",
		":workspace set<Enter>", "3/ml-utils<Enter>n",
		"3/ml-utils<Enter>e", "3/ml-utils<Enter>S", "3/s3 lake<Enter>n",
		"3/s3 lake<Enter>n<Tab><Right>",
		"3/s3 lake<Enter>n<Tab><Right><Right>", "3/s3 lake<Enter>e", "3on",
		"3on<Tab><Right>",
		"3/github acme<Enter>e", "3/gitlab acme<Enter>e", "5/revenue mod<Enter>:project set<Enter>",
		"5/revenue mod<Enter>i" };
	struct pty *pty;
	char first[400], now[400];
	size_t i;
	int left;

	for (i = 0; i < COUNT_OF(forms); i++) {
		pty = open_demo(&wide);
		keys(pty, forms[i]);
		snprintf(first, sizeof(first), "%s", pty_row(pty, cursor_row(pty)));
		for (left = 60, now[0] = '\0'; left && strcmp(first, now) != 0; left--) {
			help_says_more(pty, forms[i]);
			keys(pty, "<Tab>");
			snprintf(now, sizeof(now), "%s", pty_row(pty, cursor_row(pty)));
			if (strstr(now, "F8 ]"))
				break;
		}
		assert_true(left > 0);
		keys(pty, "<C-g><C-g>");
		leave(pty);
	}
}

/* What the pages ask for before they go on. */
static void fill_in(struct pty *pty)
{
	const char *now = pty_row(pty, cursor_row(pty));

	if (!strstr(now, " *") || !strchr(now, '['))
		return;
	keys(pty, strstr(now, "Server URL") ? "<C-u>https://git.acme.example" :
	     strstr(now, "Client ID") ? "<C-u>Iv1.8a61f9b3" :
	     strstr(now, "App ID") ? "<C-u>12345" :
	     strstr(now, "mail") ? "<C-u>ana@acme.example" : "<C-u>acme");
}

/* A provider is connected page by page: each field of each page. */
TEST(F1_of_the_providers_pages)
{
	static const char *const providers[] = { "Bitbucket", "GitHub", "GitLab",
		"GitHub Ent" };
	const char *store;
	struct pty *pty;
	size_t i;
	int left, pages;

	for (i = 0; i < COUNT_OF(providers); i++) {
		store = demo_store("pages");
		MUST("--store", store, "provider", "disconnect", "pr-github", "--yes");
		MUST("--store", store, "provider", "disconnect", "pr-gitlab", "--yes");
		pty = open_store(&wide, store);
		keys(pty, "3<Home>");
		for (left = 20; left && !strstr(pty_row(pty, cursor_row(pty)), providers[i]); left--)
			keys(pty, "<Down>");
		keys(pty, "<Enter>");
		shows(pty, "Connect a Git provider");
		for (pages = left = 0; left < 60; left++) {
			const char *now = pty_row(pty, cursor_row(pty));

			if (strstr(now, "F8 ]"))
				break;
			if (strstr(now, "[ Next ]")) {
				keys(pty, "<Enter>");
				pages++;
				continue;
			}
			if (!strstr(now, "▌ [ ")) {
				help_says_more(pty, providers[i]);
				fill_in(pty);
			}
			keys(pty, "<Tab>");
		}
		if (left == 60)
			fail_msg("%s: %s", providers[i], pty_row(pty, cursor_row(pty)));
		assert_true(pages > 1 && left < 60);
		keys(pty, "<C-g><C-g>");
		leave(pty);
	}
}

RUN(CASE(F1_says_more_than_the_label), CASE(F1_of_the_providers_pages),
    CASE(providers_packages_and_tokens_are_made_of_what_they_require),
    CASE(their_wrong_values_are_refused_where_they_stand), CASE(each_type_asks_for_what_it_requires),
    CASE(each_wrong_value_is_refused_where_it_stands),
    CASE(the_port_of_Cloud_SQL_follows_its_type),
    CASE(the_chooser_has_tiers_and_names_the_plan))
