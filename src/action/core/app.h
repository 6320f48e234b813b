/* app.h: the open workspace and who is sitting before it. */
#ifndef ACTION_CORE_APP_H
#define ACTION_CORE_APP_H

#include "access/access.h"
#include "access/seen.h"
#include "base/error.h"
#include "model/facts.h"

struct store;
struct options;
struct what_if;
struct as_of;
struct play; struct demo_folder; struct witness;
struct vault_session;
struct vault_typed;

enum actor_kind {
	ACTOR_USER,		/* a linked, active user */
	ACTOR_OPERATOR,		/* made the store, not linked: an Admin's rights */
	ACTOR_OUTSIDER		/* reads only, and only a store of one's own */
};

/* That a secret field has a value, never which. */
struct value_note {
	const char *kind;		/* code of an asset's kind, or "provider" */
	const char *project;		/* id of the one whose own it is, or "" */
	const char *thing, *field;	/* id, name of the field */
	const char *origin;		/* where it may be sent */
	const char *set_by;		/* e-mail */
	int64_t set_at;
};

/* The last check of a thing (model/check/check.h). */
struct check_note {
	const char *kind, *thing;	/* code of an asset's kind, or "provider"; id */
	int64_t checked, fields;	/* fields: app_check_fields() of then */
	const char *status, *answer;	/* "ok"; JSON */
};

struct app {
	struct store *store;		/* NULL before init, for NO_STORE verbs */
	const char *store_path;		/* where it is or would be */
	const char *lost;		/* "removed", "replaced" as of the last refresh; or NULL */
	struct facts facts;		/* current as of facts.revision */
	enum actor_kind actor_kind;
	uint32_t actor;			/* ACTOR_USER; else NOBODY */
	uint32_t acting_as;		/* --as; else NOBODY */
	const char *admin_then;		/* id of who looks at an earlier state with
					 * the eyes of an Admin; else NULL */
	const char *reads_then;		/* ... who read all as the plan under way began */
	bool demo;			/* the store's demo flag */
	const struct options *opts;	/* of the action under way, else NULL: for
					 * `run` verbs, through action_run only */
	const char *login;		/* of the session (SECURITY 2) */
	const char *client, *tty;	/* ssh client, terminal; may be NULL */
	const char *reason;		/* of the action under way, or NULL */
	struct what_if *what_if;	/* what-if, or NULL (what_if.h) */
	struct demo_folder *folder;	/* temporary, of this process; or NULL */
	struct as_of *as_of;		/* an earlier state, or NULL (as_of_facts.h) */
	struct play *play;		/* a scenario on a demo store, or NULL (play.h) */
	struct witness *witness;	/* who is told what is done, or NULL (witness.h) */
	struct vault_session *vault;	/* unlocked, or NULL (vault_session.h) */
	struct vault_typed *typed;		/* values on their way in (vault_typed.h) */
	struct value_note *values;	/* as of the facts; for Admins */
	size_t n_values;
	const char *const *holders;	/* ids of who holds a key of the vault; the same */
	size_t n_holders;
	bool has_vault;
	bool keys_swap;			/* unlocked, in memory that may be swapped out */
	struct arena values_arena;
	struct check_note *checks;	/* as of the last look; for Admins */
	size_t n_checks;
	struct arena checks_arena;
	struct seen *seen;		/* app_seen() */
	bool input_taken;		/* standard input has the commands, or the keys */
	struct buf *input;		/* else what was read of it, once; or NULL */
	struct arena arena;		/* for the session */
};

/* Store path by --store, environment, XDG (INTERFACES 2). */
void app_init(struct app *app, const char *store_option);
/* Whose eyes and hands count: acting_as, else the actor; NOBODY for operator
 * and outsider. */
uint32_t app_subject(const struct app *app);
bool app_is_admin(const struct app *app);	/* Admin or operator */
const char *app_actor_text(const struct app *app);	/* e-mail, operator:LOGIN */
/* "Maya Lindqvist . Admin": for the header. */
const char *app_actor_label(struct app *app, struct arena *arena);

/* Everything may be read: an Admin, the operator, or the owner of the file. */
bool app_reads_all(const struct app *app);

bool app_admins_only(const char *what, struct error *err);	/* refuses (ROLE_NEEDED) */
/* The subject is an Admin; else the refusal, in words for screen and command line
 * alike: each names the deed itself beside it. */
bool app_needs_admin(const struct app *app, struct error *err) MUST_CHECK;

/* NULL: it has no value. */
const struct value_note *app_value(const struct app *app, const char *kind,
				   const char *project, const char *thing,
				   const char *field);
/* NULL: it was never checked. */
const struct check_note *app_check(const struct app *app, const char *kind,
				   const char *thing);
/* A number for what a check of it would try: another one where it was edited, or the
 * Git provider that a package comes from. */
int64_t app_check_fields(const struct app *app, const struct fact_asset *asset);
int64_t app_record_fields(const struct fact_record *provider);
/* Is the note older than a day, or the thing, or a value of it, set anew since? */
bool app_check_is_stale(const struct app *app, const struct check_note *note,
			const struct fact_asset *asset);
bool app_record_is_stale(const struct app *app, const struct check_note *note,
			 const struct fact_record *provider);
/* The Git provider that the asset comes from; NOBODY: none, or it is gone. */
uint32_t app_provider_of(const struct app *app, const struct fact_asset *asset);
/* A Git provider by its last check: "connected", "broken", "stale"; "waiting" for
 * somebody to agree; "not_verified". */
const char *app_provider_state(const struct app *app, const struct fact_record *one);
/* For whom its settings are not, what the facts show them, which may be NULL.  Else in a
 * word: "draft", "untested"; by its last check "ok", "warn", "error", "stale". */
const char *app_asset_status(const struct app *app, const struct fact_asset *asset);
/* Read them anew; *moved (or NULL): they are others than before. */
bool app_checks_read(struct app *app, bool *moved, struct error *err) MUST_CHECK;

bool app_readonly(const struct app *app);
const char *app_exposed(const struct app *app);	/* its folder, if others may write there */
int app_watch(struct app *app);		/* readable when somebody committed; -1 */
void app_watch_drain(struct app *app);

/* What the subject may see: the one door to names (access/seen.h).  Kept current
 * with the facts and with who looks; valid until app_release. */
const struct seen *app_seen(const struct app *app);

/* By id, e-mail or unique name, among what the subject may see.  Ambiguous:
 * ERROR_INVALID NAME_AMBIGUOUS listing the candidates; else ERROR_NOT_FOUND. */
bool app_find_user(const struct app *app, const char *text, uint32_t *out,
		   struct error *err) MUST_CHECK;
bool app_find_group(const struct app *app, const char *text, uint32_t *out,
		    struct error *err) MUST_CHECK;
bool app_find_project(const struct app *app, const char *text, uint32_t *out,
		      struct error *err) MUST_CHECK;
/* noun: a kind's noun or NULL for any kind. */
bool app_find_asset(const struct app *app, const char *noun, const char *text,
		    uint32_t *out, struct error *err) MUST_CHECK;
/* whose: OF_PROVIDER or OF_TOKEN, which Admins see. */
bool app_find_record(const struct app *app, enum whose whose, const char *text,
		     uint32_t *out, struct error *err) MUST_CHECK;

#endif
