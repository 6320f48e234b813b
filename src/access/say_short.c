/* say_short.c: an answer in a few words: for a column, a line, a CSV field;
 * and whom an asset is shared with. */
#include <string.h>

#include "access/say.h"
#include "access/words.h"
#include "base/buf.h"

enum { SHORT_LIMIT = 1 << 24 };

static const char *keep(struct buf *out, struct arena *arena)
{
	const char *text = arena_strdup(arena, buf_text(out));

	buf_release(out);
	return text;
}

/* Insertion by name: the lists are short. */
static void add_group(const struct seen *seen, const char **names,
		      uint32_t *n, uint32_t group)
{
	const char *name = seen_group_label(seen, group);
	uint32_t at = (*n)++;

	while (at && strcmp(name, names[at - 1]) < 0) {
		names[at] = names[at - 1];
		at--;
	}
	names[at] = name;
}

uint32_t say_shared_with(const struct seen *seen, uint32_t asset,
			 struct arena *arena, const char ***out)
{
	const struct fact_asset *a = seen_asset(seen, asset);
	const char **names = arena_array(arena,
			a->groups.n + BUILTINS, sizeof(*names));
	uint32_t n = 0;

	for (uint32_t i = 0; i < a->groups.n; i++)
		if (sees_group(seen, a->groups.v[i]))
			add_group(seen, names, &n, a->groups.v[i]);
	for (size_t i = 0; i < BUILTINS; i++)
		if (a->builtin & builtin_all[i])
			names[n++] = builtin_label(builtin_all[i]);
	*out = names;
	return n;
}

const char *access_shared_with(const struct seen *seen, uint32_t asset,
			       struct arena *arena)
{
	const char **names;
	uint32_t n = say_shared_with(seen, asset, arena, &names);
	struct buf out;

	if (sees_asset(seen, asset) < SIGHT_ALL)
		return "";
	if (!n)
		return "Admins only";
	buf_init(&out, SHORT_LIMIT);
	for (uint32_t i = 0; i < n; i++) {
		if (i)
			buf_adds(&out, ", ");
		buf_adds(&out, names[i]);
	}
	return keep(&out, arena);
}

static const char *why_none(const struct answer *a)
{
	if (a->n_blocked && a->blocked[0].blocked == REASON_PUBLIC_SWITCH_OFF)
		return "link switched off";
	if (a->n_blocked &&
	    a->blocked[0].blocked == REASON_TRASHED_LINK_SUSPENDED)
		return "link suspended";
	return "not shared";
}

static const char *why_granted(const struct seen *seen,
			       const struct answer *a, struct arena *arena)
{
	const struct source *best = &a->sources[0];

	switch (best->via) {
	case VIA_DIRECT:
		return best->owner ? "owner" : "direct";
	case VIA_GROUP:
		return arena_printf(arena, "via %s",
				    seen_group_label(seen, best->group));
	case VIA_WORKSPACE:
		return "workspace";
	case VIA_PUBLIC:
		break;
	}
	return "public link";
}

static const char *why_not(const struct answer *a)
{
	switch (a->reason) {
	case REASON_ADMIN_NOT_SHARED:
		return "not shared; Admin may take access";
	case REASON_WORKSPACE_EXCLUDES_GUEST:
		return "workspace excludes Guests";
	case REASON_DEACTIVATED:
		return "deactivated";
	case REASON_NO_ACCOUNT:
		return "no account";
	default:
		return why_none(a);
	}
}

const char *access_why(const struct seen *seen, const struct answer *a,
		       struct arena *arena)
{
	enum state state = seen_project(seen, a->project)->state;
	struct buf out;

	if (!a->n_sources)
		return why_not(a);
	if (!a->n_limits)
		return why_granted(seen, a, arena);
	buf_init(&out, SHORT_LIMIT);
	for (uint32_t i = 0; i < a->n_limits; i++) {
		const struct limit *limit = &a->limits[i];

		if (i)
			buf_adds(&out, "; ");
		if (limit->code == REASON_ASSET_MISSING)
			buf_adds(&out, seen_limit_label(seen, a, limit));
		else if (limit->code == REASON_STATE_READ_ONLY)
			/* of a preview the facts are still those before */
			buf_adds(&out, state == STATE_ACTIVE ? "read-only" :
				 state_code(state));
		else
			buf_printf(&out, "role %s", role_label(a->role));
	}
	return keep(&out, arena);
}

const char *access_line(const struct seen *seen, const struct answer *a,
			struct arena *arena)
{
	const char *why = access_why(seen, a, arena);

	if (a->effective == a->granted)
		return arena_printf(arena, "%s   %s",
				    level_label(a->effective), why);
	return arena_printf(arena, "%s -> %s   %s", level_label(a->granted),
			    level_label(a->effective), why);
}

const char *access_limits_csv(const struct seen *seen, const struct answer *a,
			      struct arena *arena)
{
	struct buf out;

	buf_init(&out, SHORT_LIMIT);
	for (uint32_t i = 0; i < a->n_limits; i++) {
		const struct limit *limit = &a->limits[i];
		const struct fact_asset *asset;
		const char *name;

		if (i)
			buf_addc(&out, '+');
		buf_adds(&out, reason_code(limit->code));
		if (limit->code != REASON_ASSET_MISSING)
			continue;
		buf_addc(&out, ':');
		asset = seen_limit_asset(seen, a, limit);
		for (name = *asset->id ? asset->name : "?"; *name; name++) {
			if (*name == '%')
				buf_adds(&out, "%25");
			else if (*name == '+')
				buf_adds(&out, "%2B");
			else
				buf_addc(&out, *name);
		}
	}
	return keep(&out, arena);
}
