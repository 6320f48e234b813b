/* image.h: the facts as they were at some revision, in a file beside the store that is
 * read in one piece and not row by row (facts_image.h).  A cache and never the truth:
 * what does not fit is passed over and made anew, and it holds nothing that the store
 * does not.
 *
 * It fits if it is a plain file of the store's owner that nobody else may write, of this
 * program's layout, whole by its checksum, and if the event of its revision is in this
 * store with the same hash.  At the revision at which it was made the store's file must
 * also be as it was then: whoever changed rows by hand is not hidden by it. */
#ifndef STORE_IMAGE_IMAGE_H
#define STORE_IMAGE_IMAGE_H

#include "store/store_priv.h"

/* Things and ties from which on an image pays: reading fewer is quick. */
#ifndef IMAGE_LEAST
#define IMAGE_LEAST 30000
#endif

/* The state of the file, and of changes that wait beside it, when an image was begun. */
struct image_stamp {
	int64_t device, inode, size, mtime, wal_size, wal_mtime;
};

struct image_stamp image_stamp(const struct store *store);

/* Facts (empty before) of the newest fitting image; false: none, they are empty still. */
bool image_read(struct store *store, struct facts *facts) MUST_CHECK;

/* Keep these facts, of which nothing is gone, as the image, if the folder lets us.
 * stamp: from before they were read.  What fails leaves no trace. */
void image_put(struct store *store, struct facts *facts,
	       const struct image_stamp *stamp);
/* Are they so many that it pays? */
bool image_pays(const struct facts *facts);

/* facts_follow.c: do to the facts what the events after their revision did to the store.
 * False where they are more than `most`, or one of them cannot be followed, or does not fit the facts: then they are
 * good for nothing but facts_release(). */
bool facts_follow(struct store *store, struct facts *facts, int most) MUST_CHECK;

#endif
