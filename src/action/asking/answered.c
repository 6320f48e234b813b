/* answered.c: see answered.h. */
#include "action/asking/answered.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "access/request_seen.h"
#include "action/core/state_file.h"

enum { FILE_LIMIT = 64 * 1024, KEPT = 48 * 1024, LINE = 200 };

static const char file_name[] = "answers";

/* What is damaged is as if it were not there: nothing would be found behind a NUL, nor
 * put where there is no room. */
static void take_up(struct buf *out)
{
	buf_init(out, FILE_LIMIT);
	statefile_read(file_name, out);
	if (out->overflow || (out->len && memchr(out->data, '\0', out->len)))
		buf_reset(out);
	else if (out->len && out->data[out->len - 1] != '\n')
		buf_addc(out, '\n');
}

static void load(struct answered *self)
{
	if (self->loaded)
		return;
	take_up(&self->seen);
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
	const char *from;
	struct buf rest;

	if (text->len <= KEPT)
		return;
	from = strchr(text->data + text->len - KEPT / 2, '\n');
	buf_init(&rest, FILE_LIMIT);
	buf_adds(&rest, from ? from + 1 : "");
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
	take_up(&file);
	keep(&file, line);
	(void)statefile_write(file_name, &file);
	buf_release(&file);
}
