/* diff_write.c: a difference as text, JSON and CSV: one plan in three forms. */
#include "action/workspace/facts_diff.h"

#include <string.h>

#include "access/seen.h"
#include "access/words.h"
#include "action/judge/changes.h"
#include "base/attr.h"
#include "base/csv.h"
#include "base/text.h"

enum { VALUE_CELLS = 60, WHY_CELLS = 120, CELL_BYTES = 1 << 20 };

static const struct { const char *what, *section, *name; } words[DIFF_KINDS] = {
	[DIFF_SETTINGS] = { "setting", "settings", "settings" },
	[DIFF_USERS] = { "user", "users", "users" },
	[DIFF_GROUPS] = { "group", "groups", "groups" },
	[DIFF_MEMBERS] = { "member", "memberships", "memberships" },
	[DIFF_PROVIDERS] = { "provider", "providers", "providers" },
	[DIFF_TOKENS] = { "token", "tokens", "API tokens" },
	[DIFF_ASSETS] = { "asset", "assets", "assets" },
	[DIFF_ACCESS] = { "access", "shares", "shares of assets" },
	[DIFF_PROJECTS] = { "project", "projects", "projects" },
	[DIFF_GRANTS] = { "grant", "grants", "grants" },
	[DIFF_IMPORTS] = { "import", "imports", "imports" },
	[DIFF_OWN] = { "own", "own", "projects' own things" },
};

static const char *const how_words[DIFF_HOWS] = { "add", "change", "remove" };

/* ---- how much -------------------------------------------------------------------- */

const char *facts_diff_text(const struct facts_diff *diff, struct arena *arena)
{
	const char *text = "";
	int kind;

	for (kind = 0; kind < DIFF_KINDS; kind++) {
		const uint64_t *count = diff->count[kind];

		if (count[DIFF_ADD] + count[DIFF_CHANGE] + count[DIFF_REMOVE])
			text = arena_printf(arena, "%s%s: %llu added, %llu "
				"changed, %llu removed; ", text,
				words[kind].name,
				(unsigned long long)count[DIFF_ADD],
				(unsigned long long)count[DIFF_CHANGE],
				(unsigned long long)count[DIFF_REMOVE]);
	}
	return arena_printf(arena, "%spermissions: %llu lost, %llu gained, "
			    "%llu held", text, (unsigned long long)diff->down,
			    (unsigned long long)diff->up,
			    (unsigned long long)diff->held);
}

const char *facts_diff_holds(const struct facts_diff *diff,
			     struct arena *arena)
{
	static const enum diff_kind kinds[] = { DIFF_USERS, DIFF_GROUPS,
		DIFF_MEMBERS, DIFF_ASSETS, DIFF_ACCESS, DIFF_PROJECTS,
		DIFF_GRANTS, DIFF_IMPORTS };
	const char *text = "";

	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		text = arena_printf(arena, "%s%s%llu %s", text, i ? ", " : "",
			(unsigned long long)diff->count[kinds[i]][DIFF_ADD],
			words[kinds[i]].name);
	return text;
}

/* ---- text ------------------------------------------------------------------------ */

/* Codes of closed lists as people read them. */
static const char *label(const struct diff_row *row, const char *text)
{
	enum level level;
	enum role role;
	enum plan plan;

	if (row->kind == DIFF_GRANTS || (row->kind == DIFF_PROJECTS &&
	    row->field && (strcmp(row->field, "workspace") == 0 ||
			   strcmp(row->field, "public_web") == 0)))
		return level_from_code(text, &level) ? level_label(level) :
			text;
	if (row->kind == DIFF_USERS && row->field &&
	    strcmp(row->field, "role") == 0)
		return role_from_code(text, &role) ? role_label(role) : text;
	if (row->kind == DIFF_SETTINGS && strcmp(row->field, "plan") == 0)
		return plan_from_code(text, &plan) ? plan_label(plan) : text;
	return text;
}

static void value(struct buf *out, const struct diff_row *row,
		  const char *text)
{
	if (text)
		text_cut(out, label(row, text), VALUE_CELLS);
	else
		buf_adds(out, "nothing");
}

/* "Bob Stein (u-bob)": names may be the same. */
static void named(struct buf *out, const char *name, const char *id)
{
	if (name && *name && strcmp(name, id) != 0) {
		text_cut(out, name, VALUE_CELLS);
		buf_adds(out, " (");
		text_cut(out, id, VALUE_CELLS);
		buf_addc(out, ')');
	} else {
		text_cut(out, id, VALUE_CELLS);
	}
}

static void change_text(struct buf *out, const struct diff_row *row)
{
	value(out, row, row->before);
	buf_adds(out, " -> ");
	value(out, row, row->after);
}

static void row_line(struct buf *out, const struct diff_row *row)
{
	const char *only = row->before ? row->before : row->after;

	buf_printf(out, "%-8s %-6s ", words[row->kind].what,
		   how_words[row->how]);
	if (row->kind == DIFF_SETTINGS) {
		buf_printf(out, "%s: ", row->field);
		change_text(out, row);
	} else {
		named(out, row->name, row->id);
		if (row->field)
			buf_adds(out, ": ");
		if (row->other)
			named(out, row->other, row->field);
		else if (row->field)
			text_cut(out, row->field, VALUE_CELLS);
		if (row->how == DIFF_CHANGE && (row->before || row->after)) {
			buf_addc(out, ' ');
			change_text(out, row);
		} else if (only && (!row->other || row->kind == DIFF_GRANTS)) {
			buf_adds(out, row->field ? " " : ": ");
			value(out, row, only);
		}
	}
	buf_addc(out, '\n');
}

static const char *user_name(const struct facts_diff *diff, uint32_t user)
{
	const struct diff_thing *one;

	if (user == ANYONE)
		return "anybody with the link";
	one = &diff->users.v[user];
	return one->after == NOBODY ? facts_user_name(diff->before, one->before)
		: facts_user_name(diff->after, one->after);
}

static const char *project_title(const struct facts_diff *diff, uint32_t at)
{
	const struct diff_thing *one = &diff->projects.v[at];

	return one->after == NOBODY ?
		diff->before->projects[one->before].title :
		diff->after->projects[one->after].title;
}

static void answers(const struct facts_diff *diff, const struct diff_pair *pair,
		    struct arena *arena, struct answer *before,
		    struct answer *after)
{
	const struct diff_thing *p = &diff->projects.v[pair->project];
	const struct diff_thing anyone = { NULL, ANYONE, ANYONE };
	const struct diff_thing *u = pair->user == ANYONE ? &anyone :
		&diff->users.v[pair->user];

	memset(before, 0, sizeof(*before));
	memset(after, 0, sizeof(*after));
	if (p->before != NOBODY && u->before != NOBODY)
		access_decide(diff->before, u->before, p->before, arena, before);
	if (p->after != NOBODY && u->after != NOBODY)
		access_decide(diff->after, u->after, p->after, arena, after);
}

static void pair_line(struct buf *out, const struct facts_diff *diff,
		      const struct diff_pair *pair)
{
	struct seen seen = seen_everything(diff->after);	/* Admins ask */
	struct arena arena = { 0 };
	struct answer before, after;

	answers(diff, pair, &arena, &before, &after);
	text_cut(out, user_name(diff, pair->user), VALUE_CELLS);
	if (pair->user != ANYONE) {
		buf_adds(out, " (");
		text_cut(out, diff->users.v[pair->user].id, VALUE_CELLS);
		buf_addc(out, ')');
	}
	buf_adds(out, " on ");
	named(out, project_title(diff, pair->project),
	      diff->projects.v[pair->project].id);
	if (before.effective == after.effective)
		buf_printf(out, ": still %s", level_label(after.effective));
	else
		buf_printf(out, ": %s -> %s", level_label(before.effective),
			   level_label(after.effective));
	if (before.granted != after.granted &&
	    before.effective == after.effective)
		buf_printf(out, ", granted %s -> %s",
			   level_label(before.granted),
			   level_label(after.granted));
	if (after.effective < after.granted) {
		buf_adds(out, "; ");
		text_cut(out, access_why(&seen, &after, &arena), WHY_CELLS);
	}
	buf_addc(out, '\n');
	arena_release(&arena);
}

static void more(struct buf *out, const char *least, size_t n,
		 const char *what, const char *how)
{
	if (n)
		buf_printf(out, "and %s%zu more %s%s%s\n", least, n, what,
			   n == 1 ? "" : "s", how);
}

void facts_diff_lines(const struct facts_diff *diff, size_t most,
		      const char *how, struct buf *out)
{
	size_t rows = most && diff->n_rows > most ? most : diff->n_rows;
	size_t pairs = most && diff->n_pairs > most ? most : diff->n_pairs;

	for (size_t i = 0; i < rows; i++)
		row_line(out, &diff->rows[i]);
	more(out, "", diff->n_rows - rows, "row", how);
	for (size_t i = 0; i < pairs; i++)
		pair_line(out, diff, &diff->pairs[i]);
	more(out, diff->complete ? "" : "over ", diff->n_pairs - pairs,
	     "permission", how);
}

/* ---- JSON ------------------------------------------------------------------------ */

static void row_json(struct json *json, const struct diff_row *row)
{
	jsonw_object(json);
	jsonw_kstring(json, "what", words[row->kind].what);
	jsonw_kstring(json, "id", row->id);
	jsonw_kstring(json, "name", row->name);
	jsonw_kstring(json, "change", how_words[row->how]);
	jsonw_kstring(json, "field", row->field);
	jsonw_kstring(json, "before", row->before);
	jsonw_kstring(json, "after", row->after);
	if (row->what) {
		jsonw_kobject(json, "with");
		jsonw_kstring(json, "what", row->what);
		jsonw_kstring(json, "id", row->field);
		jsonw_kstring(json, "name", row->other);
		jsonw_object_end(json);
	}
	jsonw_object_end(json);
}

static void limits_json(struct json *json, const struct facts *facts,
			const char *key, const struct answer *answer)
{
	jsonw_karray(json, key);
	for (uint32_t i = 0; i < answer->n_limits; i++) {
		const struct limit *limit = &answer->limits[i];

		changes_limit(json, limit, limit->asset == NOBODY ? NULL :
			      &facts->assets[limit->asset]);
	}
	jsonw_array_end(json);
}

static void pair_json(struct json *json, const struct facts_diff *diff,
		      const struct diff_pair *pair)
{
	struct arena arena = { 0 };
	struct answer before, after;

	answers(diff, pair, &arena, &before, &after);
	jsonw_object(json);
	jsonw_kstring(json, "user", pair->user == ANYONE ? NULL :
		      diff->users.v[pair->user].id);
	jsonw_kstring(json, "project", diff->projects.v[pair->project].id);
	jsonw_kstring(json, "before", level_code(before.effective));
	jsonw_kstring(json, "after", level_code(after.effective));
	limits_json(json, diff->before, "before_limits", &before);
	limits_json(json, diff->after, "after_limits", &after);
	jsonw_kstring(json, "before_granted", level_code(before.granted));
	jsonw_kstring(json, "after_granted", level_code(after.granted));
	jsonw_object_end(json);
	arena_release(&arena);
}

void facts_diff_counts_json(const struct facts_diff *diff, struct json *json)
{
	jsonw_kobject(json, "counts");
	for (int kind = 0; kind < DIFF_KINDS; kind++) {
		jsonw_kobject(json, words[kind].section);
		for (int how = 0; how < DIFF_HOWS; how++)
			jsonw_kint(json, how_words[how],
				   (int64_t)diff->count[kind][how]);
		jsonw_object_end(json);
	}
	jsonw_object_end(json);
}

void facts_diff_json(const struct facts_diff *diff, struct json *json)
{
	jsonw_karray(json, "rows");
	for (size_t i = 0; i < diff->n_rows; i++)
		row_json(json, &diff->rows[i]);
	jsonw_array_end(json);
	jsonw_karray(json, "changes");
	for (size_t i = 0; i < diff->n_pairs; i++)
		pair_json(json, diff, &diff->pairs[i]);
	jsonw_array_end(json);
	jsonw_kint(json, "up", (int64_t)diff->up);
	jsonw_kint(json, "down", (int64_t)diff->down);
	jsonw_kint(json, "held", (int64_t)diff->held);
	jsonw_kbool(json, "complete", diff->complete);
	facts_diff_counts_json(diff, json);
}

/* ---- CSV ------------------------------------------------------------------------- */

/* Free text: never raw, never run by a spreadsheet. */
static void free_text(struct buf *out, const char *text, struct buf *safe)
{
	buf_reset(safe);
	text_safe(safe, text ? text : "");
	csv_put(out, buf_text(safe), false, true);
}

static const char *way(const struct diff_pair *pair)
{
	return pair->now > pair->was ? "up" : pair->now < pair->was ? "down" :
		"stay";
}

void facts_diff_csv(const struct facts_diff *diff, struct buf *out)
{
	struct buf safe;

	buf_init(&safe, CELL_BYTES);
	buf_adds(out, "what,id,name,change,field,before,after\n");
	for (size_t i = 0; i < diff->n_rows; i++) {
		const struct diff_row *row = &diff->rows[i];

		csv_put(out, words[row->kind].what, true, false);
		csv_put(out, row->id, false, false);
		free_text(out, row->name, &safe);
		csv_put(out, how_words[row->how], false, false);
		csv_put(out, row->field ? row->field : "", false, false);
		free_text(out, row->before, &safe);
		free_text(out, row->after, &safe);
		buf_addc(out, '\n');
	}
	for (size_t i = 0; i < diff->n_pairs; i++) {
		const struct diff_pair *pair = &diff->pairs[i];

		csv_put(out, "pair", true, false);
		csv_put(out, diff->projects.v[pair->project].id, false, false);
		free_text(out, project_title(diff, pair->project), &safe);
		csv_put(out, way(pair), false, false);
		csv_put(out, pair->user == ANYONE ? "" :
			diff->users.v[pair->user].id, false, false);
		csv_put(out, level_code((enum level)pair->was), false, false);
		csv_put(out, level_code((enum level)pair->now), false, false);
		buf_addc(out, '\n');
	}
	buf_release(&safe);
}
