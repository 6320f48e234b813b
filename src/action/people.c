/* people.c: what the verbs on users share: addresses, names, roles, logins. */
#include "action/people.h"

#include <string.h>

#include "action/action.h"
#include "action/may.h"
#include "base/mem.h"
#include "base/text.h"

enum { EMAIL_BYTES = 254, LOGIN_BYTES = 64 };

static const char *email_fault(const char *email)
{
	const char *at = strchr(email, '@');

	if (strlen(email) > EMAIL_BYTES)
		return "is longer than 254 bytes";
	if (text_valid(email, strlen(email)) != strlen(email) ||
	    !text_is_safe(email))
		return "holds characters that no address has";
	if (email[strcspn(email, " ,;<>()\"")])
		return "holds a blank or one of , ; < > ( ) \"";
	if (!at || at == email || !at[1] || strchr(at + 1, '@'))
		return "is not of the form name@domain";
	return NULL;
}

bool people_email_good(const char *email, struct error *err)
{
	const char *fault = email_fault(email);

	if (!fault)
		return true;
	error_set(err, ERROR_INVALID, "EMAIL_INVALID", "the e-mail address %.60s %s",
		  email, fault);
	error_field(err, "email");
	return error_remedy(err, "give an address like ana@acme.example");
}

bool people_name_good(const char *name, struct error *err)
{
	return *name == '\0' || may_be_named("name", name, err);
}

bool people_login_good(const char *login, struct error *err)
{
	const char *fault = NULL;

	if (strlen(login) > LOGIN_BYTES)
		fault = "is longer than 64 bytes";
	else if (text_has_control(login) || login[strcspn(login, " :/")])
		fault = "holds a blank, a colon or a slash";
	if (!fault)
		return true;
	error_set(err, ERROR_INVALID, "LOGIN_INVALID", "the login %.60s %s", login,
		  fault);
	error_field(err, "unix_login");
	return error_remedy(err, "give the login name of a Unix account");
}

static bool push_email(struct edit_plan *plan, const char *start, size_t len,
		       const char **list, size_t *n, struct error *err)
{
	const char *email = arena_strndup(plan->arena, start, len);
	size_t i;

	for (i = 0; i < *n; i++) {
		if (text_casecmp(list[i], email) != 0)
			continue;
		error_set(err, ERROR_INVALID, NULL, "%.60s is named twice", email);
		return error_field(err, "email");
	}
	list[(*n)++] = email;
	return true;
}

bool people_emails(struct edit_plan *plan, const char *name, const char ***out,
		   size_t *n, struct error *err)
{
	static const char between[] = ",; \t\r\n";
	const char *text;
	size_t i, len, room = 0;

	for (i = 0; i < plan_count(plan, name); i++)
		room += strlen(arg_at(plan->action, plan->args, name, i)) / 2 + 1;
	*out = arena_array(plan->arena, room + 1, sizeof(**out));
	*n = 0;
	for (i = 0; i < plan_count(plan, name); i++) {
		text = arg_at(plan->action, plan->args, name, i);
		for (text += strspn(text, between); *text;
		     text += len, text += strspn(text, between)) {
			len = strcspn(text, between);
			if (!push_email(plan, text, len, *out, n, err))
				return false;
		}
	}
	if (*n)
		return true;
	error_set(err, ERROR_INVALID, NULL, "no e-mail address is given");
	return error_field(err, "email");
}

bool people_role(struct edit_plan *plan, const char *name, enum role *out,
		 struct error *err)
{
	if (!role_parse(plan_text(plan, name), out)) {
		error_set(err, ERROR_INVALID, NULL, "the role is one of admin, "
			  "manager, editor, explorer, viewer, guest");
		return error_field(err, "%s", name);
	}
	return *out != ROLE_EXPLORER ||
	       plan_needs_plan(plan, PLAN_TEAM, "The role Explorer", err);
}
