/* access_explain.c: why somebody has the level he has, and how to change it. */
#include "access/ladder.h"
#include "access/words.h"
#include "action/judge/answers.h"
#include "action/run/explain.h"
#include "action/undo/pair_past.h"
#include "action/undo/pair_rows.h"
#include "base/clock.h"
#include "base/text.h"

enum { TEXT_LIMIT = 1 << 20 };

struct explained {
	const struct seen *seen;
	struct result *out;
	struct answer answer;
	struct fix_list fixes;
	struct source *near;
	uint32_t n_near;
	struct pair_past *past;		/* walked until it is known since when; or NULL */
};

static void default_json(struct json *json, const struct explained *x)
{
	uint32_t asset = seen_workspace(x->seen).default_asset;

	jsonw_key(json, "default_connection");
	if (!sees_asset(x->seen, asset)) {
		jsonw_null(json);
		return;
	}
	jsonw_object(json);
	jsonw_kstring(json, "id", seen_asset(x->seen, asset)->id);
	jsonw_kbool(json, "usable",
		   access_asset(seen_judged(x->seen), x->answer.user, asset) &&
		   x->answer.effective >= LEVEL_CAN_EDIT);
	jsonw_object_end(json);
}

/* null: it is not for these eyes, or on what-if. */
static void since_json(struct json *json, const struct explained *x)
{
	const struct pair_change *since = x->past ? pair_past_since(x->past) : NULL;
	const struct pair_change *one = since || !x->past ? since :
		pair_past_last(x->past);
	char at[CLOCK_TEXT];
	int64_t seq;

	jsonw_key(json, "since");
	if (!one || !one->told) {
		jsonw_null(json);
		return;
	}
	clock_rfc3339(one->time, at);
	jsonw_object(json);
	jsonw_kint(json, "event", one->seq);
	jsonw_kstring(json, "at", at);
	jsonw_kstring(json, "by", one->by);
	jsonw_kstring(json, "words", since ? since->words :
		      pair_past_words(x->past, &x->out->arena, &seq));
	jsonw_kbool(json, "exact", since != NULL);
	jsonw_object_end(json);
}

static void as_json(const struct explained *x)
{
	const struct fact_project *project =
		seen_project(x->seen, x->answer.project);
	struct json json;

	jsonw_begin(&json, &x->out->json);
	access_answer_json(&json, x->seen, &x->answer, false, &x->out->arena);
	fix_near_json(&json, seen_judged(x->seen), x->near, x->n_near);
	fix_list_json(&json, seen_judged(x->seen), &x->fixes);
	default_json(&json, x);
	since_json(&json, x);
	jsonw_kobject(&json, "project");
	jsonw_kstring(&json, "id", project->id);
	jsonw_kstring(&json, "title", project->title);
	jsonw_object_end(&json);
	jsonw_kint(&json, "revision", seen_workspace(x->seen).revision);
	jsonw_kbool(&json, "complete", true);
	jsonw_object_end(&json);
}

static const char *source_name(const struct explained *x,
			       const struct source *source)
{
	if (source->via == VIA_GROUP)
		return arena_printf(&x->out->arena, "group %s",
				    seen_group_label(x->seen, source->group));
	if (source->owner)
		return "owner";
	return via_code(source->via);
}

static void source_rows(const struct explained *x)
{
	const struct answer *a = &x->answer;
	uint32_t i;

	for (i = 0; i < a->n_sources; i++)
		result_cells(x->out, "source", source_name(x, &a->sources[i]),
			     level_code(a->sources[i].level),
			     a->sources[i].wins ? "wins" : NULL);
	for (i = 0; i < a->n_blocked; i++)
		result_cells(x->out, "blocked", source_name(x, &a->blocked[i]),
			     level_code(a->blocked[i].level),
			     reason_code(a->blocked[i].blocked));
	for (i = 0; i < a->n_limits; i++) {
		const struct limit *limit = &a->limits[i];

		result_cells(x->out, "limit",
			     limit->asset == NOBODY ? role_label(a->role) :
			     seen_limit_asset(x->seen, a, limit)->name,
			     level_code(limit->cap), reason_code(limit->code));
	}
	for (i = 0; i < x->n_near; i++)
		result_cells(x->out, "near miss", source_name(x, &x->near[i]),
			     level_code(x->near[i].level), "not a member");
}

static void as_rows(const struct explained *x)
{
	struct arena *arena = &x->out->arena;
	size_t i;

	result_columns(x->out, 4, "what", "WHAT", CELL_CODE,
		       "name", "NAME", CELL_TEXT, "level", "LEVEL", CELL_CODE,
		       "note", "NOTE", CELL_TEXT);
	source_rows(x);
	result_cells(x->out, "result", reason_code(x->answer.reason),
		     level_code(x->answer.effective), NULL);
	for (i = 0; i < x->fixes.n; i++) {
		const struct fix_offer *fix = &x->fixes.v[i];
		const char *also = fix_side_effects(fix, arena);
		const char *command = fix_command(seen_judged(x->seen), &x->fixes, fix,
						  arena);

		result_cells(x->out, "fix", fix->text,
			     level_code(x->fixes.want),
			     arena_printf(arena, "%s%s%s%s%s", *command ? command :
					  fix->ask, *also ? " (" : "", also,
					  *also ? ")" : "", fix->n_steps == 1 ?
					  arena_printf(arena, " key %s",
						       fix->key) : ""));
	}
}

/* Groups that the subject may not see are not named; and whom a project is shared
 * with is not told to who has App Only. */
static void see_near(const struct app *app, struct explained *x)
{
	bool sharing = sees_project(app_seen(app), x->answer.project) == SIGHT_ALL;
	uint32_t i, kept = 0;

	for (i = 0; i < x->n_near && sharing; i++)
		if (sees_group(app_seen(app), x->near[i].group))
			x->near[kept++] = x->near[i];
	x->n_near = kept;
}

static void as_text(struct app *app, const struct explained *x)
{
	const char *since;
	int64_t seq;
	uint32_t i;

	explain_text(app, &x->answer, &x->fixes, &x->out->text);
	since = x->past ? pair_past_words(x->past, &x->out->arena, &seq) : NULL;
	if (since) {
		buf_adds(&x->out->text, "Since      ");
		text_safe(&x->out->text, since + sizeof("Since"));
		buf_addc(&x->out->text, '\n');
	}
	for (i = 0; i < x->n_near && x->answer.n_sources; i++) {
		buf_adds(&x->out->text, i ? "           " : "Near       ");
		text_safe(&x->out->text, source_name(x, &x->near[i]));
		buf_printf(&x->out->text, ", %s: not a member\n",
			   level_label(x->near[i].level));
	}
}

static void as_svg(const struct explained *x)
{
	struct arena *arena = &x->out->arena;
	struct ladder ladder;
	struct buf title, sentence;

	buf_init(&title, TEXT_LIMIT);
	buf_init(&sentence, TEXT_LIMIT);
	text_safe(&title, x->answer.user == ANYONE ? "anyone (web)" :
		  seen_user_label(x->seen, x->answer.user));
	buf_adds(&title, " on ");
	text_safe(&title, seen_project_label(x->seen, x->answer.project));
	text_safe(&sentence, access_brief(x->seen, &x->answer, arena));
	ladder_make(x->seen, &x->answer, arena, &ladder);
	ladder_svg(&ladder, buf_text(&title), buf_text(&sentence),
		   &x->out->text);
	buf_release(&title);
	buf_release(&sentence);
}

/* Texts of their own, beside the three forms of an answer. */
static bool one_form(const struct app *app, bool reply, bool svg, bool past,
		     struct error *err)
{
	if (reply + svg + past > 1)
		error_set(err, ERROR_INVALID, NULL,
			  "--reply, --svg and --past exclude each other");
	else if ((reply || svg) && answers_format(app) != FORMAT_TEXT)
		error_set(err, ERROR_INVALID, "format",
			  "--reply and --svg have no other format");
	else
		return true;
	return error_remedy(err, "leave one of them out");
}

static bool look_since(struct app *app, struct explained *x, struct error *err)
{
	x->past = pair_past_begin(app, x->answer.user, x->answer.project);
	if (!x->past || pair_past_find(x->past, err))
		return true;
	pair_past_end(x->past);
	return false;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct explained x = { .seen = app_seen(app), .out = out };

	bool reply = arg_text(self, args, "reply") != NULL;
	bool svg = arg_text(self, args, "svg") != NULL;
	bool past = arg_text(self, args, "past") != NULL;

	if (!one_form(app, reply, svg, past, err) ||
	    !answers_ask(self, app, args, out, &x.answer, err))
		return false;
	if (past)
		return pair_rows(app, x.answer.user, x.answer.project, out, err);
	access_near_misses(seen_judged(x.seen), x.answer.user, x.answer.project,
			   &out->arena, &x.near, &x.n_near);
	see_near(app, &x);
	if (!reply && !svg && answers_format(app) != FORMAT_CSV &&
	    !look_since(app, &x, err))
		return false;
	fix_list_find(app, &x.answer, reply ? explain_wanted(&x.answer) :
		      LEVEL_NONE, NULL, &out->arena, &x.fixes);
	if (reply)
		out->message = explain_reply(app, &x.answer, &x.fixes,
					     &out->arena);
	else if (svg)
		as_svg(&x);
	else if (answers_format(app) == FORMAT_JSON)
		as_json(&x);
	else if (answers_format(app) == FORMAT_CSV)
		as_rows(&x);
	else
		as_text(app, &x);
	pair_past_end(x.past);
	return true;
}

const struct action action_access_explain = {
	.noun = "access", .verb = "explain",
	.summary = "Explain what a person can do in a project, with fixes",
	.help = "One drawing: a line for each source with its dot at the level it "
		"gives, a line for each limit with its arrow down to where it "
		"holds, and where it ends. Then what that lets the person do, "
		"and the changes that would lift the limits, each tried on the "
		"engine; then since which event the level is what it is, and who "
		"did it (JSON: since, null where the event may not be read; exact "
		"false: since then or earlier, as nothing is known before it). "
		"--reply says it as a paragraph for whoever asked, with "
		"whom to ask for what; --svg draws it as a picture. --past lists, "
		"newest first, every event that changed what the person has there, "
		"with what it was from then on; the last row is the first event of "
		"which anything is known. It is for Admins.",
	.example = "access explain bob@acme.example p-rev --format json",
	.synonyms = "why reason fixes since when past",
	.params = {
		ANSWERS_PARAM_USER,
		PARAM_THE_PROJECT("id or title"),
		{ .name = "reply", .label = "Reply", .type = PARAM_FLAG,
		  .help = "as a paragraph for whoever asked",
		  .option = true, .typed = true },
		{ .name = "past", .label = "Past", .type = PARAM_FLAG,
		  .help = "what it was before, and by which events it changed",
		  .option = true, .typed = true },
		{ .name = "svg", .label = "SVG", .type = PARAM_FLAG,
		  .help = "as a picture, on standard output",
		  .option = true, .typed = true },
	},
	.flags = ACTION_ROWS,
	.run = run,
};
