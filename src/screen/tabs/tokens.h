/* tokens.h: the list of API tokens, the other one of Integrations. */
#ifndef SCREEN_TABS_TOKENS_H
#define SCREEN_TABS_TOKENS_H

#include "screen/tabs/tab.h"

extern const struct tab_view tab_view_tokens;

#endif
