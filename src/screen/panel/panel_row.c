/* panel_row.c: a row of the panel is a number; what stands on it is made where it is asked
 * for. */
#include "screen/panel/panel_priv.h"

#include <stdlib.h>

#include "base/mem.h"

enum { GRANTED_FROM = 4, EFFECTIVE = 15 };	/* of what a state says of each */

void panel_room(struct panel *panel, size_t n)
{
	if (n <= panel->cap)
		return;
	free(panel->who);
	panel->who = mem_array(n, sizeof(*panel->who));
	panel->cap = n;
}

static uint32_t place_of(const struct panel *panel, uint32_t who)
{
	return who == ANYONE ? panel->now.ids->n : who;
}

void panel_add(struct panel *panel, uint32_t who, unsigned granted, unsigned effective)
{
	panel->who[panel->n_all++] = who;
	panel->now.levels[place_of(panel, who)] =
		(uint8_t)(granted << GRANTED_FROM | effective);
}

uint8_t panel_level(const struct panel *panel, size_t row)
{
	return panel->now.levels[place_of(panel, panel->who[row])] & EFFECTIVE;
}

static bool has_changed(const struct panel *panel, uint32_t at)
{
	const struct panel_state *now = &panel->now, *was = &panel->was;

	return was->known && (now->levels[at] != was->levels[at] ||
			      (now->caps && now->caps[at] != was->caps[at]));
}

static bool is_held(const struct panel *panel, uint32_t at)
{
	unsigned levels = panel->now.levels[at];

	return (levels & EFFECTIVE) < levels >> GRANTED_FROM;
}

bool panel_is_held(const struct panel *panel, size_t row)
{
	return is_held(panel, place_of(panel, panel->who[row]));
}

struct panel_row panel_row(const struct panel *panel, size_t row)
{
	const struct panel_state *now = &panel->now, *was = &panel->was;
	uint32_t who = panel->who[row], at = place_of(panel, who);
	struct panel_row out = {
		.who = who, .granted = now->levels[at] >> GRANTED_FROM,
		.effective = now->levels[at] & EFFECTIVE,
		.changed = has_changed(panel, at),
		.caps = now->caps ? now->caps[at] : 0,
		.values = panel->values && who != ANYONE ? panel->values[who] : 0,
	};

	if (was->known) {
		out.was_granted = was->levels[at] >> GRANTED_FROM;
		out.was = was->levels[at] & EFFECTIVE;
		out.was_caps = was->caps ? was->caps[at] : 0;
	}
	return out;
}

uint64_t panel_row_id(const struct panel *panel, size_t row)
{
	return panel->now.ids->v[place_of(panel, panel->who[row])];
}

enum panel_rank panel_rank(const struct panel *panel, uint32_t who)
{
	uint32_t at = place_of(panel, who);

	if (has_changed(panel, at))
		return PANEL_MOVED;
	return is_held(panel, at) ? PANEL_DOWN : PANEL_PLAIN;
}

bool panel_attends(const struct panel *panel, size_t row)
{
	return panel_rank(panel, panel->who[row]) != PANEL_PLAIN;
}
