/* pick.c: prints what stands at PATH in a JSON file, for the black-box scripts.
 * users.0.id, users.[email=a@b.c].id, users.*.id (a line each), users.# (how
 * many), users.0.@ (the names of its members, in order). */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_keys(json_t *value)
{
	const char *key, *gap = "";
	json_t *member;

	json_object_foreach(value, key, member) {
		printf("%s%s", gap, key);
		gap = " ";
	}
	putchar('\n');
}

static void print(json_t *value)
{
	if (json_is_string(value)) {
		puts(json_string_value(value));
		return;
	}
	json_dumpf(value, stdout, JSON_COMPACT | JSON_ENCODE_ANY);
	putchar('\n');
}

/* The element whose member of that name is that string. */
static json_t *element_with(json_t *list, const char *test, size_t n)
{
	const char *equals = memchr(test, '=', n);
	size_t i, name, len;
	const char *text;
	json_t *item;

	if (equals == NULL)
		return NULL;
	name = (size_t)(equals - test);
	len = n - name - 1;
	json_array_foreach(list, i, item) {
		json_t *got = json_object_getn(item, test, name);

		text = json_is_null(got) ? "null" : json_string_value(got);
		if (text != NULL && strlen(text) == len &&
		    memcmp(text, equals + 1, len) == 0)
			return item;
	}
	return NULL;
}

static int walk(json_t *value, const char *path)
{
	size_t i, n = *path == '[' ? strcspn(path, "]") + 1 : strcspn(path, ".");
	const char *rest = path + n;
	json_t *next = NULL;
	int bad = 0;

	if (*path == '\0') {
		print(value);
		return 0;
	}
	if (*rest == '.')
		rest++;
	if (*path == '#') {
		printf("%zu\n", json_is_array(value) ? json_array_size(value)
						     : json_object_size(value));
		return 0;
	}
	if (*path == '@') {
		print_keys(value);
		return 0;
	}
	if (*path == '*') {
		json_array_foreach(value, i, next)
			bad |= walk(next, rest);
		return bad;
	}
	if (*path == '[')
		next = element_with(value, path + 1, n - 2);
	else if (json_is_array(value))
		next = json_array_get(value, strtoul(path, NULL, 10));
	else
		next = json_object_getn(value, path, n);
	if (next == NULL) {
		printf("nothing at %.*s\n", (int)n, path);
		return 1;
	}
	return walk(next, rest);
}

int main(int argc, char **argv)
{
	json_error_t error;
	json_t *root;
	int bad;

	if (argc != 3) {
		fputs("pick FILE PATH\n", stderr);
		return 2;
	}
	root = json_load_file(argv[1], JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
	if (root == NULL) {
		printf("no JSON: line %d: %s\n", error.line, error.text);
		return 2;
	}
	bad = walk(root, argv[2]);
	json_decref(root);
	return bad;
}
