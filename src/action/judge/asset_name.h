/* asset_name.h: what assets may be called, and the finding of a project's own. */
#ifndef ACTION_JUDGE_ASSET_NAME_H
#define ACTION_JUDGE_ASSET_NAME_H

#include "action/core/plan.h"

struct asset_kind;

/* A name by itself: form and D19. */
bool asset_name_good(const struct asset_kind *kind, const char *name,
		     struct error *err) MUST_CHECK;
/* D19 for shared secrets: unique in the workspace, and among what the projects that
 * import it have of their own; others warn of a double.  asset: NOBODY for a new
 * one. */
bool asset_name_free(struct edit_plan *plan, uint32_t kind, uint32_t asset,
		     const char *name, struct error *err) MUST_CHECK;
/* D19 for a project's own: unique in it, across own and imported.  except: the
 * place of the one to be renamed, or NOBODY. */
bool own_name_free(struct edit_plan *plan, uint32_t project, uint32_t kind,
		   uint32_t except, const char *name, struct error *err)
	MUST_CHECK;

/* One of a project's own by id or name; *out is its place. */
bool own_find(const struct app *app, uint32_t project, uint32_t kind,
	      const char *text, uint32_t *out, struct error *err) MUST_CHECK;
/* May the subject see what the project has of its own: Can Edit (DOMAIN 6.12). */
bool own_may_see(const struct app *app, uint32_t project, struct error *err)
	MUST_CHECK;

#endif
