/* files.c: see files.h. */
#include "action/judge/files.h"

#include <ctype.h>
#include <string.h>

#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/kind_said.h"

enum { PATH_MOST = 1024 };

const char *file_path_fault(const char *path)
{
	size_t n = strlen(path);

	if (strstr(path, "://"))
		return "only the path is wanted, without the bucket";
	if (!n || *path == '/' || path[n - 1] == '/')
		return "a file's path neither begins nor ends with /";
	if (n > PATH_MOST)
		return "a file's path has at most 1024 bytes";
	if (strstr(path, "//") || strcmp(path, "..") == 0 || strncmp(path, "../", 3) == 0 ||
	    strstr(path, "/../") || (n > 2 && strcmp(path + n - 3, "/..") == 0))
		return "a file's path has no // and no .. in it";
	return NULL;
}

static const char *from_id(const char *config, struct arena *arena)
{
	const char *id = config ? config_get(config, KIND_FROM, arena) : NULL;

	return id ? id : "";
}

uint32_t file_from(const struct facts *facts, const struct fact_own *file)
{
	struct arena arena = { 0 };
	uint32_t asset = facts_asset(facts, from_id(file->config, &arena));

	arena_release(&arena);
	return asset;
}

uint32_t file_find(const struct facts *facts, uint32_t project, uint32_t asset,
		   const char *path)
{
	const struct fact_project *p = &facts->projects[project];
	uint32_t i;

	for (i = 0; i < p->n_own; i++)
		if (kind_has_files(kind_at(p->own[i].kind)) &&
		    strcmp(p->own[i].name, path) == 0 &&
		    (asset == NOBODY || file_from(facts, &p->own[i]) == asset))
			return i;
	return NOBODY;
}

uint32_t files_drop(struct edit_plan *plan, uint32_t project, uint32_t asset)
{
	const struct fact_project *p = &plan->app->facts.projects[project];
	struct edit edit = edit_of(EDIT_OWN_DELETE);
	uint32_t i = p->gone ? 0 : p->n_own, n = 0;

	while (i-- > 0) {		/* those behind it move up */
		if (!kind_has_files(kind_at(p->own[i].kind)) ||
		    file_from(&plan->app->facts, &p->own[i]) != asset)
			continue;
		edit.project = project;
		edit.text = p->own[i].id;
		plan_edit(plan, edit);
		n++;
	}
	return n;
}

static uint32_t count(const struct facts *facts, uint32_t project)
{
	const struct fact_project *p = &facts->projects[project];
	uint32_t i, n = 0;

	for (i = 0; i < p->n_own; i++)
		n += kind_has_files(kind_at(p->own[i].kind));
	return n;
}

const char *file_in_code(const struct fact_asset *from, const char *path,
			 struct arena *arena)
{
	char *type = arena_strdup(arena, from->type);
	char *name = arena_strdup(arena, from->name), *to, *at;

	for (to = at = type; *at; at++)		/* google_drive: googledrive */
		if (*at != '_')
			*to++ = *at;
	*to = '\0';
	for (to = at = name; *at; at++)
		if (isalnum((unsigned char)*at))
			*to++ = (char)tolower((unsigned char)*at);
		else if (*at == ' ')
			*to++ = '_';
	*to = '\0';
	return arena_printf(arena, "external-files/%s/%s/%s", type, name, path);
}

static bool no_integration(struct edit_plan *plan, uint32_t asset, struct error *err)
{
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%s is a %s: files come from file "
		  "integrations", plan_word(plan, OF_ASSET, asset),
		  kind_at(plan->app->facts.assets[asset].kind)->label);
	error_field(err, "files");
	return error_remedy(err, "gatehouse files list shows those that you have access "
			    "to");
}

bool may_have_file(struct edit_plan *plan, uint32_t project, const char *path,
		   const char *config, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t asset = facts_asset(facts, from_id(config, plan->arena));
	const char *fault = file_path_fault(path);

	if (asset == NOBODY || !sees_asset(app_seen(plan->app), asset)) {
		error_set(err, ERROR_NOT_FOUND, "NOT_FOUND", "the file integration is not "
			  "there, or not shared with you");
		return error_field(err, "files");
	}
	if (!kind_has_files(kind_at(facts->assets[asset].kind)))
		return no_integration(plan, asset, err);
	if (fault) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", "%s", fault);
		error_field(err, "path");
		return error_remedy(err, "for example raw/2026/orders.csv");
	}
	if (!numbers_has(&facts->projects[project].assets, asset) &&
	    !may_import(plan, project, asset, err))
		return false;
	if (file_find(facts, project, asset, path) != NOBODY) {
		error_set(err, ERROR_CONFLICT, "FILE_THERE", "%s has %s already",
			  plan_word(plan, OF_PROJECT, project),
			  word_cut(plan->arena, path));
		return error_field(err, "path");
	}
	if (count(facts, project) < FILES_MOST)
		return true;
	error_set(err, ERROR_CONFLICT, "FILES_FULL", "%s has %d files, and a project no "
		  "more", plan_word(plan, OF_PROJECT, project), FILES_MOST);
	return error_remedy(err, "first: gatehouse project remove-file");
}
