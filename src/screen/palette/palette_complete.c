/* palette_complete.c: what Tab adds: the rest of the word that was begun, where a verb
 * stands before it, else the words of the focused entry. */
#include "screen/palette/palette_priv.h"

#include <string.h>

#include "base/text.h"
#include "screen/frame/verb.h"

/* ---- the word that was begun ----------------------------------------------------------- */

/* Where it begins in the line, past its quote; NULL: the line ends with a blank, or
 * somebody edits inside it. */
static const char *begun(const struct input *input)
{
	const char *s = input->text, *word = NULL;
	char quote;

	while (*s && input->at == input->n) {
		s += strspn(s, " ");
		if (!*s)
			return NULL;
		quote = *s == '"' || *s == '\'' ? *s++ : '\0';
		word = s;
		while (*s && (quote ? *s != quote : *s != ' '))
			s++;
		if (quote && *s)
			word = ++s;	/* it is closed: nothing is begun */
	}
	return word && *word ? word : NULL;
}

/* What the action's parameters take: kinds of names, and a bit each for these. */
enum { TAKES_LEVEL = 1 << NAME_KINDS, TAKES_ROLE = 2 << NAME_KINDS };

static unsigned taken_by(const struct param *param)
{
	static const unsigned kinds[THING_HEADING + 1] = {
		[THING_NONE] = 0, [THING_PROJECT] = 1 << NAME_PROJECT,
		[THING_USER] = 1 << NAME_USER, [THING_GROUP] = 1 << NAME_GROUP,
		[THING_BUILTIN] = 0, [THING_ASSET] = 1 << NAME_ASSET
	};

	if (param->type == PARAM_LEVEL || param->type == PARAM_LEVEL_NONE)
		return TAKES_LEVEL;
	return param->type == PARAM_ROLE ? TAKES_ROLE : kinds[verb_kind(param)];
}

/* Of all actions that the first words name. */
static unsigned takes_here(struct palette *palette)
{
	const struct param *param[ACTION_PARAMS];
	const struct action *const *all;
	unsigned bits = 0;
	size_t n, n_params, i, k;

	all = actions(&n);
	for (i = 0; i < n; i++) {
		n_params = palette_left(palette, all[i], param);
		for (k = 0; k < n_params; k++)
			bits |= taken_by(param[k]);
	}
	return bits;
}

/* "Can Edit" of "ed" and of "can". */
static bool label_begins(const char *label, const char *word)
{
	struct buf folded, begin;
	const char *s;
	bool yes = false;

	buf_init(&folded, 256);
	buf_init(&begin, INPUT_MAX);
	text_fold(&folded, label);
	text_fold(&begin, word);
	for (s = buf_text(&folded); s && !yes; s = strchr(s, ' ')) {
		s += *s == ' ';
		yes = strncmp(s, buf_text(&begin), begin.len) == 0;
	}
	buf_release(&folded);
	buf_release(&begin);
	return yes;
}

static const char *value_of(unsigned bits, const char *word)
{
	int i;

	for (i = LEVELS - 1; bits & TAKES_LEVEL && i; i--)
		if (label_begins(level_label((enum level)i), word))
			return level_label((enum level)i);
	for (i = 0; bits & TAKES_ROLE && i < ROLES; i++)
		if (label_begins(role_label((enum role)i), word))
			return role_label((enum role)i);
	return NULL;
}

static bool complete_word(struct palette *palette, struct buf *out)
{
	const struct app *app = palette->screen->app;
	const char *word = begun(&palette->input), *value;
	unsigned bits = word ? takes_here(palette) : 0;
	struct name_hit hit;
	struct thing thing;
	size_t keep;

	if (!bits)
		return false;
	keep = (size_t)(word - palette->input.text);
	keep -= keep && word[-1] != ' ';	/* its quote */
	buf_add(out, palette->input.text, keep);
	value = value_of(bits, word);
	if (bits & NAMES_ALL &&
	    name_find(screen_names(palette->screen), bits & NAMES_ALL, word,
		      &hit, 1) && (!value || hit.rank < NAME_INITIALS)) {
		thing = palette_thing(app, &hit);
		thing_argument(app, &thing, out);
		buf_addc(out, ' ');
		return true;
	}
	if (value)
		buf_printf(out, strchr(value, ' ') ? "\"%s\" " : "%s ", value);
	else
		buf_reset(out);
	return value != NULL;
}

/* ---- the entry --------------------------------------------------------------------------- */

bool palette_complete(struct palette *palette, struct buf *out)
{
	const struct app *app = palette->screen->app;
	const struct entry *entry = palette->cursor < palette->n ?
		&palette->entry[palette->cursor] : NULL;

	if ((!entry || entry->kind != ENTRY_LINE || entry->shut) &&
	    complete_word(palette, out))
		return true;
	if (!entry)
		return false;
	if (entry->kind == ENTRY_ACTION)
		(void)palette_start(palette->screen, entry->action,
				    entry->thing.kind == THING_NONE ?
				    &palette->focus : &entry->thing, out);
	else if (entry->kind == ENTRY_LINE || entry->kind == ENTRY_ASK)
		buf_adds(out, entry->line);
	else if (entry->kind == ENTRY_CHOICE)
		palette_ask_choose(palette, &entry->thing, out);
	else if (entry->kind == ENTRY_GO)
		buf_adds(out, thing_bare_name(app, &entry->thing));
	return out->len > 0;
}
