/* findings_put.c: one finding more, and how it is said. */
#include "action/review/findings_priv.h"

#include <stdarg.h>
#include <string.h>

#include "action/core/word_list.h"
#include "base/mem.h"

static const struct { const char *code, *label; } kinds[FIND_KINDS] = {
	[FIND_NO_ADMIN] = { "NO_ADMIN", "no Admin" },
	[FIND_SINGLE_ADMIN] = { "SINGLE_ADMIN", "one Admin" },
	[FIND_PROJECT_ON_WEB] = { "PROJECT_ON_WEB", "on the web" },
	[FIND_ASSET_OPEN_TO_PUBLIC] = { "ASSET_OPEN_TO_PUBLIC", "open to Public" },
	[FIND_NO_EFFECTIVE_EDITOR] = { "NO_EFFECTIVE_EDITOR", "nobody can edit" },
	[FIND_OWNER_DEACTIVATED] = { "OWNER_DEACTIVATED", "owner left" },
	[FIND_OWNER_HELD] = { "OWNER_HELD", "owner held" },
	[FIND_GRANT_ALWAYS_HELD] = { "GRANT_ALWAYS_HELD", "grant held" },
	[FIND_GROUP_WITHOUT_EFFECT] = { "GROUP_WITHOUT_EFFECT", "gives nothing" },
	[FIND_LOOK_ALIKE] = { "LOOK_ALIKE", "looks alike" },
	[FIND_SAME_NAME] = { "SAME_NAME", "same name" },
	[FIND_CHECK_FAILED] = { "CHECK_FAILED", "check fails" },
};

const char *finding_code(enum finding_kind kind)
{
	return kinds[kind].code;
}

const char *finding_label(enum finding_kind kind)
{
	return kinds[kind].label;
}

/* ---- one more --------------------------------------------------------------------------- */

struct noted *finding_add(struct search *search, enum finding_kind kind,
			    enum whose whose, uint32_t number, const char *more)
{
	struct findings *out = search->out;
	const char *thing = whose == OF_WORKSPACE ? "" :
		whose_id(search->facts, whose, number);
	struct noted *finding;

	out->v = mem_grow(out->v, out->n, &out->cap, sizeof(*out->v));
	finding = &out->v[out->n++];
	*finding = (struct noted){
		.kind = kind, .whose = whose, .number = number, .who = NOBODY,
		.thing = arena_strdup(&out->arena, thing),
		.id = arena_printf(&out->arena, "%s%s%s%s%s", finding_code(kind),
				   *thing ? ":" : "", thing, more ? ":" : "",
				   more ? more : ""),
		.name = arena_strdup(&out->arena, whose == OF_WORKSPACE ?
				     seen_workspace(search->seen).name :
				     whose_record(whose) ?
				     seen_record(search->seen, whose, number)->name :
				     whose == OF_USER ?
				     seen_user_label(search->seen, number) :
				     whose == OF_GROUP ?
				     seen_group_label(search->seen, number) :
				     whose == OF_ASSET ?
				     seen_asset_label(search->seen, number) :
				     seen_project_label(search->seen, number)),
	};
	return finding;
}

void finding_say(struct search *search, struct noted *finding, const char *fmt, ...)
{
	va_list list;

	va_start(list, fmt);
	finding->sentence = arena_vprintf(&search->out->arena, fmt, list);
	va_end(list);
}

void finding_do_of(struct noted *finding, size_t n, const char *const *words)
{
	memcpy(finding->word, words, n * sizeof(*words));
	finding->n_words = n;
}

const char *finding_command(const struct noted *finding, struct arena *arena)
{
	const char *line = "";
	size_t i;

	for (i = 0; i < finding->n_words; i++) {
		const char *word = finding->word[i];
		bool plain = strspn(word, "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.@+") ==
			strlen(word);

		line = arena_printf(arena, "%s%s%s%s%s", line, i ? " " : "",
				    plain ? "" : "'", word_cut(arena, word),
				    plain ? "" : "'");
	}
	return line;
}
