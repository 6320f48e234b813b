/* palette_recent.c: what was done last from the palette.  In the file, a line each,
 * parted by tabs:
 *	verb	project share	project	p-rev
 *	go	user	u-bob
 *	key	p
 *	ask	can bob edit revenue
 *	line	project share "p-rev" --level "can_edit"	Share Revenue model: Can Edit */
#include "screen/palette/palette_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "action/core/state_file.h"
#include "screen/frame/verb.h"

enum { KEPT = 12, SHOWN = 5, FILE_LIMIT = 64 * 1024, WORDS = 4 };

struct recent {
	char *line[KEPT];	/* the newest first */
	size_t n;
	bool changed, kept;
};

static const char file_name[] = "recent";

static const struct { enum thing_kind kind; const char *word; } kinds[] = {
	{ THING_PROJECT, "project" }, { THING_USER, "user" },
	{ THING_GROUP, "group" }, { THING_ASSET, "asset" }
};

static const char *word_of(enum thing_kind kind)
{
	size_t i;

	for (i = 0; i < COUNT_OF(kinds); i++)
		if (kinds[i].kind == kind)
			return kinds[i].word;
	return "";
}

static enum thing_kind kind_of(const char *word)
{
	size_t i;

	for (i = 0; i < COUNT_OF(kinds); i++)
		if (strcmp(kinds[i].word, word) == 0)
			return kinds[i].kind;
	return THING_NONE;
}

/* ---- kept ------------------------------------------------------------------------------ */

static void put(struct recent *recent, const char *line, bool first)
{
	char *text = mem_strdup(line);
	size_t i;

	for (i = 0; i < recent->n; i++)
		if (strcmp(recent->line[i], line) == 0)
			break;
	if (i < recent->n) {
		free(recent->line[i]);
		memmove(recent->line + i, recent->line + i + 1,
			(--recent->n - i) * sizeof(recent->line[0]));
	}
	if (recent->n == KEPT)
		free(recent->line[--recent->n]);
	if (first)
		memmove(recent->line + 1, recent->line,
			recent->n * sizeof(recent->line[0]));
	recent->line[first ? 0 : recent->n] = text;
	recent->n++;
}

static struct recent *recent_now(struct screen *screen)
{
	char *line, *rest = NULL;
	struct buf text;

	if (screen->recent)
		return screen->recent;
	screen->recent = mem_alloc(sizeof(*screen->recent));
	screen->recent->kept = !screen->app->demo && !screen->acted[0];
	if (!screen->recent->kept)
		return screen->recent;
	buf_init(&text, FILE_LIMIT);
	statefile_read(file_name, &text);
	line = text.len ? strtok_r(text.data, "\n", &rest) : NULL;
	for (; line && screen->recent->n < KEPT;
	     line = strtok_r(NULL, "\n", &rest))
		put(screen->recent, line, false);
	buf_release(&text);
	return screen->recent;
}

void recent_release(struct screen *screen)
{
	struct recent *recent = screen->recent;
	struct buf text;
	size_t i;

	if (!recent)
		return;
	buf_init(&text, FILE_LIMIT);
	for (i = 0; i < recent->n; i++) {
		buf_printf(&text, "%s\n", recent->line[i]);
		free(recent->line[i]);
	}
	if (recent->changed && recent->kept)
		(void)statefile_write(file_name, &text);
	buf_release(&text);
	free(recent);
	screen->recent = NULL;
}

/* ---- entries as lines, and back ---------------------------------------------------------- */

void recent_add(struct screen *screen, const struct entry *entry,
		const char *typed)
{
	struct recent *recent = recent_now(screen);
	struct arena arena = { 0 };
	struct key key;
	struct buf line;
	size_t n, i;
	const struct binding *binding = bindings(&n);

	buf_init(&line, 4096);
	switch (entry->kind) {
	case ENTRY_ACTION:
		buf_printf(&line, "verb\t%s\t%s\t%s",
			   action_name(entry->action, &arena),
			   word_of(entry->thing.kind), entry->thing.id);
		break;
	case ENTRY_GO:
		buf_printf(&line, "go\t%s\t%s", word_of(entry->thing.kind),
			   entry->thing.id);
		break;
	case ENTRY_LINE:
		buf_printf(&line, "line\t%s\t%s", entry->line, entry->title);
		break;
	case ENTRY_OPEN:
	case ENTRY_FIX:
		buf_printf(&line, "ask\t%s", typed);
		break;
	case ENTRY_COMMAND:
		for (i = 0; i < n; i++)
			if (binding[i].command == entry->command &&
			    usual_of(entry->command)->keys[0] &&
			    key_from_name(usual_of(entry->command)->keys[0], &key))
				buf_printf(&line, "key\t%s",
					   usual_of(entry->command)->keys[0]);
		break;
	default:
		break;
	}
	if (line.len && !line.overflow && !strpbrk(buf_text(&line), "\r\n")) {
		put(recent, buf_text(&line), true);
		recent->changed = true;
	}
	buf_release(&line);
	arena_release(&arena);
}

static void add_key(struct palette *palette, const char *name)
{
	const struct binding *binding;
	const char *key;
	size_t n, i;

	binding = bindings(&n);
	for (i = 0; i < n; i++) {
		key = usual_of(binding[i].command)->keys[0];
		if (key && strcmp(key, name) == 0)
			(void)palette_key(palette, &binding[i]);
	}
}

/* It may be one of an earlier version, or of another store. */
static void add_line(struct palette *palette, char *line)
{
	const char *word[WORDS] = { "", "", "", "" };
	char *s = line;
	const struct action *action;
	struct thing thing = { .kind = THING_NONE };
	size_t i;

	for (i = 0; s && i < WORDS; i++)
		word[i] = strsep(&s, "\t");
	i = strcmp(word[0], "verb") == 0 ? 2 : 1;
	thing.kind = kind_of(word[i]);
	snprintf(thing.id, sizeof(thing.id), "%s", thing.kind == THING_NONE ?
		 "" : word[i + 1]);
	if (thing.kind != THING_NONE &&
	    !thing_seen(palette->screen->app, &thing))
		return;
	if (strcmp(word[0], "verb") == 0) {
		action = verb_called(word[1]);
		if (action)
			(void)palette_verb(palette, action, &thing);
	} else if (strcmp(word[0], "go") == 0 && thing.kind != THING_NONE) {
		(void)palette_go(palette, &thing);
	} else if (strcmp(word[0], "key") == 0) {
		add_key(palette, word[1]);
	} else if (strcmp(word[0], "ask") == 0) {
		palette_add(palette, ENTRY_ASK, arena_strdup(&palette->arena,
			    word[1]), "", "asks again")->line =
			arena_strdup(&palette->arena, word[1]);
	} else if (strcmp(word[0], "line") == 0) {
		palette_add(palette, ENTRY_LINE, arena_strdup(&palette->arena,
			    word[2]), "", "first shows what changes")->line =
			arena_strdup(&palette->arena, word[1]);
	}
}

void palette_recent(struct palette *palette)
{
	struct recent *recent = recent_now(palette->screen);
	size_t i, before = palette->n;

	for (i = 0; i < recent->n && palette->n < before + SHOWN; i++)
		add_line(palette, arena_strdup(&palette->arena,
					       recent->line[i]));
}
