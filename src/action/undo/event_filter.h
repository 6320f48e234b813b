/* event_filter.h: which events are meant: by whom, of which verb, about what, when. */
#ifndef ACTION_UNDO_EVENT_FILTER_H
#define ACTION_UNDO_EVENT_FILTER_H

#include "action/core/action.h"

struct event;

struct event_filter {
	const char *by, *verb, *thing;	/* NULL: any; thing: an id */
	int64_t from, to;		/* times, both counted in; 0 and INT64_MAX */
	int64_t first, last;		/* revisions, the same */
};

/* The ends of a time: a revision, RFC 3339, or a day (to its end, as `until`).  False:
 * it is none of these. */
bool event_since(const char *text, struct event_filter *out);
bool event_until(const char *text, struct event_filter *out);

/* What the arguments ask for; ERROR_INVALID where a time cannot be read, ERROR_NOT_FOUND
 * where nothing is known of the thing: neither is it there, nor is there an event. */
bool event_filter_of(const struct action *self, const struct app *app,
		     const struct args *args, struct event_filter *out,
		     struct error *err) MUST_CHECK;
bool event_passes(const struct event_filter *filter, const struct event *event);

/* E-mail, what stands before its @, or the login; in any case. */
bool event_by(const struct event *event, const char *who);
/* "project", "share" or "project share". */
bool event_verb(const struct event *event, const char *words);
/* Is the id one of its targets, or quoted in its edits? */
bool event_concerns(const struct event *event, const char *id);
/* The id of what is named, of any sort; false and the text itself for what is gone. */
bool event_thing(const struct app *app, const char *text, const char **id);

/* The events that pass, newest first, at most `limit` (0: all) below `before` (0: from
 * the newest); *more: there are older ones. */
bool event_filter_read(const struct app *app, const struct event_filter *filter,
		       int64_t before, size_t limit, struct arena *arena,
		       struct event **out, size_t *n, bool *more, struct error *err)
	MUST_CHECK;

#define PARAMS_EVENT_FILTER \
	{ .name = "by", .label = "By", .option = true, .type = PARAM_TEXT, \
	  .help = "only by this person: e-mail, what stands before its @, or login" }, \
	{ .name = "verb", .label = "Verb", .option = true, .type = PARAM_TEXT, \
	  .help = "only these: project, share, or \"project share\"" }, \
	{ .name = "thing", .label = "About", .option = true, .type = PARAM_TEXT, \
	  .help = "only about this project, person, group or asset" }, \
	{ .name = "since", .label = "Since", .option = true, .type = PARAM_TEXT, \
	  .help = "a day, a time (RFC 3339) or a revision" }, \
	{ .name = "until", .label = "Until", .option = true, .type = PARAM_TEXT, \
	  .help = "the same, counted in" }

#endif
