/* list_button.c: see list_button.h. */
#include "screen/dialog/list_button.h"

#include <string.h>

#include "model/value_web.h"
#include "screen/live/live_list.h"

static const char repositories[] = "list.repository", refs[] = "list.ref";

void list_button_add(struct form *form, const struct kind_field *of)
{
	bool repository = of->type == &value_repository;
	struct field *field;

	if (!repository && strcmp(of->name, "ref") != 0)
		return;
	field = form_add(form, FIELD_BUTTON, repository ? repositories : refs, repository ?
			 "List repositories" : "List branches and tags");
	field->note = "asked for now";
	field->help = repository ? "Lists what the provider has as of now; letters filter, "
		"Enter takes one. Whoever knows the name can type it above." :
		"Lists the branches and tags of the repository as of now; letters filter, "
		"Enter takes one and says which it is. A commit is typed above.";
}

/* ---- what was chosen ------------------------------------------------------------------- */

static void put(struct dialog_page *page, const char *name, const char *text)
{
	struct field *field = form_field(&page->form, name);

	if (!field || field->fixed)
		return;
	input_set(&field->input, text);
	(void)form_focus(&page->form, name);
	page->at = ON_FORM;
	dialog_touched(page);
}

static void take_repository(void *ctx, const struct live_choice *choice)
{
	put(ctx, "repository", choice->name);
}

static void take_ref(void *ctx, const struct live_choice *choice)
{
	struct dialog_page *page = ctx;
	struct field *kind = form_field(&page->form, "ref_kind");
	const struct kind_field *of = kind_field(kind_at(page->action->kind), "ref_kind");
	int i;

	for (i = 0; kind && of && of->choices[i]; i++)
		if (strcmp(of->choices[i], choice->kind) == 0 && !kind->fixed)
			kind->choice = i;
	put(page, "ref", choice->name);
}

/* ---- who is asked ------------------------------------------------------------------------ */

static void refuse(struct dialog_page *page, const char *field, const char *why)
{
	(void)form_focus(&page->form, field);
	page->at = ON_FORM;
	screen_refuse(page->screen, "%s", why);
}

bool list_button_pressed(struct dialog_page *page, const char *id, const char *button)
{
	const struct field *repository = form_field(&page->form, "repository");
	struct check_subject provider = id ? check_present(page->screen->app, OF_PROVIDER, id) :
		(struct check_subject){ OF_PROVIDER, NOBODY };
	bool of_refs = strcmp(button, refs) == 0;
	struct live_wish wish = { .kind = of_refs ? &check_list_refs : &check_list_repos,
		.subject = provider, .deed = "take it", .ctx = page,
		.chosen = of_refs ? take_ref : take_repository };
	struct arena arena = { 0 };

	if (!of_refs && strcmp(button, repositories) != 0)
		return false;
	if (provider.n == NOBODY) {
		refuse(page, "provider", "Choose the provider first: it is the one that is "
		       "asked.");
		return true;
	}
	if (of_refs && !repository->input.n) {
		refuse(page, "repository", "Say which repository first.");
		return true;
	}
	wish.repository = of_refs ? value_read(&value_repository, repository->input.text,
					       &arena) : NULL;
	wish.title = of_refs ? arena_printf(&arena, "Branches and tags of %.120s",
					    wish.repository) :
		arena_printf(&arena, "Repositories of %.120s",
			     check_about(page->screen->app, provider).name);
	live_list_go(page->screen, &wish);
	arena_release(&arena);
	return true;
}
