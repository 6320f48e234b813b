/* driver.c: a fuzz target without libFuzzer: each file of its corpus, then so many inputs
 * made from them by a seeded dice.  An input that ends it is left in a file.
 * With libFuzzer (FUZZ_LIBFUZZER) there is nothing here: it has a main of its own.
 * FUZZ_RUNS, FUZZ_SEED, FUZZ_HANG (seconds); words: files to run alone. */
#include "tests/fuzz/fuzz.h"

#ifndef FUZZ_LIBFUZZER

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

enum { MOST = 1 << 16, FILES = 256, GROWN = 8192, HANG = 20 };	/* s */

static struct { uint8_t *bytes; size_t n; } corpus[FILES];
static size_t n_corpus;
static uint8_t input[MOST];
static size_t n_input;
static const char *name;
static uint64_t state;

static uint32_t toss(uint32_t sides)
{
	uint64_t z = (state += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return sides ? (uint32_t)((z ^ (z >> 31)) % sides) : 0;
}

/* Only what a signal handler may do. */
static void keep(int sig)
{
	char path[300] = "fuzz-";
	int fd;

	strncat(path, name, 200);
	strncat(path, sig == SIGALRM ? ".hang" : ".crash", 10);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0 || write(fd, input, n_input) < 0)
		_exit(3);
	_exit(sig == SIGALRM ? 2 : 1);
}

static void one_run(void)
{
	const char *hang = getenv("FUZZ_HANG");
	const struct itimerval limit = { .it_value = {
		.tv_sec = hang ? strtol(hang, NULL, 10) : HANG } };
	uint8_t *copy = malloc(n_input ? n_input : 1);	/* its end is where memory ends */

	HOLDS(copy);
	memcpy(copy, input, n_input);
	setitimer(ITIMER_REAL, &limit, NULL);
	LLVMFuzzerTestOneInput(copy, n_input);
	free(copy);
}

static size_t read_input(const char *path)
{
	FILE *file = fopen(path, "rb");
	size_t n;

	if (!file) {
		fprintf(stderr, "cannot read %s\n", path);
		exit(4);
	}
	n = fread(input, 1, MOST, file);
	fclose(file);
	return n;
}

static void read_corpus(const char *folder)
{
	struct dirent **all;
	char path[1200];
	int i, n = scandir(folder, &all, NULL, alphasort);

	for (i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%.900s/%.200s", folder, all[i]->d_name);
		if (all[i]->d_name[0] != '.' && n_corpus < FILES) {
			corpus[n_corpus].n = read_input(path);
			corpus[n_corpus].bytes = malloc(MOST);
			HOLDS(corpus[n_corpus].bytes);
			memcpy(corpus[n_corpus].bytes, input, corpus[n_corpus].n);
			n_corpus++;
		}
		free(all[i]);
	}
	if (n > 0)
		free(all);
}

/* Room for n bytes at `at`. */
static size_t open_gap(size_t at, size_t n)
{
	if (n_input + n > GROWN)
		n = n_input < GROWN ? GROWN - n_input : 0;
	memmove(input + at + n, input + at, n_input - at);
	n_input += n;
	return n;
}

static void change(void)
{
	static const char *const words[] = {
		"", "\"", "{", "}", "[", "]", "null", "true", "-1", "1e999", "9223372036854775808",
		"\\u0000", "\\ud800", "\xef\xbb\xbf", "\xe2\x80\xae", "\xf0\x9f\x91\xa9",
		"\033[", "\033[200~", "\033]11;", "\xc2\x9b", "\r\n", ",", ";", "//", "://", "@",
		":", "\xff", "%00", "..", "a\xcc\x81", "\xed\xa0\x80"
	};
	size_t at = n_input ? toss((uint32_t)n_input) : 0, n, from, other;
	const char *word;

	switch (toss(8)) {
	case 0:
		if (n_input)
			input[at] ^= (uint8_t)(1u << toss(8));
		break;
	case 1:
		if (n_input)
			input[at] = (uint8_t)toss(256);
		break;
	case 2:
		n = n_input ? 1 + toss((uint32_t)(n_input - at)) : 0;
		n = n > n_input - at ? n_input - at : n;
		memmove(input + at, input + at + n, n_input - at - n);
		n_input -= n;
		break;
	case 3:
		n = open_gap(at, 1 + toss(8));
		while (n > 0)
			input[at + --n] = (uint8_t)toss(256);
		break;
	case 4:
	case 5:
		word = words[toss(sizeof(words) / sizeof(words[0]))];
		n = open_gap(at, strlen(word));
		memcpy(input + at, word, n);
		break;
	case 6:			/* a part of itself again */
		from = n_input ? toss((uint32_t)n_input) : 0;
		n = open_gap(at, n_input ? toss((uint32_t)(n_input - from)) : 0);
		memmove(input + at, input + from, n_input - from < n ? n_input - from : n);
		break;
	default:		/* the end of another */
		if (!n_corpus)
			break;
		other = toss((uint32_t)n_corpus);
		from = corpus[other].n ? toss((uint32_t)corpus[other].n) : 0;
		n = corpus[other].n - from;
		n = n > GROWN - at ? GROWN - at : n;
		memcpy(input + at, corpus[other].bytes + from, n);
		n_input = at + n;
	}
}

static void make_input(void)
{
	uint32_t i, n = 1 + toss(6);
	size_t one = n_corpus ? toss((uint32_t)n_corpus) : 0;

	n_input = n_corpus ? corpus[one].n : 0;
	n_input = n_input > GROWN ? GROWN : n_input;
	if (n_corpus)
		memcpy(input, corpus[one].bytes, n_input);
	for (i = 0; i < n; i++)
		change();
}

int main(int argc, char **argv)
{
	static const int deadly[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGALRM };
	const char *runs = getenv("FUZZ_RUNS"), *seed = getenv("FUZZ_SEED");
	const char *source = getenv("srcdir_abs");
	long i, n = runs ? strtol(runs, NULL, 10) : FUZZ_RUNS_SHORT;
	char folder[1000];

	name = strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0];
	name = strncmp(name, "fuzz_", 5) == 0 ? name + 5 : name;
	for (i = 0; i < (long)(sizeof(deadly) / sizeof(deadly[0])); i++)
		signal(deadly[i], keep);
	puts("1..1");
	fflush(stdout);
	for (i = 1; i < argc; i++) {
		n_input = read_input(argv[i]);
		one_run();
	}
	if (argc > 1)
		return 0;
	snprintf(folder, sizeof(folder), "%.800s/tests/fuzz/corpus/%.100s",
		 source ? source : ".", name);
	read_corpus(folder);
	if (!n_corpus) {
		printf("not ok 1 - %s has no corpus\n", name);
		return 1;
	}
	for (i = 0; i < (long)n_corpus; i++) {
		memcpy(input, corpus[i].bytes, corpus[i].n);
		n_input = corpus[i].n;
		one_run();
	}
	for (i = 0; i < n; i++) {
		state = (uint64_t)i * 1000003u + (seed ? strtoull(seed, NULL, 10) : 0);
		make_input();
		one_run();
	}
	printf("ok 1 - fuzz %s: corpus %zu, %ld runs, 0 crashes, 0 hangs\n", name, n_corpus, n);
	return 0;
}

#endif
