/* card_asset.c: an asset: with whom it is shared, who has access through what,
 * which projects import it and whom it holds there. */
#include "screen/panel/card.h"

#include <string.h>

#include "access/rights.h"
#include "action/check/check_badge.h"
#include "base/clock.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/kind_said.h"
#include "model/provider.h"
#include "screen/panel/check_lines.h"

enum { LABEL = 12 };

static void stamp(struct lines *lines, const char *what, int64_t when, const char *by)
{
	char text[CLOCK_TEXT];

	if (!when)
		return;
	clock_local(when, text);
	(void)lines_pair(lines, LABEL, what, "%s%s%s", text, *by ? " by " : "", by);
}

/* For Admins. */
static void in_the_vault(struct lines *lines, const struct app *app, const char *kind,
			 const char *id)
{
	const struct value_note *note = app_value(app, kind, "", id, "value");
	char time[CLOCK_TEXT];

	if (!note) {
		(void)lines_pair(lines, LABEL, "Vault", "no value yet");
		return;
	}
	clock_local(note->set_at, time);
	(void)lines_pair(lines, LABEL, "Vault", "set %s by %s; K: who can open it, who "
			 "did", time, note->set_by);
}

/* "failed: auth-bad. The password was not taken."; "ok; main @ 4ed7209, 2 h ago". */
static void status_line(struct lines *lines, struct screen *screen, uint32_t a,
			const char *status)
{
	const struct asset_kind *kind = kind_at(seen_asset(app_seen(screen->app), a)->kind);
	struct arena arena = { 0 };
	struct check_badge badge;
	struct line *line;

	if (check_badge(screen->app, (struct check_subject){ OF_ASSET, a }, &arena,
			&badge)) {
		line = lines_pair(lines, LABEL, "Status", "%s%s%s%s%s%s", badge.word,
				  badge.ref ? "; " : "", badge.ref ? badge.ref : "",
				  badge.why ? ". " : "", badge.why ? badge.why : "",
				  badge.why ? "." : "");
		line->style = badge.bad ? STYLE_RED : 0;
	} else {
		(void)lines_pair(lines, LABEL, "Status", "%s", kind->said &&
				 kind->said->unverified &&
				 strcmp(status, "untested") == 0 ?
				 "never checked: T does" : status);
	}
	arena_release(&arena);
}

static void head(struct lines *lines, struct screen *screen, uint32_t a)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_asset *asset = seen_asset(seen, a);
	const struct asset_kind *kind = kind_at(asset->kind);
	const char *status = app_asset_status(screen->app, asset);

	(void)lines_pair(lines, LABEL, "Kind", "%s%s%s%s", kind->title,
			 asset->type[0] ? ", " : "", thing_type_label(asset),
			 seen_workspace(seen).default_asset == a ? ", the default" : "");
	if (status[0] && !kind->secret_name)	/* nothing checks a secret */
		status_line(lines, screen, a, status);
	if (asset->description[0])
		(void)lines_pair(lines, LABEL, "About", "%s",
				 asset->description);
	stamp(lines, "Created", asset->created, asset->created_by);
	stamp(lines, "Updated", asset->updated, asset->updated_by);
	stamp(lines, "Refreshed", asset->refreshed, "");
	stamp(lines, "Asked for", asset->refresh_asked, asset->refresh_asked_by);
	if (kind->secret_name && !app_is_admin(screen->app) &&
	    app_subject(screen->app) != NOBODY &&
	    access_sees_value(seen_judged(seen), app_subject(screen->app),
			      seen_importing(seen, a)))
		(void)lines_pair(lines, LABEL, "Value",
				 "visible to you in the project");
	if (sees_asset(seen, a) != SIGHT_ALL) {
		(void)lines_add(lines, "The rest is shown to Admins: with whom it "
				"is shared, where it is used, its settings.");
		return;
	}
	if (kind->secret_name)
		(void)lines_pair(lines, LABEL, "Value", "********  %s",
				 seen_workspace(seen).show_secret_values ?
				 "visible to whoever "
				 "can edit an importing project" :
				 "hidden: this workspace shows no secret values");
	if (kind->secret_name && screen->app->has_vault && app_is_admin(screen->app))
		in_the_vault(lines, screen->app, kind->code, asset->id);
}

static uint32_t holders(const struct seen *seen, uint32_t a)
{
	uint32_t u, n = 0;

	for (u = 0; u < seen_n_users(seen); u++)
		n += sees_user(seen, u) && access_asset(seen_judged(seen), u, a);
	return n;
}

void card_access(struct lines *lines, struct screen *screen, uint32_t a)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_asset *asset = seen_asset(seen, a);
	struct line *line;
	uint32_t i, u, n;

	lines_head(lines, "Groups with access: %u of %u people",
		   holders(seen, a), seen_count_users(seen));
	for (i = 0; i < BUILTINS; i++) {
		if (!(asset->builtin & (unsigned)builtin_all[i]))
			continue;
		for (u = 0, n = 0; u < seen_n_users(seen); u++)
			n += sees_user(seen, u) && facts_in_builtin(
				seen_user(seen, u), builtin_all[i]);
		line = lines_add(lines, "%s (built in, %u people)",
				 builtin_label(builtin_all[i]), n);
		line->link = thing_of(screen->app, THING_BUILTIN,
				      (uint32_t)builtin_all[i]);
	}
	for (i = 0; i < asset->groups.n; i++) {
		const struct fact_group *group = seen_group(seen, asset->groups.v[i]);

		if (group->gone)
			continue;
		line = lines_add(lines, "%s (%u members)",
				 seen_group_label(seen, asset->groups.v[i]),
				 seen_count_members(seen, asset->groups.v[i]));
		line->link = thing_of(screen->app, THING_GROUP,
				      asset->groups.v[i]);
	}
	(void)lines_add(lines, "Admins always have access. This does not control "
			"who sees results.");
}

/* Who sees the value there, by name (F031). */
static void seer_lines(struct lines *lines, struct screen *screen,
		       const struct editors *editors)
{
	const struct seen *seen = app_seen(screen->app);
	struct line *line;
	size_t k;

	for (k = 0; k < editors->n; k++) {
		if (editors->v[k].held)
			continue;
		line = lines_add(lines, "  %s sees the value",
				 seen_user_label(seen, editors->v[k].user));
		line->link = thing_of(screen->app, THING_USER, editors->v[k].user);
	}
}

static void usage_lines(struct lines *lines, struct screen *screen, uint32_t a)
{
	const struct seen *seen = app_seen(screen->app);
	const struct facts *facts = seen_judged(seen);
	const struct numbers *used = &seen_asset(seen, a)->projects;
	struct editors *editors = &screen->counting.editors;
	struct line *line;
	bool secret = kind_at(seen_asset(seen, a)->kind)->secret_name;
	bool shown = seen_workspace(seen).show_secret_values;
	uint32_t i, n = seen_count_uses(seen, a), caps, values;
	size_t k;
	char text[24], value[24];

	lines_head(lines, "Used by %u project%s", n, n == 1 ? "" : "s");
	for (i = 0; i < used->n; i++) {
		const struct fact_project *project =
			seen_project(seen, used->v[i]);

		if (!sees_project(seen, used->v[i]))
			continue;
		editors_of(editors, facts, used->v[i]);
		caps = card_capped(seen, editors, a, NULL);
		for (k = values = 0; k < editors->n; k++)
			values += shown && !editors->v[k].held;
		line = lines_add(lines, "%s (%s): holds %s%s%s",
				 seen_project_label(seen, used->v[i]),
				 seen_user_label(seen, project->owner),
				 card_people(caps, text, sizeof(text)),
				 secret ? "; value visible to " : "",
				 secret ? card_people(values, value,
						      sizeof(value)) : "");
		line->link = thing_of(screen->app, THING_PROJECT, used->v[i]);
		line->style = caps ? STYLE_RED : 0;
		if (secret && values)
			seer_lines(lines, screen, editors);
	}
}

/* A value as the form shows it. */
static const char *shown(const struct kind_field *field, const char *kept,
			 struct arena *arena)
{
	const struct value_type *type = value_type_of(field);

	if (type->widget == WIDGET_SWITCH)
		return strcmp(kept, "true") == 0 ? "on" : "off";
	if (type->widget == WIDGET_CHOICE && *kept)
		return choice_label(kept, arena);
	return value_show(type, kept, arena);
}

/* Of several lines the others stand below the first. */
static void set_line(struct lines *lines, const char *label, const char *text,
		     const char *note)
{
	int n = (int)strcspn(text, "\n");

	(void)lines_add(lines, "%s: %.*s%s%s%s", label, n, text, *note ? " (" : "",
			note, *note ? ")" : "");
	for (text += n; *text; text += n) {
		n = (int)strcspn(++text, "\n");
		if (n)
			(void)lines_add(lines, "  %.*s", n, text);
	}
}

/* "GitHub acme" of its id. */
static const char *provider_of(const struct seen *seen, const char *id,
			       struct arena *arena)
{
	uint32_t n = whose_find(seen_judged(seen), OF_PROVIDER, id);
	const struct fact_record *one = n == NOBODY ? NULL :
		seen_record(seen, OF_PROVIDER, n);
	const struct provider_type *type = one ? provider_type(one->type) : NULL;

	return !one ? "disconnected: no kernel can fetch it" : arena_printf(arena,
		"%s %s%s", type ? type->label : one->type, one->name,
		provider_is_test(one->config, arena) ? ", a test endpoint" : "");
}

void card_set(struct lines *lines, struct screen *screen, uint32_t a)
{
	const struct fact_asset *asset = seen_asset(app_seen(screen->app), a);
	const struct kind_field *field = kind_at(asset->kind)->fields;
	struct arena arena = { 0 };
	const struct kind_said *said = kind_at(asset->kind)->said;
	const struct seen *seen = app_seen(screen->app);
	const char *kept, *note;
	bool any = false, empty;
	size_t i;

	for (; field->name; field++) {
		kept = field->secret ? NULL :
			config_get(asset->config, field->name, &arena);
		empty = (!kept || !*kept) && field->note_of && *asset->config &&
			strcmp(asset->config, "{}") != 0 &&
			value_type_of(field)->widget == WIDGET_LINES;
		if ((!kept || !*kept) && !empty)
			continue;
		if (!any) {
			lines_blank(lines);
			lines_head(lines, "How it is set");
		}
		any = true;
		note = field->note_of && (empty || value_type_of(field)->widget !=
			WIDGET_LINES) ? field->note_of(kept) : "";
		set_line(lines, field->label, empty ? "none" :
			 value_type_of(field) == &value_provider ?
			 provider_of(seen, kept, &arena) :
			 shown(field, kept, &arena), note);
	}
	for (i = 0; said && said->step && (note = said->step(asset->type, asset->config, i,
							    &arena)); i++)
		(void)lines_add(lines, "%s%s", i ? "  " : arena_printf(&arena, "%s: ",
				said->steps), note);
	if (said && said->who)
		(void)lines_add(lines, "Who may: %s.", said->who);
	if (said && said->importing)
		(void)lines_add(lines, "In a project: %s.", said->importing);
	arena_release(&arena);
}


void card_asset(struct lines *lines, struct screen *screen, uint32_t asset)
{
	head(lines, screen, asset);
	if (sees_asset(app_seen(screen->app), asset) != SIGHT_ALL)
		return;
	lines_blank(lines);
	card_access(lines, screen, asset);
	lines_blank(lines);
	usage_lines(lines, screen, asset);
	check_lines_kept(lines, screen, (struct check_subject){ OF_ASSET, asset });
}
