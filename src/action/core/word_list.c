/* word_list.c: names and lists of names as they stand in one line of text. */
#include "action/core/word_list.h"

#include <string.h>

#include "action/core/tense.h"
#include "base/text.h"

enum { QUOTED_CELLS = 60, NAME_POINTS = 200 };

const char *word_cut(struct arena *arena, const char *text)
{
	struct buf buf;
	const char *cut;

	buf_init(&buf, 4096);
	text_cut(&buf, text, QUOTED_CELLS);
	cut = arena_strdup(arena, buf_text(&buf));
	buf_release(&buf);
	return cut;
}

/* The name cut, never what tells it from another of its name. */
static const char *told(struct arena *arena, const char *name, const char *twin)
{
	name = word_cut(arena, name);
	return twin ? arena_printf(arena, "%s (%s)", name, word_cut(arena, twin)) :
		      name;
}

const char *word_thing(struct arena *arena, const struct seen *seen, enum whose whose,
		       uint32_t number)
{
	return told(arena, seen_name(seen, whose, number),
		    seen_twin(seen, whose, number));
}

const char *word_user(struct arena *arena, const struct seen *seen,
		      uint32_t user)
{
	return word_thing(arena, seen, OF_USER, user);
}

const char *word_group(struct arena *arena, const struct seen *seen,
		       uint32_t group)
{
	return word_thing(arena, seen, OF_GROUP, group);
}

const char *word_asset(struct arena *arena, const struct seen *seen,
		       uint32_t asset)
{
	return word_thing(arena, seen, OF_ASSET, asset);
}

const char *word_project(struct arena *arena, const struct seen *seen,
			 uint32_t project)
{
	return word_thing(arena, seen, OF_PROJECT, project);
}

const char *word_title(struct arena *arena, const struct seen *seen,
		       uint32_t project, const char *title)
{
	return told(arena, title, seen_twin(seen, OF_PROJECT, project));
}

void words_init(struct words *words, size_t most)
{
	buf_init(&words->text, 64 * 1024);
	words->n = 0;
	words->most = most;
	words->last = NULL;
}

static void put(struct words *words, const char *before)
{
	if (words->text.len)
		buf_adds(&words->text, before);
	buf_adds(&words->text, words->last);
	words->last = NULL;
}

void words_add(struct words *words, const char *word)
{
	if (words->last)
		put(words, ", ");
	if (words->n++ < words->most)
		words->last = word;
}

const char *words_done(struct words *words, struct arena *arena)
{
	const char *text;

	if (words->last)
		put(words, words->n <= words->most ? " and " : ", ");
	if (words->n > words->most)
		buf_printf(&words->text, "%s%zu more", words->most ? " and " : "",
			   words->n - words->most);
	text = arena_strdup(arena, buf_text(&words->text));
	buf_release(&words->text);
	return text;
}

static const struct { const char *verb, *deed; } level_words[] = {
	[LEVEL_NONE] = { "has no access to",
		TENSE("has", "would have") " no access to" },
	[LEVEL_APP_ONLY] = { "can open the app of",
		TENSE("can open the app of", "would have App Only on") },
	[LEVEL_CAN_VIEW] = { "can view",
		TENSE("can view", "would have Can View on") },
	[LEVEL_CAN_EDIT] = { "can edit",
		TENSE("can edit", "would have Can Edit on") },
	[LEVEL_FULL_ACCESS] = { "has Full Access to",
		TENSE("has", "would have") " Full Access to" },
};

const char *word_level_verb(enum level level)
{
	return level_words[level].verb;
}

const char *word_level_deed(enum level level)
{
	return level_words[level].deed;
}

const char *word_name_fault(const char *text)
{
	if (text[strspn(text, " ")] == '\0')
		return "is empty";
	if (text_valid(text, strlen(text)) != strlen(text))
		return "is not valid UTF-8";
	if (text_has_control(text))
		return "holds a control character";
	if (text_points(text) > NAME_POINTS)
		return "is longer than 200 characters";
	return NULL;
}
