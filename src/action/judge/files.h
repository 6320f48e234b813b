/* files.h: files that projects have of file integrations (A42): kept with what a project
 * has of its own, by their path. */
#ifndef ACTION_JUDGE_FILES_H
#define ACTION_JUDGE_FILES_H

#include "action/core/plan.h"

enum { FILES_MOST = 100 };		/* a project (DOMAIN 3.8) */

/* NULL if it can be the path of a file in an integration, else what is wrong. */
const char *file_path_fault(const char *path);
/* The integration it is of; NOBODY: it is gone. */
uint32_t file_from(const struct facts *facts, const struct fact_own *file);
/* The project's file of this path; of this integration, or (NOBODY) of any.  Its place
 * in what the project has of its own; NOBODY: there is none. */
uint32_t file_find(const struct facts *facts, uint32_t project, uint32_t asset,
		   const char *path);
/* Take the project's files of this integration away; how many there were. */
uint32_t files_drop(struct edit_plan *plan, uint32_t project, uint32_t asset);
/* "external-files/s3/s3_lake/raw/x.csv": where code finds it. */
const char *file_in_code(const struct fact_asset *from, const char *path,
			 struct arena *arena);

/* The subject has access to the integration, it is one, and the project has room. */
bool may_have_file(struct edit_plan *plan, uint32_t project, const char *path,
		   const char *config, struct error *err) MUST_CHECK;

#endif
