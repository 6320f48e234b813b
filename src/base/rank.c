/* rank.c: see rank.h.  A text becomes a key whose bytes compare as text_natcmp()
 * does; eight bytes of it, behind what all keys begin with, are sorted as a number
 * by counting, and what is equal there is compared whole. */
#include "base/rank.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "base/text_priv.h"

enum { DIGITS = '0', LONG_RUN = 255, HEAD = 8, FEW = 48 };

struct item {
	uint64_t key;
	uint32_t row;
};

void rank_init(struct rank *rank)
{
	*rank = (struct rank){ .n = 0 };
	buf_init(&rank->keys, SIZE_MAX / 2);
}

void rank_release(struct rank *rank)
{
	buf_release(&rank->keys);
	free(rank->end);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A run of digits: how many there are without leading zeros, then they. */
static const char *add_number(struct buf *keys, const char *s)
{
	const char *from;
	size_t n;
	int shift;

	while (*s == '0')
		s++;
	for (from = s; is_digit(*s); s++)
		;
	n = (size_t)(s - from);
	buf_addc(keys, DIGITS);
	buf_addc(keys, (char)(n < LONG_RUN ? n : LONG_RUN));
	for (shift = 24; n >= LONG_RUN && shift >= 0; shift -= 8)
		buf_addc(keys, (char)(n >> shift & 0xff));
	buf_add(keys, from, n);
	return s;
}

void rank_add(struct rank *rank, const char *text)
{
	struct buf *keys = &rank->keys;
	uint32_t point;
	char bytes[4];
	bool valid;

	while (*text) {
		if (is_digit(*text)) {
			text = add_number(keys, text);
		} else if (!(*text & 0x80)) {
			buf_addc(keys, *text >= 'A' && *text <= 'Z' ?
				 (char)(*text | 0x20) : *text);
			text++;
		} else {
			text += text_decode(text, strnlen(text, 4), &point,
					    &valid);
			buf_add(keys, bytes, text_encode(text_point_lower(point),
							 bytes));
		}
	}
	rank_row(rank);
}

void rank_row(struct rank *rank)
{
	rank->end = mem_grow(rank->end, rank->n, &rank->cap, sizeof(*rank->end));
	rank->end[rank->n++] = rank->keys.len;
}

void rank_part(struct rank *rank, uint32_t place)
{
	const char bytes[] = { (char)(place >> 24), (char)(place >> 16),
			       (char)(place >> 8), (char)place };

	buf_add(&rank->keys, bytes, sizeof(bytes));
	rank->end[rank->n - 1] = rank->keys.len;
}

void rank_tie(struct rank *rank, const char *bytes)
{
	buf_addc(&rank->keys, '\0');	/* before all that a text goes on with */
	buf_adds(&rank->keys, bytes);
	rank->end[rank->n - 1] = rank->keys.len;
}

static const char *key_of(const struct rank *rank, uint32_t row, size_t *len)
{
	size_t from = row ? rank->end[row - 1] : 0;

	*len = rank->end[row] - from;
	return rank->keys.data ? rank->keys.data + from : "";
}

/* ---- by counting ----------------------------------------------------------------- */

/* By each byte of the key, the last first; a byte that all have alike is passed over. */
static void sort_items(struct item *items, size_t n)
{
	struct item *other = mem_array(n + 1, sizeof(*other)), *swap, *at = items;
	size_t count[256], sum, i, here;
	unsigned shift;

	for (shift = 0; shift < 64; shift += 8) {
		memset(count, 0, sizeof(count));
		for (i = 0; i < n; i++)
			count[at[i].key >> shift & 0xff]++;
		if (n == 0 || count[at[0].key >> shift & 0xff] == n)
			continue;
		for (sum = 0, i = 0; i < 256; i++) {
			here = count[i];
			count[i] = sum;
			sum += here;
		}
		for (i = 0; i < n; i++)
			other[count[at[i].key >> shift & 0xff]++] = at[i];
		swap = at;
		at = other;
		other = swap;
	}
	if (at != items)
		memcpy(items, at, n * sizeof(*items));
	free(at != items ? at : other);
}

void rank_numbers(const int64_t *number, uint32_t *order, size_t n, bool falling)
{
	struct item *items = mem_array(n + 1, sizeof(*items));
	size_t i;

	for (i = 0; i < n; i++) {
		items[i].row = order[i];
		items[i].key = (uint64_t)number[order[i]] ^ (uint64_t)1 << 63;
		items[i].key ^= falling ? UINT64_MAX : 0;
	}
	sort_items(items, n);
	for (i = 0; i < n; i++)
		order[i] = items[i].row;
	free(items);
}

/* ---- by text --------------------------------------------------------------------- */

static size_t common(const struct rank *rank, const uint32_t *order, size_t n)
{
	size_t len, first_len, i, k;
	const char *first, *key;

	if (n == 0)
		return 0;
	first = key_of(rank, order[0], &first_len);
	for (i = 1; i < n && first_len; i++) {
		key = key_of(rank, order[i], &len);
		for (k = 0; k < len && k < first_len && key[k] == first[k]; k++)
			;
		first_len = k;
	}
	return first_len;
}

static uint64_t head_of(const struct rank *rank, uint32_t row, size_t skip)
{
	uint64_t head = 0;
	const char *key;
	size_t len, i;

	key = key_of(rank, row, &len);
	for (i = skip; i < skip + HEAD; i++)
		head = head << 8 | (i < len ? (unsigned char)key[i] : 0u);
	return head;
}

struct whole { const struct rank *rank; bool falling; };
struct placed { uint32_t row; size_t place; };

static int compare(const void *a_, const void *b_, void *ctx)
{
	const struct placed *a = a_, *b = b_;
	const struct whole *whole = ctx;
	size_t x_len, y_len;
	const char *x = key_of(whole->rank, a->row, &x_len);
	const char *y = key_of(whole->rank, b->row, &y_len);
	int order = memcmp(x, y, x_len < y_len ? x_len : y_len);

	if (!order)
		order = (x_len > y_len) - (x_len < y_len);
	if (order)
		return whole->falling ? -order : order;
	return a->place < b->place ? -1 : a->place > b->place;
}

/* Few, or what has come to its end: compared whole. */
static void sort_few(const struct rank *rank, struct item *items, size_t n,
		     bool falling)
{
	struct placed *run = mem_array(n, sizeof(*run));
	struct whole whole = { rank, falling };
	size_t i;

	for (i = 0; i < n; i++)
		run[i] = (struct placed){ items[i].row, i };
	qsort_r(run, n, sizeof(*run), compare, &whole);
	for (i = 0; i < n; i++)
		items[i].row = run[i].row;
	free(run);
}

/* Does none have more than `skip` bytes?  alike: all have the same number. */
static bool at_end(const struct rank *rank, const struct item *items, size_t n,
		   size_t skip, bool *alike)
{
	size_t first, len, i;

	(void)key_of(rank, items[0].row, &first);
	*alike = true;
	for (i = 0; i < n; i++) {
		(void)key_of(rank, items[i].row, &len);
		if (len > skip)
			return false;
		*alike = *alike && len == first;
	}
	return true;
}

/* Alike in the first `skip` bytes. */
static void sort_run(const struct rank *rank, struct item *items, size_t n,
		     size_t skip, bool falling)
{
	size_t i, from;
	bool alike;

	bool ends;

	if (n < 2)
		return;
	ends = at_end(rank, items, n, skip, &alike);
	if (ends && alike)
		return;
	if (ends || n < FEW) {
		sort_few(rank, items, n, falling);
		return;
	}
	for (i = 0; i < n; i++)
		items[i].key = head_of(rank, items[i].row, skip) ^
			(falling ? UINT64_MAX : 0);
	sort_items(items, n);
	for (from = 0; from < n; from = i) {
		for (i = from + 1; i < n && items[i].key == items[from].key; i++)
			;
		sort_run(rank, items + from, i - from, skip + HEAD, falling);
	}
}

void rank_texts(const struct rank *rank, uint32_t *order, size_t n, bool falling)
{
	struct item *items = mem_array(n + 1, sizeof(*items));
	size_t i;

	for (i = 0; i < n; i++)
		items[i].row = order[i];
	sort_run(rank, items, n, common(rank, order, n), falling);
	for (i = 0; i < n; i++)
		order[i] = items[i].row;
	free(items);
}

void rank_places(const struct rank *rank, uint32_t *place)
{
	uint32_t *order = mem_array(rank->n + 1, sizeof(*order)), i;
	size_t len, last_len = 0;
	const char *key, *last = NULL;

	for (i = 0; i < rank->n; i++)
		order[i] = i;
	rank_texts(rank, order, rank->n, false);
	for (i = 0; i < rank->n; i++) {
		key = key_of(rank, order[i], &len);
		place[order[i]] = last && len == last_len &&
			memcmp(key, last, len) == 0 ? place[order[i - 1]] : i;
		last = key;
		last_len = len;
	}
	free(order);
}
