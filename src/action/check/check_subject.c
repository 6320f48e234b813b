/* check_subject.c: see check_subject.h. */
#include "action/check/check_subject.h"

#include <string.h>

#include "model/provider.h"
#include "model/whose.h"

static struct check_about about_record(const struct fact_record *one)
{
	return (struct check_about){ one->id, one->name, one->type, one->config,
		provider_kind.code, "provider", app_record_fields(one), false };
}

struct check_about check_about(const struct app *app, struct check_subject subject)
{
	const struct fact_asset *asset;

	if (subject.whose == OF_PROVIDER)
		return about_record(seen_record(app_seen(app), OF_PROVIDER, subject.n));
	asset = seen_asset(app_seen(app), subject.n);
	return (struct check_about){ asset->id, asset->name, asset->type, asset->config,
		kind_at(asset->kind)->code, kind_at(asset->kind)->code,
		app_check_fields(app, asset), strcmp(asset->status, "draft") == 0 };
}

struct check_subject check_present(const struct app *app, enum whose whose, const char *id)
{
	return (struct check_subject){ whose, whose_find(seen_judged(app_seen(app)), whose,
							 id) };
}

struct check_subject check_asked(const struct app *app, struct check_subject subject)
{
	const struct fact_asset *asset;

	if (subject.whose != OF_ASSET)
		return subject;
	asset = seen_asset(app_seen(app), subject.n);
	if (!kind_field_of(kind_at(asset->kind), &value_provider))
		return subject;
	return (struct check_subject){ OF_PROVIDER, app_provider_of(app, asset) };
}

struct kind_state check_state(const struct app *app, struct check_subject subject,
			      struct arena *arena)
{
	struct check_about about = check_about(app, subject);
	const struct asset_kind *kind = subject.whose == OF_PROVIDER ? &provider_kind :
		kind_at(seen_asset(app_seen(app), subject.n)->kind);

	return (struct kind_state){ .kind = kind, .type = kind_type(kind, about.type),
				    .config = about.config, .arena = arena };
}

const struct check_note *check_last(const struct app *app, struct check_subject subject)
{
	struct check_about about = check_about(app, subject);

	return app_check(app, about.code, about.id);
}
