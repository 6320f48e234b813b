/* ladder.c: see ladder.h: which lines there are, and what they say. */
#include "access/ladder.h"

#include "access/rights.h"
#include "access/seen.h"
#include "access/words.h"
#include "base/text.h"

enum {
	NAME_LIMIT = 1 << 16,
	FOLD_CELLS = 26,	/* names of one line beyond which they are counted */
	SOURCES_SHOWN = 5, LOST_SHOWN = 3
};

struct making {
	const struct seen *seen;
	const struct answer *a;
	struct arena *arena;
	struct ladder *out;
	uint32_t cap;
};

/* Names on one line. */
struct fold {
	const char *role;	/* "role Editor", or NULL */
	struct buf names;
	uint32_t n, asset;	/* that are seen; one of them */
	const char *hidden;	/* what stands for those that are not, or NULL */
};

static const char *safe(struct arena *arena, const char *raw)
{
	struct buf out;
	const char *text;

	if (text_is_safe(raw))
		return raw;
	buf_init(&out, NAME_LIMIT);
	text_safe(&out, raw);
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}

static struct rung *add(struct making *m, enum rung_kind kind,
			enum rung_home home, enum level at, const char *name)
{
	struct ladder *out = m->out;
	struct rung *more;

	if (out->n == m->cap) {
		m->cap = m->cap ? 2 * m->cap : 16;
		more = arena_array(m->arena, m->cap, sizeof(*more));
		for (uint32_t i = 0; i < out->n; i++)
			more[i] = out->v[i];
		out->v = more;
	}
	out->v[out->n] = (struct rung){ .kind = kind, .home = home,
		.number = NOBODY, .at = at, .from = at,
		.name = safe(m->arena, name), .note = "" };
	return &out->v[out->n++];
}

/* ---- sources ---------------------------------------------------------------------- */

static const char *blocked_why(enum reason reason)
{
	switch (reason) {
	case REASON_WORKSPACE_EXCLUDES_GUEST:
		return "does not count: excludes Guests";
	case REASON_PUBLIC_SWITCH_OFF:
		return "does not count: web sharing is off";
	case REASON_TRASHED_LINK_SUSPENDED:
		return "does not count: in the trash";
	case REASON_DEACTIVATED:
		return "does not count: deactivated";
	default:
		return "does not count: no link gives this";
	}
}

static void add_source(struct making *m, enum rung_kind kind,
		       const struct source *s, const char *note)
{
	static const enum rung_home homes[] = {
		[VIA_DIRECT] = HOME_DIRECT, [VIA_GROUP] = HOME_GROUP,
		[VIA_WORKSPACE] = HOME_WORKSPACE, [VIA_PUBLIC] = HOME_WEB,
	};
	const char *name = s->owner ? "owner" : "direct grant";
	struct rung *rung;

	if (s->via == VIA_GROUP)
		name = arena_printf(m->arena, "group %s",
				    seen_group_label(m->seen, s->group));
	else if (s->via == VIA_WORKSPACE)
		name = "workspace";
	else if (s->via == VIA_PUBLIC)
		name = "web link";
	rung = add(m, kind, s->owner ? HOME_OWNER : homes[s->via], s->level,
		   name);
	rung->number = s->group;
	rung->note = note;
}

static void add_near(struct making *m)
{
	const struct answer *a = m->a;
	struct source *near;
	uint32_t n;

	if (a->user == ANYONE || !a->active ||
	    sees_project(m->seen, a->project) < SIGHT_ALL)
		return;
	access_near_misses(seen_judged(m->seen), a->user, a->project, m->arena,
			   &near, &n);
	for (uint32_t i = 0; i < n; i++)
		if (sees_group(m->seen, near[i].group))
			add_source(m, RUNG_NEAR, &near[i], "not a member");
}

static void add_nothing(struct making *m)
{
	const struct answer *a = m->a;

	if (!a->active && a->user != ANYONE)
		add(m, RUNG_SOURCE, HOME_ACCOUNT, LEVEL_NONE, "account")->note =
			"deactivated";
	else if (!a->n_blocked)
		add(m, RUNG_SOURCE, HOME_SHARE, LEVEL_NONE, "nothing granted")->note =
			a->user == ANYONE ? "no link" : "not shared";
}

/* The best first; of many that give no more than another the rest is one line. */
static void add_sources(struct making *m)
{
	const struct answer *a = m->a;
	uint32_t shown = a->n_sources;

	if (shown > SOURCES_SHOWN + 1)
		shown = SOURCES_SHOWN;
	for (uint32_t i = 0; i < shown; i++)
		add_source(m, RUNG_SOURCE, &a->sources[i],
			   a->sources[i].wins ? "granted" : "");
	if (shown < a->n_sources)
		add(m, RUNG_SOURCE, HOME_SHARE, a->sources[shown].level,
		    arena_printf(m->arena, "%u more", a->n_sources - shown))
			->note = "at most";
	for (uint32_t i = 0; i < a->n_blocked; i++)
		add_source(m, RUNG_BLOCKED, &a->blocked[i],
			   blocked_why(a->blocked[i].blocked));
	if (!a->n_sources) {
		add_nothing(m);
		add_near(m);
	}
}

/* ---- limits ----------------------------------------------------------------------- */

static const char *asset_note(struct making *m, uint32_t asset)
{
	const char *with = access_shared_with(m->seen, asset, m->arena);

	if (!*with)
		return "holds";
	return arena_printf(m->arena, asset_is_for_admins(seen_judged(m->seen),
							  asset) ?
			    "holds: %s" : "holds: only %s",
			    safe(m->arena, with));
}

static void add_limit(struct making *m, const struct limit *limit)
{
	const struct answer *a = m->a;
	enum rung_home home = HOME_ROLE;
	const char *name, *note = "holds";
	struct rung *rung;

	if (limit->code == REASON_ASSET_MISSING) {
		home = HOME_ASSET;
		name = seen_limit_label(m->seen, a, limit);
		note = asset_note(m, limit->asset);
	} else if (limit->code == REASON_STATE_READ_ONLY) {
		home = HOME_STATE;
		name = seen_project(m->seen, a->project)->state ==
			STATE_TRASHED ? "in the trash" : "archived";
	} else {
		name = arena_printf(m->arena, "role %s", role_label(a->role));
	}
	rung = add(m, RUNG_LIMIT, home, limit->cap, name);
	rung->from = a->granted;
	rung->number = limit->asset;
	rung->note = note;
}

static bool is_limit(const struct answer *a, uint32_t asset)
{
	for (uint32_t i = 0; i < a->n_limits; i++)
		if (a->limits[i].asset == asset)
			return true;
	return false;
}

static void fold_asset(struct making *m, struct fold *fold, uint32_t asset)
{
	const struct fact_asset *seen = seen_asset(m->seen, asset);

	if (!*seen->id) {
		fold->hidden = seen->name;
		return;
	}
	buf_printf(&fold->names, "%s%s", fold->n++ ? ", " : "",
		   seen_asset_label(m->seen, asset));
	fold->asset = asset;
}

/* "role Editor, STRIPE_KEY"; too long: "role Editor, 3 assets". */
static const char *fold_name(struct making *m, const struct fold *fold)
{
	const char *role = fold->role ? fold->role : "";
	const char *hidden = !fold->hidden ? "" : fold->n ? "others" :
		fold->hidden;
	const char *names = buf_text(&fold->names);

	if (text_width(role) + text_width(names) > FOLD_CELLS && fold->n > 1)
		names = arena_printf(m->arena, "%u assets", fold->n);
	return arena_printf(m->arena, "%s%s%s%s%s", role, *role &&
			    (*names || *hidden) ? ", " : "", names,
			    *names && *hidden ? ", " : "", hidden);
}

static void add_fold(struct making *m, struct fold *fold, enum rung_kind kind,
		     const char *note)
{
	bool one = fold->n == 1 && !fold->hidden && !fold->role;
	struct rung *rung;

	if (fold->n || fold->hidden || fold->role) {
		rung = add(m, kind, one ? HOME_ASSET : fold->n || fold->hidden ?
			   HOME_IMPORTS : HOME_ROLE, m->a->granted,
			   fold_name(m, fold));
		rung->number = one ? fold->asset : NOBODY;
		rung->note = note;
	}
	buf_release(&fold->names);
}

/* Assets with access, those without that take nothing away, each on a line. */
static void add_assets(struct making *m, const char *role)
{
	const struct facts *facts = seen_judged(m->seen);
	const struct answer *a = m->a;
	const struct numbers *assets = &seen_project(m->seen, a->project)->assets;
	struct fold has = { .role = role }, lacks = { .role = NULL };
	uint32_t asset;
	bool any;

	buf_init(&has.names, NAME_LIMIT);
	buf_init(&lacks.names, NAME_LIMIT);
	for (uint32_t i = 0; i < assets->n; i++) {
		asset = assets->v[i];
		if (facts->assets[asset].gone || is_limit(a, asset))
			continue;
		fold_asset(m, access_asset(facts, a->user, asset) ? &has :
			   &lacks, asset);
	}
	any = has.n || has.hidden;
	add_fold(m, &has, RUNG_PASSES, !role ? "has access" : any ?
		 "no limit, has access" : "no limit");
	add_fold(m, &lacks, RUNG_IDLE, "no access: would hold Can Edit");
}

static void add_passes(struct making *m)
{
	const struct answer *a = m->a;
	const char *role = arena_printf(m->arena, "role %s",
					role_label(a->role));

	if (a->granted == LEVEL_NONE || a->user == ANYONE)
		return;
	if (role_has_all_assets(a->role)) {
		add(m, RUNG_PASSES, HOME_ROLE, a->granted, role)->note =
			"has access to all assets";
		return;
	}
	if (!role_is_held(a->role)) {
		add_assets(m, role);
		return;
	}
	if (a->granted <= LEVEL_CAN_VIEW)
		add(m, RUNG_PASSES, HOME_ROLE, a->granted, role)->note =
			"at most Can View";
	add_assets(m, NULL);
}

/* ---- the end ---------------------------------------------------------------------- */

/* What is missed first; the why page has all of it. */
static const char *lost_note(struct making *m)
{
	static const enum can first[] = {
		CAN_EDIT, CAN_RUN, CAN_SHARE, CAN_RENAME, CAN_DELETE,
		CAN_SEE_SECRETS, CAN_IMPORT_ASSET, CAN_WRITE_BACK,
		CAN_ALLOW_EDITORS_TO_SHARE, CAN_DUPLICATE, CAN_MANAGE
	};
	unsigned lost = access_lost(seen_judged(m->seen), m->a);
	const char *note = "";
	uint32_t n = 0;

	for (size_t i = 0; i < COUNT_OF(first) && n < LOST_SHOWN; i++)
		if (lost & 1u << first[i])
			note = arena_printf(m->arena, "%s%s%s", note, n++ ?
					    ", " : "lost: ", can_label(first[i]));
	return note;
}

static void add_end(struct making *m)
{
	const struct answer *a = m->a;
	struct rung *rung = add(m, RUNG_END, HOME_NONE, a->effective,
		arena_printf(m->arena, "= %s", a->user == ANYONE ?
			     "anyone (web)" : seen_user_label(m->seen, a->user)));

	if (a->reason == REASON_ADMIN_NOT_SHARED)
		rung->note = "may take Full Access";
	else if (a->effective == LEVEL_NONE)
		rung->note = "no access";
	else if (a->effective < a->granted)
		rung->note = lost_note(m);
	else
		rung->note = level_label(a->effective);
}

void ladder_make(const struct seen *seen, const struct answer *a,
		 struct arena *arena, struct ladder *out)
{
	struct making m = { .seen = seen, .a = a, .arena = arena, .out = out };

	*out = (struct ladder){ .n = 0 };
	add_sources(&m);
	for (uint32_t i = 0; i < a->n_limits; i++)
		add_limit(&m, &a->limits[i]);
	add_passes(&m);
	add_end(&m);
}
