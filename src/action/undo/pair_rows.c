/* pair_rows.c: see pair_rows.h. */
#include "action/undo/pair_rows.h"

#include "access/words.h"
#include "action/undo/pair_past.h"
#include "action/undo/pair_words.h"
#include "base/clock.h"

static void row(struct result *out, const struct pair_past *past, size_t i)
{
	const struct pair_level *level = pair_past_level(past, i);
	bool change = i < pair_past_n(past);
	const struct pair_change *event = change ? pair_past_at(past, i) :
		pair_past_last(past);
	char at[CLOCK_TEXT];

	clock_rfc3339(event->time, at);
	result_cells(out, event->seq ? at : NULL, event->seq ?
		     arena_printf(&out->arena, "%lld", (long long)event->seq) : NULL,
		     level->there ? level_code(level->granted) : NULL,
		     level->there ? level_code(level->effective) : NULL,
		     level->there ? reason_code(level->reason) : NULL, event->by,
		     change ? event->cause : pair_beginning(pair_past_where(past)));
}

bool pair_rows(struct app *app, uint32_t user, uint32_t project, struct result *out,
	       struct error *err)
{
	struct pair_past *past;
	bool good;
	size_t i;

	if (!app_reads_all(app))
		return app_admins_only("looking back", err);
	past = pair_past_begin(app, user, project);
	if (!past) {
		error_set(err, ERROR_INVALID, "past", "what is only tried has no past");
		return error_remedy(err, "apply it or drop it first");
	}
	result_columns(out, 7, "since", "SINCE", CELL_CODE, "event", "EVENT", CELL_NUMBER,
		       "granted", "GRANTED", CELL_CODE,
		       "effective", "EFFECTIVE", CELL_CODE, "reason", "REASON", CELL_CODE,
		       "by", "BY", CELL_CODE, "what", "WHAT", CELL_TEXT);
	good = pair_past_all(past, err);
	for (i = 0; good && i <= pair_past_n(past); i++)
		row(out, past, i);
	out->more = good && pair_past_where(past) != PAIR_START;
	if (out->more)
		out->message = "Nothing is known before it.";
	pair_past_end(past);
	return good;
}
