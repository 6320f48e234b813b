/* value_web.c: see value_web.h. */
#include "model/value_web.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <stddef.h>
#include <string.h>

static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

enum { HOST_MOST = 253, LABEL_MOST = 63, ACCOUNT_MOST = 39 };

/* How far the text holds only letters, digits and these. */
static size_t span(const char *text, const char *also)
{
	size_t n = 0;

	while (text[n] && (strchr(letters, text[n]) || strchr(also, text[n])))
		n++;
	return n;
}

static bool only(const char *text, const char *also)
{
	return *text && span(text, also) == strlen(text);
}

/* ---- servers -------------------------------------------------------------------- */

/* Behind "https://", if that stands there. */
static const char *behind_scheme(const char *url)
{
	const char *at = strstr(url, "://");

	return at ? at + 3 : url;
}

static bool is_host(const char *text, size_t n)
{
	size_t i, label = 0;

	if (!n || n > HOST_MOST)
		return false;
	for (i = 0; i <= n; i++) {
		if (i < n && text[i] != '.') {
			if (!strchr(letters, text[i]) && text[i] != '-')
				return false;
			label++;
			continue;
		}
		if (!label || label > LABEL_MOST || text[i - 1] == '-' ||
		    text[i - label] == '-')
			return false;
		label = 0;
	}
	return true;
}

static char *lower(const char *text, size_t n, struct arena *arena)
{
	char *out = arena_strndup(arena, text, n);
	size_t i;

	for (i = 0; i < n; i++)
		out[i] = (char)tolower((unsigned char)out[i]);
	return out;
}

const char *web_host(const char *url, struct arena *arena)
{
	const char *at = behind_scheme(url);
	size_t n = strcspn(at, "/:?#");
	const char *user = memchr(at, '@', n);

	if (user) {			/* git@github.com:acme/x */
		n -= (size_t)(user + 1 - at);
		at = user + 1;
	}
	return is_host(at, n) ? lower(at, n, arena) : NULL;
}

/* The host alone, as "[::1]": is it this machine, whatever a name server says? */
static bool is_loopback(const char *host, size_t n)
{
	char text[INET6_ADDRSTRLEN];
	struct in_addr four;

	if (n >= sizeof(text))
		return false;
	memcpy(text, host, n);
	text[n] = '\0';
	return strcmp(text, "localhost") == 0 || strcmp(text, "[::1]") == 0 ||
		(inet_pton(AF_INET, text, &four) == 1 && ntohl(four.s_addr) >> 24 == 127);
}

static size_t scheme_of(const char *text)
{
	return strncmp(text, "http://", 7) == 0 ? 7 : strncmp(text, "https://", 8) == 0 ? 8 : 0;
}

/* How much of it is the host, as "[::1]" or "git.acme.example". */
static size_t host_length(const char *at)
{
	size_t n = strcspn(at, *at == '[' ? "]" : "/:?#");

	return n + (at[n] == ']');
}

/* A bare host is the server of that name; the path is not the server's. */
static const char *server_read(const char *typed, struct arena *arena)
{
	const char *at = behind_scheme(typed);
	size_t host = strcspn(at, "/:?#"), all = strcspn(at, "/?#");

	if (scheme_of(typed) && is_loopback(at, host_length(at)) &&
	    !strpbrk(at + all, " ?#"))
		return lower(typed, scheme_of(typed) + all, arena);
	if ((at != typed && strncmp(typed, "https://", 8) != 0) ||
	    !is_host(at, host) || !memchr(at, '.', host) || strpbrk(at + all, " ?#"))
		return typed;
	return arena_printf(arena, "https://%s%.*s", lower(at, host, arena),
			    (int)(all - host), at + host);
}

/* What stands behind the host: nothing, or ":8443". */
static const char *port_fault(const char *at)
{
	const char *port = at + 1;

	return *at && (*at != ':' || !*port || strlen(port) > 5 ||
		       strspn(port, "0123456789") != strlen(port) || *port == '0' ||
		       (strlen(port) == 5 && strcmp(port, "65535") > 0)) ?
		"behind its host stands no port" : NULL;
}

static const char *server_fault(const char *kept)
{
	size_t scheme = scheme_of(kept);
	const char *at = kept + scheme;
	size_t n = host_length(at);

	if (scheme && is_loopback(at, n))	/* plain http, too: it leaves no machine */
		return port_fault(at + n);
	if (scheme != 8 || !is_host(at, n) || !memchr(at, '.', n))
		return "it is no https address of a server";
	return port_fault(at + n);
}

const struct value_type value_server = {
	.read = server_read, .fault = server_fault,
	.like = "https://git.acme.example",
};

/* In lower case and without the last slash; "localhost" by its address, where no
 * certificate has the name. */
static const char *test_endpoint_read(const char *typed, struct arena *arena)
{
	static const char by_name[] = "http://localhost";
	size_t n = strlen(typed), host = sizeof(by_name) - 1;
	char *kept;

	while (n && typed[n - 1] == '/')
		n--;
	kept = lower(typed, n, arena);
	if (strncmp(kept, by_name, host) != 0 || (kept[host] && kept[host] != ':'))
		return kept;
	return arena_printf(arena, "http://127.0.0.1%s", kept + host);
}

static const char *test_endpoint_fault(const char *kept)
{
	const char *at = kept + scheme_of(kept);
	size_t n = strcspn(at, "/?#@");

	if (at == kept)
		return "it begins with http:// or https://";
	if (at[n])
		return "it is a server alone, without a path or a user";
	n = host_length(at);
	if (!is_loopback(at, n))
		return "a test endpoint is on this machine alone: 127.0.0.1, [::1] or "
			"localhost";
	return port_fault(at + n);
}

bool web_is_here(const char *origin)
{
	size_t scheme = origin ? scheme_of(origin) : 0;
	const char *at = origin + scheme;

	return scheme && is_loopback(at, host_length(at));
}

/* A store of one's own speaks S3, too. */
static const char *endpoint_fault(const char *kept)
{
	size_t scheme = scheme_of(kept);
	const char *at = kept + scheme;
	size_t n = host_length(at), all = strcspn(at, "/?#@");

	if (!scheme || at[all] || is_loopback(at, n))
		return test_endpoint_fault(kept);
	if (scheme == strlen("http://"))
		return "http is for this machine alone; elsewhere it is https";
	return is_host(at, n) ? port_fault(at + n) : "its host is none";
}

const struct value_type value_endpoint = {
	.read = test_endpoint_read, .fault = endpoint_fault,
	.like = "https://minio.acme.example:9000",
};

const struct value_type value_test_endpoint = {
	.read = test_endpoint_read, .fault = test_endpoint_fault,
	.help = "A server on this machine that stands in for the real one, in tests; "
		"nothing goes to the real one then. Leave it empty.",
	.like = "http://127.0.0.1:8080",
};

/* ---- accounts ------------------------------------------------------------------- */

static const char *account_fault(const char *kept)
{
	size_t n = strlen(kept);

	return !only(kept, "-") || n > ACCOUNT_MOST || kept[0] == '-' ||
		kept[n - 1] == '-' || strstr(kept, "--") ?
		"no account of GitHub is called so" : NULL;
}

const struct value_type value_git_account = {
	.fault = account_fault,
	.like = "acme, of github.com/acme",
};

static const char *group_path_fault(const char *kept)
{
	return !only(kept, "-_./") || kept[0] == '/' || strstr(kept, "//") ||
		kept[strlen(kept) - 1] == '/' ? "no group of GitLab is called so" :
		NULL;
}

const struct value_type value_group_path = {
	.fault = group_path_fault,
	.like = "acme, of gitlab.com/acme",
};

static const char *slug_fault(const char *kept)
{
	return only(kept, "-_.") ? NULL :
		"it holds something else than letters, digits and - _ .";
}

const struct value_type value_slug = {
	.fault = slug_fault, .like = "acme-data",
};

static const char *digits_fault(const char *kept)
{
	return *kept && strspn(kept, "0123456789") == strlen(kept) ? NULL :
		"it is a number";
}

const struct value_type value_digits = {
	.fault = digits_fault, .like = "123456",
};

static const char *email_fault(const char *kept)
{
	const char *at = strchr(kept, '@');

	return at && at != kept && !strchr(at + 1, '@') && !strpbrk(kept, " <>,;") &&
		is_host(at + 1, strlen(at + 1)) ? NULL : "it is no e-mail address";
}

const struct value_type value_email = {
	.fault = email_fault, .like = "robot@acme.example",
};

/* ---- repositories --------------------------------------------------------------- */

/* "acme/ml-utils" of https://github.com/acme/ml-utils.git */
static const char *repository_once(const char *typed, struct arena *arena)
{
	const char *at = behind_scheme(typed);
	size_t n;

	if (at != typed && strchr(at, '/'))
		at = strchr(at, '/') + 1;
	else if (strncmp(typed, "git@", 4) == 0 && strchr(typed, ':'))
		at = strchr(typed, ':') + 1;
	else if (strncmp(typed, "github.com/", 11) == 0 ||
		 strncmp(typed, "gitlab.com/", 11) == 0 ||
		 strncmp(typed, "bitbucket.org/", 14) == 0)
		at = strchr(typed, '/') + 1;
	n = strlen(at);
	while (n && at[n - 1] == '/')
		n--;
	if (n > 4 && strncmp(at + n - 4, ".git", 4) == 0)
		n -= 4;
	return at == typed && n == strlen(at) ? typed : arena_strndup(arena, at, n);
}

/* Until it stays: what is kept reads as itself. */
static const char *repository_read(const char *typed, struct arena *arena)
{
	const char *kept = repository_once(typed, arena), *was = typed;

	while (strcmp(kept, was) != 0) {
		was = kept;
		kept = repository_once(was, arena);
	}
	return kept;
}

static const char *repository_fault(const char *kept)
{
	size_t n = strlen(kept);

	if (!only(kept, "-_./"))
		return "a repository is named with letters, digits, -, _ and dots";
	if (!strchr(kept, '/'))
		return "its owner is wanted too, before the name";
	return kept[0] == '/' || kept[n - 1] == '/' || strstr(kept, "//") ||
		strstr(kept, "..") ? "owner and name are parted by one /" : NULL;
}

const struct value_type value_repository = {
	.read = repository_read, .fault = repository_fault,
	.like = "acme/ml-utils",
};
