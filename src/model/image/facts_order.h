/* facts_order.h: names put in order once, for a workspace so large that each session
 * would feel it.  It goes with an image (facts_image.h), and is known until an edit may
 * have changed a name. */
#ifndef MODEL_IMAGE_FACTS_ORDER_H
#define MODEL_IMAGE_FACTS_ORDER_H

#include "model/facts.h"

/* Put all in order.  Nothing of the facts is gone. */
void facts_order_make(struct facts *facts);
bool facts_order_known(const struct facts *facts);

/* While it is known: every number, by name (people: or e-mail; text_natcmp), equal ones
 * by id. */
const uint32_t *facts_order_people(const struct facts *facts);
const uint32_t *facts_order_titles(const struct facts *facts);
/* Has somebody else the same name, folded? */
bool facts_order_twin(const struct facts *facts, uint32_t user);

#endif
