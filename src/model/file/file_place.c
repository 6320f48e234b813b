/* file_place.c: where a reader stands and how it refuses, see file_priv.h. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/file/file_priv.h"

enum { QUOTE_CELLS = 60, NAME_CELLS = 100, PATH_MAX_BYTES = 90,
       MESSAGE_MAX = 480 };

void reader_init(struct reader *reader, const char *name, struct facts *facts,
		 struct file_notes *notes)
{
	const struct file_notes fresh = { .value = notes->value, .ctx = notes->ctx };

	memset(reader, 0, sizeof(*reader));
	*notes = fresh;
	reader->own_of = "";
	reader->name = name;
	reader->facts = facts;
	reader->notes = notes;
	reader->err = &reader->spare;
}

void reader_release(struct reader *reader)
{
	strmap_release(&reader->secrets);
	strmap_release(&reader->logins);
	strmap_release(&reader->own_ids);
	for (int i = 0; i < LOST_KINDS; i++)
		strmap_release(&reader->lost[i]);
}

struct error *reader_fault(struct reader *reader)
{
	struct file_faults *faults = &reader->notes->faults;

	reader->err = faults->n < FILE_FAULTS ? &faults->v[faults->n] :
		&reader->spare;
	faults->n++;
	error_clear(reader->err);
	return reader->err;
}

void reader_lose(struct reader *reader, enum lost kind, const char *id)
{
	if (id && *id)
		strmap_set(&reader->lost[kind],
			   arena_strdup(&reader->facts->text, id), 0);
}

bool reader_good(const struct reader *reader, struct error *err)
{
	if (reader->notes->faults.n == 0)
		return true;
	if (err)
		*err = reader->notes->faults.v[0];
	return false;
}

const char *quote(struct quote *quote, const char *text)
{
	struct buf buf;

	buf_init(&buf, sizeof(quote->text) - 3);
	text_cut(&buf, text, QUOTE_CELLS);
	snprintf(quote->text, sizeof(quote->text), "\"%s\"", buf_text(&buf));
	buf_release(&buf);
	return quote->text;
}

static void add_path(struct buf *out, const struct place *place)
{
	if (!place)
		return;
	add_path(out, place->up);
	if (place->member) {
		if (out->len > 0)
			buf_addc(out, '.');
		text_cut(out, place->member, QUOTE_CELLS);
	}
	if (place->index >= 0)
		buf_printf(out, "[%ld]", place->index);
}

bool refuse(struct reader *reader, const struct place *place, const char *code,
	    const char *fmt, ...)
{
	struct buf name, path;
	char message[MESSAGE_MAX], line[32] = "";
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	buf_init(&name, MESSAGE_MAX);
	text_cut(&name, reader->name, NAME_CELLS);
	buf_init(&path, PATH_MAX_BYTES);
	add_path(&path, place);
	if (reader->line > 0)
		snprintf(line, sizeof(line), ":%ld", reader->line);
	error_set(reader_fault(reader), ERROR_INVALID, code, "%s%s: %s%s%s",
		  buf_text(&name), line, buf_text(&path),
		  path.len > 0 ? ": " : "", message);
	if (reader->line > 0)
		error_field(reader->err, "line %ld%s%s", reader->line,
			    path.len > 0 ? ": " : "", buf_text(&path));
	else
		error_field(reader->err, "%s", buf_text(&path));
	buf_release(&name);
	buf_release(&path);
	return false;
}

const char *stored(struct reader *reader, const char *text)
{
	return text_tidy(text, &reader->facts->text);
}

bool refuse_text(struct reader *reader, const struct place *place,
		 const char *text, const char *fault, const char *remedy)
{
	struct quote cut;

	refuse(reader, place, NULL, "%s %s", quote(&cut, text), fault);
	return error_remedy(reader->err, "%s", remedy);
}

void list_add(char *list, size_t size, const char *between, const char *word)
{
	size_t n = strlen(list);

	snprintf(list + n, size - n, "%s%s", n ? between : "", word);
}
