/* file_priv.h: what the readers of workspace files share: where they are, how
 * they refuse, and the checks of INTERFACES 4. */
#ifndef MODEL_FILE_PRIV_H
#define MODEL_FILE_PRIV_H

#include "base/attr.h"
#include "model/workspace_file.h"

struct kind_field;

/* A path within the document: projects[4].grants[2].level, or a column. */
struct place {
	const struct place *up;
	const char *member;
	long index;			/* -1: the member itself */
};

struct reader {
	const char *name;		/* of the file, for errors */
	long line;			/* CSV: of the record; JSON: 0 */
	struct facts *facts;
	struct file_notes *notes;
	struct strmap secrets;		/* names of the workspace's secrets */
	struct strmap logins;		/* unix_login -> user */
	struct strmap own_ids, provider_ids;
	struct error *err;
};

/* ---- file_place.c ------------------------------------------------------------ */

void reader_init(struct reader *reader, const char *name, struct facts *facts,
		 struct error *err);
void reader_release(struct reader *reader);

static inline struct place place_of(const struct place *up, const char *member)
{
	return (struct place){ .up = up, .member = member, .index = -1 };
}

static inline struct place place_item(const struct place *up,
				      const char *member, size_t index)
{
	return (struct place){ .up = up, .member = member,
			       .index = (long)index };
}

/* Foreign text in quotation marks, safe and at most 60 cells. */
struct quote { char text[360]; };
const char *quote(struct quote *quote, const char *text);

/* "demo.json: users[3].role: ..."; returns false. */
bool refuse(struct reader *reader, const struct place *place, const char *code,
	    const char *fmt, ...) PRINTF_LIKE(4, 5);
/* Refuse: "X" `fault`; with the way out. */
bool refuse_text(struct reader *reader, const struct place *place,
		 const char *text, const char *fault, const char *remedy);

/* ---- file_check.c ------------------------------------------------------------ */

enum length { LENGTH_ID, LENGTH_EMAIL, LENGTH_NAME, LENGTH_TEXT };

bool check_length(struct reader *reader, const struct place *place,
		  const char *text, enum length length) MUST_CHECK;
/* Form, not reserved, not in the map. */
bool check_id(struct reader *reader, const struct place *place, const char *id,
	      const struct strmap *taken) MUST_CHECK;
bool check_email(struct reader *reader, const struct place *place,
		 const char *email) MUST_CHECK;
bool check_login(struct reader *reader, const struct place *place,
		 const char *login) MUST_CHECK;
/* Not empty, not too long. */
bool check_name(struct reader *reader, const struct place *place,
		const char *name) MUST_CHECK;
bool check_group_name(struct reader *reader, const struct place *place,
		      const char *name) MUST_CHECK;
/* D19 for kinds whose names obey it. */
bool check_asset_name(struct reader *reader, const struct place *place,
		      size_t kind, const char *name) MUST_CHECK;
/* Note a workspace secret's name; taken ones are refused.  The name must live
 * as long as the reader. */
bool check_secret_unique(struct reader *reader, const struct place *place,
			 const char *name) MUST_CHECK;
bool check_type(struct reader *reader, const struct place *place, size_t kind,
		const char *type) MUST_CHECK;
bool check_admins(struct reader *reader) MUST_CHECK;

bool take_role(struct reader *reader, const struct place *place,
	       const char *text, enum role *out) MUST_CHECK;
bool take_plan(struct reader *reader, const struct place *place,
	       const char *text, enum plan *out) MUST_CHECK;
bool take_state(struct reader *reader, const struct place *place,
		const char *text, enum state *out) MUST_CHECK;
/* Any level, "none" too. */
bool take_level(struct reader *reader, const struct place *place,
		const char *text, uint8_t *out) MUST_CHECK;
bool take_grant_level(struct reader *reader, const struct place *place,
		      const char *text, uint8_t *out) MUST_CHECK;
bool take_public(struct reader *reader, const struct place *place,
		 const char *text, uint8_t *out) MUST_CHECK;
bool take_kind(struct reader *reader, const struct place *place,
	       const char *text, size_t *out) MUST_CHECK;
/* Look-ups; what is not there is refused. */
bool take_user(struct reader *reader, const struct place *place,
	       const char *id, uint32_t *out) MUST_CHECK;
bool take_group(struct reader *reader, const struct place *place,
		const char *id, uint32_t *out) MUST_CHECK;
bool take_asset(struct reader *reader, const struct place *place,
		const char *id, uint32_t *out) MUST_CHECK;
bool take_project(struct reader *reader, const struct place *place,
		  const char *id, uint32_t *out) MUST_CHECK;
/* A built-in group or a custom one: gives the asset access, unsettled. */
bool take_access(struct reader *reader, const struct place *place,
		 uint32_t asset, const char *id) MUST_CHECK;

/* ---- file_bulk.c --------------------------------------------------------------- */

/* Grants as they stand in the file, before they are sorted into the facts. */
struct grant_rows {
	struct grant_row {
		uint32_t project, who;
		bool group;
		uint8_t level;
		long at;		/* line or index */
	} *v;
	size_t n, cap;
};

void grant_rows_add(struct grant_rows *rows, struct grant_row row);
/* Put them into the facts and forget them; or return the row that names a
 * grantee a second time.  A project's rows come all at once. */
const struct grant_row *grant_rows_settle(struct grant_rows *rows,
					  struct facts *facts) MUST_CHECK;
void grant_rows_release(struct grant_rows *rows);

/* Append to both lists of a relation; settle_relations sorts them all. */
void append_both(struct numbers *a, uint32_t in_a, struct numbers *b,
		 uint32_t in_b);
void settle_relations(struct facts *facts);

#endif
