/* tunnel_test.c: the tunnel before a database, with a stand-in for ssh that says what
 * ssh says: what it is given, what it may see, what its words mean, and that it does not
 * outlive the courier. */
#include "tests/expect.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "connect/tunnel.h"
#include "net/dial.h"

enum { LONG = 60000, SHORT = 300 /* ms */, PATH = 256 };

static char folder[PATH], program[PATH + 8];
static struct tunnel tunnel;

/* lines: of the shell that stands in for ssh; $0 is in the folder, too. */
static void stand_in(const char *lines)
{
	FILE *file;

	unlink(program);
	file = fopen(program, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\ncd %s\n%s\n", folder, lines);
	fclose(file);
	assert_int_equal(chmod(program, 0700), 0);
}

static struct tunnel_wish wish(int64_t ms)
{
	return (struct tunnel_wish){ .program = program, .folder = folder,
		.host = "127.0.0.1", .port = "2222", .user = "hex", .to_host = "db.example",
		.to_port = "5432", .until = dial_now() + ms };
}

static const char *text_of(const char *name)
{
	static char text[1 << 14];
	char path[PATH + 32];
	FILE *file;
	size_t n;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "r");
	assert_non_null(file);
	n = fread(text, 1, sizeof(text) - 1, file);
	text[n] = '\0';
	fclose(file);
	return text;
}

static void has(const char *text, const char *line)
{
	if (!strstr(text, line))
		fail_msg("no \"%s\" in:\n%s", line, text);
}

/* It says that it stands, and waits to be killed. */
#define STANDS "echo 'debug1: Entering interactive session.' >&2\nexec tail -f /dev/null"

TEST(it_is_given_what_keeps_it_narrow)
{
	static const char *const wants[] = {
		"-F\nnone\n", "-oBatchMode=yes\n", "-oExitOnForwardFailure=yes\n",
		"-oStrictHostKeyChecking=yes\n", "-oPreferredAuthentications=publickey\n",
		"-oIdentityAgent=none\n", "-oPermitLocalCommand=no\n",
		"-oForwardAgent=no\n", "-oConnectTimeout=10\n", "-l\nhex\n-p\n2222\n--\n127.0.0.1\n"
	};
	struct net_fault fault = { .reason = NULL };
	struct tunnel_wish w = wish(LONG);
	char forward[64];
	size_t i;

	stand_in("printf '%s\\n' \"$@\" >args\ntr '\\0' '\\n' </proc/self/environ >environ\n"
		 "ls /proc/$$/fd >fds\n" STANDS);
	setenv("SSH_AUTH_SOCK", "/tmp/agent", 1);
	setenv("SSH_ASKPASS", "/bin/false", 1);
	if (!tunnel_open(&w, &tunnel, &fault))
		fail_msg("%s %s", fault.reason, fault.detail);
	for (i = 0; i < sizeof(wants) / sizeof(*wants); i++)
		has(text_of("args"), wants[i]);
	snprintf(forward, sizeof(forward), "-L\n127.0.0.1:%s:db.example:5432\n", tunnel.port);
	has(text_of("args"), forward);
	has(text_of("args"), "/known_hosts\"\n");
	has(text_of("args"), "/id_ed25519\"\n");
	has(text_of("environ"), "LANG=C\n");
	assert_null(strstr(text_of("environ"), "SSH_"));
	assert_null(strstr(text_of("environ"), "HOME="));
	tunnel_close(&tunnel);
	tunnel_close(&tunnel);
}

TEST(a_host_of_numbers_and_colons_stands_in_brackets)
{
	struct net_fault fault = { .reason = NULL };
	struct tunnel_wish w = wish(LONG);

	stand_in("printf '%s\\n' \"$@\" >args\n" STANDS);
	w.to_host = "2001:db8::1";
	assert_true(tunnel_open(&w, &tunnel, &fault));
	has(text_of("args"), ":[2001:db8::1]:5432\n");
	tunnel_close(&tunnel);
}

TEST(what_ssh_must_not_be_given_is_said_by_its_part)
{
	static const struct { const char *host, *user, *to_host, *to_port, *said; } v[] = {
		{ "-oProxyCommand=x", "hex", "db.example", "5432", "the SSH host is missing" },
		{ "gate", "a b", "db.example", "5432", "the SSH username is missing" },
		{ "gate", "hex", "", "5432", "the host is missing" },
		{ "gate", "hex", "db.example", "54:1", "the port is missing" },
		{ "gate", "hex", "db.example", "", "the port is missing" },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(v); i++) {
		struct net_fault fault = { .reason = NULL };
		struct tunnel_wish w = wish(LONG);

		w.host = v[i].host;
		w.user = v[i].user;
		w.to_host = v[i].to_host;
		w.to_port = v[i].to_port;
		if (i % 2)
			w.program = "/nowhere/ssh";	/* what is wrong here comes first */
		assert_false(tunnel_open(&w, &tunnel, &fault));
		assert_string_equal(fault.reason, "config");
		has(fault.detail, v[i].said);
	}
}

static const struct { const char *says, *reason, *detail; } ends[] = {
	{ "No ED25519 host key is known for [127.0.0.1]:2222 and you have requested strict "
	  "checking.\\r\\nHost key verification failed.", "tls-untrusted",
	  "No ED25519 host key is known for" },
	{ "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\\nHost key for 127.0.0.1 has "
	  "changed and you have requested strict checking.\\nHost key verification failed.",
	  "tls-untrusted", "Host key for 127.0.0.1 has changed" },
	{ "hex@127.0.0.1: Permission denied (publickey).", "auth-bad", "Permission denied" },
	{ "ssh: Could not resolve hostname gate: Name or service not known", "dns",
	  "Could not resolve hostname gate: Name" },
	{ "ssh: connect to host 127.0.0.1 port 2222: Connection refused", "refused",
	  "connect to host" },
	{ "ssh: connect to host 10.0.0.1 port 22: Connection timed out", "timeout", "" },
	{ "ssh: connect to host 10.0.0.1 port 22: No route to host", "timeout", "" },
	{ "Connection timed out during banner exchange", "timeout", "" },
	{ "kex_exchange_identification: read: Connection reset by peer", "reset", "" },
	{ "kex_exchange_identification: Connection closed by remote host", "reset", "" },
	{ "kex_exchange_identification: banner line contains invalid characters", "protocol",
	  "" },
	{ "Unable to negotiate with 127.0.0.1 port 22: no matching host key type found. Their "
	  "offer: ssh-dss", "tls-weak", "no matching host key" },
	/* Of what it tells those who look for its faults, nothing counts. */
	{ "debug1: Permission denied (x)\\nssh: something new", "internal", "something new" },
	{ "", "internal", "" },
};

TEST(why_it_ended_is_read_from_its_words)
{
	char lines[1024];
	size_t i;

	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		struct net_fault fault = { .reason = NULL };
		struct tunnel_wish w = wish(LONG);

		snprintf(lines, sizeof(lines), "printf 'debug1: Connecting.\\n%s\\n' >&2\n"
			 "exit 255", ends[i].says);
		stand_in(lines);
		assert_false(tunnel_open(&w, &tunnel, &fault));
		assert_string_equal(fault.reason, ends[i].reason);
		has(fault.detail, ends[i].detail);
		assert_null(strchr(fault.detail, '\r'));
	}
}

static const struct { const char *says, *reason; } opens[] = {
	{ "connect failed: Connection refused", "refused" },
	{ "connect failed: Connection timed out", "timeout" },
	{ "connect failed: No route to host", "timeout" },
	{ "connect failed: Name or service not known", "dns" },
	{ "connect failed: Temporary failure in name resolution", "dns" },
	{ "administratively prohibited: open failed", "forbidden" },
	{ "resource shortage", "server-error" },
};

TEST(what_lies_behind_it_is_not_reached)
{
	struct net_fault fault = { .reason = NULL };
	char text[256];
	size_t i;

	for (i = 0; i < sizeof(opens) / sizeof(*opens); i++) {
		snprintf(text, sizeof(text), "debug1: Entering interactive session.\nchannel 2: "
			 "open failed: %s\r\n", opens[i].says);
		assert_true(tunnel_why_not_on(text, &fault));
		assert_string_equal(fault.reason, opens[i].reason);
		has(fault.detail, opens[i].says);
	}
	assert_false(tunnel_why_not_on("debug1: Entering interactive session.\n", &fault));
}

TEST(a_port_that_was_taken_is_another_one_next)
{
	struct net_fault fault = { .reason = NULL };
	struct tunnel_wish w = wish(LONG);
	const char *all;

	stand_in("for at; do case $at in 127.0.0.1:*:db*) echo \"$at\" >>tried;; esac; done\n"
		 "if [ \"$(wc -l <tried)\" -lt 3 ]; then echo 'bind [127.0.0.1]:1: Address "
		 "already in use' >&2; exit 255; fi\n" STANDS);
	assert_true(tunnel_open(&w, &tunnel, &fault));
	has(text_of("tried"), tunnel.port);
	tunnel_close(&tunnel);
	/* ... but not for ever. */
	stand_in("echo x >>again; echo 'bind: Address already in use' >&2; exit 255");
	assert_false(tunnel_open(&w, &tunnel, &fault));
	assert_string_equal(fault.reason, "internal");
	all = text_of("again");
	assert_int_equal(strlen(all), 3 * strlen("x\n"));
}

TEST(one_that_says_nothing_is_given_up)
{
	struct net_fault fault = { .reason = NULL };
	struct tunnel_wish w = wish(SHORT);

	stand_in("exec tail -f /dev/null");
	assert_false(tunnel_open(&w, &tunnel, &fault));
	assert_string_equal(fault.reason, "timeout");
	assert_int_equal(tunnel.pid, 0);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);	/* nobody is left */
}

TEST(one_that_says_too_much_is_given_up)
{
	struct net_fault fault = { .reason = NULL };
	struct tunnel_wish w = wish(LONG);

	stand_in("exec cat /dev/zero >&2");
	assert_false(tunnel_open(&w, &tunnel, &fault));
	assert_string_equal(fault.reason, "internal");
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

TEST(without_ssh_its_package_is_named)
{
	struct net_fault fault = { .reason = NULL };
	struct tunnel_wish w = wish(LONG);

	w.program = "/nowhere/ssh";
	assert_false(tunnel_open(&w, &tunnel, &fault));
	assert_string_equal(fault.reason, "no-driver");
	has(fault.detail, "openssh-client");
}

/* Nothing of what somebody enters is an option, a forward or a token of ssh's. */
TEST(what_is_no_name_is_not_handed_on)
{
	static const struct { const char *host, *user, *to, *port, *folder; } bad[] = {
		{ "-oProxyCommand=x", "hex", "db", "1", "/f" },
		{ "gate;id", "hex", "db", "1", "/f" },
		{ "", "hex", "db", "1", "/f" },
		{ "gate", "-v", "db", "1", "/f" },
		{ "gate", "he x", "db", "1", "/f" },
		{ "gate", "", "db", "1", "/f" },
		{ "gate", "hex", "db:1:evil", "1 2", "/f" },
		{ "gate", "hex", "%h", "1", "/f" },
		{ "gate", "hex", "${HOME}", "1", "/f" },
		{ "gate", "hex", "db", "", "/f" },
		{ "gate", "hex", "db", "1", "" },
		{ "gate", "hex", "db", "1", "f" },
		{ "gate", "hex", "db", "1", "/f\" -oProxyCommand=x" },
		{ "127.0.0.1", "hex", "169.254.169.254", "80", "/f" },
		{ "169.254.169.254", "hex", "db", "80", "/f" },
	};
	size_t i;

	stand_in("touch ran\n" STANDS);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct net_fault fault = { .reason = NULL };
		struct tunnel_wish w = wish(LONG);

		w.host = bad[i].host;
		w.user = bad[i].user;
		w.to_host = bad[i].to;
		w.to_port = bad[i].port;
		w.folder = bad[i].folder;
		assert_false(tunnel_open(&w, &tunnel, &fault));
		assert_string_equal(fault.reason, "config");
	}
	stand_in("");
	snprintf(program + strlen(folder), 8, "/ran");
	assert_int_not_equal(access(program, F_OK), 0);
	snprintf(program + strlen(folder), 8, "/ssh");
}

/* The courier is killed: nobody tells ssh, and it goes all the same. */
TEST(it_dies_with_who_started_it)
{
	struct net_fault fault = { .reason = NULL };
	struct tunnel_wish w = wish(LONG);
	int told[2], status;
	pid_t courier, ssh;

	stand_in(STANDS);
	assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
	assert_int_equal(pipe(told), 0);
	fflush(NULL);
	courier = fork();
	if (courier == 0) {
		if (tunnel_open(&w, &tunnel, &fault) &&
		    write(told[1], &tunnel.pid, sizeof(tunnel.pid)) > 0)
			pause();
		_exit(1);
	}
	close(told[1]);
	assert_int_equal(read(told[0], &ssh, sizeof(ssh)), sizeof(ssh));
	close(told[0]);
	kill(courier, SIGKILL);
	assert_int_equal(waitpid(courier, &status, 0), courier);
	assert_int_equal(waitpid(ssh, &status, 0), ssh);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGKILL);
}

FIXTURE(set_up)
{
	snprintf(folder, sizeof(folder), "/tmp/gatehouse-ssh-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(program, sizeof(program), "%s/ssh", folder);
	return 0;
}

FIXTURE(clean_up)
{
	static const char *const names[] = { "ssh", "args", "environ", "fds", "tried",
					     "again", "ran" };
	char path[PATH + 32];
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		unlink(path);
	}
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(it_is_given_what_keeps_it_narrow),
		CASE(a_host_of_numbers_and_colons_stands_in_brackets),
		CASE(what_ssh_must_not_be_given_is_said_by_its_part),
		CASE(why_it_ended_is_read_from_its_words),
		CASE(what_lies_behind_it_is_not_reached),
		CASE(a_port_that_was_taken_is_another_one_next),
		CASE(one_that_says_nothing_is_given_up),
		CASE(one_that_says_too_much_is_given_up),
		CASE(without_ssh_its_package_is_named),
		CASE(what_is_no_name_is_not_handed_on), CASE(it_dies_with_who_started_it),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
