/* kind.c: the registry of asset kinds and the rule for secret names. */
#include "model/kind.h"

#include <string.h>

#include "base/attr.h"
#include "model/kind_registry.inc"

enum { SECRET_NAME_MAX = 64 };

static const char *const python_keywords[] = {
	"False", "None", "True", "and", "as", "assert", "async", "await",
	"break", "class", "continue", "def", "del", "elif", "else", "except",
	"finally", "for", "from", "global", "if", "import", "in", "is",
	"lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
	"while", "with", "yield"
};

size_t kind_count(void)
{
	return COUNT_OF(asset_kind_all);
}

const struct asset_kind *kind_at(size_t kind)
{
	return asset_kind_all[kind];
}

bool kind_find(const char *text, size_t *kind)
{
	for (size_t i = 0; i < COUNT_OF(asset_kind_all); i++) {
		if (strcmp(asset_kind_all[i]->code, text) != 0 &&
		    strcmp(asset_kind_all[i]->noun, text) != 0)
			continue;
		*kind = i;
		return true;
	}
	return false;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

const char *kind_secret_name_fault(const char *name)
{
	size_t n = strlen(name);

	if (n == 0)
		return "a secret needs a name";
	if (!is_letter(name[0]))
		return "a secret's name starts with a letter or _";
	for (size_t i = 0; i < n; i++)
		if (!is_letter(name[i]) && !(name[i] >= '0' && name[i] <= '9'))
			return "a secret's name holds only letters, digits and _";
	if (n > SECRET_NAME_MAX)
		return "a secret's name has at most 64 characters";
	if (strncmp(name, "hex_", 4) == 0)
		return "names that start with hex_ are taken";
	for (size_t i = 0; i < COUNT_OF(python_keywords); i++)
		if (strcmp(name, python_keywords[i]) == 0)
			return "this is a keyword of Python";
	return NULL;
}
