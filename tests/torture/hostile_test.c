/* hostile_test.c: what a name may do to a terminal, in every text field of a workspace: it
 * is refused by name, or it goes through the store unchanged and comes to the terminal
 * as text and nothing else. */
#include <jansson.h>

#include "base/attr.h"
#include "tests/torture/torture.h"
#include "tests/tty/console.h"

#define SIGN "31337"	/* in each that would be a sequence: nobody else writes it */

static const char *const hostile[] = {
	"\033]0;" SIGN "\007", "\033[" SIGN "m", "\033P" SIGN "\033\\", "\033c",
	"\xc2\x9b" SIGN "m", "\xc2\x9d" SIGN "\xc2\x9c", "\xe2\x80\xae", "\xe2\x81\xa6",
	"\xe2\x80\x8b", "\xef\xbb\xbf", "\xf3\xa0\x81\x81", "\xe2\x80\xa8", "\r", "\b\b\b",
	"\t", "\n", "\x7f", "\a", "\x0e"
};

static const struct field { const char *list, *key, *inner; } fields[] = {
	{ "projects", "title", NULL }, { "workspace", "name", NULL },
	{ "users", "name", NULL }, { "users", "email", NULL }, { "users", "id", NULL },
	{ "groups", "name", NULL }, { "groups", "id", NULL },
	{ "providers", "name", NULL }, { "tokens", "name", NULL },
	{ "tokens", "config", "scopes" }, { "assets", "name", NULL },
	{ "assets", "description", NULL }, { "assets", "install_commands", NULL },
	{ "assets", "created_by", NULL }, { "assets", "config", "database" },
	{ "assets", "config", "host" }, { "projects", "description", NULL },
	{ "projects", "status", NULL },
};

/* ---- what a terminal gets --------------------------------------------------------------- */

/* The next code point; 0xFFFD for what is none. */
static uint32_t next_point(const char **at, const char *end)
{
	const unsigned char *s = (const unsigned char *)*at;
	int n = *s < 0x80 ? 1 : *s >= 0xf0 ? 4 : *s >= 0xe0 ? 3 : *s >= 0xc0 ? 2 : 1;
	uint32_t point = n == 1 ? *s : *s & (0xffu >> (n + 1));
	int i;

	if (end - *at < n)
		n = (int)(end - *at);
	for (i = 1; i < n; i++)
		point = point << 6 | (s[i] & 0x3fu);
	*at += n;
	return *s >= 0x80 && n == 1 ? 0xfffd : point;
}

static bool unseen(uint32_t p)
{
	return (p >= 0x80 && p < 0xa0) || (p >= 0x200b && p <= 0x200f) ||
		(p >= 0x2028 && p <= 0x202e) || (p >= 0x2060 && p <= 0x2069) ||
		p == 0xfeff || (p >= 0xe0000 && p <= 0xe0fff);
}

/* The controls that a screen is drawn with. */
static bool odd_control(uint32_t p)
{
	return (p < 0x20 && p != '\r' && p != '\n' && p != '\b' && p != '\033' && p != '\t' &&
		p != 0x0f && p != 0x0e) || p == 0x7f;
}

/* After ESC: a sequence that the console itself writes; its end, or NULL. */
static const char *sequence_end(const char *at, const char *end)
{
	const char *from = at;

	if (at < end && *at == '[') {
		for (at++; at < end && *at >= 0x20 && *at < 0x40; at++)
			;
		return at < end && *at >= 0x40 && at - from < 40 ? at + 1 : NULL;
	}
	if (at < end && *at == ']') {	/* 11: asks for the ground */
		if (strncmp(at, "]11;", 4) != 0 && strncmp(at, "]10;", 4) != 0)
			return NULL;
		for (; at < end && *at != '\a' && *at != '\033'; at++)
			;
		return at < end ? at + 1 + (*at == '\033') : NULL;
	}
	return at < end && strchr("()=>78M\\", *at) ? at + 1 + (*at == '(' || *at == ')') : NULL;
}

/* What is not text and not the console's own; NULL: nothing. */
static const char *unexplained(const char *bytes, size_t n)
{
	static char why[80];
	const char *at = bytes, *end = bytes + n, *next;
	uint32_t point;

	while (at < end) {
		point = next_point(&at, end);
		if (point == '\033') {
			next = sequence_end(at, end);
			if (!next || memmem(at, (size_t)(next - at), SIGN, sizeof(SIGN) - 1)) {
				snprintf(why, sizeof(why), "a sequence ESC %.10s", at);
				return why;
			}
			at = next;
		} else if (unseen(point) || odd_control(point)) {
			snprintf(why, sizeof(why), "U+%04X", (unsigned)point);
			return why;
		}
	}
	return NULL;
}

/* ---- one field --------------------------------------------------------------------------- */

/* The i-th thing of the list, or the one there is. */
static json_t *holder(json_t *all, const struct field *field, size_t i)
{
	json_t *list = json_object_get(all, field->list), *one, *inner;

	one = json_is_array(list) ? json_array_get(list, i % json_array_size(list)) : list;
	if (!field->inner)
		return one;
	inner = json_object_get(one, field->key);
	if (!inner) {
		inner = json_object();
		json_object_set_new(one, field->key, inner);
	}
	return inner;
}

static void put(json_t *all, const struct field *field, size_t i, const char *text)
{
	assert_int_equal(json_object_set_new(holder(all, field, i), field->inner ? field->inner :
					     field->key, json_string(text)), 0);
}

static json_t *demo(void)
{
	json_error_t error;
	json_t *all = json_load_file(in_source("data/demo.json"), 0, &error), *user;
	size_t i;

	assert_non_null(all);
	json_array_foreach(json_object_get(all, "users"), i, user)
		json_object_del(user, "unix_login");
	return all;
}

static void text_of(const char *piece, char out[64])
{
	snprintf(out, 64, "Ab%sYz", piece);
}

/* Some thing of the list has exactly this. */
static bool is_there(json_t *all, const struct field *field, const char *text)
{
	json_t *list = json_object_get(all, field->list);
	size_t i, n = json_is_array(list) ? json_array_size(list) : 1;
	const char *got;

	for (i = 0; i < n; i++) {
		got = json_string_value(json_object_get(holder(all, field, i), field->inner ?
							field->inner : field->key));
		if (got && strcmp(got, text) == 0)
			return true;
	}
	return false;
}

/* Does an import take it?  Then the store gives it back as it was. */
static bool taken(struct losses *tally, const struct field *field, size_t i)
{
	json_t *all = demo(), *back;
	json_error_t error;
	char text[64], *said, store[200], name[64];
	int status;

	text_of(hostile[i], text);
	put(all, field, 0, text);
	assert_int_equal(json_dump_file(all, in_room("hostile.json"), 0), 0);
	json_decref(all);
	snprintf(name, sizeof(name), "one-%ld-%zu", tally->rounds, i);
	snprintf(store, sizeof(store), "%s", in_room(name));
	status = run(&said, (const char *const[]){ "--store", store, "workspace", "import",
						  in_room("hostile.json"), NULL });
	if (unexplained(said, strlen(said)))
		loss(tally, "%s %s, %zu: the import says %s", field->list, field->key, i,
		     unexplained(said, strlen(said)));
	free(said);
	tally->faults++;
	if (status) {
		tally->refusals++;
		return false;
	}
	run(&said, (const char *const[]){ "--store", store, "workspace", "export", NULL });
	back = json_loads(said, 0, &error);
	if (!back || !is_there(back, field, text))
		loss(tally, "%s %s, %zu: does not come back as it was", field->list,
		     field->key, i);
	json_decref(back);
	free(said);
	return true;
}

static void look_around(struct losses *tally, const struct field *field, const char *store)
{
	static const char *const ways[] = {
		"1", "<Enter>", "<Esc>2", "3", "<Down><Down><Enter>", "<Esc>4", "<Enter>",
		"<Esc>4o", "<Enter>", "<Esc>5", "<Enter>", "<Esc>w", "<Esc>s", "<Esc>S",
		"<Esc>P", "<Esc>.", "<Esc>?", "<Esc>5/Ab", "<Enter>:history<Enter>",
		"<Esc><Esc>5i", "<Esc>:workspace<Space>set<Enter>", "<Esc>"
	};
	const struct pty_options wide = { .rows = 40, .cols = 120 };
	struct pty *pty = open_store(&wide, store);
	const char *bytes, *why;
	size_t i, n;

	for (i = 0; i < COUNT_OF(ways); i++)
		keys(pty, ways[i]);
	bytes = pty_stream(pty, &n);
	why = unexplained(bytes, n);
	if (why)
		loss(tally, "%s %s: the terminal gets %s", field->list, field->key, why);
	keys(pty, "<Resize:81x25>");
	leave(pty);
}

static void one_field(struct losses *tally, const struct field *field)
{
	json_t *all = demo();
	char text[64], store[200], name[64];
	size_t i, n = 0;

	for (i = 0; i < COUNT_OF(hostile); i++)
		if (taken(tally, field, i)) {
			text_of(hostile[i], text);
			put(all, field, n++, text);
		}
	assert_int_equal(json_dump_file(all, in_room("hostile.json"), 0), 0);
	json_decref(all);
	snprintf(name, sizeof(name), "all-%ld", tally->rounds);
	snprintf(store, sizeof(store), "%s", in_room(name));
	if (n && run(NULL, (const char *const[]){ "--store", store, "workspace", "import",
						 in_room("hostile.json"), NULL }) == 0)
		look_around(tally, field, store);
	tally->rounds++;
}

TEST(a_name_comes_to_the_terminal_as_text)
{
	struct losses tally = { .what = "hostile strings" };
	long n = torture_number("FIELDS", 1), i;

	for (i = 0; i < n && i < (long)COUNT_OF(fields); i++)
		one_field(&tally, &fields[i]);
	losses_judge(&tally);
}

/* Each of them, where somebody writes it as it is. */
TEST(each_of_them_is_found_out)
{
	struct losses tally = { .what = "hostile strings", .planted = true };
	char text[64];
	size_t i;

	for (i = 0; i < COUNT_OF(hostile); i++) {
		text_of(hostile[i], text);
		if (hostile[i][0] && strchr("\r\b\t\n\x0e", hostile[i][0]))
			continue;	/* what drawing itself needs */
		tally.rounds++;
		tally.faults++;
		if (unexplained(text, strlen(text)))
			loss(&tally, "%zu: %s", i, unexplained(text, strlen(text)));
	}
	assert_int_equal(tally.losses, tally.rounds);
	losses_judge(&tally);
}

RUN(CASE(a_name_comes_to_the_terminal_as_text), CASE(each_of_them_is_found_out))
