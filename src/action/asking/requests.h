/* requests.h: open requests for access (D32) and what becomes of them. */
#ifndef ACTION_ASKING_REQUESTS_H
#define ACTION_ASKING_REQUESTS_H

#include "action/core/plan.h"
#include "model/asked/level_request.h"

/* The request of the argument "request", among what the subject may see; how. */
bool request_of_plan(struct edit_plan *plan, struct access_request *out, bool *own,
		     struct error *err) MUST_CHECK;
/* What is said with a request or an answer: at most ACCESS_REQUEST_MESSAGE characters;
 * NULL is nothing. */
bool request_message_good(const char *text, struct error *err) MUST_CHECK;
/* A new one, in place of the last that ended. */
void request_add(struct edit_plan *plan, const struct access_request *request);
/* It ends so; given, reason and by are in it already. */
void request_end(struct edit_plan *plan, const struct access_request *request,
		 enum access_request_state state);
/* What a workspace file does not hold goes on in the facts that replace those before: of
 * people and projects that are there in both, ended where the level is reached now or
 * one of them is out of use. */
void requests_carry(const struct facts *before, struct facts *after);
/* Every write comes by here, with its edits planned: what is open ends where the level
 * is reached, or the person or the project out of use; what is of nobody goes. */
void requests_settle(struct edit_plan *plan);

#endif
