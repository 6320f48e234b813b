/* findings_tell.c: see findings_tell.h. */
#include "action/review/findings_tell.h"

#include "action/judge/answers.h"

static void as_json(struct app *app, const struct findings *all, struct result *out)
{
	struct json json;
	size_t i, k;

	jsonw_begin(&json, &out->json);
	jsonw_kint(&json, "revision", seen_workspace(app_seen(app)).revision);
	if (all->compared)
		jsonw_kint(&json, "since", all->since);
	jsonw_karray(&json, "findings");
	for (i = 0; i < all->n; i++) {
		const struct noted *one = &all->v[i];

		jsonw_object(&json);
		jsonw_kstring(&json, "id", one->id);
		jsonw_kstring(&json, "kind", finding_code(one->kind));
		jsonw_kobject(&json, "thing");
		jsonw_kstring(&json, "kind", whose_word(one->whose));
		jsonw_kstring(&json, "id", *one->thing ? one->thing : NULL);
		jsonw_kstring(&json, "name", one->name);
		jsonw_object_end(&json);
		jsonw_kstring(&json, "sentence", one->sentence);
		jsonw_karray(&json, "do");
		for (k = 0; k < one->n_words; k++)
			jsonw_string(&json, one->word[k]);
		jsonw_array_end(&json);
		if (all->compared)
			jsonw_kbool(&json, "new", one->fresh);
		jsonw_object_end(&json);
	}
	jsonw_array_end(&json);
	if (all->compared)
		jsonw_kint(&json, "new", (int64_t)all->n_fresh);
	jsonw_kbool(&json, "complete", true);
	jsonw_object_end(&json);
}

static void as_csv(const struct findings *all, struct result *out)
{
	size_t i;

	result_columns(out, all->compared ? 6u : 5u, "id", "ID", CELL_CODE,
		       "kind", "KIND", CELL_CODE, "thing", "THING", CELL_CODE,
		       "sentence", "FOUND", CELL_TEXT, "do", "DO", CELL_TEXT,
		       "new", "NEW", CELL_BOOL);
	for (i = 0; i < all->n; i++) {
		result_cells(out, all->v[i].id, finding_code(all->v[i].kind),
			     all->v[i].thing, all->v[i].sentence,
			     finding_command(&all->v[i], &out->arena));
		if (all->compared)
			result_cell(out, 5, all->v[i].fresh ? "true" : "false");
	}
}

static void as_text(const struct findings *all, struct result *out)
{
	struct arena *arena = &out->arena;
	size_t i;

	for (i = 0; i < all->n; i++)
		buf_printf(&out->text, "%s%s\n    gatehouse %s\n",
			   all->v[i].fresh ? "New: " : "", all->v[i].sentence,
			   finding_command(&all->v[i], arena));
	out->message = arena_printf(arena, "%zu finding%s", all->n,
				    all->n == 1 ? "" : "s");
	out->message = all->compared ?
		arena_printf(arena, "%s, %zu of them new since #%lld.", out->message,
			     all->n_fresh, (long long)all->since) :
		arena_printf(arena, "%s.", out->message);
}

bool findings_tell(struct app *app, const char *since, struct result *out,
		   struct error *err)
{
	struct findings all;
	bool good = findings_find(app, since, &all, err);

	if (good && answers_format(app) == FORMAT_JSON)
		as_json(app, &all, out);
	else if (good && answers_format(app) == FORMAT_CSV)
		as_csv(&all, out);
	else if (good)
		as_text(&all, out);
	out->failed = good && all.n_fresh > 0;
	findings_release(&all);
	return good;
}
