/* facts_put.h: a person who may be there already, for who reads a store. */
#ifndef MODEL_FACTS_PUT_H
#define MODEL_FACTS_PUT_H

#include "model/facts.h"

/* As facts_add_user(), without a name; NOBODY where the id (*id_twice) or the e-mail
 * is there already: then nothing is added. */
uint32_t facts_put_user(struct facts *facts, const char *id, const char *email,
			bool *id_twice);

#endif
