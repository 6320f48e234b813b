/* ask.c: questions on a terminal. */
#include "cli/ask.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

enum { LINE_LIMIT = 1024 };

bool ask_can(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

static void put_safe(const char *text)
{
	struct buf line;

	buf_init(&line, 64 * LINE_LIMIT);
	text_safe(&line, text);
	fputs(buf_text(&line), stderr);
	buf_release(&line);
}

bool ask_line(const char *prompt, const char *fallback, struct buf *out)
{
	char line[LINE_LIMIT];

	put_safe(prompt);
	if (fallback) {
		fputs(" [", stderr);
		put_safe(fallback);
		fputs("]", stderr);
	}
	fputs(": ", stderr);
	fflush(stderr);
	if (!fgets(line, sizeof(line), stdin)) {
		fputc('\n', stderr);
		return false;
	}
	line[strcspn(line, "\n")] = '\0';
	buf_reset(out);
	buf_adds(out, *line || !fallback ? line : fallback);
	return true;
}

bool ask_yes(const char *question, const char *word)
{
	struct buf answer, prompt;
	const char *said;
	bool yes;

	buf_init(&answer, LINE_LIMIT);
	buf_init(&prompt, LINE_LIMIT);
	put_safe(question);
	fputc('\n', stderr);
	if (word)
		buf_printf(&prompt, "Type %s to go on", word);
	else
		buf_adds(&prompt, "Go on? [y/N]");
	yes = ask_line(buf_text(&prompt), NULL, &answer);
	said = buf_text(&answer);
	yes = yes && (word ? strcmp(said, word) == 0 :
		      strcmp(said, "y") == 0 || strcmp(said, "yes") == 0);
	buf_release(&prompt);
	buf_release(&answer);
	return yes;
}
