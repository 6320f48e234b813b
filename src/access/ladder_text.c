/* ladder_text.c: the ladder in cells, at any width, in ASCII too. */
#include "access/ladder.h"

#include "base/glyph.h"
#include "base/text.h"

enum {
	LEVEL_MOST = 8, LEVEL_LEAST = 5,	/* cells of one level */
	NAME_LEAST = 12, NAME_MOST = 30,
	NAME_DRAWN = 16, NOTE_DRAWN = 10,	/* beside a drawing, at least */
	NOTE_WISH = 24, NOTE_LEAST = 12,	/* a longer note is wrapped */
	WORDS = 9			/* "(o) edit" */
};

static const char *const level_words[LEVELS] = {
	[LEVEL_NONE] = "none", [LEVEL_APP_ONLY] = "app", [LEVEL_CAN_VIEW] = "view",
	[LEVEL_CAN_EDIT] = "edit", [LEVEL_FULL_ACCESS] = "full"
};

static int at_most(int n, int most)
{
	return n > most ? most : n;
}

struct ladder_form ladder_fit(const struct ladder *ladder, int cols)
{
	int name = 0, note = 0, level = LEVEL_MOST;

	for (uint32_t i = 0; i < ladder->n; i++) {
		int wide = (int)text_width(ladder->v[i].name);
		int said = (int)text_width(ladder->v[i].note);

		name = wide > name ? wide : name;
		note = said > note ? said : note;
	}
	name = at_most(name, NAME_MOST) + 2;
	note = at_most(note, NOTE_WISH);
	if (cols < at_most(name, NAME_DRAWN) + LEVELS * LEVEL_LEAST + 1 +
	    NOTE_DRAWN) {
		name = at_most(name, cols - WORDS - 8);
		return (struct ladder_form){ .name = name < NAME_LEAST ?
			NAME_LEAST : name, .track = WORDS + 1 };
	}
	while (level > LEVEL_LEAST && name + LEVELS * level + 1 + note > cols)
		level--;
	name = at_most(name, cols - LEVELS * level - 1 -
		       at_most(note, NOTE_LEAST));
	if (name < NAME_LEAST + 2)
		name = NAME_LEAST + 2;
	return (struct ladder_form){ .name = name, .level = level,
				     .track = LEVELS * level + 1 };
}

void ladder_head(const struct ladder_form *form, struct buf *out)
{
	for (int i = 0; i < LEVELS && form->level; i++) {
		buf_adds(out, level_words[i]);
		if (i + 1 < LEVELS)
			buf_pad(out, ' ', (size_t)form->level -
				text_width(level_words[i]));
	}
}

/* Under the second letter of the level's word. */
static int column(const struct ladder_form *form, enum level level)
{
	return (int)level * form->level + 1;
}

static const char *sign_of(const struct rung *rung)
{
	switch (rung->kind) {
	case RUNG_LIMIT:
		return glyph(GLYPH_DOWN_TO);
	case RUNG_PASSES:
		return glyph(GLYPH_PASSES);
	case RUNG_IDLE:
		return "";
	default:
		return glyph(GLYPH_DOT);
	}
}

static bool in_brackets(const struct rung *rung)
{
	return rung->kind == RUNG_BLOCKED || rung->kind == RUNG_NEAR;
}

static void put_sign(const struct rung *rung, struct buf *out)
{
	bool brackets = in_brackets(rung);

	buf_printf(out, "%s%s%s", brackets ? "(" : "", sign_of(rung),
		   brackets ? ")" : "");
}

/* "o edit", "< view": where there is no room for a drawing. */
static void words_track(const struct rung *rung, struct buf *out)
{
	if (rung->kind == RUNG_IDLE)
		return;
	put_sign(rung, out);
	buf_printf(out, " %s", level_words[rung->at]);
}

void ladder_track(const struct ladder_form *form, const struct rung *rung,
		  struct buf *out, int *plain)
{
	int at = 0, i, to = column(form, rung->at);

	*plain = 0;
	if (!form->level) {
		words_track(rung, out);
		return;
	}
	if (rung->kind == RUNG_IDLE)
		return;
	if (in_brackets(rung))
		to--;
	for (i = 0; i < (int)rung->at; i++) {
		buf_pad(out, ' ', (size_t)(column(form, (enum level)i) - at));
		buf_adds(out, glyph(GLYPH_BETWEEN));
		at = column(form, (enum level)i) + 1;
	}
	buf_pad(out, ' ', (size_t)(to - at));
	*plain = to;
	put_sign(rung, out);
	if (rung->kind != RUNG_LIMIT)
		return;
	for (i = to + 1; i < column(form, rung->from); i++)
		buf_adds(out, glyph(GLYPH_LINE));
	buf_adds(out, glyph(GLYPH_DOWN_FROM));
}

/* Blanks up to a cell; one at least where something stands already. */
static void pad_to(struct buf *line, int cells)
{
	int used = (int)text_width(buf_text(line));

	buf_pad(line, ' ', (size_t)(used < cells ? cells - used : used > 0));
}

static void text_line(const struct ladder_form *form, const struct rung *rung,
		      int cols, int indent, struct buf *out)
{
	struct buf line;
	int plain;

	buf_init(&line, 1 << 16);
	buf_pad(&line, ' ', (size_t)indent);
	text_cut_told(&line, rung->name, (size_t)form->name - 1);
	pad_to(&line, indent + form->name);
	ladder_track(form, rung, &line, &plain);
	if (*rung->note) {
		pad_to(&line, indent + form->name + form->track);
		text_cut(&line, rung->note, (size_t)at_most(cols - indent -
			 form->name - form->track, cols));
	}
	buf_printf(out, "%s\n", buf_text(&line));
	buf_release(&line);
}

void ladder_text(const struct ladder *ladder, int cols, int indent,
		 struct buf *out)
{
	struct ladder_form form = ladder_fit(ladder, cols - indent);

	if (form.level) {
		buf_pad(out, ' ', (size_t)(indent + form.name));
		ladder_head(&form, out);
		buf_addc(out, '\n');
	}
	for (uint32_t i = 0; i < ladder->n; i++)
		text_line(&form, &ladder->v[i], cols, indent, out);
}
