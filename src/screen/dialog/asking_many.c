/* asking_many.c: a form of parameters about the marked rows: the value that all have or
 * "different", what some have, and the commands for each. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/path_find.h"
#include "screen/dialog/asking.h"
#include "screen/dialog/marked.h"

/* ---- what is now ------------------------------------------------------------------ */

void asking_many_one(const struct asking_field *self, size_t i,
		     struct arena *arena, struct arg *out)
{
	const struct dialog_page *page = self->asking->page;
	struct app *app = page->screen->app;
	struct asked asked = { .app = app, .arena = arena,
		.number = thing_number(app, &page->marked->v[i]) };

	*out = (struct arg){ NULL, 0 };
	(void)asked_now(&asked, self->param, out);
}

static bool same(const struct arg *a, const struct arg *b)
{
	size_t i;

	for (i = 0; i < a->n && a->n == b->n; i++)
		if (strcmp(a->v[i], b->v[i]) != 0)
			return false;
	return a->n == b->n;
}

void asking_many_now(const struct asking_field *self, struct arena *arena,
		     struct arg *out, bool *differ)
{
	const struct dialog_page *page = self->asking->page;
	struct arg one;
	size_t i;

	*out = (struct arg){ NULL, 0 };
	*differ = false;
	for (i = 0; i < page->marked->n && !*differ; i++) {
		asking_many_one(self, i, arena, &one);
		if (i == 0)
			*out = one;
		else if (!same(out, &one))
			*differ = true;
	}
	if (*differ)
		*out = (struct arg){ NULL, 0 };
}

/* ", owns 2 projects" */
static const char *owns(const struct seen *seen, uint32_t user, struct form *form)
{
	uint32_t p, n = 0;

	for (p = 0; p < seen_n_projects(seen); p++)
		n += sees_project(seen, p) && seen_project(seen, p)->owner == user;
	return n ? form_printf(form, ", owns %u project%s", n, n == 1 ? "" : "s") : "";
}

const char *asking_many_detail(struct dialog_page *page, struct form *form,
			       const struct thing *thing)
{
	const struct seen *seen = dialog_seen(page);
	uint32_t n = thing_number(page->screen->app, thing), owner;

	switch (thing->kind) {
	case THING_USER:
		return form_printf(form, "%s%s%s", role_label(seen_user(seen, n)->role),
				   seen_user(seen, n)->active ? "" :
				   ", deactivated", asking_field(page->ctx, "heir") ?
				   owns(seen, n, form) : "");
	case THING_GROUP:
		return form_printf(form, "group of %u", seen_count_members(seen, n));
	case THING_PROJECT:
		owner = seen_project(seen, n)->owner;
		return owner == NOBODY ? "" : form_printf(form, "owner %s",
			seen_user_label(seen, owner));
	default:
		return "";
	}
}

/* ---- commands ----------------------------------------------------------------------- */

static bool say(struct dialog_page *page, struct form *form,
		const struct thing *thing, struct batch *batch, struct error *err)
{
	const struct asking *asking = page->ctx;
	size_t i;

	for (i = 0; i < asking->n_actions; i++)
		if (!asking_one(page, asking->actions[i], form, thing, batch, err))
			return false;
	return true;
}

/* What is lacking is lacking for all. */
static bool lacks(struct dialog_page *page, struct form *form, struct error *err)
{
	struct batch batch;
	bool ok;

	batch_init(&batch);
	ok = say(page, form, &page->subject, &batch, err);
	batch_release(&batch);
	return !ok;
}

/* A folder that is none, or takes no file, stops all of them, not each. */
static bool folders_take(const struct dialog_page *page, const struct form *form,
			 struct error *err)
{
	const struct asking *asking = page->ctx;
	struct arena arena = { 0 };
	bool good = true;
	size_t i;

	for (i = 0; i < asking->n && good; i++) {
		const struct param *param = asking->fields[i].param;
		const struct field *field = param->each ?
			form_field(form, param->name) : NULL;

		if (!field || !*field->input.text)
			continue;
		good = faccessat(AT_FDCWD, arena_printf(&arena, "%s/.", path_expand(
				 field->input.text, &arena)), W_OK | X_OK, AT_EACCESS) == 0;
		if (good)
			continue;
		error_set(err, ERROR_INVALID, "FILE", "no file can be written into %.200s: %s",
			  field->input.text, strerror(errno));
		error_field(err, "%s", param->name);
		(void)error_remedy(err, "name a folder that is there, or empty it");
	}
	arena_release(&arena);
	return good;
}

bool asking_many_commands(struct dialog_page *page, struct form *form,
			  struct batch *batch, struct error *err)
{
	if (!asking_known(page, form, err) || !folders_take(page, form, err) ||
	    lacks(page, form, err))
		return false;
	marked_commands(page, form, batch, say);
	return true;
}
