/* settings.c: see settings.h. */
#include "screen/frame/settings.h"

#include <stdio.h>
#include <string.h>

#include "action/core/state_file.h"
#include "ui/term.h"

enum { SETTINGS_LIMIT = 64 * 1024 };

static const char file_name[] = "settings";

const char *settings_theme(const struct screen *screen)
{
	return screen->theme[0] ? screen->theme : "default";
}

bool settings_try_theme(const char *name)
{
	const struct theme *theme = theme_find(name);

	return theme && term_theme(theme);
}

/* NULL: there is such a theme, and it can be shown. */
static const char *refused(const char *name)
{
	if (!theme_find(name))
		return "there is no such theme; : theme lists them";
	if (!settings_try_theme(name))
		return "this terminal shows no such colours";
	return NULL;
}

/* A line "theme dark"; the line keeps its number for what is said. */
static void take_line(struct screen *screen, char *line, int number)
{
	char *value = line + strcspn(line, " \t");
	const char *why;

	if (*value)
		*value++ = '\0';
	value += strspn(value, " \t");
	if (strcmp(line, "theme") == 0) {
		snprintf(screen->theme, sizeof(screen->theme), "%s", value);
		why = refused(value);
	} else {
		why = "is no setting; there is: theme";
	}
	if (why)
		pages_toast(screen->pages, "settings, line %d: %s: %s.", number,
			    strcmp(line, "theme") == 0 ? value : line, why);
}

void settings_load(struct screen *screen)
{
	char *line, *next;
	struct buf text;
	int number = 1;

	buf_init(&text, SETTINGS_LIMIT);
	configfile_read(file_name, &text);
	for (line = text.len ? text.data : NULL; line; line = next, number++) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (line[0] && line[0] != '#')
			take_line(screen, line, number);
	}
	buf_release(&text);
}

/* The file with this one line in the place of the old one: all others stay. */
static bool write_theme(const char *name)
{
	struct buf old, text;
	const char *line, *end;
	bool done, put = false;

	buf_init(&old, SETTINGS_LIMIT);
	buf_init(&text, SETTINGS_LIMIT);
	configfile_read(file_name, &old);
	for (line = buf_text(&old); *line; line = end) {
		end = line + strcspn(line, "\n");
		if (strncmp(line, "theme", 5) != 0 || !strchr(" \t\n", line[5])) {
			buf_add(&text, line, (size_t)(end - line));
			buf_addc(&text, '\n');
		} else if (!put) {
			buf_printf(&text, "theme %s\n", name);
			put = true;
		}
		end += *end == '\n';
	}
	if (!put)
		buf_printf(&text, "theme %s\n", name);
	done = !text.overflow && !old.overflow && configfile_write(file_name, &text);
	buf_release(&old);
	buf_release(&text);
	return done;
}

void settings_keep_theme(struct screen *screen, const char *name)
{
	const char *why = refused(name);

	if (why) {
		screen_refuse(screen, "%s: %s.", name, why);
		return;
	}
	snprintf(screen->theme, sizeof(screen->theme), "%s", name);
	if (screen->app->demo)
		pages_toast(screen->pages, "Theme %s, until you leave the demo.", name);
	else if (write_theme(name))
		pages_toast(screen->pages, "Theme %s, kept in your settings.", name);
	else
		pages_toast(screen->pages, "Theme %s, for this session: the settings "
			    "cannot be written.", name);
}
