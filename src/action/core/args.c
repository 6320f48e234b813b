/* args.c: words of a command line -> an action and its arguments. */
#include <string.h>

#include "action/core/action.h"
#include "action/core/arg_value.h"
#include "base/text.h"
#include "model/mails.h"
#include "model/value.h"

enum { QUOTED_CELLS = 60, NAMES_MAX = 256 };

/* The walk over the words. */
struct walk {
	int argc, at;
	const char *const *argv;
	struct arena *arena;
	const struct action *action;
	struct args *args;
	struct options *opts;
	bool plain;			/* after "--": no options any more */
	struct error *err;
};

static bool invalid(struct walk *walk, const char *code, const char *what,
		    const char *word)
{
	struct buf quoted;

	buf_init(&quoted, 1024);
	text_cut(&quoted, word, QUOTED_CELLS);
	error_set(walk->err, ERROR_INVALID, code, "%s \"%s\"", what,
		  buf_text(&quoted));
	buf_release(&quoted);
	return false;
}

/* Is this word --NAME or --NAME=VALUE?  *value points behind the '='.  Dashes
 * and underscores are one. */
static bool is_option(const char *word, const char *name, const char **value)
{
	if (strncmp(word, "--", 2) != 0)
		return false;
	for (word += 2; *name; word++, name++)
		if ((*word == '-' ? '_' : *word) !=
		    (*name == '-' ? '_' : *name))
			return false;
	*value = *word == '=' ? word + 1 : NULL;
	return *value || !*word;
}

static const char *next_word(struct walk *walk)
{
	return walk->at < walk->argc ? walk->argv[walk->at++] : NULL;
}

static bool need_value(struct walk *walk, const char *name, const char **value)
{
	if (!*value)
		*value = next_word(walk);
	if (*value)
		return true;
	error_set(walk->err, ERROR_INVALID, "VALUE_MISSING",
		  "--%s needs a value", name);
	return error_field(walk->err, "%s", name);
}

static bool format_option(struct walk *walk, const char *value)
{
	static const char *const names[] = { "text", "json", "csv" };
	size_t i;

	if (!need_value(walk, "format", &value))
		return false;
	for (i = 0; i < COUNT_OF(names); i++)
		if (strcmp(value, names[i]) == 0) {
			walk->opts->format = (enum format)i;
			return true;
		}
	invalid(walk, "BAD_VALUE", "there is no format", value);
	return error_remedy(walk->err, "say text, json or csv");
}

/* What other programs call --format (FIELD 6): --json, -o json. */
static const char *format_meant(const char *word)
{
	static const char *const forms[] = { "--json", "--csv", "--text" };
	size_t i;

	for (i = 0; i < COUNT_OF(forms); i++)
		if (strcmp(word, forms[i]) == 0)
			return forms[i] + 2;
	return strncmp(word, "-o", 2) == 0 || strcmp(word, "--output") == 0 ||
		strncmp(word, "--output=", 9) == 0 ? "json" : NULL;
}

enum { REASON = 500 };		/* characters */

static bool reason_option(struct walk *walk, const char *value)
{
	if (!need_value(walk, "reason", &value))
		return false;
	if (*value && !text_has_control(value) && text_points(value) <= REASON) {
		walk->opts->reason = value;
		return true;
	}
	invalid(walk, "BAD_VALUE", "a reason is a line of text and no", value);
	return error_field(walk->err, "reason");
}

/* --all is of a preview, but for verbs that have one of their own; before the verb it is
 * nobody's. */
static bool previews(const struct action *action)
{
	size_t i;

	if (!action)
		return false;
	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (strcmp(action->params[i].name, "all") == 0)
			return false;
	return action->flags & ACTION_WRITES || action->params[0].type ==
		PARAM_WORDS;
}

/* 1: it was one of the options every verb has; 0: not; -1: error. */
static int global_option(struct walk *walk, const char *word)
{
	struct options *opts = walk->opts;
	const char *value;

	if (is_option(word, "format", &value))
		return format_option(walk, value) ? 1 : -1;
	if (is_option(word, "reason", &value))
		return reason_option(walk, value) ? 1 : -1;
	if (strcmp(word, "--yes") == 0)
		opts->yes = true;
	else if (strcmp(word, "--dry-run") == 0)
		opts->dry_run = true;
	else if (strcmp(word, "--all") == 0 && previews(walk->action))
		opts->few = false;
	else if (strcmp(word, "--no-color") == 0)
		opts->no_color = true;
	else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
		opts->help = true;
	else
		return 0;
	return 1;
}

static bool add_one(struct walk *walk, size_t i, const char *value)
{
	const struct param *param = &walk->action->params[i];
	struct arg *arg = &walk->args->of[i];
	const char **more;

	if (arg->n && !param->many && param->type != PARAM_WORDS) {
		error_set(walk->err, ERROR_INVALID, "TWICE",
			  "%s%s stands twice", param->option ? "--" : "",
			  param->name);
		return error_field(walk->err, "%s", param->name);
	}
	if (param->type == PARAM_WORDS)
		/* taken as it is */;
	else if (!arg_value(param, &value, walk->arena, walk->err))
		return false;
	if ((arg->n & (arg->n - 1)) == 0) {	/* full at powers of two */
		more = arena_array(walk->arena, arg->n ? arg->n * 2 : 1,
				   sizeof(*more));
		if (arg->n)
			memcpy(more, arg->v, arg->n * sizeof(*more));
		arg->v = more;
	}
	arg->v[arg->n++] = value;
	return true;
}

/* A list of good addresses, as one pastes it; else it is a name, and none are found. */
static struct mail *pasted(struct walk *walk, const struct param *param, const char *value,
			   size_t *n)
{
	struct mail *mail;
	size_t i;

	*n = 0;
	if (param->type != PARAM_USER || !param->many || !strchr(value, '@') ||
	    !strpbrk(value, " ,;<\t\r\n"))
		return NULL;
	mail = mails_read(walk->arena, value, n);
	for (i = 0; i < *n; i++)
		if (email_fault(mail[i].email))
			*n = 0;
	return mail;
}

static bool add_value(struct walk *walk, size_t i, const char *value)
{
	size_t n, k;
	struct mail *mail = pasted(walk, &walk->action->params[i], value, &n);

	for (k = 0; k < n; k++)
		if (!add_one(walk, i, mail[k].email))
			return false;
	return n || add_one(walk, i, value);
}

static bool unknown_option(struct walk *walk, const char *word)
{
	const char *names[ACTION_PARAMS + 5], *meant;
	char bare[64];
	size_t n = 0, i, len = strcspn(word + 2, "=");

	for (i = 0; i < ACTION_PARAMS && walk->action->params[i].name; i++)
		if (walk->action->params[i].option)
			names[n++] = walk->action->params[i].name;
	names[n++] = "format";
	names[n++] = "yes";
	names[n++] = "dry-run";
	if (previews(walk->action))
		names[n++] = "all";
	names[n++] = "help";
	invalid(walk, "UNKNOWN_OPTION", "there is no option", word);
	if (format_meant(word))
		return error_remedy(walk->err, "say --format %s",
				    format_meant(word));
	if (len >= sizeof(bare))
		len = sizeof(bare) - 1;
	memcpy(bare, word + 2, len);
	bare[len] = '\0';
	meant = nearest(bare, names, n);
	if (meant)
		return error_remedy(walk->err, "did you mean --%s?", meant);
	return error_remedy(walk->err, "gatehouse %s%s%s --help lists them",
			    walk->action->noun ? walk->action->noun : "",
			    walk->action->noun ? " " : "", walk->action->verb);
}

static bool verb_option(struct walk *walk, const char *word)
{
	const struct action *action = walk->action;
	const char *value;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++) {
		const struct param *param = &action->params[i];

		if (!param->option || !is_option(word, param->name, &value))
			continue;
		if (param->type != PARAM_FLAG)
			return need_value(walk, param->name, &value) &&
				add_value(walk, i, value);
		if (!value)
			return add_value(walk, i, "on");
		error_set(walk->err, ERROR_INVALID, "BAD_VALUE",
			  "--%s takes no value", param->name);
		return error_field(walk->err, "%s", param->name);
	}
	return unknown_option(walk, word);
}

/* The parameter by place that takes the next word; ACTION_PARAMS: none. */
static size_t next_place(const struct walk *walk)
{
	const struct param *params = walk->action->params;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && params[i].name; i++) {
		if (params[i].option)
			continue;
		if (!walk->args->of[i].n || params[i].many ||
		    params[i].type == PARAM_WORDS)
			return i;
	}
	return ACTION_PARAMS;
}

static bool one_word(struct walk *walk, const char *word)
{
	size_t place = next_place(walk);
	bool rest = place < ACTION_PARAMS &&
		walk->action->params[place].type == PARAM_WORDS;
	int global;

	if (!walk->plain) {
		if (strcmp(word, "--") == 0 && !rest) {
			walk->plain = true;
			return true;
		}
		global = global_option(walk, word);
		if (global)
			return global > 0;
		if (!rest && word[0] == '-' && word[1])
			return verb_option(walk, word);
	}
	if (place < ACTION_PARAMS)
		return add_value(walk, place, word);
	return invalid(walk, "TOO_MANY", "one word too many:", word);
}

static bool required_there(struct walk *walk)
{
	const struct param *params = walk->action->params;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && params[i].name; i++) {
		if (!params[i].required || walk->args->of[i].n ||
		    (params[i].unless && arg_count(walk->action, walk->args,
						   params[i].unless)))
			continue;
		error_set(walk->err, ERROR_INVALID, "ARGUMENT_MISSING",
			  "%s%s is missing", params[i].option ? "--" : "",
			  params[i].name);
		error_field(walk->err, "%s", params[i].name);
		return error_remedy(walk->err, "gatehouse %s%s%s --help shows "
			"how", walk->action->noun ? walk->action->noun : "",
			walk->action->noun ? " " : "", walk->action->verb);
	}
	return true;
}

/* Names of nouns and verbs without one (noun NULL), or of a noun's verbs. */
static size_t names_of(const char *noun, const char **names)
{
	size_t n, i, j, found = 0;
	const struct action *const *all = actions(&n);

	for (i = 0; i < n && found < NAMES_MAX; i++) {
		const char *name = noun || !all[i]->noun ? all[i]->verb :
			all[i]->noun;

		if (noun && (!all[i]->noun || strcmp(all[i]->noun, noun) != 0))
			continue;
		for (j = 0; j < found && strcmp(names[j], name) != 0; j++)
			;
		if (j == found)
			names[found++] = name;
	}
	return found;
}

static bool unknown(struct walk *walk, const char *noun, const char *word)
{
	const char *names[NAMES_MAX], *meant;
	size_t n = names_of(noun, names);

	if (noun)
		invalid(walk, "UNKNOWN_VERB", arena_printf(walk->arena,
			"%s has no verb", noun), word);
	else
		invalid(walk, "UNKNOWN_COMMAND", "there is no command", word);
	if (format_meant(word))
		return error_remedy(walk->err, "say --format %s",
				    format_meant(word));
	meant = nearest(word, names, n);
	if (meant)
		return error_remedy(walk->err, "did you mean \"%s%s%s\"?",
				    noun ? noun : "", noun ? " " : "", meant);
	return error_remedy(walk->err, "gatehouse help%s%s lists them",
			    noun ? " " : "", noun ? noun : "");
}

static bool verb_missing(struct walk *walk, const char *noun)
{
	const char *names[NAMES_MAX];
	size_t n = names_of(noun, names), i;
	struct buf list;

	buf_init(&list, sizeof(walk->err->remedy) - 16);
	for (i = 0; i < n; i++)
		buf_printf(&list, "%s%s", i ? ", " : "", names[i]);
	error_set(walk->err, ERROR_INVALID, "VERB_MISSING",
		  "%s needs a verb", noun);
	error_remedy(walk->err, "one of: %s", buf_text(&list));
	buf_release(&list);
	return false;
}

/* The next word that is no option of every verb. */
static bool head_word(struct walk *walk, const char **word)
{
	int global;

	while ((*word = next_word(walk))) {
		global = global_option(walk, *word);
		if (global < 0)
			return false;
		if (global == 0)
			break;
	}
	return true;
}

static bool find_action(struct walk *walk)
{
	const char *names[NAMES_MAX], *noun, *verb;

	if (!head_word(walk, &noun))
		return false;
	if (!noun) {
		error_set(walk->err, ERROR_INVALID, "COMMAND_MISSING",
			  "no command was given");
		return error_remedy(walk->err, "gatehouse help lists them");
	}
	walk->action = action_find(NULL, noun);
	if (walk->action)
		return true;
	if (!names_of(noun, names))
		return unknown(walk, NULL, noun);
	if (!head_word(walk, &verb))
		return false;
	if (!verb)
		return verb_missing(walk, noun);
	walk->action = action_find(noun, verb);
	return walk->action || unknown(walk, noun, verb);
}

bool args_parse(int argc, const char *const *argv, struct arena *arena,
		const struct action **action, struct args *args,
		struct options *opts, struct error *err)
{
	struct walk walk = { argc, 0, argv, arena, NULL, args, opts, false,
			     err };
	const char *word;

	memset(args, 0, sizeof(*args));
	if (!find_action(&walk))
		return false;
	*action = walk.action;
	while ((word = next_word(&walk)))
		if (!one_word(&walk, word))
			return false;
	if (walk.action->writes_with && arg_count(walk.action, args,
						  walk.action->writes_with))
		*action = walk.action->writing;
	return opts->help || required_there(&walk);
}
