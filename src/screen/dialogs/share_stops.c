/* share_stops.c: who is blocked, shown above what the other grants would do, and a way
 * round it taken: see share_priv.h. */
#include "screen/dialogs/share_priv.h"

#include <string.h>

#include "action/run/run.h"

bool share_stops_row(const struct share *self, const char *row)
{
	size_t i;

	for (i = 0; i < self->n_stops; i++)
		if (strcmp(self->stops[i].row, row) == 0)
			return true;
	return false;
}

void share_stops_tell(struct dialog_page *page, struct batch *rest)
{
	const struct share *self = page->ctx;
	struct consequence *out = &page->consequence;
	struct result *preview = &page->preview;
	struct error err;
	size_t i;

	error_clear(&err);
	result_release(preview);
	if (!batch_preview(page->screen->app, rest, preview, &err)) {
		result_release(preview);
		result_init(preview);
	}
	consequence_stops(out, page->screen, self->n_stops, preview);
	for (i = 0; i < self->n_stops; i++) {
		const struct share_stop *stop = &self->stops[i];

		consequence_add(out, CONSEQUENCE_STOPS, stop->name, stop->now,
				"blocked", stop->why, stop->said)->tag =
			stop->added ? "new" : "";
	}
	for (i = 0; i < self->n_ways; i++)
		consequence_way(out, self->ways[i].text, self->ways[i].effects);
	consequence_ask(out, self->ask);
	consequence_done(out);
}

void share_stops_pick(struct dialog_page *page, size_t way)
{
	const struct share *self = page->ctx;
	const struct share_way *one = &self->ways[way];
	struct field *also = form_field(&page->form, "also");
	struct form_row *row;

	dialog_look(page);		/* keys may come faster than looks */
	if (way >= self->n_ways)
		return;
	if (one->id) {
		if (!form_row(also, one->id)) {
			row = form_row_add(&page->form, also, one->id,
					   one->text, false, FORM_NONE);
			row->added = true;
		}
		also->hidden = false;
		(void)form_focus_row(&page->form, "also", one->id);
	} else {
		row = form_row(form_field(&page->form, "grants"), one->row);
		row->choice = one->choice;
		(void)form_focus_row(&page->form, "grants", one->row);
	}
	dialog_touched(page);
}
