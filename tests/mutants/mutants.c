/*
 * mutants.c: which small faults could be put into the sources, and a draw of them.
 *
 *	mutants SEED COUNT <FILES		lines WEIGHT FILE, COUNT 0: all, in order
 *
 * One line a fault, of fields parted by tabs: FILE LINE FUNCTION OFFSET LENGTH OLD NEW TEXT.
 * LENGTH bytes at OFFSET of the file, which are OLD, are to become NEW; TEXT is the line.  In
 * both, blanks and line feeds stand as one space.  First a folder is drawn by its weight, then
 * the kind of the fault, then one of that kind, so that a few dozen see every sort of code.
 * It looks only into functions, whose braces stand in the first column; strings, comments,
 * lines of the preprocessor, assertions and what only gives memory back are left alone.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { COMPARE, LOGIC, DROP, NEGATE, RETURN, BOUND, KINDS };

struct token {
	const char *at;
	size_t length;
};

struct fault {
	size_t file;		/* index in files */
	enum kind kind;
	const char *function;	/* in the text */
	size_t function_length;
	size_t offset, length;
	char *new;
	bool drawn;
};

struct file {
	char *path, *text;
	unsigned weight;	/* of its folder */
};

static struct file *files;
static size_t n_files;
static struct fault *faults;
static size_t n_faults;

static void *grown(void *old, size_t n, size_t size)
{
	void *new = n & (n - 1) ? old : realloc(old, (n ? 2 * n : 1) * size);

	if (!new) {
		fputs("mutants: no memory\n", stderr);
		exit(99);
	}
	return new;
}

static char *slurp(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = NULL;
	size_t n = 0, room = 0;

	if (!in) {
		perror(path);
		exit(99);
	}
	for (;;) {
		if (n + 1 >= room) {
			room = room ? 2 * room : 65536;
			text = realloc(text, room);
			if (!text)
				exit(99);
		}
		size_t got = fread(text + n, 1, room - 1 - n, in);

		if (got == 0)
			break;
		n += got;
	}
	fclose(in);
	text[n] = '\0';
	return text;
}

/* Behind a string or character that begins at p. */
static const char *quoted_end(const char *p)
{
	char mark = *p++;

	while (*p && *p != mark)
		p += *p == '\\' && p[1] ? 2 : 1;
	return *p ? p + 1 : p;
}

/* Behind blanks, comments and lines of the preprocessor. */
static const char *to_token(const char *p, const char *text)
{
	for (;;) {
		if (isspace((unsigned char)*p)) {
			p++;
		} else if (p[0] == '/' && p[1] == '*') {
			p = strstr(p + 2, "*/");
			p = p ? p + 2 : "";
		} else if (p[0] == '/' && p[1] == '/') {
			p += strcspn(p, "\n");
		} else if (*p == '#' && (p == text || p[-1] == '\n')) {
			do {
				p += strcspn(p, "\n");
			} while (*p && p[-1] == '\\' && *++p);
		} else {
			return p;
		}
	}
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* The token at p; its end is p + length. */
static size_t token_length(const char *p)
{
	static const char *const signs[] = {
		"<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=",
		"&&", "||", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
	};
	size_t n = 0;

	if (*p == '"' || *p == '\'')
		return (size_t)(quoted_end(p) - p);
	while (is_word(p[n]))
		n++;
	if (n)
		return n;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (strncmp(p, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return 1;
}

static bool is(const struct token *t, const char *text)
{
	return t->length == strlen(text) && memcmp(t->at, text, t->length) == 0;
}

static bool is_one_of(const struct token *t, const char *const *words)
{
	for (; *words; words++)
		if (is(t, *words))
			return true;
	return false;
}

/* The tokens of a text; the last one is empty. */
static struct token *tokens_of(const char *text)
{
	struct token *token = NULL;
	size_t n = 0;

	for (const char *p = to_token(text, text); ; p = to_token(p, text)) {
		token = grown(token, n, sizeof(*token));
		token[n].at = p;
		token[n].length = *p ? token_length(p) : 0;
		if (!*p)
			return token;
		p += token[n++].length;
	}
}

static void put(struct fault like, enum kind kind, const struct token *first,
		const char *end, const char *new)
{
	like.kind = kind;
	like.offset = (size_t)(first->at - files[like.file].text);
	like.length = (size_t)(end - first->at);
	like.new = strdup(new);
	if (!like.new)
		exit(99);
	faults = grown(faults, n_faults, sizeof(*faults));
	faults[n_faults++] = like;
}

/* Behind the bracket that closes the one at t. */
static const struct token *closed(const struct token *t)
{
	int depth = 0;

	for (; t->length; t++) {
		if (is(t, "(") || is(t, "[") || is(t, "{"))
			depth++;
		if ((is(t, ")") || is(t, "]") || is(t, "}")) && --depth == 0)
			return t + 1;
	}
	return t;
}

/* The end of a statement that may be dropped, NULL: t begins none.  Declarations stay. */
static const struct token *droppable(const struct token *t)
{
	static const char *const never[] = {
		"return", "if", "for", "while", "do", "switch", "case", "default", "goto",
		"break", "continue", "else", "sizeof", "free", "assert", "static_assert",
		"fclose", "HOLDS", NULL
	};
	static const char *const second[] = {
		"(", "=", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<=", ">>=", "->",
		".", "[", "++", "--", NULL
	};
	static const char *const step[] = { "++", "--", NULL };

	while (is(t, "*") || is_one_of(t, step))
		t++;
	if (!(isalpha((unsigned char)*t->at) || *t->at == '_') || is_one_of(t, never))
		return NULL;
	if ((t->length > 5 && memcmp(t->at + t->length - 5, "_free", 5) == 0) ||
	    (t->length > 8 && memcmp(t->at + t->length - 8, "_release", 8) == 0))
		return NULL;
	if (!is_one_of(t + 1, second) && !(is(t + 1, ";") && is_one_of(t - 1, step)))
		return NULL;
	while (t->length && !is(t, ";") && !is(t, "}"))
		t = is(t, "(") || is(t, "[") || is(t, "{") ? closed(t) : t + 1;
	return is(t, ";") ? t : NULL;
}

/* Does a statement begin at t?  begins: behind a condition. */
static bool starts(const struct token *t, const struct token *begins)
{
	return t == begins || is(t - 1, ";") || is(t - 1, "{") || is(t - 1, "}") ||
		is(t - 1, "else") || is(t - 1, "do");
}

/* The condition between two brackets, turned round. */
static void negate(struct fault like, const struct token *open, const struct token *behind)
{
	const char *end = behind[-1].at + 1;
	char new[4096];
	int n = snprintf(new, sizeof(new), "(!%.*s)", (int)(end - open->at), open->at);

	if (n >= (int)sizeof(new))
		return;
	for (char *p = new; *p; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	put(like, NEGATE, open, end, new);
}

/* The faults that can be put at one token of a function. */
static void at_token(struct fault like, const struct token *t, const struct token *begins,
		const struct token *bound, const struct token *bound_end)
{
	static const char *const flips[][2] = {
		{ "<", "<=" }, { "<=", "<" }, { ">", ">=" }, { ">=", ">" },
		{ "==", "!=" }, { "!=", "==" },
	};
	static const char *const returns[][2] = {
		{ "0", "1" }, { "1", "0" }, { "true", "false" }, { "false", "true" },
	};
	const char *end = t->at + t->length;

	for (size_t i = 0; i < sizeof(flips) / sizeof(*flips); i++)
		if (is(t, flips[i][0]))
			put(like, COMPARE, t, end, flips[i][1]);
	if (is(t, "&&"))
		put(like, LOGIC, t, end, "||");
	if (is(t, "||"))
		put(like, LOGIC, t, end, "&&");
	if (is(t, "<") && t > bound && t < bound_end)
		put(like, BOUND, t, end, "+ 1 <");
	if (is(t, "if"))
		negate(like, t + 1, closed(t + 1));
	for (size_t i = 0; is(t - 1, "return") && is(t + 1, ";") &&
	     i < sizeof(returns) / sizeof(*returns); i++)
		if (is(t, returns[i][0]))
			put(like, RETURN, t, end, returns[i][1]);
	if (starts(t, begins) && droppable(t)) {
		const struct token *last = droppable(t);

		put(like, DROP, t, last->at + last->length, ";");
	}
}

/* The faults of a function whose first brace is at t; behind its last one. */
static const struct token *of_function(struct fault like, const struct token *t)
{
	const struct token *end = closed(t), *begins = NULL, *bound = NULL, *bound_end = NULL;

	for (t++; t < end; t++) {
		if (is(t, "assert") || is(t, "static_assert")) {
			t = closed(t + 1) - 1;
			continue;
		}
		if (is(t, "if") || is(t, "for") || is(t, "while") || is(t, "switch"))
			begins = closed(t + 1);
		if (is(t, "for")) {
			for (bound = t + 2; bound < begins && !is(bound, ";"); bound++)
				;
			for (bound_end = bound + 1; bound_end < begins &&
			     !is(bound_end, ";"); bound_end++)
				;
		}
		at_token(like, t, begins, bound, bound_end);
	}
	return end;
}

static void of_file(size_t number)
{
	const char *text = files[number].text;
	struct token *all = tokens_of(text);
	struct fault like = { .file = number };

	for (const struct token *t = all; t->length; ) {
		/* The name of a function: the word before a bracket, on the outermost level. */
		if (is(t, "(") && t > all && is_word(t[-1].at[0])) {
			like.function = t[-1].at;
			like.function_length = t[-1].length;
			t = closed(t);
		} else if (is(t, "{")) {
			t = t > all && is(t - 1, ")") && (t->at == text || t->at[-1] == '\n') ?
				of_function(like, t) : closed(t);
		} else {
			t++;
		}
	}
	free(all);
}

static uint64_t state;

/* SplitMix64: the same draw everywhere. */
static uint64_t drawn_below(uint64_t n)
{
	uint64_t z = (state += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return (z ^ (z >> 31)) % n;
}

static size_t folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) : 0;
}

static bool same_folder(const struct fault *a, const struct fault *b)
{
	const char *one = files[a->file].path, *other = files[b->file].path;
	size_t n = folder_length(one);

	return n == folder_length(other) && memcmp(one, other, n) == 0;
}

/* How much one fault weighs among those not drawn yet: first the folder, then the kind. */
static struct fault *next(void)
{
	const struct fault *last = NULL;
	uint64_t sum = 0, at;
	size_t of_kind[KINDS] = { 0 }, kinds = 0;
	struct fault *first = NULL;

	for (size_t i = 0; i < n_faults; i++)
		if (!faults[i].drawn && (!last || !same_folder(last, &faults[i]))) {
			last = &faults[i];
			sum += files[last->file].weight;
		}
	if (sum == 0)
		return NULL;
	at = drawn_below(sum);
	last = NULL;
	for (size_t i = 0; i < n_faults && !first; i++)
		if (!faults[i].drawn && (!last || !same_folder(last, &faults[i]))) {
			last = &faults[i];
			if (at < files[last->file].weight)
				first = &faults[i];
			else
				at -= files[last->file].weight;
		}
	for (struct fault *f = first; f < faults + n_faults; f++)
		if (!f->drawn && same_folder(f, first) && of_kind[f->kind]++ == 0)
			kinds++;
	at = drawn_below(kinds);
	for (size_t kind = 0; kind < KINDS; kind++) {
		if (of_kind[kind] == 0 || at-- != 0)
			continue;
		at = drawn_below(of_kind[kind]);
		for (struct fault *f = first; ; f++)
			if (!f->drawn && same_folder(f, first) && f->kind == kind && at-- == 0)
				return f;
	}
	return NULL;
}

/* Text on one line, without what parts the fields. */
static void say(const char *text, size_t n)
{
	bool blank = false;

	for (size_t i = 0; i < n; i++) {
		bool space = isspace((unsigned char)text[i]);

		if (!space || !blank)
			putchar(space ? ' ' : text[i]);
		blank = space;
	}
}

static void tell(const struct fault *f)
{
	const struct file *file = &files[f->file];
	const char *at = file->text + f->offset, *line = at;
	size_t number = 1;

	while (line > file->text && line[-1] != '\n')
		line--;
	for (const char *p = file->text; p < line; p++)
		number += *p == '\n';
	while (*line == '\t' || *line == ' ')
		line++;
	printf("%s\t%zu\t%.*s\t%zu\t%zu\t", file->path, number, (int)f->function_length,
	       f->function, f->offset, f->length);
	say(at, f->length);
	printf("\t%s\t", f->new);
	say(line, strcspn(line, "\n"));
	putchar('\n');
}

int main(int argc, char **argv)
{
	unsigned weight;
	char path[4096];
	size_t count;

	if (argc != 3) {
		fputs("usage: mutants SEED COUNT <FILES\n", stderr);
		return 99;
	}
	state = strtoull(argv[1], NULL, 10);
	count = strtoull(argv[2], NULL, 10);
	while (scanf("%u %4095s", &weight, path) == 2) {
		files = grown(files, n_files, sizeof(*files));
		files[n_files] = (struct file){ strdup(path), slurp(path), weight };
		of_file(n_files++);
	}
	for (size_t i = 0; count == 0 && i < n_faults; i++)
		tell(&faults[i]);
	while (count-- > 0) {
		struct fault *f = next();

		if (!f)
			break;
		f->drawn = true;
		tell(f);
	}
	return 0;
}
