/* names.c: what things and groups may be called. */

#include <string.h>

#include "action/core/word_list.h"
#include "action/judge/names.h"
#include "base/text.h"

enum { TEXT_MOST = 65536 };

bool may_be_named(const char *field, const char *text, struct error *err)
{
	const char *fault = word_name_fault(text);

	if (!fault)
		return true;
	error_set(err, ERROR_INVALID, "NAME_INVALID", "the %s %s", field, fault);
	error_field(err, "%s", field);
	return error_remedy(err, "give 1 to 200 visible characters");
}

bool length_good(const struct edit_plan *plan, const char *name, struct error *err)
{
	const char *text = plan_text(plan, name);

	if (!text || strlen(text) <= TEXT_MOST)
		return true;
	error_set(err, ERROR_INVALID, "TOO_LONG",
		  "the %s is longer than 64 KiB", name);
	return error_field(err, "%s", name);
}

static bool is_builtin(const char *name)
{
	size_t i;

	for (i = 0; i < BUILTINS; i++)
		if (text_casecmp(name, builtin_label(builtin_all[i])) == 0 ||
		    text_casecmp(name, builtin_code(builtin_all[i])) == 0)
			return true;
	return false;
}

static void warn_of_double(struct edit_plan *plan, uint32_t group, const char *name)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t i;

	for (i = 0; i < facts->n_groups; i++) {
		if (i == group || facts->groups[i].gone ||
		    text_casecmp(facts->groups[i].name, name) != 0)
			continue;
		plan_warn(plan, "NAME_DUPLICATE", "another group is called %s (%s): "
			  "name them by id from now on",
			  word_cut(plan->arena, seen_group(app_seen(plan->app), i)->name),
			  facts->groups[i].id);
		return;
	}
}

bool group_may_be_named(struct edit_plan *plan, uint32_t group, const char *name,
			struct error *err)
{
	if (!may_be_named("name", name, err))
		return false;
	if (is_builtin(name)) {
		error_set(err, ERROR_INVALID, "NAME_RESERVED",
			  "%s is the name of a built-in group", name);
		error_field(err, "name");
		return error_remedy(err, "choose another name");
	}
	warn_of_double(plan, group, name);
	return true;
}
