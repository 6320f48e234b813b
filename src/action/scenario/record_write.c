/* record_write.c: the file of a recording, a line for each step. */
#include <stdarg.h>

#include "access/words.h"
#include "action/scenario/record_priv.h"
#include "base/json_write.h"

enum { HEAD_LIMIT = 1 << 16 };

/* After the last step; taken off again for the next. */
static const char end[] = "\n ]\n}\n";

/* The first two lines say what it is (write_file.h): a recording, of this workspace.  One
 * that was made on another stays, and so does what somebody wrote by hand. */
static void first_lines(struct buf *out, const char *workspace)
{
	struct json json;

	buf_adds(out, "{\"format\":\"gatehouse-scenario\",\"version\":1,\n \"workspace\":");
	jsonw_init(&json, out, 0);
	jsonw_string(&json, workspace);
	buf_adds(out, ",\n");
}

bool record_may_stand(const char *file, const char *workspace, enum write_over over,
		      struct error *err)
{
	struct buf head;
	bool good;

	buf_init(&head, HEAD_LIMIT);
	first_lines(&head, workspace);
	good = write_file_may(file, &head, over, err);
	buf_release(&head);
	return good;
}

void record_head(struct recorder *self, const char *title, const char *workspace,
		 const char *say)
{
	struct scenario_step first = { .say = say, .expect = { .exit = -1 } };
	struct json json;

	first_lines(&self->text, workspace);
	buf_adds(&self->text, " \"title\":");
	jsonw_init(&json, &self->text, 0);
	jsonw_string(&json, title);
	buf_adds(&self->text, ",\n \"steps\":[");
	record_step(self, &first);
}

static void words_json(struct json *json, const char *const *word, int n)
{
	int i;

	jsonw_array(json);
	for (i = 0; i < n; i++)
		jsonw_string(json, word[i]);
	jsonw_array_end(json);
}

static void access_json(struct json *json, const struct expect_access *one)
{
	size_t i;

	jsonw_object(json);
	jsonw_kstring(json, "user", one->user);
	jsonw_kstring(json, "project", one->project);
	jsonw_kstring(json, "granted", level_code(one->granted));
	jsonw_kstring(json, "effective", level_code(one->effective));
	if (one->limits.given) {
		jsonw_karray(json, "limits");
		for (i = 0; i < one->limits.n; i++)
			jsonw_string(json, one->limits.v[i]);
		jsonw_array_end(json);
	}
	jsonw_object_end(json);
}

static void expect_json(struct json *json, const struct expect *expect)
{
	size_t i;

	jsonw_kobject(json, "expect");
	jsonw_kint(json, "exit", expect->exit);
	if (expect->code)
		jsonw_kstring(json, "code", expect->code);
	if (expect->n_access) {
		jsonw_karray(json, "access");
		for (i = 0; i < expect->n_access; i++)
			access_json(json, &expect->access[i]);
		jsonw_array_end(json);
	}
	jsonw_object_end(json);
}

void record_step(struct recorder *self, const struct scenario_step *step)
{
	struct json json;
	size_t i;

	buf_adds(&self->text, self->text.data[self->text.len - 1] == '[' ? "\n  " : ",\n  ");
	jsonw_begin(&json, &self->text);
	if (step->say)
		jsonw_kstring(&json, "say", step->say);
	if (step->as)
		jsonw_kstring(&json, "as", step->as);
	if (step->n_words) {
		jsonw_key(&json, "do");
		words_json(&json, step->words, step->n_words);
	}
	if (step->n_more) {
		jsonw_karray(&json, "and");
		for (i = 0; i < step->n_more; i++)
			words_json(&json, step->more[i].word, step->more[i].n);
		jsonw_array_end(&json);
	}
	if (step->expect.exit >= 0)
		expect_json(&json, &step->expect);
	jsonw_object_end(&json);
}

void record_note(struct recorder *self, const char *fmt, ...)
{
	struct scenario_step note = { .expect = { .exit = -1 } };
	va_list list;

	va_start(list, fmt);
	note.say = arena_printf(&self->deed, SCENARIO_NOT_RECORDED "%s",
				arena_vprintf(&self->deed, fmt, list));
	va_end(list);
	record_step(self, &note);
	self->witness.missed++;
}

bool record_flush(struct recorder *self, struct error *err)
{
	size_t len = self->text.len;
	bool good;

	buf_adds(&self->text, end);
	good = self->text.overflow ?
		error_set(err, ERROR_INVALID, "TOO_LARGE", "%.200s would be too large",
			  self->path) :
		write_file(self->path, &self->text, self->over, err);
	self->text.len = len;
	self->text.data[len] = '\0';
	if (good)	/* what took the name meanwhile is not ours */
		self->over = WRITE_AGAIN;
	return good;
}
