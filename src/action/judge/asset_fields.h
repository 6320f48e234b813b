/* asset_fields.h: the fields of an asset as arguments: --field KEY=VALUE and
 * options that are called as a field.  Checked by the table of the kind. */
#ifndef ACTION_JUDGE_ASSET_FIELDS_H
#define ACTION_JUDGE_ASSET_FIELDS_H

#include "action/core/plan.h"

struct asset_kind;

struct asset_fields {
	struct edit_plan *plan;
	const struct asset_kind *kind;
	const char *type;		/* "" if none was chosen yet */
	const char *config;		/* before, then after */
};

/* Was any field named? */
bool asset_fields_given(const struct edit_plan *plan,
			const struct asset_kind *kind);
/* Put the arguments into the config.  A secret field is refused: its value
 * is never an argument (asset_values.h). */
bool asset_fields_take(struct asset_fields *fields, struct error *err) MUST_CHECK;
/* Take out what this type does not have. */
void asset_fields_trim(struct asset_fields *fields);
/* What is required and not there goes in where the type has a value for it: all of
 * that, or only what `before` (a config; NULL: all) has or was not asked for. */
void asset_fields_default(struct asset_fields *fields, const char *before);
/* How many required ones that have no such value are not there, leaving out those
 * that `was` lacks as well (NULL: none); *list: "Host and Database", *first: the
 * name of the first. */
size_t asset_fields_missing(const struct asset_fields *fields,
			    const struct asset_fields *was, const char **list,
			    const char **first);
/* Does it differ from `before` in what a test would try? */
bool asset_fields_untested(const struct asset_fields *fields,
			   const char *before);

#endif
