/* card_record.c: the card of a Git provider, and of an API token. */
#include <string.h>

#include "action/asset/token_rows.h"
#include "action/check/check_badge.h"
#include "action/judge/providers.h"
#include "base/clock.h"
#include "model/config.h"
#include "screen/frame/keymap.h"
#include "screen/panel/card.h"
#include "screen/panel/check_lines.h"

enum { LABEL = 12 };

/* ---- a Git provider --------------------------------------------------------------- */

static void fields_of(struct lines *lines, const struct fact_record *one,
		      struct arena *arena)
{
	const struct kind_field *of = provider_kind.fields;
	const char *value;

	for (; of->name; of++) {
		value = of->secret || strcmp(of->name, "approval") == 0 ? NULL :
			config_get(one->config, of->name, arena);
		if (value && *value)
			(void)lines_pair(lines, LABEL, strcmp(of->name, "auth") == 0 ?
					 "Signs in by" : of->label, "%s",
					 of->choices || strcmp(of->name, "auth") == 0 ?
					 choice_label(value, arena) : value);
	}
}

/* F053: what a disconnection would hit. */
static void packages_of(struct lines *lines, struct screen *screen,
			const struct fact_record *one, struct arena *arena)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t asset, uses;
	size_t i;

	for (i = 0; (asset = provider_package(seen_judged(seen), one->id, i, arena)) !=
	     NOBODY; i++) {
		uses = seen_count_uses(seen, asset);
		(void)lines_pair(lines, LABEL, i ? "" : "Packages", "%s, in %u "
				 "project%s", seen_asset_label(seen, asset), uses,
				 uses == 1 ? "" : "s");
	}
	if (!i)
		(void)lines_pair(lines, LABEL, "Packages", "none yet: %s adds one",
				 key_said(CMD_NEW));
}

/* By its last check (A23); with the reason where it is broken. */
static void state_of(struct lines *lines, struct screen *screen, uint32_t n)
{
	const struct fact_record *one = seen_record(app_seen(screen->app), OF_PROVIDER, n);
	const char *label = provider_state_label(app_provider_state(screen->app, one));
	struct arena arena = { 0 };
	struct check_badge badge;
	struct line *line;
	bool checked = check_badge(screen->app, (struct check_subject){ OF_PROVIDER, n },
				   &arena, &badge);

	line = lines_pair(lines, LABEL, "State", "%s%s%s%s%s%s", label, !checked ? "; " :
			  badge.bad ? "; " : "", !checked ? key_said(CMD_CHECK) : badge.bad ?
			  badge.word : "", !checked ? " does" : "",
			  badge.why ? ". " : "", badge.why ? badge.why : "");
	line->style = badge.bad ? STYLE_RED : 0;
	arena_release(&arena);
}

void card_provider(struct lines *lines, struct screen *screen, uint32_t n)
{
	const struct fact_record *one = seen_record(app_seen(screen->app),
						    OF_PROVIDER, n);
	const struct provider_type *type = provider_type(one->type);
	struct arena arena = { 0 };

	(void)lines_pair(lines, LABEL, "Provider", "%s, %s", type ? type->label :
			 one->type, type ? type->notes : "");
	fields_of(lines, one, &arena);
	state_of(lines, screen, n);
	(void)lines_pair(lines, LABEL, "Approval", "%s", provider_approved(one->config,
			 &arena) ? "an administrator of the repositories has "
			 "approved the access" : "pending: an administrator of the "
			 "repositories must approve the access on the other side; e "
			 "notes that it is done");
	if (provider_is_test(one->config, &arena))
		(void)lines_pair(lines, LABEL, "", "A test endpoint on this machine stands in "
				 "for the real host: what it says is of no account.");
	packages_of(lines, screen, one, &arena);
	if (type && type->single)
		(void)lines_pair(lines, LABEL, "Account", "one %s account per "
				 "workspace, and one workspace per account",
				 type->label);
	check_lines_kept(lines, screen, (struct check_subject){ OF_PROVIDER, n });
	arena_release(&arena);
}

/* The table of providers (A21), and what each of them is now. */
void card_providers(struct lines *lines, struct screen *screen)
{
	const struct seen *seen = app_seen(screen->app);
	const struct provider_type *all;
	const struct fact_record *one;
	size_t n, i;
	uint32_t p;

	all = provider_types(&n);
	for (i = 0; i < n; i++) {
		(void)lines_pair(lines, LABEL, i ? "" : "Providers", "%s: %s%s",
				 all[i].label, all[i].notes,
				 seen_workspace(seen).plan < all[i].plan ?
				 ", which this workspace has not" : "");
		for (p = 0; p < seen_n_records(seen, OF_PROVIDER); p++) {
			one = seen_record(seen, OF_PROVIDER, p);
			if (sees_record(seen, OF_PROVIDER, p) &&
			    strcmp(one->type, all[i].code) == 0)
				(void)lines_pair(lines, LABEL, "", "  connected as "
						 "%s", one->name);
		}
	}
	(void)lines_pair(lines, LABEL, "Who", "only Admins connect them, and an "
			 "administrator of the repositories must approve");
	(void)lines_pair(lines, LABEL, "VPN", "a server behind one cannot be reached: "
			 "contact support");
	(void)lines_pair(lines, LABEL, "Packages", "are installed when a project's "
			 "kernel starts, which may slow it; a custom image is the "
			 "other way");
}

/* ---- an API token ------------------------------------------------------------------ */

void card_tokens(struct lines *lines, struct screen *screen)
{
	const struct seen *seen = app_seen(screen->app);
	struct arena arena = { 0 };
	int64_t now = clock_now();
	const uint32_t *order;
	size_t n;

	if (!seen->all)
		return;
	order = token_order(seen, now, &arena, &n);
	if (!n)
		(void)lines_pair(lines, LABEL, "API tokens", "none is registered: %s, then %s",
				 key_said(CMD_OTHER), key_said(CMD_NEW));
	else
		(void)lines_pair(lines, LABEL, "API tokens", "%zu registered, %s lists "
				 "them; first: %s, %s", n, key_said(CMD_OTHER), seen_record(seen, OF_TOKEN,
				 order[0])->name, token_badge(seen, order[0], now, &arena));
	arena_release(&arena);
}

void card_token(struct lines *lines, struct screen *screen, uint32_t n)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_record *one = seen_record(seen, OF_TOKEN, n);
	struct arena arena = { 0 };
	const char *all = token_get(one, "scopes", &arena), *scopes = all, *end;
	uint32_t owner = token_owner(seen, n);

	(void)lines_pair(lines, LABEL, "Token", "%s, %s", token_short(one, &arena),
			 one->type);
	(void)lines_pair(lines, LABEL, "Owner", "%s", owner == NOBODY ? "nobody here" :
			 seen_user_label(seen, owner));
	(void)lines_pair(lines, LABEL, "State", "%s", token_badge(seen, n, clock_now(),
			 &arena));
	if (*token_get(one, "expires", &arena))
		(void)lines_pair(lines, LABEL, "Expires", "%s",
				 token_get(one, "expires", &arena));
	for (end = scopes; *scopes; scopes = *end ? end + 1 : end) {
		end = scopes + strcspn(scopes, "\n");
		(void)lines_pair(lines, LABEL, scopes == all ? "Scopes" : "", "%.*s",
				 (int)(end - scopes), scopes);
	}
	(void)lines_pair(lines, LABEL, "Value", "never here: it was shown once, where "
			 "it was made");
	arena_release(&arena);
}
