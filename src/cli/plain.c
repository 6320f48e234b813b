/* plain.c: see plain.h. */
#include "cli/plain.h"

#include <stdio.h>
#include <string.h>

#include "action/core/app.h"
#include "action/core/split_words.h"
#include "base/text.h"
#include "cli/ask.h"
#include "cli/fail.h"

enum { PLAIN_WORDS = 64, PLAIN_LINE = 4096 };

static void greet(struct app *app)
{
	struct arena arena = { 0 };
	struct buf line;

	buf_init(&line, PLAIN_LINE);
	text_safe(&line, seen_workspace(app_seen(app)).name);
	buf_adds(&line, ". You are ");
	text_safe(&line, app_actor_label(app, &arena));
	printf("Plain mode. Workspace %s.\n"
	       "Type a command, such as: project list, or: help. "
	       "q leaves.\n", buf_text(&line));
	buf_release(&line);
	arena_release(&arena);
}

int plain_run(struct app *app, int (*command)(void *ctx, int n,
					      const char *const *words), void *ctx)
{
	const char *word[PLAIN_WORDS];
	struct buf line;
	struct error err;
	size_t n;

	greet(app);
	buf_init(&line, PLAIN_LINE);
	for (;;) {
		struct arena arena = { 0 };
		int status = 0;

		fflush(stdout);
		if (!ask_line("Command", NULL, &line))
			break;
		if (!split_words(buf_text(&line), &arena, word, PLAIN_WORDS, &n,
				 &err))
			(void)fail(&err, FORMAT_TEXT, false);
		else if (n && (!strcmp(word[0], "q") || !strcmp(word[0], "quit") ||
			       !strcmp(word[0], "exit")))
			n = PLAIN_WORDS + 1;
		else if (n)
			status = command(ctx, (int)n, word);
		arena_release(&arena);
		if (n > PLAIN_WORDS)
			break;
		if (status)
			printf("Not done, status %d.\n", status);
	}
	buf_release(&line);
	return 0;
}
