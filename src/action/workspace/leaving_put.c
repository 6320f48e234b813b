/* leaving_put.c: one row more, and how it is said. */
#include "action/workspace/leaving_priv.h"

#include "action/core/word_list.h"
#include "base/mem.h"

static const char *kept(struct leaving *self, const char *text)
{
	return text ? arena_strdup(self->arena, text) : NULL;
}

void leaving_add(struct leaving *self, struct plan_row row)
{
	row.id = kept(self, row.id);
	row.name = kept(self, row.name);
	self->rows = mem_grow(self->rows, self->n, &self->cap, sizeof(*self->rows));
	self->rows[self->n++] = row;
}

const char *leaving_person(struct leaving *self, uint32_t user)
{
	const struct fact_user *one = &self->app->facts.users[user];
	const char *email = word_cut(self->arena, one->email);

	return *one->name ? arena_printf(self->arena, "%s <%s>",
					 word_cut(self->arena, one->name), email) : email;
}

const char *leaving_title(struct leaving *self, uint32_t project)
{
	return word_project(self->arena, app_seen(self->app), project);
}

enum level leaving_direct(const struct leaving *self, uint32_t p)
{
	const struct fact_project *project = &self->app->facts.projects[p];
	uint32_t i;

	for (i = 0; i < project->n_grants; i++)
		if (!project->grants[i].group && project->grants[i].who == self->user)
			return (enum level)project->grants[i].level;
	return LEVEL_NONE;
}
