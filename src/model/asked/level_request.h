/* level_request.h: that somebody asks for a higher level on a project, or for a higher
 * role, which is of no project (D32), as facts keep it: a record whose type says how it stands, whose name is the message and whose
 * config has the rest. */
#ifndef MODEL_ASKED_LEVEL_REQUEST_H
#define MODEL_ASKED_LEVEL_REQUEST_H

#include "model/facts.h"

enum { ACCESS_REQUEST_MESSAGE = 150 };	/* characters, of a message and of an answer */

enum access_request_state {
	ACCESS_REQUEST_OPEN,
	ACCESS_REQUEST_GRANTED,		/* as asked */
	ACCESS_REQUEST_LESS,		/* a lower level or role */
	ACCESS_REQUEST_DECLINED,
	ACCESS_REQUEST_REACHED,		/* it came by another way */
	ACCESS_REQUEST_CLOSED,		/* the project or the person is out of use */
	ACCESS_REQUEST_STATES
};

struct access_request {
	uint32_t n;			/* of facts->requests */
	const char *id, *message;
	uint32_t user, project;		/* NOBODY: gone; of_role: there is no project */
	bool of_role;			/* role, had, got are said, and no levels */
	enum role role, had, got;	/* as level, now, given; got ROLES: none */
	enum access_request_state state;
	enum level level, now;		/* asked for; what there was then */
	enum level given;		/* ACCESS_REQUEST_LESS, _GRANTED; else none */
	int64_t at, ended;		/* times; ended 0: open */
	const char *reason;		/* of who answered; "" */
	uint32_t by;			/* who answered; NOBODY */
};

const char *access_request_state_code(enum access_request_state state);
/* False: it is gone.  What cannot be read of it is as if it were not said. */
bool access_request_read(const struct facts *facts, uint32_t n, struct arena *arena,
			 struct access_request *out) MUST_CHECK;
/* Quicker than reading it. */
bool access_request_is_open(const struct facts *facts, uint32_t n);
/* What the config of such a request is. */
const char *access_request_config(const struct facts *facts,
				  const struct access_request *request,
				  struct arena *arena);
/* The open one of this person on this project, NOBODY: for a role; NOBODY: there is
 * none.  ended: the last one that ended, where none is open. */
uint32_t access_request_of(const struct facts *facts, uint32_t user, uint32_t project,
			   bool ended);

#endif
