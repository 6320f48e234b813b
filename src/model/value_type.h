/* value_type.h: the fields of an asset and their types: how a value is read, checked,
 * kept, shown and asked for.  A kind may bring a type of its own. */
#ifndef MODEL_VALUE_TYPE_H
#define MODEL_VALUE_TYPE_H

#include <stdbool.h>

#include "base/arena.h"

/* What a form asks with. */
enum value_widget {
	WIDGET_LINE,
	WIDGET_LINES,		/* several lines: named again, one more */
	WIDGET_SWITCH,
	WIDGET_CHOICE,		/* one of the choices of the need, or of the field */
	WIDGET_PROVIDER		/* a Git provider, kept by its id */
};

/* What it is in the asset's config, a JSON object. */
enum value_kept { KEPT_AS_TEXT, KEPT_AS_FLAG, KEPT_AS_NUMBER };

/* The kept text is what config_get answers: "true", "90". */
struct value_type {
	enum value_widget widget;
	enum value_kept kept;
	/* What was typed as it is kept; what cannot be read comes back as it was, for
	 * fault.  NULL: as typed. */
	const char *(*read)(const char *typed, struct arena *arena);
	/* NULL if a kept text is good, else what is wrong with it.  NULL: all are. */
	const char *(*fault)(const char *kept);
	/* A kept text for people; read understands it.  NULL: as kept. */
	const char *(*show)(const char *kept, struct arena *arena);
	bool decides;		/* its value says what else is asked for
				 * (kind_need.when); one a kind */
	const char *help;	/* in forms, where the field has none of its own */
	const char *like;	/* a good one, for who said a bad one; or NULL */
};

extern const struct value_type value_lines, value_switch,
	value_choice, value_port, value_provider,
	value_auth,			/* how one signs in: decides */
	value_writeback;		/* a switch: may it be written to? */
/* value_check.c */
extern const struct value_type
	value_host,			/* a name or an address, nothing else */
	value_jdbc, value_account, value_project, value_role_arn, value_key_id,
	value_public_key,		/* of OpenSSH, in one line */
	value_bucket, value_gcs_bucket, value_s3_path, value_region, value_folder;
/* A property of a JDBC URL that is secret by its name has a value ("<...>" stands for one). */
bool value_jdbc_holds_secret(const char *url);
/* value_time.c */
extern const struct value_type
	value_minute, value_hour, value_month_day, value_cron, value_zone;

/* A field of an asset in files and forms, stored in the asset's config. */
struct kind_field {
	const char *name;		/* "account"; NULL ends the list */
	const char *label;		/* "Account identifier" */
	bool secret;			/* never exported, never in config */
	bool top;			/* stands in the asset object itself,
					 * not in its "config" (packages, files) */
	const char *const *choices;	/* allowed values, NULL-ended, or NULL */
	const struct value_type *type;	/* NULL: a line (see value_type_of) */
	bool aside;			/* no matter for reaching it: a test still
					 * says what it said */
	const char *option;		/* it has an option of its own on the command
					 * line, with this help; NULL: --field */
	const char *note;		/* beside it in a form, or NULL */
	const char *(*note_of)(const char *value);	/* ... as it stands; value
					 * may be NULL.  NULL: the note above */
	const char *help;		/* at the foot of a form; NULL: the type's, or
					 * the label */
	const char *head;		/* a heading over it in a form, or NULL */
	bool origin;			/* it says where secret fields may be sent */
	const char *way;		/* it says how they get there: this much is as
					 * good as unsaid ("prefer", ""); NULL: it
					 * does not */
};

/* NULL if there is none. */
const struct kind_field *field_named(const struct kind_field *fields,
				     const char *name);
/* Of the field; never NULL. */
const struct value_type *value_type_of(const struct kind_field *field);
/* The option of that name: "ref-kind" of ref_kind. */
const char *kind_field_option(const struct kind_field *field,
			      struct arena *arena);

const char *value_read(const struct value_type *type, const char *typed,
		       struct arena *arena);
const char *value_show(const struct value_type *type, const char *kept,
		       struct arena *arena);

/* One of the choices as people read it: "Key pair" of "key_pair". */
const char *choice_label(const char *code, struct arena *arena);

#endif
