/* group_new.c: a new group and its first members. */
#include <stdlib.h>

#include "action/core/word_list.h"
#include "base/mem.h"
#include "screen/dialog/members.h"
#include "screen/frame/chrome.h"

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	struct field *field;

	(void)err;
	if (!page->ctx) {
		page->ctx = mem_alloc(sizeof(struct picker));
		members_init(page->ctx, page);
	}
	dialog_title(page, "Create a group");
	field = form_add_text(form, "name", "Name", "");
	field->help = "What the group is called. Groups may share a name; their "
		"ids tell them apart.";
	members_fields(page->ctx, form);
	return true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const char *name = form_field(form, "name")->input.text, **people;
	struct batch_command command = {
		.action = action_find("group", "create")
	};
	size_t n;

	if (!form_changed(form))
		return true;
	if (!*name) {
		error_set(err, ERROR_INVALID, "NAME_INVALID",
			  "the group has no name yet");
		error_field(err, "name");
		return error_remedy(err, "give 1 to 200 visible characters");
	}
	if (!members_known(form, err))
		return false;
	people = picker_ids(page->ctx, form, true, &batch->arena, &n);
	command.args.of[0].v = &name;
	command.args.of[0].n = 1;
	command.args.of[1].v = people;
	command.args.of[1].n = n;
	batch_copy(batch, &command, 1);
	/* The verb names the id, which is another one at each look. */
	batch->summary = arena_printf(&batch->arena, "Created the group %s.",
				      word_cut(&batch->arena, name));
	return true;
}

static void notes(struct dialog_page *page, struct form *form)
{
	members_notes(page->ctx, form);
}

static void release(struct dialog_page *page)
{
	if (page->ctx)
		picker_release(page->ctx);
	free(page->ctx);
}

static const struct hint hints[] = {
	{ "Del", "take away" }, { NULL, NULL }
};

const struct dialog dialog_group_new = {
	.actions = { "group create", NULL },
	.load = load, .commands = commands, .notes = notes,
	.release = release, .hints = hints, .save = "Create"
};
