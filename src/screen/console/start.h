/* start.h: from a verb, or a command by its words, to what asks for the rest: a dialog,
 * the question before a write, the marked rows, the text of what reads. */
#ifndef SCREEN_CONSOLE_START_H
#define SCREEN_CONSOLE_START_H

#include "screen/frame/request.h"

struct marked;

/* An action on a thing (THING_NONE: on none; where the action needs one, it is chosen
 * first): its dialog, or the question before it, or, where it reads, its text.
 * False: *err says why it cannot be. */
bool start_verb(struct screen *screen, const struct action *action,
		const struct thing *focus, struct error *err) MUST_CHECK;
/* The dialog of marked things about these, which are taken: a draft of a set. */
bool start_set(struct screen *screen, const struct action *action,
	       struct marked *marked, struct error *err) MUST_CHECK;
/* Where it is refused of this thing: does its form open all the same, to be read? */
bool start_shows(const struct action *action, const struct thing *thing);
/* Of a parsed request.  Takes it over (also when it fails). */
bool start_request(struct screen *screen, struct request *request,
		   struct error *err) MUST_CHECK;
/* Where rows are marked and no page stands over the list: the dialog about all of them,
 * if the action has one.  False: it has none, or none is marked, or (err->text) it
 * cannot be. */
bool start_marked_form(struct screen *screen, const struct action *action,
		       struct error *err) MUST_CHECK;
/* Where rows are marked and no page stands over the list: the command line with
 * (marked) in the place of the thing; *complete: nothing is missing.  False: none are. */
bool start_marked(struct screen *screen, const struct action *action,
		  struct buf *line, bool *complete);

#endif
