/* asset_form.c: see asset_form.h. */
#include "screen/dialog/asset_form.h"

#include <string.h>

#include "model/config.h"
#include "model/kind_said.h"
#include "model/provider.h"
#include "screen/dialog/dialog.h"
#include "screen/dialog/give_field.h"
#include "screen/dialog/list_button.h"
#include "screen/dialog/secret_field.h"

/* ---- what is stored ---------------------------------------------------------------- */

static void list_types(struct asset_form *self)
{
	const struct kind_type *type = self->kind->forms;

	self->n_types = 0;
	for (; kind_has_types(self->kind) && type->code &&
	     self->n_types < ASSET_CHOICES; type++) {
		self->types[self->n_types] = type->label;
		self->means[self->n_types] = type->means ? type->means : "";
		self->type_codes[self->n_types++] = type->code;
	}
}

static void list_providers(struct asset_form *self, const struct seen *seen)
{
	const struct provider_type *type;
	const struct fact_record *one;
	uint32_t i;

	self->n_providers = 0;
	for (i = 0; i < seen_n_records(seen, OF_PROVIDER) &&
	     self->n_providers < ASSET_CHOICES; i++) {
		if (!sees_record(seen, OF_PROVIDER, i))
			continue;
		one = seen_record(seen, OF_PROVIDER, i);
		type = provider_type(one->type);
		self->providers[self->n_providers] = arena_printf(&self->arena, "%s %s",
			type ? type->label : one->type, one->name);
		self->provider_ids[self->n_providers++] = arena_strdup(
			&self->arena, seen_record(seen, OF_PROVIDER, i)->id);
	}
}

void asset_form_init_of(struct asset_form *self, const struct app *app,
			const struct asset_kind *kind, const char *code,
			const char *thing, const char *type, const char *config)
{
	const struct seen *seen = app_seen(app);

	self->kind = kind;
	self->app = app;
	self->code = code;
	self->thing = thing ? arena_strdup(&self->arena, thing) : NULL;
	self->fresh = !type;
	self->config = arena_strdup(&self->arena, config);
	self->stored_type = arena_strdup(&self->arena, type ? type : "");
	list_types(self);
	list_providers(self, seen);
	self->plan = seen_workspace(seen).plan;
	self->type = self->decided = NULL;
}

void asset_form_init(struct asset_form *self, const struct app *app,
		     const struct asset_kind *kind, uint32_t asset)
{
	const struct fact_asset *a = asset == NOBODY ? NULL :
		seen_asset(app_seen(app), asset);

	asset_form_init_of(self, app, kind, kind->code, a ? a->id : NULL,
			   a ? a->type : NULL, a ? a->config : "{}");
}

void asset_form_release(struct asset_form *self)
{
	arena_release(&self->arena);
	arena_release(&self->scratch);
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

enum { STEPS = 3 };
static const char *const steps[STEPS] = { "step0", "step1", "step2" };

/* ---- the fields --------------------------------------------------------------------- */

static void add_head(struct form *form, const char *before, const char *text)
{
	struct field *head = form_add(form, FIELD_HEAD, before, text);

	head->note_style = STYLE_BOLD;
}

static const char *help_of(const struct kind_field *field)
{
	if (field->secret)
		return SECRET_HELP;
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
		field->input.secret = of->secret;
		field->input.lines = !of->secret &&
			value_type_of(of)->widget == WIDGET_LINES;
	}
	field->leads = true;
	field->note = !self->n_providers && value_type_of(of)->widget ==
		WIDGET_PROVIDER ? "none is connected yet" : of->secret ?
		secret_field_word(self->app, self->code, self->thing, of->name) : of->note ? of->note : "";
	field->help = help_of(of);
}

/* What the other side must allow (A43, A44): a block of its own before that field, or
 * behind all of them (NULL), of lines that are filled as the form stands. */
static void add_steps(const struct asset_form *self, struct form *form, const char *field)
{
	const struct kind_said *said = self->kind->said;
	size_t i;

	if (!said || !said->step || !field != !said->steps_before ||
	    (field && strcmp(field, said->steps_before) != 0))
		return;
	add_head(form, "steps", said->steps);
	for (i = 0; i < STEPS; i++)
		form_add(form, FIELD_HEAD, steps[i], "")->hidden = true;
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
		field->means = self->means;
		field->help = "What it connects to; the fields below follow. "
			"Only a draft can become another type.";
	}
	for (; of->name; of++) {
		add_steps(self, form, of->name);
		if (of->head)
			add_head(form, arena_printf(&self->arena, "head.%s",
						    of->name), of->head);
		add_field(self, form, of);
		list_button_add(form, of);
	}
	add_steps(self, form, NULL);
	self->type = self->decided = NULL;
}

/* ---- what the type asks for --------------------------------------------------------- */

/* What a sign-in gives is not asked for. */
static const struct kind_need *need_of(const struct kind_state *state, const char *field)
{
	const struct kind_need *need = kind_need(state, field);

	return need && need->given ? NULL : need;
}

/* As what is stored has it. */
static struct kind_state stored(struct asset_form *self)
{
	return (struct kind_state){ .kind = self->kind,
		.type = kind_type(self->kind, self->stored_type),
		.config = self->config, .arena = &self->arena };
}

/* What stands there as long as nobody types: what is stored, else what this type
 * starts with.  A text that was stored empty stays so; what is one of a few is never
 * nothing: the first one counts where none is stored.  What is stored as it started
 * with something else starts anew with what goes with this. */
static const char *base_of(struct asset_form *self, const struct field *field,
			   const struct kind_need *need, const char *type)
{
	const struct kind_state was = stored(self);
	const char *value = config_get(self->config, field->name, &self->arena);
	const struct kind_need *before = need_of(&was, field->name);
	bool other = self->fresh || field->type != FIELD_TEXT || !before ||
		strcmp(type, self->stored_type) != 0;

	if (value && before && before != need && need && before->initial &&
	    need->initial && strcmp(value, before->initial) == 0)
		return need->initial;
	if (!value && field->type == FIELD_CHECK && was.type)
		value = kind_value(&was, field->name);
	if (value)
		return value;
	return other && need && need->initial ? need->initial : "";
}

static void sync_text(struct asset_form *self, struct field *field,
		      const struct kind_field *of, const char *value)
{
	bool mine = field_changed(field);

	if (of->secret)
		return;
	if (strlen(value) >= INPUT_MAX) {
		field->fixed = true;
		field->note = "long: change it by the command line";
		value = "...";
	} else if (value_type_of(of)->widget == WIDGET_LINES) {
		value = arena_strdup(&self->arena, value);
	} else {
		value = value_show(value_type_of(of), value, &self->arena);
	}
	field->base = value;
	if (!mine)
		input_set(&field->input, value);
}

/* What this choice needs of the plan and has not; NULL: nothing. */
static const char *plan_wanted(struct asset_form *self, const char *field,
			       const char *code)
{
	const struct kind_turn *turn = self->kind->turns;

	for (; turn && turn->field; turn++)
		if (turn->what && strcmp(turn->field, field) == 0 &&
		    strcmp(turn->value, code) == 0 && self->plan < turn->plan)
			return arena_printf(&self->arena, "needs the plan %s",
					    plan_label(turn->plan));
	return NULL;
}

static void sync_choice(struct asset_form *self, struct field *field,
			const char *const *codes, const char *value)
{
	bool mine = field_changed(field);
	const char **labels, **shut;
	int n = 0;

	if (codes) {
		while (codes[n])
			n++;
		labels = arena_array(&self->arena, (size_t)n + 1, sizeof(*labels));
		shut = arena_array(&self->arena, (size_t)n + 1, sizeof(*shut));
		for (n = 0; codes[n]; n++) {
			labels[n] = choice_label(codes[n], &self->arena);
			shut[n] = strcmp(codes[n], value) == 0 ? NULL :
				plan_wanted(self, field->name, codes[n]);
		}
		field->choices = labels;
		field->n_choices = n;
		field->shut = shut;
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
	field->label = need->required && !field->fixed && !of->secret ?
		arena_printf(&self->arena, "%s *", of->label) : of->label;
	if (field->type == FIELD_CHOICE)
		sync_choice(self, field, codes_of(of, need), value);
	else if (field->type == FIELD_CHECK)
		sync_check(field, value);
	else
		sync_text(self, field, of, value);
	field->proposed = self->fresh && value == need->initial;
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

/* The heading over a field goes with it, once; a note may follow the value. */
static void sync_words(const struct asset_form *self, struct form *form)
{
	const struct kind_field *of = self->kind->fields;
	const char *head = NULL;
	struct field *field;

	for (; of->name; of++) {
		field = form_field(form, of->name);
		if (of->head)
			(field - 1)->hidden = field->hidden || of->head == head;
		if (of->head && !field->hidden)
			head = of->head;
		if (of->note_of)
			field->note = of->note_of(value_of(self, field, of, NULL));
	}
}

static bool decides(const struct asset_form *self, const struct kind_type *type,
		    const char *field)
{
	const struct kind_need *need = type->needs;
	const char *by;

	for (; need->field; need++) {
		by = kind_need_by(self->kind, need);
		if (by && strcmp(by, field) == 0)
			return true;
	}
	return false;
}

/* The fields that others hang on, as they stand in the form, as a config. */
static const char *decided(struct asset_form *self, const struct form *form,
			   const struct kind_type *type)
{
	const struct kind_field *of = self->kind->fields;
	const struct field *field;
	const char *config = "{}", *value;

	for (; of->name; of++) {
		field = form_field(form, of->name);
		if (!decides(self, type, of->name) || field->hidden)
			continue;
		value = value_of(self, field, of, kind_need_ever(type, of->name));
		if (value && *value)
			config = config_put(config, of, value, &self->scratch);
	}
	return config;
}

/* Good until it is asked for again. */
static struct kind_state state_of(struct asset_form *self, const struct form *form,
				  const struct kind_type *type)
{
	arena_release(&self->scratch);
	return (struct kind_state){ .kind = self->kind, .type = type,
		.arena = &self->scratch,
		.config = type ? decided(self, form, type) : "{}" };
}

/* Show what this type asks for as the fields stand that others hang on; these first
 * where the type is another one. */
void asset_form_sync(struct asset_form *self, struct form *form)
{
	const char *code = asset_form_type(self, form);
	const struct kind_type *type = kind_type(self->kind, code);
	const struct kind_field *of;
	struct kind_state state;
	bool other = !self->type || strcmp(self->type, code) != 0;

	for (of = self->kind->fields; other && type && of->name; of++)
		if (decides(self, type, of->name))
			sync_field(self, form, of, kind_need_ever(type, of->name),
				   code);
	state = state_of(self, form, type);
	if (other || !self->decided || strcmp(self->decided, state.config) != 0) {
		for (of = self->kind->fields; of->name; of++)
			sync_field(self, form, of, need_of(&state, of->name),
				   code);
		self->decided = arena_strdup(&self->arena, state.config);
	}
	if (other)
		self->type = arena_strdup(&self->arena, code);
	sync_words(self, form);
}

static const char *step_of(struct asset_form *self, const struct form *form, size_t i)
{
	const struct kind_said *said = self->kind->said;
	const struct kind_field *of = self->kind->fields;
	const char *code = asset_form_type(self, form), *config = "{}";
	const struct field *field;

	if (!said || !said->step || !*code)
		return NULL;
	for (; of->name; of++) {
		field = form_field(form, of->name);
		if (field->type == FIELD_CHECK && !field->hidden && field->on)
			config = config_put(config, of, "true", &self->arena);
	}
	return said->step(code, config, i, &self->arena);
}

void asset_form_show_steps(struct asset_form *self, struct form *form)
{
	struct field *field;
	const char *text;
	size_t i;

	for (i = 0; i < STEPS && (field = form_field(form, steps[i])); i++) {
		text = step_of(self, form, i);
		field->hidden = !text;
		field->label = text ? form_printf(form, "- %s", text) : "";
		if (i == 0)
			(field - 1)->hidden = !text;
	}
}

/* ---- the command -------------------------------------------------------------------- */

void asset_form_args(struct asset_form *self, const struct form *form,
		     struct batch *batch, struct batch_command *command)
{
	const char *code = asset_form_type(self, form), *value;
	const struct kind_state state = state_of(self, form,
						 kind_type(self->kind, code));
	const struct kind_field *of = self->kind->fields;
	bool all = self->fresh || strcmp(code, self->stored_type) != 0;
	const struct kind_need *need;
	const struct field *field;

	for (; state.type && of->name; of++) {
		need = need_of(&state, of->name);
		field = form_field(form, of->name);
		if (!need || field->fixed || (!all && !field_changed(field)))
			continue;
		if (of->secret) {
			secret_field_give(batch, command, of, field);
			continue;
		}
		value = value_of(self, field, of, need);
		if (!value || (self->fresh && !*value))
			continue;
		(value_type_of(of)->widget == WIDGET_LINES && *value ? give_lines :
		 give_field)(batch, command, of, value);
	}
}
