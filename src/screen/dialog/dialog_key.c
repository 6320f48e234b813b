/* dialog_key.c: what a key does in a dialog. */
#include "screen/dialog/dialog_priv.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screen/dialog/drafts.h"
#include "screen/frame/bars.h"
#include "screen/frame/keys.h"

static void full_list(struct dialog_page *page)
{
	dialog_look(page);
	if (page->consequence.list && page->dialog->list)
		page->dialog->list(page);
	else if (page->consequence.list)
		screen_go_changes(page->screen, page->title,
				  &page->preview.preview, &page->preview);
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
	page->consequence.zone = CONSEQUENCE_AWAY;
	/* From the buttons of a deed: to what it asks first. */
	(void)form_enter(&page->form, page->deed ? 1 : step);
}

/* The rows of the panel stand where what comes of it would. */
static bool has_evidence(const struct dialog_page *page)
{
	return page->evidence && page->consequence.idle &&
		page->evidence->list.n_shown;
}

/* Back stands before the button of a deed. */
static int in_order(const struct dialog_page *page, int at)
{
	return !page->deed || (at != ON_SAVE && at != ON_CANCEL) ? at :
		ON_SAVE + ON_CANCEL - at;
}

/* On to the next stop from the edge of the form: the buttons, what comes of it, and
 * back into the form. */
static void step_stop(struct dialog_page *page, int step)
{
	struct consequence *consequence = &page->consequence;
	int at = page->at == ON_FORM && step < 0 ? ON_CONSEQUENCE + 1 :
		in_order(page, (int)page->at);

	if (at == ON_CONSEQUENCE && !has_evidence(page) &&
	    consequence_turn(consequence, step))
		return;
	page->walked = page->walked || page->at == ON_FORM;
	at += step;
	if (in_order(page, at) == ON_SAVE && page->readonly)
		at += step;
	dialog_look(page);
	if (at == ON_CONSEQUENCE && !has_evidence(page) &&
	    !consequence_turn(consequence, step))
		at += step;
	if (at <= ON_FORM || at > ON_CONSEQUENCE)
		to_form(page, step);
	else
		page->at = at == ON_CONSEQUENCE ? ON_CONSEQUENCE :
			in_order(page, at) == ON_SAVE ? ON_SAVE : ON_CANCEL;
}

static void form_keys(struct dialog_page *page, const struct key *key);

/* Whoever types a name before going to where it is asked means that: else the y in it
 * would do the deed without. */
static void type_on(struct dialog_page *page, const struct key *key)
{
	bool was_saving = page->at == ON_SAVE;

	if (!page->deed || page->readonly || key->mods || key->code >= KEY_NONE ||
	    (key->code < 128 && !isalnum((int)key->code)))
		return;
	to_form(page, 1);
	if (form_typing(&page->form))
		form_keys(page, key);
	else
		page->at = was_saving ? ON_SAVE : ON_CANCEL;
}

/* Where no text has the keys. */
static bool common_key(struct dialog_page *page, const struct key *key)
{
	enum command command = keys_command(key);

	if (command == CMD_FULL_LIST)
		full_list(page);
	else if (command == CMD_QUIT)
		dialog_close(page);
	else
		return false;
	return true;
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
	case KEY_DOWN:
		if (bars_enter(page->screen, BARS_BOTTOM))
			break;
		/* fall through */
	case KEY_TAB:
	case KEY_RIGHT:
		step_stop(page, 1);
		break;
	case KEY_BACKTAB:
	case KEY_LEFT:
	case KEY_UP:
		step_stop(page, -1);
		break;
	default:
		if (page->marked && page->dialog->key && page->dialog->key(page, key))
			break;
		if (!common_key(page, key))
			type_on(page, key);
	}
}

/* F8 takes what was typed, and leaves the deed to its key. */
static void save_key(struct dialog_page *page)
{
	if (!page->deed || page->readonly) {
		dialog_save(page);
		return;
	}
	dialog_look(page);
	if (!form_pick_typed(&page->form)) {
		dialog_touched(page);
		dialog_look(page);
		(void)form_pick_typed(&page->form);	/* say it, after the look */
		page->at = ON_FORM;
		return;
	}
	dialog_touched(page);
	page->at = ON_CANCEL;
	pages_toast(page->screen->pages, "%s does it; Esc goes back.",
		    command_key_name(CMD_YES));
}

/* y does a deed wherever no text has the keys. */
static bool deed_key(struct dialog_page *page, const struct key *key)
{
	if (!page->deed || page->readonly || !key_does(key, CMD_YES) ||
	    (page->at == ON_FORM && form_typing(&page->form)))
		return false;
	dialog_save(page);
	return true;
}

/* ---- what comes of it ------------------------------------------------------------- */

static bool take_way(struct dialog_page *page, size_t way)
{
	dialog_look(page);		/* keys may come faster than looks */
	if (page->readonly || !way || way > page->consequence.n_ways ||
	    !page->dialog->way)
		return false;
	page->at = ON_FORM;
	page->consequence.zone = CONSEQUENCE_AWAY;
	page->dialog->way(page, way);
	return true;
}

/* The person's reasons as they are now. */
static void open_why(struct dialog_page *page)
{
	const struct consequence_row *row = consequence_focus(&page->consequence);
	const struct seen *seen = dialog_seen(page);

	if (!row || !row->change || row->change->project >= seen_n_projects(seen) ||
	    (row->change->user != ANYONE &&
	     row->change->user >= seen_n_users(seen)))
		return;
	page->screen->go = (struct go){ .kind = GO_WHY,
		.user = row->change->user, .project = row->change->project };
}

static void evidence_why(struct dialog_page *page)
{
	uint32_t user, project;

	if (panel_pair(page->evidence, &user, &project))
		page->screen->go = (struct go){ .kind = GO_WHY, .user = user,
						.project = project };
}

static void consequence_keys(struct dialog_page *page, const struct key *key)
{
	struct consequence *consequence = &page->consequence;
	const struct consequence_row *row;

	dialog_look(page);		/* the facts may have moved */
	switch (key->code) {
	case KEY_TAB:
	case KEY_BACKTAB:
		step_stop(page, key->code == KEY_TAB ? 1 : -1);
		return;
	case KEY_ENTER:
		if (has_evidence(page)) {
			evidence_why(page);
			return;
		}
		if (consequence->zone == CONSEQUENCE_WAYS) {
			(void)take_way(page, consequence_focused_way(consequence));
			return;
		}
		row = consequence_focus(consequence);
		if (row && row->mark == CONSEQUENCE_STOPS)
			step_stop(page, 1);
		else
			open_why(page);
		return;
	default:
		if (common_key(page, key))
			return;
		if (has_evidence(page))
			(void)list_key(&page->evidence->list, key);
		else
			(void)consequence_key(consequence, key);
	}
}

/* f and a number take a way wherever no text has the keys. */
static bool way_key(struct dialog_page *page, const struct key *key)
{
	struct consequence *consequence = &page->consequence;

	if (key->mods || !consequence->n_ways ||
	    (page->at == ON_FORM && form_typing(&page->form)))
		return false;
	if (key->code >= '1' && key->code <= '9')
		return take_way(page, key->code - '0');
	if (keys_command(key) != CMD_FIX)
		return false;
	page->at = ON_CONSEQUENCE;
	consequence->zone = CONSEQUENCE_ROWS;
	(void)consequence_turn(consequence, 1);
	return true;
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
		page->looked = page->sure = false;
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
		step_stop(page, way);
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
	if (common_key(page, key))
		return;
	if (keys_command(key) == CMD_HELP)
		page->helping = true;
	else if (key->code == KEY_BACKSPACE && !form_changed(&page->form))
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
	case KEY_F2:
	case KEY_F3:
	case KEY_F4:
	case KEY_F6:
		pages_toast(page->screen->pages, "A form is open: Esc %s, then F2 to "
			    "F6 open the tabs.", form_changed(&page->form) ?
			    "keeps a draft" : "closes it");
		return true;
	case KEY_F8:
		save_key(page);
		return true;
	case KEY_F9:
		full_list(page);
		return true;
	case 's':
		if (key->mods != KEY_CTRL)
			return false;
		save_key(page);
		return true;
	default:
		return false;
	}
}

static void ask_again(struct pages *pages)
{
	const char *stored = command_key_name(CMD_TAKE_STORED);
	const char *mine = command_key_name(CMD_KEEP_MINE);
	const char *both = command_key_name(CMD_SHOW_BOTH);

	pages_toast(pages, "Whose version first: %s, %s or %s; Esc goes on by hand.",
		    stored ? stored : "-", mine ? mine : "-", both ? both : "-");
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
		if (dialog_answer(page, key))
			return true;
		if (command == CMD_ESC)
			page->asking = false;
		else if (key->code >= 0x80 && key->code < KEY_NONE)
			screen_unknown(page->screen, key);	/* of another layout */
		else if (key->code != KEY_MOUSE)
			ask_again(pages);
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
	if (key->code == KEY_MOUSE && consequence_key(&page->consequence, key)) {
		if (page->consequence.zone != CONSEQUENCE_AWAY)
			page->at = ON_CONSEQUENCE;
		return true;
	}
	if (key->code == KEY_MOUSE) {
		page->at = ON_FORM;
		page->consequence.zone = CONSEQUENCE_AWAY;
	}
	if (deed_key(page, key) || way_key(page, key))
		return true;
	if (page->at == ON_CONSEQUENCE)
		consequence_keys(page, key);
	else if (page->at != ON_FORM)
		button_key(page, key);
	else
		form_keys(page, key);
	return true;
}
