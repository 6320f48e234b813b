/* value_rows.c: see value_rows.h. */
#include "action/asset/value_rows.h"

#include "action/core/value_goes.h"
#include "base/clock.h"

static const struct value_note *note_of(const struct app *app,
					const struct kind_field *field,
					struct value_of of)
{
	return !field->secret ? NULL :
		app_value(app, of.kind, of.project, of.thing, field->name);
}

/* Given for where it would go now? */
static bool is_usable(const struct app *app, const struct value_note *note,
		      const struct asset_kind *kind, struct value_of of, struct arena *arena)
{
	const struct value_to to = { kind->fields, of.type, of.config };

	return !value_given_for(app, note, &to, arena);
}

void value_rows(struct result *out, const struct app *app, const struct asset_kind *kind,
		struct value_of of)
{
	const struct kind_field *field = kind->fields;
	const struct value_note *note;
	char time[CLOCK_TEXT];
	bool any = false;

	if (!app_is_admin(app))
		return;
	for (; field->name; field++) {
		note = note_of(app, field, of);
		if (!note)
			continue;
		any = true;
		clock_local(note->set_at, time);
		result_field(out, field->name, arena_printf(&out->arena,
			     "********, set %s by %s%s", time, note->set_by,
			     is_usable(app, note, kind, of, &out->arena) ? "" : "; not "
			     "used: it was given for another host or way"));
	}
	if (!any && kind->secret_name)
		result_field(out, "value", "no value yet");
}

void value_json(struct json *json, const struct app *app, const struct asset_kind *kind,
		struct value_of of, struct arena *arena)
{
	const struct kind_field *field = kind->fields;
	const struct value_note *note;
	char time[CLOCK_TEXT];

	if (!app_is_admin(app))
		return;
	jsonw_kobject(json, "values");
	for (; field->name; field++) {
		note = note_of(app, field, of);
		if (!note)
			continue;
		clock_rfc3339(note->set_at, time);
		jsonw_kobject(json, field->name);
		jsonw_kstring(json, "set", arena_strdup(arena, time));
		jsonw_kstring(json, "by", note->set_by);
		jsonw_kbool(json, "usable", is_usable(app, note, kind, of, arena));
		jsonw_object_end(json);
	}
	jsonw_object_end(json);
}
