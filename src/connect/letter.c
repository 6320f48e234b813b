/* letter.c: see letter.h. */
#include "connect/letter.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "net/dial.h"

enum { LETTER_MOST = 128 * 1024, TIMEOUT = 30000, BEFORE = 300 /* ms */,
       SECRET_LEAST = 4 /* shorter ones stand in any text */,
       PART_LEAST = 8 /* of one that is cut off */, LENT_MOST = 8 };

static int64_t began;

static json_t *letter;

static char *lent[LENT_MOST];
static size_t n_lent;			/* ever: the oldest makes room */

bool letter_read(void)
{
	static char text[LETTER_MOST];
	size_t n = 0;
	ssize_t got;

	began = dial_now();
	while (n < sizeof(text)) {
		got = read(STDIN_FILENO, text + n, sizeof(text) - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		n += (size_t)got;
	}
	letter = n < sizeof(text) ?
		json_loadb(text, n, JSON_REJECT_DUPLICATES, NULL) : NULL;
	explicit_bzero(text, sizeof(text));
	return json_is_object(letter) && *letter_type();
}

const char *letter_type(void)
{
	const char *type = json_string_value(json_object_get(letter, "type"));

	return type ? type : "";
}

const char *letter_job(void)
{
	const char *job = json_string_value(json_object_get(letter, "job"));

	return job ? job : "verify";
}

int64_t letter_timeout(void)
{
	int64_t ms = json_integer_value(json_object_get(letter, "timeout_ms"));

	return ms > 0 ? ms : TIMEOUT;
}

int64_t letter_until(void)
{
	return began + letter_timeout() - BEFORE;
}

static const char *within(const char *object, const char *name)
{
	const char *text = json_string_value(json_object_get(
		json_object_get(letter, object), name));

	return text ? text : "";
}

const char *letter_field(const char *name)
{
	return within("fields", name);
}

const char *letter_ask(const char *name)
{
	return within("ask", name);
}

const char *letter_ssh_folder(void)
{
	const char *folder = json_string_value(json_object_get(letter, "ssh_folder"));

	return folder ? folder : "";
}

const char *letter_secret(const char *name)
{
	return json_string_value(json_object_get(json_object_get(letter, "secrets"), name));
}

/* The beginning of one, at the end of a text that was cut. */
static void hide_part(char *text, const char *secret, size_t n)
{
	size_t all = strlen(text), part = n - 1 < all ? n - 1 : all;

	while (part >= PART_LEAST && memcmp(text + all - part, secret, part) != 0)
		part--;
	if (part >= PART_LEAST)
		memcpy(text + all - part, "***", sizeof("***"));
}

static void hide(char *text, const char *secret)
{
	static const char stars[] = "***";
	size_t n = strlen(secret);

	if (n < SECRET_LEAST)
		return;
	hide_part(text, secret, n);
	while ((text = strstr(text, secret))) {
		memcpy(text, stars, strlen(stars));
		text += strlen(stars);
		memmove(text, text + n - strlen(stars), strlen(text + n - strlen(stars)) + 1);
	}
}

/* As it stands within base64 ("Basic ..."), behind so many bytes, as far as those around
 * it do not change it. */
static void hide_base64(char *text, const char *secret, size_t behind, const char *last)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789";
	size_t bits = 8 * strlen(secret), at, used = 0, bit;
	char *core = mem_alloc(bits / 6 + 1);
	unsigned six;

	for (at = (6 - 8 * behind % 6) % 6; at + 6 <= bits; at += 6) {
		for (six = 0, bit = at; bit < at + 6; bit++)
			six = six << 1 | ((unsigned char)secret[bit / 8] >> (7 - bit % 8) & 1);
		core[used++] = six < 62 ? digits[six] : last[six - 62];
	}
	core[used] = '\0';
	hide(text, core);
	explicit_bzero(core, used);
	free(core);
}

static void hide_all(char *text, const char *secret)
{
	size_t behind;

	hide(text, secret);
	for (behind = 0; behind < 3; behind++) {
		hide_base64(text, secret, behind, "+/");
		hide_base64(text, secret, behind, "-_");
	}
}

void letter_hide(char *text)
{
	const char *name;
	json_t *value;
	size_t i;

	for (i = 0; i < LENT_MOST && lent[i]; i++)
		hide_all(text, lent[i]);
	json_object_foreach(json_object_get(letter, "secrets"), name, value)
		if (json_is_string(value))
			hide_all(text, json_string_value(value));
}

void letter_lent(const char *secret)
{
	char **at = &lent[n_lent % LENT_MOST];
	size_t i;

	for (i = 0; i < LENT_MOST && lent[i]; i++)
		if (strcmp(lent[i], secret) == 0)
			return;
	if (*at)
		explicit_bzero(*at, strlen(*at));
	free(*at);
	*at = mem_strdup(secret);
	n_lent++;
}
