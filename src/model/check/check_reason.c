/* check_reason.c: see check_reason.h. */
#include "model/check/check_reason.h"

#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "model/config.h"

enum { FIX_LIMIT = 2048 };

static const struct check_reason all[] = {
	{ "config", "The settings do not suffice",
	  "A field is missing, or its value cannot be used.",
	  "Edit it and try again." },
	{ "dns", "The name of the host is not known here",
	  "It is misspelt, or only known in another network.",
	  "Check the host {host}; this machine must be able to look it up." },
	{ "refused", "Nothing listens there",
	  "The server is not running, or listens on another port.",
	  "Check host and port, and that the server is running." },
	{ "timeout", "No answer came in time",
	  "A firewall drops the packets, or the server hangs.",
	  "Check that the network lets this machine through to {host}, then try again." },
	{ "reset", "The connection was cut",
	  "The server, or something before it, closed it without a word.",
	  "Check that the port is that of the service, and look into the server's log." },
	{ "proxy", "The proxy did not let it through",
	  "The proxy refused, or could not reach the service.",
	  "Check the address of the proxy, and that it may reach the service." },
	{ "tls-untrusted", "The certificate is not trusted",
	  "It was issued by an authority that is not known here, or a link of its chain "
	  "is missing.",
	  "Give the authority's certificate as CA file, or let the server send its whole "
	  "chain." },
	{ "tls-expired", "The certificate has expired",
	  "Nobody renewed it; or the clock of this machine is wrong.",
	  "Let the server's certificate be renewed, and check the clock here." },
	{ "tls-not-yet", "The certificate is not valid yet",
	  "It begins later; or the clock of this machine is wrong.",
	  "Check the clock here, then the certificate of the server." },
	{ "tls-hostname", "The certificate is for another host",
	  "The host is named otherwise in it than here.",
	  "Use the name that is in the certificate, or have one issued for {host}." },
	{ "tls-weak", "The encryption is too weak",
	  "An old version of TLS, or a key that is too short.",
	  "Have TLS 1.2 or newer, and a key of 2048 bits or more, set up there." },
	{ "tls-client-cert", "The client certificate was not taken",
	  "There is none, it is not valid now, or the server does not know who issued it.",
	  "Give a client certificate that the server takes for {username}, and its key." },
	{ "not-tls", "The server does not speak TLS",
	  "Encryption is off there, or the port is another service's.",
	  "Turn TLS on at the server, or choose what the connection asks for under SSL." },
	{ "not-this-api", "Something else answers there",
	  "A login page, or a server of another kind.",
	  "Check the address: it must be that of the service itself." },
	{ "redirected", "The server sends elsewhere",
	  "Credentials are never taken along to another place.",
	  "Enter the address that it names, if you trust it." },
	{ "protocol", "The answer cannot be understood",
	  "A server of another kind listens there, or a very old one.",
	  "Check that the port is that of the service." },
	{ "too-big", "The answer is too long",
	  "More came than such a service sends.",
	  "Check the address: it must be that of the service itself." },
	{ "server-error", "The service itself has a fault",
	  "It is starting, stopping, or broken.",
	  "Wait and try again; if it stays, ask who runs the service." },
	{ "auth-bad", "The sign-in was refused",
	  "The password or key is wrong, or there is no such user.",
	  "Enter the password of {username} again, or ask the database's administrator." },
	{ "auth-expired", "The password or key has expired",
	  "It was valid for a time that is over.",
	  "Have a new one made for {username}, and enter it." },
	{ "auth-removed-type", "This kind of credential is no longer taken",
	  "The service has done away with it.",
	  "Make one of the kind that the service takes now." },
	{ "sso-required", "Single sign-on is wanted",
	  "The organization lets only tokens in that were authorized by it.",
	  "Authorize the token for the organization." },
	{ "scope-missing", "The token lacks a right",
	  "It was made without a scope that is needed.",
	  "Make one with the scopes that are named." },
	{ "suspended", "The account is locked",
	  "Somebody, or too many wrong attempts, locked it.",
	  "Ask the administrator there to unlock {username}." },
	{ "clock-skew", "The clocks differ too much",
	  "Signatures hold for some minutes only.",
	  "Set the clock of this machine." },
	{ "forbidden", "It is not allowed",
	  "The user is known there, and may not do this, or not from here.",
	  "Ask the administrator there to let {username} in from this machine." },
	{ "not-found", "There is no such thing there",
	  "It was renamed, deleted, or is misspelt.",
	  "Check the name, {database}, and that it exists there." },
	{ "ref-not-found", "There is no such branch, tag or commit",
	  "It was deleted, or is misspelt.", "Choose one that is there." },
	{ "wrong-region", "It is in another region", "Each bucket has one region.",
	  "Set the region that is named." },
	{ "wrong-account", "It is another account now",
	  "Somebody signed in as somebody else.", "Sign in with the account it was." },
	{ "duplicate-account", "The account is connected already",
	  "One account belongs to one workspace.", "Disconnect it there first." },
	{ "rate-limited", "Too much was asked, or too many are connected",
	  "The service limits how many requests or connections there are.",
	  "Wait a while; if it stays, ask for a higher limit." },
	{ "pending-user", "Somebody has to agree first", "The code was not entered yet.",
	  "Enter the code at the address that is shown." },
	{ "denied-by-user", "It was declined", "Somebody pressed Cancel there.",
	  "Start again, and agree." },
	{ "code-expired", "The code has expired", "It holds for some minutes only.",
	  "Start again." },
	{ "no-driver", "This version cannot check it",
	  "What it takes is not in this version, or was left out when it was built.",
	  "Try it from Hex, where it is used." },
	{ "internal", "The check itself went wrong",
	  "A fault of this program, or of this machine.",
	  "Try again; if it stays, report it." },
};

const struct check_reason *check_reasons(size_t *n)
{
	*n = COUNT_OF(all);
	return all;
}

const struct check_reason *check_reason_find(const char *id)
{
	size_t i;

	for (i = 0; id && i < COUNT_OF(all); i++)
		if (strcmp(all[i].id, id) == 0)
			return &all[i];
	return NULL;
}

const char *check_reason_known(const char *id)
{
	const struct check_reason *reason = check_reason_find(id);

	return reason ? reason->id : "internal";
}

const char *check_reason_fix(const struct check_reason *reason, const char *config,
		       struct arena *arena)
{
	const char *at, *end, *name, *value, *text;
	struct buf out;

	buf_init(&out, FIX_LIMIT);
	for (at = reason->fix; *at; at = end) {
		end = at + strcspn(at, "{");
		buf_add(&out, at, (size_t)(end - at));
		if (!*end)
			break;
		at = end + 1;
		end = strchr(at, '}');
		name = arena_strndup(arena, at, (size_t)(end - at));
		value = config_get(config, name, arena);
		buf_adds(&out, value && *value ? value :
			 strcmp(name, "username") == 0 ? "the user" :
			 strcmp(name, "ssh_port") == 0 ? "22" : name);
		end++;
	}
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}
