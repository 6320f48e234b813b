/* setup.c: three questions, then workspace init. */
#include "cli/setup.h"

#include <stdio.h>
#include <string.h>

#include "action/run/run.h"
#include "cli/ask.h"
#include "model/level.h"

enum { ANSWER_LIMIT = 1024, QUESTIONS = 3, ASKS_PLAN = 1, ASKS_EMAIL = 2 };

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

/* NULL: it will do; else what it has to be. */
static const char *wanting(int question, const char *answer)
{
	enum plan plan;

	if (!*answer)
		return "One is needed; Ctrl-C leaves.";
	if (question == ASKS_PLAN && !plan_parse(answer, &plan))
		return "It is one of community, professional, team and enterprise.";
	if (question == ASKS_EMAIL && !strchr(answer, '@'))
		return "An e-mail has an @ in it.";
	return NULL;
}

/* Until it will do: what was answered before is not lost.  False: the input ends. */
static bool ask(int question, const char *prompt, const char *fallback,
		struct buf *answer)
{
	const char *lacks;

	while (ask_line(prompt, fallback, answer)) {
		lacks = wanting(question, buf_text(answer));
		if (!lacks)
			return true;
		fprintf(stderr, "%s\n", lacks);
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
	bool good = true;
	int i;

	fprintf(stderr, "There is no workspace yet.  Three questions make "
		"one at\n%s\n", app->store_path);
	for (i = 0; i < QUESTIONS; i++) {
		buf_init(&answer[i], ANSWER_LIMIT);
		good = good && ask(i, prompt[i], fallback[i], &answer[i]);
	}
	good = good ? make(app, answer, err) : given_up(err);
	for (i = 0; i < QUESTIONS; i++)
		buf_release(&answer[i]);
	return good;
}
