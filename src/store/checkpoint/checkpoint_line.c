/* checkpoint_line.c: a checkpoint as a line of words, see checkpoint_line.h. */
#include "store/checkpoint/checkpoint_line.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { HASH = 32, HEX = 2 * HASH, SIGN = crypto_sign_BYTES };

static const char *const words[] = { "commit", "state", "restored" };

/* ---- writing ------------------------------------------------------------------- */

static void encoded(struct buf *out, const char *name, const char *text)
{
	const unsigned char *p = (const unsigned char *)text;

	buf_printf(out, " %s=", name);
	for (; *p; p++)
		if (*p > ' ' && *p < 127 && *p != '%' && *p != '=')
			buf_addc(out, (char)*p);
		else
			buf_printf(out, "%%%02X", *p);
}

static void hash_of(const char *text, size_t n, unsigned char out[HASH])
{
	crypto_generichash(out, HASH, (const unsigned char *)text, n, NULL, 0);
}

void checkpoint_write(struct buf *out, const struct checkpoint *point,
		      const struct checkpoint_signing *signing)
{
	unsigned char hash[HASH], sign[SIGN];
	char hex[2 * SIGN + 1];

	buf_printf(out, CHECKPOINT_MARK "store=%s seq=%lld hash=%s time=%s what=%s "
		   "state=%s", point->store, (long long)point->seq, point->hash,
		   point->time, words[point->what], point->state ? point->state : "-");
	encoded(out, "by", point->by);
	encoded(out, "verb", point->verb);
	if (!signing) {
		buf_adds(out, " unsigned");
		return;
	}
	encoded(out, "signer", signing->who);
	sodium_bin2hex(hex, sizeof(hex), signing->key, HASH);
	buf_printf(out, " key=%s", hex);
	hash_of(buf_text(out), out->len, hash);
	signing->sign(signing->ctx, hash, sign);
	sodium_bin2hex(hex, sizeof(hex), sign, sizeof(sign));
	buf_printf(out, " signature=%s", hex);
}

/* ---- reading ------------------------------------------------------------------- */

/* The next word, which must be called so; its value, decoded in place. */
static char *word(char **at, const char *name)
{
	size_t n = strlen(name), len;
	char *value, *to, *from;
	char pair[3] = "";

	if (strncmp(*at, name, n) != 0 || (*at)[n] != '=')
		return NULL;
	value = *at + n + 1;
	len = strcspn(value, " \n");
	*at = value + len + (value[len] != '\0');
	value[len] = '\0';
	for (from = to = value; *from; from++) {
		pair[0] = '\0';
		if (*from == '%' && from[1] && from[2])
			memcpy(pair, from + 1, 2);
		*to++ = *pair ? (char)strtol(pair, NULL, 16) : *from;
		from += *pair ? 2 : 0;
	}
	*to = '\0';
	return *value ? value : NULL;
}

static bool is_hex(const char *text, size_t n)
{
	return text && strlen(text) == n &&
		strspn(text, "0123456789abcdef") == n;
}

static bool read_what(const char *text, enum checkpoint_what *out)
{
	for (size_t i = 0; text && i < COUNT_OF(words); i++)
		if (strcmp(text, words[i]) == 0) {
			*out = (enum checkpoint_what)i;
			return true;
		}
	return false;
}

static bool read_signer(char **at, struct checkpoint *out)
{
	const char *found = strstr(out->text, " signature=");

	if (strncmp(*at, "unsigned", 8) == 0)
		return true;
	out->signer = word(at, "signer");
	out->key = word(at, "key");
	out->signature = word(at, "signature");
	out->signed_n = found ? (size_t)(found - out->text) : 0;
	return out->signer && is_hex(out->key, HEX) &&
		is_hex(out->signature, 2 * SIGN) && found;
}

/* Of a line that follows a torn one without a break, too: the last mark counts. */
static const char *begin(const char *line)
{
	const char *found = strstr(line, CHECKPOINT_MARK), *next = found;

	while (next) {
		found = next;
		next = strstr(next + 1, CHECKPOINT_MARK);
	}
	return found;
}

bool checkpoint_read(const char *line, struct arena *arena, struct checkpoint *out)
{
	const char *start = begin(line), *seq;
	char *at, *end;

	memset(out, 0, sizeof(*out));
	if (!start)
		return false;
	out->text = arena_strdup(arena, start);
	at = arena_strdup(arena, start);
	at += strlen(CHECKPOINT_MARK);
	out->store = word(&at, "store");
	seq = word(&at, "seq");
	out->hash = word(&at, "hash");
	out->time = word(&at, "time");
	if (!is_hex(out->store, HEX) || !seq || !is_hex(out->hash, HEX) || !out->time ||
	    !read_what(word(&at, "what"), &out->what))
		return false;
	out->seq = strtoll(seq, &end, 10);
	out->state = word(&at, "state");
	out->by = word(&at, "by");
	out->verb = word(&at, "verb");
	return !*end && out->seq > 0 && out->state && out->by && out->verb &&
		read_signer(&at, out);
}

/* Past a word of this name; false: the line ends within it (*torn), or has another. */
static bool word_ends(const char **at, const char *name, size_t hex, bool *torn)
{
	size_t n = strlen(name), left = strcspn(*at, "\n"), value;

	if (left < n && strncmp(*at, name, left) == 0) {
		*torn = true;
		return false;
	}
	if (strncmp(*at, name, n) != 0)
		return false;
	*at += n;
	value = strcspn(*at, " \n");
	if (hex && (value > hex || strspn(*at, "0123456789abcdef") < value))
		return false;
	/* Only the signature has nothing behind it. */
	*torn = (*at)[value] != ' ' && (hex != 2 * SIGN || value < hex);
	*at += value + ((*at)[value] == ' ');
	return !*torn;
}

bool checkpoint_torn(const char *line)
{
	static const struct { const char *name; size_t hex; } all[] = {
		{ "store=", HEX }, { "seq=", 0 }, { "hash=", HEX }, { "time=", 0 },
		{ "what=", 0 }, { "state=", 0 }, { "by=", 0 }, { "verb=", 0 },
		{ "signer=", 0 }, { "key=", HEX }, { "signature=", 2 * SIGN }
	};
	enum { SIGNER = 8 };		/* or "unsigned" */
	const char *at = begin(line);
	bool torn = false;
	size_t i, left;

	if (!at)
		return false;
	at += strlen(CHECKPOINT_MARK);
	for (i = 0; i < COUNT_OF(all); i++) {
		left = strcspn(at, "\n");
		if (i == SIGNER && *at == 'u')
			return left < 8 && strncmp(at, "unsigned", left) == 0;
		if (!word_ends(&at, all[i].name, all[i].hex, &torn))
			return torn;
	}
	return false;
}

bool checkpoint_signed(const struct checkpoint *point)
{
	unsigned char hash[HASH], key[HASH], sign[SIGN];

	if (!point->signature ||
	    sodium_hex2bin(key, sizeof(key), point->key, HEX, NULL, NULL, NULL) != 0 ||
	    sodium_hex2bin(sign, sizeof(sign), point->signature, 2 * SIGN, NULL, NULL,
			   NULL) != 0)
		return false;
	hash_of(point->text, point->signed_n, hash);
	return crypto_sign_verify_detached(sign, hash, sizeof(hash), key) == 0;
}
