/* findings.c: see findings.h. */
#include "action/review/findings_priv.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "action/core/word_list.h"
#include "action/undo/as_of_facts.h"
#include "base/mem.h"
#include "base/strmap.h"

static const struct { const char *code, *label; } kinds[FIND_KINDS] = {
	[FIND_NO_ADMIN] = { "NO_ADMIN", "no Admin" },
	[FIND_SINGLE_ADMIN] = { "SINGLE_ADMIN", "one Admin" },
	[FIND_PROJECT_ON_WEB] = { "PROJECT_ON_WEB", "on the web" },
	[FIND_ASSET_OPEN_TO_PUBLIC] = { "ASSET_OPEN_TO_PUBLIC", "open to Public" },
	[FIND_NO_EFFECTIVE_EDITOR] = { "NO_EFFECTIVE_EDITOR", "nobody can edit" },
	[FIND_OWNER_DEACTIVATED] = { "OWNER_DEACTIVATED", "owner left" },
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
		.kind = kind, .whose = whose, .number = number,
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

/* ---- all of them -------------------------------------------------------------------------- */

static int in_order(const void *a, const void *b)
{
	const struct noted *x = a, *y = b;

	return x->kind != y->kind ? (x->kind > y->kind) - (x->kind < y->kind) :
		strcmp(x->id, y->id);
}

static void search_all(struct app *app, int64_t then, bool checks,
		       struct findings *out)
{
	struct search search = { .app = app, .seen = app_seen(app), .out = out,
				 .then = then };

	search.facts = seen_judged(search.seen);
	find_people(&search);
	find_namesakes(&search);
	find_projects(&search);
	find_assets(&search);
	find_groups(&search);
	if (checks)
		find_checks(&search);
	if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), in_order);
}

/* What was found then, and when that was; a look back that was on stays. */
static bool search_then(struct app *app, const char *since, struct findings *out,
			int64_t *time, struct error *err)
{
	bool was = as_of_on(app), good;
	struct arena arena = { 0 };
	const char *back = arena_printf(&arena, "%lld", (long long)as_of_revision(app));

	good = as_of_begin(app, since, err);
	if (good) {
		out->since = as_of_revision(app);
		*time = as_of_time(app);
		search_all(app, 0, false, out);
		as_of_end(app);
	}
	if (was)
		good = as_of_begin(app, back, err) && good;
	arena_release(&arena);
	return good;
}

static void compare(struct findings *out, const struct findings *then)
{
	struct strmap known = { 0 };
	uint32_t old;
	size_t i;

	strmap_reserve(&known, then->n);
	for (i = 0; i < then->n; i++)
		(void)strmap_add(&known, then->v[i].id, (uint32_t)i, &old);
	for (i = 0; i < out->n; i++) {
		if (out->v[i].kind != FIND_CHECK_FAILED)
			out->v[i].fresh = !strmap_get(&known, out->v[i].id, &old);
		out->n_fresh += out->v[i].fresh;
	}
	strmap_release(&known);
}

bool findings_find(struct app *app, const char *since, struct findings *out,
		   struct error *err)
{
	struct findings then = { .n = 0 };
	int64_t time = 0;
	bool good = true;

	*out = (struct findings){ .n = 0 };
	if (since)
		good = search_then(app, since, &then, &time, err);
	if (good)
		search_all(app, time, !as_of_on(app), out);
	if (good && since) {
		out->compared = true;
		out->since = then.since;
		compare(out, &then);
	}
	findings_release(&then);
	return good;
}

void findings_release(struct findings *findings)
{
	free(findings->v);
	arena_release(&findings->arena);
	*findings = (struct findings){ .n = 0 };
}
