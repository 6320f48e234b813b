/* fix_list.h: the ways to a level, as JSON and text (access explain, fixes). */
#ifndef ACTION_FIX_LIST_H
#define ACTION_FIX_LIST_H

#include "action/app.h"
#include "base/json_write.h"

struct fix_list {
	struct fix *fix;
	uint32_t n;
	enum level want;
};

/* want NONE: what is granted where a limit binds, else nothing is looked for. */
void fix_list_find(struct app *app, const struct answer *answer,
		   enum level want, struct arena *arena, struct fix_list *out);
/* The array "fixes". */
void fix_list_json(struct json *json, const struct fix_list *list);
/* The array of a near miss: a group with a grant that the person is not in. */
void fix_near_json(struct json *json, const struct facts *facts,
		   const struct source *near, uint32_t n);
/* "gatehouse group add g-data u-bob", quoted for a shell. */
const char *fix_command(const struct fix *fix, struct arena *arena);
/* "2 others rise, 1 falls"; "" for none. */
const char *fix_side_effects(const struct fix *fix, struct arena *arena);

#endif
