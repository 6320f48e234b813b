/* verdict.c: see verdict.h. */
#include "action/judge/verdict.h"

static const char *const verbs[WAYS][2] = {
	[WAY_LOSES] = { "lose", "loses" }, [WAY_GAINS] = { "gain", "gains" },
	[WAY_HELD] = { "are held", "is held" }, [WAY_SAME] = { "", "" },
};

static const char *unit(bool said, uint32_t n, const char *one,
			const char *many)
{
	return said ? "" : n == 1 ? one : many;
}

/* all: of the whole change.  said: the unit was named by a part before. */
static const char *part(const struct way_sum *sum, const struct way_sum *all,
			enum way way, bool said, struct arena *arena)
{
	const char *verb = verbs[way][sum->people == 1];
	const char *text = "";

	if (sum->people && all->projects == 1)
		text = arena_printf(arena, "%u%s %s", sum->people,
				    unit(said, sum->people, " person",
					 " people"), verb);
	else if (sum->people && all->people == 1 && said)
		text = arena_printf(arena, "%s on %u", verb, sum->projects);
	else if (sum->people)
		text = arena_printf(arena, "%u%s %s on %u%s", sum->people,
				    unit(said, sum->people, " person",
					 " people"), verb, sum->projects,
				    unit(said, sum->projects, " project",
					 " projects"));
	if (sum->anyone)
		text = arena_printf(arena, "%s%sanyone on the web %s", text,
				    *text ? ", " : "", verbs[way][1]);
	return text;
}

const char *verdict_part(const struct preview *preview, enum way way,
			 struct arena *arena)
{
	return part(&preview->sums[way], &preview->sums[way], way, false, arena);
}

static const char *joined(const char *text, const char *one, struct arena *arena)
{
	return *one ? arena_printf(arena, "%s%s%s", text, *text ? ", " : "", one) :
		      text;
}

/* "2 people lose their default connection": people, each once. */
static const char *moved_part(const struct moved *moved, enum moved_right right,
			      bool gains, struct arena *arena)
{
	static const char *const what[] = {
		[MOVED_SHARE] = "the right to share",
		[MOVED_SECRETS] = "secret values",
		[MOVED_DEFAULT] = "the default connection",
	};
	uint32_t n = 0;
	size_t i, k;

	for (i = 0; i < moved->n; i++) {
		if (moved->v[i].right != right || moved->v[i].gains != gains)
			continue;
		for (k = 0; k < i; k++)
			if (moved->v[k].right == right &&
			    moved->v[k].gains == gains &&
			    moved->v[k].user == moved->v[i].user)
				break;
		n += k == i;
	}
	return n ? arena_printf(arena, "%u %s %s %s", n, n == 1 ? "person" :
				"people", verbs[gains ? WAY_GAINS : WAY_LOSES]
				[n == 1], what[right]) : "";
}

static const char *moved_parts(const char *text, const struct moved *moved,
			       bool gains, struct arena *arena)
{
	static const enum moved_right all[] = {
		MOVED_SHARE, MOVED_SECRETS, MOVED_DEFAULT
	};
	size_t i;

	for (i = 0; moved && i < COUNT_OF(all); i++)
		text = joined(text, moved_part(moved, all[i], gains, arena),
			      arena);
	return text;
}

const char *verdict_text(const struct preview *preview, const struct moved *moved,
			 struct arena *arena)
{
	const struct way_sum *sum;
	const char *text = "";
	bool said = false;
	int way;

	for (way = WAY_LOSES; way < WAY_SAME; way++) {
		sum = &preview->sums[way];
		text = joined(text, part(sum, &preview->all, (enum way)way, said,
					 arena), arena);
		said = said || sum->people;
		if (way != WAY_HELD)
			text = moved_parts(text, moved, way == WAY_GAINS, arena);
	}
	return *text ? text : "nobody's level changes";
}

bool verdict_any(const struct preview *preview, const struct moved *moved)
{
	int way;

	for (way = WAY_LOSES; way < WAY_SAME; way++)
		if (preview->sums[way].pairs || preview->sums[way].anyone)
			return true;
	return moved && moved->n;
}

const char *verdict_line(const char *doing, size_t blocked,
			 const struct preview *preview, const struct moved *moved,
			 struct arena *arena)
{
	const char *text = preview ? verdict_text(preview, moved, arena) : "";

	if (!blocked)
		return arena_printf(arena, "%s: %s", doing, text);
	return arena_printf(arena, "Save stops: %zu blocked%s%s", blocked,
			    *text ? ". " : "", text);
}
