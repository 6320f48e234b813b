/* dialog_key.c: what a key does in a dialog. */
#include "screen/dialog/dialog_priv.h"

#include <stdlib.h>

#include "base/mem.h"
#include "screen/dialog/drafts.h"
#include "screen/frame/keys.h"

static void full_list(struct dialog_page *page)
{
	dialog_look(page);
	if (page->consequence.list && page->dialog->list)
		page->dialog->list(page);
	else if (page->consequence.list)
		screen_go_changes(page->screen, page->title,
				  &page->preview.preview);
	else
		pages_toast(page->screen->pages, page->preview.moved.n ?
			    "No level moves by it." :
			    "Nobody's level changes by it.");
}

static void keep_dropped(struct dialog_page *page)
{
	struct buf text;

	buf_init(&text, 256 * 1024);
	form_save(&page->form, &text);
	free(page->dropped);
	page->dropped = text.len && !text.overflow ? mem_strdup(buf_text(&text)) :
		NULL;
	buf_release(&text);
}

/* What was typed, back again. */
static void bring_back(struct dialog_page *page)
{
	form_restore(&page->form, page->dropped);
	free(page->dropped);
	page->dropped = NULL;
	dialog_touched(page);
	pages_toast(page->screen->pages, "Yours again.");
}

/* All as it is stored. */
static void start_anew(struct dialog_page *page)
{
	struct form fresh;
	struct error err;

	form_init(&fresh);
	error_clear(&err);
	if (!dialog_load(page, &fresh, &err)) {
		form_release(&fresh);
		pages_toast(page->screen->pages, "%s", err.text);
		return;
	}
	keep_dropped(page);
	form_release(&page->form);
	page->form = fresh;
	page->tried = page->drafted = page->asking = false;
	page->stale[0] = '\0';
	page->at = ON_FORM;
	drafts_forget(page);
	dialog_touched(page);
	pages_toast(page->screen->pages, page->dropped ?
		    "As stored. F5 brings back what was typed." : "As stored.");
}

/* ---- buttons ------------------------------------------------------------------ */

static void to_form(struct dialog_page *page, int step)
{
	page->at = ON_FORM;
	(void)form_enter(&page->form, step);
}

/* On to the next stop from the edge of the form, or among the buttons. */
static void step_button(struct dialog_page *page, int step)
{
	int at = (int)page->at + step;

	if (page->at == ON_FORM)
		at = step > 0 ? ON_SAVE : ON_CANCEL;
	if (at == ON_SAVE && page->readonly)
		at += step;
	if (at <= ON_FORM || at > ON_CANCEL)
		to_form(page, at > ON_CANCEL ? 1 : -1);
	else
		page->at = at == ON_SAVE ? ON_SAVE : ON_CANCEL;
}

static void button_key(struct dialog_page *page, const struct key *key)
{
	switch (key->code) {
	case KEY_ENTER:
	case ' ':
		if (page->at == ON_SAVE)
			dialog_save(page);
		else
			dialog_close(page);
		break;
	case KEY_TAB:
	case KEY_RIGHT:
	case KEY_DOWN:
		step_button(page, 1);
		break;
	case KEY_BACKTAB:
	case KEY_LEFT:
	case KEY_UP:
		step_button(page, -1);
		break;
	default:
		break;
	}
}

static bool on(const struct key *key, int row, int col, int cols)
{
	return key->row == row && key->col >= col && key->col < col + cols;
}

/* True if it was for a button. */
static bool click(struct dialog_page *page, const struct key *key)
{
	if (key->button != 0 || key->row != page->buttons.row)
		return false;
	if (on(key, page->buttons.row, page->buttons.save,
	       page->buttons.save_cols)) {
		if (key->release)
			dialog_save(page);
		return true;
	}
	if (on(key, page->buttons.row, page->buttons.cancel,
	       page->buttons.cancel_cols)) {
		if (key->release)
			dialog_close(page);
		return true;
	}
	return false;
}

/* ---- the form ----------------------------------------------------------------- */

static void after_form(struct dialog_page *page)
{
	const char *pressed = page->form.pressed;

	if (page->form.touched)
		page->looked = false;
	page->form.touched = false;
	page->form.pressed = NULL;
	if (pressed && page->dialog->pressed)
		page->dialog->pressed(page, pressed);
}

static int way_of(const struct key *key)
{
	switch (key->code) {
	case KEY_TAB:
	case KEY_DOWN:
		return 1;
	case KEY_BACKTAB:
	case KEY_UP:
		return -1;
	case KEY_ENTER:
		return 1;
	default:
		return 0;
	}
}

static void form_keys(struct dialog_page *page, const struct key *key)
{
	int way = way_of(key);

	if (way && form_leaves(&page->form, key)) {
		step_button(page, way);
		return;
	}
	if (form_key(&page->form, key)) {
		after_form(page);
		return;
	}
	if (page->dialog->key && page->dialog->key(page, key))
		return;
	if (form_typing(&page->form) || key->mods)
		return;
	if (key->code == 'v')
		full_list(page);
	else if (key->code == '?')
		page->helping = true;
	else if (key->code == 'q')
		dialog_close(page);
}

static bool function_key(struct dialog_page *page, const struct key *key)
{
	switch (key->code) {
	case KEY_F1:
		page->helping = true;
		return true;
	case KEY_F5:
		if (page->dropped && !form_changed(&page->form))
			bring_back(page);
		else
			start_anew(page);
		return true;
	case KEY_F8:
		dialog_save(page);
		return true;
	case KEY_F9:
		full_list(page);
		return true;
	case 's':
		if (key->mods != KEY_CTRL)
			return false;
		dialog_save(page);
		return true;
	default:
		return false;
	}
}

bool dialog_key(struct page *base, struct pages *pages, const struct key *key)
{
	struct dialog_page *page = (struct dialog_page *)base;
	enum command command = keys_command(key);

	pages->dirty = true;
	if (key->code != KEY_MOUSE)
		pages->toast[0] = '\0';
	if (command != CMD_ESC && key->code != KEY_F10)
		page->unkept = false;
	if (page->helping) {
		page->helping = key->code == KEY_MOUSE;
		return true;
	}
	if (page->asking) {
		if (!dialog_answer(page, key) && command == CMD_ESC)
			page->asking = false;
		return true;
	}
	if (function_key(page, key))
		return true;
	if (key->code == KEY_MOUSE && !form_choosing(&page->form) &&
	    click(page, key))
		return true;
	if (command == CMD_ESC || key->code == KEY_F10) {
		if (page->at == ON_FORM &&	/* a list, a search, a filter */
		    form_key(&page->form, &(struct key){ .code = KEY_ESC }))
			after_form(page);
		else
			dialog_close(page);
		return true;
	}
	if (key->code == KEY_MOUSE)
		page->at = ON_FORM;
	if (page->at != ON_FORM)
		button_key(page, key);
	else
		form_keys(page, key);
	return true;
}
