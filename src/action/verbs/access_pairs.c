/* access_pairs.c: everybody in every project, a line each, written while it is found:
 * what is held is a line of people and a chunk of text, however many pairs there are. */
#include <stdlib.h>
#include <string.h>

#include "access/words.h"
#include "action/judge/answers.h"
#include "base/csv.h"
#include "base/mem.h"
#include "base/text.h"

enum { DRAIN_AT = 1 << 18, WIDEST = 40, UNDRAINED = 2000 /* lines */ };

struct pairs {
	struct app *app;
	const struct seen *seen;
	struct result *out;
	struct buf *stream;		/* of the format that was asked for */
	enum format format;
	unsigned levels, limits;	/* bits; 0: any */
	uint32_t *users, n_users;	/* by e-mail */
	struct verdict *verdicts;	/* of all users in a project */
	bool wide;			/* CSV says the names and why, too */
	size_t wide_title, wide_name, wide_mail;	/* wide_mail 0: it is left out */
	uint64_t found;
	bool over;			/* nobody reads any more */
};

/* ---- which of them ---------------------------------------------------------------------- */

static bool is_wanted(const struct pairs *pairs, const struct answer *a)
{
	unsigned limits = 0;
	uint32_t i;

	for (i = 0; i < a->n_limits; i++)
		limits |= 1u << a->limits[i].code;
	return (!pairs->levels || pairs->levels >> a->effective & 1) &&
		(!pairs->limits || pairs->limits & limits);
}

/* The same by the fast engine, which makes no lists. */
static bool may_be(const struct pairs *pairs, uint32_t user)
{
	const struct verdict *v = &pairs->verdicts[user];
	enum role role = seen_user(pairs->seen, user)->role;
	unsigned limits = 0;

	if (pairs->levels && !(pairs->levels >> v->effective & 1))
		return false;
	if (v->role_cap)
		limits |= 1u << (role == ROLE_VIEWER ? REASON_ROLE_CAP_VIEWER :
				 REASON_ROLE_CAP_EXPLORER);
	if (v->asset_cap)
		limits |= 1u << REASON_ASSET_MISSING;
	if (v->state_cap)
		limits |= 1u << REASON_STATE_READ_ONLY;
	return !pairs->limits || pairs->limits & limits;
}

/* ---- a line ------------------------------------------------------------------------------ */

static void padded(struct buf *out, const char *text, size_t width)
{
	struct buf safe;
	size_t n;

	buf_init(&safe, 1 << 16);
	text_safe(&safe, text);
	buf_adds(out, buf_text(&safe));
	for (n = text_width(buf_text(&safe)); n < width; n++)
		buf_addc(out, ' ');
	buf_adds(out, "  ");
	buf_release(&safe);
}

static const char *name_of(const struct pairs *pairs, uint32_t user)
{
	return user == ANYONE ? "anybody with the link" :
		seen_user_label(pairs->seen, user);
}

static void text_line(struct pairs *pairs, const struct answer *a, struct arena *arena)
{
	struct buf *out = pairs->stream;

	padded(out, seen_project_label(pairs->seen, a->project), pairs->wide_title);
	padded(out, name_of(pairs, a->user), pairs->wide_name);
	if (pairs->wide_mail)
		padded(out, a->user == ANYONE ? "" :
		       seen_user(pairs->seen, a->user)->email, pairs->wide_mail);
	text_safe(out, access_line(pairs->seen, a, arena));
	buf_addc(out, '\n');
}

static void json_line(struct pairs *pairs, const struct answer *a, struct arena *arena)
{
	struct json json;

	jsonw_begin(&json, pairs->stream);
	jsonw_kstring(&json, "project", seen_project(pairs->seen, a->project)->id);
	access_answer_json(&json, pairs->seen, a, false, arena);
	jsonw_kstring(&json, "title", seen_project(pairs->seen, a->project)->title);
	jsonw_kstring(&json, "name", a->user == ANYONE ? NULL :
		      seen_user_name(pairs->seen, a->user));
	jsonw_object_end(&json);
	buf_addc(pairs->stream, '\n');
}

static void free_text(struct buf *out, const char *text)
{
	struct buf safe;

	buf_init(&safe, 1 << 20);
	text_safe(&safe, text);
	csv_put(out, buf_text(&safe), false, true);
	buf_release(&safe);
}

/* The columns of INTERFACES 3, then the names and why where they are wanted. */
static void csv_line(struct pairs *pairs, const struct answer *a, struct arena *arena)
{
	struct buf *out = pairs->stream;

	answers_csv_fields(out, pairs->seen, a, arena);
	if (pairs->wide) {
		free_text(out, seen_project(pairs->seen, a->project)->title);
		free_text(out, a->user == ANYONE ? "" : seen_user_name(pairs->seen, a->user));
		free_text(out, access_why(pairs->seen, a, arena));
	}
	buf_addc(out, '\n');
}

static bool drains(const struct pairs *pairs)
{
	return pairs->app->opts && pairs->app->opts->drain;
}

static void drained(struct pairs *pairs, size_t at)
{
	const struct options *opts = pairs->app->opts;

	if (drains(pairs) && pairs->stream->len > at)
		pairs->over = !opts->drain(opts->drain_ctx, pairs->stream);
}

/* Where nobody takes what was written, the first lines are shown. */
static bool is_full(const struct pairs *pairs)
{
	return pairs->found > UNDRAINED && !drains(pairs);
}

static void one(struct pairs *pairs, uint32_t user, uint32_t project)
{
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(seen_judged(pairs->seen), user, project, &arena, &answer);
	pairs->found += is_wanted(pairs, &answer);
	if (!is_wanted(pairs, &answer) || is_full(pairs))
		goto done;
	if (pairs->format == FORMAT_JSON)
		json_line(pairs, &answer, &arena);
	else if (pairs->format == FORMAT_CSV)
		csv_line(pairs, &answer, &arena);
	else
		text_line(pairs, &answer, &arena);
	drained(pairs, DRAIN_AT);
done:
	arena_release(&arena);
}

/* ---- all of them -------------------------------------------------------------------------- */

static void one_project(struct pairs *pairs, uint32_t project)
{
	const struct facts *facts = seen_judged(pairs->seen);
	uint32_t i;

	access_of_project(facts, project, pairs->verdicts);
	for (i = 0; i < pairs->n_users && !pairs->over; i++)
		if (may_be(pairs, pairs->users[i]))
			one(pairs, pairs->users[i], project);
	if (!pairs->over && access_has_anonymous(facts, project))
		one(pairs, ANYONE, project);
}

/* ---- begin and end ------------------------------------------------------------------------ */

static size_t wider(size_t width, const char *text)
{
	size_t n = text_width(text);

	return n > width && n <= WIDEST ? n : width;
}

static void prepare(struct pairs *pairs, const uint32_t *projects, uint32_t n)
{
	uint32_t i;

	pairs->users = answers_users(pairs->app, &pairs->out->arena, &pairs->n_users);
	pairs->verdicts = mem_array(seen_n_users(pairs->seen) + 1u,
				    sizeof(*pairs->verdicts));
	if (pairs->format == FORMAT_CSV)
		buf_printf(pairs->stream, "%.*s%s\n", (int)strlen(ANSWERS_CSV_HEAD) - 1,
			   ANSWERS_CSV_HEAD, pairs->wide ? ",title,name,why" : "");
	if (pairs->format != FORMAT_TEXT)
		return;
	for (i = 0; i < pairs->n_users; i++) {
		pairs->wide_name = wider(pairs->wide_name,
					 name_of(pairs, pairs->users[i]));
		if (drains(pairs))	/* a screen has no room for it beside why */
			pairs->wide_mail = wider(pairs->wide_mail, seen_user(
					pairs->seen, pairs->users[i])->email);
	}
	for (i = 0; i < n; i++)
		pairs->wide_title = wider(pairs->wide_title,
					  seen_project_label(pairs->seen, projects[i]));
}

static void finish(struct pairs *pairs)
{
	struct result *out = pairs->out;
	const char *last = arena_printf(&out->arena, "%llu pair%s of a person and a "
					"project.", (unsigned long long)pairs->found,
					pairs->found == 1 ? "" : "s");

	if (is_full(pairs)) {
		out->more = true;
		last = arena_printf(&out->arena, "%s The first %d are shown: take a "
				    "level or a limit, or write all to a file.", last,
				    UNDRAINED);
	}
	if (!drains(pairs)) {
		out->message = last;
		return;
	}
	if (pairs->format == FORMAT_TEXT)
		buf_printf(pairs->stream, "%s\n", last);
	if (!pairs->over)
		drained(pairs, 0);
	out->told = true;
}

static bool read_filters(const struct action *self, const struct args *args,
			 struct pairs *pairs)
{
	enum reason reason;
	enum level level;
	size_t i;

	for (i = 0; i < arg_count(self, args, "level"); i++) {
		if (!level_parse(arg_at(self, args, "level", i), &level))
			return false;
		pairs->levels |= 1u << level;
	}
	for (i = 0; i < arg_count(self, args, "limits"); i++) {
		if (!reason_find(arg_at(self, args, "limits", i), &reason))
			return false;
		pairs->limits |= 1u << reason;
	}
	return true;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct pairs pairs = { .app = app, .seen = app_seen(app), .out = out,
			       .format = answers_format(app) };
	uint32_t n, i, *projects;

	if (!answers_needs_admin(app, "every pair of the workspace", err))
		return false;
	if (!read_filters(self, args, &pairs))
		return error_set(err, ERROR_INVALID, "BAD_VALUE",
				 "there is no such level or limit");
	pairs.wide = arg_count(self, args, "wide");
	pairs.stream = pairs.format == FORMAT_JSON ? &out->json :
		pairs.format == FORMAT_CSV ? &out->csv : &out->text;
	projects = answers_projects(app, &out->arena, &n);
	prepare(&pairs, projects, n);
	for (i = 0; i < n && !pairs.over; i++)
		one_project(&pairs, projects[i]);
	finish(&pairs);
	free(pairs.verdicts);
	return true;
}

static const char *const codes[] = { "ROLE_CAP_VIEWER", "ROLE_CAP_EXPLORER",
	"ASSET_MISSING", "STATE_READ_ONLY", NULL };

const struct action action_access_pairs = {
	.noun = "access", .verb = "pairs",
	.summary = "List everybody in every project, a line each",
	.help = "One export of everything: what access project says, of all projects, in "
		"the order of their ids. It is written while it is found, of any size; as "
		"JSON it is an object a line. The columns of CSV are those of access project; "
		"--wide has title, name and why after them. Without a filter it has a line for "
		"everybody in every project, also for those without access.",
	.example = "access pairs --level can_edit --level full_access --format csv",
	.synonyms = "export dump all everything matrix who has access",
	.params = {
		{ .name = "level", .label = "Level", .type = PARAM_LEVEL_NONE,
		  .help = "only who ends at this level (repeatable)",
		  .option = true, .many = true },
		{ .name = "limits", .label = "Held by", .type = PARAM_CHOICE,
		  .help = "only who is held by this (repeatable)",
		  .option = true, .many = true, .choices = codes },
		{ .name = "wide", .label = "Names and why", .type = PARAM_FLAG,
		  .help = "as CSV also title, name and why, after the other columns",
		  .option = true },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
