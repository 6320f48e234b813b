/* pty_tally.c: count the write calls of the program on its terminal: what was
 * written at once cannot be told from what the other end reads, so tally.so counts
 * inside the program.  The bytes it saw must be the bytes that came, else something
 * was written behind its back. */
#include "tests/tty/pty_priv.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void pty_tally_open(struct pty *pty)
{
	void *at;

	pty->tally_fd = memfd_create("tally", 0);	/* the program inherits it */
	if (pty->tally_fd < 0 || ftruncate(pty->tally_fd, sizeof(struct tally))) {
		perror("pty: memfd");
		abort();
	}
	at = mmap(NULL, sizeof(struct tally), PROT_READ | PROT_WRITE, MAP_SHARED,
		  pty->tally_fd, 0);
	if (at == MAP_FAILED) {
		perror("pty: mmap");
		abort();
	}
	pty->tally = at;
}

void pty_tally_load(const struct pty *pty)
{
	const char *dir = getenv("builddir_abs"), *asan = getenv("ASAN_OPTIONS");
	char text[1024];

	snprintf(text, sizeof(text), "%s/tests/tty/tally.so", dir ? dir : ".");
	setenv("LD_PRELOAD", text, 1);
	snprintf(text, sizeof(text), "%d", pty->tally_fd);
	setenv(TALLY_FD, text, 1);
	/* ASan wants to be the first library; what comes before it here takes none
	 * of the calls that it must have from the start. */
	snprintf(text, sizeof(text), "%s%sverify_asan_link_order=0",
		 asan ? asan : "", asan ? ":" : "");
	setenv("ASAN_OPTIONS", text, 1);
}

void pty_tally_close(struct pty *pty)
{
	if (pty->tally)
		munmap(pty->tally, sizeof(struct tally));
	pty->tally = NULL;
}

long pty_count_writes(struct pty *pty, const char *bytes, size_t n)
{
	unsigned long markers = pty->markers, writes, told;
	size_t taken = pty->taken;

	if (!pty->tally || !pty->tally->loaded) {
		fputs("pty: nobody counts writes in this program\n", stderr);
		return -1;
	}
	writes = pty->tally->writes;
	told = pty->tally->bytes;
	if (!pty_send(pty, bytes, n))
		return -1;
	taken = pty->taken - taken;
	told = pty->tally->bytes - told;
	if (taken != told) {
		fprintf(stderr, "pty: %zu bytes came, of which %lu were counted\n",
			taken, told);
		return -1;
	}
	return (long)(pty->tally->writes - writes - (pty->markers - markers));
}
