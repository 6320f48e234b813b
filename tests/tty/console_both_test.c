/* console_both_test.c: every writing verb both ways: typed in the console, and on
 * the command line of another process; the two stores hold the same. */
#include "tests/tty/stores.h"

#include "action/core/action.h"
#include "action/core/split_words.h"

enum { LINES = 2, WORDS = 40 };

/* Maya, an Admin, does it in the demo.  A new verb without a line here fails. */
static const struct sample {
	const char *line, *before[LINES];	/* before: on the command line */
	const char *yes;		/* the name asked for, or F8; NULL: y */
} samples[] = {
	{ .line = "connection access a-snow --add g-fin --remove g-data" },
	{ .line = "connection clear-default", .yes = "<F8>" },
	{ .line = "connection set-default a-wh" },
	{ .line = "connection create Fresh --type postgres --field host=h "
		  "--field database=d --field username=u --group g-fin" },
	{ .line = "access copy u-dana u-hana" },
	{ .line = "connection edit a-wh --name House --description Deep" },
	{ .line = "connection refresh-schema a-snow" },
	{ .line = "connection delete a-snow", .yes = "Snowflake prod<Enter>" },
	{ .line = "files connect Pond --type s3 --field bucket=pond "
		  "--field region=eu-west-1 --field access_key_id=AKIA0" },
	{ .line = "files edit a-s3 --field writeback=off" },
	{ .line = "files access a-s3 --add g-fin" },
	{ .line = "files delete a-fdrop", .yes = "Finance drop<Enter>" },
	{ .line = "group add g-data u-dana u-bob" },
	{ .line = "group create \"Night shift\"" },
	{ .line = "group delete g-part" },
	{ .line = "group remove g-fin u-bob" },
	{ .line = "group rename g-fin Treasury" },
	{ .line = "package add fresh --provider pr-github --repository "
		  "acme/fresh --ref-kind branch --ref main" },
	{ .line = "package edit a-mlu --ref-kind tag --ref v2" },
	{ .line = "package access a-mlu --add g-fin --remove workspace" },
	{ .line = "package delete a-theme", .yes = "chart-theme<Enter>" },
	{ .line = "project archive p-rev" },
	{ .line = "project create \"Board minutes\"" },
	{ .line = "project delete p-rev" },
	{ .line = "project duplicate p-rev" },
	{ .line = "project editors-may-share p-rev off" },
	{ .line = "project import p-rev --asset a-wh --asset a-slack" },
	{ .line = "project import-file p-fcst --files a-s3 --path raw/x.csv",
	  .before = { "project take-access p-fcst" } },
	{ .line = "project remove-file p-fcst --path raw/x.csv",
	  .before = { "project take-access p-fcst",
		      "project import-file p-fcst --files a-s3 --path raw/x.csv" } },
	{ .line = "project remove p-rev --asset a-snow" },
	{ .line = "project rename p-rev \"Revenue 2027\"" },
	{ .line = "project restore p-rev", .before = { "project delete p-rev" } },
	{ .line = "project set p-rev --description Long --category A" },
	{ .line = "project share p-rev --user u-hana --group g-mkt --level "
		  "can_view" },
	{ .line = "project share-web p-rev can_view" },
	{ .line = "project share-workspace p-rev none" },
	{ .line = "project take-access p-fcst" },
	{ .line = "project transfer p-rev u-ravi" },
	{ .line = "project unarchive p-rev",
	  .before = { "project archive p-rev" } },
	{ .line = "project unshare p-rev --group g-fin" },
	{ .line = "provider connect bitbucket --field workspace_id=fresh-team "
		  "--field username=hex-bot" },
	{ .line = "provider disconnect pr-gitlab", .yes = "acme<Enter>" },
	{ .line = "provider edit pr-gitlab --approval approved" },
	{ .line = "secret create FRESH" },
	{ .line = "secret edit a-key --name STRIPE" },
	{ .line = "secret access a-key --add g-fin --remove workspace" },
	{ .line = "secret delete a-hris", .yes = "HRIS_TOKEN<Enter>" },
	{ .line = "token register Fresh --type personal --last-four 1a2b --owner "
		  "u-ravi --expires 30" },
	{ .line = "token revoke tk-nightly" },
	{ .line = "user add new@acme.example other@acme.example --role editor" },
	{ .line = "user deactivate u-elif --transfer-to u-gus" },
	{ .line = "user edit u-bob --name \"Robert Stein\" --unix-login bob" },
	{ .line = "user reactivate u-walt" },
	{ .line = "user role u-bob editor" },
	{ .line = "undo", .yes = "<F8>",
	  .before = { "group add g-data u-dana" } },
	{ .line = "redo", .yes = "<F8>",
	  .before = { "group add g-data u-dana", "undo" } },
	{ .line = "workspace plan team" },
	{ .line = "workspace set --name Acme --share_to_web off" },
};

/* On the command line, with yes. */
static void command(const char *store, const char *line)
{
	const char *word[WORDS] = { "--store", store, NULL };
	struct arena arena = { 0 };
	struct error err;
	size_t n;

	assert_true(split_words(line, &arena, word + 2, WORDS - 4, &n, &err));
	word[2 + n] = "--yes";
	word[3 + n] = NULL;
	must(word);
	arena_release(&arena);
}

static void typed(const char *store, const struct sample *sample)
{
	const struct pty_options options = { .rows = 40, .cols = 120 };
	struct pty *pty = open_store(&options, store);

	keys(pty, ":");
	keys(pty, sample->line);
	keys(pty, "<Enter>");
	keys(pty, sample->yes ? sample->yes : "y");
	if (!pty_has(pty, "Saved: ")) {
		print_error("%s:\n", sample->line);
		shows(pty, "Saved: ");
	}
	leave(pty);
}

/* Ids that were drawn by lot ("p-9rep9cs0at", "pr-...") are a word, so that two stores can be
 * compared line by line in order of text. */
static void hide_ids(char *text)
{
	static const char lot[] = "0123456789abcdefghjkmnpqrstvwxyz";
	char *at = text;

	while ((at = strstr(at, "-"))) {
		at++;
		if (at - text >= 4 && (at[-3] == '"' || at[-4] == '"') &&
		    strspn(at, lot) == 10 && at[10] == '"')
			memset(at, '?', 10);
	}
}

/* "2026-11-25T16:16:08Z": the two are not done in the same second. */
static void hide_times(char *text)
{
	char *at = text;

	while ((at = strstr(at, "T"))) {
		if (at - text >= 11 && at[-11] == '"' && at[-3] == '-' &&
		    at[3] == ':' && at[6] == ':' && at[9] == 'Z')
			memset(at - 10, '?', 19);
		at++;
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

struct lines { char *text, **v; size_t n; };

static struct lines lines_of(const char *store)
{
	struct lines lines = { .n = 0 };
	char *rest = NULL, *line;

	assert_int_equal(run(&lines.text, (const char *const[]){ "--store",
			     store, "workspace", "export", NULL }), 0);
	hide_ids(lines.text);
	hide_times(lines.text);
	lines.v = test_calloc(strlen(lines.text) + 1, sizeof(*lines.v));
	for (line = strtok_r(lines.text, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest)) {
		line[strcspn(line, ",") == strlen(line) - 1 ? strlen(line) - 1 :
		     strlen(line)] = '\0';	/* the last of a list has none */
		lines.v[lines.n++] = line;
	}
	qsort(lines.v, lines.n, sizeof(*lines.v), by_text);
	return lines;
}

static void lines_free(struct lines *lines)
{
	test_free(lines->v);
	free(lines->text);
}

static void same_lines(const struct sample *sample, const char *one,
		       const char *other)
{
	struct lines a = lines_of(one), b = lines_of(other);
	size_t i;

	assert_true(a.n > 100);
	for (i = 0; i < a.n && i < b.n && strcmp(a.v[i], b.v[i]) == 0; i++)
		;
	if (i < a.n || a.n != b.n)
		fail_msg("%s: %s and %s", sample->line, i < a.n ? a.v[i] : "-",
			 i < b.n ? b.v[i] : "-");
	lines_free(&a);
	lines_free(&b);
}

static bool has_sample(const char *name)
{
	size_t i, n = strlen(name);

	for (i = 0; i < COUNT_OF(samples); i++)
		if (strncmp(samples[i].line, name, n) == 0 &&
		    (samples[i].line[n] == ' ' || !samples[i].line[n]))
			return true;
	/* Of no workspace file, and with ids of their own: tests/cli/requests_test. */
	return strcmp(name, "access request") == 0 || strcmp(name, "access answer") == 0;
}

TEST(every_write_has_a_sample)
{
	struct arena arena = { 0 };
	size_t n, i, missing = 0;
	const struct action *const *all = actions(&n);

	for (i = 0; i < n; i++) {
		const char *name = action_name(all[i], &arena);

		if (!(all[i]->flags & ACTION_WRITES) || has_sample(name))
			continue;
		print_error("%s: no sample in console_both_test.c\n", name);
		missing++;
	}
	arena_release(&arena);
	assert_int_equal(missing, 0);
}

TEST(the_console_does_what_the_command_line_does)
{
	size_t i, k;

	for (i = 0; i < COUNT_OF(samples); i++) {
		const struct sample *sample = &samples[i];
		char name[2][24];
		const char *one, *other;

		snprintf(name[0], sizeof(name[0]), "typed%zu", i);
		snprintf(name[1], sizeof(name[1]), "line%zu", i);
		one = demo_store(name[0]);
		other = demo_store(name[1]);
		for (k = 0; k < LINES && sample->before[k]; k++) {
			command(one, sample->before[k]);
			command(other, sample->before[k]);
		}
		typed(one, sample);
		command(other, sample->line);
		same_lines(sample, one, other);
	}
}

RUN(CASE(every_write_has_a_sample),
    CASE(the_console_does_what_the_command_line_does))
