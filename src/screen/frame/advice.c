/* advice.c: see advice.h. */
#include "screen/frame/advice.h"
#include "screen/frame/verb.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "action/core/action.h"
#include "action/scenario/play.h"

static const char program[] = "gatehouse ";

/* The length of the word there, a letter or more of a-z and "-". */
static size_t word_at(const char *at, char *word, size_t size)
{
	size_t n = strspn(at, "abcdefghijklmnopqrstuvwxyz-");

	snprintf(word, size, "%.*s", (int)(n < size ? n : size - 1), at);
	return n;
}

static const struct action *action_at(const char *at, size_t *n)
{
	char noun[32], verb[32];
	const struct action *action;
	size_t first = word_at(at, noun, sizeof(noun)), second;

	if (at[first] == ' ') {
		second = word_at(at + first + 1, verb, sizeof(verb));
		action = action_find(noun, verb);
		*n = first + 1 + second;
		if (action)
			return action;
	}
	*n = first;
	return action_find(NULL, noun);
}

/* Where its arguments end: at what goes on in words. */
static size_t arguments(const char *at)
{
	static const char *const on[] = {
		" lists", " shows", " takes", " does", " brings", " and change",
		" once", " where"
	};
	size_t n, i, least = strcspn(at, ";)(:,");

	for (i = 0; i < sizeof(on) / sizeof(on[0]); i++) {
		const char *found = strstr(at, on[i]);

		n = found ? (size_t)(found - at) : least;
		least = n < least ? n : least;
	}
	return least && at[least] == '(' && at[least - 1] == ' ' ? least - 1 :
		least;
}

/* The number that stands there as an argument, as " 3"; "" where none does. */
static void number_at(const char *at, char *out, size_t size)
{
	size_t n = *at == ' ' ? strspn(at + 1, "0123456789") : 0;

	if (strncmp(at, " EVENT", 6) == 0)
		snprintf(out, size, " and its number");
	else
		snprintf(out, size, "%.*s", (int)(n && n + 1 < size ? n + 1 : 0),
			 at);
}

/* Do the words before say what it does, as "take Full Access (audited): " does? */
static bool was_said(const char *summary, const char *before)
{
	size_t n = strcspn(summary, " ");

	n += summary[n] ? 1 + strcspn(summary + n + 1, " ") : 0;
	for (; *before; before++)
		if (strncasecmp(before, summary, n) == 0)
			return true;
	return false;
}

/* The keys take the newest change; which one else goes by its number. */
static void put_action(const struct action *action, const char *rest,
		       struct buf *out)
{
	const char *key = *verb_key_name(action) ? verb_key_name(action) : NULL;
	char number[24] = "";

	if (!action->noun && (strcmp(action->verb, "undo") == 0 ||
			      strcmp(action->verb, "redo") == 0)) {
		key = command_key_name(strcmp(action->verb, "undo") == 0 ?
				       CMD_UNDO : CMD_REDO);
		number_at(rest, number, sizeof(number));
	}
	if (number[0])
		buf_printf(out, ":%s%s", action->verb, number);
	else if (key && was_said(action->summary, buf_text(out)))
		buf_adds(out, key);
	else if (key)
		buf_printf(out, "%s (%s)", key, action->summary);
	else
		buf_printf(out, ":%s%s%s", action->noun ? action->noun : "",
			   action->noun ? " " : "", action->verb);
}

/* What its words ask for beside what it is about: the boxes to tick in its form. */
static void put_flags(const struct action *action, const char *rest, size_t n,
		      struct buf *out)
{
	const struct param *param = action->params;
	char option[40];
	bool any = false;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && param[i].name; i++) {
		snprintf(option, sizeof(option), " --%s", param[i].name);
		if (param[i].type != PARAM_FLAG || !param[i].label ||
		    !memmem(rest, n, option, strlen(option)))
			continue;
		buf_printf(out, "%s%s", any ? ", " : " with ", param[i].label);
		any = true;
	}
}

/* The store is the one that is open. */
static const char *after_store(const char *at)
{
	static const char option[] = "--store ";

	if (strncmp(at, option, sizeof(option) - 1) != 0)
		return at;
	at += sizeof(option) - 1;
	at += strcspn(at, " ");
	return at + (*at == ' ');
}

/* The console does not do it; the palette greys it. */
static bool line_only(const struct action *action)
{
	return (action->flags & ACTION_NO_STORE) &&
		!(action->flags & ACTION_WHOLE) && !play_opens(action);
}

static void say_commands(const char *text, struct buf *out)
{
	const struct action *action;
	const char *at;
	size_t n;

	while ((at = strstr(text, program))) {
		buf_add(out, text, (size_t)(at - text));
		text = after_store(at + strlen(program));
		action = action_at(text, &n);
		if (!action)
			continue;
		if (line_only(action)) {
			buf_adds(out, "on the command line: ");
			buf_add(out, text, n);
			text += n;
			continue;
		}
		put_action(action, text + n, out);
		text += n;
		n = arguments(text);
		put_flags(action, text, n, out);
		text += n;
	}
	buf_adds(out, text);
}

/* A clause goes where it names an option: up to ";", or what stands in brackets. */
static void leave_out_options(const char *text, struct buf *out)
{
	size_t n, open;

	for (; *text; text += n) {
		n = strcspn(text, ";(");
		open = n;
		if (text[n] == '(' && n == 0)
			n = strcspn(text, ")") + (strchr(text, ')') != NULL);
		else if (text[n] == ';' && n == 0)
			n = 1 + strcspn(text + 1, ";(");
		if (n == 0)
			n = open ? open : 1;
		if (memmem(text, n, "--", 2)) {
			while (out->len && out->data[out->len - 1] == ' ')
				out->data[--out->len] = '\0';
			continue;
		}
		buf_add(out, text, n);
	}
}

/* "--level" becomes "level". */
static void without_dashes(const char *text, size_t n, struct buf *out)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strncmp(text + i, "--", 2) == 0)
			i++;
		else
			buf_addc(out, text[i]);
}

/* Where nothing is left, an option is called by its word; what only says yes is asked
 * by the console itself. */
static void name_options(const char *text, struct buf *out)
{
	const char *end = strstr(text, "; ");

	if (strstr(text, "--yes") || strstr(text, "--help"))
		return;
	if (!end || strstr(end, "--"))
		end = text + strlen(text);
	without_dashes(text, (size_t)(end - text), out);
}

/* "one of: can_view, can_edit" is said in labels, which arguments take as well. */
static void say_labels(const char *text, struct buf *out)
{
	char word[16];
	enum level level;
	size_t n;

	for (; *text; text += n) {
		n = strspn(text, "abcdefghijklmnopqrstuvwxyz_");
		snprintf(word, sizeof(word), "%.*s",
			 (int)(n < sizeof(word) ? n : 0), text);
		if (strchr(word, '_') && level_parse(word, &level)) {
			buf_adds(out, level_label(level));
			continue;
		}
		n = n ? n : 1;
		buf_add(out, text, n);
	}
}

void advice_words(const char *text, struct buf *out)
{
	struct buf said, rest;
	const char *at;

	buf_init(&said, 16384);
	buf_init(&rest, 16384);
	say_commands(text, &said);
	leave_out_options(buf_text(&said), &rest);
	if (!rest.len)
		name_options(buf_text(&said), &rest);
	at = buf_text(&rest);
	at += strspn(at, "; ");
	say_labels(at, out);
	buf_release(&said);
	buf_release(&rest);
}

void advice_error(const struct error *err, struct buf *out)
{
	enum level level;
	enum role role;
	enum plan plan;

	without_dashes(err->text, strlen(err->text), out);
	if (!err->needs[0] || strstr(err->text, " needs ") ||
	    strstr(err->text, " need ") || strstr(err->text, " for Admins"))
		return;
	if (level_parse(err->needs, &level))
		buf_printf(out, "; needs %s", level_label(level));
	else if (role_parse(err->needs, &role))
		buf_printf(out, "; needs the role %s", role_label(role));
	else if (plan_parse(err->needs, &plan))
		buf_printf(out, "; needs the %s plan", plan_label(plan));
	else
		buf_printf(out, "; needs %s", err->needs);
}
