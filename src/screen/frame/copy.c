/* copy.c: what c copies, and m. */
#include "screen/frame/copy.h"

#include <string.h>

#include "base/text.h"
#include "screen/frame/keymap.h"
#include "ui/clip.h"
#include "ui/term.h"

enum { TEXT_LIMIT = 4 * 1024 * 1024 };

void copy_text(struct screen *screen, const char *what, const char *text)
{
	size_t n = strlen(text);
	struct buf name;

	buf_init(&name, 256);
	text_cut(&name, what, 40);
	switch (clip_copy(text, n)) {
	case CLIP_TOO_LONG:
		pages_toast(screen->pages, "%s: %zu bytes are more than the %d a "
			    "terminal takes; %s shows bare text to select.",
			    buf_text(&name), n, CLIP_MAX, key_said(CMD_PLAIN));
		break;
	case CLIP_TMUX:
		pages_toast(screen->pages, "Copied by tmux: %s, %zu bytes; also in "
			    "its buffer.", buf_text(&name), n);
		break;
	case CLIP_SCREEN: case CLIP_DIRECT:
		pages_toast(screen->pages, "Copied by OSC 52: %s, %zu bytes. A "
			    "terminal does not confirm it.", buf_text(&name), n);
		break;
	default:
		break;			/* the line is lost */
	}
	buf_release(&name);
}

void mouse_toggle(struct screen *screen)
{
	bool on = !term_about()->mouse;

	term_mouse(on);
	screen->mouse = on ? MOUSE_ON : MOUSE_OFF;
	if (on)
		pages_toast(screen->pages, "Mouse on: clicks and the wheel are gatehouse's. "
			    "Hold Shift (Option on a Mac) to select text.");
	else
		pages_toast(screen->pages, "Mouse off: the terminal selects text by itself. "
			    "%s turns it on again.", key_said(CMD_MOUSE));
}

void lines_text(const struct lines *lines, struct buf *out)
{
	size_t i, n;

	for (i = 0; i < lines->n; i++) {
		const struct line *line = &lines->v[i];

		buf_pad(out, ' ', (size_t)line->indent);
		buf_adds(out, line->label);
		n = text_width(line->label);
		if ((*line->text || line->middle) && line->label_cols)
			buf_pad(out, ' ', n < (size_t)line->label_cols ?
				(size_t)line->label_cols - n : 1);
		if (line->middle) {
			buf_adds(out, line->middle);
			n = text_width(line->middle);
			if (*line->text)
				buf_pad(out, ' ', n < (size_t)line->middle_cols ?
					(size_t)line->middle_cols - n : 1);
		}
		buf_printf(out, "%s\n", line->text);
	}
}

bool copy_command(struct screen *screen, enum command command, const char *what,
		  const struct lines *lines)
{
	struct buf text;

	if (command == CMD_MOUSE) {
		mouse_toggle(screen);
		return true;
	}
	if (command != CMD_COPY && command != CMD_PLAIN)
		return false;
	buf_init(&text, TEXT_LIMIT);
	lines_text(lines, &text);
	if (command == CMD_COPY)
		copy_text(screen, what, buf_text(&text));
	else
		plain_text_go(screen, buf_text(&text));
	buf_release(&text);
	return true;
}
