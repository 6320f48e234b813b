/* torture.c: see torture.h. */
#include "tests/torture/torture.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TOLD = 8 };

long torture_number(const char *name, long otherwise)
{
	char variable[80];
	const char *text;

	snprintf(variable, sizeof(variable), "GATEHOUSE_TORTURE_%s", name);
	text = getenv(variable);
	return text && *text ? strtol(text, NULL, 10) : otherwise;
}

uint64_t torture_seed(uint64_t own)
{
	return own * 1000003 + (uint64_t)torture_number("SEED", 0);
}

uint32_t toss(struct lot *lot, uint32_t sides)
{
	uint64_t z = (lot->state += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return sides ? (uint32_t)((z ^ (z >> 31)) % sides) : 0;
}

void loss(struct losses *tally, const char *fmt, ...)
{
	char text[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	if (!tally->losses)
		memcpy(tally->first, text, sizeof(text));
	if (tally->losses++ < TOLD)
		print_message("# %s%s: %s\n", tally->planted ? "planted, found: " :
			      "LOSS: ", tally->what, text);
}

bool losses_done(const struct losses *tally)
{
	return tally->planted && tally->losses > 0;
}

void losses_judge(struct losses *tally)
{
	const char *path = getenv("GATEHOUSE_TORTURE_LOG");
	FILE *log = path && *path ? fopen(path, "ae") : NULL;
	char line[300];

	snprintf(line, sizeof(line), "# torture: %s%s: rounds %ld, kills %ld, faults %ld, "
		 "refusals %ld, losses %ld\n", tally->what, tally->planted ? " (planted)" : "",
		 tally->rounds, tally->kills, tally->faults, tally->refusals,
		 tally->losses);
	print_message("%s", line);
	if (log) {
		fputs(line, log);
		fclose(log);
	}
	if (tally->planted && !tally->losses)
		fail_msg("%s: the planted fault was not found", tally->what);
	if (!tally->planted && tally->losses)
		fail_msg("%s: %ld losses: %s", tally->what, tally->losses, tally->first);
}

void *shared(size_t n)
{
	void *at = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
			-1, 0);

	assert_true(at != MAP_FAILED);
	return at;
}

pid_t torture_fork(void)
{
	static const int deadly[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };
	pid_t pid;
	size_t i;

	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	/* cmocka's own would go on with the next test, in the child. */
	if (pid == 0)
		for (i = 0; i < sizeof(deadly) / sizeof(*deadly); i++)
			signal(deadly[i], SIG_DFL);
	return pid;
}

int torture_wait(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}
