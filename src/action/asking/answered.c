/* answered.c: see answered.h. */
#include "action/asking/answered.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "access/request_seen.h"
#include "action/core/state_file.h"

enum { FILE_LIMIT = 64 * 1024, KEPT = 48 * 1024, LINE = 200 };

static const char file_name[] = "answers";

static void load(struct answered *self)
{
	if (self->loaded)
		return;
	buf_init(&self->seen, FILE_LIMIT);
	statefile_read(file_name, &self->seen);
	self->loaded = true;
}

void answered_release(struct answered *self)
{
	if (self->loaded)
		buf_release(&self->seen);
	self->loaded = false;
}

static void line_of(const struct access_request *one, char out[LINE])
{
	snprintf(out, LINE, "%s %" PRId64 "\n", one->id, one->ended);
}

/* At the beginning of a line. */
static bool has(const struct buf *text, const char *line)
{
	const char *all = text->len ? text->data : "", *at = all;

	while ((at = strstr(at, line)) && at > all && at[-1] != '\n')
		at++;
	return at != NULL;
}

static bool is_answer(const struct access_request *one)
{
	return one->state == ACCESS_REQUEST_GRANTED || one->state == ACCESS_REQUEST_LESS ||
		one->state == ACCESS_REQUEST_DECLINED;
}

bool answered_is_new(struct answered *self, const struct access_request *one)
{
	char line[LINE];

	if (!is_answer(one))
		return false;
	load(self);
	line_of(one, line);
	return !has(&self->seen, line);
}

uint32_t answered_count(struct answered *self, const struct app *app)
{
	const struct seen *seen = app_seen(app);
	struct arena arena = { 0 };
	struct request_seen *all;
	uint32_t n = 0;
	size_t i, count;

	if (app->as_of || seen->subject == NOBODY)
		return 0;
	all = requests_seen(seen, &arena, &count);
	for (i = 0; i < count; i++)
		n += all[i].own && answered_is_new(self, &all[i].one);
	arena_release(&arena);
	return n;
}

/* The oldest go first. */
static void shorten(struct buf *text)
{
	const char *from = text->len > KEPT ?
		strchr(text->data + text->len - KEPT / 2, '\n') : NULL;
	struct buf rest;

	if (!from)
		return;
	buf_init(&rest, FILE_LIMIT);
	buf_adds(&rest, from + 1);
	buf_release(text);
	*text = rest;
}

static void keep(struct buf *text, const char *line)
{
	shorten(text);
	buf_adds(text, line);
}

/* In the file with what another session has put there meanwhile. */
void answered_mark(struct answered *self, const struct app *app,
		   const struct access_request *one)
{
	char line[LINE];
	struct buf file;

	if (app->as_of || !answered_is_new(self, one))
		return;
	line_of(one, line);
	keep(&self->seen, line);
	if (app->folder)
		return;
	buf_init(&file, FILE_LIMIT);
	statefile_read(file_name, &file);
	keep(&file, line);
	(void)statefile_write(file_name, &file);
	buf_release(&file);
}
