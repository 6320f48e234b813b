/* setup.c: three questions, then workspace init. */
#include "cli/setup.h"

#include <stdio.h>

#include "action/run/run.h"
#include "cli/ask.h"
#include "cli/fail.h"

enum { ANSWER_LIMIT = 1024, QUESTIONS = 3 };

static bool given_up(struct error *err)
{
	error_set(err, ERROR_INVALID, "SETUP_LEFT", "no workspace was made");
	return error_remedy(err, "gatehouse workspace init --name N --plan P "
			    "--admin EMAIL, or gatehouse demo");
}

static bool make(struct app *app, const struct buf *answer, struct error *err)
{
	const char *words[] = { "workspace", "init",
		"--name", buf_text(&answer[0]), "--plan", buf_text(&answer[1]),
		"--admin", buf_text(&answer[2]) };
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { 0 };
	struct result result;
	struct args args;
	bool done;

	if (!args_parse((int)COUNT_OF(words), words, &arena, &action, &args,
			&opts, err)) {
		arena_release(&arena);
		return false;
	}
	done = action_run(app, action, &args, &opts, &result, err);
	result_release(&result);
	arena_release(&arena);
	return done;
}

/* Would it do?  The others are as good as any. */
static bool good(int i, const struct buf *answer, struct error *err)
{
	const char *words[] = { "workspace", "init", "--name", "Acme", "--plan",
		"team", "--admin", "maya@acme.example" };
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { 0 };
	struct args args;
	bool fits;

	words[2 * i + 3] = buf_text(answer);
	error_clear(err);
	fits = args_parse((int)COUNT_OF(words), words, &arena, &action, &args,
			  &opts, err);
	arena_release(&arena);
	return fits;
}

/* Until it would do; false: there is no more input. */
static bool ask(int i, const char *prompt, const char *fallback,
		struct buf *answer)
{
	struct error err;

	while (ask_line(prompt, fallback, answer) && answer->len) {
		if (good(i, answer, &err))
			return true;
		(void)fail(&err, FORMAT_TEXT, false);
	}
	return false;
}

bool setup_workspace(struct app *app, struct error *err)
{
	static const char *const prompt[QUESTIONS] = { "Workspace name",
		"Plan (community, professional, team, enterprise)",
		"Your e-mail (the first Admin)" };
	static const char *const fallback[QUESTIONS] = { NULL, "enterprise",
		NULL };
	struct buf answer[QUESTIONS];
	bool all = true;
	int i;

	fprintf(stderr, "There is no workspace yet.  Three questions make "
		"one at\n%s\nAn empty answer leaves; gatehouse demo shows an "
		"example without one.\n", app->store_path);
	for (i = 0; i < QUESTIONS; i++) {
		buf_init(&answer[i], ANSWER_LIMIT);
		all = all && ask(i, prompt[i], fallback[i], &answer[i]);
	}
	all = all ? make(app, answer, err) : given_up(err);
	for (i = 0; i < QUESTIONS; i++)
		buf_release(&answer[i]);
	return all;
}
