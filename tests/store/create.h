/* create.h: an empty store, made and opened for writing. */
#ifndef TESTS_STORE_CREATE_H
#define TESTS_STORE_CREATE_H

#include "store/store.h"

static inline struct store *store_create(const char *path, const char *login,
					 bool demo, struct error *err)
{
	if (!store_make(path, login, demo, NULL, NULL, err))
		return NULL;
	return store_open(path, STORE_WRITE, err);
}

#endif
