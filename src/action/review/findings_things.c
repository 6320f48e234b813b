/* findings_things.c: assets that are open to Public, groups that give nothing, checks
 * that fail. */
#include "action/review/findings_priv.h"

#include <string.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "model/check/check.h"
#include "model/check/check_reason.h"
#include "model/kind.h"

void find_assets(struct search *search)
{
	struct noted *finding;
	uint32_t i;

	for (i = 0; i < seen_n_assets(search->seen); i++) {
		const struct fact_asset *asset = seen_asset(search->seen, i);

		if (!sees_asset(search->seen, i) || !(asset->builtin & BUILTIN_PUBLIC))
			continue;
		finding = finding_add(search, FIND_ASSET_OPEN_TO_PUBLIC, OF_ASSET, i,
				      NULL);
		finding_say(search, finding, "Everybody, Guests too, has access to %s: it "
			    "is open to Public.",
			    word_asset(&search->out->arena, search->seen, i));
		finding_do(finding, kind_at(asset->kind)->noun, "access", finding->thing,
			   "--remove", builtin_code(BUILTIN_PUBLIC));
	}
}

void find_groups(struct search *search)
{
	struct noted *finding;
	uint32_t i, n;

	for (i = 0; i < seen_n_groups(search->seen); i++) {
		const struct fact_group *group = seen_group(search->seen, i);

		if (!sees_group(search->seen, i) ||
		    whose_live(search->facts, OF_PROJECT, &group->projects) ||
		    whose_live(search->facts, OF_ASSET, &group->assets))
			continue;
		n = seen_count_members(search->seen, i);
		finding = finding_add(search, FIND_GROUP_WITHOUT_EFFECT, OF_GROUP, i,
				      NULL);
		finding_say(search, finding, "%s gives its %u member%s nothing: no project "
			    "and no asset is shared with it.",
			    word_group(&search->out->arena, search->seen, i), n,
			    n == 1 ? "" : "s");
		finding_do(finding, "group", "delete", finding->thing);
	}
}

/* ---- checks ------------------------------------------------------------------------------- */

static const char *check_verb(const char *noun)
{
	static const char *const verbs[] = { "test", "verify", "resolve" };
	size_t i;

	for (i = 0; i + 1 < COUNT_OF(verbs) && !action_find(noun, verbs[i]); i++)
		;
	return verbs[i];
}

static void one_check(struct search *search, const struct check_note *note)
{
	struct check check = { .checked = note->checked };
	const struct check_reason *reason;
	enum whose whose = OF_PROVIDER;
	struct arena *arena = &search->out->arena;
	struct noted *finding;
	uint32_t number;
	size_t kind;
	const char *noun;

	if (kind_find(note->kind, &kind))
		whose = OF_ASSET;
	number = whose_find(search->facts, whose, note->thing);
	if (number == NOBODY || !check_parse(&check, note->answer, arena))
		return;
	reason = check_reason_find(check.reason);
	noun = whose == OF_ASSET ? kind_at(kind)->noun : "provider";
	finding = finding_add(search, FIND_CHECK_FAILED, whose, number, NULL);
	finding_say(search, finding, "%s fails its check%s%s.",
		    whose == OF_ASSET ? word_asset(arena, search->seen, number) :
		    word_cut(arena, finding->name), reason ? ": " : "",
		    reason ? reason->what : "");
	finding_do(finding, noun, check_verb(noun), finding->thing);
	finding->fresh = search->then &&
		(check.since ? check.since : check.checked) > search->then;
}

void find_checks(struct search *search)
{
	size_t i;

	for (i = 0; i < search->app->n_checks; i++)
		if (strcmp(search->app->checks[i].status, "fail") == 0)
			one_check(search, &search->app->checks[i]);
}
