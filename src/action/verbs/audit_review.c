/* audit_review.c: who has what, why and since when: for an access review. */
#include <stdlib.h>
#include <string.h>

#include "access/say.h"
#include "access/words.h"
#include "action/judge/answers.h"
#include "action/undo/grant_since.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/mem.h"
#include "base/text.h"

#define NOTE "What this workspace file says of access at one revision, as computed by " \
	"gatehouse. It is no claim of compliance, and does not know what was changed in " \
	"Hex by other means."
enum { DRAIN_AT = 1 << 18, CELL = 1 << 16, TEXT_ROWS = 500 };

struct review {
	const struct seen *seen;
	struct app *app;
	struct result *out;
	struct since_log since;
	struct json json;
	enum format format;
	uint32_t *mark;			/* project + 1 that a user was listed in */
	uint32_t only;			/* person, or NOBODY */
	uint64_t rows;
};

/* A row: a person, or all whom a workspace or public level reaches. */
struct row {
	const struct answer *answer;	/* of a person; else NULL */
	const struct source *source;
	uint32_t project;
	struct arena *arena;
};

/* ---- one row ----------------------------------------------------------------------------- */

static const char *via_name(const struct review *review, const struct source *source)
{
	return source->via == VIA_GROUP ? seen_group(review->seen, source->group)->name :
		source->owner ? "owner" : "";
}

static const char *via_id(const struct review *review, const struct source *source)
{
	return source->via == VIA_GROUP ? seen_group(review->seen, source->group)->id : "";
}

enum { CELLS = 17, FREE = 1 << 2 | 1 << 6 | 1 << 11 /* free text: names, titles */ };
static const char *const names[CELLS] = { "user_id", "email", "name", "role", "active",
	"project_id", "title", "granted", "effective", "via", "via_id", "via_name",
	"limits", "since_revision", "since_time", "since_by", "since_exact" };

static void fill(const struct review *review, const struct row *row,
		 const char *cells[CELLS])
{
	const struct answer *answer = row->answer;
	uint32_t who = answer ? answer->user : NOBODY;
	const struct fact_user *user = answer ? seen_user(review->seen, who) : NULL;
	const struct fact_project *project = seen_project(review->seen, row->project);
	struct grant_since since = since_of(&review->since, review->seen, row->source,
					    row->project, who);
	char time[CLOCK_TEXT];
	const char *all[CELLS] = {
		user ? user->id : "", user ? user->email : "", user ? user->name : "",
		user ? role_code(user->role) : row->source->via == VIA_PUBLIC ?
			"anonymous" : "everybody",
		!user || user->active ? "true" : "false",
		project->id, project->title,
		level_code(answer ? answer->granted : row->source->level),
		answer ? level_code(answer->effective) : "",
		via_code(row->source->via), via_id(review, row->source),
		via_name(review, row->source),
		answer ? access_limits_csv(review->seen, answer, row->arena) : "",
		arena_printf(row->arena, "%lld", (long long)since.seq), time,
		since.by ? since.by : "", since.exact ? "true" : "false",
	};

	clock_rfc3339(since.time, time);
	all[14] = arena_strdup(row->arena, time);
	memcpy(cells, all, sizeof(all));
}

static void to_csv(struct buf *csv, const char *const *cells)
{
	struct buf safe;
	size_t i;

	for (i = 0; i < CELLS; i++) {
		buf_init(&safe, CELL);
		text_safe(&safe, cells[i]);
		csv_put(csv, buf_text(&safe), i == 0, FREE >> i & 1);
		buf_release(&safe);
	}
	buf_addc(csv, '\n');
}

static void to_json(struct json *json, const char *const *cells)
{
	size_t i;

	jsonw_object(json);
	for (i = 0; i < CELLS; i++) {
		jsonw_key(json, names[i]);
		if (i == 4 || i == 13 || i == 16)
			jsonw_raw(json, cells[i]);
		else
			jsonw_string(json, *cells[i] ? cells[i] : NULL);
	}
	jsonw_object_end(json);
}

static void put(struct review *review, const struct row *row)
{
	struct result *out = review->out;
	const char *cells[CELLS];
	struct buf *stream = review->format == FORMAT_JSON ? &out->json : &out->csv;
	const struct options *opts = review->app->opts;

	fill(review, row, cells);
	review->rows++;
	if (review->format == FORMAT_CSV)
		to_csv(stream, cells);
	else if (review->format == FORMAT_JSON)
		to_json(&review->json, cells);
	else if (out->n_rows < TEXT_ROWS)
		result_cells(out, *cells[1] ? cells[1] : cells[3], cells[6], cells[8][0] ?
			     cells[8] : cells[7], cells[9], cells[11], cells[13],
			     cells[14], cells[15]);
	else
		out->more = true;
	if (opts && opts->drain && stream->len > DRAIN_AT)
		opts->drain(opts->drain_ctx, stream);
}

/* ---- whom a project lets in ---------------------------------------------------------------- */

static const struct source *winner(const struct answer *answer)
{
	uint32_t i;

	for (i = 0; i < answer->n_sources; i++)
		if (answer->sources[i].wins)
			return &answer->sources[i];
	return answer->n_sources ? &answer->sources[0] : NULL;
}

static void person(struct review *review, uint32_t project, uint32_t user,
		   struct arena *arena)
{
	struct answer answer;
	struct row row = { .answer = &answer, .project = project, .arena = arena };

	if (review->mark[user] == project + 1 ||
	    (review->only != NOBODY && review->only != user))
		return;
	review->mark[user] = project + 1;
	access_decide(seen_judged(review->seen), user, project, arena, &answer);
	row.source = winner(&answer);
	if (row.source && answer.granted > LEVEL_NONE)
		put(review, &row);
}

static void everybody(struct review *review, uint32_t project, enum via via, int level,
		      struct arena *arena)
{
	struct source source = { .via = via, .group = NOBODY, .level = (enum level)level };
	struct row row = { .source = &source, .project = project, .arena = arena };

	if (level > LEVEL_NONE)
		put(review, &row);
}

static void one_project(struct review *review, uint32_t number)
{
	const struct fact_project *project = seen_project(review->seen, number);
	struct arena arena = { 0 };
	uint32_t i, k;

	if (review->only != NOBODY) {
		person(review, number, review->only, &arena);
		arena_release(&arena);
		return;
	}
	everybody(review, number, VIA_WORKSPACE, project->workspace, &arena);
	everybody(review, number, VIA_PUBLIC, project->public_web, &arena);
	person(review, number, project->owner, &arena);
	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (!grant->group) {
			person(review, number, grant->who, &arena);
			continue;
		}
		for (k = 0; k < seen_group(review->seen, grant->who)->members.n; k++)
			person(review, number,
			       seen_group(review->seen, grant->who)->members.v[k], &arena);
	}
	arena_release(&arena);
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void head(struct review *review)
{
	struct result *out = review->out;
	size_t i;

	if (review->format == FORMAT_CSV) {
		buf_adds(&out->csv, "# " NOTE "\n");
		for (i = 0; i < CELLS; i++)
			buf_printf(&out->csv, "%s%s", i ? "," : "", names[i]);
		buf_addc(&out->csv, '\n');
	} else if (review->format == FORMAT_JSON) {
		jsonw_begin(&review->json, &out->json);
		jsonw_kstring(&review->json, "note", NOTE);
		jsonw_kint(&review->json, "revision",
			   seen_judged(review->seen)->revision);
		jsonw_karray(&review->json, "rows");
	} else {
		result_columns(out, 8, "email", "PERSON", CELL_CODE, "title", "PROJECT",
			       CELL_TEXT, "effective", "LEVEL", CELL_CODE, "via", "VIA",
			       CELL_CODE, "via_name", "OF", CELL_TEXT, "since_revision",
			       "SINCE", CELL_NUMBER, "since_time", "TIME", CELL_CODE,
			       "since_by", "BY", CELL_CODE);
	}
}

static void tail(struct review *review)
{
	struct result *out = review->out;

	if (review->format == FORMAT_JSON) {
		jsonw_array_end(&review->json);
		jsonw_kbool(&review->json, "complete", true);
		jsonw_object_end(&review->json);
	} else if (review->format == FORMAT_TEXT) {
		out->message = arena_printf(&out->arena, "%llu rows%s.  " NOTE,
			(unsigned long long)review->rows, out->more ?
			", of which the first are shown: --format csv has all" : "");
	}
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct review review = { .app = app, .out = out, .seen = app_seen(app),
		.only = NOBODY, .format = answers_format(app) };
	const char *user = arg_text(self, args, "user");
	const char *project = arg_text(self, args, "project");
	uint32_t number = NOBODY, n, i, *order;

	if ((user && !app_find_user(app, user, &review.only, err)) ||
	    (project && !app_find_project(app, project, &number, err)) ||
	    !since_load(app, &review.since, err))
		return false;
	review.mark = mem_array(seen_n_users(review.seen) + 1u, sizeof(*review.mark));
	order = answers_projects(app, &out->arena, &n);
	head(&review);
	for (i = 0; i < n; i++)
		if (number == NOBODY || order[i] == number)
			one_project(&review, order[i]);
	tail(&review);
	since_release(&review.since);
	free(review.mark);
	return true;
}

const struct action action_audit_review = {
	.noun = "audit", .verb = "review",
	.summary = "List who has what, why and since when, for an access review",
	.help = "A row for each person whom a grant, a group or ownership gives a level on "
		"a project, with the source that wins, what limits it, and the event since "
		"which it stands (since_exact false: then or earlier, for that event made or "
		"replaced the whole workspace).  A workspace or public level is one row of "
		"its project, of everybody; with --user it is that person's.  It is no claim "
		"of compliance.",
	.example = "audit review --format csv",
	.synonyms = "recertification access review attest who has what",
	.params = {
		{ .name = "user", .label = "Person", .type = PARAM_USER, .option = true,
		  .help = "only this person, in every project" },
		{ .name = "project", .label = "Project", .type = PARAM_PROJECT,
		  .option = true, .help = "only this project" },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
