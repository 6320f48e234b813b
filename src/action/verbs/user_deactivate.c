/* user_deactivate.c: a person leaves; what they own may be handed over. */
#include <string.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/core/write_file.h"
#include "action/judge/may.h"
#include "action/judge/people_shown.h"
#include "action/judge/warn.h"
#include "action/workspace/leavers.h"
#include "action/workspace/leaving.h"
#include "base/path_find.h"

enum { SAID = 6 };

static bool owns(const struct facts *facts, uint32_t project, uint32_t user)
{
	return !facts->projects[project].gone &&
	       facts->projects[project].owner == user;
}

/* ---- heirs ------------------------------------------------------------------------------- */

static bool is_heir(struct edit_plan *plan, const char *param, uint32_t user, uint32_t heir,
		    struct error *err)
{
	if (heir != user && plan->app->facts.users[heir].active)
		return true;
	error_set(err, ERROR_INVALID, NULL, heir == user ? "whoever leaves cannot take the "
		  "projects over" : "%s is deactivated and takes nothing over",
		  plan_word(plan, OF_USER, heir));
	return error_field(err, "%s", param);
}

/* "Revenue model=dana@acme.example": the last sign parts them, as no address has one. */
static bool one_heir(struct edit_plan *plan, uint32_t user, const char *text, uint32_t *heirs,
		     struct error *err)
{
	const char *sign = strrchr(text, '=');
	uint32_t project, heir;

	if (!sign || sign == text || !sign[1]) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", "%.60s names no project and its "
			  "heir", text);
		error_field(err, "heir");
		return error_remedy(err, "say PROJECT=PERSON");
	}
	if (!app_find_project(plan->app, arena_strndup(plan->arena, text,
			      (size_t)(sign - text)), &project, err) ||
	    !app_find_user(plan->app, sign + 1, &heir, err))
		return error_field(err, "heir");
	if (!owns(&plan->app->facts, project, user)) {
		error_set(err, ERROR_INVALID, "NOT_THE_OWNER", "%s is not of %s",
			  plan_word(plan, OF_PROJECT, project),
			  plan_word(plan, OF_USER, user));
		return error_field(err, "heir");
	}
	if (heirs[project] != NOBODY && heirs[project] != heir) {
		error_set(err, ERROR_INVALID, "TWICE", "%s has two heirs",
			  plan_word(plan, OF_PROJECT, project));
		return error_field(err, "heir");
	}
	heirs[project] = heir;
	return is_heir(plan, "heir", user, heir, err);
}

/* By project: who is named for it, else who takes all. */
static bool heirs_of(struct edit_plan *plan, uint32_t user, uint32_t **out, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t *heirs = arena_array(plan->arena, facts->n_projects + 1u, sizeof(*heirs));
	uint32_t all = NOBODY, p;
	size_t i;

	for (p = 0; p < facts->n_projects; p++)
		heirs[p] = NOBODY;
	*out = heirs;
	for (i = 0; i < plan_count(plan, "heir"); i++)
		if (!one_heir(plan, user, arg_at(plan->action, plan->args, "heir", i), heirs,
			      err))
			return false;
	if (!plan_count(plan, "transfer-to"))
		return true;
	if (!plan_user_at(plan, "transfer-to", 0, &all, err) ||
	    !is_heir(plan, "transfer-to", user, all, err))
		return false;
	for (p = 0; p < facts->n_projects; p++)
		if (owns(facts, p, user) && heirs[p] == NOBODY)
			heirs[p] = all;
	return true;
}

/* Each under the rules of a transfer. */
static bool hand_over(struct edit_plan *plan, uint32_t user, const uint32_t *heirs,
		      struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_PROJECT_OWNER);
	struct edit keep = edit_of(EDIT_GRANT_USER);
	uint32_t i;

	for (i = 0; i < facts->n_projects; i++) {
		if (heirs[i] == NOBODY)
			continue;
		if (!may_own(plan, i, heirs[i], err))
			return false;
		edit.project = keep.project = i;
		edit.user = heirs[i];
		keep.user = user;
		keep.value = LEVEL_FULL_ACCESS;
		plan_edit(plan, edit);
		plan_edit(plan, keep);
	}
	return true;
}

/* "Churn model and Revenue forecast": all of this heir from this project on. */
static const char *of_heir(struct edit_plan *plan, const uint32_t *heirs, uint32_t from)
{
	struct words words;
	uint32_t i;

	words_init(&words, SAID);
	for (i = from; i < plan->app->facts.n_projects; i++)
		if (heirs[i] == heirs[from])
			words_add(&words, plan_word(plan, OF_PROJECT, i));
	return words_done(&words, plan->arena);
}

static bool is_first(const uint32_t *heirs, uint32_t project)
{
	uint32_t i = 0;

	while (i < project && heirs[i] != heirs[project])
		i++;
	return i == project;
}

/* " Handed over to Nina Kowalski: Churn model; to Amir Haddad: Revenue forecast." Each
 * heir is named. */
static const char *handed(struct edit_plan *plan, const uint32_t *heirs)
{
	const char *text = "";
	uint32_t i;

	for (i = 0; i < plan->app->facts.n_projects; i++)
		if (heirs[i] != NOBODY && is_first(heirs, i))
			text = arena_printf(plan->arena, "%s%s to %s: %s", text,
				*text ? ";" : " Handed over",
				plan_word(plan, OF_USER, heirs[i]),
				of_heir(plan, heirs, i));
	return *text ? arena_printf(plan->arena, "%s.", text) : "";
}

/* ---- the plan ------------------------------------------------------------------------------ */

/* Of the last n rows; there: they were active until now.  That the name is taken is said
 * before anything is done. */
static bool report_on(struct edit_plan *plan, uint32_t user, bool there, size_t n,
		      struct error *err)
{
	const struct fact_user *one = &plan->app->facts.users[user];
	const char *path = plan_text(plan, "report");
	struct plan_report report;

	if (!path || !*path)
		return true;
	path = path_expand(path, plan->arena);
	if (!write_file_new(path, err)) {
		error_field(err, "report");
		return error_remedy(err, "name another file");
	}
	report = (struct plan_report){ .path = path,
		.title = arena_printf(plan->arena, "%s <%s> %s", one->name, one->email,
				      there ? "leaves" : "has left before"),
		.id = arena_strdup(plan->arena, one->id),
		.email = arena_strdup(plan->arena, one->email),
		.name = arena_strdup(plan->arena, one->name) };
	return plan_report(plan, report, n, err);
}

/* Nothing is done, and that is said: who asked for a file looks for it. */
static void say_no_report(struct edit_plan *plan, uint32_t user)
{
	const char *path = plan_text(plan, "report");

	if (path && *path)
		plan_warn(plan, "NO_REPORT", "no report is written: %s is deactivated already "
			  "and hands nothing over", plan_word(plan, OF_USER, user));
}

static void say_opened(struct edit_plan *plan, uint32_t user)
{
	const char *opened = leavers_opened(plan->app, plan->app->facts.users[user].id,
					    plan->arena);

	if (*opened)
		plan_warn(plan, "VAULT_OPENED", "%s revealed or copied: %s",
			  plan_word(plan, OF_USER, user), opened);
}

static bool plan_deactivate(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_USER_ACTIVE);
	const struct facts *facts = &plan->app->facts;
	struct leaving leaving = { .app = plan->app, .arena = plan->arena };
	const char *report = plan_text(plan, "report");
	const struct plan_row *rows;
	uint32_t *heirs;
	const char *to;
	size_t n = 0;
	bool there;

	if (!plan_needs_admin(plan, err) ||
	    !plan_user_at(plan, "user", 0, &edit.user, err) ||
	    !may_lose_admin(plan, edit.user, err) ||
	    !heirs_of(plan, edit.user, &heirs, err))
		return false;
	leaving.user = edit.user;
	leaving.heir = heirs;
	leaving.whole = report && *report;
	there = facts->users[edit.user].active;
	if (!plan->untold)
		leaving_before(&leaving);
	if (!hand_over(plan, edit.user, heirs, err)) {
		leaving_drop(&leaving);
		return false;
	}
	edit.value = 0;
	warn_and_edit(plan, edit);
	if (!plan->untold) {
		rows = leaving_after(&leaving, &n);
		plan_tell(plan, rows, n);
	}
	say_opened(plan, edit.user);
	if (edit.user == app_subject(plan->app)) {
		plan_warn(plan, "SELF_DEACTIVATION", "this is your own account: you can do "
			  "nothing any more, and only another Admin can give it back");
		plan->ask = true;
	}
	to = handed(plan, heirs);
	if (!there && !*to)
		say_no_report(plan, edit.user);
	else if (!report_on(plan, edit.user, there, n, err))
		return false;
	plan->ask_there = true;
	if (there)
		plan_message(plan, "%s " TENSE("is", "would be") " deactivated; grants "
			     TENSE("are", "would be") " kept.%s",
			     plan_word(plan, OF_USER, edit.user), to);
	else
		plan_message(plan, "%s is deactivated already.%s",
			     plan_word(plan, OF_USER, edit.user), to);
	plan_target(plan, facts->users[edit.user].id);
	return true;
}

/* ---- in a form ------------------------------------------------------------------------ */

/* The heir takes all of it over. */
static const char *greyed(const struct asked *asked, const char *value)
{
	const struct facts *facts = seen_judged(asked_seen(asked));
	uint32_t heir = value ? facts_user(facts, value) : NOBODY, p;
	const char *why = value ? NULL : "owns no project";

	if (heir == asked->number)
		return "is leaving";
	for (p = 0; p < facts->n_projects; p++) {
		if (!owns(facts, p, asked->number))
			continue;
		why = value ? owner_greyed(asked, p, heir) : NULL;
		if (!value || why)
			break;
	}
	return why;
}

/* What else they leave; the projects stand above. */
static void show_left(const struct asked *asked, struct shown *out)
{
	static const struct { const char *what, *label; } labels[] = {
		{ "grant", "grant" }, { "group", "group" }, { "token", "API token" },
		{ "value", "secret value" }, { "key", "vault key" }, { "request", "request" }
	};
	const struct facts *facts = &asked->app->facts;
	struct leaving leaving = { .app = asked->app, .arena = asked->arena,
				   .user = asked->number };
	uint32_t *heirs = arena_array(asked->arena, facts->n_projects + 1u, sizeof(*heirs));
	size_t i, k;
	uint32_t p;

	if (!app_is_admin(asked->app) || asked->number >= facts->n_users)
		return;
	for (p = 0; p < facts->n_projects; p++)
		heirs[p] = NOBODY;
	leaving.heir = heirs;
	leaving_before(&leaving);
	out->label = "Else they leave";
	out->help = "Grants and groups are kept for a reactivation. A secret value that was "
		"seen is to be changed where it is used.";
	for (i = 0; i < leaving.n; i++)
		for (k = 0; k < COUNT_OF(labels); k++)
			if (strcmp(leaving.rows[i].what, labels[k].what) == 0)
				shown_row(asked, out, arena_printf(asked->arena, "%zu", i),
					  labels[k].label, leaving.rows[i].told, "");
	leaving_drop(&leaving);
}

static void show(const struct asked *asked, struct shown *out)
{
	const struct seen *seen = asked_seen(asked);
	const struct facts *facts = seen_judged(seen);
	const char *name = seen_user_label(seen, asked->number), *list;
	struct words titles;
	uint32_t p;
	size_t n;

	if (!seen_user(seen, asked->number)->active) {
		shown_head(out, arena_printf(asked->arena, "%s is deactivated: "
			   "nothing is reached but public links. R brings them "
			   "back as they were.", name));
		out->closed = "Deactivated already. R reactivates.";
		out->way = 'R';
		out->way_verb = "reactivate";
		return;
	}
	words_init(&titles, SAID);
	for (p = 0; p < facts->n_projects; p++)
		if (owns(facts, p, asked->number))
			words_add(&titles, word_project(asked->arena, seen, p));
	n = titles.n;
	list = words_done(&titles, asked->arena);
	shown_head(out, n ? arena_printf(asked->arena, "%s owns %zu project%s: %s. "
		   "%s nobody takes over stays with %s.", name, n,
		   n == 1 ? "" : "s", list, n == 1 ? "What" : "Of them, what", name) :
		   arena_printf(asked->arena, "%s owns no project. Grants and "
				"groups are kept for a reactivation.", name));
	show_left(asked, out);
}

const struct action action_user_deactivate = {
	.noun = "user", .verb = "deactivate",
	.summary = "Deactivate a person",
	.help = "The person has no access any more but through public links. "
		"Grants and memberships are kept for a reactivation. With "
		"--transfer-to the projects get another owner, with --heir one of them "
		"its own. All that the person leaves is listed before: projects, "
		"groups, grants, API tokens, requests, a key of the vault, secret values that "
		"were seen and are to be changed where they are used; --report writes it to "
		"a file, with every grant that was made and every level that moved; audit "
		"show of the event lists it again.",
	.example = "user deactivate ravi@acme.example --transfer-to amir@acme.example "
		"--heir \"Churn model=nina@acme.example\" --report ravi.txt",
	.synonyms = "remove disable leave off-board delete person",
	.key = "d",
	.on = "user",
	.params = {
		PARAM_THE_USER("the person"),
		{ .name = "transfer-to", .label = "New owner",
		  .type = PARAM_USER, .help = "who takes the projects over",
		  .option = true, .greyed = greyed, .heed = owner_heed,
		  .more = "Type a part of a name; Enter hands over what has no heir of its "
			"own below. An owner must be able to hold Full Access: Admin, Editor "
			"or Guest, with access to what the projects import." },
		{ .name = "heir", .label = "Owned, and who takes each over",
		  .type = PARAM_HEIR, .option = true, .many = true,
		  .help = "PROJECT=PERSON: who takes this one over (repeatable)",
		  .more = "Enter lists who can own the project. The first of the list is "
			"whoever takes over the rest; while nobody does, it stays." },
		{ .name = "report", .label = "Report", .type = PARAM_FILE, .option = true,
		  .each = "Reports into",
		  .help = "a new file for what is left behind, in the --format",
		  .more = "The path of a new file: all that is left behind is written "
			"there as text, to whom it goes, which secret values were seen, "
			"every grant that was made and every level that moved. Empty: "
			"none is written; the event lists it again." },
	},
	.form = { .title = "Deactivate", .save = "Deactivate", .deed = true, .many = true,
		  .show = show },
	.flags = ACTION_WRITES | ACTION_ADMIN | ACTION_FILES,
	.plan = plan_deactivate,
};
