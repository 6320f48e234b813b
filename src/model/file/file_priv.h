/* file_priv.h: what the readers of workspace files share: where they are, how
 * they refuse, and the checks of INTERFACES 4. */
#ifndef MODEL_FILE_FILE_PRIV_H
#define MODEL_FILE_FILE_PRIV_H

#include "base/attr.h"
#include "model/file/rows_priv.h"
#include "model/workspace_file.h"

struct kind_field;

/* A path within the document: projects[4].grants[2].level, or a column. */
struct place {
	const struct place *up;
	const char *member;
	long index;			/* -1: the member itself */
};

/* Things that were refused: what names one of them is no fault of its own. */
enum lost { LOST_USER, LOST_GROUP, LOST_ASSET, LOST_PROJECT, LOST_KINDS };

struct reader {
	const char *name;		/* of the file, for errors */
	long line;			/* CSV: of the record; JSON: 0 */
	struct facts *facts;
	struct file_notes *notes;
	struct strmap lost[LOST_KINDS];	/* by id */
	bool lost_all[LOST_KINDS];	/* a file of theirs could not be read */
	struct strmap secrets;		/* names of the workspace's secrets */
	struct strmap logins;		/* unix_login -> user */
	struct strmap own_ids;
	const char *own_of;		/* id of the project whose own are read, or "" */
	struct error *err;		/* of the last refusal */
	struct error spare;		/* of those that are not listed */
};

/* ---- file_place.c ------------------------------------------------------------ */

/* Sets *notes anew. */
void reader_init(struct reader *reader, const char *name, struct facts *facts,
		 struct file_notes *notes);
void reader_release(struct reader *reader);
/* Room for one more fault, which is counted; reader->err is it. */
struct error *reader_fault(struct reader *reader);
/* The thing with this id (may be NULL) was refused. */
void reader_lose(struct reader *reader, enum lost kind, const char *id);
/* The end: true where nothing was wrong; else *err is the first fault. */
bool reader_good(const struct reader *reader, struct error *err) MUST_CHECK;

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

/* "demo.json: users[3].role: ..."; one more fault; returns false. */
bool refuse(struct reader *reader, const struct place *place, const char *code,
	    const char *fmt, ...) PRINTF_LIKE(4, 5);
/* Refuse: "X" `fault`; with the way out. */
bool refuse_text(struct reader *reader, const struct place *place,
		 const char *text, const char *fault, const char *remedy);

/* One more word of what would be right; cut where there is no room. */
void list_add(char *list, size_t size, const char *between, const char *word);

/* A name or an e-mail address as it is stored (D33); kept with the facts. */
const char *stored(struct reader *reader, const char *text);

/* ---- file_check.c ------------------------------------------------------------ */

/* All of these are false for no text (NULL), which was refused before. */

enum length { LENGTH_ID, LENGTH_EMAIL, LENGTH_NAME, LENGTH_TEXT };

bool check_length(struct reader *reader, const struct place *place,
		  const char *text, enum length length);
/* Form, not reserved, not in the map. */
bool check_id(struct reader *reader, const struct place *place, const char *id,
	      const struct strmap *taken);
bool check_email(struct reader *reader, const struct place *place,
		 const char *email);
bool check_login(struct reader *reader, const struct place *place,
		 const char *login);
/* Not empty, not too long. */
bool check_name(struct reader *reader, const struct place *place,
		const char *name);
bool check_group_name(struct reader *reader, const struct place *place,
		      const char *name);
/* D19 for kinds whose names obey it. */
bool check_asset_name(struct reader *reader, const struct place *place,
		      size_t kind, const char *name);
/* Note a workspace secret's name; taken ones are refused.  The name must live
 * as long as the reader. */
bool check_secret_unique(struct reader *reader, const struct place *place,
			 const char *name);
bool check_type(struct reader *reader, const struct place *place, size_t kind,
		const char *type);
bool check_admins(struct reader *reader);

bool take_role(struct reader *reader, const struct place *place,
	       const char *text, enum role *out);
bool take_plan(struct reader *reader, const struct place *place,
	       const char *text, enum plan *out);
bool take_state(struct reader *reader, const struct place *place,
		const char *text, enum state *out);
/* Any level, "none" too. */
bool take_level(struct reader *reader, const struct place *place,
		const char *text, uint8_t *out);
bool take_grant_level(struct reader *reader, const struct place *place,
		      const char *text, uint8_t *out);
bool take_public(struct reader *reader, const struct place *place,
		 const char *text, uint8_t *out);
bool take_kind(struct reader *reader, const struct place *place,
	       const char *text, size_t *out);
/* Look-ups; what is not there is refused. */
bool take_user(struct reader *reader, const struct place *place,
	       const char *id, uint32_t *out);
bool take_group(struct reader *reader, const struct place *place,
		const char *id, uint32_t *out);
bool take_asset(struct reader *reader, const struct place *place,
		const char *id, uint32_t *out);
bool take_project(struct reader *reader, const struct place *place,
		  const char *id, uint32_t *out);
/* A built-in group or a custom one: gives the asset (NOBODY: none, it was refused)
 * access, unsettled. */
bool take_access(struct reader *reader, const struct place *place,
		 uint32_t asset, const char *id);

#endif
