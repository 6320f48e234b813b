/* dialog_priv.h: what the files of a dialog's page share. */
#ifndef SCREEN_DIALOG_DIALOG_PRIV_H
#define SCREEN_DIALOG_DIALOG_PRIV_H

#include "screen/dialog/dialog.h"

/* dialog.c: the dialog's load; what it borrowed is copied. */
bool dialog_load(struct dialog_page *page, struct form *form, struct error *err)
	MUST_CHECK;
/* It may only be looked at; the words are copied. */
void dialog_set_readonly(struct dialog_page *page, const char *why);
/* dialog_save.c */
void dialog_save(struct dialog_page *page);
/* A key where both sides changed the same; false: it is no answer. */
bool dialog_answer(struct dialog_page *page, const struct key *key);
/* dialog_draw.c */
void dialog_draw(struct page *page, struct canvas *canvas);
/* dialog_key.c */
bool dialog_key(struct page *page, struct pages *pages, const struct key *key);

#endif
