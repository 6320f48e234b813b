/* asset_form.h: the fields of an asset as a form: those of its type are shown, with
 * what the type starts with; secret ones are masked. */
#ifndef SCREEN_DIALOG_ASSET_FORM_H
#define SCREEN_DIALOG_ASSET_FORM_H

#include "access/seen.h"
#include "action/core/app.h"
#include "action/core/batch.h"
#include "model/kind.h"
#include "ui/form.h"

enum { ASSET_CHOICES = 64 };

struct asset_form {
	const struct asset_kind *kind;
	const char *config;		/* what is stored; "{}" for a new one */
	const char *stored_type;
	bool fresh;			/* it is a new one */
	struct arena arena;		/* of config, stored_type, labels, notes */
	struct arena scratch;		/* of one look at the fields */
	const char *types[ASSET_CHOICES], *type_codes[ASSET_CHOICES];
	const char *means[ASSET_CHOICES];	/* of the types */
	const char *providers[ASSET_CHOICES], *provider_ids[ASSET_CHOICES];
	int n_types, n_providers;
	enum plan plan;			/* of the workspace */
	const struct app *app;		/* of which secret fields have values */
	const char *code, *thing;	/* kind of the values and id; NULL: a new one */
	const char *type;		/* that the fields were last made for, */
	const char *decided;		/* and those that others hang on, as a config */
};

/* Asset: NOBODY for a new one of this kind.  May be called again: then with the
 * facts as they are now. */
void asset_form_init(struct asset_form *self, const struct app *app,
		     const struct asset_kind *kind, uint32_t asset);
/* Of something that has fields as an asset has them; type NULL: a new one; code and id
 * of its values, thing NULL: it is a new one. */
void asset_form_init_of(struct asset_form *self, const struct app *app,
			const struct asset_kind *kind, const char *code,
			const char *thing, const char *type, const char *config);
void asset_form_release(struct asset_form *self);
/* Type and fields. */
void asset_form_add(struct asset_form *self, struct form *form);
/* Show what this type asks for as the fields stand. */
void asset_form_sync(struct asset_form *self, struct form *form);
/* ... and what the other side must allow then. */
void asset_form_show_steps(struct asset_form *self, struct form *form);
/* The code of the type that is chosen; "" if none is. */
const char *asset_form_type(const struct asset_form *self,
			    const struct form *form);
/* What the command says of the fields: all of them for a new one, else those that
 * differ from what is stored. */
void asset_form_args(struct asset_form *self, const struct form *form,
		     struct batch *batch, struct batch_command *command);

#endif
