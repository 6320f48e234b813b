/* roster_decode.c: from the bytes of a file to text: strict, so that nobody's name is
 * stored as something else. */
#include <string.h>

#include "base/text.h"
#include "model/roster/roster_priv.h"

static bool starts(const char *data, size_t n, const char *with, size_t len)
{
	return n >= len && memcmp(data, with, len) == 0;
}

static bool refuse(const struct roster *list, struct error *err, const char *what,
		   const char *remedy)
{
	struct buf name;

	error_set(err, ERROR_INVALID, "NOT_CSV", "%s: %s", roster_called(list, &name), what);
	buf_release(&name);
	return error_remedy(err, "%s", remedy);
}

/* What people take for CSV. */
static bool is_workbook(const struct roster *list, const char *data, size_t n,
			struct error *err)
{
	if (!starts(data, n, "PK\x03\x04", 4) &&
	    !starts(data, n, "\xd0\xcf\x11\xe0", 4))
		return false;
	(void)refuse(list, err, "a workbook or an archive, no CSV",
		     "save it as CSV UTF-8 in the program that made it");
	return true;
}

static uint32_t unit_at(const char *data, bool big)
{
	const unsigned char *at = (const unsigned char *)data;

	return big ? (uint32_t)at[0] << 8 | at[1] : (uint32_t)at[1] << 8 | at[0];
}

static bool torn(const struct roster *list, struct error *err, long line)
{
	struct buf name;

	error_set(err, ERROR_INVALID, "NOT_CSV", "%s:%ld: not valid UTF-16",
		  roster_called(list, &name), line);
	buf_release(&name);
	error_field(err, "line %ld", line);
	return error_remedy(err, "save the file anew, best in UTF-8");
}

static bool from_utf16(struct roster *list, const char *data, size_t n, bool big,
		       struct error *err)
{
	uint32_t unit, low;
	char out[4];
	long line = 1;
	size_t i;

	for (i = 2; i + 1 < n; i += 2) {
		unit = unit_at(data + i, big);
		if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < n) {
			low = unit_at(data + i + 2, big);
			if (low < 0xdc00 || low > 0xdfff)
				return torn(list, err, line);
			unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
			i += 2;
		}
		if (unit >= 0xd800 && unit < 0xe000)
			return torn(list, err, line);
		line += unit == '\n';
		buf_add(&list->text, out, text_encode(unit, out));
	}
	return i == n || torn(list, err, line);
}

/* Line ends of a CR alone, as one old format of spreadsheets has them. */
static void plain_ends(struct buf *text)
{
	char *at = text->data;

	if (!text->len || memchr(text->data, '\n', text->len))
		return;
	while ((at = memchr(at, '\r', text->len - (size_t)(at - text->data))))
		*at++ = '\n';
}

bool roster_decode(struct roster *list, const char *data, size_t n, struct error *err)
{
	bool big = starts(data, n, "\xfe\xff", 2);

	if (is_workbook(list, data, n, err))
		return false;
	list->encoding = "UTF-8";
	if (big || starts(data, n, "\xff\xfe", 2)) {
		list->encoding = "UTF-16";
		if (!from_utf16(list, data, n, big, err))
			return false;
	} else {
		if (starts(data, n, "\xef\xbb\xbf", 3)) {
			data += 3;
			n -= 3;
		}
		buf_add(&list->text, data, n);
	}
	plain_ends(&list->text);
	return true;
}
