/* findings_projects.c: projects that nobody can edit, that everybody can open, whose
 * owner left, and grants that are held for everybody they reach. */
#include "action/review/findings_priv.h"

#include "access/rights.h"
#include "action/core/word_list.h"

enum { HELD_SAID = 4 };

static const char *title(struct search *search, uint32_t project)
{
	return word_project(&search->out->arena, search->seen, project);
}

static void on_web(struct search *search, uint32_t project)
{
	const struct fact_project *p = seen_project(search->seen, project);
	struct noted *finding;

	if (!level_opens((enum level)p->public_web) || p->state == STATE_TRASHED ||
	    !seen_workspace(search->seen).share_to_web)
		return;
	finding = finding_add(search, FIND_PROJECT_ON_WEB, OF_PROJECT, project, NULL);
	finding_say(search, finding, "Anybody with the link %s %s.",
		    word_level_verb((enum level)p->public_web), title(search, project));
	finding_do(finding, "project", "share-web", finding->thing, "none");
}

static bool anybody(void *ctx, uint32_t user)
{
	(void)ctx;
	(void)user;
	return true;
}

static void no_editor(struct search *search, uint32_t project)
{
	struct noted *finding;

	if (editors_any(search->facts, project, anybody, NULL))
		return;
	finding = finding_add(search, FIND_NO_EFFECTIVE_EDITOR, OF_PROJECT, project,
			      NULL);
	finding_say(search, finding, "Nobody can edit %s.", title(search, project));
	finding_do(finding, "project", "take-access", finding->thing);
}

/* "by the role Viewer and for lack of access to Vault": what holds them but the state, which holds
 * everybody and was meant so. */
static const char *held_by(struct search *search, const struct answer *answer)
{
	struct arena *arena = &search->out->arena;
	struct words words;
	uint32_t i;

	words_init(&words, HELD_SAID);
	for (i = 0; i < answer->n_limits; i++) {
		const struct limit *limit = &answer->limits[i];

		if (limit->asset != NOBODY)
			words_add(&words, arena_printf(arena, "for lack of access to %s",
				  word_asset(arena, search->seen, limit->asset)));
		else if (limit->code != REASON_STATE_READ_ONLY)
			words_add(&words, arena_printf(arena, "by the role %s", role_label(
				  seen_user(search->seen, answer->user)->role)));
	}
	return words_done(&words, arena);
}

/* Nobody gives the others what the owner does not have. */
static void owner_held(struct search *search, uint32_t project, uint32_t user)
{
	struct arena *arena = &search->out->arena;
	struct noted *finding;
	struct answer answer;

	if (edit_would_hold(search->facts, project, user))
		return;
	access_decide(search->facts, user, project, arena, &answer);
	finding = finding_add(search, FIND_OWNER_HELD, OF_PROJECT, project, NULL);
	finding->who = user;
	finding_say(search, finding, "%s, who owns %s, is held at %s %s.",
		    word_user(arena, search->seen, user), title(search, project),
		    level_label(answer.effective), held_by(search, &answer));
	finding_do(finding, "access", "fixes",
		   arena_strdup(arena, seen_user(search->seen, user)->id), finding->thing);
}

static void owner(struct search *search, uint32_t project)
{
	uint32_t user = seen_project(search->seen, project)->owner;
	struct noted *finding;

	if (user != NOBODY && sees_user(search->seen, user) &&
	    seen_user(search->seen, user)->active) {
		owner_held(search, project, user);
		return;
	}
	finding = finding_add(search, FIND_OWNER_DEACTIVATED, OF_PROJECT, project, NULL);
	finding_say(search, finding, "%s, who owns %s, is deactivated.",
		    user == NOBODY ? "Nobody" :
		    word_user(&search->out->arena, search->seen, user),
		    title(search, project));
	finding_do(finding, "project", "transfer", finding->thing, "USER");
}

/* ---- grants that are held --------------------------------------------------------------- */

struct reach {
	struct search *search;
	uint32_t project, people;	/* of whom none holds it */
};

/* False: this one holds it, and no more need be asked. */
static bool is_held(struct reach *reach, uint32_t user)
{
	const struct fact_user *u = seen_user(reach->search->seen, user);

	if (u->gone || !u->active)
		return true;
	reach->people++;
	return !edit_would_hold(reach->search->facts, reach->project, user);
}

static bool members_are_held(struct reach *reach, const struct numbers *members)
{
	uint32_t i;

	for (i = 0; i < members->n; i++)
		if (!is_held(reach, members->v[i]))
			return false;
	return reach->people > 0;
}

static bool workspace_is_held(struct reach *reach)
{
	const struct seen *seen = reach->search->seen;
	uint32_t i;

	for (i = 0; i < seen_n_users(seen); i++)
		if (facts_in_builtin(seen_user(seen, i), BUILTIN_WORKSPACE) &&
		    !is_held(reach, i))
			return false;
	return reach->people > 0;
}

/* who: of the grant; the words of what to do are set by whoever calls. */
static struct noted *held(struct reach *reach, enum level level, const char *id,
			    const char *who)
{
	struct search *search = reach->search;
	struct noted *finding = finding_add(search, FIND_GRANT_ALWAYS_HELD, OF_PROJECT,
					      reach->project, id);

	if (reach->people == 1)
		finding_say(search, finding, "%s for %s on %s is held at Can View.",
			    level_label(level), who, title(search, reach->project));
	else
		finding_say(search, finding, "%s for %s on %s is held at Can View for "
			    "all %u people it reaches.", level_label(level), who,
			    title(search, reach->project), reach->people);
	return finding;
}

static void grant_held(struct search *search, uint32_t project,
		       const struct fact_grant *grant)
{
	struct reach reach = { .search = search, .project = project };
	struct arena *arena = &search->out->arena;
	struct noted *finding;
	const char *id;

	if (!level_edits((enum level)grant->level))
		return;
	if (!grant->group) {
		if (is_held(&reach, grant->who) && reach.people) {
			id = arena_strdup(arena, seen_user(search->seen, grant->who)->id);
			finding = held(&reach, (enum level)grant->level,
				       arena_printf(arena, "user:%s", id),
				       word_user(arena, search->seen, grant->who));
			finding_do(finding, "access", "fixes", id, finding->thing);
			finding->who = grant->who;
		}
		return;
	}
	if (!sees_group(search->seen, grant->who) ||
	    !members_are_held(&reach, &seen_group(search->seen, grant->who)->members))
		return;
	id = arena_strdup(arena, seen_group(search->seen, grant->who)->id);
	finding = held(&reach, (enum level)grant->level,
		       arena_printf(arena, "group:%s", id),
		       word_group(arena, search->seen, grant->who));
	finding_do(finding, "project", "share", finding->thing, "--group", id, "--level",
		   level_code(LEVEL_CAN_VIEW));
}

static void grants(struct search *search, uint32_t project)
{
	const struct fact_project *p = seen_project(search->seen, project);
	struct reach reach = { .search = search, .project = project };
	struct noted *finding;
	uint32_t i;

	for (i = 0; i < p->n_grants; i++)
		grant_held(search, project, &p->grants[i]);
	if (!level_edits((enum level)p->workspace) || !workspace_is_held(&reach))
		return;
	finding = held(&reach, (enum level)p->workspace, "workspace",
		       builtin_label(BUILTIN_WORKSPACE));
	finding_do(finding, "project", "share-workspace", finding->thing,
		   level_code(LEVEL_CAN_VIEW));
}

/* What is put away nobody edits, and that is what was meant. */
void find_projects(struct search *search)
{
	uint32_t i;

	for (i = 0; i < seen_n_projects(search->seen); i++) {
		if (!sees_project(search->seen, i))
			continue;
		on_web(search, i);
		if (seen_project(search->seen, i)->state != STATE_TRASHED)
			owner(search, i);
		if (seen_project(search->seen, i)->state != STATE_ACTIVE)
			continue;
		no_editor(search, i);
		grants(search, i);
	}
}
