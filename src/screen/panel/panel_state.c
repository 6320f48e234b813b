/* panel_state.c: what each person (or project) has, as one byte by number; kept, and
 * compared with what it was.  Numbers are told from others' by the ids behind them. */
#include "screen/panel/panel_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* ---- who has which number ----------------------------------------------------------- */

static void ids_drop(struct panel_ids *ids)
{
	if (ids && --ids->refs == 0)
		free(ids);
}

static struct panel_ids *ids_hold(struct panel_ids *ids)
{
	ids->refs++;
	return ids;
}

/* What moves no name leaves who has which number, but for those who do not see all: what
 * they do not see has none. */
static uint64_t names_of(const struct app *app)
{
	const struct facts *facts = seen_judged(app_seen(app));

	return app_reads_all(app) ? facts->named : facts->changes;
}

static struct panel_ids *ids_make(const struct app *app, enum thing_kind kind)
{
	const struct seen *seen = app_seen(app);
	uint32_t n = kind == THING_USER ? seen_n_users(seen) : seen_n_projects(seen), i;
	struct panel_ids *ids = mem_alloc(sizeof(*ids) + (n + 1u) * sizeof(ids->v[0]));

	ids->refs = 1;
	ids->n = n;
	ids->kind = kind;
	ids->names = names_of(app);
	ids->subject = app_subject(app);
	for (i = 0; i < n; i++)
		ids->v[i] = thing_hash_of(app, kind, i);
	ids->v[n] = thing_hash_of(app, THING_USER, ANYONE);
	return ids;
}

/* Those that there are, if they are of the present facts. */
static struct panel_ids *ids_now(const struct panel *panel, enum thing_kind kind)
{
	const struct app *app = panel->screen->app;
	struct panel_ids *const known[] = { panel->now.ids, panel->saved.ids,
					    panel->before.ids };
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i] && known[i]->kind == kind &&
		    known[i]->names == names_of(app) &&
		    known[i]->subject == app_subject(app))
			return ids_hold(known[i]);
	return ids_make(app, kind);
}

/* ---- what each has ------------------------------------------------------------------ */

void panel_state_drop(struct panel_state *state)
{
	ids_drop(state->ids);
	free(state->levels);
	free(state->caps);
	*state = (struct panel_state){ .known = false };
}

static void make_room(struct panel_state *state, bool caps)
{
	size_t n = (size_t)state->ids->n + 1;

	state->levels = mem_alloc(n);
	state->caps = caps ? mem_array(n, sizeof(*state->caps)) : NULL;
	state->known = true;
}

void panel_state_begin(struct panel *panel, enum thing_kind kind, bool caps)
{
	struct panel_ids *ids = ids_now(panel, kind);

	panel_state_drop(&panel->now);
	panel->now.ids = ids;
	make_room(&panel->now, caps);
}

void panel_state_copy(struct panel_state *to, const struct panel_state *from)
{
	panel_state_drop(to);
	if (!from->known)
		return;
	to->ids = ids_hold(from->ids);
	make_room(to, from->caps);
	memcpy(to->levels, from->levels, (size_t)from->ids->n + 1);
	if (from->caps)
		memcpy(to->caps, from->caps, ((size_t)from->ids->n + 1) *
		       sizeof(*to->caps));
}

/* ---- what it was, by the numbers of now ---------------------------------------------- */

struct stray { uint64_t id; uint32_t n; };

static int stray_cmp(const void *a, const void *b)
{
	const struct stray *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static void take(struct panel_state *was, uint32_t at, const struct panel_state *base,
		 uint32_t from)
{
	was->levels[at] = base->levels[from];
	if (was->caps && base->caps)
		was->caps[at] = base->caps[from];
}

static bool is_there(const struct panel_ids *ids, uint32_t n, uint64_t id)
{
	return n < ids->n && ids->v[n] == id;
}

/* Whose numbers are others now, by their ids. */
static void take_strays(struct panel_state *was, const struct panel_state *base)
{
	const struct panel_ids *now = was->ids, *then = base->ids;
	struct stray *strays = mem_array((size_t)then->n + 1, sizeof(*strays)), *found;
	size_t n = 0;
	uint32_t i;

	for (i = 0; i < then->n; i++)
		if (!is_there(now, i, then->v[i]) &&
		    (base->levels[i] || (base->caps && base->caps[i])))
			strays[n++] = (struct stray){ then->v[i], i };
	if (n)
		qsort(strays, n, sizeof(*strays), stray_cmp);
	for (i = 0; n && i < now->n; i++) {
		if (is_there(then, i, now->v[i]))
			continue;
		found = bsearch(&(struct stray){ .id = now->v[i] }, strays, n,
				sizeof(*strays), stray_cmp);
		if (found)
			take(was, i, base, found->n);
	}
	free(strays);
}

void panel_state_compare(struct panel *panel, const struct panel_state *base)
{
	struct panel_state *was = &panel->was;
	uint32_t i, n = panel->now.ids->n;

	panel_state_drop(was);
	was->ids = ids_hold(panel->now.ids);
	make_room(was, panel->now.caps);
	for (i = 0; i < n; i++)
		if (was->ids == base->ids || is_there(base->ids, i, was->ids->v[i]))
			take(was, i, base, i);
	if (was->ids != base->ids)
		take_strays(was, base);
	take(was, n, base, base->ids->n);
}
