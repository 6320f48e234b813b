/* asset_form.c: see asset_form.h. */
#include "screen/dialog/asset_form.h"

#include <string.h>

#include "model/config.h"
#include "screen/dialog/dialog.h"

static const char parts[] = " ; ";	/* between the lines of one field */

/* ---- what is stored ---------------------------------------------------------------- */

static void list_types(struct asset_form *self)
{
	const struct kind_type *type = self->kind->forms;

	self->n_types = 0;
	for (; kind_has_types(self->kind) && type->code &&
	     self->n_types < ASSET_CHOICES; type++) {
		self->types[self->n_types] = type->label;
		self->type_codes[self->n_types++] = type->code;
	}
}

static void list_providers(struct asset_form *self, const struct seen *seen)
{
	uint32_t i;

	self->n_providers = 0;
	for (i = 0; i < seen_n_providers(seen) &&
	     self->n_providers < ASSET_CHOICES; i++) {
		self->providers[self->n_providers] = arena_strdup(
			&self->arena, seen_provider(seen, i)->name);
		self->provider_ids[self->n_providers++] = arena_strdup(
			&self->arena, seen_provider(seen, i)->id);
	}
}

void asset_form_init(struct asset_form *self, const struct seen *seen,
		     const struct asset_kind *kind, uint32_t asset)
{
	const struct fact_asset *a = asset == NOBODY ? NULL :
		seen_asset(seen, asset);

	self->kind = kind;
	self->fresh = !a;
	self->config = arena_strdup(&self->arena, a ? a->config : "{}");
	self->stored_type = arena_strdup(&self->arena, a ? a->type : "");
	list_types(self);
	list_providers(self, seen);
	self->type = self->auth = NULL;
}

void asset_form_release(struct asset_form *self)
{
	arena_release(&self->arena);
}

static int place_of(const char *const *list, int n, const char *text)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i], text) == 0)
			return i;
	return FORM_NONE;
}

const char *asset_form_type(const struct asset_form *self,
			    const struct form *form)
{
	const struct field *field = form_field(form, "type");

	return !field || field->choice < 0 ? "" :
		self->type_codes[field->choice];
}

/* ---- the fields --------------------------------------------------------------------- */

static void add_head(struct form *form, const char *before, const char *text)
{
	struct field *head = form_add(form, FIELD_HEAD, before, text);

	head->note_style = STYLE_BOLD;
}

/* Of several lines, which the form could not give back as they were. */
static bool too_long(const struct kind_field *field, const char *value)
{
	return strlen(value) >= INPUT_MAX || (strchr(value, ';') &&
		value_type_of(field)->widget == WIDGET_LINES);
}

static const char *help_of(const struct kind_field *field)
{
	if (field->secret)
		return "Secret values are kept in the vault only, which is not "
			"there in this version: none is taken, and none is "
			"shown.";
	return field->help ? field->help : value_type_of(field)->help ?
		value_type_of(field)->help : field->label;
}

static void add_field(struct asset_form *self, struct form *form,
		      const struct kind_field *of)
{
	struct field *field;

	switch (value_type_of(of)->widget) {
	case WIDGET_CHOICE:
		field = form_add_choice(form, of->name, of->label, NULL, 0,
					FORM_NONE);
		break;
	case WIDGET_PROVIDER:
		field = form_add_choice(form, of->name, of->label,
					self->providers, self->n_providers,
					FORM_NONE);
		break;
	case WIDGET_SWITCH:
		field = form_add_check(form, of->name, of->label, false);
		break;
	default:
		field = form_add_text(form, of->name, of->label, "");
		field->input.secret = field->fixed = of->secret;
	}
	field->leads = true;
	field->note = of->secret ? "no value: no vault in this version" :
		of->note ? of->note : "";
	field->help = help_of(of);
}

void asset_form_add(struct asset_form *self, struct form *form)
{
	const struct kind_field *of = self->kind->fields;
	struct field *field;

	if (self->n_types) {
		field = form_add_choice(form, "type", "Type", self->types,
			self->n_types, self->fresh ? 0 : place_of(
				self->type_codes, self->n_types,
				self->stored_type));
		field->leads = true;
		field->help = "What it connects to; the fields below follow. "
			"Only a draft can become another type.";
	}
	for (; of->name; of++) {
		if (of->head)
			add_head(form, arena_printf(&self->arena, "head.%s",
						    of->name), of->head);
		add_field(self, form, of);
	}
	self->type = self->auth = NULL;
}

/* ---- what the type asks for --------------------------------------------------------- */

/* What stands there as long as nobody types: what is stored, else what this type
 * starts with.  A text that was stored empty stays so; what is one of a few is never
 * nothing: the first one counts where none is stored. */
static const char *base_of(struct asset_form *self, const struct field *field,
			   const struct kind_need *need, const char *type)
{
	const char *stored = config_get(self->config, field->name,
					&self->arena);
	bool other = self->fresh || field->type != FIELD_TEXT ||
		strcmp(type, self->stored_type) != 0;

	if (stored)
		return stored;
	return other && need && need->initial ? need->initial : "";
}

static void sync_text(struct asset_form *self, struct field *field,
		      const struct kind_field *of, const char *value)
{
	bool mine = field_changed(field);
	const char *line = value, *end;
	const char *text = "";

	if (of->secret)
		return;
	if (too_long(of, value)) {
		field->fixed = true;
		field->note = "long: change it by the command line";
		value = "...";
	} else if (value_type_of(of)->widget == WIDGET_LINES) {
		for (; (end = strchr(line, '\n')); line = end + 1)
			text = arena_printf(&self->arena, "%s%.*s%s", text,
					    (int)(end - line), line, parts);
		value = arena_printf(&self->arena, "%s%s", text, line);
	} else {
		value = value_show(value_type_of(of), value, &self->arena);
	}
	field->base = value;
	if (!mine)
		input_set(&field->input, value);
}

static void sync_choice(struct asset_form *self, struct field *field,
			const char *const *codes, const char *value)
{
	bool mine = field_changed(field);
	const char **labels;
	int n = 0;

	if (codes) {
		while (codes[n])
			n++;
		labels = arena_array(&self->arena, (size_t)n + 1,
				     sizeof(*labels));
		for (n = 0; codes[n]; n++)
			labels[n] = choice_label(codes[n], &self->arena);
		field->choices = labels;
		field->n_choices = n;
	} else {
		codes = self->provider_ids;
		n = self->n_providers;
	}
	field->base_choice = place_of(codes, n, value);
	if (!mine || field->choice >= n)
		field->choice = field->base_choice;
}

static void sync_check(struct field *field, const char *value)
{
	bool mine = field_changed(field);

	field->base_on = strcmp(value, "true") == 0;
	if (!mine)
		field->on = field->base_on;
}

static const char *const *codes_of(const struct kind_field *of,
				   const struct kind_need *need)
{
	return need && need->choices ? need->choices : of->choices;
}

static void sync_field(struct asset_form *self, struct form *form,
		       const struct kind_field *of,
		       const struct kind_need *need, const char *type)
{
	struct field *field = form_field(form, of->name);
	const char *value = base_of(self, field, need, type);

	field->hidden = !need;
	if (!need)
		return;
	field->label = need->required && !field->fixed ?
		arena_printf(&self->arena, "%s *", of->label) : of->label;
	if (field->type == FIELD_CHOICE)
		sync_choice(self, field, codes_of(of, need), value);
	else if (field->type == FIELD_CHECK)
		sync_check(field, value);
	else
		sync_text(self, field, of, value);
}

static const char *auth_of(const struct asset_form *self,
			   const struct form *form,
			   const struct kind_type *type)
{
	const struct kind_field *of = kind_decider(self->kind);
	const struct kind_need *need = of ? kind_need(type, of->name, NULL) : NULL;
	const struct field *field = need ? form_field(form, of->name) : NULL;
	const char *const *codes;

	if (!field || field->choice < 0)
		return NULL;
	codes = codes_of(of, need);
	return codes ? codes[field->choice] : NULL;
}

/* The value as the command has it; NULL: none to say. */
static const char *value_of(const struct asset_form *self,
			    const struct field *field,
			    const struct kind_field *of,
			    const struct kind_need *need)
{
	const char *const *codes = codes_of(of, need);

	if (field->type == FIELD_CHECK)
		return field->on ? "true" : "false";
	if (field->type == FIELD_CHOICE)
		return field->choice < 0 ? NULL : codes ?
			codes[field->choice] : self->provider_ids[field->choice];
	return field->input.text;
}

/* The heading over a field goes with it; a note may follow the value. */
static void sync_words(const struct asset_form *self, struct form *form)
{
	const struct kind_field *of = self->kind->fields;
	struct field *field;

	for (; of->name; of++) {
		field = form_field(form, of->name);
		if (of->head)
			(field - 1)->hidden = field->hidden;
		if (of->note_of)
			field->note = of->note_of(value_of(self, field, of,
							   NULL));
	}
}

void asset_form_sync(struct asset_form *self, struct form *form)
{
	const char *code = asset_form_type(self, form), *auth;
	const struct kind_type *type = kind_type(self->kind, code);
	const struct kind_field *of = self->kind->fields;
	const struct kind_field *decider = kind_decider(self->kind);
	bool other = !self->type || strcmp(self->type, code) != 0;

	if (other && type && decider && kind_need(type, decider->name, NULL))
		sync_field(self, form, decider,
			   kind_need(type, decider->name, NULL), code);
	auth = type ? auth_of(self, form, type) : NULL;
	if (other || auth != self->auth)
		for (; of->name; of++)
			sync_field(self, form, of, type ? kind_need(type,
				   of->name, auth) : NULL, code);
	if (other)
		self->type = arena_strdup(&self->arena, code);
	self->auth = auth;
	sync_words(self, form);
}

/* ---- the command -------------------------------------------------------------------- */

/* As an option of its own, where the action has one called so, else KEY=VALUE. */
static void give_field(struct batch *batch, struct batch_command *command,
		       const struct kind_field *of, const char *value)
{
	const struct param *param = command->action->params;
	const char *option = kind_field_option(of, &batch->arena);
	struct arg *pairs = NULL;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && param[i].name; i++) {
		if (strcmp(param[i].name, option) == 0) {
			dialog_give(batch, &command->args.of[i], value);
			return;
		}
		if (strcmp(param[i].name, "field") == 0)
			pairs = &command->args.of[i];
	}
	if (pairs)
		dialog_give(batch, pairs, arena_printf(&batch->arena, "%s=%s",
						      of->name, value));
}

static void give_lines(struct batch *batch, struct batch_command *command,
		       const struct kind_field *of, const char *value)
{
	const char *end;
	size_t n;

	do {
		value += strspn(value, " ");
		end = strchr(value, ';');
		n = end ? (size_t)(end - value) : strlen(value);
		while (n && value[n - 1] == ' ')
			n--;
		if (n)
			give_field(batch, command, of, arena_strndup(
				   &batch->arena, value, n));
		value = end ? end + 1 : value;
	} while (end);
}

void asset_form_args(const struct asset_form *self, const struct form *form,
		     struct batch *batch, struct batch_command *command)
{
	const char *code = asset_form_type(self, form), *auth, *value;
	const struct kind_type *type = kind_type(self->kind, code);
	const struct kind_field *of = self->kind->fields;
	bool all = self->fresh || strcmp(code, self->stored_type) != 0;
	const struct field *field;
	const struct kind_need *need;

	auth = type ? auth_of(self, form, type) : NULL;
	for (; type && of->name; of++) {
		need = kind_need(type, of->name, auth);
		field = form_field(form, of->name);
		if (!need || of->secret || field->fixed ||
		    (!all && !field_changed(field)))
			continue;
		value = value_of(self, field, of, need);
		if (!value || (self->fresh && !*value))
			continue;
		if (value_type_of(of)->widget == WIDGET_LINES && *value)
			give_lines(batch, command, of, value);
		else
			give_field(batch, command, of, value);
	}
}
