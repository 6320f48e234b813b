/* session.c: the identity of this session, from the kernel where it knows. */
#include "action/core/session.h"

#include <errno.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define UNSET UINT32_MAX	/* what the kernel says for "no login" */

static bool read_uid(const char *text, uint32_t *uid)
{
	unsigned long n;
	char *end;

	if (!text || *text < '0' || *text > '9')
		return false;
	errno = 0;
	n = strtoul(text, &end, 10);
	if (errno || (*end && *end != '\n') || n >= UNSET)
		return false;
	*uid = (uint32_t)n;
	return true;
}

static bool login_uid(uint32_t *uid)
{
	char text[32];
	FILE *file = fopen("/proc/self/loginuid", "re");
	bool found;

	if (!file)
		return false;
	found = fgets(text, sizeof(text), file) && read_uid(text, uid);
	fclose(file);
	return found;
}

static const char *first_word(const char *text, struct arena *arena)
{
	if (!text || !*text)
		return NULL;
	return arena_strndup(arena, text, strcspn(text, " "));
}

/* Who could write the store anyway may say for whom it is done. */
static bool believes_sudo(const char *store, struct arena *arena)
{
	const char *slash = strrchr(store, '/');
	const char *folder = !slash ? "." : slash == store ? "/" :
		arena_strndup(arena, store, (size_t)(slash - store));
	uid_t uid = getuid();
	struct stat st;

	if (uid == 0)
		return true;
	if (lstat(store, &st) != 0 && stat(folder, &st) != 0)
		return false;
	return st.st_uid == uid;
}

void session_find(struct session *session, const char *store,
		  struct arena *arena)
{
	const struct passwd *who;
	const char *client = getenv("SSH_CONNECTION");
	char tty[128];

	if (!login_uid(&session->uid) &&
	    !(believes_sudo(store, arena) &&
	      read_uid(getenv("SUDO_UID"), &session->uid)))
		session->uid = getuid();
	who = getpwuid(session->uid);
	session->login = who && *who->pw_name ?
		arena_strdup(arena, who->pw_name) :
		arena_printf(arena, "%lu", (unsigned long)session->uid);
	session->client = first_word(client ? client : getenv("SSH_CLIENT"),
				     arena);
	session->tty = ttyname_r(0, tty, sizeof(tty)) == 0 ?
		arena_strdup(arena, tty) : NULL;
}
