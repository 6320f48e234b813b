/* fix_list.c: fixes in words and JSON. */
#include "action/fix_list.h"

#include <string.h>

#include "model/edit.h"

static bool sees_groups(const struct app *app, const struct fix *fix)
{
	uint32_t i;

	for (i = 0; i < fix->n_edits; i++)
		if (fix->edits[i].group != NOBODY &&
		    !sees_group(app_seen(app), fix->edits[i].group))
			return false;
	return true;
}

/* DOMAIN 6: roles, groups and Groups with access are an Admin's to change. */
static bool needs_admin(const struct fix *fix)
{
	uint32_t i;

	for (i = 0; i < fix->n_edits; i++)
		switch (fix->edits[i].kind) {
		case EDIT_USER_ROLE:
		case EDIT_MEMBER:
		case EDIT_ASSET_GROUP:
		case EDIT_ASSET_BUILTIN:
			return true;
		default:
			break;
		}
	return false;
}

/* What the subject may know of, and who is to be asked. */
static void fit_subject(struct app *app, struct arena *arena,
			struct fix_list *list)
{
	uint32_t i, kept = 0;

	for (i = 0; i < list->n; i++) {
		struct fix fix = list->fix[i];

		if (!sees_groups(app, &fix))
			continue;
		if (needs_admin(&fix) && !app_is_admin(app)) {
			fix.text = arena_printf(arena, "ask an Admin to %s",
						fix.text);
			memset(fix.words, 0, sizeof(fix.words));
		}
		list->fix[kept++] = fix;
	}
	list->n = kept;
}

void fix_list_find(struct app *app, const struct answer *answer,
		   enum level want, struct arena *arena, struct fix_list *out)
{
	memset(out, 0, sizeof(*out));
	out->want = want;
	if (want == LEVEL_NONE && answer->effective < answer->granted)
		out->want = answer->granted;
	if (out->want > answer->effective)
		access_fixes(&app->facts, answer->user, answer->project,
			     out->want, arena, &out->fix, &out->n);
	fit_subject(app, arena, out);
}

static void codes_json(struct json *json, const struct fix *fix)
{
	bool said[REASONS] = { false };
	uint32_t i;

	jsonw_key(json, "for");
	jsonw_array(json);
	for (i = 0; i < fix->n_lifts; i++) {
		enum reason code = fix->lifts[i].code;

		if (!said[code])
			jsonw_string(json, reason_code(code));
		said[code] = true;
	}
	jsonw_array_end(json);
}

static void words_json(struct json *json, const char *const *words)
{
	int word;

	jsonw_array(json);
	for (word = 0; word < FIX_WORDS && words[word]; word++)
		jsonw_string(json, words[word]);
	jsonw_array_end(json);
}

void fix_list_json(struct json *json, const struct fix_list *list)
{
	uint32_t i, edit;

	jsonw_key(json, "fixes");
	jsonw_array(json);
	for (i = 0; i < list->n; i++) {
		const struct fix *fix = &list->fix[i];

		jsonw_object(json);
		codes_json(json, fix);
		jsonw_key(json, "do");
		words_json(json, fix->words[0]);
		if (fix->n_edits > 1)
			jsonw_key(json, "then"), jsonw_array(json);
		for (edit = 1; edit < fix->n_edits; edit++)
			words_json(json, fix->words[edit]);
		if (fix->n_edits > 1)
			jsonw_array_end(json);
		jsonw_kstring(json, "text", fix->text);
		jsonw_kint(json, "also_up", (int64_t)fix->also_up);
		jsonw_kint(json, "also_down", (int64_t)fix->also_down);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

void fix_near_json(struct json *json, const struct facts *facts,
		   const struct source *near, uint32_t n)
{
	uint32_t i;

	jsonw_key(json, "near_misses");
	jsonw_array(json);
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

const char *fix_command(const struct fix *fix, struct arena *arena)
{
	const char *line = "gatehouse";
	uint32_t edit;
	int word;

	if (!fix->words[0][0])
		return "";
	for (edit = 0; edit < fix->n_edits; edit++) {
		if (edit)
			line = arena_printf(arena, "%s && gatehouse", line);
		for (word = 0; word < FIX_WORDS && fix->words[edit][word];
		     word++)
			line = arena_printf(arena, "%s %s", line,
				quoted(fix->words[edit][word], arena));
	}
	return line;
}

const char *fix_side_effects(const struct fix *fix, struct arena *arena)
{
	if (!fix->also_up && !fix->also_down)
		return "";
	return arena_printf(arena, "also %llu up, %llu down",
			    (unsigned long long)fix->also_up,
			    (unsigned long long)fix->also_down);
}
