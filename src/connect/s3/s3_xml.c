/* s3_xml.c: see s3_xml.h. */
#include "connect/s3/s3_xml.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"

enum { DEEP = 12, ELEMENTS = 20000, ENTRIES = 2000, NAME = 48 };

/* Where the text of an element goes. */
struct place { const char *path; char *out; size_t size; };

struct reading {
	XML_Parser parser;
	const struct place *places;
	size_t n_places;
	/* At the end of an element: its path and text; false: no more. */
	bool (*ends)(struct reading *reading, const char *path);
	char path[DEEP * NAME];		/* "/ListBucketResult/Contents/Key" */
	size_t deep, elements;
	char text[S3_KEY];
	size_t n_text;
	bool long_text;
	const char *why;		/* what is wrong; NULL: nothing */
	struct s3_page *page;
	struct s3_entry entry;
	bool escaped;			/* EncodingType url */
	bool found;			/* the root is the one that is meant */
	const char *root;
};

static void stop(struct reading *reading, const char *why)
{
	if (!reading->why)
		reading->why = why;
	(void)XML_StopParser(reading->parser, XML_FALSE);
}

static void XMLCALL on_doctype(void *ctx, const XML_Char *name, const XML_Char *system,
			       const XML_Char *public, int subset)
{
	(void)name;
	(void)system;
	(void)public;
	(void)subset;
	stop(ctx, "it declares a document type");
}

static void XMLCALL on_start(void *ctx, const XML_Char *name, const XML_Char **attributes)
{
	struct reading *reading = ctx;
	size_t n = strlen(reading->path);

	(void)attributes;
	reading->n_text = 0;
	reading->long_text = false;
	if (++reading->deep > DEEP || ++reading->elements > ELEMENTS) {
		stop(reading, "it is too deep, or too long");
		return;
	}
	if (strlen(name) >= NAME - 1) {
		stop(reading, "it has elements of no such service");
		return;
	}
	snprintf(reading->path + n, sizeof(reading->path) - n, "/%s", name);
	if (reading->deep == 1)
		reading->found = strcmp(name, reading->root) == 0;
}

static void XMLCALL on_text(void *ctx, const XML_Char *text, int n)
{
	struct reading *reading = ctx;

	if (reading->n_text + (size_t)n >= sizeof(reading->text)) {
		reading->long_text = true;
		return;
	}
	memcpy(reading->text + reading->n_text, text, (size_t)n);
	reading->n_text += (size_t)n;
}

/* At most size - 1 bytes, not cut within a character. */
static void put(char *out, size_t size, const char *text)
{
	size_t n = strlen(text);

	if (n >= size)
		for (n = size - 1; n && ((unsigned char)text[n] & 0xc0) == 0x80; n--)
			;
	memcpy(out, text, n);
	out[n] = '\0';
}

static void XMLCALL on_end(void *ctx, const XML_Char *name)
{
	struct reading *reading = ctx;
	size_t i;

	(void)name;
	if (reading->why)
		return;		/* of an element that stopped it */
	reading->text[reading->n_text] = '\0';
	for (i = 0; i < reading->n_places; i++)
		if (strcmp(reading->places[i].path, reading->path) == 0)
			put(reading->places[i].out, reading->places[i].size, reading->text);
	if (reading->ends && !reading->ends(reading, reading->path))
		stop(reading, "it has more than was asked for");
	*strrchr(reading->path, '/') = '\0';
	reading->deep--;
	reading->n_text = 0;
}

/* False: *reading->why. */
static bool read_xml(struct reading *reading, const char *xml, size_t n)
{
	/* Whatever its declaration says: S3 writes UTF-8. */
	XML_Parser parser = XML_ParserCreate("UTF-8");
	bool good = false;

	if (!parser)
		return false;
	reading->parser = parser;
	XML_SetUserData(parser, reading);
	XML_SetElementHandler(parser, on_start, on_end);
	XML_SetCharacterDataHandler(parser, on_text);
	XML_SetStartDoctypeDeclHandler(parser, on_doctype);
	good = n < (16 << 20) && XML_Parse(parser, xml, (int)n, 1) == XML_STATUS_OK;
	if (!good && !reading->why && reading->found)
		reading->why = XML_ErrorString(XML_GetErrorCode(parser));
	XML_ParserFree(parser);
	return good && reading->found && !reading->why;
}

/* ---- errors ------------------------------------------------------------------------- */

bool s3_xml_error(const char *xml, size_t n, struct s3_error *out)
{
	const struct place places[] = {
		{ "/Error/Code", out->code, sizeof(out->code) },
		{ "/Error/Message", out->message, sizeof(out->message) },
		{ "/Error/Region", out->region, sizeof(out->region) },
		{ "/Error/Endpoint", out->endpoint, sizeof(out->endpoint) },
		{ "/Error/RequestId", out->request, sizeof(out->request) } };
	struct reading reading = { .places = places, .n_places = COUNT_OF(places),
				   .root = "Error" };

	memset(out, 0, sizeof(*out));
	if (read_xml(&reading, xml, n) && out->code[0])
		return true;
	memset(out, 0, sizeof(*out));
	return false;
}

/* ---- lists -------------------------------------------------------------------------- */

static int nibble(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 :
		c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* encoding-type=url: %XX, and a blank as "+".  NULL: it is none, or names a NUL. */
static const char *unescape(struct arena *arena, const char *text)
{
	char *out = arena_alloc(arena, strlen(text) + 1);
	size_t n = 0;
	int byte;

	for (; *text; text++) {
		byte = *text == '+' ? ' ' : (unsigned char)*text;
		if (*text == '%') {
			if (nibble(text[1]) < 0 || nibble(text[2]) < 0)
				return NULL;
			byte = nibble(text[1]) << 4 | nibble(text[2]);
			text += 2;
		}
		if (!byte)
			return NULL;
		out[n++] = (char)byte;
	}
	return out;
}

/* "2026-11-28T18:00:00Z" of "2026-11-28T18:00:00.000Z"; NULL: it is none. */
static const char *moment(struct arena *arena, const char *text)
{
	static const char like[] = "dddd-dd-ddTdd:dd:dd";
	size_t i;

	for (i = 0; like[i]; i++)
		if (like[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != like[i])
			return NULL;
	return arena_printf(arena, "%.19sZ", text);
}

static bool is_number(const char *text)
{
	return *text && strlen(text) < 20 && strspn(text, "0123456789") == strlen(text);
}

static bool take_entry(struct reading *reading)
{
	struct s3_page *page = reading->page;

	if (!reading->entry.key || page->n == ENTRIES)
		return false;
	page->entries = mem_grow(page->entries, page->n, &page->cap, sizeof(*page->entries));
	page->entries[page->n++] = reading->entry;
	memset(&reading->entry, 0, sizeof(reading->entry));
	return true;
}

static bool list_ends(struct reading *reading, const char *path)
{
	static const char root[] = "/ListBucketResult/";
	struct arena *arena = &reading->page->arena;
	struct s3_entry *entry = &reading->entry;

	if (strncmp(path, root, sizeof(root) - 1) != 0)
		return true;
	path += sizeof(root) - 1;
	if (strcmp(path, "Contents/Key") == 0 || strcmp(path, "CommonPrefixes/Prefix") == 0)
		entry->key = reading->long_text || !reading->n_text ? NULL :
			arena_strdup(arena, reading->text);
	else if (strcmp(path, "Contents/Size") == 0)
		entry->size = is_number(reading->text) ?
			arena_strdup(arena, reading->text) : NULL;
	else if (strcmp(path, "Contents/LastModified") == 0)
		entry->modified = moment(arena, reading->text);
	else if (strcmp(path, "IsTruncated") == 0)
		reading->page->truncated = strcmp(reading->text, "true") == 0;
	else if (strcmp(path, "EncodingType") == 0)
		reading->escaped = strcmp(reading->text, "url") == 0;
	else if (strcmp(path, "NextContinuationToken") == 0 &&
		 (reading->long_text || reading->n_text >= S3_TOKEN))
		return false;
	entry->folder = strcmp(path, "CommonPrefixes") == 0;
	return (!entry->folder && strcmp(path, "Contents") != 0) || take_entry(reading);
}

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct s3_entry *)a)->key, ((const struct s3_entry *)b)->key);
}

static bool unescape_all(struct s3_page *page)
{
	size_t i;

	for (i = 0; i < page->n; i++) {
		page->entries[i].key = unescape(&page->arena, page->entries[i].key);
		if (!page->entries[i].key)
			return false;
	}
	return true;
}

bool s3_xml_list(const char *xml, size_t n, struct s3_page *out, const char **why)
{
	const struct place token = { "/ListBucketResult/NextContinuationToken", out->token,
				     sizeof(out->token) };
	struct reading reading = { .places = &token, .n_places = 1, .ends = list_ends,
				   .page = out, .root = "ListBucketResult" };
	bool good;

	memset(out, 0, sizeof(*out));
	good = read_xml(&reading, xml, n);
	if (good && reading.escaped && !unescape_all(out)) {
		reading.why = "a key in it is not escaped as it says";
		good = false;
	}
	*why = reading.why ? reading.why : "";
	if (good && out->n)
		qsort(out->entries, out->n, sizeof(*out->entries), by_key);
	return good;
}

void s3_page_release(struct s3_page *page)
{
	free(page->entries);
	page->entries = NULL;
	page->n = page->cap = 0;
	arena_release(&page->arena);
}
