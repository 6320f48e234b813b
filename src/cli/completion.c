/* completion.c: the scripts, and what they ask; see completion.h. */
#include "cli/completion.h"

#include <string.h>

#include "cli/completion_priv.h"

enum { CANDIDATES_LIMIT = 1 << 22 };

/* mapfile and not $(...): what a name says is never expanded, not even as a glob.
 * The program quotes, for it knows where in the line the candidate goes. */
static const char bash[] =
"# gatehouse completion for bash: source this\n"
"_gatehouse()\n"
"{\n"
"	mapfile -t COMPREPLY < <(gatehouse completion line -- \\\n"
"		\"${COMP_LINE:0:COMP_POINT}\" \"$2\" 2>/dev/null)\n"
"}\n"
"complete -o default -F _gatehouse gatehouse\n";

/* compadd quotes what it inserts. */
static const char zsh[] =
"#compdef gatehouse\n"
"# gatehouse completion for zsh: source this, or put it on fpath\n"
"_gatehouse()\n"
"{\n"
"	local -a found\n"
"	found=(\"${(@f)$(gatehouse completion words -- \\\n"
"		\"${(@Q)words[2,CURRENT-1]}\" \"${(Q)PREFIX}\" 2>/dev/null)}\")\n"
"	found=(\"${(@)found:#}\")\n"
"	if (( $#found )); then compadd -a -- found; else _files; fi\n"
"}\n"
"compdef _gatehouse gatehouse\n";

const char *completion_script(const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		return bash;
	return strcmp(shell, "zsh") == 0 ? zsh : NULL;
}

void completion_line(struct buf *out, const char *store, const char *as,
		     const char *line, const char *tail)
{
	struct arena arena = { 0 };
	struct half_line half;
	struct buf found;
	const char *at, *end;
	size_t kept;

	half_line_read(&half, &arena, line, tail);
	kept = strlen(half.kept);
	buf_init(&found, CANDIDATES_LIMIT);
	if (half.n > 1)
		completion_words(&found, store, as, half.n - 1, half.word + 1);
	for (at = buf_text(&found); (end = strchr(at, '\n')); at = end + 1) {
		half_line_quote(out, arena_strndup(&arena, at + kept,
						   (size_t)(end - at) - kept),
				half.quoted);
		buf_addc(out, '\n');
	}
	buf_release(&found);
	arena_release(&arena);
}
