/* result_table.c: see result_table.h. */
#include "action/core/result_table.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "model/kind.h"

enum { CELL_LIMIT = 256 * 1024, NARROWEST = 8, GAP = 2, FOLDED = 24, INDENT = 4 };

struct table {
	const struct result *result;
	size_t width[RESULT_COLUMNS];
	bool hidden[RESULT_COLUMNS];	/* empty in every row */
	struct buf cell;
	bool colour;
};

static bool one_of(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

static const char *level_text(const char *code)
{
	enum level level;

	return level_from_code(code, &level) ? level_label(level) : code;
}

/* The label of a code, by what the column holds. */
static const char *labelled(const char *column, const char *code)
{
	static const char *const levels[] = { "level", "granted", "effective",
		"before", "after", "workspace", "public_web", NULL };
	enum plan plan;
	enum role role;
	size_t kind;

	if (one_of(column, levels))
		return level_text(code);
	if (strcmp(column, "role") == 0) {
		if (role_from_code(code, &role))
			return role_label(role);
		return strcmp(code, "anonymous") ? code : "web visitor";
	}
	if (strcmp(column, "plan") == 0 && plan_from_code(code, &plan))
		return plan_label(plan);
	if (strcmp(column, "kind") == 0 && kind_find(code, &kind))
		return kind_at(kind)->label;
	return code;
}

static const char *local_time(const char *column, const char *text,
			      char out[CLOCK_TEXT])
{
	static const char *const times[] = { "time", "created", "updated",
		"refreshed", "last_login", "trashed", NULL };
	int64_t t;

	if (!one_of(column, times) || !clock_parse(text, &t))
		return NULL;
	clock_local(t, out);
	return out;
}

/* The cell as raw text for people. */
static const char *cell_text(const struct result *result, size_t row, size_t i,
			     char time[CLOCK_TEXT])
{
	const char *text = result->cells[row * result->n_columns + i];
	const char *local;

	if (!text)
		return "";
	if (result->type[i] == CELL_BOOL)
		return strcmp(text, "true") == 0 ? "yes" : "no";
	if (result->type[i] != CELL_CODE)
		return text;
	local = local_time(result->column[i], text, time);
	return local ? local : labelled(result->column[i], text);
}

static size_t cell_width(struct table *table, size_t row, size_t i)
{
	char time[CLOCK_TEXT];

	buf_reset(&table->cell);
	text_safe(&table->cell, cell_text(table->result, row, i, time));
	return text_width(buf_text(&table->cell));
}

static void measure(struct table *table)
{
	const struct result *result = table->result;
	size_t row, i, w;

	for (i = 0; i < result->n_columns; i++) {
		table->width[i] = text_width(result->heading[i]);
		table->hidden[i] = result->n_rows > 0;
	}
	for (row = 0; row < result->n_rows; row++)
		for (i = 0; i < result->n_columns; i++) {
			w = cell_width(table, row, i);
			if (w)
				table->hidden[i] = false;
			if (w > table->width[i])
				table->width[i] = w;
		}
}

static size_t table_width(const struct table *table)
{
	size_t i, total = 0;

	for (i = 0; i < table->result->n_columns; i++)
		total += table->hidden[i] ? 0 : table->width[i] + (i ? GAP : 0);
	return total;
}

/* What is said by another column too, or by the thing's own page, goes before names are
 * cut; what pipes and files take has all of it. */
static void leave_out(struct table *table, size_t cells)
{
	static const char *const aside[] = { "access", "auth", "created",
		"created_by", NULL };
	size_t i;

	for (i = table->result->n_columns; i-- > 0 && table_width(table) > cells;)
		table->hidden[i] |= one_of(table->result->column[i], aside);
}

/* The widest of free text that can be narrowed; what a row is called is the last. */
static size_t widest_of(const struct table *table, bool names)
{
	static const char *const called[] = { "name", "title", "email", NULL };
	const struct result *result = table->result;
	size_t i, widest = RESULT_COLUMNS;

	for (i = 0; i < result->n_columns; i++)
		if (result->type[i] == CELL_TEXT && !table->hidden[i] &&
		    table->width[i] > NARROWEST &&
		    one_of(result->column[i], called) == names &&
		    (widest == RESULT_COLUMNS ||
		     table->width[i] > table->width[widest]))
			widest = i;
	return widest;
}

/* Narrow free-text columns until the line fits the terminal; where it never would, it
 * is left whole, and the terminal breaks it. */
static void squeeze(struct table *table, size_t cells)
{
	size_t whole[RESULT_COLUMNS], total, widest;

	leave_out(table, cells);
	memcpy(whole, table->width, sizeof(whole));
	for (total = table_width(table); total > cells; total--) {
		widest = widest_of(table, false);
		if (widest == RESULT_COLUMNS)
			widest = widest_of(table, true);
		if (widest == RESULT_COLUMNS) {
			memcpy(table->width, whole, sizeof(whole));
			return;
		}
		table->width[widest]--;
	}
}

static const char *colour_of(const char *text)
{
	static const char *const colour[LEVELS] = { "2", "35", "33", "36",
						    "32" };
	int level;

	for (level = 0; level < LEVELS; level++)
		if (strcmp(text, level_label((enum level)level)) == 0)
			return colour[level];
	return NULL;
}

static void put_cell(struct table *table, size_t i, const char *text,
		     const char *colour, struct buf *out)
{
	const struct result *result = table->result;
	bool number = result->type[i] == CELL_NUMBER;
	bool last = i + 1 == result->n_columns;
	size_t w;

	if (table->hidden[i])
		return;
	buf_pad(out, ' ', i ? GAP : 0);
	buf_reset(&table->cell);
	text_cut(&table->cell, text, table->width[i]);
	w = text_width(buf_text(&table->cell));
	if (number)
		buf_pad(out, ' ', table->width[i] - w);
	if (colour)
		buf_printf(out, "\033[%sm", colour);
	buf_adds(out, buf_text(&table->cell));
	if (colour)
		buf_adds(out, "\033[m");
	if (!number && !last)
		buf_pad(out, ' ', table->width[i] - w);
}

static void end_line(struct buf *out)
{
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	buf_addc(out, '\n');
}

void result_table(const struct result *result, bool colour, size_t cells,
		struct buf *out)
{
	struct table table = { .result = result, .colour = colour };
	char time[CLOCK_TEXT];
	size_t row, i;

	buf_init(&table.cell, CELL_LIMIT);
	measure(&table);
	if (cells)
		squeeze(&table, cells);
	for (i = 0; i < result->n_columns; i++)
		put_cell(&table, i, result->heading[i], colour ? "1" : NULL,
			 out);
	end_line(out);
	for (row = 0; row < result->n_rows; row++) {
		for (i = 0; i < result->n_columns; i++) {
			const char *text = cell_text(result, row, i, time);

			put_cell(&table, i, text, colour &&
				 result->type[i] == CELL_CODE ?
				 colour_of(text) : NULL, out);
		}
		end_line(out);
	}
	buf_release(&table.cell);
}

/* ---- nothing cut ---------------------------------------------------------------- */

/* Bytes of text that have room, up to a blank where there is one. */
static size_t that_fit(const char *text, size_t n, size_t cells)
{
	size_t used = 0, width = 0, blank = 0, more;
	uint32_t point;
	bool valid;
	int w;

	while (used < n) {
		more = text_decode(text + used, n - used, &point, &valid);
		w = valid ? text_point_width(point) : 1;
		if (width + (size_t)(w > 0 ? w : 0) > cells)
			return blank ? blank : used ? used : more;
		width += (size_t)(w > 0 ? w : 0);
		used += more;
		if (text[used - 1] == ' ')
			blank = used;
	}
	return used;
}

void result_fold(const char *text, size_t indent, size_t cells, struct buf *out)
{
	size_t n = strlen(text), line, shown;

	while (n > 0) {
		line = cells > indent ? that_fit(text, n, cells - indent) : n;
		for (shown = line; shown && text[shown - 1] == ' '; shown--)
			;
		buf_add(out, text, shown);
		buf_addc(out, '\n');
		for (text += line, n -= line; n > 0 && *text == ' '; n--)
			text++;
		buf_pad(out, ' ', n > 0 ? indent : 0);
	}
}

/* The last column beside the others, or below them where they leave too little room. */
static void put_last(struct table *table, const char *text, size_t before, size_t cells,
		     struct buf *out)
{
	bool below = before + FOLDED > cells;
	struct buf *cell = &table->cell;

	buf_reset(cell);
	text_safe(cell, text);
	if (below)
		end_line(out);
	buf_pad(out, ' ', !cell->len ? 0 : below ? INDENT : GAP);
	if (cell->len)
		result_fold(buf_text(cell), below ? INDENT : before, cells, out);
	else if (!below)
		end_line(out);
}

/* The last that is there; RESULT_COLUMNS: none. */
static size_t last_column(const struct table *table)
{
	size_t i = table->result->n_columns;

	while (i > 0 && table->hidden[i - 1])
		i--;
	return i ? i - 1 : RESULT_COLUMNS;
}

static void put_row(struct table *table, size_t row, bool heading, size_t cells,
		    struct buf *out)
{
	const struct result *result = table->result;
	size_t last = last_column(table), i, before = table_width(table) -
		table->width[last];
	char time[CLOCK_TEXT];

	for (i = 0; i < last; i++)
		put_cell(table, i, heading ? result->heading[i] :
			 cell_text(result, row, i, time), NULL, out);
	put_last(table, heading ? result->heading[last] :
		 cell_text(result, row, last, time), before, cells, out);
}

void result_table_whole(const struct result *result, size_t cells, struct buf *out)
{
	struct table table = { .result = result };
	size_t last, row;

	buf_init(&table.cell, CELL_LIMIT);
	measure(&table);
	last = last_column(&table);
	/* Where the others are too wide already, one walks to the right anyhow. */
	if (table_width(&table) <= cells || last == RESULT_COLUMNS ||
	    result->type[last] != CELL_TEXT ||
	    table_width(&table) - table.width[last] > cells) {
		result_table(result, false, 0, out);
	} else {
		put_row(&table, 0, true, cells, out);
		for (row = 0; row < result->n_rows; row++)
			put_row(&table, row, false, cells, out);
	}
	buf_release(&table.cell);
}
