/* checkpoint_copy.c: what is told of a store goes along with a copy of it: its lines, and
 * what an Admin has signed.  They are copied as they are, so that whatever they show of
 * the store they show of the copy. */
#include "store/checkpoint_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/strmap.h"
#include "store/beside.h"

enum { LIMIT = 1 << 30, PIECE = 1 << 16, TRIES = 10, PAUSE = 5 /* ms */ };

struct told {
	struct buf lines, signed_state;
	bool has_lines, is_signed;
};

/* ---- reading -------------------------------------------------------------------- */

/* False: there is none that can be read. */
static bool read_whole(const char *path, struct buf *out)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	char piece[PIECE];
	ssize_t n = 1;
	struct stat st;

	buf_reset(out);
	if (fd < 0)
		return false;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		n = -1;
	while (n > 0) {
		n = read(fd, piece, sizeof(piece));
		if (n < 0 && errno == EINTR)
			n = 1;
		else if (n > 0)
			buf_add(out, piece, (size_t)n);
	}
	close(fd);
	return n == 0 && !out->overflow;
}

/* The next line, without its end; NULL: no more. */
static const char *next_line(const char **at, const char *end, size_t *n)
{
	const char *line = *at, *nl;

	if (line >= end)
		return NULL;
	nl = memchr(line, '\n', (size_t)(end - line));
	*n = (size_t)((nl ? nl : end) - line);
	*at = nl ? nl + 1 : end;
	return line;
}

static bool line_read(const char *line, size_t n, struct arena *arena,
		      struct checkpoint *out)
{
	return checkpoint_read(arena_strndup(arena, line, n), arena, out);
}

/* Do the lines tell of the state that is there?  Whoever signs one puts the file first. */
static bool agree(const struct told *told, const char *store)
{
	const char *at = buf_text(&told->lines), *end = at + told->lines.len, *line;
	char state[STORE_HASH_HEX] = "", is[STORE_HASH_HEX] = "";
	struct arena arena = { 0 };
	struct checkpoint point;
	size_t n;

	if (told->is_signed && !signed_digest(told->signed_state.data,
					      told->signed_state.len, is))
		return false;
	while ((line = next_line(&at, end, &n))) {
		if (memmem(line, n, " what=state ", 12) &&
		    line_read(line, n, &arena, &point) && point.what == CHECKPOINT_STATE &&
		    strcmp(point.store, store) == 0 &&
		    strlen(point.state) < sizeof(state))
			memcpy(state, point.state, strlen(point.state) + 1);
		arena_release(&arena);
	}
	return strcmp(state, is) == 0;
}

/* The two, as of one moment where they are whole; else as they are. */
static void read_told(struct store *store, struct told *told, const char *first)
{
	const struct timespec pause = { 0, PAUSE * 1000000L };
	const char *name = arena_printf(&store->text, "%s" SIGNED_END, store->file);

	for (int i = 0; i < TRIES; i++) {
		told->is_signed = read_whole(name, &told->signed_state);
		told->has_lines = read_whole(checkpoint_path(store), &told->lines);
		if (agree(told, first))
			return;
		nanosleep(&pause, NULL);
	}
}

/* A file that was chosen may have lines of other stores, and of later than the copy. */
static void pick_lines(struct buf *lines, const char *first, int64_t newest)
{
	const char *at = buf_text(lines), *end = at + lines->len, *line;
	struct arena arena = { 0 };
	struct checkpoint point;
	struct buf out;
	size_t n;

	buf_init(&out, LIMIT);
	while ((line = next_line(&at, end, &n))) {
		if (line_read(line, n, &arena, &point) && point.seq <= newest &&
		    strcmp(point.store, first) == 0) {
			buf_adds(&out, point.text);
			buf_addc(&out, '\n');
		}
		arena_release(&arena);
	}
	buf_release(lines);
	*lines = out;
}

/* ---- writing -------------------------------------------------------------------- */

static void add_line(struct buf *out, const char *line, size_t n)
{
	buf_add(out, line, n);
	buf_addc(out, '\n');
}

/* What lies there of a store that was removed stays, and what it lacks is added. */
static void join(struct buf *there, const struct buf *lines, struct buf *out)
{
	const char *at = buf_text(there), *end = at + there->len, *line;
	struct strmap seen = { NULL, 0, 0, false };
	struct arena arena = { 0 };
	size_t n;

	while ((line = next_line(&at, end, &n))) {
		(void)strmap_add(&seen, arena_strndup(&arena, line, n), 1, NULL);
		add_line(out, line, n);
	}
	at = buf_text(lines);
	end = at + lines->len;
	while ((line = next_line(&at, end, &n)))
		if (!strmap_get(&seen, arena_strndup(&arena, line, n), NULL))
			add_line(out, line, n);
	strmap_release(&seen);
	arena_release(&arena);
}

static bool write_file(struct store *to, const char *name, const struct buf *data,
		       struct error *err)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	size_t done = 0;
	ssize_t n = 0;
	bool good;

	while (fd >= 0 && done < data->len && n >= 0) {
		n = write(fd, data->data + done, data->len - done);
		if (n < 0 && errno == EINTR)
			n = 0;
		done += n > 0 ? (size_t)n : 0;
	}
	good = fd >= 0 && n >= 0 && fsync(fd) == 0;
	if (!good)
		(void)place_refused(to, err);
	if (fd >= 0)
		close(fd);
	return good;
}

static bool write_lines(struct store *to, struct buf *lines, struct error *err)
{
	const char *target = arena_printf(&to->text, "%s" CHECKPOINTS_END, to->target);
	struct buf there, out;
	bool good;

	buf_init(&there, LIMIT);
	buf_init(&out, LIMIT);
	if (read_whole(target, &there)) {
		join(&there, lines, &out);
		good = true;
	} else {
		buf_add(&out, buf_text(lines), lines->len);
		good = access(target, F_OK) != 0 && errno == ENOENT;
	}
	if (!good)
		error_set(err, ERROR_CONFLICT, "FILE_NOT_OURS", "%s is in the way of the "
			  "copy's checkpoints, and cannot be read", target);
	good = good && write_file(to, arena_printf(&to->text, "%s" CHECKPOINTS_END,
						   to->file), &out, err);
	buf_release(&there);
	buf_release(&out);
	return good;
}

bool checkpoint_copy(struct store *from, struct store *to, struct error *err)
{
	char first[STORE_HASH_HEX];
	struct told told;
	int64_t newest;
	bool good = store_revision(from, &newest, err);

	if (!good || newest == 0)
		return good;
	buf_init(&told.lines, LIMIT);
	buf_init(&told.signed_state, LIMIT);
	if (checkpoint_first(from, first, err)) {
		read_told(from, &told, first);
		if (told.has_lines && from->checkpoints)
			pick_lines(&told.lines, first, newest);
		good = (!told.has_lines || write_lines(to, &told.lines, err)) &&
			(!told.is_signed || write_file(to, arena_printf(&to->text,
				"%s" SIGNED_END, to->file), &told.signed_state, err));
	} else {
		good = false;
	}
	buf_release(&told.lines);
	buf_release(&told.signed_state);
	return good;
}
