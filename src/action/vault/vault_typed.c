/* vault_typed.c: see vault_typed.h. */
#include "action/vault/vault_typed.h"

#include <stdlib.h>
#include <string.h>

#include "action/core/action.h"
#include "action/vault/vault_input.h"
#include "base/mem.h"
#include "vault/locked.h"
#include "vault/sealed.h"

enum { SOURCE = 160 };

struct vault_typed {
	struct vault_typed *next;
	char source[SOURCE];
	struct locked_text text;
};

static struct vault_typed *find(const struct app *app, const char *source)
{
	struct vault_typed *one = app->typed;

	while (one && strcmp(one->source, source) != 0)
		one = one->next;
	return one;
}

const struct locked_text *vault_typed_find(const struct app *app, const char *source)
{
	const struct vault_typed *one = find(app, source);

	return one ? &one->text : NULL;
}

static struct vault_typed *add(struct app *app, const char *source, size_t most)
{
	struct vault_typed *one = mem_alloc(sizeof(*one));
	size_t n = strlen(source);

	memcpy(one->source, source, n < SOURCE ? n : SOURCE - 1);
	locked_text_init(&one->text, most);
	one->next = app->typed;
	app->typed = one;
	return one;
}

static void drop(struct app *app)
{
	struct vault_typed *one = app->typed;

	app->typed = one->next;
	locked_text_release(&one->text);
	free(one);
}

void vault_typed_wipe(struct app *app)
{
	while (app->typed)
		drop(app);
}

static bool ask(const struct app *app, const char *name, const char *what,
		struct locked_text *out, struct error *err)
{
	const struct secret_face *face = app->opts ? app->opts->secrets : NULL;

	if (face && face->ask)
		return face->ask(face->ctx, name, what, out->at, out->most, &out->n, err);
	error_set(err, ERROR_INVALID, "SECRET_NEEDED",
		  "there is no terminal to type it at: %s", what);
	return error_remedy(err, "give it on a descriptor, or use a terminal");
}

bool vault_typed_read(struct app *app, const char *source, const char *what,
		struct error *err)
{
	struct vault_typed *one;
	bool good;

	if (!vault_start())
		return error_set(err, ERROR_BUG, "NO_RANDOM",
				 "the system gives no random numbers");
	if (find(app, source))
		return true;
	one = add(app, source, SEALED_MOST);
	good = strspn(source, "0123456789") == strlen(source) ?
		vault_input_fd(source, &one->text, err) :
		ask(app, source, what, &one->text, err);
	if (good && !one->text.n)
		good = error_set(err, ERROR_INVALID, "EMPTY", "%s: nothing was given", what);
	if (!good)
		drop(app);
	return good;
}

bool vault_typed_keep(struct app *app, const char *source, const char *text, size_t n)
{
	struct vault_typed *one, **at = &app->typed;

	if (!vault_start() || !n || n > SEALED_MOST)
		return false;
	while (*at && strcmp((*at)->source, source) != 0)
		at = &(*at)->next;
	if (*at) {			/* what was typed before it */
		one = *at;
		*at = one->next;
		locked_text_release(&one->text);
		free(one);
	}
	one = add(app, source, n);
	memcpy(one->text.at, text, n);
	one->text.n = n;
	return true;
}
