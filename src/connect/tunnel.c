/* tunnel.c: see tunnel.h. */
#include "connect/tunnel.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/attr.h"
#include "net/dial.h"
#include "net/line.h"

enum { THOUSAND = 1000, CONNECT_SECONDS = 10, TRIES = 3, WORD = 4200, WORDS = 48 };

/* With -v: it is asked for its forwards, and waits for connections. */
static const char stands[] = "Entering interactive session";
/* ssh reads no file of settings, no agent, asks nobody, and does nothing else. */
static const char *const settings[] = {
	"BatchMode=yes", "ExitOnForwardFailure=yes", "StrictHostKeyChecking=yes",
	"UpdateHostKeys=no", "VerifyHostKeyDNS=no", "CheckHostIP=no",
	"PreferredAuthentications=publickey", "PasswordAuthentication=no",
	"KbdInteractiveAuthentication=no", "GSSAPIAuthentication=no",
	"IdentitiesOnly=yes", "IdentityAgent=none", "ConnectionAttempts=1",
	"ControlMaster=no", "ControlPath=none", "ForwardAgent=no", "ForwardX11=no",
	"PermitLocalCommand=no", "LogLevel=DEBUG1", "EscapeChar=none"
};
static const char *const keys[] = { "id_ed25519", "id_ecdsa", "id_rsa" };

/* ---- its words ------------------------------------------------------------------- */

struct words {
	char text[WORDS][WORD];
	char *at[WORDS + 1];
	size_t n;
};

static void add(struct words *words, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static void add(struct words *words, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	vsnprintf(words->text[words->n], WORD, format, values);
	va_end(values);
	words->at[words->n] = words->text[words->n];
	words->n++;
}

/* What ssh would take for something else than a name is none. */
static bool is_host(const char *text)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789.:_-";

	return *text && *text != '-' && strspn(text, good) == strlen(text);
}

static bool is_user(const char *text)
{
	return *text && *text != '-' && !strpbrk(text, " \t\r\n'\"`$\\;&<>|(){}%@:/");
}

static bool is_folder(const char *text)
{
	return *text == '/' && strlen(text) < WORD - 100 && !strpbrk(text, "\"%$\\\r\n");
}

static bool sound(const struct tunnel_wish *wish, struct net_fault *fault)
{
	const char *wrong = !is_host(wish->host) ? "the SSH host" :
		!is_user(wish->user) ? "the SSH username" :
		!is_host(wish->to_host) ? "the host" :
		!*wish->to_port || wish->to_port[strspn(wish->to_port, "0123456789")] ?
		"the port" :
		!is_folder(wish->folder) ? "the folder of the SSH keys" : NULL;

	if (!wrong)
		return true;
	fault->reason = "config";
	snprintf(fault->detail, sizeof(fault->detail), "%s is missing, or nothing that ssh "
		 "can be given", wrong);
	return false;
}

/* Neither there nor behind it. */
static bool may(const char *host, const char *port, struct net_fault *fault)
{
	struct addrinfo *all;
	bool good;

	if (!dial_look_up(host, port, &all, fault))
		return false;
	good = dial_may(all, fault);
	freeaddrinfo(all);
	return good;
}

static void say(struct words *words, const struct tunnel_wish *wish, const char *port)
{
	bool six = strchr(wish->to_host, ':') != NULL;
	int left = dial_left(wish->until) / THOUSAND;
	size_t i;

	words->n = 0;
	add(words, "ssh");
	add(words, "-F");
	add(words, "none");
	add(words, "-N");
	add(words, "-T");
	for (i = 0; i < COUNT_OF(settings); i++)
		add(words, "-o%s", settings[i]);
	add(words, "-oConnectTimeout=%d", left < 1 ? 1 : left < CONNECT_SECONDS ? left :
	    CONNECT_SECONDS);
	add(words, "-oUserKnownHostsFile=\"%s/known_hosts\"", wish->folder);
	for (i = 0; i < COUNT_OF(keys); i++)
		add(words, "-oIdentityFile=\"%s/%s\"", wish->folder, keys[i]);
	add(words, "-L");
	add(words, "127.0.0.1:%s:%s%s%s:%s", port, six ? "[" : "", wish->to_host,
	    six ? "]" : "", wish->to_port);
	add(words, "-l");
	add(words, "%s", wish->user);
	add(words, "-p");
	add(words, "%s", wish->port);
	add(words, "--");
	add(words, "%s", wish->host);
	words->at[words->n] = NULL;
}

/* ---- the process -------------------------------------------------------------------- */

/* In the child: nothing of ours but what it says; killed when its parent goes. */
static void become(const struct tunnel_wish *wish, struct words *words, int said,
		   pid_t parent)
{
	static char language[] = "LANG=C";
	char *const environment[] = { language, NULL };
	int nothing = open("/dev/null", O_RDWR);

	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent || nothing < 0 ||
	    dup2(nothing, STDIN_FILENO) < 0 || dup2(nothing, STDOUT_FILENO) < 0 ||
	    dup2(said, STDERR_FILENO) < 0 || close_range(STDERR_FILENO + 1, ~0U, 0) != 0)
		_exit(1);
	execve(wish->program, words->at, environment);
	_exit(1);
}

static bool failed(struct net_fault *fault, const char *what)
{
	fault->reason = "internal";
	snprintf(fault->detail, sizeof(fault->detail), "%s: %s", what, strerror(errno));
	return false;
}

static bool start(const struct tunnel_wish *wish, struct tunnel *tunnel,
		  struct net_fault *fault)
{
	static struct words words;
	pid_t here = getpid();
	int said[2];

	if (pipe2(said, O_CLOEXEC) != 0)
		return failed(fault, "pipe");
	say(&words, wish, tunnel->port);
	tunnel->pid = fork();
	if (tunnel->pid == 0)
		become(wish, &words, said[1], here);
	close(said[1]);
	tunnel->from = said[0];
	tunnel->n = 0;
	tunnel->text[0] = '\0';
	if (tunnel->pid < 0 || fcntl(said[0], F_SETFL, O_NONBLOCK) != 0)
		return failed(fault, "ssh");
	return true;
}

/* More of what it says.  1: there was something; 0: nothing now; -1: it ended. */
static int hear(struct tunnel *tunnel)
{
	ssize_t got;

	if (tunnel->n >= sizeof(tunnel->text) - 1)
		return -1;
	do
		got = read(tunnel->from, tunnel->text + tunnel->n,
			   sizeof(tunnel->text) - 1 - tunnel->n);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return errno == EAGAIN ? 0 : -1;
	tunnel->n += (size_t)got;
	tunnel->text[tunnel->n] = '\0';
	return got ? 1 : -1;
}

/* One that is free now; who takes it before ssh does makes ssh fail, and it is asked
 * for another. */
static bool free_port(struct tunnel *tunnel)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool good = fd >= 0 && bind(fd, (struct sockaddr *)&at, sizeof(at)) == 0 &&
		getsockname(fd, (struct sockaddr *)&at, &size) == 0;

	if (fd >= 0)
		close(fd);
	snprintf(tunnel->port, sizeof(tunnel->port), "%u", ntohs(at.sin_port));
	return good;
}

static bool is_taken(const char *text)
{
	return strstr(text, "Address already in use") != NULL;
}

static bool stand(const struct tunnel_wish *wish, struct tunnel *tunnel,
		  struct net_fault *fault)
{
	if (!free_port(tunnel))
		return failed(fault, "no free port");
	if (!start(wish, tunnel, fault))
		return false;
	while (!strstr(tunnel->text, stands)) {
		if (!line_wait(tunnel->from, POLLIN, wish->until, fault)) {
			snprintf(fault->detail, sizeof(fault->detail),
				 "the SSH server says nothing");
			return false;
		}
		if (hear(tunnel) < 0) {
			tunnel_why(tunnel->text, fault);
			return false;
		}
	}
	return true;
}

bool tunnel_open(const struct tunnel_wish *wish, struct tunnel *tunnel,
		 struct net_fault *fault)
{
	int i;

	*tunnel = (struct tunnel){ .from = -1 };
	if (!sound(wish, fault))
		return false;
	if (access(wish->program, X_OK) != 0) {
		fault->reason = "no-driver";
		snprintf(fault->detail, sizeof(fault->detail), "%.160s is not there: "
			 "install the Debian package openssh-client", wish->program);
		return false;
	}
	if (!may(wish->host, wish->port, fault) ||
	    (dial_is_address(wish->to_host) && !may(wish->to_host, wish->to_port, fault)))
		return false;
	for (i = 0; i < TRIES; i++) {
		if (stand(wish, tunnel, fault))
			return true;
		tunnel_close(tunnel);
		if (!is_taken(tunnel->text))
			break;
	}
	return false;
}

bool tunnel_refused(struct tunnel *tunnel, struct net_fault *fault)
{
	while (hear(tunnel) > 0)
		;
	return tunnel_why_not_on(tunnel->text, fault);
}

void tunnel_close(struct tunnel *tunnel)
{
	if (tunnel->from >= 0)
		close(tunnel->from);
	tunnel->from = -1;
	if (tunnel->pid > 0) {
		kill(tunnel->pid, SIGKILL);
		while (waitpid(tunnel->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	tunnel->pid = 0;
}
