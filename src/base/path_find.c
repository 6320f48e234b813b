/* path_find.c: see path_find.h. */
#include "base/path_find.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/text.h"

struct found { struct path_hit hit; int rank; };

const char *path_expand(const char *typed, struct arena *arena)
{
	const char *home = getenv("HOME");

	if (strncmp(typed, "~/", 2) != 0 || !home || *home != '/')
		return typed;
	return arena_printf(arena, "%s%s", home, typed + 1);
}

static bool is_table(const char *name)
{
	static const char *const ends[] = { ".csv", ".tsv", ".txt" };
	size_t n = strlen(name), i;

	for (i = 0; i < COUNT_OF(ends); i++)
		if (n > 4 && strcasecmp(name + n - 4, ends[i]) == 0)
			return true;
	return false;
}

static int compare(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->rank != y->rank ? x->rank - y->rank :
		text_natcmp(x->hit.name, y->hit.name);
}

/* False: neither file nor folder. */
static bool look(int dir, const char *name, const char *before, struct found *out,
		 struct arena *arena)
{
	struct stat st;

	if (fstatat(dir, name, &st, 0) != 0 ||
	    !(S_ISDIR(st.st_mode) || S_ISREG(st.st_mode)))
		return false;
	out->hit.folder = S_ISDIR(st.st_mode);
	out->hit.size = st.st_size;
	out->hit.name = arena_strdup(arena, name);
	out->hit.path = arena_printf(arena, "%s%s%s", before, name,
				     out->hit.folder ? "/" : "");
	out->rank = out->hit.folder ? 1 : is_table(name) ? 0 : 2;
	return true;
}

static bool fits(const char *name, const char *begin)
{
	size_t n = strlen(begin);

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
	    (*name == '.' && *begin != '.') || text_valid(name, strlen(name)) != strlen(name))
		return false;
	return strncasecmp(name, begin, n) == 0;
}

size_t path_find(const char *folder, const char *typed, struct path_hit *v, size_t most,
		 size_t *all, struct arena *arena)
{
	const char *slash = strrchr(typed, '/'), *begin = slash ? slash + 1 : typed;
	const char *before = slash ? arena_strndup(arena, typed, (size_t)(begin - typed)) : "";
	const char *real = path_expand(before, arena);
	struct found *found = NULL;
	size_t n = 0, cap = 0, i;
	struct dirent *entry;
	DIR *dir;

	*all = 0;
	if (*real != '/')
		real = arena_printf(arena, "%s%s", folder, real);
	dir = opendir(*real ? real : ".");
	while (dir && (entry = readdir(dir))) {
		found = mem_grow(found, n, &cap, sizeof(*found));
		n += fits(entry->d_name, begin) &&
			look(dirfd(dir), entry->d_name, before, &found[n], arena);
	}
	if (dir)
		closedir(dir);
	if (n)
		qsort(found, n, sizeof(*found), compare);
	for (i = 0; i < n && i < most; i++)
		v[i] = found[i].hit;
	free(found);
	*all = n;
	return i;
}
