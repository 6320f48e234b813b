/* token_write.c: see token_write.h. */
#include "action/asset/token_write.h"

#include <string.h>

#include "access/rights.h"
#include "action/asset/asset_values.h"
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/names.h"
#include "action/judge/providers.h"
#include "base/clock.h"
#include "base/newid.h"
#include "model/config.h"

enum { NAMED = 10 };

/* As the vault has it. */
static const struct kind_type no_forms[] = { { .code = NULL } };
static const struct asset_kind token_kind = { .fields = token_fields, .forms = no_forms };

struct wish {
	const char *type, *name, *four, *config;
	bool personal;
};

static bool wrong(struct error *err, const char *field, const char *text,
		  const char *remedy)
{
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%s", text);
	error_field(err, "%s", field);
	return error_remedy(err, "%s", remedy);
}

static void put(struct edit_plan *plan, struct wish *wish, const char *field,
		const char *text)
{
	wish->config = config_put(wish->config, field_named(token_fields, field), text,
				  plan->arena);
}

/* ---- what is said of it ------------------------------------------------------------ */

/* Who pastes a whole token is not told what was pasted. */
static bool named(const struct wish *wish, struct error *err)
{
	const char *fault = "this looks like the token itself, which is not kept here";

	if (strncmp(wish->name, "hxtp_", 5) == 0 || strncmp(wish->name, "hxtw_", 5) == 0)
		return wrong(err, "name", fault, "give it the name that it has in Hex");
	if (!token_last_four_good(wish->four))
		return wrong(err, "last-four", "the last four are four letters or digits, "
			     "never the whole token", "for example 9f3c, as Hex lists it");
	return may_be_named("name", wish->name, err);
}

/* Row 20: personal ones are of Editors and above. */
static bool owned(struct edit_plan *plan, struct wish *wish, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t owner = NOBODY;

	if (plan_text(plan, "owner") && !plan_user_at(plan, "owner", 0, &owner, err))
		return false;
	if (owner == NOBODY && wish->personal)
		return wrong(err, "owner", "a personal token is somebody's",
			     "say whose it is: its owner");
	if (owner == NOBODY)
		return true;
	if (wish->personal && !role_makes_tokens(facts->users[owner].role)) {
		error_set(err, ERROR_CONFLICT, "ROLE_NEEDED", "%s is %s: personal tokens "
			  "are of Editors and above", plan_word(plan, OF_USER, owner),
			  role_label(facts->users[owner].role));
		error_field(err, "owner");
		return error_remedy(err, "first: gatehouse user role %s editor",
				    facts->users[owner].email);
	}
	put(plan, wish, "owner", facts->users[owner].id);
	return true;
}

static bool is_scope(const char *text)
{
	size_t i = 0;

	while (token_scopes[i] && strcmp(token_scopes[i], text) != 0)
		i++;
	return token_scopes[i] != NULL;
}

/* A personal token can what its owner can. */
static bool scoped(struct edit_plan *plan, struct wish *wish, struct error *err)
{
	const char *all = "", *one;
	size_t i, n = plan_count(plan, "scope");

	for (i = 0; i < n; i++) {
		one = arg_at(plan->action, plan->args, "scope", i);
		if (*one && is_scope(one))
			all = arena_printf(plan->arena, "%s%s%s", all,
					   *all ? "\n" : "", one);
	}
	if (wish->personal && *all)
		return wrong(err, "scope", "a personal token has no scopes: it can do what "
			     "its owner can", "leave the scopes out");
	if (!wish->personal && !*all)
		return wrong(err, "scope", "a workspace token has at least one scope",
			     "for example projects_read");
	if (*all)
		put(plan, wish, "scopes", all);
	return true;
}

static bool too_long(int most, struct error *err)
{
	error_set(err, ERROR_CONFLICT, "TOKEN_TOO_LONG", "a personal token ends within "
		  "%d days here", most);
	error_field(err, "expires");
	if (most < TOKEN_DAYS_MOST)
		return error_remedy(err, "first: gatehouse workspace set token_max_days "
				    "plan");
	return error_remedy(err, "Hex gives none that lives longer");
}

static bool ends(struct edit_plan *plan, struct wish *wish, struct error *err)
{
	static const char rule[] = "7, 30, 60, 90 or 120 days from now, a date as "
		"2030-01-31, or never";
	int most = token_days_of(plan->app->facts.token_max_days), days;
	int64_t now = clock_now(), end;
	char text[CLOCK_TEXT];

	if (!token_end(plan_text(plan, "expires"), now, &end, &days))
		return wrong(err, "expires", "this is no end of a token", rule);
	if (!end && wish->personal)
		return wrong(err, "expires", "a personal token always ends", rule);
	if (!end)
		return true;
	if (end <= now)
		return wrong(err, "expires", "this is past: the token can do nothing any "
			     "more", rule);
	if (wish->personal && end - now > most * 86400ll * 1000000)
		return too_long(most, err);
	if (!wish->personal && end - now > TOKEN_DAYS_MOST * 86400ll * 1000000)
		return wrong(err, "expires", "a token that ends does so within 120 days",
			     rule);
	if (days) {
		clock_rfc3339(now, text);
		put(plan, wish, "created", text);
	}
	clock_rfc3339(end, text);
	put(plan, wish, "expires", text);
	return true;
}

/* ---- register ---------------------------------------------------------------------- */

static bool is_new(struct edit_plan *plan, const struct wish *wish, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_record *one;
	uint32_t i;

	for (i = 0; i < facts->n_tokens; i++) {
		one = &facts->tokens[i];
		if (one->gone || strcmp(one->type, wish->type) != 0 ||
		    token_state(one, clock_now()) >= TOKEN_EXPIRED ||
		    strcmp(token_get(one, "last_four", plan->arena), wish->four) != 0)
			continue;
		error_set(err, ERROR_CONFLICT, "TOKEN_KNOWN", "%s...%s is registered "
			  "already, as %s", token_prefix(wish->type), wish->four,
			  word_cut(plan->arena, one->name));
		error_field(err, "last-four");
		return error_remedy(err, "it is %s in: gatehouse token list", one->id);
	}
	return true;
}

static void tell(struct edit_plan *plan, const struct wish *wish, const char *id)
{
	const struct fact_record one = { .type = wish->type, .config = wish->config };

	if (!asset_values_given(plan))
		plan_warn(plan, "NOT_KEPT", "the value is not kept here: Hex showed it once");
	if (token_state(&one, clock_now()) == TOKEN_SOON)
		plan_warn(plan, "TOKEN_SOON", "it ends within %d days", TOKEN_DAYS_SOON);
	plan_message(plan, TENSE("Registered", "Would register") " the %s token %s"
		     TENSE(" (%s)", "") ".", wish->type, word_cut(plan->arena,
		     wish->name), id);
	plan_target(plan, id);
}

bool token_register_plan(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_TOKEN_ADD);
	struct wish wish = { .config = "{}" };
	char id[NEWID_TEXT];

	if (!plan_needs_admin(plan, err) || !may_have_tokens(plan, err))
		return false;
	wish.type = plan_text(plan, "type");
	wish.name = plan_text(plan, "name");
	wish.four = plan_text(plan, "last-four");
	wish.personal = strcmp(wish.type, token_types[0]) == 0;
	if (!named(&wish, err) || !is_new(plan, &wish, err))
		return false;
	put(plan, &wish, "last_four", wish.four);
	if (!owned(plan, &wish, err) || !scoped(plan, &wish, err) ||
	    !ends(plan, &wish, err))
		return false;
	newid(id, "tk");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = wish.name;
	edit.text3 = wish.type;
	edit.text4 = wish.config;
	plan_edit(plan, edit);
	tell(plan, &wish, edit.text);
	return asset_values_take(plan, &(struct asset_values){ &token_kind, "token",
		wish.type, wish.config, "", edit.text, wish.four }, err);
}

/* ---- revoke ------------------------------------------------------------------------ */

static void mark(struct edit_plan *plan, uint32_t n)
{
	struct edit edit = edit_for(EDIT_TOKEN_CONFIG, OF_TOKEN, n);
	char text[CLOCK_TEXT];

	clock_rfc3339(clock_now(), text);
	edit.text = config_put(plan->app->facts.tokens[n].config,
			       field_named(token_fields, "revoked"), text, plan->arena);
	plan_edit(plan, edit);
}

bool token_revoke_plan(struct edit_plan *plan, struct error *err)
{
	const struct fact_record *one;
	uint32_t n;

	if (!plan_needs_admin(plan, err) ||
	    !plan_record(plan, OF_TOKEN, "token", &n, err))
		return false;
	one = &plan->app->facts.tokens[n];
	plan_target(plan, one->id);
	if (token_state(one, clock_now()) == TOKEN_REVOKED) {
		plan_message(plan, "%s is revoked already.", word_cut(plan->arena,
			     one->name));
		return true;
	}
	plan_warn(plan, "REVOKE_IN_HEX", "this notes it here: revoke it in Hex, too, where "
		  "it was made");
	plan_message(plan, TENSE("Marked", "Would mark") " the token %s as revoked.",
		     word_cut(plan->arena, one->name));
	mark(plan, n);
	return true;
}

void token_shorten(struct edit_plan *plan, int days)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_record *one;
	struct words words;
	int64_t now = clock_now();
	uint32_t i;

	words_init(&words, NAMED);
	for (i = 0; i < facts->n_tokens; i++) {
		one = &facts->tokens[i];
		if (one->gone || strcmp(one->type, token_types[0]) != 0 ||
		    token_state(one, now) >= TOKEN_EXPIRED ||
		    (token_life(one) <= days && token_days_left(one, now) <= days))
			continue;
		words_add(&words, word_cut(plan->arena, one->name));
		mark(plan, i);
	}
	if (words.n)
		plan_warn(plan, "TOKENS_REVOKED", "Hex revokes the personal tokens that "
			  "live longer than %d days; they are marked revoked: %s", days,
			  words_done(&words, plan->arena));
	else
		(void)words_done(&words, plan->arena);
}
