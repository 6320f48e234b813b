/* vault_input.c: see vault_input.h. */
#include "action/vault/vault_input.h"

#include <stdlib.h>
#include <string.h>

#include "action/vault/vault_door.h"
#include "action/vault/vault_session.h"
#include "vault/kdf.h"
#include "vault/locked.h"

enum { FD_MOST = 1 << 20 };

bool vault_input_fd(const char *fd, struct locked_text *out, struct error *err)
{
	char *end;
	long n = strtol(fd, &end, 10);

	if (*fd && !*end && n >= 0 && n < FD_MOST)
		return locked_text_read(out, (int)n, err);
	return error_set(err, ERROR_INVALID, "BAD_VALUE",
			 "a descriptor is a number, such as 3");
}

static bool type(const struct secret_face *face, const char *name, const char *what,
		 struct locked_text *out, struct error *err)
{
	return face->ask(face->ctx, name, what, out->at, out->most, &out->n, err);
}

static bool typed_twice(const struct secret_face *face, const struct locked_text *one,
			struct error *err)
{
	struct locked_text again;
	bool same;

	locked_text_init(&again, one->most);
	same = type(face, "again", "The same again", &again, err);
	if (same && (again.n != one->n || memcmp(again.at, one->at, one->n) != 0))
		same = error_set(err, ERROR_INVALID, "NOT_CONFIRMED",
				 "the two were not the same; nothing was changed");
	locked_text_release(&again);
	return same;
}

static const struct secret_face *face_of(const struct app *app)
{
	return app->opts ? app->opts->secrets : NULL;
}

bool vault_input(struct app *app, const struct action *action, const struct args *args,
		 const char *param, const char *what, bool twice,
		 struct locked_text *out, struct error *err)
{
	const struct secret_face *face = face_of(app);
	const char *given = arg_text(action, args, param);

	if (given)
		return vault_input_fd(given, out, err) || error_field(err, "%s", param);
	if (face && face->ask)
		return type(face, param, what, out, err) &&
			(!twice || typed_twice(face, out, err));
	error_set(err, ERROR_INVALID, "SECRET_NEEDED", "there is no terminal to type it at: "
		  "%s", what);
	error_field(err, "%s", param);
	return error_remedy(err, "give it on a descriptor, or use a terminal");
}

bool vault_opened(struct app *app, const struct action *action, const struct args *args,
		  struct error *err)
{
	return vault_opened_anyway(app, action, args, err) && vault_door(app, err);
}

bool vault_opened_anyway(struct app *app, const struct action *action,
			 const struct args *args, struct error *err)
{
	const struct secret_face *face = face_of(app);
	struct locked_text passphrase;
	bool done;

	if (app->vault && !arg_text(action, args, "passphrase-fd"))
		return true;
	if (!vault_start())
		return error_set(err, ERROR_BUG, "NO_RANDOM",
				 "the system gives no random numbers");
	if (!vault_is_there(app, err) || !vault_holds(app, err))
		return false;
	if (!arg_text(action, args, "passphrase-fd") && !(face && face->ask)) {
		error_set(err, ERROR_LOCKED, "VAULT_LOCKED", "the vault is locked");
		return error_remedy(err, "give your passphrase on a descriptor, or use a "
				    "terminal");
	}
	locked_text_init(&passphrase, PASSPHRASE_MOST);
	done = vault_input(app, action, args, "passphrase-fd", vault_is_demo(app) ?
			   "Your passphrase (this demo's is: " VAULT_DEMO_WORDS ")" :
			   "Your passphrase", false,
			   &passphrase, err) && vault_unlock(app, &passphrase, err);
	locked_text_release(&passphrase);
	return done;
}

/* By "new-passphrase-fd" or typed twice, and good enough. */
static bool new_passphrase(struct app *app, const struct action *action,
			   const struct args *args, const char *what,
			   struct locked_text *out, struct error *err)
{
	return vault_input(app, action, args, "new-passphrase-fd", what, true, out, err) &&
		passphrase_fits(out->at, out->n, err);
}

/* MiB for its key: the argument "memory", else what is right. */
static bool memory(const struct app *app, const struct action *action,
		   const struct args *args, uint32_t *mib, struct error *err)
{
	const char *given = arg_text(action, args, "memory");
	long n = given ? strtol(given, NULL, 10) : 0;

	*mib = app->demo ? KDF_MIB_LEAST : KDF_MIB;
	if (!given)
		return true;
	*mib = (uint32_t)n;
	if (n >= KDF_MIB_LEAST && n <= KDF_MIB_MOST)
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE",
		  "a passphrase's key takes %d to %d MiB of memory", KDF_MIB_LEAST,
		  KDF_MIB_MOST);
	return error_field(err, "memory");
}

bool vault_wrap(struct app *app, const struct action *action, const struct args *args,
		const char *what, const struct identity *identity, const char *whose,
		struct buf *kept, struct error *err)
{
	const struct kdf_maker maker = vault_maker_of(app);
	struct locked_text passphrase;
	struct kdf kdf;
	uint32_t mib;
	bool done;

	locked_text_init(&passphrase, PASSPHRASE_MOST);
	done = memory(app, action, args, &mib, err) &&
		new_passphrase(app, action, args, what, &passphrase, err);
	if (done) {
		kdf_new(&kdf, mib);
		done = identity_wrap(identity, whose, &kdf, &maker, passphrase.at,
				     passphrase.n, kept, err);
	}
	locked_text_release(&passphrase);
	return done;
}

bool vault_show(struct app *app, const char *name, const char *title, const char *text,
		struct error *err)
{
	const struct secret_face *face = face_of(app);

	if (face && face->show)
		return face->show(face->ctx, name, title, text, err);
	return error_set(err, ERROR_INVALID, "NOBODY_THERE",
			 "nobody is there to see what is shown only once");
}
