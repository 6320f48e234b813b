/* ladder_svg.c: the ladder as a picture that stands alone, for a page or a mail. */
#include "access/ladder.h"

#include <string.h>

#include "base/text.h"

enum {
	ROW = 28, LEVEL = 64, MARGIN = 20, CHAR = 9, GAP = 24,
	SENTENCE_CELLS = 90, DOT = 6, TITLE_ROWS = 2
};

struct drawing {
	struct buf *out;
	int levels;		/* where the first one stands, */
	int notes;		/* and the notes */
	int y;			/* the middle of the present row */
};

static const char *const words[LEVELS] = { "none", "app", "view", "edit", "full" };

/* Text is safe already: what is left is XML's own. */
static void put_text(struct drawing *d, int x, const char *class, const char *text)
{
	buf_printf(d->out, "<text x=\"%d\" y=\"%d\" class=\"%s\">", x, d->y + 5,
		   class);
	for (; *text; text++) {
		if (*text == '&')
			buf_adds(d->out, "&amp;");
		else if (*text == '<')
			buf_adds(d->out, "&lt;");
		else if (*text == '>')
			buf_adds(d->out, "&gt;");
		else
			buf_addc(d->out, *text);
	}
	buf_adds(d->out, "</text>\n");
}

static int column(const struct drawing *d, enum level level)
{
	return d->levels + (int)level * LEVEL + LEVEL / 2;
}

static void put_line(struct drawing *d, int from, int to)
{
	buf_printf(d->out, "<path class=\"l\" d=\"M%d %dH%d\"/>\n", from, d->y, to);
}

static void put_dot(struct drawing *d, int x, const char *class)
{
	buf_printf(d->out, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" class=\"%s\"/>\n",
		   x, d->y, DOT, class);
}

static void put_arrow(struct drawing *d, int from, int to)
{
	put_line(d, to + DOT, from);
	buf_printf(d->out, "<path class=\"l\" d=\"M%d %dV%d\"/>\n"
		   "<path class=\"f\" d=\"M%d %dL%d %dV%dZ\"/>\n",
		   from, d->y - 8, d->y + 8, to - DOT, d->y, to + DOT,
		   d->y - 7, d->y + 7);
}

static void put_passes(struct drawing *d, int x)
{
	buf_printf(d->out, "<path class=\"l\" d=\"M%d %dl4 5l8 -10\"/>\n", x - 6,
		   d->y);
}

/* Steps on the way to the level. */
static void put_between(struct drawing *d, const struct rung *rung)
{
	for (int i = 0; i < (int)rung->at; i++)
		buf_printf(d->out, "<circle cx=\"%d\" cy=\"%d\" r=\"1.5\" "
			   "class=\"f\"/>\n", column(d, (enum level)i), d->y);
}

static void put_rung(struct drawing *d, const struct rung *rung)
{
	bool end = rung->kind == RUNG_END;
	int x = column(d, rung->at);

	put_text(d, MARGIN, end ? "b" : "t", rung->name);
	put_text(d, d->notes, end ? "b" : "t", rung->note);
	if (rung->kind == RUNG_IDLE)
		return;
	put_between(d, rung);
	if (rung->kind == RUNG_LIMIT)
		put_arrow(d, column(d, rung->from), x);
	else if (rung->kind == RUNG_PASSES)
		put_passes(d, x);
	else
		put_dot(d, x, rung->kind == RUNG_BLOCKED ||
			rung->kind == RUNG_NEAR ? "o" : "f");
}

/* Broken at blanks. */
static void put_sentence(struct drawing *d, const char *text)
{
	struct buf line;
	size_t n;

	buf_init(&line, 1 << 20);
	for (; *text; text += n + (text[n] == ' ')) {
		n = strcspn(text, " ");
		if (line.len && text_width(buf_text(&line)) + n > SENTENCE_CELLS) {
			put_text(d, MARGIN, "t", buf_text(&line));
			buf_reset(&line);
			d->y += ROW * 3 / 4;
		}
		if (line.len)
			buf_addc(&line, ' ');
		buf_add(&line, text, n);
	}
	put_text(d, MARGIN, "t", buf_text(&line));
	buf_release(&line);
	d->y += ROW * 3 / 2;
}

static int widest(const struct ladder *ladder, bool notes)
{
	int most = 0;

	for (uint32_t i = 0; i < ladder->n; i++) {
		int n = (int)text_width(notes ? ladder->v[i].note :
					ladder->v[i].name);

		most = n > most ? n : most;
	}
	return most;
}

static int at_least(int a, int b)
{
	return a > b ? a : b;
}

void ladder_svg(const struct ladder *ladder, const char *title,
		const char *sentence, struct buf *out)
{
	struct buf body;
	struct drawing d = {
		.out = &body, .y = MARGIN + 5,
		.levels = MARGIN + widest(ladder, false) * CHAR + GAP
	};
	int width;

	d.notes = d.levels + LEVELS * LEVEL + GAP;
	width = at_least(d.notes + widest(ladder, true) * CHAR + MARGIN,
			 2 * MARGIN + at_least(SENTENCE_CELLS,
				(int)text_width(title)) * CHAR);
	buf_init(&body, out->limit);
	put_text(&d, MARGIN, "b", title);
	d.y += ROW;
	put_sentence(&d, sentence);
	for (int i = 0; i < LEVELS; i++)
		put_text(&d, column(&d, (enum level)i), "m", words[i]);
	for (uint32_t i = 0; i < ladder->n; i++) {
		d.y += ROW;
		put_rung(&d, &ladder->v[i]);
	}
	buf_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		   "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
		   "height=\"%d\" role=\"img\">\n<style>\n"
		   "text{font:15px ui-monospace,monospace;fill:#1b1b1b}\n"
		   ".b{font-weight:bold}\n.m{text-anchor:middle}\n"
		   ".l{stroke:#1b1b1b;stroke-width:2;fill:none}\n"
		   ".f{fill:#1b1b1b}\n.o{fill:none;stroke:#1b1b1b;"
		   "stroke-width:1.5;stroke-dasharray:3 2}\n</style>\n"
		   "<rect width=\"100%%\" height=\"100%%\" fill=\"#fdfdfb\"/>\n"
		   "%s</svg>\n", width, d.y + ROW, buf_text(&body));
	buf_release(&body);
}
