/* fix_words.c: fixes as JSON and as command lines. */
#include <string.h>

#include "access/words.h"
#include "action/run/fix_list.h"

enum { APPLY_WORDS = 8 };

const char *const *fix_words(const struct facts *facts,
			     const struct fix_list *list,
			     const struct fix_offer *fix, bool by_key,
			     struct arena *arena, size_t *n)
{
	const char *apply[APPLY_WORDS] = {
		"access", "fixes", facts->users[list->user].id,
		facts->projects[list->project].id, "--level",
		level_code(list->want), "--apply", fix->key
	};
	const char **word = arena_array(arena, FIX_WORDS + 1, sizeof(*word));
	size_t count = 0;

	if (fix->n_steps == 1 && !by_key)
		while (count < FIX_WORDS && fix->steps[0].word[count]) {
			word[count] = fix->steps[0].word[count];
			count++;
		}
	else if (fix->n_steps)
		for (; count < APPLY_WORDS; count++)
			word[count] = arena_strdup(arena, apply[count]);
	if (n)
		*n = count;
	return word;
}

static void codes_json(struct json *json, const struct fix_offer *fix)
{
	bool said[REASONS] = { false };
	uint32_t i;

	jsonw_karray(json, "for");
	for (i = 0; i < fix->n_lifts; i++) {
		enum reason code = fix->lifts[i].code;

		if (!said[code])
			jsonw_string(json, reason_code(code));
		said[code] = true;
	}
	jsonw_array_end(json);
}

static void words_json(struct json *json, const char *const *word, size_t most)
{
	size_t i;

	jsonw_array(json);
	for (i = 0; i < most && word[i]; i++)
		jsonw_string(json, word[i]);
	jsonw_array_end(json);
}

static void one_json(struct json *json, const struct facts *facts,
		     const struct fix_list *list, const struct fix_offer *fix,
		     struct arena *arena)
{
	size_t i;

	jsonw_object(json);
	codes_json(json, fix);
	jsonw_key(json, "do");
	words_json(json, fix_words(facts, list, fix, false, arena, NULL),
		   FIX_WORDS + 1);
	jsonw_kstring(json, "text", fix->text);
	jsonw_kint(json, "also_up", (int64_t)fix->also_up);
	jsonw_kint(json, "also_down", (int64_t)fix->also_down);
	if (fix->untold)
		jsonw_kbool(json, "also_known", false);
	if (fix->key) {
		jsonw_kstring(json, "key", fix->key);
		jsonw_karray(json, "steps");
		for (i = 0; i < fix->n_steps; i++)
			words_json(json, fix->steps[i].word, FIX_WORDS);
		jsonw_array_end(json);
	} else {
		jsonw_kstring(json, "ask", fix->ask);
	}
	jsonw_object_end(json);
}

void fix_list_json(struct json *json, const struct facts *facts,
		   const struct fix_list *list)
{
	struct arena arena = { 0 };
	size_t i;

	jsonw_karray(json, "fixes");
	for (i = 0; i < list->n; i++)
		one_json(json, facts, list, &list->v[i], &arena);
	jsonw_array_end(json);
	arena_release(&arena);
}

void fix_near_json(struct json *json, const struct facts *facts,
		   const struct source *near, uint32_t n)
{
	uint32_t i;

	jsonw_karray(json, "near_misses");
	for (i = 0; i < n; i++) {
		const struct fact_group *group = &facts->groups[near[i].group];

		jsonw_object(json);
		jsonw_kstring(json, "via", via_code(near[i].via));
		jsonw_kstring(json, "id", group->id);
		jsonw_kstring(json, "name", group->name);
		jsonw_kstring(json, "level", level_code(near[i].level));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

/* Bare where it is safe, else in single quotes. */
static const char *quoted(const char *word, struct arena *arena)
{
	static const char safe[] = "abcdefghijklmnopqrstuvwxyz"
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./@:,+=";
	const char *p;
	char *out, *to;

	if (*word && !word[strspn(word, safe)])
		return word;
	to = out = arena_alloc(arena, strlen(word) * 4 + 3);
	*to++ = '\'';
	for (p = word; *p; p++) {
		if (*p == '\'') {
			memcpy(to, "'\\''", 4);
			to += 4;
		} else {
			*to++ = *p;
		}
	}
	*to = '\'';
	return out;
}

const char *fix_command(const struct facts *facts, const struct fix_list *list,
			const struct fix_offer *fix, struct arena *arena)
{
	size_t i, n;
	const char *const *word = fix_words(facts, list, fix, false, arena, &n);
	const char *line = n ? "gatehouse" : "";

	for (i = 0; i < n; i++)
		line = arena_printf(arena, "%s %s", line,
				    quoted(word[i], arena));
	return line;
}

/* People, but for the one it is for. */
static const char *people(const struct fix_offer *fix, struct arena *arena)
{
	unsigned up = fix->people_up, down = fix->people_down;
	const char *gain = up == 1 ? "1 other gains" :
		arena_printf(arena, "%u others gain", up);
	const char *lose = down == 1 ? "1 other loses" :
		arena_printf(arena, "%u others lose", down);

	return up && down ? arena_printf(arena, "%s, %s", lose, gain) :
		up ? gain : down ? lose : "";
}

static const char *projects(unsigned n, struct arena *arena)
{
	return n == 1 ? "1 other project" : arena_printf(arena, "%u other projects", n);
}

/* The one it is for, elsewhere. */
static const char *elsewhere(const struct fix_offer *fix, struct arena *arena)
{
	if (fix->own_up && fix->own_down)
		return arena_printf(arena, "%s also loses on %s and gains on %u",
				    fix->who, projects(fix->own_down, arena), fix->own_up);
	return fix->own_up || fix->own_down ?
		arena_printf(arena, "%s also %s on %s", fix->who, fix->own_up ?
			     "gains" : "loses", projects(fix->own_up + fix->own_down,
							 arena)) : "";
}

const char *fix_side_effects(const struct fix_offer *fix, struct arena *arena)
{
	const char *others, *own;

	if (fix->untold)
		return "others may move too";
	others = people(fix, arena);
	own = elsewhere(fix, arena);
	return *others && *own ? arena_printf(arena, "%s; %s", others, own) :
		*others ? others : own;
}
