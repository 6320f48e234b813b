/* workspace_set.c: name and switches of the workspace. */
#include <stdlib.h>
#include <string.h>

#include "action/asset/token_write.h"
#include "action/core/action.h"
#include "action/core/asked.h"
#include "action/judge/may_workspace.h"
#include "action/judge/names.h"
#include "model/edit_field.h"

static const char *const names[] = { "api_access", "token_max_days",
	"share_to_web", "show_secret_values", "ssh_public_key", "name", NULL };
/* token_days, and the plan's, which is kept as 0. */
static const char *const lives[] = { "7", "30", "60", "90", "120", "plan", NULL };
static const char *const lives_shown[] = { "7 days", "30 days", "60 days", "90 days",
	"120 days", "the plan's: 120 days", NULL };

/* "sharing to the web", as an undo calls it, at the beginning of a sentence. */
static const char *spoken(struct edit_plan *plan, const char *name)
{
	const char *said = edit_field(EDIT_SETTING, name)->said;

	return *said >= 'a' && *said <= 'z' ? arena_printf(plan->arena, "%c%s",
		*said - 'a' + 'A', said + 1) : said;
}

/* "on" and "off" also where the value stands by place. */
static bool switch_value(const char *text, int *value)
{
	if (strcmp(text, "on") == 0 || strcmp(text, "true") == 0)
		*value = 1;
	else if (strcmp(text, "off") == 0 || strcmp(text, "false") == 0)
		*value = 0;
	else
		return false;
	return true;
}

static bool days_value(const char *text, int *value)
{
	size_t i = 0;

	while (lives[i] && strcmp(lives[i], text) != 0)
		i++;
	*value = lives[i] && token_days[i] ? token_days[i] : 0;
	return lives[i] != NULL;
}

/* Empty: it is known here no more. */
static bool set_key(struct edit_plan *plan, const char *text, struct error *err)
{
	struct edit edit = edit_of(EDIT_WORKSPACE_SSH_KEY);
	const char *fault = *text ? value_public_key.fault(text) : NULL;

	if (fault) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", "ssh_public_key: %s", fault);
		error_field(err, "ssh_public_key");
		return error_remedy(err, "copy it from the foot of Data sources in "
				    "Hex: one line, as %s", value_public_key.like);
	}
	edit.text = text;
	plan_edit(plan, edit);
	plan_message(plan, "The workspace's public key for SSH " TENSE("is", "would be")
		     " %s.", *text ? "kept" : "known here no more");
	return true;
}

static bool set(struct edit_plan *plan, const char *name, const char *text,
		struct error *err)
{
	bool days = strcmp(name, "token_max_days") == 0;
	struct edit edit = edit_of(EDIT_SETTING);

	if (strcmp(name, "name") == 0) {
		if (!may_be_named("name", text, err))
			return false;
		edit = edit_of(EDIT_WORKSPACE_NAME);
		edit.text = text;
		plan_edit(plan, edit);
		plan_message(plan, "The workspace " TENSE("is", "would be") " called %s.", text);
		return true;
	}
	if (strcmp(name, "ssh_public_key") == 0)
		return set_key(plan, text, err);
	if (!(days ? days_value(text, &edit.value) :
	      switch_value(text, &edit.value))) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", "%s cannot be "
			  "\"%.60s\"", name, text);
		error_field(err, "%s", name);
		return error_remedy(err, days ? "7, 30, 60, 90 or 120 days, or plan" :
				    "say on or off");
	}
	if (!may_switch(plan, name, edit.value, err))
		return false;
	edit.text = name;
	plan_edit(plan, edit);
	if (days)
		token_shorten(plan, token_days_of(edit.value));
	plan_message(plan, "%s " TENSE("is", "would be") " %s%s.", spoken(plan, name),
		     days ? edit.value ? text : "the plan's" : edit.value ? "on" : "off",
		     days && edit.value ? " days" : "");
	return true;
}

static bool plan_set(struct edit_plan *plan, struct error *err)
{
	const char *setting = plan_text(plan, "setting");
	const char *value = plan_text(plan, "value");
	size_t i, n = 0;

	if (!plan_needs_admin(plan, err))
		return false;
	for (i = 0; names[i]; i++) {
		const char *text = plan_text(plan, names[i]);

		if (text && !set(plan, names[i], text, err))
			return false;
		n += text != NULL;
	}
	if (setting && value)
		return set(plan, setting, value, err);
	if (n && !setting)
		return true;
	error_set(err, ERROR_INVALID, "ARGUMENT_MISSING",
		  "nothing was said to be set");
	return error_remedy(err, "gatehouse workspace set share_to_web off");
}

/* ---- in a form ------------------------------------------------------------------------ */

static void name_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, seen_workspace(asked_seen(asked)).name);
}

static void days_now(const struct asked *asked, struct arg *out)
{
	int days = seen_workspace(asked_seen(asked)).token_max_days;

	asked_value(asked, out, !days ? "plan" : arena_printf(asked->arena, "%d", days));
}

static void api_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, seen_workspace(asked_seen(asked)).api_access ?
		    "on" : "off");
}

static void web_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, seen_workspace(asked_seen(asked)).share_to_web ?
		    "on" : "off");
}

static void values_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, seen_workspace(asked_seen(asked)).
		    show_secret_values ? "on" : "off");
}

static void key_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, seen_workspace(asked_seen(asked)).ssh_public_key);
}

/* Which plan has the switches at all. */
static const char *closed(const struct asked *asked, const char *value)
{
	struct edit_plan plan = asked_plan(asked);
	struct error err;

	(void)value;
	return asked_why(asked, may_switch(&plan, "api_access", 1, &err), &err);
}

/* To show them again needs less than to hide them. */
static const char *values_closed(const struct asked *asked, const char *value)
{
	bool shown = seen_workspace(asked_seen(asked)).show_secret_values;
	struct edit_plan plan = asked_plan(asked);
	struct error err;

	(void)value;
	return asked_why(asked, may_switch(&plan, "show_secret_values", !shown, &err),
			 &err);
}

const struct action action_workspace_set = {
	.noun = "workspace", .verb = "set",
	.summary = "Set the name and the switches of the workspace",
	.help = "Either as SETTING VALUE or as --SETTING VALUE.",
	.example = "workspace set share_to_web off",
	.synonyms = "settings switch configure",
	.params = {
		{ .name = "setting", .label = "Setting",
		  .help = "which", .type = PARAM_CHOICE, .choices = names,
		  .typed = true },
		{ .name = "value", .label = "Value",
		  .help = "on, off or a number", .type = PARAM_TEXT,
		  .typed = true },
		{ .name = "name", .label = "Name", .help = "of the workspace",
		  .more = "What the header, the terminal's title and exports call "
			"the workspace.",
		  .type = PARAM_NAME, .option = true, .now = name_now },
		{ .name = "api_access", .label = "Enable API access",
		  .help = "API tokens may be used", .type = PARAM_ONOFF,
		  .option = true, .now = api_now, .greyed = closed },
		{ .name = "token_max_days", .label = "Longest token life",
		  .help = "days until a personal token ends at the latest, or plan",
		  .type = PARAM_CHOICE, .choices = lives, .labels = lives_shown,
		  .option = true, .more = "The longest life of a personal token: who "
		  "makes one in Hex chooses up to this. A shorter one than now revokes, "
		  "in Hex, those that live longer.",
		  .now = days_now, .greyed = closed },
		{ .name = "share_to_web", .label = "Share to web",
		  .help = "projects may have a public link",
		  .type = PARAM_ONOFF, .option = true,
		  .now = web_now, .greyed = closed },
		{ .name = "show_secret_values", .label = "Show secret values",
		  .help = "in projects, to those with Can Edit",
		  .type = PARAM_ONOFF, .option = true,
		  .now = values_now, .greyed = values_closed },
		{ .name = "ssh_public_key", .label = "Public key for SSH",
		  .help = "with which Hex signs in to SSH servers; Hex shows it at "
		  "the foot of Data sources", .type = PARAM_TEXT,
		  .option = true, .now = key_now },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_set,
};
