/* cli.c: from the words of the command line to the exit status. */
#include "cli/cli.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/check/saved_check.h"
#include "action/core/action.h"
#include "action/run/app_open.h"
#include "action/run/run.h"
#include "action/scenario/play.h"
#include "action/scenario/record.h"
#include "base/text.h"
#include "cli/ask.h"
#include "cli/ask_secret.h"
#include "cli/completion.h"
#include "cli/console_open.h"
#include "cli/device_face.h"
#include "cli/fail.h"
#include "cli/help.h"
#include "cli/plain.h"
#include "cli/progress.h"
#include "cli/setup.h"
#include "cli/show.h"
#include "model/json_memory.h"

enum { HELP_LIMIT = 1 << 22 };

struct cli {
	struct arena arena;
	const char *store, *as;
	bool version;
	bool warned;			/* the warnings stand on the screen */
	bool input_taken;		/* what is typed are commands */
	bool lost, silent;		/* a part drained was not written; not a word */
	const char **words;		/* without the options above */
	int n;
	struct options opts;
	struct error err;
	int (*console)(struct app *app, bool no_color);
};

static int command(struct cli *cli);

static int failed(struct cli *cli)
{
	return fail(&cli->err, cli->opts.format,
		    show_colour(&cli->opts, STDERR_FILENO));
}

static int not_written(struct cli *cli, bool silent)
{
	if (silent)
		return 0;
	error_set(&cli->err, ERROR_STORE, "OUTPUT",
		  "standard output could not be written");
	return failed(cli);
}

static int print(struct cli *cli, struct buf *text)
{
	bool silent = false;
	int status = 0;

	if (!show_text(text, &silent))
		status = not_written(cli, silent);
	buf_release(text);
	return status;
}

/* --NAME VALUE or --NAME=VALUE of the program itself.  1: taken, 0: another
 * word, -1: error. */
static int own_value(struct cli *cli, const char *name, int argc, char **argv,
		     int *at, const char **value)
{
	size_t n = strlen(name);
	const char *word = argv[*at];

	if (strncmp(word, name, n) != 0 || (word[n] && word[n] != '='))
		return 0;
	if (word[n] == '=') {
		*value = word + n + 1;
		return 1;
	}
	if (*at + 1 >= argc) {
		error_set(&cli->err, ERROR_INVALID, "VALUE_MISSING",
			  "%s needs a value", name);
		return -1;
	}
	*value = argv[++*at];
	return 1;
}

static int own_option(struct cli *cli, int argc, char **argv, int *at)
{
	int taken = own_value(cli, "--store", argc, argv, at, &cli->store);

	if (!taken)
		taken = own_value(cli, "--as", argc, argv, at, &cli->as);
	if (taken)
		return taken;
	if (strcmp(argv[*at], "--no-color") == 0)
		cli->opts.no_color = true;
	else if (strcmp(argv[*at], "--plain") == 0)
		setenv("GATEHOUSE_PLAIN", "1", 1);
	else if (strcmp(argv[*at], "--version") == 0)
		cli->version = true;
	else
		return 0;
	return 1;
}

/* Also what form an error has, before the words are understood. */
static void look_for_format(struct cli *cli, int argc, char **argv)
{
	int i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--format=json") == 0 ||
		    (strcmp(argv[i], "--format") == 0 && argv[i + 1] &&
		     strcmp(argv[i + 1], "json") == 0))
			cli->opts.format = FORMAT_JSON;
}

static bool own_options(struct cli *cli, int argc, char **argv)
{
	bool plain = false;
	int i, taken;

	cli->words = arena_array(&cli->arena, (size_t)argc + 1,
				 sizeof(*cli->words));
	look_for_format(cli, argc, argv);
	for (i = 1; i < argc; i++) {
		plain = plain || strcmp(argv[i], "--") == 0;
		taken = plain ? 0 : own_option(cli, argc, argv, &i);
		if (taken < 0)
			return false;
		if (!taken)
			cli->words[cli->n++] = argv[i];
	}
	return true;
}

static int help(struct cli *cli, int argc, const char *const *argv)
{
	struct buf text;

	buf_init(&text, HELP_LIMIT);
	if (help_words(&text, argc, argv, &cli->err))
		return print(cli, &text);
	buf_release(&text);
	return failed(cli);
}

static int completion(struct cli *cli)
{
	const char *shell = cli->n > 1 ? cli->words[1] : "";
	const char *script = completion_script(shell);
	int skip = 2;
	struct buf text;

	buf_init(&text, HELP_LIMIT);
	if (strcmp(shell, "words") == 0) {
		if (cli->n > 2 && strcmp(cli->words[2], "--") == 0)
			skip++;
		completion_words(&text, cli->store, cli->as, cli->n - skip,
				 cli->words + skip);
		return print(cli, &text);
	}
	if (strcmp(shell, "line") == 0 && cli->n == 5) {
		completion_line(&text, cli->store, cli->as, cli->words[3],
				cli->words[4]);
		return print(cli, &text);
	}
	if (script) {
		buf_adds(&text, script);
		return print(cli, &text);
	}
	error_set(&cli->err, ERROR_INVALID, "BAD_VALUE",
		  "completion is for bash and zsh");
	error_remedy(&cli->err, "source <(gatehouse completion bash)");
	return failed(cli);
}

static bool asks_plain(void)
{
	const char *plain = getenv("GATEHOUSE_PLAIN");

	return plain && strcmp(plain, "1") == 0;
}

/* The console needs a terminal, and a workspace; plain mode is content with
 * pipes. */
static bool console_ready(struct cli *cli, struct app *app)
{
	bool terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	bool there = access(app->store_path, F_OK) == 0;

	if (terminal)
		return there || setup_workspace(app, &cli->err);
	if (!there) {
		error_set(&cli->err, ERROR_INVALID, "NO_TERMINAL",
			  "there is no workspace at %.200s, and no terminal to "
			  "set one up", app->store_path);
		return error_remedy(&cli->err, "gatehouse workspace init "
				    "--name N --plan P --admin EMAIL");
	}
	if (asks_plain())
		return true;
	error_set(&cli->err, ERROR_INVALID, "NO_TERMINAL",
		  "the console needs a terminal");
	return error_remedy(&cli->err, "use --plain, or a verb: gatehouse help "
			    "lists them");
}

/* One line of plain mode: the same store, the same eyes. */
static int plain_command(void *ctx, int n, const char *const *words)
{
	const struct cli *from = ctx;
	struct cli cli = { .store = from->store, .as = from->as, .n = n,
			   .opts = { .few = true, .no_color = true }, .input_taken = true };
	int status;

	cli.words = arena_array(&cli.arena, (size_t)n + 1, sizeof(*cli.words));
	memcpy(cli.words, words, (size_t)n * sizeof(*words));
	status = command(&cli);
	arena_release(&cli.arena);
	return status;
}

/* Plain where it was asked for, and where the terminal cannot do more. */
static bool wants_plain(void)
{
	const char *term = getenv("TERM");

	return asks_plain() || !term || !*term || strcmp(term, "dumb") == 0;
}

static int show_workspace(struct cli *cli, struct app *app)
{
	app->input_taken = true;
	if (!wants_plain())
		return cli->console(app, cli->opts.no_color);
	cli->store = app->store_path;
	return plain_run(app, plain_command, cli);
}

static int shown(void *ctx, struct app *app)
{
	return show_workspace(ctx, app);
}

/* The console on what the action opens. */
static int run_opened(struct cli *cli, const struct action *action,
		      const struct args *args)
{
	struct console_open open = {
		cli->store, cli->as, cli->opts.yes, cli->console &&
		isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && !wants_plain(),
		shown, cli
	};
	int status = 0;

	if (record_records(action) ?
	    console_open_recorded(&open, action, args, &status, &cli->err) :
	    console_open_demo(&open, action, args, &status, &cli->err))
		return status;
	return failed(cli);
}

static int run_console(struct cli *cli)
{
	struct app app;
	int status;

	app_init(&app, cli->store);
	if (!console_ready(cli, &app)) {
		app_release(&app);
		return failed(cli);
	}
	app_release(&app);
	app_init(&app, cli->store);
	if (app_open(&app, true, cli->as, &cli->err))
		status = show_workspace(cli, &app);
	else
		status = failed(cli);
	app_release(&app);
	return status;
}

static bool open_for(struct cli *cli, struct app *app,
		     const struct action *action)
{
	if (!(action->flags & ACTION_NO_STORE))
		return app_open(app, action->flags &
				(ACTION_WRITES | ACTION_VAULT |
				 ACTION_CHECK), cli->as,
				&cli->err);
	if (!cli->as)
		return true;
	error_set(&cli->err, ERROR_DENIED, "ACTING_AS",
		  "%s%s%s is not done as somebody else",
		  action->noun ? action->noun : "", action->noun ? " " : "",
		  action->verb);
	return error_remedy(&cli->err, "leave out --as");
}

static void warn(struct cli *cli, const struct result *result)
{
	size_t i;

	for (i = 0; i < result->n_warnings && !cli->warned &&
	     cli->opts.format != FORMAT_JSON; i++)
		fail_warning(&result->warnings[i],
			     show_colour(&cli->opts, STDERR_FILENO));
	cli->warned = true;
}

/* A run that asked: put its question, after the plan and what speaks against it, and
 * run again. */
static bool asked(struct cli *cli, const struct result *result)
{
	bool count = strcmp(cli->err.code, "COUNT_NEEDED") == 0;
	bool yes = strcmp(cli->err.code, "YES_NEEDED") == 0 && !cli->opts.yes;

	if ((!count && !yes) || cli->opts.dry_run || !ask_can())
		return false;
	fputs(buf_text(&result->text), stderr);
	warn(cli, result);
	if (ask_yes(cli->err.text, result->confirm)) {
		cli->opts.yes = true;
		cli->opts.plan = result->plan;
		if (result->confirm)
			cli->opts.typed = arena_strdup(&cli->arena,
						       result->confirm);
		return true;
	}
	error_set(&cli->err, ERROR_INVALID, "NOT_CONFIRMED",
		  "nothing was changed");
	return false;
}

static int answer(struct cli *cli, const struct result *result, bool done)
{
	bool silent = false;

	warn(cli, result);
	if (!done && result->n_faults)
		return fail_file(result->faults, result->n_faults,
				 result->all_faults, cli->opts.format,
				 show_colour(&cli->opts, STDERR_FILENO));
	if (!done && !result->has_plan &&
	    !(cli->opts.dry_run && result->has_preview))
		return failed(cli);
	if ((cli->lost || !show_result(result, &cli->opts, cli->opts.dry_run,
				       &silent)) && !silent && !cli->silent)
		return not_written(cli, false);
	if (!done)
		return failed(cli);
	if (result->unreached)
		return error_exit_status(ERROR_NETWORK);
	return result->failed ? error_exit_status(ERROR_CHECK) : 0;
}

/* What may be long is written while it is found. */
static bool drain(void *ctx, struct buf *text)
{
	struct cli *cli = ctx;

	cli->lost = cli->lost || !show_text(text, &cli->silent);
	buf_reset(text);
	return !cli->lost;
}

static int run(struct cli *cli, const struct action *action,
	       const struct args *args)
{
	struct result result;
	struct app app;
	bool done, checked;
	int status;

	cli->opts.drain = drain;
	cli->opts.drain_ctx = cli;
	cli->opts.device = device_face(cli->opts.format);
	cli->opts.secrets = ask_secret_face(cli->opts.format == FORMAT_JSON);
	cli->opts.asks = ask_can();
	app_init(&app, cli->store);
	app.input_taken = cli->input_taken;
	if (!open_for(cli, &app, action)) {
		app_release(&app);
		return failed(cli);
	}
	if (isatty(STDERR_FILENO) && !wants_plain())
		cli->opts.progress = progress_show;
	done = saved_check_may(action, args, &cli->err);
	result_init(&result);
	if (done)
		done = action_run(&app, action, args, &cli->opts, &result, &cli->err);
	if (!done && asked(cli, &result)) {
		result_release(&result);
		done = action_run(&app, action, args, &cli->opts, &result, &cli->err);
	}
	checked = !done || saved_check(&app, action, args, &cli->opts, &result, &cli->err);
	status = answer(cli, &result, done);
	if (!checked)		/* what was saved is told first */
		status = failed(cli);
	result_release(&result);
	app_release(&app);
	return status;
}

/* "project --help": help on a noun alone. */
static bool noun_help(const struct cli *cli)
{
	const char *nouns[HELP_NOUNS];
	size_t n = help_nouns(nouns), i;

	if (cli->n != 2 || (strcmp(cli->words[1], "--help") != 0 &&
			    strcmp(cli->words[1], "-h") != 0))
		return false;
	for (i = 0; i < n; i++)
		if (strcmp(nouns[i], cli->words[0]) == 0)
			return true;
	return false;
}

/* The demo has a screen or plain mode; a scenario is played on a screen alone, and told
 * where there is none. */
static bool on_screen(const struct action *action, const struct args *args)
{
	return play_opens(action) && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) &&
		!(wants_plain() && arg_text(action, args, action->params[0].name));
}

static int command(struct cli *cli)
{
	const struct action *action;
	struct args args;
	struct buf text;

	if (strcmp(cli->words[0], "help") == 0)
		return help(cli, cli->n - 1, cli->words + 1);
	if (strcmp(cli->words[0], "completion") == 0)
		return completion(cli);
	if (strcmp(cli->words[0], "--help") == 0 || strcmp(cli->words[0], "-h") == 0)
		return help(cli, 0, NULL);
	if (noun_help(cli))
		return help(cli, 1, cli->words);
	if (!args_parse(cli->n, cli->words, &cli->arena, &action, &args,
			&cli->opts, &cli->err))
		return failed(cli);
	if (!cli->opts.help && (record_records(action) ||
				(cli->console && on_screen(action, &args))))
		return run_opened(cli, action, &args);
	if (!cli->opts.help)
		return run(cli, action, &args);
	buf_init(&text, HELP_LIMIT);
	help_action(&text, action);
	return print(cli, &text);
}

int cli_run(int argc, char **argv,
	    int (*console)(struct app *app, bool no_color))
{
	struct cli cli = { .console = console, .opts.few = true };
	struct buf text;
	int status;

	signal(SIGPIPE, SIG_IGN);
	text_init();
	json_memory_use();
	if (!own_options(&cli, argc, argv)) {
		status = failed(&cli);
	} else if (cli.version) {
		buf_init(&text, HELP_LIMIT);
		buf_adds(&text, "gatehouse " PACKAGE_VERSION "\n");
		status = print(&cli, &text);
	} else if (cli.n == 0) {
		status = run_console(&cli);
	} else {
		status = command(&cli);
	}
	arena_release(&cli.arena);
	return status;
}
