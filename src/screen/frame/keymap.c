/* keymap.c: see keymap.h. */
#include "screen/frame/keymap.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/core/state_file.h"
#include "base/text.h"
#include "screen/frame/keys.h"
#include "screen/frame/verb.h"

enum { MAP_LIMIT = 64 * 1024, FAULTS_LIMIT = 1 << 20, WORDS = 16, VALUE_CELLS = 24 };

static const char *const called[COMMANDS] = {
	[CMD_FILTER] = "filter", [CMD_SORT] = "sort", [CMD_OTHER] = "other-list",
	[CMD_PANEL] = "panel", [CMD_PIN] = "pin", [CMD_WHY] = "why", [CMD_FIX] = "fix",
	[CMD_DOWNGRADED] = "held", [CMD_FULL_LIST] = "all-changes",
	[CMD_WHATIF] = "what-if", [CMD_UNDO] = "undo", [CMD_REDO] = "redo",
	[CMD_HISTORY] = "history", [CMD_VAULT] = "vault", [CMD_FAILED] = "failed-checks",
	[CMD_DRAFT] = "draft", [CMD_DRAFTS] = "drafts", [CMD_MESSAGES] = "messages",
	[CMD_THEME] = "theme", [CMD_MENU] = "menu", [CMD_NEW] = "new",
	[CMD_USAGE] = "usage", [CMD_MARK] = "mark", [CMD_MARK_ALL] = "mark-all",
	[CMD_MARK_MORE] = "mark-more", [CMD_MARK_LESS] = "mark-less",
	[CMD_COLUMNS] = "columns", [CMD_COPY] = "copy", [CMD_PLAIN] = "bare-text",
	[CMD_CLEAR] = "clear-clipboard", [CMD_MOUSE] = "mouse", [CMD_ACT_AS] = "act-as",
	[CMD_COMPARE] = "compare", [CMD_FINDINGS] = "findings", [CMD_PALETTE] = "palette",
	[CMD_HELP] = "help", [CMD_RELOAD] = "reload", [CMD_QUIT] = "quit",
	[CMD_REQUESTS] = "requests", [CMD_SHARE] = "share", [CMD_EDIT] = "edit",
	[CMD_DELETE] = "delete", [CMD_CHECK] = "check", [CMD_REVEAL] = "reveal",
	[CMD_TAKE_VALUE] = "copy-value", [CMD_IMPORT] = "import", [CMD_BROWSE] = "browse",
	[CMD_SET_DEFAULT] = "default", [CMD_TAKE_ACCESS] = "take-access",
	[CMD_CANCEL] = "cancel", [CMD_SIGN_IN] = "sign-in", [CMD_COPY_CODE] = "copy-code",
	[CMD_AS_OF] = "as-of", [CMD_GIVE_LEFT] = "give-left", [CMD_GIVE_RIGHT] = "give-right",
	[CMD_GIVE_ROLE] = "give-role", [CMD_YES] = "yes", [CMD_NO] = "no",
	[CMD_REACTIVATE] = "reactivate", [CMD_LEAVE_OUT] = "leave-out", [CMD_ASK_MORE] = "ask-more", [CMD_GROUPS] = "groups",
	[CMD_TAKE_STORED] = "take-stored", [CMD_KEEP_MINE] = "keep-mine",
	[CMD_SHOW_BOTH] = "show-both", [CMD_DROP] = "drop", [CMD_SHOW_ALL] = "show-all",
};

/* One line that is taken; n: 0 where it is "none". */
struct entry { enum command command; int line; size_t n; char *key[WORDS]; };

struct reading {
	struct entry of[COMMANDS];	/* line 0: the map does not name it */
	struct buf *faults;
	int told, last;			/* lines told; the last of them */
};

const char *keymap_name(enum command command)
{
	return called[command];
}

static bool command_called(const char *name, enum command *command)
{
	int i;

	for (i = 0; i < COMMANDS; i++)
		if (called[i] && strcmp(called[i], name) == 0) {
			*command = (enum command)i;
			return true;
		}
	return false;
}

const char *key_said(enum command command)
{
	static char said[COMMANDS][24];
	const char *key = command_key_name(command);

	if (key || !called[command])
		return key ? key : "";
	snprintf(said[command], sizeof(said[command]), ":%s", called[command]);
	return said[command];
}

void keys_said(struct buf *out, const char *text)
{
	enum command command;
	char name[24];
	size_t n;

	for (; *text; text += n) {
		n = strcspn(text, "{");
		buf_add(out, text, n);
		text += n;
		n = strcspn(text, "}");
		if (!*text)
			return;
		snprintf(name, sizeof(name), "%.*s", (int)n - 1, text + 1);
		n += text[n] == '}';
		if (command_called(name, &command))
			buf_adds(out, key_said(command));
	}
}

/* `end` is what is wrong with the value, and the way out. */
static void fault(struct reading *reading, int line, const char *value, const char *end)
{
	buf_printf(reading->faults, "keys, line %d: ", line);
	text_cut(reading->faults, value, VALUE_CELLS);
	buf_printf(reading->faults, " %s.\n", end);
	reading->told += line != reading->last;
	reading->last = line;
}

static void take_line(struct reading *reading, char *line, int number)
{
	char *word[WORDS + 1], *s, said[96];
	enum command command;
	struct entry *one;
	size_t n = 0;

	while (n < WORDS + 1 && (s = strsep(&line, " \t\r")))
		if (*s)
			word[n++] = s;
	if (!n || word[0][0] == '#')
		return;
	if (!command_called(word[0], &command)) {
		fault(reading, number, word[0], "is no command of the key map; the names "
		      "stand in the help on keys");
		return;
	}
	one = &reading->of[command];
	if (one->line) {
		snprintf(said, sizeof(said), "stands in line %d already; write all its "
			 "keys there", one->line);
		fault(reading, number, word[0], said);
	} else if (n == 1) {
		fault(reading, number, word[0], "has no key; write one, or none");
	} else if (command == CMD_YES && n == 2 && strcmp(word[1], "none") == 0) {
		fault(reading, number, word[0], "cannot be without a key; write one");
	} else if (n > 1 + KEYS_MOST) {
		fault(reading, number, word[0], "has more than three keys; leave some out");
	} else {
		*one = (struct entry){ .command = command, .line = number, .n = n - 1 };
		memcpy(one->key, word + 1, (n - 1) * sizeof(*word));
		if (n == 2 && strcmp(word[1], "none") == 0)
			one->n = 0;
	}
}

static bool is_usual(enum command command, const struct key *key)
{
	const struct binding *usual = usual_of(command);
	size_t i;

	for (i = 0; usual->keys[i]; i++)
		if (key_is(key, usual->keys[i]))
			return true;
	return false;
}

/* Some command that has it, where the other one has its own, too.  What shares a usual
 * key does so for good: the one stands before the other. */
struct holding { const struct binding *by; const char *where; };

static bool both_usual(enum command a, enum command b, const struct key *key)
{
	return is_usual(a, key) && is_usual(b, key);
}

static bool is_in(const struct key_place *place, enum command command)
{
	const enum command *own = place->own;

	while (*own && *own != command)
		own++;
	return *own != CMD_NONE;
}

/* The console's command has it, or one of a page where the console's has its keys. */
static struct holding on_page(const struct key_place *place, enum command command,
			      const struct key *key, bool own)
{
	const enum command *other = place->own;

	for (; *other; other++)
		if ((own || key_place_has(place, command)) && key_does(key, *other) &&
		    (*other == command || !both_usual(command, *other, key)))
			return (struct holding){ binding_of(*other), place->name };
	return (struct holding){ NULL, NULL };
}

/* What opens a question must not answer it, pressed twice or held down: yes shares a key
 * with nothing but what does so for good. */
static struct holding beside_yes(enum command command, const struct key *key)
{
	const struct binding *all;
	size_t n, i;

	if (command != CMD_YES)
		return (struct holding){ key_does(key, CMD_YES) &&
			!both_usual(command, CMD_YES, key) ? binding_of(CMD_YES) : NULL,
			"and would answer what it asks" };
	all = own_bindings(&n);
	for (i = 0; i < n; i++)
		if (key_does(key, all[i].command) &&
		    !both_usual(command, all[i].command, key))
			return (struct holding){ &all[i], "and would answer what it asks" };
	if (keys_command(key) != CMD_NONE)
		return (struct holding){ binding_of(keys_command(key)),
					 "and would answer what it asks" };
	return (struct holding){ NULL, NULL };
}

static struct holding holder(enum command command, const struct key *key)
{
	enum command console = keys_command(key);
	struct holding found = { NULL, NULL };
	const struct key_place *place;
	bool own = command >= CMD_OWN && command < CMD_TAB;
	size_t n;

	if (console != CMD_NONE && !own)
		return (struct holding){ binding_of(console), NULL };
	for (place = key_places(&n); n && !found.by; n--, place++) {
		if (own && !is_in(place, command))
			continue;
		if (own && console != CMD_NONE && key_place_has(place, console) &&
		    !both_usual(command, console, key))
			return (struct holding){ binding_of(console), place->name };
		found = on_page(place, command, key, own);
	}
	return found.by ? found : beside_yes(command, key);
}

/* Keys that every list, form, question or terminal has a use for. */
static bool is_fixed(const struct key *key, const char *name)
{
	static const char *const fixed[] = {
		"Enter", "Esc", "Tab", "Shift-Tab", "Backspace", "Del", "F1", "F5", "F8",
		"F9", "F10", "Ctrl-C", "Ctrl-G", "Ctrl-H", "Ctrl-I", "Ctrl-J", "Ctrl-L",
		"Ctrl-M", "Ctrl-Z", "Ctrl-S", "Ctrl-Q", "Up", "Down", "Left", "Right",
		"PgUp", "PgDn", "Home", "End", "Space"
	};
	size_t i;

	for (i = 0; i < COUNT_OF(fixed); i++)
		if (strcmp(name, fixed[i]) == 0)
			return true;
	/* g and G walk where no dialog says groups */
	return !key->mods && key->code < 0x80 &&
		(isdigit((int)key->code) || strchr("jkgG", (int)key->code));
}

static bool key_called(const char *name, struct key *key)
{
	bool known = key_from_name(name, key);

	if (key->mods & KEY_CTRL)
		return known && key->code >= 'a' && key->code <= 'z';
	return known && key->code > 0 && (key->code < 0x7f || key->code >= KEY_NONE);
}

static void give(struct reading *reading, const struct entry *entry, const char *name)
{
	const struct binding *other;
	struct holding held = { NULL, NULL };
	char said[160];
	struct key key;
	bool known = key_called(name, &key);

	if (!known && !is_fixed(&key, name)) {
		fault(reading, entry->line, name, "is no key; keys are called as in the help "
		      "on keys: z, Ctrl-T, F7");
		return;
	}
	if (known)
		held = holder(entry->command, &key);
	other = held.by;
	if (!is_usual(entry->command, &key) && is_fixed(&key, name)) {
		fault(reading, entry->line, name, "cannot be given away; choose another key");
	} else if (other && other->command == entry->command) {
		fault(reading, entry->line, name, "stands there twice; leave one out");
	} else if (other) {
		if (other->command >= CMD_TAB)
			snprintf(said, sizeof(said), "opens a tab; choose another key");
		else
			snprintf(said, sizeof(said), "is the key of %s%s%s; give that "
				 "another key, or none", called[other->command] ?
				 called[other->command] : "the console itself",
				 held.where ? " " : "", held.where ? held.where : "");
		fault(reading, entry->line, name, said);
	} else {
		(void)keys_bind(entry->command, name);
	}
}

/* Nothing of its line could be taken: what of its usual keys is still free. */
static void give_back(enum command command)
{
	const struct binding *usual = usual_of(command);
	struct key key;
	size_t i;

	for (i = 0; usual->keys[i]; i++)
		if (key_from_name(usual->keys[i], &key) && !holder(command, &key).by)
			(void)keys_bind(command, usual->keys[i]);
}

/* Yes first: it is never without a key. */
static void take_keys(struct reading *reading, const struct entry *entry, bool yes)
{
	size_t k;

	if ((entry->command == CMD_YES) != yes)
		return;
	for (k = 0; k < entry->n; k++)
		give(reading, entry, entry->key[k]);
	if (yes && entry->n && !binding_of(CMD_YES)->keys[0])
		give_back(CMD_YES);
}

static int by_line(const void *a, const void *b)
{
	return ((const struct entry *)a)->line - ((const struct entry *)b)->line;
}

int keymap_take(const char *text, struct buf *faults)
{
	struct reading reading = { .faults = faults };
	struct buf copy;
	char *line, *next;
	int number = 1;
	size_t i;

	keys_usual();
	buf_init(&copy, MAP_LIMIT);
	buf_adds(&copy, text + (strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0));
	for (line = copy.len ? copy.data : NULL; line; line = next, number++) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		take_line(&reading, line, number);
	}
	qsort(reading.of, COMMANDS, sizeof(*reading.of), by_line);
	for (i = 0; i < COMMANDS; i++)
		if (reading.of[i].line)
			keys_unbind(reading.of[i].command);
	for (i = 0; i < COMMANDS; i++)
		take_keys(&reading, &reading.of[i], true);
	for (i = 0; i < COMMANDS; i++)
		take_keys(&reading, &reading.of[i], false);
	for (i = 0; i < COMMANDS; i++)
		if (reading.of[i].n && !binding_of(reading.of[i].command)->keys[0])
			give_back(reading.of[i].command);
	buf_release(&copy);
	return reading.told;
}

/* -1: the file is not read at all, and faults has why. */
static int take_file(struct buf *faults)
{
	const char *why;
	struct buf text;
	int told = -1;

	buf_init(&text, MAP_LIMIT);
	if (configfile_by_hand("keys", &text, &why))
		told = keymap_take(buf_text(&text), faults);
	else
		buf_printf(faults, "The key map (the file keys of your settings) %s: it is "
			   "not read, keys are the usual ones.\n", why);
	buf_release(&text);
	return told;
}

void keymap_load(struct screen *screen)
{
	struct buf faults;
	char *line, *next;
	int told;

	buf_init(&faults, FAULTS_LIMIT);
	told = take_file(&faults);
	for (line = faults.len ? faults.data : NULL; line && *line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		pages_toast(screen->pages, "%s", line);
	}
	if (told > 0)
		pages_toast(screen->pages, "%d line%s of the key map %s not understood; "
			    ":messages has %s.", told, told == 1 ? "" : "s",
			    told == 1 ? "was" : "were", told == 1 ? "it" : "them");
	buf_release(&faults);
}

const char *keymap_key(const struct action *action)
{
	static bool read;
	struct buf faults;

	if (!read) {
		buf_init(&faults, FAULTS_LIMIT);
		(void)take_file(&faults);	/* help keys tells them */
		buf_release(&faults);
		read = true;
	}
	return verb_key_name(action);
}

static void list_names(struct buf *out, const struct binding *all, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		if (!called[all[i].command])
			continue;
		buf_printf(out, "  %-16s", called[all[i].command]);
		for (k = 0; all[i].keys[k]; k++)
			buf_printf(out, " %s", all[i].keys[k]);
		buf_adds(out, all[i].keys[0] ? "\n" : " none\n");
	}
}

void keymap_list(struct buf *out)
{
	const struct binding *all;
	struct buf faults;
	size_t n;

	buf_init(&faults, FAULTS_LIMIT);
	(void)take_file(&faults);
	keys_list(out);
	buf_adds(out, "\nCommands of the key map, and their keys now (the file keys in "
		 "~/.config/gatehouse, or in gatehouse of XDG_CONFIG_HOME; lines COMMAND KEY "
		 "[KEY...], or COMMAND none):\n\n");
	all = bindings(&n);
	list_names(out, all, n);
	all = own_bindings(&n);
	list_names(out, all, n);
	if (faults.len)
		buf_printf(out, "\nNot understood in the key map:\n\n%s", buf_text(&faults));
	buf_release(&faults);
}
