/* fuzz_store.c: a store file by anybody's hand, through the opening that the program
 * uses: refused by name, or loaded, verified and written, without a crash. */
#include "tests/fuzz/fuzz.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/workspace_file.h"
#include "store/page/page_sum.h"
#include "store/store.h"

static struct { uint8_t *bytes; size_t n; char folder[64], path[96]; } good;

static const char sample[] = "{\"format\":\"gatehouse-workspace\",\"version\":1,"
	"\"workspace\":{\"name\":\"F\"},\"users\":[{\"id\":\"u-a\",\"email\":\"a@f.example\","
	"\"role\":\"admin\"},{\"id\":\"u-b\",\"email\":\"b@f.example\",\"role\":\"viewer\"}],"
	"\"groups\":[{\"id\":\"g-a\",\"name\":\"G\",\"members\":[\"u-b\"]}],\"assets\":[{\"id\":"
	"\"a-a\",\"kind\":\"secret\",\"name\":\"KEY\",\"access\":[\"g-a\"]}],\"projects\":[{"
	"\"id\":\"p-a\",\"title\":\"P\",\"owner\":\"u-a\",\"assets\":[\"a-a\"],\"grants\":[{"
	"\"user\":\"u-b\",\"level\":\"can_edit\"}]}]}";

static void remove_all(void)
{
	static const char *const beside[] = { "", "-wal", "-shm", "-journal", ".lock", ".image" };
	char path[128];
	size_t i;

	for (i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", good.path, beside[i]);
		unlink(path);
	}
}

static void at_end(void)
{
	remove_all();
	rmdir(good.folder);
}

static struct event event_of(void)
{
	return (struct event){ .time = 1700000000000000, .op_id = "op-fuzz",
		.actor = "a@f.example", .login = "a", .verb = "test", .targets = "",
		.summary = "test", .edits = "[]" };
}

static void begin(void)
{
	const char *tmp = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	struct event event = event_of();
	struct facts facts;
	struct error err;
	struct stat st;
	int fd;

	if (good.bytes)
		return;
	snprintf(good.folder, sizeof(good.folder), "%s/gatehouse-fuzz-XXXXXX", tmp);
	HOLDS(mkdtemp(good.folder));
	snprintf(good.path, sizeof(good.path), "%s/w.db", good.folder);
	atexit(at_end);
	facts_init(&facts);
	HOLDS(workspace_read_json("sample", sample, strlen(sample), &facts, NULL, &err));
	event.op_id = "op-made";
	HOLDS(store_make(good.path, "a", false, &facts, &event, &err));
	facts_release(&facts);
	fd = open(good.path, O_RDONLY | O_CLOEXEC);
	HOLDS(fd >= 0 && fstat(fd, &st) == 0);
	good.n = (size_t)st.st_size;
	good.bytes = malloc(good.n);
	HOLDS(good.bytes && read(fd, good.bytes, good.n) == (ssize_t)good.n);
	close(fd);
}

/* C: cut after so many 256ths.  From the third byte on each 4 put one byte. */
static void put_file(const uint8_t *data, size_t n)
{
	uint8_t *bytes = malloc(good.n);
	size_t size = good.n, i;
	int fd;

	HOLDS(bytes);
	memcpy(bytes, good.bytes, good.n);
	if (n > 1 && data[0] == 'C')
		size = good.n * data[1] / 256;
	for (i = 2; i + 3 < n; i += 4)
		bytes[((size_t)data[i] << 16 | (size_t)data[i + 1] << 8 | data[i + 2]) % good.n] =
			data[i + 3];
	/* Half of them with right sums, so that what is below is looked at, too. */
	for (i = 0; n > 1 && data[1] % 2 && i + PAGE_SIZE <= good.n; i += PAGE_SIZE)
		page_sum_set(bytes + i, (uint32_t)(i / PAGE_SIZE) + 1);
	remove_all();
	fd = open(good.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	HOLDS(fd >= 0);
	/* Or nothing but the input. */
	if (n > 1 && data[0] == 'W')
		HOLDS(write(fd, data + 1, n - 1) == (ssize_t)(n - 1));
	else
		HOLDS(write(fd, bytes, size) == (ssize_t)size);
	close(fd);
	free(bytes);
}

static bool pair(void *ctx, const char *user, const char *project, int granted, int effective)
{
	(void)ctx;
	HOLDS(user && project && granted >= 0 && effective <= granted);
	return true;
}

static void use(struct store *store)
{
	struct arena arena = { 0 };
	struct event event = event_of();
	struct finding *found;
	struct facts facts;
	struct error err = { 0 };
	size_t n;

	facts_init(&facts);
	if (!store_load(store, &facts, &err))
		HOLDS(*err.code && *err.text);
	facts_release(&facts);
	if (!store_second_opinion(store, pair, NULL, &err))
		HOLDS(*err.code && *err.text);
	if (store_begin(store, &err) && !store_commit(store, &event, &err))
		HOLDS(*err.code && *err.text);
	if (!store_verify(store, &arena, &found, &n, &err))
		HOLDS(*err.code && *err.text);
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct error err = { 0 };
	struct store *store;

	begin();
	put_file(data, n);
	store = store_open(good.path, STORE_WRITE, &err);
	if (store)
		use(store);
	else
		HOLDS((err.kind == ERROR_STORE || err.kind == ERROR_NOT_FOUND) && *err.code &&
		      *err.text);
	store_close(store);
	return 0;
}
