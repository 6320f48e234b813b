/* kind_verbs.c: see kind_verbs.h. */
#include "action/asset/kind_verbs.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "action/asset/asset_access.h"
#include "action/asset/asset_read.h"
#include "action/asset/asset_write.h"
#include "model/kind.h"

#define SHARED_WITH(name_) \
	{ .name = name_, .type = PARAM_PRINCIPAL, .option = true, .many = true, \
	  .help = "a group, or workspace, workspace_guests, public " \
		  "(repeatable)" }

/* What is the same for all kinds. */
static const struct action patterns[KIND_VERBS] = {
	[KIND_LIST] = { .verb = "list", .flags = ACTION_ROWS,
		.run = asset_read_list },
	[KIND_SHOW] = { .verb = "show", .flags = ACTION_ROWS,
		.run = asset_read_show },
	[KIND_USAGE] = { .verb = "usage", .flags = ACTION_ADMIN | ACTION_ROWS,
		.synonyms = "imports projects where used",
		.run = asset_read_usage },
	[KIND_ACCESS] = { .verb = "access", .key = "S",
		.synonyms = "share groups permission restrict sensitive",
		.flags = ACTION_WRITES | ACTION_ADMIN,
		.plan = asset_access_plan },
	[KIND_CREATE] = { .verb = "create", .key = "n",
		.flags = ACTION_WRITES, .plan = asset_create_plan },
	[KIND_EDIT] = { .verb = "edit", .key = "e",
		.synonyms = "change rename",
		.flags = ACTION_WRITES, .plan = asset_edit_plan },
	[KIND_DELETE] = { .verb = "delete", .key = "d",
		.synonyms = "remove destroy drop",
		.flags = ACTION_WRITES | ACTION_IRREVERSIBLE,
		.plan = asset_delete_plan },
};

static const struct param name_param = {
	.name = "name", .label = "Name", .type = PARAM_NAME,
	.help = "what it is called", .required = true };
static const struct param new_name = {
	.name = "name", .label = "Name", .type = PARAM_NAME,
	.help = "another name", .option = true };
static const struct param field_param = {
	.name = "field", .label = "Fields", .type = PARAM_TEXT,
	.help = "KEY=VALUE, as host=db.example.com; KEY= takes it out "
		"(repeatable)", .option = true, .many = true };
static const struct param description = {
	.name = "description", .label = "Description", .type = PARAM_TEXT,
	.help = "what it is for", .option = true };
static const struct param group_param = {
	.name = "group", .label = "Groups with access", .type = PARAM_PRINCIPAL,
	.help = "instead of workspace: a group, or workspace, "
		"workspace_guests, public (repeatable)",
	.option = true, .many = true };
static const struct param nobody = {
	.name = "nobody", .label = "Admins only", .type = PARAM_FLAG,
	.help = "shared with no group", .option = true };
static const struct param draft = {
	.name = "draft", .label = "Save as draft", .type = PARAM_FLAG,
	.help = "keep it unfinished", .option = true };

static const char *const own_help[KIND_VERBS] = {
	[KIND_LIST] = "the project's own ones instead",
	[KIND_SHOW] = "one that this project has of its own",
	[KIND_CREATE] = "of this project only, not shared",
	[KIND_EDIT] = "of this project only, not shared",
	[KIND_DELETE] = "of this project only, not shared",
};

static struct arena texts;		/* as long as the program runs */

/* ---- parameters -------------------------------------------------------------------- */

static void add(struct action *action, struct param param)
{
	size_t n = 0;

	while (action->params[n].name)
		n++;
	assert(n + 1 < ACTION_PARAMS);
	action->params[n] = param;
}

static void add_asset(struct action *action, const struct asset_kind *kind)
{
	struct param param = { .name = "asset", .label = "Asset",
			       .type = PARAM_ASSET, .help = "id or name",
			       .required = true };

	if (action->does == KIND_ACCESS)
		param.help = "what is shared";
	if (action->does == KIND_EDIT || action->does == KIND_DELETE)
		param.label = kind->argument ? kind->argument : kind->title;
	add(action, param);
}

static void add_groups(struct action *action)
{
	struct param with = SHARED_WITH("add"), without = SHARED_WITH("remove");

	with.label = "Add";
	without.label = "Remove";
	add(action, with);
	add(action, without);
}

static void add_option(struct action *action, const struct kind_field *field)
{
	struct param param = {
		.label = field->label, .help = field->option, .option = true,
		.choices = field->choices,
		.type = field->choices ? PARAM_CHOICE : PARAM_TEXT,
	};

	if (value_type_of(field)->widget == WIDGET_PROVIDER)
		param.type = PARAM_NAME;
	param.many = value_type_of(field)->widget == WIDGET_LINES;
	param.name = kind_field_option(field, &texts);
	add(action, param);
}

/* In the order of the form: what has an option of its own, and --field for others. */
static void add_fields(struct action *action, const struct asset_kind *kind)
{
	const struct kind_need *need = kind->forms[0].needs;
	const struct kind_field *field;
	bool others = false;

	for (; need->field; need++) {
		field = kind_field(kind, need->field);
		if (field->option)
			add_option(action, field);
	}
	for (field = kind->fields; field->name; field++)
		others |= !field->secret && !field->option;
	if (others)
		add(action, field_param);
}

static void add_what(struct action *action, const struct asset_kind *kind)
{
	struct param type = { .name = "type", .label = "Type",
			      .type = PARAM_CHOICE, .help = "what it connects to",
			      .option = true, .choices = kind->types };

	add(action, action->does == KIND_CREATE ? name_param : new_name);
	if (kind->types)
		add(action, type);
	add_fields(action, kind);
	add(action, description);
	if (action->does == KIND_CREATE) {
		add(action, group_param);
		add(action, nobody);
	}
	if (kind->types)
		add(action, draft);
}

static void add_params(struct action *action, const struct asset_kind *kind)
{
	struct param project = { .name = "project", .label = "Project",
				 .type = PARAM_PROJECT, .option = true,
				 .help = own_help[action->does] };

	if (action->on)
		add_asset(action, kind);
	if (action->does == KIND_ACCESS)
		add_groups(action);
	if (action->does == KIND_CREATE || action->does == KIND_EDIT)
		add_what(action, kind);
	if (kind->own && project.help)
		add(action, project);
}

/* ---- words ------------------------------------------------------------------------- */

static const char *summary(const struct asset_kind *kind, enum kind_verb does,
			   const char *verb)
{
	const char *a = kind_article(kind), *label = kind->label;

	switch (does) {
	case KIND_LIST:
		return arena_printf(&texts, "List the shared %ss", label);
	case KIND_SHOW:
		return arena_printf(&texts, "Show a shared %s with its fields",
				    label);
	case KIND_USAGE:
		return arena_printf(&texts, "List the projects that imported a "
				    "shared %s", label);
	case KIND_ACCESS:
		return "Change Groups with access";
	default:
		return arena_printf(&texts, "%c%s %s %s",
				    toupper((unsigned char)*verb), verb + 1, a,
				    label);
	}
}

/* What help begins with; what follows are the kind's own sentences. */
static const char *help_start(const struct asset_kind *kind, enum kind_verb does,
			      const char *lead)
{
	const char *plan = plan_label(kind->plan);

	switch (does) {
	case KIND_SHOW:
		return lead ? lead : "Never a secret value.";
	case KIND_USAGE:
		return "Also how many people it holds at Can View in each.";
	case KIND_ACCESS:
		return "Adds groups and takes groups off: a custom group, or "
			"workspace (everybody but Guests), workspace_guests, "
			"public. Admins always have access. This does not "
			"control who sees results. Whoever will be held at Can "
			"View is named in a warning.";
	case KIND_CREATE:
		return arena_printf(&texts, "For Admins, from the %s plan up%s It "
				    "is shared with Workspace unless --group or "
				    "--nobody says otherwise.", plan,
				    lead ? lead : ".");
	case KIND_EDIT:
		return arena_printf(&texts, "For Admins, from the %s plan up%s.%s",
				    plan, kind->own ? "; with --project for "
				    "whoever can edit the project that has it" : "",
				    kind->types ? " Only a draft changes its type." :
				    "");
	case KIND_DELETE:
		return arena_printf(&texts, "It is removed from all projects that "
				    "import it, and this cannot be undone. Whom "
				    "only this %s held at Can View can edit again.",
				    kind->one);
	default:
		return NULL;
	}
}

static const char *help_of_own(enum kind_verb does)
{
	return does == KIND_SHOW || does == KIND_DELETE ? " With --project: one "
			"that the project has of its own." :
		does == KIND_CREATE ? " With --project it belongs to this project "
			"alone: whoever can edit the project may make it, nobody "
			"else sees it, and nobody's level changes." : "";
}

static const char *help(const struct asset_kind *kind, enum kind_verb does)
{
	const struct kind_words *words = &kind->words[does];
	const char *start = help_start(kind, does, words->lead);

	return !start ? NULL : arena_printf(&texts, "%s%s%s%s", start,
		words->help ? " " : "", words->help ? words->help : "",
		kind->own ? help_of_own(does) : "");
}

/* Words for the making of things, but the verb itself. */
static const char *words_of_making(const char *verb)
{
	static const char *const all[] = { "new", "create", "add", "make" };
	const char *text = "";
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++)
		if (strcmp(all[i], verb) != 0)
			text = arena_printf(&texts, "%s%s%s", text,
					    *text ? " " : "", all[i]);
	return text;
}

/* ---- the actions --------------------------------------------------------------------- */

/* The arguments of an example; of deleting: the one that was made. */
static const char *example(const struct asset_kind *kind, enum kind_verb does)
{
	const char *made = kind->words[KIND_CREATE].example;

	if (kind->words[does].example)
		return kind->words[does].example;
	if (does == KIND_SHOW || does == KIND_USAGE)
		return kind->sample;
	if (does != KIND_DELETE || !made)
		return NULL;
	return arena_strndup(&texts, made, *made == '"' ?
			     strcspn(made + 1, "\"") + 2 : strcspn(made, " "));
}

static void make(struct action *action, size_t number, enum kind_verb does)
{
	const struct asset_kind *kind = kind_at(number);
	const struct kind_words *words = &kind->words[does];
	const char *arguments = example(kind, does);

	*action = patterns[does];
	action->does = does;
	action->kind = number;
	action->noun = kind->noun;
	if (words->verb)
		action->verb = words->verb;
	if (does != KIND_LIST && does != KIND_CREATE)
		action->on = kind->noun;
	if (does >= KIND_CREATE && !kind->own)
		action->flags |= ACTION_ADMIN;
	action->summary = summary(kind, does, action->verb);
	action->help = help(kind, does);
	if (does == KIND_CREATE)
		action->synonyms = words_of_making(action->verb);
	if (words->synonyms)
		action->synonyms = arena_printf(&texts, "%s %s", action->synonyms,
						words->synonyms);
	action->example = arena_printf(&texts, "%s %s%s%s", action->noun,
		action->verb, arguments ? " " : "", arguments ? arguments : "");
	add_params(action, kind);
}

/* Deleting stands behind editing. */
static const char *place(const struct action *action)
{
	return action->does == KIND_DELETE ? "edit, delete" : action->verb;
}

static int compare(const struct action *a, const struct action *b)
{
	int order = strcmp(a->noun ? a->noun : a->verb, b->noun ? b->noun : b->verb);

	return order ? order : strcmp(place(a), place(b));
}

/* Before the first one of its part of the files that stands behind it. */
static void insert(const struct action **all, size_t *n, size_t from,
		   const struct action *action)
{
	size_t at = from, last = from;

	while (last < *n && all[last])
		last++;
	while (at < last && compare(all[at], action) < 0)
		at++;
	memmove(all + at + 1, all + at, (*n - at) * sizeof(*all));
	all[at] = action;
	++*n;
}

static size_t second_part(const struct action *const *all)
{
	size_t i = 0;

	while (all[i])
		i++;
	return i;
}

const struct action *const *kind_verbs_among(const struct action *const *files,
					     size_t n_files, size_t *n)
{
	static const struct action **all;
	static size_t n_all;
	struct action *made;
	size_t kind, does, at;

	*n = n_all;
	if (all)
		return all;
	n_all = n_files;
	all = arena_array(&texts, n_files + kind_count() * KIND_VERBS,
			  sizeof(*all));
	made = arena_array(&texts, kind_count() * KIND_VERBS, sizeof(*made));
	memcpy(all, files, n_files * sizeof(*all));
	for (kind = 0; kind < kind_count(); kind++)
		for (does = KIND_LIST; does < KIND_VERBS; does++, made++) {
			make(made, kind, (enum kind_verb)does);
			insert(all, &n_all, does < KIND_ACCESS ? 0 :
			       second_part(all) + 1, made);
		}
	at = second_part(all);
	memmove(all + at, all + at + 1, (n_all - at - 1) * sizeof(*all));
	*n = --n_all;
	return all;
}
