/* json_memory_test.c: a JSON document without memory ends the program; it is never
 * called wrong, nor read in part. */
#include "tests/expect.h"

#include <jansson.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "model/json_memory.h"

#ifdef __SANITIZE_ADDRESS__
/* What cannot be had is NULL, as without the sanitizer. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}
#endif

static void said(void)
{
	_exit(70);
}

TEST(want_of_memory_ends_it)
{
	json_malloc_t take;
	json_free_t give;
	json_t *read;
	int status;
	pid_t pid;

	json_memory_use();
	read = json_loads("{\"a\":[1,2,{\"b\":\"text\"}]}", 0, NULL);
	assert_non_null(read);
	assert_int_equal(json_array_size(json_object_get(read, "a")), 3);
	json_decref(read);
	json_get_alloc_funcs(&take, &give);
	give(take(16));
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		mem_on_oom(said);
		_exit(take(PTRDIFF_MAX) ? 1 : 2);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_not_equal(WEXITSTATUS(status), 2);
	assert_int_not_equal(WEXITSTATUS(status), 1);
}

/* Looked at right after, in the block that jansson gave back: but for the first words,
 * which are the allocator's then. */
TEST(what_was_read_is_wiped)
{
	enum { BLOCK = 4000, OWN = 64 };
	json_malloc_t take;
	json_free_t give;
	unsigned char *block, *again;
	size_t i;

	json_memory_use();
	json_get_alloc_funcs(&take, &give);
	block = take(BLOCK);
	memset(block, 'S', BLOCK);
	give(block);
	again = malloc(BLOCK);
	assert_non_null(again);
	for (i = OWN; i < BLOCK; i++)
		assert_int_not_equal(again[i], 'S');
	free(again);
}

RUN(CASE(want_of_memory_ends_it), CASE(what_was_read_is_wiped))
