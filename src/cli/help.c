/* help.c: help texts, made from the action table. */
#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include "base/attr.h"

enum { NAME_CELLS = 24 };

static void lines(struct buf *out, const struct help_line *line, int cells)
{
	for (; line->name; line++)
		buf_printf(out, "  %-*s  %s\n", cells, line->name, line->text);
}

size_t help_nouns(const char *nouns[HELP_NOUNS])
{
	size_t n, i, j, found = 0;
	const struct action *const *all = actions(&n);

	for (i = 0; i < n; i++) {
		const char *noun = all[i]->noun;

		if (!noun)
			continue;
		for (j = 0; j < found && strcmp(nouns[j], noun) != 0; j++)
			;
		if (j == found && found < HELP_NOUNS)
			nouns[found++] = noun;
	}
	return found;
}

const char *help_noun_says(const char *noun)
{
	static const struct help_line says[] = {
		{ "workspace", "the workspace as a whole: settings, plan, files" },
		{ "user", "people and their roles" },
		{ "group", "groups of people" },
		{ "project", "projects, their sharing and their imports" },
		{ "provider", "Git providers" },
		{ "token", "API tokens" },
		{ "access", "who can do what, why, and what would change it" },
		{ "vault", "keys of sealed values" },
		{ "audit", "what was changed, when and by whom" },
		{ "scenario", "examples that check themselves" },
		{ "hex", "the workspace at the service" },
		{ 0 },
	};
	const struct help_line *line;
	size_t kind;

	if (kind_find(noun, &kind))
		return kind_at(kind)->about;
	for (line = says; line->name; line++)
		if (strcmp(line->name, noun) == 0)
			return line->text;
	return "";
}

void help_overview(struct buf *out)
{
	const char *nouns[HELP_NOUNS];
	size_t n = help_nouns(nouns), i, all_n;
	const struct action *const *all = actions(&all_n);

	buf_adds(out, "gatehouse [--store FILE] [--as EMAIL] [NOUN VERB ...]\n\n"
		 "Who can do what in a data workspace: see it, try it, change "
		 "it.\nWithout a noun the console opens.\n\nNouns:\n");
	for (i = 0; i < n; i++)
		buf_printf(out, "  %-12s  %s\n", nouns[i],
			   help_noun_says(nouns[i]));
	buf_adds(out, "\nVerbs without a noun:\n");
	for (i = 0; i < all_n; i++)
		if (!all[i]->noun)
			buf_printf(out, "  %-12s  %s\n", all[i]->verb,
				   all[i]->summary);
	buf_printf(out, "  %-12s  %s\n  %-12s  %s\n", "help",
		   "help on NOUN [VERB], on keys, or --man: the man page",
		   "completion", "completion for bash or zsh, to be sourced");
	buf_adds(out, "\nOptions:\n");
	lines(out, help_options, 12);
	buf_adds(out, "\ngatehouse help NOUN lists its verbs.\n");
}

bool help_noun(struct buf *out, const char *noun)
{
	size_t n, i, found = 0;
	const struct action *const *all = actions(&n);

	for (i = 0; i < n; i++) {
		if (!all[i]->noun || strcmp(all[i]->noun, noun) != 0)
			continue;
		if (!found++)
			buf_printf(out, "gatehouse %s VERB ...: %s\n\n", noun,
				   help_noun_says(noun));
		buf_printf(out, "  %-*s  %s\n", NAME_CELLS - 4, all[i]->verb,
			   all[i]->summary);
	}
	if (found)
		buf_printf(out, "\ngatehouse help %s VERB says more.\n", noun);
	return found > 0;
}

static const char *value_word(const struct param *param, char *out, size_t n)
{
	size_t i;

	snprintf(out, n, "%s", param->name);
	for (i = 0; out[i]; i++)
		if (out[i] >= 'a' && out[i] <= 'z')
			out[i] = (char)(out[i] - 'a' + 'A');
	return out;
}

static void usage_param(struct buf *out, const struct param *param)
{
	char word[64];
	bool must = param->required && !param->unless;

	buf_adds(out, must ? " " : " [");
	value_word(param, word, sizeof(word));
	if (param->type == PARAM_WORDS)
		buf_adds(out, "NOUN VERB ...");
	else if (!param->option)
		buf_adds(out, word);
	else if (param->type == PARAM_FLAG)
		buf_printf(out, "--%s", param->name);
	else
		buf_printf(out, "--%s %s", param->name, word);
	buf_adds(out, must ? "" : "]");
	buf_adds(out, param->many ? "..." : "");
}

void help_usage(struct buf *out, const struct action *action)
{
	size_t i;

	if (action->noun)
		buf_printf(out, "%s ", action->noun);
	buf_adds(out, action->verb);
	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		usage_param(out, &action->params[i]);
}

/* The codes of a closed list, unless the help names them already. */
static void param_values(struct buf *out, const struct param *param)
{
	static const char *const codes[] = {
		[PARAM_LEVEL] = "app_only, can_view, can_edit, full_access",
		[PARAM_LEVEL_NONE] = "app_only, can_view, can_edit, "
			"full_access, none",
		[PARAM_ROLE] = "admin, manager, editor, explorer, viewer, guest",
		[PARAM_PLAN] = "community, professional, team, enterprise",
		[PARAM_ONOFF] = "on, off",
	};
	size_t type = param->type, i, n;

	if (param->type == PARAM_CHOICE && param->choices) {
		if (param->help && strstr(param->help, param->choices[0]))
			return;
		for (i = 0; param->choices[i]; i++)
			buf_printf(out, "%s%s", i ? ", " : ": ",
				   param->choices[i]);
	} else if (type < COUNT_OF(codes) && codes[type]) {
		n = strcspn(codes[type], ",");
		for (i = 0; param->help && param->help[i]; i++)
			if (strncmp(param->help + i, codes[type], n) == 0)
				return;
		buf_printf(out, ": %s", codes[type]);
	}
}

static void params(struct buf *out, const struct action *action)
{
	char word[64], name[80];
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++) {
		const struct param *param = &action->params[i];

		value_word(param, word, sizeof(word));
		snprintf(name, sizeof(name), "%s%s", param->option ? "--" : "",
			 param->option ? param->name : word);
		buf_printf(out, "  %-16s  %s", name, param->help ? param->help :
			   param->label ? param->label : "");
		param_values(out, param);
		buf_addc(out, '\n');
	}
}

static void (*console_keys)(struct buf *out);
static const char *(*console_key)(const struct action *action);

void help_keys_of(void (*console)(struct buf *out),
		  const char *(*key)(const struct action *action))
{
	console_keys = console;
	console_key = key;
}

static const char *key_of(const struct action *action)
{
	return console_key ? console_key(action) : action->key ? action->key : "";
}

void help_action(struct buf *out, const struct action *action)
{
	buf_adds(out, "gatehouse ");
	help_usage(out, action);
	buf_printf(out, "\n\n%s.\n", action->summary);
	if (action->help)
		buf_printf(out, "%s\n", action->help);
	if (action->params[0].name) {
		buf_addc(out, '\n');
		params(out, action);
	}
	if (action->flags & ACTION_ADMIN)
		buf_adds(out, "\nFor Admins.\n");
	if (action->flags & ACTION_IRREVERSIBLE)
		buf_adds(out, "\nCannot be undone: asks first, or needs "
			 "--yes.\n");
	if (action->flags & ACTION_WRITES || action->writing)
		buf_adds(out, "\n--dry-run shows what would change.\n");
	buf_adds(out, "\nOptions of every verb:\n");
	lines(out, help_options, 16);
	if (*key_of(action))
		buf_printf(out, "\nKey in the console: %s\n", key_of(action));
	if (action->example)
		buf_printf(out, "\nExample: gatehouse %s\n", action->example);
}

void help_keys(struct buf *out)
{
	size_t n, i;
	const struct action *const *all = actions(&n);

	buf_adds(out, "Keys of the actions in the console (? shows all keys of "
		 "the place one is in):\n\n");
	for (i = 0; i < n; i++)
		if (*key_of(all[i]))
			buf_printf(out, "  %-6s  %-12s  %s\n", key_of(all[i]),
				   all[i]->on ? all[i]->on : "",
				   all[i]->summary);
	if (console_keys)
		console_keys(out);
}
