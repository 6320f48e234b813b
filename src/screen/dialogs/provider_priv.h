/* provider_priv.h: parts of the dialog that connects a Git provider. */
#ifndef SCREEN_DIALOGS_PROVIDER_PRIV_H
#define SCREEN_DIALOGS_PROVIDER_PRIV_H

#include "action/judge/providers.h"
#include "screen/dialog/dialog.h"

/* The table of providers, of which one is chosen (A21), and a URL that says which. */
void provider_table_add(struct dialog_page *page, struct form *form);
/* The code of the chosen one, "" if none is; base: the form starts with it. */
const char *provider_marked(const struct form *form);
void provider_mark(struct form *form, const char *code, bool base);

/* The page of the GitHub App: what its form on the server holds (A29). */
void provider_app_add(struct dialog_page *page, struct form *form);
/* Show its fields, or not. */
void provider_app_show(struct form *form, bool on, struct arena *arena);
/* A button of it was pressed; false: it has none called so. */
bool provider_app_pressed(struct dialog_page *page, const char *button);

#endif
