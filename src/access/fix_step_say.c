/* fix_step_say.c: fixes as words: as the verb of the command line that does it,
 * and as a text that names everything. */
#include <assert.h>

#include "access/fix_step.h"
#include "access/say.h"
#include "base/buf.h"
#include "model/kind.h"

enum { TEXT_LIMIT = 1 << 20 };

/* The bit that an edit of built-in groups adds. */
static enum builtin added(const struct facts *facts, const struct edit *edit)
{
	unsigned had = facts->assets[edit->asset].builtin;

	if ((unsigned)edit->value & ~had & BUILTIN_GUESTS)
		return BUILTIN_GUESTS;
	return BUILTIN_WORKSPACE;
}

static const char *put_away_verb(const struct facts *facts, uint32_t project)
{
	return facts->projects[project].state == STATE_TRASHED ? "restore" :
								 "unarchive";
}

static void share_words(const struct facts *facts, const struct edit *edit,
			const char *w[FIX_WORDS])
{
	bool group = edit->kind == EDIT_GRANT_GROUP;

	w[0] = "project";
	w[1] = "share";
	w[2] = facts->projects[edit->project].id;
	w[3] = group ? "--group" : "--user";
	w[4] = group ? facts->groups[edit->group].id :
		       facts->users[edit->user].id;
	w[5] = "--level";
	w[6] = level_code((enum level)edit->value);
}

static void asset_words(const struct facts *facts, const struct edit *edit,
			const char *w[FIX_WORDS])
{
	const struct fact_asset *asset = &facts->assets[edit->asset];

	w[0] = kind_at(asset->kind)->noun;
	w[1] = "access";
	w[2] = asset->id;
	w[3] = "--add";
	w[4] = edit->kind == EDIT_ASSET_GROUP ? facts->groups[edit->group].id :
		builtin_code(added(facts, edit));
}

static void plain_words(const struct facts *facts, const struct edit *edit,
			const char *w[FIX_WORDS])
{
	switch (edit->kind) {
	case EDIT_USER_ACTIVE:
		w[0] = "user";
		w[1] = "reactivate";
		w[2] = facts->users[edit->user].id;
		break;
	case EDIT_PROJECT_STATE:
		w[0] = "project";
		w[1] = put_away_verb(facts, edit->project);
		w[2] = facts->projects[edit->project].id;
		break;
	case EDIT_USER_ROLE:
		w[0] = "user";
		w[1] = "role";
		w[2] = facts->users[edit->user].id;
		w[3] = role_code((enum role)edit->value);
		break;
	case EDIT_MEMBER:
		w[0] = "group";
		w[1] = "add";
		w[2] = facts->groups[edit->group].id;
		w[3] = facts->users[edit->user].id;
		break;
	default:
		assert(edit->kind == EDIT_IMPORT);
		w[0] = "project";
		w[1] = "remove";
		w[2] = facts->projects[edit->project].id;
		w[3] = "--asset";
		w[4] = facts->assets[edit->asset].id;
	}
}

void fix_step_words(const struct facts *facts, const struct edit *edit,
		  struct arena *arena, const char *words[FIX_WORDS])
{
	for (int i = 0; i < FIX_WORDS; i++)
		words[i] = NULL;
	if (edit->kind == EDIT_GRANT_USER ||
	    edit->kind == EDIT_GRANT_GROUP) {
		share_words(facts, edit, words);
	} else if (edit->kind == EDIT_ASSET_GROUP ||
		   edit->kind == EDIT_ASSET_BUILTIN) {
		asset_words(facts, edit, words);
	} else {
		plain_words(facts, edit, words);
	}
	for (int i = 0; i < FIX_WORDS && words[i]; i++)
		words[i] = arena_strdup(arena, words[i]);
}

static void put_grant(struct buf *out, const struct seen *seen,
		      const struct edit *edit, bool brief)
{
	const char *level = level_label((enum level)edit->value);
	const char *title = seen_project_label(seen, edit->project);

	if (brief && edit->kind == EDIT_GRANT_GROUP)
		buf_printf(out, "raise the grant of %s to %s",
			   seen_group_label(seen, edit->group), level);
	else if (brief)
		buf_printf(out, "grant %s", level);
	else if (edit->kind == EDIT_GRANT_GROUP)
		buf_printf(out, "raise the grant of %s to %s on %s",
			   seen_group_label(seen, edit->group), level, title);
	else
		buf_printf(out, "grant %s %s on %s",
			   seen_user_label(seen, edit->user), level, title);
}

static const char *asset_name(const struct seen *seen, const struct answer *a,
			      uint32_t asset)
{
	if (asset == NOBODY)
		return "";
	for (uint32_t i = 0; i < a->n_limits; i++)
		if (a->limits[i].asset == asset)
			return seen_limit_label(seen, a, &a->limits[i]);
	return seen_asset_label(seen, asset);
}

static void put_edit(struct buf *out, const struct seen *seen,
		     const struct answer *a, const struct edit *edit)
{
	const struct facts *facts = seen_judged(seen);
	const char *who = edit->user != NOBODY ?
			  seen_user_label(seen, edit->user) : "";
	const char *what = asset_name(seen, a, edit->asset);

	switch (edit->kind) {
	case EDIT_USER_ACTIVE:
		buf_printf(out, "reactivate %s", who);
		break;
	case EDIT_PROJECT_STATE:
		buf_printf(out, "%s %s", put_away_verb(facts, edit->project),
			   seen_project_label(seen, edit->project));
		break;
	case EDIT_USER_ROLE:
		buf_printf(out, "make %s %s %s", who,
			   say_article((enum role)edit->value),
			   role_label((enum role)edit->value));
		break;
	case EDIT_MEMBER:
		buf_printf(out, "add %s to %s", who,
			   seen_group_label(seen, edit->group));
		break;
	case EDIT_ASSET_GROUP:
		buf_printf(out, "share %s with %s", what,
			   seen_group_label(seen, edit->group));
		break;
	case EDIT_ASSET_BUILTIN:
		buf_printf(out, "share %s with %s", what,
			   builtin_label(added(facts, edit)));
		break;
	case EDIT_IMPORT:
		buf_printf(out, "remove %s from %s", what,
			   seen_project_label(seen, edit->project));
		break;
	default:
		put_grant(out, seen, edit, false);
	}
}

const char *fix_step_access_text(const struct seen *seen, const struct answer *a,
			       uint32_t asset, struct arena *arena)
{
	return arena_printf(arena, "give %s access to %s",
			    seen_user_label(seen, a->user),
			    asset_name(seen, a, asset));
}

/* Beside the person and the project: neither is named again. */
static void put_briefly(struct buf *out, const struct seen *seen,
			const struct answer *a, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_USER_ACTIVE:
		buf_adds(out, "reactivate the account");
		break;
	case EDIT_PROJECT_STATE:
		buf_printf(out, "%s it",
			   put_away_verb(seen_judged(seen), edit->project));
		break;
	case EDIT_USER_ROLE:
		buf_printf(out, "make %s", role_label((enum role)edit->value));
		break;
	case EDIT_MEMBER:
		buf_printf(out, "add to %s", seen_group_label(seen, edit->group));
		break;
	case EDIT_IMPORT:
		buf_printf(out, "un-import %s", asset_name(seen, a, edit->asset));
		break;
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		put_grant(out, seen, edit, true);
		break;
	default:
		put_edit(out, seen, a, edit);
	}
}

const char *fix_step_text(const struct seen *seen, const struct answer *a,
			const struct edit *edit, bool brief, struct arena *arena)
{
	struct buf out;
	const char *text;

	buf_init(&out, TEXT_LIMIT);
	if (brief)
		put_briefly(&out, seen, a, edit);
	else
		put_edit(&out, seen, a, edit);
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}
