/* completion_offer.c: what can follow the words of a half typed line. */
#include <stdlib.h>
#include <string.h>

#include "action/run/app_open.h"
#include "cli/completion.h"
#include "cli/completion_sets.h"
#include "cli/help.h"

static void offer_heads(struct offers *offers)
{
	const char *nouns[HELP_NOUNS];
	size_t n = help_nouns(nouns), all_n, i;
	const struct action *const *all = actions(&all_n);

	for (i = 0; i < n; i++)
		offer(offers, nouns[i]);
	for (i = 0; i < all_n; i++)
		if (!all[i]->noun)
			offer(offers, all[i]->verb);
	offer(offers, "help");
	offer(offers, "completion");
}

static void offer_verbs(struct offers *offers, const char *noun)
{
	size_t n, i;
	const struct action *const *all = actions(&n);

	for (i = 0; i < n; i++)
		if (all[i]->noun && strcmp(all[i]->noun, noun) == 0)
			offer(offers, all[i]->verb);
}

static void offer_option(struct offers *offers, const char *name)
{
	struct buf word;

	if (offers->start[0] != '-')
		return;
	buf_init(&word, 256);
	buf_printf(&word, "--%s", name);
	offer(offers, buf_text(&word));
	buf_release(&word);
}

static void offer_options(struct offers *offers, const struct action *action)
{
	static const char *const global[] = { "store", "as", "format",
		"no-color", "plain", "help" };
	size_t i;

	for (i = 0; action && i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].option)
			offer_option(offers, action->params[i].name);
	for (i = 0; i < COUNT_OF(global); i++)
		offer_option(offers, global[i]);
	if (!action)
		offer_option(offers, "version");
	if (action && (action->flags & ACTION_WRITES || action->writing)) {
		offer_option(offers, "yes");
		offer_option(offers, "dry-run");
		offer_option(offers, "all");
	}
}

static const struct param *option_named(const struct action *action,
					const char *word)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].option && word[0] == '-' &&
		    word[1] == '-' &&
		    strcmp(action->params[i].name, word + 2) == 0 &&
		    action->params[i].type != PARAM_FLAG)
			return &action->params[i];
	return NULL;
}

static void offer_for(struct offers *offers, const struct action *action,
		      int argc, const char *const *argv);

/* The words behind a command of its own: the same from its start. */
static void offer_inner(struct offers *offers, int argc, const char *const *argv)
{
	const struct action *action;

	if (argc <= 0) {
		offer_heads(offers);
		return;
	}
	action = action_find(NULL, argv[0]);
	if (action)
		offer_for(offers, action, argc - 1, argv + 1);
	else if (argc == 1)
		offer_verbs(offers, argv[0]);
	else if ((action = action_find(argv[0], argv[1])))
		offer_for(offers, action, argc - 2, argv + 2);
}

/* The next parameter by place behind this one. */
static const struct param *by_place(const struct param *place)
{
	while (place->name && place->option)
		place++;
	return place;
}

/* argv: the argc whole words behind the verb. */
static void offer_for(struct offers *offers, const struct action *action,
		      int argc, const char *const *argv)
{
	const struct param *param, *place = by_place(action->params);
	bool plain = false;
	int i;

	for (i = 0; i < argc; i++) {
		param = plain ? NULL : option_named(action, argv[i]);
		if (param && i + 1 == argc) {
			offer_values(offers, action, param, argc, argv);
			return;
		}
		if (param) {
			i++;
		} else if (!plain && strcmp(argv[i], "--") == 0) {
			plain = true;
		} else if (plain || argv[i][0] != '-') {
			if (place->type == PARAM_WORDS && place->name) {
				offer_inner(offers, argc - i, argv + i);
				return;
			}
			if (place->name && !place->many)
				place = by_place(place + 1);
		}
	}
	offers->place = !plain;
	if (!plain)
		offer_options(offers, action);
	if (place->name && place->type == PARAM_WORDS)
		offer_heads(offers);
	else if (place->name)
		offer_values(offers, action, place, argc, argv);
}

/* --NAME=VAL is half typed: the value is what is wanted, behind its lead; the name
 * becomes a word of the line.  False: it is no such word. */
static bool splits(struct offers *offers, const char **name)
{
	const char *equals = strchr(offers->start, '=');

	if (strncmp(offers->start, "--", 2) != 0 || !equals)
		return false;
	offers->lead = arena_strndup(&offers->arena, offers->start,
				     (size_t)(equals - offers->start) + 1);
	*name = arena_strndup(&offers->arena, offers->start,
			      (size_t)(equals - offers->start));
	offers->start = equals + 1;
	return true;
}

/* argv: the whole words of the line. */
static void offer_line(struct offers *offers, int argc, const char *const *argv)
{
	const char *last = argc ? argv[argc - 1] : "";

	if (strcmp(last, "--format") == 0)
		offer_list(offers, "text", "json", "csv");
	else if (strcmp(last, "--as") == 0)
		offer_people(offers);
	else if (strcmp(last, "--store") == 0)
		return;			/* a file: the shell knows them */
	else if (argc > 0 && strcmp(argv[0], "help") == 0 && argc == 1)
		offer_heads(offers);
	else if (argc > 0 && strcmp(argv[0], "help") == 0)
		offer_verbs(offers, argv[1]);
	else if (argc > 0 && strcmp(argv[0], "completion") == 0)
		offer_list(offers, "bash", "zsh", NULL);
	else if (argc > 0)
		offer_inner(offers, argc, argv);
	else {
		offer_options(offers, NULL);
		offer_heads(offers);
	}
}

/* ---- the options of the program itself ------------------------------------------ */

/* ~/ as the shell would read it; what else it would expand is not run here. */
static const char *expanded(struct offers *offers, const char *file)
{
	const char *home = getenv("HOME");

	return strncmp(file, "~/", 2) == 0 && home && *home ?
		arena_printf(&offers->arena, "%s%s", home, file + 1) : file;
}

/* --NAME VALUE or --NAME=VALUE, the value there: how many words it takes. */
static int takes(int argc, const char *const *argv, int at, const char *name,
		 const char **value)
{
	size_t n = strlen(name);

	if (strncmp(argv[at], name, n) != 0)
		return 0;
	if (argv[at][n] == '=') {
		*value = argv[at] + n + 1;
		return 1;
	}
	if (argv[at][n] || at + 1 >= argc)
		return 0;
	*value = argv[at + 1];
	return 2;
}

/* Without the options that any verb takes, wherever they stand. */
static int without_global(struct offers *offers, int argc,
			  const char *const *argv, const char **words,
			  const char **store, const char **as)
{
	static const char *const bare[] = { "--yes", "--dry-run", "--all", "--no-color",
		"--plain" };
	const char *format;
	bool plain = false;
	int i, n = 0, used;
	size_t k;

	for (i = 0; i < argc; i += used) {
		plain = plain || strcmp(argv[i], "--") == 0;
		used = plain ? 0 : takes(argc, argv, i, "--store", store);
		if (!used && !plain)
			used = takes(argc, argv, i, "--as", as);
		if (!used && !plain)
			used = takes(argc, argv, i, "--format", &format);
		for (k = 0; k < COUNT_OF(bare) && !used && !plain; k++)
			used = strcmp(argv[i], bare[k]) == 0;
		if (!used) {
			words[n++] = argv[i];
			used = 1;
		}
	}
	if (*store)
		*store = expanded(offers, *store);
	return n;
}

void completion_words(struct buf *out, const char *store, const char *as,
		      int argc, const char *const *argv)
{
	struct offers offers = { .out = out, .start = "", .lead = "" };
	const char **words;
	struct error err;
	int n;

	if (argc > 0)
		offers.start = argv[--argc];
	else
		argc = 0;
	words = arena_array(&offers.arena, (size_t)argc + 2, sizeof(*words));
	n = without_global(&offers, argc, argv, words, &store, &as);
	app_init(&offers.app, store);
	offers.open = app_open(&offers.app, false, as, &err);
	n += splits(&offers, &words[n]);
	offer_line(&offers, n, words);
	app_release(&offers.app);
	arena_release(&offers.arena);
}
