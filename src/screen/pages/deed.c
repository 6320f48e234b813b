/* deed.c: the keys of a deed; see deed.h. */
#include "screen/pages/deed.h"

#include <string.h>

#include "screen/frame/bars.h"
#include "screen/frame/keys.h"
#include "screen/panel/evidence.h"

void deed_init(struct deed *deed, struct screen *screen)
{
	*deed = (struct deed){ .screen = screen, .mark = "", .way_back = "",
			       .doing = "if you do it", .no = "Back",
			       .at = DEED_NO };
	deed->consequence.apart = true;
}

void deed_release(struct deed *deed)
{
	consequence_release(&deed->consequence);
	evidence_free(deed->evidence);
	deed->evidence = NULL;
}

void deed_begin(struct deed *deed)
{
	deed->at = *deed->name ? DEED_NAME : DEED_NO;
	deed->consequence.zone = CONSEQUENCE_AWAY;
	input_set(&deed->typed, "");
}

bool deed_ready(const struct deed *deed)
{
	return *deed->yes && strcmp(deed->typed.text, deed->name) == 0;
}

static void step(struct deed *deed, int by)
{
	int first = *deed->name ? DEED_NAME : DEED_NO;
	int last = deed->consequence.n ? DEED_ROWS : DEED_YES;
	int at = (int)deed->at;

	do {
		at += by;
		at = at < first ? last : at > last ? first : at;
	} while (at == DEED_YES && !*deed->yes);
	deed->at = (enum deed_at)at;
	deed->consequence.zone = at == DEED_ROWS ? CONSEQUENCE_ROWS :
		CONSEQUENCE_AWAY;
}

/* Down reads the words to their end first, Up comes back to them last; from the rows,
 * once one is there, the keys stay in them. */
static bool read_on(struct deed *deed, const struct key *key)
{
	struct consequence *consequence = &deed->consequence;
	bool up = (key->code == KEY_UP || key->code == KEY_PGUP) && !key->mods &&
		(!consequence->n || consequence->rows.cursor == 0);
	bool down = (key->code == KEY_DOWN || key->code == KEY_PGDN) &&
		!key->mods;

	if (deed->at == DEED_ROWS)
		return consequence_key(consequence, key);
	if ((down && !lines_ends(&consequence->words, 1)) ||
	    (up && !lines_ends(&consequence->words, -1)))
		return lines_key(&consequence->words, key);
	return consequence_key(consequence, key);
}

/* Down has nothing left to walk on. */
static bool at_end(const struct deed *deed)
{
	const struct consequence *consequence = &deed->consequence;

	if (deed->at != DEED_ROWS && !lines_ends(&consequence->words, 1))
		return false;
	if (!consequence->n)
		return lines_ends(&consequence->lines, 1);
	return consequence->rows.cursor + 1 >= consequence->rows.n_shown;
}

/* The person's reasons as they are now. */
static void open_why(struct deed *deed)
{
	const struct consequence_row *row = consequence_focus(&deed->consequence);
	const struct seen *seen = app_seen(deed->screen->app);

	if (row && row->change && row->change->project < seen_n_projects(seen) &&
	    (row->change->user == ANYONE ||
	     row->change->user < seen_n_users(seen)))
		deed->screen->go = (struct go){ .kind = GO_WHY,
			.user = row->change->user,
			.project = row->change->project };
}

static enum deed_key name_key(struct deed *deed, const struct key *key)
{
	if (key->code == KEY_ENTER)
		return DEED_DO;
	if (key->code == KEY_PASTE)
		pages_toast(deed->screen->pages, "Type it: a paste does not count.");
	else if (!input_key(&deed->typed, key))
		(void)read_on(deed, key);
	return DEED_USED;
}

static enum deed_key button_key(struct deed *deed, const struct key *key)
{
	if (key->code == KEY_ENTER || key->code == ' ') {
		if (deed->at != DEED_ROWS)
			return deed->at == DEED_YES ? DEED_PRESS : DEED_BACK;
		open_why(deed);
		return DEED_USED;
	}
	if (key->code == KEY_LEFT || key->code == KEY_RIGHT) {
		step(deed, key->code == KEY_LEFT ? -1 : 1);
		return DEED_USED;
	}
	if (key_does(key, CMD_YES) && *deed->yes && !*deed->name)
		return DEED_DO;
	if (key_does(key, CMD_NO) || keys_command(key) == CMD_QUIT)
		return DEED_BACK;
	if (keys_command(key) == CMD_FULL_LIST)
		return DEED_LIST;
	return bars_leave(deed->screen, key, false, at_end(deed)) ||
		read_on(deed, key) ? DEED_USED : DEED_OTHER;
}

static enum deed_key mouse(struct deed *deed, const struct key *key)
{
	struct consequence *consequence = &deed->consequence;
	const struct area *words = &consequence->words.drawn;

	if (key->button == 0 && key->row == deed->cancel.row &&
	    key->col >= deed->cancel.col &&
	    key->col < deed->cancel.col + deed->cancel.cols)
		return key->release ? DEED_BACK : DEED_USED;
	if (key->button == 0 && key->row == deed->go.row &&
	    key->col >= deed->go.col && key->col < deed->go.col + deed->go.cols)
		return key->release ? DEED_PRESS : DEED_USED;
	if (key->row >= words->row && key->row < words->row + words->rows &&
	    key->col >= words->col && key->col < words->col + words->cols) {
		(void)lines_key(&consequence->words, key);
		return DEED_USED;
	}
	if (consequence_key(consequence, key) &&
	    consequence->zone != CONSEQUENCE_AWAY)
		deed->at = DEED_ROWS;
	return DEED_USED;
}

enum deed_key deed_key(struct deed *deed, const struct key *key)
{
	enum command command = keys_command(key);

	if (key->code == KEY_MOUSE)
		return mouse(deed, key);
	deed->screen->pages->toast[0] = '\0';
	if (command == CMD_ESC || key->code == KEY_F10)
		return DEED_BACK;
	if (key->code == KEY_F9)
		return DEED_LIST;
	if (key->code == KEY_TAB || key->code == KEY_BACKTAB) {
		step(deed, key->code == KEY_TAB ? 1 : -1);
		return DEED_USED;
	}
	return deed->at == DEED_NAME ? name_key(deed, key) : button_key(deed, key);
}
