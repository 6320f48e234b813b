/* provider.h: what a Git provider can be (A21), which fields each asks for (A23-A34),
 * and whose account it is (A24, A32, D29). */
#ifndef MODEL_PROVIDER_H
#define MODEL_PROVIDER_H

#include "model/facts.h"
#include "model/kind.h"

enum { PROVIDER_PAGES = 4 };

struct provider_type {
	const char *code, *label;	/* "github", "GitHub" */
	const char *notes;		/* of the table of providers (A21) */
	const char *host;		/* the only one; NULL: its own server */
	enum plan plan;			/* least plan */
	bool single;			/* one account a workspace, one workspace an
					 * account */
	/* What is done where, a page each (kind_need.page: its fields); title NULL
	 * ends them. */
	struct { const char *title, *notice; } pages[PROVIDER_PAGES + 1];
};

/* Its fields and forms, as a kind of asset has them; it is none and has no number. */
extern const struct asset_kind provider_kind;

const struct provider_type *provider_types(size_t *n);
/* NULL if there is none. */
const struct provider_type *provider_type(const char *code);
/* What a URL leads to (A26); NULL: nothing that can be connected. */
const struct provider_type *provider_of_url(const char *url, struct arena *arena);

/* What is wrong with the name of a repository there; NULL: nothing. */
const char *provider_repository_fault(const char *type, const char *repository);
/* Is it of this account (as provider_account says it)?  Yes where that is not known. */
bool provider_has_repository(const char *account, const char *repository);
/* "github.com/acme", "git.acme.example/data": whose repositories it has, without regard
 * to case; NULL where its fields do not say. */
const char *provider_account(const struct fact_record *one, struct arena *arena);
/* One that the workspace has besides `one`, and may not: of a provider of which it may
 * have one, or of the same account.  NOBODY: none.  n: not this one. */
uint32_t provider_rival(const struct facts *facts, const struct fact_record *one,
			uint32_t n, struct arena *arena);

/* In the states of A23: "waiting" for the other side, "connected", "broken"; "" where
 * nobody looked. */
const char *provider_state(const char *config, struct arena *arena);
/* For people, also of what checks found ("stale"). */
const char *provider_state_label(const char *state);
/* Does a test endpoint on this machine stand in for it? */
bool provider_is_test(const char *config, struct arena *arena);
/* Has an administrator of the repositories approved (A22)? */
bool provider_approved(const char *config, struct arena *arena);

#endif
