/* changes.c: who loses, who gains, who is held. */
#include "action/judge/changes.h"

#include <string.h>

#include "action/judge/verdict.h"
#include "base/csv.h"
#include "base/text.h"
#include "model/kind.h"

static void limits_json(struct json *json, const struct seen *seen,
			const char *key, const struct answer *answer)
{
	uint32_t i;

	jsonw_key(json, key);
	jsonw_array(json);
	for (i = 0; i < answer->n_limits; i++) {
		const struct limit *limit = &answer->limits[i];

		jsonw_object(json);
		jsonw_kstring(json, "code", reason_code(limit->code));
		jsonw_kstring(json, "cap", level_code(limit->cap));
		if (limit->asset != NOBODY) {
			const struct fact_asset *asset =
				seen_limit_asset(seen, answer, limit);

			jsonw_kstring(json, "kind", kind_at(asset->kind)->code);
			jsonw_kstring(json, "id", *asset->id ? asset->id : NULL);
			jsonw_kstring(json, "name", *asset->id ? asset->name : NULL);
		}
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

/* NULL: it has none yet. */
static const char *project_id(const struct seen *seen, const struct preview *preview,
			      bool planned, const struct change *change)
{
	return planned && change->project >= preview->made ? NULL :
	       seen_project(seen, change->project)->id;
}

static void write_json(struct buf *out, bool planned, const struct seen *seen,
		       const struct preview *preview, const struct moved *moved)
{
	struct json json;
	uint32_t i;

	jsonw_init(&json, out, 0);
	jsonw_object(&json);
	jsonw_key(&json, "changes");
	jsonw_array(&json);
	for (i = 0; i < preview->n; i++) {
		const struct change *change = &preview->changes[i];
		const struct answer *before = &change->before;
		const struct answer *after = &change->after;

		jsonw_object(&json);
		jsonw_kstring(&json, "user", change->user == ANYONE ? NULL :
			     seen_user(seen, change->user)->id);
		jsonw_kstring(&json, "project",
			     project_id(seen, preview, planned, change));
		jsonw_kstring(&json, "before", level_code(before->effective));
		jsonw_kstring(&json, "after", level_code(after->effective));
		limits_json(&json, seen, "before_limits", before);
		limits_json(&json, seen, "after_limits", after);
		jsonw_kstring(&json, "before_granted",
			     level_code(before->granted));
		jsonw_kstring(&json, "after_granted",
			     level_code(after->granted));
		jsonw_object_end(&json);
	}
	jsonw_array_end(&json);
	jsonw_kint(&json, "up", (int64_t)preview->up);
	jsonw_kint(&json, "down", (int64_t)preview->down);
	jsonw_kint(&json, "held", (int64_t)preview->held);
	jsonw_kbool(&json, "complete", seen->people);
	moved_json(&json, seen, moved);
	jsonw_object_end(&json);
}

void changes_members(struct json *json, const struct buf *changes)
{
	if (changes->len > 2)
		jsonw_members(json, changes->data + 1, changes->len - 2);
}

enum { NAME_COLS = 40, TOLD_COLS = 120 };

static const char *who(const struct seen *seen, uint32_t user)
{
	return user == ANYONE ? "web visitor" : seen_user_label(seen, user);
}

/* "Can View -> Can Edit", or what moved where the level did not. */
static void change_text(struct buf *out, const struct seen *seen,
			const struct change *change, struct arena *arena)
{
	const struct answer *before = &change->before, *after = &change->after;

	if (before->effective != after->effective)
		buf_printf(out, "  %s -> %s", level_label(before->effective),
			   level_label(after->effective));
	else if (verdict_way(change) == WAY_HELD)
		buf_printf(out, "  held at %s", level_label(after->effective));
	else
		buf_printf(out, "  still %s", level_label(after->effective));
	if (before->effective == after->effective &&
	    before->granted != after->granted)
		buf_printf(out, "   granted %s -> %s",
			   level_label(before->granted),
			   level_label(after->granted));
	if (after->granted != after->effective) {
		buf_adds(out, "   ");
		text_safe(out, access_why(seen, after, arena));
	}
	buf_addc(out, '\n');
}

/* Then the end of a name says which one: it is not cut. */
static bool told_apart(const struct seen *seen, const struct change *change)
{
	return seen_project_twin(seen, change->project) ||
	       (change->user != ANYONE && seen_user_twin(seen, change->user));
}

static void write_text(struct buf *out, const struct seen *seen,
		       const struct preview *preview, const struct moved *moved,
		       struct arena *arena)
{
	size_t names = 0, titles = 0, most = NAME_COLS, w;
	uint32_t i;

	for (i = 0; i < preview->n; i++) {
		const struct change *change = &preview->changes[i];

		if (told_apart(seen, change))
			most = TOLD_COLS;
		w = text_width(who(seen, change->user));
		names = w > names ? w : names;
		w = text_width(seen_project_label(seen, change->project));
		titles = w > titles ? w : titles;
	}
	names = names > most ? most : names;
	titles = titles > most ? most : titles;
	for (i = 0; i < preview->n; i++) {
		const struct change *change = &preview->changes[i];

		text_fit(out, who(seen, change->user), names);
		buf_adds(out, "  ");
		text_fit(out, seen_project_label(seen, change->project), titles);
		change_text(out, seen, change, arena);
	}
	for (i = 0; i < moved->n; i++)
		buf_printf(out, "%s\n", moved_text(seen, &moved->v[i], arena));
}

static void write_csv(struct buf *out, bool planned, const struct seen *seen,
		      const struct preview *preview, struct arena *arena)
{
	const char *project;
	uint32_t i;

	buf_adds(out, "user_id,project_id,before,after,before_limits,"
		 "after_limits\n");
	for (i = 0; i < preview->n; i++) {
		const struct change *change = &preview->changes[i];

		csv_put(out, change->user == ANYONE ? "" :
			seen_user(seen, change->user)->id, true, false);
		project = project_id(seen, preview, planned, change);
		csv_put(out, project ? project : "", false, false);
		csv_put(out, level_code(change->before.effective), false, false);
		csv_put(out, level_code(change->after.effective), false, false);
		csv_put(out, access_limits_csv(seen, &change->before, arena),
			false, false);
		csv_put(out, access_limits_csv(seen, &change->after, arena),
			false, false);
		buf_addc(out, '\n');
	}
}

void changes_write(struct buf *out, enum format format, bool planned,
		   const struct seen *seen, const struct preview *preview,
		   const struct moved *moved, struct arena *arena)
{
	if (format == FORMAT_JSON)
		write_json(out, planned, seen, preview, moved);
	else if (format == FORMAT_CSV)
		write_csv(out, planned, seen, preview, arena);
	else
		write_text(out, seen, preview, moved, arena);
}
