/* help_words.c: what the words after "help" ask for. */
#include "cli/help.h"

#include <string.h>

#include "base/nearest.h"

static bool unknown(const char *word, struct error *err)
{
	const char *nouns[HELP_NOUNS], *meant;

	error_set(err, ERROR_INVALID, "UNKNOWN_COMMAND",
		  "there is no help on \"%.60s\"", word);
	meant = nearest(word, nouns, help_nouns(nouns));
	if (meant)
		return error_remedy(err, "did you mean \"%s\"?", meant);
	return error_remedy(err, "gatehouse help lists the nouns");
}

bool help_words(struct buf *out, int argc, const char *const *argv,
		struct error *err)
{
	const struct action *action;

	if (argc == 0) {
		help_overview(out);
		return true;
	}
	if (strcmp(argv[0], "keys") == 0) {
		help_keys(out);
		return true;
	}
	if (strcmp(argv[0], "--man") == 0 || strcmp(argv[0], "man") == 0) {
		help_man(out);
		return true;
	}
	action = action_find(NULL, argv[0]);
	if (!action && argc > 1)
		action = action_find(argv[0], argv[1]);
	if (action) {
		help_action(out, action);
		return true;
	}
	if (argc > 1)
		return unknown(argv[1], err);
	return help_noun(out, argv[0]) || unknown(argv[0], err);
}
