/* say.c: an answer as a sentence.  Everything is named, nothing is a pronoun;
 * where several things hold a person, all of them are told. */
#include "access/say.h"

#include "access/words.h"
#include "base/buf.h"
#include "model/kind.h"

enum { SENTENCE_LIMIT = 1 << 24 };

struct say {
	const struct seen *seen;
	const struct answer *a;
	struct arena *arena;
	struct buf *out;
	const char *name, *title;	/* of the person, of the project */
	enum state state;
	bool brief;		/* the ladder stands beside it */
};

const char *say_article(enum role role)
{
	return role == ROLE_ADMIN || role == ROLE_EDITOR ||
	       role == ROLE_EXPLORER ? "an" : "a";
}

static const char *number_word(uint32_t n)
{
	static const char *const words[] = {
		"no", "one", "two", "three", "four", "five", "six", "seven",
		"eight", "nine", "ten", "eleven", "twelve"
	};

	return n < COUNT_OF(words) ? words[n] : "many";
}

static void say_result(const struct say *say)
{
	static const char *const verbs[LEVELS] = {
		[LEVEL_NONE] = "has no access to",
		[LEVEL_APP_ONLY] = "can use the app of",
		[LEVEL_CAN_VIEW] = "can view",
		[LEVEL_CAN_EDIT] = "can edit",
		[LEVEL_FULL_ACCESS] = "has Full Access to",
	};

	buf_printf(say->out, "%s %s %s", say->name, verbs[say->a->effective],
		   say->title);
}

/* "through Finance": where a level comes from. */
static void say_origin(const struct say *say, const struct source *source)
{
	switch (source->via) {
	case VIA_DIRECT:
		buf_adds(say->out, source->owner ? "as the owner" : "directly");
		break;
	case VIA_GROUP:
		buf_printf(say->out, "through %s",
			   seen_group_label(say->seen, source->group));
		break;
	case VIA_WORKSPACE:
		buf_adds(say->out, "through the workspace share");
		break;
	case VIA_PUBLIC:
		buf_adds(say->out, "through the public link");
		break;
	}
}

/* "the data connection Snowflake prod, shared only with Data Team"; or "a data
 * connection not shared with you" */
static void say_asset(const struct say *say, const struct limit *limit)
{
	const struct fact_asset *a = seen_limit_asset(say->seen, say->a, limit);
	const char **names;
	uint32_t n;

	if (!*a->id) {
		buf_adds(say->out, a->name);
		return;
	}
	buf_printf(say->out, "the %s %s", kind_at(a->kind)->label,
		   seen_limit_label(say->seen, say->a, limit));
	if (sees_asset(say->seen, limit->asset) < SIGHT_ALL)
		return;
	n = say_shared_with(say->seen, limit->asset, say->arena, &names);
	if (!n)
		buf_adds(say->out, ", which only Admins have access to");
	for (uint32_t i = 0; i < n; i++) {
		buf_adds(say->out, i == 0 ? ", shared only with " :
				   i + 1 == n ? " and " : ", ");
		buf_adds(say->out, names[i]);
	}
}

static const char *where_it_is(enum state state)
{
	return state == STATE_TRASHED ? "in the trash" : "archived";
}

/* The one thing that holds, as the end of a sentence. */
static void say_only_limit(const struct say *say, const struct limit *limit)
{
	if (limit->code == REASON_ASSET_MISSING) {
		buf_printf(say->out, "%s has no access to ", say->name);
		say_asset(say, limit);
	} else if (limit->code == REASON_STATE_READ_ONLY) {
		buf_printf(say->out, "%s is %s, and then nobody goes beyond "
			   "Can View", say->title, where_it_is(say->state));
	} else {
		buf_printf(say->out, "the role %s holds %s at Can View",
			   role_label(say->a->role), say->name);
	}
}

/* The same as one of a list. */
static void say_list_limit(const struct say *say, const struct limit *limit)
{
	if (limit->code == REASON_ASSET_MISSING) {
		buf_adds(say->out, "no access to ");
		say_asset(say, limit);
	} else if (limit->code == REASON_STATE_READ_ONLY) {
		buf_printf(say->out, "%s being %s", say->title,
			   where_it_is(say->state));
	} else {
		buf_printf(say->out, "the role %s", role_label(say->a->role));
	}
}

/* Each by its name: whom it is shared with stands beside it. */
static void say_brief_limit(const struct say *say, const struct limit *limit)
{
	if (limit->code == REASON_ASSET_MISSING)
		buf_adds(say->out, seen_limit_label(say->seen, say->a, limit));
	else
		say_list_limit(say, limit);
}

static void say_many_briefly(const struct say *say)
{
	const struct answer *a = say->a;

	buf_printf(say->out, "%s was granted ", level_label(a->granted));
	say_origin(say, &a->sources[0]);
	buf_printf(say->out, ", but %s things hold it at %s",
		   number_word(a->n_limits), level_label(a->effective));
	if (a->n_limits == 2) {
		buf_adds(say->out, ": ");
		say_brief_limit(say, &a->limits[0]);
		buf_adds(say->out, " and ");
		say_brief_limit(say, &a->limits[1]);
	}
	buf_adds(say->out, ". Lifting one alone changes nothing.");
}

static void say_many_limits(const struct say *say)
{
	const struct answer *a = say->a;

	buf_printf(say->out, "%s was granted %s ", say->name,
		   level_label(a->granted));
	say_origin(say, &a->sources[0]);
	buf_printf(say->out, ", but %s things each hold this person at "
		   "Can View: ", number_word(a->n_limits));
	for (uint32_t i = 0; i < a->n_limits; i++) {
		if (i)
			buf_adds(say->out, a->n_limits == 2 ? ", and " :
				 i + 1 == a->n_limits ? "; and " : "; ");
		say_list_limit(say, &a->limits[i]);
	}
	buf_adds(say->out, ". Lifting one alone changes nothing. "
		 "All of these must be lifted.");
}

static void say_capped(const struct say *say)
{
	const struct answer *a = say->a;

	say_result(say);
	buf_adds(say->out, ". ");
	if (a->n_limits > 1 && say->brief) {
		say_many_briefly(say);
	} else if (a->n_limits > 1) {
		say_many_limits(say);
	} else {
		buf_printf(say->out, "%s was granted ", level_label(a->granted));
		say_origin(say, &a->sources[0]);
		buf_adds(say->out, ", but ");
		say_only_limit(say, &a->limits[0]);
		buf_addc(say->out, '.');
	}
	if (a->manages == LEVEL_FULL_ACCESS)
		buf_printf(say->out, " With Full Access %s may still rename, "
			   "%s or delete %s.", say->name,
			   say->state == STATE_TRASHED ? "restore" : "unarchive",
			   say->title);
}

/* The link wins; a lower source that people with an account hold adds to it. */
static void say_link(const struct say *say)
{
	const struct answer *a = say->a;

	if (a->role == ROLE_ANONYMOUS) {
		buf_adds(say->out, ", without running or commenting.");
		return;
	}
	buf_adds(say->out, " through the public link");
	if (!a->active) {
		buf_printf(say->out, ", as anyone with the link can. "
			   "The account of %s is deactivated.", say->name);
	} else if (a->n_sources > 1) {
		buf_printf(say->out, "; commenting on the app comes with %s, "
			   "granted ", level_label(a->sources[1].level));
		say_origin(say, &a->sources[1]);
		buf_addc(say->out, '.');
	} else {
		buf_adds(say->out, ", without running or commenting.");
	}
}

static void say_as_granted(const struct say *say)
{
	const struct answer *a = say->a;
	const struct source *best = &a->sources[0];

	say_result(say);
	if (best->via == VIA_PUBLIC) {
		say_link(say);
		return;
	}
	buf_addc(say->out, ' ');
	if (best->owner)
		buf_adds(say->out, "as its owner");
	else if (best->via == VIA_DIRECT)
		buf_adds(say->out, "through a direct grant");
	else
		say_origin(say, best);
	buf_addc(say->out, '.');
	if (a->reason == REASON_ADMIN_INHERITS_ASSETS)
		buf_printf(say->out, " As an Admin, %s has access to every "
			   "asset of the workspace.", say->name);
}

/* What a reactivation would bring is asked, not assumed: role, assets, the project's
 * state and the workspace's rules hold then as now. */
static void say_asleep(const struct say *say, const struct source *source)
{
	struct answer then;

	access_once_active(seen_judged(say->seen), say->a->user, say->a->project,
			   say->arena, &then);
	buf_printf(say->out, " %s, granted ", level_label(source->level));
	say_origin(say, source);
	if (then.effective == source->level) {
		buf_adds(say->out, ", is kept and counts again once the "
			 "account is reactivated.");
		return;
	}
	buf_printf(say->out, ", is kept; once the account is reactivated %s %s "
		   "%s (%s).", say->name, then.effective ? "has" : "still has",
		   then.effective ? level_label(then.effective) : "no access",
		   access_why(say->seen, &then, say->arena));
}

/* What is stored, would give more, and does not reach. */
static void say_blocked(const struct say *say, const struct source *source)
{
	const char *level = level_label(source->level);

	switch (source->blocked) {
	case REASON_DEACTIVATED:
		say_asleep(say, source);
		break;
	case REASON_WORKSPACE_EXCLUDES_GUEST:
		buf_printf(say->out, " %s is shared with the workspace at %s, "
			   "but a workspace share does not include Guests: a "
			   "Guest needs a direct grant, or a group that has "
			   "one.", say->title, level);
		break;
	case REASON_PUBLIC_SWITCH_OFF:
		buf_printf(say->out, " The public link at %s reaches nobody "
			   "while sharing to the web is switched off for the "
			   "workspace.", level);
		break;
	case REASON_TRASHED_LINK_SUSPENDED:
		buf_printf(say->out, " The public link at %s is suspended "
			   "while %s is in the trash.", level, say->title);
		break;
	default:
		buf_printf(say->out, " The public link is stored at %s, which "
			   "no link can give, and reaches nobody.", level);
	}
}

static void say_all_blocked(const struct say *say)
{
	const struct answer *a = say->a;
	bool kept = false;

	for (uint32_t i = 0; i < a->n_blocked; i++) {
		const struct source *source = &a->blocked[i];
		bool asleep = source->blocked == REASON_DEACTIVATED;

		if (source->level <= a->granted || (asleep && kept))
			continue;
		kept = kept || asleep;
		say_blocked(say, source);
	}
}

static void say_none(const struct say *say)
{
	const struct answer *a = say->a;

	say_result(say);
	if (a->role == ROLE_ANONYMOUS) {
		if (!a->n_blocked)
			buf_printf(say->out, ": %s is not shared to the web",
				   say->title);
		buf_addc(say->out, '.');
	} else if (!a->active) {
		buf_printf(say->out, ": the account of %s is deactivated.",
			   say->name);
		if (!a->n_blocked)
			buf_printf(say->out, " %s is not shared with %s either.",
				   say->title, say->name);
	} else if (a->reason == REASON_WORKSPACE_EXCLUDES_GUEST) {
		buf_addc(say->out, '.');
	} else {
		buf_printf(say->out, ": %s is not shared with %s.", say->title,
			   say->name);
	}
	if (a->reason == REASON_ADMIN_NOT_SHARED)
		buf_printf(say->out, " As an Admin, %s sees the title, the "
			   "owner, the imports and the sharing of %s, and may "
			   "use \"Grant myself Full Access\" (project "
			   "take-access).", say->name, say->title);
}

static const char *visitor(const struct answer *a)
{
	return a->effective > LEVEL_NONE ? "Anyone with the link" :
					   "A visitor without an account";
}

static const char *sentence(const struct seen *seen, const struct answer *a,
			    bool brief, struct arena *arena)
{
	const struct fact_project *project = seen_project(seen, a->project);
	struct buf out;
	struct say say = {
		.seen = seen, .a = a, .arena = arena, .out = &out,
		.name = a->user == ANYONE ? visitor(a) :
					    seen_user_label(seen, a->user),
		.title = seen_project_label(seen, a->project),
		.state = project->state, .brief = brief
	};
	const char *text;

	buf_init(&out, SENTENCE_LIMIT);
	if (a->n_limits)
		say_capped(&say);
	else if (a->granted > LEVEL_NONE)
		say_as_granted(&say);
	else
		say_none(&say);
	say_all_blocked(&say);
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}

const char *access_sentence(const struct seen *seen, const struct answer *a,
			    struct arena *arena)
{
	return sentence(seen, a, false, arena);
}

const char *access_brief(const struct seen *seen, const struct answer *a,
			 struct arena *arena)
{
	return sentence(seen, a, true, arena);
}
