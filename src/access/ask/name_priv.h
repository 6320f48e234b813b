/* name_priv.h: how the index of names parts words. */
#ifndef ACCESS_ASK_NAME_PRIV_H
#define ACCESS_ASK_NAME_PRIV_H

#include <stdbool.h>

/* Of folded text. */
bool name_in_word(char c);
/* By the first two bytes. */
unsigned name_bucket(const char *word);

#endif
