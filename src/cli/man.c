/* man.c: gatehouse(1), made from the action table. */
#include <string.h>

#include "cli/help.h"
#include "model/roster/roster.h"

/* Text as roff: '-' stays a minus, '\' and a leading dot are no requests. */
static void roff(struct buf *out, const char *text)
{
	const char *p;

	for (p = text; *p; p++) {
		if (*p == '-')
			buf_adds(out, "\\-");
		else if (*p == '\\')
			buf_adds(out, "\\e");
		else if ((*p == '.' || *p == '\'') &&
			 (p == text || p[-1] == '\n'))
			buf_printf(out, "\\&%c", *p);
		else
			buf_addc(out, *p);
	}
}

static void section(struct buf *out, const char *name)
{
	buf_printf(out, ".SH %s\n", name);
}

static void line(struct buf *out, const char *name, const char *text)
{
	buf_adds(out, ".TP\n.B ");
	roff(out, name);
	buf_addc(out, '\n');
	roff(out, text);
	buf_addc(out, '\n');
}

static void lines(struct buf *out, const struct help_line *list)
{
	for (; list->name; list++)
		line(out, list->name, list->text);
}

static void params(struct buf *out, const struct action *action)
{
	size_t i;

	if (!action->params[0].name)
		return;
	buf_adds(out, ".RS\n");
	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++) {
		const struct param *param = &action->params[i];

		buf_adds(out, ".TP\n.I ");
		roff(out, param->option ? "--" : "");
		roff(out, param->name);
		buf_addc(out, '\n');
		roff(out, param->help ? param->help :
		     param->label ? param->label : param->name);
		if (param->many)
			buf_adds(out, "; may be repeated");
		buf_addc(out, '\n');
	}
	buf_adds(out, ".RE\n");
}

static void verb(struct buf *out, const struct action *action)
{
	struct buf usage;

	buf_init(&usage, 4096);
	help_usage(&usage, action);
	buf_adds(out, ".TP\n.B ");
	roff(out, buf_text(&usage));
	buf_release(&usage);
	buf_addc(out, '\n');
	roff(out, action->summary);
	buf_adds(out, ".\n");
	if (action->help) {
		roff(out, action->help);
		buf_addc(out, '\n');
	}
	if (action->flags & ACTION_ADMIN)
		buf_adds(out, "For Admins.\n");
	if (action->flags & ACTION_IRREVERSIBLE)
		buf_adds(out, "Cannot be undone.\n");
	params(out, action);
}

static void verbs(struct buf *out)
{
	const char *nouns[HELP_NOUNS];
	size_t n = help_nouns(nouns), all_n, i, j;
	const struct action *const *all = actions(&all_n);

	section(out, "VERBS");
	for (i = 0; i <= n; i++) {
		buf_printf(out, ".SS %s\n", i < n ? nouns[i] : "without a noun");
		if (i < n) {
			roff(out, help_noun_says(nouns[i]));
			buf_addc(out, '\n');
		}
		for (j = 0; j < all_n; j++)
			if (i < n ? all[j]->noun &&
			    strcmp(all[j]->noun, nouns[i]) == 0 : !all[j]->noun)
				verb(out, all[j]);
	}
	line(out, "help [NOUN [VERB] | keys | --man]",
	     "Help; the keys of the console; this page.");
	line(out, "completion bash|zsh", "Completion, to be sourced.");
}

/* How columns of other programs may be called, as the reader knows them. */
static void lists(struct buf *out)
{
	size_t f, i;
	struct buf names;

	section(out, "LISTS FROM ELSEWHERE");
	roff(out, "user add --file and group add --file find the columns of a file by these "
	     "names, in any case and without regard to what is neither a letter nor a digit; "
	     "what stands in brackets ([userPrincipalName]) counts where the name before it is "
	     "not known, and Required or its like behind it does not.  --column names a column "
	     "by hand.  The value of a role is read in English alone.  A login is the address "
	     "of who has no other; rows of a kind like Group or Device are left out, a Guest "
	     "becomes a Guest unless a column of roles says otherwise.  A status with none but "
	     "unknown values stops the command: put it aside with --column status=.  A State "
	     "beside a city or a country is a place.\n");
	for (f = 0; f < ROSTER_FIELDS; f++) {
		buf_init(&names, 64 * 1024);
		for (i = 0; roster_usual((enum roster_field)f, i); i++)
			buf_printf(&names, "%s%s", i ? ", " : "",
				   roster_usual((enum roster_field)f, i));
		line(out, roster_field_code((enum roster_field)f), buf_text(&names));
		buf_release(&names);
	}
}

static void examples(struct buf *out)
{
	size_t n, i;
	const struct action *const *all = actions(&n);

	section(out, "EXAMPLES");
	buf_adds(out, ".nf\n");
	for (i = 0; i < n; i++) {
		if (!all[i]->example)
			continue;
		buf_adds(out, "gatehouse ");
		roff(out, all[i]->example);
		buf_addc(out, '\n');
	}
	buf_adds(out, ".fi\n");
}

/* Words, and what is typed or put into a file, in turn. */
static void typed_lines(struct buf *out, const char *title, const char *const *at)
{
	bool typed = false;

	section(out, title);
	for (; *at; at++) {
		if (**at) {
			roff(out, *at);
			buf_addc(out, '\n');
			continue;
		}
		typed = !typed;
		buf_adds(out, typed ? ".PP\n.nf\n.RS\n" : ".RE\n.fi\n.PP\n");
	}
}

void help_man(struct buf *out)
{
	buf_printf(out, ".TH GATEHOUSE 1 \"\" \"gatehouse %s\" "
		   "\"User Commands\"\n", PACKAGE_VERSION);
	section(out, "NAME");
	buf_adds(out, "gatehouse \\- who can do what in a data workspace\n");
	section(out, "SYNOPSIS");
	buf_adds(out, ".B gatehouse\n[\\-\\-store FILE] [\\-\\-as EMAIL] "
		 "[\\-\\-format text|json|csv]\n[\\-\\-no\\-color] "
		 "[\\-\\-plain] [NOUN VERB ...]\n");
	section(out, "DESCRIPTION");
	buf_adds(out, "Admins of a data workspace see, try out and change who "
		 "can do what in it:\nprojects and their sharing, groups, and "
		 "the data connections, secrets, Git\npackages and file "
		 "integrations that are shared with the workspace.\n.PP\n"
		 "Without a noun the console opens.  Every action of the console "
		 "is a verb of\nthe command line too, with the same names.\n.PP\n"
		 "Things are named by id, people also by e\\-mail, everything by "
		 "its name where it is\nunique.  Who one is comes from the login "
		 "of the session: the active user whose\nUnix login it is.  Who "
		 "made the workspace is its operator and acts as an Admin\nwhile "
		 "no user carries that login.\n");
	section(out, "OPTIONS");
	buf_adds(out, "They may stand anywhere in the line; \\-\\- ends "
		 "them.\n");
	lines(out, help_options);
	verbs(out);
	lists(out);
	section(out, "AUDIT");
	lines(out, help_audit);
	section(out, "CHECKS OF WHAT IS OUTSIDE");
	lines(out, help_checks);
	typed_lines(out, "ON A BASTION", help_bastion);
	typed_lines(out, "BEHIND AN SSH SERVER", help_tunnel);
	section(out, "FILES");
	line(out, "$XDG_DATA_HOME/gatehouse/workspace.db",
	     "The workspace.  Beside it stand its -wal, -shm and .lock files, the file of "
	     ".checkpoints unless another is chosen, what an Admin has .signed, and "
	     "beside a large one .image, a copy of what it holds to start from: it "
	     "may be removed at any time. "
	     "Do not open it with other tools; workspace backup makes copies.");
	line(out, "$XDG_CONFIG_HOME/gatehouse/settings",
	     "What was chosen in the console, a word and its value a line: theme "
	     "default, dark, light, mono or auto.");
	section(out, "ENVIRONMENT");
	lines(out, help_environment);
	section(out, "EXIT STATUS");
	lines(out, help_statuses);
	examples(out);
}
