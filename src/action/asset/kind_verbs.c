/* kind_verbs.c: see kind_verbs.h. */
#include "action/asset/kind_verbs.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "action/asset/asset_access.h"
#include "action/asset/asset_read.h"
#include "action/asset/asset_write.h"
#include "action/asset/asset_values.h"
#include "model/kind.h"

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
		.synonyms = "share groups workspace guests public permission restrict sensitive",
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

static struct arena texts;		/* as long as the program runs */

/* ---- parameters -------------------------------------------------------------------- */

#define OF(verb) (1u << KIND_##verb)
#define MADE (OF(CREATE) | OF(EDIT))
#define GROUP "a group, or workspace, workspace_guests, public (repeatable)"

/* In the order of the command line: the verbs that have it, of which kinds. */
static const struct {
	unsigned of;
	enum { ANY_KIND, OWN_KINDS, TYPED_KINDS, SECRET_KINDS, CHECKED_KINDS,
	       ASKED_KINDS, FIELDS } when;
	struct param param;
} params[] = {
	{ OF(SHOW) | OF(USAGE), ANY_KIND, { "asset", "Asset", "id or name",
	  PARAM_ASSET, .required = true } },
	{ OF(ACCESS), ANY_KIND, { "asset", "Asset", "what is shared",
	  PARAM_ASSET, .required = true } },
	{ OF(EDIT) | OF(DELETE), ANY_KIND, { "asset", NULL, "id or name",
	  PARAM_ASSET, .required = true } },
	{ OF(ACCESS), ANY_KIND, { "add", "Add", GROUP,
	  PARAM_PRINCIPAL, .option = true, .many = true } },
	{ OF(ACCESS), ANY_KIND, { "remove", "Remove", GROUP,
	  PARAM_PRINCIPAL, .option = true, .many = true } },
	{ OF(CREATE), ANY_KIND, { "name", "Name", "what it is called",
	  PARAM_NAME, .required = true } },
	{ OF(EDIT), ANY_KIND, { "name", "Name", "another name",
	  PARAM_NAME, .option = true } },
	{ MADE, TYPED_KINDS, { "type", "Type", "what it connects to",
	  PARAM_CHOICE, .option = true } },
	{ MADE, FIELDS, { "field", "Fields", "KEY=VALUE, as "
	  "host=db.example.com; KEY= takes it out (repeatable)",
	  PARAM_TEXT, .option = true, .many = true, .lines = true } },
	{ MADE, ANY_KIND, { "description", "Description", "what it is for",
	  PARAM_TEXT, .option = true } },
	{ OF(CREATE), ANY_KIND, { "group", "Groups with access",
	  "instead of workspace: " GROUP,
	  PARAM_PRINCIPAL, .option = true, .many = true } },
	{ OF(CREATE), ANY_KIND, { "nobody", "Admins only", "shared with no group",
	  PARAM_FLAG, .option = true } },
	{ MADE, TYPED_KINDS, { "draft", "Save as draft", "keep it unfinished",
	  PARAM_FLAG, .option = true } },
	{ MADE, SECRET_KINDS, PARAM_VALUE_FD },
	{ MADE, SECRET_KINDS, PARAM_ASK_VALUE },
	{ MADE, SECRET_KINDS, PARAM_VALUE_PASSPHRASE },
	{ MADE, ASKED_KINDS, { "draft", "Unchecked", "save it without a check",
	  PARAM_FLAG, .option = true, .typed = true } },
	{ MADE, ASKED_KINDS, { "passphrase-fd", "Passphrase from", "descriptor from which "
	  "your passphrase is read, for the check", PARAM_FD, .option = true,
	  .typed = true } },
	{ MADE, CHECKED_KINDS, { "timeout", "Timeout", "seconds until the check of what was "
	  "saved is given up; 30 where it is not said", PARAM_NUMBER, .option = true,
	  .typed = true } },
	{ OF(LIST), OWN_KINDS, { "project", "Project",
	  "the project's own ones instead", PARAM_PROJECT, .option = true } },
	{ OF(SHOW), OWN_KINDS, { "project", "Project", "one that this project "
	  "has of its own", PARAM_PROJECT, .option = true } },
	{ MADE | OF(DELETE), OWN_KINDS, { "project", "Project", "of this project "
	  "only, not shared", PARAM_PROJECT, .option = true } },
};

static struct param *add(struct action *action, struct param param)
{
	size_t n = 0;

	while (action->params[n].name)
		n++;
	assert(n + 1 < ACTION_PARAMS);
	action->params[n] = param;
	return &action->params[n];
}

/* In the order of the form: what has an option of its own, and --field for others. */
static void add_fields(struct action *action, const struct asset_kind *kind,
		       struct param rest)
{
	const struct kind_need *need = kind->forms[0].needs;
	const struct kind_field *field;
	enum value_widget widget;
	bool others = false;

	for (; need->field; need++) {
		field = kind_field(kind, need->field);
		widget = value_type_of(field)->widget;
		if (field->option)
			add(action, (struct param){
				kind_field_option(field, &texts), field->label,
				field->option, field->choices ? PARAM_CHOICE :
				widget == WIDGET_PROVIDER ? PARAM_NAME : PARAM_TEXT,
				.option = true, .many = widget == WIDGET_LINES,
				.choices = field->choices });
	}
	for (field = kind->fields; field->name; field++)
		others |= !field->secret && !field->option;
	if (others)
		add(action, rest);
}

static const char *const *type_codes(const struct asset_kind *kind)
{
	const char **codes;
	size_t n = 0;

	while (kind->forms[n].code)
		n++;
	codes = arena_array(&texts, n + 1, sizeof(*codes));
	while (n-- > 0)
		codes[n] = kind->forms[n].code;
	return codes;
}

static bool has_secrets(const struct asset_kind *kind)
{
	const struct kind_field *field = kind->fields;

	while (field->name && !field->secret)
		field++;
	return field->name != NULL;
}

static void add_params(struct action *action, const struct asset_kind *kind)
{
	struct param *param;
	size_t i;

	for (i = 0; i < COUNT_OF(params); i++) {
		if (!(params[i].of & 1u << action->does) ||
		    (params[i].when == OWN_KINDS && !kind->own) ||
		    (params[i].when == SECRET_KINDS && !has_secrets(kind)) ||
		    (params[i].when == CHECKED_KINDS && kind->secret_name) ||
		    (params[i].when == ASKED_KINDS &&
		     !kind_field_of(kind, &value_provider)) ||
		    (params[i].when == TYPED_KINDS && !kind_has_types(kind)))
			continue;
		if (params[i].when == FIELDS) {
			add_fields(action, kind, params[i].param);
			continue;
		}
		param = add(action, params[i].param);
		if (!param->label)
			param->label = kind->argument ? kind->argument :
				kind->title;
		if (param->type == PARAM_CHOICE)
			param->choices = type_codes(kind);
	}
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
			"public. Workspace alone, the default, is a good "
			"start. Admins always have access. This does not "
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
				    kind_has_types(kind) ? " Only a draft changes its type." :
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
