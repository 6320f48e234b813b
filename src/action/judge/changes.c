/* changes.c: who loses, who gains, who is held. */
#include "action/judge/changes.h"

#include <inttypes.h>

#include "access/preview.h"
#include "access/words.h"
#include "action/judge/moved.h"
#include "base/csv.h"
#include "base/text.h"
#include "model/kind.h"

void changes_limit(struct json *json, const struct limit *limit,
		   const struct fact_asset *asset)
{
	jsonw_object(json);
	jsonw_kstring(json, "code", reason_code(limit->code));
	jsonw_kstring(json, "cap", level_code(limit->cap));
	if (asset) {
		jsonw_kstring(json, "kind", kind_at(asset->kind)->code);
		jsonw_kstring(json, "id", *asset->id ? asset->id : NULL);
		jsonw_kstring(json, "name", *asset->id ? asset->name : NULL);
	}
	jsonw_object_end(json);
}

static void limits_json(struct json *json, const struct seen *seen,
			const char *key, const struct answer *answer)
{
	uint32_t i;

	jsonw_karray(json, key);
	for (i = 0; i < answer->n_limits; i++) {
		const struct limit *limit = &answer->limits[i];

		changes_limit(json, limit, limit->asset == NOBODY ? NULL :
			      seen_limit_asset(seen, answer, limit));
	}
	jsonw_array_end(json);
}

/* NULL: it has none yet. */
static const char *project_id(const struct changes *self, const struct seen *seen,
			      const struct change *change)
{
	return self->planned && change->project >= self->made ? NULL :
	       seen_project(seen, change->project)->id;
}

static const char *user_id(const struct seen *seen, const struct change *change)
{
	return change->user == ANYONE ? NULL : seen_user(seen, change->user)->id;
}

static void add_json(struct changes *self, const struct seen *seen,
		     const struct change *change)
{
	struct json *json = &self->json;
	const struct answer *before = &change->before, *after = &change->after;

	jsonw_object(json);
	jsonw_kstring(json, "user", user_id(seen, change));
	jsonw_kstring(json, "project", project_id(self, seen, change));
	jsonw_kstring(json, "before", level_code(before->effective));
	jsonw_kstring(json, "after", level_code(after->effective));
	limits_json(json, seen, "before_limits", before);
	limits_json(json, seen, "after_limits", after);
	jsonw_kstring(json, "before_granted", level_code(before->granted));
	jsonw_kstring(json, "after_granted", level_code(after->granted));
	jsonw_object_end(json);
}

static void end_json(struct json *json, const struct seen *seen,
		     const struct preview *preview, const struct moved *moved)
{
	jsonw_array_end(json);
	jsonw_kint(json, "up", (int64_t)preview->up);
	jsonw_kint(json, "down", (int64_t)preview->down);
	jsonw_kint(json, "held", (int64_t)preview->held);
	jsonw_kbool(json, "complete", seen->people);
	moved_json(json, seen, moved);
	jsonw_object_end(json);
}

static void warnings_json(struct json *json, const struct result *result)
{
	size_t i;

	jsonw_karray(json, "warnings");
	for (i = 0; i < result->n_warnings; i++) {
		jsonw_object(json);
		jsonw_kstring(json, "code", result->warnings[i].code);
		jsonw_kstring(json, "text", result->warnings[i].text);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

void changes_document(struct buf *out, const struct result *result, bool done)
{
	struct json json;

	jsonw_init(&json, out, 0);
	if (result->changes.len) {	/* its last byte is the closing brace */
		buf_add(out, result->changes.data, result->changes.len - 1);
		jsonw_resume(&json, result->changes.len > 2);
	} else {
		jsonw_object(&json);
	}
	jsonw_kstring(&json, "message", result->message);
	if (done) {
		jsonw_key(&json, "event");
		if (result->event)
			jsonw_int(&json, result->event);
		else
			jsonw_null(&json);
	}
	warnings_json(&json, result);
	if (result->rows.len)	/* its members, without the braces around them */
		jsonw_raw_members(&json, result->rows.data + 1, result->rows.len - 2);
	if (result->checks.len) {
		jsonw_key(&json, "checks");
		jsonw_raw(&json, buf_text(&result->checks));
	}
	jsonw_object_end(&json);
}

enum { NAME_COLS = 40, TOLD_COLS = 120, DRAIN_AT = 64 * 1024 };

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
	else if (change_way(change) == WAY_HELD)
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
	return seen_twin(seen, OF_PROJECT, change->project) ||
	       (change->user != ANYONE && seen_twin(seen, OF_USER, change->user));
}

static void write_text(struct changes *self, const struct seen *seen,
		       const struct preview *preview, const struct moved *moved,
		       struct arena *arena)
{
	size_t rights = !self->opts->few || moved->n <= CHANGES_LISTED ? moved->n :
		CHANGES_LISTED;
	struct buf *out = self->out;
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
	for (i = 0; i < rights; i++)
		buf_printf(out, "%s\n", moved_text(seen, &moved->v[i], arena));
	if (preview->n < preview->total || rights < moved->n)
		buf_printf(out, "... and %" PRIu64 " more (--all shows them)\n",
			   preview->total - preview->n + (moved->n - rights));
}

static void add_csv(struct changes *self, const struct seen *seen,
		    const struct change *change, struct arena *arena)
{
	const char *user = user_id(seen, change);
	const char *project = project_id(self, seen, change);
	struct buf *out = self->out;

	csv_put(out, user ? user : "", true, false);
	csv_put(out, project ? project : "", false, false);
	csv_put(out, level_code(change->before.effective), false, false);
	csv_put(out, level_code(change->after.effective), false, false);
	csv_put(out, access_limits_csv(seen, &change->before, arena), false,
		false);
	csv_put(out, access_limits_csv(seen, &change->after, arena), false,
		false);
	buf_addc(out, '\n');
}

uint32_t changes_listed(const struct options *opts)
{
	return opts && opts->few ? CHANGES_LISTED : PREVIEW_ALL;
}

void changes_begin(struct changes *self, struct buf *out,
		   const struct options *opts, uint32_t made)
{
	*self = (struct changes){ .out = out, .opts = opts, .made = made,
				  .planned = opts->dry_run || opts->preview };
	if (opts->format == FORMAT_JSON) {
		jsonw_begin(&self->json, out);
		jsonw_karray(&self->json, "changes");
	} else if (opts->format == FORMAT_CSV) {
		buf_adds(out, "user_id,project_id,before,after,before_limits,"
			 "after_limits\n");
	}
}

void changes_add(struct changes *self, const struct seen *seen,
		 const struct change *change, struct arena *arena)
{
	if (self->opts->format == FORMAT_JSON)
		add_json(self, seen, change);
	else if (self->opts->format == FORMAT_CSV)
		add_csv(self, seen, change, arena);
	if (self->planned && self->opts->drain && self->out->len > DRAIN_AT)
		self->opts->drain(self->opts->drain_ctx, self->out);
}

void changes_end(struct changes *self, const struct seen *seen,
		 const struct preview *preview, const struct moved *moved,
		 struct arena *arena)
{
	if (self->opts->format == FORMAT_JSON)
		end_json(&self->json, seen, preview, moved);
	else if (self->opts->format == FORMAT_TEXT)
		write_text(self, seen, preview, moved, arena);
}
