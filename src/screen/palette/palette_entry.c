/* palette_entry.c: an entry more. */
#include "screen/palette/palette_priv.h"

#include "base/mem.h"

struct entry *palette_add(struct palette *palette, enum entry_kind kind,
			  const char *title, const char *key, const char *note)
{
	struct entry *entry;

	palette->entry = mem_grow(palette->entry, palette->n, &palette->cap,
				  sizeof(*palette->entry));
	entry = &palette->entry[palette->n++];
	*entry = (struct entry){ .kind = kind, .title = title,
		.key = key ? key : "", .note = note ? note : "" };
	return entry;
}

void palette_head(struct palette *palette, const char *title)
{
	(void)palette_add(palette, ENTRY_HEAD, title, "", "");
}

void palette_no_head(struct palette *palette)
{
	if (palette->n && palette->entry[palette->n - 1].kind == ENTRY_HEAD)
		palette->n--;
}

void palette_score(struct entry *entry, enum fit fit, enum entry_order order,
		   unsigned place)
{
	unsigned at = (unsigned)order + (entry->greyed ? ORDER_GREYED : 0);

	entry->score = ((unsigned)fit * 16 + at) * 1024 + place;
}
