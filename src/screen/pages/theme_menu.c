/* theme_menu.c: see theme_menu.h. */
#include "screen/pages/theme_menu.h"

#include <stdlib.h>
#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/frame/settings.h"
#include "ui/popup.h"
#include "ui/term.h"

enum { CELLS = 58, NAME = 9 };

static const char by_ground[] = "auto";

struct theme_menu {
	struct page page;		/* first */
	struct screen *screen;
	struct popup popup;
	bool kept, cannot;		/* the one at the cursor is not shown here */
};

static size_t entries(void)
{
	return theme_count() + 1;
}

static const char *name_at(size_t i)
{
	return i < theme_count() ? theme_at(i)->name : by_ground;
}

static const char *about_at(size_t i)
{
	return i < theme_count() ? theme_at(i)->about :
		"dark or light, as the terminal says it is";
}

static void draw(struct page *page, struct canvas *canvas)
{
	static const struct hint hints[] = { { "Enter", "keep" }, { "Esc", "back" },
		HINTS_KEPT, { NULL, NULL } };
	struct theme_menu *self = (struct theme_menu *)page;
	const char *now = settings_theme(self->screen);
	int row, col, cols;
	size_t i;

	popup_draw(&self->popup, canvas, 2, 4, entries(), CELLS, "Theme",
		   self->cannot ? "This terminal shows no such colours." :
		   "", 1);
	if (self->popup.row + self->popup.rows < canvas->rows)
		chrome_hints(self->screen, canvas, hints);
	for (i = 0; i < entries(); i++) {
		if (!popup_place(&self->popup, i, &row, &col, &cols))
			continue;
		canvas_printf(canvas, row, col, cols, 0, "  %-*s %s%s", NAME, name_at(i),
			      about_at(i), strcmp(name_at(i), now) == 0 ? "  now" : "");
		if (self->popup.at != i)
			continue;
		canvas_focus(canvas, row, col, NAME, true);
		canvas_cursor(canvas, row, col);
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct theme_menu *self = (struct theme_menu *)page;
	enum command command = keys_command(key);

	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK) {
		pages_pop(pages);
		return true;
	}
	switch (popup_key(&self->popup, key)) {
	case POPUP_TAKE:
		self->kept = true;
		settings_keep_theme(self->screen, name_at(self->popup.at));
		pages_pop(pages);
		return true;
	case POPUP_CLOSE:
		pages_pop(pages);
		return true;
	case POPUP_NONE:
		screen_unknown(self->screen, key);
		break;
	default:
		break;
	}
	self->cannot = !settings_try_theme(name_at(self->popup.at));
	return true;
}

static void release(struct page *page)
{
	struct theme_menu *self = (struct theme_menu *)page;

	if (!self->kept)
		(void)settings_try_theme(settings_theme(self->screen));
	free(self);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .free = release
};

void theme_menu_go(struct screen *screen)
{
	struct theme_menu *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	while (self->popup.at + 1 < entries() &&
	       strcmp(name_at(self->popup.at), settings_theme(screen)) != 0)
		self->popup.at++;
	screen_go_page(screen, &self->page);
}
