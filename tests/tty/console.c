/* console.c: see console.h. */
#include "tests/tty/console.h"

#include <ftw.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/tty/pty_priv.h"

enum { PATHS = 4 };

static char paths[PATHS][1200];

static char *next_path(void)
{
	static int at;

	return paths[at++ % PATHS];
}

const char *program(void)
{
	static char path[1100];
	const char *dir = getenv("builddir_abs");

	snprintf(path, sizeof(path), "%s/src/gatehouse", dir ? dir : ".");
	return path;
}

static char room_path[64];
static pid_t room_owner;

static int remove_one(const char *path, const struct stat *info, int type,
		      struct FTW *ftw)
{
	(void)info;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void remove_room(void)
{
	if (getpid() == room_owner)
		nftw(room_path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

const char *room(void)
{
	if (room_path[0])
		return room_path;
	snprintf(room_path, sizeof(room_path), "/tmp/console-test-XXXXXX");
	assert_non_null(mkdtemp(room_path));
	room_owner = getpid();
	setenv("TMPDIR", room_path, 1);
	atexit(remove_room);
	return room_path;
}

const char *in_room(const char *name)
{
	char *path = next_path();

	snprintf(path, sizeof(paths[0]), "%s/%s", room(), name);
	return path;
}

const char *in_source(const char *name)
{
	const char *dir = getenv("srcdir_abs");
	char *path = next_path();

	snprintf(path, sizeof(paths[0]), "%s/%s", dir ? dir : ".", name);
	return path;
}

void put_file(const char *path, const char *bytes, size_t n)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
}

static char *read_all(FILE *file, size_t *n)
{
	size_t cap = 65536, len = 0, got;
	char *text = malloc(cap + 1);

	assert_non_null(text);
	while ((got = fread(text + len, 1, cap - len, file)) > 0) {
		len += got;
		if (len == cap) {
			cap *= 2;
			text = realloc(text, cap + 1);
			assert_non_null(text);
		}
	}
	text[len] = '\0';
	if (n)
		*n = len;
	return text;
}

char *read_file(const char *path, size_t *n)
{
	FILE *file = fopen(path, "r");
	char *text;

	assert_non_null(file);
	text = read_all(file, n);
	fclose(file);
	return text;
}

static void exec_program(int out, const char *const words[])
{
	const char *argv[64] = { program() };
	size_t i;

	for (i = 0; words[i] && i < 62; i++)
		argv[i + 1] = words[i];
	if (!freopen("/dev/null", "r", stdin) || dup2(out, 1) < 0 ||
	    dup2(out, 2) < 0)
		_exit(126);
	setenv("HOME", room(), 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "UTC", 1);
	execv(argv[0], (char *const *)(uintptr_t)argv);
	_exit(127);
}

int run(char **out, const char *const words[])
{
	int ends[2], status;
	char *text;
	FILE *from;
	pid_t pid;

	room();
	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		exec_program(ends[1], words);
	close(ends[1]);
	from = fdopen(ends[0], "r");
	assert_non_null(from);
	text = read_all(from, NULL);
	fclose(from);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (out)
		*out = text;
	else
		free(text);
	return WIFEXITED(status) ? WEXITSTATUS(status) :
		128 + WTERMSIG(status);
}

void must(const char *const words[])
{
	char *out;
	int status = run(&out, words);

	if (status != 0)
		fprintf(stderr, "%s %s ...: %d\n%s", words[0], words[1],
			status, out);
	free(out);
	assert_int_equal(status, 0);
}

static void copy_file(const char *to, const char *from)
{
	size_t n;
	char *bytes = read_file(from, &n);

	put_file(to, bytes, n);
	assert_int_equal(chmod(to, 0600), 0);
	free(bytes);
}

/* Made once, then copied: a store nobody has open is one file, and its checkpoints. */
static const char *copy_store(const char *name, const char *from)
{
	const char *path = in_room(name);
	char lines[256], to[256];

	copy_file(path, from);
	snprintf(lines, sizeof(lines), "%s.checkpoints", from);
	snprintf(to, sizeof(to), "%s.checkpoints", path);
	copy_file(to, lines);
	return path;
}

const char *demo_store(const char *name)
{
	static char first[128];

	if (!first[0]) {
		snprintf(first, sizeof(first), "%s/demo-made-once", room());
		MUST("demo", "--keep", first);
	}
	return copy_store(name, first);
}

const char *import_store(const char *name, const char *workspace)
{
	static const char login[] = ", \"unix_login\": \"";
	const char *path = in_room(name);
	char copy[128];
	size_t n, end;
	char *text = read_file(workspace, &n), *at = text;

	/* A linked Admin would end the operator's right. */
	while ((at = strstr(at, login))) {
		end = strcspn(at + strlen(login), "\"") + strlen(login) + 1;
		memset(at, ' ', end);
	}
	snprintf(copy, sizeof(copy), "%s/unlinked.json", room());
	put_file(copy, text, n);
	free(text);
	MUST("--store", path, "workspace", "import", copy);
	return path;
}

struct pty *open_demo(const struct pty_options *options)
{
	const char *argv[] = { program(), "demo", NULL };
	struct pty *pty;

	room();
	pty = pty_start(options, argv);
	assert_true(pty_frames(pty) > 0 || (options && options->no_marker));
	return pty;
}

struct pty *open_store(const struct pty_options *options, const char *store)
{
	const char *argv[] = { program(), "--store", store, NULL };
	struct pty *pty = pty_start(options, argv);

	assert_true(pty_frames(pty) > 0 || (options && options->no_marker));
	return pty;
}

struct pty *open_as(const struct pty_options *options, const char *store,
		    const char *email)
{
	const char *argv[] = { program(), "--store", store, "--as", email,
			       NULL };
	struct pty *pty = pty_start(options, argv);

	assert_true(pty_frames(pty) > 0);
	return pty;
}

char *dump(const char *store)
{
	char *text;

	assert_int_equal(run(&text, (const char *const[]){ "--store", store,
			     "workspace", "export", NULL }), 0);
	return text;
}

void is_unchanged(const char *store, char *before)
{
	char *now = dump(store);

	assert_string_equal(now, before);
	free(now);
	free(before);
}

const char *read_only_store(const char *name)
{
	const char *folder = in_room(name), *store;
	char inside[100], *bytes;
	size_t n;

	bytes = read_file(demo_store("to-be-read"), &n);
	snprintf(inside, sizeof(inside), "%s/store", name);
	store = in_room(inside);
	assert_int_equal(mkdir(folder, 0700), 0);
	put_file(store, bytes, n);
	free(bytes);
	if (geteuid() == 0) {
		assert_int_equal(chown(store, 65534, 65534), 0);
		assert_int_equal(chown(folder, 65534, 65534), 0);
	}
	assert_int_equal(chmod(store, 0444), 0);
	assert_int_equal(chmod(folder, 0555), 0);
	return store;
}

struct pty *open_as_nobody(const char *store)
{
	const char *copy = in_room("gatehouse");
	const char *argv[] = {
		"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
		copy, "--store", store, NULL
	};
	size_t n;
	char *bytes;

	if (geteuid() != 0)
		return open_store(NULL, store);
	bytes = read_file(program(), &n);
	put_file(copy, bytes, n);
	free(bytes);
	assert_int_equal(chmod(copy, 0755), 0);
	assert_int_equal(chmod(room(), 0755), 0);
	return pty_start(NULL, argv);
}

static void print_screen(struct pty *pty);

void leave(struct pty *pty)
{
	int status;

	keys(pty, "<C-g><C-g><C-g><C-g><C-g><C-g>");
	/* q; and where it asks, because what-if would be lost, yes. */
	pty_feed(pty, "qy", 2);
	if (pty_await(pty, "Back in "))	/* of a copy that was open over it */
		pty_feed(pty, "qy", 2);
	status = pty_end(pty, SOON);
	if (status != 0)
		print_screen(pty);
	assert_int_equal(status, 0);
	pty_stop(pty);
}

static void print_screen(struct pty *pty)
{
	char *screen = pty_screen(pty);

	fputs(screen, stderr);
	free(screen);
}

void keys(struct pty *pty, const char *keys)
{
	if (pty_keys(pty, keys))
		return;
	fprintf(stderr, "after %s:\n", keys);
	print_screen(pty);
	fail();
}

void shows(struct pty *pty, const char *text)
{
	if (pty_has(pty, text))
		return;
	fprintf(stderr, "no \"%s\" on:\n", text);
	print_screen(pty);
	fail();
}

void shows_not(struct pty *pty, const char *text)
{
	if (!pty_has(pty, text))
		return;
	fprintf(stderr, "there is \"%s\" on:\n", text);
	print_screen(pty);
	fail();
}

bool says_in_all(struct pty *pty, const char *text)
{
	char *screen = pty_screen(pty), *from = screen, *to = screen;
	bool yes;

	for (; *from; from++) {
		if (strncmp(from, "│", strlen("│")) == 0)
			from += strlen("│") - 1;
		else if (*from != ' ' && *from != '\n')
			*to++ = *from;
		else if (to > screen && to[-1] != ' ')
			*to++ = ' ';
	}
	*to = '\0';
	yes = strstr(screen, text) != NULL;
	free(screen);
	return yes;
}

void row_shows(struct pty *pty, int row, const char *text)
{
	if (row < 0)
		row += pty_rows(pty);
	if (strstr(pty_row(pty, row), text))
		return;
	fprintf(stderr, "no \"%s\" on row %d of:\n", text, row);
	print_screen(pty);
	fail();
}

int cursor_row(struct pty *pty)
{
	bool seen;
	int row, col;

	pty_cursor(pty, &row, &col, &seen);
	assert_true(seen);
	return row;
}

int cursor_col(struct pty *pty)
{
	bool seen;
	int row, col;

	pty_cursor(pty, &row, &col, &seen);
	assert_true(seen);
	return col;
}

int col_of(struct pty *pty, int row, const char *text)
{
	const char *line = pty_row(pty, row), *at = strstr(line, text), *s;
	int col = 0;

	if (!at)
		return -1;
	for (s = line; s < at; s++)
		col += (*s & 0xc0) != 0x80;
	return col;
}

void cursor_on(struct pty *pty, const char *text)
{
	row_shows(pty, cursor_row(pty), text);
}

/* The right half of a wide character has none of its own. */
static unsigned *styles(struct pty *pty)
{
	int rows = pty_rows(pty), cols = pty_cols(pty), row, col;
	unsigned *style = calloc((size_t)rows * (size_t)cols, sizeof(*style));
	VTermScreenCell cell;

	assert_non_null(style);
	for (row = 0; row < rows; row++)
		for (col = 0; col < cols; col += cell.width > 1 ? 2 : 1) {
			pty_cell(pty, row, col, &cell);
			style[row * cols + col] =
				pty_cell_style(pty, row, col);
		}
	return style;
}

/* Where they first differ. */
static void say_styles(struct pty *pty, const unsigned *was,
		       const unsigned *now)
{
	int cols = pty_cols(pty), n = pty_rows(pty) * cols, i;

	for (i = 0; i < n && was[i] == now[i]; i++)
		;
	if (i == n)
		return;
	fprintf(stderr, "style %u and not %u at row %d, column %d of:\n",
		was[i], now[i], i / cols, i % cols);
	print_screen(pty);
}

bool draws_afresh(struct pty *pty)
{
	size_t n = (size_t)pty_rows(pty) * (size_t)pty_cols(pty);
	unsigned *before = styles(pty), *after;
	char *was = pty_screen(pty), *now;
	int row, col, row_now, col_now;
	bool seen, seen_now, same;

	pty_cursor(pty, &row, &col, &seen);
	keys(pty, "<C-l>");
	pty_cursor(pty, &row_now, &col_now, &seen_now);
	now = pty_screen(pty);
	after = styles(pty);
	if (strcmp(was, now) != 0)
		fprintf(stderr, "was:\n%sis, drawn afresh:\n%s", was, now);
	say_styles(pty, before, after);
	same = strcmp(was, now) == 0 && memcmp(before, after, n * sizeof(*before)) == 0 &&
		/* a cursor that is hidden stays anywhere */
		seen == seen_now && (!seen || (row == row_now && col == col_now));
	free(before);
	free(after);
	free(was);
	free(now);
	return same;
}

void is_fresh(struct pty *pty)
{
	assert_true(draws_afresh(pty));
}

void is_restored(struct pty *pty)
{
	static const char *const off[] = {
		"\033[?1049l", "\033[?25h", "\033[?2004l", "\033[?1000l",
		"\033[?1006l", "\033[?2026l", "\033[0m"
	};
	const char *last = pty_stream(pty, NULL), *next;
	size_t i;

	for (i = 0; i < sizeof(off) / sizeof(off[0]); i++)
		assert_non_null(strstr(last, off[i]));
	/* and nothing of the console after it */
	while ((next = strstr(last, "\033[?1049l")))
		last = next + 1;
	assert_null(strstr(last, "\033[?1049h"));
	assert_null(strstr(last, "\033[?25l"));
	assert_false(pty_on_alternate_screen(pty));
	assert_true(pty_is_cooked(pty));
}

uint32_t roll(struct dice *dice, uint32_t sides)
{
	dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(dice->state >> 33) % sides;
}
