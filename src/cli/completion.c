/* completion.c: what can follow a half typed line. */
#include "cli/completion.h"

#include <string.h>

#include "base/text.h"
#include "cli/help.h"
#include "model/kind.h"

enum { NOUNS = 64 };

static const char bash[] =
"# gatehouse completion for bash: source this\n"
"_gatehouse()\n"
"{\n"
"	local IFS=$'\\n'\n"
"	COMPREPLY=($(gatehouse completion words -- \\\n"
"		\"${COMP_WORDS[@]:1:COMP_CWORD}\" 2>/dev/null))\n"
"}\n"
"complete -o default -F _gatehouse gatehouse\n";

static const char zsh[] =
"#compdef gatehouse\n"
"# gatehouse completion for zsh: source this, or put it on fpath\n"
"_gatehouse()\n"
"{\n"
"	local -a found\n"
"	found=(${(f)\"$(gatehouse completion words -- \\\n"
"		\"${(@)words[2,CURRENT]}\" 2>/dev/null)\"})\n"
"	if (( $#found )); then compadd -a found; else _files; fi\n"
"}\n"
"compdef _gatehouse gatehouse\n";

struct words {
	struct buf *out;
	const char *start;		/* what is typed of the last word */
	struct app app;
	bool open;
};

const char *completion_script(const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		return bash;
	return strcmp(shell, "zsh") == 0 ? zsh : NULL;
}

static void offer(struct words *words, const char *word)
{
	if (strncmp(word, words->start, strlen(words->start)) != 0 ||
	    !text_is_safe(word) || strchr(word, '\n'))
		return;
	buf_adds(words->out, word);
	buf_addc(words->out, '\n');
}

static void offer_option(struct words *words, const char *name)
{
	struct buf word;

	if (words->start[0] != '-')
		return;
	buf_init(&word, 256);
	buf_printf(&word, "--%s", name);
	offer(words, buf_text(&word));
	buf_release(&word);
}

static void offer_things(struct words *words, enum param_type type,
			 const char *noun)
{
	struct app *app = &words->app;
	const struct facts *facts = &app->facts;
	size_t kind = kind_count();
	uint32_t i;

	if (!words->open)
		return;
	if (noun)
		(void)kind_find(noun, &kind);
	for (i = 0; type == PARAM_PROJECT && i < facts->n_projects; i++)
		if (app_sees_project(app, i))
			offer(words, facts->projects[i].id);
	for (i = 0; type == PARAM_USER && i < facts->n_users; i++)
		if (app_sees_user(app, i))
			offer(words, facts->users[i].email);
	for (i = 0; (type == PARAM_GROUP || type == PARAM_PRINCIPAL) &&
	     i < facts->n_groups; i++)
		if (app_sees_group(app, i))
			offer(words, facts->groups[i].id);
	for (i = 0; type == PARAM_ASSET && i < facts->n_assets; i++)
		if ((kind == kind_count() || facts->assets[i].kind == kind) &&
		    app_sees_asset(app, i))
			offer(words, facts->assets[i].id);
}

static void offer_values(struct words *words, const struct action *action,
			 const struct param *param)
{
	int i;

	for (i = 0; param->choices && param->choices[i]; i++)
		offer(words, param->choices[i]);
	switch (param->type) {
	case PARAM_LEVEL_NONE:
		offer(words, "none");
		/* fall through */
	case PARAM_LEVEL:
	case PARAM_LEVEL_CAN:
		for (i = LEVEL_APP_ONLY; i < LEVELS; i++)
			offer(words, level_code((enum level)i));
		for (i = 0; param->type == PARAM_LEVEL_CAN && i < CANS; i++)
			offer(words, can_code((enum can)i));
		break;
	case PARAM_ROLE:
		for (i = 0; i < ROLES; i++)
			offer(words, role_code((enum role)i));
		break;
	case PARAM_PLAN:
		for (i = 0; i < PLANS; i++)
			offer(words, plan_code((enum plan)i));
		break;
	case PARAM_ONOFF:
		offer(words, "on");
		offer(words, "off");
		break;
	case PARAM_PRINCIPAL:
		offer(words, "workspace");
		offer(words, "workspace_guests");
		offer(words, "public");
		/* fall through */
	default:
		offer_things(words, param->type, action->noun);
	}
}

static void offer_heads(struct words *words)
{
	const char *nouns[NOUNS];
	size_t n = help_nouns(nouns, NOUNS), all_n, i;
	const struct action *const *all = actions(&all_n);

	for (i = 0; i < n; i++)
		offer(words, nouns[i]);
	for (i = 0; i < all_n; i++)
		if (!all[i]->noun)
			offer(words, all[i]->verb);
	offer(words, "help");
	offer(words, "completion");
}

static void offer_verbs(struct words *words, const char *noun)
{
	size_t n, i;
	const struct action *const *all = actions(&n);

	for (i = 0; i < n; i++)
		if (all[i]->noun && strcmp(all[i]->noun, noun) == 0)
			offer(words, all[i]->verb);
}

static void offer_options(struct words *words, const struct action *action)
{
	static const char *const global[] = { "store", "as", "format",
		"no-color", "help" };
	size_t i;

	for (i = 0; action && i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].option)
			offer_option(words, action->params[i].name);
	for (i = 0; i < COUNT_OF(global); i++)
		offer_option(words, global[i]);
	if (action && (action->flags & ACTION_WRITES)) {
		offer_option(words, "yes");
		offer_option(words, "dry-run");
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

static void offer_for(struct words *words, const struct action *action,
		      int argc, const char *const *argv);

/* The words behind a command of its own: the same from its start. */
static void offer_inner(struct words *words, int argc, const char *const *argv)
{
	const struct action *action;

	if (argc <= 0) {
		offer_heads(words);
		return;
	}
	action = action_find(NULL, argv[0]);
	if (action)
		offer_for(words, action, argc - 1, argv + 1);
	else if (argc == 1)
		offer_verbs(words, argv[0]);
	else if ((action = action_find(argv[0], argv[1])))
		offer_for(words, action, argc - 2, argv + 2);
}

/* argv: the argc whole words behind the verb. */
static void offer_for(struct words *words, const struct action *action,
		      int argc, const char *const *argv)
{
	const struct param *param, *place = action->params;
	int i;

	for (i = 0; i < argc; i++) {
		param = option_named(action, argv[i]);
		if (param && i + 1 == argc) {
			offer_values(words, action, param);
			return;
		}
		if (param)
			i++;
		else if (argv[i][0] != '-') {
			while (place->name && place->option)
				place++;
			if (place->name && place->type == PARAM_WORDS) {
				offer_inner(words, argc - i, argv + i);
				return;
			}
			if (place->name && !place->many)
				place++;
		}
	}
	offer_options(words, action);
	while (place->name && place->option)
		place++;
	if (place->name && place->type == PARAM_WORDS)
		offer_heads(words);
	else if (place->name)
		offer_values(words, action, place);
}

void completion_words(struct buf *out, const char *store, const char *as,
		      int argc, const char *const *argv)
{
	struct words words = { .out = out, .start = "" };
	struct error err;

	if (argc > 0)
		words.start = argv[--argc];
	app_init(&words.app, store);
	words.open = app_open(&words.app, false, as, &err);
	if (argc > 0 && strcmp(argv[argc - 1], "--format") == 0) {
		offer(&words, "text");
		offer(&words, "json");
		offer(&words, "csv");
	} else if (argc > 0 && strcmp(argv[0], "help") == 0) {
		if (argc == 1)
			offer_heads(&words);
		else
			offer_verbs(&words, argv[1]);
	} else if (argc > 0 && strcmp(argv[0], "completion") == 0) {
		offer(&words, "bash");
		offer(&words, "zsh");
	} else {
		if (argc == 0)
			offer_options(&words, NULL);
		offer_inner(&words, argc, argv);
	}
	app_release(&words.app);
}
