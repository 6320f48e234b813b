/* facts_priv.h: what only edits may do to facts. */
#ifndef MODEL_FACTS_PRIV_H
#define MODEL_FACTS_PRIV_H

#include "model/whose.h"

/* Take back the last facts_add_*; nothing but the owner may point at it. */
void facts_drop(struct facts *facts, enum whose whose);
/* The memory of one thing. */
void facts_free(struct facts *facts, enum whose whose, uint32_t n);
/* Mark as gone, or bring back.  The id is free while the thing is gone. */
void facts_hide(struct facts *facts, enum whose whose, uint32_t n, bool gone);

void facts_forget_email(struct facts *facts, uint32_t user);
void facts_recall_email(struct facts *facts, uint32_t user);
/* Another e-mail, which no other user has. */
void facts_set_email(struct facts *facts, uint32_t user, const char *email);

/* One more, zeroed. */
struct fact_own *facts_new_own(struct facts *facts, uint32_t project) MUST_CHECK;

/* "draft" or "untested": what an asset is by its fields alone. */
const char *facts_asset_status(const struct fact_asset *asset);

#endif
