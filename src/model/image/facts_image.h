/* facts_image.h: facts as one block of memory, which can be written down and is facts
 * again as soon as it lies in memory: nothing in it is parsed.  What the block holds
 * (arrays, lists, look-up, texts) is borrowed by the facts; what is added or grows
 * later is their own (numbers.h, mem_grow).  No I/O here: the store keeps blocks in
 * a file (ENGINE 6). */
#ifndef MODEL_IMAGE_FACTS_IMAGE_H
#define MODEL_IMAGE_FACTS_IMAGE_H

#include "model/facts.h"

/* What this program takes for facts: sizes, places and names of all that stands in a
 * block.  One of another layout is not for it. */
uint64_t facts_image_layout(void);

/* A block that is to lie at the address `base` (a multiple of 16), for free(). *n: its bytes.
 * Nothing of the facts is gone (asserted), so that numbers are those of a store just
 * read. */
void *facts_freeze(struct facts *facts, uint64_t base, size_t *n) MUST_CHECK;

/* Empty facts (facts_init) become those of the block at `at`, which was frozen for
 * `base` and may be written to; elsewhere its pointers are moved first.  facts_release()
 * gives it to drop(at, n).  The caller knows that it is whole and of this layout. */
void facts_thaw(struct facts *facts, void *at, size_t n, uint64_t base,
		void (*drop)(void *at, size_t n));

#endif
