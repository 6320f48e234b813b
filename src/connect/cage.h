/* cage.h: what a courier may not do, said by itself before it reads its letter: no core,
 * nobody looks into it, little memory and time, no file written, no environment; and it
 * does not outlive who started it. */
#ifndef CONNECT_CAGE_H
#define CONNECT_CAGE_H

#include <stdbool.h>

#include "base/attr.h"

/* False: the system refused one of them, and nothing may be done. */
bool cage_enter(void) MUST_CHECK;

#endif
