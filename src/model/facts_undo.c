/* facts_undo.c: take back additions, hide what is deleted, see facts_priv.h. */
#include <assert.h>
#include <string.h>

#include "model/facts_priv.h"
#include "model/kind.h"

void facts_drop(struct facts *facts, enum whose whose)
{
	uint32_t n = whose_n(facts, whose) - 1;
	struct numbers *set;

	assert(whose == OF_USER || !*whose_gone(facts, whose, n));
	assert(whose != OF_PROJECT || facts->projects[n].n_grants == 0);
	for (size_t i = 0; (set = whose_set(facts, whose, n, i)); i++)
		assert(set->n == 0);
	if (whose == OF_USER)
		facts_forget_email(facts, n);
	if (whose == OF_PROJECT)
		numbers_remove(&facts->users[facts->projects[n].owner].projects,
			       n);
	strmap_remove(whose_ids(facts, whose), whose_id(facts, whose, n));
	facts_free(facts, whose, n);
	whose_set_n(facts, whose, n);
}

void facts_hide(struct facts *facts, enum whose whose, uint32_t n, bool gone)
{
	struct strmap *ids = whose_ids(facts, whose);
	bool *flag = whose_gone(facts, whose, n);

	assert(*flag != gone);
	*flag = gone;
	if (gone)
		strmap_remove(ids, whose_id(facts, whose, n));
	else
		strmap_set(ids, whose_id(facts, whose, n), n);
	if (whose == OF_USER && gone)
		facts_forget_email(facts, n);
	else if (whose == OF_USER)
		facts_recall_email(facts, n);
}

const char *facts_asset_status(const struct fact_asset *asset)
{
	bool untyped = kind_has_types(kind_at(asset->kind)) &&
		!*asset->type;
	bool empty = !*asset->config || strcmp(asset->config, "{}") == 0;

	return untyped || empty ? "draft" : "untested";
}
