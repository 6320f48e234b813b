/* completion_sets.c: what a parameter may be, see completion_sets.h. */
#include "cli/completion_sets.h"

#include <string.h>

#include "access/words.h"
#include "action/run/run.h"
#include "base/text.h"
#include "model/kind.h"

void offer(struct offers *offers, const char *word)
{
	if (strncmp(word, offers->start, strlen(offers->start)) != 0 ||
	    !*word || !text_is_safe(word) ||
	    (offers->place && word[0] == '-' && offers->start[0] != '-'))
		return;
	buf_adds(offers->out, offers->lead);
	buf_adds(offers->out, word);
	buf_addc(offers->out, '\n');
}

void offer_list(struct offers *offers, const char *a, const char *b,
		const char *c)
{
	offer(offers, a);
	offer(offers, b);
	if (c)
		offer(offers, c);
}

/* ---- things ------------------------------------------------------------------------ */

/* What is called so, among what may be seen. */
struct called {
	const char *id, *name;
};

struct names {
	struct called *v;
	size_t n;
};

static bool dashed(const struct offers *offers, const char *name)
{
	return offers->place && name[0] == '-';
}

static bool unique(const struct names *names, size_t at)
{
	size_t i;

	for (i = 0; i < names->n; i++)
		if (i != at && text_casecmp(names->v[i].name,
					    names->v[at].name) == 0)
			return false;
	return true;
}

/* By name, where the name says which; else, and where an id is begun, by id. */
static void offer_names(struct offers *offers, const struct names *names)
{
	const char *name, *id;
	size_t i, n = strlen(offers->start);
	bool by_name;

	for (i = 0; i < names->n; i++) {
		name = names->v[i].name;
		id = names->v[i].id;
		by_name = strncmp(name, offers->start, n) == 0 &&
			text_is_safe(name) && !dashed(offers, name) && *name &&
			unique(names, i);
		if (by_name)
			offer(offers, name);
		if ((n && strcmp(id, name) != 0) || !by_name)
			offer(offers, id);
	}
}

static void add(struct names *names, const char *id, const char *name)
{
	names->v[names->n].id = id;
	names->v[names->n++].name = name;
}

static struct names room_for(struct offers *offers, size_t n)
{
	struct names names = { 0 };

	names.v = arena_array(&offers->arena, n + 1, sizeof(*names.v));
	return names;
}

static void offer_projects(struct offers *offers)
{
	const struct seen *seen = app_seen(&offers->app);
	struct names names = room_for(offers, seen_n_projects(seen));
	uint32_t i;

	for (i = 0; i < seen_n_projects(seen); i++)
		if (sees_project(seen, i))
			add(&names, seen_project(seen, i)->id,
			    seen_project(seen, i)->title);
	offer_names(offers, &names);
}

static void offer_groups(struct offers *offers)
{
	const struct seen *seen = app_seen(&offers->app);
	struct names names = room_for(offers, seen_n_groups(seen));
	uint32_t i;

	for (i = 0; i < seen_n_groups(seen); i++)
		if (sees_group(seen, i))
			add(&names, seen_group(seen, i)->id, seen_group(seen, i)->name);
	offer_names(offers, &names);
}

/* Of the noun's kind where the noun is one of a kind. */
static void offer_assets(struct offers *offers, const char *noun)
{
	const struct seen *seen = app_seen(&offers->app);
	struct names names = room_for(offers, seen_n_assets(seen));
	size_t kind = kind_count();
	uint32_t i;

	if (noun)
		(void)kind_find(noun, &kind);
	for (i = 0; i < seen_n_assets(seen); i++)
		if ((kind == kind_count() || seen_asset(seen, i)->kind == kind) &&
		    sees_asset(seen, i))
			add(&names, seen_asset(seen, i)->id, seen_asset(seen, i)->name);
	offer_names(offers, &names);
}

void offer_people(struct offers *offers)
{
	const struct seen *seen = app_seen(&offers->app);
	struct names names = room_for(offers, seen_n_users(seen));
	size_t k;
	uint32_t i;

	if (!offers->open)
		return;
	for (i = 0; i < seen_n_users(seen); i++)
		if (sees_user(seen, i)) {
			offer(offers, seen_user(seen, i)->email);
			add(&names, seen_user(seen, i)->id, seen_user(seen, i)->name);
		}
	for (k = 0; offers->start[0] && k < names.n; k++) {
		if (strcmp(names.v[k].name, names.v[k].id) != 0)
			offer(offers, names.v[k].id);
		if (!dashed(offers, names.v[k].name) && unique(&names, k))
			offer(offers, names.v[k].name);
	}
}

/* ---- what another verb lists ----------------------------------------------------------- */

/* The values of the columns in the rows that `noun verb ...` answers this person;
 * none where it refuses. */
static void offer_rows(struct offers *offers, const char *id, const char *name,
		       int argc, const char *const *argv)
{
	struct options opts = { .format = FORMAT_TEXT };
	const struct action *action;
	struct names names;
	struct args args;
	struct result rows;
	struct error err;
	size_t i, c, at_id = RESULT_COLUMNS, at_name = RESULT_COLUMNS;

	if (!offers->open || !args_parse(argc, argv, &offers->arena, &action,
					 &args, &opts, &err))
		return;
	if (action_run(&offers->app, action, &args, &opts, &rows, &err)) {
		for (c = 0; c < rows.n_columns; c++) {
			if (strcmp(rows.column[c], id) == 0)
				at_id = c;
			if (strcmp(rows.column[c], name) == 0)
				at_name = c;
		}
		names = room_for(offers, rows.n_rows);
		for (i = 0; at_id < RESULT_COLUMNS && at_name < RESULT_COLUMNS &&
		     i < rows.n_rows; i++) {
			const char *const *row = rows.cells + i * rows.n_columns;

			if (row[at_id] && row[at_name])
				add(&names, row[at_id], row[at_name]);
		}
		offer_names(offers, &names);
	}
	result_release(&rows);
}

static void offer_events(struct offers *offers)
{
	static const char *const words[] = { "history" };

	offer_rows(offers, "event", "event", 1, words);
}

static void offer_providers(struct offers *offers)
{
	static const char *const words[] = { "provider", "list" };

	offer_rows(offers, "id", "name", 2, words);
}

static void offer_scenarios(struct offers *offers)
{
	static const char *const words[] = { "scenario", "list" };
	bool open = offers->open;

	offers->open = true;		/* they are built in */
	offer_rows(offers, "name", "name", 2, words);
	offers->open = open;
}

/* The value that --NAME has among the words; NULL if none. */
static const char *option_value(const char *name, int argc,
				const char *const *argv)
{
	size_t n = strlen(name);
	int i;

	for (i = 0; i < argc; i++) {
		if (strncmp(argv[i], name, n) != 0)
			continue;
		if (argv[i][n] == '=')
			return argv[i] + n + 1;
		if (!argv[i][n] && i + 1 < argc)
			return argv[i + 1];
	}
	return NULL;
}

/* A project's own where one is named, else the workspace's. */
static void offer_assets_of(struct offers *offers, const struct action *action,
			    int argc, const char *const *argv)
{
	const char *project = option_value("--project", argc, argv);
	const char *words[] = { action->noun, "list", "--project", project };

	if (project && action->noun && action_find(action->noun, "list"))
		offer_rows(offers, "id", "name", 4, words);
	else
		offer_assets(offers, action->noun);
}

/* The keys of --field KEY=VALUE, of the noun's kind. */
static void offer_fields(struct offers *offers, const char *noun)
{
	const struct kind_field *field;
	size_t kind;

	if (!noun || !kind_find(noun, &kind) || kind == kind_count())
		return;
	for (field = kind_at(kind)->fields; field->name; field++)
		if (!field->secret)
			offer(offers, arena_printf(&offers->arena, "%s=",
						   field->name));
}

/* ---- a parameter --------------------------------------------------------------------------- */

static void offer_by_name(struct offers *offers, const struct action *action,
			  const struct param *param)
{
	if (strcmp(param->name, "provider") == 0)
		offer_providers(offers);
	else if (strcmp(param->name, "event") == 0)
		offer_events(offers);
	else if (strcmp(param->name, "scenario") == 0 ||
		 (action->noun && strcmp(action->noun, "scenario") == 0 &&
		  strcmp(action->verb, "record") != 0))
		offer_scenarios(offers);
	else if (strcmp(param->name, "field") == 0)
		offer_fields(offers, action->noun);
	else if (strcmp(param->name, "thing") == 0 && offers->open) {
		offer_projects(offers);
		offer_people(offers);
		offer_groups(offers);
		offer_assets(offers, NULL);
	}
}

static void offer_things(struct offers *offers, const struct action *action,
			 const struct param *param, int argc,
			 const char *const *argv)
{
	if (!offers->open)
		return;
	if (param->type == PARAM_PROJECT)
		offer_projects(offers);
	else if (param->type == PARAM_USER)
		offer_people(offers);
	else if (param->type == PARAM_ASSET)
		offer_assets_of(offers, action, argc, argv);
	else
		offer_groups(offers);
}

/* Closed lists; false if the type has none. */
static bool offer_codes(struct offers *offers, enum param_type type)
{
	int i;

	if (type == PARAM_LEVEL_NONE)
		offer(offers, "none");
	if (type == PARAM_LEVEL || type == PARAM_LEVEL_NONE ||
	    type == PARAM_LEVEL_CAN) {
		for (i = LEVEL_APP_ONLY; i < LEVELS; i++)
			offer(offers, level_code((enum level)i));
		for (i = 0; type == PARAM_LEVEL_CAN && i < CANS; i++)
			offer(offers, can_code((enum can)i));
	} else if (type == PARAM_ROLE) {
		for (i = 0; i < ROLES; i++)
			offer(offers, role_code((enum role)i));
	} else if (type == PARAM_PLAN) {
		for (i = 0; i < PLANS; i++)
			offer(offers, plan_code((enum plan)i));
	} else if (type == PARAM_ONOFF) {
		offer_list(offers, "on", "off", NULL);
	} else {
		return false;
	}
	return true;
}

void offer_values(struct offers *offers, const struct action *action,
		  const struct param *param, int argc, const char *const *argv)
{
	size_t i;

	for (i = 0; param->choices && param->choices[i]; i++)
		offer(offers, param->choices[i]);
	if (param->choices || offer_codes(offers, param->type))
		return;
	if (param->type == PARAM_PRINCIPAL)
		offer_list(offers, "workspace", "workspace_guests", "public");
	switch (param->type) {
	case PARAM_PROJECT:
	case PARAM_USER:
	case PARAM_ASSET:
	case PARAM_GROUP:
	case PARAM_PRINCIPAL:
		offer_things(offers, action, param, argc, argv);
		break;
	default:
		offer_by_name(offers, action, param);
	}
}
