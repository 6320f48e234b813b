/* arg_value.h: one typed value, checked for form and brought to its code. */
#ifndef ACTION_CORE_ARG_VALUE_H
#define ACTION_CORE_ARG_VALUE_H

#include "action/core/action.h"

/* *value: as typed; then in the form of files ("can_edit", "on") where the type
 * has one. */
bool arg_value(const struct param *param, const char **value,
	       struct arena *arena, struct error *err) MUST_CHECK;

#endif
