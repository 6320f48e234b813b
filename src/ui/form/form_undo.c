/* form_undo.c: the way back in a text that is typed.  A run of letters, or of
 * deletions, is one step; each word begins a new one. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/form/form_priv.h"

enum { STEPS = 64 };

static void drop(struct form_step *step)
{
	explicit_bzero(step->text, strlen(step->text));
	free(step->text);
}

/* What kind of edit goes on; 0: stands alone. */
static uint32_t run_of(const struct key *key)
{
	if (key->mods & (KEY_CTRL | KEY_ALT))
		return 0;
	if (key->code == KEY_BACKSPACE || key->code == KEY_DELETE)
		return key->code;
	return key->code < KEY_NONE ? 'a' : 0;
}

static bool continues(const struct field *field, const char *before, size_t at,
		      const struct key *key)
{
	if (!field->undo_run || run_of(key) != field->undo_run ||
	    at != field->undo_at)
		return false;
	return key->code >= KEY_NONE || key->code == ' ' || at == 0 ||
		before[at - 1] != ' ';
}

void form_undo_note(struct field *field, const char *before, size_t at,
		    const struct key *key)
{
	if (!continues(field, before, at, key)) {
		if (!field->undo)
			field->undo = mem_array(STEPS, sizeof(*field->undo));
		if (field->n_undo == STEPS) {
			drop(&field->undo[0]);
			memmove(field->undo, field->undo + 1,
				(STEPS - 1) * sizeof(*field->undo));
			field->n_undo--;
		}
		field->undo[field->n_undo].text = mem_strdup(before);
		field->undo[field->n_undo++].at = at;
	}
	field->undo_run = run_of(key);
	field->undo_at = field->input.at;
}

bool form_undo(struct field *field)
{
	struct form_step *step;

	if (!field->n_undo)
		return false;
	step = &field->undo[--field->n_undo];
	input_set(&field->input, step->text);
	field->input.at = step->at;
	field->undo_run = 0;
	drop(step);
	return true;
}

void form_undo_forget(struct field *field)
{
	while (field->n_undo)
		drop(&field->undo[--field->n_undo]);
	free(field->undo);
	field->undo = NULL;
	field->undo_run = 0;
}
