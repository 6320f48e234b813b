/* file_records.c: Git providers and API tokens of the workspace file. */
#include <string.h>

#include "model/facts_priv.h"
#include "model/json_priv.h"
#include "model/provider.h"
#include "model/token.h"

static bool take_word(struct reader *reader, const struct place *at,
		      const char *text, const char *const *words,
		      const char *fault)
{
	char list[160] = "one of ";

	for (size_t i = 0; words[i]; i++) {
		if (strcmp(words[i], text) == 0)
			return true;
		list_add(list, sizeof(list), i ? ", " : "", words[i]);
	}
	return refuse_text(reader, at, text, fault, list);
}

/* Id, type, name and config; the texts are not kept yet. */
static bool read_record(struct reader *reader, const struct place *at,
			json_t *object, const struct strmap *taken,
			const struct kind_field *fields, struct fact_record *one)
{
	static const char *const known[] = { "id", "type", "name", "config",
					     NULL };
	struct place id_at = place_of(at, "id");
	struct place name_at = place_of(at, "name");
	bool good;

	*one = (struct fact_record){ .name = "" };
	good = json_check_object(reader, at, object, known, NULL);
	good = need_text(reader, at, object, "id", &one->id) &&
		check_id(reader, &id_at, one->id, taken) && good;
	good = need_text(reader, at, object, "type", &one->type) && good;
	good = take_text(reader, at, object, "name", &one->name) &&
		check_length(reader, &name_at, one->name, LENGTH_NAME) && good;
	good = read_fields(reader, at, object, fields, &one->config) && good;
	if (one->name)
		one->name = stored(reader, one->name);
	return good;
}

/* A24, A32, D29: a workspace has one account. */
static bool is_alone(struct reader *reader, const struct place *at,
		     const struct fact_record *one)
{
	const struct facts *facts = reader->facts;
	struct arena arena = { 0 };
	uint32_t rival = provider_rival(facts, one, NOBODY, &arena);

	arena_release(&arena);
	if (rival == NOBODY)
		return true;
	refuse(reader, at, "ACCOUNT_TAKEN", "the workspace has %s already, and one "
	       "account only", provider_type(one->type)->label);
	reader->err->kind = ERROR_CONFLICT;
	return error_remedy(reader->err, "leave one of them");
}

void read_provider(struct reader *reader, const struct place *at, json_t *object)
{
	const char *types[PROVIDER_PAGES + 1] = { NULL };
	struct place type_at = place_of(at, "type");
	const struct provider_type *all;
	struct fact_record one;
	size_t n;

	all = provider_types(&n);
	for (size_t i = 0; i < n && i < COUNT_OF(types) - 1; i++)
		types[i] = all[i].code;
	if (!read_record(reader, at, object, &reader->facts->provider_ids,
			 provider_kind.fields, &one) ||
	    !take_word(reader, &type_at, one.type, types,
		       "is no type of provider") ||
	    !is_alone(reader, at, &one))
		return;
	(void)facts_add_record(reader->facts, OF_PROVIDER, &one);
}

void read_token(struct reader *reader, const struct place *at, json_t *object)
{
	struct place type_at = place_of(at, "type");
	struct fact_record one;

	if (read_record(reader, at, object, &reader->facts->token_ids,
			token_fields, &one) &&
	    take_word(reader, &type_at, one.type, token_types,
		      "is no type of token"))
		(void)facts_add_record(reader->facts, OF_TOKEN, &one);
}
