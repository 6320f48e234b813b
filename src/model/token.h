/* token.h: API tokens as they are registered here (DOMAIN 3.10): which kinds there are,
 * what they may do, how long they live.  Their value is the vault's business. */
#ifndef MODEL_TOKEN_H
#define MODEL_TOKEN_H

#include "model/facts.h"
#include "model/value_type.h"

extern const struct kind_field token_fields[];		/* of their config */

extern const char *const token_types[];		/* "personal", "workspace"; NULL */
/* "hxtp_", "hxtw_"; "" of what is no type. */
const char *token_prefix(const char *type);
/* "projects_read" and so on, of workspace tokens; ends with NULL. */
extern const char *const token_scopes[];
/* A text of four letters or digits. */
bool token_last_four_good(const char *text);

/* The days that a token may live at most: 7, 30, 60, 90, 120; ends with 0. */
extern const int token_days[];
enum { TOKEN_DAYS_MOST = 120, TOKEN_DAYS_SOON = 3 };
/* What a setting of the workspace comes to; 0 there: the plan's. */
int token_days_of(int setting);

enum token_state { TOKEN_VALID, TOKEN_SOON, TOKEN_EXPIRED, TOKEN_REVOKED };
enum token_state token_state(const struct fact_record *one, int64_t now);
const char *token_state_word(enum token_state state);
/* Whole days until it ends; a day that has begun counts.  INT_MAX: it never does. */
int token_days_left(const struct fact_record *one, int64_t now);
/* When one ends of which this is said at `now`: "90", "90 days" of token_days, from now;
 * a date; "never" (*end 0).  *days: those that were said, else 0.  False: none of them. */
bool token_end(const char *text, int64_t now, int64_t *end, int *days);
/* From its making to its end; INT_MAX: it never ends, 0: nobody said. */
int token_life(const struct fact_record *one);
/* A field of it, "" where it is not there. */
const char *token_get(const struct fact_record *one, const char *field,
		      struct arena *arena);

#endif
