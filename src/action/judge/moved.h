/* moved.h: what edits give or take that is no level: the right to share, the sight of
 * secret values, one's default connection.  Nobody is told that nothing changes while
 * they lose one of these. */
#ifndef ACTION_JUDGE_MOVED_H
#define ACTION_JUDGE_MOVED_H

#include "access/seen.h"
#include "action/core/result.h"
#include "base/buf.h"
#include "base/json_write.h"
#include "model/edit.h"

/* The facts are as before the edits, and are so on return. */
void moved_find(struct facts *facts, struct edit *edits, size_t n,
		struct arena *arena, struct moved *out);
/* Keep those that are marked. */
void moved_keep(struct moved *moved, const bool *kept);
bool sees_moved(const struct seen *seen, const struct moved_one *one);

/* "Dana Ilves may no longer share Revenue model" */
const char *moved_text(const struct seen *seen, const struct moved_one *one,
		       struct arena *arena);
/* Members "rights", "rights_up", "rights_down". */
void moved_json(struct json *json, const struct seen *seen,
		const struct moved *moved);

#endif
