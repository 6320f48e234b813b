/* image_priv.h: blocks of facts in files, for image_file.c and signed_file.c. */
#ifndef STORE_IMAGE_IMAGE_PRIV_H
#define STORE_IMAGE_IMAGE_PRIV_H

#include "store/image/image.h"

enum { PAGE = 4096 };		/* of a file's head; the block follows */

/* A plain file of the store's owner, for nobody else; *size: without the head. */
bool image_is_ours(const struct store *store, int fd, int64_t *size) MUST_CHECK;
/* Where the pointers of a block say, if that room is free; else anywhere; or NULL. */
void *image_room(uint64_t base, size_t size) MUST_CHECK;
void image_drop(void *at, size_t n);
/* n bytes after the head. */
bool image_read_all(int fd, void *block, size_t n) MUST_CHECK;
bool image_write_all(int fd, const void *data, size_t n) MUST_CHECK;
/* An address that programs leave free. */
uint64_t image_base(void);

#endif
