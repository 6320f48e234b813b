/* pty_trace.c: count the write calls of the program on its terminal.  What was
 * written at once cannot be told from what the other end reads. */
#include "tests/tty/pty_priv.h"

#include <signal.h>
#include <stdint.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>

/* The kernel's struct ptrace_syscall_info, which C libraries name differently. */
struct syscall_info {
	uint8_t op, pad[3];
	uint32_t arch;
	uint64_t ip, sp, nr, args[6];
};

static bool is_terminal_write(pid_t pid)
{
	struct syscall_info info;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof(info), &info) <= 0 ||
	    info.op != PTRACE_SYSCALL_INFO_ENTRY)
		return false;
	return (info.nr == SYS_write || info.nr == SYS_writev) &&
	       info.args[0] <= 2;
}

void pty_trace_step(struct pty *pty)
{
	int status, sig = 0;

	if (waitpid(pty->pid, &status, WNOHANG) != pty->pid)
		return;
	if (!WIFSTOPPED(status)) {
		pty->reaped = true;
		pty->traced = false;
		pty->status = WIFEXITED(status) ? WEXITSTATUS(status) :
			      128 + WTERMSIG(status);
		return;
	}
	if (WSTOPSIG(status) == (SIGTRAP | 0x80))
		pty->writes += is_terminal_write(pty->pid);
	else if (status >> 16 == 0)
		sig = WSTOPSIG(status);		/* let it have its signal */
	ptrace(PTRACE_SYSCALL, pty->pid, 0, sig);
}

static bool begin(struct pty *pty)
{
	long options = PTRACE_O_TRACESYSGOOD;

	if (pty->reaped || ptrace(PTRACE_SEIZE, pty->pid, 0, options) != 0)
		return false;
	pty->traced = true;
	pty->writes = 0;
	ptrace(PTRACE_INTERRUPT, pty->pid, 0, 0);
	return true;
}

static void end(struct pty *pty)
{
	int status;

	if (!pty->traced)
		return;
	pty->traced = false;
	ptrace(PTRACE_INTERRUPT, pty->pid, 0, 0);
	if (waitpid(pty->pid, &status, 0) == pty->pid && WIFSTOPPED(status))
		ptrace(PTRACE_DETACH, pty->pid, 0, 0);
}

long pty_count_writes(struct pty *pty, const char *bytes, size_t n)
{
	unsigned long markers = pty->markers;
	bool settled;

	if (!begin(pty))
		return -1;
	settled = pty_send(pty, bytes, n);
	end(pty);
	return settled ? pty->writes - (long)(pty->markers - markers) : -1;
}
