/* fuzz_checkpoint.c: what lies beside a store by anybody's hand: the file of checkpoints
 * and the signed state.  A line that was changed where it is signed is never taken for
 * signed, a state that was changed never for the one that was signed. */
#include "tests/fuzz/fuzz.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/workspace_file.h"
#include "store/checkpoints.h"
#include "store/image/signed_state.h"
#include "store/sql.h"

/* Of the signed state: what its head fills of the first page, the rest being nothing. */
enum { HEAD = 368, REST = 4096 };

struct file { uint8_t *bytes; size_t n; char path[128]; };

static struct {
	struct store *store;
	struct file lines, state;
	char folder[64], path[96];
} good;

static unsigned char public[32], secret[64];

static const char sample[] = "{\"format\":\"gatehouse-workspace\",\"version\":1,"
	"\"workspace\":{\"name\":\"F\"},\"users\":[{\"id\":\"u-a\",\"email\":\"a@f.example\","
	"\"role\":\"admin\"}]}";

static void at_end(void)
{
	static const char *const beside[] = { "", "-wal", "-shm", ".lock", ".image",
		".signed", ".checkpoints" };
	char path[128];
	size_t i;

	store_close(good.store);
	for (i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", good.path, beside[i]);
		unlink(path);
	}
	rmdir(good.folder);
}

static void sign(void *ctx, const unsigned char hash[32], unsigned char out[64])
{
	crypto_sign_detached(out, NULL, hash, 32, ctx);
}

static void keep(struct file *file, const char *end)
{
	struct stat st;
	int fd;

	snprintf(file->path, sizeof(file->path), "%s%s", good.path, end);
	fd = open(file->path, O_RDONLY | O_CLOEXEC);
	HOLDS(fd >= 0 && fstat(fd, &st) == 0);
	file->n = (size_t)st.st_size;
	file->bytes = malloc(file->n);
	HOLDS(file->bytes && read(fd, file->bytes, file->n) == (ssize_t)file->n);
	close(fd);
}

static void put(const struct file *file, const uint8_t *bytes, size_t n)
{
	int fd = open(file->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	HOLDS(fd >= 0 && write(fd, bytes, n) == (ssize_t)n);
	close(fd);
}

static bool is_there(void)
{
	struct arena arena = { 0 };
	struct signed_state state;
	struct error err;
	bool there;

	HOLDS(store_signed_state(good.store, &arena, &state, &err));
	there = state.found == STATE_THERE;
	HOLDS(there ? state.n_rows == 0 : state.said && *state.said);
	state_release(&state);
	arena_release(&arena);
	return there;
}

static bool agree(const char *file)
{
	struct arena arena = { 0 };
	struct finding one = { .good = false };
	struct error err;
	bool same;

	HOLDS(store_verify_checkpoints(good.store, file, &arena, &one, &err));
	HOLDS(one.what && one.detail && *one.detail);
	same = one.good;
	arena_release(&arena);
	return same;
}

/* Three commits, of which the last is by hand of one who holds a key. */
static void commits(void)
{
	static struct checkpoint_signing signing = { sign, public, "u-a", secret };
	struct event event = { .time = 1700000000000000, .actor = "a@f.example",
		.login = "a", .verb = "test", .targets = "", .summary = "test",
		.edits = "[]" };
	static const char *const ids[] = { "op-1", "op-2", "op-3" };
	char hex[65], sql[256];
	struct error err;
	size_t i;

	sodium_bin2hex(hex, sizeof(hex), public, sizeof(public));
	snprintf(sql, sizeof(sql), "INSERT INTO vault_keys VALUES (1, 'u-a', zeroblob(32), "
		 "x'%s', x'00', 1, 1, NULL, 1, zeroblob(64))", hex);
	for (i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		event.op_id = ids[i];
		if (i == 2)
			store_sign_with(good.store, &signing);
		HOLDS(store_begin(good.store, &err));
		HOLDS(i || sql_script(good.store, &err, sql));
		HOLDS(store_commit(good.store, &event, &err));
	}
	HOLDS(store_state_sign(good.store, &err));
}

static void begin(void)
{
	const char *tmp = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	struct event made = { .time = 1700000000000000, .op_id = "op-made",
		.actor = "a@f.example", .login = "a", .verb = "test", .targets = "",
		.summary = "test", .edits = "[]" };
	unsigned char seed[32] = { 7 };
	struct facts facts;
	struct error err;

	if (good.store)
		return;
	setenv("GATEHOUSE_SYSLOG", "none", 1);
	snprintf(good.folder, sizeof(good.folder), "%s/gatehouse-fuzz-XXXXXX", tmp);
	HOLDS(mkdtemp(good.folder));
	snprintf(good.path, sizeof(good.path), "%s/w.db", good.folder);
	facts_init(&facts);
	HOLDS(workspace_read_json("sample", sample, strlen(sample), &facts, NULL, &err));
	HOLDS(store_make(good.path, "a", false, &facts, &made, &err));
	facts_release(&facts);
	good.store = store_open(good.path, STORE_WRITE, &err);
	HOLDS(good.store);
	atexit(at_end);
	crypto_sign_seed_keypair(public, secret, seed);
	commits();
	keep(&good.lines, ".checkpoints");
	keep(&good.state, ".signed");
	HOLDS(agree(NULL) && is_there());
}

/* A line alone: what was changed where it is signed does not hold. */
static void one_line(const uint8_t *data, size_t n)
{
	char *text = fuzz_string(data, n);
	struct arena arena = { 0 };
	struct checkpoint point;

	if (checkpoint_read(text, &arena, &point)) {
		HOLDS(point.store && point.hash && point.time && point.state && point.by &&
		      point.verb && point.seq > 0);
		if (checkpoint_signed(&point))
			HOLDS(point.signed_n < good.lines.n &&
			      memmem(good.lines.bytes, good.lines.n, point.text,
				     point.signed_n));
	}
	free(text);
	arena_release(&arena);
}

static void turn_lines(const uint8_t *data, size_t n)
{
	uint8_t *bytes = malloc(good.lines.n);

	HOLDS(bytes);
	memcpy(bytes, good.lines.bytes, good.lines.n);
	(void)fuzz_patch(bytes, good.lines.n, data, n);
	put(&good.lines, bytes, good.lines.n);
	one_line(bytes, good.lines.n);
	free(bytes);
}

/* The good one with bytes turned, or cut; has it become another? */
static bool turn_state(const uint8_t *data, size_t n, size_t cut)
{
	size_t size = good.state.n - cut % good.state.n;
	uint8_t *bytes = malloc(good.state.n);
	bool differs;

	HOLDS(bytes);
	memcpy(bytes, good.state.bytes, good.state.n);
	(void)fuzz_patch(bytes, size, data, n);
	put(&good.state, bytes, size);
	differs = size < good.state.n || memcmp(bytes, good.state.bytes, HEAD) != 0 ||
		memcmp(bytes + REST, good.state.bytes + REST, size - REST) != 0;
	free(bytes);
	return differs;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	bool differs;

	begin();
	one_line(data, n);
	if (!n)
		return 0;
	switch (data[0] % 4) {
	case 0:			/* a file of anything */
		put(&good.lines, data + 1, n - 1);
		HOLDS(!agree(good.lines.path) || n > 500);
		(void)is_there();
		put(&good.lines, good.lines.bytes, good.lines.n);
		break;
	case 1:
		turn_lines(data + 1, n - 1);
		(void)agree(NULL);
		(void)is_there();
		put(&good.lines, good.lines.bytes, good.lines.n);
		break;
	case 2:
		put(&good.state, data + 1, n - 1);
		HOLDS(!is_there());
		put(&good.state, good.state.bytes, good.state.n);
		break;
	default:
		differs = turn_state(data + 2, n > 2 ? n - 2 : 0,
				     n > 1 && data[1] > 127 ? data[1] * 97u : 0);
		HOLDS(is_there() == !differs);
		put(&good.state, good.state.bytes, good.state.n);
	}
	return 0;
}
